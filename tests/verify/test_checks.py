"""Promises: an item that says what its facts do not say is stopped, by the check that looks for exactly this fault."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from spinemed.domain.names import format_name, parse_name
from spinemed.domain.records import Item, Verdict
from spinemed.domain.scales import SCALES, Scale
from spinemed.domain.taxonomy import Axis, Language
from spinemed.verify import CHECKS, failures, verify_item

Draft = dict[str, Any]
"""An item as its JSON says it: spoilt there, where a stranger's item comes from."""


def kind_of(item: Item) -> str:
    if not item.pictures:
        return "named_level"
    if item.axes[0] is Axis.PATHOLOGY_ASSESSMENT:
        return "narrowed_disc"
    return "disc_of_grade" if len(item.facts) > 1 else "grade_of_disc"


@pytest.fixture(scope="module")
def drafts(demo_items: tuple[Item, ...]) -> Mapping[tuple[str, str], str]:
    """A valid item of each kind and language, above the lowest disc, of a text with one level and words beside its quote."""
    chosen: dict[tuple[str, str], str] = {}
    for item in demo_items:
        if item.pictures and item.levels == ("L5-S1",):
            continue
        quote = item.messages[1].content.rpartition("“")[2].rstrip("”")
        if not item.pictures and (len(item.facts) > 1 or quote == item.context[0].quote):
            continue
        chosen.setdefault((kind_of(item), item.language.value), item.to_json())
    assert len(chosen) == 8
    return chosen


def failed(draft: Draft) -> set[str]:
    return {check.name for check in failures(verify_item(Item.from_json(json.dumps(draft))))}


# What an item is made of, in JSON.


def wrong(draft: Draft) -> list[Draft]:
    return [option for option in draft["options"] if option["letter"] != draft["key"]]


def key(draft: Draft) -> Draft:
    return next(option for option in draft["options"] if option["letter"] == draft["key"])


def say(draft: Draft, option: Draft, text: str) -> None:
    """Another text of an option, in the question too."""
    swap(draft, 0, f"\n{option['letter']}. {option['text']}\n", f"\n{option['letter']}. {text}\n")
    option["text"] = text


def swap(draft: Draft, message: int, old: str, new: str) -> None:
    content = draft["messages"][message]["content"]
    assert old in content
    draft["messages"][message]["content"] = content.replace(old, new, 1)


def add(draft: Draft, message: int, text: str) -> None:
    draft["messages"][message]["content"] += text


def other_character(text: str, at: int) -> str:
    return text[:at] + ("x" if text[at] != "x" else "y") + text[at + 1 :]


def fact(draft: Draft, key: object) -> Draft:
    return next(fact for fact in draft["facts"] if fact["id"] == key)


# One fault each.


def same_text_twice(draft: Draft) -> None:
    one, two, *_ = wrong(draft)
    say(draft, two, one["text"])


def same_level_in_other_words(draft: Draft) -> None:
    one, two, *_ = wrong(draft)
    say(draft, two, one["text"].replace("-", "/"))
    two["refuted_by"] = one["refuted_by"]


def unrefuted_option(draft: Draft) -> None:
    wrong(draft)[0]["refuted_by"] = None


def refuted_by_a_fact_elsewhere(draft: Draft) -> None:
    wrong(draft)[0]["refuted_by"] = "fact-of-another-item"


def refuted_key(draft: Draft) -> None:
    key(draft)["refuted_by"] = draft["facts"][0]["id"]


def another_grade_in_the_fact(draft: Draft) -> None:
    grade = draft["facts"][0]["grade"]
    grade["value"] = next(value for value in SCALES[Scale.PFIRRMANN].values if value != grade["value"])


def key_moved_with_all_that_belongs_to_it(draft: Draft) -> None:
    old, new = key(draft), wrong(draft)[0]
    old["refuted_by"], new["refuted_by"] = new["refuted_by"], None
    swap(draft, 1, f"{old['letter']}. {old['text']}", f"{new['letter']}. {new['text']}")
    draft["key"] = new["letter"]


def reasons_swapped(draft: Draft) -> None:
    one, two, *_ = wrong(draft)
    one["refuted_by"], two["refuted_by"] = two["refuted_by"], one["refuted_by"]


def refuted_by_the_fact_of_the_key(draft: Draft) -> None:
    wrong(draft)[0]["refuted_by"] = draft["facts"][0]["id"]


def a_wrong_disc_with_the_same_grade(draft: Draft) -> None:
    fact(draft, wrong(draft)[0]["refuted_by"])["grade"] = draft["facts"][0]["grade"]


