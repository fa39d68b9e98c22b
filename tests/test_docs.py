"""Promises that the documentation is true: commands, options, fields, codecs and links exist, and the examples do what they show.

Blocks that are run, page by page and from top to bottom, in an empty folder:

- `python run`: executed; a `text` block right after it is what it prints.
- `console run`: each line that begins with `$ ` is a command; the other lines are what it prints.
- `csv file=NAME` and the like: written to NAME.

Before comparing, versions and times, the path of the folder and the space between columns are made equal on both sides.
"""

import argparse
import contextlib
import csv
import io
import os
import re
import subprocess
import sys
import tomllib
import types
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from spinemed.cli.main import COMMANDS, main, parser
from spinemed.domain import records
from spinemed.domain.codecs import CODECS
from spinemed.domain.findings import FINDINGS
from spinemed.domain.procedures import Procedure
from spinemed.domain.quantities import QUANTITIES
from spinemed.domain.records import Part
from spinemed.generate.construct import ALL_STEMS
from spinemed.pipelines import config
from spinemed.verify import CHECKS

ROOT = Path(__file__).parents[1]
PAGES = sorted(
    [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "src").rglob("*.md"), *(ROOT / "tests").rglob("*.md")]
)
PAGES = [page for page in PAGES if "templates" not in page.parts]
WRITTEN = [*PAGES, ROOT / "NOTICE", ROOT / "CITATION.cff"]
REFERENCE = ROOT / "docs" / "reference"

_FENCE = re.compile(r"^```(?P<info>[^\n`]+)\n(?P<body>.*?)^```$", re.M | re.S)
_MACHINE = re.compile(
    r"(?<![\w.])/(?:work|tmp|root|home|opt|Users)\b|\.\./shared|pypi\.org|pythonhosted|index-url|/simple/|localhost|127\.0\.0\.1"
)
_LINK = re.compile(r"!?\[[^\]\n]*\]\((?P<target>[^)\s]+)\)")
_CODE = re.compile(r"`([^`]+)`")


class Block(NamedTuple):
    """A fenced block: its language, what is to be done with it, and its text."""

    language: str
    task: str
    body: str


def read(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def blocks(page: Path) -> list[Block]:
    found = []
    for match in _FENCE.finditer(read(page)):
        language, _, task = match["info"].partition(" ")
        found.append(Block(language, task, match["body"]))
    return found


def section(page: Path, heading: str) -> str:
    """The text under a heading, up to the next one of its level or above."""
    depth = len(heading) - len(heading.lstrip("#"))
    rest = read(page).split(f"\n{heading}\n", 1)
    assert len(rest) == 2, f"{name(page)} has no section {heading!r}"
    return re.split(rf"^#{{1,{depth}}} ", rest[1], maxsplit=1, flags=re.M)[0]


def rows(text: str) -> list[list[str]]:
    """Cells of every table row, without headings and rules."""
    tables = re.findall(r"^\|.*\n\|[-:| ]+\|\n((?:\|.*\n?)+)", text, flags=re.M)
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for body in tables for line in body.splitlines()]


def named(text: str) -> set[str]:
    """What stands in code marks in the first column of the tables."""
    return {word for row in rows(text) for word in _CODE.findall(row[0])}


def alike(text: str, folder: Path | None = None) -> list[str]:
    """The lines, with versions, times, the path of the folder and the space between columns made equal."""
    for path in (folder, folder and folder.resolve()):
        text = text.replace(str(path), "…") if path else text
    return [
        " ".join(line.split())
        for line in re.sub(r"\b(?:\d+(?:\.\w+)+|[0-9a-f]{8}\b(?:\.[\w+.]+)?)", "#", text).splitlines()
        if line.strip()
    ]


