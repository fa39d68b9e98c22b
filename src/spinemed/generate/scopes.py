"""Scopes: a passage of a document with every fact it states, whole enough to ask about.

A passage is one block. What the same words would give when read alone, the block gives too, so that a check can read the facts
again from the passage an item shows.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spinemed.domain.assertion import Certainty, Laterality
from spinemed.domain.levels import Region
from spinemed.domain.names import Anatomy
from spinemed.domain.records import Block, Document, Fact, FactSheet, TextSpan
from spinemed.domain.taxonomy import Language
from spinemed.generate.phrasing import IN_LANGUAGE, SHOWN, what_is
from spinemed.language.passages import sentences
from spinemed.verify.identifiers import find_identifiers

SHORTEST, LONGEST = 25, 1800
SHORTEST_ZH = 8
LONGEST_QUOTE = 240
ASKED_OF = ("paragraph", "caption", "list")


@dataclass(frozen=True)
class Scope:
    """A passage, what sort of text it is (`what`, a key of the phrasing), and its facts with a finding or a measurement.

    Args:
        misread: facts that nothing is made of: those that contradict each other, of which one may yet be right, and denials of
            what is left ("no other slip"), which would deny the whole.
    """

    document: Document
    passage: TextSpan
    section: str | None
    facts: tuple[Fact, ...]
    procedures: tuple[Fact, ...]
    misread: tuple[Fact, ...] = ()

    def what(self, language: Language) -> str:
        """The passage in words: "imaging report", "figure caption in Chinese"."""
        written = IN_LANGUAGE[self.document.source.language or Language.EN][language]
        return written.format(what=what_is(self.document.source.kind, self.section)[language])

    def shown(self, language: Language) -> str:
        """The passage word for word, introduced by what it is."""
        what = self.what(language)
        return SHOWN[language].format(what=what[:1].upper() + what[1:], text=self.passage.quote)

    def quotes(self, fact: Fact) -> list[str]:
        """The words that state a fact, then those that name its level where they stand apart: whole sentences if short."""
        found = [self._sentence(span) for span in fact.evidence if isinstance(span, TextSpan)]
        return [q for n, q in enumerate(found) if not any(q in other for other in found[:n])]

    def _sentence(self, span: TextSpan) -> str:
        low, high = span.start - self.passage.start, span.end - self.passage.start
        text = self.passage.quote
        around = next(((a, b) for a, b in sentences(text) if a <= low and high <= b), (low, high))
        a, b = around if around[1] - around[0] <= LONGEST_QUOTE else (low, high)
        return text[a:b]

    def at(self, place: Anatomy) -> list[Fact]:
        """Facts about exactly this place."""
        return [fact for fact in self.facts if fact.anatomy == place]

    @property
    def places(self) -> list[Anatomy]:
        """Places that facts are about, each once, in the order of the text; an unstated place is none."""
        return list(dict.fromkeys(f.anatomy for f in self.facts if f.anatomy is not Region.UNSTATED))


def scopes(sheet: FactSheet, *, whole: bool = False) -> Iterator[Scope]:
    """The passages of a document that state facts, in order; one with an identifier of a person, or too long, is none.

    With `whole`, passages without a fact too.
    """
    document = sheet.content
    if not isinstance(document, Document):
        return
    stated = sorted(
        ((span.start, f) for f in sheet.facts if isinstance(span := f.evidence[0], TextSpan)), key=lambda placed: placed[0]
    )
    for block in document.blocks:
        if block.kind not in ASKED_OF or block.end - block.start > LONGEST:
            continue
        first, last = (bisect_left(stated, end, key=lambda placed: placed[0]) for end in (block.start, block.end))
        scope = _scope(document, block, [fact for _, fact in stated[first:last]])
        if scope is not None and (whole or scope.facts or scope.procedures):
            yield scope


_REST = re.compile(r"\b(?:other|elsewhere|remaining|remainder)\b|其余|其他|(?<!残)余(?=各|椎|节)", re.I)


def _of_the_rest(fact: Fact) -> bool:
    span = fact.evidence[0]
    return fact.certainty is Certainty.ABSENT and isinstance(span, TextSpan) and _REST.search(span.quote) is not None


def _scope(document: Document, block: Block, facts: Sequence[Fact]) -> Scope | None:
    passage = document.span(block.start, block.end)
    if not says_enough(passage.quote) or find_identifiers(passage.quote):
        return None
    inside = [f for f in facts if isinstance(f.evidence[0], TextSpan) and passage.holds(f.evidence[0])]
    misread = [f for f in inside if _of_the_rest(f) or any(_contradict(f, other) for other in inside)]
    inside = [f for f in inside if f not in misread]
    return Scope(
        document=document,
        passage=passage,
        section=block.section,
        facts=tuple(f for f in inside if f.finding is not None or f.quantity is not None),
        procedures=tuple(f for f in inside if f.procedure is not None),
        misread=tuple(misread),
    )


def says_enough(text: str) -> bool:
    """True for a passage long enough to be asked about; fewer characters say as much in Chinese."""
    return len(text) >= (SHORTEST_ZH if _HAN.search(text) else SHORTEST)


_HAN = re.compile(r"[\u4e00-\u9fff]")


def _contradict(a: Fact, b: Fact) -> bool:
    """The same thing at the same place said to be there and not to be there: one of the two was misread, so neither is used."""
    opposed = {a.certainty, b.certainty} == {Certainty.PRESENT, Certainty.ABSENT}
    sided = a.laterality is b.laterality or Laterality.NOT_STATED in (a.laterality, b.laterality)
    return opposed and a.finding is b.finding and a.finding is not None and a.anatomy == b.anatomy and sided
