"""Promises: the rooms import downwards only, a room nobody has listed is noticed, and every public name is there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from pkgutil import walk_packages

import pytest

import spinemed

LINT = Path(sys.executable).with_name("lint-imports")
ROOMS = sorted(m.name for m in walk_packages(spinemed.__path__, "spinemed.") if m.name != "spinemed.__main__")


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """The import contract on a copy of the source."""
    environment = {**os.environ, "PYTHONPATH": str(folder / "src")}
    return subprocess.run(
        [LINT, "--no-cache"], cwd=folder, env=environment, capture_output=True, text=True, timeout=120, check=False
    )


@pytest.fixture
def house(tmp_path: Path, root: Path) -> Path:
    """A copy of the source to plant something in."""
    ignored = shutil.ignore_patterns("__pycache__", "examples")
    shutil.copytree(root / "src" / "spinemed", tmp_path / "src" / "spinemed", ignore=ignored)
    shutil.copy(root / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_rooms_keep_the_contract(house: Path) -> None:
    ran = lint(house)
    assert ran.returncode == 0, ran.stdout


PLANTED = {
    "a concept that uses a stage": ("domain/levels.py", "from spinemed.generate import construct"),
    "a stage that uses another stage": ("extract/facts.py", "import spinemed.read.tables"),
    "an instrument that uses a stage": ("verify/checks.py", "from spinemed.dataset import write_dataset"),
    "a stage that uses a pipeline, inside a function": ("read/tables.py", "def f():\n    from spinemed.pipelines import build"),
    "a room in no layer": ("helpers/__init__.py", '"""Whatever."""'),
    "a module in no layer": ("utils.py", '"""Whatever."""'),
}


@pytest.mark.parametrize("case", PLANTED)
def test_a_planted_violation_is_noticed(house: Path, case: str) -> None:
    place, code = PLANTED[case]
    path = house / "src" / "spinemed" / place
    path.parent.mkdir(exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write(f"\n\n{code}\n")
    ran = lint(house)
    assert ran.returncode != 0
    assert "four layers, downwards only BROKEN" in ran.stdout


def test_the_version_is_that_of_the_installed_package() -> None:
    assert spinemed.__version__ == version("spinemed")


@pytest.mark.parametrize("name", ROOMS)
def test_every_module_imports_and_says_what_it_is_for(name: str) -> None:
    module = import_module(name)
    is_namespace_only = Path(str(module.__file__)).read_text(encoding="utf-8") == ""
    assert is_namespace_only or module.__doc__


@pytest.mark.parametrize("name", [name for name in ROOMS if hasattr(import_module(name), "__all__")])
def test_every_public_name_is_there_once(name: str) -> None:
    module = import_module(name)
    public = list(module.__all__)
    assert len(set(public)) == len(public)
    assert [one for one in public if not hasattr(module, one)] == []


@pytest.mark.parametrize("name", [name for name in ROOMS if name.count(".") == 1])
def test_every_room_lists_its_public_names(name: str) -> None:
    module = import_module(name)
    if hasattr(module, "__path__") and module.__doc__:
        assert module.__all__
