"""Promises: an article in JATS or BioMed Central XML becomes a document that reads like the article, with its licence, its
figures and who cites them, and without authors, addresses and references."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import pytest

from spinemed.domain.records import Document
from spinemed.domain.taxonomy import Language
from spinemed.language.levels import find_mentions
from spinemed.read import Shelf, list_files, read_file

ReadAll = Callable[[Any], Any]
SHELF = Shelf(name="src", title="A shelf", licence="CC-BY-4.0")
BARE = SHELF.model_copy(update={"licence": None})
DATA = Path(__file__).parent / "data"


def shipped(name: str) -> Document:
    with as_file(files("spinemed") / "examples" / "articles") as folder:
        return read_file(folder / name, "article", BARE)


def texts(document: Document, *kinds: str) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks if block.kind in kinds]


@pytest.fixture(scope="module")
def jats() -> Document:
    return read_file(DATA / "article.xml", "article", BARE)


def test_the_blocks_of_an_article(jats: Document) -> None:
    assert [(block.kind, block.section, jats.text[block.start : block.end]) for block in jats.blocks] == [
        ("heading", None, "Two discs at L4–L5"),
        ("heading", "Two discs at L4–L5", "Abstract"),
        ("paragraph", "Abstract", "We report a disc of 10⁵ cells at L4."),
        ("heading", "Two discs at L4–L5", "1 Methods"),
        ("paragraph", "1 Methods", "As others did, we measured (Figures 1 and 2), see Table 1. The ratio was (a+b)/c = x^2."),
        ("list", "1 Methods", "1. first step\n  • a finer step\n2. second step"),
        ("paragraph", "1 Methods", "And L5ᵃ on the 4th day, H2O."),
        ("caption", "1 Methods", "Sagittal view. Left (a) and right (b), as in Table 1."),
        ("caption", "1 Methods", "Levels"),
        ("table", "1 Methods", "Level | Grade\nL4-L5 | 3\nL5-S1 | 5"),
        ("paragraph", "1 Methods", "Graded by Pfirrmann."),
        ("heading", "1 Methods", "1.1 Ethics"),
        ("paragraph", "1.1 Ethics", "OPLL: ossification of the ligament."),
        ("caption", "Two discs at L4–L5", "Axial view."),
    ]


def test_a_figure_knows_its_caption_and_who_cites_it(jats: Document) -> None:
    first, second = jats.figures
    assert (first.label, first.section, first.mentions) == ("Figure 1", "1 Methods", ("b4",))
    assert first.caption is not None
    assert first.caption.quote.startswith("Sagittal view.")
    assert jats.text[first.caption.start - 10 : first.caption.start] == "Figure 1. "
    assert (second.label, second.mentions) == ("Fig. 2", ("b4",))


def test_people_and_references_are_left_out(jats: Document) -> None:
    for name in ("Zebulon", "Quincey", "example.org", "[1]", "Grant", "Cited work"):
        assert name not in jats.text


def test_licence_origin_group_and_language_are_the_article_s_own(jats: Document) -> None:
    source = jats.source
    assert (source.kind, source.licence, source.origin, source.group) == (
        "article",
        "CC-BY-NC-4.0",
        "10.1234/abc.5",
        "PMC99",
    )
    assert source.language is Language.EN


def test_the_licence_of_the_build_file_serves_where_the_article_states_none(tmp_path: Path, read_all: ReadAll) -> None:
    (tmp_path / "a.xml").write_text("<article><body><p>A burst fracture of L1.</p></body></article>", encoding="utf-8")
    assert read_file(tmp_path / "a.xml", "article", SHELF).source.licence == "CC-BY-4.0"
    reading = read_all(partial(list_files, tmp_path, "article", BARE))
    assert reading.faults == ["a.xml: states no licence; give `licence` in the build file"]


def test_the_giant_panda_s_milk_is_read_whole_and_names_no_level() -> None:
    document = shipped("PMC4632522.xml")
    assert texts(document, "heading")[0].startswith("Prolonged transition time between colostrum and mature milk")
    assert [f.label for f in document.figures] == ["Figure 1", "Figure 2", "Figure 3", "Figure 4"]
    assert all(figure.mentions for figure in document.figures)
    assert (document.source.licence, document.source.group) == ("CC-BY-4.0", "PMC4632522")
    assert len(texts(document, "table")) == 1
    assert "@" not in document.text
    assert find_mentions(document.text) == []


def test_the_trials_article_of_another_root_is_read_whole_and_names_no_level() -> None:
    document = shipped("trials-15-511.xml")
    headings = texts(document, "heading")
    assert headings[:5] == [
        "A core outcome set for clinical trials on non-specific low back pain: study protocol for the development of a core "
        "domain set",
        "Abstract",
        "Background",
        "Methods/Design",
        "Discussion",
    ]
    assert texts(document, "table")[0].startswith("Concept | Definition\nHealth Condition | A situation of impaired health.")
    assert (document.source.licence, document.source.origin) == ("CC-BY-4.0", "10.1186/1745-6215-15-511")
    for name in ("Chiarotto", "@", "[17]", "Acknowledgements"):
        assert name not in document.text
    assert find_mentions(document.text) == []
