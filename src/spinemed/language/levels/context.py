"""What the words around a candidate make of it: a bone, a nerve root, or a look-alike.

Candidates that share a list ("L3, L4 and L5 medial branches", "T1 and T2 sequences") are read as one group: what follows the
last or stands before the first holds for all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto

from spinemed.domain.levels import Region, Vertebra
from spinemed.language.levels.chains import Candidate, counts_something


class Reading(Enum):
    """What a candidate is."""

    BONE = auto()
    ROOT = auto()
    NONE = auto()


_LINK = re.compile(
    r"\s*(?:(?:left|right|bilaterally)\b)?\s*(?:,|，|、|&|\+|/|and|or|versus|vs\.?|和|及|与|或|以及|as well as)?\s*(?:,|and|or)?\s*(?:the)?\s*(?:left|right|both|bilateral|exiting|traversing|左侧|右侧|双侧|左|右)?\s*(?:[A-E][.、．)]\s*)?",
    re.I,
)


def groups(text: str, candidates: Sequence[Candidate]) -> Iterator[list[Candidate]]:
    """Candidates linked by nothing but list words, in order."""
    group: list[Candidate] = []
    for candidate in candidates:
        if group and (candidate.start - group[-1].end > 24 or not _LINK.fullmatch(text, group[-1].end, candidate.start)):
            yield group
            group = []
        group.append(candidate)
    if group:
        yield group


def read_group(text: str, group: Sequence[Candidate], every: Sequence[Candidate]) -> list[Reading]:
    """One reading for each candidate of a group."""
    left, right = _before(text, group[0].start), group[-1].end
    dropped = [_bone_called_c8(text, candidate) or _is_look_alike(text, candidate, group, every) for candidate in group]
    if any(dropped) and group[0].form == "letter" and not _names_bone(text, right):
        # "specimens L2 and L3", "T1 and T2 sequences": one look-alike of a list makes all of them.
        dropped = [drop or (c.single and not _names_bone(text, c.end)) for c, drop in zip(group, dropped, strict=True)]
    readings = [Reading.NONE if drop else Reading.BONE for drop in dropped]
    last_single = group[-1].single
    by_right = _root_after(text, right, group[-1])
    for place, candidate in enumerate(group):
        if readings[place] is Reading.NONE:
            continue
        if (by_right and candidate.single == last_single) or _root_before(left, text, right, candidate) or _root_after(text, candidate.end, candidate):
            readings[place] = Reading.ROOT
    return readings


def _before(text: str, pos: int, reach: int = 90) -> str:
    """The words before `pos` back to the start of the sentence."""
    window = text[max(0, pos - reach) : pos]
    breaks = [m.end() for m in _BREAK.finditer(window)]
    return window[breaks[-1] :] if breaks else window


def _around(text: str, group: Sequence[Candidate], before: int, after: int) -> str:
    """The words about a group within its sentence."""
    right = text[group[0].start : group[-1].end + after]
    end = _BREAK.search(right, group[-1].end - group[0].start)
    return _before(text, group[0].start, before) + (right[: end.start()] if end else right)


def _sentence(text: str, group: Sequence[Candidate]) -> str:
    """The words about a group up to a full stop, over semicolons."""
    left = re.split(r"[。；\n]|[.?!]\s+(?=[A-Z(])", text[max(0, group[0].start - 70) : group[0].start])[-1]
    right = re.split(r"[。；\n]|[.?!]\s+(?=[A-Z(])", text[group[-1].end : group[-1].end + 50])[0]
    return f"{left} | {right}"


_BREAK = re.compile(r"[。；;]|\n\s*\n|[.?!]\s+(?=[A-Z(])")


# --- roots ---------------------------------------------------------------------------------------------------------------

_ROOT_AFTER = re.compile(
    r"\s*(?:\((?:left|right|bilateral)\)\s*)?[-–]?\s*(?:(?:left|right|bilateral|exiting|traversing|descending|selective|dorsal|ventral|anterior|posterior|spinal|sensory|motor|"
    r"conjoined|cervical|thoracic|lumbar|sacral|and|or)[\s,-]+){0,3}"
    r"(?:nerves?\b|roots?\b|radicul\w+|dermatom\w+|myotom\w+|ram(?:us|i)\b|(?:medial|lateral) branch\w*|distributions?\b|innervat\w+|denervation|muscles?\b|reflex\w*|"
    r"(?:sensory|motor|cord|spinal cord|neurologic(?:al)?|block) (?:levels?|segments?)\b|DRG\b|par[ae]{1,2}sthesi\w+|hyp\w{0,3}sthesi\w+|numbness|sensation|sensory|pinprick|"
    r"motor (?:function|strength|deficit|loss|weakness)|ASIA\b|AIS\b)"
    r"|\s*(?:[)）]\s*)?(?:左侧|右侧|双侧|选择性|脊|出口|行走|走行|穿出|下行|颈|胸|腰|骶){0,2}(?:神[经經](?!孔|管|根管)|根(?!部|性|管)|皮节|肌节|皮区|感觉(?:平面|减退|消失|异常|障碍|区)|针刺觉|支配|后支|内侧支|外侧支|背支|前支|反射|运动平面|(?:[^，。；]{0,3})分布区)"
    r"|\s*(?:平面|水平)?以下[^，。；]{0,8}(?:感觉|痛|温|触|觉|麻木)",
    re.I,
)
_CORD_LEVEL = re.compile(r"\s*levels? of the (?:spinal )?cord\b", re.I)
_STAYS_BONE = re.compile(r"\s*(?:level|levels|水平|椎间孔|foram)", re.I)

_ROOT_NOUN = (
    r"(?:nerve roots?|spinal nerves?|nerves?|roots?|radiculopath\w+|radiculitis|dermatom\w+|myotom\w+|ram(?:us|i)|(?:medial|lateral) branch(?:es)?(?: blocks?| neurotom\w+| injections?)?|"
    r"(?:sensory|motor|cord|spinal cord|block|neurologic(?:al)?|an(?:a)?esthetic)(?: block| cord| injury)? levels?(?: of (?:the )?(?:injury|lesion))?|block height|height of (?:the )?block|sensory block|"
    r"innervated by|supplied by|innervation|denervation|reflex(?:es)?|(?:knee|ankle) jerks?|distributions?|DRG)"
)
_ROOT_BEFORE = re.compile(
    rf"\b(?P<noun>{_ROOT_NOUN})(?P<link>(?:[\s:(（=,~–-]+|\b(?:of|in|to|is|was|at|from|the|levels?|left|right|bilateral|both|on|via|namely|i\.e\.|through|up|down)\b)*)$", re.I
)
_MUSCLE_BEFORE = re.compile(
    r"(?:deltoids?|biceps|triceps|brachioradialis|extensors?|flexors?|tibialis(?: anterior| posterior)?|gastrocnemius|soleus|quadriceps|vastus \w+|glut\w+(?: \w+)?|iliopsoas|hamstrings?|EHL|EDL|FDI|APB|ADM|"
    r"interossei|infraspinatus|supraspinatus|paraspinals?|peroneus \w+|rhomboids?|trapezius|pronator teres|adductors?|longus|brevis|hallucis|pollicis|extension|flexion|dorsiflexion|abduction|肌|反射)"
    r"(?:\s*[:：]?\s*[(（]\s*|\s*[:：]?\s+)$",
    re.I,
)
_SENSE = (
    r"(?:sensation|sensory (?:loss|deficit|change|exam)\w*|sensory|numb(?:ness)?|hyp\w{0,3}sthe\w+|pin ?prick|light touch|an(?:a)?esthetic|par(?:a)?esthesi\w+|proprioception|temperature|dys(?:a)?esthesia)"
)
_SENSED_BEFORE = re.compile(rf"\b{_SENSE}\b[^.;。；]{{0,60}}\b(?:below|above|from|across|over|in|to|along)\s+(?:the\s+)?(?:(?:left|right|bilateral|levels?|level of|both)\s+)*(?:the\s+)?$", re.I)
_LABELLED = re.compile(r"\b(?:myotomes?|dermatomes?|reflexes|motor|皮节|肌节)(?:定位)?\s*[:：]", re.I)
_ROOT_BEFORE_ZH = re.compile(
    r"(?:(?:感觉|运动|阻滞|麻醉|腰麻|损伤|神经|皮肤)[^，。；：:]{0,4}平面(?:（NLI）)?[^，。；\d]{0,6}|神[经經]根(?:是|为|即|包括|：|:)?[（(]?\n?|(?:皮节|肌节)[^，。；\d]{0,6})(?:[A-E][.、．)]\s*)?$"
)


# Every pattern before a root holds one of these; a substring is looked for a hundred times faster than the patterns.
_ROOT_CUES = (
    "root", "nerve", "radicul", "derma", "myoto", "ram", "branch", "level", "block", "innervat", "suppl", "reflex", "jerk", "distribution", "drg", "sens", "numb",
    "sthe", "prick", "touch", "propri", "temperature", "deltoid", "ceps", "radialis", "tens", "flex", "tibialis", "gastroc", "soleus", "vast", "glut", "psoas",
    "hamstring", "ehl", "edl", "fdi", "apb", "adm", "interossei", "spinatus", "paraspinal", "peroneus", "rhomboid", "trapezius", "pronator", "adduct", "longus",
    "brevis", "hallucis", "pollicis", "abduct", "motor", "平面", "神", "皮节", "肌", "反射",
)  # fmt: skip


def _root_after(text: str, end: int, candidate: Candidate) -> bool:
    if _CORD_LEVEL.match(text, end):
        return True
    m = _ROOT_AFTER.match(text, end)
    if not m or _STAYS_BONE.match(text, end):
        return False
    # "T10 cord" without "level" is where the cord is seen, and C7 muscles are a supply.
    return candidate.form != "name"


def _root_before(left: str, text: str, end: int, candidate: Candidate) -> bool:
    if candidate.form == "name" or re.match(r"\s*(?:foram|facet|pars|pedicle|lamina|椎)", text[end : end + 12], re.I):
        return False
    if not any(cue in left.lower() for cue in _ROOT_CUES):
        return False
    m = _ROOT_BEFORE.search(left)
    if m:
        return _by_noun(m, candidate)
    if _SENSED_BEFORE.search(left) or _MUSCLE_BEFORE.search(left) or _ROOT_BEFORE_ZH.search(left):
        return True
    return candidate.single and _LABELLED.search(left) is not None


def _by_noun(m: re.Match[str], candidate: Candidate) -> bool:
    """A root *of* a level is a root; one *at* a level leaves the level, but radiculopathy at one vertebra is the root's."""
    noun, at = m["noun"].lower(), re.search(r"\b(?:at|in|on|through)\b", m["link"], re.I) is not None
    if noun.startswith(("nerve", "root", "spinal nerve")):
        return not at and "," not in m["link"]
    if noun.startswith(("radicul", "medial", "lateral", "reflex", "distribution")):
        return candidate.single or not at
    return True


