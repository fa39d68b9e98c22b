"""Lines of a page in reading order, and lines joined to paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from spinemed.domain.records import Box
from spinemed.read.pdf_lines import HYPHEN, Line, PdfPage

FEWEST_OF_A_COLUMN = 4
"""Lines that make a column; a form or a table of fewer rows is read row by row."""

MOST_OF_A_PAGE = 2_000
"""Lines that a page of columns may hold; what has more is a drawing or a table."""

_LONGEST_WORD = 60
_LOOKED_BACK = 40  # lines of a paragraph that say how wide it is
_HAN = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
_DIGITS = re.compile(r"[\dIVXivx]+")
_SENTENCE_END = re.compile(r"[.?!。？！:：;；][\"'”’)\]）]*$")
_OPENER = re.compile(r"(?:Fig(?:ure)?\.?|Table|图|圖|表)\s*\d|[•▪◦‣●■]|\(?\d{1,2}[.)]\s", re.I)
_EDGE = 0.08
"""Share of a page's height at its top and bottom where running heads and page numbers stand."""


@dataclass(frozen=True)
class Paragraph:
    """Lines that belong together, as one text, and where they stand; over a column's end the box spans both columns."""

    lines: tuple[Line, ...]
    page: int

    @property
    def box(self) -> Box:
        """The box around its lines."""
        boxes = [line.box for line in self.lines]
        return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)

    @property
    def size(self) -> float:
        """The size of its type."""
        return median(line.size for line in self.lines)

    @property
    def font(self) -> str:
        """The font of its first line."""
        return self.lines[0].font

    @property
    def bold(self) -> bool:
        """Whether every line is bold."""
        return all(line.bold for line in self.lines)


def running_heads(pages: Sequence[PdfPage]) -> set[str]:
    """Texts, without numbers, that stand at the edge of three pages or more: running heads and feet, page numbers."""
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({head_key(line) for line in page.lines if at_edge(line, page)})
    return {key for key, times in seen.items() if times >= 3 or not key.strip(" -–—|·./")}


def at_edge(line: Line, page: PdfPage) -> bool:
    """Whether a line stands where running heads do: at the top or bottom of the page, or up its side."""
    return line.box[1] > page.height * (1 - _EDGE) or line.box[3] < page.height * _EDGE or not line.upright


def head_key(line: Line) -> str:
    """A line without the numbers that change from page to page."""
    return _DIGITS.sub("", line.text).casefold().strip()


def reading_order(lines: Sequence[Line]) -> list[Line]:
    """Lines column by column; what spans the columns parts them into an upper and a lower half."""
    gutter = _gutter(lines) if len(lines) <= MOST_OF_A_PAGE else None
    if gutter is None:
        return _by_rows(lines)
    ordered: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in sorted(lines, key=lambda line: -_middle(line)):
        if line.box[2] <= gutter:
            left.append(line)
        elif line.box[0] >= gutter:
            right.append(line)
        else:
            ordered += [*reading_order(left), *reading_order(right), line]
            left, right = [], []
    return [*ordered, *reading_order(left), *reading_order(right)]


