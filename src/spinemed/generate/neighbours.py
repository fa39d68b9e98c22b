"""Levels beside a level: where wrong options come from, and which bones a level takes up."""

from __future__ import annotations

from collections.abc import Iterator

from spinemed.domain.levels import STANDARD_ROW, Range, Region, Segment, Vertebra
from spinemed.domain.names import Anatomy, levels_of
from spinemed.domain.roots import Root

VERTEBRAE = tuple(v for v in STANDARD_ROW.vertebrae if Vertebra.C1 <= v <= Vertebra.S1)
"""The vertebrae an option may name, from the head down."""


def near(key: Anatomy) -> list[Anatomy]:
    """Levels of the key's kind, the nearest first; of a range, those that end a little higher or lower."""
    match key:
        case Vertebra():
            return [v for v in sorted(VERTEBRAE, key=lambda v: abs(v.position - key.position)) if v != key]
        case Segment():
            row = sorted(STANDARD_ROW.segments[1:], key=lambda s: abs(s.upper.position - key.upper.position))
            return [s for s in row if s != key]
        case Root():
            return [r for r in sorted(Root, key=lambda r: abs(r.position - key.position)) if r != key]
        case Range():
            return list(_ranges(key))
        case Region():
            return []


def _ranges(key: Range) -> Iterator[Range]:
    if key.top not in STANDARD_ROW or key.bottom not in STANDARD_ROW:
        return
    top, bottom = STANDARD_ROW.place(key.top) - 1, STANDARD_ROW.place(key.bottom) - 1
    for up, down in ((0, 1), (-1, 0), (1, 0), (0, -1), (-1, 1), (1, 1), (-1, -1), (0, 2), (-2, 0)):
        if 0 <= top + up < bottom + down < len(VERTEBRAE):
            yield Range(VERTEBRAE[top + up], VERTEBRAE[bottom + down])


def row_of(place: Anatomy) -> list[Anatomy]:
    """The standard places of the kind, from the head down."""
    match place:
        case Vertebra():
            return list(VERTEBRAE)
        case Segment():
            return list(STANDARD_ROW.segments[1:])
        case _:
            return sorted((place, *near(place)), key=str)


def bones_of(anatomy: Anatomy) -> set[str]:
    """The vertebrae a level takes up, by name; a root is its own."""
    match anatomy:
        case Segment(upper, lower):
            return {upper.value, lower.value}
        case Range():
            return set(levels_of(anatomy))
        case _:
            return {str(anatomy)}
