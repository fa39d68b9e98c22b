"""Licences and identifiers as articles state them."""

from __future__ import annotations

import re

from spinemed.errors import SourceError

_CC = re.compile(r"creativecommons\.org/licenses/(?P<kind>by(?:-nc)?(?:-nd|-sa)?)/(?P<version>\d\.\d)", re.I)
_CC0 = re.compile(r"creativecommons\.org/publicdomain/zero/1\.0", re.I)
_PMC = re.compile(r"\bPMC\d+\b")
_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"<>]+")
LONGEST = 300


def spdx(statement: str) -> str | None:
    """The SPDX id of the Creative Commons licence that a statement links to first, else its own words, cut; None if blank."""
    licence = _CC.search(statement)
    if licence:
        return f"CC-{licence['kind'].upper()}-{licence['version']}"
    if _CC0.search(statement):
        return "CC0-1.0"
    return " ".join(statement.split())[:LONGEST] or None


def article_of(origin: str) -> str | None:
    """The article that an origin names, the same for every way to write it: its PMC id, else its DOI."""
    pmc = _PMC.search(origin)
    if pmc:
        return pmc[0]
    doi = _DOI.search(origin)
    return doi[0].rstrip(".,;)").lower() if doi else None


def stated_or(stated: str | None, given: str | None, name: str) -> str:
    """The licence that a file states, else the one that the build file gives.

    Raises:
        SourceError: neither does.
    """
    licence = stated or given
    if not licence:
        raise SourceError(f"{name}: states no licence; give `licence` in the build file")
    return licence
