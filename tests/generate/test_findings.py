"""Promises: each question about a passage has one right option, and every other one is refuted by a fact or by the passage."""

from __future__ import annotations

import pytest

from generated import EN, ZH, key, kinds_of, of, sheet_of_text, wrong
from spinemed.domain.findings import Finding
from spinemed.domain.names import parse_name
from spinemed.domain.records import Item
from spinemed.generate.asked import overlap
from spinemed.generate.families import USUAL, akin

STENOSES = (
    "Moderate canal stenosis at L3-L4 and severe canal stenosis at L4-L5. No canal stenosis at L2-L3. "
    "Mild canal stenosis at L1-L2."
)


def asked(kind: str, text: str, *, seed: int = 7) -> list[Item]:
    """The English questions of one kind about a text."""
    return of(kinds_of(sheet_of_text(text), seed=seed).get(kind, []), EN)


def test_a_level_is_asked_among_levels_where_the_finding_is_absent_or_otherwise_graded() -> None:
    made = {key(item): wrong(item) for item in asked("level_of_finding", STENOSES)}
    assert made == {
        "L3-L4": {"L2-L3", "L4-L5", "L1-L2"},
        "L4-L5": {"L2-L3", "L3-L4", "L1-L2"},
        "L1-L2": {"L2-L3", "L3-L4", "L4-L5"},
    }


def test_a_level_is_not_asked_where_the_same_finding_is_elsewhere_too() -> None:
    assert asked("level_of_finding", "Disc protrusion at L4-L5. Disc protrusion at L5-S1.") == []
    assert asked("level_of_finding", "Disc protrusion at L4-L5. Possible disc herniation at L5-S1.") == []


@pytest.mark.parametrize("seed", range(6))
def test_no_wrong_level_overlaps_with_a_level_that_is_described(seed: int) -> None:
    text = "Ossification of the posterior longitudinal ligament from C3 to C6. Syrinx from T4 to T7 in the cord."
    for item in asked("level_of_finding", text, seed=seed):
        described = parse_name(key(item))
        assert not [option for option in wrong(item) if overlap(parse_name(option), described)]


def test_a_side_is_asked_among_left_right_and_both() -> None:
    (item,) = asked("side_of_finding", "There is left foraminal stenosis at L5-S1, and no more.")
    assert (key(item), wrong(item)) == ("Left", {"Right", "Both sides"})
    assert asked("side_of_finding", "Left foraminal stenosis at L5-S1. Right foraminal stenosis at L5-S1.") == []


def test_no_question_rests_on_a_denial_of_the_rest() -> None:
    """ "No other slip" stands beside a slip: asked by itself it would deny that one."""
    made = kinds_of(
        sheet_of_text("3 mm retrolisthesis of L2 on L3 is seen on this film; no other spondylolisthesis is found."), seed=7
    )
    facts = [fact for items in made.values() for item in items for fact in item.facts]
    assert facts
    assert not [fact for fact in facts if fact.finding is Finding.SPONDYLOLISTHESIS]


def test_a_short_scale_gives_all_its_grades() -> None:
    (item,) = asked("grade_of_finding", "Grade II spondylolisthesis of L5 on S1 is seen on standing films.")
    assert key(item) == "Meyerding II"
    assert wrong(item) == {"Meyerding I", "Meyerding III", "Meyerding IV", "Meyerding V"}


def test_a_finding_is_asked_among_findings_that_nobody_could_mean_by_it() -> None:
    for seed in range(8):
        for item in asked("finding_at_level", "Left paracentral disc extrusion at L4-L5, no canal stenosis at L4-L5.", seed=seed):
            assert "canal stenosis" in wrong(item), "what is absent there is a wrong option first"
            assert not [option for option in wrong(item) if "disc" in option and "spondylo" not in option]


@pytest.mark.parametrize("seed", range(8))
def test_what_is_described_beside_a_level_is_no_wrong_option_there(seed: int) -> None:
    text = "Endplate irregularity of L3. Thecal sac compression and Modic I at L2-L3, kyphosis from L1 to L4."
    for item in asked("finding_at_level", text, seed=seed):
        assert not {"thecal sac compression", "Modic change", "kyphosis"} & wrong(item) or key(item) != "endplate irregularity"


def test_what_a_passage_contradicts_is_not_asked_for_its_certainty() -> None:
    text = "L3-L4 with Modic I change most likely. Modic I at L3-L4. No Modic change at L3-L4."
    assert asked("certainty_of_finding", text) == []
    assert asked("certainty_of_finding", text.partition(". ")[0] + ".") != []


def test_kinds_of_one_disorder_never_stand_beside_each_other() -> None:
    assert akin(Finding.DISC_PROTRUSION, Finding.DISC_BULGE)
    assert akin(Finding.BURST_FRACTURE, Finding.COMPRESSION_FRACTURE)
    assert not akin(Finding.DISC_PROTRUSION, Finding.SPONDYLODISCITIS)
    assert not akin(Finding.DISC_PROTRUSION, None)
    for usual in USUAL.values():
        assert len({finding for finding in usual if not any(akin(finding, other) for other in usual if other != finding)}) >= 3


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("No canal stenosis at L3-L4 on the axial images.", "It is stated to be absent"),
        ("A possible compression fracture of T12 needs a further look.", "It remains uncertain"),
        ("No saddle anaesthesia was found on examination today.", "It is stated to be absent"),
    ],
)
def test_how_surely_a_thing_is_stated_is_asked_among_four_ways(text: str, answer: str) -> None:
    kinds = kinds_of(sheet_of_text(text))
    made = of([*kinds.get("certainty_of_finding", []), *kinds.get("certainty_of_sign", [])], EN)
    if "saddle" in text and not made:
        pytest.fail("a sign of the nerves is asked for without a level")
    assert {key(item) for item in made} == {answer}
    assert all(len(item.options) == 4 for item in made)


def test_a_value_is_asked_among_values_that_the_passage_does_not_hold() -> None:
    text = (
        "The slip of L5 on S1 measures 7 mm; the disc above is 9 mm high. Grade I spondylolisthesis at L5-S1, slip distance 7 mm."
    )
    for seed in range(5):
        for item in asked("value_of_quantity", text, seed=seed):
            assert key(item) == "7 mm"
            assert "9 mm" not in wrong(item)
            assert len(item.options) == 4


def test_the_worst_level_is_asked_where_three_are_graded_and_one_is_worst() -> None:
    (item,) = asked("worst_level", STENOSES.replace("No canal", "Mild canal"))
    assert key(item) == "L4-L5"
    assert asked("worst_level", "Severe canal stenosis at L3-L4 and L4-L5, mild canal stenosis at L2-L3.") == []


def test_a_chinese_report_is_asked_about_in_both_languages() -> None:
    kinds = kinds_of(
        sheet_of_text("L4/5椎间盘左侧旁中央型突出。L3/4椎管轻度狭窄，L5/S1椎管重度狭窄。L2/3未见椎管狭窄。", language=ZH)
    )
    assert {"level_of_finding", "side_of_finding", "grade_of_finding"} <= kinds.keys()
    for items in kinds.values():
        assert len(of(items, EN)) == len(of(items, ZH))
