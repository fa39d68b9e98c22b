"""Promises: grey values follow the radiologist's window, letters are dealt by lot, fit, and leave the bone to be seen."""

from __future__ import annotations

import numpy as np
import pytest

from spinemed.errors import SourceError
from spinemed.picture import (
    CT_BONE,
    CT_SOFT_TISSUE,
    Frame,
    body_site,
    choose_slice,
    draw_letters,
    grey,
    largest_pieces,
    letters_for,
    place_letters,
    png_bytes,
    scaled,
    visible_bodies,
)


def test_windows_of_ct() -> None:
    values = np.array([[-1024.0, -500, 400, 1300, 3000]])
    assert grey(values, CT_BONE).tolist() == [[0, 0, 128, 255, 255]]
    assert grey(np.array([[-160.0, 40, 240, 1000]]), CT_SOFT_TISSUE).tolist() == [[0, 128, 255, 255]]


def test_mr_is_shown_between_its_percentiles() -> None:
    values = np.arange(10_000, dtype=np.float64).reshape(100, 100)
    values[0, 0] = 1e9  # a single hot voxel does not darken the picture
    shown = grey(values, None)
    assert (shown.min(), shown.max()) == (0, 255)
    assert int(shown[50, 0]) in (127, 128)


def test_values_that_show_nothing() -> None:
    for values in (np.full((3, 3), 7.0), np.full((3, 3), -3000.0)):
        with pytest.raises(SourceError, match="of one grey"):
            grey(values, None)
        with pytest.raises(SourceError, match="of one grey"):
            grey(values, CT_BONE)
    with pytest.raises(SourceError, match="NaN or infinite"):
        grey(np.array([[1.0, np.inf]]), CT_BONE)


def test_axes_are_named_and_turned() -> None:
    # Stored axes run to the back, to the feet, to the right, as in many sagittal MRI.
    affine = np.array([[0, 0, 3.0, 5], [-1, 0, 0, 6], [0, -2, 0, 7], [0, 0, 0, 1]])
    frame = Frame((4, 5, 6), affine)
    assert (frame.code, frame.spacing_mm) == ("PIR", (3, 1, 2))
    stored = np.arange(120).reshape(4, 5, 6)
    turned = frame.as_ras(stored)
    assert turned.shape == (6, 4, 5)
    for index in ((0, 0, 0), (5, 3, 4), (2, 1, 3)):
        place = frame.ras_affine @ [*index, 1]
        there = np.linalg.inv(affine) @ place
        assert stored[tuple(np.rint(there[:3]).astype(int))] == turned[index]


def test_the_part_in_front_of_the_canal_is_the_body() -> None:
    region = np.zeros((40, 60), dtype=bool)
    region[10:30, 5:30] = True
    region[12:36, 36:58] = True  # an arch as large as the body
    site = body_site(region)
    assert site is not None
    assert (round(site.row), round(site.column), site.area_px, site.left_px) == (20, 17, 500, 5)


def test_the_body_is_the_thick_part_where_a_pedicle_joins_the_arch() -> None:
    region = np.zeros((40, 60), dtype=bool)
    region[10:30, 5:30] = True
    region[14:19, 30:40] = True
    region[12:24, 40:58] = True
    site = body_site(region)
    assert site is not None
    assert abs(site.row - 20) <= 2
    assert abs(site.column - 17) <= 3


def test_specks_are_no_pieces() -> None:
    region = np.zeros((20, 20), dtype=bool)
    region[2:12, 2:12] = True
    region[15, 15] = region[12, 12] = True  # the second touches by its corner
    (piece,) = largest_pieces(region)
    assert piece.sum() == 101
    assert body_site(np.zeros((5, 5), dtype=bool)) is None


def test_the_slice_through_most_vertebrae_nearest_to_the_middle() -> None:
    labels = np.zeros((20, 30, 60), dtype=np.uint16)
    for k, (left, right) in enumerate([(2, 16), (4, 18), (3, 12)]):
        labels[left:right, 5:25, 5 + 18 * k : 17 + 18 * k] = k + 1
    assert choose_slice(labels, (1, 1, 1)) == 8
    labels[18, 5:25, 45:50] = 4
    assert choose_slice(labels, (1, 1, 1)) in range(4, 12)


