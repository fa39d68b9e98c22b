"""Grades given to the findings they grade; a grade that finds none states its finding by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spinemed.domain.assertion import Certainty
from spinemed.domain.findings import Finding
from spinemed.domain.scales import Grade, Scale
from spinemed.language.facts.attributes import without_levels
from spinemed.language.facts.grades import NONE_VALUES, GradeMention, find_grades, plain_reading
from spinemed.language.facts.polarity import Polarity
from spinemed.language.facts.reading import Reading, Term
from spinemed.language.facts.stretches import COLON, COMMA, WORD

INJURIES = frozenset(
    {
        Finding.BURST_FRACTURE,
        Finding.COMPRESSION_FRACTURE,
        Finding.VERTEBRAL_FRACTURE,
        Finding.FRACTURE_DISLOCATION,
        Finding.DISTRACTION_FRACTURE,
        Finding.FACET_INJURY,
    }
)
_INJURY_SCALES = frozenset({Scale.AO_MORPHOLOGY, Scale.AO_NEUROLOGY, Scale.AO_FACET, Scale.TLICS, Scale.SLIC})
# What these grade is never stated by the words on the right alone.
_NOT_OF = {
    Scale.GENANT: Finding.VERTEBRAL_FRACTURE,
    Scale.OF: Finding.VERTEBRAL_FRACTURE,
    Scale.WILTSE: Finding.SPONDYLOLYSIS,
}
# "C3/4、C4/5 Kang分别为2级、3级": one finding takes several grades, in the order of its levels.
RESPECTIVELY = re.compile(r"分别|respectively|(?<=级)、\s*(?:[ⅠⅡⅢⅣⅤ]|[IV]{1,3}|\d|[A-D]\d?)级", re.I)
_PAST = re.compile(
    r"(?:previously|formerly|\bwas|prior|before|earlier|versus|revised\s+to|ago[^.;]{0,18}|原为|此前|既往)\s*:?\s*\(?$", re.I
)


# "Tumour compresses the cord, CSF still seen: Bilsky 2": the grade sums up what stands before the colon.
_SUMS_UP = re.compile(r"^[^:;]*:\s*(?:corresponding\s+to\s+|i\.e\.\s+|即|相当于)?$", re.I)
_JUST_A_PLACE = re.compile(r"\s*(?:(?:at|of|in)\s+)?(?:the\s+)?(?:(?:lumbar|cervical|thoracic)\s+spine)?\s*", re.I)


def attach_grades(reading: Reading, polarity: Polarity) -> None:
    """Give every written grade to a finding of the sentence, or let it state one."""
    for term in reading.terms:
        sure = polarity.of(term.start, term.tail, term.rule.certainty if term.rule else None, value=False, finding=term.finding)
        term.denied = sure is Certainty.ABSENT
    for grade in find_grades(reading.text, reading.low):
        if grade.named:
            reading.graded.append((grade.start, grade.end))
        if not grade.readings:
            _without_value(reading, grade)
        elif not _given(reading, grade):
            stated = _stated(reading, grade)
            if stated is not None:
                reading.terms.append(stated)
    reading.terms.sort(key=lambda t: (t.start, t.end))


def _without_value(reading: Reading, grade: GradeMention) -> None:
    """A span of grades ("Pfirrmann II-III") states the finding and no grade."""
    if grade.states and not any(t.finding is grade.states and reading.apart(t.end, grade.start) <= COMMA for t in reading.terms):
        reading.terms.append(Term.of_grade(grade.start, grade.end, grade.states, None))


def _given(reading: Reading, grade: GradeMention) -> bool:
    if _is_past(reading, grade):
        return False
    owner = _owner(reading, grade)
    if owner is not None and _denies(owner, grade):
        owner, beside = _owner(reading, grade, affirmed=True), owner
        if owner is None and _injury_without(reading, grade) is None and reading.apart(beside.end, grade.start) < COMMA:
            return True  # "no pars defect (Wiltse III)": what is denied has no grade, and the grade states nothing
    owner = owner or _injury_without(reading, grade)
    value = _value(reading, owner, grade) if owner else None
    if owner is None or value is None:
        return False
    owner.grades.append((grade.start, value, grade.named))
    owner.touch(grade.start, grade.end)
    return True


def _denies(term: Term, grade: GradeMention) -> bool:
    """True where a denied finding cannot carry a grade; the values that mean "none" it can."""
    return term.denied and not NONE_VALUES & set(grade.readings)


def _is_past(reading: Reading, grade: GradeMention) -> bool:
    return _PAST.search(reading.text, max(0, grade.start - 40), grade.start) is not None


def _value(reading: Reading, term: Term, grade: GradeMention) -> Grade | None:
    if term.finding is None:
        return None
    if _NOT_OF.get(grade.readings[0].scale) is term.finding and not (
        _in_its_bracket(reading, term, grade) or _alone(reading, grade)
    ):
        return None
    return grade.on(term.finding) if grade.named else plain_reading(grade, term.finding)


def _alone(reading: Reading, grade: GradeMention) -> bool:
    """True where the sentence has no words of the finding that the grade states by itself."""
    return all(term.bare or term.finding is not grade.states for term in reading.terms)


def _in_its_bracket(reading: Reading, term: Term, grade: GradeMention) -> bool:
    """True for a grade in a bracket right behind a finding or its level: "spondylolysis at L5 (Wiltse II)"."""
    bracket = reading.joints.bracket(grade.start)
    if bracket is None or bracket[0] < term.end or grade.start - bracket[0] > 2:
        return False
    return _JUST_A_PLACE.fullmatch(without_levels(reading, term.end, bracket[0])) is not None


def _owner(reading: Reading, grade: GradeMention, *, affirmed: bool = False) -> Term | None:
    """The finding a grade belongs to: the nearest by the joints between, of those it grades and that have no such grade yet."""
    terms = [(i, term) for i, term in enumerate(reading.terms) if not (affirmed and term.denied)]
    ranked = [(rank, i) for i, term in terms if (rank := _rank(reading, term, grade)) is not None]
    return reading.terms[min(ranked)[1]] if ranked else None


def _rank(reading: Reading, term: Term, grade: GradeMention) -> tuple[int, int] | None:
    value = _value(reading, term, grade) if not term.bare else None
    if value is None or (_graded(term, grade, value) and not RESPECTIVELY.search(reading.text)):
        return None
    after = grade.start >= term.start
    a, b = (term.end, grade.start) if after else (grade.end, term.start)
    strength = reading.apart(a, b)
    if strength == COLON and after and term.finding is Finding.LSTV and grade.named:
        return 0, 0
    if strength == COLON and after and grade.named and _SUMS_UP.fullmatch(reading.text[term.end : grade.start]):
        return strength, abs(b - a)
    limit = (COMMA if grade.named else WORD) if after else 0
    if strength > limit or (after and _level_between(reading, term.end, grade.start, strength)):
        return None
    return strength, abs(b - a)


def _graded(term: Term, grade: GradeMention, value: Grade) -> bool:
    if grade.named:
        return any(g.scale is value.scale for _, g, named in term.grades if named)
    return any(named for _, _, named in term.grades)


def _level_between(reading: Reading, a: int, b: int, strength: int) -> bool:
    """True where another level is named at a comma between a finding and a grade: the grade is of that level."""
    return strength >= COMMA and any(
        a <= p.start and p.end <= b and reading.joints.between(a, p.start) >= COMMA for p in reading.places
    )


def _injuries(reading: Reading, grade: GradeMention) -> list[Term]:
    """The injuries before a grade of injuries, the last first."""
    scale = grade.readings[0].scale
    if scale not in _INJURY_SCALES:
        return []
    before = [t for t in reading.terms if t.start < grade.start and t.finding in INJURIES and not t.denied]
    return [
        t
        for t in reversed(before)
        if t.finding and grade.on(t.finding) and (t.finding is not Finding.FACET_INJURY or scale is Scale.AO_FACET)
    ]


def _injury_without(reading: Reading, grade: GradeMention) -> Term | None:
    """The injury named last, if it has no grade of the scale yet: however far an AO type stands behind, it is of the injury."""
    last = next(iter(_injuries(reading, grade)), None)
    scale = grade.readings[0].scale
    return last if last and not last.bare and all(g.scale is not scale for _, g, _ in last.grades) else None


def _stated(reading: Reading, grade: GradeMention) -> Term | None:
    """The finding that a grade states by itself."""
    finding = _finding_stated(reading, grade)
    if finding is None:
        return None
    value = grade.on(finding) if grade.named else plain_reading(grade, finding)
    return Term.of_grade(grade.start, grade.end, finding, value) if value else None


_OF_A_FORAMEN = re.compile("foram|间孔|神经孔")
_OF_THE_CANAL = re.compile(r"\bcentral\b|\bcanal\b|中央管|椎管", re.I)


def _finding_stated(reading: Reading, grade: GradeMention) -> Finding | None:
    scale = grade.readings[0].scale
    if scale in _INJURY_SCALES:
        return _injury_known(reading, grade)
    if scale is Scale.OPLL_TYPE:
        return Finding.OPLL if any(t.finding is Finding.OPLL and t.start < grade.start for t in reading.terms) else None
    if (
        not grade.named
        and Finding.DISC_DEGENERATION in reading.context.stated
        and re.search(r":\s*$", reading.text[: grade.start])
    ):
        return Finding.DISC_DEGENERATION  # "L3/4: Ⅱ级" in a list of Pfirrmann grades
    if scale is Scale.LEE_FORAMINAL and _OF_THE_CANAL.search(reading.text) and not _OF_A_FORAMEN.search(reading.low):
        return Finding.CANAL_STENOSIS
    return grade.states


def _injury_known(reading: Reading, grade: GradeMention) -> Finding | None:
    """The injury before the grade, else the one stated earlier of a level of this sentence, else the one stated last."""
    context = reading.context
    named: Sequence[Finding | None] = [t.finding for t in _injuries(reading, grade)]
    here = [context.injuries[level] for p in reading.places for level in p.levels if level in context.injuries]
    known = (*named, *here, *reversed(list(context.places)))
    return next((f for f in known if f in INJURIES and f and grade.on(f) is not None), None)
