"""The lines of a PDF's pages, from the characters that PDFium finds and where they stand.

Coordinates are PDF points of the page as it is shown: after its rotation, from the bottom left corner of its crop box.
"""

# pypdfium2 ships no types: its members are unknown to the type checker, in this module only.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportUnknownParameterType=false

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from spinemed.domain.records import Box
from spinemed.errors import SourceError

MOST_PAGES = 2_000
MOST_CHARACTERS_OF_A_PAGE = 200_000
HYPHEN = "\u2010"
"""Ends a line that PDFium takes for one cut within a word."""

_BLANK = (0x20, 0xA0)
_CUT_WORD = (0xFFFE, 0x02)
_BOLD = 600  # weight, of 100 to 900
_BOLD_NAMES = ("bold", "black", "heavy")
_LONGEST_FONT_NAME = 256
_LEANING = math.radians(10)


@dataclass(frozen=True)
class Line:
    """One line of text: its box, the size of its type in points and the name of its font, bold or not, upright or not."""

    text: str
    box: Box
    size: float
    font: str = ""
    bold: bool = False
    upright: bool = True


@dataclass(frozen=True)
class PdfPage:
    """One page, by its number from 1, and its lines in the order of the file."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]


class _Character(NamedTuple):
    code: int
    box: Box
    place: int
    upright: bool


def read_pages(data: bytes, name: str) -> Iterator[PdfPage]:
    """Every page of a PDF.

    Raises:
        SourceError: no PDF, encrypted, cut short, no page, or too many pages or characters.
    """
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise SourceError(f"{name}: {_why(error.err_code)}") from None
    with document:
        count = len(document)
        if not count:
            raise SourceError(f"{name}: a PDF without pages")
        if count > MOST_PAGES:
            raise SourceError(f"{name}: {count:,} pages; split it, at most {MOST_PAGES:,} are read")
        for place in range(count):
            yield _page(document, place, name)


def _why(code: int | None) -> str:
    if code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
        return "encrypted; save it without a password"
    return "broken, cut short, without a page, or no PDF"


def _page(document: pdfium.PdfDocument, place: int, name: str) -> PdfPage:
    try:
        page = document[place]
        text = page.get_textpage()
        turn = page.get_rotation() // 90 % 4
        frame = page.get_cropbox() or page.get_mediabox() or (0.0, 0.0, *page.get_size())
        count = text.count_chars()
    except pdfium.PdfiumError:
        raise SourceError(f"{name}: page {place + 1} is broken") from None
    if count > MOST_CHARACTERS_OF_A_PAGE:
        raise SourceError(f"{name}: page {place + 1} holds {count:,} characters, more than {MOST_CHARACTERS_OF_A_PAGE:,}")
    lines = tuple(_lines(text, count, frame, turn))
    width, height = frame[2] - frame[0], frame[3] - frame[1]
    text.close()
    page.close()
    return PdfPage(place + 1, *((width, height) if turn % 2 == 0 else (height, width)), lines)


def _lines(text: Any, count: int, frame: Box, turn: int) -> Iterator[Line]:
    """Lines, broken where PDFium breaks them and where the next character stands elsewhere."""
    run: list[_Character] = []
    last: _Character | None = None  # of those with ink: a space that PDFium puts in between stands anywhere
    for character in _characters(text, count, frame, turn):
        inked = character is not None and character.code not in _BLANK
        if character is None or (inked and last and _stands_elsewhere(last, character)):
            yield from _line(text, run)
            run, last = [], None
        if character is not None:
            run.append(character)
            last = character if inked else last
            if character.code in _CUT_WORD:
                yield from _line(text, run)
                run, last = [], None
    yield from _line(text, run)


def _characters(text: Any, count: int, frame: Box, turn: int) -> Iterator[_Character | None]:
    """Characters with their boxes; None where a line ends."""
    corner = raw.FS_RECTF()
    at = ctypes.byref(corner)
    for place in range(count):
        code = raw.FPDFText_GetUnicode(text, place)
        if code in (0x0A, 0x0D):
            yield None
        elif code and raw.FPDFText_GetLooseCharBox(text, place, at):
            box = _shown((corner.left, corner.bottom, corner.right, corner.top), frame, turn)
            angle = math.remainder(raw.FPDFText_GetCharAngle(text, place) - turn * math.pi / 2, 2 * math.pi)
            yield _Character(code, box, place, abs(angle) < _LEANING)


def _shown(box: Box, frame: Box, turn: int) -> Box:
    """A box of the page's own space on the page as it is shown."""
    x0, y0, x1, y1 = box[0] - frame[0], box[1] - frame[1], box[2] - frame[0], box[3] - frame[1]
    width, height = frame[2] - frame[0], frame[3] - frame[1]
    match turn:
        case 1:
            return y0, width - x1, y1, width - x0
        case 2:
            return width - x1, height - y1, width - x0, height - y0
        case 3:
            return height - y1, x0, height - y0, x1
        case _:
            return x0, y0, x1, y1


