"""Promises: a caption table is read row by row, and whatever is wrong with it is said in one line that names file and reason."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from corpus import CAPTIONS, captions_text, write_captions
from spinemed.domain.records import Document
from spinemed.domain.taxonomy import Language
from spinemed.read import Shelf, list_captions

ReadAll = Callable[[Any], Any]
TEXT = captions_text()


def captions(path: Path, *, local_only: bool = False) -> Any:
    return partial(
        list_captions,
        path,
        Shelf(name="src", title="A shelf", language=Language.EN, credit="its author", local_only=local_only),
    )


def test_every_caption_becomes_a_document_with_its_source(tmp_path: Path, read_all: ReadAll) -> None:
    reading = read_all(captions(write_captions(tmp_path), local_only=True))
    assert reading.faults == []
    assert list(reading.good) == ["src:c1", "src:c2", "src:c3", "src:c4"]
    document = reading.good["src:c3"].content
    assert isinstance(document, Document)
    assert document.text == CAPTIONS[2][3]
    assert [(b.kind, b.start, b.end) for b in document.blocks] == [("caption", 0, len(document.text))]
    source = document.source
    assert source.id == "sha256:" + hashlib.sha256(document.text.encode()).hexdigest()
    assert (source.licence, source.origin, source.credit) == ("CC-BY-4.0", "https://example.org/3", "its author")
    assert source.local_only


@pytest.mark.parametrize(
    ("written", "cell"),
    [
        ("\ufeff" + TEXT, CAPTIONS[0][3]),
        (TEXT.replace("\n", "\r\n"), CAPTIONS[0][3]),
        ("note,caption,licence,origin,id\n,At L4-5.,MIT,o,c1\n", "At L4-5."),
        ('id,origin,licence,caption\nc1,o,MIT,"two\nlines, one cell"\n', "two\nlines, one cell"),
        ("id,origin,licence,caption\nc1,o,MIT,a \x0c \x85 \u2028 b\n", "a \x0c \x85 \u2028 b"),
    ],
    ids=["byte order mark", "CRLF", "other order, one column more", "line break in a cell", "exotic white space in a cell"],
)
def test_ways_to_write_the_same_table(tmp_path: Path, read_all: ReadAll, written: str, cell: str) -> None:
    (tmp_path / "captions.csv").write_bytes(written.encode())
    reading = read_all(captions(tmp_path / "captions.csv"))
    assert reading.faults == []
    assert reading.good["src:c1"].content.text == cell


NO_UTF8 = r"captions.csv: not UTF-8 at byte \d+; convert it, for example with iconv"
WHOLE_FILE = {
    "empty": (b"", "captions.csv: the file is empty"),
    "blank": (b"\n \r\n", "captions.csv: the file is empty"),
    "latin-1": (TEXT.split("c3")[0].replace("Sagittal", "Coupe médiane").encode("latin-1"), NO_UTF8),
    "gbk": (TEXT.encode("gbk"), NO_UTF8),
    "utf-16": (TEXT.encode("utf-16"), NO_UTF8),
    "one column missing": (
        TEXT.replace("licence", "rights", 1).encode(),
        "captions.csv: column 'licence' is missing from the first line; it must name id, origin, licence, caption",
    ),
    "no header": (
        TEXT.split("\n", 1)[1].encode(),
        "captions.csv: column 'id', 'origin', 'licence', 'caption' is missing from the first line; it must name id, .*",
    ),
    "semicolons": (TEXT.replace(",", ";").encode(), "captions.csv: column 'id', .* is missing from the first line; .*"),
    "header cut in a quote": (b'id,origin,"licence', "captions.csv: no CSV header: unexpected end of data"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(20), NO_UTF8),
}


@pytest.mark.parametrize("case", WHOLE_FILE)
def test_a_file_that_is_no_table(tmp_path: Path, read_all: ReadAll, case: str) -> None:
    data, expected = WHOLE_FILE[case]
    (tmp_path / "captions.csv").write_bytes(data)
    reading = read_all(captions(tmp_path / "captions.csv"))
    assert reading.good == {}
    assert len(reading.faults) == 1
    assert _matches(expected, reading.faults[0])


def test_a_missing_file_and_a_folder_in_its_place(tmp_path: Path, read_all: ReadAll) -> None:
    missing = read_all(captions(tmp_path / "captions.csv"))
    assert missing.faults == ["captions.csv: no such file; check the path in the build file"]
    (tmp_path / "folder.csv").mkdir()
    assert read_all(captions(tmp_path / "folder.csv")).faults == ["folder.csv: a folder, where a file should be"]


ROWS = {
    "too few cells": ("c9,o,CC-BY", "captions.csv row 4: fewer cells than the header has"),
    "too many cells": ("c9,o,CC-BY,Zebulon at L4-5,and more", "captions.csv row 4: more cells than the header has"),
    "no licence": ("c9,o, ,Zebulon at L4-5", "captions.csv row 4: no licence or no caption"),
    "no caption": ("c9,o,CC-BY,  ", "captions.csv row 4: no licence or no caption"),
    "text after a quote": ('c9,o,CC-BY,"Zebulon" L4-5', "captions.csv row 4: broken CSV .*; the rest of the file is not read"),
    "cut in a quote": ('c9,o,CC-BY,"Zebulon at L4', "captions.csv row 4: broken CSV .*; the rest of the file is not read"),
}


@pytest.mark.parametrize("case", ROWS)
def test_a_spoilt_row_concerns_itself_alone(tmp_path: Path, read_all: ReadAll, case: str) -> None:
    row, expected = ROWS[case]
    (tmp_path / "captions.csv").write_text(f"{TEXT}{row}", encoding="utf-8")
    reading = read_all(captions(tmp_path / "captions.csv"))
    assert list(reading.good) == ["src:c1", "src:c2", "src:c3", "src:c4"]
    assert len(reading.faults) == 1
    assert _matches(expected, reading.faults[0])


def test_rows_after_a_spoilt_one_are_read(tmp_path: Path, read_all: ReadAll) -> None:
    rows = [CAPTIONS[0], ("c9", "o"), CAPTIONS[1], ("c8", "o", "", "x"), CAPTIONS[2]]
    reading = read_all(captions(write_captions(tmp_path, rows)))
    assert list(reading.good) == ["src:c1", "src:c2", "src:c3"]
    assert [fault.partition(":")[0] for fault in reading.faults] == ["captions.csv row 1", "captions.csv row 3"]


def test_a_table_cut_anywhere_never_stops_the_reading(tmp_path: Path, read_all: ReadAll) -> None:
    data = TEXT.encode()
    for length in range(0, len(data), 7):
        (tmp_path / "captions.csv").write_bytes(data[:length])
        reading = read_all(captions(tmp_path / "captions.csv"))
        # A caption cut short inside its cell cannot be told from a shorter caption; all else is whole or a fault.
        whole = [m.content.text for m in reading.good.values()]
        assert [text for text in whole[:-1] if text not in [row[3] for row in CAPTIONS]] == []
        assert len(reading.faults) <= 1


def _matches(pattern: str, text: str) -> bool:
    import re

    return re.fullmatch(pattern, text) is not None


def test_the_group_is_the_article_that_the_origin_names(tmp_path: Path, read_all: ReadAll) -> None:
    origins = {
        "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC3206387/": "PMC3206387",
        "PMC3206387, Figure 2": "PMC3206387",
        "https://doi.org/10.1186/1745-6215-15-511": "10.1186/1745-6215-15-511",
        "doi:10.1186/ABC.": "10.1186/abc",
        "Chapter 3": None,
    }
    rows = [(f"c{n}", origin, "CC-BY-4.0", f"L4, view {n}") for n, origin in enumerate(origins)]
    reading = read_all(captions(write_captions(tmp_path, rows)))
    assert [m.content.source.group for m in reading.good.values()] == list(origins.values())
