"""What an item says clinically, as one number: two items of different fingerprints are never duplicates.

Text alone cannot tell cases apart: "L4-L5, left" and "L5-S1, right" differ in a few characters of a page. So the fingerprint
holds all that decides about a patient: facts, key, pictures, and in the order of the text every level, number, side, negation,
degree, time, sex, place and finding it names (`clinical_words`).
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Sequence

from spinemed.dataset.clinical_words import clinical_words
from spinemed.domain.records import Candidate, Fact, Item

TEMPLATE = "question"
"""The trace parameter that names the template of a constructed item."""

_SIGN = re.compile(r"[-−](?=\d)")
_BLANKS = re.compile(r"\s+")
_OUTSIDE_WORDS = re.compile(r"[\W_]+")


def fingerprint(candidate: Candidate) -> int:
    """64 bits of what a candidate says; equal for items that differ in spelling, phrasing or layout alone."""
    item = candidate.item
    said = (
        item.task,
        item.language,
        item.modality,
        sorted(item.axes),
        sorted(item.levels),
        sorted(picture.sha256 for picture in item.pictures),
        sorted(_claim(fact) for fact in item.facts),
        [section.name for section in item.sections],
        *_answers(item),
        [(message.role, *clinical_words(text)) for message, text in zip(item.messages, texts(item), strict=True)],
        [tuple(clinical_words(span.quote)) for span in item.context],
        templates(candidate),
    )
    return number_of(json.dumps(said, ensure_ascii=False, default=str))


def templates(candidate: Candidate) -> list[str]:
    """The templates that made a constructed item; a drafted one has none."""
    return sorted({p.value for trace in candidate.traces for p in trace.parameters if p.name == TEMPLATE})


def number_of(*parts: str) -> int:
    """64 bits of some texts in order, the same on every machine."""
    digest = hashlib.blake2b(digest_size=8)
    for part in parts:
        encoded = part.encode("utf-8", "surrogatepass")
        digest.update(len(encoded).to_bytes(8) + encoded)
    return int.from_bytes(digest.digest())


def texts(item: Item) -> list[str]:
    """The messages without option lines and picture marks: the order of options says nothing."""
    lines = {option.line: option for option in item.options}
    found: list[str] = []
    for message in item.messages:
        kept = (line for line in message.content.split("\n") if line not in lines and line != "<image>")
        found.append("\n".join(kept))
    return found


def plain(text: str) -> str:
    """Text for comparison: one form for every character, small letters, single blanks."""
    return _BLANKS.sub(" ", unicodedata.normalize("NFKC", text).lower()).strip()


def letters(text: str) -> str:
    """Plain text without punctuation, where only layout may differ."""
    return _OUTSIDE_WORDS.sub(" ", plain(text)).strip()


def _claim(fact: Fact) -> str:
    """All that a fact says; not which words of which source say it, nor who read them."""
    return fact.model_dump_json(exclude={"schema_version", "id", "evidence", "method"})


def _answers(item: Item) -> tuple[str, Sequence[str]]:
    """The key's text, and the other options' in one order where no passage says what is asked about."""
    key = next((option.text for option in item.options if option.letter == item.key), "")
    return _value(key), sorted(_value(text) for text in others(item))


def others(item: Item) -> list[str]:
    """Wrong options that are part of the question; about a passage that is shown, other ones make no other question."""
    return [] if item.context else [option.text for option in item.options if option.letter != item.key]


def _value(text: str) -> str:
    # A sign before a number is all that stands between two values; other punctuation is layout.
    return letters(_SIGN.sub("minus ", plain(text)))
