"""Levels and regions that a heading or a title hands down: "C5-6: ...", "At L4-L5, ...", "MRI lumbar spine."."""

from __future__ import annotations

import re

from spinemed.domain.levels import Region
from spinemed.domain.quantities import Quantity
from spinemed.domain.roots import Root
from spinemed.language.facts.places import Place
from spinemed.language.facts.reading import Reading

_AT = re.compile(r"\W*at\s+(?:the\s+)?(?:level\s+of\s+)?$", re.I)
_FIRST = re.compile(r"\W*(?:at|on|level)?\s*(?:the\s+)?(?:level\s+of\s+)?$", re.I)
_HEAD_ENDS = re.compile(r"(?:\s+(?:levels?|discs?|disks?|segment|disc\s+space))*\s*(?:,|-\s|:)", re.I)


def read_headings(reading: Reading) -> None:
    """Move the context to the heading or title of a sentence, if it has one."""
    context, text = reading.context, reading.text
    head = reading.tongue.heading.match(text)
    first = reading.places[0] if reading.places else None
    shared_noun = any(t.tail > t.end for t in reading.terms)
    if head and len(re.findall(r"[A-Za-z]{3,}", head[0])) <= 9 and not shared_noun:
        _heading(reading, head.end())
    elif first and _leads(text, first):
        context.head, context.head_region = first.levels, None
        context.head_span = (reading.offset + first.start, reading.offset + first.end)
    elif first and first.start <= 18 and Root not in first.kinds and not reading.tongue.goes_on.match(text):
        context.head = ()  # another level begins the sentence: the heading ends
    if not context.titled and reading.tongue.title.search(text):
        kinds = {region for start, end, region in reading.regions(0, len(text)) if reading.titled(start, end)}
        context.titled = bool(kinds)
        context.title = kinds.pop() if len(kinds) == 1 else None


def _leads(text: str, first: Place) -> bool:
    """True for "At L4-5 ..." and "L4-5 disc, ..."."""
    if first.start <= 24 and _AT.match(text[: first.start]):
        return True
    return first.start <= 18 and bool(_FIRST.match(text[: first.start])) and bool(_HEAD_ENDS.match(text, first.end))


def _heading(reading: Reading, end: int) -> None:
    context = reading.context
    inside = [p for p in reading.places if p.end <= end]
    kinds = {region for _, _, region in reading.regions(0, end)}
    of_picture = reading.tongue.title.search(reading.text, 0, end) is not None
    if inside:
        context.heads += 1
        context.head = tuple(level for p in inside for level in p.levels)
        context.head_span = (reading.offset + inside[0].start, reading.offset + inside[-1].end)
        context.head_region = None
    elif len(kinds) == 1 and of_picture:
        context.title, context.titled, context.head, context.head_region = kinds.pop(), True, (), None
    elif kinds:
        context.head_region = kinds.pop() if len(kinds) == 1 else Region.UNSTATED
    if end == len(reading.text):
        # "Coronal Cobb angles:" on a line of its own names the values below.
        for pattern, quantity in reading.tongue.quantities:
            if quantity is Quantity.COBB_ANGLE and pattern.search(reading.text, 0, end):
                context.head_quantity = quantity
