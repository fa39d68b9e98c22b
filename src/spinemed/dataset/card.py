"""The dataset card: README.md with the metadata that `datasets` and model hubs read."""

from __future__ import annotations

import json

from jinja2 import Environment, PackageLoader, StrictUndefined

from spinemed.dataset.split import SPLITS
from spinemed.dataset.statistics import ByLanguage, DatasetInfo, Statistics, totals
from spinemed.domain.taxonomy import Language


def render_card(info: DatasetInfo, statistics: Statistics) -> str:
    """The card as Markdown."""
    environment = Environment(
        loader=PackageLoader("spinemed.dataset"),
        undefined=StrictUndefined,
        trim_blocks=True,
        # Markdown, not HTML: titles and credits of the build file are the only texts, and `cell` keeps them in their cell.
        autoescape=False,  # noqa: S701
    )
    environment.filters.update(cell=_cell, quoted=_quoted)  # pyright: ignore[reportUnknownMemberType] - jinja2 types its filters loosely
    return environment.get_template("card.md").render(
        info=info,
        statistics=statistics,
        percent=_percent,
        counted=_counted,
        totals=totals,
        size=_size(statistics.items),
        # An empty split has no file. A dataset of nothing has its train all the same.
        splits=[split for split in SPLITS if statistics.in_split(split)] or ["train"],
        synthetic=any(source.synthetic for source in statistics.origins.values()),
    )


def _counted(name: str, counts: ByLanguage) -> str:
    """A table of counts by value and language."""
    rows = [
        f"| {value} | {counts[value, Language.EN.value]} | {counts[value, Language.ZH.value]} |"
        for value in sorted(totals(counts))
    ]
    return "\n".join((f"| {name} | en | zh |", "|---|---:|---:|", *rows, ""))


def _percent(part: float, whole: float) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "0.0 %"


def _cell(text: str | None) -> str:
    return " ".join((text or "").replace("|", "\\|").split())


def _quoted(text: str) -> str:
    """Text as YAML reads it back, whatever it holds: JSON strings are YAML."""
    return json.dumps(text, ensure_ascii=False)


def _size(items: int) -> str:
    for limit, name in ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M")):
        if items < limit:
            return name
    return "n>1M"
