"""Promises: an honest item is not refused for the words it is written in, and the same words saying something else still are."""

from __future__ import annotations

import pytest
from stock import Draft, draft, facts_of, item_of

from spinemed.domain.findings import Finding
from spinemed.domain.levels import Segment, Vertebra
from spinemed.domain.taxonomy import Task
from spinemed.verify import failures, measures_in, verify_item
from spinemed.verify.levels import levels_real
from spinemed.verify.reading import clauses_in, places_in, read_item

FORAMEN = "L4-L5: left foraminal stenosis, Lee 2."


def refused(made: Draft) -> set[str]:
    return {check.name for check in failures(verify_item(item_of(made)))}


def grade_question(key: str, wrong: str) -> Draft:
    asked = f"Imaging report: “{FORAMEN}”\n\nHow is the left foraminal stenosis at L4-L5 graded (Lee lumbar foraminal)?"
    options = [f"Lee lumbar foraminal {key}", f"Lee lumbar foraminal {wrong}", "Lee lumbar foraminal 0"]
    told = f"The report says: “{FORAMEN}”"
    return draft(
        "en", Task.MCQ, [asked, told], facts_of(FORAMEN, Finding.FORAMINAL_STENOSIS), options=options, passages=[FORAMEN]
    )


def test_a_scale_whose_name_holds_a_region_is_read_as_a_grade() -> None:
    assert refused(grade_question("2", "3")) == set()
    assert "key_supported" in refused(grade_question("3", "2"))


@pytest.mark.parametrize(("grade", "fault"), [("2", set[str]()), ("3", {"numbers_said", "replies_supported"})])
def test_a_name_that_two_scales_share_is_of_either(grade: str, fault: set[str]) -> None:
    told = f"腰4/5左侧椎间孔狭窄（Lee {grade}级）。报告写明：“{FORAMEN}”"
    asked = f"影像报告：“{FORAMEN}”\n\n关于腰4/5写了什么？"
    item = draft("zh", Task.OPEN_QA, [asked, told], facts_of(FORAMEN, Finding.FORAMINAL_STENOSIS), passages=[FORAMEN])
    assert refused(item) == fault


def test_a_grade_counted_in_degrees_is_no_angle() -> None:
    assert measures_in("脊柱侧弯（Nash-Moe 2度），后凸角20度") == [(20.0, "degree")]


def test_a_question_is_of_the_spine_without_a_word_of_it() -> None:
    assert places_in("What does the caption say is present at T10?") == (Vertebra.T10,)
    assert places_in("What does the caption say is present at L4-L5?") == (Segment(Vertebra.L4, Vertebra.L5),)


def test_a_head_that_denies_ends_with_its_sentence() -> None:
    assert clauses_in("Negative findings: no fever; no tumour. Also stated: kyphosis; family history of scoliosis.") == [
        "Negative findings: no fever",
        "Negative findings: no tumour",
        "Also stated: kyphosis",
        "family history of scoliosis",
    ]
    assert clauses_in("- L4-L5: bulge. No stenosis.") == ["- L4-L5: bulge", "- L4-L5: No stenosis"]


CORD = "C5-C6: canal AP 7 mm, previously 8 mm. Cord compression at C5-C6."


@pytest.mark.parametrize(
    ("told", "named"),
    [
        ("既往颈5/6椎管前后径 8mm；颈5/6脊髓受压", True),
        ("既往颈5/6椎管前后径 8mm；颈5/6未见脊髓受压", False),
        ("未见：椎管狭窄；脊髓受压", False),
    ],
)
def test_a_red_flag_is_named_by_its_own_statement(told: str, named: bool) -> None:
    asked = f"影像报告：“{CORD}”\n\n关于颈5/6写了什么？"
    item = draft("zh", Task.OPEN_QA, [asked, f"{told}。"], facts_of(CORD, Finding.CORD_COMPRESSION), passages=[CORD])
    assert ("red_flags_named" not in refused(item)) == named


def test_the_name_of_a_parameter_is_no_level() -> None:
    shown = "Standing film: kyphosis at T5 to T12, T1 pelvic angle 37 degrees."
    angle = facts_of(shown, Finding.KYPHOSIS)[0]
    fact = angle.model_copy(update={"finding": None, "quantity": "t1_pelvic_angle", "value": 37.0, "unit": "degree"})
    made = draft("en", Task.OPEN_QA, ["Which angles?", "T1 pelvic angle 37 degrees."], [fact], passages=[shown])
    assert levels_real(read_item(item_of(made))).reason == ""
    made["messages"][-1]["content"] += " The T1 vertebra is normal."
    assert levels_real(read_item(item_of(made))).reason


def test_a_roman_type_is_no_english_word() -> None:
    shown = "L5 is transitional: Castellvi IIIa."
    asked = f"影像报告：“{shown}”\n\n腰5的腰骶移行椎属于哪一型（Castellvi分型）？"
    options = ["Castellvi IIIa型", "Castellvi IIIb型", "Castellvi IV型"]
    found = facts_of(shown, Finding.LSTV)
    assert refused(draft("zh", Task.MCQ, [asked, f"报告写明：“{shown}”"], found, options=options, passages=[shown])) == set()
