"""`spinemed demo`: the build on the corpus that comes with the package."""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path

from spinemed.pipelines.build import BuildResult, build
from spinemed.pipelines.config import read_config


def demo(out: Path, *, workers: int | None = None, progress: bool = True) -> BuildResult:
    """Build the demo dataset into `out`; no network, no model.

    Raises:
        ConfigError: `out` exists and is no dataset of ours.
    """
    with as_file(files("spinemed") / "examples") as examples:
        return build(read_config(examples / "demo.toml"), out, workers=workers, progress=progress)
