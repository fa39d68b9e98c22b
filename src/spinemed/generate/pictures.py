"""Open question, consultation and report on one graded slice: what its gradings say, disc by disc, and what they do not say."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from spinemed.domain.assertion import Certainty
from spinemed.domain.findings import Finding
from spinemed.domain.records import Fact, FactSheet, ReportSection
from spinemed.domain.taxonomy import Axis, Language, Task
from spinemed.generate.dialogues import DISCLAIMER, GAP, PICTURE, SECTION_TITLES
from spinemed.generate.phrasing import NUMBERING, PREAMBLE
from spinemed.generate.question import Dialogue, Question, levels_named
from spinemed.generate.statements import by_level, statements

_AXES = (Axis.SEVERITY_GRADING, Axis.PATHOLOGY_ASSESSMENT, Axis.LEVEL_IDENTIFICATION)
_STOP = {Language.EN: ". ", Language.ZH: "。"}
DEGENERATED = 2
"""Rank of Pfirrmann III, the first grade that a report names as degeneration."""


def picture_dialogues(sheet: FactSheet, dice: random.Random) -> Iterator[Question | Dialogue]:
    """All grades as an open question, then as a consultation and as a report."""
    graded = tuple(f for f in sheet.facts if f.finding is Finding.DISC_DEGENERATION)
    narrowing = tuple(f for f in sheet.facts if f.finding is Finding.DISC_NARROWING)
    if not graded or not narrowing:
        return
    yield _all_grades(graded)
    yield _consultation(graded, narrowing, dice)
    yield _report(graded, narrowing, dice)


def _all_grades(graded: tuple[Fact, ...]) -> Question:
    return Question(
        kind="graded_discs",
        axes=_AXES[:1] + _AXES[2:],
        about=graded,
        facts=graded,
        levels=levels_named(graded),
        options=(),
        words={language: {} for language in Language},
        rationale={la: statements(graded, la) + _STOP[la] + _counted(la) for la in Language},
        shown=PREAMBLE,
    )


def _counted(language: Language) -> str:
    return NUMBERING[language][:1].upper() + NUMBERING[language][1:]


def _consultation(graded: Sequence[Fact], narrowing: Sequence[Fact], dice: random.Random) -> Dialogue:
    turns: dict[Language, tuple[str, ...]] = {}
    for language in Language:
        words = {name: dice.choice(phrasings[language]) for name, phrasings in PICTURE.items()}
        turns[language] = (
            words["open"].format(shown=PREAMBLE[language]),
            words["first"],
            words["go_on"],
            f"{words['graded']}\n{by_level(graded, language)}",
            words["narrow"],
            f"{words['narrowed']}\n{by_level(narrowing, language)}",
            words["advice"],
            GAP[language].join((words["none"], _counted(language), DISCLAIMER[language])),
        )
    facts = (*graded, *narrowing)
    return Dialogue(
        kind="picture_consultation",
        task=Task.CONSULTATION,
        axes=_AXES,
        about=facts[:1],
        facts=facts,
        levels=levels_named(facts),
        turns=turns,
    )


def _report(graded: Sequence[Fact], narrowing: Sequence[Fact], dice: random.Random) -> Dialogue:
    facts = (*graded, *narrowing)
    turns: dict[Language, tuple[str, ...]] = {}
    sections: dict[Language, tuple[ReportSection, ...]] = {}
    for language in Language:
        parts = _sections(facts, language)
        titled = "\n\n".join(f"{SECTION_TITLES[part.name][language]}\n{part.text}" for part in parts)
        turns[language] = (dice.choice(PICTURE["ask"][language]).format(shown=PREAMBLE[language]), titled)
        sections[language] = parts
    return Dialogue(
        kind="picture_report",
        task=Task.REPORT,
        axes=_AXES,
        about=facts[:1],
        facts=facts,
        levels=levels_named(facts),
        turns=turns,
        sections=sections,
    )


def _sections(facts: Sequence[Fact], language: Language) -> tuple[ReportSection, ...]:
    # A grade of II is the aged, not the diseased disc.
    present = [f for f in facts if f.certainty is Certainty.PRESENT and (f.grade is None or f.grade.rank >= DEGENERATED)]
    nothing = PICTURE["nothing"][language][0]
    diagnosis = statements(present, language) + _STOP[language].rstrip() if present else nothing
    return (
        ReportSection(name="imaging_findings", text=by_level(facts, language)),
        ReportSection(name="diagnosis", text=diagnosis),
        ReportSection(name="treatment", text=nothing),
        ReportSection(name="risk_and_prognosis", text=PICTURE["no_history"][language][0]),
        ReportSection(name="postoperative_management", text=nothing),
        ReportSection(
            name="basis_and_disclaimer",
            text=GAP[language].join((PICTURE["basis"][language][0], PICTURE["scope"][language][0], DISCLAIMER[language])),
        ),
    )
