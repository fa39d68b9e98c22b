"""Promises: a consultation takes the history first, quotes the plan last and names every red flag; a report has six sections."""

from __future__ import annotations

import re

import pytest

from generated import CASE_EN, CASE_ZH, EN, ZH, items_of, kinds_of, of, sheet_of_case
from spinemed.domain.records import FactSheet, Item
from spinemed.domain.taxonomy import Language, Task
from spinemed.generate.dialogues import DISCLAIMER, NOTHING

SECTIONS = [
    *("imaging_findings", "diagnosis", "treatment", "risk_and_prognosis", "postoperative_management", "basis_and_disclaimer"),
]


@pytest.fixture(params=[(CASE_EN, EN), (CASE_ZH, ZH)], ids=["en", "zh"])
def case(request: pytest.FixtureRequest) -> tuple[dict[str, str], FactSheet]:
    """The parts of a case, and its facts."""
    parts, language = request.param
    return parts, sheet_of_case(parts, language=language)


def dialogue(sheet: FactSheet, task: Task, language: Language = EN) -> Item:
    (item,) = of(items_of(sheet), language, task)
    return item


def test_a_case_has_one_consultation_and_one_report_in_each_language(case: tuple[dict[str, str], FactSheet]) -> None:
    made = items_of(case[1])
    for language in (EN, ZH):
        assert [item.task for item in of(made, language) if item.task in (Task.CONSULTATION, Task.REPORT)] == [
            Task.CONSULTATION,
            Task.REPORT,
        ]


def test_a_consultation_shows_the_four_parts_in_order_and_the_plan_in_the_last_reply_alone(
    case: tuple[dict[str, str], FactSheet],
) -> None:
    parts, sheet = case
    turns = [message.content for message in dialogue(sheet, Task.CONSULTATION).messages]
    assert len(turns) == 8
    for n, name in enumerate(("history", "examination", "imaging_report")):
        assert parts[name] in turns[2 * n]
    assert parts["plan"] in turns[-1]
    assert not any(parts["plan"] in turn for turn in turns[:-1])
    assert DISCLAIMER[EN] in turns[-1]


def test_a_report_has_its_six_sections_and_treats_by_quotation(case: tuple[dict[str, str], FactSheet]) -> None:
    parts, sheet = case
    report = dialogue(sheet, Task.REPORT)
    assert [section.name for section in report.sections] == SECTIONS
    by_name = {section.name: section.text for section in report.sections}
    for name in ("treatment", "risk_and_prognosis", "postoperative_management"):
        assert all(quote in parts["plan"] for part in re.findall("“(.*?)”", by_name[name]) for quote in [part])
    quoted = [by_name[name] for name in ("treatment", "risk_and_prognosis", "postoperative_management")]
    assert all("“" in text for text in quoted)
    assert by_name["basis_and_disclaimer"].endswith(DISCLAIMER[EN])
    assert report.messages[-1].content.count("\n\n") == 5


def test_what_the_record_does_not_say_is_said_not_to_be_there() -> None:
    plan = "Left L4-L5 microdiscectomy is planned for next week, in the prone position."
    report = dialogue(sheet_of_case(CASE_EN | {"plan": plan}), Task.REPORT)
    by_name = {section.name: section.text for section in report.sections}
    assert by_name["postoperative_management"] == NOTHING[EN].format(what="plan")


def test_a_red_flag_is_named_where_the_treatment_is_discussed() -> None:
    sheet = sheet_of_case(CASE_EN | {"history": "Saddle anaesthesia and urinary retention since this morning, with leg pain."})
    consultation, report = dialogue(sheet, Task.CONSULTATION), dialogue(sheet, Task.REPORT)
    risk = next(section.text for section in report.sections if section.name == "risk_and_prognosis")
    for text in (consultation.messages[-1].content, risk):
        assert "saddle anaesthesia" in text.lower()


@pytest.mark.parametrize("missing", ["history", "examination", "imaging_report", "plan"])
def test_a_case_that_lacks_a_part_has_no_dialogue(missing: str) -> None:
    sheet = sheet_of_case({name: text for name, text in CASE_EN.items() if name != missing})
    assert kinds_of(sheet).keys().isdisjoint({"consultation", "report"})


def test_a_case_with_an_identifier_in_a_part_has_no_dialogue() -> None:
    sheet = sheet_of_case(CASE_EN | {"examination": "Seen by Dr. Quincey Zebulon. Power of the left great toe is 4/5."})
    made = items_of(sheet)
    assert not [item for item in made if item.task in (Task.CONSULTATION, Task.REPORT)]
    assert not [item for item in made if "Zebulon" in "".join(message.content for message in item.messages)]
