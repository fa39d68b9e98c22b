"""Facts in words, English and Chinese: what is found, where, on which side, how severe, how surely.

Every sentence made here reads back as the fact it came from (`spinemed.language.facts`); tests hold it to that.
"""

from __future__ import annotations

from spinemed.domain.assertion import Certainty, Laterality
from spinemed.domain.findings import FINDINGS, Finding
from spinemed.domain.levels import Range, Region
from spinemed.domain.names import Anatomy, format_name
from spinemed.domain.quantities import QUANTITIES, Quantity
from spinemed.domain.records import Fact
from spinemed.domain.roots import Root, Zone
from spinemed.domain.scales import SCALES, Grade, Scale
from spinemed.domain.taxonomy import Language

EN, ZH = Language.EN, Language.ZH

_SIDE = {
    EN: {Laterality.LEFT: "left", Laterality.RIGHT: "right", Laterality.BILATERAL: "bilateral", Laterality.MIDLINE: "midline"},
    ZH: {Laterality.LEFT: "左侧", Laterality.RIGHT: "右侧", Laterality.BILATERAL: "双侧", Laterality.MIDLINE: "正中"},
}
_ZONE = {
    EN: {
        Zone.CENTRAL: "central",
        Zone.PARACENTRAL: "paracentral",
        Zone.SUBARTICULAR: "subarticular",
        Zone.FORAMINAL: "foraminal",
        Zone.EXTRAFORAMINAL: "extraforaminal",
    },
    ZH: {
        Zone.CENTRAL: "中央型",
        Zone.PARACENTRAL: "旁中央型",
        Zone.SUBARTICULAR: "关节下型",
        Zone.FORAMINAL: "椎间孔型",
        Zone.EXTRAFORAMINAL: "极外侧型",
    },
}
_SEVERITY = {
    EN: {"mild": "mild", "moderate": "moderate", "severe": "severe"},
    ZH: {"mild": "轻度", "moderate": "中度", "severe": "重度"},
}
_UNIT = {EN: {"degree": "degrees"}, ZH: {"degree": "°"}}
_REGION_EN = {Region.CRANIOVERTEBRAL: "craniovertebral junction", Region.THORACOLUMBAR: "thoracolumbar spine"}


def place_name(anatomy: Anatomy, language: Language) -> str:
    """The place as a report writes it; '' where none is stated."""
    if anatomy is Region.UNSTATED:
        return ""
    if isinstance(anatomy, Region) and language is EN:
        return _REGION_EN.get(anatomy, f"{anatomy.value} spine" if anatomy is not Region.SACRAL else "sacrum")
    return format_name(anatomy, language)


def side_name(side: Laterality, language: Language) -> str:
    """left, right, bilateral, midline; '' where none is stated."""
    return _SIDE[language].get(side, "")


def grade_name(grade: Grade, language: Language) -> str:
    """A grade as a report writes it: "moderate", "Schizas C", "Pfirrmann IV级"."""
    if grade.scale is Scale.SEVERITY:
        return _SEVERITY[language][grade.value]
    if grade.scale is Scale.OPLL_TYPE:
        return f"{grade.value} type" if language is EN else f"{_ZH_OPLL[grade.value]}型"
    if language is EN:
        return f"{SCALES[grade.scale].name_en} {grade.value}"
    return f"{_ZH_SCALE.get(grade.scale, SCALES[grade.scale].name_en)} {grade.value}{_zh_counter(grade.scale)}"


_ZH_OPLL = {"continuous": "连续", "segmental": "节段", "mixed": "混合", "circumscribed": "局限"}
_ZH_SCALE = {
    Scale.SACROILIITIS: "纽约标准",
    Scale.LENKE_CURVE: "Lenke",
    Scale.LENKE_LUMBAR: "Lenke腰弯修正",
    Scale.LENKE_SAGITTAL: "Lenke胸椎矢状修正",
    Scale.MJOA: "改良JOA",
    Scale.LEE_CENTRAL: "Lee",
    Scale.LEE_FORAMINAL: "Lee",
    Scale.AIS: "ASIA",
    Scale.AO_MORPHOLOGY: "AO",
    Scale.AO_NEUROLOGY: "AO神经功能",
    Scale.AO_FACET: "AO关节突",
}
_ZH_COUNTERS = {
    "度": (Scale.MEYERDING, Scale.NASH_MOE),
    "型": (
        *(Scale.MODIC, Scale.WILTSE, Scale.CASTELLVI, Scale.AO_MORPHOLOGY, Scale.AO_FACET, Scale.ANDERSON_DALONZO),
        *(Scale.LEVINE_EDWARDS, Scale.GEHWEILER, Scale.LENKE_CURVE, Scale.KING, Scale.ROUSSOULY, Scale.OPLL_TYPE, Scale.OF),
    ),
    "": (Scale.LENKE_LUMBAR, Scale.LENKE_SAGITTAL, Scale.SCHWAB_CORONAL, Scale.SCHWAB_PI_LL, Scale.SCHWAB_SVA, Scale.SCHWAB_PT),
}


