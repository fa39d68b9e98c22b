"""Question banks (CSV, JSONL, XML) -> one document a question: stem, options, answer, explanation."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from spinemed.domain.records import Document
from spinemed.errors import SourceError
from spinemed.read.draft import Draft, tidy_lines
from spinemed.read.files import find_files, is_unicode, sha256_id
from spinemed.read.question_rows import LETTERS, Values, object_of, question_rows
from spinemed.read.units import Shelf, Unit

_BULLET = re.compile(r"(?<![^\S\n])[^\S\n]{2,}-[^\S\n]+")


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
    for place, values, fault in question_rows(file, columns):
        where = f"{file.name} {place}"
        try:
            if fault or values is None:
                raise SourceError(fault or f"{where}: no question")
            question = _question(Values(values, columns), where)
            if question.id in seen:
                raise SourceError(f"{where}: its id stands before another question already")
            seen.add(question.id)
            yield Unit(id=f"{shelf.name}:{question.id}", document=_document(question, shelf))
        except SourceError as error:
            yield Unit(id=f"{shelf.name}:{place.replace(' ', '-')}", fault=str(error))


def _question(values: Values, where: str) -> _Question:
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


def _options(values: Values) -> tuple[str, ...]:
    """Options from a list, an object by letter, a JSON list in a cell, a cell apart by bars, or columns A to F."""
    value = values.value("options")
    if isinstance(value, str):
        value = _listed(value)
    if value is None:
        return tuple(map(_tidy, values.lettered()))
    by_letter = object_of(value)
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
    """The place of the right option, by its letter or its words; an answer beside a key may be in words of its own."""
    if not options:
        if key:
            raise SourceError("a key, yet no options")
        return None
    given = key or answer
    at, said = _place(given, options), _place(answer, options)
    if given and at is None:
        raise SourceError(f"the key is none of the {len(options)} options; write the letter of one")
    if said not in (None, at):
        raise SourceError("key and answer name two different options")
    return at


def _place(given: str, options: Sequence[str]) -> int | None:
    letter = re.fullmatch(r"\(?([A-Za-z])[).]?", given)
    words = [option.casefold() for option in options]
    if letter and letter[1].upper() in LETTERS[: len(options)]:
        return LETTERS.index(letter[1].upper())
    return words.index(given.casefold()) if given and given.casefold() in words else None


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
    if question.answer and _place(question.answer, question.options) is None:
        draft.add("answer", question.answer)
    draft.add("explanation", question.explanation)
    origin = question.origin or f"{shelf.name}:{question.id}"
    source = shelf.source(
        sha256_id(draft.text.encode()), "question", origin=origin, text=draft.text, group=question.group or None
    )
    return draft.document(source)
