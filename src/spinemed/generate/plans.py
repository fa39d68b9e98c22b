"""Questions about a plan or an operation note: at which level, and in whose words. Nothing of treatment is said in our own."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from spinemed.domain.names import Anatomy, kind_of
from spinemed.domain.procedures import PROCEDURES, Procedure
from spinemed.domain.records import Fact, TextSpan
from spinemed.domain.taxonomy import Axis, Language
from spinemed.generate.answers import levels_named
from spinemed.generate.findings import DISTRACTORS, both, question_of
from spinemed.generate.mentions import bones_of, near
from spinemed.generate.question import Choice, Question
from spinemed.generate.scopes import Scope
from spinemed.generate.stems import FACT_REPLIES
from spinemed.generate.wording import place_name
from spinemed.language.levels import find_mentions

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
    alone = len({fact.evidence[0] for fact in facts}) == 1 and len({kind_of(p) for p in places}) == 1
    if not alone or len(places) > MOST_PLACES:
        return None
    bones = {bone for place in (*places, *named) for bone in bones_of(place)} if kind_of(places[0]) == "vertebra" else set()
    free = [p for p in near(places[0]) if p not in named and p not in places and not bones_of(p) & bones]
    if len(free) < DISTRACTORS * len(places):
        return None
    free = free[: DISTRACTORS * len(places)]
    dice.shuffle(free)
    wrong = [sorted(free[n::DISTRACTORS], key=_order) for n in range(DISTRACTORS)]
    return question_of(
        scope,
        "level_of_procedure",
        (*_AXES, Axis.LEVEL_IDENTIFICATION),
        facts,
        [Choice(_places(places), None), *(Choice(_places(group), facts[0].id) for group in wrong)],
        {"thing": {Language.EN: PROCEDURES[procedure].en, Language.ZH: PROCEDURES[procedure].zh}},
    )


def _order(place: Anatomy) -> str:
    return f"{min(bones_of(place)):>4}"


def _places(places: Sequence[Anatomy]) -> dict[Language, str]:
    return both(lambda la: _AND[la].join(place_name(place, la) for place in places))


def _in_its_words(scope: Scope, fact: Fact) -> Question:
    """The passage is not shown with the question: the answer is its sentence, word for word."""
    span = fact.evidence[0]
    if not isinstance(span, TextSpan):
        raise TypeError("a procedure is read from a text")
    facts = [f for f in scope.procedures if f.evidence[0] == span and f.anatomy == fact.anatomy]
    what = {language: scope.what(language) for language in Language}
    return Question(
        kind="plan_at_level",
        axes=_AXES,
        about=tuple(facts),
        facts=tuple(facts),
        levels=levels_named(facts),
        options=(),
        words={la: {"what": what[la], "place": place_name(fact.anatomy, la)} for la in Language},
        rationale={la: FACT_REPLIES["quoted"][la].format(what=what[la], quote=scope.quote(fact)) for la in Language},
        context=(scope.passage,),
        shown={language: scope.shown(language) for language in Language},
    )
