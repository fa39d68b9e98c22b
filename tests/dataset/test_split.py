"""Promises: train, validation and test never share a patient, an article, a picture or a text, and stay what they are."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from dataset_cases import NOTE, NOTE_ZH, a_case, a_picture, a_source, candidates
from spinemed.dataset import SPLITS, USUAL, Shares
from spinemed.dataset.plan import plan
from spinemed.dataset.split import Group, Groups, assign, ties
from spinemed.domain.records import Item
from spinemed.domain.taxonomy import Language
from strategies import items as any_item


def groups_of(*items: Item) -> list[int]:
    """The group of each item, counted from 0 as they come."""
    groups = Groups()
    for item in items:
        groups.add(item)
    names = list(groups.names())
    return [names.index(name) for name in names]


SHORT = "Seen for back pain."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (a_source("a", group="patient 1"), a_source("b", group="patient 1")),
        (a_source("a", origin="PMC1"), a_source("b", origin="PMC1")),
        (a_source("a", group="book 1"), a_source("a", group="book 2")),
    ],
)
def test_what_shares_a_source_a_patient_or_an_article_is_one_group(one: object, other: object) -> None:
    assert groups_of(a_case(SHORT, source=one), a_case(f"{SHORT} Again.", source=other)) == [0, 0]


def test_a_group_comes_before_the_origin() -> None:
    """Two patients of one data set are two groups, though their origin is the same."""
    one, other = (a_source(name, origin="a data set", group=f"patient {name}") for name in "ab")
    assert groups_of(a_case(SHORT, source=one), a_case(f"{SHORT} Again.", source=other)) == [0, 1]


def test_what_shares_a_picture_a_pair_or_a_text_is_one_group() -> None:
    sources = [a_source(name) for name in "ab"]
    pictures = [a_case(f"{SHORT} {s.id}", source=s, pictures=(a_picture("a"),)) for s in sources]
    assert groups_of(*pictures) == [0, 0]
    assert groups_of(*(a_case(f"{SHORT} {s.id}", source=s, pair="p") for s in sources)) == [0, 0]
    assert groups_of(*(a_case(SHORT, source=s) for s in sources)) == [0, 0]


@pytest.mark.parametrize("note", [NOTE, NOTE_ZH])
def test_what_shows_the_same_passage_is_one_group(note: str) -> None:
    first, second = (a_case(note, source=a_source(name)) for name in "ab")
    messages = a_case(f"{note} And another question.").messages
    assert groups_of(first, a_case(**{**dict(second), "id": "", "messages": messages})) == [0, 0]


def test_a_phrase_of_many_notes_ties_nothing() -> None:
    """Nor does a text that is much alike: loose likeness would chain a whole dataset into one group."""
    first, second = (a_case(SHORT, source=a_source(name)) for name in "ab")
    longer = a_case(f"{NOTE} More of this note.", source=a_source("c"))
    messages = longer.messages
    assert groups_of(first, a_case(**{**dict(second), "id": "", "messages": messages}), a_case(NOTE, source=a_source("d"))) == [
        0,
        1,
        2,
    ]


def test_groups_join_over_a_third() -> None:
    one, two = a_source("a"), a_source("b")
    assert groups_of(
        a_case(f"{SHORT} 1", source=one), a_case(f"{SHORT} 2", source=two), a_case(f"{SHORT} 3", sources=(one, two))
    ) == [0, 0, 0]


@settings(max_examples=50, deadline=None)
@given(st.lists(any_item(), max_size=8), st.randoms(use_true_random=False))
def test_no_split_holds_what_another_holds_and_order_changes_nothing(items: list[Item], dice: random.Random) -> None:
    splits = by_id(items)
    held = {split: {tie for item in items for tie in ties(item) if splits[item.id] == split} for split in SPLITS}
    assert not held["train"] & held["test"]
    assert not held["train"] & held["validation"]
    assert not held["validation"] & held["test"]
    shuffled = list(items)
    dice.shuffle(shuffled)
    assert by_id(shuffled) == splits


def by_id(items: list[Item]) -> dict[str, str]:
    planned = plan(lambda: candidates(*items), USUAL, 3)
    return {item.id: planned.split_of(place) for place, item in enumerate(items)}


def sizes(groups: list[Group], shares: Shares = USUAL, seed: int = 0) -> list[int]:
    chosen = assign(groups, shares, seed)
    counts = Counter[str]()
    for group in groups:
        counts[chosen[group.name]] += group.items
    return [counts[split] for split in SPLITS]


def many(number: int, seed: int = 1) -> list[Group]:
    dice = random.Random(seed)
    return [Group(dice.getrandbits(64), dice.choice([1, 1, 2, 2, 4, 40])) for _ in range(number)]


@pytest.mark.parametrize("seed", range(5))
def test_shares_are_met_with_many_groups(seed: int) -> None:
    train, validation, test = sizes(many(1000), seed=seed)
    total = train + validation + test
    assert abs(train / total - 0.8) < 0.02
    assert abs(validation / total - 0.1) < 0.02
    assert abs(test / total - 0.1) < 0.02


@pytest.mark.parametrize("seed", range(5))
def test_few_groups_of_very_different_size_are_spread_well(seed: int) -> None:
    """20 patients of 20 questions, a book of 100, and 30 captions of 2."""
    groups = [Group(n * 7919, 20, "mri") for n in range(1, 21)] + [Group(5, 100, "book")]
    groups += [Group(n * 104729, 2, "caption") for n in range(1, 31)]
    train, validation, test = sizes(groups, seed=seed)
    assert 410 <= train <= 490
    assert 30 <= validation <= 80
    assert 30 <= test <= 80


def test_every_kind_of_source_is_in_every_split() -> None:
    groups = [Group(n * 7919 + len(kind), 4, kind) for kind in ("note", "caption", "mri") for n in range(1, 41)]
    chosen = assign(groups, USUAL, 0)
    assert {(group.kind, chosen[group.name]) for group in groups} == {(g.kind, s) for g in groups for s in SPLITS}


@pytest.mark.parametrize(("number", "filled"), [(0, [0, 0, 0]), (1, [1, 0, 0]), (2, [1, 0, 1]), (3, [1, 1, 1]), (4, [2, 1, 1])])
def test_the_smallest_datasets_fill_train_first_then_test(number: int, filled: list[int]) -> None:
    assert sizes([Group(n * 7919, 1) for n in range(number)]) == filled


def test_a_group_stays_where_it_was_when_others_join() -> None:
    """So that a model trained on one version is not measured on what it has seen by the next."""
    before = assign(many(1000), USUAL, 0)
    after = assign([*many(1000), *many(100, seed=2)], USUAL, 0)
    assert sum(after[name] != split for name, split in before.items()) < 50


def test_another_seed_is_another_split() -> None:
    assert assign(many(50), USUAL, 0) != assign(many(50), USUAL, 1)


def test_one_split_may_be_all() -> None:
    assert sizes(many(50), Shares(train=1.0))[1:] == [0, 0]
    assert sizes(many(200), Shares(train=0.9, test=0.1))[1] == 0


@pytest.mark.parametrize("shares", [{}, {"train": 0.8}, {"train": 0.8, "test": 0.3}, {"train": 1.2, "test": -0.2}, {"tarin": 1}])
def test_shares_that_do_not_add_up_are_refused(shares: dict[str, float]) -> None:
    with pytest.raises(ValidationError):
        Shares(**shares)


def test_languages_of_one_question_stay_together() -> None:
    items = [
        a_case(f"{text} {n}", language=language, source=a_source(str(n)), pair=f"p{n}")
        for n in range(40)
        for language, text in ((Language.EN, NOTE), (Language.ZH, NOTE_ZH))
    ]
    splits = by_id(items)
    assert {(splits[a.id], splits[b.id]) for a, b in zip(items[::2], items[1::2], strict=True)} == {(s, s) for s in SPLITS}
