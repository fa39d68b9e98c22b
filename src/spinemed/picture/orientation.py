"""How the axes of a voxel array lie in the patient, from its affine.

World coordinates are RAS as NIfTI and nibabel have them: x to the patient's right grows, y to the front, z to the head, in
millimetres. Records of this project are LPS: change the sign of x and y.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from spinemed.errors import SourceError

_T = TypeVar("_T", bound=np.generic)
# Between two axes at 45 degrees nothing tells which is which; 30 is more than any scanner is tilted along a spine.
MOST_TILT_DEGREES = 30


@dataclass(frozen=True)
class Frame:
    """A voxel grid with its axes named.

    Args:
        shape: voxels along the axes of the array as stored.
        affine: 4 x 4, from voxel indices as stored to millimetres, RAS.

    Raises:
        SourceError: the affine is no grid, or so oblique that no axis runs from left to right.
    """

    shape: tuple[int, int, int]
    affine: npt.NDArray[np.float64]

    def __post_init__(self) -> None:
        spacing = self.stored_spacing_mm
        if not np.isfinite(self.affine).all() or not spacing.all() or abs(np.linalg.det(self.affine[:3, :3] / spacing)) < 0.1:
            raise SourceError("the affine of the header maps voxels to no place: write the file anew with a valid orientation")
        directions = np.abs(self.affine[:3, :3]) / spacing
        if sorted(self.axes) != [0, 1, 2] or directions.max(axis=0).min() < np.cos(np.radians(MOST_TILT_DEGREES)):
            raise SourceError(
                f"the axes of the grid are tilted by more than {MOST_TILT_DEGREES} degrees: resample the scan along the body"
            )

    @property
    def stored_spacing_mm(self) -> npt.NDArray[np.float64]:
        """Voxel size along the axes as stored."""
        return np.linalg.norm(self.affine[:3, :3], axis=0)

    @property
    def axes(self) -> tuple[int, int, int]:
        """For right, front and head in turn, the stored axis that runs along it."""
        return tuple(int(axis) for axis in np.argmax(np.abs(self.affine[:3, :3]) / self.stored_spacing_mm, axis=1))  # type: ignore[return-value] - three rows

    @property
    def spacing_mm(self) -> tuple[float, float, float]:
        """Voxel size from left to right, back to front, tail to head."""
        spacing = self.stored_spacing_mm
        return tuple(float(spacing[axis]) for axis in self.axes)  # type: ignore[return-value] - three axes

    @property
    def backward(self) -> tuple[bool, bool, bool]:
        """For right, front and head in turn: does the stored axis run the other way."""
        return tuple(bool(self.affine[row, axis] < 0) for row, axis in enumerate(self.axes))  # type: ignore[return-value] - three axes

    @property
    def code(self) -> str:
        """Where the stored axes run to, as in `RAS` or `PIR`."""
        names = {axis: ("LR", "PA", "IS")[row][not self.backward[row]] for row, axis in enumerate(self.axes)}
        return "".join(names[axis] for axis in range(3))

    def as_ras(self, voxels: npt.NDArray[_T]) -> npt.NDArray[_T]:
        """The array with its axes running to the right, to the front and to the head: a view, nothing is resampled."""
        turned = np.transpose(voxels, self.axes)
        return turned[tuple(slice(None, None, -1 if back else 1) for back in self.backward)]

    @property
    def ras_affine(self) -> npt.NDArray[np.float64]:
        """From indices of the array that `as_ras` returns to millimetres."""
        turn = np.zeros((4, 4))
        turn[3, 3] = 1
        for row, (axis, back) in enumerate(zip(self.axes, self.backward, strict=True)):
            turn[axis, row] = -1 if back else 1
            turn[axis, 3] = self.shape[axis] - 1 if back else 0
        return self.affine @ turn
