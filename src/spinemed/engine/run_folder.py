"""The private folder of a run: shards by stage, rejections beside them, a log of counts, and a lock.

RUN/
├── run.lock                              process that works here
├── run.jsonl                             what happened, in counts
├── input-<columns>/<content>.parquet
└── <stage>-<fingerprint>/
    ├── <shard>.parquet                   records
    ├── <shard>.rejected.parquet          what went no further, if anything
    └── <barrier>.shards.json             order of a finished barrier's shards
"""

from __future__ import annotations

import fcntl
import json
import os
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from pydantic import BaseModel

from spinemed.engine.atomic import TEMPORARY_SUFFIX
from spinemed.engine.shapes import struct_of
from spinemed.engine.shards import INPUT
from spinemed.engine.stage import AnyStage, name_of
from spinemed.errors import ConfigError, EngineError

_LOCK = "run.lock"
_LOG = "run.jsonl"
_PRIVATE = 0o700


class RunFolder:
    """A run's folder, held by one process between `with` and the end of its block.

    The system drops the lock of a process that ends, however it ends: a killed run is resumed without cleaning up.

    Raises:
        ConfigError: on entering, the path is no folder, or one of others' files that others may read.
        EngineError: on entering, another process works in the folder.
    """

    def __init__(self, path: Path | str) -> None:
        self.path = Path(path).absolute()
        self._lock: int | None = None

    def __enter__(self) -> Self:
        _make_private(self.path)
        self._lock = _locked(self.path / _LOCK)
        for leftover in self.path.glob(f"*/.*{TEMPORARY_SUFFIX}"):
            leftover.unlink(missing_ok=True)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._lock is not None:
            # The file stays: removing it would let two processes lock two files of one name.
            os.close(self._lock)
            self._lock = None

    def input_folder(self, model: type[BaseModel]) -> Path:
        """Folder of the input shards of a model, made if absent."""
        return self._folder(f"{INPUT}-{name_of(repr(struct_of(model)), digits=12)}")

    def stage_folder(self, stage: AnyStage) -> Path:
        """Folder of the output shards of a stage, made if absent."""
        return self._folder(f"{stage.name}-{stage.fingerprint}")

    def log(self, event: str, **values: str | float) -> None:
        """Appends a line to `run.jsonl`; values are counts, seconds, and names of stages and shards, never record text."""
        line = json.dumps({"time": datetime.now(UTC).isoformat(timespec="milliseconds"), "event": event, **values})
        with (self.path / _LOG).open("a", encoding="utf-8") as log:
            log.write(line + "\n")

    def _folder(self, name: str) -> Path:
        folder = self.path / name
        folder.mkdir(mode=_PRIVATE, exist_ok=True)
        return folder


def _make_private(path: Path) -> None:
    try:
        path.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise ConfigError(f"run folder {path}: a file is in its place; give another path") from None
    shared = path.stat().st_mode & 0o077
    # Closing a folder that holds somebody's other files would lock them out of it.
    if shared and not (path / _LOCK).exists() and any(path.iterdir()):
        raise ConfigError(f"run folder {path}: holds other files and is open to other users; give a new folder, or chmod 700 it")
    if shared:
        path.chmod(_PRIVATE)


def _locked(path: Path) -> int:
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        holder = os.pread(descriptor, 20, 0).decode("ascii", "replace").strip() or "not yet known"
        os.close(descriptor)
        raise EngineError(
            f"run folder {path.parent}: process {holder} works there; wait for it, or give another folder"
        ) from None
    os.ftruncate(descriptor, 0)
    os.pwrite(descriptor, f"{os.getpid()}\n".encode(), 0)
    return descriptor
