"""Worker processes of a local run: as many as the stage may have, gone when the run is, replaced when a record kills one."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType
from typing import ParamSpec, Self, TypeVar

from spinemed.engine.outcomes import Outcome, ShardResult, apply_in_worker, commit, name_of_record, ready
from spinemed.engine.shapes import Row
from spinemed.engine.shards import placed_rows, run_shard, shard_path
from spinemed.engine.stage import AnyStage, Rejected, Resources, Where
from spinemed.errors import EngineError

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")

WORKER_DIED = "worker died"
_DEATHS_IN_A_ROW = 10
_IN_FLIGHT_PER_WORKER = 2


class Crew:
    """The workers of one run; nothing starts before the first shard that needs computing.

    Args:
        count: processes at most; with 0 or 1 the work is done in this process, where a record that kills it ends the run.
    """

    def __init__(self, count: int) -> None:
        self._count = count
        self._pool: _Pool | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._drop_pool(now=kind is not None)

    def run_shards(self, stage: AnyStage, shards: Sequence[Path], folder: Path) -> Iterator[ShardResult]:
        """Takes shards through a stage and yields each when it is committed, in the order they finish.

        Raises:
            SourceError: an input shard is missing or broken.
            EngineError: the stage cannot start, or kills every worker it gets.
        """
        if self._count <= 1:
            yield from (run_shard(stage, shard, folder) for shard in shards)
            return
        waiting = deque(shards)
        while waiting:
            suspects: list[Path] = []
            yield from self._until_death(stage, waiting, folder, suspects)
            yield from _rescued(stage, suspects, folder)

    def _until_death(self, stage: AnyStage, waiting: deque[Path], folder: Path, suspects: list[Path]) -> Iterator[ShardResult]:
        """Works on `waiting` until it is empty or a worker dies; what was in flight then goes to `suspects`."""
        pool = self._pool_for(stage)
        running: dict[Future[ShardResult], Path] = {}
        while (waiting or running) and not suspects:
            while waiting and len(running) < _IN_FLIGHT_PER_WORKER * pool.size:
                shard = waiting.popleft()
                running[pool.submit(run_shard, stage, shard, folder)] = shard
            finished, _ = wait(running, return_when=FIRST_COMPLETED)
            if any(died(future) for future in finished):
                # The pool takes every other shard in flight down with it: whose record it was is found out one by one.
                finished, _ = wait(running)
            for future in finished:
                shard = running.pop(future)
                if died(future):
                    suspects.append(shard)
                else:
                    yield future.result()
        if suspects:
            self._drop_pool(now=True)

    def _pool_for(self, stage: AnyStage) -> _Pool:
        size = _workers_for(stage.resources, self._count)
        if self._pool is None or self._pool.size != size:
            self._drop_pool()
            self._pool = _Pool(size)
        self._pool.start(stage)
        return self._pool

    def _drop_pool(self, *, now: bool = False) -> None:
        if self._pool is not None:
            self._pool.close(now=now)
            self._pool = None


class _Pool:
    """Processes on a leash: when it is dropped, or the process that holds it dies, they end at once.

    Without it the workers of a run killed by `kill -9` would wait for work for ever. They share no memory with this process
    (forkserver), whose threads and open files a plain fork would copy half-way.
    """

    def __init__(self, size: int) -> None:
        self.size = size
        context = multiprocessing.get_context("forkserver")
        # Imported once in the server, so that a fresh pool costs a fork and not the import of pyarrow.
        context.set_forkserver_preload([__name__])
        self._far_end, self._leash = context.Pipe(duplex=False)
        self._executor = ProcessPoolExecutor(size, mp_context=context, initializer=_go_on_leash, initargs=(self._far_end,))

    def start(self, stage: AnyStage) -> None:
        """Loads the stage in one worker, so that what breaks every worker is not blamed on the records.

        Raises:
            EngineError: the stage cannot start.
        """
        if died(future := self.submit(_load, stage)):
            raise EngineError(
                f"stage {stage.name}: a worker died while it started, before any record; check its libraries and memory, and "
                "that the calling script runs the engine under `if __name__ == '__main__':`"
            )
        future.result()

    def submit(self, function: Callable[Arguments, Result], *args: Arguments.args, **kwargs: Arguments.kwargs) -> Future[Result]:
        """Hands work to a worker; in a broken pool the future holds BrokenProcessPool, as if the worker had died on it."""
        try:
            return self._executor.submit(function, *args, **kwargs)
        except BrokenProcessPool as error:
            future: Future[Result] = Future()
            future.set_exception(error)
            return future

    def close(self, *, now: bool = False) -> None:
        """Ends the workers; `now` does not wait for what they are doing, which is safe because commits are atomic."""
        if now:
            self._leash.close()
        self._executor.shutdown(wait=True, cancel_futures=True)
        self._leash.close()
        self._far_end.close()


def died(future: Future[Result]) -> bool:
    """Waits, and tells whether the worker died instead of answering."""
    return isinstance(future.exception(), BrokenProcessPool)


def _go_on_leash(leash: Connection) -> None:
    # Ctrl-C goes to every process of the terminal; the run decides what becomes of its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(leash,), daemon=True).start()


def _end_with(leash: Connection) -> None:
    # Nothing is ever sent: the wait ends when the other end is closed, by hand or by death.
    try:
        leash.poll(None)
    finally:
        os._exit(1)


def _load(stage: AnyStage) -> None:
    ready(stage)


def _workers_for(resources: Resources, count: int) -> int:
    if resources.gpus:
        return 1
    sizes = [count, int(count // resources.cpus)]
    if resources.memory_mb is not None:
        sizes.append(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // (resources.memory_mb * 1024 * 1024))
    return max(1, min(sizes))


class _Alone:
    """One worker at a time for a stage: a fresh one after each death."""

    def __init__(self, stage: AnyStage) -> None:
        self._stage = stage
        self._pool: _Pool | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._drop()

    def call(self, function: Callable[Arguments, Result], *args: Arguments.args, **kwargs: Arguments.kwargs) -> Result | None:
        """The worker's answer, or None if it died."""
        if self._pool is None:
            self._pool = _Pool(1)
            self._pool.start(self._stage)
        future = self._pool.submit(function, *args, **kwargs)
        if not died(future):
            return future.result()
        self._drop()
        return None

    def _drop(self) -> None:
        if self._pool is not None:
            self._pool.close(now=True)
            self._pool = None


