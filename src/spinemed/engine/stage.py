"""What a stage is: a named, versioned function from one kind of record to the next; and what becomes of a record it refuses.

Kinds:

- `RECORD`: a plain function of one record that returns a record, several, or None.
- `WORKER`: a factory, called once per worker process, of such a function; for what is costly to load (an OCR model).
- `BARRIER`: a generator that reads every record of the run in order and writes the next ones (deduplication, a split).

A kind for calls to a model through a ledger joins these with the ledger; it is one more way for `shards.run_shard` to turn a
shard's rows into outcomes, and neither runner changes for it.

Functions must be importable (module level, or `functools.partial` of such): worker processes find them by name.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any, Generic, Literal, TypeAlias, TypeVar

from pydantic import BaseModel, ConfigDict

from spinemed.engine.shapes import struct_of
from spinemed.errors import ConfigError

In = TypeVar("In", bound=BaseModel)
Out = TypeVar("Out", bound=BaseModel)


class Where(BaseModel):
    """Place of a record: name of the input shard, and row in it counted from 0."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    shard: str
    row: int


class Rejected(BaseModel):
    """A record that went no further.

    A stage may also yield one itself, beside or instead of its outputs, for what it leaves out (a duplicate, a draft that
    fails its checks); the runner then fills in `stage`, and `where` if the stage reads record by record.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    schema_version: Literal[1] = 1
    what: str
    """Id of the record, or `shard:row` if it has none."""
    reason: str
    """Message of a declared error, else class and code location of the failure; never text of the record."""
    stage: str = ""
    detail: str = ""
    """Class of the error; empty if the stage yielded the rejection."""
    where: Where | None = None
    """None for what a barrier left out, because it reads all shards."""


Output: TypeAlias = Out | Rejected
RecordFunction: TypeAlias = Callable[[In], Output[Out] | Iterable[Output[Out]] | None]
WorkerFactory: TypeAlias = Callable[[], RecordFunction[In, Out]]
Barrier: TypeAlias = Callable[[Iterator[In]], Iterator[Output[Out]]]


class StageKind(StrEnum):
    """How the function of a stage is called."""

    RECORD = "record"
    WORKER = "worker"
    BARRIER = "barrier"


@dataclass(frozen=True)
class Resources:
    """What one worker of a stage needs.

    Args:
        cpus: cores.
        gpus: accelerators; locally, any share makes the stage run in one worker.
        memory_mb: memory in MB, None if it does not matter.
        pool: name of the group of machines that has it; the local runner has one.

    Raises:
        ConfigError: a negative amount, or no core.
    """

    cpus: float = 1
    gpus: float = 0
    memory_mb: int | None = None
    pool: str = "cpu"

    def __post_init__(self) -> None:
        if self.cpus <= 0 or self.gpus < 0 or (self.memory_mb is not None and self.memory_mb <= 0):
            raise ConfigError(
                f"resources of cpus={self.cpus}, gpus={self.gpus}, memory_mb={self.memory_mb}: give positive amounts"
            )


@dataclass(frozen=True)
class Stage(Generic[In, Out]):
    """A step of a pipeline, declared once.

    Args:
        name: lower-case name, also of its folder.
        version: changes whenever the output for the same input may change: code, settings, seed, model. Finished shards of
            the same name and version are not computed again.
        record_in: model of the records it reads.
        record_out: model of the records it writes.
        function: by `kind`; its output must depend on the record alone, neither on the order of a set of strings nor on
            records seen before (barriers excepted).
        resources: what one worker needs.
        kind: how the function is called.

    Raises:
        ConfigError: a name that is no folder name, or an empty version.
        RecordError: `record_out` cannot be stored in columns.
    """

    name: str
    version: str
    record_in: type[In]
    record_out: type[Out]
    function: RecordFunction[In, Out] | WorkerFactory[In, Out] | Barrier[In, Out]
    resources: Resources = field(default_factory=Resources)
    kind: StageKind = StageKind.RECORD

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[a-z][a-z0-9_]*", self.name):
            raise ConfigError(f"stage name {self.name!r}: use lower-case letters, digits and underscores")
        if not self.version:
            raise ConfigError(f"stage {self.name} has no version: give one, and change it with the stage")
        struct_of(self.record_out)

    @cached_property
    def fingerprint(self) -> str:
        """Twelve hex digits of name, version, kind and output columns: a new field of `record_out` reruns the stage by itself."""
        described = (self.name, self.version, self.kind.value, repr(struct_of(self.record_out)))
        return name_of(*described, digits=12)


AnyStage: TypeAlias = Stage[Any, Any]


def name_of(*parts: str, digits: int = 32) -> str:
    """Hex name of some texts in order: blake2b, the texts kept apart."""
    digest = hashlib.blake2b(digest_size=digits // 2)
    for part in parts:
        encoded = part.encode("utf-8", "surrogatepass")
        digest.update(len(encoded).to_bytes(8, "big") + encoded)
    return digest.hexdigest()
