"""Letters with numbers that are no level: weightings, stages, heart sounds, laboratory values, figures, seats, sides, names.

Each check looks at the words close by and says whether the candidate is something else; a bone named right after it settles
that it is not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from spinemed.domain.levels import Region, Vertebra
from spinemed.language.levels.joins import Candidate, counts_something
from spinemed.language.levels.patterns import pattern
from spinemed.language.levels.root_cues import root_after, root_before
from spinemed.language.levels.windows import around, before, names_bone, only, sentence


def bone_called_c8(text: str, candidate: Candidate) -> bool:
    """A "C8 vertebra" does not exist; which level was meant is not for us to guess."""
    return (
        candidate.single
        and candidate.atoms[0].number == 8
        and candidate.atoms[0].region is Region.CERVICAL
        and (text[candidate.end - 1] == "椎" or _BONE_NOUN.match(text, candidate.end) is not None)
    )


_BONE_NOUN = pattern(r"\s*(?:vertebra|bod(?:y|ies)|spinous|lamina|pedicle|椎(?!间孔|管))", re.I)


def is_look_alike(
    text: str, candidate: Candidate, group: Sequence[Candidate], every: Sequence[Candidate], *, of_spine: bool = False
) -> bool:
    """True where the candidate is something else; in a text known to be `of_spine`, not for want of a word of the spine."""
    if candidate.form == "name":
        return _no_bone_name(text, candidate, group, every)
    if _bad_neighbour(text, candidate):
        return True
    if candidate.form == "ordinal" and _of_other(text, candidate):
        return True
    if candidate.form in ("word", "han", "bare") and _counted(text, candidate):
        return True
    if candidate.form != "letter" and candidate.form != "bare":
        return False
    checks = (_weighting, _staging, _heart, _named_thing, _strength)
    if any(check(text, candidate, group) for check in checks):
        return True
    return not of_spine and _no_spine(text, candidate, group, every)


_RIGHT_NEVER = pattern(
    r"\s*(?:th)?\s*(?:ribs?\b|costal|肋)|[-/]\d{2,}|\s*(?:型|病区|病床|病房|床(?!突)|号楼|导联|送检|淋巴)|\s*(?:Torx|drivers?\b|gallop)|号(?!椎)|'?-?(?:AI|"
    r"ai)\b|-?CAM\b"
)
# A cycle and day of chemotherapy: "C3 D8".
_CYCLE = pattern(r"\bC\d\s?D\d")
# The word right before that makes the candidate a figure, a seat, a sample, a grade of something else.
_LABELS = frozenset(
    """fig figs figure figures table tables room rooms bed unit ward floor shelf tray lot gate bay suite slot torx appendix
    chapter tooth lead leads sample samples specimen specimens supplement supplements supplementary supplemental icd icd-10
    code tile ao ceap type zone phase stage rib ribs student day postoperative pod vitamin hla il ecg ekg crohn montreal
    child-pugh prague""".split()
)
_LABELS_ZH = ("图", "表", "住院号", "床号", "病理号", "编号", "术后", "维生素", "克罗恩病", "分级", "标本", "批号", "临床")


# "figures 3 and S2"
_FIGURES = pattern(r"\b(?:figs?\.?|figures?|tables?)\s+\w+\s*(?:,|and|&|or)$", re.I)


def _labelled(text: str, candidate: Candidate) -> bool:
    before = text[max(0, candidate.start - 24) : candidate.start].rstrip(" \n#:：")
    if before.endswith(_LABELS_ZH):
        return candidate.single or not before.endswith("分级")  # "Schizas分级：L4/5为B级" names a level
    words = before.split()
    return bool(words) and (words[-1].lower().strip("(（.") in _LABELS or _FIGURES.search(before) is not None)


def _bad_neighbour(text: str, candidate: Candidate) -> bool:
    if _RIGHT_NEVER.match(text, candidate.end) or _CYCLE.search(text, max(0, candidate.start - 3), candidate.end + 4):
        return True
    return _labelled(text, candidate) and not names_bone(text, candidate.end)


_ORDINAL_OF_OTHER = pattern(
    r"\s+(?:puncture|smear|interosse|compartment|web|rib|aort|spine|surg|epidural|inject|fusion|laminect|MRI?\b|CT\b|"
    r"x-?ray|dis[ck]ect|drain|procedure|operation|radiograph|film|scan|block\b|steroid|decompress|rib|consult|visit|"
    r"stage|"
    r"view|tap\b|cord|plexus|region|curve|curvature|pain|strain|sprain|and\s+\w+\s+surg)",
    re.I,
)


def _of_other(text: str, candidate: Candidate) -> bool:
    """The third lumbar puncture, the first dorsal compartment (of the wrist): "dorsal" needs a bone or nerve after it."""
    if text[candidate.end - 6 : candidate.end].lower() == "dorsal":
        return not (names_bone(text, candidate.end) or root_after(text, candidate.end, candidate))
    return _ORDINAL_OF_OTHER.match(text, candidate.end) is not None


def _counted(text: str, candidate: Candidate) -> bool:
    if candidate.form == "han":
        written = text[candidate.start : candidate.end]
        if text[candidate.start - 1 : candidate.start] in _OTHER_NECKS and candidate.start and "椎" not in written:
            return True
        if "第" not in written and re.match(r"节(?!段)", text[candidate.end : candidate.end + 2]):
            return True
        return counts_something(text, candidate.end) and not names_bone(text, candidate.end)
    return (
        counts_something(text, candidate.end) and not re.match(r"\s*level", text[candidate.end : candidate.end + 8], re.I)
    ) or (
        candidate.form == "word"
        and re.match(r"\s*levels?\b", text[candidate.end : candidate.end + 8]) is not None
        and candidate.single
    )


# 宫颈 cervix, 股骨颈 femoral neck, 气胸 pneumothorax, 弯腰 to stoop: the character before makes it another word.
_OTHER_NECKS = "宫骨囊瘤气血弯护闪束叉收距胃脓液"

_WEIGHT_AFTER = pattern(
    r"\s*[-–/,、及]?\s*(?:and\s+|or\s+)?(?:weight|w\b|wi\b|flair|fse\b|tse\b|se\b|stir|gre\b|fs\b|pd\b|dwi\b|swi\b|adc\b|"
    r"proton|haste|vibe|flash|ffe\b|dixon|space\b|blade|t[12]\*|压脂|抑脂|加权)"
    r"|\s*[-–]?\s*(?:(?:spin|gradient|turbo|fast)[- ]|fat|sag|ax(?:ial|\b)|coronal|cor\b|signal|sequence|imag|mri?\b|"
    r"hyper|hypo|iso|bright|dark|post|pre\b|pre-|contrast|gad|c\+|\+|\*|star\b|relax|"
    r"map|short|prolong|scan|inten|low\b|high\b|shine|with(?:out)? (?:contrast|gad|fat)|enhanc|non-?fat|value|time|"
    r"of\s+\d+\s?ms|\d+\s?ms|change|sat|black|white|series|protocol|acquisition|slice|tra\b|"
    r"加权|像|信号|序列|增强|相\b|呈|上见|上|低|高|等|长|短|稍|图|平扫|倾向|均)"
    r"|\s*[)）]?\s*(?:加权|像|信号)",
    re.I,
)
_WEIGHT_BEFORE = pattern(
    r"(?:\bon|\bsagittal|\baxial|\bcoronal|contrast|gadolinium|enhanced|weighted|suppressed|saturated|fat-sat|\bSTIR|"
    r"\bFLAIR|\bDWI|\bPD|\blow|\bhigh|increased|decreased|abnormal|\blong|\bshort|\bbright|"
    r"\bdark|intens\w+|\bnative|\bprolonged|\bturbo|\bSE|\bFSE|\bTSE|\bMR|\bMRI|sequences?|images?|\bw/|\bsag|\bax|"
    r"spin-echo|长|短|等|稍|矢状位|轴位|横断位|冠状位|抑脂|压脂|增强|平扫|序列)"
    r"\s*(?:[:：,/、(（]|and|or|on|in|及|和|the)*\s*$",
    re.I,
)
_AFTER_LEVEL = pattern(
    r"[CTL]\d{1,2}\s+on\s+$|\b(?:at|behind|below|above|of|between|from|to|body|vertebra|level|and above|"
    r"over)\s+(?:the\s+)?$|UIV\s*[=:]?\s*$|(?:metasta\w+|lesions?|fractures?|tumou?rs?|mass|oedema|edema)\s+(?:in|within)\s+$"
)
_IMAGING = pattern(r"imag|sequence|signal|\bMRI?\b|contrast|weighted|FLAIR|STIR|intens|gadolin|加权|信号|序列|扫描|DWI", re.I)


def _weighting(text: str, candidate: Candidate, group: Sequence[Candidate]) -> bool:
    """T1 and T2 as MRI weighting."""
    if not only([candidate], "T", 2):
        return False
    end = group[-1].end if only(group, "T", 2) else candidate.end
    if names_bone(text, candidate.end) or (candidate is not group[-1] and only(group, "T", 2) and names_bone(text, end)):
        return False
    if _WEIGHT_AFTER.match(text, candidate.end) or _WEIGHT_AFTER.match(text, end):
        return True
    left = before(text, group[0].start if only(group, "T", 2) else candidate.start, 40)
    if _AFTER_LEVEL.search(left):
        return False
    if _WEIGHT_BEFORE.search(left):
        return True
    if not candidate.single or (len(group) > 1 and not only(group, "T", 2)):
        return False
    around = text[max(0, candidate.start - 60) : candidate.end + 60]
    return _IMAGING.search(around) is not None


_STAGE_AFTER = pattern(
    r"[a-d]?\s*[,/]?\s*[cpy]{0,2}[NM][0-3Xx]|\s*(?:\w+\s+){0,3}(?:carcinoma|adenocarcinoma)|\s*(?:tumou?rs?\b|disease|"
    r"cancer|lesions? \(|期|stage|neoplasm|N[0-3]\b)|\s*[-–]\s*T[1-4] tumou?r"
)
_STAGE_BEFORE = pattern(r"(?:stage|staging|TNM|tumou?r|carcinoma|cancer|癌|分期)[^.;。；]{0,14}[\s,(（:]$", re.I)


def _staging(text: str, candidate: Candidate, group: Sequence[Candidate]) -> bool:
    """T1 to T4 as the size of a tumour."""
    if not all(a.region is Region.THORACIC and a.number <= 4 for a in candidate.atoms) or names_bone(text, candidate.end):
        return False
    if _STAGE_AFTER.match(text, candidate.end):
        return True
    left = text[max(0, candidate.start - 40) : candidate.start]
    return (
        len(group) == 1
        and _STAGE_BEFORE.search(left) is not None
        and not re.search(r"\b(?:at|of|to|from|in|involving|invading)\s+(?:the\s+)?$", left)
    )


_HEART = pattern(
    r"\bheart\b|cardia|cardiovasc|murmur|gallop|\brubs?\b|regular|rhythm|\bRRR\b|auscult|\bCVS?\b|\bS[34]\b|\bsplit\b|"
    r"audible|apex|\bloud\b|\bsounds?\b|闻及|心音|心脏|心界|心律|心率|杂音|听诊",
    re.I,
)
_SACRAL = pattern(
    r"sacr|screw|foram|dermat|myotom|\broot|nerve|radicul|L5|disc\b|disk\b|pedicle|reflex|branch|骶|神[经經]|椎|螺钉|反射（", re.I
)


def _heart(text: str, candidate: Candidate, group: Sequence[Candidate]) -> bool:
    """S1 to S4 as heart sounds."""
    if not only([candidate], "S", 4) or names_bone(text, candidate.end) or not only(group, "S", 4):
        return False
    # Over the end of the sentence too: "Normal S1, S2. No S3 or S4. No murmurs."
    left, right = text[max(0, group[0].start - 50) : group[0].start], text[group[-1].end : group[-1].end + 50]
    if root_before(left, text, candidate.end, candidate) or not _HEART.search(f"{left} | {right}"):
        return False
    here, there = before(text, group[0].start, 25), around(text, group, 0, 14)[group[-1].end - group[0].start :]
    close = f"{here.rpartition('，')[2]} {there.partition('，')[0]}"
    return not _SACRAL.search(close)


# Things other than bones that carry a letter and a number, by the region of that letter; looked for in the sentence, close by.
_THINGS = {
    Region.CERVICAL: pattern(
        r"complement|esterase|inhibitor|C1q|dsDNA|\bANA\b|hypocompl|补体|酯酶|acylcarnitine|\bg/L|mg/dL|cyclospor|ng/mL|"
        r"\bEEG|electrodes?|alkyl|carbon|fatty|\bchains?\b|C2 domain|glioma|\bcarotid|\bICA\b|"
        r"颈内动脉|脂肪酸|myoblast|hepatitis|vitamin|newborn",
        re.I,
    ),
    Region.THORACIC: pattern(
        r"\bTSH\b|thyro|hormone|\bfree T|\btotal T|FT[34]\b|uptake|甲功|甲状腺|nmol|pmol|time ?points?|baseline|\bEEG|"
        r"electrodes?|\bspikes?\b|时间点|cytokine|\bIgE\b|\bIFN|helper|哮喘|失衡|vitamin|receptor|dopamine|维生素|前降支|saline|"
        r"dextrose|KCl|\bNS\b",
        re.I,
    ),
    Region.LUMBAR: pattern(
        r"[(（]?L\d[)）]?[\s-]*(?:loss\b|norm\b|regulari[sz]|penalty|speakers?|languages?|learners?|cell adhesion|larva|"
        r"cache|细胞|黏附|port\b)|\bpupils?|language",
        re.I,
    ),
    Region.SACRAL: pattern(
        r"liver|hepat|肝|pulmonary|\blungs?\b|肺|\blobe|上叶|下叶|cortex|somatosens|化疗|chemother|capecitabine|supplement|\bECG|"
        r"心电图|\bfigs?\b|\btables?\b",
        re.I,
    ),
}
# So telling that not even "at the C6 segment" makes a bone of it; these are looked for beyond the sentence too.
_SURE_THINGS = {
    Region.CERVICAL: pattern(
        r"\bEEG|electrodes?|脑电图|电极|\bcarotid|\bICA\b|颈内动脉|complement|补体|\bCH50|esterase|cyclospor", re.I
    ),
    Region.THORACIC: pattern(r"\bEEG|electrodes?|脑电图|电极|time ?points?|时间点", re.I),
    Region.LUMBAR: pattern(r"\bspeakers?\b|native language", re.I),
}
_TIME_POINT = pattern(
    r"\bT\d\s*[（(]?\s*(?:at\s+)?(?:\d+\s*(?:wk|week|month|mo\b|days?)|baseline|pre-?op|post-?op)|T\d为?(?:术前|术后|末次|基线)",
    re.I,
)
_LAB_LEVEL = pattern(r"\s*levels?\b", re.I)


def _named_thing(text: str, candidate: Candidate, group: Sequence[Candidate]) -> bool:
    """Complement C3, free T4, liver segment S5, L1 loss and their like."""
    end = group[-1].end
    if not _LAB_LEVEL.match(text, end) and (names_bone(text, candidate.end) or names_bone(text, end)):
        return False
    sure = _SURE_THINGS.get(candidate.atoms[0].region)
    if sure and all(a.number <= 7 for a in candidate.atoms) and sure.search(sentence(text, group)):
        return True
    if _is_term(text, candidate) or _is_time_point(text, candidate):
        return True
    pattern = _THINGS.get(candidate.atoms[0].region)
    if pattern is None or not pattern.search(around(text, group, 45, 32)):
        return False
    return not _SET_AT_BONE.search(text[max(0, group[0].start - 14) : group[0].start])


_SET_AT_BONE = pattern(r"\b(?:vertebra\w*|at|body|of the)\s+(?:the\s+)?$")
_SUM = pattern(r"[(=]\s*L\d\s*\+\s*L\d")


def _is_term(text: str, candidate: Candidate) -> bool:
    """L1 to L4 as the terms of a formula, "(L1+L2+L3+L4)/4", anywhere near."""
    region = candidate.atoms[0].region
    return region is Region.LUMBAR and _SUM.search(text, max(0, candidate.start - 200), candidate.end + 200) is not None


def _is_time_point(text: str, candidate: Candidate) -> bool:
    """T1 to T5 as visits of a study: one of them is explained near ("T1 at 6 weeks")."""
    atom = candidate.atoms[0]
    if not candidate.single or atom.region is not Region.THORACIC or atom.number > 5:
        return False
    return _TIME_POINT.search(text, max(0, candidate.start - 200), candidate.end + 200) is not None


_SPINE = pattern(
    r"vertebr|spin[ae]|dis[ck]s?\b|lumbar|cervical|thoracic|sacr|lordo|kypho|scolio|cobb|fusion|fused|lamin|pedicle|"
    r"facet|foram|stenosis|hernia|protru|bulg|fractur|screw|\brods?\b|roots?\b|radicul|cord\b|nerve|"
    r"dermat|myotom|epidural|interspace|listhesis|\bpars\b|endplate|end plate|corpect|arthrodes|interbod|instrument|"
    r"decompress|plasty|metasta|myel|reflex|sensory|\bneck\b|\bback\b|construct|wedg|abscess|denervat|EMG|"
    r"compress|collapse|schmorl|modic|pfirr|schizas|meyerding|castellvi|genant|bilsky|[CTLS]\d{1,2}\s?[-/–]\s?[CTLS]?\d|conus|cauda|level|uiv|liv\b|plumb|slope|aort|"
    r"crest|scapula|skelet|lesion|dens\b|odontoid|atlas|\bACDF|[TLAP]LIF\b|disk|sclero|"
    r"edema|oedema|rib|hook|cage|cement|count|transitional|lsTV|subluxat|process|ligament|spondyl|ha?emangi|tubercle|"
    r"\bbody\b|\bbodies\b|\bjerk|pin ?prick|sensation|numb|pelvi|skull|coccyx|ganglion|ilium|iliac|deposit|\bplates?\b|"
    r"\bpins\b|between|\bslip(?:s|page|ped)?\b|\bheight|\bcanal\b|thecal|atlantodental|\btilt|intradural|\bOPLL|\bOLF\b|syrin|bifida|\bgap\b|encroach|migrat|滑移|前移|峡部|狭窄|后凸|前凸|黄韧带|osteophyt|paraspin|椎|棘|关节|硬膜|终板|终丝|圆锥|上缘|下缘|减压|融合|固定|脱位|移位|受压|增生|射频|穿刺|内侧支|皮节|肌节|反射|平面|真空|节段|计数|侧凸|侧弯|支具|LIV|UIV|层面|脊|神经|骨|腰|颈|胸|骶|髓|滑脱|突出|术|疼|痛",
    re.I,
)


# The commonest of them, found as plain substrings before the pattern is tried.
_COMMON = tuple("vertebr spin disc level lumbar cervical fractur fusion lamin cord nerve root 椎 神经 骨".split())


def _no_spine(text: str, candidate: Candidate, group: Sequence[Candidate], every: Sequence[Candidate]) -> bool:
    """A lone letter and number in a text that speaks of no spine at all: a port, a lead, a seat."""
    most = 1 if candidate.atoms[0].region is Region.LUMBAR or len({c.atoms[0].region for c in group}) > 1 else 2
    if len(group) > most or len(every) > 3 or not all(c.single for c in every) or candidate.form != "letter":
        return False
    start, end = max(0, group[0].start - 300), group[-1].end
    if names_bone(text, end) or root_after(text, end, candidate):
        return False
    near = (text[start : group[0].start] + text[end : end + 300]).lower()
    if any(word in near for word in _COMMON):
        return False
    return not (_SPINE.search(text, start, group[0].start) or _SPINE.search(text, end, end + 300))


def _strength(text: str, candidate: Candidate, group: Sequence[Candidate]) -> bool:
    """The L of "R 5/5, L 4/5" and of "Pupils R 3 mm, L 3 mm" is a side."""
    written = text[candidate.start : candidate.end]
    if written[1:2] != " ":
        return False
    left = text[max(0, candidate.start - 24) : candidate.start]
    return re.search(r"\bR\s?\d|\bEHL|strength|power|grip|motor|\bCT\s*$", left, re.I) is not None or counts_something(
        text, candidate.end
    )


_NAME_AFTER = pattern(
    r"\s*(?:view|projection|radiograph|x-?ray|films?\b|stent|deviation|invaginatus|evaginatus|in dente|-?based|"
    r"registration|labels?|片|开口位|张口位|融合术|大孔)|\s+(?:is suppressed)",
    re.I,
)
_NAME_BEFORE = pattern(
    r"(?:\blong|\bshort|\bHPA|optical|mechanical|\b[xyz]|\bleft|\bright|vertical|horizontal|electrical|pituitary|adrenal|"
    r"\bcentral|rotation(?:al)?|bearing|sagittal|coronal|major|minor|brain|anatom\w+|"
    r"open[- ]mouth|atlanto|basion|neural|hip|cardiac|gut|tooth|probabilistic|MNI|\bsee|template)[\s-]*$",
    re.I,
)
_COMPOUND_BEFORE = pattern(r"(?:open[- ]mouth|atlanto|basion|tooth)[\s-]*$", re.I)
_NECK_BONES = pattern(
    r"C[0-7]\b|atlas|\bdens\b|odontoid|cervical|vertebra|spondyl|Levine|pars\b|fractur|sublux|dislocat|椎|atlanto|neck|ligament|hangman",
    re.I,
)


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
