"""What a word pattern of a language states: the shape of the lexicons that the engine reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from spinemed.domain.assertion import Certainty, Laterality
from spinemed.domain.findings import Finding
from spinemed.domain.levels import Region
from spinemed.domain.quantities import Quantity
from spinemed.domain.roots import Zone


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern that states findings.

    Args:
        stems: one of these must stand in the lower-cased sentence, else the pattern is not tried.
        certainty: how the words themselves state it ("foramina patent" is absent); None where cues around decide.
        loose: the match may run over words of other findings ("compressing the cord and the left C6 root"); it hides none.
        again: counts only for the finding of these that was stated last ("T11/12未见骨化" after 黄韧带骨化).
        only_cue: counts only where a cue makes it one of these (bladder change is stated by its denial alone).
    """

    findings: tuple[Finding, ...]
    stems: tuple[str, ...]
    pattern: re.Pattern[str]
    certainty: Certainty | None = None
    loose: bool = False
    only_cue: frozenset[Certainty] = frozenset()
    again: bool = False


@dataclass(frozen=True, slots=True)
class Breaks:
    """Where a sentence falls apart: between clauses, at commas, at list words."""

    clause: re.Pattern[str]
    comma: re.Pattern[str]
    word: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Cues:
    """Words that turn a statement round, each with its reach."""

    denied_before: re.Pattern[str]
    denied_after: re.Pattern[str]
    not_a_denial: re.Pattern[str]
    ends_denial: re.Pattern[str]
    denied_list: re.Pattern[str]
    denied_head: re.Pattern[str]
    listed_on: re.Pattern[str]
    before_event: re.Pattern[str]
    unsure_before: re.Pattern[str]
    unsure_after: re.Pattern[str]
    past_before: re.Pattern[str]
    past_after: re.Pattern[str]
    still: re.Pattern[str]
    family: re.Pattern[str]
    void_sentence: re.Pattern[str]
    void_after: re.Pattern[str]
    void_before: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Tongue:
    """Everything the engine needs of one language."""

    rules: tuple[Rule, ...]
    breaks: Breaks
    cues: Cues
    sides: tuple[tuple[re.Pattern[str], Laterality | None], ...]
    zones: tuple[tuple[re.Pattern[str], Zone | None], ...]
    severities: tuple[tuple[re.Pattern[str], str | None], ...]
    regions: tuple[tuple[re.Pattern[str], Region], ...]
    title: re.Pattern[str]
    at: re.Pattern[str]
    goes_on: re.Pattern[str]
    heading: re.Pattern[str]
    leads: re.Pattern[str]
    quantities: tuple[tuple[re.Pattern[str], Quantity], ...]
    of_finding: dict[Finding, dict[str, Quantity]] = field(default_factory=dict[Finding, dict[str, Quantity]])

    def tried(self, low: str) -> Iterator[Rule]:
        """The rules one of whose stems stands in the lower-cased words."""
        for rule in self.rules:
            for stem in rule.stems:
                if stem in low:
                    yield rule
                    break


def rule(
    findings: Finding | tuple[Finding, ...],
    stems: str,
    source: str,
    certainty: Certainty | None = None,
    *,
    loose: bool = False,
    only: frozenset[Certainty] = frozenset(),
    again: bool = False,
    flags: int = re.I,
) -> Rule:
    """A rule from its pattern; `stems` are separated by blanks, `_` stands for a blank in one."""
    found = findings if isinstance(findings, tuple) else (findings,)
    parts = tuple(stem.replace("_", " ") for stem in stems.split())
    return Rule(found, parts, re.compile(source, flags), certainty, loose, only, again)