def _stands_elsewhere(last: _Character, next_: _Character) -> bool:
    """A gap of two characters, a step back, or another height: a new column, cell or line."""
    if not (last.upright or next_.upright):
        return False
    if last.upright != next_.upright:
        return True
    height = max(last.box[3] - last.box[1], next_.box[3] - next_.box[1], 1.0)
    low = min(last.box[3] - last.box[1], next_.box[3] - next_.box[1])
    shared = min(last.box[3], next_.box[3]) - max(last.box[1], next_.box[1])
    return next_.box[0] - last.box[2] > 1.9 * height or next_.box[0] < last.box[0] - 3 * height or shared < 0.2 * low


def _line(text: Any, run: list[_Character]) -> Iterator[Line]:
    inked = [character for character in run if character.code not in _BLANK and character.box[2] > character.box[0]]
    words = "".join(map(_written, run))
    # A character beyond U+FFFF comes in two halves.
    words = " ".join(words.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\0", "").split())
    if not inked or not words:
        return
    box = (
        min(character.box[0] for character in inked),
        min(character.box[1] for character in inked),
        max(character.box[2] for character in inked),
        max(character.box[3] for character in inked),
    )
    # The type of a line is that of its middle, as a number or a raised sign may open it; of fonts, two of three places decide.
    middle = inked[len(inked) // 2].place
    fonts = Counter(_font(text, place) for place in (middle, inked[0].place, inked[-1].place))
    size = float(raw.FPDFText_GetFontSize(text, middle)) or box[3] - box[1]
    font = fonts.most_common(1)[0][0]
    bold = raw.FPDFText_GetFontWeight(text, middle) >= _BOLD or any(word in font.lower() for word in _BOLD_NAMES)
    yield Line(words, box, _drawn_size(text, middle, size), font, bold, inked[0].upright)


def _written(character: _Character) -> str:
    if character.code in _CUT_WORD:
        return HYPHEN
    return " " if character.code == 0xA0 else chr(character.code)


def _drawn_size(text: Any, place: int, size: float) -> float:
    """The size as drawn: many files set type of size 1 and scale it."""
    matrix = raw.FS_MATRIX()
    if raw.FPDFText_GetMatrix(text, place, ctypes.byref(matrix)):
        size *= math.hypot(matrix.c, matrix.d) or 1.0
    return round(size, 1)


def _font(text: Any, place: int) -> str:
    """The name of a character's font; subset fonts often say their weight in it alone."""
    flags = ctypes.c_int()
    buffer = ctypes.create_string_buffer(_LONGEST_FONT_NAME)
    length = raw.FPDFText_GetFontInfo(text, place, buffer, len(buffer), ctypes.byref(flags))
    return buffer.value.decode("utf-8", "replace") if 0 < length <= len(buffer) else ""
