"""Promises: the answer to an open question restates every fact it is about and quotes the words that state it."""

from __future__ import annotations

import re

from generated import EN, ZH, kinds_of, of, sheet_of_text
from spinemed.domain.findings import Finding
from spinemed.generate.scopes import scopes
from spinemed.generate.statements import by_level, quotes, statements
from spinemed.verify.reading import claims_in

REPORT = (
    "L4-L5: left paracentral disc extrusion with severe canal stenosis. L3-L4: no canal stenosis. L5-S1: no disc bulge. "
    "The slip of L4 on L5 measures 6 mm."
)
SIGNS = "He denies saddle anaesthesia. Urinary retention since yesterday."


def test_a_level_a_finding_and_what_is_ruled_out_are_asked_for() -> None:
    kinds = kinds_of(sheet_of_text(REPORT))
    assert {"all_at_level", "finding_everywhere", "ruled_out", "value_quoted"} <= kinds.keys()
    (ruled_out,) = of(kinds["ruled_out"], EN)
    assert {fact.certainty.value for fact in ruled_out.facts} == {"absent"}
    (everywhere,) = of(kinds["finding_everywhere"], EN)
    assert {str(fact.anatomy) for fact in everywhere.facts} == {"L4-L5", "L3-L4"}


def test_every_fact_of_an_open_question_is_told_and_quoted() -> None:
    for items in kinds_of(sheet_of_text(REPORT)).values():
        for item in items:
            if item.options:
                continue
            reply = item.messages[-1].content
            told = {claim.finding for claim in claims_in(re.sub("“.*?”", " ", reply))}
            assert {fact.finding for fact in item.facts} <= {*told, None}
            assert all(quote in item.context[0].quote for quote in re.findall("“(.*?)”", reply))


def test_signs_are_asked_for_together_present_and_denied() -> None:
    (item,) = of(kinds_of(sheet_of_text(SIGNS, section="history"))["red_flags"], EN)
    assert {fact.finding for fact in item.facts} == {Finding.SADDLE_ANAESTHESIA, Finding.URINARY_RETENTION}


def test_what_another_fact_says_more_exactly_is_said_once() -> None:
    (scope,) = scopes(sheet_of_text("Canal stenosis at L4-L5 is present; it is severe canal stenosis at L4-L5."))
    assert statements(scope.facts, EN) == "Severe canal stenosis at L4-L5"


def test_a_list_by_level_keeps_the_order_of_the_text_and_ends_with_what_has_no_level() -> None:
    (scope,) = scopes(sheet_of_text(f"{REPORT} Fever and night pain are present."))
    lines = by_level(scope.facts, EN).splitlines()
    assert [line.partition(":")[0] for line in lines][:2] == ["- L4-L5", "- L3-L4"]
    assert lines[-1].startswith("- Without a level: ")
    assert by_level(scope.facts, ZH).splitlines()[0].startswith("- 腰4/5：")


def test_a_quote_that_another_one_holds_is_left_out() -> None:
    (scope,) = scopes(sheet_of_text(REPORT))
    found = quotes(scope, scope.facts)
    assert len(found) == len(set(found))
    assert all(quote in REPORT for quote in found)
