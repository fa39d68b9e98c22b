"""Questions and dialogues before they are written: what they ask, what they rest on, and the words of each language."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from spinemed.domain.levels import Region
from spinemed.domain.names import levels_of
from spinemed.domain.records import Fact, ReportSection, TextSpan
from spinemed.domain.taxonomy import Axis, Language, Task

DISTRACTORS = 3
"""Wrong options of a multiple choice; a scale that is short enough gives all its other values."""


@dataclass(frozen=True)
class Choice:
    """One option in each language; `refuted_by` is the id of the fact that makes it wrong, None for the key."""

    text: Mapping[Language, str]
    refuted_by: str | None


@dataclass(frozen=True)
class Question:
    """One question for all languages: a multiple choice, or an open question where it has no options.

    `about` are the facts asked for (they count towards the limit), `facts` all that the item rests on. `rationale` is what the
    reply says beside the key; the whole answer of an open question.
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
    languages: tuple[Language, ...] = tuple(Language)

    @property
    def task(self) -> Task:
        """Multiple choice or open question."""
        return Task.MCQ if self.options else Task.OPEN_QA


@dataclass(frozen=True)
class Dialogue:
    """A consultation or a report: what user and assistant say in turn, in each language; a report's reply has sections."""

    kind: str
    task: Task
    axes: tuple[Axis, ...]
    about: tuple[Fact, ...]
    facts: tuple[Fact, ...]
    levels: tuple[str, ...]
    turns: Mapping[Language, tuple[str, ...]]
    context: tuple[TextSpan, ...] = ()
    sections: Mapping[Language, tuple[ReportSection, ...]] = field(default_factory=dict[Language, tuple[ReportSection, ...]])
    languages: tuple[Language, ...] = tuple(Language)


def both(write: Callable[[Language], str]) -> dict[Language, str]:
    """What a function writes for each language."""
    return {language: write(language) for language in Language}


def levels_named(facts: Sequence[Fact]) -> tuple[str, ...]:
    """The levels facts are about, each once; a region is none."""
    return tuple(dict.fromkeys(level for f in facts if not isinstance(f.anatomy, Region) for level in levels_of(f.anatomy)))
