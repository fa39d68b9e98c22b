"""Open questions about what a passage states; the answer restates the facts and quotes the words that say them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from spinemed.domain.assertion import Certainty
from spinemed.domain.findings import FINDINGS, Finding
from spinemed.domain.levels import Region
from spinemed.domain.names import Anatomy
from spinemed.domain.records import Fact
from spinemed.domain.taxonomy import Axis, Language
from spinemed.generate.asked import is_placed_fact, question_of
from spinemed.generate.degrees import is_one_value
from spinemed.generate.question import Question, both
from spinemed.generate.scopes import Scope
from spinemed.generate.statements import quotes, statements
from spinemed.generate.stems import BETWEEN, FACT_REPLIES
from spinemed.generate.wording import finding_name, place_name, subject_name

MOST_FACTS = 8
_SIGNS = (Certainty.PRESENT, Certainty.ABSENT, Certainty.UNCERTAIN)


def open_questions(scope: Scope) -> Iterator[Question]:
    """Open questions of one passage: by place, by finding, what is ruled out, red-flag signs, measurements."""
    for place in scope.places:
        here = scope.at(place)
        if len(here) <= MOST_FACTS and any(map(is_placed_fact, here)):
            yield _open(
                scope, "all_at_level", (Axis.PATHOLOGY_ASSESSMENT, Axis.LEVEL_IDENTIFICATION), here, {"place": _place(place)}
            )
    yield from _by_finding(scope)
    absent = [f for f in scope.facts if f.certainty is Certainty.ABSENT and f.finding and not FINDINGS[f.finding].sign]
    if 2 <= len(absent) <= MOST_FACTS:
        yield _open(scope, "ruled_out", (Axis.PATHOLOGY_ASSESSMENT,), absent, {})
    signs = [f for f in scope.facts if f.finding and FINDINGS[f.finding].sign and f.certainty in _SIGNS]
    if 2 <= len(signs) <= MOST_FACTS:
        yield _open(scope, "red_flags", (Axis.PROGNOSIS_AND_RISK,), signs, {})
    for fact in scope.facts:
        if not isinstance(fact.anatomy, Region) and fact.certainty is Certainty.PRESENT and is_one_value(scope, fact):
            words = {"thing": both(lambda la, f=fact: subject_name(f, la)), "place": _place(fact.anatomy)}
            yield _open(scope, "value_quoted", (Axis.SEVERITY_GRADING,), [fact], words)


def _by_finding(scope: Scope) -> Iterator[Question]:
    groups: dict[Finding, list[Fact]] = {}
    for fact in scope.facts:
        if fact.finding is not None and not FINDINGS[fact.finding].sign:
            groups.setdefault(fact.finding, []).append(fact)
    for finding, facts in groups.items():
        if 2 <= len(facts) <= MOST_FACTS and len({f.anatomy for f in facts}) > 1:
            words = {"thing": both(lambda la, f=finding: finding_name(f, la))}
            yield _open(scope, "finding_everywhere", (Axis.LEVEL_IDENTIFICATION, Axis.PATHOLOGY_ASSESSMENT), facts, words)


def _place(anatomy: Anatomy) -> dict[Language, str]:
    return both(lambda la: place_name(anatomy, la))


def _open(
    scope: Scope, kind: str, axes: tuple[Axis, ...], facts: Sequence[Fact], words: Mapping[str, Mapping[Language, str]]
) -> Question:
    """An open question whose answer restates the facts and quotes what states them."""
    said = quotes(scope, facts)
    rationale = {
        language: FACT_REPLIES["stated"][language].format(
            statement=statements(facts, language), what=scope.what(language), quote=BETWEEN[language].join(said)
        )
        for language in Language
    }
    return replace(question_of(scope, kind, axes=axes, about=facts, words=words), rationale=rationale)
