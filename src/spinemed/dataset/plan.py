"""What becomes of each item before any is written: its split, or the item it repeats. Only numbers are held, no items."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from spinemed.dataset.duplicates import Duplicates
from spinemed.dataset.fingerprint import fingerprint, number_of
from spinemed.dataset.split import SPLITS, Group, Groups, Shares, Split, assign
from spinemed.domain.records import Candidate, Item
from spinemed.domain.taxonomy import Language

_LANGUAGES = tuple(Language)


@dataclass(frozen=True)
class Plan:
    """The split of each item, a byte by its place in the order of the candidates, and for each duplicate the kept item's place.

    `groups` counts the groups of each split, and `largest_group` the items of the largest one.
    """

    splits: bytes
    duplicate_of: dict[int, int]
    groups: Counter[Split]
    largest_group: int

    def split_of(self, place: int) -> Split:
        """The split of an item that is kept."""
        return SPLITS[self.splits[place]]


@dataclass(frozen=True)
class _Notes:
    """What the first reading leaves of each item, by place."""

    fingerprints: array[int]
    pairs: array[int]
    languages: array[int]
    kinds: list[str]
    groups: Groups


def plan(candidates: Callable[[], Iterable[Candidate]], shares: Shares, seed: int) -> Plan:
    """The plan; `candidates` is called once, and once more where fingerprints repeat."""
    notes = _notes(candidates())
    duplicate_of = _duplicates(candidates, notes)
    names = array("Q", notes.groups.names())
    sizes = Counter(name for place, name in enumerate(names) if place not in duplicate_of)
    kinds: dict[int, str] = {}
    for name, kind in zip(names, notes.kinds, strict=True):
        # The first of the alphabet, not of the order.
        kinds[name] = min(kinds.get(name, kind), kind)
    chosen = assign([Group(name, sizes[name], kinds[name]) for name in sorted(sizes)], shares, seed)
    # A duplicate's byte is never looked at, and its group may hold nothing else.
    splits = bytes(SPLITS.index(chosen.get(name, "train")) for name in names)
    return Plan(splits, duplicate_of, Counter(chosen.values()), max(sizes.values(), default=0))


def _notes(candidates: Iterable[Candidate]) -> _Notes:
    notes = _Notes(array("Q"), array("Q"), array("B"), [], Groups())
    kinds: dict[str, str] = {}
    for candidate in candidates:
        item = candidate.item
        notes.fingerprints.append(fingerprint(candidate))
        notes.pairs.append(number_of(item.pair) if item.pair else 0)
        notes.languages.append(_LANGUAGES.index(item.language))
        kind = _kind(item)
        notes.kinds.append(kinds.setdefault(kind, kind))
        notes.groups.add(item)
    return notes


def _kind(item: Item) -> str:
    """What a group is of, so that each kind is spread over the splits: the kind of its source and of its pictures."""
    return f"{item.sources[0].kind} {item.modality}"


def _duplicates(candidates: Callable[[], Iterable[Candidate]], notes: _Notes) -> dict[int, int]:
    duplicates = Duplicates(notes.fingerprints)
    if not any(duplicates.compares(place) for place in range(len(notes.fingerprints))):
        return {}
    for place, candidate in enumerate(candidates()):
        if duplicates.compares(place):
            duplicates.offer(place, candidate)
    return whole_pairs(duplicates.found, notes.pairs, notes.languages)


def whole_pairs(found: dict[int, int], pairs: array[int], languages: array[int]) -> dict[int, int]:
    """Every place to drop, with the kept place it repeats: a pair is dropped or kept in all its languages.

    Items and pairs that repeat each other form a cluster, and its first one stays. Where one pair id stands for several items
    of a language, each item is judged by itself.

    Args:
        found: place of an item -> place of the earlier item it repeats.
        pairs: number of each item's pair, 0 for none.
        languages: number of each item's language.
    """
    members = _members(found, pairs, languages)
    unit_of = {place: unit for unit, places in members.items() for place in places}
    first = {unit: unit for unit in members}

    def find(unit: int) -> int:
        while first[unit] != unit:
            unit = first[unit]
        return unit

    for place, earlier in sorted(found.items()):
        a, b = find(unit_of[place]), find(unit_of[earlier])
        first[max(a, b)] = min(a, b)
    dropped: dict[int, int] = {}
    for unit, places in members.items():
        kept = find(unit)
        if kept != unit:
            by_language = {languages[place]: place for place in members[kept]}
            dropped.update((place, by_language.get(languages[place], members[kept][0])) for place in places)
    return dropped


def _members(found: dict[int, int], pairs: array[int], languages: array[int]) -> dict[int, list[int]]:
    """Places of each pair or single item that `found` touches, by the first of them."""
    touched = set(found) | set(found.values())
    wanted = {pairs[place] for place in touched} - {0}
    by_pair: dict[int, list[int]] = {}
    for place, pair in enumerate(pairs):
        if pair in wanted:
            by_pair.setdefault(pair, []).append(place)
    members: dict[int, list[int]] = {place: [place] for place in touched if not pairs[place]}
    for places in by_pair.values():
        whole = len({languages[place] for place in places}) == len(places)
        members.update({places[0]: places} if whole else {place: [place] for place in places})
    return members
