"""The skeletal levels of the spine as ordered values: vertebrae, motion segments, ranges, and the row they stand in.

Order runs from head to tail: C0 (occiput) is the least, Co (coccyx) the greatest. T13 and L6 are real variants and have
their own places; what depends on how many vertebrae *this* spine has (neighbours, distance, what lies between) is asked of
a `SpineRow`, whose standard form has twelve thoracic and five lumbar vertebrae.

Sources: clinical conventions of this project (docs/reference/clinical.md); numbering variants after Carrino et al. 2011 and
O'Driscoll et al. 1996.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from enum import Enum, StrEnum
from functools import cache, cached_property
from typing import Self

from spinemed.errors import LevelError


class Region(StrEnum):
    """Part of the column; `OCCIPITAL` stands for C0 alone, the junctions belong to no single vertebra.

    `UNSTATED` is the place of a finding whose text names none: it is no level, and nothing may be concluded from it.
    """

    OCCIPITAL = "occipital"
    CERVICAL = "cervical"
    THORACIC = "thoracic"
    LUMBAR = "lumbar"
    SACRAL = "sacral"
    COCCYGEAL = "coccygeal"
    CRANIOVERTEBRAL = "craniovertebral"
    CERVICOTHORACIC = "cervicothoracic"
    THORACOLUMBAR = "thoracolumbar"
    LUMBOSACRAL = "lumbosacral"
    UNSTATED = "not_stated"


class Variant(StrEnum):
    """A departure from the standard row; valid only where the source says so, and always carried as a flag."""

    T13 = "thirteenth_thoracic_vertebra"
    L6 = "sixth_lumbar_vertebra"
    ELEVEN_THORACIC = "eleven_thoracic_vertebrae"
    FOUR_LUMBAR = "four_lumbar_vertebrae"
    S1_S2_DISC = "s1_s2_disc"
    LSTV = "lumbosacral_transitional_vertebra"
    SACRALISED_L5 = "sacralised_l5"
    LUMBARISED_S1 = "lumbarised_s1"
    CERVICAL_RIB = "cervical_rib"
    LUMBAR_RIB = "lumbar_rib"


class HeadToTail(Enum):
    """A series of the spine whose members are listed, and so ordered, from head to tail."""

    @property
    def position(self) -> int:
        """Place in the series from the head, counted from 0; T13 and L6 have theirs, so it is no count of bones."""
        return _positions(type(self))[self]

    def _comparable(self, other: Self) -> Self:
        # A bone is neither above nor below a root of its name.
        if type(other) is not type(self):
            raise TypeError(f"{type(self).__name__} and {type(other).__name__} have no common order")
        return other

    def __lt__(self, other: Self) -> bool:
        return self.position < self._comparable(other).position

    def __le__(self, other: Self) -> bool:
        return self.position <= self._comparable(other).position

    def __gt__(self, other: Self) -> bool:
        return self.position > self._comparable(other).position

    def __ge__(self, other: Self) -> bool:
        return self.position >= self._comparable(other).position


@cache
def _positions(series: type[HeadToTail]) -> dict[HeadToTail, int]:
    return {member: place for place, member in enumerate(series)}


class Vertebra(HeadToTail):
    """One bone of the column, ordered from head to tail; C0 is the occiput, Co the coccyx.

    >>> Vertebra.T12 < Vertebra.L1
    True
    """

    C0 = "C0"
    C1 = "C1"
    C2 = "C2"
    C3 = "C3"
    C4 = "C4"
    C5 = "C5"
    C6 = "C6"
    C7 = "C7"
    T1 = "T1"
    T2 = "T2"
    T3 = "T3"
    T4 = "T4"
    T5 = "T5"
    T6 = "T6"
    T7 = "T7"
    T8 = "T8"
    T9 = "T9"
    T10 = "T10"
    T11 = "T11"
    T12 = "T12"
    T13 = "T13"
    L1 = "L1"
    L2 = "L2"
    L3 = "L3"
    L4 = "L4"
    L5 = "L5"
    L6 = "L6"
    S1 = "S1"
    S2 = "S2"
    S3 = "S3"
    S4 = "S4"
    S5 = "S5"
    CO = "Co"

    @property
    def region(self) -> Region:
        """Region of the column."""
        return Region.OCCIPITAL if self is Vertebra.C0 else _REGION_OF_LETTERS[self.value.rstrip("0123456789")]

    @property
    def number(self) -> int:
        """Number within the region; 0 for C0 and Co."""
        return int(self.value[1:]) if self is not Vertebra.CO else 0

    @property
    def variants(self) -> frozenset[Variant]:
        """The flag a numeric variant carries; empty for the standard row."""
        variant = {Vertebra.T13: Variant.T13, Vertebra.L6: Variant.L6}.get(self)
        return frozenset({variant} if variant else ())

    def __str__(self) -> str:
        return self.value

    @classmethod
    def of(cls, region: Region, number: int) -> Vertebra:
        """The vertebra of a region by number.

        Raises:
            LevelError: the region has no vertebra of that number (L9, T15; C8 is a root).
        """
        found = _BY_NUMBER.get((region, number))
        if found is None:
            raise LevelError(_why_not(region, number))
        return found


_REGION_OF_LETTERS = {
    "C": Region.CERVICAL,
    "T": Region.THORACIC,
    "L": Region.LUMBAR,
    "S": Region.SACRAL,
    "Co": Region.COCCYGEAL,
}
# C0 is asked for as cervical 0, the way it is written.
_BY_NUMBER = {(vertebra.region, vertebra.number): vertebra for vertebra in Vertebra}
_BY_NUMBER[Region.CERVICAL, 0] = Vertebra.C0
_LAST = {
    Region.CERVICAL: "C7",
    Region.THORACIC: "T12 (T13 as a variant)",
    Region.LUMBAR: "L5 (L6 as a variant)",
    Region.SACRAL: "S5",
}


def _why_not(region: Region, number: int) -> str:
    if region is Region.CERVICAL and number == 8:
        return "C8 is a nerve root, not a vertebra: use Root.C8, or C7 or T1 for the bone"
    last = _LAST.get(region)
    return f"the {region} spine has no vertebra {number}" + (f": it ends at {last}" if last else "")


@dataclass(frozen=True)
class SpineRow:
    """The vertebrae of one spine, from C0 to Co, by how many thoracic and lumbar ones it has.

    Args:
        thoracic: 11 to 13.
        lumbar: 4 to 6.

    Raises:
        LevelError: a count outside these.
    """

    thoracic: int = 12
    lumbar: int = 5

    def __post_init__(self) -> None:
        if self.thoracic not in (11, 12, 13) or self.lumbar not in (4, 5, 6):
            raise LevelError(f"no spine has {self.thoracic} thoracic and {self.lumbar} lumbar vertebrae: give 11-13 and 4-6")

    @cached_property
    def vertebrae(self) -> tuple[Vertebra, ...]:
        """Every vertebra from C0 to Co."""
        last = {Region.THORACIC: self.thoracic, Region.LUMBAR: self.lumbar}
        return tuple(v for v in Vertebra if v.number <= last.get(v.region, v.number))

    @cached_property
    def _place(self) -> dict[Vertebra, int]:
        return {vertebra: place for place, vertebra in enumerate(self.vertebrae)}

    @cached_property
    def segments(self) -> tuple[Segment, ...]:
        """Every motion segment from C0-C1 to the lumbosacral one; sacral joints are left out."""
        presacral = [v for v in self.vertebrae if v <= Vertebra.S1]
        return tuple(Segment(a, b) for a, b in itertools.pairwise(presacral))

    @cached_property
    def discs(self) -> tuple[Segment, ...]:
        """The segments that hold a disc: 23 in the standard row, C2-C3 to L5-S1."""
        return tuple(segment for segment in self.segments if segment.has_disc)

    @property
    def variants(self) -> frozenset[Variant]:
        """Flags of a row other than the standard one."""
        named = {(11, "t"): Variant.ELEVEN_THORACIC, (13, "t"): Variant.T13, (4, "l"): Variant.FOUR_LUMBAR, (6, "l"): Variant.L6}
        return frozenset(named[key] for key in ((self.thoracic, "t"), (self.lumbar, "l")) if key in named)

    def __contains__(self, vertebra: Vertebra) -> bool:
        return vertebra in self._place

    def above(self, vertebra: Vertebra) -> Vertebra | None:
        """The next vertebra towards the head, None above C0."""
        place = self.place(vertebra)
        return self.vertebrae[place - 1] if place else None

    def below(self, vertebra: Vertebra) -> Vertebra | None:
        """The next vertebra towards the tail, None below Co."""
        place = self.place(vertebra)
        return self.vertebrae[place + 1] if place + 1 < len(self.vertebrae) else None

    def distance(self, a: Vertebra, b: Vertebra) -> int:
        """Steps from a to b in this row, positive towards the tail."""
        return self.place(b) - self.place(a)

    def between(self, a: Vertebra, b: Vertebra) -> tuple[Vertebra, ...]:
        """Every vertebra from a to b, both included, listed from the top whichever was given first."""
        first, last = sorted((self.place(a), self.place(b)))
        return self.vertebrae[first : last + 1]

    def place(self, vertebra: Vertebra) -> int:
        """Place of a vertebra counted from C0 = 0.

        Raises:
            LevelError: the row has no such vertebra.
        """
        if vertebra not in self._place:
            raise LevelError(f"{vertebra} does not exist in a row of {self.thoracic} thoracic and {self.lumbar} lumbar vertebrae")
        return self._place[vertebra]


@cache
def _row(thoracic: int, lumbar: int) -> SpineRow:
    """One object a row: its places are counted once."""
    return SpineRow(thoracic, lumbar)


STANDARD_ROW = _row(12, 5)


@dataclass(frozen=True)
class Segment:
    """Two neighbouring bones and what joins them, named from the top: L4-L5.

    C0-C1 and C1-C2 are motion segments without a disc. Pairs that are neighbours only in a variant row (L5-L6, T11-L1,
    L4-S1) are valid and flagged in `variants`.

    Raises:
        LevelError: the two are not neighbours in any row.
    """

    upper: Vertebra
    lower: Vertebra

    def __post_init__(self) -> None:
        if (self.upper, self.lower) not in _JOINTS:
            raise LevelError(
                f"{self.upper}-{self.lower} is no motion segment: its ends must be neighbours, the upper one first"
                + (" (use a Range)" if self.upper < self.lower else "")
            )

    @property
    def variants(self) -> frozenset[Variant]:
        """Flags of a segment outside the standard row; the S1-S2 one stands for its rudimentary disc."""
        return _JOINTS[self.upper, self.lower]

    @property
    def has_disc(self) -> bool:
        """True where an intervertebral disc is expected: C2-C3 to the lumbosacral one."""
        return self.upper >= Vertebra.C2 and self.lower <= Vertebra.S1

    @property
    def region(self) -> Region:
        """Region of the upper bone, as discs are counted (C7-T1 cervical, T12-L1 thoracic, L5-S1 lumbar)."""
        return Region.CERVICAL if self.upper is Vertebra.C0 else self.upper.region

    def __str__(self) -> str:
        return f"{self.upper}-{self.lower}"


_JOINTS: dict[tuple[Vertebra, Vertebra], frozenset[Variant]] = {
    **dict.fromkeys(zip(STANDARD_ROW.vertebrae, STANDARD_ROW.vertebrae[1:], strict=False), frozenset()),
    (Vertebra.T12, Vertebra.T13): frozenset({Variant.T13}),
    (Vertebra.T13, Vertebra.L1): frozenset({Variant.T13}),
    (Vertebra.T11, Vertebra.L1): frozenset({Variant.ELEVEN_THORACIC}),
    (Vertebra.L5, Vertebra.L6): frozenset({Variant.L6}),
    (Vertebra.L6, Vertebra.S1): frozenset({Variant.L6}),
    (Vertebra.L4, Vertebra.S1): frozenset({Variant.FOUR_LUMBAR}),
    # Fused in the adult: a disc here is rudimentary and exists only where a source describes it.
    (Vertebra.S1, Vertebra.S2): frozenset({Variant.S1_S2_DISC}),
}


@dataclass(frozen=True)
class Range:
    """Several vertebrae in a row, both ends included: L3-S1 is L3, L4, L5, S1.

    Args:
        inside: T13 or L6 between the ends, where the source names it (`L5-L6-S1`); others are left away.

    Raises:
        LevelError: the bottom does not lie below the top.
    """

    top: Vertebra
    bottom: Vertebra
    inside: frozenset[Vertebra] = frozenset()

    def __post_init__(self) -> None:
        if not self.top < self.bottom:
            raise LevelError(f"range {self.top} to {self.bottom}: the bottom must lie below the top")
        named = {v for v in self.inside if v.variants and self.top < v < self.bottom}
        object.__setattr__(self, "inside", frozenset(named))

    @property
    def row(self) -> SpineRow:
        """The plainest row that has both ends: a T13 or L6 appears only where the source names it."""
        named = {self.top, self.bottom} | self.inside
        return _row(13 if Vertebra.T13 in named else 12, 6 if Vertebra.L6 in named else 5)

    @property
    def vertebrae(self) -> tuple[Vertebra, ...]:
        """Every vertebra of the range from the top, by the plainest row."""
        return self.row.between(self.top, self.bottom)

    @property
    def segments(self) -> tuple[Segment, ...]:
        """The motion segments inside the range: L3-L5 holds L3-L4 and L4-L5."""
        members = self.vertebrae
        return tuple(Segment(a, b) for a, b in itertools.pairwise(members))

    @property
    def variants(self) -> frozenset[Variant]:
        """Flags of the vertebrae inside."""
        return self.row.variants

    def __str__(self) -> str:
        return f"{self.top} to {self.bottom}"
