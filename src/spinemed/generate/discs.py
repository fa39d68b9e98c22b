"""Questions about the graded discs of a mid-sagittal picture, counted from below: Pfirrmann grade, narrowing.

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
from spinemed.generate.phrasing import NUMBERING, ORDINALS, PREAMBLE, RATIONALE
from spinemed.generate.question import DISTRACTORS, Choice, Question

CLEAR_STEPS = 2
_COUNTED = Axis.LEVEL_IDENTIFICATION


def disc_questions(sheet: FactSheet, dice: random.Random) -> Iterator[Question]:
    """Questions of one study, from the lowest disc up."""
    graded = [f for f in sheet.facts if f.finding is Finding.DISC_DEGENERATION]
    narrowing = [f for f in sheet.facts if f.finding is Finding.DISC_NARROWING]
    for fact in graded:
        yield _grade_of_disc(fact)
    for fact in graded:
        others = _nearest(fact, [f for f in graded if _apart(f, fact)], dice)
        if len(others) == DISTRACTORS:
            yield _which_disc("disc_of_pfirrmann", fact, others, Axis.SEVERITY_GRADING)
    open_discs = [f for f in narrowing if f.certainty is Certainty.ABSENT]
    for fact in narrowing:
        others = _nearest(fact, open_discs, dice)
        if fact.certainty is Certainty.PRESENT and len(others) == DISTRACTORS:
            yield _which_disc("narrowed_disc", fact, others, Axis.PATHOLOGY_ASSESSMENT)


def _apart(a: Fact, b: Fact) -> bool:
    """Two grades or more between them: readers often differ by one, so neighbours make no clear question."""
    return a.grade is not None and b.grade is not None and abs(a.grade.rank - b.grade.rank) >= CLEAR_STEPS


def _nearest(fact: Fact, others: Sequence[Fact], dice: random.Random) -> list[Fact]:
    """The discs nearest to the one asked for, in random order: far ones give the answer away by level alone."""
    place = place_from_below(_segment(fact))
    near = sorted(others, key=lambda f: abs(place_from_below(_segment(f)) - place))[:DISTRACTORS]
    dice.shuffle(near)
    return near


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
            "level": format_name(segment, language),
            "place": ORDINALS[language][place_from_below(segment) - 1],
            "grade": fact.grade.value if fact.grade else "",
            "numbering": NUMBERING[language],
        }
        for language in Language
    }


def _rationale(kind: str, words: dict[Language, dict[str, str]]) -> dict[Language, str]:
    return {language: RATIONALE[kind][language].format(**words[language]) for language in Language}


def _grade_of_disc(fact: Fact) -> Question:
    # All five grades, whatever the key: any choice of options that depends on it gives it away.
    wrong = [value for value in SCALES[Scale.PFIRRMANN].values if fact.grade and value != fact.grade.value]
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
        shown=PREAMBLE,
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
        shown=PREAMBLE,
    )


def _level_words(fact: Fact) -> dict[Language, str]:
    return {language: format_name(_segment(fact), language) for language in Language}
