"""Promises: whatever a reader writes, every block of the document is found at its span, word for word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from spinemed.domain.records import Document
from spinemed.read import Shelf
from spinemed.read.draft import Draft, one_line, tidy_lines

TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=40)
SHELF = Shelf(name="src", title="A shelf", licence="MIT")


@given(st.lists(st.tuples(st.sampled_from(["heading", "paragraph", "list", "option"]), TEXT, TEXT)))
def test_blocks_are_found_at_their_spans(pieces: list[tuple[str, str, str]]) -> None:
    draft = Draft("a")
    written = [(kind, text) for kind, text, lead in pieces if draft.add(kind, text, lead=lead)]  # type: ignore[arg-type]
    assert [text for _, text in written] == [text for _, text, _ in pieces if text.strip()]
    if written:
        document = draft.document(SHELF.source("x", "text", origin="x", text=draft.text))
        assert [(block.kind, document.text[block.start : block.end]) for block in document.blocks] == written
        assert Document.from_json(document.to_json()) == document


@given(TEXT)
def test_white_space_alone_is_put_in_order(text: str) -> None:
    assert "".join(one_line(text).split()) == "".join(text.split())
    assert "".join(tidy_lines(text).split()) == "".join(text.split())
    assert one_line(one_line(text)) == one_line(text)


def test_a_line_break_between_chinese_characters_is_no_space() -> None:
    assert one_line("腰椎 \n 间盘\nL4\n椎体，\n突出") == "腰椎间盘 L4 椎体，突出"
