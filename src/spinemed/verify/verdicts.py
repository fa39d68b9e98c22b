"""Verdicts of checks, with a reason where one failed."""

from __future__ import annotations

from spinemed.domain.records import Check, Verdict


def check(name: str, passed: bool, reason: str) -> Check:
    """A passed check, or a failed one with its reason."""
    return Check(name=name, verdict=Verdict.PASS if passed else Verdict.FAIL, reason="" if passed else reason)


def not_applicable(name: str) -> Check:
    """The verdict of a check that has nothing to look at in this item."""
    return Check(name=name, verdict=Verdict.NOT_APPLICABLE, reason="")
