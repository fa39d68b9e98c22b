"""Text and facts -> orthopaedic subfield and spine sub-condition, by rules; unclassified wherever nothing decides.

Each finding that is present, and each name of a disorder that is meant, speaks for one class with a weight. The largest weight
leads; more of the same adds a little, so that what a text is mainly about leads over what it notes in passing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeVar

from spinemed.domain.assertion import Certainty
from spinemed.domain.findings import FINDINGS, Finding
from spinemed.domain.levels import Range, Region
from spinemed.domain.records import Block, Document, Fact, TextSpan
from spinemed.domain.scales import Grade, Scale
from spinemed.domain.taxonomy import SubCondition, Subfield
from spinemed.extract import class_words as words
from spinemed.extract.class_cues import UNLIKELY, UNSURE, meant, old, unlikely
from spinemed.extract.class_words import Where, Word
from spinemed.extract.texts import STATING, text_facts

_Target = SubCondition | Subfield
_Class = TypeVar("_Class", Subfield, SubCondition)

WEIGHTS: Mapping[SubCondition, float] = {
    SubCondition.CORD_INJURY: 4.6,
    SubCondition.INFECTION: 4.25,
    SubCondition.TUMOUR: 4.1,
    SubCondition.TRAUMA: 4.0,
    SubCondition.OSSIFICATION: 3.5,
    SubCondition.INFLAMMATORY_CONGENITAL: 3.25,
    SubCondition.SPONDYLOLISTHESIS: 3.0,
    SubCondition.SCOLIOSIS: 3.0,
    SubCondition.KYPHOSIS: 2.5,
    SubCondition.LUMBAR_DISC_HERNIATION: 2.5,
    SubCondition.LUMBAR_STENOSIS: 2.25,
    SubCondition.CERVICAL_DEGENERATIVE: 2.0,
    SubCondition.DISC_AND_ENDPLATE: 1.5,
}
"""What a finding of this default weighs: the more urgent and the more specific leads."""

LESSER: Mapping[Finding, float] = {
    Finding.DISC_BULGE: 1.0,
    Finding.DISC_PROTRUSION: 2.1,
    Finding.DISC_NARROWING: 1.25,
    Finding.OSTEOPHYTE: 1.0,
    Finding.THECAL_SAC_COMPRESSION: 0.5,
    Finding.NERVE_ROOT_COMPRESSION: 0.75,
    Finding.FACET_ARTHROPATHY: 0.75,
    Finding.FLAVUM_HYPERTROPHY: 1.0,
    Finding.RADICULOPATHY: 0.75,
    Finding.CAUDA_EQUINA_SYNDROME: 1.0,
    Finding.CORD_COMPRESSION: 0.0,
    Finding.CORD_SIGNAL_CHANGE: 0.0,
    Finding.MYELOMALACIA: 0.0,
    Finding.RETROLISTHESIS: 1.5,
    Finding.LORDOSIS_LOSS: 1.0,
    Finding.SAGITTAL_IMBALANCE: 3.25,
    Finding.SYRINX: 1.5,
    Finding.LSTV: 1.5,
    Finding.HAEMANGIOMA: 1.75,
}
"""Findings of many causes, and those that are mostly noted in passing: they support a class more than they make it."""

DECIDES = 1.2
"""The least score that decides anything."""
MORE, MOST_MORE = 0.15, 0.75
LONG = 8000
"""Characters from which a text is sorted paragraph by paragraph: an article names much that it is not about."""
LEAST_SHARE = 0.2
_OLD = 0.5

_REGIONAL = (SubCondition.LUMBAR_DISC_HERNIATION, SubCondition.LUMBAR_STENOSIS, SubCondition.DISC_AND_ENDPLATE)
_MILD: Mapping[Scale, tuple[str, ...]] = {
    Scale.SEVERITY: ("mild",),
    Scale.PFIRRMANN: ("I", "II"),
    Scale.SCHIZAS: ("A1", "A2", "A3", "A4"),
    Scale.LEE_FORAMINAL: ("1",),
    Scale.LEE_CENTRAL: ("1",),
    Scale.KIM: ("1",),
    Scale.KANG: ("1",),
}
_OF_ANY_BONE = (SubCondition.TRAUMA, SubCondition.TUMOUR, SubCondition.INFECTION)
_OF_LIMBS = (Subfield.JOINT, Subfield.TRAUMA, Subfield.SPORTS_MEDICINE, Subfield.HAND_AND_FOOT)
_CORD = (Finding.CORD_COMPRESSION, Finding.CAUDA_EQUINA_SYNDROME, Finding.THECAL_SAC_COMPRESSION)
_COMPRESSED = re.compile(
    r"(?:cord|cauda|thecal)[^.]{0,30}compress|compress\w+[^.]{0,30}(?:cord|cauda|thecal)|(?:脊髓|马尾)[^。]{0,6}受压", re.I
)
_SENTENCE = re.compile(r"(?<=[.;?!。；！？])(?=\s|[\u4e00-\u9fff])|\n")


@dataclass(frozen=True)
class Classified:
    """What a text is mainly about; the sub-condition is of the spine and unclassified outside it."""

    subfield: Subfield = Subfield.UNCLASSIFIED
    sub_condition: SubCondition = SubCondition.UNCLASSIFIED


def classify(text: str, facts: Sequence[Fact], *, start: int = 0) -> Classified:
    """The class that facts and words of a text decide.

    Args:
        text: the text, English or Chinese.
        facts: what it states, as `text_facts` reads it.
        start: where the text begins in the document that the evidence of the facts points into, in code points.
    """
    evidence = _Evidence(text, _sentences(text))
    for fact in facts:
        evidence.add_fact(fact, _span(fact, text, start))
    for word in (*words.SPINE_WORDS, *words.OTHER_WORDS):
        evidence.add_word(word)
    evidence.settle(facts)
    return evidence.decide()


def classify_document(document: Document, facts: Sequence[Fact]) -> Classified:
    """The class of a whole document: by its questions with their answers; where it is long, by its title or its paragraphs."""
    if any(block.kind == "question" for block in document.blocks):
        return _most(list(_banked(document)))
    if len(document.text) < LONG:
        return classify(document.text, facts)
    titles = [block for block in document.blocks[:1] if block.kind == "heading"]
    for block in titles:
        titled = classify(document.text[block.start : block.end], ())
        if titled.sub_condition is not SubCondition.UNCLASSIFIED:
            return titled
    return _most([_of_block(document, block, facts) for block in document.blocks if block.kind in STATING])


def _of_block(document: Document, block: Block, facts: Sequence[Fact]) -> Classified:
    inside = [f for f in facts if isinstance(f.evidence[0], TextSpan) and block.start <= f.evidence[0].start < block.end]
    return classify(document.text[block.start : block.end], inside, start=block.start)


def _banked(document: Document) -> Iterator[Classified]:
    """Each question with the answer that follows it; the options that are wrong say nothing of what it is about."""
    stem = ""
    for block in document.blocks:
        said = document.text[block.start : block.end]
        if block.kind == "question":
            stem = said
        elif block.kind == "answer" and stem:
            text = f"{stem}\n{said}"
            whole = Block(id="b0", kind="paragraph", start=0, end=len(text))
            yield classify(text, list(text_facts(document.model_copy(update={"text": text, "blocks": (whole,), "figures": ()}))))
            stem = ""


def _most(parts: Sequence[Classified]) -> Classified:
    """The most frequent subfield, where a fifth of the parts have it; of the spine the most frequent sub-condition, likewise."""
    subfield = _leading([part.subfield for part in parts], Subfield.UNCLASSIFIED)
    if subfield is not Subfield.SPINE:
        return Classified(subfield)
    of_spine = [part.sub_condition for part in parts if part.subfield is Subfield.SPINE]
    return Classified(subfield, _leading(of_spine, SubCondition.UNCLASSIFIED))


def _leading(values: Sequence[_Class], none: _Class) -> _Class:
    named = Counter(value for value in values if value is not none).most_common(1)
    return named[0][0] if named and named[0][1] >= LEAST_SHARE * len(values) else none


@dataclass
class _Evidence:
    """What speaks for each class in one text."""

    text: str
    sentences: Sequence[tuple[int, int]]
    votes: dict[_Target, list[float]] = field(default_factory=dict[_Target, list[float]])
    stated: list[tuple[int, int, Certainty]] = field(default_factory=list[tuple[int, int, Certainty]])

    def vote(self, target: _Target, weight: float) -> None:
        """One more voice; one of no weight is none."""
        if weight > 0:
            self.votes.setdefault(target, []).append(weight)

    def score(self, target: _Target) -> float:
        """The largest weight, and a little for each further voice."""
        votes = self.votes.get(target)
        return max(votes) + min(MORE * (len(votes) - 1), MOST_MORE) if votes else 0.0

    def add_fact(self, fact: Fact, span: tuple[int, int] | None) -> None:
        """A finding that is present, less so one that is doubtful, old or slight; what is absent or a relative's is none."""
        if span and self._of_a_limb(fact, span):
            return
        if span:
            self.stated.append((*span, fact.certainty))
        if fact.finding is None or fact.certainty not in (Certainty.PRESENT, Certainty.UNCERTAIN):
            return
        target, region = _default(fact.finding), _region(fact)
        weight = LESSER.get(fact.finding, WEIGHTS.get(target, 0.0))
        if fact.certainty is Certainty.UNCERTAIN:
            weight *= UNLIKELY if span and unlikely(self.text, span[1]) else UNSURE
        if span and old(self.text, *span):
            weight *= _OLD
        if fact.grade:
            weight *= _degree(fact.grade)
        if fact.finding in (Finding.RADICULOPATHY, Finding.NERVE_ROOT_COMPRESSION):
            target = SubCondition.LUMBAR_DISC_HERNIATION
        self.vote(_by_region(target, region or self.region(0, len(self.text))), weight)

    def _of_a_limb(self, fact: Fact, span: tuple[int, int]) -> bool:
        """True for a fracture, tumour or infection without a place, in words that name no part of the spine."""
        if fact.finding is None or fact.anatomy is not Region.UNSTATED or _default(fact.finding) not in _OF_ANY_BONE:
            return False
        return not self._lies(Where.SPINE, *span)

    def add_word(self, word: Word) -> None:
        """Each place where the name of a disorder is meant and lies where it must."""
        last = -1
        for found in word.pattern.finditer(self.text):
            start, end = found.span()
            if start < last or self._refuted(start, end) or not self._lies(word.where, start, end):
                continue
            last, target = end, word.target
            if isinstance(target, SubCondition):
                target = _by_region(target, self.region(*self._sentence(start)) or self.region(0, len(self.text)))
            self.vote(target, word.weight * meant(self.text, start, end))

    def _refuted(self, start: int, end: int) -> bool:
        """True where the facts read these words as absent, past or a relative's."""
        over = [certainty for low, high, certainty in self.stated if low < end and start < high]
        return bool(over) and not {Certainty.PRESENT, Certainty.UNCERTAIN} & set(over)

    def _sentence(self, at: int) -> tuple[int, int]:
        return next((start, end) for start, end in self.sentences if start <= at < end or end == len(self.text))

    def _lies(self, where: Where, start: int, end: int) -> bool:
        if where is Where.ANYWHERE:
            return True
        low, high = self._sentence(start)
        found = self._nearest(low, high, start, end) or self._mostly()
        return found is not Where.SPINE if where is Where.NOT_SPINE else found is where

    def _nearest(self, low: int, high: int, start: int, end: int) -> Where | None:
        places = [
            (max(m.start() - end, start - m.end(), 0), order, where)
            for order, (pattern, where) in enumerate(
                ((words.SPINE, Where.SPINE), (words.LEVEL, Where.SPINE), (words.LIMB, Where.LIMB))
            )
            for m in pattern.finditer(self.text, low, high)
        ]
        return min(places)[2] if places else None

    def _mostly(self) -> Where | None:
        spine, limb = len(words.SPINE.findall(self.text)), len(words.LIMB.findall(self.text))
        if spine == limb:
            return None
        return Where.SPINE if spine > limb else Where.LIMB

    def region(self, start: int, end: int) -> Region | None:
        """The region that is named most often there."""
        named = {name: len(pattern.findall(self.text[start:end])) for name, pattern in words.REGIONS.items()}
        most = max(named, key=lambda name: named[name])
        return Region(most) if named[most] else None

    def settle(self, facts: Iterable[Fact]) -> None:
        """Causes lead over what they make; see tests/extract/data/CLASSIFICATION.md."""
        present = {fact.finding for fact in facts if fact.certainty is Certainty.PRESENT}
        pressed = any(finding in present for finding in _CORD) or _COMPRESSED.search(self.text) is not None
        broken = self.score(SubCondition.TRAUMA) > DECIDES
        if (pressed and self._said(words.HAEMATOMA)) or (broken and self._said(words.PARALYSED)):
            self.vote(SubCondition.CORD_INJURY, WEIGHTS[SubCondition.CORD_INJURY])
        explained = (SubCondition.INFECTION, SubCondition.TUMOUR, SubCondition.OSSIFICATION)
        if any(self.score(one) >= 3 for one in explained) and not words.MECHANISM.search(self.text):
            self.votes.pop(SubCondition.CORD_INJURY, None)
        if self.score(SubCondition.KYPHOSIS) >= 2 and words.ANKYLOSED_AND_CORRECTED.search(self.text):
            self.vote(SubCondition.KYPHOSIS, WEIGHTS[SubCondition.INFLAMMATORY_CONGENITAL] + 0.5)
        if broken and self._said(words.OSTEOPOROTIC):
            self.votes[SubCondition.OSTEOPOROTIC_FRACTURE] = self.votes.pop(SubCondition.TRAUMA)

    def _said(self, pattern: re.Pattern[str]) -> bool:
        return any(not self._refuted(*m.span()) and meant(self.text, *m.span()) for m in pattern.finditer(self.text))

    def decide(self) -> Classified:
        """The leading class; a text about the spine without one is of the spine, a text that passes by it is not."""
        scores = {target: self.score(target) * self._aside(target) for target in self.votes}
        leader = max(scores, key=lambda target: scores[target], default=None)
        if leader is not None and scores[leader] >= DECIDES:
            return Classified(Subfield.SPINE, leader) if isinstance(leader, SubCondition) else Classified(leader)
        spine = len(words.SPINE.findall(self.text)) + len(self.stated)
        return Classified(Subfield.SPINE if spine > len(words.ELSEWHERE.findall(self.text)) else Subfield.UNCLASSIFIED)

    def _aside(self, target: _Target) -> float:
        """Less than 1 for a limb's disorder in a text that is mostly about the spine: a worn hip beside a narrow canal."""
        if target not in _OF_LIMBS or self._mostly() is not Where.SPINE:
            return 1.0
        of_spine = [weight for one, votes in self.votes.items() if isinstance(one, SubCondition) for weight in votes]
        return 0.6 if len(of_spine) >= len(self.votes[target]) and max(of_spine) >= 2 else 1.0


