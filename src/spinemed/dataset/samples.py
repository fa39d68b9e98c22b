"""A few items of each kind to read on the statistics page."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TypeAlias

import PIL.Image

from spinemed.dataset.split import Split
from spinemed.domain.records import Candidate, Item
from spinemed.domain.taxonomy import Language, Modality, Task
from spinemed.web import data_uri

OF_AN_AXIS, OF_A_KIND, LEAST_OF_A_KIND = 2, 4, 2
THUMBNAIL_PX = 300
GREYS = 64

Kind: TypeAlias = tuple[Task, Modality, Language]
Chosen: TypeAlias = tuple[Candidate, Split]


class Samples:
    """A few items of each task, modality and language: of several axes, each of a source and a level of its own if possible.

    Args:
        pictures: the store that holds every picture as SHA256.png.
    """

    def __init__(self, pictures: Path) -> None:
        self._pictures = pictures
        self._chosen: dict[Kind, list[Chosen]] = {}
        self._spare: dict[Kind, list[Chosen]] = {}
        self._shown: set[tuple[Language, str, Task]] = set()

    def offer(self, candidate: Candidate, split: Split = "train") -> None:
        """Keep the item if its kind has room for it."""
        item = candidate.item
        kind = (item.task, item.modality, item.language)
        chosen, spare = self._chosen.setdefault(kind, []), self._spare.setdefault(kind, [])
        source = (item.language, item.sources[0].id, item.task)
        others = [other.item for other, _ in chosen]
        if len(others) < OF_A_KIND and source not in self._shown and _is_new(item, others):
            chosen.append((candidate, split))
            self._shown.add(source)
        elif len(spare) < LEAST_OF_A_KIND:
            spare.append((candidate, split))

    def chosen(self) -> list[Chosen]:
        """The samples with their splits, task by task; where sources or levels are few, some are shown again."""
        order = {kind: (list(Task).index(kind[0]), list(Modality).index(kind[1]), kind[2].value) for kind in self._chosen}
        return [one for kind in sorted(order, key=lambda kind: order[kind]) for one in self._of(kind)]

    def _of(self, kind: Kind) -> list[Chosen]:
        chosen = self._chosen[kind]
        return chosen + self._spare[kind][: max(0, LEAST_OF_A_KIND - len(chosen))]

    def pictures(self, item: Item) -> list[str]:
        """The item's pictures as embedded thumbnails."""
        return [self._thumbnail(picture.sha256) for picture in item.pictures]

    def _thumbnail(self, digest: str) -> str:
        with PIL.Image.open(self._pictures / f"{digest}.png") as picture:
            small = picture.convert("RGB")
            small.thumbnail((THUMBNAIL_PX, THUMBNAIL_PX * 2))
            red, green, blue = small.split()
            if red.tobytes() == green.tobytes() == blue.tobytes():
                # A scan, in grey whatever its file says; 64 shades of it are enough to look at, and half the size.
                small = red.quantize(GREYS)
            buffer = io.BytesIO()
            small.save(buffer, format="PNG", optimize=True)
        return data_uri(buffer.getvalue())


def _is_new(item: Item, others: list[Item]) -> bool:
    if item.levels and item.levels in [other.levels for other in others]:
        return False
    return [other.axes[:1] for other in others].count(item.axes[:1]) < OF_AN_AXIS
