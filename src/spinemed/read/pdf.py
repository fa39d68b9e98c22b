"""PDF files with text in them -> a document of headings, paragraphs, lists and captions, each with page and box."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from spinemed.domain.records import BlockKind, Document
from spinemed.errors import SourceError
from spinemed.read.draft import Draft
from spinemed.read.files import sha256_id
from spinemed.read.pdf_layout import Paragraph, at_edge, head_key, joined, paragraphs, reading_order, running_heads, words_of
from spinemed.read.pdf_lines import Line, PdfPage, read_pages
from spinemed.read.units import Shelf

LONGEST_HEADING = 160
_CAPTION = re.compile(
    r"(?:Fig(?:ure)?\.?|Table)\s*[A-Z]?\d+(?:[-–.]\d+)*\s*(?:[.:|]\s|(?=[A-Z(]))|"
    r"[图圖表]\s*\d+(?:[-–.－]\d+)*\s*(?:[.:：、]|\s(?!显示|所示|可见|中|为|是))",
)
_BULLET = re.compile(r"[•▪◦‣●■]\s*\S")
_LETTER = re.compile(r"[^\W\d_]")


def read_pdf(data: bytes, name: str, shelf: Shelf) -> Document:
    """One PDF. Running heads, page numbers and what is drawn twice are left out.

    Raises:
        SourceError: no PDF, encrypted, cut short, too large, or a scan: no page holds text.
    """
    pages = list(read_pages(data, name))
    if not any(page.lines for page in pages):
        raise SourceError(f"{name}: a scan, no page holds text: it needs OCR, which is not there yet")
    words = words_of(pages)
    draft = Draft(name)
    body = _body(pages)
    section = None
    found = list(paragraphs(_in_order(pages)))
    for paragraph, following in zip(found, [*found[1:], None], strict=True):
        text = joined(paragraph.lines, words)
        kind = _kind(paragraph, text, following, body)
        if kind == "heading":
            section = text
            draft.add(kind, text, page=paragraph.page, box=_rounded(paragraph))
        else:
            draft.add(kind, text, section=section, page=paragraph.page, box=_rounded(paragraph))
    source = shelf.source(sha256_id(data), "pdf", origin=name, text=draft.text, group=sha256_id(data))
    without = tuple(page.number for page in pages if not page.lines)
    return draft.document(source).model_copy(update={"pages_without_text": without})


def _rounded(paragraph: Paragraph) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = paragraph.box
    return round(x0, 1), round(y0, 1), round(x1, 1), round(y1, 1)


def _in_order(pages: Sequence[PdfPage]) -> Iterable[tuple[int, list[Line]]]:
    heads = running_heads(pages)
    for page in pages:
        lines = _once([line for line in page.lines if not (at_edge(line, page) and head_key(line) in heads)])
        upright = reading_order([line for line in lines if line.upright])
        yield page.number, [*upright, *(line for line in lines if not line.upright)]


def _once(lines: Sequence[Line]) -> list[Line]:
    """Lines without those drawn a second time in the same place, as some files do for bold type."""
    kept: list[Line] = []
    places: dict[tuple[str, int], Line] = {}
    for line in lines:
        key = line.text, round(line.box[1] / 4)
        twin = places.get(key)
        if twin is None or abs(twin.box[0] - line.box[0]) > line.size:
            kept.append(line)
            places[key] = line
    return kept


class _Type(NamedTuple):
    """The size and font in which most of a file is set."""

    size: float
    font: str


def _body(pages: Sequence[PdfPage]) -> _Type:
    types: Counter[_Type] = Counter()
    for page in pages:
        for line in page.lines:
            types[_Type(round(line.size * 2) / 2, line.font)] += len(line.text)
    return types.most_common(1)[0][0]


def _kind(paragraph: Paragraph, text: str, following: Paragraph | None, body: _Type) -> BlockKind:
    if _CAPTION.match(text):
        return "caption"
    if _BULLET.match(text):
        return "list"
    return "heading" if _is_heading(paragraph, text, following, body) else "paragraph"


def _is_heading(paragraph: Paragraph, text: str, following: Paragraph | None, body: _Type) -> bool:
    """Short, without a full stop, and larger, bold, or in a font of its own right above text in the file's usual one."""
    short = len(text) <= LONGEST_HEADING and len(paragraph.lines) <= 4 and len(_LETTER.findall(text)) >= 2
    if not short or text.endswith((".", "。", ",", "，", ";")):
        return False
    if paragraph.size >= 1.15 * body.size or (paragraph.bold and paragraph.size >= 0.95 * body.size):
        return True
    apart = paragraph.font != body.font and paragraph.size >= 0.9 * body.size and text[:1].isupper()
    return apart and following is not None and following.page == paragraph.page and following.font == body.font
