"""A sagittal slice as it is shown: head up, front to the left, square pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import numpy.typing as npt
import PIL.Image

_T = TypeVar("_T", bound=np.generic)
LONGEST_PX = 512
LARGE_LONGEST_PX = 1024
SHORTEST_PX = 256
# Beyond this a picture of 512 pixels would show less than a pixel a millimetre, and a cervical body is 13 mm high.
LARGE_FROM_MM = 400
ORIENTATION = "IP"
"""Rows run to the feet (inferior), columns to the back (posterior)."""


@dataclass(frozen=True)
class SagittalView:
    """Grey pixels and labels of one slice on the same square grid, `mm_per_px` wide."""

    pixels: npt.NDArray[np.uint8]
    labels: npt.NDArray[np.integer]
    mm_per_px: float


def to_display(plane: npt.NDArray[_T]) -> npt.NDArray[_T]:
    """A plane whose axes run to the front and to the head, turned to rows from the head and columns from the front."""
    return plane[::-1, ::-1].T


def scaled(pixels: npt.NDArray[np.uint8], labels: npt.NDArray[np.integer], spacing_mm: tuple[float, float]) -> SagittalView:
    """Grey smoothly and labels by the nearest to square pixels; the longer side becomes 512 pixels.

    A scan of more than 400 mm gets 1024, a narrow one up to 1024 so that its shorter side has 256.

    Args:
        pixels: rows from the head, columns from the front.
        labels: the mask of the same slice.
        spacing_mm: from row to row, from column to column.
    """
    size_mm = (pixels.shape[0] * spacing_mm[0], pixels.shape[1] * spacing_mm[1])
    wanted = LARGE_LONGEST_PX if max(size_mm) > LARGE_FROM_MM else max(LONGEST_PX, SHORTEST_PX * max(size_mm) / min(size_mm))
    mm_per_px = max(size_mm) / min(wanted, LARGE_LONGEST_PX)
    height, width = (max(1, round(side / mm_per_px)) for side in size_mm)
    smooth = PIL.Image.fromarray(np.ascontiguousarray(pixels)).resize((width, height), PIL.Image.Resampling.BICUBIC)
    rows = ((np.arange(height) + 0.5) * labels.shape[0] / height).astype(np.int64)
    columns = ((np.arange(width) + 0.5) * labels.shape[1] / width).astype(np.int64)
    return SagittalView(np.asarray(smooth), labels[np.ix_(rows, columns)], mm_per_px)
