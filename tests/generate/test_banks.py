"""Promises: a question of a bank is asked as the bank asks it, in its language alone, and answered in its words."""

from __future__ import annotations

from generated import EN, ZH, document_of, key, kinds_of, sheet_of, wrong
from spinemed.domain.taxonomy import Axis, Task

CHOICE = (
    ("question", "Which root leaves below the pedicle of L4?", None),
    ("option", "The L3 root", None),
    ("option", "The L4 root", None),
    ("option", "The L5 root", None),
    ("answer", "The L4 root", None),
    ("explanation", "A lumbar root leaves below the pedicle of its own number.", None),
)
OPEN = (
    ("question", "What are the treatments for spinal stenosis?", None),
    ("answer", "Exercise helps some people; others need decompression at L4-L5.", None),
)


def test_a_choice_is_asked_once_with_the_options_of_the_bank() -> None:
    (item,) = kinds_of(sheet_of(document_of(*CHOICE, kind="questions")))["bank"]
    assert (item.task, item.language, item.pair) == (Task.MCQ, EN, None)
    assert (key(item), wrong(item)) == ("The L4 root", {"The L3 root", "The L5 root"})
    assert "A lumbar root leaves below the pedicle of its own number." in item.messages[-1].content


def test_an_open_answer_is_a_quotation() -> None:
    (item,) = kinds_of(sheet_of(document_of(*OPEN, kind="medquad")))["bank"]
    assert item.task is Task.OPEN_QA
    assert item.messages[0].content == OPEN[0][1]
    assert f"“{OPEN[1][1]}”" in item.messages[-1].content
    assert item.axes == (Axis.TREATMENT,)


def test_a_chinese_question_stays_chinese() -> None:
    parts = (("question", "腰椎间盘突出最常见于哪一节段？", None), ("answer", "腰4/5和腰5/骶1。", None))
    (item,) = kinds_of(sheet_of(document_of(*parts, kind="questions", language=ZH)))["bank"]
    assert item.language is ZH
    assert "来源原文" in item.messages[-1].content


def test_a_question_without_an_answer_or_with_an_identifier_is_not_asked() -> None:
    named = (("question", "Who was first?", None), ("answer", "Dr. Quincey Zebulon, call 555-123-4567.", None))
    assert "bank" not in kinds_of(sheet_of(document_of(CHOICE[0], *named, kind="questions")))


def test_each_question_of_a_bank_is_asked_with_its_own_answer() -> None:
    made = kinds_of(sheet_of(document_of(*CHOICE, *OPEN, kind="questions")))["bank"]
    assert [item.task for item in made] == [Task.MCQ, Task.OPEN_QA]
    assert OPEN[1][1] not in made[0].messages[-1].content