def a_wrong_disc_that_was_not_assessed(draft: Draft) -> None:
    fact(draft, wrong(draft)[0]["refuted_by"])["certainty"] = "not_assessed"


def a_wrong_disc_that_is_uncertain(draft: Draft) -> None:
    fact(draft, wrong(draft)[0]["refuted_by"])["certainty"] = "uncertain"


def a_wrong_disc_refuted_by_another_finding(draft: Draft) -> None:
    fact(draft, wrong(draft)[0]["refuted_by"])["finding"] = "disc_degeneration"


def an_impossible_level(draft: Draft) -> None:
    say(draft, wrong(draft)[0], "L9")


def a_grade_beyond_the_scale(draft: Draft) -> None:
    say(draft, wrong(draft)[0], "Pfirrmann grade VI")


def a_wrong_level_that_the_text_names(draft: Draft) -> None:
    """The text gets a second level, in question and context alike."""
    span, option = draft["context"][0], wrong(draft)[0]
    swap(draft, 0, span["quote"], f"{span['quote']} {option['text']} vertebra")
    span["quote"] += f" {option['text']} vertebra"
    span["end"] = span["start"] + len(span["quote"])


def a_quote_with_another_character(draft: Draft) -> None:
    span = draft["facts"][0]["evidence"][0]
    span["quote"] = other_character(span["quote"], 0)


def a_quote_one_place_further(draft: Draft) -> None:
    span = draft["facts"][0]["evidence"][0]
    span["start"], span["end"] = span["start"] + 1, span["end"] + 1


def a_quote_of_another_source(draft: Draft) -> None:
    draft["facts"][0]["evidence"][0]["source"] = "sha256:another"


def a_text_shown_with_another_character(draft: Draft) -> None:
    quote = draft["context"][0]["quote"]
    named_at = draft["facts"][0]["evidence"][0]["start"] - draft["context"][0]["start"]
    at = next(n for n in range(len(quote)) if quote[n].isalpha() and abs(n - named_at) > 20)
    swap(draft, 0, quote, other_character(quote, at))


def an_answer_that_is_not_the_key(draft: Draft) -> None:
    option = wrong(draft)[0]
    swap(draft, 1, f"{draft['key']}. {key(draft)['text']}", f"{option['letter']}. {option['text']}")


def an_answer_with_the_letter_of_another(draft: Draft) -> None:
    swap(draft, 1, f"{draft['key']}. ", f"{wrong(draft)[0]['letter']}. ")


def an_option_that_is_not_shown(draft: Draft) -> None:
    option = wrong(draft)[0]
    swap(draft, 0, f"\n{option['letter']}. {option['text']}", "")


def a_reply_that_quotes_another_text(draft: Draft) -> None:
    content = draft["messages"][1]["content"]
    draft["messages"][1]["content"] = other_character(content, content.index("“") + 3)


def a_level_without_a_fact(draft: Draft) -> None:
    draft["levels"].append("L9")


def a_question_about_another_disc(draft: Draft) -> None:
    shown, stem, options, ask = draft["messages"][0]["content"].split("\n\n")
    level = draft["levels"][0] if draft["language"] == "en" else chinese(draft["levels"][0])
    assert level in stem
    other = "T9-T10" if draft["language"] == "en" else "胸9/10"
    draft["messages"][0]["content"] = "\n\n".join((shown, stem.replace(level, other), options, ask))


def a_reason_about_another_disc(draft: Draft) -> None:
    level = draft["levels"][0] if draft["language"] == "en" else chinese(draft["levels"][0])
    answer, _, reason = draft["messages"][1]["content"].partition("\n")
    assert level in reason
    other = "T9-T10" if draft["language"] == "en" else "胸9/10"
    draft["messages"][1]["content"] = f"{answer}\n{reason.replace(level, other)}"


def chinese(segment: str) -> str:
    return format_name(parse_name(segment), Language.ZH)


def no_word_of_counting(draft: Draft) -> None:
    content = draft["messages"][0]["content"]
    pattern = "counting up from the lowest disc shown|自图中最下方椎间盘起向上计数"
    draft["messages"][0]["content"] = re.sub(pattern, "", content, flags=re.IGNORECASE)


def an_undetermined_level(draft: Draft) -> None:
    draft["facts"][0]["numbering"] = "undetermined"


def an_undetermined_level_of_a_text(draft: Draft) -> None:
    draft["facts"][0]["numbering"] = draft["numbering"] = "undetermined"


def a_finding_that_one_slice_cannot_show(draft: Draft) -> None:
    for one in draft["facts"]:
        one["finding"] = "disc_bulge"


