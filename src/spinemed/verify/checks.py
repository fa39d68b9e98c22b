"""Checks of an item against the facts and evidence inside it: small functions, each with one question and a reason.

They read the item as a stranger would: options and texts are parsed again, nothing is believed because a stage wrote it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from spinemed.domain.assertion import Certainty, Numbering
from spinemed.domain.findings import Finding
from spinemed.domain.names import Anatomy, levels_of, parse_name
from spinemed.domain.records import Check, Fact, Item, Option, TextSpan, Verdict
from spinemed.domain.scales import Grade, Scale
from spinemed.domain.taxonomy import Language, Task
from spinemed.errors import GradeError, LevelError
from spinemed.language.levels import find_mentions
from spinemed.verify.identifiers import find_identifiers

_HAN = re.compile(r"[\u4e00-\u9fff]")
_QUOTE = re.compile("“(.*)”", re.DOTALL)
_ANCHOR = ("L5-S1",)  # what an assumed count starts from, and every such question names
_LATIN_WORD = re.compile(r"[A-Za-z]{4,}")
COUNTING = {Language.EN: "counting up from the lowest disc shown", Language.ZH: "自图中最下方椎间盘起向上计数"}


def verify_item(item: Item) -> tuple[Check, ...]:
    """Every check of an item, in order; the item stands when none fails."""
    return tuple(check(item) for check in CHECKS)


def failures(checks: Sequence[Check]) -> list[Check]:
    """The checks that failed."""
    return [check for check in checks if check.verdict is Verdict.FAIL]


def options_distinct(item: Item) -> Check:
    """No two options say the same, and there are at least two."""
    if item.task is not Task.MCQ:
        return _not_applicable("options_distinct")
    said = [_meaning(option.text) for option in item.options]
    return _check(
        "options_distinct", len(said) >= 2 and len(set(said)) == len(said), "two options say the same, or there is only one"
    )


def one_right_option(item: Item) -> Check:
    """The key is the only option that no fact refutes, and every other names a fact of the item."""
    if item.task is not Task.MCQ:
        return _not_applicable("one_right_option")
    ids = {fact.id for fact in item.facts}
    for option in item.options:
        if (option.refuted_by is None) != (option.letter == item.key):
            return _check(
                "one_right_option",
                False,
                f"option {option.letter} is {'not refuted' if option.refuted_by is None else 'the key, yet refuted'}",
            )
        if option.refuted_by is not None and option.refuted_by not in ids:
            return _check("one_right_option", False, f"option {option.letter} is refuted by a fact the item does not hold")
    return _check("one_right_option", True, "")


def key_supported(item: Item) -> Check:
    """The key is what the facts say, and no wrong option is."""
    if item.task is not Task.MCQ:
        return _not_applicable("key_supported")
    named = {a for span in item.context for m in find_mentions(span.quote) for a in m.anatomy}
    for option in item.options:
        reason = _fault_of(item, option, named)
        if reason:
            return _check("key_supported", False, f"option {option.letter}: {reason}")
    return _check("key_supported", True, "")


def _fault_of(item: Item, option: Option, named: set[Anatomy]) -> str:
    """Why an option does not fit the facts, or '': a level is compared with those the passage names or with the discs."""
    right = option.letter == item.key
    grade = _grade(option.text)
    if grade is not None:
        graded = [f for f in item.facts if f.grade is not None]
        return "" if graded and (graded[0].grade == grade) == right else "its grade disagrees with the fact"
    level = _level(option.text)
    if level is None:
        return "it is neither a level nor a grade"
    if item.context:
        return "" if (level in named) == right else "the passage names it" if level in named else "the passage does not name it"
    return _fault_of_disc(item, option, level)


def _fault_of_disc(item: Item, option: Option, level: Anatomy) -> str:
    right = option.letter == item.key
    about = item.facts[0]
    if right:
        return "" if about.anatomy == level else "the key is not the level of its fact"
    refuting = next((f for f in item.facts if f.id == option.refuted_by), None)
    if refuting is None or level == about.anatomy:
        return "nothing refutes it"
    if refuting.anatomy != level:
        return "the fact that should refute it is about another level"
    return "" if _contradicts(refuting, about) else "the fact that should refute it says the same as the key's"


def _contradicts(fact: Fact, key: Fact) -> bool:
    """Another grade of the same finding, or its absence where the key's is present; silence contradicts nothing."""
    if fact.finding is not key.finding:
        return False
    if fact.grade is not None and key.grade is not None:
        return fact.grade != key.grade
    return (fact.certainty, key.certainty) == (Certainty.ABSENT, Certainty.PRESENT)


def quotes_verbatim(item: Item) -> Check:
    """Every quote of a fact stands at its offsets in the context, and the question shows the context word for word."""
    if not item.context:
        return _not_applicable("quotes_verbatim")
    question = item.messages[0].content
    if any(span.quote not in question for span in item.context):
        return _check("quotes_verbatim", False, "the question does not show its context word for word")
    spans = [e for fact in item.facts for e in fact.evidence if isinstance(e, TextSpan)]
    return _check(
        "quotes_verbatim",
        all(any(c.holds(s) for c in item.context) for s in spans),
        "a quote is not in the context at its offsets",
    )


