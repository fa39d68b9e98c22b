"""Every kind of source, by its name in the build file, listed as units; and the kind of a file that nobody named."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Literal, TypeAlias

from spinemed.errors import SourceError
from spinemed.read.files import LARGEST_TABLE_BYTES, list_files, read_bytes
from spinemed.read.listing import list_captions, list_notes, list_spider
from spinemed.read.question_rows import FIELDS
from spinemed.read.questions import list_questions
from spinemed.read.units import FileKind, Shelf, Unit
from spinemed.read.volumes import list_volumes
from spinemed.read.xml import parse_xml

SourceKind = Literal["captions", "notes", "text", "article", "cnxml", "pdf", "questions", "cases", "spider", "volume"]
_Lister: TypeAlias = "Callable[[Path, Shelf], Iterator[Unit]]"


def _files(kind: FileKind) -> _Lister:
    return lambda path, shelf: list_files(path, kind, shelf)


LISTERS: Mapping[SourceKind, _Lister] = {
    "captions": list_captions,
    "notes": list_notes,
    "text": _files("text"),
    "article": _files("article"),
    "cnxml": _files("cnxml"),
    "pdf": _files("pdf"),
    "questions": list_questions,
    "cases": _files("case"),
    "spider": list_spider,
    "volume": list_volumes,
}
"""How each kind of source is listed."""

_BY_SUFFIX: Mapping[str, SourceKind] = {
    ".txt": "text",
    ".md": "text",
    ".markdown": "text",
    ".pdf": "pdf",
    ".cnxml": "cnxml",
    ".nxml": "article",
    ".json": "cases",
}
_BY_ROOT: Mapping[str, SourceKind] = {
    "article": "article",
    "art": "article",
    "pmc-articleset": "article",
    "document": "cnxml",
    "Document": "questions",
    "questions": "questions",
    "question": "questions",
}


def list_source(kind: SourceKind, path: Path, shelf: Shelf, columns: Mapping[str, str] | None = None) -> Iterator[Unit]:
    """The units of a source.

    Args:
        kind: as in the build file.
        path: file or folder.
        shelf: what the build file says of it.
        columns: for questions, names of columns that differ from ours.

    Raises:
        SourceError: the source cannot be listed; what is wrong with one of its units, that unit says.
    """
    lister = partial(list_questions, columns=columns) if kind == "questions" else LISTERS[kind]
    return lister(path, shelf)


def guess_kind(path: Path) -> SourceKind:
    """The kind of a file, by its ending, the root of its XML, or the columns of its table.

    Raises:
        SourceError: no telling; or the file cannot be read.
    """
    suffix = path.suffix.lower()
    if path.is_dir():
        raise SourceError(f"{path.name}: a folder; say with --kind what it holds")
    kind = _BY_SUFFIX.get(suffix)
    if kind is None and suffix == ".xml":
        kind = _BY_ROOT.get(parse_xml(read_bytes(path), path.name).name)
    if kind is None and suffix in (".csv", ".jsonl"):
        kind = _of_columns(_columns(path, suffix))
    if kind is None:
        raise SourceError(f"{path.name}: of no kind that its ending or first line tells; say it with --kind")
    return kind


def _columns(path: Path, suffix: str) -> set[str]:
    """The columns or keys that the first line of a table names."""
    first = read_bytes(path, LARGEST_TABLE_BYTES).lstrip().split(b"\n", 1)[0].decode("utf-8-sig", "replace")
    if suffix == ".csv":
        return {name for line in csv.reader([first.rstrip("\r")]) for name in line}
    try:
        return set(json.loads(first))
    except (ValueError, TypeError, RecursionError):
        return set()


def _of_columns(columns: set[str]) -> SourceKind | None:
    if {"licence", "caption"} <= columns:
        return "captions"
    if columns & set(FIELDS["stem"]):
        return "questions"
    return "notes" if {"id", "text"} <= columns else None
