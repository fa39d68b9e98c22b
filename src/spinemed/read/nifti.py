"""A NIfTI file opened: its header judged before its voxels are loaded."""

from __future__ import annotations

import gzip
import math
import zlib
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, cast

import nibabel as nib
import numpy as np
import numpy.typing as npt
from nibabel.filebasedimages import ImageFileError
from nibabel.imageglobals import logger
from nibabel.spatialimages import HeaderDataError

from spinemed.errors import SourceError
from spinemed.picture import Frame

LARGEST_FILE_BYTES = 2_000_000_000
LARGEST_VOXELS = 512 * 512 * 1200
LARGEST_ARRAY_BYTES = 2_000_000_000
LARGEST_HEADER_BYTES = 4_000_000
SMALLEST_SPACING_MM, LARGEST_SPACING_MM = 0.05, 15.0
LARGEST_LABEL = 65_535
_HEADER_SIZES = (348, 540)
_SLAB = 64
_CHUNK = 1 << 20


@dataclass(frozen=True)
class Volume:
    """An opened volume: its name for messages, its grid, and the file behind it, whose voxels are not yet loaded."""

    name: str
    frame: Frame
    proxy: Any  # nibabel's ArrayProxy; it stays inside this module

    def slice_right(self, place: int) -> npt.NDArray[np.float64]:
        """One sagittal slice, counted from the left of the patient; axes run to the front and to the head.

        Raises:
            SourceError: the file is cut short or broken.
        """
        axis = self.frame.axes[0]
        stored = self.frame.shape[axis] - 1 - place if self.frame.backward[0] else place
        cut = tuple(slice(stored, stored + 1) if k == axis else slice(None) for k in range(3)) + (0,) * (self.proxy.ndim - 3)
        with _said(self.name):
            values = np.asarray(self.proxy[cut], dtype=np.float64)
        return self.frame.as_ras(values)[0]

    def labels(self) -> npt.NDArray[np.uint16]:
        """All voxels as label numbers; axes run right, front, head.

        Raises:
            SourceError: the file is broken, or holds what is no whole number from 0 to 65,535.
        """
        with _said(self.name):
            raw = np.asanyarray(self.proxy.get_unscaled()).reshape(self.frame.shape)
        slope, inter = float(self.proxy.slope), float(self.proxy.inter)
        found = np.empty(self.frame.shape, dtype=np.uint16, order="F")  # as NIfTI stores them
        for start in range(0, self.frame.shape[2], _SLAB):
            part = raw[..., start : start + _SLAB]
            values = part if (slope, inter) == (1, 0) else part * slope + inter
            found[..., start : start + _SLAB] = self._whole(values)
        return self.frame.as_ras(found)

    def _whole(self, values: npt.NDArray[Any]) -> npt.NDArray[np.uint16]:
        whole_already = values.dtype.kind in "iu"
        if not whole_already and not np.isfinite(values).all():
            raise SourceError(f"{self.name}: holds voxels that are NaN or infinite; a mask holds whole numbers")
        if values.min() < 0 or values.max() > LARGEST_LABEL:
            raise SourceError(f"{self.name}: holds numbers outside 0 to {LARGEST_LABEL:,}; a mask holds label numbers")
        whole = values.astype(np.uint16)
        if not whole_already and not np.array_equal(whole, values):
            raise SourceError(f"{self.name}: holds fractions; a mask holds whole numbers: resample it by nearest neighbour")
        return whole


def open_volume(path: Path) -> Volume:
    """Open a `.nii` or `.nii.gz` file; only its header is read.

    Raises:
        SourceError: no such file, no NIfTI, no three dimensions, over the limits, or without a usable orientation.
    """
    name = path.name
    with _said(name):
        if path.stat().st_size > LARGEST_FILE_BYTES:
            raise SourceError(f"{name}: larger than {LARGEST_FILE_BYTES // 1_000_000:,} MB")
        _check_start(path)
        with _quiet():
            image = cast(Any, nib).load(path)  # its own types are partly unknown
        header, affine = image.header, np.asarray(image.affine, dtype=np.float64)
        shape, kind = tuple(int(n) for n in image.shape), image.get_data_dtype()
    _check_size(name, shape, kind)
    if not (int(header["qform_code"]) or int(header["sform_code"])):
        raise SourceError(f"{name}: its header states no orientation (qform and sform are 0), so head and front are unknown")
    try:
        frame = Frame(cast("tuple[int, int, int]", shape[:3]), affine)
    except SourceError as error:
        raise SourceError(f"{name}: {error}") from None
    spacing = frame.spacing_mm
    if not all(SMALLEST_SPACING_MM <= step <= LARGEST_SPACING_MM for step in spacing):
        sizes = " x ".join(f"{step:g}" for step in spacing)
        raise SourceError(f"{name}: voxels of {sizes} mm; expected {SMALLEST_SPACING_MM} to {LARGEST_SPACING_MM:g} mm")
    with _said(name):
        _check_end(path, int(image.dataobj.offset) + math.prod(shape) * kind.itemsize)
    return Volume(name, frame, image.dataobj)


