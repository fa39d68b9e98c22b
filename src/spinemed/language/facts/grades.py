"""Grades on published scales as texts write them, in both languages, and the finding that a bare grade states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spinemed.domain.findings import FINDINGS, Finding
from spinemed.domain.scales import SCALES, Grade, Scale, ScaleInfo
from spinemed.errors import GradeError


@dataclass(frozen=True, slots=True)
class GradeMention:
    """A written grade: its readings (one author's name stands for several scales), and the finding it states alone."""

    start: int
    end: int
    readings: tuple[Grade, ...]
    states: Finding | None
    named: bool = True

    def on(self, finding: Finding) -> Grade | None:
        """The reading that stands on a scale of the finding."""
        scales = FINDINGS[finding].scales
        return next((grade for grade in self.readings if grade.scale in scales), None)


_WORD = (
    r"(?:\s*(?:grades?|gr\.|type|class|curve|stage|score|scale|classification|classified\s+as|graded?|of|is|total|sign|criteria|rotation"
    r"|prognostic|semi-?quantitative|was|calculated\s+as|at\s+[CTL]\d{1,2}(?![-/\d])|et\s+al\.?|损伤分级|神经功能分级|旋转分级|分级|分型|评分|总分|分度|征|改变|分别为?|均为|都为|皆为|[:=：为])\s*)*"
)
_TAIL = r"(?:\s*(?:级|型|度|分|期))?"
_ROMAN = r"(?:IV|I{1,3}|V|[ⅠⅡⅢⅣⅤ]|[1-5]|[一二三四五])"
# A value written in whichever digits: Arabic, Roman, Chinese.
_TO_2 = r"(?:[0-2]|I{1,2}|[ⅠⅡ]|[一二])"
_TO_3 = r"(?:[0-3]|I{1,3}|[ⅠⅡⅢ]|[一二三])"
_TO_4 = r"(?:[0-4]|IV|I{1,3}|[ⅠⅡⅢⅣ]|[一二三四])"
_TO_5 = r"(?:[0-5]|IV|I{1,3}|V|[ⅠⅡⅢⅣⅤ]|[一二三四五])"
_END = r"(?![\w.]*[\d%°]|\s*(?:mm|cm)|[A-Za-z])"

# One of these words in the sentence, name pattern, value pattern, scales to try, finding that a bare grade states.
_NAMED: tuple[tuple[str, str, str, tuple[Scale, ...], Finding | None], ...] = (
    ("pf", r"(?:Pfirr?mann?|(?-i:Pf)\.?)", _ROMAN, (Scale.PFIRRMANN,), Finding.DISC_DEGENERATION),
    ("modic mc", r"(?:Modic|(?-i:MC)(?=\s+type))", r"(?:I{1,3}|[ⅠⅡⅢ]|[0-3]|[一二三])", (Scale.MODIC,), Finding.MODIC_CHANGE),
    ("schizas", r"Schizas", r"(?:A[1-4]|[BCD])", (Scale.SCHIZAS,), Finding.CANAL_STENOSIS),
    ("kang", r"Kang", _TO_3, (Scale.KANG,), Finding.CANAL_STENOSIS),
    ("kim", r"Kim", _TO_2, (Scale.KIM,), Finding.FORAMINAL_STENOSIS),
    ("park", r"Park", _TO_3, (Scale.PARK,), Finding.FORAMINAL_STENOSIS),
    ("lee", r"Lee", _TO_3, (Scale.LEE_FORAMINAL, Scale.LEE_CENTRAL), Finding.FORAMINAL_STENOSIS),
    ("joa", r"(?:mJOA|modified\s+JOA|改良JOA)", r"(?:1[0-8]|\d)", (Scale.MJOA,), Finding.MYELOPATHY),
    ("nurick", r"Nurick", r"(?:[0-5]|IV|I{1,3}|V|[ⅠⅡⅢⅣⅤ])", (Scale.NURICK,), Finding.MYELOPATHY),
    ("meyerding", r"Meyerding", _ROMAN, (Scale.MEYERDING,), Finding.SPONDYLOLISTHESIS),
    ("wiltse", r"Wiltse", r"(?:II[ABCabc]|IV|I{1,3}|V|[ⅠⅡⅢⅣⅤ][ABCabc]?|[1-5])", (Scale.WILTSE,), Finding.SPONDYLOLISTHESIS),
    ("castellvi", r"Castellvi", r"(?:(?:IV|I{1,3}|[ⅠⅡⅢⅣ]|[1-4])(?:-?[abAB])?)", (Scale.CASTELLVI,), Finding.LSTV),
    ("genant", r"Genant", _TO_3, (Scale.GENANT,), Finding.COMPRESSION_FRACTURE),
    ("of", r"(?-i:OF)(?=\s*[-–]?\s*(?:type|grade|分型)?\s*[:：]?\s*[\dⅠⅡⅢⅣⅤ])", _TO_5, (Scale.OF,), Finding.COMPRESSION_FRACTURE),
    ("tlics", r"TLICS", r"(?:10|[1-9])", (Scale.TLICS,), None),
    ("slic", r"SLIC", r"(?:10|\d)", (Scale.SLIC,), None),
    (
        "anderson",
        r"Anderson(?:\s*(?:-|and|&|–)\s*D['’]?\s?Alonzo)?",
        r"(?:I{1,3}|[ⅠⅡⅢ]|[1-3])",
        (Scale.ANDERSON_DALONZO,),
        Finding.DENS_FRACTURE,
    ),
    (
        "levine",
        r"(?:Levine(?:\s*(?:-|and|&|–|\s)\s*Edwards)?)",
        r"(?:IIa|I{1,3}|[ⅠⅡⅢ]a?|[1-3]a?)",
        (Scale.LEVINE_EDWARDS,),
        Finding.HANGMAN_FRACTURE,
    ),
    ("gehweiler", r"Gehweiler", _TO_5, (Scale.GEHWEILER,), Finding.ATLAS_FRACTURE),
    (
        "a",
        r"(?:ASIA(?:\s+impairment\s+scale)?(?:\s*\(AIS\))?|(?-i:AIS)|Frankel)",
        r"(?-i:[A-E])",
        (Scale.AIS,),
        Finding.CORD_INJURY,
    ),
    (
        "sins neoplastic",
        r"(?:SINS|Spinal\s+Instability\s+Neoplastic\s+Score)",
        r"(?:1[0-8]|\d)",
        (Scale.SINS,),
        Finding.VERTEBRAL_METASTASIS,
    ),
    ("bilsky escc", r"(?:Bilsky|ESCC)", r"(?:1[abc]|[023])", (Scale.BILSKY,), Finding.CORD_COMPRESSION),
    ("tokuhashi", r"(?:修订)?Tokuhashi(?:\s*\(revised\))?", r"(?:1[0-5]|\d)", (Scale.TOKUHASHI,), Finding.VERTEBRAL_METASTASIS),
    ("tomita", r"Tomita", r"(?:10|[2-9])", (Scale.TOMITA,), Finding.VERTEBRAL_METASTASIS),
    ("king", r"King(?:[-\s]Moe)?", _ROMAN, (Scale.KING,), Finding.SCOLIOSIS),
    ("risser", r"Risser(?:['’]?s)?(?:\s+sign)?", _TO_5, (Scale.RISSER,), Finding.SCOLIOSIS),
    ("nash", r"Nash\s*(?:[-–]|and|&)\s*Moe", _TO_4, (Scale.NASH_MOE,), Finding.SCOLIOSIS),
    ("roussouly", r"Roussouly", _TO_4, (Scale.ROUSSOULY,), Finding.SAGITTAL_IMBALANCE),
    (
        "modifier 修正",
        r"(?:(?:Lenke\s*)?(?:lumbar\s+(?:spine\s+)?modifier|腰(?:椎|弯)修正型?))",
        r"(?-i:[ABC])",
        (Scale.LENKE_LUMBAR,),
        Finding.SCOLIOSIS,
    ),
    (
        "modifier 修正",
        r"(?:(?:Lenke\s*)?(?:(?:thoracic\s+)?sagittal\s+modifier|胸椎矢状面?修正型?))",
        r"[-N+]",
        (Scale.LENKE_SAGITTAL,),
        Finding.SCOLIOSIS,
    ),
    ("york mny 纽约", r"(?:(?:modified\s+)?New\s+York|(?-i:mNY)|纽约)", _TO_4, (Scale.SACROILIITIS,), Finding.SACROILIITIS),
    ("sasss", r"mSASSS", r"\d{1,2}", (Scale.MSASSS,), Finding.ANKYLOSING_SPONDYLITIS),
    ("ao", r"AO(?:\s*Spine)?(?:\s+[CTL]\d{1,2})?", r"(?-i:A[0-4]|B[123])", (Scale.AO_MORPHOLOGY,), None),
    (
        "ao",
        r"AO(?:\s*Spine)?(?:\s*(?:type|class(?:ification)?|分型|损伤))?(?:\s+[CTL]\d{1,2})?\s*[:：]?\s*(?:type\s+)?",
        r"(?-i:C)(?=\s*(?:型|injury|fracture|\)|,|;|\.|$))",
        (Scale.AO_MORPHOLOGY,),
        None,
    ),
    ("ao", r"AO(?:\s*Spine)?(?:\s+[CTL]\d{1,2})?", r"(?-i:N[0-4])", (Scale.AO_NEUROLOGY,), None),
    ("ao", r"AO(?:\s*Spine)?(?:\s+[CTL]\d{1,2})?", r"(?-i:F[1-4])", (Scale.AO_FACET,), None),
)
_COMPILED = tuple(
    (
        stems.split(),
        re.compile(
            rf"(?<![A-Za-z]){name}{_WORD}\s*[-–]?\s*(?:(?<=[:：])\s*(?:[左右]侧?|(?:left|right)\s+))?(?P<v>{value})"
            rf"(?:\s?(?:-|~|to|至|/(?=[IVⅠⅡⅢⅣⅤ]))\s?(?P<w>{value})(?!\d|\.\d|%))?{_END}{_TAIL}(?:\s*/\s*\d+)?",
            re.I,
        ),
        scales,
        states,
    )
    for stems, name, value, scales, states in _NAMED
)
# "grade B according to Schizas", "Grade 1 central canal stenosis (Lee)"
_BEFORE_NAME = tuple(
    (
        stems.split(),
        re.compile(
            rf"\b(?:grade|gr\.|type|class|stage)\s*(?P<v>{value})(?![\w%°])(?:[\s,]+(?!(?:grade|type|stage)\b)(?:[a-z'’-]+|[CTLS]\d[\w/-]*)){{0,6}}?"
            rf"[\s,(]+{name}(?!\w)(?!{_WORD}\s*[-–]?\s*{value}{_END})",
            re.I,
        ),
        # "Schizas分级：L4/5为B级", "按Kim分级，C3/4左侧椎间孔狭窄为Ⅰ级"
        re.compile(
            rf"(?<![A-Za-z]){name}(?:(?![A-Za-z]{{2}})[^。;]){{0,26}}?(?:为|:|(?<=\d))\s*(?P<v>{value})(?=级|型|度|分)", re.I
        ),
        scales,
        states,
    )
    for stems, name, value, scales, states in _NAMED
    if stems not in ("of", "a", "ao")
)
_SCHWAB_CURVE = re.compile(r"Schwab\s*(?:coronal\s*)?(?:curve\s*)?(?:type|冠状面|分型)?\s*[:：]?\s*(?P<v>[TLDN])(?![A-Za-z-])")
_SCHWAB_MODIFIER = re.compile(
    r"(?P<n>PI\s*(?:[-–]|minus)\s*LL|SVA|PT|pelvic\s+tilt)\s*(?:modifier|修正型|分级)?\s*[:：]?\s*[(（\"“]?\s*(?P<v>\+{1,2}|0)(?=[\s,.;，；。、)）\"”级]|$)"
)
_SCHWAB = {"pi": Scale.SCHWAB_PI_LL, "sv": Scale.SCHWAB_SVA, "pt": Scale.SCHWAB_PT, "pe": Scale.SCHWAB_PT}
_RSNA = re.compile(r"normal(?:\s*/\s*mild)?|mild|moderate|severe|正常(?:\s*/\s*轻度?)?|轻度|中度|重度", re.I)
_LENKE = re.compile(
    r"(?<![A-Za-z])Lenke\s*(?:curve\s*)?(?:type|curve|分型"
    r"|classification)?\s*[:：]?\s*(?P<curve>[1-6]|IV|VI|V|I{1,3}|[ⅠⅡⅢⅣⅤⅥ])\s*(?P<lumbar>[ABC])?\s*(?P<sagittal>[-–N+](?![\d–-]))?(?:\s*型)?"
)
_KYPHOSIS_MODIFIER = re.compile(r"(?:°|degrees?|度)\s*[:：]\s*(?P<v>[N+-])(?=[.,;。；，]|\s|$)")
_BARE_AO = re.compile(r"(?<![A-Za-z\d])(?:type\s+)?(?P<v>A[0-4]|B[123]|N[0-4]|F[1-4])(?:\s*型)?(?![\w%-])")
_REVERSED = re.compile(r"\b(?:grade|type)\s+(?P<v>IV|I{1,3}|V|[1-5])\s+(?P<n>Pfirrmann|Modic|Meyerding|Genant)\b", re.I)
# A number without a scale's name: the finding beside it says which.
_PLAIN = re.compile(
    r"\b(?i:grade|gr\.|type|stage)[\s-]*(?P<v>II[abc]|I{1,3}[ab]?|IV|V|[0-5][ab]?)\b(?!\s*[/%.]\s*\d)|(?P<z>(?<!\.)[ⅠⅡⅢⅣⅤ]|(?<![\d.])(?:IV"
    r"|I{1,3}|V|[一二三四五1-5]))\s*(?:度|级|型|°)(?!半)",
)
_PLAIN_SCALES: dict[Finding, tuple[Scale, ...]] = {
    Finding.SPONDYLOLISTHESIS: (Scale.MEYERDING,),
    Finding.RETROLISTHESIS: (Scale.MEYERDING,),
    Finding.SACROILIITIS: (Scale.SACROILIITIS,),
    Finding.DENS_FRACTURE: (Scale.ANDERSON_DALONZO,),
    Finding.HANGMAN_FRACTURE: (Scale.LEVINE_EDWARDS,),
    Finding.MODIC_CHANGE: (Scale.MODIC,),
    Finding.DISC_DEGENERATION: (Scale.PFIRRMANN,),
    Finding.LSTV: (Scale.CASTELLVI,),
}
_OPLL = re.compile(r"\b(?:continuous|segmental|mixed|circumscribed|localized)\b|连续型|节段型|混合型|局限型|局灶型", re.I)
_OPLL_VALUES = {
    "连续型": "continuous",
    "节段型": "segmental",
    "混合型": "mixed",
    "局限型": "circumscribed",
    "局灶型": "circumscribed",
    "localized": "circumscribed",
}
_BARE_AGAIN = re.compile(
    r"(?:previously|formerly|was|before|prior|earlier|from|versus|left|right|revised\s+to|原为|既往|此前|原)\s*:?\s*(?P<v>A[1-4]"
    r"|[B-D]|IV|I{1,3}|V|\d{1,2})(?![\w.°%]|\s*(?:mm|cm|degrees?|years?|months?|weeks?|days?))"
    # "Kang grade 2 at C4/5, grade 1 at C5/6", "L2/3 Schizas A1级，L3/4 B级"
    r"|(?:[,;、]\s*(?:and\s+)?|\band\s+)grade\s+(?P<g>[0-5]|IV|I{1,3}|V)(?=\s+(?:at\s+|in\s+|for\s+|[a-z]+\s+(?:[a-z]+\s+)?(?:of|at)\s+)?[CTLS]\d)"
    # "Kim grade 1 left, 0 right"
    r"|\b(?:left|right)\s*(?:,|and)\s*(?P<r>[0-3])(?=\s+(?:on\s+the\s+)?(?:left|right))"
    # "Kang 2 and 3, respectively", "分别为Genant 2级、1级"
    r"|(?<=[\dIV])\s+and\s+(?:grade\s+|type\s+)?(?P<e>[0-5]|IV|I{1,3}|V)(?=,?\s+respectively)"
    r"|(?<=级)[、,和]\s*(?P<q>A[1-4]|[B-D]|[0-5]|IV|I{1,3}|V|[ⅠⅡⅢⅣⅤ])(?=级)"
    r"|[,;、]\s*[CTLS颈胸腰骶]?\d{1,2}[/-][CTLS颈胸腰骶]?\d{1,2}\s*(?:为|:)?\s*(?P<z>A[1-4]|[B-D]|[0-5]|IV|I{1,3}|V|[ⅠⅡⅢⅣⅤ])(?=级)"
    # "Lee分级：左3级，右1级"
    r"|[左右]侧?\s*(?P<s>[0-3])(?=级)"
)


# The names that this project writes, whole ("AO Spine neurology N0", "AO神经功能 N0级").
_ALSO_NAMED = {Scale.AO_NEUROLOGY: ("AO神经功能",), Scale.AO_FACET: ("AO关节突",), Scale.RSNA_SEVERITY: ("RSNA",)}
_STATES = {scales[0]: states for _, _, _, scales, states in _NAMED if len(scales) == 1}


def _own_name(scale: Scale, info: ScaleInfo) -> tuple[Scale, frozenset[str], re.Pattern[str]]:
    """A scale, words of which one stands where it is named, and how its values are written."""
    names = sorted({info.name_en, info.name_zh, *_ALSO_NAMED.get(scale, ())}, key=len, reverse=True)
    written = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in names)
    values = "|".join(re.escape(value) for value in sorted(info.values, key=len, reverse=True))
    name = rf"(?<![A-Za-z])(?:{written})"
    counted = rf"{name}\s*(?P<w>{values})(?:级|型|度|分|期)"
    roman = "" if any(value.isdigit() for value in info.values) else "/"
    span = rf"(?!\s?(?:[-~至{roman}]|to\b)\s?(?:{values})(?![\w%]|\.\d|\s*(?:mm|cm)))"  # "Pfirrmann II-III" is no grade
    source = rf"{name}{_WORD}\s*(?P<v>{values})(?![\w.+/]){span}{_TAIL}|{counted}"
    return scale, frozenset(name.split()[0].lower() for name in names), re.compile(source)


