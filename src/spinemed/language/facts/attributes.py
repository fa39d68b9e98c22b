"""Sides, zones and severity words given to the findings they belong to."""

from __future__ import annotations

import re
from collections.abc import Callable

from spinemed.domain.findings import Finding
from spinemed.domain.quantities import Quantity
from spinemed.domain.roots import Zone
from spinemed.language.facts.reading import Reading, Term, free
from spinemed.language.facts.stretches import COLON, COMMA, WORD

# Of these a side says nothing that a record could hold, or is that of something else in the sentence.
UNSIDED = frozenset(
    {
        Finding.CANAL_STENOSIS,
        Finding.CORD_COMPRESSION,
        Finding.THECAL_SAC_COMPRESSION,
        Finding.CORD_SIGNAL_CHANGE,
        Finding.MYELOPATHY,
        Finding.MYELOMALACIA,
        Finding.SPONDYLOLISTHESIS,
        Finding.RETROLISTHESIS,
        Finding.KYPHOSIS,
        Finding.LORDOSIS_LOSS,
        Finding.MODIC_CHANGE,
        Finding.DISC_DEGENERATION,
        Finding.DISC_NARROWING,
        Finding.CAUDA_EQUINA_SYNDROME,
        Finding.CORD_INJURY,
    }
)
SIDED_QUANTITIES = frozenset(
    {
        Quantity.COBB_ANGLE,
        Quantity.COBB_ANGLE_BENDING,
        Quantity.LESION_SIZE,
        Quantity.MIGRATION,
        Quantity.JOINT_EFFUSION,
        Quantity.CORONAL_SHIFT,
        Quantity.PEDICLE_WIDTH,
        Quantity.GAP,
    }
)
_OF_LESIONS = frozenset({Quantity.LESION_SIZE, Quantity.MIGRATION})
_ZONED = frozenset(
    {
        Finding.DISC_BULGE,
        Finding.DISC_HERNIATION,
        Finding.DISC_PROTRUSION,
        Finding.DISC_EXTRUSION,
        Finding.DISC_SEQUESTRATION,
        Finding.OSTEOPHYTE,
        Finding.SYNOVIAL_CYST,
        Finding.ANNULAR_FISSURE,
        Finding.FORAMINAL_STENOSIS,
    }
)


def attach_sides(reading: Reading) -> None:
    """Give every side to its findings; "worse on the left" is none."""
    taken = [(t.start, t.end) for t in reading.terms if t.bare]
    for pattern, side in reading.tongue.sides:
        for start, end in _new(pattern, reading.text, taken):
            if side is None:
                continue
            for term in _owners(reading, start, end, _takes_side):
                term.sides.append((start, side))
                term.touch(start, end)
    _hand_sides_on(reading)


def _hand_sides_on(reading: Reading) -> None:
    """A side beside the size of a lesion is the lesion's too: "synovial cyst of 9 mm arising from the left facet"."""
    for value in reading.terms:
        if value.quantity in _OF_LESIONS and value.sides:
            near = [t for t in reading.terms if t.finding and _is_sized(reading, t) and reading.apart(t.end, value.start) < COMMA]
            lesion = min(near, key=lambda t: abs(t.start - value.start), default=None)
            if lesion and not lesion.sides:
                lesion.sides.extend(value.sides)


def _is_sized(reading: Reading, term: Term) -> bool:
    sizes = reading.tongue.of_finding.get(term.finding, {}) if term.finding else {}
    return _takes_side(term) and Quantity.LESION_SIZE in sizes.values()


def attach_zones(reading: Reading) -> None:
    """Give every zone to its findings."""
    taken: list[tuple[int, int]] = []
    for pattern, zone in reading.tongue.zones:
        for start, end in _new(pattern, reading.text, taken):
            for term in _owners(reading, start, end, _takes_zone):
                # A foraminal stenosis says its zone by its name; an extraforaminal one does not.
                if zone and (term.finding is not Finding.FORAMINAL_STENOSIS or zone is Zone.EXTRAFORAMINAL):
                    term.zones.append(zone)
                term.touch(start, end)


def attach_severities(reading: Reading) -> None:
    """Give every severity word to its findings, those off the scale (None) too: "marked" is no "severe"."""
    taken: list[tuple[int, int]] = []
    for pattern, word in reading.tongue.severities:
        for start, end in _new(pattern, reading.text, taken):
            for term in _owners(reading, start, end, _takes_severity):
                term.severities.append((start, word))
                term.touch(start, end)


