"""A fact in one line, so that a test shows what a sentence states as one would say it."""

from __future__ import annotations

from spinemed.domain.levels import Region
from spinemed.domain.names import levels_of
from spinemed.language.facts import TextFact


def told(fact: TextFact) -> str:
    """What, grade, place, side, zone, certainty; the plain ones left out."""
    what = fact.finding.value if fact.finding else f"{fact.quantity} {fact.value:g} {fact.unit}"
    place = "" if fact.anatomy is Region.UNSTATED else ",".join(levels_of(fact.anatomy))
    side = "" if fact.side == "not_stated" else fact.side.value
    certainty = "" if fact.certainty == "present" else fact.certainty.value
    return " ".join(part for part in (what, str(fact.grade or ""), place, side, fact.zone or "", certainty) if part)
