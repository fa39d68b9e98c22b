"""Questions about letters drawn on vertebrae: which level, or that no level can be named."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from spinemed.domain.levels import Vertebra
from spinemed.domain.records import Fact, FactSheet, MaskEvidence, Study
from spinemed.domain.taxonomy import Axis, Language
from spinemed.generate.neighbours import near
from spinemed.generate.question import DISTRACTORS, Choice, Question, both, levels_named
from spinemed.generate.stems import ANCHORS, FACT_REPLIES
from spinemed.generate.wording import place_name

_AXES = (Axis.LEVEL_IDENTIFICATION,)


def mark_questions(sheet: FactSheet, dice: random.Random) -> Iterator[Question]:
    """One choice for each letter and one list of all; of a mask without levels, one question that none can answer by a level."""
    marked = [(letter, fact) for fact in sheet.facts if (letter := _letter(fact)) is not None]
    if isinstance(sheet.content, Study) and not marked:
        letters = [mark.letter for image in sheet.content.images for mark in image.marks]
        yield from (_undetermined(letter) for letter in letters)
        return
    for letter, fact in marked:
        if isinstance(fact.anatomy, Vertebra):
            yield _one(letter, fact, fact.anatomy, dice)
    if len(marked) > 1:
        yield _all(sorted(marked, key=lambda pair: _place_in_row(pair[1])))


def _letter(fact: Fact) -> str | None:
    return next((e.mark for e in fact.evidence if isinstance(e, MaskEvidence) and e.mark), None)


def _place_in_row(fact: Fact) -> int:
    """From the head down; the sacrum as a whole comes last."""
    return fact.anatomy.position if isinstance(fact.anatomy, Vertebra) else len(Vertebra)


def _anchor(fact: Fact, language: Language) -> str:
    return ANCHORS.get(fact.numbering.value, ANCHORS["assumed"])[language]


def _one(letter: str, fact: Fact, level: Vertebra, dice: random.Random) -> Question:
    wrong = near(level)[: DISTRACTORS + 1]
    dice.shuffle(wrong)
    wrong = wrong[:DISTRACTORS]
    return Question(
        kind="marked_vertebra",
        axes=_AXES,
        about=(fact,),
        facts=(fact,),
        levels=levels_named((fact,)),
        options=(
            Choice(both(lambda la: place_name(level, la)), None),
            *(Choice(both(lambda la, v=v: place_name(v, la)), fact.id) for v in wrong),
        ),
        words={language: {"letter": letter} for language in Language},
        rationale={
            la: FACT_REPLIES["marked"][la].format(level=place_name(level, la), numbering=_anchor(fact, la)) for la in Language
        },
    )


def _all(marked: Sequence[tuple[str, Fact]]) -> Question:
    facts = tuple(fact for _, fact in marked)
    join = {Language.EN: "; ", Language.ZH: "；"}
    listed = {la: join[la].join(f"{letter}: {place_name(fact.anatomy, la)}" for letter, fact in marked) for la in Language}
    stop = {Language.EN: ". By the vertebra mask of this scan; ", Language.ZH: "。依据该影像的椎骨分割；"}
    return Question(
        kind="all_marked",
        axes=_AXES,
        about=facts,
        facts=facts,
        levels=levels_named(facts),
        options=(),
        words={language: {} for language in Language},
        rationale={la: listed[la] + stop[la] + _anchor(facts[0], la) for la in Language},
    )


def _undetermined(letter: str) -> Question:
    return Question(
        kind="undetermined_mark",
        axes=_AXES,
        about=(),
        facts=(),
        levels=(),
        options=(),
        words={language: {"letter": letter} for language in Language},
        rationale=FACT_REPLIES["undetermined"],
    )
