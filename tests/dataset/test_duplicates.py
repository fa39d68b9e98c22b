"""Promises: what says the same twice is kept once, and two cases that differ in one clinical word are never taken for one."""

from __future__ import annotations

from array import array

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dataset_cases import NOTE, NOTE_ZH, a_case, a_choice, a_picture, a_source, candidates
from spinemed.dataset.content_words import content_words, same_words
from spinemed.dataset.plan import plan, whole_pairs
from spinemed.dataset.split import USUAL
from spinemed.domain.assertion import Certainty
from spinemed.domain.records import Candidate, Item, Message, Parameter, Trace
from spinemed.domain.taxonomy import Language
from strategies import items as any_item


def dropped(*items: Item) -> dict[int, int]:
    """Places left out, and the places they repeat."""
    return plan(lambda: candidates(*items), USUAL, 0).duplicate_of


def other(note: str, language: Language = Language.EN) -> Item:
    """The same question about a changed note of another source; its facts stay, so that only the text tells them apart."""
    return a_case(note, language=language, source=a_source("b"))


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        ("L4-L5", "L3-L4"),
        ("L4-L5", "L4 to L5"),
        ("L5 nerve", "S1 nerve"),
        ("conus ends at L1", "conus ends at L2"),
        ("mild left", "mild right"),
        ("mild left", "severe left"),
        ("paracentral", "foraminal"),
        ("disc protrusion", "disc extrusion"),
        ("4 mm", "8 mm"),
        ("4 mm", "4.5 mm"),
        ("54-year-old", "45-year-old"),
        ("man with", "woman with"),
        ("3 weeks", "3 months"),
        ("grade III", "grade II"),
        ("grade I at", "grade II at"),
        ("There is no fracture", "There is a fracture"),
        ("There is no fracture", "There may be a fracture"),
        ("Anterior", "Posterior"),
        ("is stable", "is unstable"),
        ("hyperintense", "hypointense"),
        ("on T2", "on T1"),
        ("axial", "coronal"),
        ("MRI", "CT"),
        ("touches the left L5 nerve root", "touches the L5 left nerve root"),
        ("There is no fracture. ", ""),
    ],
)
def test_a_case_that_differs_in_one_word_is_kept(written: str, instead: str) -> None:
    assert written in NOTE
    assert dropped(a_case(), other(NOTE.replace(written, instead))) == {}


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        ("腰4/5", "腰3/4"),
        ("向左", "向右"),
        ("左侧", "右侧"),
        ("突出约", "脱出约"),
        ("4毫米", "8毫米"),
        ("轻度", "重度"),
        ("III级", "IV级"),
        ("未见骨折", "可见骨折"),
        ("腰1水平", "腰2水平"),
        ("男，", "女，"),
        ("54岁", "45岁"),
        ("3周", "6周"),
    ],
)
def test_a_chinese_case_that_differs_in_one_word_is_kept(written: str, instead: str) -> None:
    assert written in NOTE_ZH
    zh = Language.ZH
    assert dropped(a_case(NOTE_ZH, language=zh), other(NOTE_ZH.replace(written, instead), zh)) == {}


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        ("L4-L5", "L4/5"),
        ("L4-L5", "L4–L5"),
        (" of the ", " of  the\n"),
        ("There is no fracture. The", "There is no fracture; the"),
        ("with back pain for", "who has back pain for"),
        ("which touches", "that touches"),
        ("touches", "touclies"),
        ("marrow", "rnarrow"),
        ("Sagittal and axial", "SAGITTAL AND AXIAL"),
    ],
)
def test_a_case_that_differs_in_layout_spelling_or_phrasing_is_a_duplicate(written: str, instead: str) -> None:
    assert written in NOTE
    assert dropped(a_case(), other(NOTE.replace(written, instead))) == {1: 0}


def test_a_chinese_case_in_other_punctuation_is_a_duplicate() -> None:
    zh = Language.ZH
    assert dropped(a_case(NOTE_ZH, language=zh), other(NOTE_ZH.replace("，", ",").replace("：", ": "), zh)) == {1: 0}


NAMES = ("otospondylomegaepiphyseal dysplasia", "spondylothoracic dysostosis", "Kniest syndrome", "Stickler syndrome")
BOILERPLATE = (
    "This condition is inherited in an autosomal recessive pattern, which means both copies of the gene in each cell have "
    "mutations. The parents of an individual with an autosomal recessive condition each carry one copy of the mutated gene."
)


