"""Volumes with their vertebra masks, listed from a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from spinemed.domain.assertion import Numbering
from spinemed.domain.codecs import codec
from spinemed.domain.records import Source
from spinemed.domain.taxonomy import Modality
from spinemed.errors import CodecError, SourceError
from spinemed.read.files import stamp
from spinemed.read.tables import read_csv
from spinemed.read.units import Shelf, Unit, VolumeFiles

TABLE = "volumes.csv"
COLUMNS = ("id", "image", "mask", "codec", "modality")
MODALITIES = (Modality.CT, Modality.MRI)
# What a table may say of the count of its levels. An anchor at C2 or the sacrum is seen in the mask or not there.
STATED = (Numbering.ANCHORED_LOCALIZER, Numbering.ASSUMED, Numbering.UNDETERMINED)


def list_volumes(folder: Path, shelf: Shelf) -> Iterator[Unit]:
    """One unit a row of `volumes.csv` in the folder: an image, its mask, and the codec of the mask.

    Raises:
        SourceError: the table cannot be read or lacks a column.
    """
    rows = list(read_csv(folder / TABLE, COLUMNS))
    times = Counter(row.cells.get("id", "").strip() for row in rows)
    for row in rows:
        cells = {column: cell.strip() for column, cell in row.cells.items()}
        key = cells.get("id", "")
        if row.fault or not key or times[key] > 1:
            yield Unit(
                id=f"{shelf.name}:row-{row.number}",
                fault=row.fault or f"{TABLE} row {row.number}: no id, or one that another row has too",
            )
            continue
        subject = cells.get("subject") or key
        source = Source(
            id=f"{shelf.name}:{key}",
            kind="study",
            title=shelf.title,
            licence=shelf.licence or "",
            origin=f"{shelf.name}:{key}",
            group=shelf.group or f"{shelf.name}:{subject}",
            credit=shelf.credit,
            local_only=shelf.local_only,
            synthetic=shelf.synthetic,
        )
        try:
            volume = _files(folder, cells)
        except (SourceError, CodecError) as error:
            yield Unit(id=source.id, source=source, fault=f"{TABLE} row {row.number}: {error}")
            continue
        yield Unit(
            id=source.id,
            source=source,
            volume=volume,
            sequence=cells.get("sequence") or None,
            subject=f"{shelf.name}-{subject}",
        )


def _files(folder: Path, cells: dict[str, str]) -> VolumeFiles:
    modality = next((one for one in MODALITIES if one == cells["modality"].lower()), None)
    if modality is None:
        raise SourceError(f"modality is {cells['modality'][:20]!r}: expected {' or '.join(MODALITIES)}")
    numbering = next((one for one in STATED if one == cells.get("numbering", "").lower()), None)
    if cells.get("numbering") and numbering is None:
        raise SourceError(f"numbering is {cells['numbering'][:20]!r}: leave it empty, or write one of {', '.join(STATED)}")
    image, mask = (_inside(folder, column, cells[column]) for column in ("image", "mask"))
    return VolumeFiles(
        image=str(image),
        image_stamp=stamp(image),
        mask=str(mask),
        mask_stamp=stamp(mask),
        mask_name=cells["mask"],
        codec=codec(cells["codec"]).name,
        modality=modality,
        numbering=numbering,
    )


def _inside(folder: Path, column: str, cell: str) -> Path:
    """A file of the source's folder: a table from elsewhere may not point at others on this machine."""
    path = folder / cell
    if not cell or not path.resolve().is_relative_to(folder.resolve()):
        raise SourceError(f"{column} is {cell[:60]!r}: name a file inside the folder of the source")
    return path
