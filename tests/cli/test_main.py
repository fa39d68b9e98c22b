"""Promises: the command answers at once, says what is wrong in one line, and its exit status can be relied on."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from importlib.metadata import version
from pathlib import Path

import pytest

from corpus import write_shelf
from spinemed.cli import main

HEAVY = ("torch", "pyarrow", "pydantic", "PIL", "jinja2", "rich", "datasets", "numpy", "nibabel")
COMMANDS = ("demo", "build", "levels")


def run(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "spinemed", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, **options)  # type: ignore[call-overload] - options are those of run


def test_help_answers_in_less_than_half_a_second() -> None:
    seconds = []
    for _ in range(5):
        started = time.monotonic()
        answer = run("--help")
        seconds.append(time.monotonic() - started)
        assert answer.returncode == 0
    assert min(seconds) < 0.5
    assert all(f"\n    {command} " in answer.stdout for command in COMMANDS)
    assert "does not replace a clinician" in answer.stdout


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], *[[command, "--help"] for command in COMMANDS]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import json, sys\n"
        "from spinemed.cli import main\n"
        "try:\n    main(sys.argv[1:])\n"
        "except SystemExit as end:\n    print('\\n' + json.dumps([end.code, sorted(m.partition('.')[0] for m in sys.modules)]))\n"
    )
    ran = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, timeout=60, check=True)
    status, modules = json.loads(ran.stdout.splitlines()[-1])
    assert status == 0
    assert [name for name in HEAVY if name in modules] == []


def test_finding_levels_loads_no_table_and_no_picture_library() -> None:
    code = "import sys; from spinemed.cli import main; main(['levels', '-']); print(*sys.modules, file=sys.stderr)"
    ran = subprocess.run([sys.executable, "-c", code], input="L4-5", capture_output=True, text=True, timeout=60, check=True)
    assert ran.stdout == '1\t0-4\tsegment\tL4-L5\t"L4-5"\n'
    assert not {"torch", "pyarrow", "PIL", "jinja2"} & set(ran.stderr.split())


def test_the_version_is_that_of_the_package() -> None:
    assert run("--version").stdout == f"spinemed {version('spinemed')}\n"


@pytest.mark.parametrize("arguments", [[], ["nonsense"], ["build"], ["demo", "--workers", "two"], ["levels", "--no-such-option"]])
def test_wrong_usage_ends_with_2_and_says_how_to_use_it(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(arguments)
    assert end.value.code == 2
    assert capsys.readouterr().err.startswith("usage: spinemed")


def test_an_option_out_of_range_ends_with_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo", "--out", str(tmp_path / "out"), "--workers", "-1", "--quiet"]) == 2
    shown = capsys.readouterr()
    assert (shown.out, shown.err.count("\n")) == ("", 1)
    assert shown.err.startswith("spinemed demo: ")
    assert "workers=-1" in shown.err


def test_a_folder_that_cannot_be_made_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").touch()
    for out in ("/proc/nowhere/out", str(tmp_path / "file" / "out")):
        assert main(["demo", "--out", out, "--quiet"]) == 2
        shown = capsys.readouterr()
        assert (shown.out, shown.err.count("\n")) == ("", 1)
        assert shown.err.startswith("spinemed demo: ")
        assert out.rpartition("/")[0] in shown.err


def test_a_second_run_in_the_same_private_folder_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from spinemed.engine import RunFolder

    file = write_shelf(tmp_path / "shelf")
    with RunFolder(tmp_path / "out.private" / "run"):
        assert main(["build", str(file), "--out", str(tmp_path / "out"), "--quiet", "--workers", "1"]) == 2
    assert "works there; wait for it, or give another folder" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
