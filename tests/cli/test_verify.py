"""Promises: `spinemed verify` judges every line of a file, names the broken ones without their text, and goes on after them."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from spinemed.cli import main
from spinemed.domain.records import Message
from spinemed.verify import CHECKS
from strategies import A_SOURCE, an_item

SECRET = "Zebulon Quincey"
GOOD = an_item(
    messages=(Message(role="user", content="Where?"), Message(role="assistant", content="“At L4-L5.”")),
    context=({"source": A_SOURCE.id, "start": 0, "end": 9, "quote": "At L4-L5."},),
).to_json()
SPOILT = json.dumps(json.loads(GOOD) | {"messages": [{"role": "user", "content": f"<image> {SECRET}"}] * 2})
BROKEN = {
    "half a line": GOOD[: len(GOOD) // 2].encode(),
    "another encoding": GOOD.replace("Where?", f"{SECRET} 腰椎").encode("gbk", errors="replace"),
    "an unknown field": json.dumps(json.loads(GOOD) | {"patient": SECRET}).encode(),
    "a wrong value": json.dumps(json.loads(GOOD) | {"task": SECRET}).encode(),
    "a missing field": json.dumps({"id": "item-7", "task": "mcq"}).encode(),
    "a list": json.dumps([SECRET]).encode(),
    "a number": b"7",
    "brackets without end": b"[" * 100_000,
}


def file_of(folder: Path, *lines: str | bytes) -> str:
    path = folder / "items.jsonl"
    path.write_bytes(b"\n".join(line if isinstance(line, bytes) else line.encode() for line in lines))
    return str(path)


def test_good_and_spoilt_items(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", file_of(tmp_path, GOOD, "", SPOILT, "  ", GOOD)]) == 0
    shown = capsys.readouterr()
    (line,) = shown.out.splitlines()
    key, check, reason = line.split("\t")
    assert key == json.loads(SPOILT)["id"]
    assert check in {check.__name__ for check in CHECKS}
    assert reason
    assert shown.err == "2 items pass every check, 1 do not\n"


def test_json_has_every_check_of_every_item(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", "--json", file_of(tmp_path, GOOD, SPOILT)]) == 0
    shown = capsys.readouterr()
    good, spoilt = (json.loads(line) for line in shown.out.splitlines())
    for answer, ok in ((good, True), (spoilt, False)):
        assert list(answer) == ["id", "ok", "checks"]
        assert answer["ok"] is ok
        assert [check["name"] for check in answer["checks"]] == [check.__name__ for check in CHECKS]
        for check in answer["checks"]:
            assert list(check) == ["name", "verdict", "reason"]
            assert check["verdict"] in ("pass", "fail", "not_applicable")
            assert bool(check["reason"]) is (check["verdict"] == "fail")
    assert shown.err == ""


@pytest.mark.parametrize("line", BROKEN.values(), ids=BROKEN)
def test_a_broken_line_spoils_itself_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str], line: bytes) -> None:
    assert main(["verify", "--json", file_of(tmp_path, GOOD, line, GOOD)]) == 0
    shown = capsys.readouterr()
    first, broken, last = (json.loads(answer) for answer in shown.out.splitlines())
    assert first["ok"] is last["ok"] is True
    assert broken["ok"] is False
    assert [(check["name"], check["verdict"]) for check in broken["checks"]] == [("record", "fail")]
    assert broken["checks"][0]["reason"]
    assert broken["id"] in (2, "item-7", json.loads(GOOD)["id"])
    for word in (SECRET, "Zebulon", "Where?"):
        assert word not in shown.out + shown.err


def test_reasons_hold_no_text_of_an_item(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", file_of(tmp_path, SPOILT, *BROKEN.values())]) == 0
    shown = capsys.readouterr()
    assert len(shown.out.splitlines()) == 1 + len(BROKEN)
    assert "Zebulon" not in shown.out + shown.err


@pytest.mark.parametrize(("lines", "code"), [([GOOD], 0), ([GOOD, SPOILT], 1), ([b"{"], 1), ([], 0)])
def test_strict_is_for_scripts(tmp_path: Path, lines: list[str | bytes], code: int) -> None:
    file = file_of(tmp_path, *lines)
    assert main(["verify", file]) == 0
    assert main(["verify", "--strict", file]) == code


def test_an_empty_file_has_no_items(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", file_of(tmp_path)]) == 0
    shown = capsys.readouterr()
    assert (shown.out, shown.err) == ("", "0 items pass every check, 0 do not\n")


def test_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(GOOD.encode())))
    assert main(["verify", "-"]) == 0
    assert capsys.readouterr().err == "1 items pass every check, 0 do not\n"


@pytest.mark.parametrize("missing", [True, False])
def test_what_cannot_be_read_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str], missing: bool) -> None:
    file = tmp_path / "nowhere.jsonl" if missing else tmp_path
    assert main(["verify", str(file)]) != 0
    shown = capsys.readouterr()
    assert shown.out == ""
    assert f"{file}: cannot be read" in shown.err
    assert len(shown.err.splitlines()) == 1
