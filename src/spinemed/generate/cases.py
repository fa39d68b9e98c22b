"""Consultations and reports on a case: history before findings, findings before the plan, and the plan in the record's words.

A case is a document with the sections history, examination, imaging_report, and plan or operation_note. What the assistant says
of the patient is stated facts; what it says of treatment, risk and aftercare is quoted or said not to be on record.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spinemed.domain.assertion import Certainty
from spinemed.domain.findings import FINDINGS
from spinemed.domain.records import Document, Fact, FactSheet, ReportSection, SectionName
from spinemed.domain.taxonomy import Axis, Language, Task
from spinemed.generate.asked import HELD
from spinemed.generate.dialogues import CONSULT, DISCLAIMER, GAP, NOTHING, REPORT, SECTION_TITLES
from spinemed.generate.question import Dialogue, levels_named
from spinemed.generate.scopes import Scope, scopes
from spinemed.generate.statements import JOIN, by_level, statements
from spinemed.generate.stems import BETWEEN
from spinemed.generate.wording import stated
from spinemed.language.passages import sentences
from spinemed.language.procedures import procedures_named

_PLANS = ("plan", "operation_note")


@dataclass(frozen=True)
class _Case:
    history: Scope
    examination: Scope
    imaging: Scope
    plan: Scope

    @property
    def scopes(self) -> tuple[Scope, ...]:
        return self.history, self.examination, self.imaging, self.plan

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Facts of history, examination and imaging, and the red flags of the plan; of the plan else only what is quoted is said.

        A sign that one part has and another denies is there: it came, or one reading failed.
        """
        flags = [f for f in self.plan.facts if _is_flag(f) and f.certainty in HELD]
        facts = [*(fact for scope in self.scopes[:3] for fact in scope.facts), *flags]
        held = {f.finding for f in facts if f.finding and FINDINGS[f.finding].sign and f.certainty in HELD}
        return tuple(f for f in facts if not (f.certainty is Certainty.ABSENT and f.finding in held))

    def of(self, scope: Scope) -> tuple[Fact, ...]:
        """The facts of one part."""
        return tuple(fact for fact in self.facts if fact in scope.facts)


def case_dialogues(sheet: FactSheet, dice: random.Random) -> Iterator[Dialogue]:
    """One consultation and one report of a case that has its four parts."""
    if not isinstance(sheet.content, Document) or not any(block.section in _PLANS for block in sheet.content.blocks):
        return
    found = {scope.section: scope for scope in scopes(sheet, whole=True)}
    plan = next((found[name] for name in _PLANS if name in found), None)
    if plan is None or not {"history", "examination", "imaging_report"} <= found.keys():
        return
    case = _Case(found["history"], found["examination"], found["imaging_report"], plan)
    if case.imaging.facts:
        yield _consultation(case, dice)
        yield _report(case, dice)


def _consultation(case: _Case, dice: random.Random) -> Dialogue:
    turns: dict[Language, tuple[str, ...]] = {}
    for language in Language:
        words = {name: dice.choice(phrasings[language]) for name, phrasings in CONSULT.items()}
        turns[language] = (
            words["open"].format(shown=case.history.shown(language)),
            GAP[language].join((_signs(case.of(case.history), language), words["ask_examination"])),
            words["examine"].format(shown=case.examination.shown(language)),
            GAP[language].join((_signs(case.of(case.examination), language), words["ask_imaging"])),
            words["image"].format(shown=case.imaging.shown(language)),
            f"{words['by_level']}\n{by_level(case.imaging.facts, language)}",
            words["ask_plan"].format(shown=case.plan.shown(language)),
            words["plan"].format(what=case.plan.what(language), quote=BETWEEN[language].join(_decided(case.plan)))
            + f"\n{_flags(case.facts, language)}\n{DISCLAIMER[language]}",
        )
    return Dialogue(
        kind="consultation",
        task=Task.CONSULTATION,
        axes=(Axis.PATHOLOGY_ASSESSMENT, Axis.SURGICAL_PLANNING, Axis.PROGNOSIS_AND_RISK),
        about=case.imaging.facts[:1],
        facts=case.facts,
        levels=levels_named(case.imaging.facts),
        turns=turns,
        context=tuple(scope.passage for scope in case.scopes),
    )


def _decided(plan: Scope) -> list[str]:
    """The sentences of a plan that name what is done; all of it where none does."""
    text = plan.passage.quote
    said = [text[a:b] for a, b in sentences(text)]
    return [one for one in said if procedures_named(one)] or [one for one in said if _SAYS.search(one)]


def _signs(facts: Sequence[Fact], language: Language) -> str:
    """What history or examination says of red flags, present before denied; other facts after them."""
    groups = {
        "present": [f for f in facts if _is_flag(f) and f.certainty in HELD],
        "denied": [f for f in facts if _is_flag(f) and f.certainty is Certainty.ABSENT],
        "also": [f for f in facts if not _is_flag(f) or f.certainty not in (*HELD, Certainty.ABSENT)],
    }
    said = [
        f"{CONSULT[f'flags_{name}'][language][0]}{JOIN[language].join(dict.fromkeys(stated(f, language) for f in group))}"
        for name, group in groups.items()
        if group
    ]
    stop = {Language.EN: ".", Language.ZH: "。"}[language]
    return GAP[language].join(one + stop for one in said) if said else CONSULT["no_flags"][language][0]


