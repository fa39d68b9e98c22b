"""Promises: every procedure has a name in both languages that its own patterns find, and no two share one."""

from __future__ import annotations

import re

import pytest

from spinemed.domain.procedures import PROCEDURES, Procedure
from spinemed.language.procedures import procedures_named


def test_every_procedure_has_names() -> None:
    assert set(PROCEDURES) == set(Procedure)


@pytest.mark.parametrize("procedure", Procedure)
def test_a_name_is_found_by_its_own_pattern(procedure: Procedure) -> None:
    names = PROCEDURES[procedure]
    assert re.search(names.pattern_en, names.en, re.IGNORECASE)
    assert re.search(names.pattern_zh, names.zh)


def test_no_two_procedures_have_one_name() -> None:
    assert len({names.en for names in PROCEDURES.values()}) == len(PROCEDURES)
    assert len({names.zh for names in PROCEDURES.values()}) == len(PROCEDURES)


@pytest.mark.parametrize("procedure", Procedure)
def test_a_name_is_read_as_the_procedure_it_names(procedure: Procedure) -> None:
    names = PROCEDURES[procedure]
    assert procedure in procedures_named(names.en)
    assert procedure in procedures_named(names.zh)
