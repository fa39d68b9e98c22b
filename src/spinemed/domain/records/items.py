"""Items and what is kept beside them: traces, checks, model calls, reviews, ratings, examples, predictions, scores."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal, Self, get_args

from pydantic import Field, NonNegativeFloat, NonNegativeInt, model_validator

from spinemed.domain.assertion import Numbering
from spinemed.domain.records.base import Part, Record, content_id
from spinemed.domain.records.evidence import TextSpan
from spinemed.domain.records.facts import Fact
from spinemed.domain.records.sources import Picture, Source
from spinemed.domain.taxonomy import Axis, Language, Modality, SubCondition, Subfield, Task


class Message(Part):
    """One turn of a chat; a picture stands in the text as `<image>`, in the order of the item's pictures."""

    role: Literal["system", "user", "assistant"]
    content: str = Field(min_length=1)


class Option(Part):
    """One answer of a multiple choice, and for a wrong one the fact that refutes it."""

    letter: Literal["A", "B", "C", "D", "E", "F"]
    text: str = Field(min_length=1)
    refuted_by: str | None = None

    @property
    def line(self) -> str:
        """The option as a question lists it."""
        return f"{self.letter}. {self.text}"


SectionName = Literal[
    "imaging_findings", "diagnosis", "treatment", "risk_and_prognosis", "postoperative_management", "basis_and_disclaimer"
]
SECTIONS: tuple[SectionName, ...] = get_args(SectionName)
"""The sections of a structured report, in order."""


class ReportSection(Part):
    """One of the six sections of a structured report."""

    name: SectionName
    text: str


class Item(Record):
    """One piece of instruction data with everything a program needs to check it.

    `id` is a hash of the content. `context` holds the stretches of source text shown to the reader, verbatim. `pair` joins the
    English and the Chinese item made of the same facts.
    """

    id: str = ""
    task: Task
    language: Language
    modality: Modality
    axes: tuple[Axis, ...]
    subfield: Subfield = Subfield.UNCLASSIFIED
    sub_condition: SubCondition = SubCondition.UNCLASSIFIED
    levels: tuple[str, ...] = ()
    numbering: Numbering
    pictures: tuple[Picture, ...] = ()
    messages: tuple[Message, ...] = Field(min_length=2)
    options: tuple[Option, ...] = ()
    key: Literal["A", "B", "C", "D", "E", "F"] | None = None
    sections: tuple[ReportSection, ...] = ()
    facts: tuple[Fact, ...] = ()
    context: tuple[TextSpan, ...] = ()
    sources: tuple[Source, ...] = Field(min_length=1)
    pair: str | None = None

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if (self.task is Task.MCQ) != bool(self.options) or (self.key is None) == bool(self.options):
            raise ValueError("a multiple choice item has options and a key, others have neither")
        if self.key is not None and self.key not in [option.letter for option in self.options]:
            raise ValueError(f"the key {self.key} is not among the {len(self.options)} options")
        if len({option.letter for option in self.options}) < len(self.options):
            raise ValueError("two options have one letter")
        if not self.id:
            object.__setattr__(self, "id", content_id("item", self))
        return self


class Parameter(Part):
    """A named setting, as text."""

    name: str
    value: str


class Trace(Record):
    """How one stage made an item. Clock times, cost and response ids stand in the run folder only."""

    item: str
    stage: Literal["construct", "draft", "revise"]
    engine: str
    model: str | None = None
    model_version: str | None = None
    prompt: str | None = None
    prompt_hash: str | None = None
    criteria_version: str | None = None
    parameters: tuple[Parameter, ...] = ()
    seed: int | None = None
    ledger_key: str | None = None


class Verdict(StrEnum):
    """Outcome of a check."""

    PASS = "pass"  # noqa: S105 - a verdict, no password
    FAIL = "fail"
    NOT_APPLICABLE = "not_applicable"


class Check(Record):
    """One named check of an item and why it came out so."""

    name: str
    verdict: Verdict
    reason: str


class Candidate(Record):
    """An item on its way through the checks, with its traces."""

    item: Item
    traces: tuple[Trace, ...]
    checks: tuple[Check, ...] = ()


class Call(Record):
    """One ledger entry: a model call whose reply was committed before it was used."""

    key: str
    stage: str
    model: str
    request_hash: str
    reply: str
    prompt_tokens: NonNegativeInt | None = None
    completion_tokens: NonNegativeInt | None = None
    cost: NonNegativeFloat | None = None


class Review(Record):
    """A clinician's decision on an item."""

    id: str
    item: str
    reviewer: str
    decision: Literal["accept", "correct", "reject"]
    reason: str | None = None
    corrected: str | None = None


class DimensionScore(Part):
    """A score from 1 (worst) to 5 on one dimension."""

    dimension: str
    score: int = Field(ge=1, le=5)


class Rating(Record):
    """A clinician's scores of a model output."""

    item: str
    model: str
    reviewer: str
    scores: tuple[DimensionScore, ...]
    preference: str | None = None
    safety_flag: bool = False


class Example(Record):
    """An accepted item in a dataset."""

    item: Item
    traces: tuple[Trace, ...] = ()
    split: Literal["train", "validation", "test"]
    weight: NonNegativeFloat = 1.0


class Prediction(Record):
    """A model's reply to an item."""

    item: str
    model: str
    text: str
    answer: str | None = None


class Score(Record):
    """The score of one prediction."""

    item: str
    model: str
    metric: str
    value: float
    reason: str | None = None
