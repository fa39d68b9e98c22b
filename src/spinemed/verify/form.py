"""Checks of an item's form: options, quotations, levels that exist, numbers that were said, language, pictures, licence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from spinemed.domain.assertion import Numbering
from spinemed.domain.claims import within
from spinemed.domain.findings import FINDINGS, Finding
from spinemed.domain.levels import STANDARD_ROW, Range, Segment, Vertebra
from spinemed.domain.names import Anatomy, kind_of, levels_of
from spinemed.domain.procedures import PROCEDURES
from spinemed.domain.quantities import QUANTITIES
from spinemed.domain.records import Check, GradingRow, Item, Option, TextSpan
from spinemed.domain.scales import SCALES
from spinemed.domain.taxonomy import Language, Task
from spinemed.errors import LevelError
from spinemed.language.levels import find_mentions
from spinemed.verify.options import grades_in, measures_in
from spinemed.verify.reading import QUOTE, Reading, claims_in, places_in
from spinemed.verify.verdicts import check, not_applicable

_HAN = re.compile(r"[\u4e00-\u9fff]")
_ANCHOR = ("L5-S1", "L5", "S1")  # what an assumed count starts from, and every such question names
LONGEST_KEY = 2.5
"""How many times longer than every wrong option a key may be before its length gives it away."""


def options_distinct(reading: Reading) -> Check:
    """There are at least two options, no two say the same, all are of one kind, and the key does not stand out by its length."""
    item = reading.item
    if item.task is not Task.MCQ:
        return not_applicable("options_distinct")
    said = [_meaning(option.text) for option in item.options]
    if len(said) < 2 or len(set(said)) < len(said):
        return check("options_distinct", False, "two options say the same, or there is only one")
    kinds = {
        kind_of(places[0])
        for o in item.options
        if len(places := places_in(o.text)) == 1 and not (claims_in(o.text) or _AND.search(o.text))
    }
    named = [bool(places_in(o.text)) for o in item.options]
    if len(kinds) > 1 or len(set(named)) > 1:
        return check("options_distinct", False, "the options are of different kinds")
    key = max(len(o.text) for o in item.options if o.letter == item.key)
    other = max(len(o.text) for o in item.options if o.letter != item.key)
    return check("options_distinct", key <= max(LONGEST_KEY * other, 24), "the key stands out by its length")


_AND = re.compile(r"\band\b|\bplus\b|[&+、和与及]")


def _meaning(text: str) -> str:
    places = places_in(text)
    rest = re.sub(r"\W+", "", text).lower()
    return str(places[0]) if len(places) == 1 and not claims_in(text) else rest


def one_right_option(reading: Reading) -> Check:
    """The key alone is refuted by nothing; every other option names a fact of the item."""
    item = reading.item
    if item.task is not Task.MCQ:
        return not_applicable("one_right_option")
    ids = {fact.id for fact in item.facts}
    for option in item.options:
        if (option.refuted_by is None) != (option.letter == item.key):
            what = "not refuted" if option.refuted_by is None else "the key, yet refuted"
            return check("one_right_option", False, f"option {option.letter} is {what}")
        if option.refuted_by is not None and option.refuted_by not in ids:
            return check("one_right_option", False, f"option {option.letter} is refuted by a fact the item does not hold")
    return check("one_right_option", True, "")


def quotes_verbatim(reading: Reading) -> Check:
    """Every quote stands word for word in the context, and every context is shown word for word."""
    item = reading.item
    if not item.context and not reading.quotes:
        return not_applicable("quotes_verbatim")
    shown = "\n".join(m.content for m in item.messages) + "\n".join(s.text for s in item.sections)
    if any(span.quote not in shown for span in item.context):
        return check("quotes_verbatim", False, "the item does not show its context word for word")
    whole = [span.quote for span in item.context]
    if any(not any(quote in text for text in whole) for quote in reading.quotes):
        return check("quotes_verbatim", False, "the item quotes what its context does not say")
    spans = [e for fact in item.facts for e in fact.evidence if isinstance(e, TextSpan)]
    held = all(any(c.holds(s) for c in item.context) for s in spans)
    return check("quotes_verbatim", held, "a quote of a fact is not in the context at its offsets")


def reply_gives_key(reading: Reading) -> Check:
    """The question lists every option, and the reply gives the key."""
    item = reading.item
    if item.task is not Task.MCQ:
        return not_applicable("reply_gives_key")
    listed = [line.strip() for line in item.messages[0].content.split("\n")]
    if any(_line(option) not in listed for option in item.options):
        return check("reply_gives_key", False, "the question does not list its options")
    answer = item.messages[-1].content.partition("\n")[0].strip()
    right = [option for option in item.options if option.letter == item.key]
    if answer not in map(_line, right):
        return check("reply_gives_key", False, "the reply gives another answer than the key")
    told = {place for reply in reading.replies for place in places_in(reply)}
    allowed = {place for option in right for place in places_in(option.text)} | set(places_in(reading.stem))
    allowed |= {_LOWEST} if item.numbering is Numbering.ASSUMED else set()
    strange = [place for place in told if not any(within(place, one) or within(one, place) for one in allowed)]
    return check("reply_gives_key", not allowed or not strange, "the reply speaks of another level than the key and the question")


def _line(option: Option) -> str:
    return f"{option.letter}. {option.text}"


def sections_said(reading: Reading) -> Check:
    """A report has its six sections, each once and none empty, and the reply holds them."""
    item = reading.item
    if item.task is not Task.REPORT:
        return not_applicable("sections_said")
    named = {_counted_sections(m) for m in _SECTIONS_ASKED.finditer(reading.stem)}
    if named - {SECTIONS}:
        return check("sections_said", False, "the question asks for another number of sections than a report has")
    names = [section.name for section in item.sections]
    whole = len(set(names)) == len(names) == SECTIONS and all(section.text.strip() for section in item.sections)
    reply = item.messages[-1].content
    return check(
        "sections_said", whole and all(s.text in reply for s in item.sections), "a section is missing, empty, or not in the reply"
    )


SECTIONS = 6
_SECTIONS_ASKED = re.compile(
    r"\b(two|three|four|five|six|seven|eight|\d)[- ](?:section|part|heading)s?|([二三四五六七八九\d])(?:个)?(?:部分|段|节|章|项)",
    re.I,
)
_COUNT_WORDS = {word: n for n, word in enumerate(("two", "three", "four", "five", "six", "seven", "eight"), 2)}
_COUNT_WORDS |= {word: n for n, word in enumerate("二三四五六七八九", 2)}


def _counted_sections(m: re.Match[str]) -> int:
    word = (m[1] or m[2]).lower()
    return int(word) if word.isdecimal() else _COUNT_WORDS[word]


def levels_real(reading: Reading) -> Check:
    """Every level the item lists belongs to a fact, and its own words name no other and none that does not exist."""
    item = reading.item
    known = {level for fact in item.facts for level in levels_of(fact.anatomy)}
    strange = [level for level in item.levels if level not in known]
    if strange:
        return check("levels_real", False, f"{len(strange)} of its levels belong to no fact")
    allowed = {*item.levels, *(part for fact in item.facts for part in _parts(fact.anatomy))}
    allowed |= set(_ANCHOR if item.numbering is Numbering.ASSUMED else ())
    named = {level for mention in find_mentions(reading.words) for level in mention.levels}
    if not named <= allowed:
        return check("levels_real", False, "question or reply name a level that the item is not about")
    allowed |= {level for span in item.context for mention in find_mentions(span.quote) for level in mention.levels}
    texts = (reading.words, *(option.text for option in item.options))
    impossible = any(_impossible(text, allowed) for text in texts)
    return check("levels_real", not impossible, "a level that does not exist, or only in a variant that no source states")


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
        places_in(m[1] or m[2])[:1] != (_LOWEST,) for m in _TAKEN_AS.finditer(reading.words)
    ):
        return check("numbering_stated", False, "the count starts from another disc than L5-S1, or runs the other way")
    return check("numbering_stated", not _miscounted(reading), "a disc is counted to another place than its level")


_LOWEST = Segment(Vertebra.L5, Vertebra.S1)
_TAKEN_AS = re.compile(
    r"(?:taken|assumed|regarded|presumed|treated|considered|counts?|counted)\s+(?:as|to be)\s+((?:[CTLS]\d{1,2})\s?[-/–]\s?[CTLS]?\d{1,2})|"
    r"(?:视为|假定(?:其|该盘|那里|该椎间盘)?(?:为|是)|当作|定作|算作?|作为|按)((?:[CTLS颈胸腰骶]\s?\d{1,2})\s?[-/～至]?\s?[CTLS颈胸腰骶]?\s?\d{1,2})"
)
_DOWNWARDS = re.compile(
    r"\bcount\w*\b[^.]{0,30}\bdown(?:wards?)?\b|\bfrom the (?:top|uppermost|highest)\b|(?:最上方|最高处|顶端)[^。]{0,14}(?:起|计数|数)|向下(?:计数|数|编号)|自上而下|从上往下",
    re.I,
)
_HEDGED = re.compile(
    r"(?:not|un|never|without being|has not been|have not been|is not|isn't)[ -]?(?:been )?(?:proven|confirmed|verified|certain|established|"
    r"definite)|uncertain|(?:未|没有|不能|无法|尚未|非)[^，。；]{0,8}(?:证实|确认|确定|核实|肯定)|不确定",
    re.I,
)
_PROVEN = re.compile(
    r"\b(?:proven|confirmed|verified|established|definite(?:ly)?|certain(?:ly|ty)?|beyond doubt|known to be)\b|证实|确认|确定|核实|肯定|已知为",
    re.I,
)
_COUNTED = {
    Language.EN: re.compile(
        r"(?:count|number|going|go|starting|begin|run|proceed)\w*\b[^.]{0,60}\b(?:up|upwards?|from (?:the )?(?:lowest|bottom|below))\b|"
        r"from (?:the )?(?:lowest|bottom|below)[^.]{0,40}\b(?:up|upwards?|count\w*|number\w*)\b|from below",
        re.I,
    ),
    Language.ZH: re.compile(
        r"(?:自|从|由|以)[^，。]{0,14}(?:最下|最低|下方|底|末)[^。]{0,24}(?:数|计|上|编号|起)|(?:自|由|从)下(?:而|向|往|至)上|向上(?:计数|数|编号)"
    ),
}
_PLACES_EN = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"),
    *("thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth"),
)
_PLACE_OF_DISC = re.compile(
    rf"\b({'|'.join(_PLACES_EN)}|\d{{1,2}}(?:st|nd|rd|th))\b(?=[^.]{{0,24}}\bdis[ck])|第\s?(\d{{1,2}}|[一二三四五六七八九十]{{1,2}})\s?个?(?:腰)?椎?间(?:盘|隙)",
    re.I,
)
_DIGITS = {c: n for n, c in enumerate("一二三四五六七八九十", 1)}


def _miscounted(reading: Reading) -> bool:
    """A place counted from below ("the third disc") that is not the place of a level of the item's facts."""
    discs = STANDARD_ROW.discs
    places = {
        len(discs) - discs.index(f.anatomy)
        for f in reading.item.facts[:1]
        if f.anatomy in discs and isinstance(f.anatomy, Segment)
    }
    return any(_counted(m) not in places for m in _PLACE_OF_DISC.finditer(reading.words))


