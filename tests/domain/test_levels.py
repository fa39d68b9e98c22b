"""Promise: levels stand in one order from head to tail, are counted as their spine has them, and impossible ones are refused."""

from __future__ import annotations

import pickle
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spinemed.domain.levels import STANDARD_ROW, Range, Region, Segment, SpineRow, Variant, Vertebra
from spinemed.errors import LevelError
from strategies import ALL_ROWS, ALL_SEGMENTS, ranges, rows, rows_with_vertebrae, segments, vertebrae

# Written out by hand from the clinical conventions, not computed.
STANDARD = "C0 C1 C2 C3 C4 C5 C6 C7 T1 T2 T3 T4 T5 T6 T7 T8 T9 T10 T11 T12 L1 L2 L3 L4 L5 S1 S2 S3 S4 S5 Co".split()
EVERY = "C0 C1 C2 C3 C4 C5 C6 C7 T1 T2 T3 T4 T5 T6 T7 T8 T9 T10 T11 T12 T13 L1 L2 L3 L4 L5 L6 S1 S2 S3 S4 S5 Co".split()
DISCS = """
C2-C3 C3-C4 C4-C5 C5-C6 C6-C7 C7-T1 T1-T2 T2-T3 T3-T4 T4-T5 T5-T6 T6-T7 T7-T8 T8-T9 T9-T10 T10-T11 T11-T12 T12-L1
L1-L2 L2-L3 L3-L4 L4-L5 L5-S1
""".split()
SEGMENT_FLAGS = {
    "T12-T13": Variant.T13,
    "T13-L1": Variant.T13,
    "T11-L1": Variant.ELEVEN_THORACIC,
    "L5-L6": Variant.L6,
    "L6-S1": Variant.L6,
    "L4-S1": Variant.FOUR_LUMBAR,
    "S1-S2": Variant.S1_S2_DISC,
}


def segment(name: str) -> Segment:
    upper, lower = name.split("-")
    return Segment(Vertebra(upper), Vertebra(lower))


def names(levels: object) -> list[str]:
    return [str(level) for level in levels]  # type: ignore[attr-defined]


# Order


def test_every_vertebra_in_order():
    assert names(Vertebra) == EVERY
    assert [vertebra.position for vertebra in Vertebra] == list(range(len(EVERY)))


@given(st.permutations(list(Vertebra)))
def test_sorting_gives_the_order_from_head_to_tail(shuffled: list[Vertebra]):
    assert sorted(shuffled) == list(Vertebra)
    assert (min(shuffled), max(shuffled)) == (Vertebra.C0, Vertebra.CO)


@given(vertebrae, vertebrae, vertebrae)
def test_the_order_is_total(a: Vertebra, b: Vertebra, c: Vertebra):
    assert [a < b, a == b, a > b].count(True) == 1
    assert (a < b) == (b > a) == (EVERY.index(str(a)) < EVERY.index(str(b)))
    assert (a <= b) == (not a > b)
    assert (a >= b) == (not a < b)
    assert not (a < b < c) or a < c


@given(vertebrae)
def test_region_and_number_name_the_vertebra(vertebra: Vertebra):
    assert Vertebra.of(vertebra.region, vertebra.number) is vertebra
    assert Vertebra(str(vertebra)) is vertebra


def test_the_occiput_is_also_asked_for_as_it_is_written():
    assert Vertebra.of(Region.CERVICAL, 0) is Vertebra.C0
    assert Vertebra.C0.region is Region.OCCIPITAL


# Rows


def test_the_standard_row():
    assert names(STANDARD_ROW.vertebrae) == STANDARD
    assert STANDARD_ROW.variants == frozenset()
    assert SpineRow() == STANDARD_ROW


@given(rows_with_vertebrae())
def test_neighbours_are_each_other_s_inverse(given_row: tuple[SpineRow, tuple[Vertebra, ...]]):
    row, (vertebra,) = given_row
    above, below = row.above(vertebra), row.below(vertebra)
    assert (above is None) == (vertebra is Vertebra.C0)
    assert (below is None) == (vertebra is Vertebra.CO)
    if above is not None:
        assert row.below(above) is vertebra
        assert above < vertebra
        assert row.distance(above, vertebra) == 1
    if below is not None:
        assert row.above(below) is vertebra
        assert vertebra < below
        assert row.distance(vertebra, below) == 1


@given(rows_with_vertebrae(3))
def test_distances_add_up(given_row: tuple[SpineRow, tuple[Vertebra, ...]]):
    row, (a, b, c) = given_row
    assert row.distance(a, b) + row.distance(b, c) == row.distance(a, c)
    assert row.distance(a, b) == -row.distance(b, a)
    assert (row.distance(a, b) == 0) == (a is b)
    assert (row.distance(a, b) > 0) == (a < b)


