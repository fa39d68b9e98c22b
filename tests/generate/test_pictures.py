"""Promises: of one graded slice only its gradings are told, in words that say how discs are counted and what is not known."""

from __future__ import annotations

from generated import EN, ZH, kinds_of, of, sheet_of, study_of
from spinemed.domain.taxonomy import Task
from spinemed.generate.dialogues import PICTURE

DISCS = (("4", "1"), ("5", "0"), ("3", "0"), ("2", "0"), ("1", "0"))


def test_a_graded_slice_has_an_open_question_a_consultation_and_a_report() -> None:
    kinds = kinds_of(sheet_of(study_of(*DISCS)))
    tasks = {kind: {item.task for item in items} for kind, items in kinds.items()}
    assert tasks["graded_discs"] == {Task.OPEN_QA}
    assert tasks["picture_consultation"] == {Task.CONSULTATION}
    assert tasks["picture_report"] == {Task.REPORT}
    for kind in ("graded_discs", "picture_consultation", "picture_report"):
        assert [item.language for item in kinds[kind]] == [EN, ZH]


def test_every_grade_is_told_at_its_level() -> None:
    (item,) = of(kinds_of(sheet_of(study_of(*DISCS)))["graded_discs"], EN)
    reply = item.messages[-1].content
    for level, grade in zip(("L5-S1", "L4-L5", "L3-L4", "L2-L3", "L1-L2"), ("IV", "V", "III", "II", "I"), strict=True):
        assert f"at {level} (Pfirrmann {grade})" in reply
    assert "no disc degeneration at L1-L2 (Pfirrmann I)" in reply


def test_treatment_outlook_and_aftercare_are_said_not_to_be_known() -> None:
    (report,) = of(kinds_of(sheet_of(study_of(*DISCS)))["picture_report"], EN)
    texts = {section.name: section.text for section in report.sections}
    for name in ("treatment", "risk_and_prognosis", "postoperative_management"):
        assert texts[name] == PICTURE["nothing"][EN][0]
    assert "counted up from the lowest disc shown" in texts["basis_and_disclaimer"]


def test_healthy_discs_have_no_diagnosis() -> None:
    (report,) = of(kinds_of(sheet_of(study_of(("1", "0"), ("1", "0"))))["picture_report"], EN)
    assert report.sections[1].text == PICTURE["nothing"][EN][0]


def test_a_study_without_gradings_has_no_dialogue() -> None:
    assert kinds_of(sheet_of(study_of())) == {}
