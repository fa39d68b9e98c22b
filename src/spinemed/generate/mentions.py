"""Questions about the level that a text names.

A text that leaves the extent of what it names open ("from the T1 level distally"), or that names a cord level and no root, gives
no question: a wrong option could be argued to be right.
"""

from __future__ import annotations

import random
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spinemed.domain.levels import STANDARD_ROW, Range, Region, Vertebra
from spinemed.domain.names import REGION_OF_WORD, Anatomy, format_name, kind_of, levels_of
from spinemed.domain.records import Document, Fact, FactSheet, TextSpan
from spinemed.domain.roots import Root
from spinemed.domain.taxonomy import Axis, Language
from spinemed.generate.extents import is_left_open
from spinemed.generate.neighbours import bones_of, near
from spinemed.generate.phrasing import IN_LANGUAGE, KIND, RATIONALE, SHOWN, what_is
from spinemed.generate.question import DISTRACTORS, Choice, Question, both
from spinemed.generate.scopes import says_enough
from spinemed.language.levels import find_mentions
from spinemed.language.passages import excerpt
from spinemed.verify.identifiers import find_identifiers

LONGEST_BASIS = 160


def mention_questions(sheet: FactSheet, dice: random.Random) -> Iterator[Question]:
    """One question for each level a document names, each level once."""
    if not isinstance(sheet.content, Document):
        return
    text = _text_of(sheet.content, sheet.facts)
    shared = Counter((span.start, span.end) for span, _ in text.mentions)
    asked: set[Anatomy] = set()
    for span, fact in text.mentions:
        if fact.anatomy in asked:
            continue
        asked.add(fact.anatomy)
        if shared[span.start, span.end] == 1 and _is_clear(text.document, fact, span):
            question = _question(text, fact, span, dice)
            if question is not None:
                yield question


@dataclass(frozen=True)
class _Text:
    """A document with the levels it names, by place, and its stretches that look like an identifier: found once for all."""

    document: Document
    mentions: tuple[tuple[TextSpan, Fact], ...]
    identifiers: tuple[tuple[int, int], ...]

    def named_in(self, passage: TextSpan) -> list[Fact]:
        """The levels named inside a passage."""
        first = bisect_left(self.mentions, passage.start, key=lambda mention: mention[0].start)
        last = bisect_left(self.mentions, passage.end, key=lambda mention: mention[0].start)
        return [fact for span, fact in self.mentions[first:last] if span.end <= passage.end]


def _text_of(document: Document, facts: Sequence[Fact]) -> _Text:
    named = ((f.evidence[0], f) for f in facts if f.finding is None and f.quantity is None and f.procedure is None)
    spans = [(span, f) for span, f in named if isinstance(span, TextSpan) and not isinstance(f.anatomy, Region)]
    spans.sort(key=lambda mention: mention[0].start)
    return _Text(document, tuple(spans), tuple(find_identifiers(document.text)))


_NERVE = re.compile(r"\broots?\b|nerve|radicul|dermatom|myotom|ramus|rami|神[经經]|皮节|肌节", re.I)


def _is_clear(document: Document, fact: Fact, span: TextSpan) -> bool:
    """False for a level whose extent is left open, a primed one (L5’), and a "root" that the text calls none."""
    if is_left_open(document.text, span.end):
        return False
    near = document.text[max(0, span.start - 60) : span.end + 60]
    return not isinstance(fact.anatomy, Root) or _NERVE.search(near) is not None


def _question(text: _Text, fact: Fact, span: TextSpan, dice: random.Random) -> Question | None:
    document = text.document
    low, high = excerpt(document.text, span.start, span.end, avoid=text.identifiers)
    passage = document.span(low, high)
    if not any((m.start + low, m.end + low) == (span.start, span.end) for m in find_mentions(passage.quote)):
        return None  # cut out of its text the level reads otherwise
    # All that the passage names: an option must not be one of these, nor overlap with one.
    named = text.named_in(passage)
    wrong = _distractors(fact.anatomy, [f.anatomy for f in named], passage.quote, dice)
    if len(wrong) < DISTRACTORS or not says_enough(passage.quote) or fact not in named:
        return None
    kind = kind_of(fact.anatomy)
    low, high = excerpt(document.text, span.start, span.end, longest=LONGEST_BASIS, avoid=text.identifiers)
    basis = document.text[low:high]
    written = IN_LANGUAGE[document.source.language or Language.EN]
    what = both(lambda la: written[la].format(what=what_is(document.source.kind, None)[la]))
    return Question(
        kind="named_level",
        axes=(Axis.LEVEL_IDENTIFICATION,),
        about=(fact,),
        facts=tuple(named),
        levels=levels_of(fact.anatomy),
        options=(Choice(_names(fact.anatomy), None), *(Choice(_names(level), fact.id) for level in wrong)),
        words={language: {"what": what[language], "kind": KIND[kind][language]} for language in Language},
        rationale={language: RATIONALE["named_level"][language].format(quote=basis) for language in Language},
        context=(passage,),
        shown={language: SHOWN[language].format(what=_titled(what[language]), text=passage.quote) for language in Language},
    )


def _titled(what: str) -> str:
    return what[:1].upper() + what[1:]


def _names(anatomy: Anatomy) -> dict[Language, str]:
    return both(lambda la: format_name(anatomy, la))


def _distractors(key: Anatomy, named: Sequence[Anatomy], passage: str, dice: random.Random) -> list[Anatomy]:
    """Levels of the key's kind near it that the passage does not name, in part or as a look-alike; in random order."""
    covered = _covered(named, passage)
    free = [
        level
        for level in near(key)
        if (isinstance(key, Range) or not bones_of(level) & covered)
        and level not in named
        and not any(name in passage for name in _written(level))
    ]
    chosen = free[: DISTRACTORS + 2]
    dice.shuffle(chosen)
    return chosen[:DISTRACTORS]


# "the lumbar vertebrae", all of them; not "the third and fourth lumbar vertebrae".
_PLURAL_REGION = re.compile(r"(?<!st )(?<!nd )(?<!rd )(?<!th )\b(cervical|thoracic|dorsal|lumbar|sacral) vertebrae", re.I)
_ATLAS_AXIS = re.compile(r"odontoid|\bdens\b|\batlas\b|\baxis\b|atlanto|transverse ligament|寰|枢|齿", re.I)


def _covered(named: Sequence[Anatomy], passage: str) -> set[str]:
    """Bones that the passage names, lies between, or includes by a word: none of them makes a wrong option."""
    bones = {bone for level in named for bone in bones_of(level)}
    row = STANDARD_ROW
    places = [place for place, vertebra in enumerate(row.vertebrae) if vertebra.value in bones]
    if places:
        bones |= {v.value for v in row.vertebrae[places[0] : places[-1] + 1]}
    if _ATLAS_AXIS.search(passage):
        bones |= {"C0", "C1", "C2"}
    for m in _PLURAL_REGION.finditer(passage):
        bones |= {v.value for v in Vertebra if v.region is REGION_OF_WORD[m[1].lower()]}
    return bones


def _written(anatomy: Anatomy) -> tuple[str, ...]:
    """Forms a reader could take for the level even where it stands for something else (T2 of "T2 signal")."""
    return (format_name(anatomy), str(anatomy)) if isinstance(anatomy, Range) else (str(anatomy),)
