"""Promises: an OpenStax module becomes a document with its sections, its figures and who cites them, and its exercises as
questions with options and answers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import pytest

from spinemed.domain.records import Document
from spinemed.read import Shelf, list_files, read_file

ReadAll = Callable[[Any], Any]
SHELF = Shelf(name="src", title="A shelf", licence="CC-BY-4.0")
HEAD = '<document xmlns="http://cnx.rice.edu/cnxml"><title>Discs</title>'


@pytest.fixture(scope="module")
def column() -> Document:
    with as_file(files("spinemed") / "examples" / "openstax" / "m46352") as folder:
        return read_file(folder / "index.cnxml", "cnxml", SHELF)


def written(folder: Path, content: str) -> list[tuple[str, str | None, str]]:
    (folder / "index.cnxml").write_text(f"{HEAD}<content>{content}</content></document>", encoding="utf-8")
    document = read_file(folder / "index.cnxml", "cnxml", SHELF)
    return [(block.kind, block.section, document.text[block.start : block.end]) for block in document.blocks[1:]]


def test_the_vertebral_column_s_figures_are_bound_to_captions_and_mentions(column: Document) -> None:
    assert [figure.label for figure in column.figures] == [f"Figure {number}" for number in range(1, 13)]
    first = column.figures[0]
    assert first.caption is not None
    assert first.caption.quote.startswith(
        "Vertebral Column. The adult vertebral column consists of 24 vertebrae, plus the sacrum"
    )
    citing = [column.text[b.start : b.end] for b in column.blocks if b.id in first.mentions]
    assert len(citing) == 2
    assert all("Figure 1" in text for text in citing)


def test_its_questions_have_options_and_answers(column: Document) -> None:
    kinds = [block.kind for block in column.blocks]
    assert (kinds.count("question"), kinds.count("option"), kinds.count("answer")) == (13, 20, 13)
    at = next(n for n, b in enumerate(column.blocks) if column.text[b.start : b.end].startswith("The cervical region of"))
    shown = [(b.kind, column.text[b.start : b.end]) for b in column.blocks[at : at + 6]]
    assert shown == [
        ("question", "The cervical region of the vertebral column consists of ________."),
        ("option", "seven vertebrae"),
        ("option", "12 vertebrae"),
        ("option", "five vertebrae"),
        ("option", "a single bone derived from the fusion of five vertebrae"),
        ("answer", "seven vertebrae"),
    ]
    assert {b.section for b in column.blocks[at : at + 6]} == {"Review Questions"}


def test_its_source(column: Document) -> None:
    source = column.source
    assert (source.kind, source.origin, source.group, source.licence) == ("textbook", "m46352", "src", "CC-BY-4.0")


def test_notes_lists_tables_and_formulas(tmp_path: Path) -> None:
    assert written(
        tmp_path,
        '<note><title>Think</title><para id="p">Of <term>L4</term>: <m:math xmlns:m="http://www.w3.org/1998/Math/MathML"><m:mfrac>'
        "<m:mi>a</m:mi><m:mi>b</m:mi></m:mfrac></m:math>.</para></note>"
        '<list list-type="enumerated"><item>one</item><item>two</item></list>'
        '<para id="q">See <link target-id="t"/> and <link url="https://example.org">this</link>.</para>'
        '<table id="t"><title>Weights</title><tgroup cols="2"><thead><row><entry>Level</entry><entry>Weight</entry></row></thead>'
        "<tbody><row><entry>L4</entry><entry>much</entry></row></tbody></tgroup></table>",
    ) == [
        ("heading", "Discs", "Think"),
        ("paragraph", "Think", "Of L4: a/b."),
        ("list", "Discs", "1. one\n2. two"),
        ("paragraph", "Discs", "See Table 1 and this."),
        ("caption", "Discs", "Weights"),
        ("table", "Discs", "Level | Weight\nL4 | much"),
    ]


def test_an_open_exercise_keeps_its_answer_in_words(tmp_path: Path) -> None:
    exercise = "<exercise><problem><para>Why?</para></problem><solution><para>A</para></solution></exercise>"
    assert written(tmp_path, exercise) == [("question", "Discs", "Why?"), ("answer", "Discs", "A")]


def test_the_licence_of_the_module_comes_first(tmp_path: Path) -> None:
    licence = (
        '<metadata xmlns:md="http://cnx.rice.edu/mdml"><md:license url="http://creativecommons.org/licenses/by-nc-sa/4.0/"/>'
    )
    text = f"{HEAD}{licence}</metadata><content><para>L4.</para></content></document>"
    (tmp_path / "index.cnxml").write_text(text, encoding="utf-8")
    assert read_file(tmp_path / "index.cnxml", "cnxml", SHELF).source.licence == "CC-BY-NC-SA-4.0"


BAD = {
    "<article><body/></article>": "no CNXML module: its root is not <document> with <content> in it",
    f"{HEAD}</document>": "no CNXML module: its root is not <document> with <content> in it",
    f"{HEAD}<content><para>Zebulon": "broken or cut short: no well-formed XML at line 1",
}


@pytest.mark.parametrize("text", BAD)
def test_what_is_no_module_is_left_out_alone(tmp_path: Path, read_all: ReadAll, text: str) -> None:
    for name, content in (("m1", f"{HEAD}<content><para>L4.</para></content></document>"), ("m2", text)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.cnxml").write_text(content, encoding="utf-8")
    reading = read_all(partial(list_files, tmp_path, "cnxml", SHELF))
    assert list(reading.good) == ["src:m1/index.cnxml"]
    assert reading.faults == [f"index.cnxml: {BAD[text]}"]
