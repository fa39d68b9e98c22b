"""A question before it is written: what it asks, its options with what refutes them, and the words of each language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from spinemed.domain.records import Fact, TextSpan
from spinemed.domain.taxonomy import Axis, Language


@dataclass(frozen=True)
class Choice:
    """One option in each language; `refuted_by` is the id of the fact that makes it wrong, None for the key."""

    text: Mapping[Language, str]
    refuted_by: str | None


@dataclass(frozen=True)
class Question:
    """One question for all languages.

    `about` are the facts asked for (they count towards the limit), `facts` all that the item rests on.
    """

    kind: str
    axes: tuple[Axis, ...]
    about: tuple[Fact, ...]
    facts: tuple[Fact, ...]
    levels: tuple[str, ...]
    options: tuple[Choice, ...]
    words: Mapping[Language, Mapping[str, str]]
    rationale: Mapping[Language, str]
    context: tuple[TextSpan, ...] = ()
    shown: Mapping[Language, str] = field(default_factory=dict[Language, str])
