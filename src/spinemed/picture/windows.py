"""Grey values of a scan to the 0-255 of a picture."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from spinemed.errors import SourceError

LOW_PERCENTILE, HIGH_PERCENTILE = 1, 99


@dataclass(frozen=True)
class Window:
    """A window of CT numbers in Hounsfield units: `level` is its middle, `width` what lies between black and white."""

    level: float
    width: float


CT_BONE = Window(level=400, width=1800)
CT_SOFT_TISSUE = Window(level=40, width=400)


def grey(values: npt.NDArray[np.floating], window: Window | None) -> npt.NDArray[np.uint8]:
    """Values between the ends of the window spread over 0 to 255, those outside cut to them.

    Args:
        values: one slice; CT in Hounsfield units.
        window: None for MR and radiographs, whose units differ from scan to scan: the 1st and 99th percentile are its ends.

    Raises:
        SourceError: a value is not finite, or all are the same.
    """
    if not np.isfinite(values).all():
        raise SourceError("the slice holds voxels that are NaN or infinite: write the image anew with numbers in every voxel")
    if window is None:
        low, high = (float(np.percentile(values, at)) for at in (LOW_PERCENTILE, HIGH_PERCENTILE))
    else:
        low, high = window.level - window.width / 2, window.level + window.width / 2
    shown = np.clip((values - low) / (high - low), 0, 1) if high > low else np.zeros(values.shape)
    if shown.min(initial=1) == shown.max(initial=0):
        raise SourceError("the slice is of one grey: check the image, and the modality that chooses its window")
    return np.asarray(np.rint(shown * 255), dtype=np.uint8)