# --- look-alikes ---------------------------------------------------------------------------------------------------------

_BONE_AFTER = re.compile(
    r"\s*[-–]?\s*(?:vertebra|bod(?:y|ies)\b|spinous|lamina|pedicle|fracture|transverse|facet|end ?plate|slope|pelvic angle|levels?\b|dis[ck]\b|compression|burst|foram|roots?\b|nerve|dermatom|"
    r"radicul|tubercle|arch\b|corpectom|laminec|laminop|screws?|process|metasta|wedg|pars\b|superior|inferior|hemivert|spinal|myotom|interspace|to\s+[TL]\d|through|"
    r"椎|神经|棘突|横突|倾斜|骨盆角|水平|节段|上终板|下终板|皮节|骶孔|后孔|皮)",
    re.I,
)


def _names_bone(text: str, end: int) -> bool:
    return _BONE_AFTER.match(text, end) is not None


def _only(group: Sequence[Candidate], letter: str, most: int) -> bool:
    """True when every level of the group is of one region, by letter, numbered 1 to `most`."""
    region = {"T": Region.THORACIC, "S": Region.SACRAL}[letter]
    return all(a.region is region and 1 <= a.number <= most and a.form in ("letter", "bare") for c in group for a in c.atoms)


def _bone_called_c8(text: str, candidate: Candidate) -> bool:
    """A "C8 vertebra" does not exist; which level was meant is not for us to guess."""
    return candidate.single and candidate.atoms[0].number == 8 and candidate.atoms[0].region is Region.CERVICAL and _BONE_NOUN.match(text, candidate.end) is not None


