"""A few items of each kind to read on the statistics page."""

from __future__ import annotations

import io
from pathlib import Path

import PIL.Image

from spinemed.dataset.split import Split
from spinemed.domain.records import Candidate, Item
from spinemed.domain.taxonomy import Language, Modality, Task
from spinemed.web import data_uri

OF_AN_AXIS, OF_A_KIND = 2, 4
THUMBNAIL_PX = 300

Kind = tuple[Task, Modality, Language]


class Samples:
    """A few items of each task, modality and language: of several axes, each of a source and a level of its own if possible.

    Args:
        pictures: the store that holds every picture as SHA256.png.
    """

    def __init__(self, pictures: Path) -> None:
        self._pictures = pictures
        self._chosen: dict[Kind, list[tuple[Candidate, Split]]] = {}
        self._shown: set[tuple[Language, str, Task]] = set()

    def offer(self, candidate: Candidate, split: Split = "train") -> None:
        """Keep the item if its kind has room for it."""
        item = candidate.item
        chosen = self._chosen.setdefault((item.task, item.modality, item.language), [])
        source = (item.language, item.sources[0].id, item.task)
        others = [other.item for other, _ in chosen]
        if len(others) < OF_A_KIND and source not in self._shown and _is_new(item, others):
            chosen.append((candidate, split))
            self._shown.add(source)

    def chosen(self) -> list[tuple[Candidate, Split]]:
        """The samples with their splits, task by task."""
        order = {kind: (list(Task).index(kind[0]), list(Modality).index(kind[1]), kind[2].value) for kind in self._chosen}
        return [one for kind in sorted(order, key=lambda kind: order[kind]) for one in self._chosen[kind]]

    def pictures(self, item: Item) -> list[str]:
        """The item's pictures as embedded thumbnails."""
        return [self._thumbnail(picture.sha256) for picture in item.pictures]

    def _thumbnail(self, digest: str) -> str:
        with PIL.Image.open(self._pictures / f"{digest}.png") as picture:
            # Marks may be drawn in colour; a scan without is half the size in grey.
            small = picture.convert("L" if picture.mode in ("1", "L", "I", "I;16") else "RGB")
            small.thumbnail((THUMBNAIL_PX, THUMBNAIL_PX * 2))
            buffer = io.BytesIO()
            small.save(buffer, format="PNG", optimize=True)
        return data_uri(buffer.getvalue())


def _is_new(item: Item, others: list[Item]) -> bool:
    if item.levels and item.levels in [other.levels for other in others]:
        return False
    return [other.axes[:1] for other in others].count(item.axes[:1]) < OF_AN_AXIS
