"""Promises: no text makes the finder raise or hang, and every fact is a valid one with its span inside the text."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spinemed.domain.findings import Finding, grade_for
from spinemed.domain.quantities import QUANTITIES
from spinemed.language.facts import find_facts

DATA = Path(__file__).parents[1] / "data"
TEXTS = [
    json.loads(line)["text"]
    for name in ("facts_en_open.jsonl", "facts_zh_open.jsonl")
    for line in (DATA / name).read_text(encoding="utf-8").splitlines()
]
WORDS = sorted({word for text in TEXTS for word in text.split()})


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=6), max_size=40).map(" ".join))
def test_any_words_give_valid_facts(text: str) -> None:
    for fact in find_facts(text):
        assert 0 <= fact.start < fact.end <= len(text)
        assert (fact.finding is None) != (fact.quantity is None)
        if fact.grade is not None:
            assert isinstance(fact.finding, Finding)
            assert grade_for(fact.finding, fact.grade) == fact.grade
        if fact.quantity is not None:
            assert fact.unit in QUANTITIES[fact.quantity].units


@pytest.mark.parametrize(
    "piece",
    [
        "no ",
        "stenosis ",
        "(",
        "severe left ",
        " ",
        "\n",
        "无",
        "狭窄",
        "椎管轻度",
        "compression of the ",
        "1 mm ",
        "Kang 1 ",
        "L4-5 ",
    ],
)
def test_repetition_does_not_hang(piece: str) -> None:
    text = piece * (60_000 // len(piece))
    began = time.process_time()
    find_facts(text)
    assert time.process_time() - began < 30


def test_half_a_surrogate_pair_and_nothing() -> None:
    assert find_facts("\ud800") == []
    assert find_facts("") == []
    assert find_facts("\x00L4 fracture\x00")[0].finding is Finding.VERTEBRAL_FRACTURE
