"""Words that sort a text: names of disorders in English and Chinese, what they speak for, how strongly, and where they must lie.

A weight of 1.5 is enough to decide where nothing else is said; 3 and more names a disorder outright. Where two are named, the
larger weight leads: infection and tumour over the fracture they cause, a fracture over the deformity it leaves, a slip over the
stenosis it makes. Source of that order: the conventions in tests/extract/data/CLASSIFICATION.md.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from spinemed.domain.taxonomy import SubCondition, Subfield


class Where(StrEnum):
    """Where the sentence of a word must lie for the word to count: a tumour of the femur is no tumour of the spine."""

    ANYWHERE = "anywhere"
    SPINE = "spine"
    LIMB = "limb"
    NOT_SPINE = "not_spine"


@dataclass(frozen=True, slots=True)
class Word:
    """A pattern, the class it speaks for and its weight."""

    pattern: re.Pattern[str]
    target: SubCondition | Subfield
    weight: float
    where: Where = Where.ANYWHERE


def _word(target: SubCondition | Subfield, weight: float, en: str, zh: str, where: Where = Where.ANYWHERE) -> Word:
    return Word(re.compile(rf"\b(?:{en})|{zh}", re.I), target, weight, where)


SPINE = re.compile(
    r"(?<!nasal )(?<!iliac )(?<!tibial )(?<!ischial )\bspin(?:e|es|al)\b(?! (?:muscular|an(?:a)?esth"
    r"|tap))(?! of the scapula)|\bvertebra(?!l arter)|(?:inter|para)vertebral"
    r"|\b(?:thoraco)?lumb(?:ar|o)(?! (?:vein|arter|puncture))(?:sacral)?|\bcervical (?:spine|spondyl|cord"
    r"|vert|canal|dis[ck]|lamin|fusion|myelo|radicul|level|segment|region)"
    r"|\bthoracic (?:spine|spondyl|cord|vert|dis[ck]|canal|level|myelo|kypho)|\bsacr(?:um|al)\b|\bcoccy"
    r"|\bdis[ck]s?\b|(?<!umbilical )(?<!vocal )(?<!spermatic )\bcords?\b(?! blood)|\b(?:C[1-7]|T\d{1,2}"
    r"|L[1-6]) ?[-/] ?(?:[CTLS]\d|[1-9]\b)|\bmyel(?:itis|opath)|\bepidural|\bextradural|\bintradural"
    r"|\bthecal|\b(?:dural|dorsal) sac"
    r"|\bcauda equina|\bconus\b|\batlas\b|\batlanto|\bcraniovertebral|\bodontoid|\bpedicle|\blamin(?:a|ae"
    r"|ectomy|oplasty)\b|\bfacet|\bparaspinal|\bspondyl|\blow back|\bback pain"
    r"|脊|椎(?!动脉)|颈髓|胸髓|硬膜|马尾|圆锥|神经根|骶|腰(?!大肌|穿)|寰|枢|齿(?:状)?突|峡部|黄韧带|后纵韧带",
    re.I,
)
"""The spine and what lies in it."""

LEVEL = re.compile(r"\bC[1-7](?!\d)|\bT(?:h?[3-9]|h?1[0-2]|h[12])(?!\d)|\bL[1-6](?!\d)", re.I)
"""Levels, T1, T2 and S1 left out: by themselves they are mostly something else."""

LIMB = re.compile(
    r"\b(?:femur|femoral|tibia|tibial|fibul|humer|radi(?:us|al head)|distal radi|ulna|clavic|scapula"
    r"|pelvi[cs]|ili(?:um|ac)|acetabul|patell|ankle|wrist|elbow|shoulder|knee|hip|foot|feet|hand|finger"
    r"|toe|thigh|shin|forearm|arm|leg bone"
    r"|calcane|talus|metatars|metacarp|phalan|scaphoid|olecran|trochanter|diaphys|long bones?|limb)"
    r"|股骨|胫|腓骨|肱|尺骨|桡|锁骨|肩|骨盆|髂骨|髋|髌|踝|腕|肘|膝|足|手(?!术)|指|趾|粗隆|转子|跟骨|距骨|掌骨|跖|前臂|大腿|小腿|四肢",
    re.I,
)

ELSEWHERE = re.compile(
    r"\b(?:brain|cerebr|cerebell|periventric|intracrani|demyelin|renal|kidney|nephr|bladder|uter(?:us|ine)"
    r"|fibroid|ovar|prostat|rect(?:um|al)\b|colon|bowel|liver|hepat|splen|pancrea|lung|pulmon|bronch"
    r"|pleura|cardi|heart|aort|arter|vein|venous"
    r"|thyroid|trache|o?esophag|pharyn|laryn|mandib|maxill|nasal|nasion|sella|gonion|gnathion|dental|tooth"
    r"|teeth|orbit(?:al)?\b|lymph|breast|gastr|abdom|perit|carotid|lupus|atrophy)"
    r"|脑|肾|膀胱|子宫|卵巢|前列腺|直肠|肝|胆囊|脾|胰|肺|心脏|主动脉|动脉|静脉|甲状腺|气管|食管|咽|喉|下颌|鼻|牙|乳腺|胃|淋巴",
    re.I,
)
"""Organs outside the field: a text that names them more often than the spine only passes by it."""

REGIONS = {
    "cervical": re.compile(r"\bcervical|\bneck\b|\bC[2-7](?!\d)|颈", re.I),
    "thoracic": re.compile(r"\bthoracic|\bTh?(?:[3-9]|1[0-2])(?!\d)|胸(?:椎|髓|段|\d)", re.I),
    "lumbar": re.compile(r"\blumb|\bsciatica|\blow(?:er)? back|\bL[1-6](?!\d)|腰|马尾|坐骨神经", re.I),
}

OSTEOPOROTIC = re.compile(
    r"\bosteoporo|\bfragility|\binsufficiency fracture|\bk(?:ü|u|ue)mmell"
    r"|\b(?:intravertebral )?vacuum cleft|\blow[- ]energy|\bT-?score[^.;]{0,12}?[-−–](?:2\.[5-9]|[3-9])"
    r"|\bbisphosphon"
    r"|骨质疏松|骨松|脆性|kümmell|真空裂|裂隙征|(?:骨密度|T值)[^。；]{0,8}?[-−–](?:2\.[5-9]|[3-9])|骨量(?:减少|低)",
    re.I,
)
"""What makes a compression fracture an osteoporotic one; a T-score counts from -2.5 down (WHO)."""

MECHANISM = re.compile(
    r"\btraumatic|\baccident|\bfell\b|\bfall\b|\bcollision|\bgunshot|\bstab\b|ha?ematoma|外伤|车祸|坠落|摔|砸|刀刺|血肿", re.I
)
"""What makes a cord lesion an injury where tumour, infection or ossification would explain it too."""

ANKYLOSED_AND_CORRECTED = re.compile(
    r"(?:ankylos|强直)(?:.|\n)*(?:osteotom|\bPSO\b|\bSVA\b|kypho\w+[^.]{0,20}\d|截骨|后凸[^。]{0,8}\d)"
    r"|(?:osteotom|截骨|kypho\w+[^.]{0,20}\d|后凸[^。]{0,8}\d)(?:.|\n)*(?:ankylos|强直)",
    re.I,
)
"""A deformity that is measured or treated, beside the ankylosing spondylitis that made it."""

HAEMATOMA = re.compile(r"ha?ematoma|血肿", re.I)
PARALYSED = re.compile(
    r"\b(?:para|tetra|quadri)(?:plegi|pares)\w*|\b(?:ASIA|AIS)(?: (?:impairment )?(?:scale"
    r"|grade))?:? ?[A-D]\b|\bcord contusion|截瘫|四肢瘫|(?:ASIA|AIS|Frankel)\S{0,4}[A-D]级",
    re.I,
)

_SUB = SubCondition
_TUMOUR_EN = (
    r"metasta\w*|tumou?rs?(?! (?:necrosis|marker))|neoplas\w+|\w*sarcoma|myeloma|plasmacytoma|lymphoma"
    r"|giant[- ]cell|osteoid osteoma|osteoblastoma|aneurysmal bone cyst|eosinophilic granuloma|malignan\w+"
    r"|(?:expansile|destructive|lytic|osteolytic)[^.]{0,20}lesion"
    r"|lesion[^.]{0,60}(?:cortical )?destruct\w+|(?:soft[- ]tissue|enhancing|intradural|extradural"
    r"|intramedullary|epidural|paraspinal|vertebral|dumbbell)[^.,;]{0,20}(?<!lateral) mass\b"
    r"|(?:extra-?osseous|epidural|paraspinal) extension"
)
_TUMOUR_ZH = (
    r"转移(?:瘤|癌|灶|性)|肿瘤|(?:肉|骨髓|浆细胞|淋巴|骨巨细胞|骨样骨|骨母细胞)瘤|动脉瘤样骨囊肿"
    r"|嗜酸性肉芽肿|(?:膨胀|溶骨)性[^。]{0,6}(?:破坏|病变|病灶)|软组织(?:肿块|占位)|髓内占位"
    r"|髓外(?:硬膜下)?占位|(?<!骨化)(?<!块)占位(?!率|比|效应|程度|约|达|\s*\d)"
)
_SPINE_TUMOUR_EN = (
    r"chordoma|meningioma|schwannoma|neurinoma|neurofibroma|ependymoma|astrocytoma|(?:spinal"
    r"|sacral) teratoma|spinal cord tumou?r"
)
_SPINE_TUMOUR_ZH = r"脊膜瘤|神经鞘瘤|神经纤维瘤|脊索瘤|室管膜瘤|星形细胞瘤|Tomita|Tokuhashi|Bilsky"

SPINE_WORDS = (
    _word(
        _SUB.CORD_INJURY,
        4.6,
        r"spinal cord injur\w+|cord (?:transection|contusion|laceration)|SCIWORA\b|ha?ematomyelia"
        r"|central cord syndrome|brown-s[eé]quard|(?:epidural|subdural) ha?ematoma",
        r"脊髓(?:的)?(?:完全|不完全)?(?:性)?(?:损伤|挫伤|横断|震荡)|颈髓损伤|胸髓损伤|无骨折脱位|中央(?:管"
        r"|脊髓|型脊髓)?综合征|硬膜[外下]血肿",
        Where.SPINE,
    ),
    _word(
        _SUB.INFECTION,
        4.25,
        r"(?:spondylo)?dis[ck]itis|spondylodis[ck]itis|pott'?s? (?:disease|spine)|(?:tubercul\w+|brucell\w+"
        r"|infectious|pyogenic|septic) (?:of the )?(?:spondyl\w+|spin\w+|vertebra\w*|facet)|(?:spinal"
        r"|vertebral) (?:tubercul\w+|osteomyelitis|infection|epidural abscess)|(?:epidural|extradural"
        r"|paraspinal|paravertebral|psoas|prevertebral)[^.;]{0,20}(?:abscess|phlegmon|empyema)"
        r"|fluid collection[^;]{0,120}(?:decreas|low|abnormal|alter)\w* signal[^.;]{0,40}vertebral bod\w+",
        r"椎间盘炎|椎体(?:骨髓)?炎|(?:脊柱|脊椎|[颈胸腰骶]椎?|椎体)(?:结核|感染)|化脓性脊[柱椎]"
        r"|布[氏鲁]\S{0,6}脊[柱椎]炎|硬膜[外下]脓肿|椎旁(?:寒性)?脓肿|腰大肌(?:寒性)?脓肿",
    ),
    _word(
        _SUB.INFECTION,
        4.25,
        r"osteomyelitis|abscess\w*|tuberculosis|brucell\w+|infecti(?:on|ve)\b",
        r"骨髓炎|脓肿|结核|感染",
        Where.SPINE,
    ),
    _word(_SUB.TUMOUR, 4.1, _SPINE_TUMOUR_EN, _SPINE_TUMOUR_ZH),
    _word(_SUB.TUMOUR, 4.1, _TUMOUR_EN, _TUMOUR_ZH, Where.SPINE),
    _word(_SUB.TUMOUR, 1.75, r"h(?:a)?emangioma", r"血管瘤", Where.SPINE),
    _word(
        _SUB.TRAUMA,
        4.0,
        r"(?:burst|chance|hangman'?s?|jefferson|odontoid|dens|teardrop|vertebral|spinal|spine|sacral|facet"
        r"|flexion-distraction)(?: body)?(?: compression)? fracture\w*|fracture-dislocation"
        r"|fracture[sd]?(?: (?!and |or )\w+){0,5} (?:vertebra\w*|spine|odontoid|atlas|axis|dens|sacrum)"
        r"|traumatic spondylolisthesis|(?:facet|cervical|atlanto-?occipital) dislocation|jumped facet\w*"
        r"|whiplash|(?:neck|cervical) (?:sprain|strain)|(?:vertebral|compression"
        r"|wedge) (?:compression )?(?:fracture|collapse)",
        r"(?:爆裂|楔形|压缩)(?:性)?骨折|椎体[^。；，]{0,6}(?:骨折|楔形变|压缩)|(?:齿突|齿状突|枢椎|寰椎|棘突"
        r"|横突|椎弓|骶骨|Hangman|Jefferson|Chance)\S{0,4}骨折|[颈胸腰骶](?:椎\d*|\d+)\S{0,4}骨折|脊柱骨折"
        r"|关节突(?:脱位|绞锁|交锁)|颈椎\S{0,4}脱位|挥鞭|颈部?(?:扭|挫)伤",
    ),
    _word(_SUB.TRAUMA, 3.5, r"(?<!rod )(?<!screw )(?<!implant )(?<!cage )(?<!plate )(?<!pars )fracture\w*", r"骨折", Where.SPINE),
    _word(
        _SUB.OSSIFICATION,
        3.5,
        r"OPLL\b|OLF\b|OYL\b|DISH\b|ossif\w+ (?:\w+ ){0,3}ligament\w*"
        r"|ossif\w+ of (?:the )?(?:\w+ ){0,2}(?:ligament\w*|flavum)|flowing (?:\w+ ){0,2}(?:ossif\w+"
        r"|osteophyt\w*|bridg\w+)|diffuse idiopathic skeletal|forestier'?s?",
        r"(?:[后前]纵|黄|项)?韧带(?:\S{0,4})骨化|弥漫性特发性骨(?:肥厚|质增生)",
    ),
    _word(
        _SUB.INFLAMMATORY_CONGENITAL,
        3.25,
        r"ankylosing spondylitis|(?:axial )?spondylo?arthr(?:itis|opath\w+)|bamboo|sacroiliitis"
        r"|klippel[- ]feil|hemivertebra\w*|butterfly vertebra\w*|block(?:ed)? vertebra\w*"
        r"|(?:vertebral )?segmentation (?:failure|defect|anomal)\w*|failure of (?:formation|segmentation)"
        r"|vertebral fusion(?![^.]{0,60}(?:screw|instrument|surg|cage|graft|operat|procedure))|fus(?:ed"
        r"|ion of) (?:cervical )?vertebra\w*|spina bifida|(?:myelo|lipomyelo)?meningocele|myelomeningocele"
        r"|tether\w+ (?:spinal )?cord|diastematomyelia|split cord|(?:spinal )?dysraphi\w+|caudal (?:regression"
        r"|dysgenesis)|sacral (?:a|dys)genesis|spondylo(?:costal|thoracic) dys\w+|jarcho|chiari"
        r"|basilar (?:invagin|impress)\w+|platybasia|atlanto-?axial (?:\w+ )?(?:instab|sublux|disloc|rotat"
        r"|fixation)\w*|cranio-?(?:vertebral|cervical) (?:junction )?(?:anomal|malform|instab|disloc)\w*"
        r"|os odontoideum|atlas assimilation|assimilation of the atlas|currarino|congenital (?:scoliosis"
        r"|kyphosis|vertebra\w*|spin\w+)",
        r"强直性脊柱炎|强脊炎|强直脊柱|竹节|骶髂关节炎|脊柱关节(?:炎|病)|半椎体|蝴蝶椎|阻滞椎|融合椎"
        r"|分节(?:不全|不良|障碍)|隐性?裂|脊柱裂|脊膜膨出|(?:脊髓|终丝)?栓系|脊髓纵裂|骶骨(?:缺如|发育)"
        r"|小脑扁桃体下疝|chiari|颅底(?:凹陷|陷入)|寰枢(?:椎|关节)?\S{0,4}(?:不稳|脱位|旋转|固定)"
        r"|寰椎\S{0,4}(?:前脱位|枕化)|游离齿(?:状)?突|齿(?:状)?突\S{0,4}(?:不连|缺如|发育)|klippel"
        r"|先天性(?:脊柱|颈椎|椎体)",
    ),
    _word(_SUB.INFLAMMATORY_CONGENITAL, 3.25, r"rheumatoid", r"类风湿", Where.SPINE),
    _word(
        _SUB.INFLAMMATORY_CONGENITAL,
        2.0,
        r"syrin(?:x|gomyelia)|(?:lumbosacral )?transitional (?:vertebra|segment)\w*|(?:lumbar"
        r"|sacr)ali[sz]ation|bertolotti",
        r"脊髓空洞|移行椎|腰化|骶化",
    ),
    _word(_SUB.SCOLIOSIS, 3.6, r"kyphoscolio\w+", r"后凸侧[凸弯]|侧后凸"),
    _word(
        _SUB.SCOLIOSIS,
        3.0,
        r"scolio(?:sis|tic)|double major|lenke|adult (?:spinal )?deformity|rib hump|spinal deformity"
        r"|adams (?:forward|test)",
        r"侧[凸弯]|剃刀背|lenke|脊柱畸形",
    ),
    _word(
        _SUB.KYPHOSIS,
        3.4,
        r"sagittal (?:imbalance|malalignment|decompensation)|flat[- ]?back|camptocormia|fixed forward"
        r"|positive sagittal",
        r"矢状面?(?:失衡|失平衡|失代偿)|平背",
    ),
    _word(_SUB.KYPHOSIS, 4.2, r"scheuermann\w*", r"scheuermann|休门|舒尔曼"),
    _word(_SUB.KYPHOSIS, 2.5, r"kypho(?:sis|tic)|gibbus|hunch\w*", r"后凸(?!成形)|驼背"),
    _word(
        _SUB.SPONDYLOLISTHESIS,
        3.0,
        r"(?:antero|spondylo)listhesis|spondyloly(?:sis|tic)|pars (?:interarticularis )?(?:defect|fracture"
        r"|stress|lysis)\w*|isthmic",
        r"(?<!骨骺)滑脱|峡部(?:\S{0,2})(?:裂|不连|断裂|崩裂)|滑移",
    ),
    _word(_SUB.SPONDYLOLISTHESIS, 1.5, r"retrolisthesis", r"后滑脱"),
    _word(
        _SUB.LUMBAR_DISC_HERNIATION,
        2.6,
        r"(?:dis[ck]|nucle\w+)[^.;]{0,20}(?:herniat|extru|sequest|prolaps)\w+|(?:herniat|extrud|sequest"
        r"|prolaps|slipped|ruptured)\w*[^.;]{0,20} (?:dis[ck]|nucle\w+|fragment)s?|slipped dis[ck]",
        r"(?:椎间盘|髓核|[颈腰]\d\S{0,3}|[CL]\d(?:[/-][CL]?S?\d)?)\S{0,10}(?:突出|脱出|游离)",
    ),
    _word(_SUB.LUMBAR_DISC_HERNIATION, 2.1, r"dis[ck][^.;]{0,12}protru\w+|protru\w+[^.;]{0,20} dis[ck]", r"突出型"),
    _word(_SUB.LUMBAR_DISC_HERNIATION, 1.5, r"sciatica|micro-?dis[ck]ectomy", r"坐骨神经痛|髓核摘除"),
    _word(
        _SUB.LUMBAR_STENOSIS,
        2.5,
        r"(?:spinal|canal|foraminal|extraforaminal|lumbar|cervical|central|lateral recess"
        r"|subarticular)(?: canal| spinal)? (?:stenosis|narrowing)|stenosis of the (?:spin\w+|lumbar|cervical"
        r"|canal)|neurogenic claudication|narrow(?:ing|ed)? (?:of the )?(?:spinal|vertebral|lumbar) canal",
        r"椎管(?:\S{0,3})狭窄|侧隐窝狭窄|椎间孔(?:\S{0,3})狭窄|(?:神经源性)?间歇性?跛行",
    ),
    _word(
        _SUB.CERVICAL_DEGENERATIVE,
        2.75,
        r"cervical (?:spondylo\w*|dis[ck] (?:disease|hern\w+|degener\w+|protru\w+|bulg\w+)|radiculopathy"
        r"|myelopathy|degener\w+|osteophyt\w*)|degenerative cervical|spondylotic myelopathy",
        r"颈椎(?:病|退变|退行|退行性变|增生)|(?:脊髓|神经根|椎动脉)型颈",
    ),
    _word(_SUB.CERVICAL_DEGENERATIVE, 2.0, r"myelopath\w+|hoffmann\w*", r"脊髓病|霍夫曼|hoffmann", Where.SPINE),
    _word(
        _SUB.DISC_AND_ENDPLATE,
        2.75,
        r"thoracic (?:intervertebral )?dis[ck] (?:hern|protru|prolaps|extru)\w+|(?:intervertebral"
        r"|thoracic) dis[ck] disease",
        r"胸椎间盘(?:\S{0,3})(?:突出|脱出)",
    ),
    _word(
        _SUB.DISC_AND_ENDPLATE,
        2.0,
        r"dis[ck] (?:degenerat\w+|desicc\w+|disease|space narrow\w+)"
        r"|degenerat\w+ (?:lumbar )?(?:inter\w+ )?dis[ck]\w*|degenerative dis[ck]|black dis[ck]|modic"
        r"|schmorl\w*|end-?plate (?:change|irreg|defect|eros|sclero)\w*|discogenic|annular (?:tear|fissure)"
        r"|lumbar spondylosis|vacuum (?:phenomenon|disc)",
        r"椎间盘(?:\S{0,3})(?:退变|变性|退行|源性)|盘源性|终板(?:\S{0,2})(?:炎|改变|退变)|[许施]莫|modic"
        r"|腰椎(?:退变|退行|骨质增生)|黑间盘",
    ),
)
"""Spine sub-conditions. Herniation, stenosis and disc disease are then sorted by region."""

OTHER_WORDS = (
    _word(
        Subfield.JOINT,
        3.0,
        r"(?:hip|knee|shoulder|ankle|elbow|joint)(?: joint)? (?:arthroplast|replacement|resurfac|prosthe)\w*"
        r"|(?:total|partial|unicompartmental|revision) (?:hip|knee|joint|shoulder)|T[KH]A\b|UKA\b"
        r"|hemiarthroplast\w+|aseptic loosening|acetabular (?:cup|component|shell|liner)|(?:tibial"
        r"|femoral) component|(?:polyethylene|liner) wear|periprosthetic|(?:hip|knee|joint) osteoarthr\w+"
        r"|osteoarthritis of the (?:\w+ )?(?:hip|knee)|(?:gon|cox)arthr\w+|(?:avascular necrosis"
        r"|osteonecrosis)[^.]{0,20}femoral head|femoral head (?:necrosis|osteonecrosis|collapse)|PJI\b"
        r"|tricompartmental|joint-space loss",
        r"(?<!椎间盘)(?:髋|膝|肩|踝|肘|关节)\S{0,3}置换|人工(?:髋|膝|股骨头|全|关节)|全[髋膝]|(?<!椎间盘)假体"
        r"|[膝髋]\S{0,3}骨(?:性)?关节炎|股骨头(?:缺血性)?坏死|表面置换|髋臼杯|单髁|内侧间室|无菌性松动",
    ),
    _word(Subfield.JOINT, 2.0, r"osteoarthr(?:itis|osis)", r"骨(?:性)?关节炎"),
    _word(
        Subfield.TRAUMA,
        3.0,
        r"gustilo|open fracture|intramedullary nail\w*|external fixat(?:or|ion)|compartment syndrome"
        r"|polytrauma|schatzker|garden (?:type )?[IV1-4]+|intertrochanteric|colles|monteggia|galeazzi"
        r"|pelvic ring|femoral neck fracture|(?:hip|shoulder|elbow|knee|ankle) dislocation"
        r"|dislocat\w+ (?:of the )?(?:\w+ )?(?:hip|shoulder|elbow)|pilon|bimalleolar|trimalleolar|weber [ABC]",
        r"gustilo|开放性?\S{0,2}骨折|髓内[钉针]|外固定[架支]|骨筋膜室|多发伤|[肩髋肘膝]关节\S{0,2}脱位|粗隆间"
        r"|转子间|股骨颈骨折|骨盆环",
    ),
    _word(Subfield.TRAUMA, 3.0, r"fracture\w*|non-?union", r"骨折|骨不连", Where.LIMB),
    _word(
        Subfield.SPORTS_MEDICINE,
        3.25,
        r"(?:anterior|posterior) cruciate|ACL\b|PCL\b|menisc\w+|rotator cuff|supraspinatus|glenoid labr\w+"
        r"|labral tear|bankart|hill-sachs|SLAP (?:tear|lesion)|patell(?:ar|a) (?:instab|dislocat|tendin|sublux"
        r"|tendon)\w*|lachman|pivot[- ]shift|(?:achilles|patellar|quadriceps|biceps"
        r"|pectoralis) (?:tendon )?(?:ruptur|tear|tendin)\w*|(?:tennis|golfer'?s?) elbow|epicondylitis"
        r"|hamstring (?:tear|strain|injur|avuls|auto|graft)\w*|medial collateral|lateral collateral|MPFL\b"
        r"|shoulder instability|subacromial|femoroacetabular|ankle sprain|(?:lateral ankle"
        r"|syndesmo\w+) (?:ligament|instability)|anterior talofibular|osteochondritis dissecans|jumper'?s knee"
        r"|runner'?s knee|iliotibial|stress reaction of the tibia",
        r"交叉韧带|半月板|肩袖|冈上肌|盂唇|bankart|髌骨(?:\S{0,2})(?:脱位|不稳)|跟腱(?:断裂|\S{0,3}炎)|网球肘"
        r"|外上髁炎|关节镜|lachman|轴移|肩(?:关节)?(?:前|后)?(?:不稳|向不稳)|撞击(?:综合)?征|软骨(?:缺损|损伤)"
        r"|踝(?:关节)?(?:\S{0,3})扭伤|[内外]侧副韧带|距腓前韧带|复发性肩|髂胫束|跳跃膝",
    ),
    _word(
        Subfield.HAND_AND_FOOT,
        3.25,
        r"hallux|bunion\w*|carpal tunnel|trigger (?:finger|thumb)|dupuytren\w*|de quervain\w*|(?:flexor"
        r"|extensor) tendon|metatars\w+|metacarp\w+|scaphoid|plantar fasci\w+|flat[- ]?f(?:oo|ee)t"
        r"|pes (?:planus|cavus)|morton'?s? neuroma|hammer ?toe|(?:base|basal joint) of the thumb|lisfranc"
        r"|proximal interphalang\w+|interphalang\w+|phalan(?:x|ge)\w*|kienb\w+|replant\w+|TFCC\b"
        r"|cubital tunnel|diabetic foot|charcot foot|tarsal (?:tunnel|coalition)|posterior tibial tendon"
        r"|mallet finger|swan[- ]neck|boutonni\w+|thenar|tinel\w*|phalen\w*|finkelstein\w*",
        r"[拇𧿹]趾?外翻|跖骨|跖趾|跖筋膜|足底筋膜|腕管|扳机指|弹响指|腱鞘炎|掌腱膜|舟状?骨|掌骨|[指趾]骨"
        r"|[屈伸]指?肌腱|断[指肢]|再植|平足|扁平足|高弓足|肘管|手外伤|糖尿病足|锤状趾|锤状指|第一跖|大鱼际"
        r"|tinel|phalen|月骨|三角纤维软骨|踝管|拇指腕掌",
    ),
    _word(
        Subfield.BONE_TUMOUR,
        3.5,
        r"osteosarcoma|ewing'?s?(?: sarcoma)?|chondrosarcoma|giant[- ]cell tumou?r of bone|enchondroma"
        r"|osteochondroma|osteoid osteoma|fibrous dysplasia|(?:aneurysmal|unicameral|simple) bone cyst"
        r"|bone (?:tumou?r|metasta|sarcoma|cancer)\w*|codman|limb[- ]salvage|adamantinoma|chondroblastoma"
        r"|ossifying fibroma|non-?ossifying",
        r"骨肉瘤|尤[文因]|软骨肉瘤|骨巨细胞瘤|(?:内生)?软骨瘤|骨样骨瘤|纤维(?:异样增殖|结构不良)|骨囊肿|骨肿瘤"
        r"|骨转移|codman|保肢|软骨母细胞瘤|非骨化性",
        Where.NOT_SPINE,
    ),
    _word(Subfield.BONE_TUMOUR, 3.5, _TUMOUR_EN, _TUMOUR_ZH, Where.LIMB),
    _word(
        Subfield.PAEDIATRIC_AND_METABOLIC,
        4.0,
        r"\w*spond?ylo\w*(?:epiphys|metaphys|cheirodys)\w*|(?:otospondylo\w+|epiphyseal|metaphyseal|skeletal"
        r"|chondro\w*|diastrophic|campomelic|kniest|metatropic|acromesomelic|cleidocranial|immuno-osseous"
        r"|opsismo\w*|thanatophoric)[- ](?:\w+ )?dysplasia|spondylo(?!costal|thoracic)\w+ dys(?:plasia"
        r"|ostosis)|(?:pseudo)?achondroplas\w+|hypochondroplas\w+|achondrogenesis|brachyolmia"
        r"|osteogenesis imperfecta|blue sclera\w*|osteopetros\w+|mucopolysaccharid\w+|morquio",
        r"软骨发育不全|成骨不全|石骨症|[粘黏]多糖|骨骺发育不良",
    ),
    _word(
        Subfield.PAEDIATRIC_AND_METABOLIC,
        3.4,
        r"rickets|osteomalac\w+|pycnodysost\w+|paget'?s? disease(?! of the (?:breast|nipple))|hypophosphat\w+"
        r"|hurler|gaucher|marfan|loeys|ehlers[- ]danlos|stickler|larsen syndrome|short stature|dwarf\w*"
        r"|arthrogrypos\w+|metaphyseal|rugger|renal osteodystrophy|hyperparathyroid\w*|brown tumou?r"
        r"|lead (?:line|band|poison)\w*|growth (?:arrest|plate)|physeal|bone age|hip dysplasia"
        r"|dysplasia of the hip|ortolani|barlow|pavlik|perthes|legg-calv\w+|slipped (?:capital|upper) femoral"
        r"|SCFE\b|club-?foot|talipes|ponseti|blount\w*|osgood|torticollis|ollier|fibrodysplasia ossificans"
        r"|melorheostosis|caffey|scurvy|homocystinuria|alkaptonuria|ochronosis",
        r"发育性髋|髋(?:关节)?发育不良|ortolani|barlow|pavlik|graf(?!t)|佝偻|骨软化|骨硬化症|perthes"
        r"|股骨头骨骺|骨骺滑脱|马蹄内翻足?|ponseti|代谢性骨|甲状旁腺功能亢进|甲旁亢|肾性骨|低磷|骨骺|骺板"
        r"|生长板|干骺端发育|脑瘫|斜颈|[OX]型腿|paget|变形性骨炎|马凡|矮小|blount|戈谢",
    ),
    _word(
        Subfield.PAEDIATRIC_AND_METABOLIC,
        2.2,
        r"osteoporosis|osteopenia|bone (?:mineral )?density|vitamin D|DXA\b",
        r"骨质疏松|骨密度|骨量减少|维生素D|双能X",
    ),
)
"""The other subfields of orthopaedics."""
