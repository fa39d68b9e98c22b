"""Promises: every record comes out or is set aside with its reason, in order, and nothing finished is computed twice."""

from __future__ import annotations

import weakref
from collections.abc import Iterator, Sequence
from functools import partial
from io import StringIO
from pathlib import Path

import pytest
from engine_samples import (
    PATIENT,
    Broken,
    Finding,
    Nameless,
    Note,
    Recogniser,
    always_fails,
    contents,
    drop_repeats,
    failing_barrier,
    fussy,
    half_then_fail,
    note_stage,
    notes,
    split_words,
    traced_stage,
    twice,
    upper,
)
from rich.console import Console

from spinemed.engine import (
    Rejected,
    RunSummary,
    Stage,
    StageKind,
    Where,
    read_outputs,
    read_records,
    rejected,
    run,
    run_barrier,
    write_inputs,
)
from spinemed.engine.outcomes import Outcome, commit, rejected_beside
from spinemed.engine.stage import AnyStage
from spinemed.errors import EngineError, RecordError

WORDS = Stage("words", "1", Note, Finding, split_words)
TWICE = Stage("twice", "1", Finding, Finding, twice)
REPEATS = note_stage(drop_repeats, "repeats", kind=StageKind.BARRIER)


def run_here(stages: Sequence[AnyStage], inputs: object, folder: Path, shard_size: int = 10) -> RunSummary:
    return run(stages, inputs, folder, workers=0, progress=False, shard_size=shard_size)  # type: ignore[arg-type]


def texts(*given: str) -> list[Note]:
    return [Note(id=f"n{number}", text=text) for number, text in enumerate(given)]


def test_records_pass_every_stage_in_order(tmp_path: Path) -> None:
    summary = run_here([note_stage(upper), WORDS, TWICE], notes(25), tmp_path)
    ids = [finding.id for finding in read_outputs(summary, Finding)]
    assert ids == [f"n{number:05d}{suffix}" for number in range(25) for suffix in "ab"]
    assert [(stage.done, stage.records_in, stage.records_out) for stage in summary.stages] == [
        (3, 25, 25),
        (3, 25, 25),
        (3, 25, 50),
    ]
    assert next(read_outputs(summary, Finding)).words == ("L4-L5", "DISC", "BULGE", "0")


def test_no_input_is_no_output(tmp_path: Path) -> None:
    summary = run_here([REPEATS, WORDS], [], tmp_path)
    assert list(read_outputs(summary, Finding)) == []


@pytest.mark.parametrize(
    ("text", "reason", "detail"),
    [
        ("refuse", "grade 9 is outside Pfirrmann 1-5: give 1 to 5", "GradeError"),
        ("fail", r"ValueError at engine_samples.py:", "ValueError"),
        ("exit", r"SystemExit at engine_samples.py:", "SystemExit"),
        ("validate", r"ValidationError at engine_samples.py:", "ValidationError"),
        ("huge", "no Note: text (string_type)", "RecordError"),
        ("wrong", "expected a Note, got a Finding", "RecordError"),
    ],
)
def test_a_record_that_fails_is_set_aside_alone_and_without_its_text(tmp_path: Path, text: str, reason: str, detail: str) -> None:
    summary = run_here([note_stage(fussy)], texts("L1", "L2", text, "L3"), tmp_path, shard_size=2)
    assert [note.text for note in read_outputs(summary, Note)] == ["L1", "L2", "L3"]
    [one] = rejected(summary)
    assert (one.what, one.stage, one.detail) == ("n2", "step", detail)
    assert one.reason.startswith(reason)
    assert one.where == Where(shard=summary.inputs.shards[1].path.stem, row=0)
    assert "Jane" not in (tmp_path / "run.jsonl").read_text() + one.reason


def test_a_stage_may_drop_and_multiply_records(tmp_path: Path) -> None:
    summary = run_here([note_stage(fussy)], texts("nothing", "double", "L3"), tmp_path)
    assert [note.id for note in read_outputs(summary, Note)] == ["n1", "n1", "n2"]
    assert summary.rejected == 0


def test_outputs_of_a_record_that_then_fails_are_not_kept(tmp_path: Path) -> None:
    summary = run_here([note_stage(half_then_fail)], texts("L1"), tmp_path)
    assert (summary.stages[0].records_out, summary.stages[0].rejected) == (0, 1)