_OWN = tuple(_own_name(scale, info) for scale, info in SCALES.items() if scale not in (Scale.SEVERITY, Scale.MJOA))


def _own(text: str, low: str) -> Iterator[GradeMention]:
    for scale, stems, pattern in _OWN:
        for m in pattern.finditer(text) if any(stem in low for stem in stems) else ():
            if readings := _graded((scale,), m["v"] or m["w"]):
                yield GradeMention(m.start(), m.end(), readings, _STATES.get(scale))


def _graded(scales: tuple[Scale, ...], value: str) -> tuple[Grade, ...]:
    found: list[Grade] = []
    for scale in scales:
        try:
            found.append(Grade.parse(scale, re.sub(r"(?<=I)-(?=[ab])", "", value)))
        except GradeError:
            continue
    return tuple(found)


_ANY = re.compile(
    r"pfir|modic|schizas|kang|kim|park|lee|joa|nurick|meyerding|wiltse|castellvi|genant|\bof\b|tlics|slic|anderson|levine"
    r"|gehweiler|asia|ais|frankel|sins|bilsky"
    r"|escc|rsna|schwab|new york|tokuhashi|tomita|king|risser|nash|roussouly|modifier|修正|sasss|pi|sva|pt|ao|lenke|grade|type"
    r"|stage|gr\.|york|mny|纽约|mc type|pf|neoplastic|级|型|度|opll"
    r"|后纵韧带|fractur|burst|骨折|°|: ?n"
)