@pytest.mark.parametrize(
    ("row", "a", "b", "steps"),
    [
        (STANDARD_ROW, "T12", "L1", 1),
        (SpineRow(13, 5), "T12", "L1", 2),
        (SpineRow(11, 5), "T11", "L1", 1),
        (STANDARD_ROW, "L5", "S1", 1),
        (SpineRow(12, 6), "L5", "S1", 2),
        (SpineRow(12, 4), "L4", "S1", 1),
        (STANDARD_ROW, "L5", "C2", -22),
    ],
)
def test_distance_counts_the_bones_of_this_spine(row: SpineRow, a: str, b: str, steps: int):
    assert row.distance(Vertebra(a), Vertebra(b)) == steps


@given(rows_with_vertebrae(2))
def test_what_lies_between_is_the_same_from_both_ends(given_row: tuple[SpineRow, tuple[Vertebra, ...]]):
    row, (a, b) = given_row
    between = row.between(a, b)
    assert between == row.between(b, a)
    assert list(between) == sorted(between)
    assert {between[0], between[-1]} == {a, b}
    assert len(between) == abs(row.distance(a, b)) + 1


def test_the_standard_row_has_23_discs_and_none_above_c2():
    assert names(STANDARD_ROW.discs) == DISCS
    assert len(STANDARD_ROW.discs) == 23
    assert names(STANDARD_ROW.segments) == ["C0-C1", "C1-C2", *DISCS]
    assert not segment("C0-C1").has_disc
    assert not segment("C1-C2").has_disc


@given(rows)
def test_a_variant_row_has_a_disc_more_or_less_for_each_bone_more_or_less(row: SpineRow):
    assert len(row.discs) == 23 + (row.thoracic - 12) + (row.lumbar - 5)
    assert [(s.upper, s.lower) for s in row.segments] == list(pairwise(v for v in row.vertebrae if v <= Vertebra.S1))
    assert frozenset().union(*(s.variants for s in row.segments)) == row.variants


@pytest.mark.parametrize("row", ALL_ROWS, ids=lambda row: f"{row.thoracic}T{row.lumbar}L")
def test_a_row_is_flagged_by_its_counts(row: SpineRow):
    thoracic = {11: {Variant.ELEVEN_THORACIC}, 12: set(), 13: {Variant.T13}}[row.thoracic]
    lumbar = {4: {Variant.FOUR_LUMBAR}, 5: set(), 6: {Variant.L6}}[row.lumbar]
    assert row.variants == thoracic | lumbar
    assert (Vertebra.T13 in row, Vertebra.T12 in row) == (row.thoracic == 13, row.thoracic > 11)
    assert (Vertebra.L6 in row, Vertebra.L5 in row) == (row.lumbar == 6, row.lumbar > 4)


@pytest.mark.parametrize(("thoracic", "lumbar"), [(10, 5), (14, 5), (12, 3), (12, 7), (0, 0)])
def test_a_row_that_no_spine_has_is_refused(thoracic: int, lumbar: int):
    with pytest.raises(LevelError, match=rf"{thoracic} thoracic and {lumbar} lumbar vertebrae: give 11-13 and 4-6"):
        SpineRow(thoracic, lumbar)


@pytest.mark.parametrize("ask", ["place", "above", "below"])
def test_a_bone_this_spine_lacks_has_no_place(ask: str):
    with pytest.raises(LevelError, match="L6 does not exist in a row of 12 thoracic and 5 lumbar vertebrae"):
        getattr(STANDARD_ROW, ask)(Vertebra.L6)


def test_a_bone_this_spine_lacks_has_no_distance():
    with pytest.raises(LevelError, match="T13 does not exist"):
        STANDARD_ROW.distance(Vertebra.T13, Vertebra.L1)
    with pytest.raises(LevelError, match="L5 does not exist in a row of 12 thoracic and 4 lumbar"):
        SpineRow(12, 4).between(Vertebra.L4, Vertebra.L5)


# Variants


def test_only_t13_and_l6_are_flagged_bones():
    flagged = {str(vertebra): set(vertebra.variants) for vertebra in Vertebra if vertebra.variants}
    assert flagged == {"T13": {Variant.T13}, "L6": {Variant.L6}}


def test_segments_outside_the_standard_row_are_flagged():
    flagged = {str(s): set(s.variants) for s in ALL_SEGMENTS if s.variants}
    assert flagged == {name: {variant} for name, variant in SEGMENT_FLAGS.items()}


@pytest.mark.parametrize("name", ["T12-T13", "T13-L1", "T11-L1", "L5-L6", "L6-S1", "L4-S1"])
def test_a_segment_of_a_variant_row_holds_a_disc(name: str):
    assert segment(name).has_disc


def test_no_disc_is_expected_inside_the_sacrum():
    assert not any(segment(name).has_disc for name in ("S1-S2", "S2-S3", "S3-S4", "S4-S5", "S5-Co"))


# Impossible levels


