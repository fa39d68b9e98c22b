"""Questions about the level that a text names."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from spinemed.domain.levels import STANDARD_ROW, Range, Region, Segment, Vertebra
from spinemed.domain.names import Anatomy, format_name, kind_of, levels_of
from spinemed.domain.records import Document, Fact, FactSheet, TextSpan
from spinemed.domain.roots import Root
from spinemed.domain.taxonomy import Axis, Language
from spinemed.generate.phrasing import KIND, RATIONALE, SHOWN, WHAT
from spinemed.generate.question import Choice, Question
from spinemed.language.passages import excerpt
from spinemed.verify.identifiers import find_identifiers

DISTRACTORS = 3
SHORTEST_PASSAGE = 25
LONGEST_BASIS = 160


def mention_questions(sheet: FactSheet, dice: random.Random) -> Iterator[Question]:
    """One question for each level a document names, each level once."""
    document = sheet.content
    if not isinstance(document, Document):
        return
    asked: set[Anatomy] = set()
    for fact in sheet.facts:
        if fact.anatomy not in asked and isinstance(fact.evidence[0], TextSpan):
            asked.add(fact.anatomy)
            question = _question(document, sheet.facts, fact, fact.evidence[0], dice)
            if question:
                yield question


def _question(document: Document, facts: Sequence[Fact], fact: Fact, span: TextSpan, dice: random.Random) -> Question | None:
    identifiers = find_identifiers(document.text)
    low, high = excerpt(document.text, span.start, span.end, avoid=identifiers)
    passage = document.span(low, high)
    # All that the passage names: an option must not be one of these, nor overlap with one.
    named = [f for f in facts if isinstance(f.evidence[0], TextSpan) and passage.holds(f.evidence[0])]
    wrong = _distractors(fact.anatomy, [f.anatomy for f in named], passage.quote, dice)
    if len(wrong) < DISTRACTORS or high - low < SHORTEST_PASSAGE or fact not in named:
        return None
    options = [Choice(_names(fact.anatomy), None), *(Choice(_names(level), fact.id) for level in wrong)]
    kind = kind_of(fact.anatomy)
    low, high = excerpt(document.text, span.start, span.end, longest=LONGEST_BASIS, avoid=identifiers)
    basis = document.text[low:high]
    what = WHAT[document.source.kind]
    return Question(
        kind="named_level",
        axes=(Axis.LEVEL_IDENTIFICATION,),
        about=(fact,),
        facts=tuple(named),
        levels=levels_of(fact.anatomy),
        options=tuple(options),
        words={language: {"what": what[language], "kind": KIND[kind][language]} for language in Language},
        rationale={language: RATIONALE["named_level"][language].format(quote=basis) for language in Language},
        context=(passage,),
        shown={language: SHOWN[language].format(what=_titled(what[language]), text=passage.quote) for language in Language},
    )


def _titled(what: str) -> str:
    return what[:1].upper() + what[1:]


def _names(anatomy: Anatomy) -> dict[Language, str]:
    return {language: format_name(anatomy, language) for language in Language}


def _distractors(key: Anatomy, named: Sequence[Anatomy], passage: str, dice: random.Random) -> list[Anatomy]:
    """Levels of the key's kind near it that the passage does not name, in part or as a look-alike; in random order."""
    free = [
        level
        for level in _near(key)
        if not any(_overlap(level, other) for other in named) and not any(name in passage for name in _written(level))
    ]
    chosen = free[: DISTRACTORS + 2]
    dice.shuffle(chosen)
    return chosen[:DISTRACTORS]


def _near(key: Anatomy) -> list[Anatomy]:
    """Levels of the key's kind, the nearest first; ranges keep their length."""
    match key:
        case Vertebra():
            row = [v for v in STANDARD_ROW.vertebrae if Vertebra.C1 <= v <= Vertebra.S1]
            return [v for v in sorted(row, key=lambda v: abs(v.position - key.position)) if v != key]
        case Segment():
            return [
                s for s in sorted(STANDARD_ROW.segments, key=lambda s: abs(s.upper.position - key.upper.position)) if s != key
            ]
        case Root():
            return [r for r in sorted(Root, key=lambda r: abs(r.position - key.position)) if r != key]
        case Range():
            return list(_ranges(key))
        case Region():
            return []


def _ranges(key: Range) -> Iterator[Range]:
    if key.top not in STANDARD_ROW or key.bottom not in STANDARD_ROW:
        return
    row = [v for v in STANDARD_ROW.vertebrae if Vertebra.C1 <= v <= Vertebra.S1]
    top, bottom = STANDARD_ROW.place(key.top) - 1, STANDARD_ROW.place(key.bottom) - 1
    length = bottom - top
    for shift in (length + 1, -length - 1, length + 2, -length - 2, length + 3, -length - 3, length + 4, -length - 4):
        if top + shift >= 0 and bottom + shift < len(row):
            yield Range(row[top + shift], row[bottom + shift])


def _overlap(a: Anatomy, b: Anatomy) -> bool:
    """True where the two share a bone, or are the same root; a root and a bone of one name count as overlap too."""
    return bool(_bones(a) & _bones(b)) if not (isinstance(a, Segment) and isinstance(b, Segment)) else a == b


def _bones(anatomy: Anatomy) -> set[str]:
    match anatomy:
        case Segment(upper, lower):
            return {upper.value, lower.value}
        case Range():
            return set(levels_of(anatomy))
        case _:
            return {str(anatomy)}


def _written(anatomy: Anatomy) -> tuple[str, ...]:
    """Forms a reader could take for the level even where it stands for something else (T2 of "T2 signal")."""
    return (format_name(anatomy), str(anatomy)) if isinstance(anatomy, Range) else (str(anatomy),)
