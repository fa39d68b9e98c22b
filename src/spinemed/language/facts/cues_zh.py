"""Chinese words around a finding: denial, doubt, past, relatives, what states nothing; sides, zones, severity, regions, quantities."""

from __future__ import annotations

import re

from spinemed.domain.assertion import Laterality
from spinemed.domain.levels import Region
from spinemed.domain.quantities import Quantity
from spinemed.domain.roots import Zone
from spinemed.language.facts.cues_en import ENGLISH
from spinemed.language.facts.rules import Breaks, Cues, Tongue
from spinemed.language.facts.signs_zh import SIGNS_ZH
from spinemed.language.facts.terms_zh import FINDINGS_ZH


def _p(source: str, flags: int = re.I) -> re.Pattern[str]:
    return re.compile(source, flags)


_BREAKS = Breaks(
    clause=_p(r";|但(?!可)|然而"),
    comma=_p(r",|。"),
    word=_p(r"、|(?<![累涉波])及|和(?!谐)|与|伴(?:有)?|并(?!且)|合并|或|以及|继发|致|导致"),
)
_CUES = Cues(
    denied_before=_p(
        r"未见(?:明确|明显|确切)?|无(?!力|名|创|痛性|法|症状|诱因|M修)(?:明显|明确)?|否认|不伴|未(?:及|发现|出现|用|服|诉|提示|触及|累及|行|(?=受[压累侵推]|压迫|变[形扁窄细]|突出|膨出|脱出|狭窄|骨折|滑脱|脱位|断裂|增[厚生粗]|侵犯|侵入|塌陷|破坏|水肿|骨化|钙化|退变|强化|破裂|肥厚|肿胀))|没有|不是|并非|而非|不(?:支持|符合|考虑)|不(?=麻|疼|痛(?!苦))|排除(?!.{0,6}(?:待|不))|除外(?<!待除外)(?<!不除外)|不存在|不足以(?!诊断)"
    ),
    denied_after=_p(
        r"^\s*:\s*(?:无|没有|阴性|未见|未发现|否(?!则)|\(-\))|^[^,;。:]{0,24}?(?:均|都|皆|也|亦)(?:为)?(?:无|没有|未见|未出现|未发现|阴性|被?否认|不存在|不明显|被?排除|不(?:麻|痛|能排除)(?<!不能排除))|^(?:[^,;。]{0,8}?)(?:不明显|未见|阴性|\(-\)|不存在|已(?:排除|除外|消失|解除)|消失(?<!曲度消失)|缺如|不支持|可排除|已愈)"
    ),
    not_a_denial=_p(
        r"无变化|无明显变化|无(?:明显)?(?:改善|好转|加重|进展|诱因|移位|强化|缓解)|不(?:能|可)?(?:除外|排除)|未除外|待(?:排除|除外|排)|无法(?:排除|除外)|未排除"
    ),
    ends_denial=_p(r"[,;。]|但|可见|见(?<!未见)(?<!未)|示|伴有|考虑"),
    denied_list=_p(r"否认|不存在|排除"),
    denied_head=_p(r"(?:没有|阴性|否认|未见|排除|均无|皆无|不存在|均未见)[^。:;,]{0,8}:(?!\s*无)"),
    listed_on=_p(r";\s*(?:以)?及|;\s*(?:和|与)"),
    before_event=_p(r"(?:受?伤|起?病|发病|摔倒|跌倒|外伤)(?:之)?前(?!后)"),
    unsure_before=_p(
        r"考虑(?!陈旧)(?:为)?|提示|可能(?:为|是|有|存在|系)?|可疑|疑(?:似|为)?|待(?:排|除外)|不(?:能|可)?(?:除外|排除)|倾向|似(?:有|为)?|怀疑|外院[^。;]{0,12}?(?:报|示|提示|诊断)|不足以诊断|好像|(?<=\()\?"
    ),
    unsure_after=_p(
        r"^[^,;。]{0,10}?(?:待(?:排|除外|查)|不(?:能)?(?:完全)?(?:除外|排除)|可能(?:性)?(?:大|小|不大|较大)?|可疑|依据不足|不足以诊断|\?(?=\s*(?:[,;)]|$))|似(?:有|为|稍|略|轻)|不能肯定)|^[^。;]{0,14}?不能肯定"
    ),
    past_before=_p(
        r"既往(?!发现)|曾(?:有|因|患|行)?(?!报)|\d+(?:余)?(?:年|个月|月|周)前(?:曾)?|(?:半|一|两|二|三|四|五|六|七|八|九|十)(?:年|个月)前|术前|原(?:为|先)|上次|前次"
    ),
    past_after=_p(r"^[^,;。]{0,6}?(?:已愈|治愈|保守治愈)(?!合)"),
    still=_p(r"本次|复查|同前|仍|目前|现(?!病)|陈旧|与\d|较\d|比较|相仿|相比|新发|检查|片"),
    family=_p(
        r"(?:其|患者)?(?:之)?(?:父亲?|母亲?(?!盘)|兄(?:长)?|弟弟?|姐姐?|妹妹?|哥哥?|祖父|祖母|外祖父|外祖母|叔叔?|舅舅?|姑姑?|姨(?:妈)?|儿子|女儿|堂兄|表兄|兄弟|姐妹|(?<=其)子|(?<=之)子)(?=[^,;。]{0,3}?(?:亦|因|曾|患|有|也|:|,|确诊|诊断|查出|被|同|行|均))|家族(?:史|中)?"
    ),
    void_sentence=_p(
        r"好发于|(?:损伤|突出|狭窄|骨折|受压|滑脱)时,|可(?:压迫|刺激)[^,;。]{0,10}?(?:引起|导致|出现)|多见于|常见于|多发(?:于|生)|是指|指的是|是(?:一种|由于)|主要(?:表现|症状|病因)|患者(?:应|需要|常|多)|治疗(?:方法|原则)|发病率|患病率|通常|一般(?:为|表现|而言)|可(?:引起|导致|表现为|出现)|常(?:表现|见|伴|有)|往往"
    ),
    void_after=_p(
        r"若|如(?:果|出现|有|再|发生)|一旦|拟(?:行)?|计划|建议|风险|并发症|告知(?!.{0,6}已)|已交代|必要时|预防|警惕|注意|防止|除外(?=.{0,2}后)|以(?:排除|除外|明确)|评估|观察|监测|随访|复查(?=[鞍肛])|目标|(?<!术前)(?<!初步)(?<!术后)(?<!入院)(?<!临床)(?<!出院)(?<!目前)(?<!修正)(?<!明确)(?<!补充)鉴别"
    ),
    void_before=_p(r"^(?:风险|评分法|患者应|的(?:患者|病人)(?:应|需)|门诊|科普|手术指征|复发风险)|^(?:是否)"),
)
_L, _R, _B, _M = Laterality.LEFT, Laterality.RIGHT, Laterality.BILATERAL, Laterality.MIDLINE
_SIDES: tuple[tuple[re.Pattern[str], Laterality | None], ...] = (
    (
        _p(
            r"以?(?:左侧?|右侧?)(?:为著|为重|为主|明显|较重|著|为甚|更明显|重于[左右]侧?)|[左右]侧?(?:重|大|多)于[左右]侧?|[左右]>[左右]|较[左右]侧|[左右](?:侧)?凸|[左右](?:上肢|手|足跟|肩|臂|乳)"
        ),
        None,
    ),
    (
        _p(
            r"双侧|两侧|双(?=椎间孔|侧|神经|下肢|腿|足|小腿|L\d|S1|骶髂|峡部|小关节)|左右(?:两侧|对称|大致对称|相同)|左、?右侧?(?=椎间孔|侧隐窝|神经)"
        ),
        _B,
    ),
    (_p(r"左(?:侧|后方?|旁|前方?|边)?(?!右)"), _L),
    (_p(r"右(?:侧|后方?|旁|前方?|边)?"), _R),
    (_p(r"(?:正中线|中线)"), _M),
)
_ZONES: tuple[tuple[re.Pattern[str], Zone | None], ...] = (
    (_p(r"(?:旁中央|中央旁|旁正中)(?:型)?至椎间孔(?:型|区)?"), None),
    (_p(r"旁中央(?:型|区)?|中央旁(?:型)?|旁正中(?:型)?"), Zone.PARACENTRAL),
    (_p(r"极外侧(?:型)?|椎间孔外(?!口)(?:型|区)?"), Zone.EXTRAFORAMINAL),
    (_p(r"椎间孔(?:型|区)(?!外)"), Zone.FORAMINAL),
    (_p(r"侧隐窝(?:型|区)"), Zone.SUBARTICULAR),
    (_p(r"中央(?!椎管|管|狭窄)(?:型)?|(?:后)?正中(?:型)?"), Zone.CENTRAL),
)
_SEVERITIES: tuple[tuple[re.Pattern[str], str | None], ...] = (
    (
        _p(
            r"轻\s*[-~至到、]?\s*(?:度)?\s*[-~至到]?\s*中度?(?!央)|中\s*[-~至到、]?\s*(?:度)?\s*[-~至到]?\s*重度?|轻微|稍|略|明显|显著|巨大|较大|少许|小(?=突|膨)|极重"
        ),
        None,
    ),
    (_p(r"轻度|轻型|(?<!减)轻(?=膨|突|狭)"), "mild"),
    (_p(r"中度|中等度?(?!信号)"), "moderate"),
    (_p(r"重度|严重"), "severe"),
)
_REGIONS: tuple[tuple[re.Pattern[str], Region], ...] = (
    (_p(r"胸腰(?:段|椎|结合部|脊柱)"), Region.THORACOLUMBAR),
    (_p(r"腰骶(?:段|椎|部|关节)"), Region.LUMBOSACRAL),
    (_p(r"颈胸(?:段|椎|交界)"), Region.CERVICOTHORACIC),
    (_p(r"颅颈交界区?|枕颈(?:部|区)|颅颈"), Region.CRANIOVERTEBRAL),
    (_p(r"颈(?=椎|髓|段|脊髓)(?!椎病)"), Region.CERVICAL),
    (_p(r"胸(?=椎|髓|段|脊髓)"), Region.THORACIC),
    (_p(r"腰(?=椎|段)(?!椎穿)"), Region.LUMBAR),
    (_p(r"骶(?=椎|骨|髂)"), Region.SACRAL),
)
_QUANTITIES: tuple[tuple[re.Pattern[str], Quantity], ...] = (
    (_p(r"骨盆(?:入射|投射)角|(?-i:(?<![A-Za-z])PI(?!\s*-\s*LL))"), Quantity.PELVIC_INCIDENCE),
    (_p(r"骨盆倾斜角|(?-i:(?<![A-Za-z])PT(?![A-Za-z]))"), Quantity.PELVIC_TILT),
    (_p(r"骶骨倾斜角|(?-i:(?<![A-Za-z])SS(?![A-Za-z]))"), Quantity.SACRAL_SLOPE),
    (_p(r"PI\s*-\s*LL"), Quantity.PI_LL_MISMATCH),
    (_p(r"矢状面(?:轴向)?(?:距离|偏移|垂直轴)|SVA"), Quantity.SAGITTAL_VERTICAL_AXIS),
    (_p(r"T1(?:倾斜角|slope)|(?-i:T1S)|T1\s*slope"), Quantity.T1_SLOPE),
    (_p(r"T1骨盆角|TPA"), Quantity.T1_PELVIC_ANGLE),
    (_p(r"冠状面(?:偏移|平衡|失平?衡)|躯干(?:向[左右])?偏移|(?-i:C7PL)|铅垂线"), Quantity.CORONAL_SHIFT),
    (_p(r"寰齿后间隙|PADI|SAC(?=[^,;。]{0,4}?\d)"), Quantity.POSTERIOR_ATLANTODENTAL_INTERVAL),
    (_p(r"寰齿(?:前)?间(?:隙|距)|(?<!P)ADI"), Quantity.ATLANTODENTAL_INTERVAL),
    (_p(r"颈髓延髓角|延颈髓角|延髓-?颈髓角|脑干颈髓角"), Quantity.CERVICOMEDULLARY_ANGLE),
    (_p(r"McGregor线?|麦氏线|Chamberlain"), Quantity.DENS_ABOVE_MCGREGOR),
    (_p(r"(?:硬膜囊|硬脊膜囊)(?:前后径|矢径|矢状径)?"), Quantity.SAC_AP),
    (_p(r"椎管(?:有效)?(?:前后径|矢径|矢状径|中矢状径|残余)|(?:前后径|矢径|矢状径)"), Quantity.CANAL_AP),
    (_p(r"(?:椎管)?占位率|占位比|骨化[块灶物]占据?椎管(?:前后径)?"), Quantity.OCCUPYING_RATIO),
    (_p(r"(?:占据|突入|侵占|侵入|占)(?:约)?椎管(?:矢径|面积)?|椎管(?:侵占|受侵|占据)(?:率)?"), Quantity.CANAL_ENCROACHMENT),
    (_p(r"高度(?:较前)?(?:丢失|降低|压缩|减低|下降)|(?:压缩|丢失|压扁)(?:约|程度)?|前缘压缩"), Quantity.HEIGHT_LOSS),
    (_p(r"(?:椎体(?:前缘|后缘|中央)?|前缘|后缘)高度(?!丢|降|压|减|较前)"), Quantity.VERTEBRAL_HEIGHT),
    (_p(r"椎间(?:隙|盘)高度(?!丢|降)"), Quantity.DISC_HEIGHT),
    (_p(r"(?:左|右)?(?:侧弯|侧屈|bending)(?:像|位|片)|悬吊(?:位|像)|(?:侧弯|Bending)像"), Quantity.COBB_ANGLE_BENDING),
    (_p(r"Cobb(?:'?s)?角?|(?:主|次|代偿|上|下)?弯(?!像|曲)|[左右](?:侧)?凸|侧(?:弯|凸)(?!像|片|位)"), Quantity.COBB_ANGLE),
    (_p(r"后凸(?:Cobb角|角|畸形)?|(?-i:TK|TLK)|驼背"), Quantity.KYPHOSIS_ANGLE),
    (_p(r"前凸(?:角)?|(?-i:(?<!PI-)(?<![A-Za-z])LL(?![A-Za-z]))"), Quantity.LORDOSIS_ANGLE),
    (_p(r"黄韧带(?:肥厚|增厚|最厚处|厚度?)?(?:约|为|达)?"), Quantity.FLAVUM_THICKNESS),
    (_p(r"椎弓根(?:横径|宽度?)"), Quantity.PEDICLE_WIDTH),
    (_p(r"(?:移行|移位|移动|下移|上移|向[上下](?:方)?(?:移位|游离|脱垂))(?:约)?"), Quantity.MIGRATION),
    (_p(r"积液"), Quantity.JOINT_EFFUSION),
    (_p(r"(?:最)?厚(?:度|处|约)?"), Quantity.LESION_THICKNESS),
    (_p(r"(?:长度|全长|长(?:约)?|纵(?:行)?长|范围|上下径)"), Quantity.LESION_EXTENT),
    (_p(r"(?:间隙|裂隙|分离)(?:约|宽)|断端间隙"), Quantity.GAP),
    (_p(r"倾斜(?:角)?"), Quantity.TILT),
    (_p(r"滑(?:脱|移)(?:距离|约|率|程度)?|前移|后移|滑移率"), Quantity.SLIP),
    (_p(r"(?:大小|直径|病灶|囊肿|结节|占位|肿块|肿瘤|血管瘤|脱出|突出|髓核|灶|最大径)"), Quantity.LESION_SIZE),
)
CHINESE = Tongue(
    rules=(*FINDINGS_ZH, *SIGNS_ZH),
    breaks=_BREAKS,
    cues=_CUES,
    sides=_SIDES,
    zones=_ZONES,
    severities=_SEVERITIES,
    regions=_REGIONS,
    title=_p(r"MRI|MR(?!I)|CT|X线|平片|正侧位|磁共振|片|扫描|DR"),
    at=_p(r"于|在|位于|\(|范围|自|从"),
    goes_on=_p(r"\W*(?:左侧|右侧|双侧)"),
    heading=_p(r"^\W{0,4}(?:\d+[.、)])?[^:。;,]{0,40}?:"),
    leads=_p(r"\W*(?:而|以及|及|和)?在?(?:颈|胸|腰|骶|胸腰|腰骶|颈胸)(?:椎|段|部|骨)(?:方面|区域|部位|节段)?[,:]"),
    quantities=_QUANTITIES,
    of_finding=ENGLISH.of_finding,
)
