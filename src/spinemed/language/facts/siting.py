"""Where a finding lies: the levels of its own words, of its clause, of the heading; else the region of phrase or title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from spinemed.domain.findings import FINDINGS, Finding
from spinemed.domain.levels import Range, Region, Segment, Vertebra
from spinemed.domain.names import Anatomy
from spinemed.domain.quantities import Quantity
from spinemed.domain.roots import Root
from spinemed.domain.scales import Scale
from spinemed.errors import LevelError
from spinemed.language.facts.grading import INJURIES
from spinemed.language.facts.places import LESSER, Place, fit
from spinemed.language.facts.reading import Reading, Term
from spinemed.language.facts.stretches import CLAUSE, COMMA, WORD

_ROOT_FINDINGS = frozenset(
    {Finding.NERVE_ROOT_COMPRESSION, Finding.RADICULOPATHY, Finding.CORD_INJURY, Finding.PROGRESSIVE_DEFICIT}
)
_GLOBAL = frozenset(
    {
        Quantity.PELVIC_INCIDENCE,
        Quantity.PELVIC_TILT,
        Quantity.SACRAL_SLOPE,
        Quantity.PI_LL_MISMATCH,
        Quantity.CORONAL_SHIFT,
        Quantity.T1_PELVIC_ANGLE,
        Quantity.DENS_ABOVE_MCGREGOR,
        Quantity.CERVICOMEDULLARY_ANGLE,
    }
)
_BETWEEN_TWO = frozenset({Quantity.ATLANTODENTAL_INTERVAL, Quantity.POSTERIOR_ATLANTODENTAL_INTERVAL})
# Values that go on about the finding of the sentence before ("... burst fracture of L1. Anterior height loss 35%").
_GOES_ON = frozenset(
    {
        Quantity.HEIGHT_LOSS,
        Quantity.CANAL_ENCROACHMENT,
        Quantity.LESION_SIZE,
        Quantity.LESION_THICKNESS,
        Quantity.LESION_EXTENT,
        Quantity.SLIP,
        Quantity.OCCUPYING_RATIO,
        Quantity.MIGRATION,
        Quantity.CANAL_AP,
        Quantity.SAC_AP,
        Quantity.FLAVUM_THICKNESS,
    }
)
_PLACELESS = frozenset({Finding.SCOLIOSIS, Finding.SAGITTAL_IMBALANCE})
_CURVES = frozenset({Quantity.COBB_ANGLE, Quantity.COBB_ANGLE_BENDING})
# Looked for in the whole column: denied after a level, they are denied of more than it.
_SOUGHT_EVERYWHERE = frozenset(
    {
        Finding.CHIARI,
        Finding.BASILAR_INVAGINATION,
        Finding.DISH,
        Finding.TETHERED_CORD,
        Finding.SYRINX,
        Finding.KLIPPEL_FEIL,
        Finding.ANKYLOSING_SPONDYLITIS,
        Finding.SCOLIOSIS,
        Finding.OPLL,
        Finding.ANDERSSON_LESION,
    }
)
# Denied in a sentence of its own after the headings of several levels, these are denied of all of them.
_SOUGHT_ALONG = frozenset(
    {
        *_SOUGHT_EVERYWHERE,
        Finding.SPONDYLOLISTHESIS,
        Finding.RETROLISTHESIS,
        Finding.VERTEBRAL_FRACTURE,
        Finding.COMPRESSION_FRACTURE,
        Finding.VERTEBRAL_METASTASIS,
        Finding.ATLANTOAXIAL_INSTABILITY,
    }
)
_FIXED: dict[Finding, Anatomy] = {
    Finding.SACROILIITIS: Region.SACRAL,
    Finding.SACRAL_FRACTURE: Region.SACRAL,
    Finding.ATLAS_FRACTURE: Vertebra.C1,
    Finding.DENS_FRACTURE: Vertebra.C2,
    Finding.HANGMAN_FRACTURE: Vertebra.C2,
}
# "第四腰椎滑脱伴腰椎管狭窄": the canal of a whole region.
_OWN_CANAL = re.compile(r"[颈胸腰]椎管")
_SKULL_BASE = Segment(Vertebra.C0, Vertebra.C1)
# Findings of one joint: another level named in the sentence is not theirs.
_UPPER_NECK: dict[Finding | None, frozenset[Anatomy]] = {
    Finding.ATLANTOAXIAL_INSTABILITY: frozenset({Segment(Vertebra.C1, Vertebra.C2), Region.CRANIOVERTEBRAL, Region.CERVICAL}),
    Finding.BASILAR_INVAGINATION: frozenset({_SKULL_BASE, Segment(Vertebra.C1, Vertebra.C2), Region.CRANIOVERTEBRAL}),
}
_SURVIVAL = frozenset({Scale.TOKUHASHI, Scale.TOMITA})
SOME_ROOT = re.compile(r"出口|行走|走行|exiting|traversing", re.I)
_OTHER_LEVELS = re.compile(
    r"\b(?:other|elsewhere|remaining|remainder|rest\s+of|throughout|any\s+level|all\s+levels)\b|其余|(?<!残)余|各节段|所示|其他|(?:邻近|相邻)(?:节段|层面|椎体)(?!\s*[(,:]?\s*(?:[CTLS颈胸腰骶]\d))",
    re.I,
)
_PARAMETER = re.compile(r"(TK|LL)\s*:?\s*$")
_MOST = re.compile(
    r",?\s*(?:worst|maximal|greatest|most\s+\w+|predominantly|especially|particularly|notably)\s+(?:at|in)\s+(?:the\s+)?", re.I
)
_WITH = re.compile(r"\s*(?:with|and)\s+(?:\w+\s+){1,4}?(?:at|to|from)\s+(?:the\s+)?", re.I)
_NO_LIST = re.compile(r"\b(?:is|are|was|were|that|which|second|another|from|causing|compress\w*)\b|;")
_OF_REGION = re.compile(r"\s*(?:changes?\s+)?(?:of|in|at|within|involving|throughout)?\s*(?:the\s+)?(?:\w+\s+){0,2}")
_POSTURE = re.compile(r"驼背|hunchback|stoop", re.I)
_AND = re.compile(r"\s*(?:and|,|or|&)\s*")
_VERB = re.compile(r"\b(?:is|are|was|were|shows?|with|which|that|at\s+\d)\b|,")


class Site(NamedTuple):
    """The levels of a finding, each with a fact of its own, and the stretch of the text that names them."""

    levels: tuple[Anatomy, ...]
    named: tuple[int, int] | None = None


_NOWHERE = Site((Region.UNSTATED,))


def site_of(reading: Reading, term: Term, *, absent: bool) -> Site:
    """Where a term lies."""
    if _has_no_place(reading, term):
        return _NOWHERE
    if term.finding is Finding.CORD_INJURY:
        roots = _neurological_levels(reading, term)
        if roots or term.bare:
            return Site(roots) if roots else _NOWHERE
    lead = _leading_region(reading, term)
    if lead is not None:
        return Site((lead,))
    for place in _candidates(reading, term, absent=absent):
        levels = _fitting(place.levels, term, own=True)
        if levels:
            levels = (*_of_bones(levels, term), *_likewise(reading, place, term))
            if reading.apart(min(place.end, term.end), max(place.start, term.start)) < COMMA:
                term.touch(place.start, place.end)
            return Site(levels, (reading.offset + place.start, reading.offset + place.end))
    return _region_or_context(reading, term, absent=absent)


def _grown_together(bones: set[Vertebra]) -> tuple[Segment, ...]:
    """ "C2 and C3 form a block vertebra": what has grown together is the segment."""
    try:
        return (Segment(min(bones), max(bones)),)
    except LevelError:
        return ()


def _of_bones(levels: tuple[Anatomy, ...], term: Term) -> tuple[Anatomy, ...]:
    """A fracture that crosses a disc is of the bones: "T8 endplate, T8-T9 interspace and T9 body"."""
    bones = {level for level in levels if isinstance(level, Vertebra)}
    if term.finding is Finding.BLOCK_VERTEBRA and len(bones) == len(levels) == 2:
        return _grown_together(bones) or levels
    if term.finding not in INJURIES or len(bones) < 2:
        return levels
    return tuple(level for level in levels if not (isinstance(level, Segment) and {level.upper, level.lower} <= bones))


_LIKEWISE_BEFORE = re.compile(
    rf"[\s,(]*(?:and\s*,?\s*)?(?:{LESSER}(?:at\s+|in\s+)?|an?(?:other)?\s+(?:similar\s+|smaller\s+|further\s+|second\s+)?one\s+(?:at|in)\s+|(?:greater|worse|more)\s+than\s+(?:at\s+)?)(?:the\s+)?",
    re.I,
)
_LIKEWISE_BEHIND = re.compile(
    r"(?:椎间盘|间隙|椎体|节段)?(?:程度)?(?:亦|也)?(?:较轻|次之|稍轻|亦然|同样|相仿|类似)|\s+(?:(?:is|are)\s+)?(?:similarly|likewise|less\s+(?:severely|so))"
    r"(?:\s+(?:affected|involved))?\s*(?=[.,;)]|$)",
    re.I,
)


def _likewise(reading: Reading, place: Place, term: Term) -> tuple[Anatomy, ...]:
    """Levels that share a finding told of another: "At L4-5 there is stenosis, to a lesser degree at L3-4"."""
    behind = max(place.end, term.tail)
    other = next((p for p in reading.places if p.start >= behind), None)
    if other is None or other.start - behind > 48 or any(t.finding and behind <= t.start < other.start for t in reading.terms):
        return ()
    named = _LIKEWISE_BEFORE.fullmatch(reading.text, behind, other.start)
    told = (
        _LIKEWISE_BEHIND.match(reading.text, other.end)
        and len(reading.text[behind : other.start].strip(" ,;而、并最重明显为著较")) == 0
    )
    return _fitting(other.levels, term, own=True) if named or told else ()


def _neurological_levels(reading: Reading, term: Term) -> tuple[Root, ...]:
    """The roots that a cord injury is placed by: those of its own clause, else wherever in the sentence they are named."""
    low, high = reading.joints.clause(term.start)
    for places in ([p for p in reading.places if low <= p.start < high], reading.places):
        levels = [level for place in places for level in place.levels]
        roots = [level for level in levels if isinstance(level, Root)]
        if roots and (term.bare or len(roots) == len(levels)):
            return tuple(dict.fromkeys(roots))
    return ()


def _leading_region(reading: Reading, term: Term) -> Region | None:
    """The region that a clause begins with: "...; and, in the lumbar spine, cord compression as well as fracture"."""
    low, _ = reading.joints.clause(term.start)
    lead = reading.tongue.leads.match(reading.text, low)
    if lead is None or lead.end() > term.start or any(low <= p.start for p in reading.places):
        return None
    named = reading.regions(low, lead.end())
    return named[0][2] if len(named) == 1 else None


def _has_no_place(reading: Reading, term: Term) -> bool:
    if term.sign or (term.states and term.states.scale in _SURVIVAL) or term.quantity in _GLOBAL:
        return True
    # A vertical axis is global unless a stretch stands right before it ("C2-C7 SVA").
    return term.quantity is Quantity.SAGITTAL_VERTICAL_AXIS and not any(
        abs(p.end - term.start) < 14 and Range in p.kinds for p in reading.places
    )


def _fitting(levels: tuple[Anatomy, ...], term: Term, *, own: bool) -> tuple[Anatomy, ...]:
    kinds: frozenset[str] = frozenset({"vertebra", "segment", "range"})
    if term.quantity in _BETWEEN_TWO:
        kinds = frozenset({"segment"})  # the dens named before gives an atlantodental interval no place
    if term.finding in _UPPER_NECK:
        levels = tuple(level for level in levels if level in _UPPER_NECK[term.finding])
    if term.finding is not None:
        kinds = frozenset(kind for kind in FINDINGS[term.finding].anatomy if kind != "root" or term.finding in _ROOT_FINDINGS)
    return tuple(fitted for level in levels if (fitted := fit(level, kinds | {"region"}, own=own)) is not None)


# without a level in the sentence


def _region_or_context(reading: Reading, term: Term, *, absent: bool) -> Site:
    if term.finding and term.finding in _FIXED:
        return Site((_FIXED[term.finding],))
    own = _region_of(reading, term)
    if own:
        return Site(own)
    return _from_heading(reading, term, absent=absent) or _from_before(reading, term, absent=absent) or _from_title(reading, term)


def _from_heading(reading: Reading, term: Term, *, absent: bool) -> Site | None:
    context = reading.context
    if (term.bare and term.finding in _PLACELESS) or _is_general(reading, term) or (absent and _closes(reading, term)):
        return None
    levels = _fitting(context.head, term, own=False)
    return Site(levels, context.head_span) if levels else None


def _closes(reading: Reading, term: Term) -> bool:
    """True for a sentence of its own that denies what is looked for everywhere: "C7-T1: normal. No OPLL." """
    if reading.context.head == (_SKULL_BASE,):
        return False
    if term.finding in _SOUGHT_EVERYWHERE:
        return not reading.places
    wide = term.finding in _SOUGHT_ALONG and reading.context.heads > 1
    return wide and not reading.places and all(t.finding in _SOUGHT_ALONG for t in reading.terms if t.finding)


def _from_before(reading: Reading, term: Term, *, absent: bool) -> Site | None:
    context, finding = reading.context, term.finding
    if finding and term.bare and finding in context.places and finding not in _PLACELESS:
        return Site(context.places[finding])
    if finding is Finding.SPONDYLOLYSIS and absent and Finding.SPONDYLOLISTHESIS in context.places:
        return Site(context.places[Finding.SPONDYLOLISTHESIS])
    named = _PARAMETER.search(reading.text, 0, term.start) if term.quantity else None
    if named:
        return Site((Region.THORACIC if named[1] == "TK" else Region.LUMBAR,))
    if term.quantity in _GOES_ON and context.last and not isinstance(context.last[0], Root):
        return Site(context.last)
    return None


def _from_title(reading: Reading, term: Term) -> Site:
    context = reading.context
    if term.finding in _PLACELESS or term.quantity in _CURVES:
        return _NOWHERE
    if context.head_region is not None:
        return Site((context.head_region,))
    return Site((context.title or Region.UNSTATED,))


_BUT_NO = re.compile(r"\b(?:without|with\s+no|and\s+no)\b", re.I)
_ANYTHING_NEW = re.compile(
    r"\b(?:without|with\s+no|and\s+no)\s+(?:evidence\s+of\s+)?(?:any\s+)?new\s+$|^\s*(?:未见|无)(?:明确|明显)?新发$", re.I
)


def _is_general(reading: Reading, term: Term) -> bool:
    """True for "no fracture elsewhere": the level before does not hold."""
    low, high = reading.joints.clause(term.start, COMMA)
    if _ANYTHING_NEW.search(reading.text[low : term.start]):
        return True
    other = _OTHER_LEVELS.search(reading.text, low, high)
    # "T12 fracture without new fractures elsewhere": elsewhere is said of the second.
    return other is not None and not _BUT_NO.search(reading.text, term.end, other.start())


# levels of the sentence, the likeliest first


def _candidates(reading: Reading, term: Term, *, absent: bool) -> Iterator[Place]:
    if term.finding in _ROOT_FINDINGS:
        roots = [p for p in reading.places if Root in p.kinds and _between(reading, p, term) == 0]
        yield from sorted(roots, key=lambda p: abs(p.start - term.start))
    inside = [p for p in reading.places if p.start < term.end and term.start < p.end]
    yield from inside
    after = _after(reading, term)
    if after:
        yield after
    if inside or not _is_general(reading, term):
        yield from (p for p in sorted(reading.places, key=lambda p: -p.end) if _holds(reading, p, term, absent=absent))


def _between(reading: Reading, place: Place, term: Term) -> int:
    return reading.apart(min(place.end, term.tail), max(place.start, term.start))


def _holds(reading: Reading, place: Place, term: Term, *, absent: bool) -> bool:
    """True where a level named before a term holds for it."""
    if place.end > term.start or (term.bare and term.finding in _PLACELESS):
        return False
    apart = reading.joints.between(place.end, term.start)
    if apart >= WORD and _OWN_CANAL.match(reading.text, max(0, term.start - 1)):
        return False
    if apart >= CLAUSE and not _holds_over_clauses(reading, place, term):
        return False
    if apart >= COMMA and not _holds_over_commas(reading, place, term, absent=absent):
        return False
    if term.quantity and _PARAMETER.search(reading.text, 0, term.start) and _measured_between(reading, place, term):
        return False
    bracket = reading.joints.bracket(place.start)
    return bracket is None or bracket == reading.joints.bracket(term.start) or place.start - bracket[0] <= 3


def _measured_between(reading: Reading, place: Place, term: Term) -> bool:
    """True where a level is that of another value, or stands too far off: "T5-T12 TK 58°, LL -5°"."""
    return term.start - place.end > 14 or any(t.measure and place.end <= t.start < term.start for t in reading.terms)


_NEXT_ITEM = re.compile(r"[;。]\s*\d{1,2}[.、)]\D")  # "1. ... at L4-5; 2. myelopathy"


def _holds_over_clauses(reading: Reading, place: Place, term: Term) -> bool:
    if _NEXT_ITEM.search(reading.text, place.end, term.start):
        return False
    return _says_something(reading, place) and "诊断" not in reading.text and term.finding is not Finding.CAUDA_EQUINA_SYNDROME


def _own_region(reading: Reading, term: Term) -> bool:
    """True where the words of a finding, or the one right before them, name its region: "the cervical cord is not compressed"."""
    return any(
        r[1] > term.start or not reading.text[r[1] : term.start].strip()
        for r in reading.regions(max(0, term.start - 16), term.end)
    )


def _holds_over_commas(reading: Reading, place: Place, term: Term, *, absent: bool) -> bool:
    if _own_region(reading, term):
        return False  # "L4 slip, lumbar kyphosis": the words of the finding name its region
    if _POSTURE.match(reading.text, term.start):
        return False
    if Root in place.kinds and SOME_ROOT.search(reading.text, max(0, term.start - 2), term.end):
        return False
    return not absent or term.finding not in _SOUGHT_EVERYWHERE


def _says_something(reading: Reading, place: Place) -> bool:
    """True where the clause of a level states something: "C7-T1 normal; no OPLL" says nothing of OPLL there."""
    low, high = reading.joints.clause(place.start)
    if any(low <= t.start < high for t in reading.terms):
        return True
    return place.end - low < 12 and not re.search(r"normal|unremarkable|正常|未见异常", reading.text[low:high])


def _after(reading: Reading, term: Term) -> Place | None:
    """The level named behind a term, where it is the term's and no head of what follows."""
    place = next((p for p in reading.places if p.start >= term.tail), None)
    if place is None or term.quantity is Quantity.MIGRATION:
        return None
    if term.bare and place.end <= _led(reading, term):
        return place  # "Pfirrmann III L1-2, Pfirrmann V with loss of height L4-5"
    gap = reading.text[term.tail : place.start]
    if gap.strip() in (":", "-", ": at", "at", "(", "") or _MOST.fullmatch(gap):
        return place
    bracket = reading.joints.bracket(place.start)
    strength = reading.joints.between(term.tail, bracket[0] if bracket and term.tail <= bracket[0] else place.start)
    if strength == 0:
        return place if reading.tongue.at.search(gap) or len(gap) < 24 or _lists(reading, term, place) else None
    if strength == WORD and _WITH.fullmatch(gap) and not _has_before(reading, term):
        return place
    in_list = strength in (WORD, COMMA) and _lists(reading, term, place)
    return place if in_list and not _has_before(reading, term) else None


