"""Promises: a case file becomes a document with its sections word for word, and without the labels that it is measured by."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import pytest

from spinemed.domain.taxonomy import Language
from spinemed.read import Shelf, list_files

ReadAll = Callable[[Any], Any]
SHELF = Shelf(name="src", title="A shelf", licence="Apache-2.0")
CASE: dict[str, Any] = {
    "id": "c1",
    "language": "en",
    "synthetic": True,
    "title": "Quincey's title",
    "subfield": "spine",
    "sub_condition": "lumbar_disc_herniation",
    "sections": [
        {"name": "imaging_report", "text": "L4-5: disc extrusion.\nL5-S1: normal."},
        {"name": "ward_round", "text": "Better."},
    ],
}


def changed(**values: object) -> str:
    return json.dumps({**CASE, **values}, ensure_ascii=False)


def test_the_bundled_cases_are_read_word_for_word_and_nothing_else(read_all: ReadAll) -> None:
    with as_file(files("spinemed") / "examples" / "cases") as folder:
        reading = read_all(partial(list_files, folder, "case", SHELF))
        told = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in folder.glob("*.json")}
    assert reading.faults == []
    assert sorted(reading.good) == sorted(f"src:{name}" for name in told)
    for name, case in told.items():
        document = reading.good[f"src:{name}"].content
        source = document.source
        assert (source.kind, source.group, source.origin, source.synthetic) == ("case", case["id"], case["id"], True)
        assert source.language == case["language"]
        shown = [(b.section, document.text[b.start : b.end]) for b in document.blocks if b.kind == "paragraph"]
        assert shown == [(section["name"], section["text"]) for section in case["sections"]]
        headings = [document.text[b.start : b.end] for b in document.blocks if b.kind == "heading"]
        assert document.text == "\n\n".join(
            part for pair in zip(headings, (text for _, text in shown), strict=True) for part in pair
        )


def test_headings_are_in_the_language_of_the_case(tmp_path: Path, read_all: ReadAll) -> None:
    (tmp_path / "a.json").write_text(changed(), encoding="utf-8")
    (tmp_path / "b.json").write_text(changed(language="zh"), encoding="utf-8")
    (tmp_path / "c.facts.jsonl").write_text("{}\n", encoding="utf-8")
    reading = read_all(partial(list_files, tmp_path, "case", SHELF))
    headings = [[d.content.text[b.start : b.end] for b in d.content.blocks[::2]] for d in reading.good.values()]
    assert headings == [["Imaging report", "Ward round"], ["影像报告", "Ward round"]]
    for material in reading.good.values():
        assert "Quincey" not in material.content.text
        assert "herniation" not in material.to_json()


def test_what_the_file_does_not_say_the_shelf_or_the_script_says(tmp_path: Path, read_all: ReadAll) -> None:
    sections = [{"name": "history", "text": "患者腰痛三年，伴左下肢放射痛。"}]
    (tmp_path / "a.json").write_text(json.dumps({"id": "c", "sections": sections}), encoding="utf-8")
    (source,) = [m.content.source for m in read_all(partial(list_files, tmp_path, "case", SHELF)).good.values()]
    assert (source.language, source.synthetic) == (Language.ZH, False)
    invented = SHELF.model_copy(update={"synthetic": True})
    (source,) = [m.content.source for m in read_all(partial(list_files, tmp_path, "case", invented)).good.values()]
    assert source.synthetic


BAD = {
    "half a file": (changed()[:60], "no JSON, or cut short"),
    "a list": ("[]", "record: Input should be a valid dictionary or instance of _CaseFile"),
    "deep nesting": ("[" * 200_000, "no JSON, or cut short"),
    "no id": (json.dumps({"sections": CASE["sections"]}), "id: Field required"),
    "no section": (changed(sections=[]), "holds no text"),
    "a number as text": (changed(sections=[{"name": "plan", "text": 7}]), "sections.0.text: Input should be a valid string"),
    "a name that is none": (
        changed(sections=[{"name": "Zebulon's plan", "text": "L4"}]),
        "sections.0.name: String should match pattern '^[a-z][a-z_]*$'",
    ),
    "one section twice": (changed(sections=CASE["sections"] * 2), "two sections have one name"),
    "no text": (changed(sections=[{"name": "plan", "text": " "}]), "holds no text"),
    "another language": (changed(language="xx"), "language: Input should be 'en' or 'zh'"),
    "half a surrogate pair": (
        changed(sections=[{"name": "plan", "text": "Zebulon"}]).replace("Zebulon", "\\ud83d"),
        "holds half of a surrogate pair, which is no text",
    ),
    "gbk": (changed(title="赵钱孙").encode("gbk"), "not UTF-8 at byte 60; convert it, for example with iconv"),
}


@pytest.mark.parametrize("case", BAD)
def test_a_case_that_cannot_be_read_is_left_out_alone(tmp_path: Path, read_all: ReadAll, case: str) -> None:
    data, reason = BAD[case]
    for name in ("a.json", "c.json"):
        (tmp_path / name).write_text(changed(), encoding="utf-8")
    (tmp_path / "b.json").write_bytes(data if isinstance(data, bytes) else data.encode())
    reading = read_all(partial(list_files, tmp_path, "case", SHELF))
    assert list(reading.good) == ["src:a.json", "src:c.json"]
    assert reading.faults == [f"b.json: {reason}"]
