"""Promises: an item that says what its facts do not say is stopped, by the check that looks for exactly this fault."""

from __future__ import annotations

import pytest
from faults import FAULTS, Spoil
from stock import STOCK, Draft, item_of

from spinemed.domain.records import Item, Verdict
from spinemed.verify import CHECKS, failures, verify_item

LANGUAGES = ("en", "zh")


def reasons(draft: Draft) -> dict[str, str]:
    """Name and reason of every check that fails."""
    return {check.name: check.reason for check in failures(verify_item(item_of(draft)))}


CASES = [
    pytest.param(name, reason, sort, language, spoil, id=f"{name}-{number}-{sort}-{language}")
    for number, (name, reason, sort, *spoils) in enumerate(FAULTS)
    for language, spoil in zip(LANGUAGES, spoils, strict=True)
    if spoil is not None
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sort", STOCK)
def test_a_good_item_passes_every_check(sort: str, language: str) -> None:
    checks = verify_item(item_of(STOCK[sort](language)))
    assert [check.name for check in checks] == [check.__name__ for check in CHECKS]
    assert failures(checks) == []
    assert {check.reason for check in checks} == {""}


@pytest.mark.parametrize(("name", "reason", "sort", "language", "spoil"), CASES)
def test_a_fault_is_found_and_told(name: str, reason: str, sort: str, language: str, spoil: Spoil) -> None:
    draft = STOCK[sort](language)
    spoil(draft)
    assert reason in reasons(draft).get(name, "")


def test_every_check_has_a_fault_that_it_finds() -> None:
    assert {name for name, *_ in FAULTS} == {check.__name__ for check in CHECKS}


@pytest.mark.parametrize(("name", "reason", "sort", "language", "spoil"), CASES)
def test_a_reason_holds_no_word_of_the_item(name: str, reason: str, sort: str, language: str, spoil: Spoil) -> None:
    draft = STOCK[sort](language)
    spoil(draft)
    texts = [o["text"] for o in draft["options"]] + [span["quote"] for span in draft["context"]]
    for told in reasons(draft).values():
        assert told
        assert "\n" not in told
        assert [text for text in texts if len(text) > 3 and text in told] == []


# Checks that have nothing to look at in an item of a sort; all others pass or fail there.
_MCQ = {"options_distinct", "one_right_option", "key_supported", "reply_gives_key"}
_TURNS = {"history_first", "disclaimer_said"}
NOT_APPLICABLE = {
    "level": {"marks_right", "numbering_stated", "slice_shows", "sections_said", "red_flags_named", *_TURNS},
    "disc": {"facts_derived", "quotes_verbatim", "marks_right", "sections_said", "red_flags_named", *_TURNS},
    "marks": {
        *_MCQ,
        *("facts_derived", "quotes_verbatim", "numbering_stated", "slice_shows", "sections_said", "red_flags_named", *_TURNS),
    },
    "flags": {*_MCQ, "marks_right", "numbering_stated", "slice_shows", "sections_said", *_TURNS},
    "consultation": {*_MCQ, "stem_supported", "marks_right", "numbering_stated", "slice_shows", "sections_said"},
    "report": {*_MCQ, "stem_supported", "marks_right", "numbering_stated", "slice_shows", "history_first"},
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sort", NOT_APPLICABLE)
def test_a_check_without_matter_does_not_apply(sort: str, language: str) -> None:
    checks = verify_item(item_of(STOCK[sort](language)))
    assert {check.name for check in checks if check.verdict is Verdict.NOT_APPLICABLE} == NOT_APPLICABLE[sort]


def test_without_facts_there_is_no_fact_to_touch() -> None:
    draft = STOCK["said"]("en")
    draft["facts"] = []
    verdicts = {check.name: check.verdict for check in verify_item(item_of(draft))}
    assert verdicts["facts_untouched"] is verdicts["facts_derived"] is verdicts["stem_supported"] is Verdict.NOT_APPLICABLE


def test_every_item_of_the_demo_passes_every_check(demo_items: tuple[Item, ...]) -> None:
    assert len(demo_items) > 700
    assert {item.id: failures(verify_item(item)) for item in demo_items if failures(verify_item(item))} == {}
