"""Facts of a document: what each block states, the levels it names, the procedures of plans, the answers of question banks.

A block is read alone, so that whoever is shown the block can read the same facts in it.
"""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import ValidationError

from spinemed.domain.assertion import Certainty, Numbering
from spinemed.domain.levels import Region
from spinemed.domain.names import Anatomy
from spinemed.domain.procedures import Procedure
from spinemed.domain.records import Block, Document, Fact, TextSpan, variants_of
from spinemed.language.facts import TextFact, find_facts
from spinemed.language.levels import find_mentions
from spinemed.language.procedures import find_procedures
from spinemed.verify import BANK_KEY

STATING = ("paragraph", "caption", "list")
PLANNING = ("plan", "operation_note")


def text_facts(document: Document) -> Iterator[Fact]:
    """Level mentions of the whole text; findings, signs and measurements of each block; procedures of plans; keys of banks."""
    yield from _mentions(document)
    of_spine = document.source.kind == "case" or any(True for _ in find_mentions(document.text[:20000]))
    banked = any(block.kind == "question" for block in document.blocks)
    for block in document.blocks:
        if block.kind in STATING and not banked:
            yield from _stated(document, block, of_spine=of_spine)
        if block.section in PLANNING and block.kind in STATING:
            yield from _procedures(document, block)
        if block.kind == "answer":
            span = document.span(block.start, block.end)
            yield _fact(Region.UNSTATED, span, method=BANK_KEY)


def _mentions(document: Document) -> Iterator[Fact]:
    for mention in find_mentions(document.text):
        for anatomy in mention.anatomy:
            yield _fact(anatomy, document.span(mention.start, mention.end), method="level_mention")


def _procedures(document: Document, block: Block) -> Iterator[Fact]:
    for found in find_procedures(document.text[block.start : block.end]):
        span = document.span(block.start + found.start, block.start + found.end)
        for anatomy in dict.fromkeys(found.anatomy):
            yield _fact(anatomy, span, method="procedure_mention", procedure=found.procedure)


def _fact(anatomy: Anatomy, span: TextSpan, *, method: str, procedure: Procedure | None = None) -> Fact:
    return Fact(
        anatomy=anatomy,
        procedure=procedure,
        certainty=Certainty.PRESENT,
        evidence=(span,),
        method=method,
        numbering=Numbering.AS_WRITTEN,
        variants=variants_of(anatomy),
    )


def _stated(document: Document, block: Block, *, of_spine: bool) -> Iterator[Fact]:
    said: set[tuple[object, ...]] = set()
    for found in find_facts(document.text[block.start : block.end], of_spine=of_spine):
        fact = _record(document, block, found)
        # The same thing said again in the block proves no more than the first time.
        if fact is not None and (key := (*fact.claim, fact.quantity, fact.zone)) not in said:
            said.add(key)
            yield fact


def _record(document: Document, block: Block, found: TextFact) -> Fact | None:
    """The record of a text fact; None where the finding cannot lie there (a disc in a bone), so that the reading is in doubt."""
    spans = [(found.start, found.end), *([found.place] if found.place else [])]
    try:
        return Fact(
            anatomy=found.anatomy,
            finding=found.finding,
            grade=found.grade,
            quantity=found.quantity.value if found.quantity else None,
            value=found.value,
            unit=found.unit,
            laterality=found.side,
            zone=found.zone,
            certainty=found.certainty,
            evidence=tuple(document.span(block.start + start, block.start + end) for start, end in spans),
            method="text_fact",
            numbering=Numbering.AS_WRITTEN,
            variants=variants_of(found.anatomy),
        )
    except ValidationError:
        return None
