"""Fact, Passage -> Item."""

from spinemed.generate.construct import Construction, construct

__all__ = ["Construction", "construct"]
