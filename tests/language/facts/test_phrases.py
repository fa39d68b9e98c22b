"""Promises: findings, grades and values are read in the many wordings that people who had not seen the rules wrote for them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from spinemed.language.facts import TextFact, find_facts

DATA = Path(__file__).parents[1] / "data"
MOST_MISSED = 0.05


def _states_finding(row: dict[str, Any], fact: TextFact) -> bool:
    return (fact.finding, fact.certainty) == (row["finding"], row["certainty"])


def _states_grade(row: dict[str, Any], fact: TextFact) -> bool:
    grade = fact.grade
    return fact.finding == row["finding"] and grade is not None and (grade.scale, grade.value) == (row["scale"], row["value"])


def _states_value(row: dict[str, Any], fact: TextFact) -> bool:
    return (fact.quantity, fact.value, fact.unit) == (row["quantity"], row["value"], row["unit"])


@pytest.mark.parametrize(
    ("name", "states"),
    [
        ("phrases_en", _states_finding),
        ("phrases_zh", _states_finding),
        ("phrases_grades", _states_grade),
        ("phrases_values", _states_value),
    ],
)
def test_phrases_state_what_they_were_written_for(name: str, states: Any) -> None:
    rows = [json.loads(line) for line in (DATA / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    missed = [row["text"] for row in rows if not any(states(row, fact) for fact in find_facts(row["text"], of_spine=True))]
    assert len(missed) <= MOST_MISSED * len(rows), "\n".join(missed)