def test_an_input_that_cannot_be_stored_is_set_aside(tmp_path: Path) -> None:
    bad = Note.model_construct(id="n9", text="\ud800" + PATIENT)
    summary = run_here([note_stage(upper)], [*texts("L1"), bad], tmp_path)
    [one] = rejected(summary)
    assert (one.what, one.stage, one.where) == ("n9", "input", Where(shard="input", row=1))
    assert (summary.inputs.records_in, summary.inputs.records_out) == (2, 1)


def test_an_input_of_another_kind_stops_the_run(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="input 0: expected a Note, got a Finding"):
        run_here([note_stage(upper)], [Finding(id="a", words=(), length=1)], tmp_path)


def test_a_barrier_sees_all_shards_in_order_and_says_what_it_left_out(tmp_path: Path) -> None:
    given = texts(*"abcabcdae")
    summary = run_here([REPEATS, WORDS], given, tmp_path, shard_size=2)
    assert [finding.id for finding in read_outputs(summary, Finding)] == ["n0", "n1", "n2", "n6", "n8"]
    assert [(one.what, one.stage, one.reason, one.where) for one in rejected(summary)] == [
        ("n3", "repeats", "same text as n0", None),
        ("n4", "repeats", "same text as n1", None),
        ("n5", "repeats", "same text as n2", None),
        ("n7", "repeats", "same text as n0", None),
    ]
    # Rejections are bounded in memory, too.
    assert max(shard.rejected for shard in summary.stages[0].shards) == 2
    again = run_here([REPEATS, WORDS], given, tmp_path, shard_size=2)
    assert [stage.done for stage in again.stages] == [0, 0]
    assert list(rejected(again)) == list(rejected(summary))


def test_a_barrier_that_fails_stops_the_run_without_quoting_a_record(tmp_path: Path) -> None:
    stage = note_stage(failing_barrier, "bad", kind=StageKind.BARRIER)
    with pytest.raises(EngineError, match=r"barrier bad failed: KeyError at engine_samples.py:\d+$"):
        run_here([stage], notes(5), tmp_path)


def test_a_factory_is_called_once_a_process(tmp_path: Path) -> None:
    stage = note_stage(partial(Recogniser, tmp_path / "loads"), kind=StageKind.WORKER)
    summary = run_here([stage], notes(30), tmp_path / "run")
    assert (tmp_path / "loads").read_text().count("\n") == 1
    assert next(read_outputs(summary, Note)).text.endswith(" seen")


def test_a_factory_that_fails_stops_the_run_instead_of_every_record(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match=r"stage step cannot start: FileNotFoundError at engine_samples.py:\d+: weights.bin"):
        run_here([note_stage(Broken, kind=StageKind.WORKER)], notes(3), tmp_path)


def test_a_second_run_computes_nothing(tmp_path: Path) -> None:
    stages = [traced_stage(tmp_path / "calls"), WORDS]
    first = run_here(stages, notes(25), tmp_path / "run")
    second = run_here(stages, notes(25), tmp_path / "run")
    assert [(stage.done, stage.reused) for stage in (second.inputs, *second.stages)] == [(0, 3)] * 3
    assert (tmp_path / "calls").read_text().count("\n") == 25
    assert list(read_outputs(second, Finding)) == list(read_outputs(first, Finding))
    assert [stage.records_out for stage in second.stages] == [25, 25]


def test_a_new_version_reruns_its_stage_and_those_below_only(tmp_path: Path) -> None:
    def stages(version: str) -> list[Stage[Note, Note]]:
        return [traced_stage(tmp_path / name, name, version if name == "b" else "1") for name in "abc"]

    run_here(stages("1"), notes(25), tmp_path / "run")
    again = run_here(stages("2"), notes(25), tmp_path / "run")
    assert [stage.done for stage in again.stages] == [0, 3, 3]
    back = run_here(stages("1"), notes(25), tmp_path / "run")
    assert [stage.done for stage in back.stages] == [0, 0, 0]


def test_a_changed_record_reruns_its_shard_only(tmp_path: Path) -> None:
    stages = [note_stage(upper), WORDS]
    given = list(notes(30))
    run_here(stages, given, tmp_path)
    given[14] = given[14].model_copy(update={"text": "L5-S1"})
    again = run_here(stages, given, tmp_path)
    assert [(stage.done, stage.reused) for stage in (again.inputs, *again.stages)] == [(1, 2)] * 3
    assert [finding.id for finding in read_outputs(again, Finding)] == [note.id for note in given]