def _check_start(path: Path) -> None:
    """Look at the first bytes alone, so that a file that unpacks without end is refused before it does."""
    with _unpacked(path) as file:
        start = file.read(max(_HEADER_SIZES) + 4)
    size = {int.from_bytes(start[:4], order) for order in ("little", "big")} & set(_HEADER_SIZES)
    magic = start[344:348] if 348 in size else start[4:8]
    if not size or magic[:3] not in (b"n+1", b"n+2"):
        raise SourceError(f"{path.name}: no NIfTI file; .nii or .nii.gz is expected")
    header = (nib.Nifti1Header if 348 in size else nib.Nifti2Header)(start[: size.pop()], check=False)
    if not 0 <= float(header["vox_offset"]) <= LARGEST_HEADER_BYTES:
        raise SourceError(f"{path.name}: its header claims to be larger than {LARGEST_HEADER_BYTES // 1_000_000} MB")


def _check_end(path: Path, expected: int) -> None:
    """Read the file through once: to its checksum, where it is packed, and no further than its header allows."""
    size = 0
    with _unpacked(path) as file:
        while chunk := file.read(_CHUNK):
            size += len(chunk)
            if size > expected + LARGEST_HEADER_BYTES:
                raise SourceError(f"{path.name}: holds more than the {expected:,} bytes of its header; write the file anew")
    if size < expected:
        raise SourceError(f"{path.name}: broken or truncated NIfTI file ({size:,} of {expected:,} bytes)")


@contextmanager
def _unpacked(path: Path) -> Generator[BinaryIO]:
    with path.open("rb") as file:
        packed = file.read(2) == b"\x1f\x8b"
        file.seek(0)
        if packed:
            with gzip.GzipFile(fileobj=file) as unpacked:
                yield cast(BinaryIO, unpacked)
        else:
            yield file


def _check_size(name: str, shape: tuple[int, ...], kind: np.dtype[Any]) -> None:
    if len(shape) < 3 or any(n != 1 for n in shape[3:]):
        raise SourceError(f"{name}: {len(shape)}-dimensional ({' x '.join(map(str, shape))}); a volume of three is expected")
    if min(shape) < 1 or kind.kind not in "iuf":
        raise SourceError(f"{name}: holds no grey values (shape {shape}, type {kind}); one number a voxel is expected")
    voxels = math.prod(shape)
    if voxels > LARGEST_VOXELS or voxels * kind.itemsize > LARGEST_ARRAY_BYTES:
        raise SourceError(
            f"{name}: {' x '.join(map(str, shape))} voxels of {kind} are over the limit of {LARGEST_VOXELS:,} voxels and "
            f"{LARGEST_ARRAY_BYTES // 1_000_000:,} MB: crop or resample it"
        )


@contextmanager
def _quiet() -> Generator[None]:
    """Keep nibabel from printing what it mends in a header: it would stand among the progress bars."""
    before, logger.disabled = logger.disabled, True
    try:
        yield
    finally:
        logger.disabled = before


@contextmanager
def _said(name: str) -> Generator[None]:
    """What a broken file makes nibabel and gzip say, in one line of ours."""
    try:
        yield
    except FileNotFoundError:
        raise SourceError(f"{name}: no such file; check volumes.csv") from None
    except (EOFError, zlib.error, gzip.BadGzipFile, ImageFileError, HeaderDataError, ValueError, OverflowError) as error:
        raise SourceError(f"{name}: broken or truncated NIfTI file ({type(error).__name__})") from None
    except OSError as error:
        raise SourceError(f"{name}: cannot be read ({error.strerror or 'truncated file'})") from None
