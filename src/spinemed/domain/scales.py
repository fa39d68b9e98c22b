"""The grading scales of spine care and a grade on one of them.

A scale says which values exist, whether they are ordered, and which end is the worse one. Types that only name a mechanism or
a shape (Modic, Wiltse, Castellvi, Anderson-D'Alonzo, Levine-Edwards, Gehweiler, Lenke and King curves, Roussouly) are nominal
and refuse every comparison. What could not be examined (AO neurology NX) is no grade: write it as `Certainty.NOT_ASSESSED`.

Sources: the table in docs/reference/clinical.md; each `ScaleInfo.source` cites the paper behind one scale.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, total_ordering

from spinemed.errors import GradeError


class Scale(StrEnum):
    """A grading scale; two scales of one author are two members, since their grades do not compare."""

    PFIRRMANN = "pfirrmann"
    MODIC = "modic"
    SCHIZAS = "schizas"
    LEE_CENTRAL = "lee_lumbar_central"
    LEE_FORAMINAL = "lee_lumbar_foraminal"
    KANG = "kang_cervical_central"
    KIM = "kim_cervical_foraminal"
    PARK = "park_cervical_foraminal"
    MJOA = "mjoa"
    NURICK = "nurick"
    MEYERDING = "meyerding"
    WILTSE = "wiltse"
    CASTELLVI = "castellvi"
    GENANT = "genant"
    OF = "of"
    AO_MORPHOLOGY = "ao_spine_morphology"
    AO_NEUROLOGY = "ao_spine_neurology"
    AO_FACET = "ao_spine_facet"
    TLICS = "tlics"
    SLIC = "slic"
    ANDERSON_DALONZO = "anderson_dalonzo"
    LEVINE_EDWARDS = "levine_edwards"
    GEHWEILER = "gehweiler"
    AIS = "asia_impairment_scale"
    SINS = "sins"
    BILSKY = "bilsky"
    TOKUHASHI = "tokuhashi"
    TOMITA = "tomita"
    LENKE_CURVE = "lenke_curve"
    LENKE_LUMBAR = "lenke_lumbar_modifier"
    LENKE_SAGITTAL = "lenke_thoracic_sagittal_modifier"
    KING = "king"
    RISSER = "risser"
    NASH_MOE = "nash_moe"
    ROUSSOULY = "roussouly"
    SCHWAB_CORONAL = "srs_schwab_coronal"
    SCHWAB_PI_LL = "srs_schwab_pi_ll"
    SCHWAB_SVA = "srs_schwab_sva"
    SCHWAB_PT = "srs_schwab_pt"
    OPLL_TYPE = "opll_type"
    MSASSS = "msasss"
    SACROILIITIS = "sacroiliitis_new_york"
    RSNA_SEVERITY = "rsna_severity"
    SEVERITY = "severity"


@dataclass(frozen=True)
class ScaleInfo:
    """What a scale is.

    Args:
        values: canonical written values in the scale's own order.
        ordinal: False for a nominal scale, whose order above is that of the textbook only.
        higher_is_worse: None where neither end is the worse one.
        also: other names that may stand before a value.
        source: the paper that defines it.
    """

    name_en: str
    name_zh: str
    values: tuple[str, ...]
    source: str
    ordinal: bool = True
    higher_is_worse: bool | None = True
    also: tuple[str, ...] = ()

    @property
    def is_points(self) -> bool:
        """True for a sum of points, which is also written over its maximum (15/18)."""
        return self.values[-1].isdecimal() and int(self.values[-1]) >= 10


def _points(first: int, last: int) -> tuple[str, ...]:
    return tuple(str(n) for n in range(first, last + 1))


def _nominal(name_en: str, name_zh: str, values: tuple[str, ...], source: str, also: tuple[str, ...] = ()) -> ScaleInfo:
    return ScaleInfo(name_en, name_zh, values, source, ordinal=False, higher_is_worse=None, also=also)


_ROMAN = ("I", "II", "III", "IV", "V")
_SCHWAB = ("0", "+", "++")
_SCHWAB_SOURCE = "Schwab et al., Spine 2012;37:1077"
_LENKE_SOURCE = "Lenke et al., J Bone Joint Surg Am 2001;83:1169"

SCALES: Mapping[Scale, ScaleInfo] = {
    # Not the modified 1-8 scale of Griffith 2007: a "grade 6" is refused, never folded.
    Scale.PFIRRMANN: ScaleInfo("Pfirrmann", "Pfirrmann分级", _ROMAN, "Pfirrmann et al., Spine 2001;26:1873", also=("Pfirrman",)),
    Scale.MODIC: _nominal("Modic", "Modic分型", ("0", *_ROMAN[:3]), "Modic et al., Radiology 1988;166:193 (0 = none)"),
    Scale.SCHIZAS: ScaleInfo(
        "Schizas", "Schizas分级", ("A1", "A2", "A3", "A4", "B", "C", "D"), "Schizas et al., Spine 2010;35:1919"
    ),
    Scale.LEE_CENTRAL: ScaleInfo(
        "Lee lumbar central", "Lee腰椎中央管狭窄分级", _points(0, 3), "Lee et al., Skeletal Radiol 2011;40:1033", also=("Lee",)
    ),
    Scale.LEE_FORAMINAL: ScaleInfo(
        "Lee lumbar foraminal", "Lee腰椎椎间孔狭窄分级", _points(0, 3), "Lee et al., AJR 2010;194:1095", also=("Lee",)
    ),
    Scale.KANG: ScaleInfo("Kang", "Kang颈椎管狭窄分级", _points(0, 3), "Kang et al., AJR 2011;197:W134"),
    Scale.KIM: ScaleInfo("Kim", "Kim颈椎椎间孔狭窄分级", _points(0, 2), "Kim et al., Korean J Radiol 2015;16:1294"),
    Scale.PARK: ScaleInfo("Park", "Park颈椎椎间孔狭窄分级", _points(0, 3), "Park et al., Br J Radiol 2013;86:20120515"),
    # The plain JOA score (0-17) is another scale, so "JOA" is no name of this one.
    Scale.MJOA: ScaleInfo(
        "mJOA",
        "改良JOA评分",
        _points(0, 18),
        "Benzel et al., J Spinal Disord 1991;4:286",
        higher_is_worse=False,
        also=("modified JOA",),
    ),
    Scale.NURICK: ScaleInfo("Nurick", "Nurick分级", _points(0, 5), "Nurick, Brain 1972;95:87"),
    Scale.MEYERDING: ScaleInfo("Meyerding", "Meyerding分级", _ROMAN, "Meyerding, Surg Gynecol Obstet 1932;54:371"),
    # A bare II stands where the source gives no subtype.
    Scale.WILTSE: _nominal(
        "Wiltse", "Wiltse分型", ("I", "II", "IIA", "IIB", "IIC", *_ROMAN[2:]), "Wiltse et al., Clin Orthop 1976;117:23"
    ),
    Scale.CASTELLVI: _nominal(
        "Castellvi",
        "Castellvi分型",
        ("I", "Ia", "Ib", "II", "IIa", "IIb", "III", "IIIa", "IIIb", "IV"),
        "Castellvi et al., Spine 1984;9:493",
    ),
    Scale.GENANT: ScaleInfo("Genant", "Genant分级", _points(0, 3), "Genant et al., J Bone Miner Res 1993;8:1137"),
    Scale.OF: ScaleInfo("OF", "OF分型", _points(1, 5), "Schnake et al., Global Spine J 2018;8(2S):46S"),
    # Thoracolumbar and subaxial only: the upper cervical and sacral systems differ.
    Scale.AO_MORPHOLOGY: ScaleInfo(
        "AO Spine",
        "AO Spine分型",
        ("A0", "A1", "A2", "A3", "A4", "B1", "B2", "B3", "C"),
        "Vaccaro et al., Spine 2013;38:2028; subaxial Eur Spine J 2016;25:2173",
        also=("AO", "AOSpine"),
    ),
    Scale.AO_NEUROLOGY: ScaleInfo(
        "AO Spine neurology",
        "AO Spine神经功能分级",
        ("N0", "N1", "N2", "N3", "N4"),
        "Vaccaro et al., Spine 2013;38:2028",
        also=("AO", "AO Spine"),
    ),
    Scale.AO_FACET: ScaleInfo(
        "AO Spine facet",
        "AO Spine小关节损伤分型",
        ("F1", "F2", "F3", "F4"),
        "Vaccaro et al., Eur Spine J 2016;25:2173",
        also=("AO", "AO Spine"),
    ),
    Scale.TLICS: ScaleInfo("TLICS", "TLICS评分", _points(1, 10), "Vaccaro et al., Spine 2005;30:2325"),
    Scale.SLIC: ScaleInfo("SLIC", "SLIC评分", _points(0, 10), "Vaccaro et al., Spine 2007;32:2365"),
    # Type II is the least stable, not III.
    Scale.ANDERSON_DALONZO: _nominal(
        "Anderson-D'Alonzo",
        "Anderson-D'Alonzo分型",
        _ROMAN[:3],
        "Anderson and D'Alonzo, J Bone Joint Surg Am 1974;56:1663",
        also=("Anderson", "Anderson and D'Alonzo"),
    ),
    Scale.LEVINE_EDWARDS: _nominal(
        "Levine-Edwards",
        "Levine-Edwards分型",
        ("I", "II", "IIa", "III"),
        "Levine and Edwards, J Bone Joint Surg Am 1985;67:217",
        also=("Levine and Edwards",),
    ),
    Scale.GEHWEILER: _nominal("Gehweiler", "Gehweiler分型", _points(1, 5), "Gehweiler et al., Skeletal Radiol 1976;1:97"),
    Scale.AIS: ScaleInfo(
        "AIS",
        "ASIA损伤分级",
        ("A", "B", "C", "D", "E"),
        "ISNCSCI 2019, Rupp et al., Top Spinal Cord Inj Rehabil 2021;27:1",
        higher_is_worse=False,
        also=("ASIA", "ASIA impairment scale"),
    ),
    Scale.SINS: ScaleInfo("SINS", "SINS评分", _points(0, 18), "Fisher et al., Spine 2010;35:E1221"),
    Scale.BILSKY: ScaleInfo(
        "Bilsky", "Bilsky分级", ("0", "1a", "1b", "1c", "2", "3"), "Bilsky et al., J Neurosurg Spine 2010;13:324", also=("ESCC",)
    ),
    Scale.TOKUHASHI: ScaleInfo(
        "Tokuhashi", "Tokuhashi评分", _points(0, 15), "Tokuhashi et al., Spine 2005;30:2186", higher_is_worse=False
    ),
    Scale.TOMITA: ScaleInfo("Tomita", "Tomita评分", _points(2, 10), "Tomita et al., Spine 2001;26:298"),
    Scale.LENKE_CURVE: _nominal("Lenke curve", "Lenke分型", _points(1, 6), _LENKE_SOURCE, also=("Lenke",)),
    Scale.LENKE_LUMBAR: ScaleInfo(
        "Lenke lumbar modifier",
        "Lenke腰椎修正型",
        ("A", "B", "C"),
        _LENKE_SOURCE,
        higher_is_worse=None,
        also=("Lumbar modifier",),
    ),
    # From hypo- to hyperkyphotic; normal lies in the middle, so neither end is the worse one.
    Scale.LENKE_SAGITTAL: ScaleInfo(
        "Lenke thoracic sagittal modifier",
        "Lenke胸椎矢状面修正型",
        ("-", "N", "+"),
        _LENKE_SOURCE,
        higher_is_worse=None,
        also=("Sagittal modifier", "Thoracic sagittal modifier"),
    ),
    Scale.KING: _nominal("King", "King分型", _ROMAN, "King et al., J Bone Joint Surg Am 1983;65:1302"),
    Scale.RISSER: ScaleInfo("Risser", "Risser征", _points(0, 5), "Risser, Clin Orthop 1958;11:111", higher_is_worse=None),
    Scale.NASH_MOE: ScaleInfo("Nash-Moe", "Nash-Moe旋转分级", _points(0, 4), "Nash and Moe, J Bone Joint Surg Am 1969;51:223"),
    Scale.ROUSSOULY: _nominal("Roussouly", "Roussouly分型", _points(1, 4), "Roussouly et al., Spine 2005;30:346"),
    Scale.SCHWAB_CORONAL: _nominal("SRS-Schwab coronal", "SRS-Schwab冠状面分型", ("T", "L", "D", "N"), _SCHWAB_SOURCE),
    Scale.SCHWAB_PI_LL: ScaleInfo("SRS-Schwab PI-LL", "SRS-Schwab PI-LL修正型", _SCHWAB, _SCHWAB_SOURCE, also=("PI-LL",)),
    Scale.SCHWAB_SVA: ScaleInfo("SRS-Schwab SVA", "SRS-Schwab SVA修正型", _SCHWAB, _SCHWAB_SOURCE, also=("SVA",)),
    Scale.SCHWAB_PT: ScaleInfo("SRS-Schwab PT", "SRS-Schwab PT修正型", _SCHWAB, _SCHWAB_SOURCE, also=("PT",)),
    Scale.OPLL_TYPE: _nominal(
        "OPLL",
        "后纵韧带骨化分型",
        ("continuous", "segmental", "mixed", "circumscribed"),
        "Tsuyama, Clin Orthop 1984;184:71",
        also=("后纵韧带骨化",),
    ),
    Scale.MSASSS: ScaleInfo("mSASSS", "mSASSS评分", _points(0, 72), "Creemers et al., Ann Rheum Dis 2005;64:127"),
    Scale.SACROILIITIS: ScaleInfo(
        "New York sacroiliitis",
        "骶髂关节炎纽约分级",
        _points(0, 4),
        "van der Linden et al., Arthritis Rheum 1984;27:361",
        also=("sacroiliitis", "骶髂关节炎"),
    ),
    Scale.RSNA_SEVERITY: ScaleInfo(
        "RSNA 2024", "RSNA 2024分级", ("Normal/Mild", "Moderate", "Severe"), "RSNA 2024 Lumbar Spine Degenerative Classification"
    ),
    # The words alone, on nobody's scale; they say less than any published grade and convert to none.
    Scale.SEVERITY: ScaleInfo("severity", "严重程度", ("mild", "moderate", "severe"), "wording of the report"),
}

_OTHER_FORMS: Mapping[Scale, Mapping[str, str]] = {
    Scale.LENKE_SAGITTAL: {"minus": "-", "normal": "N", "plus": "+"},
    Scale.OPLL_TYPE: {"连续": "continuous", "节段": "segmental", "混合": "mixed", "局限": "circumscribed"},
    Scale.RSNA_SEVERITY: {
        **dict.fromkeys(("normal", "mild", "normal_mild", "正常", "正常/轻", "轻"), "Normal/Mild"),
        **dict.fromkeys(("中", "中等"), "Moderate"),
        **dict.fromkeys(("重", "严重"), "Severe"),
    },
    Scale.SEVERITY: {"轻": "mild", "中": "moderate", "中等": "moderate", "重": "severe", "严重": "severe"},
}

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—−－"), "-")
_GAP = r"(?:[\s:=]+|-(?=\w))?"  # a hyphen joins only where a value follows: "SINS -7" and a Lenke "-" keep theirs
_BEFORE = rf"(?:(?:grade|type|class|stage|score|curve|modifier|分级|分型|分度|评分|修正型){_GAP})*"
_AFTER = re.compile(r"\s*(?:级|型|度|分|期|points?|type|grade)$")
_ROMAN_KEY = re.compile(r"(vi|iv|v|i{1,3})([abc]?)")
_NUMBERS = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6"} | dict(zip("一二三四五六", "123456", strict=True))


def _fold(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().translate(_DASHES).strip()


def _key(text: str) -> str:
    """One spelling for a value however written: 'III', 'Ⅲ' and '三' all give '3'; spaces go except between two digits."""
    key = re.sub(r"\s+(?!\d)|(?<!\d)\s+", "", _fold(text))
    if roman := _ROMAN_KEY.fullmatch(key):
        return _NUMBERS[roman[1]] + roman[2]
    return _NUMBERS.get(key, key)


@cache
def _reader(scale: Scale) -> tuple[re.Pattern[str], Mapping[str, str]]:
    """What may stand before a value of the scale, and its values by key."""
    info = SCALES[scale]
    # '分级' and the like are taken off: they stand or not ("改良JOA 15分"), and _BEFORE reads them.
    written = {_fold(re.sub("(分级|分型|评分|修正型)$", "", name)) for name in (info.name_en, info.name_zh, *info.also)}
    names = sorted(written, key=len, reverse=True)
    before = re.compile(rf"^(?:(?:{'|'.join(map(re.escape, names))}){_GAP})?{_BEFORE}")
    values = {_key(value): value for value in info.values} | dict(_OTHER_FORMS.get(scale, {}))
    if info.is_points:
        values |= {f"{value}/{info.values[-1]}": value for value in info.values}
    return before, values


@total_ordering
@dataclass(frozen=True)
class Grade:
    """A value on a scale, in the scale's canonical writing; ordered against grades of the same ordinal scale only.

    >>> Grade.parse(Scale.PFIRRMANN, "grade 3") < Grade(Scale.PFIRRMANN, "IV")
    True

    Raises:
        GradeError: the scale has no such value; or, on comparing, the scales differ or are nominal.
    """

    scale: Scale
    value: str

    def __post_init__(self) -> None:
        if self.value not in SCALES[self.scale].values:
            raise _refused(self.scale, self.value)

    @classmethod
    def parse(cls, scale: Scale, text: str) -> Grade:
        """Read a grade as it is usually written: 'III', 'Ⅲ', 'grade 3', '3级', 'Pfirrmann 三级', 'SINS 8/18', 'ao type a3'.

        Raises:
            GradeError: no value of this scale, or a number with a raised footnote mark, which cannot be told from a digit.
        """
        before, values = _reader(scale)
        value = values.get(_key(_AFTER.sub("", before.sub("", _fold(text), count=1))))
        if value is None or any(unicodedata.decomposition(c).startswith(("<super>", "<sub>")) for c in text):
            raise _refused(scale, text)
        return cls(scale, value)

    @property
    def rank(self) -> int:
        """Place on an ordinal scale, 0 for its first value; `ScaleInfo.higher_is_worse` says what that means.

        Raises:
            GradeError: the scale is nominal.
        """
        info = SCALES[self.scale]
        if not info.ordinal:
            raise GradeError(f"{info.name_en} is nominal: its types have no rank, compare them for equality only")
        return info.values.index(self.value)

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Grade):
            return NotImplemented
        if self.scale != other.scale:
            raise GradeError(f"{self} and {other} stand on different scales and have no order")
        return self.rank < other.rank

    def __str__(self) -> str:
        return f"{SCALES[self.scale].name_en} {self.value}"


def _refused(scale: Scale, value: str) -> GradeError:
    info = SCALES[scale]
    # A long text is a patient's, not a grade: never repeat it.
    shown = repr(value) if len(value) <= 24 else f"a text of {len(value)} characters"
    allowed = f"{info.values[0]} to {info.values[-1]}" if info.is_points else ", ".join(info.values)
    return GradeError(f"{shown} is no grade on the scale {info.name_en}: give one of {allowed}")


class MyelopathyBand(StrEnum):
    """Severity of cervical myelopathy by mJOA."""

    UNIMPAIRED = "unimpaired"
    MILD = "mild"
    MODERATE = "moderate"
    SEVERE = "severe"


class TumourStability(StrEnum):
    """Stability of a spine with a neoplastic lesion by SINS."""

    STABLE = "stable"
    POTENTIALLY_UNSTABLE = "potentially_unstable"
    UNSTABLE = "unstable"


class InjuryAdvice(StrEnum):
    """What TLICS and SLIC advise; advice of the score, not of this program."""

    CONSERVATIVE = "conservative"
    EITHER = "either"
    SURGERY = "surgery"


def mjoa_severity(score: int) -> MyelopathyBand:
    """Band of an mJOA score of 0-18: 18 unimpaired, 15-17 mild, 12-14 moderate, 11 or less severe (Tetreault et al. 2017).

    Raises:
        GradeError: outside 0-18.
    """
    Grade(Scale.MJOA, str(score))
    if score == 18:
        return MyelopathyBand.UNIMPAIRED
    if score >= 15:
        return MyelopathyBand.MILD
    return MyelopathyBand.MODERATE if score >= 12 else MyelopathyBand.SEVERE


def sins_stability(score: int) -> TumourStability:
    """Band of a SINS of 0-18: 0-6 stable, 7-12 potentially unstable, 13-18 unstable (Fisher et al. 2010).

    Raises:
        GradeError: outside 0-18.
    """
    Grade(Scale.SINS, str(score))
    if score <= 6:
        return TumourStability.STABLE
    return TumourStability.POTENTIALLY_UNSTABLE if score <= 12 else TumourStability.UNSTABLE


def tlics_advice(score: int) -> InjuryAdvice:
    """Advice of a TLICS of 1-10: 3 or less conservative, 4 either, 5 or more surgery (Vaccaro et al. 2005).

    Raises:
        GradeError: outside 1-10.
    """
    return _injury_advice(Scale.TLICS, score)


def slic_advice(score: int) -> InjuryAdvice:
    """Advice of a SLIC of 0-10: 3 or less conservative, 4 either, 5 or more surgery (Vaccaro et al. 2007).

    Raises:
        GradeError: outside 0-10.
    """
    return _injury_advice(Scale.SLIC, score)


def _injury_advice(scale: Scale, score: int) -> InjuryAdvice:
    Grade(scale, str(score))
    if score == 4:
        return InjuryAdvice.EITHER
    return InjuryAdvice.CONSERVATIVE if score < 4 else InjuryAdvice.SURGERY


def meyerding(slip_percent: float) -> Grade:
    """Meyerding grade of a slip in per cent of the caudal endplate: I to 25, II to 50, III to 75, IV to 100, V beyond.

    Raises:
        GradeError: zero or negative (no slip has no grade; a retrolisthesis is given as its size) or not finite.
    """
    _check("slip_percent", slip_percent, above=0)
    place = sum(slip_percent > bound for bound in (25, 50, 75, 100))
    return Grade(Scale.MEYERDING, _ROMAN[place])


def genant(height_loss_percent: float) -> Grade:
    """Genant grade of a vertebral height loss of 0-100 %: 0 below 20, 1 from 20 to 25, 2 to 40, 3 beyond (Genant et al. 1993).

    Raises:
        GradeError: outside 0-100 or not finite.
    """
    _check("height_loss_percent", height_loss_percent, least=0, most=100)
    place = (height_loss_percent >= 20) + (height_loss_percent > 25) + (height_loss_percent > 40)
    return Grade(Scale.GENANT, str(place))


def schwab_pi_ll(mismatch_degrees: float) -> Grade:
    """SRS-Schwab modifier of PI minus LL in degrees: 0 below 10, + from 10 to 20, ++ above (Schwab et al. 2012).

    Raises:
        GradeError: outside -180 to 180 or not finite.
    """
    return _schwab(Scale.SCHWAB_PI_LL, "mismatch_degrees", mismatch_degrees, most=180, bounds=(10, 20))


def schwab_sva(sva_cm: float) -> Grade:
    """SRS-Schwab modifier of the C7-S1 sagittal vertical axis in cm: 0 below 4, + from 4 to 9.5, ++ above (Schwab et al. 2012).

    Raises:
        GradeError: outside -50 to 50 (most often millimetres given for centimetres) or not finite.
    """
    return _schwab(Scale.SCHWAB_SVA, "sva_cm", sva_cm, most=50, bounds=(4, 9.5))


def schwab_pt(pelvic_tilt_degrees: float) -> Grade:
    """SRS-Schwab modifier of pelvic tilt in degrees: 0 below 20, + from 20 to 30, ++ above (Schwab et al. 2012).

    Raises:
        GradeError: outside -90 to 90 or not finite.
    """
    return _schwab(Scale.SCHWAB_PT, "pelvic_tilt_degrees", pelvic_tilt_degrees, most=90, bounds=(20, 30))


def _schwab(scale: Scale, name: str, value: float, *, most: float, bounds: tuple[float, float]) -> Grade:
    _check(name, value, least=-most, most=most)
    return Grade(scale, _SCHWAB[(value >= bounds[0]) + (value > bounds[1])])


def _check(name: str, value: float, *, least: float = -math.inf, above: float = -math.inf, most: float = math.inf) -> None:
    if not (math.isfinite(value) and least <= value <= most and value > above):
        wanted = f"above {above:g}" if math.isfinite(above) else f"{least:g} to {most:g}"
        raise GradeError(f"{name} is {value}: give a finite number, {wanted}")
