"""Records and stages that the engine's tests run; importable, because worker processes look them up by name."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from spinemed.engine import Rejected, Stage, StageKind, run
from spinemed.errors import GradeError

PATIENT = "Jane Doe, MRN 0042"


class Note(BaseModel):
    """A sentence of a report."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    schema_version: Literal[1] = 1
    id: str
    text: str


class Finding(BaseModel):
    """What a sentence says."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    schema_version: Literal[1] = 1
    id: str
    words: tuple[str, ...]
    length: int | None


class Nameless(BaseModel):
    """A record without id."""

    value: int


def always_fails(record: Nameless) -> Nameless:
    raise ZeroDivisionError


def notes(count: int, start: int = 0) -> Iterator[Note]:
    """Notes with ids that sort as they come."""
    return (Note(id=f"n{number:05d}", text=f"L4-L5 disc bulge {number}") for number in range(start, start + count))


def split_words(note: Note) -> Finding:
    return Finding(id=note.id, words=tuple(note.text.split()), length=len(note.text))


def twice(finding: Finding) -> Iterator[Finding]:
    for suffix in "ab":
        yield finding.model_copy(update={"id": finding.id + suffix})


def upper(note: Note) -> Note:
    return note.model_copy(update={"text": note.text.upper()})


def fussy(note: Note) -> Note | list[Note] | None:
    """Refuses, fails on, drops and splits notes by what their text asks for."""
    if "refuse" in note.text:
        raise GradeError("grade 9 is outside Pfirrmann 1-5: give 1 to 5")
    if "fail" in note.text:
        raise ValueError(f"cannot parse {note.text!r} of {PATIENT}")
    if "exit" in note.text:
        sys.exit(3)
    if "interrupt" in note.text:
        raise KeyboardInterrupt
    if "validate" in note.text:
        Finding.model_validate({"id": PATIENT})
    if "huge" in note.text:
        return Note.model_construct(id=note.id, text=2**70)
    if "wrong" in note.text:
        return Finding(id=note.id, words=(), length=None)  # type: ignore[return-value]
    if "nothing" in note.text:
        return None
    return [note, note] if "double" in note.text else note


def half_then_fail(note: Note) -> Iterator[Note]:
    yield note
    raise RuntimeError(PATIENT)


def deadly(note: Note) -> Note:
    """Takes its process down, as a library that runs out of memory or segfaults does."""
    if note.text.startswith("poison"):
        os._exit(139)
    return upper(note)


class Recogniser:
    """Costly to load: notes each loading in a file."""

    def __init__(self, loads: Path) -> None:
        with loads.open("a") as file:
            file.write(f"{os.getpid()}\n")

    def __call__(self, note: Note) -> Note:
        return note.model_copy(update={"text": note.text + " seen"})


class Broken:
    """A model that is not there."""

    def __init__(self) -> None:
        raise FileNotFoundError("weights.bin")

    def __call__(self, note: Note) -> Note:
        return note


def deadly_factory() -> Recogniser:
    os._exit(139)


def dies_once(note: Note, *, mark: Path) -> Note:
    """Takes its process down the first time, as a machine short of memory does."""
    if note.id == "n00005" and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return note


def drop_repeats(records: Iterator[Note]) -> Iterator[Note | Rejected]:
    seen: dict[str, str] = {}
    for note in records:
        if note.text in seen:
            yield Rejected(what=note.id, reason=f"same text as {seen[note.text]}")
        else:
            seen[note.text] = note.id
            yield note


def failing_barrier(records: Iterator[Note]) -> Iterator[Note]:
    yield next(records)
    raise KeyError(PATIENT)


def traced(note: Note, *, calls: Path, seconds: float = 0.0) -> Note:
    """`upper` that notes process and record of every call in a file."""
    with calls.open("a") as file:
        file.write(f"{os.getpid()} {note.id}\n")
    time.sleep(seconds)
    return upper(note)


def note_stage(function: object, name: str = "step", version: str = "1", kind: StageKind = StageKind.RECORD) -> Stage[Note, Note]:
    return Stage(name, version, Note, Note, function, kind=kind)  # type: ignore[arg-type]


def traced_stage(calls: Path, name: str = "trace", version: str = "1", seconds: float = 0.0) -> Stage[Note, Note]:
    return note_stage(partial(traced, calls=calls, seconds=seconds), name, version)


def long_stages(calls: Path, seconds: float) -> list[Stage[Note, Note]]:
    """Two stages and a barrier between, slow enough to be killed in."""
    first = traced_stage(calls, "first", seconds=seconds)
    between = note_stage(drop_repeats, "repeats", kind=StageKind.BARRIER)
    return [first, between, traced_stage(calls, "second", seconds=seconds)]


def contents(paths: Iterable[Path]) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in paths}


def main(folder: str, calls: str, count: str, seconds: str) -> None:
    """A whole run, for tests that kill it."""
    run(long_stages(Path(calls), float(seconds)), notes(int(count)), folder, workers=2, progress=False, shard_size=10)


if __name__ == "__main__":
    main(*sys.argv[1:])