def chinese_words_in_an_english_question(draft: Draft) -> None:
    add(draft, 0, "\n请作答。")


def english_words_in_a_chinese_question(draft: Draft) -> None:
    add(draft, 0, "\nPlease answer.")


def no_chinese_at_all(draft: Draft) -> None:
    content = draft["messages"][0]["content"].replace(draft["context"][0]["quote"], "\0")
    shown = re.sub(r"[\u4e00-\u9fff]", "", content).replace("\0", draft["context"][0]["quote"])
    for option in draft["options"]:
        number = option["text"].removeprefix("颈").removeprefix("胸").removeprefix("腰").removeprefix("骶")
        letter = {"颈": "C", "胸": "T", "腰": "L", "骶": "S"}[option["text"][0]]
        shown = shown.replace(f"\n{option['letter']}. {number}", f"\n{option['letter']}. {letter}{number}")
        option["text"] = f"{letter}{number}"
    draft["messages"][0]["content"] = shown
    reason = draft["messages"][1]["content"].partition("\n")[2]
    draft["messages"][1]["content"] = f"{draft['key']}. {key(draft)['text']}\n{reason}"


def a_telephone_number(draft: Draft) -> None:
    add(draft, 0, "\n764-212-9874")


def a_name_in_the_reply(draft: Draft) -> None:
    add(draft, 1, "\nSeen by Dr. Quincey.")


def a_record_number_in_chinese(draft: Draft) -> None:
    add(draft, 0, "\n住院号：1234567")


def no_place_for_the_picture(draft: Draft) -> None:
    swap(draft, 0, "<image>\n", "")


def two_places_for_one_picture(draft: Draft) -> None:
    swap(draft, 0, "<image>\n", "<image>\n<image>\n")


def a_place_without_a_picture(draft: Draft) -> None:
    swap(draft, 0, "\n\n", "\n<image>\n")


def a_source_without_a_licence(draft: Draft) -> None:
    draft["sources"][0]["licence"] = " "


SPOILT: list[tuple[str, str, str, Callable[[Draft], None]]] = [
    ("options_distinct", "grade_of_disc", "en zh", same_text_twice),
    ("options_distinct", "disc_of_grade", "en", same_level_in_other_words),
    ("one_right_option", "grade_of_disc", "en zh", unrefuted_option),
    ("one_right_option", "grade_of_disc", "en", refuted_by_a_fact_elsewhere),
    ("one_right_option", "grade_of_disc", "en", refuted_key),
    ("one_right_option", "named_level", "en zh", refuted_key),
    ("key_supported", "grade_of_disc", "en zh", another_grade_in_the_fact),
    ("key_supported", "grade_of_disc", "en zh", key_moved_with_all_that_belongs_to_it),
    ("key_supported", "disc_of_grade", "en zh", key_moved_with_all_that_belongs_to_it),
    ("key_supported", "disc_of_grade", "en zh", key_moved_with_all_that_belongs_to_it),
    ("key_supported", "named_level", "en zh", key_moved_with_all_that_belongs_to_it),
    ("key_supported", "disc_of_grade", "en zh", reasons_swapped),
    ("key_supported", "disc_of_grade", "en zh", refuted_by_the_fact_of_the_key),
    ("key_supported", "narrowed_disc", "en zh", refuted_by_the_fact_of_the_key),
    ("key_supported", "disc_of_grade", "en zh", a_wrong_disc_with_the_same_grade),
    ("key_supported", "narrowed_disc", "en zh", a_wrong_disc_that_was_not_assessed),
    ("key_supported", "narrowed_disc", "en zh", a_wrong_disc_that_is_uncertain),
    ("key_supported", "narrowed_disc", "en zh", a_wrong_disc_refuted_by_another_finding),
    ("key_supported", "disc_of_grade", "en zh", an_impossible_level),
    ("key_supported", "named_level", "en zh", an_impossible_level),
    ("key_supported", "grade_of_disc", "en", a_grade_beyond_the_scale),
    ("key_supported", "named_level", "en", a_wrong_level_that_the_text_names),
    ("quotes_verbatim", "named_level", "en zh", a_quote_with_another_character),
    ("quotes_verbatim", "named_level", "en zh", a_quote_one_place_further),
    ("quotes_verbatim", "named_level", "en zh", a_quote_of_another_source),
    ("reply_gives_key", "grade_of_disc", "en zh", an_answer_that_is_not_the_key),
    ("reply_gives_key", "named_level", "en zh", an_answer_with_the_letter_of_another),
    ("reply_gives_key", "disc_of_grade", "en zh", an_option_that_is_not_shown),
    ("reply_gives_key", "named_level", "en zh", a_reply_that_quotes_another_text),
    ("levels_real", "named_level", "en zh", a_level_without_a_fact),
    ("levels_real", "grade_of_disc", "en zh", a_level_without_a_fact),
    ("levels_real", "grade_of_disc", "en zh", a_question_about_another_disc),
    ("levels_real", "grade_of_disc", "en zh", a_reason_about_another_disc),
    ("levels_real", "narrowed_disc", "en zh", a_reason_about_another_disc),
    ("numbering_stated", "grade_of_disc", "en zh", no_word_of_counting),
    ("numbering_stated", "disc_of_grade", "en zh", an_undetermined_level),
    ("numbering_stated", "named_level", "en zh", an_undetermined_level_of_a_text),
    ("only_slice_findings", "narrowed_disc", "en zh", a_finding_that_one_slice_cannot_show),
    ("language_kept", "grade_of_disc", "en", chinese_words_in_an_english_question),
    ("language_kept", "named_level", "en", chinese_words_in_an_english_question),
    ("language_kept", "disc_of_grade", "zh", english_words_in_a_chinese_question),
    ("language_kept", "named_level", "zh", english_words_in_a_chinese_question),
    ("language_kept", "named_level", "zh", no_chinese_at_all),
    ("no_identifier", "narrowed_disc", "en zh", a_telephone_number),
    ("no_identifier", "named_level", "en", a_name_in_the_reply),
    ("no_identifier", "named_level", "zh", a_record_number_in_chinese),
    ("pictures_shown", "disc_of_grade", "en zh", no_place_for_the_picture),
    ("pictures_shown", "grade_of_disc", "en zh", two_places_for_one_picture),
    ("pictures_shown", "named_level", "en", a_place_without_a_picture),
    ("licensed", "named_level", "en zh", a_source_without_a_licence),
    ("licensed", "grade_of_disc", "en zh", a_source_without_a_licence),
]
CASES = [(check, kind, language, fault) for check, kind, languages, fault in SPOILT for language in languages.split()]


