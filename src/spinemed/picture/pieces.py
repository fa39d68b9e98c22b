"""Connected pieces of a region, and where in it a letter stands best."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Region = npt.NDArray[np.bool_]
# A piece of a quarter of the largest counts as part of the bone; less is a speck or a tip of a process.
SMALLEST_SHARE = 0.25
# Pixels deeper than this share of the greatest depth are the core of a part.
_CORE = 0.7


@dataclass(frozen=True)
class Site:
    """Where a letter stands: row and column in pixels, how far it is from there to the edge, and the size of the part."""

    row: float
    column: float
    depth_px: int
    area_px: int
    left_px: int
    """Leftmost column of the part."""


def largest_pieces(region: Region) -> list[Region]:
    """The connected pieces (corners count) that reach a quarter of the largest, the largest first."""
    pieces: list[Region] = []
    left = region.copy()
    while left.any():
        piece = _piece(left)
        left &= ~piece
        pieces.append(piece)
    pieces.sort(key=lambda piece: -int(piece.sum()))
    return [piece for piece in pieces if piece.sum() >= SMALLEST_SHARE * pieces[0].sum()]


def _piece(region: Region) -> Region:
    """The piece that holds the first pixel: grown from it until it grows no more."""
    piece = np.zeros_like(region)
    piece[np.unravel_index(int(np.argmax(region)), region.shape)] = True
    size = 0
    while (grown := int(piece.sum())) != size:
        size = grown
        piece = _dilated(piece) & region
    return piece


def _dilated(region: Region) -> Region:
    for axis in range(region.ndim):
        ahead, behind = _along(region.ndim, axis)
        wider = region.copy()
        wider[ahead] |= region[behind]
        wider[behind] |= region[ahead]
        region = wider
    return region


def _eroded(region: Region) -> Region:
    """Pixels whose neighbours are all inside; outside the array is outside the region."""
    outer = np.pad(~region, 1, constant_values=True)
    return ~_dilated(outer)[tuple(slice(1, -1) for _ in range(region.ndim))]


def _along(dimensions: int, axis: int) -> tuple[tuple[slice, ...], tuple[slice, ...]]:
    every = [slice(None)] * dimensions
    return (
        tuple(slice(1, None) if k == axis else one for k, one in enumerate(every)),
        tuple(slice(None, -1) if k == axis else one for k, one in enumerate(every)),
    )


def body_site(region: Region) -> Site | None:
    """The middle of the vertebral body in a sagittal slice with the front to the left; None for an empty region.

    Beside the midline the canal parts a vertebra in two: the body is the part in front. Further to the side pedicle and arch
    hang on it: the body is then the thickest part.
    """
    if not region.any():
        return None
    rows, columns = np.nonzero(region)
    top, left = int(rows.min()), int(columns.min())
    part = _foremost(region[top : int(rows.max()) + 1, left : int(columns.max()) + 1])
    depth = _depth(part)
    core = _foremost(depth >= _CORE * depth.max())
    at = np.argwhere(core).mean(axis=0)
    return Site(
        row=top + float(at[0]),
        column=left + float(at[1]),
        depth_px=int(depth.max()),
        area_px=int(part.sum()),
        left_px=left + int(np.nonzero(part)[1].min()),
    )


def _foremost(region: Region) -> Region:
    return min(largest_pieces(region), key=lambda piece: float(np.nonzero(piece)[1].mean()))


def _depth(region: Region) -> npt.NDArray[np.int64]:
    depth = np.zeros(region.shape, dtype=np.int64)
    while region.any():
        depth += region
        region = _eroded(region)
    return depth