def _zh_counter(scale: Scale) -> str:
    """Types are 型, points 分, slips 度, what is left 级."""
    if SCALES[scale].is_points:
        return "分"
    return next((counter for counter, scales in _ZH_COUNTERS.items() if scale in scales), "级")


def value_name(value: float, unit: str, language: Language) -> str:
    """A measured value with its unit."""
    gap = "" if language is ZH or unit == "%" else " "
    return f"{value:g}{gap}{_UNIT[language].get(unit, unit)}"


def finding_name(finding: Finding, language: Language) -> str:
    """The finding as this project writes it."""
    info = FINDINGS[finding]
    return info.name_en if language is EN else info.name_zh


def subject_name(fact: Fact, language: Language) -> str:
    """The finding or quantity of a fact."""
    if fact.finding is not None:
        return finding_name(fact.finding, language)
    info = QUANTITIES[Quantity(fact.quantity or "")]
    return info.name_en if language is EN else info.name_zh


# What a text that denies a composite sign has denied is its first half: no fever, no anticoagulant, no incontinence.
_DENIED = {
    Finding.FEVER_WITH_SPINAL_PAIN: {EN: "fever", ZH: "发热"},
    Finding.ANTICOAGULATION_WITH_ACUTE_DEFICIT: {EN: "anticoagulants", ZH: "抗凝药物使用"},
    Finding.NEW_INCONTINENCE: {EN: "incontinence", ZH: "大小便失禁"},
}
# Names that say their place.
_AT_HOME = (Finding.SACROILIITIS, Finding.CHIARI, Finding.HANGMAN_FRACTURE, Finding.DENS_FRACTURE, Finding.ATLAS_FRACTURE)


def described(fact: Fact, language: Language, *, place: bool = True, side: bool = True, grade: bool = True) -> str:
    """What is found, without how surely: "moderate left foraminal stenosis at L4-L5", "腰4/5左侧中度椎间孔狭窄"."""
    severity = grade_name(fact.grade, language) if grade and fact.grade and fact.grade.scale is Scale.SEVERITY else ""
    published = grade_name(fact.grade, language) if grade and fact.grade and fact.grade.scale is not Scale.SEVERITY else ""
    sided = side_name(fact.laterality, language) if side else ""
    zone = _ZONE[language][fact.zone] if fact.zone else ""
    name = subject_name(fact, language)
    # A name that says side or zone itself ("bilateral leg signs", "foraminal stenosis") needs no word for it.
    sided = "" if sided and (sided if language is EN else sided[0]) in name else sided
    if language is EN and fact.zone is Zone.CENTRAL and sided in ("left", "right"):
        sided = f"{sided}-sided"  # "left central" is another word for paracentral
    zone = "" if zone and zone.removesuffix("型") in name else zone
    if fact.finding is Finding.DISC_DEGENERATION and published:
        return _pfirrmann(fact, published, language, place=place)
    words = _in_order(fact, (severity, sided, zone, name), language, place=place)
    if not published:
        return words
    return f"{words} ({published})" if language is EN else f"{words}（{published}）"


def _pfirrmann(fact: Fact, grade: str, language: Language, *, place: bool) -> str:
    """A graded disc by its grade alone: grade II is no disease, and grade I no degeneration."""
    where = place_name(fact.anatomy, language) if place else ""
    if language is ZH:
        return f"{where} {grade}".strip()
    if not where:
        return grade
    return f"{grade} in the {where}" if isinstance(fact.anatomy, Region) else f"{grade} at {where}"


def _at_home(fact: Fact) -> bool:
    """True where the name says the place; but a report of the cervical spine speaks of Chiari for what it shows."""
    if fact.finding is Finding.CHIARI and fact.anatomy is not Region.CRANIOVERTEBRAL:
        return False
    return isinstance(fact.anatomy, Region) and fact.finding in _AT_HOME


def _in_order(fact: Fact, parts: tuple[str, str, str, str], language: Language, *, place: bool) -> str:
    severity, sided, zone, name = parts
    where = "" if not place or _at_home(fact) else place_name(fact.anatomy, language)
    where = "" if where and where in name else where  # "T1 slope" says where
    if isinstance(fact.anatomy, Root) and place:
        return _of_root(fact, severity, sided, name, language)
    if language is ZH:
        where = _where_zh(fact) if place else ""
        return f"{where}{sided}{severity}{zone}{name}"
    words = " ".join(word for word in (severity, sided, zone, name) if word)
    if not where:
        return words
    return f"{words} in the {where}" if isinstance(fact.anatomy, Region) else f"{words} at {where}"


