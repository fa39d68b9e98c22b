"""Puts the shared Hypothesis strategies (`tests/strategies.py`) where the tests of this folder import them."""

from __future__ import annotations

import sys
from pathlib import Path

from hypothesis import settings

sys.path.insert(0, str(Path(__file__).parents[1]))

# A busy machine must not fail a test for the time one example took.
settings.register_profile("spinemed", deadline=None)
settings.load_profile("spinemed")
