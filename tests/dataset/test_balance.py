"""Promises: keys that give themselves away by their place or their length are called so, and even ones are not."""

from __future__ import annotations

import random

import pytest

from dataset_cases import a_case, a_choice, candidates
from spinemed.dataset import Statistics
from spinemed.dataset.balance import Balance, chance_of


@pytest.mark.parametrize(
    ("chi_square", "freedom", "chance"),
    # Percentage points of the chi-square distribution (Pearson and Hartley, Biometrika Tables for Statisticians, table 8).
    [(3.841, 1, 0.05), (5.991, 2, 0.05), (7.815, 3, 0.05), (13.277, 4, 0.01), (20.515, 5, 0.001), (18.307, 10, 0.05), (0, 3, 1)],
)
def test_the_chance_is_that_of_the_tables(chi_square: float, freedom: int, chance: float) -> None:
    assert chance_of(chi_square, freedom) == pytest.approx(chance, rel=2e-3)


def balance_of(*keys: str, longest: str = "") -> Balance:
    balance = Balance()
    for key in keys:
        texts = ["a long level" if letter == longest else "level" for letter in "ABCD"]
        balance.add(a_choice(*texts, key=key))
    return balance


def test_even_keys_are_balanced_and_a_favourite_is_not() -> None:
    assert balance_of(*"ABCD" * 50).keys_balanced
    assert not balance_of(*"AABCD" * 50).keys_balanced
    assert not balance_of(*"A" * 12).keys_balanced


def test_questions_of_four_and_five_options_are_judged_apart() -> None:
    """An E that is rare because few questions have one is no tell."""
    balance = balance_of(*"ABCD" * 25)
    for key in "ABCDE" * 4:
        balance.add(a_choice("L1", "L2", "L3", "L4", "L5", key=key))
    assert balance.letters == {"A": 29, "B": 29, "C": 29, "D": 29, "E": 4}
    assert balance.chi_square == (0, 7)
    assert balance.keys_balanced


def test_a_long_key_tells() -> None:
    dice = random.Random(1)
    fair, telling = Balance(), Balance()
    for _ in range(200):
        key, longest = dice.choice("ABCD"), dice.choice("ABCD")
        fair.add(a_choice(*("a long level" if letter == longest else "level" for letter in "ABCD"), key=key))
        telling.add(a_choice(*("a long level" if letter == key else "level" for letter in "ABCD"), key=key))
    assert not fair.length_tells
    assert telling.length_tells
    assert (telling.longest_rate, telling.longest_by_chance) == (1, 0.25)


def test_nothing_to_judge_is_no_fault() -> None:
    balance = Balance()
    balance.add(a_case())
    assert (balance.questions, balance.chance, balance.longest_rate) == (0, 1, None)
    assert balance.keys_balanced
    assert not balance.length_tells


def test_a_question_in_two_languages_counts_once() -> None:
    statistics = Statistics()
    english = a_choice("L1", "L2", pair="p")
    for one in candidates(english, a_choice("腰1", "腰2", pair="p", language="zh"), a_choice("L3", "L4")):
        statistics.add(one)
    assert (statistics.items, statistics.balance.questions) == (3, 2)
