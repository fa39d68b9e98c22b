"""The facts of one sentence, once its words, grades, values and places are known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spinemed.domain.assertion import Certainty, Laterality
from spinemed.domain.findings import FINDINGS, Finding
from spinemed.domain.levels import Range, Region, Segment
from spinemed.domain.names import Anatomy
from spinemed.domain.quantities import Quantity
from spinemed.domain.scales import Grade, Scale
from spinemed.language.facts.attributes import attach_severities, attach_sides, attach_zones
from spinemed.language.facts.context import Context
from spinemed.language.facts.fact import TextFact
from spinemed.language.facts.grades import NONE_VALUES
from spinemed.language.facts.grading import INJURIES, RESPECTIVELY, attach_grades
from spinemed.language.facts.headings import read_headings
from spinemed.language.facts.hits import find_terms
from spinemed.language.facts.pairing import pairs, roots_of
from spinemed.language.facts.places import LESSER
from spinemed.language.facts.polarity import Polarity
from spinemed.language.facts.reading import Reading, Term
from spinemed.language.facts.rules import Tongue
from spinemed.language.facts.siting import Site, site_of
from spinemed.language.facts.stretches import CLAUSE
from spinemed.language.facts.values import add_values
from spinemed.language.levels import Mention

_FRACTURES = INJURIES | {
    Finding.PATHOLOGICAL_FRACTURE,
    Finding.SACRAL_FRACTURE,
    Finding.DENS_FRACTURE,
    Finding.ATLAS_FRACTURE,
    Finding.HANGMAN_FRACTURE,
}
_TUMOURS = frozenset({Finding.PRIMARY_TUMOUR, Finding.INTRADURAL_TUMOUR, Finding.HAEMANGIOMA})
_ORGAN = re.compile(
    r"phar[ye]n|laryn|nasal|trachea|airway|oesoph|esoph|kidney|renal|hepat|liver|spleen|gall|pulmon|mediastin|bronch|atrium|thyroid|breast|ovar|uterus|prostat|咽|喉|鼻|气管|食管|肝|胆|肾|脾|肺",
    re.I,
)
_VESSEL = re.compile(r"aort|arter|carotid|cranial|subclavian|coronary|angiogra|valve|血管|动脉", re.I)
_CANAL = re.compile(r"canal|spinal|lumbar|cervical|thoracic|central|椎管", re.I)
_LESS = re.compile(rf"{LESSER}(?:at\s+|in\s+)?(?:the\s+)?$", re.I)
_AGAIN = re.compile(r"(?:\b(?:the|this|that|these|those|said)\s+(?:\w+\s+)?|该|此|上述)$", re.I)
_TOO_MUCH = re.compile(r"\b(?:exaggerated|increased|excessive|marked|severe)\s+(?:thoracic\s+)?$", re.I)
_BRACKET_BEHIND = re.compile(r"\s*\([^()]{6,60}\)")
_SEVERITY_BEHIND = re.compile(r"\s*(?:为|:)?\s*(轻度|中度|重度|mild|moderate|severe)")
_A_PARAMETER = re.compile(r"(?:thoracic|[TLC]\d{1,2}\s*-\s*[TLC]?\d{1,2}|normal|physiolog\w+)\s+$", re.I)


def read_sentence(text: str, offset: int, tongue: Tongue, mentions: Sequence[Mention], context: Context) -> Iterator[TextFact]:
    """The facts of a sentence that begins at `offset`; the context moves on."""
    reading = Reading(text, offset, tongue, mentions, context)
    if context.spine:
        reading.terms = find_terms(reading)
    read_headings(reading)
    if not context.spine:
        return
    polarity = Polarity(text, tongue.cues, reading.joints, context)
    attach_grades(reading, polarity)
    add_values(reading)
    if not reading.terms:
        return
    attach_sides(reading)
    attach_zones(reading)
    attach_severities(reading)
    yield from _signs_once(reading, polarity)


def _signs_once(reading: Reading, polarity: Polarity) -> Iterator[TextFact]:
    """The facts; a sign that one clause tells in several words is told once."""
    told: dict[tuple[Finding, Certainty], int] = {}
    last: TextFact | None = None
    for term in reading.terms:
        for fact in _facts_of(reading, term, polarity):
            if fact.finding is not None and term.sign:
                before = told.get((fact.finding, fact.certainty))
                told[fact.finding, fact.certainty] = term.end
                if before is not None and reading.joints.between(before, term.start) < CLAUSE:
                    continue
            if last is not None and _same_again(reading, last, fact):
                continue
            last = fact
            yield fact


_SO = re.compile(
    r"[\s,]*(?:约?[\d.]+\s*[mc]m,)?(?:(?:thus\s+)?(?:indicating|i\.e\.|meaning|that\s+is)\s+[\w\s]{0,20}|即|未见|无)?"
)


def _same_again(reading: Reading, last: TextFact, fact: TextFact) -> bool:
    """True for what the words right behind say once more: "峡部连续，未见峡部裂"."""
    if fact.finding is None or fact.grade or last.grade or fact.finding is not last.finding or fact.start < last.end:
        return False
    same = (fact.anatomy, fact.side, fact.certainty) == (last.anatomy, last.side, last.certainty)
    gap = reading.text[last.end - reading.offset : fact.start - reading.offset]
    return same and _SO.fullmatch(gap) is not None


def _facts_of(reading: Reading, term: Term, polarity: Polarity) -> Iterator[TextFact]:
    certainty = _certainty(term, polarity)
    if certainty is None or not _sensible(reading, term, certainty):
        return
    site = site_of(reading, term, absent=certainty is Certainty.ABSENT)
    if _of_a_disc_alone(term) and not all(isinstance(level, Segment) for level in site.levels):
        return
    roots = roots_of(reading, term)
    if len(roots) > 1:
        for place, side in roots:
            for level in place.levels:
                yield _fact(reading, term, level, site, polarity, said=(side, None, certainty))
        return
    if told := _one_by_one(reading, term, site):
        for level, grade in told:
            yield _fact(reading, term, level, site, polarity, said=(pairs(reading, term, certainty)[0][0], grade, certainty))
        _remember(reading.context, term, site, certainty)
        return
    for side, said in pairs(reading, term, certainty, site.named):
        # "No severe stenosis" denies; a grade of what is not there is one that means none (Kang 0).
        grade = said if certainty is not Certainty.ABSENT or said in NONE_VALUES else None
        for level in site.levels:
            here = grade if grade is None or len(site.levels) == 1 or _graded_there(reading, term, grade, level) else None
            sure = Certainty.ABSENT if here in NONE_VALUES and certainty is Certainty.PRESENT else certainty
            yield _fact(reading, term, level, site, polarity, said=(side, here, sure))
    _remember(reading.context, term, site, certainty)


def _one_by_one(reading: Reading, term: Term, site: Site) -> list[tuple[Anatomy, Grade]]:
    """Levels each with a grade of its own: "C3/4、C4/5分别为Kang 2级、3级", "腰椎管狭窄（L3/4轻度，L4/5重度）"."""
    if term.finding is None:
        return []
    grades = [grade for _, grade, _ in sorted(term.grades, key=lambda g: g[0])]
    if len(grades) > 1 and len(grades) == len(site.levels) and RESPECTIVELY.search(reading.text):
        return list(zip(site.levels, grades, strict=True))
    bracket = _BRACKET_BEHIND.match(reading.text, term.tail)
    if bracket is None or Scale.SEVERITY not in FINDINGS[term.finding].scales:
        return []
    inside = [p for p in reading.places if bracket.start() < p.start and p.end < bracket.end() and len(p.levels) == 1]
    words = [_SEVERITY_BEHIND.match(reading.text, p.end) for p in inside]
    if len(inside) < 2 or None in words:
        return []
    return [(p.levels[0], Grade.parse(Scale.SEVERITY, w[1])) for p, w in zip(inside, words, strict=True) if w]


def _certainty(term: Term, polarity: Polarity) -> Certainty | None:
    rule = term.rule
    value = term.bare or term.measure is not None
    certainty = polarity.of(term.start, term.tail, rule.certainty if rule else None, value=value, finding=term.finding)
    if term.measure and term.measure.past and certainty is Certainty.PRESENT:
        return Certainty.HISTORICAL
    return None if rule and rule.only_cue and certainty not in rule.only_cue else certainty


def _of_a_disc_alone(term: Term) -> bool:
    """True for height lost of what is not named: at a segment it is the disc's, at a body no narrowing."""
    return (
        term.finding is Finding.DISC_NARROWING and term.rule is not None and term.rule.stems[0] == "height_loss".replace("_", " ")
    )


