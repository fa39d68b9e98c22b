"""An item read as a stranger reads it: its own words apart from what it quotes, and the claims those words make."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from spinemed.domain.assertion import Certainty
from spinemed.domain.claims import Claim
from spinemed.domain.levels import Region, Segment, Vertebra
from spinemed.domain.names import Anatomy, parse_name
from spinemed.domain.quantities import QUANTITIES
from spinemed.domain.records import Item, Option
from spinemed.domain.taxonomy import Task
from spinemed.errors import LevelError
from spinemed.language.facts import TextFact, find_facts
from spinemed.language.levels import find_mentions

QUOTE = re.compile(r"“([^“”]*(?:“[^“”]*”[^“”]*)*)”")
"""What stands between quotation marks, pairs inside it included."""
PICTURE = "<image>"


@dataclass(frozen=True)
class Reading:
    """An item and its words.

    Args:
        stem: the question without what it shows, its options and the line that says how to answer.
        replies: what the assistant says in its own words, turn by turn, for a report section by section.
        quotes: what stands in quotation marks in any message, outside the context shown as a whole.
    """

    item: Item
    stem: str
    replies: tuple[str, ...]
    quotes: tuple[str, ...]

    @property
    def words(self) -> str:
        """Everything the item says in its own words."""
        return "\n".join((self.stem, *self.replies))


def read_item(item: Item) -> Reading:
    """The item's own words and quotes; the context is taken out wherever it is shown word for word."""
    quotes: list[str] = []

    def own(text: str) -> str:
        for span in item.context:
            text = text.replace(f"“{span.quote}”", " ").replace(span.quote, " ")
        quotes.extend(m[1] for m in QUOTE.finditer(text))
        return QUOTE.sub(" ", text).replace(PICTURE, " ").strip()

    asked = [own(m.content) for m in item.messages if m.role != "assistant"]
    if item.sections:
        replies = [own(section.text) for section in item.sections]
    else:
        replies = [own(m.content) for m in item.messages if m.role == "assistant"]
    stem = "\n".join(asked)
    if item.task is Task.MCQ:
        stem = _without_options(stem, item.options)
        lines = {option.line for option in item.options}
        replies = [reply.partition("\n")[2] if reply.partition("\n")[0].strip() in lines else reply for reply in replies]
    return Reading(item, stem, tuple(replies), tuple(quotes))


_OPTION_LINE = re.compile(r"^\s*\(?[A-F][.)．、:：]\s*\S")


def _without_options(stem: str, options: Sequence[Option]) -> str:
    """The question alone: options go, and after them the line that says how to answer."""
    texts = {option.text for option in options}
    lines = stem.split("\n")
    listed = [n for n, line in enumerate(lines) if _OPTION_LINE.match(line) or line.strip() in texts]
    last = listed[-1] if listed else len(lines)
    return "\n".join(line for n, line in enumerate(lines) if n not in listed and (n < last or not _HOW_TO_ANSWER.search(line)))


_HOW_TO_ANSWER = re.compile(r"\b(?:letters?|option|answer|choose|reply)\b|字母|选项|作答|选择|回答", re.I)


@lru_cache(maxsize=4096)
def facts_in(text: str) -> tuple[TextFact, ...]:
    """What a passage states; the same passages are asked about again and again."""
    return tuple(find_facts(text, of_spine=True))


@lru_cache(maxsize=4096)
def places_in(text: str) -> tuple[Anatomy, ...]:
    """Every level a text names, in order, each once; a text that is nothing but a name is one even where prose would doubt it."""
    found = tuple(dict.fromkeys(anatomy for mention in find_mentions(text, of_spine=True) for anatomy in mention.anatomy))
    if len(found) == 2 and len(text) <= LONGEST_BETWEEN and _BETWEEN.search(text):
        found = _joined(found)
    if found or len(text) > LONGEST_NAME:
        return found
    names = [name.strip(" .。") for name in _LISTED_NAMES.split(text)]
    try:
        return tuple(parse_name(name) for name in names)
    except LevelError:
        return ()


_LISTED_NAMES = re.compile(r"[、,，与和&+]|\band\b|\bplus\b")


LONGEST_NAME = 40
LONGEST_BETWEEN = 120
_BETWEEN = re.compile(r"\bbetween\b|之间|椎间$", re.I)


def _joined(pair: tuple[Anatomy, ...]) -> tuple[Anatomy, ...]:
    """The segment between two neighbouring vertebrae; the two themselves where they are none."""
    upper, lower = pair
    if not isinstance(upper, Vertebra) or not isinstance(lower, Vertebra):
        return pair
    try:
        return (Segment(upper, lower),)
    except LevelError:
        return pair


