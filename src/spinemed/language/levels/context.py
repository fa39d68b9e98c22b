"""What the words around a candidate make of it: a bone, a nerve root, or a look-alike.

Candidates that share a list ("L3, L4 and L5 medial branches", "T1 and T2 sequences") are read as one group: what follows the
last or stands before the first holds for all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto

from spinemed.language.levels.joins import Candidate
from spinemed.language.levels.look_alikes import bone_called_c8, is_look_alike
from spinemed.language.levels.patterns import LONGEST_LIST, pattern
from spinemed.language.levels.root_cues import root_after, root_before
from spinemed.language.levels.windows import before, names_bone


class Reading(Enum):
    """What a candidate is."""

    BONE = auto()
    ROOT = auto()
    NONE = auto()


_LINK = pattern(
    r"\s*(?:(?:left|right|bilaterally)\b)?\s*(?:,|，|、|&|\+|/|and|or|versus|vs\.?|和|及|与|或|以及|还是|抑或|as well as)?"
    r"\s*(?:,|and|or)?\s*(?:the|an?)?\s*(?:left|right|both|bilateral|exiting|traversing|左侧|右侧|双侧|左|右)?\s*(?:[A-E][.、．)]\s*)?",
    re.I,
)


def _linked(text: str, a: Candidate, b: Candidate) -> bool:
    return b.start - a.end <= 24 and _LINK.fullmatch(text, a.end, b.start) is not None


def groups(text: str, candidates: Sequence[Candidate]) -> Iterator[list[Candidate]]:
    """Candidates linked by nothing but list words, in order."""
    group: list[Candidate] = []
    for candidate in candidates:
        if group and (len(group) == LONGEST_LIST or not _linked(text, group[-1], candidate)):
            yield group
            group = []
        group.append(candidate)
    if group:
        yield group


_FIRST_ANSWER = pattern(r"\s*[?？]?\s*[(（]?A[.、．)）]\s*$")


def _words_before(text: str, pos: int) -> str:
    """The words of the sentence before `pos`; before the first answer of an exam question, those of the question."""
    answer = _FIRST_ANSWER.search(text[max(0, pos - 12) : pos])
    return before(text, pos - len(answer[0]) if answer else pos)


def read_group(text: str, group: Sequence[Candidate], every: Sequence[Candidate], *, of_spine: bool = False) -> list[Reading]:
    """One reading for each candidate of a group."""
    left, right = _words_before(text, group[0].start), group[-1].end
    dropped = [bone_called_c8(text, c) or is_look_alike(text, c, group, every, of_spine=of_spine) for c in group]
    if any(dropped) and group[0].form == "letter" and not names_bone(text, right):
        # "specimens L2 and L3", "T1 and T2 sequences": one look-alike of a list makes all of them.
        dropped = [drop or (c.single and not names_bone(text, c.end)) for c, drop in zip(group, dropped, strict=True)]
    readings = [Reading.NONE if drop else Reading.BONE for drop in dropped]
    last_single = group[-1].single
    by_right = root_after(text, right, group[-1])
    for place, candidate in enumerate(group):
        if readings[place] is Reading.NONE:
            continue
        if (
            (by_right and candidate.single == last_single)
            or root_before(left, text, right, candidate)
            or root_after(text, candidate.end, candidate)
        ):
            readings[place] = Reading.ROOT
    return readings
