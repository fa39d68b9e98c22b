"""Counts of a dataset: what the card and the statistics page show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from spinemed.domain.levels import STANDARD_ROW, Vertebra
from spinemed.domain.records import Item, Source
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


@dataclass(frozen=True)
class DatasetInfo:
    """What a dataset is called and which version of it this is; `internal` ones hold sources that must stay in house."""

    name: str
    title: str
    version: str
    generator: str
    seed: int
    internal: bool = False


@dataclass
class Statistics:
    """Counts that grow item by item; nothing of an item's text is kept."""

    items: int = 0
    tasks: Counter[tuple[str, str]] = field(default_factory=Counter[tuple[str, str]])
    languages: Counter[str] = field(default_factory=Counter[str])
    axes: Counter[str] = field(default_factory=Counter[str])
    modalities: Counter[str] = field(default_factory=Counter[str])
    keys: Counter[str] = field(default_factory=Counter[str])
    levels: Counter[tuple[str, str]] = field(default_factory=Counter[tuple[str, str]])
    numberings: Counter[str] = field(default_factory=Counter[str])
    pictures: set[str] = field(default_factory=set[str])
    pairs: Counter[str] = field(default_factory=Counter[str])
    sources: dict[tuple[str, str], Counter[str]] = field(default_factory=dict[tuple[str, str], Counter[str]])
    origins: dict[tuple[str, str], Source] = field(default_factory=dict[tuple[str, str], Source])
    rejections: Counter[tuple[str, str]] = field(default_factory=Counter[tuple[str, str]])

    def add(self, item: Item) -> None:
        """Count one item."""
        self.items += 1
        self.tasks[item.task.value, item.language.value] += 1
        self.languages[item.language.value] += 1
        self.axes.update(axis.value for axis in item.axes)
        self.modalities[item.modality.value] += 1
        self.numberings[item.numbering.value] += 1
        self.keys.update([item.key] if item.key else [])
        self.pairs.update([item.pair] if item.pair else [])
        self.pictures.update(picture.sha256 for picture in item.pictures)
        for level in {end for name in item.levels for end in name.split("-")}:
            self.levels[level, item.language.value] += 1
        for source in item.sources:
            kind = (source.title, source.licence)
            self.sources.setdefault(kind, Counter())[source.id] += 1
            self.origins.setdefault(kind, source)

    def add_rejections(self, rejections: Iterable[Rejected]) -> None:
        """Count what was left out by stage and kind of reason; the reasons themselves stay in the private folder."""
        for rejection in rejections:
            self.rejections[rejection.stage, _reason(rejection)] += 1

    def level_rows(self) -> list[tuple[str, int, int]]:
        """Level, items in English, items in Chinese: from the highest level counted to the lowest, with those between."""
        named = {level for level, _ in self.levels}
        order = [v.value for v in Vertebra if v in STANDARD_ROW or v.value in named]
        counted = [place for place, level in enumerate(order) if level in named]
        order = order[counted[0] : counted[-1] + 1] if counted else order
        order += sorted(named - set(order))
        return [(level, self.levels[level, Language.EN.value], self.levels[level, Language.ZH.value]) for level in order]


def _reason(rejection: Rejected) -> str:
    check = rejection.reason.partition(":")[0]
    return f"check {check} failed" if check in _CHECK_NAMES else _REASONS.get(rejection.detail, "unexpected failure")