def find_grades(text: str, low: str) -> list[GradeMention]:
    """Every written grade of a stretch, in reading order, without overlaps."""
    if not _ANY.search(low):
        return []
    found = list(_own(text, low))
    own = [(g.start, g.end) for g in found]
    others = (
        *_named(text, low),
        *_reversed(text, low),
        *_lenke(text, low),
        *_opll(text, low),
        *_schwab(text, low),
        *_rsna(text, low),
    )
    for other in others:
        if not any(other.start < end and start < other.end for start, end in own):
            found.append(other)
    taken = {(g.start, g.end) for g in found}
    for extra in (*_apart_from_name(text, low), *_bare_ao(text, low), *_again(text, found), *_plain(text)):
        if not any(extra.start < end and start < extra.end for start, end in taken):
            found.append(extra)
            taken.add((extra.start, extra.end))
    return sorted(found, key=lambda g: (g.start, g.end))


def _named(text: str, low: str) -> Iterator[GradeMention]:
    for stems, pattern, scales, states in _COMPILED:
        for m in pattern.finditer(text) if any(stem in low for stem in stems) else ():
            if m["w"] and m["w"] != m["v"] and states is not None:
                yield GradeMention(m.start(), m.end(), (), states)  # a span of grades is no grade
            elif readings := _graded(scales, m["v"].upper() if scales[0] is Scale.SCHIZAS else m["v"]):
                yield GradeMention(m.start(), m.end(), readings, states)


