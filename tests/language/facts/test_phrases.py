"""Promises: each finding is read in the many wordings that people who had not seen the rules wrote for it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from spinemed.language.facts import find_facts

DATA = Path(__file__).parents[1] / "data"


@pytest.mark.parametrize("name", ["phrases_en", "phrases_zh"])
def test_phrases_state_their_finding(name: str) -> None:
    rows = [json.loads(line) for line in (DATA / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    missed = [row["text"] for row in rows if not _states(row)]
    assert len(missed) <= 0.03 * len(rows), "\n".join(missed)


def _states(row: dict[str, str]) -> bool:
    facts = find_facts(row["text"], of_spine=True)
    return any((fact.finding, fact.certainty) == (row["finding"], row["certainty"]) for fact in facts)
