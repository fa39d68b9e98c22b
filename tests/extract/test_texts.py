"""Promises: a fact of a text points at the words of its block; plans alone give procedures; no spine, no finding."""

from __future__ import annotations

from importlib.resources import as_file, files

import pytest

from generated import CASE_EN, CASE_ZH, EN, ZH, document_of, sheet_of, sheet_of_case, sheet_of_text
from spinemed.domain.assertion import Certainty, Numbering
from spinemed.domain.findings import Finding
from spinemed.domain.levels import Region
from spinemed.domain.procedures import Procedure
from spinemed.domain.records import Document, Fact, TextSpan
from spinemed.domain.taxonomy import Language
from spinemed.extract.texts import text_facts
from spinemed.pipelines import read_config
from spinemed.pipelines.build import units
from spinemed.read import read_unit
from spinemed.verify import BANK_KEY


def spans(fact: Fact) -> list[TextSpan]:
    return [evidence for evidence in fact.evidence if isinstance(evidence, TextSpan)]


@pytest.mark.parametrize(("parts", "language"), [(CASE_EN, EN), (CASE_ZH, ZH)])
def test_every_fact_points_at_its_words_inside_one_block(parts: dict[str, str], language: Language) -> None:
    sheet = sheet_of_case(parts, language=language)
    document = sheet.content
    assert isinstance(document, Document)
    assert len(sheet.facts) > 8
    for fact in sheet.facts:
        assert fact.numbering is Numbering.AS_WRITTEN
        for span in spans(fact):
            assert document.text[span.start : span.end] == span.quote
            assert any(block.start <= span.start and span.end <= block.end for block in document.blocks)


def test_the_same_words_state_the_same_in_a_later_block() -> None:
    said = "Severe canal stenosis at L4-L5."
    sheet = sheet_of(document_of(("heading", "L2-L3", None), ("paragraph", "Nothing here.", None), ("paragraph", said, None)))
    alone = sheet_of_text(said)
    claims = [fact.claim for fact in sheet.facts if fact.method == "text_fact"]
    assert claims == [fact.claim for fact in alone.facts if fact.method == "text_fact"]
    assert len(claims) == 1


def test_the_same_thing_said_twice_in_a_block_is_one_fact() -> None:
    sheet = sheet_of_text("Severe canal stenosis at L4-L5. As said, there is severe canal stenosis at L4-L5.")
    stated = [fact for fact in sheet.facts if fact.finding is Finding.CANAL_STENOSIS]
    assert len(stated) == 1


@pytest.mark.parametrize("section", ["plan", "operation_note"])
def test_a_plan_or_an_operation_note_gives_procedures(section: str) -> None:
    sheet = sheet_of_text("Left L4-L5 microdiscectomy under general anaesthesia.", section=section)
    (fact,) = [fact for fact in sheet.facts if fact.procedure is not None]
    assert (fact.procedure, str(fact.anatomy), fact.finding) == (Procedure.DISCECTOMY, "L4-L5", None)


@pytest.mark.parametrize("section", ["history", "examination", "imaging_report", None])
def test_no_other_text_gives_a_procedure(section: str | None) -> None:
    sheet = sheet_of_text("Left L4-L5 microdiscectomy under general anaesthesia.", section=section)
    assert not [fact for fact in sheet.facts if fact.procedure is not None]


def test_the_answer_of_a_bank_is_a_key_and_its_words_state_nothing() -> None:
    parts = (("question", "Where is the stenosis?", None), ("answer", "Severe canal stenosis at L4-L5.", None))
    (key,) = [fact for fact in text_facts(document_of(*parts, kind="questions")) if fact.method != "level_mention"]
    assert (key.method, key.anatomy, key.finding) == (BANK_KEY, Region.UNSTATED, None)
    assert spans(key)[0].quote == "Severe canal stenosis at L4-L5."


def test_certainty_side_and_grade_are_those_of_the_words() -> None:
    sheet = sheet_of_text("Moderate left foraminal stenosis at L5-S1. No canal stenosis at L4-L5. Possible fracture of T12.")
    found = {fact.finding: fact for fact in sheet.facts if fact.finding is not None}
    foraminal = found[Finding.FORAMINAL_STENOSIS]
    assert (foraminal.laterality.value, str(foraminal.grade)) == ("left", "severity moderate")
    assert found[Finding.CANAL_STENOSIS].certainty is Certainty.ABSENT
    assert Certainty.UNCERTAIN in {fact.certainty for fact in found.values()}


def controls() -> list[Document]:
    """The two open articles of the package that are not about the spine."""
    with as_file(files("spinemed") / "examples" / "demo.toml") as path:
        listed = [unit for unit in units(read_config(path)) if "articles" in str(unit.file or "")]
        read = [read_unit(unit, store=path.parent).content for unit in listed]
    return [document for document in read if isinstance(document, Document)]


def test_articles_about_something_else_state_nothing_of_a_spine() -> None:
    found = controls()
    assert len(found) >= 2
    for document in found:
        if not any(fact.method == "level_mention" for fact in text_facts(document)):
            assert not [fact for fact in text_facts(document) if fact.finding is not None]
