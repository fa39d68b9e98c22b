"""Sentences, and bounded stretches of text around a place, as offsets into the text they came from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

# A full stop ends a sentence before a capital, a bracket or the end; not after an initial, "Dr." or within "3.5".
_END = re.compile(
    r"(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bFig)(?<!\bvs)(?<!\bNo)(?<!\bcf)(?<![A-Z])[.?!](?=\s+[A-Z(\[•*\d]|\s*$)|[。！？；]|\n\s*\n|\s(?=[•*]\s)"
)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every sentence, without the white space around it."""
    start = 0
    for m in _END.finditer(text):
        yield from _trimmed(text, start, m.end())
        start = m.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    left, right = start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
    if left < right:
        yield left, right


def excerpt(text: str, start: int, end: int, *, longest: int = 600, avoid: Sequence[tuple[int, int]] = ()) -> tuple[int, int]:
    """The stretch of whole sentences around `text[start:end]`, at most `longest` characters, that touches nothing in `avoid`.

    Whole text where it fits; else the sentence, else the words around the place. What is to be avoided (an identifier) cuts
    the stretch before the word it begins with.
    """
    low, high = 0, len(text)
    for a, b in avoid:
        if b <= start:
            low = max(low, b)
        elif a >= end:
            high = min(high, a)
    if high - low > longest:
        # A sentence that begins or ends further away is too long to be shown whole: nobody needs to look for its end.
        window = text[(near := max(0, start - longest - 1)) : end + longest + 1]
        inside = [(near + a, near + b) for a, b in sentences(window) if near + a < end and near + b > start]
        low, high = max(low, min((a for a, _ in inside), default=low)), min(high, max((b for _, b in inside), default=high))
    if high - low > longest:
        low, high = max(low, start - longest // 2), min(high, end + longest // 2)
        low, high = _whole_words(text, low, high, start, end)
    return next(_trimmed(text, low, high))


def _whole_words(text: str, low: int, high: int, start: int, end: int) -> tuple[int, int]:
    after_blank = text.find(" ", low, start)
    before_blank = text.rfind(" ", end, high)
    return (after_blank + 1 if low and after_blank >= 0 else low), (
        before_blank if high < len(text) and before_blank >= 0 else high
    )
