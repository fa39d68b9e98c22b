"""Facts against their evidence: what a fact takes from a text can be read there again; and all that is known of an item."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spinemed.domain.assertion import Laterality
from spinemed.domain.claims import Claim, claim_of
from spinemed.domain.records import Check, Fact, Item, TextSpan, content_id
from spinemed.language.levels import find_mentions
from spinemed.language.procedures import find_procedures
from spinemed.verify.reading import Reading, claim_read, facts_in
from spinemed.verify.verdicts import check, not_applicable

BANK_KEY = "bank_key"
"""Method of a fact whose evidence is the answer a question bank gives; its level is not said."""


def facts_untouched(reading: Reading) -> Check:
    """Every fact still has the id that its content gives it."""
    item = reading.item
    if not item.facts:
        return not_applicable("facts_untouched")
    return check(
        "facts_untouched",
        all(fact.id == content_id("fact", fact) for fact in item.facts),
        "a fact does not have the id of its content: it was changed after it was made",
    )


def facts_derived(reading: Reading) -> Check:
    """What a fact takes from a text can be read from that text again: same finding, place, side, grade, value and certainty."""
    item = reading.item
    quoted = [(fact, span) for fact in item.facts if isinstance(span := fact.evidence[0], TextSpan)]
    if not quoted:
        return not_applicable("facts_derived")
    for fact, span in quoted:
        shown = next((c for c in item.context if c.holds(span)), None)
        if shown is None:
            return check("facts_derived", False, "a fact rests on a text that the item does not hold")
        if not _is_derived(fact, shown, span):
            return check("facts_derived", False, "a fact says what its quoted text does not say")
    return check("facts_derived", True, "")


def _is_derived(fact: Fact, shown: TextSpan, span: TextSpan) -> bool:
    start, end = span.start - shown.start, span.end - shown.start
    if fact.method == BANK_KEY:
        return True
    if fact.procedure is not None:
        return any(
            p.procedure is fact.procedure and fact.anatomy in p.anatomy and p.start < end and start < p.end
            for p in find_procedures(shown.quote)
        )
    if fact.finding is None and fact.quantity is None:
        return any((m.start, m.end) == (start, end) and fact.anatomy in m.anatomy for m in find_mentions(shown.quote))
    said = claim_of(fact)
    return any(claim_read(f) == said and f.start < end and start < f.end for f in facts_in(shown.quote))


def known_claims(item: Item) -> tuple[Claim, ...]:
    """What the facts say and what else the passages shown say; left and right together are both sides."""
    known = [claim_of(fact) for fact in item.facts]
    known += [claim_read(fact) for span in item.context for fact in facts_in(span.quote)]
    return tuple(dict.fromkeys((*known, *both_sides(known))))


def both_sides(known: Sequence[Claim]) -> Iterator[Claim]:
    """What is on the left and on the right alike, as one claim of both sides."""
    for claim in known:
        if claim.side is Laterality.LEFT:
            for other in known:
                if other.side is Laterality.RIGHT and replace(other, side=claim.side, grade=None, zone=None) == replace(
                    claim, grade=None, zone=None
                ):
                    yield replace(claim, side=Laterality.BILATERAL, grade=claim.grade if claim.grade == other.grade else None)
