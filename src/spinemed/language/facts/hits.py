"""The words of findings in a sentence: every rule that matches, less what is only a part of another finding's name."""

from __future__ import annotations

import re
from typing import NamedTuple

from spinemed.domain.findings import Finding
from spinemed.language.facts.reading import Reading, Term
from spinemed.language.facts.rules import Rule


class Hit(NamedTuple):
    """A match of a rule; `tail` is the end of the noun it shares with a list."""

    start: int
    end: int
    finding: Finding
    rule: Rule
    tail: int


def find_terms(reading: Reading) -> list[Term]:
    """The findings of a sentence in reading order."""
    found = list(_matches(reading))
    nouns = {hit.tail for hit in found if hit.tail > hit.end}
    # The noun of a list belongs to its members: in "foraminal and canal stenosis" there is no third stenosis.
    found = [h for h in found if h.tail > h.end or h.end not in nouns or h.finding is not Finding.CANAL_STENOSIS]
    found.sort(key=lambda h: (h.start - h.end, h.rule.certainty is None))
    kept: list[Hit] = []
    for hit in found:
        if not any(_hides(longer, hit) for longer in kept):
            kept.append(hit)
    kept.sort(key=lambda h: (h.start, h.end))
    return [Term(h.start, h.end, h.finding, h.rule, tail=h.tail) for h in _side_by_side(reading.text, kept)]


def _matches(reading: Reading) -> list[Hit]:
    found: list[Hit] = []
    for rule in reading.tongue.tried(reading.low):
        has_noun = "noun" in rule.pattern.groupindex
        for m in rule.pattern.finditer(reading.text):
            tail = m.end("noun") if has_noun and m["noun"] else m.end()
            if m.end() > m.start():
                found.extend(Hit(m.start(), m.end(), finding, rule, tail) for finding in rule.findings)
    return found


def _hides(kept: Hit, hit: Hit) -> bool:
    """True where a longer match makes a shorter one inside it a part of its name."""
    if not (kept.start < hit.end and hit.start < kept.end):
        return False
    if kept.rule is hit.rule or kept.finding is hit.finding:
        return kept.finding is hit.finding
    if hit.finding is Finding.CANAL_STENOSIS and kept.finding in (Finding.FORAMINAL_STENOSIS, Finding.SUBARTICULAR_STENOSIS):
        return kept.start <= hit.start and hit.end <= kept.end  # "left foramen: moderate stenosis" is one
    inside = kept.start <= hit.start and hit.end <= kept.end
    return inside and not (kept.rule.loose or hit.rule.loose)


_PARTS = re.compile(r"[,;:./、]|\b(?:and|or|at|of)\b")


def _side_by_side(text: str, hits: list[Hit]) -> list[Hit]:
    """Words of one finding side by side ("Modic type 2 endplate changes") are one."""
    merged: list[Hit] = []
    for hit in hits:
        last = merged[-1] if merged else None
        if (
            last
            and last.finding is hit.finding
            and 0 <= hit.start - last.end <= 12
            and not _PARTS.search(text[last.end : hit.start])
        ):
            merged[-1] = last._replace(end=hit.end, tail=max(hit.tail, last.tail))
        else:
            merged.append(hit)
    return merged
