"""Questions and replies against facts: the question is about them, the reply says what they say and answers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from spinemed.domain.assertion import Numbering
from spinemed.domain.claims import Claim, claim_of, entails, same_subject, within
from spinemed.domain.levels import Region, Segment
from spinemed.domain.names import Anatomy
from spinemed.domain.records import Check, Fact, Item
from spinemed.domain.roots import Root
from spinemed.domain.scales import SCALES
from spinemed.domain.taxonomy import Task
from spinemed.verify.asking import LOWEST_DISC, Asked, asked_of
from spinemed.verify.bank import question_of, same_question, tells_on
from spinemed.verify.derivation import both_sides
from spinemed.verify.reading import Reading, claims_in, clauses_in, is_placed, places_in
from spinemed.verify.verdicts import check, not_applicable


def stem_supported(reading: Reading) -> Check:
    """What a question names (a finding there, a procedure, a level) is what its facts are about, whatever they say of it."""
    item = reading.item
    if item.task in (Task.CONSULTATION, Task.REPORT) or not item.facts:
        return not_applicable("stem_supported")
    banked = question_of(item)
    if banked is not None and same_question(reading.stem, banked.quote):
        return check("stem_supported", True, "")
    asked = asked_of(item, reading.stem)
    known = [claim_of(fact) for fact in item.facts]
    subjects = [s for s in asked.subjects if s.subject is not None]
    if not all(any(_about(k, subject) for k in known) for subject in subjects):
        return check("stem_supported", False, "the question names what none of its facts is about")
    if any(isinstance(k.anatomy, Root) and _is_called_bone(k.anatomy, reading.stem) for k in known):
        return check("stem_supported", False, "the question calls a bone what its fact calls a root")
    anchored = (LOWEST_DISC,) if item.numbering is Numbering.ASSUMED else ()
    strange = [p for p in asked.places if p not in anchored and not _is_asked_of(p, asked.places, known)]
    return check("stem_supported", not strange, "the question names a level that none of its facts is about")


def _is_called_bone(root: Root, stem: str) -> bool:
    return re.search(rf"\b{root} (?:vertebra\w*|body|segment)|{root} ?(?:椎体|椎骨)", stem) is not None


def _is_asked_of(place: Anatomy, places: Sequence[Anatomy], known: Sequence[Claim]) -> bool:
    """The place of a fact, a part of it, or one end of it whose other end the question names too ("between L5 and L6")."""
    for claim in known:
        if within(place, claim.anatomy) and claim.anatomy is not Region.UNSTATED:
            return True
        if isinstance(claim.anatomy, Segment) and {claim.anatomy.upper, claim.anatomy.lower} <= set(places):
            return True
        if isinstance(place, Root) and str(place) == str(claim.anatomy):
            return True
        if isinstance(claim.anatomy, Root) and str(place) == str(claim.anatomy) and len(places) > 1:
            return True  # "is L5 the exiting root at L4-L5?": what a root is called alone is no bone
    return False


def _about(known: Claim, subject: Claim) -> bool:
    same = known.subject == subject.subject or same_subject(known, replace(subject, certainty=known.certainty))
    return same and (not is_placed(subject) or within(known.anatomy, subject.anatomy) or within(subject.anatomy, known.anatomy))


def replies_supported(reading: Reading) -> Check:
    """Every claim of a reply is what a fact says, and the reply answers: it makes a claim, names a level or quotes its source."""
    item = reading.item
    asked = asked_of(item, reading.stem)
    reading = replace(reading, replies=tuple(_on_its_scale(reply, asked) for reply in reading.replies))
    if not item.facts:
        # Of a picture without a level to name, a reply may say only that: `numbering_stated` sees that it names none.
        silent = bool(item.pictures) and item.numbering is Numbering.UNDETERMINED and not any(map(claims_in, reading.replies))
        return check("replies_supported", silent or bool(item.context), "nothing in the reply can be checked")
    if question_of(item) is not None and any(tells_on(reply) for reply in reading.replies):
        return check("replies_supported", False, "the reply says more than the answer it quotes")
    known = [claim_of(fact) for fact in item.facts]
    known += list(both_sides(known))
    for reply in reading.replies:
        for claim in (_placed(claim, asked) for claim in claims_in(reply)):
            if not any(entails(k, claim) for k in known) and not _stands_alone(reply, claim, known, asked):
                return check("replies_supported", False, "the reply says what no fact of the item says")
    if fault := next((f for reply in reading.replies for f in (_called_otherwise(item, reply), _denied_unread(reply)) if f), ""):
        return check("replies_supported", False, fault)
    if item.task is Task.OPEN_QA and not _answers(reading, asked):
        return check("replies_supported", False, "the reply does not answer what is asked")
    if item.task is Task.OPEN_QA and any(not _is_told(fact, reading, asked) for fact in item.facts):
        return check("replies_supported", False, "the reply leaves out what a fact of the item says")
    return check("replies_supported", True, "")


# "both exiting L5 roots", "左侧腰5行走根"
_ROLE = re.compile(
    r"\b(exiting|traversing)\s+(?:(?:left|right|nerve|both)\s+){0,2}(L\d|S1)\b|(?:(?:腰|L)(\d)|(?:骶|S)(1))(?:神经)?(出口|行走|走行)根",
    re.I,
)


def _roles_in(text: str) -> set[tuple[str, str]]:
    """Roots that a text calls exiting or traversing."""
    found: set[tuple[str, str]] = set()
    for m in _ROLE.finditer(text):
        root = m[2].upper() if m[2] else f"L{m[3]}" if m[3] else "S1"
        role = (m[1] or m[5]).lower()
        found.add((root, "exiting" if role in ("exiting", "出口") else "traversing"))
    return found


def _called_otherwise(item: Item, reply: str) -> str:
    """Of a root that a source calls traversing, and never exiting, a reply does not say that it is exiting."""
    known = {pair for span in item.context for pair in _roles_in(span.quote)}
    named = {root for root, _ in known}
    wrong = any(pair not in known and pair[0] in named for pair in _roles_in(reply))
    return "the reply calls a root what its source does not" if wrong else ""


def _denied_unread(reply: str) -> str:
    """Among the statements of a list that are read, none denies what cannot be read: "no fever; no weight loss"."""
    clauses = clauses_in(reply)
    read = [clause for clause in clauses if claims_in(clause)]
    strange = [clause for clause in clauses if _DENIAL.match(clause) and not claims_in(clause) and not places_in(clause)]
    return "the reply denies what no fact speaks of" if len(read) > 1 and strange else ""


_DENIAL = re.compile(
    r"\s*(?:no|without)\s+(?!other|further|red|more|such|additional)\w+(?:\s\w+)?\s*$|\s*无(?!其他|红旗|他)[\u4e00-\u9fff]{2,6}$",
    re.I,
)


def _on_its_scale(reply: str, asked: Asked) -> str:
    """A reply to a question about one scale means that scale by "grade IV" and "Ⅳ级"."""
    if len(asked.scales) != 1:
        return reply
    return _BARE_GRADE.sub(lambda m: f"{SCALES[asked.scales[0]].name_en} {m['value'] or m['value_zh']}", reply)


_BARE_GRADE = re.compile(r"(?<![A-Za-z] )\bgrade (?P<value>[IVX]+|\d)\b|(?<![A-Za-z ])(?P<value_zh>[IVX]+|[Ⅰ-Ⅴ])级")


def _stands_alone(reply: str, claim: Claim, known: Sequence[Claim], asked: Asked) -> bool:
    """True where the clause that makes the claim, read by itself, says something proven.

    In a report the level or "previously" of one clause holds for the next; in a list of statements each has its own or none.
    """
    for clause in clauses_in(reply):
        for other in (_placed(one, asked) for one in claims_in(clause)):
            same = (other.subject, other.grade, other.value, other.side) == (claim.subject, claim.grade, claim.value, claim.side)
            placed = other.anatomy == claim.anatomy or isinstance(other.anatomy, Region)
            if same and placed and any(entails(k, other) for k in known):
                return True
    return False


def _is_told(fact: Fact, reading: Reading, asked: Asked) -> bool:
    """True where a reply speaks of the fact's subject at its place; a fact that only names a level is told by its quote."""
    known = claim_of(fact)
    if fact.finding is None:
        return True
    said = [
        _placed(claim, asked) for reply in reading.replies for text in (reply, *clauses_in(reply)) for claim in claims_in(text)
    ]
    return any(_about(known, replace(claim, certainty=known.certainty)) for claim in said)


