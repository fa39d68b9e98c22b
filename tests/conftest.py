"""What every test may rely on: no network, and system programs that are installed or honestly reported as missing."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from spinemed.domain.records import Item
    from spinemed.pipelines import BuildResult

# Shared helpers (`corpus.py`, `strategies.py`) are imported by their names from any folder of tests.
sys.path.insert(0, str(Path(__file__).parent))

# Debian package of each system program a test may ask for with @pytest.mark.system("program").
PACKAGES = {"chromium": "chromium"}


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Installs a marked test's program by apt under CI or as root; elsewhere leaves the test out and says so at the end."""
    for marker in item.iter_markers("system"):
        program = marker.args[0]
        if shutil.which(program):
            continue
        if os.environ.get("CI") == "true" or os.geteuid() == 0:
            _install(program)
            if not shutil.which(program):
                pytest.fail(f"{program} could not be installed: run `apt-get install {PACKAGES[program]}`", pytrace=False)
        else:
            pytest.skip(f"NOT RUN: needs {program}, install with `apt-get install {PACKAGES[program]}`")


def _install(program: str) -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", PACKAGES[program]]):
        subprocess.run(command, env=environment, capture_output=True, timeout=300, check=False)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The line that says what was not run, also when tests run in several processes."""
    missing = {
        program: [r for r in terminalreporter.stats.get("skipped", []) if f"needs {program}," in str(r.longrepr)]
        for program in PACKAGES
    }
    for program, reports in missing.items():
        if reports:
            terminalreporter.write_line(f"NOT RUN: {len(reports)} tests, install with apt-get install {PACKAGES[program]}")


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reaches another machine: a connection to any address but this one fails at once."""
    connect = socket.socket.connect

    def local_only(self: socket.socket, address: object) -> None:
        host = address[0] if isinstance(address, tuple) else "127.0.0.1"
        if host not in ("127.0.0.1", "::1", "localhost"):
            raise AssertionError(f"a test tried to reach {host}")
        connect(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", local_only)


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return Path(__file__).parents[1]


@pytest.fixture(scope="session")
def demo_build(tmp_path_factory: pytest.TempPathFactory) -> BuildResult:
    """The demo dataset, built once for all tests of a process; nobody writes into it."""
    from spinemed.pipelines import demo

    return demo(tmp_path_factory.mktemp("demo") / "demo-out", workers=1, progress=False)


@pytest.fixture(scope="session")
def demo_items(demo_build: BuildResult) -> tuple[Item, ...]:
    """Every item of the demo dataset."""
    from spinemed.domain.records import Item

    with (demo_build.out / "items.jsonl").open(encoding="utf-8") as lines:
        return tuple(Item.from_json(line) for line in lines)
