"""Promises: what is known proves and disproves just what follows from it: places, kinds of findings, sides, grades, values."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spinemed.domain.assertion import Certainty, Laterality
from spinemed.domain.claims import BROADER, Claim, claim_of, entails, refutes, same_subject, widened, within
from spinemed.domain.findings import Finding
from spinemed.domain.levels import Range, Region, Segment, Vertebra
from spinemed.domain.names import parse_name
from spinemed.domain.scales import SCALES, Grade, Scale
from strategies import a_fact, anatomies, facts

LEFT, RIGHT, BOTH, OPEN = Laterality.LEFT, Laterality.RIGHT, Laterality.BILATERAL, Laterality.NOT_STATED
ABSENT, UNCERTAIN = Certainty.ABSENT, Certainty.UNCERTAIN
L45, L5S1, LUMBAR = parse_name("L4-L5"), parse_name("L5-S1"), Region.LUMBAR
RANGE = Range(Vertebra.L3, Vertebra.L5)
EXTRUSION = Claim(Finding.DISC_EXTRUSION, anatomy=L45)
NONE = Claim(Finding.DISC_EXTRUSION, anatomy=L45, certainty=ABSENT)
SLIP = Claim(quantity="slip", anatomy=L45, value=4.0, unit="mm")


def graded(value: str, scale: Scale = Scale.PFIRRMANN) -> Claim:
    return Claim(Finding.DISC_DEGENERATION, anatomy=L45, grade=Grade(scale, value))


grades = st.sampled_from([Grade(Scale.PFIRRMANN, value) for value in SCALES[Scale.PFIRRMANN].values])
claims = st.builds(
    Claim,
    finding=st.sampled_from([*BROADER, *BROADER.values()]),
    anatomy=anatomies,
    side=st.sampled_from(Laterality),
    grade=st.none() | grades,
    certainty=st.sampled_from(Certainty),
)
measured = st.builds(
    Claim,
    quantity=st.sampled_from(["slip", "cobb_angle"]),
    anatomy=anatomies,
    value=st.floats(0, 90),
    unit=st.sampled_from(["mm", "cm"]),
)


@given(facts())
def test_a_fact_proves_what_it_says_and_never_disproves_it(fact) -> None:
    claim = claim_of(fact)
    assert entails(claim, claim) or claim.anatomy is Region.UNSTATED
    assert not refutes(claim, claim)


@given(st.one_of(claims, measured), st.one_of(claims, measured))
def test_nothing_is_proven_and_disproven_by_one_claim(known: Claim, claim: Claim) -> None:
    assert not (entails(known, claim) and refutes(known, claim))


@given(st.one_of(claims, measured), st.one_of(claims, measured))
def test_silence_disproves_nothing(known: Claim, claim: Claim) -> None:
    if known.subject != claim.subject and not {known.finding, claim.finding} & set(BROADER):
        assert not refutes(known, claim)
    if known.certainty not in (Certainty.PRESENT, ABSENT) and known.certainty is not claim.certainty:
        assert not refutes(known, claim)


@given(claims, st.sampled_from(Certainty))
def test_only_the_same_certainty_is_proven(claim: Claim, other: Certainty) -> None:
    assert not entails(replace(claim, certainty=other), claim) or other is claim.certainty


@given(claims, anatomies)
def test_presence_somewhere_is_presence_in_every_whole(claim: Claim, whole) -> None:
    present = replace(claim, certainty=Certainty.PRESENT)
    if within(claim.anatomy, whole):
        assert entails(present, replace(present, anatomy=whole))


@given(claims, anatomies)
def test_absence_in_a_whole_is_absence_in_every_part(claim: Claim, part) -> None:
    absent = replace(claim, certainty=ABSENT)
    if within(part, claim.anatomy) and claim.anatomy is not Region.UNSTATED:
        assert entails(absent, replace(absent, anatomy=part))
        assert refutes(absent, replace(claim, certainty=Certainty.PRESENT, anatomy=part))


@given(claims)
def test_presence_holds_for_the_wider_finding_and_absence_for_the_narrower(claim: Claim) -> None:
    assert claim.finding is not None
    placed = replace(claim, anatomy=L45, grade=None)
    for wider in widened(claim.finding):
        other = replace(placed, finding=wider)
        present, absent = (replace(placed, certainty=c) for c in (Certainty.PRESENT, ABSENT))
        assert entails(present, replace(other, certainty=Certainty.PRESENT))
        assert entails(replace(other, certainty=ABSENT), absent)
        assert refutes(replace(other, certainty=ABSENT), present)
        assert refutes(present, replace(other, certainty=ABSENT))
        if wider is not claim.finding:
            assert not entails(replace(other, certainty=Certainty.PRESENT), present)
            assert not refutes(absent, replace(other, certainty=Certainty.PRESENT))


@given(anatomies, anatomies, anatomies)
def test_places_lie_in_one_another_like_boxes(inner, middle, outer) -> None:
    assert within(inner, inner)
    assert within(inner, Region.UNSTATED)
    if within(inner, middle) and within(middle, outer):
        assert within(inner, outer)
    if within(inner, middle) and within(middle, inner):
        assert inner == middle


@pytest.mark.parametrize(
    ("place", "whole", "inside"),
    [
        (L45, RANGE, True),
        (L5S1, RANGE, False),
        (Vertebra.L4, RANGE, True),
        (Vertebra.L4, L45, False),
        (L45, LUMBAR, True),
        (RANGE, LUMBAR, True),
        (Range(Vertebra.L3, Vertebra.L4), RANGE, True),
        (RANGE, Range(Vertebra.L3, Vertebra.L4), False),
        (LUMBAR, L45, False),
        (Region.UNSTATED, L45, False),
        (Segment(Vertebra.C4, Vertebra.C5), LUMBAR, False),
    ],
)
def test_what_lies_where(place, whole, inside: bool) -> None:
    assert within(place, whole) is inside


# What is known, what is claimed, and whether the first proves or disproves the second.
FOLLOWS = {
    "the side may be left out": (replace(EXTRUSION, side=LEFT), EXTRUSION, True, False),
    "a side not known is not proven": (EXTRUSION, replace(EXTRUSION, side=LEFT), False, False),
    "left is not both": (replace(EXTRUSION, side=LEFT), replace(EXTRUSION, side=BOTH), False, False),
    "both is not left alone": (replace(EXTRUSION, side=BOTH), replace(EXTRUSION, side=LEFT), False, False),
    "left disproves right": (replace(EXTRUSION, side=LEFT), replace(EXTRUSION, side=RIGHT), False, True),
    "none at all covers a side": (
        NONE,
        replace(NONE, side=LEFT),
        True,
        False,
    ),
    "none at all disproves one side": (NONE, replace(EXTRUSION, side=LEFT), False, True),
    "none on the left is not none": (
        replace(NONE, side=LEFT),
        NONE,
        False,
        False,
    ),
    "none on the left leaves the right": (
        replace(NONE, side=LEFT),
        replace(EXTRUSION, side=RIGHT),
        False,
        False,
    ),
    "another level stays open": (EXTRUSION, replace(EXTRUSION, anatomy=L5S1), False, False),
    "possible is not present": (replace(EXTRUSION, certainty=UNCERTAIN), EXTRUSION, False, False),
    "present is not possible": (EXTRUSION, replace(EXTRUSION, certainty=UNCERTAIN), False, False),
    "a bulge is no herniation": (
        Claim(Finding.DISC_BULGE, anatomy=L45),
        Claim(Finding.DISC_HERNIATION, anatomy=L45),
        False,
        False,
    ),
    "no herniation, no extrusion": (Claim(Finding.DISC_HERNIATION, anatomy=L45, certainty=ABSENT), EXTRUSION, False, True),
    "no extrusion leaves a herniation": (
        NONE,
        Claim(Finding.DISC_HERNIATION, anatomy=L45),
        False,
        False,
    ),
    "absent nobody knows where covers no level": (
        replace(NONE, anatomy=Region.UNSTATED),
        NONE,
        False,
        False,
    ),
    "absent nobody knows where disproves no level": (
        replace(NONE, anatomy=Region.UNSTATED),
        EXTRUSION,
        False,
        False,
    ),
    "a grade may be left out": (graded("IV"), replace(graded("IV"), grade=None), True, False),
    "a grade not known is not proven": (replace(graded("IV"), grade=None), graded("IV"), False, False),
    "another grade of the scale is disproven": (graded("IV"), graded("III"), False, True),
    "a grade of another scale is open": (
        graded("IV"),
        Claim(Finding.DISC_DEGENERATION, anatomy=L45, grade=Grade(Scale.SEVERITY, "mild")),
        False,
        False,
    ),
    "a value may be left out": (SLIP, replace(SLIP, value=None, unit=None), True, False),
    "another value is disproven": (SLIP, replace(SLIP, value=6.0), False, True),
    "another unit is open": (SLIP, replace(SLIP, unit="%"), False, False),
    "another quantity is open": (SLIP, replace(SLIP, quantity="cobb_angle"), False, False),
    "a grade of a range is its segments'": (
        Claim(Finding.DISC_DEGENERATION, anatomy=RANGE, grade=Grade(Scale.PFIRRMANN, "II")),
        graded("II"),
        True,
        False,
    ),
    "a finding somewhere in a range is not in each part": (replace(EXTRUSION, anatomy=RANGE), EXTRUSION, False, False),
}


@pytest.mark.parametrize(("known", "claim", "proven", "disproven"), FOLLOWS.values(), ids=FOLLOWS)
def test_what_follows(known: Claim, claim: Claim, proven: bool, disproven: bool) -> None:
    assert entails(known, claim) is proven
    assert refutes(known, claim) is disproven


def test_a_claim_says_what_its_fact_says() -> None:
    fact = a_fact(finding=Finding.DISC_DEGENERATION, grade=Grade(Scale.PFIRRMANN, "IV"), laterality=LEFT)
    claim = claim_of(fact)
    assert claim == replace(graded("IV"), side=LEFT)
    assert claim.subject is Finding.DISC_DEGENERATION
    assert same_subject(claim, claim)


def test_no_finding_is_a_kind_of_itself() -> None:
    for finding, wider in BROADER.items():
        assert finding not in list(widened(wider))


def test_a_range_claimed_by_its_ends_is_the_one_that_holds_a_t13() -> None:
    plain = Range(Vertebra.T12, Vertebra.L4)
    variant = Range(Vertebra.T12, Vertebra.L4, frozenset({Vertebra.T13}))
    assert entails(Claim(finding=Finding.SCOLIOSIS, anatomy=variant), Claim(finding=Finding.SCOLIOSIS, anatomy=plain))
    wider = Range(Vertebra.T11, Vertebra.L4, frozenset({Vertebra.T13}))
    narrower = Claim(finding=Finding.SCOLIOSIS, anatomy=variant, certainty=Certainty.ABSENT)
    assert not entails(narrower, Claim(finding=Finding.SCOLIOSIS, anatomy=wider, certainty=Certainty.ABSENT))