def test_a_sliver_at_the_edge_is_not_marked() -> None:
    labels = np.zeros((100, 60), dtype=np.uint16)
    labels[0:8, 10:40] = 1
    labels[14:34, 10:40] = 2
    labels[90:, 10:40] = 4
    labels[60:84, 10:40] = 3
    assert list(visible_bodies(labels, 1.0)) == [2, 3]
    labels[8:12, 10:40] = 1
    assert list(visible_bodies(labels, 1.0)) == [1, 2, 3]


def test_letters_are_dealt_by_the_study_alone() -> None:
    labels = tuple(range(20, 27))
    assert letters_for(labels, "a") == letters_for(labels[::-1], "a")
    assert letters_for(labels, "a") != letters_for(labels, "b")
    orders = {tuple(letters_for(labels, f"study {k}")[label] for label in labels) for k in range(300)}
    assert len(orders) > 295
    # The first in the alphabet is the highest bone no more often than any other.
    first = [min(labels, key=letters_for(labels, f"study {k}").__getitem__) for k in range(700)]
    assert all(60 < first.count(label) < 145 for label in labels)


def test_letters_of_answers_and_regions_come_last() -> None:
    assert not set("ABCDEFLTS") & set(letters_for(tuple(range(12)), "a").values())
    all_of_them = letters_for(tuple(range(30)), "a")
    assert sorted(all_of_them.values()) == [*"ABCDEFGHIJKLMNOPQRSTUVWXYZ"]


def bodies(height: int, width: int, count: int) -> np.ndarray:
    labels = np.zeros((count * (height + 6) + 10, 200), dtype=np.uint16)
    for k in range(count):
        labels[8 + k * (height + 6) : 8 + k * (height + 6) + height, 60 : 60 + width] = k + 1
    return labels


@pytest.mark.parametrize(("height", "width"), [(12, 15), (24, 30), (45, 60), (100, 130)])
def test_letters_fit_and_leave_the_bone_to_be_seen(height: int, width: int) -> None:
    labels = bodies(height, width, 6)
    sites = visible_bodies(labels, 1.0)
    placed = place_letters(sites, letters_for(tuple(sites), "a"), (labels.shape[0], labels.shape[1]))
    assert [one.label for one in placed] == [1, 2, 3, 4, 5, 6]
    covered = np.zeros(labels.shape, dtype=int)
    for one in placed:
        x0, y0, x1, y1 = one.box
        assert x0 >= 0 <= y0
        assert x1 < labels.shape[1]
        assert y1 < labels.shape[0]
        assert 15 <= x1 - x0 <= 26
        assert labels[one.point[1], one.point[0]] == one.label
        covered[y0 : y1 + 1, x0 : x1 + 1] += 1
    assert covered.max() == 1
    for label in range(1, 7):
        assert (covered[labels == label] > 0).mean() <= 0.25


def test_a_letter_is_drawn_in_its_box_and_nowhere_else() -> None:
    labels = bodies(45, 60, 3)
    pixels = np.where(labels > 0, 180, 60).astype(np.uint8)
    placed = place_letters(visible_bodies(labels, 1.0), {1: "W", 2: "K"}, (pixels.shape[0], pixels.shape[1]))
    assert [one.label for one in placed] == [1, 2]
    drawn = draw_letters(pixels, placed)
    inside = np.zeros(pixels.shape, dtype=bool)
    for one in placed:
        x0, y0, x1, y1 = one.box
        inside[y0 : y1 + 1, x0 : x1 + 1] = True
        box = drawn[y0 + 1 : y1, x0 + 1 : x1]
        assert (box > 200).mean() > 0.05
        assert (box < 50).mean() > 0.4
    assert np.array_equal(drawn[~inside], pixels[~inside])


def test_the_same_slice_gives_the_same_bytes() -> None:
    pixels = np.random.default_rng(1).integers(0, 255, (90, 70), dtype=np.uint8)
    labels = bodies(12, 15, 4)[:90, :70]
    views = [scaled(pixels, labels, (2.0, 1.0)) for _ in range(2)]
    assert views[0].pixels.shape == views[0].labels.shape == (658, 256)
    assert views[0].mm_per_px == 70 / 256
    assert png_bytes(views[0].pixels) == png_bytes(views[1].pixels)
    assert scaled(pixels, labels, (6.0, 1.0)).pixels.shape[0] == 1024
