"""A volume and its mask opened: a Study with one sagittal picture, letters on its vertebrae, and what the mask holds where."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt

from spinemed.domain.codecs import Codec, CodecFlag, Part, Structure, codec
from spinemed.domain.records import Image, Mark, Mask, Source, Study
from spinemed.domain.taxonomy import Modality
from spinemed.errors import CodecError, SourceError
from spinemed.picture import (
    CT_BONE,
    ORIENTATION,
    choose_slice,
    draw_letters,
    grey,
    letters_for,
    place_letters,
    png_bytes,
    scaled,
    to_display,
    visible_bodies,
)
from spinemed.read.label_geometry import Bones, check_whole, cut_out, label_geometry, present_labels
from spinemed.read.materials import keep_png
from spinemed.read.nifti import Volume, open_volume
from spinemed.read.units import Unit, VolumeFiles

Labels = npt.NDArray[np.uint16]
SAME_PLACE_MM = 0.1


def read_volume(unit: Unit, source: Source, files: VolumeFiles, *, store: Path) -> Study:
    """Open image and mask of one unit; the picture goes to `store`.

    Raises:
        SourceError: a file is broken or over the limits, the two do not lie in one place, or the mask shows no vertebra.
    """
    image, mask = open_volume(Path(files.image)), open_volume(Path(files.mask))
    numbers = codec(files.codec)
    labels = _on_grid(mask, image)
    bones = _bones(mask.name, labels, numbers)
    found = cut_out(labels, bones)
    geometry = label_geometry(found, image.frame) if found else ()
    vertebrae = cut_out(labels, [n for n, bone in bones.items() if bone.part is not Part.SACRUM and not bone.partial])
    if found is None or vertebrae is None:
        raise SourceError(f"{mask.name}: no vertebra in it (codec {numbers.name}); nothing can be marked")
    check_whole(mask.name, found, geometry, image.frame.spacing_mm)
    return Study(
        id=source.id,
        source=source,
        subject=unit.subject or unit.id,
        images=(_picture(unit, files.modality, image, vertebrae, source.id, store),),
        masks=(Mask(path=files.mask_name, codec=numbers.name, labels=geometry, numbering=files.numbering),),
    )


def _picture(unit: Unit, modality: Modality, image: Volume, vertebrae: Bones, study: str, store: Path) -> Image:
    spacing = image.frame.spacing_mm
    place = choose_slice(vertebrae.labels, spacing)
    plane = image.slice_right(vertebrae.corner[0] + place)
    try:
        pixels = grey(to_display(plane), CT_BONE if modality is Modality.CT else None)
    except SourceError as error:
        raise SourceError(f"{image.name}: {error}") from None
    view = scaled(pixels, to_display(vertebrae.slice_right(place)), (spacing[2], spacing[1]))
    sites = visible_bodies(view.labels, view.mm_per_px)
    if not sites:
        raise SourceError(f"{image.name}: no vertebral body is seen in the middle slice; nothing can be marked")
    letters = place_letters(sites, letters_for(tuple(sites), study), view.pixels.shape)
    return Image(
        picture=keep_png(png_bytes(draw_letters(view.pixels, letters)), store),
        modality=modality,
        sequence=unit.sequence,
        plane="sagittal",
        spacing_mm=(round(view.mm_per_px, 4),) * 2,
        orientation=ORIENTATION,
        marks=tuple(Mark(letter=one.letter, label=one.label, box=one.box) for one in sorted(letters, key=lambda m: m.letter)),
    )


def _bones(name: str, labels: Labels, numbers: Codec) -> Mapping[int, Structure]:
    """Vertebrae and sacrum among the labels of a mask; other structures of the codec are left aside.

    Raises:
        SourceError: a label the codec does not know, or a codec that tells no bone from another or has no bones.
    """
    if CodecFlag.CLASSES_ONLY in numbers.flags:
        raise SourceError(f"{name}: codec {numbers.name} gives all vertebrae one number; no single one can be marked")
    if not {CodecFlag.ON_CORD, CodecFlag.POINTS}.isdisjoint(numbers.flags):
        raise SourceError(f"{name}: codec {numbers.name} labels the cord or points; no vertebra can be marked by it")
    try:
        decoded = numbers.decode_mask(present_labels(labels))
    except CodecError as error:
        raise SourceError(f"{name}: {error}") from None
    return {n: what for n, what in decoded.items() if what.part in (Part.VERTEBRA, Part.SACRUM)}


def _on_grid(mask: Volume, image: Volume) -> Labels:
    """The labels of the mask on the voxels of the image, axes right, front, head; by the nearest where the grids differ.

    Raises:
        SourceError: mask and image do not cover the same place.
    """
    labels = mask.labels()
    corners = [_corners(volume) for volume in (mask, image)]
    apart = float(np.abs(corners[0] - corners[1]).max())
    spacing = np.maximum(mask.frame.spacing_mm, image.frame.spacing_mm)
    turned = image.frame.as_ras(np.empty(image.frame.shape, dtype=np.bool_)).shape
    if labels.shape == turned and apart <= SAME_PLACE_MM:
        return labels
    if apart > 1.5 * float(spacing.max()):
        raise SourceError(
            f"{mask.name} and {image.name} do not cover the same place: their corners lie {apart:.0f} mm apart; "
            "give the mask of this image, on its grid"
        )
    to_mask = np.linalg.inv(mask.frame.ras_affine) @ image.frame.ras_affine
    return _resampled(labels, to_mask, turned)


def _corners(volume: Volume) -> npt.NDArray[np.float64]:
    """The outer corners of the grid in millimetres, in a fixed order."""
    shape = volume.frame.as_ras(np.empty(volume.frame.shape, dtype=np.bool_)).shape
    ends = np.array([[i, j, k, 1] for i in (0, 1) for j in (0, 1) for k in (0, 1)], dtype=np.float64)
    ends[:, :3] = ends[:, :3] * shape - 0.5
    return (volume.frame.ras_affine @ ends.T)[:3].T


def _resampled(labels: Labels, to_mask: npt.NDArray[np.float64], shape: tuple[int, ...]) -> Labels:
    """Nearest neighbours, plane by plane, since the coordinates of a whole volume would not fit into memory."""
    found = np.zeros(shape, dtype=np.uint16)
    front, head = np.meshgrid(np.arange(shape[1]), np.arange(shape[2]), indexing="ij")
    for right in range(shape[0]):
        at = [np.rint(row[0] * right + row[1] * front + row[2] * head + row[3]).astype(np.int64) for row in to_mask[:3]]
        inside = np.logical_and.reduce([(one >= 0) & (one < size) for one, size in zip(at, labels.shape, strict=True)])
        found[right][inside] = labels[tuple(one[inside] for one in at)]
    return found
