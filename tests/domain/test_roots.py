"""Promise: the nerve root of a segment is the one anatomy teaches, and where anatomy settles none, none is named."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spinemed.domain.levels import STANDARD_ROW, Region, Segment, Vertebra
from spinemed.domain.roots import Neural, Root, Zone, exit_segment, exiting_root, traversing_root, typical_targets
from spinemed.errors import LevelError
from strategies import ALL_SEGMENTS, roots, segments, vertebrae

ROOTS = "C1 C2 C3 C4 C5 C6 C7 C8 T1 T2 T3 T4 T5 T6 T7 T8 T9 T10 T11 T12 L1 L2 L3 L4 L5 S1 S2 S3 S4 S5".split()

# Written out by hand from the table "Roots" of the clinical conventions, not computed: foramen and the root that leaves by it.
EXITING = """
C0-C1 C1 | C1-C2 C2 | C2-C3 C3 | C3-C4 C4 | C4-C5 C5 | C5-C6 C6 | C6-C7 C7 | C7-T1 C8
T1-T2 T1 | T2-T3 T2 | T3-T4 T3 | T4-T5 T4 | T5-T6 T5 | T6-T7 T6 | T7-T8 T7 | T8-T9 T8 | T9-T10 T9 | T10-T11 T10 | T11-T12 T11
T12-L1 T12 | L1-L2 L1 | L2-L3 L2 | L3-L4 L3 | L4-L5 L4 | L5-S1 L5
S2-S3 S2 | S3-S4 S3 | S4-S5 S4
"""
TRAVERSING = "L1-L2 L2 | L2-L3 L3 | L3-L4 L4 | L4-L5 L5 | L5-S1 S1"

# Disc, then what it hits from: central, paracentral, subarticular, foraminal, extraforaminal.
TARGETS = """
C2-C3 cord C3 C3 C3 C3
C3-C4 cord C4 C4 C4 C4
C4-C5 cord C5 C5 C5 C5
C5-C6 cord C6 C6 C6 C6
C6-C7 cord C7 C7 C7 C7
C7-T1 cord C8 C8 C8 C8
T1-T2 cord cord cord T1 T1
T2-T3 cord cord cord T2 T2
T3-T4 cord cord cord T3 T3
T4-T5 cord cord cord T4 T4
T5-T6 cord cord cord T5 T5
T6-T7 cord cord cord T6 T6
T7-T8 cord cord cord T7 T7
T8-T9 cord cord cord T8 T8
T9-T10 cord cord cord T9 T9
T10-T11 cord cord cord T10 T10
T11-T12 cord cord cord T11 T11
T12-L1 cord cord cord T12 T12
L1-L2 cauda L2 L2 L1 L1
L2-L3 cauda L3 L3 L2 L2
L3-L4 cauda L4 L4 L3 L3
L4-L5 cauda L5 L5 L4 L4
L5-S1 cauda S1 S1 L5 L5
"""
ZONES = (Zone.CENTRAL, Zone.PARACENTRAL, Zone.SUBARTICULAR, Zone.FORAMINAL, Zone.EXTRAFORAMINAL)


def segment(name: str) -> Segment:
    upper, lower = name.split("-")
    return Segment(Vertebra(upper), Vertebra(lower))


def table(text: str) -> dict[Segment, Root]:
    pairs = (entry.split() for line in text.strip().splitlines() for entry in line.split("|"))
    return {segment(name): Root(root) for name, root in pairs}


def target(word: str) -> Root | Neural:
    return {"cord": Neural.CORD, "cauda": Neural.CAUDA_EQUINA}.get(word) or Root(word)


def test_every_root_in_order():
    assert [str(root) for root in Root] == ROOTS
    assert sorted(Root, reverse=True) == list(reversed(Root))
    assert Root.C7 < Root.C8 < Root.T1


@given(roots, roots, roots)
def test_the_order_is_total(a: Root, b: Root, c: Root):
    assert [a < b, a == b, a > b].count(True) == 1
    assert (a < b) == (ROOTS.index(str(a)) < ROOTS.index(str(b)))
    assert (a <= b, a >= b) == (not a > b, not a < b)
    assert not (a < b < c) or a < c


@given(roots, roots)
def test_roots_between_two_are_the_same_from_both_ends(a: Root, b: Root):
    between = Root.between(a, b)
    assert between == Root.between(b, a)
    assert {between[0], between[-1]} == {a, b}
    assert list(between) == [root for root in Root if min(a, b) <= root <= max(a, b)]


def test_c8_lies_between_c7_and_t1():
    assert Root.between(Root.T1, Root.C7) == (Root.C7, Root.C8, Root.T1)


@given(roots)
def test_region_and_number_name_the_root(root: Root):
    assert Root.of(root.region, int(root.value[1:])) is root


@pytest.mark.parametrize(
    ("region", "number"),
    [
        (Region.CERVICAL, 0),
        (Region.CERVICAL, 9),
        (Region.THORACIC, 13),
        (Region.LUMBAR, 6),
        (Region.SACRAL, 6),
        (Region.OCCIPITAL, 0),
        (Region.COCCYGEAL, 0),
        (Region.COCCYGEAL, 5),  # its letter is the cervical C
        (Region.LUMBAR, -1),
    ],
)
def test_a_root_that_nobody_has_is_refused_with_the_reason(region: Region, number: int):
    with pytest.raises(LevelError, match=f"no nerve root {number} leaves the {region} spine"):
        Root.of(region, number)


def test_a_root_is_no_bone():
    assert not {vertebra for vertebra in Vertebra if vertebra == Root("L4")}
    assert Root("C8") not in set(Vertebra)


# Which root leaves and which passes


@pytest.mark.parametrize(("given_segment", "root"), table(EXITING).items(), ids=str)
def test_exiting_root(given_segment: Segment, root: Root):
    assert exiting_root(given_segment) is root


@pytest.mark.parametrize(("given_segment", "root"), table(TRAVERSING).items(), ids=str)
def test_traversing_root(given_segment: Segment, root: Root):
    assert traversing_root(given_segment) is root


@given(segments)
def test_a_root_that_anatomy_does_not_settle_is_not_named(given_segment: Segment):
    if given_segment not in table(EXITING):
        with pytest.raises(LevelError, match=f"{given_segment} is not settled by its name: take it from the source"):
            exiting_root(given_segment)
    if given_segment not in table(TRAVERSING):
        with pytest.raises(LevelError, match=f"at L1-L2 to L5-S1 only, not at {given_segment}"):
            traversing_root(given_segment)


def test_roots_of_variant_segments_are_not_settled():
    unsettled = {str(s) for s in ALL_SEGMENTS} - {str(s) for s in table(EXITING)}
    assert unsettled == {"T12-T13", "T13-L1", "T11-L1", "L5-L6", "L6-S1", "L4-S1", "S1-S2", "S5-Co"}


def test_each_root_leaves_below_the_one_before():
    exits = [exiting_root(s) for s in STANDARD_ROW.segments]
    assert exits == sorted(set(exits))
    assert all(a < b for a, b in pairwise(exits))


@given(st.sampled_from(list(table(TRAVERSING))))
def test_the_root_that_passes_a_disc_leaves_one_foramen_below(given_segment: Segment):
    passing = traversing_root(given_segment)
    assert passing > exiting_root(given_segment)
    if passing is not Root.S1:  # S1 leaves through the sacrum
        assert exit_segment(passing).upper is given_segment.lower


@given(roots)
def test_the_foramen_of_a_root_is_the_inverse_of_the_root_of_a_foramen(root: Root):
    if root in (Root.S1, Root.S5):
        with pytest.raises(LevelError, match=f"root {root} leaves at no motion segment of the standard row"):
            exit_segment(root)
    else:
        assert exiting_root(exit_segment(root)) is root
        assert table(EXITING)[exit_segment(root)] is root


@given(vertebrae.filter(lambda vertebra: Vertebra.C1 <= vertebra <= Vertebra.L5 and not vertebra.variants))
def test_cervical_roots_leave_above_their_vertebra_and_all_others_below(vertebra: Vertebra):
    foramen = exit_segment(Root(vertebra.value))
    assert vertebra is (foramen.lower if vertebra <= Vertebra.C7 else foramen.upper)


# What a disc typically hits


@pytest.mark.parametrize("line", TARGETS.strip().splitlines(), ids=lambda line: line.split()[0])
def test_typical_targets(line: str):
    name, *words = line.split()
    for zone, word in zip(ZONES, words, strict=True):
        assert typical_targets(segment(name), zone) == (target(word),), zone


def test_the_table_of_targets_covers_every_disc_and_zone():
    assert [line.split()[0] for line in TARGETS.strip().splitlines()] == [str(disc) for disc in STANDARD_ROW.discs]
    assert set(ZONES) == set(Zone)


@given(segments.filter(lambda s: s not in STANDARD_ROW.discs), st.sampled_from(Zone))
def test_no_default_is_taught_without_a_standard_disc(given_segment: Segment, zone: Zone):
    assert typical_targets(given_segment, zone) == ()
