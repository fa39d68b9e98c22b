"""Operations and interventions that a text names, with the levels of their clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spinemed.domain.names import Anatomy
from spinemed.domain.procedures import PROCEDURES, Procedure
from spinemed.language.levels import Mention, find_mentions
from spinemed.language.passages import sentences

# What follows is not what is done: refused, ruled out, kept for later, done in the past, or a thing to look out for.
_NOT_DONE = re.compile(
    r"\b(?:no|not|without|avoid\w*|previous\w*|prior|earlier|declin\w+|reserved?|rather than|instead of|if|unless|may|might|"
    r"contraindicat\w+|consider\w*|option\w*|ago|after|versus|vs)\b|[不未无]|既往|曾|若|如|暂|拒绝|备选|前[）)]|避免|考虑|必要时|可能|保留|年前",
    re.I,
)


@dataclass(frozen=True, slots=True)
class ProcedureMention:
    """One procedure that a clause names as planned or done at the levels of that clause; `text[start:end]` is the clause."""

    procedure: Procedure
    anatomy: tuple[Anatomy, ...]
    start: int
    end: int


def find_procedures(text: str) -> Iterator[ProcedureMention]:
    """Procedures with the levels named in their own clause; a clause with a negation, a condition or a past in it gives none."""
    mentions = find_mentions(text)
    for start, end in sentences(text):
        if _CONDITION.search(text, start, end):
            continue
        for low, high in _clauses(text, start, end):
            yield from _of_clause(text, low, high, [m for m in mentions if low <= m.start and m.end <= high])


_CONDITION = re.compile(r"\b(?:if|unless|should (?:he|she|it|they|this))\b|若|如果|如(?=[^上下前图])", re.I)
_CLAUSE_END = re.compile(r"[;；。\n]|(?<!\d)[,，](?!\d)|:\s|：|\.\s")


def _clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    low = start
    for m in _CLAUSE_END.finditer(text, start, end):
        if m.start() > low:
            yield low, m.start()
        low = m.end()
    if low < end:
        yield low, end


def _of_clause(text: str, low: int, high: int, mentions: list[Mention]) -> Iterator[ProcedureMention]:
    clause = text[low:high]
    bones = [m for m in mentions if m.kind != "root"]
    if not bones or _NOT_DONE.search(clause):
        return
    found = _named(clause)
    last: list[Mention] = []
    for place, (start, end, procedure) in enumerate(found):
        before = found[place - 1][1] if place else 0
        after = found[place + 1][0] if place + 1 < len(found) else len(clause)
        # "C3-C6 laminectomy with C2-C7 fusion", "laminectomy C3-C6 with fusion C2-C7" (Chinese puts the level first), or one
        # list of levels before or after several procedures.
        own = [m for m in bones if before <= m.start - low < start]
        if not own and (place + 1 == len(found) or not _HAN.search(clause)):
            own = [m for m in bones if end <= m.start - low < after]
        last = own or last or [m for m in bones if m.start - low >= found[-1][1]]
        if last:
            yield ProcedureMention(procedure, tuple(a for m in last for a in m.anatomy), low, high)


_HAN = re.compile(r"[\u4e00-\u9fff]")


@cache
def _patterns() -> tuple[tuple[Procedure, re.Pattern[str]], ...]:
    """The narrow names before the wide ones, so that a discectomy and fusion is one procedure."""
    wide = (Procedure.FUSION, Procedure.DECOMPRESSION)
    order = [Procedure.ACDF, *(p for p in Procedure if p not in (Procedure.ACDF, *wide)), *wide]
    return tuple((p, re.compile(rf"(?:\b(?:{PROCEDURES[p].pattern_en})|{PROCEDURES[p].pattern_zh})", re.I)) for p in order)


def _named(text: str) -> list[tuple[int, int, Procedure]]:
    """Start, end and procedure of every name, in order; a name inside another one is none of its own."""
    found: list[tuple[int, int, Procedure]] = []
    for procedure, pattern in _patterns():
        if (m := pattern.search(text)) and not any(a < m.end() and m.start() < b for a, b, _ in found):
            found.append((*m.span(), procedure))
    return sorted(found)


def procedures_named(text: str) -> tuple[Procedure, ...]:
    """The procedures a text names, whatever it says of them, in order."""
    return tuple(procedure for _, _, procedure in _named(text))