@pytest.mark.parametrize("kind", ["question", "passage", "both"])
@pytest.mark.parametrize("template", ["bank", None])
def test_rare_names_that_no_list_knows_tell_texts_apart(kind: str, template: str | None) -> None:
    """Pages on rare diseases repeat each other word for word; the name is all that differs."""
    traces = [Parameter(name="question", value=template)] if template else []
    made = []
    for at, name in enumerate(NAMES):
        passage = f"{BOILERPLATE} It is {name}." if kind != "question" else BOILERPLATE
        asked = f"Is {name} inherited?" if kind != "passage" else "Is it inherited?"
        messages = (Message(role="user", content=asked), Message(role="assistant", content=passage))
        item = a_case(passage, source=a_source(str(at)), messages=messages)
        trace = Trace(item=item.id, stage="construct", engine="construct", parameters=tuple(traces))
        made.append(Candidate(item=item, traces=(trace,)))
    assert plan(lambda: made, USUAL, 0).duplicate_of == {}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the marrow is bright", "the rnarrow is bright", True),
        ("which touches it", "that touched it", True),
        ("kniest syndrome", "stickler syndrome", False),
        ("a rare syndrome", "a rare kniest syndrome", False),
        ("spondylocostal", "spondylothoracic", False),
        ("left iliac crest", "left iliac fossa", False),
        ("腰椎软组织正常", "腰椎软组织正鸣", True),
        ("成骨不全", "软骨发育不全", False),
    ],
)
def test_what_two_texts_do_not_share_must_be_harmless(one: str, other: str, same: bool) -> None:
    assert same_words(content_words(one), content_words(other)) is same
    assert same_words(content_words(other), content_words(one)) is same


def test_the_facts_tell_items_of_one_text_apart() -> None:
    fact = a_case().facts[0]
    absent = fact.model_copy(update={"certainty": Certainty.ABSENT, "id": "fact-x"})
    assert dropped(a_case(), a_case(facts=(type(fact).model_validate(absent.model_dump()),))) == {}


def test_another_picture_is_another_question() -> None:
    assert dropped(a_case(pictures=(a_picture("a"),)), a_case(pictures=(a_picture("b"),), source=a_source("b"))) == {}


def test_options_in_another_order_are_the_same_question() -> None:
    first = a_choice("L4-L5", "L3-L4", "L5-S1", context=())
    assert dropped(first, a_choice("L3-L4", "L4-L5", "L5-S1", key="B", context=())) == {1: 0}


def test_another_key_is_another_question() -> None:
    assert dropped(a_choice("L4-L5", "L3-L4", "L5-S1"), a_choice("L3-L4", "L4-L5", "L5-S1")) == {}


def test_other_wrong_options_make_another_question_only_where_no_passage_is_shown() -> None:
    """About one passage, with one key, they are drawn by chance."""
    assert dropped(a_choice("L4-L5", "L3-L4"), a_choice("L4-L5", "L2-L3")) == {1: 0}
    assert dropped(a_choice("L4-L5", "L3-L4", context=()), a_choice("L4-L5", "L2-L3", context=())) == {}
    assert dropped(a_choice("2 degrees", "-3 degrees", context=()), a_choice("2 degrees", "3 degrees", context=())) == {}


def test_two_languages_are_never_compared() -> None:
    """Not even where the text is the same."""
    same = a_case(messages=(Message(role="user", content=NOTE), Message(role="assistant", content="L4-L5")))
    assert dropped(same, a_case(**{**dict(same), "id": "", "language": Language.ZH})) == {}


def test_an_item_that_comes_twice_is_kept_once() -> None:
    assert dropped(a_case(), a_case(), a_case()) == {1: 0, 2: 0}


def test_a_pair_goes_as_a_whole() -> None:
    """The English texts repeat each other, the Chinese ones do not: one pair stays whole, the other goes whole."""
    pairs = [
        a_case(pair="p1"),
        a_case(NOTE_ZH, language=Language.ZH, pair="p1"),
        a_case(source=a_source("b"), pair="p2"),
        a_case(NOTE_ZH * 2, language=Language.ZH, source=a_source("b"), pair="p2"),
    ]
    assert dropped(*pairs) == {2: 0, 3: 1}


def places(found: dict[int, int], pairs: list[int], languages: list[int]) -> dict[int, int]:
    return whole_pairs(found, array("Q", pairs), array("B", languages))


def test_crossed_pairs_do_not_throw_each_other_out() -> None:
    """Each holds a repetition of the other: one of them stays."""
    assert places({1: 0, 3: 2}, [1, 2, 2, 1], [0, 0, 1, 1]) == {1: 0, 2: 3}


def test_a_pair_id_on_several_items_of_a_language_binds_nothing() -> None:
    assert places({2: 0}, [1, 1, 1], [0, 0, 0]) == {2: 0}


def test_a_chain_of_repetitions_keeps_its_first() -> None:
    assert places({1: 0, 2: 1}, [0, 0, 0], [0, 0, 0]) == {1: 0, 2: 0}


@settings(max_examples=60, deadline=None)
@given(st.lists(any_item(), max_size=5), st.integers(0, 3))
def test_any_items_are_kept_or_repeat_one_that_is_kept(items: list[Item], times: int) -> None:
    found = dropped(*items, *items[:times])
    assert not set(found) & set(found.values())
    assert all(later in found for later in range(len(items), len(items) + len(items[:times])))
