"""CSV and JSONL files row by row, with faults said in one line each."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from spinemed.errors import SourceError
from spinemed.read.files import LARGEST_TABLE_BYTES, read_text

LONGEST_FIELD = 2_000_000
csv.field_size_limit(LONGEST_FIELD)


@dataclass(frozen=True)
class Row:
    """One row: its number counted from 0 without the header, and its cells, or the fault that spoilt it."""

    number: int
    cells: Mapping[str, str]
    fault: str | None = None


def read_csv(path: Path, columns: Sequence[str]) -> Iterator[Row]:
    """Rows of a UTF-8 CSV file with a header (a byte order mark is fine).

    Raises:
        SourceError: no such file, an empty file, no UTF-8, or a column of `columns` missing.
    """
    text = read_text(path, LARGEST_TABLE_BYTES)
    # Lines end at \r and \n alone: str.splitlines would also break a cell at a form feed or U+2028.
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        missing = [c for c in columns if c not in (reader.fieldnames or ())]
    except csv.Error as error:
        raise SourceError(f"{path.name}: no CSV header: {error}") from None
    if missing:
        # What was found is not repeated: in a file without a header it is the first row, a patient's perhaps.
        absent, needed = ", ".join(map(repr, missing)), ", ".join(columns)
        raise SourceError(f"{path.name}: column {absent} is missing from the first line; it must name {needed}")
    number = 0
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield Row(number, {}, f"{path.name} row {number}: broken CSV ({error}); the rest of the file is not read")
            return
        yield _row(path, number, cells, columns)
        number += 1


def _row(path: Path, number: int, cells: Mapping[str | None, object], columns: Sequence[str]) -> Row:
    if None in cells or any(cells.get(c) is None for c in columns):
        return Row(number, {}, f"{path.name} row {number}: {'more' if None in cells else 'fewer'} cells than the header has")
    return Row(number, {str(k): "" if v is None else str(v) for k, v in cells.items() if k is not None})


def read_jsonl(path: Path) -> Iterator[tuple[int, object | None, str | None]]:
    """Number, value and fault of every line that is not blank.

    Raises:
        SourceError: no such file, an empty file, or no UTF-8.
    """
    for number, line in enumerate(read_text(path, LARGEST_TABLE_BYTES).split("\n")):
        if line.strip():
            try:
                yield number, json.loads(line), None
            except (ValueError, RecursionError):
                yield number, None, f"{path.name} line {number + 1}: no JSON"