def _rescued(stage: AnyStage, shards: Sequence[Path], folder: Path) -> Iterator[ShardResult]:
    """Shards in flight when a worker died: each once more alone, because it was one's fault, then record by record."""
    with _Alone(stage) as alone:
        for shard in shards:
            result = alone.call(run_shard, stage, shard, folder)
            if result is None:
                outcomes = _record_by_record(alone, stage, shard)
                result = commit(shard_path(stage, shard, folder), shard.stem, outcomes, stage.record_out)
            yield result


def _record_by_record(alone: _Alone, stage: AnyStage, shard: Path) -> Iterator[Outcome]:
    """Outcomes of a shard, sent to the worker record by record; the one that kills it is set aside.

    Raises:
        EngineError: ten records running killed their worker, so it is not the records.
    """
    deaths = 0
    for row, where in placed_rows(shard):
        outcome = alone.call(apply_in_worker, stage, row, where)
        deaths = 0 if outcome else deaths + 1
        if deaths == _DEATHS_IN_A_ROW:
            raise EngineError(
                f"stage {stage.name}: {deaths} records in a row killed their worker; check the stage and the memory"
            )
        yield outcome or _deadly(stage, row, where)


def _deadly(stage: AnyStage, row: Row, where: Where) -> Outcome:
    detail = BrokenProcessPool.__name__
    rejection = Rejected(what=name_of_record(row, where), stage=stage.name, reason=WORKER_DIED, detail=detail, where=where)
    return Outcome(rejected=(rejection,))
