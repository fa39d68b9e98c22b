"""The key against facts and passages: it is what they say, and no other option is, nor could be argued for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from spinemed.domain.assertion import Certainty, Laterality
from spinemed.domain.claims import Claim, claim_of, entails, refutes, same_subject, within
from spinemed.domain.levels import Range, Segment
from spinemed.domain.names import levels_of
from spinemed.domain.records import Check, Item, Option, TextSpan
from spinemed.domain.roots import Root, exiting_root, traversing_root
from spinemed.domain.scales import SCALES, Grade
from spinemed.domain.taxonomy import Task
from spinemed.errors import LevelError
from spinemed.language.levels import find_mentions
from spinemed.verify.asking import Asked, asked_of
from spinemed.verify.derivation import BANK_KEY, both_sides, known_claims
from spinemed.verify.marks import fault_of_mark, marks_of
from spinemed.verify.options import claimed
from spinemed.verify.reading import Reading, claims_in, is_placed, places_in
from spinemed.verify.verdicts import check, not_applicable
from spinemed.verify.words import (
    measures_in,
)


def key_supported(reading: Reading) -> Check:
    """The key is what the facts say, no wrong option is, and none can be argued for."""
    item = reading.item
    if item.task is not Task.MCQ:
        return not_applicable("key_supported")
    fault = _option_fault(reading)
    return check("key_supported", not fault, fault)


def _option_fault(reading: Reading) -> str:
    item = reading.item
    if any(fact.method == BANK_KEY for fact in item.facts):
        return _fault_of_bank(item)
    marks = marks_of(item)
    if marks:
        return fault_of_mark(item, reading.stem, marks)
    if _asks_role(item):
        return _fault_of_role(item, reading.stem, "\n".join(reading.replies))
    asked = asked_of(item, reading.stem)
    if not asked.subjects and not any(claims_in(option.text) for option in item.options):
        return _fault_of_mention(item, reading.stem)
    if sense := _superlative(reading.stem):
        return _fault_of_comparison(item, asked, sense)
    known = known_claims(item)
    for option in item.options:
        fault = _fault_of(item, option, asked, known)
        if fault:
            return f"option {option.letter}: {fault}"
    return ""


def _fault_of(item: Item, option: Option, asked: Asked, known: Sequence[Claim]) -> str:
    claims = claimed(asked, option.text)
    if not claims:
        return "what it claims cannot be read"
    proven = all(any(_says(k, claim, option) for k in known) for claim in claims)
    if option.letter == item.key:
        cited = [claim_of(fact) for fact in item.facts]
        cited += list(both_sides(cited))
        return "" if all(any(entails(k, c) for k in cited) for c in claims) else "the key says what no fact of the item says"
    if proven:
        return "a fact says the same: it is right too"
    if _stands_in(item, option, claims):
        return "the passage holds this value too"
    if any(refutes(k, claim) for k in known for claim in claims):
        return ""
    if not item.context:
        return "no fact refutes it"
    return "the passage leaves room for it" if any(_arguable(k, c, option) for k in known for c in claims) else ""


def _stands_in(item: Item, option: Option, claims: Sequence[Claim]) -> bool:
    """True for a value that the passage gives as well: of two dimensions of one thing, neither is wrong."""
    return any(claim.value is not None for claim in claims) and any(
        measured <= set(measures_in(span.quote))
        for measured in [set(measures_in(option.text))]
        if measured
        for span in item.context
    )


def _says(known: Claim, claim: Claim, option: Option) -> bool:
    """True where a known claim makes an option right; what is on both sides is on the left too, unless the side is asked for."""
    if entails(known, claim):
        return True
    one_sided = claim.side in (Laterality.LEFT, Laterality.RIGHT)
    names_more = bool(claims_in(option.text) or places_in(option.text))
    return one_sided and names_more and entails(known, replace(claim, side=Laterality.BILATERAL))


def _arguable(known: Claim, claim: Claim, option: Option) -> bool:
    """True where the passage speaks of such a thing at such a place, so that a wrong option could be defended.

    Asked of options that name a place or a finding; a side, a grade or a value beside the one described is plainly wrong.
    """
    if claim.certainty is not Certainty.PRESENT or known.certainty not in (Certainty.PRESENT, Certainty.UNCERTAIN):
        return False
    if not (places_in(option.text) or claims_in(option.text)) or not is_placed(known) or not is_placed(claim):
        return False
    related = same_subject(known, claim) or same_subject(claim, known)
    overlapping = within(known.anatomy, claim.anatomy) or within(claim.anatomy, known.anatomy)
    graded = claim.grade is not None and known.grade is not None and claim.grade != known.grade
    return related and overlapping and not graded


def _fault_of_mention(item: Item, stem: str) -> str:
    """A question of which level a text names: the key is named there, as what the question calls it, and no other option is."""
    if _NOT_NAMED.search(stem):
        return "the question asks for what the passage does not name"
    roots = {isinstance(fact.anatomy, Root) for fact in item.facts if set(levels_of(fact.anatomy)) <= set(item.levels)}
    if _NERVES.search(stem) and True not in roots:
        return "the question asks for a root, and the passage names a bone"
    named = {a for span in item.context for m in find_mentions(span.quote) for a in m.anatomy}
    for option in item.options:
        places = places_in(option.text)
        if len(places) != 1:
            return f"option {option.letter}: what it claims cannot be read"
        if option.letter != item.key and not isinstance(places[0], Range) and any(within(places[0], place) for place in named):
            return f"option {option.letter}: the passage names it, or a range that holds it"
        if (places[0] in named) != (option.letter == item.key):
            said = "the passage names it" if places[0] in named else "the passage does not name it"
            return f"option {option.letter}: {said}"
    return ""


def _fault_of_bank(item: Item) -> str:
    answer = next(fact.evidence[0] for fact in item.facts if fact.method == BANK_KEY)
    if not isinstance(answer, TextSpan):
        return "the answer of the question bank is not quoted"
    for option in item.options:
        if (option.text.strip() == answer.quote.strip()) != (option.letter == item.key):
            return f"option {option.letter}: the question bank gives another answer"
    return ""


_NOT_NAMED = re.compile(r"\b(?:not|never|nowhere|except|without)\b|未(?:被)?(?:提|写|涉)|没有(?:提|写)|不包括|除了", re.I)
_NERVES = re.compile(r"\bnerve roots?\b|\broots\b|神经根", re.I)


def _asks_role(item: Item) -> bool:
    """True where every option names one of the two roles."""
    return all(_EXITING.search(option.text) or _TRAVERSING.search(option.text) for option in item.options)


_EXITING, _TRAVERSING = re.compile(r"exit|出口|出行", re.I), re.compile(r"travers|passing|passes|行走|下行|走行", re.I)


def _fault_of_role(item: Item, stem: str, reply: str) -> str:
    """Exiting or traversing root of a lumbar segment: anatomy says (docs/reference/clinical.md, Roots)."""
    roots = {fact.anatomy for fact in item.facts if isinstance(fact.anatomy, Root)}
    segments = {fact.anatomy for fact in item.facts if isinstance(fact.anatomy, Segment)}
    if len(roots) != 1 or len(segments) != 1:
        return "the question does not rest on one root and one segment"
    root, segment = roots.pop(), segments.pop()
    if str(root) not in stem.replace(" ", "").replace("腰", "L").replace("骶", "S"):
        return "the question does not name the root of its facts"
    try:
        role = "exiting" if root is exiting_root(segment) else "traversing" if root is traversing_root(segment) else ""
    except LevelError:
        return "this segment has no such roots"
    if not role:
        return "the root neither leaves nor passes this segment"
    for option in item.options:
        says = {name for name, pattern in (("exiting", _EXITING), ("traversing", _TRAVERSING)) if pattern.search(option.text)}
        if (says == {role}) != (option.letter == item.key):
            return f"option {option.letter}: anatomy says otherwise"
    if _ABOVE.search(reply):
        return "a lumbar root leaves below the pedicle of its number"
    return ""


_ABOVE = re.compile(r"\babove\b|\bover the pedicle|上方|上缘", re.I)
_MOST = re.compile(
    r"\b(?:most (?:severe|advanced|marked|pronounced)|worst|highest|greatest|severest|more severe)\b|最重|最严重|最高|最差|更重",
    re.I,
)
_LEAST = re.compile(
    r"\b(?:least severe|mildest|lowest grade|least marked|less severe|least)\b|最轻|(?:分级|级别|程度|评分)最低|较轻", re.I
)


def _superlative(stem: str) -> int:
    """1 where the worst is asked for, -1 for the least bad, 0 for neither."""
    return bool(_MOST.search(stem)) - bool(_LEAST.search(stem))


def _fault_of_comparison(item: Item, asked: Asked, sense: int) -> str:
    ranks: dict[str, int] = {}
    for option in item.options:
        grades = {
            claim.grade
            for claim in (claim_of(fact) for fact in item.facts)
            if claim.grade is not None
            and claim.anatomy in places_in(option.text)
            and any(subject.subject == claim.subject for subject in asked.subjects)
        }
        if len(grades) != 1:
            return f"option {option.letter}: it has no single grade to compare"
        ranks[option.letter] = sense * _badness(grades.pop())
    worst = [letter for letter, rank in ranks.items() if rank == max(ranks.values())]
    return "" if worst == [item.key] else "another option has the grade asked for"


def _badness(grade: Grade) -> int:
    return grade.rank if SCALES[grade.scale].higher_is_worse is not False else -grade.rank
