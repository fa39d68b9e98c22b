"""Plain text and Markdown -> a document of headings, paragraphs, lists and tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from spinemed.domain.records import Document
from spinemed.errors import SourceError
from spinemed.read.draft import Draft, one_line
from spinemed.read.files import decode, sha256_id
from spinemed.read.units import Shelf

if TYPE_CHECKING:
    from markdown_it.token import Token

MARKDOWN = (".md", ".markdown")
LARGEST_TEXT_CHARACTERS = 16_000_000
_EMPTY_LINES = re.compile(r"\n[^\S\n]*\n\s*")
_FRONT_MATTER = re.compile(r"\A---[^\S\n]*\n.*?^(?:---|\.\.\.)[^\S\n]*$", re.M | re.S)


def read_prose(data: bytes, name: str, shelf: Shelf) -> Document:
    """One text file: Markdown by its ending, else paragraphs between empty lines.

    Raises:
        SourceError: no UTF-8, no text, NUL bytes in it, or too long.
    """
    text = decode(data, name).replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        raise SourceError(f"{name}: holds NUL bytes, so it is no text")
    if len(text) > LARGEST_TEXT_CHARACTERS:
        raise SourceError(f"{name}: more than {LARGEST_TEXT_CHARACTERS:,} characters; split it")
    draft = Draft(name)
    if name.lower().endswith(MARKDOWN):
        _write_markdown(draft, _FRONT_MATTER.sub("", text))
    else:
        for paragraph in _EMPTY_LINES.split(text):
            draft.add("paragraph", paragraph.strip("\n").rstrip())
    source = shelf.source(sha256_id(data), "text", origin=name, text=draft.text, group=sha256_id(data))
    return draft.document(source)


def _write_markdown(draft: Draft, text: str) -> None:
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    section, at = None, 0
    while at < len(tokens):
        token = tokens[at]
        end = _end(tokens, at)
        inside = tokens[at : end + 1]
        if token.type == "heading_open":
            section = _shown(inside[1])
            draft.add("heading", section)
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            draft.add("list", _list(inside), section=section)
        elif token.type == "table_open":
            draft.add("table", _table(inside), section=section)
        elif token.type in ("fence", "code_block"):
            draft.add("paragraph", token.content.strip("\n"), section=section)
        elif token.type == "inline":
            draft.add("paragraph", _shown(token), section=section)
        # A quotation or a paragraph is entered, so that what stands in it is met in turn.
        at = at + 1 if token.type in ("blockquote_open", "paragraph_open") else end + 1


def _end(tokens: Sequence[Token], at: int) -> int:
    """Where the block that opens at a token closes."""
    depth = 0
    for place in range(at, len(tokens)):
        depth += tokens[place].nesting
        if depth <= 0:
            return place
    return len(tokens) - 1


def _shown(inline: Token) -> str:
    """What a reader sees of a run of Markdown: no marks, a link's words, a picture's description."""
    parts: list[str] = []
    for token in inline.children or ():
        match token.type:
            case "text" | "code_inline":
                parts.append(token.content)
            case "image":
                parts.append(_shown(token))
            case "softbreak" | "hardbreak":
                parts.append("\n")
            case _:
                pass
    return one_line("".join(parts))


def _list(tokens: Sequence[Token]) -> str:
    """One line an item, with its number or a bullet, indented by its depth."""
    lines: list[str] = []
    numbers: list[int | None] = []
    lead = ""
    for token in tokens:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            numbers.append(int(token.attrs.get("start", 1)) if token.type.startswith("ordered") else None)
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            numbers.pop()
        elif token.type == "list_item_open":
            number = numbers[-1]
            lead = "  " * (len(numbers) - 1) + (f"{number}. " if number is not None else "• ")
            numbers[-1] = number + 1 if number is not None else None
        elif token.type == "inline" or (token.type in ("fence", "code_block") and token.content.strip()):
            shown = _shown(token) if token.type == "inline" else token.content.strip()
            lines.append(lead + shown)
            lead = " " * len(lead)
    return "\n".join(line for line in lines if line.strip())


def _table(tokens: Sequence[Token]) -> str:
    """One line a row, cells apart by a bar."""
    rows: list[list[str]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(_shown(token))
    return "\n".join(" | ".join(row) for row in rows)