def run(command: str, folder: Path) -> str:
    """What a command prints: one of ours in this process, which saves its start, any other in a shell."""
    if command == "make demo":
        (recipe,) = re.findall(r"^demo:.*\n\t\$\(BIN\)/(.*)$", read(ROOT / "Makefile"), flags=re.M)
        return f".venv/bin/{recipe}\n{run(recipe, folder)}"
    if re.fullmatch(r"spinemed [\w. -]+", command):
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
            main(command.split()[1:])
        return printed.getvalue()
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(
        command, shell=True, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    return done.stdout


def shown(block: Block) -> Iterator[tuple[str, str]]:
    """Command and output of each line of a console block that begins with `$ `."""
    for part in re.split(r"^\$ ", block.body, flags=re.M)[1:]:
        command, _, output = part.partition("\n")
        yield re.sub(r"\s+#.*", "", command), output


# Pages with something to run.
RUN = [page for page in PAGES if any(block.task == "run" for block in blocks(page))]


@pytest.mark.parametrize("page", RUN, ids=name)
def test_examples_do_what_they_show(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("HF_HOME", str(tmp_path / "hf"))
    if "datasets" in sys.modules:
        monkeypatch.setattr("datasets.config.HF_DATASETS_CACHE", str(tmp_path / "hf"))
    # One core in sight, so that builds this small start no processes.
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0}, raising=False)
    # A module of its own, so that what an example defines can be found by name, as in a script.
    module = types.ModuleType("docs_page")
    monkeypatch.setitem(sys.modules, module.__name__, module)
    found = blocks(page)
    for block, after in zip(found, [*found[1:], Block("", "", "")], strict=True):
        if block.task.startswith("file="):
            Path(block.task[5:]).write_text(block.body, encoding="utf-8")
        elif (block.language, block.task) == ("python", "run"):
            expected = after.body if (after.language, after.task) == ("text", "") else ""
            assert alike(printed_by(block.body, module), tmp_path) == alike(expected), block.body
        elif (block.language, block.task) == ("console", "run"):
            for command, output in shown(block):
                assert alike(run(command, tmp_path), tmp_path) == alike(output), command


def printed_by(code: str, module: types.ModuleType) -> str:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code, module.__name__, "exec"), vars(module))
    return printed.getvalue()


def test_readme_shows_what_the_tutorial_runs() -> None:
    outputs = [
        alike(output)
        for page in (ROOT / "README.md", ROOT / "docs" / "tutorial" / "first-build.md")
        for block in blocks(page)
        for command, output in shown(block)
        if command == "make demo"
    ]
    assert len(outputs) == 2
    assert outputs[0] == outputs[1]


def test_readme_names_the_two_commands() -> None:
    text = _FENCE.sub("", read(ROOT / "README.md"))
    targets = set(re.findall(r"^([a-z]+):", read(ROOT / "Makefile"), flags=re.M))
    assert {"make demo", "make test"} <= set(_CODE.findall(text))
    asked = {
        target
        for page in PAGES
        for target in re.findall(r"\bmake (demo|test|check|format|bench|lint|clean|help|soak)\b", read(page))
    }
    assert asked <= targets


