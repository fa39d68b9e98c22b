"""The statistics page of a dataset: counts as bars, and samples to read."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import PIL.Image

from spinemed.dataset.statistics import DatasetInfo, Statistics
from spinemed.domain.records import Item
from spinemed.web import data_uri, render

SAMPLES_OF_A_KIND = 2
THUMBNAIL_PX = 280
# What a value is called on the page.
WORDS = {
    "mcq": "multiple choice",
    "open_qa": "open question",
    "consultation": "consultation",
    "report": "report",
    "en": "English",
    "zh": "Chinese",
    "text": "text",
    "mri": "MRI",
    "as_written": "level as written in the text",
    "assumed": "level counted, assumed",
}


class Samples:
    """A few items of each kind (modality, axes, language), each of a source and a level of its own as far as there are such."""

    def __init__(self, pictures: Path) -> None:
        self._pictures = pictures
        self._chosen: dict[tuple[str, ...], list[Item]] = {}
        self._shown: set[tuple[str, str]] = set()

    def offer(self, item: Item) -> None:
        """Keep the item if its kind has room, and neither its level nor its source is shown in its language yet."""
        chosen = self._chosen.setdefault((item.modality.value, *(axis.value for axis in item.axes), item.language.value), [])
        source = (item.language.value, item.sources[0].id)
        if (
            len(chosen) < SAMPLES_OF_A_KIND
            and source not in self._shown
            and item.levels not in [other.levels for other in chosen]
        ):
            chosen.append(item)
            self._shown.add(source)

    def items(self) -> list[Item]:
        """The samples, kind by kind."""
        return [item for kind in sorted(self._chosen) for item in self._chosen[kind]]

    def picture(self, item: Item) -> str | None:
        """The item's first picture as an embedded thumbnail."""
        if not item.pictures:
            return None
        with PIL.Image.open(self._pictures / f"{item.pictures[0].sha256}.png") as picture:
            small = picture.convert("L")
            small.thumbnail((THUMBNAIL_PX, THUMBNAIL_PX * 2))
            buffer = io.BytesIO()
            small.save(buffer, format="PNG")
        return data_uri(buffer.getvalue())


@dataclass(frozen=True)
class Bar:
    """One line of a bar chart: a label and one or two counts, with their widths in pixels."""

    label: str
    counts: tuple[int, ...]
    widths: tuple[float, ...]


def bars(rows: Sequence[tuple[str, tuple[int, ...]]], *, width: int = 220) -> list[Bar]:
    """Bars on one scale: the longest line fills `width` pixels."""
    longest = max((sum(counts) for _, counts in rows), default=0) or 1
    return [Bar(label, counts, tuple(round(width * n / longest, 1) for n in counts)) for label, counts in rows]


def render_report(info: DatasetInfo, statistics: Statistics, samples: Samples) -> str:
    """The page as HTML that needs no network and no script."""
    shown = [(item, samples.picture(item)) for item in samples.items()]
    values = {
        "title": f"{info.title} {info.version}",
        "info": info,
        "statistics": statistics,
        "levels": bars([(level, (en, zh)) for level, en, zh in statistics.level_rows()], width=300),
        "axes": bars([(name.replace("_", " "), (n,)) for name, n in statistics.axes.most_common()]),
        "words": WORDS,
        "keys": bars([(name, (n,)) for name, n in sorted(statistics.keys.items())]),
        "numberings": bars([(name.replace("_", " "), (n,)) for name, n in statistics.numberings.most_common()]),
        "samples": shown,
    }
    return render("spinemed.dataset", "report.html", values)