_REVERSED_SCALES = {
    "pfirrmann": (Scale.PFIRRMANN, Finding.DISC_DEGENERATION),
    "modic": (Scale.MODIC, Finding.MODIC_CHANGE),
    "meyerding": (Scale.MEYERDING, Finding.SPONDYLOLISTHESIS),
    "genant": (Scale.GENANT, Finding.COMPRESSION_FRACTURE),
}


def _reversed(text: str, low: str) -> Iterator[GradeMention]:
    """ "grade III Pfirrmann": the value before the name."""
    for m in _REVERSED.finditer(text) if "grade" in low or "type" in low else ():
        scale, states = _REVERSED_SCALES[m["n"].lower()]
        if readings := _graded((scale,), m["v"]):
            yield GradeMention(m.start(), m.end(), readings, states)


def _apart_from_name(text: str, low: str) -> Iterator[GradeMention]:
    """ "grade B according to Schizas", "Schizas分级：L4/5为B级": words stand between the name and the value."""
    for stems, before, behind, scales, states in _BEFORE_NAME:
        if any(stem in low for stem in stems):
            for m in (*before.finditer(text), *behind.finditer(text)):
                if readings := _graded(scales, m["v"]):
                    yield GradeMention(m.start("v"), m.end("v"), readings, states)