def _is_flag(fact: Fact) -> bool:
    return fact.finding is not None and FINDINGS[fact.finding].red_flag


def _flags(facts: Sequence[Fact], language: Language) -> str:
    """Every red flag once at its place; how it is graded stands with the findings."""
    flags = {(f.finding, f.anatomy): f for f in reversed(facts) if _is_flag(f) and f.certainty in HELD}
    if not flags:
        return CONSULT["no_flags"][language][0]
    stop = {Language.EN: ".", Language.ZH: "。"}[language]
    named = [stated(f.model_copy(update={"grade": None}), language) for f in reversed(flags.values())]
    return CONSULT["flags_present"][language][0] + JOIN[language].join(dict.fromkeys(named)) + stop


def _report(case: _Case, dice: random.Random) -> Dialogue:
    turns: dict[Language, tuple[str, ...]] = {}
    sections: dict[Language, tuple[ReportSection, ...]] = {}
    for language in Language:
        shown = "\n\n".join(scope.shown(language) for scope in case.scopes)
        parts = _sections(case, language)
        titled = "\n\n".join(f"{SECTION_TITLES[part.name][language]}\n{part.text}" for part in parts)
        turns[language] = (f"{shown}\n\n{dice.choice(REPORT['ask'][language])}", titled)
        sections[language] = parts
    return Dialogue(
        kind="report",
        task=Task.REPORT,
        axes=(Axis.PATHOLOGY_ASSESSMENT, Axis.SURGICAL_PLANNING, Axis.PROGNOSIS_AND_RISK),
        about=case.imaging.facts[:1],
        facts=case.facts,
        levels=levels_named(case.imaging.facts),
        turns=turns,
        context=tuple(scope.passage for scope in case.scopes),
        sections=sections,
    )


# The number of a list stands alone as a sentence; nobody quotes it.
_SAYS = re.compile(r"[A-Za-z]{2}|[\u4e00-\u9fff]")
_RISK = re.compile(r"risk|complicat|prognos|recover|outlook|natural history|warned|风险|并发症|预后|恢复|可能出现|告知", re.I)
_AFTER = re.compile(r"post-?op|after (?:the )?(?:surgery|operation)|术后|拔管|引流", re.I)
_AFTERCARE = re.compile(
    r"follow-?up|review|weeks?\b|months?\b|rehabilit|physio|collar|brace|mobili[sz]|discharge|drain|随访|复查|支具|颈托|康复|出院|下地|门诊",
    re.I,
)


def _sections(case: _Case, language: Language) -> tuple[ReportSection, ...]:
    plan = case.plan.passage.quote
    said = [plan[a:b] for a, b in sentences(plan) if _SAYS.search(plan[a:b])]
    risk = [one for one in said if _RISK.search(one)]
    # Without an operation, rest and review are the treatment itself.
    operated = case.plan.section == "operation_note"
    after = [one for one in said if _AFTER.search(one) or (operated and _AFTERCARE.search(one))]
    # One sentence may say what is done and what may come of it: it stands in both sections.
    treatment = [one for one in said if procedures_named(one) or one not in (*risk, *after)]
    what = case.plan.what(language)
    texts: dict[SectionName, str] = {
        "imaging_findings": by_level(case.imaging.facts, language),
        "diagnosis": _diagnosis(case, language),
        "treatment": _quoted(treatment, what, language),
        "risk_and_prognosis": f"{_quoted(risk, what, language)}\n{_flags(case.facts, language)}",
        "postoperative_management": _quoted(after, what, language),
        "basis_and_disclaimer": GAP[language].join((REPORT["basis"][language][0], DISCLAIMER[language])),
    }
    return tuple(ReportSection(name=name, text=text) for name, text in texts.items())


def _quoted(said: Sequence[str], what: str, language: Language) -> str:
    if not said:
        return NOTHING[language].format(what=what)
    return REPORT["quoted"][language][0].format(what=what, quote=BETWEEN[language].join(said))


def _diagnosis(case: _Case, language: Language) -> str:
    """What is present, what stays uncertain, what is past: each once, imaging first."""
    first = case.of(case.imaging)
    facts = [f for f in (*first, *(f for f in case.facts if f not in first)) if f.finding is not None]
    groups = {
        "present": [f for f in facts if f.certainty is Certainty.PRESENT],
        "uncertain": [f for f in facts if f.certainty is Certainty.UNCERTAIN],
        "past": [f for f in facts if f.certainty in (Certainty.HISTORICAL, Certainty.FAMILY)],
        "absent": [f for f in facts if f.certainty is Certainty.ABSENT],
    }
    stop = {Language.EN: ".", Language.ZH: "。"}[language]
    lines = [f"{REPORT[name][language][0]}{statements(group, language)}{stop}" for name, group in groups.items() if group]
    return "\n".join(lines)
