"""Promises: `spinemed read` shows what the readers make of any file of a known kind, as a summary or as JSON lines."""

from __future__ import annotations

import json
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from corpus import write_captions, write_notes, write_spider
from pdf_samples import pdf, picture_page, text_page
from spinemed.cli.main import main
from spinemed.domain.records import Material

EXAMPLES = {
    "cases/zh01.json": "case",
    "openstax/m46352/index.cnxml": "textbook",
    "openstax/vertebral_column_2col.pdf": "pdf",
    "articles/PMC4632522.xml": "article",
    "articles/trials-15-511.xml": "article",
    "medquad/spine_qa.jsonl": "question",
    "roco/captions.csv": "caption",
    "notes/obi_laminectomy.jsonl": "note",
    "ATTRIBUTION.md": "text",
}


@pytest.mark.parametrize("file", EXAMPLES)
def test_every_bundled_file_is_told_by_itself_and_reads_back(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    with as_file(files("spinemed") / "examples") as examples:
        assert main(["read", "--json", "--strict", str(examples / file)]) == 0
    lines = capsys.readouterr().out.splitlines()
    materials = [Material.from_json(line) for line in lines]
    assert {material.content.source.kind for material in materials} == {EXAMPLES[file]}


@pytest.mark.parametrize("file", EXAMPLES)
def test_blocks_follow_one_another_and_hold_all_words(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Between two blocks stands at most a label: "Figure 2. ", "B. ", or an empty line."""
    with as_file(files("spinemed") / "examples") as examples:
        main(["read", "--json", str(examples / file)])
    for line in capsys.readouterr().out.splitlines():
        document = json.loads(line)["content"]
        at = 0
        for block in document["blocks"]:
            assert at <= block["start"] < block["end"]
            assert len(document["text"][at : block["start"]].strip()) < 20
            assert document["text"][block["start"] : block["end"]].strip()
            at = block["end"]
        assert at == len(document["text"])
        ids = [block["id"] for block in document["blocks"]]
        assert len(set(ids)) == len(ids)
        assert {mention for figure in document["figures"] for mention in figure["mentions"]} <= set(ids)


def test_the_summary_names_blocks_pages_and_figures(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf([text_page([(50, 700, "A burst fracture of L1. " * 5)]), picture_page()]))
    assert main(["read", str(tmp_path / "a.pdf")]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "a:a.pdf  pdf in en, 119 characters: 1 paragraph",
        "  b0 paragraph p. 1: A burst fracture of L1. A burst fracture of L1. A burst fracture of L1. A burst…",
        "  without text: pages 2",
    ]
    (tmp_path / "a.cnxml").write_text(
        "<document><title>Discs</title><content><para>See <link target-id='f'/>.</para>"
        "<figure id='f'><caption>A disc.</caption></figure></content></document>",
        encoding="utf-8",
    )
    main(["read", str(tmp_path / "a.cnxml")])
    assert capsys.readouterr().out.splitlines()[-1] == "  f0 Figure 1, named in 1 blocks"


def test_studies_need_their_kind_and_are_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write_spider(tmp_path / "spider")
    assert main(["read", str(folder)]) == 2
    assert capsys.readouterr().err == "spinemed read: spider: a folder; say with --kind what it holds\n"
    assert main(["read", "--kind", "spider", str(folder)]) == 0
    assert capsys.readouterr().out.splitlines()[0] == "spider:7  study of spider-7: 1 pictures, 0 masks, 6 gradings"


def test_what_cannot_be_read_is_said_and_the_rest_is_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write_notes(tmp_path, [{"id": "n1", "text": "L4"}, "half a li"])
    assert main(["read", str(path)]) == 0
    shown = capsys.readouterr()
    assert shown.out.splitlines()[0] == "notes:n1  note in en, 2 characters: 1 paragraph"
    assert shown.err == "spinemed read: notes.jsonl line 2: no JSON\n"
    assert main(["read", "--strict", str(path)]) == 1


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.xml", b"<patient/>", "a.xml: of no kind that its ending or first line tells; say it with --kind"),
        ("a.xml", b"<patient>", "a.xml: broken or cut short: no well-formed XML at line 1"),
        ("a.csv", b"name,age\nZebulon,50\n", "a.csv: of no kind that its ending or first line tells; say it with --kind"),
        ("a.jsonl", b"{half\n", "a.jsonl: of no kind that its ending or first line tells; say it with --kind"),
        ("a.doc", b"Zebulon", "a.doc: of no kind that its ending or first line tells; say it with --kind"),
        ("a.pdf", b"Zebulon", "a.pdf: broken, cut short, without a page, or no PDF"),
        ("a.csv", None, "a.csv: no such file; check the path in the build file"),
    ],
)
def test_a_file_of_no_known_kind(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, data: bytes | None, reason: str
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    assert main(["read", str(tmp_path / name)]) == 2
    shown = capsys.readouterr()
    assert (shown.out, shown.err) == ("", f"spinemed read: {reason}\n")


def test_an_unknown_kind(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "--kind", "chapter", str(write_captions(tmp_path))]) == 2
    assert capsys.readouterr().err.startswith("spinemed read: --kind chapter: no such kind; known are captions, notes, ")