def _where_zh(fact: Fact) -> str:
    """The place before a Chinese finding; "胸10至胸12神经根受压" would be of the roots, so a range of bones says 节段."""
    where = "" if _at_home(fact) else place_name(fact.anatomy, ZH)
    of_bones = isinstance(fact.anatomy, Range) and fact.finding in (Finding.NERVE_ROOT_COMPRESSION, Finding.RADICULOPATHY)
    return f"{where}节段" if of_bones else where


def _of_root(fact: Fact, severity: str, sided: str, name: str, language: Language) -> str:
    """A root in place of a level: "left L5 radiculopathy", "右侧腰5神经根受压", a cord injury by its neurological level."""
    root = place_name(fact.anatomy, language)
    if language is ZH:
        if fact.finding is Finding.CORD_INJURY:
            return f"{severity}{name}（神经平面{root.removesuffix('神经根')}）"
        if fact.finding is Finding.RADICULOPATHY:
            return f"{sided}{severity}{root}{name.removeprefix('神经根')}"
        return f"{sided}{root}{severity}{name.removeprefix('神经根')}"
    if fact.finding is Finding.NERVE_ROOT_COMPRESSION and sided == "bilateral" and fact.certainty is not Certainty.ABSENT:
        return " ".join(word for word in (severity, "compression of both", f"{root}s") if word)
    if fact.finding is Finding.NERVE_ROOT_COMPRESSION:
        return " ".join(word for word in (severity, "compression of the", sided, root) if word)
    if fact.finding is Finding.RADICULOPATHY:
        return " ".join(word for word in (severity, sided, root.removesuffix(" root"), name) if word)
    if fact.finding is Finding.CORD_INJURY:
        return " ".join(word for word in (severity, name, "with neurological level", root.removesuffix(" root")) if word)
    return " ".join(word for word in (severity, sided, name, "of the", root) if word)


def stated(fact: Fact, language: Language, *, place: bool = True) -> str:
    """The fact as a clause, polarity included: "no canal stenosis at L3-L4", "腰3/4未见椎管狭窄", "slip distance at L5 12 mm"."""
    if fact.value is not None and fact.unit is not None:
        was = {EN: "previous ", ZH: "既往"}[language] if fact.certainty is Certainty.HISTORICAL else ""
        value = value_name(fact.value, fact.unit, language)
        words = described(fact, language, place=place)
        return f"{was}{words} {value}"
    if fact.finding is Finding.DISC_DEGENERATION and fact.grade is not None and fact.certainty in _GRADED:
        return described(fact, language, place=place)
    if fact.certainty is Certainty.ABSENT and fact.finding is not None and fact.finding in _DENIED:
        return {EN: "no ", ZH: "无"}[language] + _DENIED[fact.finding][language]
    if language is EN:
        return _PREFIX_EN[fact.certainty] + described(fact, EN, place=place)
    if fact.finding is not None and FINDINGS[fact.finding].sign and fact.certainty is Certainty.ABSENT:
        return f"无{described(fact, ZH, place=False)}"
    if isinstance(fact.anatomy, Root) and place and fact.finding is Finding.NERVE_ROOT_COMPRESSION:
        sided, root = side_name(fact.laterality, ZH), place_name(fact.anatomy, ZH)
        severity = grade_name(fact.grade, ZH) if fact.grade and fact.grade.scale is Scale.SEVERITY else ""
        return f"{sided}{root}{_PREFIX_ZH[fact.certainty]}{severity}受压"
    if isinstance(fact.anatomy, Root) or not place:
        return f"{_PREFIX_ZH[fact.certainty]}{described(fact, ZH, place=place)}"
    return f"{_where_zh(fact)}{_PREFIX_ZH[fact.certainty]}{described(fact, ZH, place=False)}"


_GRADED = (Certainty.PRESENT, Certainty.ABSENT)
_PREFIX_EN = {
    Certainty.PRESENT: "",
    Certainty.ABSENT: "no ",
    Certainty.UNCERTAIN: "possible ",
    Certainty.HISTORICAL: "history of ",
    Certainty.FAMILY: "family history of ",
    Certainty.NOT_ASSESSED: "not assessed: ",
}
_PREFIX_ZH = {
    Certainty.PRESENT: "",
    Certainty.ABSENT: "未见",
    Certainty.UNCERTAIN: "可疑",
    Certainty.HISTORICAL: "曾有",
    Certainty.FAMILY: "家族史：",
    Certainty.NOT_ASSESSED: "未评估",
}
