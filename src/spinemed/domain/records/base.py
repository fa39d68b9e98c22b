"""What every record is: a frozen, versioned value that refuses unknown fields and reads itself back from JSON."""

from __future__ import annotations

import hashlib
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, ValidationError, WithJsonSchema
from pydantic_core import ErrorDetails

from spinemed.domain.names import Anatomy, AnatomyKind, from_levels, kind_of, levels_of
from spinemed.errors import GradeError, RecordError


class Part(BaseModel):
    """A value inside a record; it has no version of its own."""

    model_config = ConfigDict(frozen=True, extra="forbid", ser_json_inf_nan="strings", hide_input_in_errors=True)


class Record(Part):
    """A record of DESIGN's list. Fields that may be missing default to None or to an empty tuple."""

    schema_version: Literal[1] = 1

    def to_json(self) -> str:
        """One line of JSON, the same for the same record."""
        return self.model_dump_json()

    @classmethod
    def from_json(cls, line: str | bytes) -> Self:
        """Read one line written by `to_json`.

        Raises:
            RecordError: it breaks the schema; the message names fields and rules, never values, which may be a patient's.
        """
        try:
            return cls.model_validate_json(line)
        except ValidationError as error:
            raise RecordError(f"{cls.__name__}: {describe(error)}") from None


def added(default: Any) -> Any:
    """A field added to format 1 after its release: written only where it says something, so that ids stay the same."""
    return Field(default=default, exclude_if=lambda value: value == default)


def describe(error: ValidationError) -> str:
    """Field and rule of every fault, without the values received."""
    faults = error.errors(include_input=False, include_url=False)
    return "; ".join(f"{'.'.join(map(str, fault['loc'])) or 'record'}: {_rule(fault)}" for fault in faults)


def _rule(fault: ErrorDetails) -> str:
    """The rule broken; of the rules in use, these two would quote what they refuse."""
    context = fault.get("ctx", {})
    if fault["type"] == "union_tag_invalid":
        return f"{context['discriminator']} should be {context['expected_tags']}"
    if fault["type"] in ("extra_forbidden", "unexpected_keyword_argument"):
        return "unknown name: check its spelling, or leave it out"
    if isinstance(context.get("error"), GradeError):
        return "Value error, no grade of this scale, or a scale that does not grade this finding"
    return fault["msg"]


def content_id(prefix: str, record: Part, *, exclude: frozenset[str] = frozenset({"id"})) -> str:
    """An id made of what a record says: the same content has the same id, whoever made it and whenever."""
    content = record.model_dump_json(exclude=set(exclude))
    return f"{prefix}-{hashlib.blake2b(content.encode(), digest_size=10).hexdigest()}"


class _AnatomyForm(Part):
    kind: AnatomyKind
    levels: tuple[str, ...]


def _read_anatomy(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    form = _AnatomyForm.model_validate(value)
    return from_levels(form.kind, form.levels)


def _write_anatomy(anatomy: Anatomy) -> dict[str, object]:
    return {"kind": kind_of(anatomy), "levels": list(levels_of(anatomy))}


AnatomyField = Annotated[
    Anatomy,
    BeforeValidator(_read_anatomy),
    PlainSerializer(_write_anatomy),
    WithJsonSchema(_AnatomyForm.model_json_schema()),
]
"""An anatomy that travels as `{"kind": "segment", "levels": ["L4-L5"]}`, as `spinemed levels` prints it."""
