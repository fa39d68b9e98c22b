"""Letters drawn on vertebrae, in an order that tells nothing of the levels."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import PIL.Image
import PIL.ImageDraw
import PIL.ImageFont

from spinemed.picture.pieces import Site

# First those that are neither an answer's letter (A-F), nor a region's (C, T, L, S), nor read as a side or a figure.
_FIRST_CHOICE = "GJKMNQUVWXYZ"
_LETTERS = _FIRST_CHOICE + "HIOPR" + "ABDEF" + "CTLS"
MOST_LETTERS = len(_LETTERS)
SMALLEST_BOX_PX, LARGEST_BOX_PX = 16, 26
# A box that covers more of a body than this stands beside it, with a line.
_MOST_COVERED = 0.2
_GAP_PX = 6
_BLACK, _WHITE = 0, 255


@dataclass(frozen=True)
class Letter:
    """One letter, the label it marks, its box (x0, y0, x1, y1 in pixels), and the point of the bone it stands for."""

    letter: str
    label: int
    box: tuple[int, int, int, int]
    point: tuple[int, int]

    @property
    def beside(self) -> bool:
        """True where the box stands off the point and a line joins the two."""
        x0, y0, x1, y1 = self.box
        return not (x0 <= self.point[0] <= x1 and y0 <= self.point[1] <= y1)


def letters_for(labels: tuple[int, ...], study: str) -> Mapping[int, str]:
    """A letter for each label, dealt by a shuffle that the id of the study seeds.

    At most 26 labels can have one; which go without is left to the shuffle too.
    """
    seed = hashlib.blake2b(f"letters|{study}".encode(), digest_size=8).digest()
    dice = random.Random(int.from_bytes(seed))  # noqa: S311 - a layout, not secrets
    dealt = sorted(labels)
    dice.shuffle(dealt)
    letters = list(_LETTERS[: len(dealt)] if len(dealt) > len(_FIRST_CHOICE) else _FIRST_CHOICE)
    dice.shuffle(letters)
    return dict(zip(dealt, letters, strict=False))


def place_letters(sites: Mapping[int, Site], letters: Mapping[int, str], size: tuple[int, int]) -> tuple[Letter, ...]:
    """Where each letter goes: on the body, or in front of it where it would hide the body; the head first.

    Args:
        sites: of the labels, ordered from the head.
        letters: a letter for each label that is to have one.
        size: height and width of the picture.
    """
    marked = {label: site for label, site in sites.items() if label in letters}
    side = _box_side(marked)
    placed: list[Letter] = []
    lowest = 0
    for label, site in marked.items():
        x, y = round(site.column), round(site.row)
        left, top = x - side // 2, y - side // 2
        if side * side > _MOST_COVERED * site.area_px:
            left, top = site.left_px - _GAP_PX - side, max(top, lowest)
            lowest = top + side + 1
        left = min(max(left, 0), size[1] - side)
        top = min(max(top, 0), size[0] - side)
        placed.append(Letter(letters[label], label, (left, top, left + side - 1, top + side - 1), (x, y)))
    return tuple(placed)


def _box_side(sites: Mapping[int, Site]) -> int:
    typical = float(np.median([site.depth_px for site in sites.values()])) if sites else 0
    return int(min(max(round(0.8 * typical), SMALLEST_BOX_PX), LARGEST_BOX_PX))


def draw_letters(pixels: npt.NDArray[np.uint8], letters: tuple[Letter, ...]) -> npt.NDArray[np.uint8]:
    """The picture with white letters in black boxes with a white edge."""
    picture = PIL.Image.fromarray(np.ascontiguousarray(pixels))
    pen = PIL.ImageDraw.Draw(picture)
    for one in letters:
        x0, y0, x1, y1 = one.box
        if one.beside:
            pen.line((x1, (y0 + y1) // 2, *one.point), fill=_BLACK, width=3)
            pen.line((x1, (y0 + y1) // 2, *one.point), fill=_WHITE, width=1)
            pen.ellipse([c + d for d in (-2, 2) for c in one.point], fill=_WHITE, outline=_BLACK)
        pen.rectangle(one.box, fill=_BLACK, outline=_WHITE)
        font = PIL.ImageFont.load_default(round((x1 - x0) * 0.8))
        pen.text(((x0 + x1 + 1) / 2, (y0 + y1 + 1) / 2), one.letter, fill=_WHITE, font=font, anchor="mm")
    return np.asarray(picture)
