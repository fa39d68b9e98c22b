"""Promises: a stage is declared once, and what would change its output changes where that output lies."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from engine_samples import Finding, Note, note_stage, split_words, twice, upper
from pydantic import BaseModel

import spinemed.engine
from spinemed.engine import Resources, Stage, code_version
from spinemed.errors import ConfigError, RecordError


class Longer(Note):
    language: str = "en"


class Unstorable(BaseModel):
    values: dict[str, int]


def test_every_public_name_is_there_once() -> None:
    names = spinemed.engine.__all__
    assert all(hasattr(spinemed.engine, name) for name in names)
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("other", [{"version": "2"}, {"name": "other"}, {"record_out": Longer}])
def test_a_changed_stage_has_another_fingerprint(other: dict[str, str]) -> None:
    stage = note_stage(upper)
    assert replace(stage, **other).fingerprint != stage.fingerprint


def test_resources_do_not_change_what_a_stage_makes() -> None:
    stage = note_stage(upper)
    assert replace(stage, resources=Resources(cpus=2)).fingerprint == stage.fingerprint


@pytest.mark.parametrize("name", ["", "Draft", "../draft", "a b", "1st"])
def test_a_name_that_is_no_folder_name_is_refused(name: str) -> None:
    with pytest.raises(ConfigError, match="stage name"):
        note_stage(upper, name)


def test_a_stage_without_version_is_refused() -> None:
    with pytest.raises(ConfigError, match="no version"):
        note_stage(upper, version="")


def test_a_stage_whose_records_cannot_be_stored_is_refused_when_declared() -> None:
    with pytest.raises(RecordError, match=r"Unstorable\.values"):
        Stage("bad", "1", Note, Unstorable, lambda note: None)


@pytest.mark.parametrize("amounts", [{"cpus": 0}, {"gpus": -1}, {"memory_mb": 0}])
def test_impossible_resources_are_refused(amounts: dict[str, int]) -> None:
    with pytest.raises(ConfigError, match="positive"):
        Resources(**amounts)


@pytest.mark.parametrize(
    ("stages", "message"),
    [
        ([], "no stages"),
        ([note_stage(upper), note_stage(upper)], "a name of its own"),
        ([note_stage(upper, "input")], "none 'input'"),
        ([note_stage(upper), Stage("twice", "1", Finding, Finding, twice)], "step writes Note, but twice reads Finding"),
        ([note_stage(lambda note: note)], "top of a module"),
    ],
)
def test_stages_that_cannot_run_are_refused_before_anything_runs(
    tmp_path: Path, stages: list[Stage[Note, Note]], message: str
) -> None:
    with pytest.raises(ConfigError, match=message):
        spinemed.engine.run(stages, [], tmp_path / "run")
    assert not (tmp_path / "run").exists()


@pytest.mark.parametrize("numbers", [{"workers": -1}, {"shard_size": 0}])
def test_impossible_numbers_are_refused(tmp_path: Path, numbers: dict[str, int]) -> None:
    with pytest.raises(ConfigError, match="negative"):
        spinemed.engine.run([Stage("words", "1", Note, Finding, split_words)], [], tmp_path / "run", **numbers)


def test_code_has_a_version_that_every_edit_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "edited"
    (package / "prompts").mkdir(parents=True)
    (package / "__init__.py").write_text("x = 1\n")
    (package / "prompts" / "draft.md").write_text("Ask.\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    first = code_version("edited")
    for edited in (package / "__init__.py", package / "prompts" / "draft.md"):
        edited.write_text(edited.read_text() + "# more\n")
        code_version.cache_clear()
        assert code_version("edited") != first
    assert code_version("spinemed.engine", "spinemed.domain") == code_version("spinemed.engine", "spinemed.domain")
