"""Promises: more workers give the same bytes, a deadly record costs itself only, and a killed run goes on where it was."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from dataclasses import replace
from functools import partial
from pathlib import Path

import engine_samples
import pytest
from engine_samples import (
    Broken,
    Note,
    Recogniser,
    contents,
    deadly,
    deadly_factory,
    dies_once,
    drop_repeats,
    fussy,
    long_stages,
    note_stage,
    notes,
    traced_stage,
    upper,
)

from spinemed.engine import Resources, RunSummary, Stage, StageKind, read_outputs, rejected, run
from spinemed.errors import EngineError


def run_with(workers: int, stages: list[Stage[Note, Note]], given: list[Note], folder: Path) -> RunSummary:
    return run(stages, given, folder, workers=workers, progress=False, shard_size=10)


def shards_in(folder: Path) -> dict[str, bytes]:
    return contents(folder.glob("*/*.parquet"))


def test_two_workers_write_the_bytes_of_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    stages = [
        note_stage(fussy, "fussy"),
        note_stage(drop_repeats, "repeats", kind=StageKind.BARRIER),
        note_stage(partial(Recogniser, Path("loads")), "seen", kind=StageKind.WORKER),
        replace(traced_stage(tmp_path / "calls"), resources=Resources(gpus=1)),
    ]
    given = [note.model_copy(update={"text": "fail"}) if number % 7 == 0 else note for number, note in enumerate(notes(95))]
    one = run_with(1, stages, given, tmp_path / "one")
    (tmp_path / "calls").unlink()
    two = run_with(2, stages, given, Path("two"))
    assert shards_in(tmp_path / "one") == shards_in(tmp_path / "two")
    assert list(read_outputs(two, Note)) == list(read_outputs(one, Note))
    assert list(rejected(two)) == list(rejected(one))
    assert two.rejected == 14
    assert two.folder == tmp_path / "two"
    # This process once, then each worker at most once; the stage that asks for the accelerator had one worker.
    assert 2 <= len((tmp_path / "loads").read_text().split()) <= 3
    assert len({line.split()[0] for line in (tmp_path / "calls").read_text().splitlines()}) == 1


def test_records_that_kill_their_worker_are_set_aside_and_the_rest_goes_on(tmp_path: Path) -> None:
    deadly_ids = {"n00013", "n00014"}
    given = [note.model_copy(update={"text": "poison"}) if note.id in deadly_ids else note for note in notes(60)]
    summary = run_with(2, [note_stage(deadly, "deadly"), note_stage(upper)], given, tmp_path)
    assert [note.id for note in read_outputs(summary, Note)] == [note.id for note in given if note.id not in deadly_ids]
    assert [(one.what, one.stage, one.reason) for one in rejected(summary)] == [
        (name, "deadly", "worker died") for name in sorted(deadly_ids)
    ]
    again = run_with(2, [note_stage(deadly, "deadly"), note_stage(upper)], given, tmp_path)
    assert [stage.done for stage in again.stages] == [0, 0]


def test_a_death_that_was_no_record_s_fault_rejects_nothing(tmp_path: Path) -> None:
    summary = run_with(2, [note_stage(partial(dies_once, mark=tmp_path / "mark"))], list(notes(40)), tmp_path / "run")
    assert (tmp_path / "mark").exists()
    assert list(read_outputs(summary, Note)) == list(notes(40))
    assert summary.rejected == 0


def test_a_stage_that_kills_every_worker_stops_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("spinemed.engine.workers._DEATHS_IN_A_ROW", 3)
    poison = [note.model_copy(update={"text": "poison"}) for note in notes(20)]
    with pytest.raises(EngineError, match="stage deadly: 3 records in a row killed their worker"):
        run_with(2, [note_stage(deadly, "deadly")], poison, tmp_path)


def test_a_stage_that_cannot_start_in_a_worker_stops_the_run(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="stage step: a worker died while it started"):
        run_with(2, [note_stage(deadly_factory, kind=StageKind.WORKER)], list(notes(5)), tmp_path)
    with pytest.raises(EngineError, match="stage step cannot start: FileNotFoundError"):
        run_with(2, [note_stage(Broken, version="2", kind=StageKind.WORKER)], list(notes(5)), tmp_path)


def alive(pid: str) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state not in "ZX"


# Seconds a busy machine may take to end a run; one that hangs takes longer.
PATIENCE = 30


def stopped_by(what: signal.Signals, folder: Path, calls: Path, count: int) -> dict[str, bytes]:
    """Starts a run, ends it at some moment after its first commit, and returns what it had committed."""
    before = len(list(folder.glob("*/*.parquet")))
    command = [sys.executable, engine_samples.__file__, str(folder), str(calls), str(count), "0.02"]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    while len(list(folder.glob("*/*.parquet"))) <= before:
        if process.poll() is not None:
            assert process.returncode == 0  # little was left, and it had ended before we looked
            return shards_in(folder)
        time.sleep(0.005)
    with pytest.raises(EngineError, match=f"process {process.pid} works there"):
        run_with(0, long_stages(calls, 0), list(notes(count)), folder)
    time.sleep(random.uniform(0, 0.4))
    process.send_signal(what)
    process.wait(timeout=PATIENCE)
    deadline = time.monotonic() + PATIENCE
    while any(alive(line.split()[0]) for line in calls.read_text().splitlines()):
        assert time.monotonic() < deadline, "a worker outlived its run"
        time.sleep(0.02)
    return shards_in(folder)


def test_a_killed_run_ends_as_if_it_had_not_been(tmp_path: Path) -> None:
    count = 400  # work enough to be left at the third stop on a slow machine
    calls, folder = tmp_path / "calls", tmp_path / "run"
    calls.touch()
    first = finished = stopped_by(signal.SIGKILL, folder, calls, count)
    for what in (signal.SIGINT, signal.SIGKILL):
        finished = stopped_by(what, folder, calls, count)
    calls_before = calls.read_text()
    summary = run_with(0, long_stages(calls, 0), list(notes(count)), folder)
    called = calls.read_text()[len(calls_before) :].splitlines()
    # Nothing that a finished shard holds was worked on again.
    made = [shard for stage in summary.stages for shard in stage.shards if not shard.reused]
    assert len(called) == sum(shard.records for shard in made if not shard.path.parent.name.startswith("repeats"))
    assert all(shards_in(folder)[name] == content for name, content in finished.items())
    whole = run_with(0, long_stages(tmp_path / "other", 0), list(notes(count)), tmp_path / "whole")
    assert shards_in(folder) == shards_in(tmp_path / "whole")
    assert len(first) < len(shards_in(folder)), "the first run was not stopped midway"
    assert list(read_outputs(summary, Note)) == list(read_outputs(whole, Note))