def _counted(m: re.Match[str]) -> int:
    if m[2]:
        return int(m[2]) if m[2].isdecimal() else sum(_DIGITS[c] for c in m[2])
    word = m[1].lower()
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
    graded = {fact.grade for fact in item.facts} | {grade for span in item.context for grade in grades_in(span.quote)}
    strange = [grade for reply in reading.replies for grade in grades_in(reply) if grade not in graded]
    return check("numbers_said", not strange, "a grade that no source of the item gives")


_NUMBER = re.compile(r"(?<![A-Za-z0-9.])\d+(?:\.\d+)?(?![\d])")


def _bare(words: str) -> str:
    """The words without levels and without letters with numbers (T2, Castellvi IIa)."""
    for mention in reversed(find_mentions(words)):
        words = words[: mention.start] + " " + words[mention.end :]
    return re.sub(r"[A-Za-z]+\d+", " ", words)


def slice_shows(reading: Reading) -> Check:
    """From one mid-sagittal slice with gradings only degeneration and narrowing of discs are asked."""
    item = reading.item
    graded = [fact for fact in item.facts if isinstance(fact.evidence[0], GradingRow)]
    if not item.pictures or not graded:
        return not_applicable("slice_shows")
    allowed = {Finding.DISC_DEGENERATION, Finding.DISC_NARROWING}
    return check("slice_shows", all(f.finding in allowed for f in graded), "a finding that one mid-sagittal slice cannot show")


