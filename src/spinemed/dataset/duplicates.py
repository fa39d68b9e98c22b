"""Near-duplicate items, told apart by level: only items of one fingerprint are ever compared, and their words as well.

Character 5-grams, MinHash of 125 values in 25 bands of 5 (rensa), deletion from a similarity of 0.7. The fingerprint is part of
the bucket, because asking for the facts after bucketing either merges distinct cases or, where a bucket keeps one item, hides
the true duplicate behind a stranger (docs/decisions/0006-level-aware-deduplication.md).
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from spinemed.dataset.content_words import content_words, same_words
from spinemed.dataset.fingerprint import letters, number_of, others, templates, texts
from spinemed.dataset.minhash import BANDS, ROWS, Signature, signature, similarity
from spinemed.domain.records import Candidate, Item

THRESHOLD = 0.7


@dataclass(frozen=True)
class _Known:
    """An item that later ones are compared with: its place, signatures of what it says and of the passage it shows, its words."""

    place: int
    said: Signature
    shown: Signature | None
    words: frozenset[str]


class Duplicates:
    """Pairs of places (item, earlier item it repeats); holds signatures only of items whose fingerprint occurs again.

    Args:
        fingerprints: of every item, by place.
    """

    def __init__(self, fingerprints: array[int]) -> None:
        counts = Counter(fingerprints)
        self._again = {value for value, n in counts.items() if n > 1}
        self._fingerprints = fingerprints
        self._buckets: dict[int, list[_Known]] = {}
        self.found: dict[int, int] = {}

    def compares(self, place: int) -> bool:
        """True for an item that must be offered, because another has its fingerprint."""
        return self._fingerprints[place] in self._again

    def offer(self, place: int, candidate: Candidate) -> None:
        """Note whether an item repeats an earlier one; places are offered in order."""
        passage = letters("\n".join(span.quote for span in candidate.item.context))
        # Of a template the phrasing is chosen by chance: what it asks about its passage stands in the fingerprint.
        text = item_text(candidate.item)
        said = signature(passage if passage and templates(candidate) else text)
        one = _Known(place, said, signature(passage) if passage else None, content_words(f"{text} {passage}"))
        buckets = list(_bands(self._fingerprints[place], said))
        near = {id(known): known for bucket in buckets for known in self._buckets.get(bucket, ())}
        same = next((known for known in near.values() if _alike(one, known)), None)
        if same is None:
            for bucket in buckets:
                self._buckets.setdefault(bucket, []).append(one)
        else:
            self.found[place] = same.place


def item_text(item: Item) -> str:
    """What an item says, options in one order."""
    return letters("\n".join((*texts(item), *sorted(others(item)))))


def _alike(one: _Known, other: _Known) -> bool:
    if similarity(one.said, other.said) < THRESHOLD or not same_words(one.words, other.words):
        return False
    if one.shown is None or other.shown is None:
        return one.shown is other.shown
    return similarity(one.shown, other.shown) >= THRESHOLD


def _bands(fingerprint: int, values: Signature) -> Iterator[int]:
    for band in range(BANDS):
        part = values[band * ROWS : (band + 1) * ROWS]
        yield number_of(str(fingerprint), str(band), *(str(value) for value in part))
