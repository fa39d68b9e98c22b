"""Promises: a run's folder is private, belongs to one process at a time, and its log holds counts only."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from engine_samples import Note, note_stage, upper

from spinemed.engine import RunFolder
from spinemed.errors import ConfigError, EngineError

_HOLD = """
import sys
from spinemed.engine import RunFolder
with RunFolder(sys.argv[1]):
    print("held", flush=True)
    input()
"""


def test_only_its_owner_may_look_inside(tmp_path: Path) -> None:
    with RunFolder(tmp_path / "a" / "run") as folder:
        made = [folder.path, folder.input_folder(Note), folder.stage_folder(note_stage(upper))]
        assert [path.stat().st_mode & 0o777 for path in made] == [0o700] * 3


def test_an_empty_folder_is_closed_to_others(tmp_path: Path) -> None:
    (tmp_path / "run").mkdir(mode=0o755)
    with RunFolder(tmp_path / "run") as folder:
        assert folder.path.stat().st_mode & 0o777 == 0o700


def test_a_private_folder_with_other_files_may_become_one(tmp_path: Path) -> None:
    (tmp_path / "run").mkdir(mode=0o700)
    (tmp_path / "run" / "ledger.db").touch()
    with RunFolder(tmp_path / "run"):
        pass


def test_a_shared_folder_with_other_files_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home").chmod(0o755)
    (tmp_path / "home" / "letter.txt").touch()
    with pytest.raises(ConfigError, match="open to other users"), RunFolder(tmp_path / "home"):
        pass
    assert (tmp_path / "home").stat().st_mode & 0o777 == 0o755


def test_a_file_in_its_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "run").touch()
    with pytest.raises(ConfigError, match="a file is in its place"), RunFolder(tmp_path / "run"):
        pass


def test_a_second_run_is_refused_by_pid_and_a_dead_one_is_taken_over(tmp_path: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(tmp_path / "run")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    with pytest.raises(EngineError, match=f"process {holder.pid} works there"), RunFolder(tmp_path / "run"):
        pass
    holder.kill()
    holder.communicate()
    with RunFolder(tmp_path / "run") as folder:
        assert (folder.path / "run.lock").read_text() == f"{os.getpid()}\n"


def test_one_process_cannot_enter_twice_but_again(tmp_path: Path) -> None:
    with RunFolder(tmp_path), pytest.raises(EngineError, match=str(os.getpid())), RunFolder(tmp_path):
        pass
    with RunFolder(tmp_path):
        pass


def test_half_written_files_of_a_killed_run_are_removed(tmp_path: Path) -> None:
    with RunFolder(tmp_path) as folder:
        leftover = folder.input_folder(Note) / ".abc.parquet.77.tmp"
        leftover.touch()
    with RunFolder(tmp_path):
        assert not leftover.exists()


def test_the_log_is_one_json_line_an_event(tmp_path: Path) -> None:
    with RunFolder(tmp_path) as folder:
        folder.log("shard", stage="words", records=3)
        folder.log("run finished")
    lines = [json.loads(line) for line in (tmp_path / "run.jsonl").read_text().splitlines()]
    assert [line.pop("time")[10] for line in lines] == ["T", "T"]
    assert lines == [{"event": "shard", "stage": "words", "records": 3}, {"event": "run finished"}]
