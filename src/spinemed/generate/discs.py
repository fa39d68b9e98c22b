"""Questions about the graded discs of a mid-sagittal picture: Pfirrmann grade, narrowing, counting.

One mid-sagittal T2 slice shows neither Modic type nor herniation reliably, so nothing else of the table is asked, and no
"normal" is concluded from its absence. Levels are counted up from the lowest disc shown; every question says so.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from spinemed.domain.assertion import Certainty
from spinemed.domain.findings import Finding
from spinemed.domain.levels import STANDARD_ROW, Segment
from spinemed.domain.names import format_name
from spinemed.domain.records import Fact, FactSheet
from spinemed.domain.scales import SCALES, Scale
from spinemed.domain.taxonomy import Axis, Language
from spinemed.generate.phrasing import ANCHOR, NUMBERING, ORDINALS, RATIONALE
from spinemed.generate.question import Choice, Question

DISTRACTORS = 3
_COUNTED = Axis.LEVEL_IDENTIFICATION


def disc_questions(sheet: FactSheet, dice: random.Random) -> Iterator[Question]:
    """Questions of one study, from the lowest disc up."""
    graded = [f for f in sheet.facts if f.finding is Finding.DISC_DEGENERATION]
    narrowing = [f for f in sheet.facts if f.finding is Finding.DISC_NARROWING]
    for fact in graded:
        yield _grade_of_disc(fact, dice)
    for fact in graded:
        others = [f for f in graded if f.grade != fact.grade]
        if len(others) >= DISTRACTORS:
            yield _which_disc("disc_of_pfirrmann", fact, dice.sample(others, DISTRACTORS), Axis.SEVERITY_GRADING)
    open_discs = [f for f in narrowing if f.certainty is Certainty.ABSENT]
    for fact in narrowing:
        if fact.certainty is Certainty.PRESENT and len(open_discs) >= DISTRACTORS:
            yield _which_disc("narrowed_disc", fact, dice.sample(open_discs, DISTRACTORS), Axis.PATHOLOGY_ASSESSMENT)
    if len(graded) > DISTRACTORS:
        # The first disc is named in the question itself.
        counted = [f for f in graded if place_from_below(_segment(f)) > 1]
        yield _level_of_place(dice.choice(counted), graded, dice)


def place_from_below(segment: Segment) -> int:
    """How many discs up a segment lies when L5-S1 is the first."""
    return len(STANDARD_ROW.discs) - STANDARD_ROW.discs.index(segment)


def _segment(fact: Fact) -> Segment:
    if not isinstance(fact.anatomy, Segment):
        raise TypeError("a disc is graded at a segment")
    return fact.anatomy


def _words(fact: Fact) -> dict[Language, dict[str, str]]:
    segment = _segment(fact)
    return {
        language: {
            "anchor": ANCHOR[language],
            "level": format_name(segment, language),
            "place": ORDINALS[language][place_from_below(segment) - 1],
            "grade": fact.grade.value if fact.grade else "",
            "numbering": NUMBERING[language],
        }
        for language in Language
    }


def _rationale(kind: str, words: dict[Language, dict[str, str]]) -> dict[Language, str]:
    return {language: RATIONALE[kind][language].format(**words[language]) for language in Language}


def _grade_of_disc(fact: Fact, dice: random.Random) -> Question:
    grades = [g for g in SCALES[Scale.PFIRRMANN].values if fact.grade and g != fact.grade.value]
    wrong = sorted(dice.sample(grades, DISTRACTORS))
    words = _words(fact)
    key = fact.grade.value if fact.grade else ""
    choices = [Choice(_grade_words(key), None), *(Choice(_grade_words(g), fact.id) for g in wrong)]
    return Question(
        kind="pfirrmann_of_disc",
        axes=(Axis.SEVERITY_GRADING, _COUNTED),
        about=(fact,),
        facts=(fact,),
        levels=(str(fact.anatomy),),
        options=tuple(choices),
        words=words,
        rationale=_rationale("pfirrmann_of_disc", words),
    )


def _grade_words(grade: str) -> dict[Language, str]:
    return {Language.EN: f"Pfirrmann grade {grade}", Language.ZH: f"Pfirrmann {grade}级"}


def _which_disc(kind: str, fact: Fact, wrong: Sequence[Fact], axis: Axis) -> Question:
    words = _words(fact)
    return Question(
        kind=kind,
        axes=(axis, _COUNTED),
        about=(fact,),
        facts=(fact, *wrong),
        levels=(str(fact.anatomy),),
        options=(Choice(_level_words(fact), None), *(Choice(_level_words(f), f.id) for f in wrong)),
        words=words,
        rationale=_rationale(kind, words),
    )


def _level_of_place(fact: Fact, graded: Sequence[Fact], dice: random.Random) -> Question:
    wrong = dice.sample([f for f in graded if f.anatomy != fact.anatomy], DISTRACTORS)
    words = _words(fact)
    return Question(
        kind="level_of_place",
        axes=(_COUNTED,),
        about=(fact,),
        facts=(fact,),
        levels=(str(fact.anatomy),),
        options=(Choice(_level_words(fact), None), *(Choice(_level_words(f), fact.id) for f in wrong)),
        words=words,
        rationale=_rationale("level_of_place", words),
    )


def _level_words(fact: Fact) -> dict[Language, str]:
    return {language: format_name(_segment(fact), language) for language in Language}
