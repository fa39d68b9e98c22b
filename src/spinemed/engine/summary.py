"""What a run did, in counts, and the way to its records and rejections."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel
from rich.box import SIMPLE
from rich.table import Table

from spinemed.engine.outcomes import ShardResult
from spinemed.engine.stage import Rejected
from spinemed.engine.tables import read_records

Record = TypeVar("Record", bound=BaseModel)


@dataclass(frozen=True)
class StageSummary:
    """Counts of one stage; `shards` are its output in the order of the inputs, `seconds` the time this run took for it."""

    name: str
    version: str
    records_in: int
    shards: tuple[ShardResult, ...]
    seconds: float

    @property
    def done(self) -> int:
        """Shards computed by this run."""
        return len(self.shards) - self.reused

    @property
    def reused(self) -> int:
        """Shards found finished from an earlier run."""
        return sum(shard.reused for shard in self.shards)

    @property
    def records_out(self) -> int:
        """Records that went on."""
        return sum(shard.records for shard in self.shards)

    @property
    def rejected(self) -> int:
        """Records that went no further, and rejections the stage yielded."""
        return sum(shard.rejected for shard in self.shards)


@dataclass(frozen=True)
class RunSummary:
    """A finished run: the writing of its inputs, then every stage in order."""

    folder: Path
    inputs: StageSummary
    stages: tuple[StageSummary, ...]

    @property
    def rejected(self) -> int:
        """Rejections of the inputs and all stages."""
        return sum(stage.rejected for stage in (self.inputs, *self.stages))

    def table(self) -> Table:
        """The closing table: a line for the inputs and for each stage."""
        table = Table("stage", "version", box=SIMPLE, caption="done and reused count shards; in, out and rejected count records")
        for heading in ("done", "reused", "in", "out", "rejected", "seconds"):
            table.add_column(heading, justify="right")
        for stage in (self.inputs, *self.stages):
            counts = (stage.done, stage.reused, stage.records_in, stage.records_out, stage.rejected)
            table.add_row(stage.name, stage.version, *(f"{count:,}" for count in counts), f"{stage.seconds:.1f}")
        return table


def read_outputs(summary: RunSummary, model: type[Record]) -> Iterator[Record]:
    """Records of the last stage, in the order of the inputs.

    Raises:
        SourceError: a shard is missing or broken, or `model` is not what the last stage writes.
    """
    for shard in summary.stages[-1].shards:
        yield from read_records(shard.path, model)


def rejected(summary: RunSummary) -> Iterator[Rejected]:
    """Rejections of the inputs, then of each stage, in the order of the inputs.

    Raises:
        SourceError: a file of rejections is missing or broken.
    """
    for stage in (summary.inputs, *summary.stages):
        for shard in stage.shards:
            if shard.rejected:
                yield from read_records(shard.rejected_path, Rejected)
