"""Promises: text and Markdown files become documents that keep every word and know headings, lists and tables; a file that is
no text is left out with one line."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from spinemed.domain.records import Document
from spinemed.domain.taxonomy import Language
from spinemed.read import Shelf, list_files, read_file

ReadAll = Callable[[Any], Any]
SHELF = Shelf(name="src", title="A shelf", licence="MIT")
MARKDOWN = """---
title: not text
---
# Lumbar *spine*

The **L4-L5** disc, see [the atlas](https://example.org) and ![a sagittal view](x.png)
and `T2`.<br>

Discs
-----
* one
* two
  1. deeper
  2. yes

3. third

> A quotation of L1.

| Level | Grade |
|---|---|
| L4-L5 | 3 |

```
code L5
```
"""


def read(path: Path, text: str | bytes) -> Document:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_file(path, "text", SHELF)


def blocks(document: Document) -> list[tuple[str, str | None, str]]:
    return [(block.kind, block.section, document.text[block.start : block.end]) for block in document.blocks]


def test_markdown_is_read_as_it_is_shown(tmp_path: Path) -> None:
    assert blocks(read(tmp_path / "a.md", MARKDOWN)) == [
        ("heading", None, "Lumbar spine"),
        ("paragraph", "Lumbar spine", "The L4-L5 disc, see the atlas and a sagittal view and T2."),
        ("heading", None, "Discs"),
        ("list", "Discs", "• one\n• two\n  1. deeper\n  2. yes"),
        ("list", "Discs", "3. third"),
        ("paragraph", "Discs", "A quotation of L1."),
        ("table", "Discs", "Level | Grade\nL4-L5 | 3"),
        ("paragraph", "Discs", "code L5"),
    ]


def test_plain_text_is_kept_word_for_word(tmp_path: Path) -> None:
    text = "Zebulon:  L4-5\n  second line\n\n\n# no heading\n"
    document = read(tmp_path / "a.txt", b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert blocks(document) == [("paragraph", None, "Zebulon:  L4-5\n  second line"), ("paragraph", None, "# no heading")]
    assert document.text == "Zebulon:  L4-5\n  second line\n\n# no heading"


def test_chinese_is_detected_and_joined_without_spaces(tmp_path: Path) -> None:
    document = read(tmp_path / "a.md", "腰椎间盘突出\n压迫神经根（MRI T2WI）。")
    assert document.text == "腰椎间盘突出压迫神经根（MRI T2WI）。"
    assert document.source.language is Language.ZH


def test_each_file_is_a_group_of_its_own_unless_the_shelf_says(tmp_path: Path) -> None:
    document = read(tmp_path / "a.txt", "L4")
    assert document.source.group == document.source.id
    together = SHELF.model_copy(update={"group": "book"})
    assert read_file(tmp_path / "a.txt", "text", together).source.group == "book"


BAD = {
    "empty": (b"", "the file is empty"),
    "blank": (b" \n\t\n", "the file is empty"),
    "gbk": ("赵钱孙，腰4/5".encode("gbk"), "not UTF-8 at byte 0; convert it, for example with iconv"),
    "utf-16": ("Zebulon L4".encode("utf-16"), "not UTF-8 at byte 0; convert it, for example with iconv"),
    "NUL bytes": (b"Zebulon\0L4", "holds NUL bytes, so it is no text"),
    "too long": (b"Zebulon " * 2_100_000, "more than 16,000,000 characters; split it"),
}


@pytest.mark.parametrize("case", BAD)
@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_what_is_no_text_is_left_out_alone(tmp_path: Path, read_all: ReadAll, case: str, suffix: str) -> None:
    data, reason = BAD[case]
    (tmp_path / "a.txt").write_text("A burst fracture of L1.", encoding="utf-8")
    (tmp_path / f"b{suffix}").write_bytes(data)
    (tmp_path / "c.md").write_text("# L2", encoding="utf-8")
    reading = read_all(partial(list_files, tmp_path, "text", SHELF))
    assert list(reading.good) == ["src:a.txt", "src:c.md"]
    assert reading.faults == [f"b{suffix}: {reason}"]


def test_what_is_no_file_is_left_out_alone(tmp_path: Path, read_all: ReadAll) -> None:
    """A link to itself, a link to nothing, a pipe and a folder with the ending of a text: none blocks the others."""
    (tmp_path / "a.txt").write_text("L4", encoding="utf-8")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    (tmp_path / "nothing.txt").symlink_to("gone.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    reading = read_all(partial(list_files, tmp_path, "text", SHELF))
    assert list(reading.good) == ["src:a.txt"]
    assert reading.faults == [
        "loop.txt: cannot be read (Too many levels of symbolic links)",
        "nothing.txt: no such file; check the path in the build file",
        "pipe.txt: no regular file",
    ]


def test_a_name_that_is_no_utf_8_is_left_out_alone(tmp_path: Path, read_all: ReadAll) -> None:
    (tmp_path / "a.txt").write_text("L4", encoding="utf-8")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/b\xff.txt")).write_text("L5", encoding="utf-8")
    reading = read_all(partial(list_files, tmp_path, "text", SHELF))
    assert list(reading.good) == ["src:a.txt"]
    assert reading.faults == ["'b\\udcff.txt': the file name is not UTF-8; rename it"]


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("gone.txt", "gone.txt: no such file; check the path in the build file"),
        ("bare", "bare: no file ending in .txt or .md or .markdown in this folder"),
        ("a.txt/b.txt", "b.txt: cannot be read (Not a directory)"),
    ],
)
def test_a_source_that_is_not_there(tmp_path: Path, read_all: ReadAll, path: str, reason: str) -> None:
    (tmp_path / "bare").mkdir()
    (tmp_path / "a.txt").write_text("L4", encoding="utf-8")
    assert read_all(partial(list_files, tmp_path / path, "text", SHELF)).faults == [reason]
