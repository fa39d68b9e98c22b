"""Checks that ask whether facts carry what an item says: facts against their evidence, options and replies against facts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spinemed.domain.assertion import Certainty, Laterality, Numbering
from spinemed.domain.claims import Claim, claim_of, entails, refutes, same_subject, within
from spinemed.domain.levels import Range, Region, Segment, Vertebra
from spinemed.domain.names import Anatomy
from spinemed.domain.records import Check, Fact, Item, MaskEvidence, Option, TextSpan, content_id
from spinemed.domain.roots import Root, exiting_root, traversing_root
from spinemed.domain.scales import SCALES, Grade
from spinemed.domain.taxonomy import Task
from spinemed.errors import LevelError
from spinemed.language.levels import find_mentions
from spinemed.language.procedures import find_procedures
from spinemed.verify.options import Asked, claimed, measures_in, read_stem
from spinemed.verify.reading import Reading, claim_read, claims_in, facts_in, is_placed, places_in
from spinemed.verify.verdicts import check, not_applicable

BANK_KEY = "bank_key"
"""Method of a fact whose evidence is the answer a question bank gives; its level is not said."""
_ANCHOR = Segment(Vertebra.L5, Vertebra.S1)


def facts_untouched(reading: Reading) -> Check:
    """Every fact still has the id that its content gives it."""
    item = reading.item
    if not item.facts:
        return not_applicable("facts_untouched")
    return check(
        "facts_untouched",
        all(fact.id == content_id("fact", fact) for fact in item.facts),
        "a fact does not have the id of its content: it was changed after it was made",
    )


def facts_derived(reading: Reading) -> Check:
    """What a fact takes from a text can be read from that text again: same finding, place, side, grade, value and certainty."""
    item = reading.item
    quoted = [(fact, span) for fact in item.facts if isinstance(span := fact.evidence[0], TextSpan)]
    if not quoted:
        return not_applicable("facts_derived")
    for fact, span in quoted:
        shown = next((c for c in item.context if c.holds(span)), None)
        if shown is None:
            return check("facts_derived", False, "a fact rests on a text that the item does not hold")
        if not _is_derived(fact, shown, span):
            return check("facts_derived", False, "a fact says what its quoted text does not say")
    return check("facts_derived", True, "")


def _is_derived(fact: Fact, shown: TextSpan, span: TextSpan) -> bool:
    start, end = span.start - shown.start, span.end - shown.start
    if fact.method == BANK_KEY:
        return True
    if fact.procedure is not None:
        return any(
            p.procedure is fact.procedure and fact.anatomy in p.anatomy and p.start < end and start < p.end
            for p in find_procedures(shown.quote)
        )
    if fact.finding is None and fact.quantity is None:
        return any((m.start, m.end) == (start, end) and fact.anatomy in m.anatomy for m in find_mentions(shown.quote))
    said = claim_of(fact)
    return any(claim_read(f) == said and f.start < end and start < f.end for f in facts_in(shown.quote))


def known_claims(item: Item) -> tuple[Claim, ...]:
    """What the facts say and what else the passages shown say; left and right together are both sides."""
    known = [claim_of(fact) for fact in item.facts]
    known += [claim_read(fact) for span in item.context for fact in facts_in(span.quote)]
    return tuple(dict.fromkeys((*known, *_both_sides(known))))


def _both_sides(known: Sequence[Claim]) -> Iterator[Claim]:
    for claim in known:
        if claim.side is Laterality.LEFT:
            for other in known:
                if other.side is Laterality.RIGHT and replace(other, side=claim.side, grade=None, zone=None) == replace(
                    claim, grade=None, zone=None
                ):
                    yield replace(claim, side=Laterality.BILATERAL, grade=claim.grade if claim.grade == other.grade else None)


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
    marks = _marks(item)
    if marks:
        return _fault_of_mark(item, reading.stem, marks)
    if _ROLE.search(reading.stem):
        return _fault_of_role(item, reading.stem, "\n".join(reading.replies))
    asked = _asked(item, reading.stem)
    if not asked.subjects and not any(claims_in(option.text) for option in item.options):
        return _fault_of_mention(item)
    if sense := _superlative(reading.stem):
        return _fault_of_comparison(item, asked, sense)
    known = known_claims(item)
    for option in item.options:
        fault = _fault_of(item, option, asked, known)
        if fault:
            return f"option {option.letter}: {fault}"
    return ""


def _asked(item: Item, stem: str) -> Asked:
    asked = read_stem(stem)
    if item.numbering is Numbering.ASSUMED:
        # The disc that an assumed count starts from, and the sacrum below it, are named by every such question.
        places = tuple(place for place in asked.places if place != _ANCHOR) if len(asked.places) > 1 else asked.places
        subjects = [replace(s, anatomy=Region.UNSTATED) if isinstance(s.anatomy, Region) else s for s in asked.subjects]
        asked = replace(asked, places=places, subjects=tuple(dict.fromkeys(subjects)))
    done = {fact.procedure for fact in item.facts if fact.procedure is not None}
    if len(asked.subjects) > 1 and any(subject.procedure in done for subject in asked.subjects):
        # One procedure may be told in the words of several ("ACDF, a discectomy with fusion").
        asked = replace(asked, subjects=tuple(subject for subject in asked.subjects if subject.procedure in done))
    return asked


def _fault_of(item: Item, option: Option, asked: Asked, known: Sequence[Claim]) -> str:
    claims = claimed(asked, option.text)
    if not claims:
        return "what it claims cannot be read"
    proven = all(any(_says(k, claim, option) for k in known) for claim in claims)
    if option.letter == item.key:
        cited = [claim_of(fact) for fact in item.facts]
        cited += list(_both_sides(cited))
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
    """True where a known claim makes an option right; what is on both sides is on the left too, unless the side is what is asked."""
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


def _fault_of_mention(item: Item) -> str:
    """A question of which level a text names: the key is named there, no other option is."""
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


def _marks(item: Item) -> dict[str, Fact]:
    return {
        evidence.mark: fact
        for fact in item.facts
        for evidence in fact.evidence
        if isinstance(evidence, MaskEvidence) and evidence.mark
    }


_MARKED = re.compile(
    r"(?:\b(?:marked|letter|labelled|labeled|mark|structure|vertebra)\s+|标记|字母|标注|标有|标为)\s*[“\"']?([A-Z])(?![A-Za-z0-9])",
    re.I,
)


def _fault_of_mark(item: Item, stem: str, marks: dict[str, Fact]) -> str:
    letters = {m[1] for m in _MARKED.finditer(stem) if m[1].isupper() and m[1] in marks}
    if len(letters) != 1:
        return "the question does not name one letter of the picture"
    fact = marks[letters.pop()]
    if _NERVE.search(stem):
        return "a vertebra is marked, no root"
    for option in item.options:
        places = places_in(option.text)
        if (places == (fact.anatomy,)) != (option.letter == item.key):
            return f"option {option.letter}: the mask says otherwise"
    return ""


_NERVE = re.compile(r"\broots?\b|nerve|神经", re.I)
_ROLE = re.compile(r"exiting|traversing|出口|行走", re.I)
_EXITING, _TRAVERSING = re.compile(r"exit|出口|出行", re.I), re.compile(r"travers|passing|passes|行走|下行|走行", re.I)


def _fault_of_role(item: Item, stem: str, reply: str) -> str:
    """Exiting or traversing root of a lumbar segment: anatomy says (docs/reference/clinical.md, Roots)."""
    roots = {fact.anatomy for fact in item.facts if isinstance(fact.anatomy, Root)}
    segments = {fact.anatomy for fact in item.facts if isinstance(fact.anatomy, Segment)}
    if len(roots) != 1 or len(segments) != 1:
        return "the question does not rest on one root and one segment"
    root, segment = roots.pop(), segments.pop()
    if (
        not isinstance(root, Root)
        or not isinstance(segment, Segment)
        or str(root) not in stem.replace(" ", "").replace("腰", "L").replace("骶", "S")
    ):
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
    r"\b(?:most severe|worst|highest|greatest|most marked|severest|more severe)\b|最重|最严重|最高|最差|更重", re.I
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


def stem_supported(reading: Reading) -> Check:
    """What a question names (a finding there, a procedure, a level) is what its facts are about, whatever they say of it."""
    item = reading.item
    if item.task in (Task.CONSULTATION, Task.REPORT) or not item.facts:
        return not_applicable("stem_supported")
    asked = _asked(item, reading.stem)
    known = [claim_of(fact) for fact in item.facts]
    subjects = [s for s in asked.subjects if s.subject is not None]
    if not all(any(_about(k, subject) for k in known) for subject in subjects):
        return check("stem_supported", False, "the question names what none of its facts is about")
    anchored = {_ANCHOR} if item.numbering is Numbering.ASSUMED else set()
    strange = [p for p in asked.places if p not in anchored and not _is_asked_of(p, asked.places, known)]
    return check("stem_supported", not strange, "the question names a level that none of its facts is about")


def _is_asked_of(place: Anatomy, places: Sequence[Anatomy], known: Sequence[Claim]) -> bool:
    """The place of a fact, a part of it, or one end of it whose other end the question names too ("between L5 and L6")."""
    for claim in known:
        if within(place, claim.anatomy) and claim.anatomy is not Region.UNSTATED:
            return True
        if isinstance(claim.anatomy, Segment) and {claim.anatomy.upper, claim.anatomy.lower} <= set(places):
            return True
        if isinstance(place, Root) and str(place) == str(claim.anatomy):
            return True
    return False


def _about(known: Claim, subject: Claim) -> bool:
    same = known.subject == subject.subject or same_subject(known, replace(subject, certainty=known.certainty))
    return same and (not is_placed(subject) or within(known.anatomy, subject.anatomy) or within(subject.anatomy, known.anatomy))


def replies_supported(reading: Reading) -> Check:
    """Every claim of a reply is what a fact says, and the reply answers: it makes a claim, names a level or quotes its source."""
    item = reading.item
    if not item.facts:
        # Of a picture without a level to name, a reply may say only that: `numbering_stated` sees that it names none.
        silent = bool(item.pictures) and item.numbering is Numbering.UNDETERMINED and not any(map(claims_in, reading.replies))
        return check("replies_supported", silent or bool(item.context), "nothing in the reply can be checked")
    known = [claim_of(fact) for fact in item.facts]
    known += list(_both_sides(known))
    asked = _asked(item, reading.stem)
    for reply in reading.replies:
        for claim in (_placed(claim, asked) for claim in claims_in(reply)):
            if not any(entails(k, claim) for k in known):
                return check("replies_supported", False, "the reply says what no fact of the item says")
    if item.task is Task.OPEN_QA and not _answers(reading, asked):
        return check("replies_supported", False, "the reply does not answer what is asked")
    if item.task is Task.OPEN_QA and any(not _is_told(fact, reading, asked) for fact in item.facts):
        return check("replies_supported", False, "the reply leaves out what a fact of the item says")
    return check("replies_supported", True, "")


def _is_told(fact: Fact, reading: Reading, asked: Asked) -> bool:
    """True where a reply speaks of the fact's subject at its place; facts that only name a level or a quote are told by quoting."""
    known = claim_of(fact)
    if fact.finding is None:
        return True
    said = [_placed(claim, asked) for reply in reading.replies for claim in claims_in(reply)]
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


def marks_right(reading: Reading) -> Check:
    """A reply that pairs letters of the picture with levels pairs them as the mask does."""
    marks = _marks(reading.item)
    if not marks or reading.item.task is Task.MCQ:
        return not_applicable("marks_right")
    for reply in reading.replies:
        for part in _PART.split(reply):
            letters = [m[0] for m in _LETTER.finditer(part) if m[0] in marks]
            places = places_in(part)
            if len(letters) == 1 and len(places) == 1 and marks[letters[0]].anatomy != places[0]:
                return check("marks_right", False, f"the mask says otherwise of mark {letters[0]}")
    return check("marks_right", True, "")


_PART = re.compile(r"[;；,，。\n]|\band\b|\.\s")
_LETTER = re.compile(r"(?<![A-Za-z0-9])[A-Z](?![A-Za-z0-9])")
