"""Letters on a picture: question and replies pair them with levels as the mask does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from spinemed.domain.names import Anatomy
from spinemed.domain.records import Check, Fact, Item, MaskEvidence
from spinemed.domain.taxonomy import Task
from spinemed.language.levels import find_mentions
from spinemed.verify.reading import Reading, places_in
from spinemed.verify.verdicts import check, not_applicable


def marks_of(item: Item) -> dict[str, Fact]:
    """The fact that each letter of the picture stands for."""
    return {
        evidence.mark: fact
        for fact in item.facts
        for evidence in fact.evidence
        if isinstance(evidence, MaskEvidence) and evidence.mark
    }


_MARKED = re.compile(
    r"(?:\b(?:marked|letter|labelled|labeled|mark|structure|vertebra)\s+|标记|字母|标注|标有|"
    r"标为)\s*[“\"']?([A-Z])(?![A-Za-z0-9])",
    re.I,
)


def fault_of_mark(item: Item, stem: str, marks: dict[str, Fact]) -> str:
    """What is wrong with a question that asks which vertebra a letter marks; empty where nothing is."""
    letters = {m[1] for m in _MARKED.finditer(stem) if m[1].isupper() and m[1] in marks}
    if len(letters) != 1:
        return "the question does not name one letter of the picture"
    fact = marks[letters.pop()]
    if _NERVE.search(stem):
        return "a vertebra is marked, no root"
    for option in item.options:
        places = places_in(option.text)
        if (places == (fact.anatomy,)) != (option.letter == item.key):
            return f"option {option.letter}: the mask says otherwise"
    return ""


_NERVE = re.compile(r"\broots?\b|nerve|神经", re.I)


def marks_right(reading: Reading) -> Check:
    """A reply that pairs letters of the picture with levels pairs them as the mask does."""
    marks = marks_of(reading.item)
    if not marks or reading.item.task is Task.MCQ:
        return not_applicable("marks_right")
    for reply in reading.replies:
        for letters, places in _paired(reply, marks):
            if len(letters) == 1 and len(places) == 1 and marks[letters[0]].anatomy != places[0]:
                return check("marks_right", False, f"the mask says otherwise of mark {letters[0]}")
    return check("marks_right", True, "")


_SPINE = "Vertebrae: "
"""Put before a reply, so that a bare "L4" beside a letter is read as the level it is."""


def _paired(reply: str, marks: Mapping[str, Fact]) -> Iterator[tuple[list[str], list[Anatomy]]]:
    """Letters and levels of each part of a reply; levels are read from the whole, a part alone is too short for that."""
    text = _SPINE + reply
    mentions = find_mentions(text)
    start = len(_SPINE)
    for end, following in [*(m.span() for m in _PART.finditer(text, start)), (len(text), len(text))]:
        letters = [m[0] for m in _LETTER.finditer(text, start, end) if m[0] in marks]
        yield letters, [place for mention in mentions if start <= mention.start < end for place in mention.anatomy]
        start = following


_PART = re.compile(r"[;；,，。\n]|\band\b|\.\s")
_LETTER = re.compile(r"(?<![A-Za-z0-9])[A-Z](?![A-Za-z0-9])")
