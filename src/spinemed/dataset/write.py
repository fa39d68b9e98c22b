"""Accepted items -> a dataset folder: Parquet, chat JSONL, pictures, card, statistics page.

The folder is made beside its place and moved there when whole, so that a reader never meets half a dataset.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from spinemed.dataset.card import render_card
from spinemed.dataset.report import Samples, render_report
from spinemed.dataset.statistics import DatasetInfo, Statistics
from spinemed.domain.records import Candidate, Item, Trace
from spinemed.engine import Rejected, read_records, write_records
from spinemed.errors import ConfigError

MARKER = "spinemed-dataset.json"


def write_dataset(
    candidates: Callable[[], Iterable[Candidate]], rejections: Iterable[Rejected], info: DatasetInfo, out: Path, *, pictures: Path
) -> Statistics:
    """Write the folder `out`; the same items make the same bytes.

    Args:
        candidates: gives the accepted items in their final order; called twice, so that none is held in memory.
        rejections: what was left out; only counts of it are written.
        pictures: the store that holds every picture as SHA256.png.

    Raises:
        ConfigError: `out` exists and is not a dataset of ours.
    """
    check_out(out)
    part = _beside(out, "part")
    shutil.rmtree(part, ignore_errors=True)
    (part / "data").mkdir(parents=True)
    statistics, samples = Statistics(), Samples(pictures)
    table = part / "data" / "train-00000-of-00001.parquet"
    write_records(table, _counted(candidates(), statistics, samples), Item)
    write_records(part / "traces.parquet", (trace for candidate in candidates() for trace in candidate.traces), Trace)
    statistics.add_rejections(rejections)
    _write_exports(part, read_records(table, Item))
    _copy_pictures(part, sorted(statistics.pictures), pictures)
    (part / "README.md").write_text(render_card(info, statistics), encoding="utf-8")
    (part / "report.html").write_text(render_report(info, statistics, samples), encoding="utf-8")
    marker = {"name": info.name, "version": info.version, "items": statistics.items, "schema_version": 1}
    (part / MARKER).write_text(json.dumps(marker, indent=2) + "\n", encoding="utf-8")
    _move(part, out)
    return statistics


def check_out(out: Path) -> None:
    """Raise ConfigError where writing to `out` would overwrite what is not a dataset of ours."""
    if out.exists() and (not out.is_dir() or (any(out.iterdir()) and not (out / MARKER).exists())):
        raise ConfigError(f"--out {out}: exists and is no SpineMed dataset; name another folder or empty this one")


def _counted(candidates: Iterable[Candidate], statistics: Statistics, samples: Samples) -> Iterator[Item]:
    for candidate in candidates:
        statistics.add(candidate.item)
        samples.offer(candidate.item)
        yield candidate.item


def _write_exports(part: Path, items: Iterable[Item]) -> None:
    """`chat.jsonl` for trainers (`messages` and `images`), `items.jsonl` with facts and evidence for checking."""
    with (part / "chat.jsonl").open("w", encoding="utf-8") as chat, (part / "items.jsonl").open("w", encoding="utf-8") as whole:
        for item in items:
            messages = [message.model_dump() for message in item.messages]
            line = {"id": item.id, "messages": messages, "images": [picture.path for picture in item.pictures]}
            chat.write(json.dumps(line, ensure_ascii=False) + "\n")
            whole.write(item.to_json() + "\n")


def _copy_pictures(part: Path, digests: Iterable[str], store: Path) -> None:
    folder = part / "images"
    folder.mkdir()
    for digest in digests:
        shutil.copyfile(store / f"{digest}.png", folder / f"{digest}.png")


def _beside(out: Path, what: str) -> Path:
    """A name beside `out` that nobody else gives: what lies there is thrown away."""
    return out.with_name(f".{out.name}.spinemed-{what}")


def _move(part: Path, out: Path) -> None:
    old = _beside(out, "old")
    shutil.rmtree(old, ignore_errors=True)
    if out.exists():
        out.rename(old)
    part.rename(out)
    shutil.rmtree(old, ignore_errors=True)
