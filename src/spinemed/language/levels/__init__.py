"""Level mentions in English and Chinese text: which vertebra, segment, range or root a text names, and where.

`find_mentions` reads forms (`forms`), joins them (`chains`), then looks at the words around (`context`): a look-alike such as
the T2 of "T2 signal" is dropped, the L5 of "L5 radiculopathy" becomes a root. Nothing is guessed: an impossible level (L9) and
a doubtful slip give no mention.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spinemed.domain.levels import Range, Segment, Vertebra
from spinemed.domain.names import Anatomy
from spinemed.domain.roots import Root
from spinemed.errors import LevelError
from spinemed.language.levels.chains import read_chain
from spinemed.language.levels.context import Reading, groups, read_group
from spinemed.language.levels.forms import anchors, plain
from spinemed.language.levels.joins import Candidate

__all__ = ["Mention", "find_mentions"]


@dataclass(frozen=True, slots=True)
class Mention:
    """One named level: `text[start:end]`, offsets in code points.

    `kind` is vertebra, segment, range or root. `anatomy` holds one value, or every root of a joined pair or range of roots.
    """

    start: int
    end: int
    text: str
    kind: str
    anatomy: tuple[Anatomy, ...]

    @property
    def levels(self) -> tuple[str, ...]:
        """Canonical names: one vertebra, one segment "L4-L5", every vertebra of a range, every root."""
        first = self.anatomy[0]
        if isinstance(first, Range):
            return tuple(v.value for v in first.vertebrae)
        return tuple(str(a) for a in self.anatomy)


def find_mentions(text: str, *, of_spine: bool = False) -> list[Mention]:
    """Every mention of a level in reading order, without overlaps.

    A lone "T10" in a text without a word of the spine is taken for something else, unless with `of_spine` the text is known to
    be about it.

    >>> [(m.text, m.kind) for m in find_mentions("L4-5 protrusion, T2 bright, touching the L5 root")]
    [('L4-5', 'segment'), ('L5', 'root')]
    """
    smooth = plain(text)
    candidates = list(_candidates(smooth))
    found: list[Mention] = []
    for group in groups(smooth, candidates):
        for candidate, reading in zip(group, read_group(smooth, group, candidates, of_spine=of_spine), strict=True):
            mention = _mention(text, candidate, reading)
            if mention:
                found.append(mention)
    return found


def _candidates(text: str) -> Iterator[Candidate]:
    end = 0
    for pos in anchors(text):
        if pos < end:
            continue
        for candidate in read_chain(text, pos):
            yield candidate
            end = candidate.end


def _mention(text: str, candidate: Candidate, reading: Reading) -> Mention | None:
    if reading is Reading.NONE:
        return None
    levels = candidate.levels
    if reading is Reading.ROOT or any(isinstance(level, Root) for level in levels):
        anatomy = _roots(levels)
        if anatomy is None and any(isinstance(level, Root) for level in levels):
            return None
        if anatomy:
            return Mention(candidate.start, candidate.end, text[candidate.start : candidate.end], "root", anatomy)
    bones = [level for level in levels if isinstance(level, Vertebra)]
    bone = _bone(bones, worded=candidate.worded)
    if bone is None:
        return None
    kind = type(bone).__name__.lower()
    return Mention(candidate.start, candidate.end, text[candidate.start : candidate.end], kind, (bone,))


def _roots(levels: list[Vertebra | Root]) -> tuple[Root, ...] | None:
    """Every root from the first to the last; None where a level has no root of its name (C0, T13, L6)."""
    try:
        roots = [Root(level.value) for level in levels]
    except ValueError:
        return None
    return Root.between(min(roots), max(roots))


def _bone(levels: list[Vertebra], *, worded: bool) -> Vertebra | Segment | Range | None:
    if len(levels) == 1:
        return levels[0]
    try:
        whole = Range(min(levels), max(levels), frozenset(levels))
        neighbours = len(levels) == 2 and not worded and len(whole.vertebrae) == 2
        return Segment(whole.top, whole.bottom) if neighbours else whole
    except LevelError:
        return None