_BONE_NOUN = re.compile(r"\s*(?:vertebra|bod(?:y|ies)|spinous|lamina|pedicle|椎(?!间孔|管))", re.I)


def _is_look_alike(text: str, candidate: Candidate, group: Sequence[Candidate], every: Sequence[Candidate]) -> bool:
    if candidate.form == "name":
        return _no_bone_name(text, candidate, group, every)
    if _bad_neighbour(text, candidate):
        return True
    if candidate.form == "ordinal" and _ORDINAL_OF_OTHER.match(text, candidate.end):
        return True
    if candidate.form in ("word", "han", "bare") and _counted(text, candidate):
        return True
    if candidate.form != "letter" and candidate.form != "bare":
        return False
    checks = (_weighting, _staging, _heart, _named_thing, _strength)
    return any(check(text, candidate, group) for check in checks) or _no_spine(text, candidate, group, every)


_RIGHT_NEVER = re.compile(r"\s*(?:th)?\s*(?:ribs?\b|costal|肋)|[-/]\d{2,}|\s*(?:型|病区|病床|病房|床(?!突)|号楼|导联|送检)|\s*(?:drivers?\b|gallop)|'?-?(?:AI|ai)\b|-?CAM\b")
_LEFT_NEVER = re.compile(
    r"(?:\bfig(?:ure)?s?\.?|\btables?|\brooms?|\bbed|\bunit|\bward|\bfloor|\bshelf|\btray|\blot|\bappendix|\bchapter|\btooth|\bleads?|\bgate|\bbay|\bsuite|\bslot|\bTorx|Crohn|Montreal|Child-Pugh|Prague|克罗恩病|分级|标本|批号|临床|\bsamples?|\bspecimens?|supplement\w*|"
    r"\bICD(?:-10)?:?|\bcode|图|表|住院号|床号|病理号|编号|Tile|AO|CEAP|\btype|\bzone|\bphase|\bstage|\brib|\bribs|\bstudent|\bday|postoperative|\bPOD|术后|vitamin|维生素|\bHLA|\bIL|(?:ECG|EKG)[^.]{0,12})\s*[#:：]?\s*$",
    re.I,
)
_CARRIES_ON = re.compile(r"[-–/]?[A-Za-z]?\d|\s?\*")