def _led(reading: Reading, term: Term) -> int:
    """The end of the stretch between commas that a term begins; -1 where something stands before it there."""
    low, high = reading.joints.clause(term.start, COMMA)
    return high if low > 0 and not reading.text[low : term.start].strip() else -1


def _lists(reading: Reading, term: Term, place: Place) -> bool:
    """True where the words from a term to a level name further findings of the same list."""
    pos, between = term.tail, 0
    for t in reading.terms:
        if t.measure or t.bare or not (term.tail <= t.start and t.tail <= place.start):
            continue
        if t.start - pos > 44 or _NO_LIST.search(reading.text, pos, t.start):
            return False
        pos, between = max(pos, t.tail), between + 1
    return between > 0


def _has_before(reading: Reading, term: Term) -> bool:
    """True where a heading or a level before in the clause claims the term."""
    before = (p for p in reading.places if p.end <= term.start)
    return bool(reading.context.head) or any(reading.joints.between(p.end, term.start) < CLAUSE for p in before)


# regions


def _region_of(reading: Reading, term: Term) -> tuple[Anatomy, ...] | None:
    """The regions in the words of a finding: "cervical cord compression", "thoracic and lumbar hemivertebrae"."""
    regions = reading.regions(0, len(reading.text))
    near = _near(reading, term, regions)
    if not near:
        return None
    values, first = [r[2] for r in near], near[-1]
    for r in reversed([r for r in regions if r[1] <= first[0]]):
        if _AND.fullmatch(reading.text, r[1], first[0]):
            values.insert(0, r[2])
            first = r
    if len(values) > 1 and reading.titled(near[-1][0], near[-1][1]):
        return None
    return tuple(dict.fromkeys(values))


def _near(reading: Reading, term: Term, regions: list[tuple[int, int, Region]]) -> list[tuple[int, int, Region]]:
    inside = [r for r in regions if r[0] >= term.start and r[1] <= term.end]
    if inside:
        return inside
    before = [
        r
        for r in regions
        if r[1] <= term.start
        and reading.joints.between(r[1], term.start) == 0
        and not (term.start - r[1] > 30 and _VERB.search(reading.text, r[1], term.start))
    ]
    after = (r for r in regions if r[0] >= term.tail and reading.joints.between(term.tail, r[0]) == 0)
    return (
        before
        or [r for r in after if _OF_REGION.fullmatch(reading.text, term.tail, r[0])][:1]
        or _one_region(reading, term, regions)
    )


def _one_region(reading: Reading, term: Term, regions: list[tuple[int, int, Region]]) -> list[tuple[int, int, Region]]:
    """The one region of the words that a finding goes on: "cervical spondylosis without myelopathy"."""
    if len({region for _, _, region in regions}) != 1 or reading.places or reading.titled(regions[-1][0], regions[-1][1]):
        return []
    near = regions[-1]
    return [near] if near[1] <= term.start and reading.joints.between(near[1], term.start) <= WORD else []