def _schwab(text: str, low: str) -> Iterator[GradeMention]:
    named = "schwab" in low
    for m in _SCHWAB_CURVE.finditer(text) if named else ():
        yield GradeMention(m.start(), m.end(), _graded((Scale.SCHWAB_CORONAL,), m["v"]), Finding.SCOLIOSIS)
    for m in _SCHWAB_MODIFIER.finditer(text):
        if named or m["v"] != "0":
            scale = _SCHWAB[m["n"][:2].lower()]
            yield GradeMention(m.start(), m.end(), _graded((scale,), m["v"]), Finding.SAGITTAL_IMBALANCE)


def _rsna(text: str, low: str) -> Iterator[GradeMention]:
    """Severity words of a sentence that names the scale of RSNA 2024."""
    for m in _RSNA.finditer(text) if "rsna" in low else ():
        if readings := _graded((Scale.RSNA_SEVERITY,), m[0]):
            yield GradeMention(m.start(), m.end(), readings, None)


def _lenke(text: str, low: str) -> Iterator[GradeMention]:
    if "lenke" in low:
        for m in _LENKE.finditer(text):
            yield GradeMention(m.start(), m.end(), _graded((Scale.LENKE_CURVE,), m["curve"]), Finding.SCOLIOSIS)
            if m["lumbar"]:
                yield GradeMention(m.start(), m.end(), _graded((Scale.LENKE_LUMBAR,), m["lumbar"]), Finding.SCOLIOSIS)
            if m["sagittal"]:
                sagittal = "-" if m["sagittal"] in "-–" else m["sagittal"]
                yield GradeMention(m.start(), m.end(), _graded((Scale.LENKE_SAGITTAL,), sagittal), Finding.SCOLIOSIS)
    for m in _KYPHOSIS_MODIFIER.finditer(text):
        yield GradeMention(m.start("v"), m.end("v"), _graded((Scale.LENKE_SAGITTAL,), m["v"]), Finding.SCOLIOSIS)


