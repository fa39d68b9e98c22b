"""Multiple choice about what a passage states: which level, which finding, how surely; with `degrees`, side, grade, value, worst.

A wrong option is refuted by a fact (absent there, another grade, another side) or, where a question asks what the passage
*describes*, by the passage that describes it elsewhere and there alone.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from spinemed.domain.assertion import Certainty
from spinemed.domain.findings import FINDINGS, Finding
from spinemed.domain.levels import Region
from spinemed.domain.names import Anatomy, kind_of
from spinemed.domain.records import Fact
from spinemed.domain.roots import Root
from spinemed.domain.taxonomy import Axis
from spinemed.generate.asked import HELD, is_level, is_placed_fact, overlap, question_of, related
from spinemed.generate.degrees import grade_of, side_of, value_of, worst_levels
from spinemed.generate.extents import is_left_open
from spinemed.generate.families import USUAL, akin
from spinemed.generate.neighbours import bones_of, near
from spinemed.generate.question import DISTRACTORS, Choice, Question, both
from spinemed.generate.scopes import Scope
from spinemed.generate.stems import CERTAINTY_OPTIONS
from spinemed.generate.wording import described, finding_name, place_name
from spinemed.language.levels import find_mentions


def finding_questions(scope: Scope, dice: random.Random) -> Iterator[Question]:
    """Questions of one passage, fact by fact."""
    # First, for a fact has room for four questions, and to compare levels is the rarest.
    yield from worst_levels(scope)
    for fact in scope.facts:
        if isinstance(fact.anatomy, Root) and not is_placed_fact(fact):
            continue
        for make in (_level_of, side_of, grade_of, _finding_at, _certainty_of, value_of):
            question = make(scope, fact, dice)
            if question is not None:
                yield question


def _level_of(scope: Scope, fact: Fact, dice: random.Random) -> Question | None:
    if fact.finding is None or fact.certainty is not Certainty.PRESENT or not is_level(fact.anatomy):
        return None
    if _leaves_open(scope, fact.anatomy):
        return None
    family = [f for f in scope.facts if f is not fact and related(f, fact)]
    held = [f for f in family if f.certainty in HELD and f.anatomy != fact.anatomy]
    graded = [f for f in held if fact.grade and f.grade and f.grade.scale is fact.grade.scale and f.grade != fact.grade]
    if any(f not in graded for f in held):
        return None
    absent = [f for f in family if f.certainty is Certainty.ABSENT and f.anatomy != fact.anatomy]
    refuting = {f.anatomy: f for f in (*absent, *graded) if kind_of(f.anatomy) == kind_of(fact.anatomy)}
    free = [place for place in (*scope.places, *near(fact.anatomy)) if _is_free(place, fact, held)]
    places = list(dict.fromkeys((*refuting, *free)))
    places = [p for p in places if p != fact.anatomy and not overlap(p, fact.anatomy)][:DISTRACTORS]
    if len(places) < DISTRACTORS:
        return None
    dice.shuffle(places)
    wrong = [Choice(both(lambda la, p=p: place_name(p, la)), (refuting.get(p) or fact).id) for p in places]
    thing = both(lambda la: described(fact, la, place=False))
    return question_of(
        scope,
        "level_of_finding",
        axes=(Axis.LEVEL_IDENTIFICATION, Axis.PATHOLOGY_ASSESSMENT),
        about=(fact,),
        words={"thing": thing},
        options=(Choice(both(lambda la: place_name(fact.anatomy, la)), None), *wrong),
        facts=[refuting[p] for p in places if p in refuting],
    )


def _leaves_open(scope: Scope, place: Anatomy) -> bool:
    text = scope.passage.quote
    return any(is_left_open(text, mention.end) for mention in find_mentions(text) if place in mention.anatomy)


def _is_free(place: Anatomy, fact: Fact, held: Sequence[Fact]) -> bool:
    """A level of the fact's kind that no related fact touches."""
    if kind_of(place) != kind_of(fact.anatomy) or any(overlap(place, f.anatomy) for f in held):
        return False
    return not (bones_of(place) >= bones_of(fact.anatomy) or bones_of(place) <= bones_of(fact.anatomy))


def _finding_at(scope: Scope, fact: Fact, dice: random.Random) -> Question | None:
    if fact.finding is None or fact.certainty is not Certainty.PRESENT or not is_level(fact.anatomy):
        return None
    kind = kind_of(fact.anatomy)
    # A disc borders on its two vertebrae: what is described at L2-L3 could be argued to be at L3.
    touching = [
        f
        for f in scope.facts
        if f.finding
        and (f.anatomy is Region.UNSTATED or overlap(f.anatomy, fact.anatomy) or bones_of(f.anatomy) & bones_of(fact.anatomy))
    ]
    held = [f for f in touching if f.certainty is not Certainty.ABSENT]
    absent = {f.finding: f for f in touching if f.certainty is Certainty.ABSENT and f.anatomy == fact.anatomy and f.finding}
    elsewhere = [f.finding for f in scope.facts if f.finding and f not in touching]
    usual = list(USUAL.get(kind, ()))
    dice.shuffle(usual)
    wrong: list[Finding] = []
    for finding in (*absent, *elsewhere, *usual):
        fits = kind in FINDINGS[finding].anatomy and finding not in wrong and finding is not fact.finding
        if fits and not any(akin(finding, f.finding) for f in held) and not any(akin(finding, w) for w in wrong):
            wrong.append(finding)
    wrong = wrong[:DISTRACTORS]
    if len(wrong) < DISTRACTORS:
        return None
    key = fact.finding
    options = [Choice(both(lambda la: finding_name(key, la)), None)]
    options += [Choice(both(lambda la, w=w: finding_name(w, la)), (absent[w].id if w in absent else fact.id)) for w in wrong]
    return question_of(
        scope,
        "finding_at_level",
        axes=(Axis.PATHOLOGY_ASSESSMENT,),
        about=(fact,),
        words={"place": both(lambda la: place_name(fact.anatomy, la))},
        options=options,
        facts=[absent[w] for w in wrong if w in absent],
    )


def _certainty_of(scope: Scope, fact: Fact, dice: random.Random) -> Question | None:
    if fact.finding is None or fact.certainty is Certainty.NOT_ASSESSED:
        return None
    sign = FINDINGS[fact.finding].sign
    if not sign and not is_level(fact.anatomy):
        return None
    others = [f for f in (*scope.facts, *scope.misread) if f is not fact and related(f, fact)]
    here = [f for f in others if sign or overlap(f.anatomy, fact.anatomy)]
    if any(f.certainty is not fact.certainty for f in here) or (fact.certainty is Certainty.PRESENT and dice.random() < _SKIPPED):
        return None
    said = ["present", "absent", "uncertain", "family" if fact.certainty is Certainty.FAMILY else "historical"]
    return question_of(
        scope,
        "certainty_of_sign" if sign else "certainty_of_finding",
        axes=(Axis.PROGNOSIS_AND_RISK,) if sign else (Axis.PATHOLOGY_ASSESSMENT,),
        about=(fact,),
        words={
            "thing": both(lambda la: described(fact, la, place=False, grade=False)),
            "place": both(lambda la: place_name(fact.anatomy, la)),
        },
        options=[Choice(CERTAINTY_OPTIONS[c], None if c == fact.certainty.value else fact.id) for c in said],
    )


_SKIPPED = 0.5
"""Share of present findings that are not asked for their certainty, so that "present" is not the answer most of the time."""
