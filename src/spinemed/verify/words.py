"""Words by which questions and options are read: certainties, sides, units, values, and names of what is found or measured."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from spinemed.domain.assertion import Certainty, Laterality
from spinemed.domain.findings import FINDINGS, Finding
from spinemed.domain.levels import Region
from spinemed.domain.quantities import QUANTITIES
from spinemed.domain.scales import SCALES, Grade, Scale
from spinemed.errors import GradeError

CERTAINTIES: tuple[tuple[Certainty, re.Pattern[str]], ...] = (
    (Certainty.FAMILY, re.compile(r"\b(?:family|relative|mother|father|sibling|brother|sister)\b|家族|亲属|家人", re.I)),
    (
        Certainty.HISTORICAL,
        re.compile(
            r"\b(?:past|previous(?:ly)?|bygone|former|historical(?:ly)?|earlier|formerly|no longer|used to)\b|"
            r"既往|过去|曾|以前|从前|以往",
            re.I,
        ),
    ),
    (
        Certainty.UNCERTAIN,
        re.compile(
            r"uncertain|possib|suspect|open question|equivocal|undetermined|probab|not (?:certain|sure|settled|proven)|"
            r"unclear|left open|cannot be excluded|unsettled|undecided|likel|doubt|"
            r"不(?:能)?确定|不能(?:明确|肯定)|未能|未定|未明|尚无定论|不肯定|未明确|未能确定|难(?:以)?(?:确定|断定|肯定)|不明确|可疑|"
            r"可能|疑|待排|不能排除|存疑|无法(?:确定|肯定|判断|排除)",
            re.I,
        ),
    ),
    (
        Certainty.ABSENT,
        re.compile(
            r"\b(?:absent|absence|no|not|none|rul(?:es|ed|ing)(?: it| this)? out|exclud\w+|den(?:ied|ies|y)|negat(?:ive|ed|es)|"
            r"without|free of|lack\w*)\b|不存在|未见|未有|不支持|否定|除外|没有|排除|否认|无|阴性|未发现|不伴",
            re.I,
        ),
    ),
    (
        Certainty.PRESENT,
        re.compile(
            r"\b(?:present|presence|described|reported|seen|found|exists?|confirmed|positive|there|yes|shown|identified|noted|"
            r"documented|stated|affirm(?:ed|s|ative)|asserted)\b|存在|有|描述|报告|可见|发现|肯定|确认|阳性|明确|是",
            re.I,
        ),
    ),
)
SIDES: tuple[tuple[Laterality, re.Pattern[str]], ...] = (
    (Laterality.BILATERAL, re.compile(r"\b(?:both|bilateral\w*|either side)\b|双|两侧|左右|两边", re.I)),
    (Laterality.MIDLINE, re.compile(r"\b(?:midline|central|middle)\b|正中|中线|中央", re.I)),
    (Laterality.LEFT, re.compile(r"\bleft(?! (?:out|over|open|unsaid|aside)\b)\w*\b|左", re.I)),
    (Laterality.RIGHT, re.compile(r"\bright\w*\b|右", re.I)),
)
UNITS = {
    "mm": "mm",
    "millimetres": "mm",
    "millimetre": "mm",
    "millimeters": "mm",
    "millimeter": "mm",
    "centimetres": "cm",
    "centimetre": "cm",
    "centimeters": "cm",
    "centimeter": "cm",
    "毫米": "mm",
    "cm": "cm",
    "厘米": "cm",
    "%": "%",
    "％": "%",
    "percent": "%",
    "per cent": "%",
} | dict.fromkeys(("°", "º", "degree", "degrees", "度"), "degree")
_UNIT = "|".join(map(re.escape, sorted(UNITS, key=len, reverse=True)))
VALUE = re.compile(rf"(-?(?<!\d)\d+(?:\.\d+)?)\s*({_UNIT})", re.I)


def folded(text: str) -> str:
    """A match of an ignore-case pattern as the pattern spells it: such a pattern takes the Kelvin sign for a k, for example."""
    return text.translate(_TAKEN_FOR).lower()


_TAKEN_FOR = str.maketrans({"\N{KELVIN SIGN}": "k", "ſ": "s", "ı": "i", "İ": "i"})


def measures_in(text: str) -> list[tuple[float, str]]:
    """Every number with a unit that a text holds; the sides of "9 x 7 mm" and "9mm×7mm" each have theirs."""
    found: list[tuple[float, str]] = []
    graded = _written_grades(text) if "度" in text else {}
    for m in _MEASURES.finditer(text):
        if m[2] == "度" and m.start(1) in graded:
            continue  # "Nash-Moe 2度" is a grade, no angle
        unit = UNITS[folded(m[2])]
        found += [(abs(float(n)), unit) for n in re.findall(r"\d+(?:\.\d+)?", m[1])]
    return found


_MEASURES = re.compile(
    rf"(?<!\d)((?:\d+(?:\.\d+)?\s*(?:x|×|\*|by|and|to|or|-|–|～|~|至|和)\s*){{0,7}}\d+(?:\.\d+)?)\s*({_UNIT})",
    re.I,
)

# How people also call them: an everyday word for a term, a noun for an adjective.
OTHER_NAMES: Mapping[str, Finding] = {
    "signs in both legs": Finding.BILATERAL_LEG_SIGNS,
    "signs in the two legs": Finding.BILATERAL_LEG_SIGNS,
    "leg signs on both sides": Finding.BILATERAL_LEG_SIGNS,
    "signs in both lower limbs": Finding.BILATERAL_LEG_SIGNS,
    "acute deficit under anticoagulation": Finding.ANTICOAGULATION_WITH_ACUTE_DEFICIT,
    "acute deficit on anticoagulants": Finding.ANTICOAGULATION_WITH_ACUTE_DEFICIT,
    "arthropathy of the facet joints": Finding.FACET_ARTHROPATHY,
    "kyphotic deformity": Finding.KYPHOSIS,
    "compression of the thecal sac": Finding.THECAL_SAC_COMPRESSION,
    "degeneration of the disc": Finding.DISC_DEGENERATION,
    "instability between atlas and axis": Finding.ATLANTOAXIAL_INSTABILITY,
    "cyst of the synovium": Finding.SYNOVIAL_CYST,
    "compression of the cord": Finding.CORD_COMPRESSION,
    "lateral recess narrowing": Finding.SUBARTICULAR_STENOSIS,
    "lateral recess (subarticular) narrowing": Finding.SUBARTICULAR_STENOSIS,
    "narrowing of the lateral recess": Finding.SUBARTICULAR_STENOSIS,
    "numbness of the saddle area": Finding.SADDLE_ANAESTHESIA,
    "肿瘤史": Finding.CANCER_HISTORY,
    "有无肿瘤": Finding.CANCER_HISTORY,
    "神经根受累": Finding.NERVE_ROOT_COMPRESSION,
    "抗凝治疗情况下的急性神经功能缺损": Finding.ANTICOAGULATION_WITH_ACUTE_DEFICIT,
    "抗凝治疗合并急性神经功能缺损": Finding.ANTICOAGULATION_WITH_ACUTE_DEFICIT,
}
PRESSED_ROOT = re.compile(
    r"\b(?:compress|press|imping)\w*\b[^.?]{0,40}\broots?\b|\broots?\b[^.?]{0,40}\b(?:compress|press|imping)\w*|"
    r"(?:受压|压迫)[^。？]{0,12}(?:神经)?根|(?:神经)?根[^。？]{0,14}(?:受压|压迫)",
    re.I,
)
LOST_HEIGHT = re.compile(
    r"\bdis[ck]s?\b[^.?]{0,40}\b(?:lost|loses|reduced in|less|decreased in) (?:some |its |of )?height|"
    r"\bdis[ck] height (?:is |was )?(?:reduced|decreased|lost|low)|\bdis[ck] is low(?: in height)?|"
    r"\bdis[ck]s?\b[^.?]{0,30}\bnarrow\w*|"
    r"\bnarrow\w*\b[^.?]{0,20}\bdis[ck]|(?:椎间隙|椎间盘|间隙)[^。？]{0,10}(?:变窄|狭窄|高度(?:下降|降低|丢失|减低|变低))|"
    r"(?:变窄|高度(?:下降|降低))的?(?:椎间隙|间隙|椎间盘)",
    re.I,
)


@lru_cache
def finding_names() -> tuple[re.Pattern[str], dict[str, Finding]]:
    """Every name of a finding as one pattern, longest first, and the finding of each name in small letters."""
    names = {
        name.lower(): finding
        for finding, info in FINDINGS.items()
        for name in (*info.synonyms_en, *info.synonyms_zh, info.name_en, info.name_zh)
    } | dict(OTHER_NAMES)
    written = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<![A-Za-z])(?:{written})(?![A-Za-z])", re.I), names


def side_in(text: str) -> Laterality:
    """The side a text names, or not stated where it names none or several."""
    named = [side for side, pattern in SIDES if side is not Laterality.MIDLINE and pattern.search(text)]
    return named[0] if len(named) == 1 else Laterality.NOT_STATED


def scales_named(text: str) -> tuple[Scale, ...]:
    """The published scales that a text names."""
    return tuple(scale for scale, pattern in scale_names() if pattern.search(text))


def without_scales(text: str) -> str:
    """The text without the names of published scales: "Lee lumbar foraminal 2" names no region of the spine."""
    return _every_scale().sub(" ", text)


@lru_cache
def _every_scale() -> re.Pattern[str]:
    """The names of all scales as one pattern, the longest first, so that "Lee" leaves nothing of a longer name behind."""
    names = {name for info in SCALES.values() for name in (info.name_en, info.name_zh, *info.also)} - _NO_NAMES
    written = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    return re.compile(rf"(?<![A-Za-z])(?:{written})(?![a-z])")


def grades_in(text: str) -> list[frozenset[Grade]]:
    """Every grade that a text gives on a scale it names: "Pfirrmann IV", "Schizas C级", "Modic type II".

    A name that several scales share leaves each of them open: "Lee 2级" is of the canal or of the foramen.
    """
    return [frozenset(grades) for _, grades in sorted(_written_grades(text).items())]


def _written_grades(text: str) -> dict[int, set[Grade]]:
    """What each written value may mean, by the place where it stands."""
    found: dict[int, set[Grade]] = {}
    for scale, pattern in scale_names():
        for m in pattern.finditer(text):
            after = TOKEN.search(text, m.end(), m.end() + _NEAR)
            if after is not None and not _OTHER_WORDS.search(text, m.end(), after.start()):
                try:
                    grade = Grade.parse(scale, after[0])
                except GradeError:
                    continue
                found.setdefault(after.start(), set()).add(grade)
    return found


_NEAR = 16
_OTHER_WORDS = re.compile(r"[;；。.,，、?？]|\b(?!grade\b|type\b|score\b|class\b|of\b|is\b)[A-Za-z]{3,}\b")
# No word boundary: a Chinese character is part of a word, and stands right after a value.
TOKEN = re.compile(
    r"(?<![A-Za-z0-9.])(?:[A-Za-z]?\d+(?:/\d+)?[a-z]?|[IVX]+[ABCabc]?|[A-E][0-4]?)(?![A-Za-z0-9.])|"
    r"\b(?:mild|moderate|severe)(?:ly)?\b|[Ⅰ-Ⅹ]|[轻中重]度?|\+{1,2}|[一二三四五](?=[级型度期])"
)


def region_in(text: str) -> Region | None:
    """The one region a text names."""
    named = [region for region, pattern in _REGIONS if pattern.search(text)]
    return named[0] if len(named) == 1 else None


_REGIONS = (
    (Region.CERVICAL, re.compile(r"\bcervical\b|颈椎", re.I)),
    (Region.THORACIC, re.compile(r"\bthoracic\b|胸椎", re.I)),
    (Region.LUMBAR, re.compile(r"\blumbar\b|腰椎", re.I)),
    (Region.SACRAL, re.compile(r"\bsacr\w+\b|骶椎", re.I)),
)


# "OF" is a word too, and "severity" no scale's own.
_NO_NAMES = frozenset({"severity", "严重程度", "OF"})


@lru_cache
def scale_names() -> tuple[tuple[Scale, re.Pattern[str]], ...]:
    """Every scale with the pattern of its names."""
    rows: list[tuple[Scale, re.Pattern[str]]] = []
    for scale, info in SCALES.items():
        names = sorted({info.name_en, info.name_zh, *info.also} - _NO_NAMES, key=len, reverse=True)
        if names:
            rows.append((scale, re.compile(r"(?<![A-Za-z])(?:" + "|".join(map(re.escape, names)) + r")(?![a-z])")))
    return tuple(rows)


@lru_cache
def full_quantity_names() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Every quantity with the pattern of its full names, longest first."""
    longest_first = sorted(QUANTITIES.items(), key=lambda row: -len(row[1].name_en))
    return tuple((q.value, re.compile(rf"\b{re.escape(i.name_en)}\b|{re.escape(i.name_zh)}", re.I)) for q, i in longest_first)


