"""Puts the shared Hypothesis strategies (`tests/strategies.py`) where the tests of this folder import them."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