def language_kept(reading: Reading) -> Check:
    """The item's own words are in its language; what it quotes may be in another."""
    item = reading.item
    words = QUOTE.sub(" ", "\n".join((reading.words, *(o.text for o in item.options if o.text not in _shown(item)))))
    if item.language is Language.EN:
        return check("language_kept", not _HAN.search(words), "Chinese characters in an English item")
    strange = [w for w in _LATIN_WORD.findall(words) if w.lower() not in _latin_in_chinese()]
    return check("language_kept", bool(_HAN.search(words)) and not strange, "English words in a Chinese item, or no Chinese")


_LATIN_WORD = re.compile(r"[A-Za-z]{4,}")


def _shown(item: Item) -> str:
    return "\n".join(span.quote for span in item.context)


@cache
def _latin_in_chinese() -> frozenset[str]:
    """Names that Chinese reports write in Latin letters: eponyms of scales, findings, measurements and procedures."""
    names = [info.name_zh for info in FINDINGS.values()] + [s for info in FINDINGS.values() for s in info.synonyms_zh]
    names += [text for info in SCALES.values() for text in (info.name_en, info.name_zh, *info.also)]
    names += [info.name_zh for info in QUANTITIES.values()] + [f"{names.zh} {names.pattern_zh}" for names in PROCEDURES.values()]
    return frozenset(word.lower() for name in names for word in _LATIN_WORD.findall(name)) | {"image"}


def pictures_shown(reading: Reading) -> Check:
    """Every picture has its place in the question, and no place is empty."""
    item = reading.item
    places = sum(message.content.count("<image>") for message in item.messages)
    return check("pictures_shown", places == len(item.pictures), f"{places} places for {len(item.pictures)} pictures")


def licensed(reading: Reading) -> Check:
    """Every source says its licence."""
    return check("licensed", all(source.licence.strip() for source in reading.item.sources), "a source without a licence")
