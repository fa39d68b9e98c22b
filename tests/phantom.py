"""A lumbar spine of blocks as NIfTI files, in any orientation, to be spoilt one fault at a time.

Axes of the arrays made here run right, front, head; voxels are 2 mm. L5 is the lowest bone, each 26 mm above the other: a body
in front, a bright arch behind, parted by the canal beside the midline. The sacrum, where there is one, lies below.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import nibabel as nib
import numpy as np

SHAPE = (24, 40, 90)
SPACING = 2.0
# Heights (first voxel from the tail) of the bodies, by label of totalseg_total: 27 = L5, 28 = L4 and so on up.
ROW: Mapping[int, int] = {26: 3, 27: 16, 28: 29, 29: 42, 30: 55, 31: 68}
HEADER = "id,image,mask,codec,modality,sequence,subject,numbering"


def bones(row: Mapping[int, int] = ROW) -> np.ndarray:
    """The mask of a row of bones: label to height of its body."""
    labels = np.zeros(SHAPE, dtype=np.uint8)
    for label, height in row.items():
        labels[4:20, 22:34, height : height + 9] = label
        labels[4:7, 12:22, height + 3 : height + 7] = label  # one pedicle, right of which there is the canal
        labels[4:20, 8:14, height + 1 : height + 7] = label
    return labels


def scan(labels: np.ndarray) -> np.ndarray:
    """CT numbers: bone where there are labels, brighter arches, air in front of everything, fat behind."""
    values = np.full(labels.shape, 40, dtype=np.int16)
    values[:, 38:] = -1000
    values[:, :3] = -100
    values[labels > 0] = 400
    values[:, :14][labels[:, :14] > 0] = 900
    return values


def turned(voxels: np.ndarray, code: str, affine: np.ndarray | None = None) -> nib.Nifti1Image:
    """An image whose stored axes run to `code`, for the same patient."""
    image = nib.Nifti1Image(voxels, np.diag([SPACING] * 3 + [1.0]) if affine is None else affine)
    there = nib.orientations.ornt_transform(nib.io_orientation(image.affine), nib.orientations.axcodes2ornt(tuple(code)))
    return image.as_reoriented(there)


def tilted(degrees: float) -> np.ndarray:
    """An affine of 2 mm voxels, turned about the axis that runs from left to right."""
    turn = np.radians(degrees)
    affine = np.eye(4)
    affine[1:3, 1:3] = [[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]]
    affine[:3, :3] *= SPACING
    return affine


def write_volumes(folder: Path, *rows: str, labels: np.ndarray | None = None, code: str = "RAS") -> Path:
    """A folder with `ct.nii.gz`, `mask.nii.gz` and a table that lists them, or the given rows."""
    folder.mkdir(parents=True, exist_ok=True)
    mask = bones() if labels is None else labels
    nib.save(turned(scan(mask), code), folder / "ct.nii.gz")
    nib.save(turned(mask, code), folder / "mask.nii.gz")
    listed = rows or ("a,ct.nii.gz,mask.nii.gz,totalseg_total,ct,,,",)
    (folder / "volumes.csv").write_text("\n".join([HEADER, *listed]) + "\n", encoding="utf-8")
    return folder
