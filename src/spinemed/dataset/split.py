"""Train, validation and test: whatever shares a patient, an article, a picture or a text stays on one side."""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from spinemed.dataset.fingerprint import letters, number_of, texts
from spinemed.domain.records import Item

Split = Literal["train", "validation", "test"]
SPLITS: tuple[Split, ...] = ("train", "validation", "test")
# A group goes where its hash says while that split is at most this far above its share: the same group then lies on the same
# side of the next version too.
SLACK = 0.01
# Shorter passages ("No fracture.") are found in unrelated sources; counted in bytes, so that Chinese counts threefold.
LONG_PASSAGE = 60


class Shares(BaseModel):
    """Parts of the items that each split is to hold; they add up to 1."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    train: float = Field(default=0.0, ge=0, le=1)
    validation: float = Field(default=0.0, ge=0, le=1)
    test: float = Field(default=0.0, ge=0, le=1)

    @model_validator(mode="after")
    def _add_up(self) -> Self:
        if not math.isclose(self.train + self.validation + self.test, 1.0, abs_tol=1e-6):
            raise ValueError("train, validation and test add up to 1; what is left out is 0")
        return self

    def of(self, split: Split) -> float:
        """The share of one split."""
        return {"train": self.train, "validation": self.validation, "test": self.test}[split]


USUAL = Shares(train=0.8, validation=0.1, test=0.1)


def ties(item: Item) -> Iterator[int]:
    """Numbers of all that ties an item to others: sources, patients and articles, pictures, pair, and equal texts."""
    for source in item.sources:
        yield number_of("source", source.id)
        yield number_of("group", source.group) if source.group else number_of("origin", source.origin)
    for picture in item.pictures:
        yield number_of("picture", picture.sha256)
    if item.pair:
        yield number_of("pair", item.pair)
    yield number_of("text", item.language, *map(letters, texts(item)), *sorted(p.sha256 for p in item.pictures))
    for span in item.context:
        passage = letters(span.quote)
        if len(passage.encode("utf-8", "surrogatepass")) >= LONG_PASSAGE:
            yield number_of("passage", passage)


class Groups:
    """Sets of items tied to each other (union-find over the numbers of `ties`); 16 bytes an item and a number each tie."""

    def __init__(self) -> None:
        self._parent: dict[int, int] = {}
        self._ties = array("Q")

    def add(self, item: Item) -> None:
        """The next item, by place."""
        first, *others = ties(item)
        root = self._find(first)
        for other in others:
            root = self._join(root, self._find(other))
        self._ties.append(first)

    def names(self) -> Iterator[int]:
        """Name of each item's group, by place: the least tie in it, so that it does not depend on order."""
        return (self._find(tie) for tie in self._ties)

    def _find(self, tie: int) -> int:
        parent = self._parent
        root = parent.setdefault(tie, tie)
        while parent[root] != root:
            root = parent[root]
        while parent[tie] != root:
            parent[tie], tie = root, parent[tie]
        return root

    def _join(self, a: int, b: int) -> int:
        low, high = min(a, b), max(a, b)
        self._parent[high] = low
        return low


@dataclass(frozen=True)
class Group:
    """One group: its name, how many items it holds, and the kind of source it is of."""

    name: int
    items: int
    kind: str = ""


def assign(groups: Sequence[Group], shares: Shares, seed: int) -> dict[int, Split]:
    """A split for each group, by its name.

    Each kind of source is spread over the splits, the rarest kind first. A group goes where its hash says; where that split is
    full, to the one that lacks most. No split with a share stays empty while there are groups enough.
    """
    counts = dict.fromkeys(SPLITS, 0)
    chosen: dict[int, Split] = {}
    total = 0
    for kind in _kinds(groups):
        total += sum(group.items for group in kind)
        wanted = {split: shares.of(split) * total for split in SPLITS}
        for group in sorted(kind, key=lambda group: (-group.items, _dice(seed, group.name))):
            split = _preferred(_dice(seed, group.name), shares)
            if counts[split] + group.items > wanted[split] + SLACK * total:
                split = max(SPLITS, key=lambda split: wanted[split] - counts[split])
            chosen[group.name] = split
            counts[split] += group.items
    return _filled(chosen, {group.name: group.items for group in groups}, shares, seed)


def _kinds(groups: Sequence[Group]) -> list[list[Group]]:
    kinds: dict[str, list[Group]] = {}
    for group in groups:
        kinds.setdefault(group.kind, []).append(group)
    return [kinds[kind] for kind in sorted(kinds, key=lambda kind: (sum(group.items for group in kinds[kind]), kind))]


def _dice(seed: int, name: int) -> float:
    return number_of("split", str(seed), str(name)) / 2**64


def _preferred(dice: float, shares: Shares) -> Split:
    if dice < shares.train or shares.train == 1:
        return "train"
    return "validation" if dice < shares.train + shares.validation else "test"


def _filled(chosen: dict[int, Split], items: Mapping[int, int], shares: Shares, seed: int) -> dict[int, Split]:
    """A split that has a share and no group gets the smallest group of the split with most groups."""
    for split in ("train", "test", "validation"):
        if shares.of(split) == 0 or split in chosen.values():
            continue
        held = {other: [name for name, of in chosen.items() if of == other] for other in SPLITS}
        most = max(SPLITS, key=lambda other: len(held[other]))
        if len(held[most]) > 1:
            chosen[min(held[most], key=lambda name: (items[name], _dice(seed, name)))] = split
    return chosen
