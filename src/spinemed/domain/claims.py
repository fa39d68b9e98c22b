"""Claims: what a text or an item says, what a fact proves or disproves of it.

A claim is the tuple that every check compares: finding, quantity or procedure; place; side; zone; grade or value; certainty.
`entails` asks whether a known claim proves another one, `refutes` whether it disproves it. What is not said refutes nothing.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from spinemed.domain.assertion import Certainty, Laterality
from spinemed.domain.findings import Finding
from spinemed.domain.levels import Range, Region, Segment, Vertebra
from spinemed.domain.names import Anatomy
from spinemed.domain.procedures import Procedure
from spinemed.domain.records import Fact
from spinemed.domain.roots import Root, Zone
from spinemed.domain.scales import Grade

_HERNIA = Finding.DISC_HERNIATION
_FRACTURE = Finding.VERTEBRAL_FRACTURE
BROADER: Mapping[Finding, Finding] = {
    Finding.DISC_PROTRUSION: _HERNIA,
    Finding.DISC_EXTRUSION: _HERNIA,
    Finding.DISC_SEQUESTRATION: _HERNIA,
    Finding.COMPRESSION_FRACTURE: _FRACTURE,
    Finding.BURST_FRACTURE: _FRACTURE,
    Finding.DISTRACTION_FRACTURE: _FRACTURE,
    Finding.FRACTURE_DISLOCATION: _FRACTURE,
    Finding.PATHOLOGICAL_FRACTURE: _FRACTURE,
    Finding.ATLAS_FRACTURE: _FRACTURE,
    Finding.DENS_FRACTURE: _FRACTURE,
    Finding.HANGMAN_FRACTURE: _FRACTURE,
    Finding.SPINAL_TUBERCULOSIS: Finding.SPONDYLODISCITIS,
    Finding.MYELOMALACIA: Finding.CORD_SIGNAL_CHANGE,
}
"""A finding and the wider one it is a kind of: disc terms by the nomenclature 2.0 (a bulge is no herniation)."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement; `anatomy` is `Region.UNSTATED` where no place is said."""

    finding: Finding | None = None
    quantity: str | None = None
    procedure: Procedure | None = None
    anatomy: Anatomy = Region.UNSTATED
    side: Laterality = Laterality.NOT_STATED
    zone: Zone | None = None
    grade: Grade | None = None
    value: float | None = None
    unit: str | None = None
    certainty: Certainty = Certainty.PRESENT

    @property
    def subject(self) -> Finding | str | None:
        """What the claim is about, apart from where and how."""
        return self.finding or self.quantity or self.procedure


def claim_of(fact: Fact) -> Claim:
    """What a fact says."""
    return Claim(
        finding=fact.finding,
        quantity=fact.quantity,
        procedure=fact.procedure,
        anatomy=fact.anatomy,
        side=fact.laterality,
        zone=fact.zone,
        grade=fact.grade,
        value=fact.value,
        unit=fact.unit,
        certainty=fact.certainty,
    )


def widened(finding: Finding) -> Iterable[Finding]:
    """The finding itself and every wider one."""
    at: Finding | None = finding
    while at is not None:
        yield at
        at = BROADER.get(at)


def same_subject(known: Claim, claim: Claim) -> bool:
    """True where the known claim's polarity carries over: presence to wider findings, absence to narrower ones."""
    if known.finding is None or claim.finding is None:
        return known.subject == claim.subject
    if known.certainty is Certainty.ABSENT:
        return known.finding in widened(claim.finding)
    return claim.finding in widened(known.finding)


def within(place: Anatomy, whole: Anatomy) -> bool:
    """True where a place lies in another: a vertebra or segment in a range or region, anything in an unstated place."""
    if place == whole or whole is Region.UNSTATED:
        return True
    match place, whole:
        case (Vertebra(), Range()):
            return place in whole.vertebrae
        case (Segment(), Range()):
            return place in whole.segments
        case (Range(), Range()):
            return set(place.vertebrae) <= set(whole.vertebrae)
        case (Vertebra() | Segment() | Root(), Region()):
            return place.region is whole
        case (Range(), Region()):
            return place.top.region is whole
        case _:
            return False


