"""Checks of an item's form: options, quotations, sections, language, pictures, licence."""

from __future__ import annotations

import re
from functools import cache
from pathlib import PurePosixPath

from spinemed.domain.assertion import Numbering
from spinemed.domain.claims import within
from spinemed.domain.findings import FINDINGS, Finding
from spinemed.domain.names import kind_of
from spinemed.domain.procedures import PROCEDURES
from spinemed.domain.quantities import QUANTITIES
from spinemed.domain.records import SECTIONS, Check, GradingRow, Item, TextSpan
from spinemed.domain.scales import SCALES
from spinemed.domain.taxonomy import Language, Task
from spinemed.verify.asking import LOWEST_DISC
from spinemed.verify.bank import question_of, same_question
from spinemed.verify.reading import QUOTE, Reading, claims_in, places_in
from spinemed.verify.verdicts import check, not_applicable
from spinemed.verify.words import folded

_HAN = re.compile(r"[\u4e00-\u9fff]")
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
    asked = question_of(item)
    reworded = asked is not None and same_question(reading.stem, asked.quote)
    if any(span.quote not in shown and not (reworded and span is asked) for span in item.context):
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
    if any(option.line not in listed for option in item.options):
        return check("reply_gives_key", False, "the question does not list its options")
    answer = item.messages[-1].content.partition("\n")[0].strip()
    right = [option for option in item.options if option.letter == item.key]
    if answer not in [option.line for option in right] and {m[1] or m[2] for m in _CHOICE.finditer(answer)} != {item.key}:
        return check("reply_gives_key", False, "the reply gives another answer than the key")
    told = {place for reply in reading.replies for place in places_in(reply)}
    allowed = {place for option in right for place in places_in(option.text)} | set(places_in(reading.stem))
    allowed |= {LOWEST_DISC} if item.numbering is Numbering.ASSUMED else set()
    strange = [place for place in told if not any(within(place, one) or within(one, place) for one in allowed)]
    return check("reply_gives_key", not allowed or not strange, "the reply speaks of another level than the key and the question")


# "The correct choice is C: ...", "选B，..."
_CHOICE = re.compile(
    r"\b(?:answer|choice|option)\b[^.:“]{0,20}?\b([A-F])\b|(?:选择?|答案[是为]?|应为)[：:\s]*([A-F])(?![A-Za-z\d])", re.I
)


def sections_said(reading: Reading) -> Check:
    """A report has its six sections, each once and none empty, and the reply holds them."""
    item = reading.item
    if item.task is not Task.REPORT:
        return not_applicable("sections_said")
    named = {_counted_sections(m) for m in _SECTIONS_ASKED.finditer(reading.stem)}
    if named - {len(SECTIONS)}:
        return check("sections_said", False, "the question asks for another number of sections than a report has")
    names = [section.name for section in item.sections]
    whole = sorted(names) == sorted(SECTIONS) and all(section.text.strip() for section in item.sections)
    reply = item.messages[-1].content
    return check(
        "sections_said", whole and all(s.text in reply for s in item.sections), "a section is missing, empty, or not in the reply"
    )


_SECTIONS_ASKED = re.compile(
    r"\b(two|three|four|five|six|seven|eight|\d)[- ](?:section|part|heading)s?|([二三四五六七八九\d])(?:个)?(?:部分|段|节|章|项)",
    re.I,
)
_COUNT_WORDS = {
    word: n
    for words in (("two", "three", "four", "five", "six", "seven", "eight"), "二三四五六七八九")
    for n, word in enumerate(words, 2)
}


def _counted_sections(m: re.Match[str]) -> int:
    word = folded(m[1] or m[2])
    return int(word) if word.isdecimal() else _COUNT_WORDS[word]


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
    told = (reading.words, _how_to_answer(item), *(o.text for o in item.options if o.text not in _shown(item)))
    words = QUOTE.sub(" ", "\n".join(told))
    if item.language is Language.EN:
        return check("language_kept", not _HAN.search(words), "Chinese characters in an English item")
    strange = [w for w in _LATIN_WORD.findall(words) if w.lower() not in _latin_in_chinese() and not _ROMAN.fullmatch(w)]
    return check("language_kept", bool(_HAN.search(words)) and not strange, "English words in a Chinese item, or no Chinese")


def _how_to_answer(item: Item) -> str:
    """The words behind the last option of a question."""
    return item.messages[0].content.rpartition(item.options[-1].line)[2] if item.options else ""


_LATIN_WORD = re.compile(r"[A-Za-z]{4,}")
_ROMAN = re.compile(r"[IV]+[abc]?")  # "Castellvi IIIa型"


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
    """Every picture has its place in the question, no place is empty, and a picture named by its content is that content."""
    item = reading.item
    names = [(PurePosixPath(picture.path).stem, picture.sha256) for picture in item.pictures]
    if any(_SHA256.fullmatch(name) and name != sha256 for name, sha256 in names):
        return check("pictures_shown", False, "a picture is named by another content than it has")
    places = sum(message.content.count("<image>") for message in item.messages)
    return check("pictures_shown", places == len(item.pictures), f"{places} places for {len(item.pictures)} pictures")


_SHA256 = re.compile(r"[0-9a-f]{64}")


def licensed(reading: Reading) -> Check:
    """Every source says its licence."""
    return check("licensed", all(source.licence.strip() for source in reading.item.sources), "a source without a licence")
