"""How stages run: records in Parquet shards, one stage after the other, resumed where a run was cut short.

    step = Stage("grade", "1", Finding, Graded, grade)
    summary = run([step], findings, "RUN")
    for graded in read_outputs(summary, Graded): ...

What a stage refuses or fails on is set aside with its reason (`rejected(summary)`), and the run goes on.
"""

from spinemed.engine.code import code_version
from spinemed.engine.local import SHARD_SIZE, run
from spinemed.engine.outcomes import ShardResult
from spinemed.engine.run_folder import RunFolder
from spinemed.engine.shards import run_barrier, run_shard, write_inputs
from spinemed.engine.stage import Rejected, Resources, Stage, StageKind, Where
from spinemed.engine.summary import RunSummary, StageSummary, read_outputs, rejected
from spinemed.engine.tables import (
    arrow_schema,  # pyright: ignore[reportUnknownVariableType] - pyarrow has no stubs
    read_records,
    read_rows,
    write_records,
)

__all__ = [
    "SHARD_SIZE",
    "Rejected",
    "Resources",
    "RunFolder",
    "RunSummary",
    "ShardResult",
    "Stage",
    "StageKind",
    "StageSummary",
    "Where",
    "arrow_schema",
    "code_version",
    "read_outputs",
    "read_records",
    "read_rows",
    "rejected",
    "run",
    "run_barrier",
    "run_shard",
    "write_inputs",
    "write_records",
]
