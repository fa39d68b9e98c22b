"""Promises: a fact is said in the words of a report, each word once, in English and in Chinese."""

from __future__ import annotations

import pytest

from generated import EN, ZH, sheet_of_text
from spinemed.domain.assertion import Certainty, Laterality
from spinemed.domain.findings import FINDINGS, Finding
from spinemed.domain.levels import Region, Segment, Vertebra
from spinemed.domain.quantities import Quantity
from spinemed.domain.records import Fact
from spinemed.domain.scales import SCALES, Grade, Scale
from spinemed.domain.taxonomy import Language
from spinemed.generate.wording import (
    described,
    finding_name,
    grade_name,
    place_name,
    side_name,
    stated,
    subject_name,
    value_name,
)


def fact_of(text: str, what: Finding | Quantity, *, language: Language = EN) -> Fact:
    """The fact that a short text states of a finding or quantity."""
    facts = sheet_of_text(text, language=language).facts
    return next(fact for fact in facts if fact.finding is what or fact.quantity == what)


@pytest.mark.parametrize(
    ("text", "what", "english", "chinese"),
    [
        (
            "Moderate left foraminal stenosis at L5-S1.",
            Finding.FORAMINAL_STENOSIS,
            "moderate left foraminal stenosis at L5-S1",
            "腰5/骶1左侧中度椎间孔狭窄",
        ),
        ("No canal stenosis at L3-L4.", Finding.CANAL_STENOSIS, "no canal stenosis at L3-L4", "腰3/4未见椎管狭窄"),
        (
            "Disc extrusion at L4-L5 with compression of the left L5 root.",
            Finding.NERVE_ROOT_COMPRESSION,
            "compression of the left L5 root",
            "左侧腰5神经根受压",
        ),
        ("No saddle anaesthesia was found today.", Finding.SADDLE_ANAESTHESIA, "no saddle anaesthesia", "未见鞍区麻木"),
        (
            "Grade I spondylolisthesis of L5 on S1, slip 6 mm.",
            Quantity.SLIP,
            "slip distance at L5-S1 6 mm",
            "腰5/骶1滑移距离 6mm",
        ),
    ],
)
def test_a_fact_is_said_as_a_report_says_it(text: str, what: Finding | Quantity, english: str, chinese: str) -> None:
    fact = fact_of(text, what)
    assert stated(fact, EN) == english
    assert stated(fact, ZH) == chinese


def test_place_side_and_grade_can_be_left_out() -> None:
    fact = fact_of("Moderate left foraminal stenosis at L5-S1.", Finding.FORAMINAL_STENOSIS)
    assert described(fact, EN, place=False, side=False) == "moderate foraminal stenosis"
    assert described(fact, EN, place=False, grade=False) == "left foraminal stenosis"


def test_a_published_grade_stands_in_brackets() -> None:
    fact = fact_of("Grade II spondylolisthesis of L5 on S1.", Finding.SPONDYLOLISTHESIS)
    assert described(fact, EN).endswith("(Meyerding II)")
    assert described(fact, ZH).endswith("II度）")


@pytest.mark.parametrize("language", [EN, ZH])
def test_every_finding_grade_and_side_has_words(language: Language) -> None:
    assert all(finding_name(finding, language) for finding in FINDINGS)
    assert all(grade_name(Grade(scale, value), language) for scale in Scale for value in SCALES[scale].values)
    assert side_name(Laterality.NOT_STATED, language) == ""
    assert all(side_name(side, language) for side in Laterality if side is not Laterality.NOT_STATED)


def test_places_are_named_and_an_unstated_one_is_not() -> None:
    assert [place_name(place, EN) for place in (Vertebra.T12, Segment(Vertebra.L4, Vertebra.L5))] == ["T12", "L4-L5"]
    assert place_name(Region.LUMBAR, EN) == "lumbar spine"
    assert place_name(Region.SACRAL, EN) == "sacrum"
    assert {place_name(Region.UNSTATED, language) for language in (EN, ZH)} == {""}


def test_values_carry_their_unit() -> None:
    assert [value_name(12, "mm", EN), value_name(12.5, "%", EN), value_name(48, "degree", EN)] == ["12 mm", "12.5%", "48 degrees"]
    assert [value_name(12, "mm", ZH), value_name(48, "degree", ZH)] == ["12mm", "48°"]


def test_a_subject_is_a_finding_or_a_quantity() -> None:
    slip = fact_of("Grade I spondylolisthesis of L5 on S1, slip 6 mm.", Quantity.SLIP)
    assert (subject_name(slip, EN), subject_name(slip, ZH)) == ("slip distance", "滑移距离")


def test_no_two_certainties_are_said_alike() -> None:
    fact = fact_of("No canal stenosis at L3-L4.", Finding.CANAL_STENOSIS)
    for language in (EN, ZH):
        said = {stated(fact.model_copy(update={"certainty": one}), language) for one in Certainty}
        assert len(said) == len(Certainty)