def _opll(text: str, low: str) -> Iterator[GradeMention]:
    if "opll" in low or "longitudinal" in low or "后纵韧带" in low:
        for m in _OPLL.finditer(text):
            value = _OPLL_VALUES.get(m[0], m[0].lower())
            yield GradeMention(m.start(), m.end(), _graded((Scale.OPLL_TYPE,), value), None, named=False)


_FACETS = re.compile("facet|lateral mass|关节突|小关节|fracture-dislocation|骨折脱位")


def _bare_ao(text: str, low: str) -> Iterator[GradeMention]:
    if any(word in low for word in ("fractur", "burst", "ao", "骨折", "tlics", "n0")):
        for m in _BARE_AO.finditer(text):
            scale = {"N": Scale.AO_NEUROLOGY, "F": Scale.AO_FACET}.get(m["v"][0], Scale.AO_MORPHOLOGY)
            if scale is Scale.AO_FACET and not _FACETS.search(low):
                continue
            yield GradeMention(m.start(), m.end(), _graded((scale,), m["v"]), None)


def _again(text: str, found: list[GradeMention]) -> Iterator[GradeMention]:
    """ "(previously B)", "left 0": a bare value on the scale named last."""
    for m in _BARE_AGAIN.finditer(text):
        name = m.lastgroup or "v"
        before = [g for g in found if g.end <= m.start(name) and g.readings and g.named]
        if before and (readings := _graded(tuple(g.scale for g in before[-1].readings), m[name])):
            yield GradeMention(m.start(name), m.end(name), readings, before[-1].states)


