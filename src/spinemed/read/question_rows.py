"""The rows of a question bank, whatever its file: CSV, JSONL, XML questions, MedQuAD's pairs."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import cast

from spinemed.errors import SourceError
from spinemed.read.files import LARGEST_TABLE_BYTES, read_bytes
from spinemed.read.tables import read_csv, read_jsonl
from spinemed.read.xml import Node, parse_xml

LETTERS = "ABCDEF"
FIELDS: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "qid"),
    "stem": ("stem", "question"),
    "options": ("options", "choices"),
    "key": ("key", "answer_idx"),
    "answer": ("answer",),
    "explanation": ("explanation", "rationale"),
    "origin": ("origin", "url"),
    "group": ("group", "doc"),
}
"""What is read of a question, and the names of columns or keys it is looked for under, in this order."""


def question_rows(file: Path, columns: Mapping[str, str]) -> Iterator[tuple[str, object, str | None]]:
    """Place ("row 3"), values and fault of each question of a file."""
    match file.suffix.lower():
        case ".csv":
            for row in read_csv(file, _columns_named(file, columns)):
                yield f"row {row.number}", row.cells, row.fault
        case ".xml":
            for number, values in enumerate(_xml_questions(file), 1):
                yield f"question {number}", values, None
        case _:
            for number, value, fault in read_jsonl(file):
                yield f"line {number + 1}", _told_apart(value), fault


def _told_apart(value: object) -> object:
    """MedQuAD numbers its documents within each of its sources, so that the source belongs to the number."""
    row = object_of(value)
    if "id" in row or not all(isinstance(row.get(name), str) for name in ("source", "qid", "doc")):
        return value
    return {**row, "qid": f"{row['source']}-{row['qid']}", "doc": f"{row['source']}-{row['doc']}"}


def _columns_named(file: Path, columns: Mapping[str, str]) -> list[str]:
    """The columns of id and stem; `read_csv` then says which is missing."""
    first = read_bytes(file, LARGEST_TABLE_BYTES).split(b"\n", 1)[0].decode("utf-8-sig", "replace")
    names = [name for line in csv.reader([first.rstrip("\r")]) for name in line]
    wanted = (_names(field, columns) for field in ("id", "stem"))
    return [next((name for name in known if name in names), known[0]) for known in wanted]


def _names(field: str, columns: Mapping[str, str]) -> Sequence[str]:
    return (columns[field],) if field in columns else FIELDS[field]


def object_of(value: object) -> Mapping[str, object]:
    """The keys and values of a row; none for what is no object."""
    return cast(Mapping[str, object], value) if isinstance(value, Mapping) else {}


class Values:
    """The values of a row by our names of them."""

    def __init__(self, values: object, columns: Mapping[str, str]) -> None:
        self._values = object_of(values)
        self._columns = columns

    def text(self, field: str) -> str:
        """A text, blank where there is none; a whole number is its digits.

        Raises:
            SourceError: it is no text.
        """
        value = self.value(field)
        if isinstance(value, str):
            return value.strip()
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        if value is None or value == []:
            return ""
        raise SourceError(f"{field!r} is no text")

    def value(self, field: str) -> object:
        """What stands under the first of a field's names."""
        return next((self._values[name] for name in _names(field, self._columns) if self._values.get(name) is not None), None)

    def lettered(self) -> list[str]:
        """Options in columns of their own, A to F; a gap ends them."""
        cells = [self._values.get(letter) for letter in LETTERS]
        texts = [cell.strip() if isinstance(cell, str) else "" for cell in cells]
        while texts and not texts[-1]:
            texts.pop()
        return texts


def _xml_questions(file: Path) -> Iterator[Mapping[str, object]]:
    """Questions of an XML file: MedQuAD's QAPairs, or <question> elements that hold stem, option, key, answer, explanation."""
    root = parse_xml(read_bytes(file), file.name)
    if root.name == "Document" and root.first("QAPairs") is not None:
        yield from _medquad(root)
        return
    questions = [root] if root.name == "question" else list(root.named("question", "item"))
    if not questions:
        raise SourceError(f"{file.name}: no question bank: <Document> with <QAPairs>, or elements <question>, are looked for")
    for node in questions:
        values: dict[str, object] = {**node.attributes, **{child.name: child.words() for child in node.children}}
        options = [child.words() for box in (node, *node.named("options")) for child in box.named("option")]
        values["options"] = options or None
        yield values


def _medquad(root: Node) -> Iterator[Mapping[str, object]]:
    """Pairs of a MedQuAD file; one whose answer was withdrawn has none, and is a fault like any other row."""
    maker, number = root.attributes.get("source", ""), root.attributes.get("id", "")
    for pair in root.within("QAPair"):
        question, answer = pair.first("Question"), pair.first("Answer")
        yield {
            "id": f"{maker}-{question.attributes.get('qid', '')}" if question else None,
            "stem": question.words() if question else None,
            "answer": answer.text() if answer else None,
            "origin": root.attributes.get("url"),
            "group": f"{maker}-{number}",
        }
