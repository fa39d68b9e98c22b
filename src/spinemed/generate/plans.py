"""Questions about a plan or an operation note: at which level, and in whose words. Nothing of treatment is said in our own."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spinemed.domain.names import Anatomy, kind_of
from spinemed.domain.procedures import PROCEDURES, Procedure
from spinemed.domain.records import Fact, TextSpan
from spinemed.domain.taxonomy import Axis, Language
from spinemed.generate.asked import overlap, question_of, quoted
from spinemed.generate.neighbours import bones_of, row_of
from spinemed.generate.question import DISTRACTORS, Choice, Question, both
from spinemed.generate.scopes import Scope
from spinemed.generate.wording import place_name
from spinemed.language.levels import find_mentions
from spinemed.language.passages import sentences

_AXES = (Axis.SURGICAL_PLANNING,)
_AND = {Language.EN: " and ", Language.ZH: "和"}
MOST_PLACES = 3


def plan_questions(scope: Scope, dice: random.Random) -> Iterator[Question]:
    """One choice of level for each procedure, and one open question for each level, answered by a quotation."""
    groups: dict[Procedure, list[Fact]] = {}
    for fact in scope.procedures:
        if fact.procedure is not None:
            groups.setdefault(fact.procedure, []).append(fact)
    named = [a for m in find_mentions(scope.passage.quote) for a in m.anatomy]
    for procedure, facts in groups.items():
        question = _level_of(scope, procedure, facts, named, dice)
        if question is not None:
            yield question
    asked: set[Anatomy] = set()
    for fact in scope.procedures:
        if fact.anatomy not in asked:
            asked.add(fact.anatomy)
            yield _in_its_words(scope, fact)


def _level_of(
    scope: Scope, procedure: Procedure, facts: Sequence[Fact], named: Sequence[Anatomy], dice: random.Random
) -> Question | None:
    places = list(dict.fromkeys(fact.anatomy for fact in facts))
    alone = all(fact.evidence[0] == facts[0].evidence[0] for fact in facts) and len({kind_of(p) for p in places}) == 1
    if not alone or len(places) > MOST_PLACES or not _in_a_row(places):
        return None
    wrong = [group for group in _shifted(places) if not any(_touches(place, (*named, *places)) for place in group)]
    wrong = [group for group in wrong if _reads_back(group)]
    if len(wrong) < DISTRACTORS or not _reads_back(places):
        return None
    wrong = wrong[: DISTRACTORS + 1]
    dice.shuffle(wrong)
    return question_of(
        scope,
        "level_of_procedure",
        axes=(*_AXES, Axis.LEVEL_IDENTIFICATION),
        about=facts,
        words={"thing": {Language.EN: PROCEDURES[procedure].en, Language.ZH: PROCEDURES[procedure].zh}},
        options=[Choice(_places(places), None), *(Choice(_places(group), facts[0].id) for group in wrong[:DISTRACTORS])],
    )


def _in_a_row(places: Sequence[Anatomy]) -> bool:
    """One place, or neighbours: the two ends of a construct are no levels of an operation."""
    row = row_of(places[0])
    at = sorted(row.index(place) for place in places if place in row)
    return len(at) == len(places) and at == list(range(at[0], at[0] + len(at)))


def _shifted(places: Sequence[Anatomy]) -> Iterator[list[Anatomy]]:
    """As many places as those given, a little higher or lower, the nearest first."""
    row = row_of(places[0])
    first, count = min(row.index(place) for place in places), len(places)
    for step in sorted((n for n in range(-len(row), len(row)) if n), key=abs):
        if first + step >= 0 and first + step + count <= len(row):
            yield row[first + step : first + step + count]


def _touches(place: Anatomy, named: Sequence[Anatomy]) -> bool:
    """True for a place the passage names, or a bone of one."""
    if kind_of(place) == "range":
        return any(overlap(place, other) for other in named)
    return place in named or (kind_of(place) == "vertebra" and any(bones_of(place) & bones_of(other) for other in named))


def _reads_back(places: Sequence[Anatomy]) -> bool:
    """False for several levels whose names side by side read as something else ("C1 and C2" as the segment between them)."""
    names = _places(places).values() if len(places) > 1 else ()
    return all([a for m in find_mentions(name) for a in m.anatomy] == list(places) for name in names)


def _places(places: Sequence[Anatomy]) -> dict[Language, str]:
    return both(lambda la: _AND[la].join(place_name(place, la) for place in places))


def _in_its_words(scope: Scope, fact: Fact) -> Question:
    """Every sentence of the passage that names the level, word for word."""
    span = fact.evidence[0]
    if not isinstance(span, TextSpan):
        raise TypeError("a procedure is read from a text")
    facts = [f for f in scope.procedures if f.evidence[0] == span and f.anatomy == fact.anatomy]
    text = scope.passage.quote
    said = [text[a:b] for a, b in sentences(text) if any(fact.anatomy in m.anatomy for m in find_mentions(text[a:b]))]
    question = question_of(
        scope, "plan_at_level", axes=_AXES, about=facts, words={"place": both(lambda la: place_name(fact.anatomy, la))}
    )
    return replace(question, rationale=both(lambda la: quoted(scope.what(la), said or scope.quotes(fact), la)))
