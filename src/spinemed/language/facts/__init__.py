"""Facts that English and Chinese texts state: findings, signs and measurements with place, side, grade and certainty."""

from spinemed.language.facts.engine import find_facts
from spinemed.language.facts.fact import TextFact

__all__ = ["TextFact", "find_facts"]
