"""Promises: on the open labelled texts and cases the finder keeps the precision and recall the documentation tells."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[3]


def scorer() -> ModuleType:
    """The benchmark as a module."""
    spec = importlib.util.spec_from_file_location("facts_benchmark", ROOT / "benchmarks" / "facts.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


FLOORS = {
    "open English": (0.96, 0.95),
    "open Chinese": (0.98, 0.97),
    "third English": (0.93, 0.91),
    "third Chinese": (0.93, 0.91),
    "fourth English": (0.88, 0.84),
    "fourth Chinese": (0.92, 0.88),
    "English cases": (0.88, 0.82),
    "Chinese cases": (0.91, 0.90),
}


@pytest.mark.parametrize("name", FLOORS)
def test_precision_and_recall_do_not_sink(name: str) -> None:
    module = scorer()
    score = module.score(module.OPEN[name])
    precision, recall = FLOORS[name]
    assert score.precision >= precision, score.line()
    assert score.recall >= recall, score.line()