def test_equal_shards_are_all_kept(tmp_path: Path) -> None:
    summary = run_here([note_stage(upper)], [*notes(10), *notes(10)], tmp_path)
    assert [note.id for note in read_outputs(summary, Note)] == [note.id for note in [*notes(10), *notes(10)]]
    assert len({shard.path for shard in summary.stages[0].shards}) == summary.stages[0].done == 2


def test_a_shard_cut_short_by_another_crash_is_computed_again(tmp_path: Path) -> None:
    first = run_here([note_stage(upper)], notes(25), tmp_path)
    victims = [first.inputs.shards[0].path, first.stages[0].shards[2].path]
    whole = contents(victims)
    for path in victims:
        path.write_bytes(path.read_bytes()[:-20])
    again = run_here([note_stage(upper)], notes(25), tmp_path)
    assert contents(victims) == whole
    assert [(stage.done, stage.reused) for stage in (again.inputs, *again.stages)] == [(1, 2), (1, 2)]


def test_ctrl_c_keeps_what_was_committed(tmp_path: Path) -> None:
    given = [note.model_copy(update={"text": "interrupt"}) if note.id == "n00015" else note for note in notes(30)]
    with pytest.raises(KeyboardInterrupt):
        run_here([note_stage(fussy)], given, tmp_path)
    again = run_here([note_stage(fussy)], notes(30), tmp_path)
    assert [shard.reused for shard in again.stages[0].shards] == [True, False, False]


def test_rejections_of_a_killed_attempt_do_not_outlive_it(tmp_path: Path) -> None:
    first = run_here([note_stage(fussy)], texts("L1", "fail"), tmp_path)
    shard = first.stages[0].shards[0]
    clean = run_here([note_stage(fussy)], texts("L1"), tmp_path).stages[0].shards[0]
    # As a kill between the two commits leaves it.
    clean.rejected_path.write_bytes(shard.rejected_path.read_bytes())
    clean.path.unlink()
    assert run_here([note_stage(fussy)], texts("L1"), tmp_path).rejected == 0
    assert not clean.rejected_path.exists()


def test_a_kill_between_the_two_commits_loses_no_rejection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("spinemed.engine.outcomes.write_rows", killed)
    path = tmp_path / "shard.parquet"
    with pytest.raises(KeyboardInterrupt):
        commit(path, "source", [Outcome(rejected=(Rejected(what="n1", reason="unsound"),))], Note)
    assert not path.exists()
    assert [one.what for one in read_records(rejected_beside(path), Rejected)] == ["n1"]


class Counted:
    """Counts how many of the records that it hands out are alive."""

    def __init__(self) -> None:
        self.alive = 0
        self.most = 0

    def records(self, count: int) -> Iterator[Note]:
        for note in notes(count):
            self.alive += 1
            self.most = max(self.most, self.alive)
            weakref.finalize(note, self._gone)
            yield note
            del note

    def _gone(self) -> None:
        self.alive -= 1


def test_inputs_are_taken_one_at_a_time(tmp_path: Path) -> None:
    counted = Counted()
    run_here([note_stage(upper)], counted.records(500), tmp_path, shard_size=100)
    assert counted.most <= 3


def test_a_barrier_streams(tmp_path: Path) -> None:
    shards = [shard.path for shard in write_inputs(notes(40), Note, tmp_path, 10)]
    read: list[int] = []
    results = run_barrier(REPEATS, shards, tmp_path, shard_size=10, on_read=lambda: read.append(1))
    assert next(results).records == 10
    assert len(read) <= 1
    assert [result.records for result in results] == [10, 10, 10]
    assert len(read) == 4


def test_the_closing_table_has_a_line_a_stage(tmp_path: Path) -> None:
    summary = run_here([note_stage(fussy), WORDS], texts("L1", "fail"), tmp_path)
    page = StringIO()
    Console(file=page, width=80).print(summary.table())
    lines = [line.split() for line in page.getvalue().splitlines()]
    assert [line[:-1] for line in lines if line[:1] in (["input"], ["step"], ["words"])] == [
        ["input", "1", "0", "2", "2", "0"],
        ["step", "1", "1", "0", "2", "1", "1"],
        ["words", "1", "1", "0", "1", "1", "0"],
    ]


def test_a_record_without_id_is_named_by_its_place(tmp_path: Path) -> None:
    stage = Stage("nameless", "1", Nameless, Nameless, always_fails)
    [one] = rejected(run_here([stage], [Nameless(value=1)], tmp_path))
    assert one.what == f"{one.where.shard}:0" if one.where else False