@lru_cache
def quantity_names() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Every quantity with the pattern of its full names and of other words for it, longest first."""
    longest_first = sorted(QUANTITIES.items(), key=lambda row: -len(row[1].name_en))
    return tuple(
        (q.value, re.compile(rf"\b{re.escape(i.name_en)}\b|{re.escape(i.name_zh)}" + _ALSO.get(q.value, ""), re.I))
        for q, i in longest_first
    )


# Other words for what is measured, in the sentences people make of them.
_ALSO = {
    "slip": r"|\bslip(?:s|ped|page)?\b|\bdisplac\w+|\btranslat\w+|滑移|滑脱距离|移位程度|滑脱程度",
    "height_loss": (
        r"|\b(?:los[st]\w*|reduc\w+|decreas\w+)\b[^.?]{0,20}\bheight|\bheight\b[^.?]{0,30}\b(?:los[st]\w*|reduc\w+)|"
        r"高度(?:丢失|丧失|降低|下降|减少|减低)了?|压缩程度|压缩率"
    ),
    "cobb_angle_bending": r"|\bCobb\b[^.?]{0,40}\bbending|\bbending\b[^.?]{0,40}\bCobb|"
    r"(?:弯曲|侧屈|bending)[^。？]{0,12}Cobb|Cobb[^。？]{0,12}(?:弯曲|侧屈)",
    "cobb_angle": r"|\bCobb\b(?![^.?]{0,30}bending)|\bcurve (?:size|magnitude|measure\w*)|侧弯(?:角度|度数)|Cobb",
    "canal_ap": (
        r"|\bcanal\b[^.?]{0,40}\b(?:diameter|AP|width|measure\w*|deep|depth)|\bAP\b[^.?]{0,20}\bcanal|"
        r"椎管(?:矢径|前后径|矢状径)"
    ),
    "sac_ap": r"|\b(?:thecal )?sac\b[^.?]{0,40}\b(?:diameter|AP|measure\w*)|硬膜囊(?:矢径|前后径)",
    "kyphosis_angle": r"|\bkypho\w+[^.?]{0,40}\b(?:angle|degrees?|measure\w*)|"
    r"how (?:large|much) is the kyphosis|后凸(?:角|度数|角度)|(?-i:\bTK\b)",
    "lordosis_angle": r"|\blordo\w+[^.?]{0,40}\b(?:angle|degrees?|measure\w*)|"
    r"how (?:large|much) is the lordosis|前凸(?:角|度数|角度)|(?-i:\bLL\b)",
    "pelvic_incidence": r"|(?-i:\bPI\b)(?!-)|骨盆入射角",
    "pelvic_tilt": r"|(?-i:\bPT\b)|骨盆倾斜",
    "sacral_slope": r"|(?-i:\bSS\b)|骶骨倾斜",
    "sagittal_vertical_axis": r"|(?-i:\bSVA\b)|矢状(?:面)?轴向?距离|矢状垂直轴",
    "pi_ll_mismatch": r"|\bPI ?[-–] ?LL\b|PI-LL",
    "lesion_size": (
        r"|\b(?:size of|how (?:large|big) is the (?:lesion|fragment|collection|abscess|cyst|mass))\b|病灶大小|"
        r"(?:病灶|髓核|脓肿|囊肿|肿块)[^。？]{0,6}(?:大小|多大)"
    ),
    "lesion_thickness": r"|\bthick\w*|厚",
    "occupying_ratio": r"|\boccup\w+|占位率|占据",
    "canal_encroachment": r"|\bencroach\w+|\bcanal compromise|侵占|占据",
    "joint_effusion": r"|\beffusions?\b|积液",
    "atlantodental_interval": r"|(?-i:\bADI\b)|寰齿(?:前)?间(?:隙|距)",
}