def _bad_neighbour(text: str, candidate: Candidate) -> bool:
    if _RIGHT_NEVER.match(text, candidate.end):
        return True
    return _LEFT_NEVER.search(text[max(0, candidate.start - 24) : candidate.start]) is not None and not _names_bone(text, candidate.end)


_ORDINAL_OF_OTHER = re.compile(
    r"\s+(?:puncture|smear|interosse|compartment|web|rib|aort|spine|surg|epidural|inject|fusion|laminect|MRI?\b|CT\b|x-?ray|dis[ck]ect|drain|procedure|operation|radiograph|film|scan|block\b|steroid|decompress|rib|consult|visit|stage|"
    r"view|tap\b|cord|plexus|region|curve|curvature|pain|strain|sprain|and\s+\w+\s+surg)",
    re.I,
)


def _counted(text: str, candidate: Candidate) -> bool:
    if candidate.form == "han":
        written = text[candidate.start : candidate.end]
        if text[candidate.start - 1 : candidate.start] in _OTHER_NECKS and candidate.start and "椎" not in written:
            return True
        if "第" not in written and re.match(r"节(?!段)", text[candidate.end : candidate.end + 2]):
            return True
        return counts_something(text, candidate.end) and not _names_bone(text, candidate.end)
    return counts_something(text, candidate.end) and not re.match(r"\s*level", text[candidate.end : candidate.end + 8], re.I) or (
        candidate.form == "word" and re.match(r"\s*levels?\b", text[candidate.end : candidate.end + 8]) is not None and candidate.single
    )


