"""What one record becomes: rows for the next stage, rejections, or both; and how they are committed."""

from __future__ import annotations

import pickle
import time
import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from pydantic import BaseModel

from spinemed.engine.shapes import Row
from spinemed.engine.stage import AnyStage, Rejected, StageKind, Where
from spinemed.engine.tables import count_rows, from_row, to_row, write_records, write_rows
from spinemed.errors import EngineError, SourceError, SpineMedError

# A stage's function after loading, as the runner sees it: whatever it returns is checked record by record.
ReadyFunction = Callable[[BaseModel], object]


@dataclass(frozen=True)
class Outcome:
    """Rows and rejections that one record led to; several records' when added up."""

    rows: tuple[Row, ...] = ()
    rejected: tuple[Rejected, ...] = ()


@dataclass(frozen=True)
class ShardResult:
    """A committed shard: the name of the one it came from, where it lies, what it holds, and what making it took."""

    source: str
    path: Path
    records: int
    rejected: int
    reused: bool
    seconds: float

    @property
    def rejected_path(self) -> Path:
        """Where its rejections lie; no file if there are none."""
        return rejected_beside(self.path)


def rejected_beside(path: Path) -> Path:
    """The file of rejections that belongs to an output shard."""
    return path.with_suffix(".rejected.parquet")


def committed(path: Path, source: str) -> ShardResult | None:
    """The shard at `path` if it is there and whole; a broken one counts as absent, so it is computed again."""
    beside = rejected_beside(path)
    try:
        rejected = count_rows(beside) if beside.exists() else 0
        return ShardResult(source, path, count_rows(path), rejected, reused=True, seconds=0.0)
    except SourceError:
        return None


def commit(path: Path, source: str, outcomes: Iterable[Outcome], model: type[BaseModel]) -> ShardResult:
    """Writes the rejections, then the output shard: the shard is there only when nothing of its input is lost."""
    started = time.monotonic()
    rows: list[Row] = []
    rejected: list[Rejected] = []
    for outcome in outcomes:
        rows += outcome.rows
        rejected += outcome.rejected
    if rejected:
        write_records(rejected_beside(path), rejected, Rejected)
    else:
        # Left by an attempt that was killed before its output shard and rejected what this one does not.
        rejected_beside(path).unlink(missing_ok=True)
    write_rows(path, rows, model)
    return ShardResult(source, path, len(rows), len(rejected), reused=False, seconds=time.monotonic() - started)


# Functions made by factories, for the stage that this process works on; one at a time, so that models do not pile up.
_loaded: dict[tuple[str, bytes], ReadyFunction] = {}


def ready(stage: AnyStage) -> ReadyFunction:
    """The function of one record of a stage; a factory is called when this process meets the stage first.

    Raises:
        EngineError: the factory failed.
    """
    if stage.kind is not StageKind.WORKER:
        return cast(ReadyFunction, stage.function)
    key = (stage.fingerprint, pickle.dumps(stage.function))
    if key not in _loaded:
        _loaded.clear()
        try:
            _loaded[key] = cast(Callable[[], ReadyFunction], stage.function)()
        except SpineMedError:
            raise
        except Exception as error:  # noqa: BLE001 - a plain EngineError travels between processes, a model library's may not
            raise EngineError(f"stage {stage.name} cannot start: {failure(error, stage)}: {error}") from None
    return _loaded[key]


def apply(stage: AnyStage, function: ReadyFunction, row: Row, where: Where) -> Outcome:
    """The outcome of one stored record; what it raises stays with this record."""
    try:
        record = from_row(row, stage.record_in)
        return outcome_of(stage, function(record), where)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001 - this record's alone, as are a Rust library's panic and a sys.exit()
        return refused(stage, error, name_of_record(row, where), where)


def name_of_record(row: Row, where: Where) -> str:
    """Id of a record, or its place if it has none."""
    return str(row.get("id") or f"{where.shard}:{where.row}")


def apply_in_worker(stage: AnyStage, row: Row, where: Where) -> Outcome:
    """`apply` for a process that may meet the stage for the first time."""
    return apply(stage, ready(stage), row, where)


def outcome_of(stage: AnyStage, returned: object, where: Where | None) -> Outcome:
    """What a function returned for one record, or a barrier yielded, as an outcome.

    Raises:
        RecordError: an output is no `record_out`, or does not fit its columns.
    """
    rows: list[Row] = []
    rejected: list[Rejected] = []
    for output in _each(returned):
        if isinstance(output, Rejected):
            rejected.append(output.model_copy(update={"stage": stage.name, "where": where}))
        else:
            rows.append(to_row(cast(BaseModel, output), stage.record_out))
    return Outcome(tuple(rows), tuple(rejected))


def refused(stage: AnyStage, error: BaseException, what: str, where: Where | None) -> Outcome:
    """The outcome of a record that raised."""
    reason = str(error) if isinstance(error, SpineMedError) else failure(error, stage)
    return Outcome(rejected=(Rejected(what=what, stage=stage.name, reason=reason, detail=type(error).__name__, where=where),))


def failure(error: BaseException, stage: AnyStage) -> str:
    """Class of an error and the line of the stage's own package it came through; no message, which may quote a patient."""
    # functools.partial hides the module of what it calls.
    function: object = getattr(stage.function, "func", stage.function)
    package = str(getattr(function, "__module__", "")).partition(".")[0]
    places = [
        (str(frame.f_globals.get("__name__")), f"{Path(frame.f_code.co_filename).name}:{line}")
        for frame, line in traceback.walk_tb(error.__traceback__)
    ]
    own = [place for module, place in places if module.partition(".")[0] == package and module != __name__]
    return f"{type(error).__name__} at {(own or [place for _, place in places])[-1]}"


def _each(returned: object) -> Iterable[object]:
    if returned is None:
        return ()
    # A pydantic record iterates over its fields: ask for it before asking for an iterable.
    if isinstance(returned, BaseModel) or not isinstance(returned, Iterable):
        return (returned,)
    return cast("Iterable[object]", returned)