def _placed(known: Claim, claim: Claim) -> bool:
    """Presence somewhere is presence in the whole; absence, or a grade of a whole range, holds in its parts."""
    if known.anatomy == claim.anatomy or _same_ends(known.anatomy, claim.anatomy):
        return True
    if known.certainty is Certainty.ABSENT:
        return known.anatomy is not Region.UNSTATED and within(claim.anatomy, known.anatomy)
    if isinstance(known.anatomy, Range) and known.grade is not None and within(claim.anatomy, known.anatomy):
        return True
    return within(known.anatomy, claim.anatomy)


def _same_ends(known: Anatomy, claim: Anatomy) -> bool:
    """True for a range that is claimed by its ends alone: "T12 to L4" leaves unsaid that a T13 lies between."""
    if not isinstance(known, Range) or not isinstance(claim, Range):
        return False
    return (known.top, known.bottom) == (claim.top, claim.bottom) and claim.inside <= known.inside


def _sided(known: Laterality, claim: Laterality) -> bool:
    """A side is said as it is: "right" alone is not what a finding of both sides is."""
    return claim is Laterality.NOT_STATED or known is claim


def _valued(known: Claim, claim: Claim) -> bool:
    if claim.value is None:
        return True
    return _same_amount(known, claim) is True


def _same_amount(a: Claim, b: Claim) -> bool | None:
    """Whether two values are the same, 7 mm and 0.7 cm included; None where they cannot be compared."""
    if a.value is None or b.value is None:
        return None
    if a.unit == b.unit:
        return math.isclose(a.value, b.value)
    if {a.unit, b.unit} != set(_IN_MM):
        return None
    return math.isclose(a.value * _IN_MM[a.unit or ""], b.value * _IN_MM[b.unit or ""])


_IN_MM = {"mm": 1.0, "cm": 10.0}


_SIDES = (Laterality.LEFT, Laterality.RIGHT)


def entails(known: Claim, claim: Claim) -> bool:
    """True where the known claim proves the other one, polarity included."""
    if known.certainty is not claim.certainty or not same_subject(known, claim):
        return False
    if not _placed(known, claim) or not _valued(known, claim):
        return False
    if claim.grade is not None and claim.grade != known.grade:
        return False
    if claim.zone is not None and claim.zone != known.zone:
        return False
    # "No stenosis" covers both sides; "no left stenosis" says nothing of the right, so it is not "no stenosis".
    if known.certainty is Certainty.ABSENT and known.side in _SIDES:
        return known.side is claim.side
    if known.certainty is Certainty.ABSENT and known.side is Laterality.NOT_STATED:
        return True
    return _sided(known.side, claim.side)


def refutes(known: Claim, claim: Claim) -> bool:
    """True where the known claim disproves the other one: absent there, another grade, value or side of the same thing there."""
    if known.finding is not None and claim.finding is not None:
        opposed = {known.certainty, claim.certainty} == {Certainty.PRESENT, Certainty.ABSENT}
        if opposed and known.certainty is Certainty.ABSENT:
            return known.finding in widened(claim.finding) and _covers(known, claim)
        if opposed:
            return claim.finding in widened(known.finding) and _covers(claim, known)
    if known.subject != claim.subject or known.anatomy != claim.anatomy or known.certainty is not claim.certainty:
        return False
    if known.grade is not None and claim.grade is not None and known.grade.scale is claim.grade.scale:
        return known.grade != claim.grade and _one_side(known, claim)
    if (same := _same_amount(known, claim)) is not None:
        return not same and _one_side(known, claim)
    return {known.side, claim.side} == set(_SIDES)


def _covers(absent: Claim, present: Claim) -> bool:
    """True where what is absent would have to include what is present: same place or a wider one, same side or none stated."""
    if absent.grade is not None and absent.grade != present.grade and present.grade is not None:
        return within(present.anatomy, absent.anatomy) and absent.anatomy is not Region.UNSTATED
    placed = within(present.anatomy, absent.anatomy) and (
        absent.anatomy is not Region.UNSTATED or present.anatomy is Region.UNSTATED
    )
    return placed and absent.side in (Laterality.NOT_STATED, present.side)


def _one_side(known: Claim, claim: Claim) -> bool:
    return known.side is claim.side or Laterality.NOT_STATED in (known.side, claim.side)