# 宫颈 cervix, 股骨颈 femoral neck, 气胸 pneumothorax, 弯腰 to stoop: the character before makes it another word.
_OTHER_NECKS = "宫骨囊瘤气血弯护闪束叉收距胃脓液"

_WEIGHT_AFTER = re.compile(
    r"\s*[-–/,、及]?\s*(?:and\s+|or\s+)?(?:weight|w\b|wi\b|flair|fse\b|tse\b|se\b|stir|gre\b|fs\b|pd\b|dwi\b|swi\b|adc\b|proton|haste|vibe|flash|ffe\b|dixon|space\b|blade|t[12]\*|压脂|抑脂|加权)"
    r"|\s*[-–]?\s*(?:(?:spin|gradient|turbo|fast)[- ]|fat|sag|ax(?:ial|\b)|coronal|cor\b|signal|sequence|imag|mri?\b|hyper|hypo|iso|bright|dark|post|pre\b|pre-|contrast|gad|c\+|\+|\*|star\b|relax|"
    r"map|short|prolong|scan|inten|low\b|high\b|shine|with(?:out)? (?:contrast|gad|fat)|enhanc|non-?fat|value|time|of\s+\d+\s?ms|\d+\s?ms|change|sat|black|white|series|protocol|acquisition|slice|tra\b|"
    r"加权|像|信号|序列|增强|相\b|呈|上见|上|低|高|等|长|短|稍|图|平扫|倾向|均)"
    r"|\s*[)）]?\s*(?:加权|像|信号)",
    re.I,
)
_WEIGHT_BEFORE = re.compile(
    r"(?:\bon|\bsagittal|\baxial|\bcoronal|contrast|gadolinium|enhanced|weighted|suppressed|saturated|fat-sat|\bSTIR|\bFLAIR|\bDWI|\bPD|\blow|\bhigh|increased|decreased|abnormal|\blong|\bshort|\bbright|"
    r"\bdark|intens\w+|\bnative|\bprolonged|\bturbo|\bSE|\bFSE|\bTSE|\bMR|\bMRI|sequences?|images?|\bw/|\bsag|\bax|spin-echo|长|短|等|稍|矢状位|轴位|横断位|冠状位|抑脂|压脂|增强|平扫|序列)"
    r"\s*(?:[:：,/、(（]|and|or|on|in|及|和|the)*\s*$",
    re.I,
)
_AFTER_LEVEL = re.compile(r"[CTL]\d{1,2}\s+on\s+$|\b(?:at|behind|below|above|of|between|from|to|body|vertebra|level|and above|over)\s+(?:the\s+)?$|UIV\s*[=:]?\s*$")
_IMAGING = re.compile(r"imag|sequence|signal|\bMRI?\b|contrast|weighted|FLAIR|STIR|intens|gadolin|加权|信号|序列|扫描|DWI", re.I)


