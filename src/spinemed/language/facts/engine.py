"""Facts of one text: words of findings, grades and numbers, joined with the levels, sides and cues of their sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from spinemed.domain.levels import Vertebra
from spinemed.language.facts.context import Context
from spinemed.language.facts.cues_en import ENGLISH
from spinemed.language.facts.cues_zh import CHINESE
from spinemed.language.facts.fact import TextFact
from spinemed.language.facts.sentence import read_sentence
from spinemed.language.facts.stretches import sentences
from spinemed.language.levels import Mention, find_mentions
from spinemed.language.levels.forms import plain

_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_SIGNS = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—―−－", "-"),
        **dict.fromkeys("～〜∼", "~"),
        **dict.fromkeys("’‘", "'"),
        **dict.fromkeys("“”", '"'),
        **dict.fromkeys("　\u00a0\u2009\u202f", " "),
        **dict.fromkeys("º˚", "°"),
        **dict(zip("（），：；％＋？！．＝／＞", "(),:;%+?!.=/>", strict=True)),
    }
)


def fold(text: str) -> str:
    """The text with full-width signs made plain and all dashes alike; every offset stays as it was."""
    return plain(text).translate(_SIGNS)


def find_facts(text: str, *, of_spine: bool = False, asked: bool = False) -> list[TextFact]:
    """Every fact of a text in reading order, offsets into the text as given.

    A text that names neither a level nor a part of the spine states nothing; with `of_spine` it is known to be about the spine.
    With `asked`, what is only spoken of counts too: a question, a warning, a teaching sentence names its subject.

    >>> for f in find_facts("No stenosis at L3-L4; left L4-L5 foraminal narrowing"):
    ...     print(f.finding, f.anatomy, f.side, f.certainty)
    canal_stenosis L3-L4 not_stated absent
    foraminal_stenosis L4-L5 left present
    """
    smooth = fold(text)
    mentions = find_mentions(text, of_spine=of_spine)
    starts = [m.start for m in mentions]
    context = Context.of(smooth, of_spine or bool(mentions))
    context.asked = asked
    context.extra = frozenset(level for m in mentions for level in m.anatomy if isinstance(level, Vertebra) and level.variants)
    found: list[TextFact] = []
    for start, end in sentences(smooth):
        stretch = smooth[start:end]
        inside = mentions[bisect_left(starts, start) : bisect_left(starts, end)]
        tongue = CHINESE if _CHINESE.search(stretch) else ENGLISH
        context.step(smooth, start)
        found.extend(read_sentence(stretch, start, tongue, _within(inside, start, end), context))
    return sorted(found, key=lambda f: (f.start, f.end))


def _within(mentions: Sequence[Mention], start: int, end: int) -> list[Mention]:
    return [Mention(m.start - start, m.end - start, m.text, m.kind, m.anatomy) for m in mentions if m.end <= end]
