"""Questions of a bank: the question of the source said in other words is the same question; the answer is quoted, not told on."""

from __future__ import annotations

import re

from spinemed.domain.records import Item, TextSpan
from spinemed.domain.taxonomy import Task
from spinemed.verify.derivation import BANK_KEY

# What is asked of a disease, the first that matches.
_KINDS = tuple(
    re.compile(rf"\b(?:{words})", re.I)
    for words in (
        r"symptom|signs?\b|present|show itself|manifest",
        "inherit|run in famil|passed on",
        r"genetic|genes?\b|chromosom",
        "treat|manag|therap|cure",
        "outlook|prognos|course",
        "research|studies|trials",
        "how many|how common|frequen|prevalen",
        r"diagnos|tests?\b|detect",
        "prevent|avoid",
        "risk",
        "complicat",
        "cause|why|arise|lead|due to|etiolog|origin",
    )
)
_PLAIN = frozenset(
    """what which does that this with from have has been being they them their there when where how are and for the is do who
    people affected changes related cause causes caused symptom symptoms sign signs treatment treatments treated treat treating
    describe disorder disease condition called known explain about give tell information define meant outlook research done
    inherited many diagnosed diagnose prevent prevented risk arise arises why can
    itself show manifest you your patients patient""".split()
)
_NEGATED = re.compile(r"\b(?:not|never|except|no|without|least)\b|n't\b", re.I)
_INTRODUCES = re.compile(
    r"[:：]\s*$|source|says|answer|states?\b|quot|words?\b|reads|according|text|article|来源|写|答|原文|记载", re.I
)
LONGEST_ASIDE = 4
"""Words that may stand beside a quoted answer without introducing it."""


def question_of(item: Item) -> TextSpan | None:
    """The question of the bank that an open question puts."""
    banked = item.task is Task.OPEN_QA and item.context and all(fact.method == BANK_KEY for fact in item.facts)
    return item.context[0] if banked and item.facts else None


def same_question(stem: str, asked: str) -> bool:
    """True where two questions ask the same of the same: kind of question, negation, numbers and every word of the subject."""
    if _kind(stem) != _kind(asked) or bool(_NEGATED.search(stem)) != bool(_NEGATED.search(asked)):
        return False
    return bool(_subject(asked)) and _subject(asked) == _subject(stem)


def tells_on(words: str) -> bool:
    """True where the own words of a reply do more than introduce what it quotes."""
    parts = re.split(r"(?<=[.。!?:：])\s+|\n", words)
    return any(len(part.split()) > LONGEST_ASIDE and not _INTRODUCES.search(part) for part in parts)


def _kind(question: str) -> int:
    return next((n for n, kind in enumerate(_KINDS) if kind.search(question)), -1)


def _subject(question: str) -> frozenset[str]:
    words = [_ROMAN.get(m[0], m[0]) for m in re.finditer(r"[a-z]+|\d+", question.lower())]
    return frozenset(w for w in words if (len(w) > 2 or w.isdecimal()) and w not in _PLAIN)


_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5"}