def _weighting(text: str, candidate: Candidate, group: Sequence[Candidate]) -> bool:
    """T1 and T2 as MRI weighting."""
    if not _only([candidate], "T", 2):
        return False
    end = group[-1].end if _only(group, "T", 2) else candidate.end
    if _names_bone(text, candidate.end) or (candidate is not group[-1] and _only(group, "T", 2) and _names_bone(text, end)):
        return False
    if _WEIGHT_AFTER.match(text, candidate.end) or _WEIGHT_AFTER.match(text, end):
        return True
    left = _before(text, group[0].start if _only(group, "T", 2) else candidate.start, 40)
    if _AFTER_LEVEL.search(left):
        return False
    if _WEIGHT_BEFORE.search(left):
        return True
    if not candidate.single or len(group) > 1 and not _only(group, "T", 2):
        return False
    around = text[max(0, candidate.start - 60) : candidate.end + 60]
    return _IMAGING.search(around) is not None


_STAGE_AFTER = re.compile(r"[a-d]?\s*[,/]?\s*[cpy]{0,2}[NM][0-3Xx]|\s*(?:\w+\s+){0,3}(?:carcinoma|adenocarcinoma)|\s*(?:tumou?rs?\b|disease|cancer|lesions? \(|期|stage|neoplasm|N[0-3]\b)|\s*[-–]\s*T[1-4] tumou?r")
_STAGE_BEFORE = re.compile(r"(?:stage|staging|TNM|tumou?r|carcinoma|cancer|癌|分期)[^.;。；]{0,14}[\s,(（:]$", re.I)


def _staging(text: str, candidate: Candidate, group: Sequence[Candidate]) -> bool:
    """T1 to T4 as the size of a tumour."""
    if not all(a.region is Region.THORACIC and a.number <= 4 for a in candidate.atoms) or _names_bone(text, candidate.end):
        return False
    if _STAGE_AFTER.match(text, candidate.end):
        return True
    left = text[max(0, candidate.start - 40) : candidate.start]
    return len(group) == 1 and _STAGE_BEFORE.search(left) is not None and not re.search(r"\b(?:at|of|to|from|in|involving|invading)\s+(?:the\s+)?$", left)


_HEART = re.compile(
    r"\bheart\b|cardia|cardiovasc|murmur|gallop|\brubs?\b|regular|rhythm|\bRRR\b|auscult|\bCVS?\b|\bS[34]\b|\bsplit\b|audible|apex|\bloud\b|\bsounds?\b|闻及|心音|心脏|心界|心律|心率|杂音|听诊", re.I
)
_SACRAL = re.compile(r"sacr|screw|foram|dermat|myotom|\broot|nerve|radicul|L5|disc\b|disk\b|pedicle|reflex|branch|骶|神[经經]|椎|螺钉|反射（", re.I)


def _heart(text: str, candidate: Candidate, group: Sequence[Candidate]) -> bool:
    """S1 to S4 as heart sounds."""
    if not _only([candidate], "S", 4) or _names_bone(text, candidate.end) or not _only(group, "S", 4):
        return False
    left = _before(text, group[0].start, 50)
    right = _around(text, group, 0, 50)[group[-1].end - group[0].start :]
    if _root_before(left, text, candidate.end, candidate) or not _HEART.search(f"{left} | {right}"):
        return False
    close = f"{left[-25:].rpartition('，')[2]} {right[:14].partition('，')[0]}"
    return not _SACRAL.search(close)