def reply_gives_key(item: Item) -> Check:
    """The question lists every option, the reply gives the key, and what it quotes was shown to the reader."""
    if item.task is not Task.MCQ:
        return _not_applicable("reply_gives_key")
    listed = item.messages[0].content.split("\n")
    answer, rationale = _answer_and_rationale(item)
    quote = _QUOTE.search(rationale)
    if any(_line(option) not in listed for option in item.options):
        return _check("reply_gives_key", False, "the question does not list its options")
    if answer not in [_line(option) for option in item.options if option.letter == item.key]:
        return _check("reply_gives_key", False, "the reply gives another answer than the key")
    shown = quote is None or any(quote[1] in span.quote for span in item.context)
    return _check("reply_gives_key", shown, "the reply quotes what the question does not show")


def levels_real(item: Item) -> Check:
    """Every level the item lists belongs to a fact, and the words around text and options name no other."""
    known = {level for fact in item.facts for level in _levels_of(fact)}
    strange = [level for level in item.levels if level not in known]
    if strange:
        return _check("levels_real", False, f"{len(strange)} of its levels belong to no fact")
    allowed = {*item.levels, *(_ANCHOR if item.numbering is Numbering.ASSUMED else ())}
    stem = [line for line in _frame(item).split("\n") if line not in [_line(option) for option in item.options]]
    words = "\n".join((*stem, _QUOTE.sub("", _answer_and_rationale(item)[1])))
    named = {level for mention in find_mentions(words) for level in mention.levels}
    return _check("levels_real", named <= allowed, "question or reply name a level that the item is not about")


def numbering_stated(item: Item) -> Check:
    """An assumed count is said in the question; an undetermined one supports no level."""
    numberings = {fact.numbering for fact in item.facts}
    if Numbering.UNDETERMINED in numberings:
        return _check("numbering_stated", False, "a fact's numbering is undetermined: no level may be named")
    if Numbering.ASSUMED not in numberings:
        return _not_applicable("numbering_stated")
    said = COUNTING[item.language] in item.messages[0].content.lower()
    return _check(
        "numbering_stated", said and item.numbering is Numbering.ASSUMED, "the count is assumed and the question does not say so"
    )


def only_slice_findings(item: Item) -> Check:
    """From one mid-sagittal slice only degeneration and narrowing of discs are asked."""
    if not item.pictures:
        return _not_applicable("only_slice_findings")
    allowed = {Finding.DISC_DEGENERATION, Finding.DISC_NARROWING}
    return _check(
        "only_slice_findings", all(f.finding in allowed for f in item.facts), "a finding that one mid-sagittal slice cannot show"
    )


def language_kept(item: Item) -> Check:
    """The frame of the item is in its language; quoted source text may be in another."""
    frame = _frame(item)
    if item.language is Language.EN:
        return _check("language_kept", not _HAN.search(frame), "Chinese characters in an English item")
    words = [w for w in _LATIN_WORD.findall(frame) if w not in ("image", "Pfirrmann")]
    return _check("language_kept", bool(_HAN.search(frame)) and not words, "English words in a Chinese item, or no Chinese")


def no_identifier(item: Item) -> Check:
    """No message holds what looks like an identifier of a person."""
    found = sum(len(find_identifiers(message.content)) for message in item.messages)
    return _check("no_identifier", not found, f"{found} stretches look like an identifier of a person")


def pictures_shown(item: Item) -> Check:
    """Every picture has its place in the question, and no place is empty."""
    places = item.messages[0].content.count("<image>")
    return _check("pictures_shown", places == len(item.pictures), f"{places} places for {len(item.pictures)} pictures")


def licensed(item: Item) -> Check:
    """Every source says its licence."""
    return _check("licensed", all(source.licence.strip() for source in item.sources), "a source without a licence")


CHECKS: tuple[Callable[[Item], Check], ...] = (
    options_distinct,
    one_right_option,
    key_supported,
    quotes_verbatim,
    reply_gives_key,
    levels_real,
    numbering_stated,
    only_slice_findings,
    language_kept,
    no_identifier,
    pictures_shown,
    licensed,
)


def _check(name: str, passed: bool, reason: str) -> Check:
    return Check(name=name, verdict=Verdict.PASS if passed else Verdict.FAIL, reason="" if passed else reason)


def _not_applicable(name: str) -> Check:
    return Check(name=name, verdict=Verdict.NOT_APPLICABLE, reason="")


def _frame(item: Item) -> str:
    """The question without the source text it shows."""
    frame = item.messages[0].content
    for span in item.context:
        frame = frame.replace(span.quote, "")
    return frame


def _answer_and_rationale(item: Item) -> tuple[str, str]:
    answer, _, rationale = item.messages[-1].content.partition("\n")
    return answer, rationale


def _line(option: Option) -> str:
    return f"{option.letter}. {option.text}"


def _meaning(text: str) -> str:
    level = _level(text)
    return str(level) if level is not None else re.sub(r"\W+", "", text).lower()


def _level(text: str) -> Anatomy | None:
    try:
        return parse_name(text)
    except LevelError:
        return None


def _grade(text: str) -> Grade | None:
    try:
        return Grade.parse(Scale.PFIRRMANN, text) if "pfirrmann" in text.lower() else None
    except GradeError:
        return None


def _levels_of(fact: Fact) -> tuple[str, ...]:
    return levels_of(fact.anatomy)
