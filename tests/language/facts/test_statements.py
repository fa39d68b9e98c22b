"""Promises: in a list of statements, each is read by its own side, place and name and not by those of the one before it."""

from __future__ import annotations

import pytest

from spinemed.domain.names import levels_of
from spinemed.language.facts import TextFact, find_facts


def told(fact: TextFact) -> tuple[str, str, str]:
    """What is stated, where, on which side."""
    what = str(fact.finding or f"{fact.quantity} {fact.value:g}")
    return what, ",".join(levels_of(fact.anatomy)), str(fact.side)


STATEMENTS = {
    "Left Cobb angle 22 degrees; left Cobb angle on bending films 12 degrees.": [
        ("cobb_angle 22", "not_stated", "left"),
        ("cobb_angle_bending 12", "not_stated", "left"),
    ],
    "左侧Cobb角 22°；左侧Bending像Cobb角 12°。": [
        ("cobb_angle 22", "not_stated", "left"),
        ("cobb_angle_bending 12", "not_stated", "left"),
    ],
    "双下肢体征；左侧进行性无力。": [
        ("bilateral_leg_signs", "not_stated", "bilateral"),
        ("progressive_weakness", "not_stated", "left"),
    ],
    "双下肢进行性无力。": [
        ("bilateral_leg_signs", "not_stated", "bilateral"),
        ("progressive_weakness", "not_stated", "bilateral"),
    ],
    "Epidural haematoma at T9 to T12; spinal cord injury with neurological level T12 (AIS D).": [
        ("epidural_haematoma", "T9,T10,T11,T12", "not_stated"),
        ("spinal_cord_injury", "T12", "not_stated"),
    ],
    "颈髓延髓角 150°。": [("cervicomedullary_angle 150", "not_stated", "not_stated")],
}


@pytest.mark.parametrize("text", STATEMENTS)
def test_a_statement_is_read_by_its_own_words(text: str) -> None:
    assert [told(fact) for fact in find_facts(text, of_spine=True)] == STATEMENTS[text]
