"""What the words around a candidate make of it: a bone, a nerve root, or a look-alike.

Candidates that share a list ("L3, L4 and L5 medial branches", "T1 and T2 sequences") are read as one group: what follows the
last or stands before the first holds for all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto

from spinemed.language.levels.chains import Candidate
from spinemed.language.levels.look_alikes import bone_called_c8, is_look_alike
from spinemed.language.levels.root_cues import root_after, root_before
from spinemed.language.levels.windows import before, names_bone


class Reading(Enum):
    """What a candidate is."""

    BONE = auto()
    ROOT = auto()
    NONE = auto()


_LINK = re.compile(
    r"\s*(?:(?:left|right|bilaterally)\b)?\s*(?:,|，|、|&|\+|/|and|or|versus|vs\.?|和|及|与|或|以及|as well as)?\s*(?:,|and|"
    r"or)?\s*(?:the)?\s*(?:left|right|both|bilateral|exiting|traversing|左侧|右侧|双侧|左|右)?\s*(?:[A-E][.、．)]\s*)?",
    re.I,
)


def groups(text: str, candidates: Sequence[Candidate]) -> Iterator[list[Candidate]]:
    """Candidates linked by nothing but list words, in order."""
    group: list[Candidate] = []
    for candidate in candidates:
        if group and (candidate.start - group[-1].end > 24 or not _LINK.fullmatch(text, group[-1].end, candidate.start)):
            yield group
            group = []
        group.append(candidate)
    if group:
        yield group


def read_group(text: str, group: Sequence[Candidate], every: Sequence[Candidate]) -> list[Reading]:
    """One reading for each candidate of a group."""
    left, right = before(text, group[0].start), group[-1].end
    dropped = [bone_called_c8(text, candidate) or is_look_alike(text, candidate, group, every) for candidate in group]
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