def _placed(claim: Claim, asked: Asked) -> Claim:
    """A reply to a question about one level speaks of that level."""
    if is_placed(claim) or len(asked.places) != 1:
        return claim
    return replace(claim, anatomy=asked.places[0]) if any(s.subject == claim.subject for s in asked.subjects) else claim


def _answers(reading: Reading, asked: Asked) -> bool:
    """The reply, or what it quotes, is about the subject and the level asked for."""
    said = [claim for text in (*reading.replies, *_quoted(reading)) for claim in claims_in(text)]
    places = {place for text in (*reading.replies, *_quoted(reading)) for place in places_in(text)}
    if not said and not places:
        return bool(_quoted(reading)) and not asked.subjects and not asked.places
    if asked.places and not any(_near(place, asked.places) for place in (*places, *(claim.anatomy for claim in said))):
        return False
    subjects = [s for s in asked.subjects if s.procedure is None]
    return not subjects or any(_about(claim, replace(s, anatomy=claim.anatomy)) for claim in said for s in subjects)


def _near(place: Anatomy, asked: Iterable[Anatomy]) -> bool:
    return any(within(place, other) or within(other, place) for other in asked)


def _quoted(reading: Reading) -> tuple[str, ...]:
    """What the assistant quotes, context shown as a whole included."""
    texts = "\n".join(m.content for m in reading.item.messages if m.role == "assistant")
    return (*reading.quotes, *(span.quote for span in reading.item.context if span.quote in texts))
