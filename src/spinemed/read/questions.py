"""Question banks (CSV, JSONL, XML) -> one document a question: stem, options, answer, explanation."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from spinemed.domain.records import Document
from spinemed.errors import SourceError
from spinemed.read.draft import Draft, tidy_lines
from spinemed.read.files import LARGEST_TABLE_BYTES, find_files, is_unicode, read_bytes, sha256_id
from spinemed.read.tables import read_csv, read_jsonl
from spinemed.read.units import Shelf, Unit
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

_BULLET = re.compile(r"[^\S\n]{2,}-[^\S\n]+")


@dataclass(frozen=True)
class _Question:
    """One question as it stands in a row, letters and options checked."""

    id: str
    stem: str
    options: tuple[str, ...]
    key: int | None
    answer: str
    explanation: str
    origin: str
    group: str


def list_questions(path: Path, shelf: Shelf, *, columns: Mapping[str, str] | None = None) -> Iterator[Unit]:
    """One unit a question of a CSV, JSONL or XML file, or of every such file in a folder.

    Args:
        path: file or folder.
        shelf: what the build file says of the source.
        columns: names of columns or keys that differ from ours, by ours: `{"stem": "frage"}`.

    Raises:
        SourceError: the file cannot be read, or its first line lacks a column.
    """
    files = find_files(path, (".csv", ".jsonl", ".xml"))
    seen: set[str] = set()
    for file in files:
        try:
            yield from _list_file(file, shelf, dict(columns or {}), seen)
        except SourceError as error:
            if file == path:
                raise
            yield Unit(id=f"{shelf.name}:{file.relative_to(path).as_posix()!a}", fault=str(error))


def _list_file(file: Path, shelf: Shelf, columns: Mapping[str, str], seen: set[str]) -> Iterator[Unit]:
    for place, values, fault in _rows(file, columns):
        where = f"{file.name} {place}"
        try:
            if fault or values is None:
                raise SourceError(fault or f"{where}: no question")
            question = _question(_Values(values, columns), where)
            if question.id in seen:
                raise SourceError(f"{where}: its id stands before another question already")
            seen.add(question.id)
            yield Unit(id=f"{shelf.name}:{question.id}", document=_document(question, shelf))
        except SourceError as error:
            yield Unit(id=f"{shelf.name}:{place.replace(' ', '-')}", fault=str(error))


def _rows(file: Path, columns: Mapping[str, str]) -> Iterator[tuple[str, object, str | None]]:
    """Place ("row 3"), values and fault of each question of a file."""
    match file.suffix.lower():
        case ".csv":
            stem = _first_line_has(file, columns)
            for row in read_csv(file, (stem,)):
                yield f"row {row.number}", row.cells, row.fault
        case ".xml":
            for number, values in enumerate(_xml_questions(file), 1):
                yield f"question {number}", values, None
        case _:
            for number, value, fault in read_jsonl(file):
                yield f"line {number + 1}", _told_apart(value), fault


def _told_apart(value: object) -> object:
    """MedQuAD numbers its documents within each of its sources, so that the source belongs to the number."""
    row = _object(value)
    if "id" in row or not all(isinstance(row.get(name), str) for name in ("source", "qid", "doc")):
        return value
    return {**row, "qid": f"{row['source']}-{row['qid']}", "doc": f"{row['source']}-{row['doc']}"}


def _first_line_has(file: Path, columns: Mapping[str, str]) -> str:
    """The column of the stem; `read_csv` then says which is missing."""
    first = read_bytes(file, LARGEST_TABLE_BYTES).split(b"\n", 1)[0].decode("utf-8-sig", "replace")
    names = [name for line in csv.reader([first.rstrip("\r")]) for name in line]
    return next((name for name in _names("stem", columns) if name in names), _names("stem", columns)[0])


def _names(field: str, columns: Mapping[str, str]) -> Sequence[str]:
    return (columns[field],) if field in columns else FIELDS[field]


def _object(value: object) -> Mapping[str, object]:
    """The keys and values of a row; none for what is no object."""
    return cast(Mapping[str, object], value) if isinstance(value, Mapping) else {}


class _Values:
    """The values of a row by our names of them."""

    def __init__(self, values: object, columns: Mapping[str, str]) -> None:
        self._values = _object(values)
        self._columns = columns

    def text(self, field: str) -> str:
        """A text, blank where there is none.

        Raises:
            SourceError: it is no text.
        """
        value = self.value(field)
        if isinstance(value, str):
            return value.strip()
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


def _question(values: _Values, where: str) -> _Question:
    try:
        stem, answer = _tidy(values.text("stem")), _tidy(values.text("answer"))
        options = _options(values)
        key = _key(values.text("key"), answer, options)
        question = _Question(
            id=values.text("id"),
            stem=stem,
            options=options,
            key=key,
            answer=answer,
            explanation=_tidy(values.text("explanation")),
            origin=values.text("origin"),
            group=values.text("group"),
        )
    except SourceError as error:
        raise SourceError(f"{where}: {error}") from None
    fault = _fault(question)
    if fault:
        raise SourceError(f"{where}: {fault}")
    return question


def _fault(question: _Question) -> str | None:
    """Why a question cannot be used."""
    folded = [" ".join(option.casefold().split()) for option in question.options]
    faults = {
        "no id": not question.id,
        "no stem": not question.stem,
        "one option is no choice": len(question.options) == 1,
        f"more than {len(LETTERS)} options": len(question.options) > len(LETTERS),
        "an option is blank": not all(folded),
        "two options are the same": len(set(folded)) < len(folded),
        "neither an answer nor a key": question.key is None and not question.answer,
        "holds half of a surrogate pair, which is no text": not all(
            is_unicode(text)
            for text in (
                *question.options,
                *(question.id, question.stem, question.answer, question.explanation, question.origin, question.group),
            )
        ),
    }
    return next((reason for reason, there in faults.items() if there), None)


def _options(values: _Values) -> tuple[str, ...]:
    """Options from a list, an object by letter, a JSON list in a cell, a cell apart by bars, or columns A to F."""
    value = values.value("options")
    if isinstance(value, str):
        value = _listed(value)
    if value is None:
        return tuple(map(_tidy, values.lettered()))
    by_letter = _object(value)
    found = [by_letter[letter] for letter in LETTERS if letter in by_letter] or _list(value)
    texts = [option for option in found if isinstance(option, str)]
    if not texts or len(texts) < max(len(by_letter), len(found)):
        raise SourceError("'options' is no list of texts and no object of texts by letter")
    return tuple(map(_tidy, texts))


def _list(value: object) -> list[object]:
    return cast(list[object], value) if isinstance(value, list) else []


def _listed(cell: str) -> object:
    """The options in one cell of a table."""
    if not cell.strip():
        return None
    if cell.lstrip().startswith(("[", "{")):
        try:
            return json.loads(cell)
        except (ValueError, RecursionError):
            raise SourceError("'options' begins like JSON and is none") from None
    return [part.strip() for part in cell.split("|")]


def _key(key: str, answer: str, options: Sequence[str]) -> int | None:
    """The place of the right option, by its letter or its words."""
    if not options:
        if key:
            raise SourceError("a key, yet no options")
        return None
    words = [option.casefold() for option in options]
    for given in (key, answer):
        letter = re.fullmatch(r"\(?([A-Za-z])[).]?", given)
        if letter and letter[1].upper() in LETTERS[: len(options)]:
            return LETTERS.index(letter[1].upper())
        if given.casefold() in words:
            return words.index(given.casefold())
        if given and (given == key or letter):
            raise SourceError(f"the key is none of the {len(options)} options; write the letter of one")
    return None


def _tidy(text: str) -> str:
    """Lines and blanks in order; bullets that a copy has run together each on a line."""
    return tidy_lines(_BULLET.sub("\n- ", text))


def _document(question: _Question, shelf: Shelf) -> Document:
    draft = Draft(question.id)
    draft.add("question", question.stem)
    for letter, option in zip(LETTERS, question.options, strict=False):
        draft.add("option", option, lead=f"{letter}. ")
    if question.key is not None:
        draft.add("answer", question.options[question.key], lead=f"{LETTERS[question.key]}. ")
    if question.answer and not _is_option(question):
        draft.add("answer", question.answer)
    draft.add("explanation", question.explanation)
    origin = question.origin or f"{shelf.name}:{question.id}"
    source = shelf.source(
        sha256_id(draft.text.encode()), "question", origin=origin, text=draft.text, group=question.group or None
    )
    return draft.document(source)


def _is_option(question: _Question) -> bool:
    """Whether the answer only repeats the key: its letter, or its words."""
    if question.key is None:
        return False
    return question.answer.casefold().strip("().") in (
        LETTERS[question.key].casefold(),
        question.options[question.key].casefold().strip("()."),
    )


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
