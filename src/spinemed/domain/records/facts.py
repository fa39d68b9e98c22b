"""A fact: what is so, where, how surely, and by which evidence."""

from __future__ import annotations

from typing import Self

from pydantic import Field, FiniteFloat, field_validator, model_validator

from spinemed.domain.assertion import Certainty, Laterality, Numbering
from spinemed.domain.findings import FINDINGS, Finding, grade_for
from spinemed.domain.levels import Region, Segment, Variant
from spinemed.domain.names import Anatomy, kind_of
from spinemed.domain.procedures import Procedure
from spinemed.domain.records.base import AnatomyField, Record, added, content_id
from spinemed.domain.records.evidence import Evidence
from spinemed.domain.records.sources import Document, Study
from spinemed.domain.roots import Root, Zone
from spinemed.domain.scales import Grade
from spinemed.domain.taxonomy import SubCondition, Subfield


class Fact(Record):
    """A claim with its evidence.

    A fact without finding, quantity and procedure says only that its evidence names this level. `quantity` is a measurement (a
    `Quantity`, or what a measuring tool calls it) with `value`, `unit` and, where known, `interval` (low, high) in the same unit;
    `procedure` is what a plan or an operation note names. Evidence begins with the span that states the fact; where the level
    stands apart from it (in a heading, say), that span follows.
    """

    id: str = ""
    anatomy: AnatomyField
    finding: Finding | None = None
    grade: Grade | None = None
    quantity: str | None = None
    procedure: Procedure | None = added(None)
    value: FiniteFloat | None = None
    unit: str | None = None
    interval: tuple[float, float] | None = None
    laterality: Laterality = Laterality.NOT_STATED
    zone: Zone | None = None
    certainty: Certainty
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    method: str
    numbering: Numbering
    variants: tuple[Variant, ...] = ()

    @model_validator(mode="after")
    def _is_sound(self) -> Self:
        if self.finding is not None:
            _check_place(self.finding, self.anatomy, self.variants)
        if not set(variants_of(self.anatomy)) <= set(self.variants):
            raise ValueError("a level outside the standard row carries its flag: pass variants=variants_of(anatomy)")
        if self.grade is not None:
            if self.finding is None:
                raise ValueError("a grade needs the finding it grades")
            grade_for(self.finding, self.grade)
        if (self.value is None) != (self.unit is None) or (self.quantity is None) != (self.value is None):
            raise ValueError("a measurement has quantity, value and unit together")
        if self.procedure is not None and (self.finding is not None or self.quantity is not None):
            raise ValueError("a fact about a procedure holds no finding and no measurement")
        if self.interval is not None and (self.value is None or not self.interval[0] <= self.interval[1]):
            raise ValueError("an interval belongs to a value and runs from low to high")
        if not self.id:
            object.__setattr__(self, "id", content_id("fact", self))
        return self

    @field_validator("variants", mode="after")
    @classmethod
    def _in_order(cls, variants: tuple[Variant, ...]) -> tuple[Variant, ...]:
        return tuple(sorted(set(variants)))

    @property
    def claim(self) -> tuple[Finding | None, Anatomy, Laterality, str | None, Certainty]:
        """Finding, anatomy, side, grade or value, certainty: what a check compares."""
        degree = str(self.grade) if self.grade else f"{self.value} {self.unit}" if self.value is not None else None
        return self.finding, self.anatomy, self.laterality, degree, self.certainty


def _check_place(finding: Finding, anatomy: Anatomy, variants: tuple[Variant, ...]) -> None:
    info = FINDINGS[finding]
    if kind_of(anatomy) not in info.anatomy:
        raise ValueError(f"{finding.value} cannot lie in a {kind_of(anatomy)}: allowed are {', '.join(sorted(info.anatomy))}")
    # S1-S2 has a disc only where the source says so: then the fact carries its flag.
    if info.disc_only and isinstance(anatomy, Segment) and not anatomy.has_disc and anatomy.variants.isdisjoint(variants):
        raise ValueError(f"{finding.value} needs a disc, and {anatomy} has none")


def variants_of(anatomy: Anatomy) -> tuple[Variant, ...]:
    """The flags a level outside the standard row carries."""
    return () if isinstance(anatomy, Root | Region) else tuple(sorted(anatomy.variants))


class FactSheet(Record):
    """All facts of one document or study, with the material they were read from, and what field they belong to."""

    id: str
    content: Document | Study = Field(discriminator="kind")
    facts: tuple[Fact, ...] = ()
    subfield: Subfield = Subfield.UNCLASSIFIED
    sub_condition: SubCondition = SubCondition.UNCLASSIFIED