# Things other than bones that carry a letter and a number, by the region of that letter; looked for in the sentence, close by.
_THINGS = {
    Region.CERVICAL: re.compile(
        r"complement|esterase|inhibitor|C1q|dsDNA|\bANA\b|hypocompl|补体|酯酶|acylcarnitine|\bg/L|mg/dL|cyclospor|ng/mL|\bEEG|electrodes?|alkyl|carbon|fatty|\bchains?\b|C2 domain|glioma|\bcarotid|\bICA\b|"
        r"颈内动脉|脂肪酸|myoblast|hepatitis|vitamin|newborn",
        re.I,
    ),
    Region.THORACIC: re.compile(
        r"\bTSH\b|thyro|hormone|\bfree T|\btotal T|FT[34]\b|uptake|甲功|甲状腺|nmol|pmol|time ?points?|baseline|\bEEG|electrodes?|\bspikes?\b|时间点|cytokine|vitamin|receptor|dopamine|维生素|前降支|saline|"
        r"dextrose|KCl|\bNS\b",
        re.I,
    ),
    Region.LUMBAR: re.compile(r"[(（]?L\d[)）]?[\s-]*(?:loss\b|norm\b|regulari[sz]|penalty|speakers?|languages?|learners?|cell adhesion|larva|cache|细胞|黏附|port\b)|\bpupils?|language", re.I),
    Region.SACRAL: re.compile(r"liver|hepat|肝|pulmonary|\blungs?\b|肺|\blobe|上叶|下叶|cortex|somatosens|化疗|chemother|capecitabine|supplement|\bECG|心电图|\bfigs?\b|\btables?\b", re.I),
}
# So telling that not even "at the C6 segment" makes a bone of it; these are looked for beyond the sentence too.
_SURE_THINGS = {
    Region.CERVICAL: re.compile(r"\bEEG|electrodes?|脑电图|电极|\bcarotid|\bICA\b|颈内动脉|complement|补体|\bCH50|esterase|cyclospor", re.I),
    Region.THORACIC: re.compile(r"\bEEG|electrodes?|脑电图|电极|time ?points?|时间点", re.I),
    Region.LUMBAR: re.compile(r"\bspeakers?\b|native language", re.I),
}
_TIME_POINT = re.compile(r"\bT\d\s*[（(]?\s*(?:at\s+)?(?:\d+\s*(?:wk|week|month|mo\b|days?)|baseline|pre-?op|post-?op)|T\d为?(?:术前|术后|末次|基线)", re.I)
_LAB_LEVEL = re.compile(r"\s*levels?\b", re.I)


def _named_thing(text: str, candidate: Candidate, group: Sequence[Candidate]) -> bool:
    """Complement C3, free T4, liver segment S5, L1 loss and their like."""
    end = group[-1].end
    if not _LAB_LEVEL.match(text, end) and (_names_bone(text, candidate.end) or _names_bone(text, end)):
        return False
    sure = _SURE_THINGS.get(candidate.atoms[0].region)
    if sure and all(a.number <= 7 for a in candidate.atoms) and sure.search(_sentence(text, group)):
        return True
    if candidate.single and candidate.atoms[0].region is Region.THORACIC and candidate.atoms[0].number <= 5:
        if _TIME_POINT.search(text, max(0, candidate.start - 200), candidate.end + 200):
            return True
    pattern = _THINGS.get(candidate.atoms[0].region)
    if pattern is None or not pattern.search(_around(text, group, 45, 32)):
        return False
    before = text[max(0, group[0].start - 14) : group[0].start]
    return not re.search(r"\b(?:vertebra\w*|at|body|of the)\s+(?:the\s+)?$", before)


_SPINE = re.compile(
    r"vertebr|spin[ae]|dis[ck]s?\b|lumbar|cervical|thoracic|sacr|lordo|kypho|scolio|cobb|fusion|fused|lamin|pedicle|facet|foram|stenosis|hernia|protru|bulg|fractur|screw|\brods?\b|roots?\b|radicul|cord\b|nerve|"
    r"dermat|myotom|epidural|interspace|listhesis|\bpars\b|endplate|end plate|corpect|arthrodes|interbod|instrument|decompress|plasty|metasta|myel|reflex|sensory|\bneck\b|\bback\b|construct|wedge|"
    r"compress|collapse|schmorl|modic|[CTLS]\d{1,2}\s?[-/–]\s?[CTLS]?\d|conus|cauda|level|uiv|liv\b|plumb|slope|aort|crest|scapula|skelet|lesion|dens\b|odontoid|atlas|\bACDF|[TLAP]LIF\b|disk|sclero|"
    r"edema|oedema|rib|hook|cage|cement|count|transitional|lsTV|subluxat|process|ligament|spondyl|ha?emangi|tubercle|\bbody\b|\bbodies\b|\bjerk|pin ?prick|sensation|numb|pelvi|skull|coccyx|ganglion|ilium|iliac|deposit|\bplates?\b|\bpins\b|between|osteophyt|paraspin|椎|棘|皮节|肌节|反射|平面|真空|节段|计数|侧凸|侧弯|支具|LIV|UIV|层面|脊|神经|骨|腰|颈|胸|骶|髓|滑脱|突出|术|疼|痛",
    re.I,
)


