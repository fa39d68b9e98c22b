"""An assumed count of discs is said and right; every number and grade comes from a source."""

from __future__ import annotations

import re

from spinemed.domain.assertion import Numbering
from spinemed.domain.levels import STANDARD_ROW
from spinemed.domain.records import Check, GradingRow
from spinemed.domain.taxonomy import Language
from spinemed.language.levels import find_mentions
from spinemed.verify.asking import LOWEST_DISC
from spinemed.verify.reading import Reading, places_in
from spinemed.verify.verdicts import check, not_applicable
from spinemed.verify.words import folded, grades_in, measures_in


def numbering_stated(reading: Reading) -> Check:
    """An assumed count of discs is said in the question, with the right place; an undetermined one supports no level."""
    item = reading.item
    numberings = {fact.numbering for fact in item.facts}
    if item.numbering is Numbering.UNDETERMINED:
        return check("numbering_stated", not places_in(reading.words), "the numbering is undetermined: no level may be named")
    if Numbering.UNDETERMINED in numberings:
        return check("numbering_stated", False, "a fact's numbering is undetermined: no level may be named")
    if Numbering.ASSUMED not in numberings:
        return not_applicable("numbering_stated")
    if not any(isinstance(fact.evidence[0], GradingRow) for fact in item.facts):
        proven = any(_PROVEN.search(_HEDGED.sub(" ", text)) for text in reading.replies)
        return check("numbering_stated", not proven, "the count is assumed, and the item calls it proven")
    said = _COUNTED[item.language].search(reading.words) is not None
    if not said or item.numbering is not Numbering.ASSUMED:
        return check("numbering_stated", False, "the count is assumed and the question does not say so")
    if any(_PROVEN.search(_HEDGED.sub(" ", text)) for text in (reading.stem, *reading.replies)):
        return check("numbering_stated", False, "the count is assumed, and the item calls it proven")
    if _DOWNWARDS.search(reading.words) or any(
        places_in(m[1] or m[2])[:1] != (LOWEST_DISC,) for m in _TAKEN_AS.finditer(reading.words)
    ):
        return check("numbering_stated", False, "the count starts from another disc than L5-S1, or runs the other way")
    return check("numbering_stated", not _miscounted(reading), "a disc is counted to another place than its level")


_TAKEN_AS = re.compile(
    r"(?:taken|assumed|regarded|presumed|treated|considered|counts?|counted)\s+"
    r"(?:as|to be)\s+((?:[CTLS]\d{1,2})\s?[-/–]\s?[CTLS]?\d{1,2})|"
    r"(?:视为|假定(?:其|该盘|那里|该椎间盘)?(?:为|是)|当作|定作|算作?|作为|按)"
    r"((?:[CTLS颈胸腰骶]\s?\d{1,2})\s?[-/～至]?\s?[CTLS颈胸腰骶]?\s?\d{1,2})"
)
_DOWNWARDS = re.compile(
    r"\bcount\w*\b[^.]{0,30}\bdown(?:wards?)?\b|\bfrom the (?:top|uppermost|highest)\b|"
    r"(?:最上方|最高处|顶端)[^。]{0,14}(?:起|计数|数)|向下(?:计数|数|编号)|自上而下|从上往下",
    re.I,
)
_HEDGED = re.compile(
    r"(?:not|un|never|without being|has not been|have not been|is not|isn't)[ -]?(?:been )?(?:proven|confirmed|verified|certain|"
    r"established|definite)|uncertain|(?:未|没有|不能|无法|尚未|非)[^，。；]{0,8}(?:证实|确认|确定|核实|肯定)|不确定",
    re.I,
)
_PROVEN = re.compile(
    r"\b(?:proven|confirmed|verified|established|definite(?:ly)?|certain(?:ly|ty)?|beyond doubt|known to be)\b|"
    r"证实|确认|确定|核实|肯定|已知为",
    re.I,
)
_COUNTED = {
    Language.EN: re.compile(
        r"(?:count|number|going|go|starting|begin|run|proceed)\w*\b[^.]{0,60}\b(?:up|upwards?|"
        r"from (?:the )?(?:lowest|bottom|below))\b|from (?:the )?(?:lowest|bottom|below)[^.]{0,40}\b(?:up|upwards?|"
        r"count\w*|number\w*)\b|from below",
        re.I,
    ),
    Language.ZH: re.compile(
        r"(?:自|从|由|以)[^，。]{0,14}(?:最下|最低|下方|底|末)[^。]{0,24}(?:数|计|上|编号|起)|(?:自|由|从)下(?:而|向|往|至)上|"
        r"向上(?:计数|数|编号)"
    ),
}
_PLACES_EN = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"),
    *("thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth"),
)
_PLACE_OF_DISC = re.compile(
    rf"\b({'|'.join(_PLACES_EN)}|\d{{1,2}}(?:st|nd|rd|th))\b(?=[^.]{{0,24}}\bdis[ck])|"
    rf"第\s?(\d{{1,2}}|[一二三四五六七八九十]{{1,2}})\s?个?(?:腰)?椎?间(?:盘|隙)",
    re.I,
)
_DIGITS = {c: n for n, c in enumerate("一二三四五六七八九十", 1)}


