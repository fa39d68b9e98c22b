"""Accepted items -> a dataset folder: Parquet, chat JSONL, pictures, card, statistics page.

The folder is made beside its place and moved there when whole, so that a reader never meets half a dataset.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from spinemed.dataset.card import render_card
from spinemed.dataset.report import Samples, render_report
from spinemed.dataset.statistics import DatasetInfo, Statistics
from spinemed.domain.records import Candidate, Item, Trace
from spinemed.engine import Rejected, read_records, write_records
from spinemed.errors import ConfigError, EngineError

MARKER = "spinemed-dataset.json"
# All that a dataset folder holds; anything else there is somebody's own.
OURS = frozenset({MARKER, "data", "images", "README.md", "report.html", "chat.jsonl", "items.jsonl", "traces.parquet"})


def write_dataset(
    candidates: Callable[[], Iterable[Candidate]], rejections: Iterable[Rejected], info: DatasetInfo, out: Path, *, pictures: Path
) -> Statistics:
    """Write the folder `out`; the same items make the same bytes.

    Args:
        candidates: gives the accepted items in their final order; called twice, so that none is held in memory.
        rejections: what was left out; only counts of it are written.
        pictures: the store that holds every picture as SHA256.png.

    Raises:
        ConfigError: `out` exists and holds anything but an earlier version of this dataset.
        EngineError: another build writes there, or a picture of the store is missing or damaged.
    """
    check_out(out, info.name)
    with _only_writer(_beside(out, "part")) as part:
        statistics = _write(candidates, rejections, info, part, pictures)
        _move(part, out)
    return statistics


def _write(
    candidates: Callable[[], Iterable[Candidate]], rejections: Iterable[Rejected], info: DatasetInfo, part: Path, pictures: Path
) -> Statistics:
    (part / "data").mkdir()
    statistics, samples = Statistics(), Samples(pictures)
    table = part / "data" / "train-00000-of-00001.parquet"
    write_records(table, _counted(candidates(), statistics, samples), Item)
    write_records(part / "traces.parquet", (trace for candidate in candidates() for trace in candidate.traces), Trace)
    statistics.add_rejections(rejections)
    _write_exports(part, read_records(table, Item))
    _copy_pictures(part, sorted(statistics.pictures), pictures)
    (part / "README.md").write_text(render_card(info, statistics), encoding="utf-8")
    (part / "report.html").write_text(render_report(info, statistics, samples), encoding="utf-8")
    marker = {
        "name": info.name,
        "version": info.version,
        "items": statistics.items,
        "internal": info.internal,
        "schema_version": 1,
    }
    (part / MARKER).write_text(json.dumps(marker, indent=2) + "\n", encoding="utf-8")
    return statistics


def check_out(out: Path, name: str) -> None:
    """Raise ConfigError where writing the dataset `name` to `out` would overwrite anything but an earlier version of it."""
    if not out.exists() or (out.is_dir() and not any(out.iterdir())):
        return
    if not (out / MARKER).is_file():
        raise ConfigError(f"--out {out}: exists and is no SpineMed dataset; name another folder or empty this one")
    foreign = sorted(entry.name for entry in out.iterdir() if entry.name not in OURS)
    if foreign:
        raise ConfigError(f"--out {out}: holds {foreign[0]!r}, which would be lost; move it or name another folder")
    found = json.loads((out / MARKER).read_text(encoding="utf-8")).get("name")
    if found != name:
        raise ConfigError(f"--out {out}: holds the dataset {found!r}, and this one is {name!r}; name another folder")


@contextmanager
def _only_writer(part: Path) -> Generator[Path]:
    """An empty folder `part` that no other build of the same dataset writes at the same time."""
    part.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(part, os.O_RDONLY)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise EngineError(f"another build writes the dataset beside {part}; wait for it and run this one again") from None
        for entry in part.iterdir():
            shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
        yield part
    finally:
        os.close(descriptor)


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
        stored = store / f"{digest}.png"
        data = stored.read_bytes() if stored.is_file() else b""
        if hashlib.sha256(data).hexdigest() != digest:
            raise EngineError(f"picture {digest[:12]}... is missing or damaged; remove {store.parent} and build again")
        (folder / stored.name).write_bytes(data)


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