def _plain(text: str) -> Iterator[GradeMention]:
    for m in _PLAIN.finditer(text):
        scales = {scale for scales in _PLAIN_SCALES.values() for scale in scales}
        readings = _graded(tuple(sorted(scales)), m["v"] or m["z"])
        if readings:
            yield GradeMention(m.start(), m.end(), readings, None, named=False)


def plain_reading(grade: GradeMention, finding: Finding) -> Grade | None:
    """What a number without a scale's name means beside a finding."""
    wanted = _PLAIN_SCALES.get(finding, ())
    return next(
        (g for g in grade.readings if g.scale in wanted or (g.scale is Scale.OPLL_TYPE and finding is Finding.OPLL)), None
    )


NONE_VALUES = frozenset(
    {
        Grade(Scale.KANG, "0"),
        Grade(Scale.KIM, "0"),
        Grade(Scale.PARK, "0"),
        Grade(Scale.LEE_FORAMINAL, "0"),
        Grade(Scale.LEE_CENTRAL, "0"),
        Grade(Scale.GENANT, "0"),
        Grade(Scale.SCHIZAS, "A1"),
        Grade(Scale.PFIRRMANN, "I"),
        Grade(Scale.MODIC, "0"),
        Grade(Scale.BILSKY, "0"),
        Grade(Scale.AIS, "E"),
        Grade(Scale.SCHWAB_CORONAL, "N"),
        Grade(Scale.SACROILIITIS, "0"),
    }
)
