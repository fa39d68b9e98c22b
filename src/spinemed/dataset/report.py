"""The statistics page of a dataset: counts along the spine and as bars, and samples to read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spinemed.dataset import spine
from spinemed.dataset.reading import Sample, sample
from spinemed.dataset.samples import Samples
from spinemed.dataset.split import SPLITS
from spinemed.dataset.statistics import ByLanguage, DatasetInfo, Statistics, totals
from spinemed.domain.assertion import Certainty, Numbering
from spinemed.domain.taxonomy import Axis, Language, Modality, SubCondition, Task
from spinemed.web import render

# What a value is called on the page, where its own name with blanks will not do.
WORDS = {
    "mcq": "multiple choice",
    "open_qa": "open question",
    "report": "structured report",
    "en": "English",
    "zh": "Chinese",
    "mri": "MRI",
    "ct": "CT",
    "xray": "radiograph",
    "text": "text alone",
    "as_written": "as written in the text",
    "assumed": "counted, assumed",
    "prognosis_and_risk": "prognosis and risk",
}
_FULL = 100.0


@dataclass(frozen=True)
class Bar:
    """One line of a bar chart: a label, counts in English and Chinese (or one count), and their widths in percent."""

    label: str
    counts: tuple[int, ...]
    widths: tuple[float, ...]


@dataclass(frozen=True)
class Filter:
    """A choice above the samples: its name, and the values found among them."""

    name: str
    values: tuple[str, ...]


def word(value: str) -> str:
    """What a value is called on the page."""
    return WORDS.get(value, value.replace("_", " "))


def render_report(info: DatasetInfo, statistics: Statistics, samples: Samples) -> str:
    """The page as HTML that needs no network and no script."""
    shown = [sample(candidate, split, samples.pictures(candidate.item)) for candidate, split in samples.chosen()]
    values = {
        "title": f"{info.title} {info.version}",
        "info": info,
        "statistics": statistics,
        "word": word,
        "spine": spine,
        "drawing": spine.draw(statistics.levels),
        "languages": sorted(statistics.languages),
        "splits": SPLITS,
        "charts": _charts(statistics),
        "split_bars": _split_bars(statistics),
        "licences": _bars((name, (items,)) for name, (_, items) in sorted(statistics.licences.items())),
        "keys": _bars((letter, (n,)) for letter, n in sorted(statistics.balance.letters.items())),
        "samples": shown,
        "opened": _first_of_each(shown),
        "filters": _filters(shown),
    }
    return render("spinemed.dataset", "report.html", values, style="report.css")


def _charts(statistics: Statistics) -> list[tuple[str, str, list[Bar]]]:
    """Heading, note and bars of each chart of values by language."""
    return [
        ("Tasks", "", _by_language(statistics.tasks, Task)),
        ("What is asked for", "An item may ask for several things.", _by_language(statistics.axes, Axis)),
        ("Pictures", "", _by_language(statistics.modalities, Modality)),
        ("Certainty", "Items that rest on a fact of this certainty.", _by_language(statistics.certainties, Certainty)),
        ("Conditions", "", _by_language(statistics.sub_conditions, SubCondition)),
        (
            "How levels were numbered",
            "“Assumed”: counted up from the lowest disc shown, taken as L5-S1; each such question says so.",
            _by_language(statistics.numberings, Numbering),
        ),
        ("Templates of constructed items", "", _by_language(statistics.templates)),
    ]


def _split_bars(statistics: Statistics) -> list[Bar]:
    counts: ByLanguage = Counter()
    for (split, _, language), n in statistics.splits.items():
        counts[split, language] += n
    return _by_language(counts, SPLITS)


def _by_language(counts: ByLanguage, order: Iterable[str] = ()) -> list[Bar]:
    """Bars in the order given, or from the most frequent on."""
    both = totals(counts)
    places = {str(value): at for at, value in enumerate(order)}
    names = sorted(both, key=lambda name: (places.get(name, len(places)), -both[name], name))
    return _bars((word(name), (counts[name, Language.EN.value], counts[name, Language.ZH.value])) for name in names)


def _bars(rows: Iterable[tuple[str, tuple[int, ...]]]) -> list[Bar]:
    """Bars on one scale: the longest line is full."""
    rows = list(rows)
    most = max((sum(counts) for _, counts in rows), default=0) or 1
    return [Bar(label, counts, tuple(round(_FULL * n / most, 2) for n in counts)) for label, counts in rows]


def _first_of_each(samples: Sequence[Sample]) -> set[str]:
    """Ids of the samples that stand open: the first of each task and modality."""
    first: dict[tuple[str, str], str] = {}
    for one in samples:
        first.setdefault((one.item.task, one.item.modality), one.item.id)
    return set(first.values())


def _filters(samples: Sequence[Sample]) -> list[Filter]:
    """Only what tells samples apart."""
    found = [
        Filter("task", tuple(t.value for t in Task if any(s.item.task is t for s in samples))),
        Filter("language", tuple(x.value for x in Language if any(s.item.language is x for s in samples))),
        Filter("modality", tuple(m.value for m in Modality if any(s.item.modality is m for s in samples))),
    ]
    return [one for one in found if len(one.values) > 1]
