"""Promises: what `spinemed demo` and `spinemed build` print can be read by people and by programs, and is true."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from corpus import SOURCES, hashes, write_build, write_captions, write_shelf
from spinemed.cli import main
from spinemed.pipelines import BuildResult


def test_a_second_demo_has_the_same_bytes_and_prints_one_json_line(tmp_path: Path, demo_build: BuildResult) -> None:
    out = tmp_path / "demo"
    command = [sys.executable, "-m", "spinemed", "demo", "--out", str(out), "--json", "--strict", "--workers", "1"]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)
    assert ran.returncode == 1, ran.stderr
    assert ran.stderr == ""
    said = json.loads(ran.stdout)
    assert (said["out"], said["private"]) == (str(out), f"{out}.private")
    assert said["items"] == demo_build.statistics.items
    # What the checks reject changes with them; what the sources bring does not.
    assert [one for one in said["rejected"] if one["stage"] in ("read", "extract")] == [
        {
            "stage": "extract",
            "reason": "SPIDER patient 152: a disc 0 lies below disc 1, so no level follows from counting; no item is made",
            "records": 1,
        },
        {
            "stage": "extract",
            "reason": "SPIDER patient 32: disc 2 is graded Pfirrmann 1, of normal height, and narrowed: "
            "the gradings contradict each other; no item is made",
            "records": 1,
        },
        {
            "stage": "read",
            "reason": "patient 64: 7 discs graded, 6 discs in overview.csv: the count is in doubt",
            "records": 1,
        },
    ]
    assert ran.stdout.count("\n") == 1
    assert hashes(out) == hashes(demo_build.out)


def test_build_shows_stages_reasons_and_where_to_look(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = write_shelf(tmp_path / "shelf")
    (tmp_path / "shelf" / "spider" / "t2" / "7.png").write_bytes(b"")
    out = tmp_path / "a rather long name of a folder, so that a narrow terminal would break it" / "out"
    command = ["build", str(file), "--out", str(out), "--workers", "1", "--quiet"]
    assert main(command) == 0
    shown = capsys.readouterr().out
    assert all(stage in shown for stage in ("input", "read", "extract", "generate", "verify"))
    assert "records left out" in shown
    assert "7.png: broken, truncated or no PNG" in shown
    assert "2 pictures" in shown
    assert f"dataset   {out}\n" in shown
    assert f"look at   {out}/report.html\n" in shown
    assert f"private   {out}.private " in shown
    assert main([*command, "--strict"]) == 1


def test_strict_without_a_rejection_ends_with_0(tmp_path: Path) -> None:
    row = ("c1", "https://example.org/1", "CC-BY-4.0", "The arrow points at the L3 vertebra in this radiograph of the spine.")
    write_captions(tmp_path, [row])
    file = write_build(tmp_path, "captions")
    assert main(["build", str(file), "--out", str(tmp_path / "out"), "--workers", "1", "--quiet", "--strict"]) == 0


def test_out_is_by_default_the_name_of_the_dataset_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_shelf(tmp_path / "in")
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert main(["build", "../in/shelf.toml", "--workers", "1", "--quiet"]) == 0
    assert sorted(os.listdir()) == ["shelf", "shelf.private"]  # noqa: PTH208 - the working folder itself is asked


def test_a_private_folder_inside_out_is_said_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = write_shelf(tmp_path / "shelf")
    out = tmp_path / "out"
    assert main(["build", str(file), "--out", str(out), "--private", str(out / "run")]) == 2
    expected = (
        f"spinemed build: --private {out / 'run'}: lies inside the dataset folder, which is meant to be published; name another\n"
    )
    assert capsys.readouterr().err == expected
    assert not out.exists()


def test_local_only_sources_need_internal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_captions(tmp_path)
    file = write_build(tmp_path, SOURCES["captions"] + "\nlocal_only = true")
    command = ["build", str(file), "--out", str(tmp_path / "out"), "--workers", "1", "--quiet"]
    assert main(command) == 2
    assert "source figures is local_only" in capsys.readouterr().err
    assert main([*command, "--internal"]) == 0


def test_a_fault_of_our_own_is_said_loudly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise NameError("a mistake of ours")

    monkeypatch.setattr("spinemed.extract.texts.find_mentions", broken)
    file = write_shelf(tmp_path)
    assert main(["build", str(file), "--out", str(tmp_path / "out"), "--workers", "1", "--quiet"]) == 0
    said = capsys.readouterr()
    assert "failed by a fault of SpineMed itself" in said.err
    assert "NameError at texts.py:" in said.out
    assert "a mistake of ours" not in said.out + said.err
