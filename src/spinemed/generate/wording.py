"""Facts in words, English and Chinese: what is found, where, on which side, how severe, how surely.

Every sentence made here reads back as the fact it came from (`spinemed.language.facts`); tests hold it to that.
"""

from __future__ import annotations

from spinemed.domain.assertion import Certainty, Laterality
from spinemed.domain.findings import FINDINGS, Finding
from spinemed.domain.levels import Region
from spinemed.domain.names import Anatomy, format_name
from spinemed.domain.quantities import QUANTITIES, Quantity
from spinemed.domain.records import Fact
from spinemed.domain.roots import Zone
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
    info = SCALES[grade.scale]
    if language is EN:
        return f"{info.name_en} {grade.value}"
    return f"{_ZH_SCALE.get(grade.scale, info.name_en)} {grade.value}{_ZH_COUNTER.get(grade.scale, '级')}"


_ZH_SCALE = {Scale.MJOA: "改良JOA", Scale.LEE_CENTRAL: "Lee", Scale.LEE_FORAMINAL: "Lee"}
_ZH_COUNTER = {
    Scale.MODIC: "型",
    Scale.MEYERDING: "度",
    Scale.MJOA: "分",
    Scale.SINS: "分",
    Scale.TLICS: "分",
    Scale.SLIC: "分",
    Scale.TOKUHASHI: "分",
    Scale.TOMITA: "分",
    Scale.MSASSS: "分",
    Scale.LENKE_CURVE: "型",
    Scale.OPLL_TYPE: "型",
    Scale.CASTELLVI: "型",
    Scale.GENANT: "度",
}


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


def described(fact: Fact, language: Language, *, place: bool = True, side: bool = True, grade: bool = True) -> str:
    """What is found, without how surely: "moderate left foraminal stenosis at L4-L5", "腰4/5左侧中度椎间孔狭窄"."""
    severity = grade_name(fact.grade, language) if grade and fact.grade and fact.grade.scale is Scale.SEVERITY else ""
    published = grade_name(fact.grade, language) if grade and fact.grade and fact.grade.scale is not Scale.SEVERITY else ""
    sided = side_name(fact.laterality, language) if side else ""
    zone = _ZONE[language][fact.zone] if fact.zone else ""
    where = place_name(fact.anatomy, language) if place else ""
    name = subject_name(fact, language)
    # A name that says side or zone itself ("bilateral leg signs", "foraminal stenosis") needs no word for it.
    sided = "" if sided and sided[:2] in name else sided
    zone = "" if zone and zone.removesuffix("型") in name else zone
    if language is EN:
        words = " ".join(word for word in (severity, sided, zone, name) if word)
        words += f" ({published})" if published else ""
        return f"{words} at {where}" if where and not isinstance(fact.anatomy, Region) else _in_region(words, where)
    words = f"{where}{sided}{severity}{zone}{name}"
    return f"{words}（{published}）" if published else words


def _in_region(words: str, where: str) -> str:
    return f"{words} in the {where}" if where else words


def stated(fact: Fact, language: Language) -> str:
    """The fact as a clause, polarity included: "no canal stenosis at L3-L4", "腰3/4未见椎管狭窄", "slip at L5-S1: 12 mm"."""
    if fact.value is not None and fact.unit is not None:
        was = {EN: "previously ", ZH: "既往"}[language] if fact.certainty is Certainty.HISTORICAL else ""
        value = value_name(fact.value, fact.unit, language)
        words = described(fact, language)
        return f"{was}{words} {value}" if language is EN else f"{was}{words}{value}"
    if language is EN:
        return _PREFIX_EN[fact.certainty] + described(fact, EN)
    where = place_name(fact.anatomy, ZH)
    return f"{where}{_PREFIX_ZH[fact.certainty]}{described(fact, ZH, place=False)}"


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
