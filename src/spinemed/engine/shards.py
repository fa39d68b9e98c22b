"""The units of work: inputs into the first shards, one shard through one stage, all shards through a barrier.

Every output is named by what it was made from: stage, version, columns and the name of the input shard, whose own name goes
back to the content of the inputs. A finished shard is therefore never computed again, and never mistaken for another.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import cast

from pydantic import BaseModel, TypeAdapter, ValidationError

from spinemed.engine.atomic import whole_file
from spinemed.engine.outcomes import Outcome, ShardResult, apply, commit, committed, failure, outcome_of, ready, refused
from spinemed.engine.shapes import Row
from spinemed.engine.stage import AnyStage, Rejected, Where, name_of
from spinemed.engine.tables import read_records, read_rows, to_row
from spinemed.errors import EngineError, RecordError, SpineMedError

INPUT = "input"
_NAMES = TypeAdapter(list[str])


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
    function = ready(stage)
    outcomes = (apply(stage, function, row, where) for row, where in placed_rows(shard_in))
    return commit(path, shard_in.stem, outcomes, stage.record_out)


def shard_path(stage: AnyStage, shard_in: Path, folder: Path) -> Path:
    """Where the output of a shard lies."""
    return folder / f"{name_of(stage.name, stage.version, stage.fingerprint, shard_in.stem)}.parquet"


def placed_rows(shard_in: Path) -> Iterator[tuple[Row, Where]]:
    """Rows of a shard, each with its place."""
    return ((row, Where(shard=shard_in.stem, row=number)) for number, row in enumerate(read_rows(shard_in)))


def run_barrier(
    stage: AnyStage, shards_in: Sequence[Path], folder: Path, *, shard_size: int, on_read: Callable[[], None]
) -> Iterator[ShardResult]:
    """Takes all shards through a barrier, in order and as a stream; yields each output shard when it is committed.

    A barrier that was cut short starts again, because its memory is lost; it has finished when the list of its shards is
    there. `on_read` is called once a shard read.

    Raises:
        SourceError: an input shard is missing or broken.
        EngineError: the barrier failed; the message names class and line, not the record.
    """
    name = name_of(stage.name, stage.version, stage.fingerprint, str(shard_size), *(shard.stem for shard in shards_in))
    listed = folder / f"{name}.shards.json"
    finished = _finished(listed, name)
    if finished is not None:
        yield from finished
        return
    names: list[str] = []
    for outcomes in _filled(_barrier_outcomes(stage, shards_in, on_read), shard_size):
        names.append(name_of(name, str(len(names))))
        yield commit(folder / f"{names[-1]}.parquet", name, outcomes, stage.record_out)
    with whole_file(listed) as temporary:
        temporary.write_text(json.dumps(names), encoding="utf-8")


def _finished(listed: Path, source: str) -> list[ShardResult] | None:
    try:
        names = _NAMES.validate_json(listed.read_bytes())
    except (FileNotFoundError, ValidationError):
        return None
    results = [committed(listed.with_name(f"{name}.parquet"), source) for name in names]
    whole = [result for result in results if result]
    return whole if len(whole) == len(results) else None


def _barrier_outcomes(stage: AnyStage, shards_in: Sequence[Path], on_read: Callable[[], None]) -> Iterator[Outcome]:
    def records() -> Iterator[BaseModel]:
        for shard in shards_in:
            yield from read_records(shard, stage.record_in)
            on_read()

    try:
        for output in cast("Callable[[Iterator[BaseModel]], Iterable[BaseModel]]", stage.function)(records()):
            yield _barrier_outcome(stage, output)
    except SpineMedError:
        raise
    except Exception as error:  # noqa: BLE001 - goes on as EngineError, without the message, which may quote any record
        raise EngineError(f"barrier {stage.name} failed: {failure(error, stage)}") from None


def _barrier_outcome(stage: AnyStage, output: BaseModel) -> Outcome:
    try:
        return outcome_of(stage, output, None)
    except RecordError as error:
        return refused(stage, error, str(getattr(output, "id", "")), None)


def _filled(outcomes: Iterable[Outcome], size: int) -> Iterator[list[Outcome]]:
    """Outcomes in groups of at most `size` rows and, to bound memory, about as many rejections."""
    group: list[Outcome] = []
    rows = rejected = 0
    for outcome in outcomes:
        group.append(outcome)
        rows += len(outcome.rows)
        rejected += len(outcome.rejected)
        if rows >= size or rejected >= size:
            yield group
            group, rows, rejected = [], 0, 0
    if group:
        yield group


def write_inputs(inputs: Iterable[BaseModel], model: type[BaseModel], folder: Path, shard_size: int) -> Iterator[ShardResult]:
    """Writes records into shards named by their content, `shard_size` at a time; yields each when it is committed.

    Raises:
        RecordError: an input is no `model`.
    """
    outcomes = (_input_outcome(record, model, number) for number, record in enumerate(inputs))
    same_content: Counter[str] = Counter()
    # chain + islice instead of _filled: shards break at the same records whether or not some are rejected.
    for first in outcomes:
        group = list(chain([first], islice(outcomes, shard_size - 1)))
        content = _content_name(group)
        # Equal shards are told apart, so that each is one file, computed and counted once.
        same_content[content] += 1
        name = name_of(content, str(same_content[content]))
        path = folder / f"{name}.parquet"
        yield committed(path, INPUT) or commit(path, INPUT, group, model)


def _input_outcome(record: BaseModel, model: type[BaseModel], number: int) -> Outcome:
    if not isinstance(record, model):
        raise RecordError(f"input {number}: expected a {model.__name__}, got a {type(record).__name__}")
    where = Where(shard=INPUT, row=number)
    try:
        return Outcome(rows=(to_row(record, model),))
    except RecordError as error:
        what = str(getattr(record, "id", "")) or f"{INPUT}:{number}"
        return Outcome(rejected=(Rejected(what=what, stage=INPUT, reason=str(error), detail=type(error).__name__, where=where),))


def _content_name(outcomes: Iterable[Outcome]) -> str:
    rows = (json.dumps(row, separators=(",", ":")) for outcome in outcomes for row in outcome.rows)
    rejected = (rejection.model_dump_json() for outcome in outcomes for rejection in outcome.rejected)
    return name_of(*rows, "", *rejected)
