"""Promises: `spinemed facts` answers every line it can read with the facts it states, and names every line it cannot."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from spinemed.cli import main

KEYS = "finding anatomy levels region side zone grade quantity value unit certainty start end text".split()


def test_json_lines_in_and_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = {
        "a": "L4-5: severe left foraminal stenosis. MRI of the cervical spine: no fracture.",
        "病历2": "腰5/骶1椎间盘轻度膨出，椎管前后径约8mm",
        "c": "Nothing.",
    }
    file = tmp_path / "notes.jsonl"
    file.write_text("".join(json.dumps({"id": k, "text": t}) + "\n\n" for k, t in texts.items()), encoding="utf-8")
    assert main(["facts", "--json", str(file)]) == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [answer["id"] for answer in answers] == list(texts)
    first, fracture = answers[0]["facts"]
    assert list(first) == KEYS
    assert (first["finding"], first["anatomy"], first["levels"], first["region"]) == (
        "foraminal_stenosis",
        "segment",
        ["L4-L5"],
        None,
    )
    assert (first["side"], first["grade"]) == ("left", {"scale": "severity", "value": "severe"})
    assert (fracture["anatomy"], fracture["levels"], fracture["region"]) == ("region", [], "cervical")
    bulge, width = answers[1]["facts"]
    assert bulge["finding"] == "disc_bulge"
    assert (width["finding"], width["quantity"], width["value"], width["unit"]) == (None, "canal_ap", 8.0, "mm")
    assert answers[2]["facts"] == []
    for answer in answers:
        for fact in answer["facts"]:
            assert texts[answer["id"]][fact["start"] : fact["end"]] == fact["text"]


def test_plain_output_and_bad_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "notes.txt"
    file.write_text('No slip at L4-L5.\n{"id": 1}\n', encoding="utf-8")
    assert main(["facts", "--strict", str(file)]) == 1
    shown = capsys.readouterr()
    assert shown.out == '1\t0-16\tabsent\tspondylolisthesis\tL4-L5\t"No slip at L4-L5"\n'
    assert shown.err == 'spinemed facts: line 2: needs "text" as text\n'
