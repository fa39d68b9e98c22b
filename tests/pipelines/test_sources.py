"""Promises: every kind of source of a build file is read by a build, with its credit and licence in the items, and a broken file
among them is set aside while the rest is built."""

from __future__ import annotations

import json
import shutil
from importlib.resources import as_file, files
from pathlib import Path
from typing import get_args

import pytest

from corpus import SOURCES, write_build, write_captions, write_notes, write_spider
from pdf_samples import ENCRYPTED, pdf, text_page
from spinemed.domain.records import Item
from spinemed.engine import rejected
from spinemed.pipelines import BuildResult, build, read_config
from spinemed.read import SourceKind

TEXT = "The scan shows a disc extrusion at L{n}-L{m}, which is why the patient was sent to us in the first place."
FILES: dict[str, tuple[str, str]] = {
    "text": ("texts", 'licence = "MIT"'),
    "article": ("articles", 'licence = "CC0-1.0"'),
    "cnxml": ("modules", 'licence = "CC-BY-4.0"'),
    "pdf": ("prints", 'licence = "CC-BY-4.0"\ngroup = "book"'),
    "questions": ("bank", 'licence = "CC-BY-4.0"\ncolumns = { stem = "frage" }'),
    "cases": ("cases", 'licence = "Apache-2.0"\nlanguage = "en"'),
}


def section(kind: str) -> str:
    path, keys = FILES[kind]
    return f'kind = "{kind}"\nname = "{kind}"\npath = "{path}"\ntitle = "The {kind}"\ncredit = "Those of {kind}"\n{keys}'


def fill(folder: Path) -> None:
    """A good and a broken file of every kind."""
    for path, _ in FILES.values():
        (folder / path).mkdir()
    said = {kind: TEXT.format(n=place % 4 + 1, m=place % 4 + 2) for place, kind in enumerate(FILES)}
    good: dict[str, str | bytes] = {
        "texts/a.md": f"# Notes\n\n{said['text']}\n",
        "articles/a.xml": f"<article><body><p>{said['article']}</p></body></article>",
        "modules/a.cnxml": f"<document><title>T</title><content><para>{said['cnxml']}</para></content></document>",
        "prints/a.pdf": pdf([text_page([(50, 700, said["pdf"][:70]), (50, 688, said["pdf"][70:].strip())])]),
        "bank/a.jsonl": json.dumps({"id": "q1", "frage": said["questions"], "answer": "So it is."}) + "\n[]\n",
        "cases/a.json": json.dumps({"id": "c", "sections": [{"name": "imaging_report", "text": said["cases"]}]}),
    }
    bad = {
        "texts/b.txt": b"\xff\xff",
        "articles/b.xml": b"<article>",
        "modules/b.cnxml": b"<article/>",
        "prints/b.pdf": pdf([text_page([(50, 700, "L4")])], trailer=ENCRYPTED),
        "cases/b.json": b"{",
    }
    for name, data in {**good, **bad}.items():
        (folder / name).write_bytes(data.encode() if isinstance(data, str) else data)
    write_captions(folder)
    write_notes(folder)
    write_spider(folder / "spider")


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> BuildResult:
    folder = tmp_path_factory.mktemp("sources")
    fill(folder)
    assert {*SOURCES, *FILES, "volume"} == set(get_args(SourceKind))  # volumes have tests of their own
    path = write_build(folder, *SOURCES, *map(section, FILES))
    return build(read_config(path), folder / "out", workers=1, progress=False)


@pytest.fixture(scope="module")
def items(result: BuildResult) -> list[Item]:
    lines = (result.out / "items.jsonl").read_text(encoding="utf-8").splitlines()
    return [Item.from_json(line) for line in lines]


def test_every_kind_gives_items_with_its_credit_and_licence(items: list[Item]) -> None:
    sources = {source.title: source for item in items for source in item.sources}
    licences = {"text": "MIT", "article": "CC0-1.0", "cases": "Apache-2.0"}
    for kind in FILES:
        source = sources[f"The {kind}"]
        assert (source.credit, source.licence) == (f"Those of {kind}", licences.get(kind, "CC-BY-4.0"))
    assert sources["The pdf"].group == "book"
    assert sources["The cases"].group == "c"


def test_broken_files_are_set_aside_one_line_each(result: BuildResult) -> None:
    assert sorted(r.reason for r in rejected(result.summary) if r.stage == "read") == [
        "a.jsonl line 2: no id",
        "b.cnxml: no CNXML module: its root is not <document> with <content> in it",
        "b.json: no JSON, or cut short",
        "b.pdf: encrypted; save it without a password",
        "b.txt: not UTF-8 at byte 0; convert it, for example with iconv",
        "b.xml: broken or cut short: no well-formed XML at line 1",
    ]


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    file = tmp_path / "texts" / "a.txt"
    path = write_build(tmp_path, section("text"))
    for n in (1, 3):
        file.write_text(TEXT.format(n=n, m=n + 1), encoding="utf-8")
        build(read_config(path), tmp_path / "out", workers=1, progress=False)
        items = [Item.from_json(line) for line in (tmp_path / "out" / "items.jsonl").read_text(encoding="utf-8").splitlines()]
        assert {item.levels for item in items} == {(f"L{n}-L{n + 1}",)}


def test_the_controls_give_no_item(tmp_path: Path) -> None:
    with as_file(files("spinemed") / "examples" / "articles") as folder:
        shutil.copytree(folder, tmp_path / "articles")
    result = build(read_config(write_build(tmp_path, section("article"))), tmp_path / "out", workers=1, progress=False)
    assert (result.statistics.items, result.rejected) == (0, 0)
