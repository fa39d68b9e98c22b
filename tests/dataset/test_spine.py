"""Promises: the drawing of the spine has every vertebra and disc in its place, curved as a spine is, and each count beside it."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

import pytest

from spinemed.dataset.spine import BAR_WIDTH, WIDTH, Drawing, draw
from spinemed.domain.levels import STANDARD_ROW, Vertebra

COUNTS = Counter(
    {("L4-L5", "en"): 40, ("L4-L5", "zh"): 60, ("L5", "en"): 10, ("C2", "zh"): 1, ("C8", "en"): 3, ("lumbar", "en"): 2}
)


@pytest.fixture(scope="module")
def drawing() -> Drawing:
    return draw(COUNTS)


def middle(drawing: Drawing, name: str) -> float:
    """How far back a bone lies: the mean x of its outline."""
    (path,) = [shape.path for shape in drawing.shapes if shape.name == name]
    xs = [float(x) for x in re.findall(r"(-?[\d.]+) -?[\d.]+", path)]
    return sum(xs) / len(xs)


def test_every_vertebra_and_every_disc_is_drawn_once(drawing: Drawing) -> None:
    names = [shape.name for shape in drawing.shapes]
    bones = [v.value for v in STANDARD_ROW.vertebrae if v is not Vertebra.C0]
    assert sorted(names) == sorted([*bones, *(str(disc) for disc in STANDARD_ROW.discs)])
    assert len(STANDARD_ROW.discs) == 23


def test_the_column_curves_as_a_spine_does(drawing: Drawing) -> None:
    """Face to the left: neck and loin bend forwards, chest and sacrum backwards, and the coccyx points forwards."""
    x = {name: middle(drawing, name) for name in ("C2", "C5", "C7", "T7", "T12", "L3", "S1", "S3", "Co")}
    assert x["C5"] < x["C2"]
    assert x["C5"] < x["C7"] < x["T7"]
    assert x["L3"] < x["T12"] < x["T7"]
    assert x["L3"] < x["S1"] < x["S3"]
    assert x["Co"] < x["S3"]


def test_rows_stand_in_order_and_apart(drawing: Drawing) -> None:
    busy = draw(Counter({(str(segment), "en"): 1 for segment in STANDARD_ROW.segments} | {("S1-S2", "en"): 1}))
    for one in (drawing, busy):
        rows = [bar.y for bar in one.bars if not bar.quiet]
        assert all(below - above > 11 for above, below in pairwise(rows))
        assert rows[0] > 0
        assert rows[-1] < one.height


def test_bars_are_on_one_scale_and_stay_inside(drawing: Drawing) -> None:
    bars = {bar.name: bar for bar in drawing.bars}
    assert bars["L4-L5"].counts == (40, 60)
    assert sum(bars["L4-L5"].widths) == BAR_WIDTH
    assert bars["L5"].widths == (BAR_WIDTH / 10, 0)
    assert WIDTH > 294 + BAR_WIDTH


def test_what_is_no_bone_or_disc_is_counted_beside(drawing: Drawing) -> None:
    assert drawing.elsewhere == (("C8", 3), ("lumbar", 2))


def test_a_variant_takes_no_disc_of_the_standard_row_away() -> None:
    """One item about an L6 must not hide those about L5-S1."""
    counts = Counter({("L6", "en"): 1, ("L6-S1", "en"): 1, ("T13", "zh"): 1, ("L5-S1", "en"): 9, ("T12-L1", "en"): 9})
    drawing = draw(counts)
    assert drawing.elsewhere == (("L6", 1), ("L6-S1", 1), ("T13", 1))
    assert {bar.name for bar in drawing.bars if sum(bar.counts) == 9} == {"L5-S1", "T12-L1"}


def test_more_items_are_a_darker_bone(drawing: Drawing) -> None:
    styles = {shape.name: shape.style for shape in drawing.shapes}
    assert [styles[name] for name in ("L4-L5", "L5", "C2", "T7")] == ["disc heat5", "bone heat2", "bone heat1", "bone heat0"]


def test_an_empty_dataset_has_a_spine_too() -> None:
    empty = draw(Counter())
    assert {sum(bar.counts) for bar in empty.bars} == {0}
    assert empty.elsewhere == ()