def _remember(context: Context, term: Term, site: Site, certainty: Certainty) -> None:
    finding = term.finding
    if finding is None:
        return
    context.stated.add(finding)
    if not isinstance(site.levels[0], Region) and certainty is not Certainty.ABSENT:
        context.places[finding] = context.last = site.levels
        if finding in INJURIES:
            context.injuries.update(dict.fromkeys(site.levels, finding))


def _fact(
    reading: Reading,
    term: Term,
    level: Anatomy,
    site: Site,
    polarity: Polarity,
    *,
    said: tuple[Laterality, Grade | None, Certainty],
) -> TextFact:
    low, high = polarity.widen(term.low, term.high)
    start, end = reading.offset + low, reading.offset + high
    named = site.named
    if isinstance(level, Range) and reading.context.extra:
        level = Range(level.top, level.bottom, level.inside | reading.context.extra)
    side, grade, certainty = said
    return TextFact(
        start,
        end,
        level,
        finding=term.finding,
        grade=grade,
        quantity=term.quantity,
        value=term.measure.value if term.measure else None,
        unit=term.measure.unit if term.measure else None,
        side=side,
        zone=term.zones[0] if len(set(term.zones)) == 1 else None,
        certainty=certainty,
        place=named if named and not (start <= named[0] and named[1] <= end) else None,
    )


