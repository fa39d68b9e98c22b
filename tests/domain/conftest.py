"""Hypothesis settings for the tests of this folder."""

from __future__ import annotations

from hypothesis import settings

# A busy machine must not fail a test for the time one example took.
settings.register_profile("spinemed", deadline=None)
settings.load_profile("spinemed")
