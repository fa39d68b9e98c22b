"""One fact as a text states it, before it becomes a record with evidence."""

from __future__ import annotations

from dataclasses import dataclass

from spinemed.domain.assertion import Certainty, Laterality
from spinemed.domain.findings import Finding
from spinemed.domain.levels import Region
from spinemed.domain.names import Anatomy
from spinemed.domain.quantities import Quantity
from spinemed.domain.roots import Zone
from spinemed.domain.scales import Grade


@dataclass(frozen=True, slots=True)
class TextFact:
    """A finding (a sign too) or a measurement that `text[start:end]` states, offsets in code points.

    `anatomy` is `Region.UNSTATED` where the text names no place. `place` is the stretch that names the level where that stands
    outside the span (a heading, the head of a list). Exactly one of `finding` and `quantity` is set.
    """

    start: int
    end: int
    anatomy: Anatomy = Region.UNSTATED
    finding: Finding | None = None
    grade: Grade | None = None
    quantity: Quantity | None = None
    value: float | None = None
    unit: str | None = None
    side: Laterality = Laterality.NOT_STATED
    zone: Zone | None = None
    certainty: Certainty = Certainty.PRESENT
    place: tuple[int, int] | None = None
