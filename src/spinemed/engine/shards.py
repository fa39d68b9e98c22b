"""The units of work: one shard through one stage, all shards through a barrier, inputs into the first shards.

Every output is named by what it was made from: stage, version, columns and the name of the input shard, whose own name goes
back to the content of the inputs. A finished shard is therefore never computed again, and never mistaken for another.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import cast

from pydantic import BaseModel, TypeAdapter, ValidationError

from spinemed.engine.atomic import whole_file
from spinemed.engine.outcomes import Outcome, ShardResult, apply, commit, committed, failure, outcome_of, ready, refused
from spinemed.engine.shapes import Row
from spinemed.engine.stage import AnyStage, Where, name_of
from spinemed.engine.tables import read_records, read_rows
from spinemed.errors import EngineError, RecordError, SpineMedError


def shard_path(stage: AnyStage, shard_in: Path, folder: Path) -> Path:
    """Where the output of a shard lies."""
    return folder / f"{name_of(stage.name, stage.version, stage.fingerprint, shard_in.stem)}.parquet"


def run_shard(stage: AnyStage, shard_in: Path, folder: Path) -> ShardResult:
    """Takes one shard through one stage and commits its output in `folder`; a shard that is there is left alone.

    The single unit of work of every runner: it needs nothing but its arguments and the two folders, and may be repeated.

    Raises:
        SourceError: the input shard is missing or broken.
        EngineError: the stage cannot start in this process.
    """
    path = shard_path(stage, shard_in, folder)
    done = committed(path, shard_in.stem)
    if done:
        return done
    started = time.monotonic()
    function = ready(stage)
    outcomes = (apply(stage, function, row, where) for row, where in placed_rows(shard_in))
    result = commit(path, shard_in.stem, outcomes, stage.record_out)
    return replace(result, seconds=time.monotonic() - started)


def placed_rows(shard_in: Path) -> Iterator[tuple[Row, Where]]:
    """Rows of a shard, each with its place."""
    return ((row, Where(shard=shard_in.stem, row=number)) for number, row in enumerate(read_rows(shard_in)))