def _miscounted(reading: Reading) -> bool:
    """A place counted from below ("the third disc") that is not the place of a level of the item's facts."""
    discs = STANDARD_ROW.discs
    places = {len(discs) - discs.index(f.anatomy) for f in reading.item.facts[:1] if f.anatomy in discs}
    return any(_counted(m) not in places for m in _PLACE_OF_DISC.finditer(reading.words))


def _counted(m: re.Match[str]) -> int:
    if m[2]:
        return int(m[2]) if m[2].isdecimal() else sum(_DIGITS[c] for c in m[2])
    word = folded(m[1])
    return int(word[:-2]) if word[0].isdigit() else _PLACES_EN.index(word) + 1


def numbers_said(reading: Reading) -> Check:
    """Every number in the item's own words stands in a passage shown, in a fact, or is a level's; with a unit, with that unit."""
    item = reading.item
    words = _bare(reading.words)
    found = {float(m[0]) for m in _NUMBER.finditer(words)}
    said = {float(m[0]) for span in item.context for m in _NUMBER.finditer(span.quote)}
    said |= {abs(fact.value) for fact in item.facts if fact.value is not None}
    said |= {float(m[0]) for fact in item.facts if fact.grade for m in _NUMBER.finditer(fact.grade.value)}
    if any(isinstance(fact.evidence[0], GradingRow) for fact in item.facts):
        said |= {float(place) for place in range(1, len(STANDARD_ROW.discs) + 1)}
    measured = {pair for span in item.context for pair in measures_in(span.quote)}
    measured |= {(abs(fact.value), fact.unit) for fact in item.facts if fact.value is not None and fact.unit is not None}
    if not (found <= said and set(measures_in(reading.words)) <= measured):
        return check("numbers_said", False, "a number that no source of the item says")
    graded = {fact.grade for fact in item.facts}
    graded |= {grade for span in item.context for grades in grades_in(span.quote) for grade in grades}
    strange = any(graded.isdisjoint(grades) for reply in reading.replies for grades in grades_in(reply))
    return check("numbers_said", not strange, "a grade that no source of the item gives")


_NUMBER = re.compile(r"(?<![A-Za-z0-9.])\d+(?:\.\d+)?(?![\d])")


def _bare(words: str) -> str:
    """The words without levels and without letters with numbers (T2, Castellvi IIa)."""
    for mention in reversed(find_mentions(words)):
        words = words[: mention.start] + " " + words[mention.end :]
    return re.sub(r"(?<![A-Za-z])[A-Za-z]+\d+", " ", words)
