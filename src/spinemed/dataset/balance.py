"""What gives answers away: where the keys stand, and whether the longest option is the right one."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, field

from spinemed.domain.records import Item

# Below this, an even spread would look as it does less than once in a hundred datasets.
SUSPICIOUS = 0.01


@dataclass
class Balance:
    """Counts over the multiple-choice questions; one asked in two languages counts once, since its options stand alike."""

    questions: int = 0
    keys: Counter[tuple[int, str]] = field(default_factory=Counter[tuple[int, str]])
    """Questions by number of options and letter of the key."""
    told_apart: int = 0
    """Questions with one option longer than all others."""
    longest_is_key: int = 0
    expected_longest: float = 0.0

    def add(self, item: Item) -> None:
        """Count one question."""
        if item.key is None:
            return
        self.questions += 1
        self.keys[len(item.options), item.key] += 1
        longest = max(len(option.text) for option in item.options)
        holders = [option.letter for option in item.options if len(option.text) == longest]
        if len(holders) == 1:
            self.told_apart += 1
            self.longest_is_key += holders[0] == item.key
            self.expected_longest += 1 / len(item.options)

    @property
    def letters(self) -> Counter[str]:
        """Questions by letter of the key."""
        counts: Counter[str] = Counter()
        for (_, letter), n in self.keys.items():
            counts[letter] += n
        return counts

    @property
    def chi_square(self) -> tuple[float, int]:
        """Pearson's statistic of the keys against an even spread, and its degrees of freedom."""
        total, freedom = 0.0, 0
        for size in sorted({size for size, _ in self.keys}):
            found = [self.keys[size, letter] for letter in "ABCDEF"[:size]]
            expected = sum(found) / size
            total += sum((n - expected) ** 2 / expected for n in found)
            freedom += size - 1
        return total, freedom

    @property
    def chance(self) -> float:
        """How often evenly spread keys would be as uneven as these; 1 where there are none."""
        return chance_of(*self.chi_square)

    @property
    def keys_balanced(self) -> bool:
        """True where chance alone explains the positions of the keys."""
        return self.chance >= SUSPICIOUS

    @property
    def longest_rate(self) -> float | None:
        """Share of the questions with a longest option where that one is the key; None where there is none."""
        return self.longest_is_key / self.told_apart if self.told_apart else None

    @property
    def longest_by_chance(self) -> float | None:
        """What that share would be by chance."""
        return self.expected_longest / self.told_apart if self.told_apart else None

    @property
    def length_tells(self) -> bool:
        """True where the longest option is the key more often than chance explains (one-sided normal test at 1 %)."""
        if not self.told_apart:
            return False
        share = self.expected_longest / self.told_apart
        deviation = math.sqrt(self.told_apart * share * (1 - share)) or 1.0
        above = (self.longest_is_key - self.expected_longest) / deviation
        return math.erfc(above / math.sqrt(2)) / 2 < SUSPICIOUS


def chance_of(chi_square: float, freedom: int) -> float:
    """Upper tail of the chi-square distribution, by its closed form for whole degrees of freedom."""
    if freedom == 0:
        return 1.0
    half = chi_square / 2
    if freedom % 2 == 0:
        return math.exp(-half) * sum(half**k / math.factorial(k) for k in range(freedom // 2))
    rest = sum(half ** (k - 0.5) / math.gamma(k + 0.5) for k in range(1, (freedom + 1) // 2))
    return math.erfc(math.sqrt(half)) + math.exp(-half) * rest