@pytest.mark.parametrize(
    ("region", "number", "reason"),
    [
        (Region.LUMBAR, 9, "the lumbar spine has no vertebra 9: it ends at L5"),
        (Region.LUMBAR, 7, "it ends at L5 .L6 as a variant"),
        (Region.LUMBAR, 0, "no vertebra 0"),
        (Region.THORACIC, 15, "the thoracic spine has no vertebra 15: it ends at T12"),
        (Region.THORACIC, 14, "it ends at T12 .T13 as a variant"),
        (Region.CERVICAL, 9, "the cervical spine has no vertebra 9: it ends at C7"),
        (Region.CERVICAL, 8, "C8 is a nerve root, not a vertebra"),
        (Region.SACRAL, 6, "the sacral spine has no vertebra 6: it ends at S5"),
        (Region.OCCIPITAL, 1, "no vertebra 1"),
        (Region.COCCYGEAL, 2, "no vertebra 2"),
        (Region.THORACIC, -1, "no vertebra -1"),
    ],
)
def test_an_impossible_vertebra_is_refused_with_the_reason(region: Region, number: int, reason: str):
    with pytest.raises(LevelError, match=reason):
        Vertebra.of(region, number)


@given(st.sampled_from(Region), st.integers())
def test_a_region_and_number_give_a_real_vertebra_or_none(region: Region, number: int):
    try:
        vertebra = Vertebra.of(region, number)
    except LevelError:
        return
    assert vertebra.number == number
    assert vertebra.region is region or vertebra is Vertebra.C0


def test_only_neighbours_the_upper_one_first_are_a_segment():
    allowed = set(pairwise(STANDARD)) | {tuple(name.split("-")) for name in SEGMENT_FLAGS}
    for upper, lower in product(Vertebra, Vertebra):
        if (str(upper), str(lower)) in allowed:
            assert str(Segment(upper, lower)) == f"{upper}-{lower}"
        else:
            with pytest.raises(LevelError, match=rf"{upper}-{lower} is no motion segment"):
                Segment(upper, lower)


@given(segments)
def test_an_upside_down_segment_is_refused_with_the_reason(given_segment: Segment):
    with pytest.raises(LevelError, match=r"must be neighbours, the upper one first$"):
        Segment(given_segment.lower, given_segment.upper)


def test_a_pair_with_bones_between_is_sent_to_range():
    with pytest.raises(LevelError, match=r"L3-S1 is no motion segment.*use a Range"):
        segment("L3-S1")


@pytest.mark.parametrize(
    ("name", "region"),
    [
        ("C0-C1", Region.CERVICAL),
        ("C7-T1", Region.CERVICAL),
        ("T12-L1", Region.THORACIC),
        ("T13-L1", Region.THORACIC),
        ("L5-S1", Region.LUMBAR),
        ("S5-Co", Region.SACRAL),
    ],
)
def test_a_segment_belongs_to_the_region_of_its_upper_bone(name: str, region: Region):
    assert segment(name).region is region


# Ranges


@given(ranges())
def test_a_range_runs_from_its_top_to_its_bottom(given_range: Range):
    bones = given_range.vertebrae
    assert (bones[0], bones[-1]) == (given_range.top, given_range.bottom)
    assert list(bones) == sorted(set(bones))
    assert [(s.upper, s.lower) for s in given_range.segments] == list(pairwise(bones))


@given(ranges())
def test_a_range_holds_t13_and_l6_only_where_they_are_named(given_range: Range):
    named = {given_range.top, given_range.bottom} | given_range.inside
    odd = {bone for bone in given_range.vertebrae if bone.variants}
    assert odd == {bone for bone in named if bone.variants}
    assert given_range.variants == frozenset().union(*(bone.variants for bone in odd))
    # Every bone of the standard row between the ends is there: none is skipped.
    assert {b for b in STANDARD_ROW.vertebrae if given_range.top <= b <= given_range.bottom} <= set(given_range.vertebrae)


@pytest.mark.parametrize(
    ("given_range", "bones"),
    [
        (Range(Vertebra.L3, Vertebra.S1), "L3 L4 L5 S1"),
        (Range(Vertebra.L5, Vertebra.S1, frozenset({Vertebra.L6})), "L5 L6 S1"),
        (Range(Vertebra.T11, Vertebra.L2), "T11 T12 L1 L2"),
        (Range(Vertebra.T12, Vertebra.L1, frozenset({Vertebra.T13, Vertebra.L6})), "T12 T13 L1"),
        (Range(Vertebra.L4, Vertebra.L6), "L4 L5 L6"),
        (Range(Vertebra.L3, Vertebra.L5, frozenset({Vertebra.L4})), "L3 L4 L5"),
    ],
)
def test_bones_of_a_range(given_range: Range, bones: str):
    assert names(given_range.vertebrae) == bones.split()


def test_a_range_is_the_same_whatever_needless_bones_are_named_inside():
    assert Range(Vertebra.L3, Vertebra.L5, frozenset({Vertebra.L4, Vertebra.T13})) == Range(Vertebra.L3, Vertebra.L5)


@given(vertebrae, vertebrae)
def test_a_range_upside_down_or_of_one_bone_is_refused(a: Vertebra, b: Vertebra):
    top, bottom = max(a, b), min(a, b)
    with pytest.raises(LevelError, match=f"range {top} to {bottom}: the bottom must lie below the top"):
        Range(top, bottom)


@given(vertebrae | segments | ranges() | rows)
def test_a_level_travels_between_processes_and_stays_itself(level: Vertebra | Segment | Range | SpineRow):
    again = pickle.loads(pickle.dumps(level))
    assert again == level
    assert hash(again) == hash(level)
