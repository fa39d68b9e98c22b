"""Counts of a dataset: what the card, the statistics page and statistics.json show."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

from pydantic import JsonValue

from spinemed.dataset.balance import Balance
from spinemed.dataset.fingerprint import number_of, templates
from spinemed.dataset.split import SPLITS, USUAL, Shares, Split
from spinemed.domain.levels import STANDARD_ROW, Vertebra
from spinemed.domain.records import Candidate, Item, Source
from spinemed.domain.taxonomy import Language
from spinemed.engine import Rejected
from spinemed.verify import CHECKS

# What a class of declared error means to a reader of the public counts; a check is named by itself.
_REASONS = {
    "SourceError": "source unreadable, incomplete or contradicting itself",
    "GradeError": "grade outside its scale",
    "CodecError": "label number unknown",
    "LevelError": "impossible level",
    "RecordError": "record breaks its schema",
    "": "refused by the stage",
}
_CHECK_NAMES = frozenset(check.__name__ for check in CHECKS)
STAGE = "dataset"
DUPLICATE = "duplicate of another item"

ByLanguage: TypeAlias = Counter[tuple[str, str]]
"""Counts by a value and the language of the item."""


@dataclass(frozen=True)
class DatasetInfo:
    """What a dataset is called, which version of it this is and how it is split; `internal` ones hold sources that must stay in
    house."""

    name: str
    title: str
    version: str
    generator: str
    seed: int
    internal: bool = False
    split: Shares = USUAL


def _counts() -> ByLanguage:
    return Counter()


@dataclass
class Statistics:
    """Counts that grow item by item; nothing of an item's text is kept."""

    items: int = 0
    tasks: ByLanguage = field(default_factory=_counts)
    axes: ByLanguage = field(default_factory=_counts)
    modalities: ByLanguage = field(default_factory=_counts)
    levels: ByLanguage = field(default_factory=_counts)
    """By level as the item names it: "L4", "L4-L5"; a range counts at each of its vertebrae, a root at the bone of its name."""
    certainties: ByLanguage = field(default_factory=_counts)
    sub_conditions: ByLanguage = field(default_factory=_counts)
    numberings: ByLanguage = field(default_factory=_counts)
    templates: ByLanguage = field(default_factory=_counts)
    splits: Counter[tuple[Split, str, str]] = field(default_factory=Counter[tuple[Split, str, str]])
    """By split, task and language."""
    split_sources: dict[Split, set[int]] = field(default_factory=dict[Split, set[int]])
    groups: Counter[Split] = field(default_factory=Counter[Split])
    largest_group: int = 0
    balance: Balance = field(default_factory=Balance)
    facts: Counter[int] = field(default_factory=Counter[int])
    """Items that rest on each fact, by a number of the fact's id."""
    pictures: set[str] = field(default_factory=set[str])
    pairs: Counter[str] = field(default_factory=Counter[str])
    sources: dict[tuple[str, str], Counter[str]] = field(default_factory=dict[tuple[str, str], Counter[str]])
    origins: dict[tuple[str, str], Source] = field(default_factory=dict[tuple[str, str], Source])
    rejections: Counter[tuple[str, str]] = field(default_factory=Counter[tuple[str, str]])

    def add(self, candidate: Candidate, split: Split = "train") -> None:
        """Count one item."""
        item = candidate.item
        language = item.language.value
        self.items += 1
        self.splits[split, item.task.value, language] += 1
        self.tasks[item.task.value, language] += 1
        self.modalities[item.modality.value, language] += 1
        self.numberings[item.numbering.value, language] += 1
        self.sub_conditions[item.sub_condition.value, language] += 1
        self.axes.update((axis.value, language) for axis in item.axes)
        self.levels.update((level, language) for level in set(item.levels))
        self.certainties.update((certainty, language) for certainty in {fact.certainty.value for fact in item.facts})
        self.templates.update((template, language) for template in templates(candidate))
        self.facts.update({number_of(fact.id) for fact in item.facts})
        self._add_question(item)
        self.pictures.update(picture.sha256 for picture in item.pictures)
        self._add_sources(item, split)

    def _add_question(self, item: Item) -> None:
        """One question a pair: its languages ask the same, with options in one order."""
        if item.pair is None or item.pair not in self.pairs:
            self.balance.add(item)
        self.pairs.update([item.pair] if item.pair else [])

    def _add_sources(self, item: Item, split: Split) -> None:
        for source in item.sources:
            kind = (source.title, source.licence)
            self.sources.setdefault(kind, Counter())[source.id] += 1
            self.origins.setdefault(kind, source)
            self.split_sources.setdefault(split, set()).add(number_of(source.id))

    def add_rejections(self, rejections: Iterable[Rejected]) -> None:
        """Count what was left out by stage and kind of reason; the reasons themselves stay in the private folder."""
        for rejection in rejections:
            self.rejections[rejection.stage, _reason(rejection)] += 1

    @property
    def languages(self) -> Counter[str]:
        """Items by language."""
        counts: Counter[str] = Counter()
        for (_, language), n in self.tasks.items():
            counts[language] += n
        return counts

    @property
    def licences(self) -> dict[str, tuple[int, int]]:
        """Sources and items by licence."""
        found: dict[str, tuple[int, int]] = {}
        for (_, licence), counts in self.sources.items():
            sources, items = found.get(licence, (0, 0))
            found[licence] = sources + len(counts), items + counts.total()
        return found

    @property
    def duplicates(self) -> int:
        """Items left out because they repeat another."""
        return self.rejections[STAGE, DUPLICATE]

    @property
    def items_per_fact(self) -> float:
        """Mean number of items that rest on a fact."""
        return self.facts.total() / len(self.facts) if self.facts else 0.0

    @property
    def most_items_of_a_fact(self) -> int:
        """Items of the fact that is used most."""
        return max(self.facts.values(), default=0)

    def in_split(self, split: Split) -> int:
        """Items of a split."""
        return sum(n for (of, _, _), n in self.splits.items() if of == split)

    def level_rows(self) -> list[tuple[str, int, int]]:
        """Vertebra, items in English, items in Chinese: from the highest counted to the lowest, with those between.

        A segment counts at both its vertebrae.
        """
        at: ByLanguage = Counter()
        for (level, language), n in self.levels.items():
            at.update({(end, language): n for end in level.split("-")})
        named = {level for level, _ in at}
        order = [v.value for v in Vertebra if v in STANDARD_ROW or v.value in named]
        counted = [place for place, level in enumerate(order) if level in named]
        order = order[counted[0] : counted[-1] + 1] if counted else []
        order += sorted(named - set(order))
        return [(level, at[level, Language.EN.value], at[level, Language.ZH.value]) for level in order]

    def to_json(self, info: DatasetInfo) -> str:
        """All counts for programs."""
        chi_square, freedom = self.balance.chi_square
        said: dict[str, JsonValue] = {
            "schema_version": 1,
            "name": info.name,
            "version": info.version,
            "seed": info.seed,
            "items": self.items,
            "pairs": len(self.pairs),
            "pictures": len(self.pictures),
            "splits": {split: self._split(split, info) for split in SPLITS},
            "largest_group": self.largest_group,
            **{
                name: _nested(counts)
                for name, counts in (
                    ("tasks", self.tasks),
                    ("axes", self.axes),
                    ("modalities", self.modalities),
                    ("levels", self.levels),
                    ("certainties", self.certainties),
                    ("sub_conditions", self.sub_conditions),
                    ("numberings", self.numberings),
                    ("templates", self.templates),
                )
            },
            "keys": {
                "questions": self.balance.questions,
                "positions": dict(sorted(self.balance.letters.items())),
                "chi_square": round(chi_square, 4),
                "degrees_of_freedom": freedom,
                "chance": round(self.balance.chance, 4),
                "balanced": self.balance.keys_balanced,
            },
            "length": {
                "questions": self.balance.told_apart,
                "longest_is_key": _rounded(self.balance.longest_rate),
                "by_chance": _rounded(self.balance.longest_by_chance),
                "tells": self.balance.length_tells,
            },
            "facts": {
                "unique": len(self.facts),
                "items_per_fact_mean": round(self.items_per_fact, 4),
                "items_per_fact_max": self.most_items_of_a_fact,
            },
            "sources": [
                {
                    "title": title,
                    "licence": licence,
                    "credit": self.origins[title, licence].credit,
                    "synthetic": self.origins[title, licence].synthetic,
                    "sources": len(counts),
                    "items": counts.total(),
                }
                for (title, licence), counts in sorted(self.sources.items())
            ],
            "left_out": [
                {"stage": stage, "reason": reason, "records": n} for (stage, reason), n in sorted(self.rejections.items())
            ],
        }
        return json.dumps(said, ensure_ascii=False, indent=1) + "\n"

    def _split(self, split: Split, info: DatasetInfo) -> dict[str, JsonValue]:
        tasks: ByLanguage = Counter({(task, language): n for (of, task, language), n in self.splits.items() if of == split})
        return {
            "share_asked_for": info.split.of(split),
            "items": tasks.total(),
            "share": _rounded(tasks.total() / self.items if self.items else None),
            "groups": self.groups[split],
            "sources": len(self.split_sources.get(split, ())),
            "tasks": _nested(tasks),
        }


def _nested(counts: ByLanguage) -> dict[str, JsonValue]:
    """{value: {language: n}}, values in the order of their names."""
    found: dict[str, dict[str, JsonValue]] = {}
    for (value, language), n in sorted(counts.items()):
        found.setdefault(value, {})[language] = n
    return dict(found)


def totals(counts: ByLanguage) -> Counter[str]:
    """Counts by value, both languages together."""
    summed: Counter[str] = Counter()
    for (value, _), n in counts.items():
        summed[value] += n
    return summed


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 4)


def _reason(rejection: Rejected) -> str:
    if rejection.stage == STAGE:
        return DUPLICATE
    check = rejection.reason.partition(":")[0]
    return f"check {check} failed" if check in _CHECK_NAMES else _REASONS.get(rejection.detail, "unexpected failure")