def test_readme_tree_is_the_tree() -> None:
    tree = next(block.body for block in blocks(ROOT / "README.md") if block.body.startswith("src/spinemed/"))
    inside = re.findall(r"^  (\w+)/", tree, flags=re.M)
    folders = {path.name for path in (ROOT / "src" / "spinemed").iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert sorted(inside) == sorted(folders)
    assert all((ROOT / folder).is_dir() for folder in re.findall(r"^(\w+)/", tree, flags=re.M))


def commands() -> dict[str, argparse.ArgumentParser]:
    (found,) = [action for action in parser()._actions if isinstance(action, argparse._SubParsersAction)]
    return dict(found.choices)


def test_the_commands_table_is_complete() -> None:
    assert [_CODE.findall(row[0])[0] for row in rows(section(REFERENCE / "commands.md", "## Commands"))] == [
        f"spinemed {command}" for command in commands()
    ]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_described(command: str) -> None:
    described = named(section(REFERENCE / "commands.md", f"## spinemed {command}").split("\n### ")[0])
    options = set()
    for action in commands()[command]._actions:
        if isinstance(action, argparse._HelpAction):
            continue
        words = [*action.option_strings, action.metavar] if action.nargs != 0 else action.option_strings
        options.add(" ".join(str(word) for word in words if word))
    assert described == options


def test_every_record_and_field_is_described() -> None:
    page = REFERENCE / "records.md"
    known = {key: value for key, value in vars(records).items() if isinstance(value, type) and issubclass(value, Part)}
    del known["Part"], known["Record"]
    assert set(re.findall(r"^### (\w+)$", read(page), flags=re.M)) == set(known)
    for record, model in known.items():
        assert named(section(page, f"### {record}")) == set(model.model_fields) - {"schema_version"}, record


def test_every_codec_is_described() -> None:
    page = REFERENCE / "codecs.md"
    described = {_CODE.findall(row[0])[0]: row for row in rows(section(page, "## Codecs"))}
    assert set(described) == set(CODECS)
    for codec in CODECS.values():
        row = described[codec.name]
        assert set(_CODE.findall(row[-1])) == {flag.value for flag in codec.flags}, codec.name
        assert _CODE.findall(row[-2]) == [codec.numbering.value], codec.name


def test_every_check_is_described_in_order() -> None:
    described = [_CODE.findall(row[0])[0] for row in rows(section(REFERENCE / "checks.md", "## Order"))]
    assert described == [check.__name__ for check in CHECKS]


def test_every_finding_sign_quantity_and_procedure_is_described() -> None:
    page = REFERENCE / "findings.md"
    assert named(section(page, "## Findings")) == {finding.value for finding, info in FINDINGS.items() if not info.sign}
    assert named(section(page, "## Signs")) == {finding.value for finding, info in FINDINGS.items() if info.sign}
    assert named(section(page, "## Quantities")) == {quantity.value for quantity in QUANTITIES}
    assert named(section(page, "## Procedures")) == {procedure.value for procedure in Procedure}
    alarming = {_CODE.findall(row[0])[0] for row in rows(section(page, "## Findings")) if "**R**" in row[-1]}
    assert alarming == {finding.value for finding, info in FINDINGS.items() if info.red_flag and not info.sign}


def test_every_kind_of_question_is_described() -> None:
    described = named(section(ROOT / "docs" / "explanation" / "construction.md", "## Kinds"))
    dialogues = {"consultation", "report", "picture_consultation", "picture_report"}
    assert described == set(ALL_STEMS) | dialogues


@pytest.mark.parametrize(
    ("heading", "model"),
    [
        ("## [dataset]", config.DatasetSection),
        ("### captions", config.CaptionsSource),
        ("### notes", config.NotesSource),
        ("### text", config.TextSource),
        ("### article", config.ArticleSource),
        ("### cnxml", config.CnxmlSource),
        ("### pdf", config.PdfSource),
        ("### questions", config.QuestionsSource),
        ("### cases", config.CasesSource),
        ("### spider", config.SpiderSource),
        ("### volume", config.VolumeSource),
    ],
)
def test_every_key_of_the_build_file_is_described(heading: str, model: type[config._Section]) -> None:
    described = named(section(REFERENCE / "build-file.md", heading))
    if heading.startswith("###"):
        described |= named(section(REFERENCE / "build-file.md", "### Keys of every source"))
    assert described == set(model.model_fields)


def test_relative_links_lead_somewhere() -> None:
    broken = []
    for page in PAGES:
        for match in _LINK.finditer(_FENCE.sub("", read(page))):
            target, _, anchor = match["target"].partition("#")
            if re.match(r"\w+:", target):
                continue
            file = (page.parent / target) if target else page
            if not file.exists() or (anchor and anchor not in anchors(file)):
                broken.append(f"{name(page)}: {match['target']}")
    assert not broken


def anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", _FENCE.sub("", read(page)), flags=re.M)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", WRITTEN, ids=name)
def test_no_path_of_a_machine_and_no_registry(page: Path) -> None:
    assert [match[0] for match in _MACHINE.finditer(read(page))] == []


def test_notice_lists_every_caption() -> None:
    listed = dict(re.findall(r"^(ROCO_\d+) (https://\S+) CC BY$", read(ROOT / "NOTICE"), flags=re.M))
    with (ROOT / "src/spinemed/examples/roco/captions.csv").open(encoding="utf-8", newline="") as table:
        shipped = {row["id"]: row["origin"] for row in csv.DictReader(table)}
    assert shipped.items() <= listed.items()
    files = [*(ROOT / "tests").rglob("*.txt"), *(ROOT / "tests").rglob("*.jsonl"), *(ROOT / "benchmarks").rglob("*.jsonl")]
    used = {key for file in files for key in re.findall(r"\bROCO_\d+\b", read(file))}
    assert used | set(shipped) == set(listed)


def test_the_version_is_the_same_everywhere() -> None:
    from spinemed import __version__

    assert re.findall(r"^version: (.+)$", read(ROOT / "CITATION.cff"), flags=re.M) == [__version__]
    assert re.findall(r"^## (\S+)", read(ROOT / "CHANGELOG.md"), flags=re.M)[0] == __version__
    with (ROOT / "src/spinemed/examples/demo.toml").open("rb") as file:
        assert tomllib.load(file)["dataset"]["name"] == "spinemed-demo"
