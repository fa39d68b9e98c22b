"""Sources listed as units: caption tables, notes, graded pictures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from spinemed.domain.records import Cell, Grading, Source
from spinemed.errors import SourceError
from spinemed.read.files import is_unicode, sha256_id, stamp
from spinemed.read.licences import article_of
from spinemed.read.tables import Row, read_csv, read_jsonl
from spinemed.read.units import Shelf, Unit

CAPTION_COLUMNS = ("id", "origin", "licence", "caption")
SPIDER_GRADINGS = ("Patient", "IVD label", "Disc narrowing", "Pfirrman grade")
SPIDER_OVERVIEW = ("Patient", "sex", "num_discs")


def listed(name: str, units: Callable[[], Iterator[Unit]]) -> Iterator[Unit]:
    """Units of a source; one that carries the fault where the source cannot be listed."""
    try:
        yield from units()
    except SourceError as error:
        yield Unit(id=f"{name}:source", fault=str(error))


def list_captions(path: Path, shelf: Shelf) -> Iterator[Unit]:
    """One unit a row of a CSV with the columns id, origin, licence, caption.

    Raises:
        SourceError: the file cannot be read or lacks a column.
    """
    name = shelf.name
    for row in read_csv(path, CAPTION_COLUMNS):
        if row.fault:
            yield Unit(id=f"{name}:row-{row.number}", fault=row.fault)
            continue
        cells = row.cells
        if not cells["licence"].strip() or not cells["caption"].strip():
            yield Unit(id=f"{name}:{cells['id']}", fault=f"{path.name} row {row.number}: no licence or no caption")
            continue
        source = shelf.source(
            sha256_id(cells["caption"].encode()),
            "caption",
            origin=cells["origin"],
            text=cells["caption"],
            group=article_of(cells["origin"]),
            licence=cells["licence"].strip(),
        )
        yield Unit(id=f"{name}:{cells['id']}", source=source, text=cells["caption"])


def list_notes(path: Path, shelf: Shelf) -> Iterator[Unit]:
    """One unit a line of a JSONL file of `{"id", "text"}`, or a row of a CSV file (by its ending) with these columns.

    Raises:
        SourceError: the file cannot be read or lacks a column.
    """
    seen: set[str] = set()
    for place, value, fault in _notes(path):
        note = _note(value)
        where = f"{path.name} {place}"
        if note and note[0] in seen:
            fault = f"{where}: its id stands before another note already"
        if fault or note is None:
            fault = fault or f'{where}: needs "id" and "text" as text'
            yield Unit(id=f"{shelf.name}:{place.replace(' ', '-')}", fault=fault)
            continue
        key, text = note
        seen.add(key)
        source = shelf.source(sha256_id(text.encode()), "note", origin=f"{shelf.name}:{key}", text=text)
        yield Unit(id=f"{shelf.name}:{key}", source=source, text=text)


def _notes(path: Path) -> Iterator[tuple[str, object, str | None]]:
    """Place, value and fault of every line or row."""
    if path.suffix.lower() == ".csv":
        for row in read_csv(path, ("id", "text")):
            yield f"row {row.number}", row.cells, row.fault
    else:
        for number, value, fault in read_jsonl(path):
            yield f"line {number + 1}", value, fault


def _note(value: object) -> tuple[str, str] | None:
    match value:
        case {"id": str(key), "text": str(text)} if key and text.strip() and is_unicode(key + text):
            return key, text
        case _:
            return None


def list_spider(folder: Path, shelf: Shelf) -> Iterator[Unit]:
    """One unit a picture `t2/PATIENT.png` of a SPIDER folder, with the patient's rows of `radiological_gradings.csv`.

    SPIDER counts discs upwards from 1, the lowest; a patient with a disc 0 keeps that row, and levels are then undetermined.

    Raises:
        SourceError: a table cannot be read or lacks a column.
    """
    name = shelf.name
    gradings: dict[str, list[Grading]] = defaultdict(list)
    table = folder / "radiological_gradings.csv"
    for row in read_csv(table, SPIDER_GRADINGS):
        grading = _grading(row)
        if grading is None:
            yield Unit(
                id=f"{name}:grading-{row.number}", fault=row.fault or f"{table.name} row {row.number}: 'IVD label' is no number"
            )
        else:
            gradings[row.cells["Patient"]].append(grading)
    patients: dict[str, Mapping[str, str]] = {}
    for row in read_csv(folder / "overview.csv", SPIDER_OVERVIEW):
        if row.fault:
            yield Unit(id=f"{name}:overview-{row.number}", fault=row.fault)
        else:
            patients[row.cells["Patient"]] = row.cells
    pictures = _pictures(folder / "t2")
    for patient in sorted(gradings.keys() - {picture.stem for picture in pictures}):
        yield Unit(id=f"{name}:{patient}", fault=f"patient {patient}: graded in {table.name}, but there is no t2/{patient}.png")
    for picture in pictures:
        patient = picture.stem
        if not is_unicode(patient):
            yield Unit(id=f"{name}:{patient!a}", fault=f"t2/{picture.name!a}: the file name is not UTF-8; rename it")
            continue
        source = Source(
            id=f"{name}:{patient}",
            kind="study",
            title=shelf.title,
            licence=shelf.licence or "",
            origin=f"SPIDER patient {patient}",
            group=f"{name}-{patient}",
            credit=shelf.credit,
            local_only=shelf.local_only,
        )
        overview = patients.get(patient, {})
        yield Unit(
            id=f"{name}:{patient}",
            source=source,
            picture=str(picture),
            picture_stamp=stamp(picture),
            sequence="T2",
            subject=f"{name}-{patient}",
            sex=overview.get("sex", "").strip() or None,
            gradings=tuple(gradings[patient]),
            grading_source=table.name,
            fault=_doubt(patient, len(gradings[patient]), overview.get("num_discs", "").strip(), table.name),
        )


def _pictures(folder: Path) -> list[Path]:
    pictures = sorted(folder.glob("*.png"), key=lambda p: (len(p.stem), p.stem))
    if not pictures:
        raise SourceError(f"{folder.parent.name}/{folder.name}: no pictures; a SPIDER folder holds them as t2/PATIENT.png")
    return pictures


def _doubt(patient: str, graded: int, expected: str, table: str) -> str | None:
    """Why the discs of a patient cannot be counted, or None: two tables must agree on how many there are."""
    if not graded:
        return f"no gradings for patient {patient} in {table}"
    if not expected:
        return f"patient {patient}: {graded} discs graded, no number of discs in overview.csv: the count is in doubt"
    if expected != str(graded):
        return f"patient {patient}: {graded} discs graded, {expected} discs in overview.csv: the count is in doubt"
    return None


def _grading(row: Row) -> Grading | None:
    label = row.cells.get("IVD label", "")
    if row.fault or not label.isdecimal():
        return None
    return Grading(row=row.number, place=int(label), cells=tuple(Cell(column=c, value=row.cells[c]) for c in SPIDER_GRADINGS[2:]))
