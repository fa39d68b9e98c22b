"""Promises: a PDF with text becomes a document in reading order, each block with its page and place; a PDF that cannot be read is
left out with one line that says why."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import pytest

from pdf_samples import ENCRYPTED, pdf, picture_page, text_page
from spinemed.domain.records import Document
from spinemed.read import Shelf, list_files, pdf_lines, read_file

ReadAll = Callable[[Any], Any]
SHELF = Shelf(name="src", title="A shelf", licence="CC-BY-4.0")
WORDS = "The second lumbar vertebra carries more weight than the first one does"


def read(data: bytes, folder: Path) -> Document:
    (folder / "a.pdf").write_bytes(data)
    return read_file(folder / "a.pdf", "pdf", SHELF)


def texts(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def test_the_textbook_in_two_columns_reads_like_its_source() -> None:
    with as_file(files("spinemed") / "examples" / "openstax") as folder:
        printed = read_file(folder / "vertebral_column_2col.pdf", "pdf", SHELF)
        source = read_file(folder / "m46352" / "index.cnxml", "cnxml", SHELF)
    end = next(block.start for block in source.blocks if source.text[block.start : block.end] == "Chapter Review")
    told = [source.text[b.start : b.end] for b in source.blocks if b.kind in ("paragraph", "heading") and b.end < end]
    body = [text for text in told if text not in ("Vertebral Column", told[0], told[1])]
    found = [text for kind, text in texts(printed) if kind in ("paragraph", "heading")]
    chiropractor = next(place for place, text in enumerate(body) if text.startswith("Chiropractor"))
    assert [text for text in body[:chiropractor] if text not in found] == []
    places = [found.index(text) for text in body[:chiropractor]]
    assert places == sorted(places)
    captions = [text for kind, text in texts(printed) if kind == "caption"]
    assert [text.split(".")[0] for text in captions] == [f"Figure {number}" for number in range(1, 13)]


def test_page_and_box_say_where_a_block_stands(tmp_path: Path) -> None:
    document = read(pdf([text_page([(100, 700, WORDS)]), text_page([(50, 300, f"{WORDS} again.")])]), tmp_path)
    first, second = document.blocks
    assert (first.page, second.page) == (1, 2)
    assert first.box is not None
    x0, y0, x1, y1 = first.box
    assert math.isclose(x0, 100, abs_tol=2)
    assert y0 < 700 < y1 < 715
    assert 350 < x1 < 500


@pytest.mark.parametrize("extra", ["/CropBox [40 60 595 842]", "/Rotate 90", "/Rotate 180", "/Rotate 270"])
def test_boxes_are_those_of_the_page_as_it_is_shown(tmp_path: Path, extra: str) -> None:
    """Turned and cut pages: the text stands inside the page shown, and upright lines of a turned page are not lost."""
    document = read(pdf([text_page([(100, 700, f"{WORDS}."), (100, 688, "It is upright.")])], extra=extra), tmp_path)
    assert WORDS in document.text
    assert "It is upright." in document.text
    for block in document.blocks:
        assert block.box is not None
        assert 0 <= block.box[0] < block.box[2] <= 842
        assert 0 <= block.box[1] < block.box[3] <= 842
    if "CropBox" in extra:
        assert document.blocks[0].box is not None
        assert math.isclose(document.blocks[0].box[0], 60, abs_tol=2)


def test_columns_are_read_one_after_the_other_though_the_file_writes_row_by_row(tmp_path: Path) -> None:
    rows = [(700 - 12 * row, row) for row in range(12)]
    lines = [(50, 740, "A title that stands over both of the columns of this page, from the left to the right margin of it")]
    for y, row in rows:
        lines += [(50, y, f"left line {row} of the first column of it"), (310, y, f"right line {row} of the second column")]
    document = read(pdf([text_page(lines)]), tmp_path)
    text = " ".join(document.text.split())
    left = " ".join(f"left line {row} of the first column of it" for _, row in rows)
    right = " ".join(f"right line {row} of the second column" for _, row in rows)
    assert text.index("A title") < text.index(left) < text.index(right)


def test_a_table_is_read_row_by_row(tmp_path: Path) -> None:
    rows = [("L1", "normal"), ("L2", "narrowed"), ("L3", "normal"), ("L4", "bulging"), ("L5", "normal")]
    lines = [(x, 700 - 12 * n, cell) for x, column in ((50, 0), (300, 1)) for n, cell in enumerate(row[column] for row in rows)]
    document = read(pdf([text_page(lines)]), tmp_path)
    assert " ".join(f"{level} {word}" for level, word in rows) in " ".join(document.text.split())


def test_paragraphs_headings_captions_lists(tmp_path: Path) -> None:
    page = "\n".join(
        [
            text_page([(50, 760, "Lumbar vertebrae")], size=14, font="F2"),
            text_page([(50, 735, WORDS), (50, 723, "which is why it is larger."), (50, 695, f"{WORDS}, too.")]),
            text_page([(50, 670, "Figure 2. Lateral view of the lumbar spine.")], size=8),
            text_page([(50, 640, "\u2022 body"), (50, 628, "\u2022 arch")]),
        ]
    )
    assert texts(read(pdf([page]), tmp_path)) == [
        ("heading", "Lumbar vertebrae"),
        ("paragraph", f"{WORDS} which is why it is larger."),
        ("paragraph", f"{WORDS}, too."),
        ("caption", "Figure 2. Lateral view of the lumbar spine."),
        ("list", "\u2022 body"),
        ("list", "\u2022 arch"),
    ]


def test_a_section_is_the_heading_above(tmp_path: Path) -> None:
    page = "\n".join([text_page([(50, 760, "Sacrum")], size=14), text_page([(50, 735, WORDS), (50, 723, "on its way down.")])])
    document = read(pdf([page]), tmp_path)
    assert [(block.kind, block.section) for block in document.blocks] == [("heading", None), ("paragraph", "Sacrum")]


def test_a_sentence_goes_on_over_the_page(tmp_path: Path) -> None:
    pages = [text_page([(50, 120, WORDS), (50, 108, "and all of the others")]), text_page([(50, 740, "that lie above it.")])]
    assert texts(read(pdf(pages), tmp_path)) == [("paragraph", f"{WORDS} and all of the others that lie above it.")]


def test_words_cut_at_a_line_are_whole_again_and_levels_keep_their_dash(tmp_path: Path) -> None:
    lines = [
        (50, 700, "The disc between the two is called an interver-"),
        (50, 688, "tebral disc, and here it bulges at the level L4-"),
        (50, 676, "L5 while a long-term course is seen; the long-"),
        (50, 664, "term course is benign."),
    ]
    text = read(pdf([text_page(lines)]), tmp_path).text
    assert "an intervertebral disc" in text
    assert "level L4-L5 while" in text
    assert "the long-term course" in text


def test_running_heads_and_page_numbers_are_left_out(tmp_path: Path) -> None:
    pages = [
        text_page([(50, 820, "Anatomy of the spine"), (50, 700, f"{WORDS} on page {n}."), (290, 20, f"{n}")]) for n in range(1, 6)
    ]
    document = read(pdf(pages), tmp_path)
    assert [text for _, text in texts(document)] == [f"{WORDS} on page {n}." for n in range(1, 6)]


def test_text_drawn_twice_is_read_once(tmp_path: Path) -> None:
    document = read(pdf([text_page([(50, 700, f"{WORDS}."), (50.3, 700, f"{WORDS}.")])]), tmp_path)
    assert texts(document) == [("paragraph", f"{WORDS}.")]


def test_pages_without_text_are_named(tmp_path: Path) -> None:
    document = read(pdf([picture_page(), text_page([(50, 700, WORDS)]), picture_page()]), tmp_path)
    assert document.pages_without_text == (1, 3)
    assert [block.page for block in document.blocks] == [2]


GOOD = pdf([text_page([(50, 700, f"{WORDS}.")])])
BROKEN = "broken, cut short, without a page, or no PDF"
BAD = {
    "encrypted": (pdf([text_page([(50, 700, "Zebulon")])], trailer=ENCRYPTED), "encrypted; save it without a password"),
    "half a file": (GOOD[: len(GOOD) // 3], BROKEN),
    "no PDF": (b"Zebulon has a disc at L4-5", BROKEN),
    "a picture with another ending": (b"\x89PNG\r\n\x1a\n" + bytes(200), BROKEN),
    "no page": (pdf([]), BROKEN),
    "pictures only": (pdf([picture_page()]), "a scan, no page holds text: it needs OCR, which is not there yet"),
    "empty": (b"", "the file is empty"),
}


@pytest.mark.parametrize("case", BAD)
def test_a_pdf_that_cannot_be_read_is_left_out_alone(tmp_path: Path, read_all: ReadAll, case: str) -> None:
    data, reason = BAD[case]
    (tmp_path / "a.pdf").write_bytes(GOOD)
    (tmp_path / "b.pdf").write_bytes(data)
    (tmp_path / "c.pdf").write_bytes(GOOD)
    reading = read_all(partial(list_files, tmp_path, "pdf", SHELF))
    assert list(reading.good) == ["src:a.pdf", "src:c.pdf"]
    assert reading.faults == [f"b.pdf: {reason}"]


def test_pages_and_characters_are_bounded(tmp_path: Path, read_all: ReadAll, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "long.pdf").write_bytes(pdf([text_page([(50, 700, "L4")])] * 2_001))
    assert read_all(partial(list_files, tmp_path / "long.pdf", "pdf", SHELF)).faults == [
        "long.pdf: 2,001 pages; split it, at most 2,000 are read"
    ]
    monkeypatch.setattr(pdf_lines, "MOST_CHARACTERS_OF_A_PAGE", 50)
    (tmp_path / "full.pdf").write_bytes(GOOD)
    assert read_all(partial(list_files, tmp_path / "full.pdf", "pdf", SHELF)).faults == [
        f"full.pdf: page 1 holds {len(WORDS) + 1} characters, more than 50"
    ]


def test_the_same_file_gives_the_same_document(tmp_path: Path) -> None:
    assert read(GOOD, tmp_path).to_json() == read(GOOD, tmp_path).to_json()
