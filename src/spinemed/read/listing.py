"""Sources listed as units: caption tables, notes, graded pictures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from spinemed.domain.records import Cell, Grading, Source
from spinemed.domain.taxonomy import Language
from spinemed.errors import SourceError
from spinemed.read.tables import Row, read_csv, read_jsonl, sha256_id, stamp
from spinemed.read.units import Unit

CAPTION_COLUMNS = ("id", "origin", "licence", "caption")
SPIDER_GRADINGS = ("Patient", "IVD label", "Disc narrowing", "Pfirrman grade")
SPIDER_OVERVIEW = ("Patient", "sex", "num_discs")


def listed(name: str, units: Callable[[], Iterator[Unit]]) -> Iterator[Unit]:
    """Units of a source; one that carries the fault where the source cannot be listed."""
    try:
        yield from units()
    except SourceError as error:
        yield Unit(id=f"{name}:source", fault=str(error))


def list_captions(
    path: Path, *, name: str, title: str, language: Language, credit: str | None = None, local_only: bool = False
) -> Iterator[Unit]:
    """One unit a row of a CSV with the columns id, origin, licence, caption.

    Raises:
        SourceError: the file cannot be read or lacks a column.
    """
    for row in read_csv(path, CAPTION_COLUMNS):
        if row.fault:
            yield Unit(id=f"{name}:row-{row.number}", fault=row.fault)
            continue
        cells = row.cells
        if not cells["licence"].strip() or not cells["caption"].strip():
            yield Unit(id=f"{name}:{cells['id']}", fault=f"{path.name} row {row.number}: no licence or no caption")
            continue
        source = Source(
            id=sha256_id(cells["caption"].encode()),
            kind="caption",
            title=title,
            licence=cells["licence"].strip(),
            origin=cells["origin"],
            credit=credit,
            language=language,
            local_only=local_only,
        )
        yield Unit(id=f"{name}:{cells['id']}", source=source, text=cells["caption"])


def list_notes(
    path: Path,
    *,
    name: str,
    title: str,
    licence: str,
    language: Language,
    synthetic: bool,
    local_only: bool,
    credit: str | None = None,
) -> Iterator[Unit]:
    """One unit a line of a JSONL file of `{"id", "text"}`.

    Raises:
        SourceError: the file cannot be read.
    """
    for number, value, fault in read_jsonl(path):
        note = _note(value)
        if fault or note is None:
            yield Unit(
                id=f"{name}:line-{number + 1}", fault=fault or f'{path.name} line {number + 1}: needs "id" and "text" as text'
            )
            continue
        key, text = note
        source = Source(
            id=sha256_id(text.encode()),
            kind="note",
            title=title,
            licence=licence,
            origin=f"{name}:{key}",
            credit=credit,
            language=language,
            synthetic=synthetic,
            local_only=local_only,
        )
        yield Unit(id=f"{name}:{key}", source=source, text=text)


def _note(value: object) -> tuple[str, str] | None:
    match value:
        case {"id": str(key), "text": str(text)} if text.strip() and _is_unicode(key + text):
            return key, text
        case _:
            return None


def _is_unicode(text: str) -> bool:
    """False where a JSON escape left half a surrogate pair, which no UTF-8 file can hold."""
    return not any("\ud800" <= character <= "\udfff" for character in text)


def list_spider(
    folder: Path, *, name: str, title: str, licence: str, credit: str | None = None, local_only: bool = False
) -> Iterator[Unit]:
    """One unit a picture `t2/PATIENT.png` of a SPIDER folder, with the patient's rows of `radiological_gradings.csv`.

    SPIDER counts discs upwards from 1, the lowest; a patient with a disc 0 keeps that row, and levels are then undetermined.

    Raises:
        SourceError: a table cannot be read or lacks a column.
    """
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
        if not _is_unicode(patient):
            yield Unit(id=f"{name}:{patient!a}", fault=f"t2/{picture.name!a}: the file name is not UTF-8; rename it")
            continue
        source = Source(
            id=f"{name}:{patient}",
            kind="study",
            title=title,
            licence=licence,
            origin=f"SPIDER patient {patient}",
            credit=credit,
            local_only=local_only,
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
