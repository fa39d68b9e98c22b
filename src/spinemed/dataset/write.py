"""Accepted items -> a dataset folder: Parquet and chat lines by split, pictures, card, statistics page.

The folder is made beside its place and moved there when whole, so that a reader never meets half a dataset. Candidates are read
several times and never held: first the plan (split, duplicates), then the files.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from functools import lru_cache, partial
from pathlib import Path
from typing import TextIO

from spinemed.dataset.card import render_card
from spinemed.dataset.exports import EXPORTS, chat_line, chat_path, write_dataset_info
from spinemed.dataset.plan import Plan, plan
from spinemed.dataset.report import render_report
from spinemed.dataset.samples import Samples
from spinemed.dataset.split import SPLITS, Split
from spinemed.dataset.statistics import STAGE, DatasetInfo, Statistics
from spinemed.dataset.tables import ItemTable, table_path
from spinemed.domain.records import Candidate, Trace
from spinemed.engine import Rejected, write_records
from spinemed.errors import ConfigError, EngineError

MARKER = "spinemed-dataset.json"
# All that a dataset folder holds, in this version or an earlier one (chat.jsonl); anything else there is somebody's own.
OURS = frozenset(
    {
        MARKER,
        "data",
        "images",
        EXPORTS,
        "README.md",
        "report.html",
        "statistics.json",
        "items.jsonl",
        "traces.parquet",
        "chat.jsonl",
    }
)
_PICTURES_HELD = 8

Candidates = Callable[[], Iterable[Candidate]]


def write_dataset(
    candidates: Candidates,
    rejections: Iterable[Rejected],
    info: DatasetInfo,
    out: Path,
    *,
    pictures: Path,
    left_out: Path | None = None,
) -> Statistics:
    """Write the folder `out`; the same items make the same bytes.

    Args:
        candidates: gives the accepted items in their final order; called several times, so that none is held in memory.
        rejections: what the stages before left out; only counts of it are written.
        pictures: the store that holds every picture as SHA256.png.
        left_out: private file for the duplicates left out, none to keep only their number; absent if there are none.

    Raises:
        ConfigError: `out` exists and holds anything but an earlier version of this dataset.
        EngineError: another build writes there, or a picture of the store is missing or damaged.
    """
    check_out(out, info.name)
    with _only_writer(_beside(out, "part")) as part:
        planned = plan(candidates, info.split, info.seed)
        statistics = Statistics(groups=planned.groups, largest_group=planned.largest_group)
        samples = Samples(pictures)
        duplicates = _write_items(candidates, planned, part, pictures, statistics, samples)
        _write_left_out(left_out, duplicates)
        statistics.add_rejections(rejections)
        statistics.add_rejections(duplicates)
        _copy_pictures(part, sorted(statistics.pictures), pictures)
        _write_pages(part, info, statistics, samples)
        _move(part, out)
    return statistics


def _write_items(
    candidates: Candidates, planned: Plan, part: Path, pictures: Path, statistics: Statistics, samples: Samples
) -> list[Rejected]:
    """Every file that holds items; returns the duplicates that were left out."""
    (part / "data").mkdir()
    (part / EXPORTS).mkdir()
    kept = set(planned.duplicate_of.values())
    ids: dict[int, str] = {}
    with _Files(part, _splits(planned), pictures) as files:
        for place, candidate in enumerate(candidates()):
            if place in kept or place in planned.duplicate_of:
                ids[place] = candidate.item.id
            if place not in planned.duplicate_of:
                split = planned.split_of(place)
                statistics.add(candidate, split)
                samples.offer(candidate, split)
                files.add(candidate, split)
    write_records(part / "traces.parquet", _traces(candidates(), planned), Trace)
    return [
        Rejected(what=ids[place], stage=STAGE, reason=f"duplicate of {ids[kept]}")
        for place, kept in sorted(planned.duplicate_of.items())
    ]


def _splits(planned: Plan) -> list[Split]:
    """Splits that hold an item: `datasets` refuses an empty one. A dataset of nothing has an empty train."""
    found = Counter(split for place, split in enumerate(planned.splits) if place not in planned.duplicate_of)
    return [split for at, split in enumerate(SPLITS) if found[at] or (not found and split == "train")]


def _traces(candidates: Iterable[Candidate], planned: Plan) -> Iterator[Trace]:
    for place, candidate in enumerate(candidates):
        if place not in planned.duplicate_of:
            yield from candidate.traces


class _Files:
    """The files of each split, and `items.jsonl` with all items, facts and evidence for checking."""

    def __init__(self, part: Path, splits: Iterable[Split], pictures: Path) -> None:
        self._stack = ExitStack()
        picture = lru_cache(maxsize=_PICTURES_HELD)(partial(_picture, pictures))
        self._tables: dict[Split, ItemTable] = {}
        self._chats: dict[Split, TextIO] = {}
        for split in splits:
            self._tables[split] = self._stack.enter_context(ItemTable(table_path(part, split), picture))
            self._chats[split] = self._stack.enter_context(chat_path(part, split).open("w", encoding="utf-8"))
        self._items = self._stack.enter_context((part / "items.jsonl").open("w", encoding="utf-8"))

    def __enter__(self) -> _Files:
        return self

    def __exit__(self, *error: object) -> None:
        self._stack.__exit__(*error)  # pyright: ignore[reportArgumentType] - the three that the with statement gives

    def add(self, candidate: Candidate, split: Split) -> None:
        """Write one item."""
        self._tables[split].add(candidate.item)
        self._chats[split].write(chat_line(candidate.item))
        self._items.write(candidate.item.to_json() + "\n")


def _write_left_out(path: Path | None, duplicates: list[Rejected]) -> None:
    if path is None:
        return
    path.unlink(missing_ok=True)
    if duplicates:
        write_records(path, duplicates, Rejected)


def _write_pages(part: Path, info: DatasetInfo, statistics: Statistics, samples: Samples) -> None:
    write_dataset_info(part, info.name)
    (part / "statistics.json").write_text(statistics.to_json(info), encoding="utf-8")
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


def _copy_pictures(part: Path, digests: Iterable[str], store: Path) -> None:
    folder = part / "images"
    folder.mkdir()
    for digest in digests:
        (folder / f"{digest}.png").write_bytes(_picture(store, digest))


def _picture(store: Path, digest: str) -> bytes:
    stored = store / f"{digest}.png"
    data = stored.read_bytes() if stored.is_file() else b""
    if hashlib.sha256(data).hexdigest() != digest:
        raise EngineError(f"picture {digest[:12]}... is missing or damaged; remove {store.parent} and build again")
    return data


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