@pytest.mark.parametrize(
    ("check", "kind", "language", "fault"), CASES, ids=["-".join((*case[:3], case[3].__name__)) for case in CASES]
)
def test_a_fault_is_found_by_its_check_and_by_no_other(
    drafts: Mapping[tuple[str, str], str], check: str, kind: str, language: str, fault: Callable[[Draft], None]
) -> None:
    draft = json.loads(drafts[kind, language])
    assert failed(draft) == set()
    fault(draft)
    assert failed(draft) == {check}


def test_a_text_shown_otherwise_than_it_stands_is_found(drafts: Mapping[tuple[str, str], str]) -> None:
    """More checks may fall with this one: the shown words are then no longer known to be a source's."""
    for language in ("en", "zh"):
        draft = json.loads(drafts["named_level", language])
        a_text_shown_with_another_character(draft)
        assert "quotes_verbatim" in failed(draft)


def test_every_check_has_a_fault_that_it_finds() -> None:
    assert {check for check, *_ in SPOILT} == {check.__name__ for check in CHECKS}


def test_every_item_of_the_demo_passes_every_check(demo_items: tuple[Item, ...]) -> None:
    assert len(demo_items) > 700
    for item in demo_items:
        checks = verify_item(item)
        assert [check.name for check in checks] == [check.__name__ for check in CHECKS]
        assert failures(checks) == []
        assert all(check.reason == "" for check in checks)


def test_a_failed_check_gives_a_reason_without_a_word_of_the_item(drafts: Mapping[tuple[str, str], str]) -> None:
    for check, kind, languages, fault in SPOILT:
        draft = json.loads(drafts[kind, languages.split()[0]])
        fault(draft)
        (found,) = failures(verify_item(Item.from_json(json.dumps(draft))))
        assert found.name == check
        assert found.reason
        assert "\n" not in found.reason
        texts = [option["text"] for option in draft["options"]] + [span["quote"] for span in draft["context"]]
        assert [text for text in texts if text in found.reason] == []


def test_what_has_no_options_is_not_judged_by_them(drafts: Mapping[tuple[str, str], str]) -> None:
    draft = json.loads(drafts["grade_of_disc", "en"])
    draft.update(task="open_qa", options=[], key=None)
    verdicts = {check.name: check.verdict for check in verify_item(Item.from_json(json.dumps(draft)))}
    assert {name for name, verdict in verdicts.items() if verdict is Verdict.NOT_APPLICABLE} == {
        "options_distinct",
        "one_right_option",
        "key_supported",
        "reply_gives_key",
        "quotes_verbatim",
    }
    assert Verdict.FAIL not in verdicts.values()
