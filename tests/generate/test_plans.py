"""Promises: a plan is asked for its levels, and answered in its own words alone."""

from __future__ import annotations

import re

import pytest

from generated import EN, ZH, key, kinds_of, of, sheet_of_text, wrong

PLAN = "Left L4-L5 microdiscectomy is planned. The nerve root will be freed. Review in clinic in six weeks."


def test_the_level_of_a_procedure_is_asked_among_levels_the_plan_does_not_name() -> None:
    (item,) = of(kinds_of(sheet_of_text(PLAN, section="plan"))["level_of_procedure"], EN)
    assert key(item) == "L4-L5"
    assert len(wrong(item)) == 3
    assert all(option not in PLAN for option in wrong(item))


def test_several_neighbouring_levels_are_one_answer() -> None:
    text = "Operation: laminectomy of L3 and L4 with preservation of the facet joints."
    (item,) = of(kinds_of(sheet_of_text(text, section="operation_note"))["level_of_procedure"], EN)
    assert key(item) == "L3 and L4"
    assert not any(level in option for option in wrong(item) for level in ("L3", "L4"))


@pytest.mark.parametrize(("text", "language"), [(PLAN, EN), ("拟行L4/5椎间盘切除术。术后6周门诊复查。", ZH)])
def test_a_plan_is_answered_by_a_quotation_alone(text: str, language: str) -> None:
    kinds = kinds_of(sheet_of_text(text, section="plan", language=EN if language == "en" else ZH))
    assert len(kinds["plan_at_level"]) == 2
    for item in kinds["plan_at_level"]:
        reply = item.messages[-1].content
        quoted = re.findall("“(.*?)”", reply)
        assert quoted
        assert all(quote in text for quote in quoted)
        assert not re.search("discectomy|切除", re.sub("“.*?”", "", reply))


@pytest.mark.parametrize(
    "text",
    [
        "If symptoms return, L4-L5 discectomy will be offered to the patient.",
        "No fusion at L4-L5 is planned, and the brace is left off.",
        "L4-L5 discectomy was done ten years ago without any problem.",
    ],
)
def test_what_is_refused_conditional_or_past_is_no_plan(text: str) -> None:
    kinds = kinds_of(sheet_of_text(text, section="plan"))
    assert kinds.keys().isdisjoint({"level_of_procedure", "plan_at_level"})


def test_a_procedure_outside_a_plan_is_not_asked_for() -> None:
    assert kinds_of(sheet_of_text(PLAN)).keys().isdisjoint({"level_of_procedure", "plan_at_level"})
