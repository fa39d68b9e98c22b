"""The sides of a finding with their grades: "mild right, moderate left" is two facts, "severe, Kang 3" is one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spinemed.domain.assertion import Certainty, Laterality
from spinemed.domain.findings import FINDINGS, Finding
from spinemed.domain.quantities import Quantity
from spinemed.domain.roots import Root
from spinemed.domain.scales import Grade, Scale
from spinemed.language.facts.attributes import SIDED_QUANTITIES, UNSIDED
from spinemed.language.facts.places import Place
from spinemed.language.facts.reading import Reading, Term
from spinemed.language.facts.siting import SOME_ROOT
from spinemed.language.facts.stretches import CLAUSE

_SIDED_SIGNS = frozenset({Finding.PROGRESSIVE_WEAKNESS, Finding.BILATERAL_LEG_SIGNS, Finding.SADDLE_ANAESTHESIA})
_LENT = frozenset({Finding.LSTV, Finding.EPIDURAL_ABSCESS, Finding.SACROILIITIS})
_TWO_LEGS = re.compile(r"\b(?:both|bilateral)\s+(?:legs|thighs|feet|lower)|双下肢|双侧下肢|双腿", re.I)
_SIDE_OF = {
    "左": Laterality.LEFT,
    "右": Laterality.RIGHT,
    "双": Laterality.BILATERAL,
    "left": Laterality.LEFT,
    "right": Laterality.RIGHT,
}
_CURVE_SIDE = re.compile(r"\b(?:left|right)\b|[左右](?=侧?(?:凸|突|主?弯(?!曲?像))|,)|(?<=[凸弯]向)[左右]", re.I)
_SIDE_BEFORE_ROOT = re.compile(
    r"\b(left|right)\s+(?:(?:traversing|exiting|descending|nerve|spinal)\s+)*$|(左|右|双)侧?(?:出口|行走|走行)?$", re.I
)
_PRESSES = re.compile(r"compress|indent|displac|flatten|imping|压迫|推压|挤压", re.I)
_SIDED_TUMOUR = re.compile(
    r"\b(?:(?:tumou?r|mass|metasta\w+|deposit)\b[\s,]*(?:on\s+the\s+)?(left|right)(?:\b|-)"
    r"|(left|right)(?:[\s-]+\w+){0,3}?\s+(?:tumou?r|mass|metasta\w+|deposit)\b)|([左右])[^,;。]{0,8}?(?:肿瘤|肿块|肿物|转移)",
    re.I,
)
_SEVERITY_OF = {word: Grade(Scale.SEVERITY, word) for word in ("mild", "moderate", "severe")}


def pairs(
    reading: Reading, term: Term, certainty: Certainty, named: tuple[int, int] | None = None
) -> list[tuple[Laterality, Grade | None]]:
    """Each side with each grade that is stated of it; at least one pair. `named`: where the text names its level."""
    if term.finding is None:
        return [(_side_of_value(reading, term), None)]
    words = [(pos, _severity(term.finding, word)) for pos, word in sorted(term.severities, key=lambda w: w[0])]
    graded = list(dict.fromkeys(grade for _, grade, _ in term.grades))
    sides = _sides(term, term.finding, certainty)
    single = [(pos, side) for pos, side in sides if side in (Laterality.LEFT, Laterality.RIGHT)]
    if not graded and len(words) >= 2 and len({side for _, side in single}) == 2:
        return [(side, min(words, key=lambda w: _pull(w[0], pos, words[0][0] < single[0][0]))[1]) for pos, side in single]
    side = _told_elsewhere(reading, term, _one(sides), certainty)
    if side is Laterality.NOT_STATED and named and term.finding is Finding.NERVE_ROOT_COMPRESSION:
        side = _side_of_root(reading, named[0] - reading.offset)
    if graded:
        own = {grade: _beside(reading.text, pos) for pos, grade, _ in term.grades}
        return [(own[grade] or side, grade) for grade in graded]
    grades = {grade for _, grade in words}
    return [(side, grades.pop() if len(grades) == 1 else None)]


_SIDE_OF_GRADE = re.compile(
    r"(?:[A-Za-z]+\s*(?:分级)?:)?([左右])侧?\d|(?:[A-Z]\w+\s*:\s*)?(left|right)\s+\d|(?:[A-Z][a-z]+\s+(?:grade\s+)?)?\d\s+(?:on\s+the\s+)?(left|right)",
    re.I,
)


def _beside(text: str, pos: int) -> Laterality | None:
    """The side right before a grade: "both foramina are narrow (Lee: left 3, right 1)"."""
    here = next((m for low in (pos, pos - 1, pos - 2, pos - 5, pos - 6) if (m := _SIDE_OF_GRADE.match(text, max(0, low)))), None)
    return _SIDE_OF[(here[1] or here[2] or here[3]).lower()] if here else None


def roots_of(reading: Reading, term: Term) -> list[tuple[Place, Laterality]]:
    """Several roots in the words of one finding, each with its own side: "the right S1 root and both L5 roots are free"."""
    if term.finding is not Finding.NERVE_ROOT_COMPRESSION or len({side for _, side in term.sides}) < 2:
        return []
    roots = [p for p in reading.places if Root in p.kinds and term.start <= p.end + 1 and p.end <= term.tail]
    found: list[tuple[Place, Laterality]] = []
    low = 0
    for place in roots:
        here = [side for pos, side in term.sides if low <= pos < place.start]
        if not here:
            return []
        found.append((place, here[-1]))
        low = place.end
    return found


def _side_of_root(reading: Reading, start: int) -> Laterality:
    """The side in the words of a root named before: "the fat round the left L4 root obliterated, root not deformed"."""
    word = _SIDE_BEFORE_ROOT.search(reading.text[max(0, start - 40) : max(0, start)])
    return _SIDE_OF[(word[1] or word[2]).lower()] if word else Laterality.NOT_STATED


def _side_of_tumour(reading: Reading, term: Term) -> Laterality:
    """The side of a tumour that is said to compress the cord; of a disc or a canal the cord takes none."""
    low, _ = reading.joints.clause(term.start)
    if not _PRESSES.match(reading.text, term.start):
        return Laterality.NOT_STATED
    named = _SIDED_TUMOUR.search(reading.text[low : term.start])
    return _SIDE_OF[named[named.lastindex or 0].lower()] if named else Laterality.NOT_STATED


def _severity(finding: Finding, word: str | None) -> Grade | None:
    return _SEVERITY_OF[word] if word and Scale.SEVERITY in FINDINGS[finding].scales else None


def _pull(word: int, side: int, word_first: bool) -> int:
    """How far a severity word stands from a side, in the order the text pairs them."""
    distance = side - word if word_first else word - side
    return distance if distance >= 0 else 1000 - distance


def _sides(term: Term, finding: Finding, certainty: Certainty) -> list[tuple[int, Laterality]]:
    if finding in UNSIDED:
        return []
    if FINDINGS[finding].sign:
        if finding not in _SIDED_SIGNS or (certainty is Certainty.ABSENT and finding is not Finding.PROGRESSIVE_WEAKNESS):
            return []
        if finding is Finding.BILATERAL_LEG_SIGNS:
            return [(0, Laterality.BILATERAL)]
    return sorted(term.sides, key=lambda s: s[0])


def _one(sides: Sequence[tuple[int, Laterality]]) -> Laterality:
    values = {side for _, side in sides}
    if Laterality.BILATERAL in values or {Laterality.LEFT, Laterality.RIGHT} <= values:
        return Laterality.BILATERAL
    return sides[0][1] if sides else Laterality.NOT_STATED


def _told_elsewhere(reading: Reading, term: Term, side: Laterality, certainty: Certainty) -> Laterality:
    """The side, where it stands in other words of the sentence than those of the finding."""
    finding = term.finding
    if finding is Finding.CORD_COMPRESSION:
        return _side_of_tumour(reading, term)
    if finding is Finding.PROGRESSIVE_WEAKNESS and certainty is Certainty.ABSENT:
        return Laterality.NOT_STATED if side is Laterality.BILATERAL else side
    if finding is Finding.PROGRESSIVE_WEAKNESS:
        low, high = reading.joints.clause(term.start)  # "双下肢体征；左侧进行性无力": the legs are of another statement
        if _TWO_LEGS.search(reading.text, max(low, term.start - 24), min(high, term.end + 12)):
            return Laterality.BILATERAL
    if side is not Laterality.NOT_STATED:
        return side
    if finding in _LENT:
        low, _ = reading.joints.clause(term.start)
        words = re.findall(r"左侧|右侧|偏左|偏右|双侧", reading.text[low : term.start])
        return _SIDE_OF[words[-1].strip("侧偏")] if words else side
    if finding is Finding.NERVE_ROOT_COMPRESSION and SOME_ROOT.search(reading.text, max(0, term.start - 2), term.end):
        return _side_of_the_canal(reading, term)
    return side


def _side_of_the_canal(reading: Reading, term: Term) -> Laterality:
    """The side of the foramen or recess named before a root without a number of its own."""
    if any(m.kind == "root" and term.start - 12 <= m.start < term.end for m in reading.mentions):
        return Laterality.NOT_STATED
    canals = (Finding.FORAMINAL_STENOSIS, Finding.SUBARTICULAR_STENOSIS)
    before = [t for t in reading.terms if t.end <= term.start and t.finding in canals and t.sides]
    if before and reading.joints.between(before[-1].end, term.start) < CLAUSE:
        return _one(before[-1].sides)
    return Laterality.NOT_STATED


def _side_of_value(reading: Reading, term: Term) -> Laterality:
    """The side of a value: its own, else that of its curve or its lesion."""
    if term.quantity not in SIDED_QUANTITIES:
        return Laterality.NOT_STATED
    if term.sides:
        return min(term.sides, key=lambda s: s[0])[1]
    if term.quantity in (Quantity.COBB_ANGLE, Quantity.COBB_ANGLE_BENDING):
        words = _CURVE_SIDE.findall(reading.text[: term.start])
        return _SIDE_OF[words[-1].lower()] if words else Laterality.NOT_STATED
    sized = [
        t for t in reading.terms if t.finding and Quantity.LESION_SIZE in reading.tongue.of_finding.get(t.finding, {}).values()
    ]
    sized = [t for t in sized if reading.apart(min(t.end, term.end), max(t.start, term.start)) < CLAUSE]
    near = min(sized, key=lambda t: abs(t.start - term.start), default=None)
    if near and near.sides and term.quantity in (Quantity.LESION_SIZE, Quantity.MIGRATION):
        return near.sides[0][1]
    return Laterality.NOT_STATED
