"""The local runner: inputs into shards, then one stage after the other over all of them, in processes of this machine."""

from __future__ import annotations

import os
import pickle
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from pydantic import BaseModel

from spinemed.engine.outcomes import ShardResult, committed
from spinemed.engine.progress import StageBars
from spinemed.engine.run_folder import RunFolder
from spinemed.engine.shards import INPUT, run_barrier, shard_path, write_inputs
from spinemed.engine.stage import AnyStage, StageKind
from spinemed.engine.summary import RunSummary, StageSummary
from spinemed.engine.workers import Crew
from spinemed.errors import ConfigError

SHARD_SIZE = 2000


def run(
    stages: Sequence[AnyStage],
    inputs: Iterable[BaseModel],
    folder: Path | str,
    *,
    workers: int | None = None,
    progress: bool = True,
    shard_size: int = SHARD_SIZE,
) -> RunSummary:
    """Takes records through stages; what an earlier run in the same folder finished is not computed again.

    The output is the same, byte for byte, for the same inputs and stage versions, whatever the number of workers and however
    often the run was cut short.

    Args:
        stages: in order; each reads the record that the one before writes.
        inputs: records of the first stage; read once, at most a shard of them held at a time.
        folder: the run's private folder, made if absent.
        workers: processes, None for one a core; 0 or 1 works in this process, where a record that kills it ends the run.
        progress: bars on the terminal, if there is one.
        shard_size: records in a shard at most; another size makes other shards.

    Raises:
        ConfigError: stages that do not fit together or cannot be found by workers, or a folder that cannot be used.
        RecordError: an input is no record of the first stage.
        EngineError: another process works in the folder, or a stage cannot go on.
    """
    _check(stages, workers, shard_size)
    count = _cores() if workers is None else workers
    with RunFolder(folder) as run_folder, Crew(count) as crew, StageBars(progress) as bars:
        return _Run(run_folder, crew, bars, shard_size).through(stages, inputs)


class _Run:
    def __init__(self, folder: RunFolder, crew: Crew, bars: StageBars, shard_size: int) -> None:
        self._folder = folder
        self._crew = crew
        self._bars = bars
        self._shard_size = shard_size

    def through(self, stages: Sequence[AnyStage], inputs: Iterable[BaseModel]) -> RunSummary:
        self._folder.log("run started", pid=os.getpid(), shard_size=self._shard_size)
        first = self._inputs(inputs, stages[0].record_in)
        done: list[StageSummary] = []
        for stage in stages:
            done.append(self._stage(stage, (done[-1] if done else first)))
        self._folder.log("run finished")
        return RunSummary(self._folder.path, first, tuple(done))

    def _inputs(self, inputs: Iterable[BaseModel], model: type[BaseModel]) -> StageSummary:
        started = time.monotonic()
        advance = self._bars.bar(INPUT, None)
        written = write_inputs(inputs, model, self._folder.input_folder(model), self._shard_size)
        shards = tuple(self._noted(INPUT, written, advance))
        records = sum(shard.records + shard.rejected for shard in shards)
        return self._summary(StageSummary(INPUT, "", records, shards, time.monotonic() - started))

    def _stage(self, stage: AnyStage, before: StageSummary) -> StageSummary:
        started = time.monotonic()
        paths = [shard.path for shard in before.shards]
        advance = self._bars.bar(stage.name, len(paths))
        shards = self._barrier(stage, paths, advance) if stage.kind is StageKind.BARRIER else self._map(stage, paths, advance)
        return self._summary(StageSummary(stage.name, stage.version, before.records_out, shards, time.monotonic() - started))

    def _barrier(self, stage: AnyStage, paths: Sequence[Path], advance: Callable[[], None]) -> tuple[ShardResult, ...]:
        folder = self._folder.stage_folder(stage)
        results = run_barrier(stage, paths, folder, shard_size=self._shard_size, on_read=advance)
        return tuple(self._noted(stage.name, results, lambda: None))

    def _map(self, stage: AnyStage, paths: Sequence[Path], advance: Callable[[], None]) -> tuple[ShardResult, ...]:
        folder = self._folder.stage_folder(stage)
        found = {path.stem: committed(shard_path(stage, path, folder), path.stem) for path in paths}
        results = {name: result for name, result in found.items() if result}
        for _ in results:
            advance()
        missing = [path for path in paths if path.stem not in results]
        for result in self._noted(stage.name, self._crew.run_shards(stage, missing, folder), advance):
            results[result.source] = result
        return tuple(results[path.stem] for path in paths)

    def _noted(self, name: str, results: Iterable[ShardResult], advance: Callable[[], None]) -> Iterator[ShardResult]:
        for result in results:
            if not result.reused:
                counts = {"records": result.records, "rejected": result.rejected, "seconds": round(result.seconds, 3)}
                self._folder.log("shard", stage=name, shard=result.path.stem, **counts)
            advance()
            yield result

    def _summary(self, stage: StageSummary) -> StageSummary:
        counts = {"done": stage.done, "reused": stage.reused, "records_in": stage.records_in, "records_out": stage.records_out}
        self._folder.log("stage", stage=stage.name, version=stage.version, **counts, rejected=stage.rejected)
        return stage


def _check(stages: Sequence[AnyStage], workers: int | None, shard_size: int) -> None:
    if not stages:
        raise ConfigError("a run of no stages: give at least one")
    if shard_size < 1 or (workers is not None and workers < 0):
        raise ConfigError(f"shard_size={shard_size}, workers={workers}: give a shard at least one record, and no negative number")
    names = [stage.name for stage in stages]
    if INPUT in names or len(set(names)) < len(names):
        raise ConfigError(f"stages {', '.join(names)}: give each a name of its own, and none {INPUT!r}")
    for before, after in pairwise(stages):
        if before.record_out is not after.record_in:
            wrote, reads = before.record_out.__name__, after.record_in.__name__
            raise ConfigError(f"stage {before.name} writes {wrote}, but {after.name} reads {reads}: put a stage between them")
    for stage in stages:
        _check_importable(stage)


def _check_importable(stage: AnyStage) -> None:
    try:
        pickle.dumps(stage)
    except Exception as error:  # pickle raises whatever the object does
        raise ConfigError(
            f"stage {stage.name}: workers cannot find its function or records by name ({type(error).__name__}); define them at "
            "the top of a module"
        ) from error


def _cores() -> int:
    # What this process may use, which in a container is less than what the machine has.
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
