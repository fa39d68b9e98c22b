"""A unit opened and checked: a Document or a Study."""

from __future__ import annotations

import hashlib
import io
import os
import warnings
from collections.abc import Callable, Mapping
from pathlib import Path

import PIL.Image

from spinemed.domain.records import Block, Document, Image, Material, Picture, Source, Study
from spinemed.domain.taxonomy import Modality
from spinemed.errors import SourceError
from spinemed.read.articles import read_article
from spinemed.read.cases import read_case
from spinemed.read.cnxml import read_cnxml
from spinemed.read.files import LARGEST_PDF_BYTES, read_bytes
from spinemed.read.prose import read_prose
from spinemed.read.units import FileKind, Shelf, Unit

LARGEST_PICTURE_PIXELS = 40_000_000
LARGEST_PICTURE_BYTES = 64_000_000
PICTURES = "images"
READERS: Mapping[FileKind, Callable[[bytes, str, Shelf], Document]] = {
    "text": read_prose,
    "article": read_article,
    "cnxml": read_cnxml,
    "case": read_case,
}
_END = b"IEND\xaeB`\x82"


def read_unit(unit: Unit, *, store: Path) -> Material:
    """Open one unit; its picture is copied to `store` under the name of its content.

    Raises:
        SourceError: the unit carries a fault, or its picture is broken, too large or no PNG.
    """
    if unit.fault:
        raise SourceError(unit.fault)
    if unit.document is not None:
        return Material(id=unit.id, content=unit.document)
    if unit.file and unit.file_kind and unit.shelf:
        return Material(id=unit.id, content=read_file(Path(unit.file), unit.file_kind, unit.shelf))
    if unit.source is None:
        raise SourceError("a unit needs a source")
    if unit.text is not None:
        return Material(id=unit.id, content=_document(unit.source, unit.text))
    if unit.volume is not None:
        from spinemed.read.marked_study import read_volume  # numpy and nibabel, for those who have volumes

        return Material(id=unit.id, content=read_volume(unit, unit.source, unit.volume, store=store))
    if unit.picture is None:
        raise SourceError("a unit needs a text, a picture or a volume")
    picture = store_picture(Path(unit.picture), store)
    study = Study(
        id=unit.source.id,
        source=unit.source,
        subject=unit.subject or unit.id,
        images=(Image(picture=picture, modality=Modality.MRI, sequence=unit.sequence, plane="sagittal"),),
        gradings=unit.gradings,
        grading_source=unit.grading_source,
        sex=unit.sex if unit.sex in ("F", "M") else None,
    )
    return Material(id=unit.id, content=study)


def read_file(path: Path, kind: FileKind, shelf: Shelf) -> Document:
    """One file of a kind as a document.

    Raises:
        SourceError: the file cannot be read, or is not of the kind.
    """
    if kind == "pdf":
        from spinemed.read.pdf import read_pdf  # loads PDFium, which most builds do without

        return read_pdf(read_bytes(path, LARGEST_PDF_BYTES), path.name, shelf)
    return READERS[kind](read_bytes(path), path.name, shelf)


def _document(source: Source, text: str) -> Document:
    kind = "caption" if source.kind == "caption" else "paragraph"
    return Document(source=source, text=text, blocks=(Block(id="b0", kind=kind, start=0, end=len(text)),))


def store_picture(path: Path, store: Path) -> Picture:
    """Copy a PNG into the store by its sha256, after decoding it whole; text chunks and EXIF, which may name a patient, stay out.

    Raises:
        SourceError: no such file, no PNG, broken, or larger than the limits.
    """
    try:
        if path.stat().st_size > LARGEST_PICTURE_BYTES:
            raise SourceError(f"{path.name}: larger than {LARGEST_PICTURE_BYTES // 1_000_000} MB")
        data = path.read_bytes()
    except OSError as error:
        raise SourceError(f"{path.name}: cannot be read ({error.strerror})") from None
    return _kept(*_decoded(path.name, data), store)


def keep_png(data: bytes, store: Path) -> Picture:
    """Put a PNG of our own into the store by its sha256."""
    return _kept(*_decoded("picture", data), store)


def _kept(data: bytes, width: int, height: int, store: Path) -> Picture:
    digest = hashlib.sha256(data).hexdigest()
    target = store / f"{digest}.png"
    if not target.exists():
        store.mkdir(parents=True, exist_ok=True)
        part = target.with_suffix(f".{os.getpid()}.part")
        part.write_bytes(data)
        part.replace(target)
    return Picture(path=f"{PICTURES}/{digest}.png", sha256=digest, width_px=width, height_px=height)


def _decoded(name: str, data: bytes) -> tuple[bytes, int, int]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", PIL.Image.DecompressionBombWarning)
            with PIL.Image.open(io.BytesIO(data), formats=("PNG",)) as picture:
                width, height = picture.size
                if width * height > LARGEST_PICTURE_PIXELS:
                    raise SourceError(f"{name}: {width} x {height} pixels is over the limit of {LARGEST_PICTURE_PIXELS:,}")
                picture.load()
                if _END not in data:  # the pixels are there, yet other readers will refuse the file
                    raise ValueError("no end chunk")
                return _without_text(picture, data), width, height
    except (PIL.Image.DecompressionBombError, PIL.Image.DecompressionBombWarning):
        raise SourceError(f"{name}: says it holds more pixels than the limit of {LARGEST_PICTURE_PIXELS:,}") from None
    except (OSError, SyntaxError, ValueError):
        raise SourceError(f"{name}: broken, truncated or no PNG") from None


# Chunks that hold pixels and how to show them; any other may hold words.
_SILENT = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"bKGD", b"pHYs"})


def _without_text(picture: PIL.Image.Image, data: bytes) -> bytes:
    """The file as it is, or saved anew with the same pixels where it carries more than pixels."""
    at, silent = 8, True
    while silent and at < len(data):
        kind = data[at + 4 : at + 8]
        silent = kind in _SILENT and (kind != b"IEND" or at + 12 == len(data))
        at += 12 + int.from_bytes(data[at : at + 4])
    if silent:
        return data
    bare = picture.copy()
    bare.info = {key: value for key, value in picture.info.items() if key in ("transparency", "gamma", "dpi")}
    clean = io.BytesIO()
    bare.save(clean, format="PNG")
    return clean.getvalue()
