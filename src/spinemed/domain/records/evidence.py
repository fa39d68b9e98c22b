"""What a fact rests on."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, NonNegativeInt, model_validator

from spinemed.domain.records.base import Part, added


class TextSpan(Part):
    """A stretch of a document's canonical text: `text[start:end] == quote`, offsets in code points."""

    kind: Literal["text_span"] = "text_span"
    source: str
    start: NonNegativeInt
    end: NonNegativeInt
    quote: str

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if self.end - self.start != len(self.quote) or not self.quote:
            raise ValueError(f"a span from {self.start} to {self.end} cannot hold a quote of {len(self.quote)} characters")
        return self

    def holds(self, other: TextSpan) -> bool:
        """True where the other span lies inside this one and its quote stands at its offsets."""
        if other.source != self.source or other.start < self.start or other.end > self.end:
            return False
        return self.quote[other.start - self.start : other.end - self.start] == other.quote


class MaskEvidence(Part):
    """Labels of a mask and what was measured on them; `mark` is the letter that shows them in the study's picture."""

    kind: Literal["mask"] = "mask"
    study: str
    mask: str
    labels: tuple[int, ...]
    measurement: str | None = None
    mark: str | None = added(None)


class GradingRow(Part):
    """One row of a grading table, by its place and the columns read; `row` counts data rows from 0."""

    kind: Literal["grading_row"] = "grading_row"
    source: str
    row: NonNegativeInt
    columns: tuple[str, ...] = ()


class ClinicianDecision(Part):
    """A decision made on a review page."""

    kind: Literal["clinician_decision"] = "clinician_decision"
    review: str


Evidence = Annotated[TextSpan | MaskEvidence | GradingRow | ClinicianDecision, Field(discriminator="kind")]
