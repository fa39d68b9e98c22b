"""Where the labels of a mask lie, and whether each of them is one bone."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from spinemed.domain.records import MaskLabel
from spinemed.errors import SourceError
from spinemed.picture import Frame, largest_pieces
from spinemed.read.nifti import LARGEST_LABEL

Labels = npt.NDArray[np.uint16]
_SLAB = 32
# Pieces are told apart on a grid this coarse: a gap of a voxel or two inside one bone is noise of the segmentation.
_COARSE_MM = 3.0
# Near the midline body and spinous process are two pieces, one behind the other. Two bodies lie one above the other.
_APART_MM = 6.0


@dataclass(frozen=True)
class Bones:
    """The labels of the wanted bones, cut out of a volume.

    Args:
        labels: the box that holds them all, axes right, front, head.
        corner: where the first voxel of the box lies in the volume.
        shape: voxels of the whole volume.
    """

    labels: Labels
    corner: tuple[int, int, int]
    shape: tuple[int, int, int]

    def slice_right(self, place: int) -> Labels:
        """One sagittal slice of the volume, counted in the box from the left; axes to the front and to the head."""
        plane = np.zeros(self.shape[1:], dtype=self.labels.dtype)
        ends = [slice(start, start + size) for start, size in zip(self.corner[1:], self.labels.shape[1:], strict=True)]
        plane[tuple(ends)] = self.labels[place]
        return plane


def present_labels(labels: Labels) -> list[int]:
    """The distinct labels, background included."""
    counts = np.zeros(LARGEST_LABEL + 1, dtype=np.int64)
    for slab in _slabs(labels):
        counts += np.bincount(slab.ravel(order="K"), minlength=LARGEST_LABEL + 1)
    return [int(label) for label in np.flatnonzero(counts)]


def cut_out(labels: Labels, wanted: Collection[int]) -> Bones | None:
    """The wanted labels and the box around them; None where there are none. The rest of `labels` is set to 0."""
    table = np.zeros(LARGEST_LABEL + 1, dtype=np.uint16)
    table[list(wanted)] = list(wanted)
    seen = [np.zeros(size, dtype=np.bool_) for size in labels.shape]
    for slab, (axis, at) in zip(_slabs(labels), _places(labels), strict=True):
        slab[...] = table[slab]
        for k, line in enumerate(seen):
            others = tuple(one for one in range(3) if one != k)
            line[at if k == axis else slice(None)] |= slab.any(axis=others)
    if not seen[0].any():
        return None
    box = tuple(slice(int(np.argmax(line)), line.size - int(np.argmax(line[::-1]))) for line in seen)
    corner = (box[0].start, box[1].start, box[2].start)
    return Bones(labels[box].copy(), corner, (labels.shape[0], labels.shape[1], labels.shape[2]))


def _slabs(labels: Labels) -> Iterator[Labels]:
    """The volume a few planes at a time, along the axis stored last: what is made of one fits into memory."""
    for axis, at in _places(labels):
        yield labels[tuple(at if k == axis else slice(None) for k in range(3))]


def _places(labels: Labels) -> Iterator[tuple[int, slice]]:
    axis = int(np.argmax(np.abs(labels.strides)))
    for start in range(0, labels.shape[axis], _SLAB):
        yield axis, slice(start, start + _SLAB)


def label_geometry(bones: Bones, frame: Frame) -> tuple[MaskLabel, ...]:
    """Number, size, centre (LPS, millimetres) of every label, and whether the edge of the scan cuts it.

    Only the edges in front, behind, above and below count: what is cut at the sides keeps its height in the row.
    """
    at = [index + start for index, start in zip(np.nonzero(bones.labels), bones.corner, strict=True)]
    values = bones.labels[bones.labels != 0]
    sizes = np.bincount(values)
    sums = [np.bincount(values, weights=one) for one in at]
    edges = np.logical_or.reduce([(one == 0) | (one == size - 1) for one, size in zip(at[1:], bones.shape[1:], strict=True)])
    cut = {int(label) for label in np.unique(values[edges])}
    found: list[MaskLabel] = []
    for label in np.flatnonzero(sizes):
        middle = [float(total[label] / sizes[label]) for total in sums]
        right, front, head = (frame.ras_affine @ [*middle, 1.0])[:3]
        centre = (round(-float(right), 2), round(-float(front), 2), round(float(head), 2))
        found.append(MaskLabel(label=int(label), voxels=int(sizes[label]), centre_mm=centre, at_edge=int(label) in cut))
    return tuple(found)


def check_whole(name: str, bones: Bones, geometry: tuple[MaskLabel, ...], spacing_mm: tuple[float, float, float]) -> None:
    """Refuse a mask in which one number marks two bones.

    Raises:
        SourceError: a label lies in two large pieces that are no parts of one bone.
    """
    for one in geometry:
        pieces = largest_pieces(_coarse(bones.labels == one.label, spacing_mm))
        places = [np.argwhere(piece).mean(axis=0)[1:] * _COARSE_MM for piece in pieces]
        for place in places[1:]:
            forward, up = np.abs(place - places[0])
            if up > max(_APART_MM, forward):
                raise SourceError(
                    f"{name}: numbering contradicts geometry: label {one.label} lies in {len(pieces)} pieces {up:.0f} mm apart "
                    "from head to tail; correct the mask"
                )


def _coarse(region: npt.NDArray[np.bool_], spacing_mm: tuple[float, float, float]) -> npt.NDArray[np.bool_]:
    """Cells of about 3 mm that hold a voxel of the region."""
    at = [index - index.min() for index in np.nonzero(region)]
    cells = tuple((index * (step / _COARSE_MM)).astype(np.int64) for index, step in zip(at, spacing_mm, strict=True))
    found = np.zeros([int(index.max()) + 1 for index in cells], dtype=np.bool_)
    found[cells] = True
    return found