def _no_spine(text: str, candidate: Candidate, group: Sequence[Candidate], every: Sequence[Candidate]) -> bool:
    """A lone letter and number in a text that speaks of no spine at all: a port, a lead, a seat."""
    if len(group) > 2 or len(every) > 3 or not all(c.single for c in every) or candidate.form != "letter":
        return False
    start, end = max(0, group[0].start - 300), group[-1].end
    return not (_SPINE.search(text, start, group[0].start) or _SPINE.search(text, end, end + 300))


def _strength(text: str, candidate: Candidate, group: Sequence[Candidate]) -> bool:
    """The L of "R 5/5, L 4/5" and of "Pupils R 3 mm, L 3 mm" is a side."""
    written = text[candidate.start : candidate.end]
    if written[1:2] != " ":
        return False
    left = text[max(0, candidate.start - 24) : candidate.start]
    return re.search(r"\bR\s?\d|\bEHL|strength|power|grip|motor|\bCT\s*$", left, re.I) is not None or counts_something(text, candidate.end)


_NAME_AFTER = re.compile(
    r"\s*(?:view|projection|radiograph|x-?ray|films?\b|stent|deviation|invaginatus|evaginatus|in dente|-?based|registration|labels?|片|开口位|张口位|融合术|大孔)|\s+(?:is suppressed)",
    re.I,
)
_NAME_BEFORE = re.compile(
    r"(?:\blong|\bshort|\bHPA|optical|mechanical|\b[xyz]|\bleft|\bright|vertical|horizontal|electrical|pituitary|adrenal|\bcentral|rotation(?:al)?|bearing|sagittal|coronal|major|minor|brain|anatom\w+|"
    r"open[- ]mouth|atlanto|basion|neural|hip|cardiac|gut|tooth|probabilistic|MNI|\bsee|template)[\s-]*$",
    re.I,
)
_COMPOUND_BEFORE = re.compile(r"(?:open[- ]mouth|atlanto|basion|tooth)[\s-]*$", re.I)
_NECK_BONES = re.compile(r"C[0-7]\b|atlas|\bdens\b|odontoid|cervical|vertebra|fractur|sublux|dislocat|椎|atlanto|neck|ligament|hangman", re.I)


def _no_bone_name(text: str, candidate: Candidate, group: Sequence[Candidate], every: Sequence[Candidate]) -> bool:
    """Atlas, axis, dens, odontoid and occiput where they are something else, or a projection."""
    if not candidate.single:
        return False
    if candidate.atoms[0].level is Vertebra.C0:
        return len(group) == 1
    name = text[candidate.start : candidate.end].lower()
    before = text[max(0, candidate.start - 16) : candidate.start]
    if before.endswith("寰") or (_NAME_BEFORE if name in ("axis", "atlas") else _COMPOUND_BEFORE).search(before):
        return True
    if _NAME_AFTER.match(text, candidate.end) or (name in ("axis", "atlas") and text.startswith(" of ", candidate.end)):
        return True
    if name == "axis":
        around = text[max(0, candidate.start - 80) : candidate.start] + " " + text[candidate.end : candidate.end + 60]
        return _NECK_BONES.search(around) is None
    return False
