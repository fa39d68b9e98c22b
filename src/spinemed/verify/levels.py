"""Levels named by an item: each belongs to its facts and exists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spinemed.domain.assertion import Numbering
from spinemed.domain.levels import STANDARD_ROW, Range, Segment, Vertebra
from spinemed.domain.names import Anatomy, levels_of
from spinemed.domain.quantities import QUANTITIES
from spinemed.domain.records import Check
from spinemed.errors import LevelError
from spinemed.language.levels import find_mentions
from spinemed.verify.reading import Reading, places_in
from spinemed.verify.verdicts import check

_ANCHOR = ("L5-S1", "L5", "S1")  # what an assumed count starts from, and every such question names


def levels_real(reading: Reading) -> Check:
    """Every level the item lists belongs to a fact, and its own words name no other and none that does not exist."""
    item = reading.item
    known = {level for fact in item.facts for level in levels_of(fact.anatomy)}
    strange = [level for level in item.levels if level not in known]
    if strange:
        return check("levels_real", False, f"{len(strange)} of its levels belong to no fact")
    allowed = {*item.levels, *(part for fact in item.facts for part in _parts(fact.anatomy))}
    allowed |= set(_ANCHOR if item.numbering is Numbering.ASSUMED else ())
    named = {level for mention in find_mentions(_without_measured(reading)) for level in mention.levels}
    if not named <= allowed:
        return check("levels_real", False, "question or reply name a level that the item is not about")
    allowed |= {level for span in item.context for mention in find_mentions(span.quote) for level in mention.levels}
    texts = (reading.words, *(option.text for option in item.options))
    impossible = any(_impossible(text, allowed) for text in texts)
    return check("levels_real", not impossible, "a level that does not exist, or only in a variant that no source states")


def _without_measured(reading: Reading) -> str:
    """The item's own words without the names of what its facts measure: "T1 pelvic angle" is of no single level."""
    words = reading.words
    measured = {fact.quantity for fact in reading.item.facts}
    # By value: an item of a stranger may name a quantity that we do not know.
    for info in (info for quantity, info in QUANTITIES.items() if quantity.value in measured):
        words = re.sub(f"{re.escape(info.name_en)}|{re.escape(info.name_zh)}", " ", words, flags=re.I)
    return words


def _parts(anatomy: Anatomy) -> Iterator[str]:
    yield from levels_of(anatomy)
    match anatomy:
        case Segment(upper, lower):
            yield from (upper.value, lower.value)
        case Range():
            yield from (str(segment) for segment in anatomy.segments)
        case _:
            return


_LEVEL_LIKE = re.compile(r"(?<![A-Za-z0-9])([CTLSD])[ -]?(\d{1,2})(?!\d|\.\d|%|°)|([颈胸腰骶])\s?(\d{1,2})(?!\d|\.\d|%|°)")
_LAST = {"C": 8, "T": 12, "D": 12, "L": 5, "S": 5, "颈": 8, "胸": 12, "腰": 5, "骶": 5}
_WORDED = re.compile(
    r"\b(?:(?:eighth|ninth|tenth|eleventh|twelfth|thirteenth) (?:cervical|lumbar|sacral)|(?:sixth|seventh) (?:lumbar|sacral)|"
    r"(?:thirteenth|fourteenth) thoracic)\b|第(?:[六七八九]|十[一二]?)[腰骶]椎|第(?:[八九]|十[一二]?)颈椎|第十[三四]胸椎",
    re.I,
)


def _impossible(text: str, allowed: set[str]) -> bool:
    """A name beyond its region, a C8 that is called no root, or a pair of places that are no neighbours written as a segment."""
    for m in _LEVEL_LIKE.finditer(text):
        letter, number = m[1] or m[3], int(m[2] or m[4])
        name = f"{ {'D': 'T', '颈': 'C', '胸': 'T', '腰': 'L', '骶': 'S'}.get(letter, letter) }{number}"
        if (number > _LAST[letter] or (number == 0 and name != "C0")) and name not in allowed:
            return True
    if any(
        isinstance(place, Segment) and place not in STANDARD_ROW.segments and str(place) not in allowed
        for place in places_in(text)
    ):
        return True
    if any(_is_no_segment(m, allowed) for m in _SLASHED.finditer(text)):
        return True
    return _WORDED.search(text) is not None and not allowed & {"L6", "T13"}


_SLASHED = re.compile(r"(?<![A-Za-z0-9/])([CTLSD]|[颈胸腰骶])\s?(\d{1,2})\s?/\s?([CTLSD]|[颈胸腰骶])?\s?(\d{1,2})(?![\d/.%°])")


def _is_no_segment(m: re.Match[str], allowed: set[str]) -> bool:
    """A pair with a slash names a segment: its ends must be neighbours."""
    letters = {"D": "T", "颈": "C", "胸": "T", "腰": "L", "骶": "S"}
    upper = letters.get(m[1], m[1]) + m[2]
    lower = letters.get(m[3] or m[1], m[3] or m[1]) + m[4]
    try:
        pair = Segment(Vertebra(upper), Vertebra(lower))
    except (ValueError, LevelError):
        return True
    return bool(pair.variants) and str(pair) not in allowed