def _new(pattern: re.Pattern[str], text: str, taken: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Matches that overlap nothing taken before, which they join."""
    found = [m.span() for m in pattern.finditer(text) if free(taken, m.start(), m.end())]
    taken.extend(found)
    return found


def _takes_side(term: Term) -> bool:
    return term.quantity in SIDED_QUANTITIES if term.finding is None else term.finding not in UNSIDED


def _takes_zone(term: Term) -> bool:
    return term.finding in _ZONED


def _takes_severity(term: Term) -> bool:
    return term.finding is not None and not term.sign


def _owners(reading: Reading, start: int, end: int, takes: Callable[[Term], bool]) -> list[Term]:
    """The terms a word belongs to: those it stands in, else the nearer one by the joints between."""
    inside = [t for t in reading.terms if t.start <= start and end <= t.end]
    if inside:
        return [t for t in inside if takes(t)]
    before = [t for t in reading.terms if t.end <= start and takes(t)]
    after = [t for t in reading.terms if t.start >= end and takes(t)]
    a = max(before, key=lambda t: t.end, default=None)
    b = min(after, key=lambda t: t.start, default=None)
    to_a = reading.joints.between(min(a.tail, start), start) if a else 9
    to_b = _to_next(reading, start, end, a, b)
    if b and to_b <= to_a and (to_b == 0 or (to_b == WORD and _ADJECTIVES.fullmatch(reading.text, end, b.start))):
        return [t for t in after if t.start == b.start or (to_b == 0 and _in_list(reading.text, b, t))]
    if a and to_a <= max(to_b, COLON) and _trails(reading, a, start, end, to_a, to_b):
        return [t for t in before if t.end == a.end]
    return []


def _to_next(reading: Reading, start: int, end: int, a: Term | None, b: Term | None) -> int:
    """Joint to the term after; a word in brackets behind a term is that term's."""
    bracket = reading.joints.bracket(start)
    if b is None or (bracket and a and a.end <= bracket[0] and b.start >= bracket[1]):
        return 9
    return reading.joints.between(end, b.start)


def _trails(reading: Reading, a: Term, start: int, end: int, to_a: int, to_b: int) -> bool:
    """True where a word behind a term is its own: in brackets, right after it, or with nothing but its like between."""
    gap = reading.text[a.tail : start]
    if to_a == COLON:
        return _only_attributes(gap)
    if to_a > COMMA or to_a > to_b:
        return False
    bracket = reading.joints.bracket(start)
    if to_a < WORD or (bracket and a.end <= bracket[0]):
        return True
    return _TRAILING.match(reading.text, end) is not None and _only_attributes(without_levels(reading, a.tail, start))


def without_levels(reading: Reading, start: int, end: int) -> str:
    """A stretch without the levels it names."""
    text = reading.text[start:end]
    for m in reversed(reading.mentions):
        if start <= m.start and m.end <= end:
            text = text[: m.start - start] + text[m.end - start :]
    return text


_LISTED = re.compile(r"\s*(?:,\s*)?(?:and|or|&|/|及|、|和|与)\s*(?:the\s+)?$", re.I)
_ATTRIBUTES = re.compile(
    r"[\s,():]*(?:(?:mild|moderate|severe|slight|minimal|left|right|bilateral|on|the|both|sides?|and|Kang|Kim|Lee|grade|type|\d"
    r"|[IV]+|worse|to|is|are|more|than|at|of)(?:ly)?[\s,():]*)*$",
    re.I,
)
_TRAILING = re.compile(
    r"\s*(?:$|[.,;:)(。、]|sides?\b|sided\b|and\b|or\b|than\b|greater\b|more\b|>|in\s+severity|at\b|on\b|with\b|to\b)",
    re.I,
)
_ADJECTIVES = re.compile(
    r"[\s,/-]*(?:(?:and|or|to|on|the|sides?|mild|moderate|severe|slight|minimal|marked|left|right|bilateral|central|canals?|foraminal"
    r"|neural|neuroforaminal|uncovertebral|uncinate|apophyseal|lateral|recess|subarticular|spinal|facets?|joint|small|large|broad-based|focal|degenerative|ligamentum"
    r"|flavum|disc|disk|cord|root|nerve)(?:ly)?[\s,/-]+)*|[、及和与]?[\u4e00-\u9fff、]{0,9}",
    re.I,
)


def _in_list(text: str, first: Term, other: Term) -> bool:
    """True where `other` follows `first` in a bare list: "bilateral facet and flavum hypertrophy"."""
    gap = text[first.end : other.start]
    return first.end <= other.start and len(gap) < 8 and _LISTED.fullmatch(gap) is not None


def _only_attributes(gap: str) -> bool:
    return len(gap) < 4 or _ATTRIBUTES.fullmatch(gap) is not None