def claim_read(fact: TextFact) -> Claim:
    """The claim that a stretch of text makes."""
    return Claim(
        finding=fact.finding,
        quantity=fact.quantity.value if fact.quantity else None,
        anatomy=fact.anatomy,
        side=fact.side,
        zone=fact.zone,
        grade=fact.grade,
        value=fact.value,
        unit=fact.unit,
        certainty=fact.certainty,
    )


@lru_cache(maxsize=4096)
def claims_in(words: str) -> tuple[Claim, ...]:
    """The claims of an item's own words, in order, each once; to ask is not to doubt, so question marks are left out."""
    text = _WHICH_GRADE.sub("", _ASKING.sub(" ", words))
    found = find_facts(text, of_spine=True, asked=True)
    measured = [m.span() for m in _quantity_names().finditer(text)]
    # "Canal encroachment 25%" measures; that it narrows the canal is another claim, which nobody made.
    kept = [f for f in found if f.finding is None or not any(a <= f.start < b for a, b in measured)]
    return tuple(dict.fromkeys(_listed(text, fact, claim_read(fact)) for fact in kept))


def clauses_in(words: str) -> list[str]:
    """The statements of a list one by one, each under the head of its line ("- L4-L5: ...", "Denied: ...")."""
    found: list[str] = []
    for line in words.split("\n"):
        placed = _HEAD.match(line)
        # A level heads its whole line; what is denied ends with the sentence ("Negative findings: ... . Also stated: ...").
        whole = placed is not None and bool(places_in(placed[1]))
        for sentence in [line] if whole else _STOP.split(line):
            head = placed if whole else _HEAD.match(sentence)
            start = head.end() if head and (whole or _DENIED_HEAD.search(head[0])) else 0
            parts = [part.strip() for part in _CLAUSE.split(sentence[start:]) if part.strip()]
            found += [f"{sentence[:start]} {part}" for part in parts] if start else parts
    return found


_HEAD = re.compile(r"\s*[-•]?\s*([^:：;；。]{1,40})[:：]")
_STOP = re.compile(r"。|\.\s|\.$")
_CLAUSE = re.compile(r"[;；。]|\.\s|\.$")


@cache
def _quantity_names() -> re.Pattern[str]:
    """Every quantity by its full name."""
    names = sorted({name for info in QUANTITIES.values() for name in (info.name_en, info.name_zh)}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, names)), re.I)


LONGEST_LIST = 600
"""How far before a finding, in characters, the head of its list is looked for."""
_ASKING = re.compile(r"[?？]")
_WHICH_GRADE = re.compile(r"哪一(?=[级型度期])")  # no grade one
# "Denied: A; B", "All of these are absent: A, B", "... is denied, and so is B", "以下均为阴性：A；B".
_DENIED_HEAD = re.compile(
    r"\b(?:denied|denies|absent|negatives?|ruled out|excluded|excludes|"
    r"not (?:present|found|recorded|described))\b[^.;]{0,24}:[^.]*$|"
    r"\b(?:denied|absent|ruled out|excluded|negative)\b,? and so (?:is|are) [^.]*$|"
    r"(?:没有|阴性|否认|否定|未见|排除|为无|均无|不存在)[^。：；]{0,8}：[^。]*$",
    re.I,
)
# "A: no", "鞍区麻木：无", "A、B均无".
_DENIED_TAIL = re.compile(
    r"^[^.;:,。；：，]{0,20}[:：]\s*(?:no\b|none\b|absent|denied|negative|无|没有|阴性|未见|否认)|"
    r"^[^。；，]{0,24}(?:均|都|也)(?:无|没有|未见|阴性|否认|不)",
    re.I,
)


def _listed(text: str, fact: TextFact, claim: Claim) -> Claim:
    """A claim in a list whose head, or whose entry, denies what it lists."""
    if claim.certainty is not Certainty.PRESENT or claim.finding is None:
        return claim
    line = max(text.rfind("\n", 0, fact.start) + 1, fact.start - LONGEST_LIST)
    denied = _DENIED_HEAD.search(text[line : fact.start]) or _DENIED_TAIL.match(text[fact.end : fact.end + 40].split("\n")[0])
    return replace(claim, certainty=Certainty.ABSENT) if denied else claim


def is_placed(claim: Claim) -> bool:
    """True where the claim says where."""
    return claim.anatomy is not Region.UNSTATED
