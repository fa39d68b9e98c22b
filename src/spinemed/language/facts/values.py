"""Measured values of a sentence as terms, each with its quantity."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spinemed.domain.findings import Finding
from spinemed.domain.quantities import Quantity
from spinemed.language.facts.attributes import without_levels
from spinemed.language.facts.measures import Measure, find_measures, named_quantities, own_names, quantity_of
from spinemed.language.facts.reading import Reading, Term, free
from spinemed.language.facts.stretches import COMMA

_LESIONS = frozenset(
    {
        Finding.DISC_EXTRUSION,
        Finding.DISC_PROTRUSION,
        Finding.DISC_HERNIATION,
        Finding.DISC_SEQUESTRATION,
        Finding.SYNOVIAL_CYST,
        Finding.EPIDURAL_ABSCESS,
        Finding.EPIDURAL_HAEMATOMA,
        Finding.OSTEOPHYTE,
        Finding.DISC_BULGE,
    }
)
_THICK = re.compile(r"\s*(?:thick\b|in\s+thickness|厚)", re.I)
_FLAVUM = re.compile(r"\bflavum\b|(?-i:\bLF\b)|黄韧带", re.I)
_BENT = re.compile(r"(?:bending|侧屈位|侧弯像)[^;]*$", re.I)
_ANOTHER_TIME = re.compile(r";|ago|前")


def add_values(reading: Reading) -> None:
    """Add the values of a sentence to its terms."""
    findings = [t for t in reading.terms if t.finding]
    measures = find_measures(reading.text)
    words = named_quantities(reading.text, reading.tongue) if measures else []
    named = [(t.start, t.end, reading.tongue.of_finding.get(t.finding, {})) for t in findings if t.finding]
    last: Term | None = None
    for measure in measures:
        if not free(reading.graded, measure.start, measure.end):
            continue  # "Nash-Moe 2度", "Ⅰ度" is a grade, not an angle
        known = last.quantity if last else reading.context.head_quantity
        if last and any(last.end <= t.start and t.finding is Finding.CHIARI for t in findings if t.end <= measure.start):
            known = None  # how far the tonsils descend is no quantity of ours
        quantity = quantity_of(measure, words, named, reading.joints, known)
        if quantity is not Quantity.COBB_ANGLE_BENDING or not _named_again(reading, words, measure, last):
            quantity = _corrected(reading, findings, measure, quantity, last)
        if quantity is not None:
            last = Term(measure.start, measure.end, measure=measure, quantity=quantity)
            reading.terms.append(last)
            names = [(a, b) for a, b, q in own_names(reading.text) if q is quantity and b <= measure.start]
            reading.terms = [t for t in reading.terms if not _names_the_value(reading, t, measure, names)]
    reading.terms.sort(key=lambda t: (t.start, t.end))


_AT_PLACE = re.compile(r"\s*(?:at\s*)?")


def _names_the_value(reading: Reading, term: Term, measure: Measure, names: list[tuple[int, int]]) -> bool:
    """True for words that are no finding but the name of a value: "slip distance at L5 6 mm"; "height loss of 60%" is both."""
    if term.finding is None:
        return False
    name = next(((a, b) for a, b in names if a <= term.start and term.end <= b), None)
    if name is None or term.finding is not Finding.DISC_NARROWING:
        return name is not None
    return _AT_PLACE.fullmatch(without_levels(reading, name[1], measure.start)) is not None


def _named_again(reading: Reading, words: Sequence[tuple[int, int, Quantity]], measure: Measure, last: Term | None) -> bool:
    """True for "Cobb angle 22°; Cobb angle on bending films 12°": bending is said anew after what parts the two values."""
    parted = _ANOTHER_TIME.search(reading.text, last.end, measure.start) if last else None
    return parted is not None and any(
        quantity is Quantity.COBB_ANGLE_BENDING and parted.end() <= start and end <= measure.start
        for start, end, quantity in words
    )


def _corrected(
    reading: Reading, findings: list[Term], measure: Measure, quantity: Quantity | None, last: Term | None
) -> Quantity | None:
    """The quantity, where the finding named last makes another of it."""
    before = [t for t in findings if t.start < measure.start]
    finding = before[-1].finding if before else None
    if quantity is Quantity.LESION_SIZE and _THICK.match(reading.text[measure.end : measure.end + 20]):
        return Quantity.LESION_THICKNESS
    if quantity is Quantity.CANAL_AP:
        return _diameter(reading, before, measure)
    if quantity is Quantity.LESION_THICKNESS and finding is Finding.FLAVUM_HYPERTROPHY:
        return Quantity.FLAVUM_THICKNESS if reading.apart(before[-1].end, measure.start) <= COMMA else quantity
    if quantity is Quantity.LESION_THICKNESS and _FLAVUM.search(
        reading.text, reading.joints.clause(measure.start)[0], measure.start
    ):
        return Quantity.FLAVUM_THICKNESS
    if quantity is Quantity.COBB_ANGLE and _BENT.search(reading.text, last.end if last else 0, measure.start):
        return Quantity.COBB_ANGLE_BENDING
    if quantity is Quantity.COBB_ANGLE_BENDING and last and _ANOTHER_TIME.search(reading.text, last.end, measure.start):
        return Quantity.COBB_ANGLE
    return quantity


def _diameter(reading: Reading, before: list[Term], measure: Measure) -> Quantity:
    """A bare AP diameter is that of the sac after words of the sac, that of a lesion after a lesion ("extrusion, 16 mm AP")."""
    around = reading.text[max(0, measure.start - 24) : measure.end + 24].lower()
    if "canal" in around or "椎管" in around:
        return Quantity.CANAL_AP
    narrowed = [t for t in before if t.finding in (Finding.THECAL_SAC_COMPRESSION, Finding.CANAL_STENOSIS)]
    if narrowed and narrowed[-1].finding is Finding.THECAL_SAC_COMPRESSION:
        return Quantity.SAC_AP
    behind = re.match(r"\s*\(?(?:in\s+)?(?:its\s+)?AP\b", reading.text[measure.end :])
    return (
        Quantity.LESION_SIZE if behind and before and before[-1].finding in _LESIONS and "径" not in around else Quantity.CANAL_AP
    )
