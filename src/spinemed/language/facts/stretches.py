"""A text cut into sentences short enough to read, and where a sentence falls apart."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from spinemed.language.facts.rules import Breaks

# Longer ones are tables or hostile; cutting them keeps the reading linear.
LONGEST = 700
_END = re.compile(
    r"(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bFig)(?<!\bvs)(?<!\bcf)(?<!\bapprox)(?<!\bi\.e)(?<!\be\.g)(?<!\bfig)(?<!\b[Gg]r)(?<!\bPf)(?<!\bet\sal)(?<!^\d)(?<!^\s\d)(?<!\bca)(?<!\bincl)(?<!\bexcl)(?<!\bSt)(?<!\bapprox)(?!(?<=\bno)[.]\s*\d)(?!(?<=\bNo)[.]\s*\d)[.](?=\s|$|[\"”’')])"
    r"|[?!](?=\s|$)|(?<=[\u4e00-\u9fff])[?!](?!\s*[,;)，；）])|[。！？]|\n(?=[^\S\n]{0,12}(?:\n|[-–•*·]\s|\d{1,2}[.)、]\s?|[A-Z\u4e00-\u9fff(\[]))",
    re.M,
)
_SOFT = re.compile(r"[,，、;；\s]")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every sentence, without the white space around it; none longer than `LONGEST`."""
    start = 0
    for m in _END.finditer(text):
        yield from _cut(text, start, m.end())
        start = m.end()
    yield from _cut(text, start, len(text))


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end - start > LONGEST:
        stop = start + LONGEST
        soft = max((m.end() for m in _SOFT.finditer(text, start + LONGEST // 2, stop)), default=stop)
        yield start, soft
        start = soft
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


CLAUSE, COLON, COMMA, WORD = 4, 3, 2, 1
_COLON = re.compile(r":(?!\d)")


# "severe left, mild right foraminal narrowing": the comma parts nothing.
_PAIR = re.compile(
    r"\b(?:mild|moderate|severe|minimal|slight|marked)(?:ly)?\s+(?:on\s+(?:the\s+)?)?(?:left|right)\s*(?:,\s*(?:and\s+)?|and\s+)(?:mild|moderate|severe|minimal|slight|marked)(?:ly)?\s+(?:on\s+(?:the\s+)?)?(?:left|right)\b",
    re.I,
)


class Joints:
    """How strongly two places of a sentence are parted: 0 not, 1 by a list word, 2 by a comma, 3 by the end of a clause.

    What stands in brackets parts nothing outside them.
    """

    def __init__(self, text: str, breaks: Breaks) -> None:
        self.text = text
        self.brackets = _brackets(text)
        self._at: list[tuple[int, int, int]] = []
        for strength, pattern in ((CLAUSE, breaks.clause), (COLON, _COLON), (COMMA, breaks.comma), (WORD, breaks.word)):
            self._at.extend((m.start(), m.end(), strength) for m in pattern.finditer(text))
        pairs = [m.span() for m in _PAIR.finditer(text)]
        if pairs:
            self._at = [j for j in self._at if not any(a <= j[0] and j[1] <= b for a, b in pairs)]
        self._at.sort()
        self._starts = [start for start, _, _ in self._at]

    def bracket(self, pos: int) -> tuple[int, int] | None:
        """The innermost bracket around a place."""
        return next((b for b in reversed(self.brackets) if b[0] < pos < b[1]), None)

    def between(self, a: int, b: int) -> int:
        """Strength of the strongest joint from `a` to `b`."""
        inside_a, inside_b = self.bracket(a), self.bracket(b)
        worst = 0
        for start, end, strength in self._at[bisect_left(self._starts, a) :]:
            if start >= b:
                break
            around = self.bracket(start)
            if end <= b + 1 and (around is None or around in (inside_a, inside_b)):
                worst = max(worst, strength)
        return worst

    def clause(self, pos: int, least: int = CLAUSE) -> tuple[int, int]:
        """The stretch around a place up to the nearest joints of at least this strength, outside other brackets."""
        mine = self.bracket(pos)
        low, high = mine if mine else (0, len(self.text))
        for start, end, strength in self._at:
            if strength < least or self.bracket(start) != mine:
                continue
            if end <= pos:
                low = max(low, end)
            elif start >= pos:
                high = min(high, start)
                break
        return low, high


def _brackets(text: str) -> Sequence[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    opened: list[int] = []
    for i, c in enumerate(text):
        if c in "(（[":
            opened.append(i)
        elif c in ")）]" and opened:
            found.append((opened.pop(), i))
    return sorted(found)
