"""Promises: a build file that cannot be used is refused with exit status 2 and one line that names the file and the key."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus import SOURCES, write_build
from spinemed.cli import main
from spinemed.dataset import USUAL
from spinemed.domain.taxonomy import Language
from spinemed.pipelines import read_config

DATASET = '[dataset]\nname = "shelf"\ntitle = "A shelf"\n'
SOURCE = f"[[source]]\n{SOURCES['notes']}\n"


def without(text: str, key: str) -> str:
    return "".join(line for line in text.splitlines(keepends=True) if not line.startswith(f"{key} ="))


def with_line(text: str, line: str) -> str:
    return without(text, line.partition(" =")[0]) + line + "\n"


FAULTS = {
    "unknown key of the dataset": (
        with_line(DATASET, 'colour = "red"') + SOURCE,
        "dataset.colour: ",
    ),
    "unknown key of a source": (DATASET + with_line(SOURCE, "page = 3"), "source.0.notes.page: "),
    "unknown section": (f"{DATASET}{SOURCE}[model]\nname = 'x'\n", "model: "),
    "a key of ours": (f"folder = '/'\n{DATASET}{SOURCE}", "unknown key 'folder'"),
    "no dataset": (SOURCE, "dataset: "),
    "no source": (DATASET, "source: "),
    "an empty list of sources": (f"source = []\n{DATASET}", "source: "),
    "no title": (without(DATASET, "title") + SOURCE, "dataset.title: "),
    "blank title": (with_line(DATASET, 'title = "  "') + SOURCE, "dataset.title: "),
    "no name": (DATASET + without(SOURCE, "name"), "source.0.notes.name: "),
    "no licence": (DATASET + without(SOURCE, "licence"), "source.0.notes.licence: "),
    "blank licence": (DATASET + with_line(SOURCE, 'licence = " "'), "source.0.notes.licence: "),
    "no kind": (DATASET + without(SOURCE, "kind"), "source.0: "),
    "another kind": (DATASET + with_line(SOURCE, 'kind = "scrolls"'), "source.0: "),
    "a name that is a path": (with_line(DATASET, 'name = "../x"') + SOURCE, "dataset.name: "),
    "a seed in words": (with_line(DATASET, 'seed = "seven"') + SOURCE, "dataset.seed: "),
    "an unknown language": (with_line(DATASET, 'languages = ["fr"]') + SOURCE, "dataset.languages.0: "),
    "no language": (with_line(DATASET, "languages = []") + SOURCE, "dataset.languages: "),
    "shares that do not add up": (with_line(DATASET, "split = { train = 0.8, test = 0.3 }") + SOURCE, "dataset.split: "),
    "a split of no such name": (with_line(DATASET, "split = { training = 1.0 }") + SOURCE, "dataset.split.training: "),
    "a language twice": (with_line(DATASET, 'languages = ["en", "en"]') + SOURCE, "dataset.languages: "),
    "two sources of one name": (DATASET + SOURCE + SOURCE, "source.name: two sources are called notes; give each its own"),
    "a column of no known part": (
        DATASET + with_line(with_line(SOURCE, 'kind = "questions"'), 'columns = { stam = "frage" }'),
        "source.0.questions.columns: Value error, 'stam' is no part of a question; known are id, stem, options, ",
    ),
    "broken TOML": (DATASET + "title = \n" + SOURCE, "cannot be read as TOML: "),
    "a key twice": (DATASET + 'title = "B"\n' + SOURCE, "cannot be read as TOML: "),
}


@pytest.mark.parametrize("case", FAULTS)
def test_a_fault_is_one_line_that_names_file_and_key(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, case: str
) -> None:
    text, expected = FAULTS[case]
    monkeypatch.chdir(tmp_path)
    Path("shelf.toml").write_text(text, encoding="utf-8")
    assert main(["build", "shelf.toml"]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith(f"spinemed build: shelf.toml: {expected}")
    assert shown.err.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["shelf.toml"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (None, "no such build file; `spinemed demo` shows one at work"),
        (DATASET.replace("A shelf", "书架").encode("gbk"), "cannot be read as TOML: 'utf-8' codec can't decode byte"),
        (b"\x89PNG\r\n\x1a\n", "cannot be read as TOML: "),
    ],
    ids=["missing", "gbk", "picture"],
)
def test_a_file_that_is_no_build_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], data: bytes | None, expected: str
) -> None:
    path = tmp_path / "shelf.toml"
    if data is not None:
        path.write_bytes(data)
    assert main(["build", str(path)]) == 2
    shown = capsys.readouterr().err
    assert shown.startswith(f"spinemed build: {path}: {expected}")
    assert shown.count("\n") == 1


def test_a_good_file_is_read_with_its_defaults_and_its_own_folder(tmp_path: Path) -> None:
    path = write_build(tmp_path)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    config = read_config(path)
    assert config.dataset.split == USUAL
    assert (config.dataset.name, config.dataset.seed, config.dataset.version) == ("shelf", 7, "0.1.0")
    assert config.dataset.languages == (Language.EN, Language.ZH)
    assert [source.kind for source in config.source] == ["captions", "notes", "spider"]
    assert config.path(config.source[0]) == tmp_path / "captions.csv"