def _by_rows(lines: Sequence[Line]) -> list[Line]:
    """From top to bottom; pieces of one row from left to right, joined into one line."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: -_middle(line)):
        if rows and _one_row(rows[-1], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [_joined_row(row) for row in rows]


def _one_row(row: Sequence[Line], line: Line) -> bool:
    return all(
        min(other.box[3], line.box[3]) - max(other.box[1], line.box[1])
        > 0.5 * min(other.box[3] - other.box[1], line.box[3] - line.box[1])
        and (line.box[0] >= other.box[2] - 2 or line.box[2] <= other.box[0] + 2)
        for other in row
    )


def _joined_row(row: Sequence[Line]) -> Line:
    ordered = sorted(row, key=lambda line: line.box[0])
    if len(ordered) == 1:
        return ordered[0]
    first = max(ordered, key=lambda line: len(line.text))
    text = ordered[0].text
    for last, line in pairwise(ordered):
        close = line.box[0] - last.box[2] < 0.15 * first.size
        text += line.text if close else f" {line.text}"
    boxes = [line.box for line in ordered]
    box = min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)
    return Line(text, box, first.size, first.font, all(line.bold for line in ordered))


def _middle(line: Line) -> float:
    return (line.box[1] + line.box[3]) / 2


def _gutter(lines: Sequence[Line]) -> float | None:
    """The x between two columns that the fewest lines cross, if on both sides there are columns of running text."""
    if len(lines) < 2 * FEWEST_OF_A_COLUMN:
        return None
    left, right = min(line.box[0] for line in lines), max(line.box[2] for line in lines)
    width = right - left
    best: tuple[int, float] | None = None
    # A column begins at the left edge of a line: only there can a gutter end.
    for edge in sorted({round(line.box[0], 1) for line in lines}):
        if not left + 0.15 * width < edge < right - 0.15 * width:
            continue
        gutter = edge - 1
        crossing = sum(line.box[0] < gutter < line.box[2] for line in lines)
        if (best is None or crossing < best[0]) and _parts_columns(lines, gutter, crossing):
            best = crossing, gutter
    return best[1] if best else None


def _parts_columns(lines: Sequence[Line], gutter: float, crossing: int) -> bool:
    sides = [line for line in lines if line.box[2] <= gutter], [line for line in lines if line.box[0] >= gutter]
    if min(map(len, sides)) < FEWEST_OF_A_COLUMN or crossing > 0.6 * len(lines):
        return False
    low, high = max(min(map(_middle, side)) for side in sides), min(max(map(_middle, side)) for side in sides)
    beside = [[line for line in side if low <= _middle(line) <= high] for side in sides]
    return all(len(side) >= FEWEST_OF_A_COLUMN and sum(map(_characters, side)) / len(side) >= 15 for side in beside)


def _characters(line: Line) -> int:
    """Characters, Chinese ones twice: they say and take twice as much."""
    return len(line.text) + len(_HAN.findall(line.text))


def paragraphs(pages: Iterable[tuple[int, Sequence[Line]]]) -> Iterator[Paragraph]:
    """Lines in reading order joined to paragraphs, over columns and pages where a sentence goes on."""
    run: list[Line] = []
    first, at = 0, 0
    for number, lines in pages:
        gap = _usual_gap(lines)
        for line in lines:
            if run and not (_continues(run, line, gap) if number == at else _goes_on(run, line)):
                yield Paragraph(tuple(run), first)
                run = []
            first = first if run else number
            run.append(line)
            at = number
    if run:
        yield Paragraph(tuple(run), first)


def _usual_gap(lines: Sequence[Line]) -> float:
    """The usual distance between the lines of a paragraph on a page."""
    gaps = [
        above.box[1] - below.box[3]
        for above, below in pairwise(lines)
        if -above.size < above.box[1] - below.box[3] < 1.5 * above.size
    ]
    return median(gaps) if gaps else 0.0


def _continues(run: Sequence[Line], line: Line, gap: float) -> bool:
    """Whether a line belongs to the paragraph of the lines before it on the page."""
    captioned = bool(_OPENER.match(run[0].text))
    run = run[-_LOOKED_BACK:]
    last = run[-1]
    if line.box[1] > last.box[3] or last.box[1] - line.box[3] > 12 * last.size:
        return _goes_on(run, line)
    if not _same_type(last, line, captioned=captioned) or _OPENER.match(line.text):
        return False
    if last.box[1] - line.box[3] > gap + 0.4 * last.size:
        return False
    # An indented line begins a paragraph, unless the one before was itself indented: a list, a hanging paragraph.
    indent = line.box[0] - last.box[0]
    if indent > 0.5 * last.size and len(run) > 1:
        return False
    width = max(other.box[2] for other in run) - min(other.box[0] for other in run)
    short = last.box[2] < max(line.box[2], *(other.box[2] for other in run)) - 0.15 * width
    return not (short and _SENTENCE_END.search(last.text) and indent > 0.5 * last.size)


def _same_type(last: Line, line: Line, *, captioned: bool = False) -> bool:
    """Type of one size; of one font too where a sentence begins, unless a label in bold opened the paragraph."""
    alike = abs(last.size - line.size) <= 0.12 * max(last.size, line.size)
    return alike and (captioned or (last.font, last.bold) == (line.font, line.bold) or not _starts_sentence(line))


def _starts_sentence(line: Line) -> bool:
    return line.text[:1].isupper() or line.text[:1].isdigit() or bool(_HAN.match(line.text))


def _goes_on(run: Sequence[Line], line: Line) -> bool:
    """Whether a sentence that a column or page cut goes on in a line of the next."""
    run = run[-_LOOKED_BACK:]
    last = run[-1]
    if not _same_type(last, line) or last.bold != line.bold or _SENTENCE_END.search(last.text) or _OPENER.match(line.text):
        return False
    if last.text.endswith(HYPHEN) or line.text[:1].islower():
        return True
    low, high = min(other.box[0] for other in run), max(other.box[2] for other in run)
    return len(run) > 1 and last.font == line.font and last.box[2] > high - 0.1 * (high - low)


def joined(lines: Sequence[Line], words: set[str]) -> str:
    """The text of lines as one: cut words whole again, no space between Chinese characters.

    `words` are those of the whole file in small letters: "trans-/intestinal" keeps its hyphen where the file writes it elsewhere.
    """
    text = ""
    for line in lines:
        if text.endswith(HYPHEN):
            text = _mended(text, line.text, words)
        elif text and not (_HAN.match(text[-1]) and _HAN.match(line.text)) and not text.endswith("-"):
            text += f" {line.text}"
        else:
            text += line.text
    return text.replace(HYPHEN, "-")


def _mended(text: str, following: str, words: set[str]) -> str:
    start = re.search(r"[^\W\d_]*\u2010$", text[-_LONGEST_WORD:])
    end = re.match(r"[^\W\d_]*", following)
    before, after = (start[0][:-1] if start else ""), (end[0] if end else "")
    whole, cut = f"{before}{after}".casefold(), f"{before}-{after}".casefold()
    if before and after and after.islower() and (whole in words or cut not in words):
        return text[:-1] + following
    return f"{text[:-1]}-{following}"


def words_of(pages: Iterable[PdfPage]) -> set[str]:
    """The words, hyphens included, that stand whole in the lines of a file."""
    found: set[str] = set()
    for page in pages:
        for line in page.lines:
            found.update(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", line.text.casefold()))
    return found
