"""Promises: notes are read line by line; a broken line is set aside with file, line and reason, and the others are read."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from corpus import NOTES, write_notes
from spinemed.domain.taxonomy import Language
from spinemed.read import Shelf, list_notes

ReadAll = Callable[[Any], Any]


def notes(path: Path) -> Any:
    return partial(
        list_notes,
        path,
        Shelf(name="src", title="A shelf", licence="MIT", language=Language.EN, synthetic=True, local_only=True),
    )


def test_every_note_becomes_a_document_with_its_source(tmp_path: Path, read_all: ReadAll) -> None:
    reading = read_all(notes(write_notes(tmp_path)))
    assert reading.faults == []
    assert [(key, m.content.text) for key, m in reading.good.items()] == [(f"src:{n['id']}", n["text"]) for n in NOTES]
    source = reading.good["src:n1"].content.source
    assert (source.kind, source.licence, source.origin, source.synthetic, source.local_only) == (
        "note",
        "MIT",
        "src:n1",
        True,
        True,
    )


def test_blank_lines_crlf_and_a_byte_order_mark_are_fine(tmp_path: Path, read_all: ReadAll) -> None:
    path = write_notes(tmp_path)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n\r\n"))
    reading = read_all(notes(path))
    assert (list(reading.good), reading.faults) == (["src:n1", "src:n2"], [])


NEEDS = 'notes.jsonl line 2: needs "id" and "text" as text'
LINES = {
    "half a line": ('{"id": "n9", "text": "Zebulon at L4', "notes.jsonl line 2: no JSON"),
    "plain text": ("Zebulon at L4-5", "notes.jsonl line 2: no JSON"),
    "deep nesting": ("[" * 200_000, "notes.jsonl line 2: no JSON"),
    "a number too long": ("9" * 5_000, "notes.jsonl line 2: no JSON"),
    "a number as id": ({"id": 9, "text": "Zebulon at L4-5"}, NEEDS),
    "a list as text": ({"id": "n9", "text": ["Zebulon"]}, NEEDS),
    "null as text": ({"id": "n9", "text": None}, NEEDS),
    "no text": ({"id": "n9", "note": "Zebulon"}, NEEDS),
    "no id": ({"text": "Zebulon at L4-5"}, NEEDS),
    "blank text": ({"id": "n9", "text": " \n"}, NEEDS),
    "a list": (["n9", "Zebulon"], NEEDS),
    "not a number": ("NaN", NEEDS),
    "half a surrogate pair in the text": ('{"id": "n9", "text": "Zebulon \\ud83d at L4-5"}', NEEDS),
    "half a surrogate pair in the id": ('{"id": "n\\udc00", "text": "Zebulon at L4-5"}', NEEDS),
}


@pytest.mark.parametrize("case", LINES)
def test_a_spoilt_line_concerns_itself_alone(tmp_path: Path, read_all: ReadAll, case: str) -> None:
    line, expected = LINES[case]
    reading = read_all(notes(write_notes(tmp_path, [NOTES[0], line, NOTES[1]])))
    assert list(reading.good) == ["src:n1", "src:n2"]
    assert reading.faults == [expected]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (None, "notes.jsonl: no such file; check the path in the build file"),
        (b"", "notes.jsonl: the file is empty"),
        (b"\n\n", "notes.jsonl: the file is empty"),
        (
            '{"id": "n1", "text": "赵钱孙，腰4/5"}'.encode("gbk"),
            "notes.jsonl: not UTF-8 at byte 22; convert it, for example with iconv",
        ),
    ],
    ids=["missing", "empty", "blank", "gbk"],
)
def test_a_file_that_holds_no_notes(tmp_path: Path, read_all: ReadAll, data: bytes | None, expected: str) -> None:
    if data is not None:
        (tmp_path / "notes.jsonl").write_bytes(data)
    reading = read_all(notes(tmp_path / "notes.jsonl"))
    assert (reading.good, reading.faults) == ({}, [expected])


def test_a_table_of_notes(tmp_path: Path, read_all: ReadAll) -> None:
    path = tmp_path / "notes.csv"
    path.write_text('id,text,ward\nn1,"Zebulon, L4-5\nsecond line",3\n,Quincey,3\nn3, ,3\nn1,again,3\nn5,L5\n', encoding="utf-8")
    reading = read_all(notes(path))
    assert [(key, m.content.text) for key, m in reading.good.items()] == [
        ("src:n1", "Zebulon, L4-5\nsecond line"),
        ("src:n5", "L5"),
    ]
    assert reading.faults == [
        'notes.csv row 1: needs "id" and "text" as text',
        'notes.csv row 2: needs "id" and "text" as text',
        "notes.csv row 3: its id stands before another note already",
    ]
    path.write_text("id,note\nn1,L4\n", encoding="utf-8")
    assert read_all(notes(path)).faults == ["notes.csv: column 'text' is missing from the first line; it must name id, text"]


def test_an_id_that_stands_twice_is_left_out_the_second_time(tmp_path: Path, read_all: ReadAll) -> None:
    reading = read_all(notes(write_notes(tmp_path, [NOTES[0], {**NOTES[1], "id": "n1"}, NOTES[1]])))
    assert list(reading.good) == ["src:n1", "src:n2"]
    assert reading.faults == ["notes.jsonl line 2: its id stands before another note already"]
