"""Spinal nerve roots and the segments they leave through.

C1-C7 leave above the vertebra of their number, C8 between C7 and T1, all from T1 down below it: foramen C5-C6 holds root C6,
foramen L4-L5 holds L4. Which root a disc *may* hit follows from region and zone (`typical_targets`); it is a default, never a
proof: migration, transitional and anomalous anatomy break it, so a root is named only where the source names it.

Source: Greenberg, Handbook of Neurosurgery (disc level and root); AANS/NASS lumbar disc nomenclature 2.0 for the zones.
"""

from __future__ import annotations

from enum import StrEnum

from spinemed.domain.levels import STANDARD_ROW, HeadToTail, Region, Segment, Vertebra
from spinemed.errors import LevelError


class Root(HeadToTail):
    """A spinal nerve root, ordered from head to tail; C8 exists only here."""

    C1 = "C1"
    C2 = "C2"
    C3 = "C3"
    C4 = "C4"
    C5 = "C5"
    C6 = "C6"
    C7 = "C7"
    C8 = "C8"
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
    L1 = "L1"
    L2 = "L2"
    L3 = "L3"
    L4 = "L4"
    L5 = "L5"
    S1 = "S1"
    S2 = "S2"
    S3 = "S3"
    S4 = "S4"
    S5 = "S5"

    @property
    def region(self) -> Region:
        """Region of the root by its letter."""
        letters = {"C": Region.CERVICAL, "T": Region.THORACIC, "L": Region.LUMBAR, "S": Region.SACRAL}
        return letters[self.value[0]]

    def __str__(self) -> str:
        return self.value

    @classmethod
    def of(cls, region: Region, number: int) -> Root:
        """The root of a region by number.

        Raises:
            LevelError: there is no such root (C9, L6: a sixth lumbar nerve has no settled name).
        """
        for root in cls:
            if root.region is region and root.value[1:] == str(number):
                return root
        raise LevelError(f"no nerve root {number} leaves the {region} spine")

    @classmethod
    def between(cls, a: Root, b: Root) -> tuple[Root, ...]:
        """Every root from a to b, both included, from the top; crosses C8 between C7 and T1."""
        first, last = sorted((a.position, b.position))
        return tuple(cls)[first : last + 1]


class Zone(StrEnum):
    """Where across the canal a finding lies; `SUBARTICULAR` is the lateral recess, `EXTRAFORAMINAL` is far lateral."""

    CENTRAL = "central"
    PARACENTRAL = "paracentral"
    SUBARTICULAR = "subarticular"
    FORAMINAL = "foraminal"
    EXTRAFORAMINAL = "extraforaminal"


class Neural(StrEnum):
    """Neural structures in the canal that are no single root."""

    CORD = "spinal_cord"
    CAUDA_EQUINA = "cauda_equina"


def exiting_root(segment: Segment) -> Root:
    """The root that leaves through the foramen of a segment: C5-C6 gives C6, C7-T1 gives C8, L4-L5 gives L4.

    Raises:
        LevelError: a segment of a variant row or of the coccyx, where the numbering of roots is not settled.
    """
    if segment.variants or segment.upper > Vertebra.S4:
        raise LevelError(f"the root leaving at {segment} is not settled by its name: take it from the source")
    if segment.lower is Vertebra.T1:
        return Root.C8
    return Root((segment.lower if segment.lower <= Vertebra.C7 else segment.upper).value)


def exit_segment(root: Root) -> Segment:
    """The segment of the standard row through whose foramen a root leaves; the inverse of `exiting_root`.

    Raises:
        LevelError: S1 and S5 leave through the sacrum, at no segment of the standard row.
    """
    for segment in _EXITS:
        if exiting_root(segment) is root:
            return segment
    raise LevelError(f"root {root} leaves at no motion segment of the standard row")


def traversing_root(segment: Segment) -> Root:
    """The root that passes a lumbar disc on its way to the foramen below: L4-L5 gives L5, L5-S1 gives S1.

    Raises:
        LevelError: not one of L1-L2 to L5-S1: the term is used of the standard lumbar spine only.
    """
    if segment.region is not Region.LUMBAR or segment.variants:
        raise LevelError(f"a traversing root is named at L1-L2 to L5-S1 only, not at {segment}")
    return Root(segment.lower.value)


def typical_targets(segment: Segment, zone: Zone) -> tuple[Root | Neural, ...]:
    """What a disc at `segment` typically compresses from `zone`; empty where no default is taught.

    Cervical: the exiting root from any lateral zone, the cord from the centre. Thoracic: the exiting root from the foramen,
    else the cord. Lumbar: the traversing root from paracentral and subarticular, the exiting one from foraminal and
    extraforaminal, the cauda equina from the centre.
    """
    if not segment.has_disc or segment.variants:
        return ()
    lateral = zone in (Zone.FORAMINAL, Zone.EXTRAFORAMINAL)
    if segment.region is Region.LUMBAR:
        if zone is Zone.CENTRAL:
            return (Neural.CAUDA_EQUINA,)
        return (exiting_root(segment) if lateral else traversing_root(segment),)
    if zone is Zone.CENTRAL or (segment.region is Region.THORACIC and not lateral):
        return (Neural.CORD,)
    return (exiting_root(segment),)


_EXITS = (
    *tuple(STANDARD_ROW.segments),
    Segment(Vertebra.S2, Vertebra.S3),
    Segment(Vertebra.S3, Vertebra.S4),
    Segment(Vertebra.S4, Vertebra.S5),
)
