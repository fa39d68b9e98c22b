"""Where the labels of a mask lie, and whether each of them is one bone."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from spinemed.domain.records import MaskLabel
from spinemed.errors import SourceError
from spinemed.picture import Frame, largest_pieces

Labels = npt.NDArray[np.uint16]
# Pieces are told apart on a grid this coarse: a gap of a voxel or two inside one bone is noise of the segmentation.
_COARSE_MM = 3.0
# Where the edge of the scan cuts a bone, its body and its processes may lie apart; two bones lie further.
_APART_AT_EDGE_MM = 20.0
_APART_MM = 6.0


def label_geometry(labels: Labels, frame: Frame) -> tuple[MaskLabel, ...]:
    """Number, size, centre (LPS, millimetres) of every label, and whether the edge of the scan cuts it.

    Args:
        labels: axes run right, front, head.
        frame: the grid they lie on.
    """
    at = np.nonzero(labels)
    values = labels[at]
    sizes = np.bincount(values)
    sums = [np.bincount(values, weights=one) for one in at]
    cut = {int(label) for axis in range(3) for edge in (0, -1) for label in np.unique(np.take(labels, edge, axis=axis))}
    found: list[MaskLabel] = []
    for label in np.flatnonzero(sizes):
        middle = [float(total[label] / sizes[label]) for total in sums]
        right, front, head = (frame.ras_affine @ [*middle, 1.0])[:3]
        centre = (round(-float(right), 2), round(-float(front), 2), round(float(head), 2))
        found.append(MaskLabel(label=int(label), voxels=int(sizes[label]), centre_mm=centre, at_edge=int(label) in cut))
    return tuple(found)


def check_whole(name: str, labels: Labels, geometry: tuple[MaskLabel, ...], spacing_mm: tuple[float, float, float]) -> None:
    """Refuse a mask in which one number marks two bones.

    Raises:
        SourceError: a label lies in two large pieces that are no parts of one bone.
    """
    for one in geometry:
        where = np.nonzero(labels == one.label)
        box = tuple(slice(int(index.min()), int(index.max()) + 1) for index in where)
        coarse = _coarse(labels[box] == one.label, spacing_mm)
        heights = [float(np.nonzero(piece)[2].mean()) * _COARSE_MM for piece in largest_pieces(coarse)]
        apart = max(heights) - min(heights)
        if apart > (_APART_AT_EDGE_MM if one.at_edge else _APART_MM):
            raise SourceError(
                f"{name}: numbering contradicts geometry: label {one.label} lies in {len(heights)} pieces {apart:.0f} mm apart "
                "from head to tail; correct the mask"
            )


def _coarse(region: npt.NDArray[np.bool_], spacing_mm: tuple[float, float, float]) -> npt.NDArray[np.bool_]:
    """Cells of about 3 mm that hold a voxel of the region."""
    at = np.nonzero(region)
    cells = tuple((index * (step / _COARSE_MM)).astype(np.int64) for index, step in zip(at, spacing_mm, strict=True))
    found = np.zeros([int(index.max()) + 1 for index in cells], dtype=np.bool_)
    found[cells] = True
    return found
