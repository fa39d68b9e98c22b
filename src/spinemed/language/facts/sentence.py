"""The facts of one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from spinemed.domain.assertion import Certainty, Laterality
from spinemed.domain.findings import FINDINGS, Finding
from spinemed.domain.levels import Range, Region, Segment
from spinemed.domain.names import Anatomy
from spinemed.domain.quantities import Quantity
from spinemed.domain.roots import Root, Zone
from spinemed.domain.scales import Grade, Scale
from spinemed.language.facts.context import Context
from spinemed.language.facts.fact import TextFact
from spinemed.language.facts.grades import NONE_VALUES, GradeMention, find_grades, plain_reading
from spinemed.language.facts.measures import Measure, find_measures, quantity_of
from spinemed.language.facts.places import Place, fit, gather
from spinemed.language.facts.polarity import Polarity
from spinemed.language.facts.rules import Rule, Tongue
from spinemed.language.facts.stretches import CLAUSE, COLON, COMMA, WORD, Joints
from spinemed.language.levels import Mention

_SIDED_SIGNS = {Finding.PROGRESSIVE_WEAKNESS, Finding.BILATERAL_LEG_SIGNS, Finding.SADDLE_ANAESTHESIA}
_ROOT_FINDINGS = {Finding.NERVE_ROOT_COMPRESSION, Finding.RADICULOPATHY, Finding.CORD_INJURY, Finding.PROGRESSIVE_DEFICIT}
_UNSIDED = {
    Finding.CANAL_STENOSIS, Finding.CORD_COMPRESSION, Finding.THECAL_SAC_COMPRESSION, Finding.CORD_SIGNAL_CHANGE, Finding.MYELOPATHY, Finding.MYELOMALACIA,
    Finding.SPONDYLOLISTHESIS, Finding.RETROLISTHESIS, Finding.KYPHOSIS, Finding.LORDOSIS_LOSS, Finding.MODIC_CHANGE, Finding.DISC_DEGENERATION, Finding.DISC_NARROWING,
    Finding.CAUDA_EQUINA_SYNDROME, Finding.CORD_INJURY,
}  # fmt: skip
_ZONED = {
    Finding.DISC_BULGE, Finding.DISC_HERNIATION, Finding.DISC_PROTRUSION, Finding.DISC_EXTRUSION, Finding.DISC_SEQUESTRATION, Finding.OSTEOPHYTE,
    Finding.SYNOVIAL_CYST, Finding.ANNULAR_FISSURE, Finding.FORAMINAL_STENOSIS,
}  # fmt: skip
_SIDED_QUANTITIES = {
    Quantity.COBB_ANGLE, Quantity.COBB_ANGLE_BENDING, Quantity.LESION_SIZE, Quantity.JOINT_EFFUSION, Quantity.CORONAL_SHIFT, Quantity.PEDICLE_WIDTH, Quantity.GAP,
}  # fmt: skip
_GLOBAL = {
    Quantity.PELVIC_INCIDENCE, Quantity.PELVIC_TILT, Quantity.SACRAL_SLOPE, Quantity.PI_LL_MISMATCH, Quantity.CORONAL_SHIFT, Quantity.T1_PELVIC_ANGLE,
}  # fmt: skip
_GOES_ON = {
    Quantity.HEIGHT_LOSS, Quantity.CANAL_ENCROACHMENT, Quantity.LESION_SIZE, Quantity.LESION_THICKNESS, Quantity.SLIP, Quantity.OCCUPYING_RATIO, Quantity.MIGRATION,
    Quantity.CANAL_AP, Quantity.SAC_AP, Quantity.FLAVUM_THICKNESS, Quantity.LESION_EXTENT,
}  # fmt: skip
_INJURIES = {
    Finding.BURST_FRACTURE, Finding.COMPRESSION_FRACTURE, Finding.VERTEBRAL_FRACTURE, Finding.FRACTURE_DISLOCATION, Finding.DISTRACTION_FRACTURE, Finding.FACET_INJURY,
}  # fmt: skip
_LESIONS = {
    Finding.DISC_EXTRUSION, Finding.DISC_PROTRUSION, Finding.DISC_HERNIATION, Finding.DISC_SEQUESTRATION, Finding.SYNOVIAL_CYST, Finding.EPIDURAL_ABSCESS, Finding.EPIDURAL_HAEMATOMA,
}  # fmt: skip
_FRACTURES = {
    Finding.BURST_FRACTURE, Finding.COMPRESSION_FRACTURE, Finding.VERTEBRAL_FRACTURE, Finding.FRACTURE_DISLOCATION, Finding.DISTRACTION_FRACTURE, Finding.PATHOLOGICAL_FRACTURE,
    Finding.SACRAL_FRACTURE, Finding.DENS_FRACTURE, Finding.ATLAS_FRACTURE, Finding.HANGMAN_FRACTURE,
}  # fmt: skip
_INJURY_SCALES = {Scale.AO_MORPHOLOGY, Scale.AO_NEUROLOGY, Scale.AO_FACET, Scale.TLICS, Scale.SLIC}
_PLACELESS = {Finding.SCOLIOSIS, Finding.SAGITTAL_IMBALANCE}
# Looked for in the whole column: denied after a level, they are denied of more than it.
_SOUGHT_EVERYWHERE = {
    Finding.CHIARI, Finding.BASILAR_INVAGINATION, Finding.DISH, Finding.TETHERED_CORD, Finding.SYRINX, Finding.KLIPPEL_FEIL, Finding.ANKYLOSING_SPONDYLITIS,
    Finding.SCOLIOSIS, Finding.OPLL, Finding.ANDERSSON_LESION,
}  # fmt: skip
_SOME_ROOT = re.compile(r"出口|行走|走行|exiting|traversing", re.I)
_TREND = {Scale.TOKUHASHI, Scale.TOMITA}
_FIXED = {Finding.SACROILIITIS: Region.SACRAL, Finding.SACRAL_FRACTURE: Region.SACRAL}
_OTHER_LEVELS = re.compile(
    r"\b(?:other|elsewhere|remaining|remainder|rest\s+of|throughout|any\s+level|all\s+levels)\b|其余|余|各节段|所示|其他", re.I
)
_AGAIN = re.compile(r"(?:\b(?:the|this|that|these|those|said)\s+(?:\w+\s+)?|该|此|上述)$", re.I)


_ZH_SIDES = {"左": Laterality.LEFT, "右": Laterality.RIGHT, "双": Laterality.BILATERAL}
_TWO_LEGS = re.compile(r"\b(?:both|bilateral)\s+(?:legs|thighs|feet|lower)|双下肢|双侧下肢|双腿", re.I)


@dataclass(slots=True)
class Term:
    """A finding or a measured value where the words state it, with what is attached to it."""

    start: int
    end: int
    finding: Finding | None = None
    rule: Rule | None = None
    measure: Measure | None = None
    quantity: Quantity | None = None
    states: Grade | None = None
    bare: bool = False
    grades: list[tuple[int, Grade, bool]] = field(default_factory=list[tuple[int, Grade, bool]])
    severities: list[tuple[int, str | None]] = field(default_factory=list[tuple[int, str | None]])
    sides: list[tuple[int, Laterality]] = field(default_factory=list[tuple[int, Laterality]])
    zones: list[Zone] = field(default_factory=list[Zone])
    low: int = -1
    high: int = -1
    tail: int = -1

    def touch(self, start: int, end: int) -> None:
        """Widen the span of the fact."""
        self.low, self.high = min(self.low, start), max(self.high, end)

    def __post_init__(self) -> None:
        self.tail = max(self.tail, self.end)
        self.low, self.high = self.start, self.tail


class Sentence:
    """One sentence being read; offsets inside it, `offset` is its place in the text."""

    def __init__(self, text: str, offset: int, tongue: Tongue, mentions: Sequence[Mention], context: Context) -> None:
        self.text, self.offset, self.tongue, self.context = text, offset, tongue, context
        self.low = text.lower()
        self.mentions = mentions
        self._extra = context.extra
        self.places: list[Place] = [p for p in gather(text, mentions) if not _is_no_place(text, p)]
        self.joints: Joints | None = None
        self._nouns: dict[int, int] = {}
        self._terms: Sequence[Term] = ()

    def facts(self) -> Iterator[TextFact]:
        """The facts, and the context moved on."""
        hits = self._hits() if self.context.spine else []
        grades = find_grades(self.text, self.low) if self.context.spine and _may_grade(self.low) else []
        measures = find_measures(self.text) if self.context.spine else []
        if not (hits or grades or measures):
            self._headings()
            return
        self.joints = joints = Joints(self.text, self.tongue.breaks)
        self._headings()
        terms = [Term(start, end, finding, rule, tail=self._nouns.get(start, end)) for start, end, finding, rule in hits]
        terms = [t for t in self._attach_grades(terms, grades) if t.finding is not None]
        terms = self._add_measures(terms, measures)
        self._attach_sides(terms)
        self._terms = terms
        polarity = Polarity(
            self.text, self.tongue.cues, joints, self.context, [t.start for t in terms if t.severities or t.grades]
        )
        signs: dict[tuple[Finding, Certainty], int] = {}
        for term in terms:
            for fact in self._facts_of(term, terms, polarity):
                if fact.finding is not None and FINDINGS[fact.finding].sign:
                    before = signs.get((fact.finding, fact.certainty))
                    signs[fact.finding, fact.certainty] = term.end
                    if before is not None and joints.between(before, term.start) < CLAUSE:
                        continue
                yield fact

    # words of findings

    def _hits(self) -> list[tuple[int, int, Finding, Rule]]:
        found: list[tuple[int, int, Finding, Rule]] = []
        for rule in self.tongue.rules:
            if any(stem in self.low for stem in rule.stems):
                for m in rule.pattern.finditer(self.text):
                    if m.end() > m.start():
                        found.extend((m.start(), m.end(), finding, rule) for finding in rule.findings)
                        if "noun" in rule.pattern.groupindex and m["noun"]:
                            self._nouns[m.start()] = m.end("noun")
        nouns = set(self._nouns.values())
        found = [h for h in found if h[0] in self._nouns or h[1] not in nouns or h[2] is not Finding.CANAL_STENOSIS]
        found.sort(key=lambda h: (h[0] - h[1], h[3].certainty is None))
        kept: list[tuple[int, int, Finding, Rule]] = []
        for hit in found:
            if not any(_hides(k, hit) for k in kept):
                kept.append(hit)
        return self._merged_hits(sorted(kept, key=lambda h: (h[0], h[1])))

    def _merged_hits(self, hits: Sequence[tuple[int, int, Finding, Rule]]) -> list[tuple[int, int, Finding, Rule]]:
        """Words of one finding side by side ("Modic type 2 endplate changes") are one."""
        merged: list[tuple[int, int, Finding, Rule]] = []
        for hit in hits:
            last = merged[-1] if merged else None
            if (
                last
                and last[2] is hit[2]
                and 0 <= hit[0] - last[1] <= 12
                and not re.search(r"[,;:./、]|\b(?:and|or|at|of)\b", self.text[last[1] : hit[0]])
            ):
                merged[-1] = (last[0], hit[1], last[2], last[3])
            else:
                merged.append(hit)
        return merged

    # grades

    def _attach_grades(self, terms: list[Term], grades: Sequence[GradeMention]) -> list[Term]:
        terms = list(terms)
        for grade in grades:
            if not grade.readings:
                if grade.states is not None and not any(t.finding is grade.states and self._close(t, grade.start) for t in terms):
                    terms.append(Term(grade.start, grade.end, grade.states, bare=True))
                continue
            owner = self._grade_owner(terms, grade)
            if owner is not None:
                reading = grade.on(owner.finding) if grade.named else plain_reading(grade, owner.finding)  # type: ignore[arg-type] - an owner has a finding
                if reading is not None:
                    owner.grades.append((grade.start, reading, grade.named))
                    owner.touch(grade.start, grade.end)
                    continue
            injury = self._injury(terms, grade)
            if injury is not None:
                terms.append(injury)
                continue
            if not grade.named and grade.readings[0].scale is Scale.OPLL_TYPE:
                if any(t.finding is Finding.OPLL and t.start < grade.start for t in terms):
                    terms.append(
                        Term(
                            grade.start,
                            grade.end,
                            Finding.OPLL,
                            bare=True,
                            states=grade.readings[0],
                            grades=[(grade.start, grade.readings[0], True)],
                        )
                    )
                continue
            if (
                not grade.named
                and Finding.DISC_DEGENERATION in self.context.stated
                and re.search(r":\s*$", self.text[: grade.start])
                and (reading := plain_reading(grade, Finding.DISC_DEGENERATION))
            ):
                terms.append(
                    Term(
                        grade.start,
                        grade.end,
                        Finding.DISC_DEGENERATION,
                        bare=True,
                        states=reading,
                        grades=[(grade.start, reading, True)],
                    )
                )
                continue
            if grade.states is not None and (reading := grade.on(grade.states)) is not None:
                term = Term(grade.start, grade.end, grade.states, bare=True, states=reading)
                term.grades.append((grade.start, reading, True))
                terms.append(term)
        return sorted(terms, key=lambda t: (t.start, t.end))

    def _grade_owner(self, terms: Sequence[Term], grade: GradeMention) -> Term | None:
        joints = self.joints
        if joints is None or self._past_grade(grade):
            return None
        best: tuple[int, int, Term] | None = None
        for term in terms:
            if term.finding is None or term.bare or self._reading(grade, term.finding) is None:
                continue
            if (
                grade.named
                and grade.states is term.finding
                and grade.start > term.end
                and joints.between(term.end, grade.start) == COLON
                and term.finding is Finding.LSTV
            ):
                return term
            if grade.named and any(g.scale == self._reading(grade, term.finding).scale for _, g, named in term.grades if named):  # type: ignore[union-attr] - read above
                continue
            if not grade.named and any(named for _, _, named in term.grades):
                continue
            after = grade.start >= term.start
            a, b = (term.end, grade.start) if after else (grade.end, term.start)
            strength = joints.between(min(a, b), max(a, b))
            limit = COMMA if after and grade.named else (WORD if after else 0)
            if strength > limit or (after and self._place_between(term.end, grade.start, strength)):
                continue
            rank = (strength if after else strength + 0, abs(b - a))
            if best is None or rank < best[:2]:
                best = (*rank, term)
        return best[2] if best else None

    def _close(self, term: Term, pos: int) -> bool:
        return self.joints is not None and self.joints.between(min(term.end, pos), max(term.start, pos)) <= COMMA

    def _injury(self, terms: Sequence[Term], grade: GradeMention) -> Term | None:
        """The injury that a bare AO, TLICS or SLIC grade goes to: the one named last in the sentence or before it."""
        if grade.readings[0].scale not in _INJURY_SCALES:
            return None
        reading = grade.readings[0]
        for term in reversed([t for t in terms if t.start < grade.start]):
            if term.finding is Finding.FACET_INJURY and reading.scale is not Scale.AO_FACET:
                continue
            if term.finding in _INJURIES and (grade.on(term.finding) is not None) and not (term.rule and term.rule.certainty):
                if not any(g.scale is reading.scale for _, g, _ in term.grades) and not self._past_grade(grade) and not term.bare:
                    term.grades.append((grade.start, reading, True))
                    term.touch(grade.start, grade.end)
                    return Term(grade.start, grade.end)
                return Term(
                    grade.start, grade.end, term.finding, bare=True, states=reading, grades=[(grade.start, reading, True)]
                )
        here = [self.context.injuries[level] for p in self.places for level in p.levels if level in self.context.injuries]
        finding = next(
            (f for f in (*here, *reversed(list(self.context.places))) if f in _INJURIES and grade.on(f) is not None), None
        )
        return (
            Term(grade.start, grade.end, finding, bare=True, states=reading, grades=[(grade.start, reading, True)])
            if finding
            else None
        )

    def _reading(self, grade: GradeMention, finding: Finding) -> Grade | None:
        scale = grade.readings[0].scale
        if (scale in (Scale.GENANT, Scale.OF) and finding is Finding.VERTEBRAL_FRACTURE) or (
            scale is Scale.WILTSE and finding is Finding.SPONDYLOLYSIS
        ):
            return None
        return grade.on(finding) if grade.named else plain_reading(grade, finding)

    def _place_between(self, a: int, b: int, strength: int) -> bool:
        """True where another level is named at a comma between a finding and a grade: the grade is of that level."""
        return strength >= COMMA and any(
            a <= p.start and p.end <= b and self.joints and self.joints.between(a, p.start) >= COMMA for p in self.places
        )

    def _past_grade(self, grade: GradeMention) -> bool:
        return (
            re.search(
                r"(?:previously|formerly|\bwas|prior|before|earlier|versus|revised\s+to|ago[^.;]{0,18}|原为|此前|既往)\s*:?\s*\(?$",
                self.text[max(0, grade.start - 40) : grade.start],
                re.I,
            )
            is not None
        )

    # numbers

    def _add_measures(self, terms: list[Term], measures: Sequence[Measure]) -> list[Term]:
        added: list[Term] = []
        last: Quantity | None = None
        for measure in measures:
            quantity = quantity_of(
                self.text,
                measure,
                self.tongue,
                self.joints,
                [(t.start, t.end, t.finding) for t in terms if t.finding],
                last or self.context.head_quantity,
            )
            if quantity is Quantity.CANAL_AP and self._of_the_sac(terms, measure):
                quantity = Quantity.SAC_AP
            if quantity is Quantity.LESION_THICKNESS and self._last_before(terms, measure) is Finding.FLAVUM_HYPERTROPHY:
                quantity = Quantity.FLAVUM_THICKNESS
            if quantity is Quantity.CANAL_AP and self._of_a_lesion(terms, measure):
                quantity = Quantity.LESION_SIZE
            if (
                quantity is Quantity.COBB_ANGLE_BENDING
                and self.joints
                and re.search(r";|ago|前", self.text[added[-1].end if added else 0 : measure.start])
                and added
            ):
                quantity = Quantity.COBB_ANGLE
            if quantity is not None:
                added.append(Term(measure.start, measure.end, measure=measure, quantity=quantity))
                last = quantity
        return sorted([*terms, *added], key=lambda t: (t.start, t.end))

    def _of_the_sac(self, terms: Sequence[Term], measure: Measure) -> bool:
        """True for a bare AP diameter after words of the sac."""
        before = [
            t for t in terms if t.start < measure.start and t.finding in (Finding.THECAL_SAC_COMPRESSION, Finding.CANAL_STENOSIS)
        ]
        clause = self.text[max(0, measure.start - 24) : measure.start].lower()
        return (
            bool(before)
            and before[-1].finding is Finding.THECAL_SAC_COMPRESSION
            and "canal" not in clause
            and "椎管" not in clause
        )

    def _last_before(self, terms: Sequence[Term], measure: Measure) -> Finding | None:
        """The finding named last before a value in the same phrase."""
        before = [
            t
            for t in terms
            if t.end <= measure.start and t.finding and self.joints and self.joints.between(t.end, measure.start) < COMMA
        ]
        return before[-1].finding if before else None

    def _of_a_lesion(self, terms: Sequence[Term], measure: Measure) -> bool:
        """True for "extrusion, 16 mm AP": the diameter of what was named last, not of the canal."""
        before = [t for t in terms if t.start < measure.start and t.finding is not None]
        around = self.text[max(0, measure.start - 24) : measure.end + 24].lower()
        return (
            bool(before)
            and before[-1].finding in _LESIONS
            and "canal" not in around
            and "椎管" not in around
            and "径" not in around
            and bool(re.match(r"\s*(?:in\s+)?AP\b", self.text[measure.end :]))
        )

    # sides, zones, severity

    def _attach_sides(self, terms: list[Term]) -> None:
        taken: list[tuple[int, int]] = [(g.start, g.end) for g in terms if g.bare]
        for pattern, side in self.tongue.sides:
            for m in pattern.finditer(self.text):
                if _free(taken, m.start(), m.end()):
                    taken.append((m.start(), m.end()))
                    if side is not None:
                        for term in self._owners(terms, m.start(), m.end(), _takes_side):
                            term.sides.append((m.start(), side))
                            term.touch(m.start(), m.end())
        taken = []
        for pattern, zone in self.tongue.zones:
            for m in pattern.finditer(self.text):
                if _free(taken, m.start(), m.end()):
                    taken.append((m.start(), m.end()))
                    for term in self._owners(terms, m.start(), m.end(), _takes_zone):
                        if zone is not None and not (term.finding is Finding.FORAMINAL_STENOSIS and zone is Zone.FORAMINAL):
                            term.zones.append(zone)
                        term.touch(m.start(), m.end())
        taken = []
        for pattern, word in self.tongue.severities:
            for m in pattern.finditer(self.text):
                if _free(taken, m.start(), m.end()):
                    taken.append((m.start(), m.end()))
                    for term in self._owners(terms, m.start(), m.end(), _takes_severity):
                        term.severities.append((m.start(), word))
                        term.touch(m.start(), m.end())

    def _owners(self, terms: Sequence[Term], start: int, end: int, takes: object) -> list[Term]:
        """The terms a word at `start` belongs to: those it stands in, else the nearer one by the joints between."""
        joints = self.joints
        accept = takes if callable(takes) else (lambda _term: True)
        inside = [t for t in terms if t.start <= start and end <= t.end]
        if inside:
            return [t for t in inside if accept(t)]
        before = [t for t in terms if t.end <= start and accept(t)]
        after = [t for t in terms if t.start >= end and accept(t)]
        if joints is None:
            return []
        a = max(before, key=lambda t: t.end, default=None)
        b = min(after, key=lambda t: t.start, default=None)
        to_a = joints.between(min(a.tail, start), start) if a else 9
        to_b = joints.between(end, b.start) if b else 9
        bracket = joints.bracket(start)
        if bracket and a and a.end <= bracket[0] and not (b and b.start < bracket[1]):
            to_b = 9
        if b and (to_b == 0 or (to_b == WORD and _ADJECTIVES.fullmatch(self.text, end, b.start))) and to_b <= to_a:
            listed = [t for t in after if t.start == b.start or (to_b == 0 and _in_list(self.text, b, t))]
            return listed
        if a and to_a == COLON and _only_attributes(self.text[a.tail : start]):
            return [a]
        if a and WORD <= to_a <= COMMA and not (bracket and a.end <= bracket[0]) and not _TRAILING.match(self.text, end):
            return []
        if a and to_a <= COMMA and to_a <= to_b:
            if (
                to_a >= WORD
                and not (bracket and a.end <= bracket[0])
                and not _only_attributes(self._without_levels(a.tail, start))
            ):
                return []
            return [t for t in before if t.end == a.end]
        return []

    def _without_levels(self, start: int, end: int) -> str:
        text = self.text[start:end]
        for p in reversed(self.mentions):
            if start <= p.start and p.end <= end:
                text = text[: p.start - start] + text[p.end - start :]
        return text

    # places

    def _headings(self) -> None:
        context, text = self.context, self.text
        head = self.tongue.heading.match(text)
        first = self.places[0] if self.places else None
        if head and len(re.findall(r"[A-Za-z]{3,}", text[: head.end()])) <= 9 and not self._nouns:
            self._head(head.end())
        elif (first and first.start <= 24 and re.match(r"\W*at\s+(?:the\s+)?(?:level\s+of\s+)?$", text[: first.start], re.I)) or (
            first
            and first.start <= 18
            and re.match(r"\W*(?:at|on|level)?\s*(?:the\s+)?(?:level\s+of\s+)?$", text[: first.start], re.I)
            and re.match(r"(?:\s+(?:levels?|discs?|disks?|segment|disc\s+space))*\s*(?:,|-\s|:)", text[first.end :], re.I)
        ):
            context.head, context.head_region = first.levels, None
            context.head_span = (self.offset + first.start, self.offset + first.end)
        elif first and context.head and first.start <= 18 and Root not in first.kinds and not self.tongue.goes_on.match(text):
            context.head = ()
        if not context.titles and self.tongue.title.search(text):
            kinds = {r[2] for r in self._regions(0, len(text)) if self._titled(r[0], r[1])}
            if kinds:
                context.titles = len(kinds)
                context.title = kinds.pop() if len(kinds) == 1 else None

    def _head(self, end: int) -> None:
        context, text = self.context, self.text
        inside = [p for p in self.places if p.end <= end]
        regions = self._regions(0, end)
        if inside:
            context.head = tuple(level for p in inside for level in p.levels)
            context.head_span = (self.offset + inside[0].start, self.offset + inside[-1].end)
            context.head_region = None
        elif len(regions) == 1 and not self.tongue.title.search(text, 0, end):
            context.head_region = regions[0][2]
        elif len(regions) > 1:
            context.head_region = Region.UNSTATED
        if not inside and len({r[2] for r in regions}) == 1 and self.tongue.title.search(text, 0, end):
            context.title, context.titles, context.head, context.head_region = regions[0][2], 1, (), None
        for pattern, quantity in self.tongue.quantities:
            if quantity is Quantity.COBB_ANGLE and pattern.search(text, 0, end) and end == len(text):
                context.head_quantity = quantity

    def _titled(self, start: int, end: int) -> bool:
        """True where a region is that of a picture: "MRI lumbar spine", "CT of the cervical spine", "sagittal view of ..."."""
        left, right = self.text[max(0, start - 70) : start], self.text[end : end + 40]
        last = None
        for last in self.tongue.title.finditer(left):
            pass
        close = (
            last is not None
            and re.fullmatch(
                r"(?!.*(?:[.;]|\s-\s|\b(?:show|reveal|demonstrat|with|illustrat|note|confirm)\w*))(?:[\s/,()\w-]*)",
                left[last.end() :],
                re.I,
            )
            is not None
        )
        return (
            close
            or re.match(r"[\s\w/]{0,12}?(?:MRI|MR\b|CT\b|x-?ray|radiograph|magnetic|平片|正侧位|增强|CT|MRI|X线|片)", right, re.I)
            is not None
        )

    def _regions(self, start: int, end: int) -> list[tuple[int, int, Region]]:
        found: list[tuple[int, int, Region]] = []
        for pattern, region in self.tongue.regions:
            for m in pattern.finditer(self.text, start, end):
                if _free([(a, b) for a, b, _ in found], m.start(), m.end()):
                    found.append((m.start(), m.end(), region))
        return sorted(found)

    def _place_of(self, term: Term, terms: Sequence[Term], *, absent: bool) -> tuple[tuple[Anatomy, ...], tuple[int, int] | None]:
        """The levels of a term, and where they are named if outside its clause."""
        finding = term.finding
        if finding is not None and FINDINGS[finding].sign:
            return (Region.UNSTATED,), None
        kinds = _kinds(term)
        if term.states is not None and term.states.scale in _TREND:
            return (Region.UNSTATED,), None
        if term.quantity in _GLOBAL or (term.quantity is Quantity.SAGITTAL_VERTICAL_AXIS and not self._tight(term)):
            return (Region.UNSTATED,), None
        if finding is Finding.CORD_INJURY and term.bare:
            roots = tuple(level for p in self.places for level in p.levels if isinstance(level, Root))
            return (roots or (Region.UNSTATED,)), None
        for place in self._candidates(term, terms, absent=absent):
            levels = tuple(fitted for level in place.levels if (fitted := _fit(level, kinds, term, own=True)) is not None)
            if levels:
                if self.joints and self.joints.between(min(place.end, term.end), max(place.start, term.start)) < COMMA:
                    term.touch(place.start, place.end)
                return levels, (self.offset + place.start, self.offset + place.end)
        fixed = _FIXED.get(finding) if finding else None
        if fixed:
            return (fixed,), None
        own = self._region_of(term)
        if own:
            return own, None
        if not (term.bare and finding in _PLACELESS) and not self._general(term):
            levels = tuple(
                fitted
                for level in (self.context.head or self.context.carried)
                if (fitted := _fit(level, kinds, term, own=False)) is not None
            )
            if levels and term.quantity is not Quantity.SAGITTAL_VERTICAL_AXIS:
                return levels, self.context.head_span
        if term.bare and finding in self.context.places and finding not in _PLACELESS:
            return self.context.places[finding], None
        if finding is Finding.SPONDYLOLYSIS and absent and Finding.SPONDYLOLISTHESIS in self.context.places:
            return self.context.places[Finding.SPONDYLOLISTHESIS], None
        named = re.search(r"(TK|LL)\s*:?\s*$", self.text[: term.start]) if term.quantity else None
        if named:
            return (Region.THORACIC if named[1] == "TK" else Region.LUMBAR,), None
        if term.quantity in _GOES_ON and self.context.last and not isinstance(self.context.last[0], Root):
            return self.context.last, None
        if finding in _PLACELESS or term.quantity in (Quantity.COBB_ANGLE, Quantity.COBB_ANGLE_BENDING):
            return (Region.UNSTATED,), None
        if self.context.head_region is not None:
            return (self.context.head_region,), None
        return (self.context.title or Region.UNSTATED,), None

    def _general(self, term: Term) -> bool:
        if self.joints is None:
            return False
        low, high = self.joints.clause(term.start, COMMA)
        return _OTHER_LEVELS.search(self.text, low, high) is not None

    def _own_region(self, term: Term) -> bool:
        """True where the words of a finding name a region themselves ("颈髓未见受压")."""
        return any(a >= term.start and b <= term.end for a, b, _ in self._regions(term.start, term.end))

    def _tight(self, term: Term) -> bool:
        return any(abs(p.end - term.start) < 14 for p in self.places)

    def _candidates(self, term: Term, terms: Sequence[Term], *, absent: bool) -> Iterator[Place]:
        joints = self.joints
        if joints is None:
            return
        inside = [p for p in self.places if p.start < term.end and term.start < p.end]
        if term.finding in _ROOT_FINDINGS:
            roots = [
                p for p in self.places if Root in p.kinds and joints.between(min(p.end, term.tail), max(p.start, term.start)) == 0
            ]
            yield from sorted(roots, key=lambda p: abs(p.start - term.start))
        yield from inside
        post = self._after(term, terms, joints)
        if post:
            yield post
        if self._general(term) and not inside:
            return
        bracket = joints.bracket(term.start)
        for place in sorted((p for p in self.places if p.end <= term.start), key=lambda p: -p.end):
            apart = joints.between(place.end, term.start)
            if apart >= CLAUSE and (
                not self._said(place, terms, joints) or "诊断" in self.text or term.finding is Finding.CAUDA_EQUINA_SYNDROME
            ):
                continue
            if (
                apart >= COMMA
                and Root in place.kinds
                and _SOME_ROOT.search(self.text, term.start - 2 if term.start > 1 else 0, term.end)
            ):
                continue
            if apart >= COMMA and ((absent and term.finding in _SOUGHT_EVERYWHERE) or (absent and self._own_region(term))):
                continue
            if term.bare and term.finding in _PLACELESS:
                continue
            if (
                term.quantity in (Quantity.KYPHOSIS_ANGLE, Quantity.LORDOSIS_ANGLE)
                and term.start - place.end > 14
                and re.search(r"(?:TK|LL)\s*:?\s*$", self.text[: term.start])
            ):
                continue
            around = joints.bracket(place.start)
            if around and around != bracket and not _first_in(around, place):
                continue
            yield place
        if term.quantity is None and term.bare is False and not self.context.head:
            return

    def _said(self, place: Place, terms: Sequence[Term], joints: Joints) -> bool:
        """True where the clause of a level states something: "C7-T1 normal; no OPLL" says nothing of OPLL there."""
        low, high = joints.clause(place.start)
        return any(low <= t.start < high for t in terms) or (
            place.end - low < 12 and not re.search(r"normal|unremarkable|正常|未见异常", self.text[low:high])
        )

    def _after(self, term: Term, terms: Sequence[Term], joints: Joints) -> Place | None:
        place = next((p for p in self.places if p.start >= term.tail), None)
        if place is None or term.quantity is Quantity.MIGRATION:
            return None
        strength = joints.between(term.tail, place.start)
        bracket = joints.bracket(place.start)
        if bracket and term.tail <= bracket[0]:
            strength = joints.between(term.tail, bracket[0])
        following = min((t.start for t in terms if t.start >= place.end), default=None)
        to_next = joints.between(place.end, following) if following is not None else 9
        gap = self.text[term.tail : place.start]
        if gap.strip() in (":", "-", ": at", "at", "(", "") or re.fullmatch(
            r",?\s*(?:worst|maximal|greatest|most\s+\w+|predominantly|especially|particularly|notably)\s+(?:at|in)\s+(?:the\s+)?",
            gap,
        ):
            return place
        if strength == WORD and not self._listed(term, place, terms):
            return None
        if strength >= COMMA and not (strength == COMMA and self._listed(term, place, terms) and not self._has_before(term)):
            return None
        if strength == WORD and to_next == 0 and following is not None and not self.tongue.at.search(gap):
            return None
        if (
            strength >= WORD
            and to_next <= strength
            and following is not None
            and (to_next == 0 and not self._listed(term, place, terms))
        ):
            return None
        if strength >= WORD and self._has_before(term):
            return None
        return (
            place if self.tongue.at.search(gap) or (strength == 0 and len(gap) < 24) or self._listed(term, place, terms) else None
        )

    def _listed(self, term: Term, place: Place, terms: Sequence[Term]) -> bool:
        """True where the words from a term to a level name further findings of the same list."""
        between = [t for t in terms if term.tail <= t.start and t.tail <= place.start and not t.measure and not t.bare]
        pos = term.tail
        for t in between:
            gap = self.text[pos : t.start]
            if t.start - pos > 32 or re.search(
                r"\b(?:is|are|was|were|that|which|second|another|from|causing|compress\w*)\b|;", gap
            ):
                return False
            pos = max(pos, t.tail)
        return bool(between)

    def _has_before(self, term: Term) -> bool:
        joints = self.joints
        return bool(self.context.head) or (
            joints is not None and any(p.end <= term.start and joints.between(p.end, term.start) < CLAUSE for p in self.places)
        )

    def _region_of(self, term: Term) -> tuple[Anatomy, ...] | None:
        joints = self.joints
        if joints is None:
            return None
        regions = self._regions(0, len(self.text))
        inside = [r for r in regions if r[0] >= term.start and r[1] <= term.end]
        near = inside or [
            r
            for r in regions
            if r[1] <= term.start and joints.between(r[1], term.start) == 0 and not self._verb(r[1], term.start)
        ]
        if not near:
            near = [
                r
                for r in regions
                if r[0] >= term.tail
                and joints.between(term.tail, r[0]) == 0
                and re.fullmatch(
                    r"\s*(?:of|in|at|within|involving|throughout)?\s*(?:the\s+)?(?:\w+\s+){0,2}", self.text[term.tail : r[0]]
                )
            ][:1]
            if not near:
                return None
        values = [r[2] for r in near]
        last = near[-1]
        for r in reversed([r for r in regions if r[1] <= last[0]]):
            if re.fullmatch(r"\s*(?:and|,|or|&)\s*", self.text[r[1] : last[0]]):
                values.insert(0, r[2])
                last = r
        if len(values) > 1 and self._titled(near[-1][0], near[-1][1]):
            return None
        return tuple(dict.fromkeys(values))

    def _verb(self, a: int, b: int) -> bool:
        return re.search(r"\b(?:is|are|was|were|shows?|with|which|that|at\s+\d)\b|,", self.text[a:b]) is not None and b - a > 30

    # putting together

    def _facts_of(self, term: Term, terms: Sequence[Term], polarity: Polarity) -> Iterator[TextFact]:
        rule = term.rule
        inherent = rule.certainty if rule else None
        certainty = polarity.of(term.start, term.end, inherent, value=term.bare or term.measure is not None, finding=term.finding)
        if term.states in NONE_VALUES and certainty is Certainty.PRESENT:
            certainty = Certainty.ABSENT
        if certainty is None or (rule and rule.only_cue and certainty not in rule.only_cue):
            return
        finding = term.finding
        if finding is not None and not self._sensible(term, finding, certainty, terms):
            return
        levels, place = self._place_of(term, terms, absent=certainty is Certainty.ABSENT)
        if (
            finding is Finding.DISC_NARROWING
            and rule
            and "height_loss" in rule.stems[0].replace(" ", "_")
            and not all(isinstance(x, Segment) for x in levels)
        ):
            return
        for side, grade in self._pairs(term, certainty):
            for level in levels:
                sure = certainty
                if grade is not None and len(levels) > 1 and not self._graded_there(term, grade, level):
                    yield self._fact(term, level, side, None, sure, place, polarity)
                    continue
                if grade in NONE_VALUES and sure is Certainty.PRESENT:
                    sure = Certainty.ABSENT
                yield self._fact(term, level, side, grade, sure, place, polarity)
        if finding is not None:
            self.context.stated.add(finding)
            if not isinstance(levels[0], Region) and certainty is not Certainty.ABSENT:
                self.context.places[finding] = levels
                self.context.last = levels
                if finding in _INJURIES:
                    self.context.injuries.update(dict.fromkeys(levels, finding))

    def _fact(
        self,
        term: Term,
        level: Anatomy,
        side: Laterality,
        grade: Grade | None,
        certainty: Certainty,
        place: tuple[int, int] | None,
        polarity: Polarity,
    ) -> TextFact:
        low, high = polarity.widen(term.low, term.high)
        start, end = self.offset + low, self.offset + high
        outside = place if place and not (start <= place[0] and place[1] <= end) else None
        measure = term.measure
        if isinstance(level, Range) and self._extra:
            level = Range(level.top, level.bottom, level.inside | self._extra)
        return TextFact(
            start,
            end,
            level,
            finding=term.finding,
            grade=grade,
            quantity=term.quantity,
            value=measure.value if measure else None,
            unit=measure.unit if measure else None,
            side=side,
            zone=term.zones[0] if len(set(term.zones)) == 1 else None,
            certainty=certainty,
            place=outside,
        )

    def _side_of_the_canal(self, term: Term) -> Laterality:
        """The side of the foramen or recess named before a root without a number of its own, in the same clause or the last."""
        if any(m.kind == "root" and term.start - 12 <= m.start < term.end for m in self.mentions):
            return Laterality.NOT_STATED
        before = [
            t
            for t in self._terms
            if t.end <= term.start and t.finding in (Finding.FORAMINAL_STENOSIS, Finding.SUBARTICULAR_STENOSIS) and t.sides
        ]
        return (
            _one_side(before[-1].sides)
            if before and self.joints and self.joints.between(before[-1].end, term.start) < CLAUSE
            else Laterality.NOT_STATED
        )

    def _lent_side(self, term: Term) -> list[Laterality]:
        """The side a value takes from its curve or its lesion, named earlier in the sentence."""
        if term.quantity in (Quantity.COBB_ANGLE, Quantity.COBB_ANGLE_BENDING):
            found = [m for m in re.finditer(r"\b(?:left|right)\b|[左右](?!侧?弯像|侧?屈)", self.text[: term.start], re.I)]
            word = found[-1][0].lower() if found else ""
            return [Laterality.LEFT if word in ("left", "左") else Laterality.RIGHT] if word else []
        if term.quantity is Quantity.LESION_SIZE:
            near = sorted((t for t in self._terms if t.finding and t.sides), key=lambda t: abs(t.start - term.start))
            return (
                [s for _, s in near[0].sides][:1]
                if near
                and self.joints
                and self.joints.between(min(near[0].end, term.end), max(near[0].start, term.start)) < CLAUSE
                else []
            )
        return []

    def _graded_there(self, term: Term, grade: Grade, level: Anatomy) -> bool:
        """False where a grade in brackets stands right behind another level of the list."""
        for pos, value, _ in term.grades:
            bracket = self.joints.bracket(pos) if self.joints and value == grade else None
            if bracket is None:
                continue
            behind = next((m for m in self.mentions if 0 <= bracket[0] - m.end <= 1), None)
            if behind is not None and behind.end < max(m.end for m in self.mentions) and level not in behind.anatomy:
                return False
        return True

    def _sensible(self, term: Term, finding: Finding, certainty: Certainty, terms: Sequence[Term]) -> bool:
        context = self.context
        if finding is Finding.ANTICOAGULATION_WITH_ACUTE_DEFICIT:
            return certainty is Certainty.ABSENT or (certainty is Certainty.PRESENT and context.deficit)
        if finding is Finding.FACET_INJURY and term.rule and term.rule.certainty and not context.trauma:
            return False
        if (
            finding is Finding.BILATERAL_LEG_SIGNS
            and certainty is Certainty.ABSENT
            and "下肢" in self.text[term.start : term.end]
            and not (term.rule and term.rule.certainty)
        ):
            around = self.text[max(0, term.start - 12) : term.end + 6]
            return sum(word in around for word in ("麻", "痛", "无力", "乏力")) >= 2
        if FINDINGS[finding].sign and certainty in (Certainty.HISTORICAL, Certainty.FAMILY):
            return False
        if finding is Finding.KYPHOSIS and any(
            t.measure and t.quantity is Quantity.KYPHOSIS_ANGLE and abs(t.start - term.end) < 12 for t in terms
        ):
            return (
                re.search(r"(?:thoracic|[TLC]\d{1,2}\s*-\s*[TLC]?\d{1,2}|normal|physiolog\w+)\s+$", self.text[: term.start], re.I)
                is None
                or "kyphotic" in self.text[term.start : term.end]
            )
        again = _AGAIN.search(self.text, max(0, term.start - 24), term.start)
        own_place = any(p.start >= term.start - 40 and p.end <= term.end + 30 for p in self.places)
        return not (
            again
            and finding in context.stated
            and not own_place
            and not term.grades
            and not term.severities
            and certainty is Certainty.PRESENT
        )

    def _pairs(self, term: Term, certainty: Certainty) -> list[tuple[Laterality, Grade | None]]:
        """Sides with their grades: "mild right, moderate left" is two."""
        if term.measure is not None:
            sides = [s for _, s in sorted(term.sides)] or self._lent_side(term)
            return [(sides[0] if sides and term.quantity in _SIDED_QUANTITIES else Laterality.NOT_STATED, None)]
        finding = term.finding
        if finding is None:
            return []
        named = list(dict.fromkeys(g for _, g, _ in term.grades))
        words = [(pos, _severity(finding, word)) for pos, word in sorted(term.severities, key=lambda w: w[0])]
        sides = _merged(term.sides, finding, certainty)
        single = [(pos, s) for pos, s in sides if s in (Laterality.LEFT, Laterality.RIGHT)]
        if len({s for _, s in single}) == 2 and len(words) >= 2 and not named:
            return [(s, min(words, key=lambda w: _pull(w[0], pos, words, single))[1]) for pos, s in single]
        side = _one_side(sides)
        if (
            side is Laterality.NOT_STATED
            and finding in (Finding.LSTV, Finding.EPIDURAL_ABSCESS, Finding.SACROILIITIS)
            and self.joints
        ):
            low, _ = self.joints.clause(term.start)
            named_sides = re.findall(r"左侧|右侧|偏左|偏右|双侧", self.text[low : term.start])
            side = _ZH_SIDES[named_sides[-1].strip("侧偏")] if named_sides else side
        if (
            side is Laterality.NOT_STATED
            and finding is Finding.NERVE_ROOT_COMPRESSION
            and _SOME_ROOT.search(self.text, max(0, term.start - 2), term.end)
            and self.joints
        ):
            side = self._side_of_the_canal(term)
        if finding is Finding.PROGRESSIVE_WEAKNESS and _TWO_LEGS.search(
            self.text, max(0, term.start - 24), min(len(self.text), term.end + 12)
        ):
            side = Laterality.BILATERAL
        if named:
            return [(side, grade) for grade in named]
        graded = [grade for _, grade in words]
        return [
            (
                side,
                graded[-1]
                if len(graded) == 1 or (None not in graded and len(set(graded)) == 1)
                else (graded[0] if graded and len(graded) == 1 else None),
            )
        ]


def _pull(word: int, side: int, words: Sequence[tuple[int, Grade | None]], sides: Sequence[tuple[int, Laterality]]) -> int:
    """How far a severity word stands from a side, in the order the text pairs them."""
    word_first = words[0][0] < sides[0][0]
    distance = side - word if word_first else word - side
    return distance if distance >= 0 else 1000 - distance


def _merged(sides: Sequence[tuple[int, Laterality]], finding: Finding, certainty: Certainty) -> list[tuple[int, Laterality]]:
    if finding in _UNSIDED:
        return []
    if FINDINGS[finding].sign:
        if finding not in _SIDED_SIGNS or (certainty is Certainty.ABSENT and finding is not Finding.PROGRESSIVE_WEAKNESS):
            return []
        if finding is Finding.BILATERAL_LEG_SIGNS:
            return [(0, Laterality.BILATERAL)]
    return sorted(sides)


def _one_side(sides: Sequence[tuple[int, Laterality]]) -> Laterality:
    values = {s for _, s in sides}
    if Laterality.BILATERAL in values or {Laterality.LEFT, Laterality.RIGHT} <= values:
        return Laterality.BILATERAL
    return next(iter(s for _, s in sides), Laterality.NOT_STATED)


def _severity(finding: Finding, word: str | None) -> Grade | None:
    return Grade(Scale.SEVERITY, word) if word and Scale.SEVERITY in FINDINGS[finding].scales else None


_BEFORE_NO_PLACE = re.compile(
    r"(?:\b(?:apex|apical\s+vertebra|UIV|LIV|(?:upper|lower)\s+instrumented\s+vertebra|stable\s+vertebra|fus(?:ed|ion)(?:\s+(?:of|from|at))?|laminectomy\s+(?:of|at|from)?|discectomy\s+at|screws?\s+(?:at|in)|counted\s+from|counting\s+from|above|below|cages?\s+at)(?:\s+(?:at|of|is|=))?|顶椎(?:位于|为)?|端椎|移行至|移位至|游离至|占|上界达|下界达|以)\s*:?\s*$",
    re.I,
)
_AFTER_NO_PLACE = re.compile(
    r"\s*(?:revision\s+|posterior\s+|anterior\s+|decompressive\s+|bilateral\s+|left\s+|right\s+|open\s+|pedicle\s+|lumbar\s+|cervical\s+|total\s+|prior\s+|interbody\s+|transforaminal\s+)*"
    r"(?:laminectom|laminotom|hemilaminect|(?:micro)?dis[ck]ectom|fusion|ACDF|TLIF|PLIF|ALIF|XLIF|OLIF|PSO\b|corpectom|laminoplast|arthroplast|(?:epidural\s+)?(?:steroid\s+)?injection|(?:selective\s+)?(?:nerve\s+root\s+)?block(?!\s+vert)|(?:posterior\s+)?decompression\b|instrument|screws?\b|cages?\b|vertebroplast|kyphoplast|osteotom|foraminotom|instrumentation"
    r"|椎板切除|髓核摘除|融合术|椎弓根螺钉|开窗|固定|减压|截骨|手术|椎体成形)",
    re.I,
)


def _is_no_place(text: str, place: Place) -> bool:
    """True for levels of an operation, an apex or a count: what is found is not said to lie there."""
    return (
        _BEFORE_NO_PLACE.search(text, max(0, place.start - 36), place.start) is not None
        or _AFTER_NO_PLACE.match(text, place.end) is not None
    )


def _takes_side(term: Term) -> bool:
    return term.quantity in _SIDED_QUANTITIES if term.finding is None else term.finding not in _UNSIDED


def _takes_zone(term: Term) -> bool:
    return term.finding in _ZONED


def _takes_severity(term: Term) -> bool:
    return term.finding is not None and not FINDINGS[term.finding].sign


def _hides(kept: tuple[int, int, Finding, Rule], hit: tuple[int, int, Finding, Rule]) -> bool:
    """True where a longer match makes a shorter one inside it a part of its name."""
    overlap = kept[0] < hit[1] and hit[0] < kept[1]
    if not overlap or kept[3] is hit[3]:
        return False if kept[3] is hit[3] and kept[2] is not hit[2] else overlap and kept[3] is hit[3]
    if kept[2] is hit[2]:
        return True
    inside = kept[0] <= hit[0] and hit[1] <= kept[1]
    return inside and not (kept[3].loose or hit[3].loose)


def _kinds(term: Term) -> frozenset[str]:
    if term.finding is None:
        return frozenset({"vertebra", "segment", "range", "region"})
    return frozenset(FINDINGS[term.finding].anatomy) | frozenset({"region"})


def _fit(level: Anatomy, kinds: frozenset[str], term: Term, *, own: bool) -> Anatomy | None:
    if isinstance(level, Root) and term.finding not in _ROOT_FINDINGS:
        return None
    return fit(level, kinds, own=own)


def _first_in(bracket: tuple[int, int], place: Place) -> bool:
    return place.start - bracket[0] <= 3


def _free(taken: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    return not any(a < end and start < b for a, b in taken)


_LISTED = re.compile(r"\s*(?:,\s*)?(?:and|or|&|/|及|、|和|与)\s*(?:the\s+)?$", re.I)
_ATTRIBUTES = re.compile(
    r"[\s,()]*(?:(?:mild|moderate|severe|slight|minimal|left|right|bilateral|on|the|both|sides?|and|Kang|Kim|Lee|grade|type|\d|[IV]+|worse|to|is|are|more|than|at|of)(?:ly)?[\s,():]*)*$",
    re.I,
)


_TRAILING = re.compile(
    r"\s*(?:$|[.,;:)(。、]|sides?\b|sided\b|and\b|or\b|than\b|greater\b|more\b|>|in\s+severity|at\b|on\b|with\b|to\b|[\u4e00-\u9fff])",
    re.I,
)
_ADJECTIVES = re.compile(
    r"[\s,/-]*(?:(?:and|or|to|on|the|sides?|mild|moderate|severe|slight|minimal|marked|left|right|bilateral|central|canal|foraminal|neural|neuroforaminal|lateral|recess|subarticular|spinal|facet|facets|joint|small|large|"
    r"broad-based|focal|degenerative|ligamentum|flavum|disc|disk|cord|root|nerve|canals?)(?:ly)?[\s,/-]+)*|[、及和与]?[\u4e00-\u9fff、]{0,9}",
    re.I,
)


def _in_list(text: str, first: Term, other: Term) -> bool:
    """True where `other` follows `first` in a bare list: "bilateral facet and flavum hypertrophy"."""
    return (
        first.end <= other.start and other.start - first.end < 8 and _LISTED.fullmatch(text[first.end : other.start]) is not None
    )


def _only_attributes(gap: str) -> bool:
    return _ATTRIBUTES.fullmatch(gap) is not None or len(gap) < 4


_GRADE_STEMS = re.compile(
    r"pfir|modic|schizas|kang|kim|park|lee|joa|nurick|meyerding|wiltse|castellvi|genant|\bof\b|tlics|slic|anderson|levine|gehweiler|asia|ais|frankel|sins|bilsky|escc|tokuhashi|tomita|king|risser|nash|roussouly|modifier|修正|sasss|pi|sva|pt|ao|lenke|grade|type|stage|级|型|度|opll|后纵韧带|fractur|burst|骨折|: ?n"
)


def _may_grade(low: str) -> bool:
    return _GRADE_STEMS.search(low) is not None
