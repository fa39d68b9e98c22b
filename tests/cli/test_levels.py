"""Promises: `spinemed levels` answers every line it can read, names every line it cannot, and works in a pipe."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from spinemed.cli import main

LEVELS = [sys.executable, "-m", "spinemed", "levels"]
NO_JSON = 'begins like JSON and is none; write {"id": ..., "text": ...} or plain text'


def piped(*arguments: str, stdin: bytes) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*LEVELS, *arguments], input=stdin, capture_output=True, timeout=60, check=False)


def test_json_lines_in_and_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = {
        "n1": "L4-5 protrusion, T2 bright, touching the L5 nerve root",
        "病历2": "腰4/5椎间盘突出，颈3至颈6退变",
        "n3": "Nothing.",
    }
    file = tmp_path / "notes.jsonl"
    file.write_text("".join(json.dumps({"id": k, "text": t, "more": 1}) + "\n\n" for k, t in texts.items()), encoding="utf-8")
    assert main(["levels", "--json", str(file)]) == 0
    shown = capsys.readouterr()
    assert shown.err == ""
    answers = [json.loads(line) for line in shown.out.splitlines()]
    assert [answer["id"] for answer in answers] == list(texts)
    assert [[(m["kind"], m["levels"]) for m in answer["mentions"]] for answer in answers] == [
        [("segment", ["L4-L5"]), ("root", ["L5"])],
        [("segment", ["L4-L5"]), ("range", ["C3", "C4", "C5", "C6"])],
        [],
    ]
    for answer in answers:
        assert list(answer) == ["id", "mentions"]
        for m in answer["mentions"]:
            assert list(m) == ["start", "end", "text", "kind", "levels"]
            assert texts[answer["id"]][m["start"] : m["end"]] == m["text"]
    assert "病历2" in shown.out


def test_plain_text_has_its_line_number_as_id(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "notes.txt"
    file.write_bytes("\ufeffFracture of L1.\r\n\r\n腰5/骶1椎间盘突出\n".encode())
    assert main(["levels", str(file)]) == 0
    assert capsys.readouterr().out.splitlines() == ['1\t12-14\tvertebra\tL1\t"L1"', '3\t0-5\tsegment\tL5-S1\t"腰5/骶1"']
    assert main(["levels", "--json", str(file)]) == 0
    assert [json.loads(line)["id"] for line in capsys.readouterr().out.splitlines()] == [1, 3]


def test_a_number_or_nothing_as_id(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "notes.jsonl"
    file.write_text('{"id": 7, "text": "L4"}\n{"text": "L4"}\n', encoding="utf-8")
    assert main(["levels", "--json", str(file)]) == 0
    assert [json.loads(line)["id"] for line in capsys.readouterr().out.splitlines()] == [7, 2]


BAD = {
    '{"id": "n2", "text": "Zebulon, L4': NO_JSON,
    '{"a":' * 100_000: NO_JSON,
    '{"id": "\\ud83d", "text": "L4 fracture"}': NO_JSON,
    '{"id": "n2", "text": 4}': 'needs "text" as text',
    '{"id": "n2", "note": "Zebulon"}': 'needs "text" as text',
}


@pytest.mark.parametrize("line", BAD, ids=["half a line", "deep nesting", "half a surrogate pair", "number as text", "no text"])
def test_a_bad_line_is_named_and_the_others_are_answered(tmp_path: Path, capsys: pytest.CaptureFixture[str], line: str) -> None:
    file = tmp_path / "notes.jsonl"
    file.write_text(f'{{"id": "n1", "text": "L4 fracture"}}\n{line}\n{{"id": "n3", "text": "L5 fracture"}}\n', encoding="utf-8")
    assert main(["levels", "--json", str(file)]) == 0
    shown = capsys.readouterr()
    assert [json.loads(answer)["id"] for answer in shown.out.splitlines()] == ["n1", "n3"]
    assert shown.err == f"spinemed levels: line 2: {BAD[line]}\n"
    assert main(["levels", "--json", "--strict", str(file)]) == 1


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (None, "cannot be read (No such file or directory)"),
        ("赵钱孙，腰4/5".encode("gbk"), "not UTF-8 (invalid continuation byte); convert it, for example with iconv"),
        ("Fracture of L1.\nZebulon é L4".encode("latin-1"), "not UTF-8 ("),
    ],
    ids=["missing", "gbk", "latin-1"],
)
def test_a_file_that_cannot_be_read_ends_with_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], data: bytes | None, reason: str
) -> None:
    file = tmp_path / "notes.txt"
    if data is not None:
        file.write_bytes(data)
    assert main(["levels", "--json", str(file)]) == 2
    error = capsys.readouterr().err
    assert error.startswith(f"spinemed levels: {file}: {reason}")
    assert error.count("\n") == 1
    assert main(["levels", str(tmp_path)]) == 2


def test_an_empty_file_has_no_answer(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty").touch()
    assert main(["levels", "--json", "--strict", str(tmp_path / "empty")]) == 0
    assert capsys.readouterr() == ("", "")


def test_standard_input_is_the_default() -> None:
    for arguments in ((), ("-",)):
        ran = piped("--json", *arguments, stdin="腰4/5椎间盘突出\n".encode())
        assert (ran.returncode, ran.stderr) == (0, b"")
        assert json.loads(ran.stdout)["mentions"][0]["levels"] == ["L4-L5"]
    bad = piped("--json", stdin="腰4/5".encode("gbk"))
    assert (bad.returncode, bad.stdout) == (2, b"")
    assert bad.stderr.startswith(b"spinemed levels: -: not UTF-8")


def test_a_plain_terminal_setting_does_not_spoil_chinese() -> None:
    environment = {**os.environ, "LC_ALL": "C", "LANG": "C"}
    environment.pop("PYTHONUTF8", None)
    ran = subprocess.run(
        [*LEVELS, "--json"], input="腰4/5突出".encode(), capture_output=True, timeout=60, check=True, env=environment
    )
    assert json.loads(ran.stdout.decode())["mentions"][0]["text"] == "腰4/5"


@pytest.mark.parametrize("lines", [1, 20_000])
def test_a_reader_that_leaves_is_no_error(tmp_path: Path, lines: int) -> None:
    """Both where all output fits a buffer, and where writing meets the closed pipe."""
    (tmp_path / "notes.txt").write_text("L4-5 protrusion.\n" * lines)
    buffered = {key: value for key, value in os.environ.items() if key != "PYTHONUNBUFFERED"}
    process = subprocess.Popen(
        [*LEVELS, "--json", str(tmp_path / "notes.txt")], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=buffered
    )
    assert process.stdout is not None
    assert process.stderr is not None
    if lines > 1:
        assert json.loads(process.stdout.readline())["id"] == 1
    process.stdout.close()
    error = process.stderr.read()
    assert (process.wait(timeout=60), error) == (0, b"")