def _less_there(reading: Reading, level: Anatomy) -> bool:
    """True where the finding is told of a level as less than of another: the grade is not its own."""
    mention = next((m for m in reading.mentions if level in m.anatomy), None)
    return mention is not None and _LESS.search(reading.text[max(0, mention.start - 40) : mention.start]) is not None


def _graded_there(reading: Reading, term: Term, grade: Grade, level: Anatomy) -> bool:
    """False where a grade in brackets stands right behind another level of the list: "C6-C7 (Kang 0) and C7-T1"."""
    if _less_there(reading, level) or RESPECTIVELY.search(reading.text):
        return False
    for pos, value, _ in term.grades:
        bracket = reading.joints.bracket(pos) if value == grade else None
        behind = next((m for m in reading.mentions if bracket and 0 <= bracket[0] - m.end <= 1), None)
        if behind and behind.end < max(m.end for m in reading.mentions) and level not in behind.anatomy:
            return False
    return True


def _sensible(reading: Reading, term: Term, certainty: Certainty) -> bool:
    """False for what the words alone would state, and the conventions of this project do not."""
    finding = term.finding
    if finding is None:
        return not (term.quantity is Quantity.LESION_SIZE and _of_an_organ(reading, term))
    if term.rule and term.rule.again:
        return finding is _stated_last(reading, term.rule.findings, term.start)
    if finding is Finding.ANTICOAGULATION_WITH_ACUTE_DEFICIT:
        # The words themselves, or a drug and somewhere in the text an acute deficit.
        told = re.search("deficit|缺损|障碍|损害", reading.text[term.start : term.end]) is not None
        return told or certainty is Certainty.ABSENT or (certainty is Certainty.PRESENT and reading.context.deficit)
    if finding is Finding.FACET_INJURY and term.rule and term.rule.certainty:
        return reading.context.trauma
    if term.sign:
        return certainty not in (Certainty.HISTORICAL, Certainty.FAMILY) and _legs_denied(reading, term, certainty)
    if finding in _TUMOURS and _of_an_organ(reading, term):
        return False
    if finding is Finding.CANAL_STENOSIS and not reading.places and _VESSEL.search(reading.text):
        return _CANAL.search(reading.text, max(0, term.start - 24), term.end + 24) is not None
    if finding is Finding.KYPHOSIS and _is_parameter(reading, term):
        return False
    return not _is_back_reference(reading, term, finding, certainty)


def _stated_last(reading: Reading, findings: Sequence[Finding], start: int) -> Finding | None:
    """The one of these findings that the sentence, else the text before, names last."""
    here = [t.finding for t in reading.terms if t.end <= start and t.finding in findings and not (t.rule and t.rule.again)]
    before = [finding for finding in findings if finding in reading.context.stated]
    return next(reversed(here), before[0] if len(before) == 1 else None)


def _of_an_organ(reading: Reading, term: Term) -> bool:
    """True for a tumour of throat, chest or belly: "pharyngeal lumen free of plasmacytoma"."""
    low, high = reading.joints.clause(term.start)
    return _ORGAN.search(reading.text, low, high) is not None and not any(low <= p.start < high for p in reading.places)


def _legs_denied(reading: Reading, term: Term, certainty: Certainty) -> bool:
    """Leg signs are denied where two of pain, numbness and weakness are."""
    if (
        term.finding is not Finding.BILATERAL_LEG_SIGNS
        or certainty is not Certainty.ABSENT
        or (term.rule and term.rule.certainty)
    ):
        return True
    around = reading.text[max(0, term.start - 12) : term.end + 6]
    return (
        "下肢" not in around
        or "体征" in around
        or "症状" in around
        or sum(word in around for word in ("麻", "痛", "无力", "乏力")) >= 2
    )


def _is_parameter(reading: Reading, term: Term) -> bool:
    """True for "thoracic kyphosis 42°": a parameter with a value, no deformity."""
    measured = any(t.quantity is Quantity.KYPHOSIS_ANGLE and abs(t.start - term.end) < 12 for t in reading.terms)
    named = _A_PARAMETER.search(reading.text[: term.start]) is not None and not _TOO_MUCH.search(reading.text, 0, term.start)
    return measured and named and "kyphotic" not in reading.text[term.start : term.end]


def _is_back_reference(reading: Reading, term: Term, finding: Finding, certainty: Certainty) -> bool:
    """True for "the extrusion", "the fracture" once stated, without anything new."""
    if certainty is not Certainty.PRESENT or not _AGAIN.search(reading.text, max(0, term.start - 24), term.start):
        return False
    stated = reading.context.stated
    if finding is Finding.VERTEBRAL_FRACTURE and _FRACTURES & stated:
        return re.match(r"\s+(?:of|at)\b", reading.text[term.end :]) is None
    near = any(p.start >= term.start - 40 and p.end <= term.end + 30 for p in reading.places)
    return finding in stated and not near and not term.grades and not term.severities