def _default(finding: Finding) -> SubCondition:
    """The default of the finding; all fractures are sorted alike until the text says osteoporosis."""
    if finding is Finding.EPIDURAL_HAEMATOMA:
        return SubCondition.CORD_INJURY
    known = FINDINGS[finding].sub_condition
    return SubCondition.TRAUMA if known is SubCondition.OSTEOPOROTIC_FRACTURE else known


def _by_region(target: SubCondition, region: Region | None) -> SubCondition:
    """Herniation, stenosis and disc disease of the neck are cervical degenerative; in the thorax they are disc disease."""
    if target in _REGIONAL and region in (Region.CERVICAL, Region.CERVICOTHORACIC):
        return SubCondition.CERVICAL_DEGENERATIVE
    return SubCondition.DISC_AND_ENDPLATE if target in _REGIONAL and region is Region.THORACIC else target


def _degree(grade: Grade) -> float:
    """1, or less for a grade that is hardly a disorder."""
    if grade.value == "0":
        return 0.0
    return 0.5 if grade.value in _MILD.get(grade.scale, ()) else 1.0


def _region(fact: Fact) -> Region | None:
    place = fact.anatomy
    if isinstance(place, Region):
        return None if place is Region.UNSTATED else place
    return place.top.region if isinstance(place, Range) else place.region


def _span(fact: Fact, text: str, start: int) -> tuple[int, int] | None:
    """Where a finding is stated, if its evidence points into this text."""
    first = fact.evidence[0]
    if fact.finding is None or not isinstance(first, TextSpan) or text[first.start - start : first.end - start] != first.quote:
        return None
    return first.start - start, first.end - start


def _sentences(text: str) -> list[tuple[int, int]]:
    cuts = [0, *(m.end() for m in _SENTENCE.finditer(text)), len(text)]
    return [(low, high) for low, high in pairwise(cuts) if low < high]
