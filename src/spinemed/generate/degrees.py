"""Multiple choice about how a finding is: its side, its grade, a measured value, the level where it is worst."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from spinemed.domain.assertion import Certainty, Laterality
from spinemed.domain.findings import Finding
from spinemed.domain.names import kind_of
from spinemed.domain.quantities import Quantity
from spinemed.domain.records import Fact
from spinemed.domain.scales import SCALES, Grade, Scale
from spinemed.domain.taxonomy import Axis, Language
from spinemed.generate.asked import HELD, SURE, is_level, overlap, question_of, related
from spinemed.generate.question import DISTRACTORS, Choice, Question, both
from spinemed.generate.scopes import Scope
from spinemed.generate.stems import SIDE_OPTIONS
from spinemed.generate.wording import described, finding_name, grade_name, place_name, subject_name, value_name
from spinemed.verify import measures_in

MOST_GRADES = 6


def side_of(scope: Scope, fact: Fact, dice: random.Random) -> Question | None:
    """Which side a finding that is present has, where the passage gives one."""
    sides = (Laterality.LEFT, Laterality.RIGHT, Laterality.BILATERAL)
    if fact.finding is None or fact.certainty is not Certainty.PRESENT or fact.laterality not in sides:
        return None
    here = [f for f in scope.at(fact.anatomy) if f is not fact and related(f, fact) and f.certainty in HELD]
    if not is_level(fact.anatomy) or any(f.laterality is not fact.laterality for f in here):
        return None
    options = [Choice(SIDE_OPTIONS[side], None if side is fact.laterality else fact.id) for side in sides]
    return question_of(
        scope,
        "side_of_finding",
        axes=(Axis.PATHOLOGY_ASSESSMENT,),
        about=(fact,),
        words={
            "thing": both(lambda la: described(fact, la, place=False, side=False)),
            "place": both(lambda la: place_name(fact.anatomy, la)),
        },
        options=options,
    )


def grade_of(scope: Scope, fact: Fact, dice: random.Random) -> Question | None:
    """Which grade a finding has, where the passage gives one and no other there."""
    grade = fact.grade
    if fact.finding is None or grade is None or not is_level(fact.anatomy) or fact.certainty not in SURE:
        return None
    here = [f for f in scope.at(fact.anatomy) if f.finding is fact.finding and f.grade and f.grade.scale is grade.scale]
    if any(f.grade != grade and f.laterality in (fact.laterality, Laterality.NOT_STATED) for f in here):
        return None
    values = [Grade(grade.scale, value) for value in _values(grade, dice)]
    if len(values) < 3:
        return None
    info = SCALES[grade.scale]
    return question_of(
        scope,
        "grade_of_finding",
        axes=(Axis.SEVERITY_GRADING,),
        about=(fact,),
        words={
            "thing": both(lambda la: described(fact, la, place=False, grade=False)),
            "place": both(lambda la: place_name(fact.anatomy, la)),
            "scale": {Language.EN: info.name_en, Language.ZH: info.name_zh},
        },
        options=[Choice(both(lambda la, g=g: grade_name(g, la)), None if g == grade else fact.id) for g in values],
    )


def _values(grade: Grade, dice: random.Random) -> list[str]:
    """Every value of a short scale; of a long one the key among its neighbours, at a place of its own."""
    values = list(SCALES[grade.scale].values)
    if len(values) <= MOST_GRADES:
        return values
    at = values.index(grade.value)
    first = max(0, min(at - dice.randrange(DISTRACTORS + 1), len(values) - DISTRACTORS - 1))
    return values[first : first + DISTRACTORS + 1]


def value_of(scope: Scope, fact: Fact, dice: random.Random) -> Question | None:
    """Which value a measurement has, where the passage gives one there."""
    if fact.value is None or fact.unit is None or fact.certainty is not Certainty.PRESENT:
        return None
    if not is_level(fact.anatomy) or not is_one_value(scope, fact):
        return None
    wrong = _other_values(fact.value, scope.passage.quote, dice)
    unit = fact.unit
    choices = [(fact.value, None), *((value, fact.id) for value in wrong)]
    return question_of(
        scope,
        "value_of_quantity",
        axes=(Axis.SEVERITY_GRADING,),
        about=(fact,),
        words={"thing": both(lambda la: subject_name(fact, la)), "place": both(lambda la: place_name(fact.anatomy, la))},
        options=[Choice(both(lambda la, v=v: value_name(v, unit, la)), refuted) for v, refuted in choices],
    )


def is_one_value(scope: Scope, fact: Fact) -> bool:
    """True where a measurement stands alone: no second value (in extension, before, of another side) that could answer too."""
    if fact.quantity is None or fact.unit is None or (fact.quantity == Quantity.SLIP and fact.unit == "%"):
        return False
    if any(f.quantity == fact.quantity and f is not fact and overlap(f.anatomy, fact.anatomy) for f in scope.facts):
        return False
    return sum(unit == fact.unit for _, unit in measures_in(scope.quotes(fact)[0])) == 1


def _other_values(value: float, text: str, dice: random.Random) -> list[float]:
    """Three values of the same size and precision that the passage does not hold; the key takes any place among them."""
    digits = len(f"{value:g}".partition(".")[2])
    step = max(round(abs(value) * 0.15, digits), 10**-digits)
    taken = {float(m[0]) for m in re.finditer(r"\d+(?:\.\d+)?", text)}
    lower = dice.randrange(DISTRACTORS + 1)
    found: list[float] = []
    for sign, count in ((-1, lower), (1, DISTRACTORS - lower)):
        at, added = value, 0
        while added < count:
            at = round(at + sign * step, digits)
            if sign < 0 and at <= 0 < value:
                count, sign, at = count, 1, value
                continue
            if abs(at) not in taken and at not in found and at != value:
                found.append(at)
                added += 1
    return found


def worst_levels(scope: Scope) -> Iterator[Question]:
    """At which level a finding is worst, for each scale that three levels or more are graded by."""
    groups: dict[tuple[Finding, Scale], list[Fact]] = {}
    for fact in scope.facts:
        graded = fact.finding is not None and fact.grade is not None and SCALES[fact.grade.scale].ordinal
        if graded and is_level(fact.anatomy) and fact.certainty in SURE and fact.finding and fact.grade:
            groups.setdefault((fact.finding, fact.grade.scale), []).append(fact)
    for (finding, scale), facts in groups.items():
        question = _worst_level(scope, finding, scale, facts)
        if question is not None:
            yield question


def _worst_level(scope: Scope, finding: Finding, scale: Scale, facts: list[Fact]) -> Question | None:
    one_each = len({f.anatomy for f in facts}) == len(facts) and len({kind_of(f.anatomy) for f in facts}) == 1
    if len(facts) < 3 or not one_each:
        return None
    info = SCALES[scale]
    ranked = sorted(facts, key=lambda f: f.grade.rank if f.grade else 0, reverse=info.higher_is_worse is not False)
    worst, second = ranked[0], ranked[1]
    if worst.grade == second.grade:
        return None
    chosen = [worst, *[f for f in facts if f is not worst][:DISTRACTORS]]
    return question_of(
        scope,
        "worst_level",
        axes=(Axis.SEVERITY_GRADING, Axis.LEVEL_IDENTIFICATION),
        about=(worst,),
        words={
            "thing": both(lambda la: finding_name(finding, la)),
            "scale": {Language.EN: _SCALE_EN.get(scale, info.name_en), Language.ZH: info.name_zh},
        },
        options=[Choice(both(lambda la, f=f: place_name(f.anatomy, la)), None if f is worst else f.id) for f in chosen],
        facts=chosen,
    )


_SCALE_EN = {Scale.SEVERITY: "its wording"}
