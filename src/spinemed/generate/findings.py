"""Multiple choice about what a passage states: which level, side, grade, finding, value, how surely, where worst.

A wrong option is refuted by a fact (absent there, another grade, another side) or, where a question asks what the passage
*describes*, by the passage that describes it elsewhere and there alone.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from spinemed.domain.assertion import Certainty, Laterality
from spinemed.domain.claims import claim_of, same_subject, within
from spinemed.domain.findings import FINDINGS, Finding
from spinemed.domain.levels import Region
from spinemed.domain.names import Anatomy, kind_of, levels_of
from spinemed.domain.records import Fact
from spinemed.domain.scales import SCALES, Grade, Scale
from spinemed.domain.taxonomy import Axis, Language
from spinemed.generate.mentions import bones_of, near
from spinemed.generate.question import Choice, Question
from spinemed.generate.scopes import Scope
from spinemed.generate.stems import BETWEEN, CERTAINTY_OPTIONS, FACT_REPLIES, SIDE_OPTIONS
from spinemed.generate.wording import described, finding_name, grade_name, place_name, subject_name, value_name

DISTRACTORS = 3
MOST_GRADES = 6
_HELD = (Certainty.PRESENT, Certainty.UNCERTAIN)
Words = Mapping[Language, str]


def finding_questions(scope: Scope, dice: random.Random) -> Iterator[Question]:
    """Questions of one passage, fact by fact."""
    for fact in scope.facts:
        for make in (_level_of, _side_of, _grade_of, _finding_at, _certainty_of, _value_of):
            question = make(scope, fact, dice)
            if question is not None:
                yield question
    yield from _worst_levels(scope)


def question_of(
    scope: Scope,
    kind: str,
    axes: tuple[Axis, ...],
    about: Sequence[Fact],
    options: Sequence[Choice],
    words: Mapping[str, Words],
    *,
    facts: Sequence[Fact] = (),
) -> Question:
    """A question of a passage: the passage shown, the words filled in, the rationale a quote."""
    what = {language: scope.what(language) for language in Language}
    return Question(
        kind=kind,
        axes=axes,
        about=tuple(about),
        facts=tuple(dict.fromkeys((*about, *facts))),
        levels=tuple(dict.fromkeys(level for fact in about for level in _levels(fact.anatomy))),
        options=tuple(options),
        words={language: {"what": what[language]} | {k: v[language] for k, v in words.items()} for language in Language},
        rationale={
            language: FACT_REPLIES["quoted"][language].format(
                what=what[language], quote=BETWEEN[language].join(scope.quotes(about[0]))
            )
            for language in Language
        },
        context=(scope.passage,),
        shown={language: scope.shown(language) for language in Language},
    )


def _levels(anatomy: Anatomy) -> tuple[str, ...]:
    return () if isinstance(anatomy, Region) else levels_of(anatomy)


def both(write: Callable[[Language], str]) -> dict[Language, str]:
    """What a function writes for each language."""
    return {language: write(language) for language in Language}


def _related(a: Fact, b: Fact) -> bool:
    one, other = claim_of(a), claim_of(b)
    return same_subject(one, other) or same_subject(other, one)


def _is_level(anatomy: Anatomy) -> bool:
    return not isinstance(anatomy, Region)


def _overlap(a: Anatomy, b: Anatomy) -> bool:
    return within(a, b) or within(b, a)


def _level_of(scope: Scope, fact: Fact, dice: random.Random) -> Question | None:
    if fact.finding is None or fact.certainty is not Certainty.PRESENT or not _is_level(fact.anatomy):
        return None
    family = [f for f in scope.facts if f is not fact and _related(f, fact)]
    held = [f for f in family if f.certainty in _HELD and f.anatomy != fact.anatomy]
    graded = [f for f in held if fact.grade and f.grade and f.grade.scale is fact.grade.scale and f.grade != fact.grade]
    if any(f not in graded for f in held):
        return None
    absent = [f for f in family if f.certainty is Certainty.ABSENT and f.anatomy != fact.anatomy]
    refuting = {f.anatomy: f for f in (*absent, *graded) if kind_of(f.anatomy) == kind_of(fact.anatomy)}
    free = [place for place in (*scope.places, *near(fact.anatomy)) if _is_free(place, fact, held)]
    places = list(dict.fromkeys((*refuting, *free)))
    places = [p for p in places if p != fact.anatomy and not _overlap(p, fact.anatomy)][:DISTRACTORS]
    if len(places) < DISTRACTORS:
        return None
    dice.shuffle(places)
    wrong = [Choice(both(lambda la, p=p: place_name(p, la)), (refuting.get(p) or fact).id) for p in places]
    thing = both(lambda la: described(fact, la, place=False))
    return question_of(
        scope,
        "level_of_finding",
        (Axis.LEVEL_IDENTIFICATION, Axis.PATHOLOGY_ASSESSMENT),
        (fact,),
        (Choice(both(lambda la: place_name(fact.anatomy, la)), None), *wrong),
        {"thing": thing},
        facts=[refuting[p] for p in places if p in refuting],
    )


def _is_free(place: Anatomy, fact: Fact, held: Sequence[Fact]) -> bool:
    """A level of the fact's kind that no related fact touches."""
    if kind_of(place) != kind_of(fact.anatomy) or any(_overlap(place, f.anatomy) for f in held):
        return False
    return not (bones_of(place) >= bones_of(fact.anatomy) or bones_of(place) <= bones_of(fact.anatomy))


def _side_of(scope: Scope, fact: Fact, dice: random.Random) -> Question | None:
    sides = (Laterality.LEFT, Laterality.RIGHT, Laterality.BILATERAL)
    if fact.finding is None or fact.certainty is not Certainty.PRESENT or fact.laterality not in sides:
        return None
    here = [f for f in scope.at(fact.anatomy) if f is not fact and _related(f, fact) and f.certainty in _HELD]
    if not _is_level(fact.anatomy) or any(f.laterality is not fact.laterality for f in here):
        return None
    options = [Choice(SIDE_OPTIONS[side], None if side is fact.laterality else fact.id) for side in sides]
    return question_of(
        scope,
        "side_of_finding",
        (Axis.PATHOLOGY_ASSESSMENT,),
        (fact,),
        options,
        {
            "thing": both(lambda la: described(fact, la, place=False, side=False)),
            "place": both(lambda la: place_name(fact.anatomy, la)),
        },
    )


def _grade_of(scope: Scope, fact: Fact, dice: random.Random) -> Question | None:
    grade = fact.grade
    if fact.finding is None or grade is None or not _is_level(fact.anatomy) or fact.certainty not in _SURE:
        return None
    here = [f for f in scope.at(fact.anatomy) if f.finding is fact.finding and f.grade and f.grade.scale is grade.scale]
    if any(f.grade != grade and f.laterality in (fact.laterality, Laterality.NOT_STATED) for f in here):
        return None
    values = [Grade(grade.scale, value) for value in _values(grade, dice)]
    if len(values) < 3:
        return None
    info = SCALES[grade.scale]
    return question_of(
        scope,
        "grade_of_finding",
        (Axis.SEVERITY_GRADING,),
        (fact,),
        [Choice(both(lambda la, g=g: grade_name(g, la)), None if g == grade else fact.id) for g in values],
        {
            "thing": both(lambda la: described(fact, la, place=False, grade=False)),
            "place": both(lambda la: place_name(fact.anatomy, la)),
            "scale": {Language.EN: info.name_en, Language.ZH: info.name_zh},
        },
    )


_SURE = (Certainty.PRESENT, Certainty.ABSENT)


def _values(grade: Grade, dice: random.Random) -> list[str]:
    """Every value of a short scale; of a long one the key among its neighbours, at a place of its own."""
    values = list(SCALES[grade.scale].values)
    if len(values) <= MOST_GRADES:
        return values
    at = values.index(grade.value)
    first = max(0, min(at - dice.randrange(DISTRACTORS + 1), len(values) - DISTRACTORS - 1))
    return values[first : first + DISTRACTORS + 1]


def _finding_at(scope: Scope, fact: Fact, dice: random.Random) -> Question | None:
    if fact.finding is None or fact.certainty is not Certainty.PRESENT or not _is_level(fact.anatomy):
        return None
    kind = kind_of(fact.anatomy)
    touching = [f for f in scope.facts if f.finding and (f.anatomy is Region.UNSTATED or _overlap(f.anatomy, fact.anatomy))]
    held = [f for f in touching if f.certainty is not Certainty.ABSENT]
    absent = {f.finding: f for f in touching if f.certainty is Certainty.ABSENT and f.anatomy == fact.anatomy and f.finding}
    elsewhere = [f.finding for f in scope.facts if f.finding and f not in touching]
    usual = list(_USUAL.get(kind, ()))
    dice.shuffle(usual)
    wrong: list[Finding] = []
    for finding in (*absent, *elsewhere, *usual):
        fits = kind in FINDINGS[finding].anatomy and finding not in wrong and finding is not fact.finding
        if fits and not any(_akin(finding, f.finding) for f in held) and not any(_akin(finding, w) for w in wrong):
            wrong.append(finding)
    wrong = wrong[:DISTRACTORS]
    if len(wrong) < DISTRACTORS:
        return None
    key = fact.finding
    options = [Choice(both(lambda la: finding_name(key, la)), None)]
    options += [Choice(both(lambda la, w=w: finding_name(w, la)), (absent[w].id if w in absent else fact.id)) for w in wrong]
    return question_of(
        scope,
        "finding_at_level",
        (Axis.PATHOLOGY_ASSESSMENT,),
        (fact,),
        options,
        {"place": both(lambda la: place_name(fact.anatomy, la))},
        facts=[absent[w] for w in wrong if w in absent],
    )


_USUAL: Mapping[str, tuple[Finding, ...]] = {
    "segment": (
        Finding.DISC_HERNIATION,
        Finding.CANAL_STENOSIS,
        Finding.SPONDYLOLISTHESIS,
        Finding.SYNOVIAL_CYST,
        Finding.SPONDYLODISCITIS,
        Finding.MODIC_CHANGE,
        Finding.FACET_ARTHROPATHY,
    ),
    "vertebra": (
        Finding.COMPRESSION_FRACTURE,
        Finding.HAEMANGIOMA,
        Finding.VERTEBRAL_METASTASIS,
        Finding.SCHMORL_NODE,
        Finding.SPONDYLOLYSIS,
        Finding.HEMIVERTEBRA,
    ),
    "range": (Finding.OPLL, Finding.SCOLIOSIS, Finding.SYRINX, Finding.EPIDURAL_ABSCESS, Finding.KYPHOSIS),
}


def _akin(a: Finding, b: Finding | None) -> bool:
    """Findings that one reader may call by the name of the other: of one family, or both of a disc out of place."""
    if b is None:
        return False
    groups = _GROUPS
    return a is b or any(a in group and b in group for group in groups)


_GROUPS: tuple[frozenset[Finding], ...] = (
    frozenset(f for f in Finding if f.value.startswith("disc_") or f is Finding.ANNULAR_FISSURE),
    frozenset(f for f in Finding if "fracture" in f.value or f in (Finding.PATHOLOGICAL_FRACTURE, Finding.FACET_INJURY)),
    frozenset((Finding.CANAL_STENOSIS, Finding.THECAL_SAC_COMPRESSION, Finding.CORD_COMPRESSION, Finding.FLAVUM_HYPERTROPHY)),
    frozenset((Finding.FORAMINAL_STENOSIS, Finding.SUBARTICULAR_STENOSIS, Finding.NERVE_ROOT_COMPRESSION, Finding.RADICULOPATHY)),
    frozenset(
        (Finding.MYELOPATHY, Finding.CORD_COMPRESSION, Finding.CORD_SIGNAL_CHANGE, Finding.MYELOMALACIA, Finding.CORD_INJURY)
    ),
    frozenset((Finding.SPONDYLOLISTHESIS, Finding.RETROLISTHESIS, Finding.SPONDYLOLYSIS, Finding.ATLANTOAXIAL_INSTABILITY)),
    frozenset((Finding.SPONDYLODISCITIS, Finding.EPIDURAL_ABSCESS, Finding.SPINAL_TUBERCULOSIS, Finding.ANDERSSON_LESION)),
    frozenset((Finding.SCOLIOSIS, Finding.KYPHOSIS, Finding.LORDOSIS_LOSS, Finding.SAGITTAL_IMBALANCE, Finding.HEMIVERTEBRA)),
    frozenset((Finding.MODIC_CHANGE, Finding.ENDPLATE_IRREGULARITY, Finding.SCHMORL_NODE, Finding.DISC_DEGENERATION)),
    frozenset((Finding.VERTEBRAL_METASTASIS, Finding.PRIMARY_TUMOUR, Finding.INTRADURAL_TUMOUR, Finding.PATHOLOGICAL_FRACTURE)),
    frozenset((Finding.OPLL, Finding.OLF, Finding.DISH, Finding.OSTEOPHYTE, Finding.ANKYLOSING_SPONDYLITIS)),
    frozenset((Finding.BLOCK_VERTEBRA, Finding.KLIPPEL_FEIL, Finding.LSTV, Finding.HEMIVERTEBRA, Finding.BUTTERFLY_VERTEBRA)),
)


def _certainty_of(scope: Scope, fact: Fact, dice: random.Random) -> Question | None:
    if fact.finding is None or fact.certainty is Certainty.NOT_ASSESSED:
        return None
    sign = FINDINGS[fact.finding].sign
    if not sign and not _is_level(fact.anatomy):
        return None
    here = [f for f in scope.facts if f is not fact and _related(f, fact) and (sign or _overlap(f.anatomy, fact.anatomy))]
    if any(f.certainty is not fact.certainty for f in here) or (fact.certainty is Certainty.PRESENT and dice.random() < _SKIPPED):
        return None
    said = ["present", "absent", "uncertain", "family" if fact.certainty is Certainty.FAMILY else "historical"]
    return question_of(
        scope,
        "certainty_of_sign" if sign else "certainty_of_finding",
        (Axis.PROGNOSIS_AND_RISK,) if sign else (Axis.PATHOLOGY_ASSESSMENT,),
        (fact,),
        [Choice(CERTAINTY_OPTIONS[c], None if c == fact.certainty.value else fact.id) for c in said],
        {
            "thing": both(lambda la: described(fact, la, place=False, grade=False)),
            "place": both(lambda la: place_name(fact.anatomy, la)),
        },
    )


_SKIPPED = 0.5
"""Share of present findings that are not asked for their certainty, so that "present" is not the answer most of the time."""


def _value_of(scope: Scope, fact: Fact, dice: random.Random) -> Question | None:
    if fact.quantity is None or fact.value is None or fact.unit is None or fact.certainty is not Certainty.PRESENT:
        return None
    if not _is_level(fact.anatomy) or any(f.quantity == fact.quantity and f is not fact for f in scope.at(fact.anatomy)):
        return None
    wrong = _other_values(fact.value, scope.passage.quote, dice)
    unit = fact.unit
    choices = [(fact.value, None), *((value, fact.id) for value in wrong)]
    return question_of(
        scope,
        "value_of_quantity",
        (Axis.SEVERITY_GRADING,),
        (fact,),
        [Choice(both(lambda la, v=v: value_name(v, unit, la)), refuted) for v, refuted in choices],
        {"thing": both(lambda la: subject_name(fact, la)), "place": both(lambda la: place_name(fact.anatomy, la))},
    )


def _other_values(value: float, text: str, dice: random.Random) -> list[float]:
    """Three values of the same size and precision that the passage does not hold; the key takes any place among them."""
    digits = len(f"{value:g}".partition(".")[2])
    step = max(round(abs(value) * 0.15, digits), 10**-digits)
    taken = {float(m[0]) for m in re.finditer(r"\d+(?:\.\d+)?", text)}
    lower = dice.randrange(DISTRACTORS + 1)
    found: list[float] = []
    for sign, count in ((-1, lower), (1, DISTRACTORS - lower)):
        at, added = value, 0
        while added < count:
            at = round(at + sign * step, digits)
            if sign < 0 and at <= 0 < value:
                count, sign, at = count, 1, value
                continue
            if abs(at) not in taken and at not in found and at != value:
                found.append(at)
                added += 1
    return found


def _worst_levels(scope: Scope) -> Iterator[Question]:
    groups: dict[tuple[Finding, Scale], list[Fact]] = {}
    for fact in scope.facts:
        graded = fact.finding is not None and fact.grade is not None and SCALES[fact.grade.scale].ordinal
        if graded and _is_level(fact.anatomy) and fact.certainty in _SURE and fact.finding and fact.grade:
            groups.setdefault((fact.finding, fact.grade.scale), []).append(fact)
    for (finding, scale), facts in groups.items():
        question = _worst_level(scope, finding, scale, facts)
        if question is not None:
            yield question


def _worst_level(scope: Scope, finding: Finding, scale: Scale, facts: list[Fact]) -> Question | None:
    one_each = len({f.anatomy for f in facts}) == len(facts) and len({kind_of(f.anatomy) for f in facts}) == 1
    if len(facts) < 3 or not one_each:
        return None
    info = SCALES[scale]
    ranked = sorted(facts, key=lambda f: f.grade.rank if f.grade else 0, reverse=info.higher_is_worse is not False)
    worst, second = ranked[0], ranked[1]
    if worst.grade == second.grade:
        return None
    chosen = [worst, *[f for f in facts if f is not worst][:DISTRACTORS]]
    return question_of(
        scope,
        "worst_level",
        (Axis.SEVERITY_GRADING, Axis.LEVEL_IDENTIFICATION),
        (worst,),
        [Choice(both(lambda la, f=f: place_name(f.anatomy, la)), None if f is worst else f.id) for f in chosen],
        {
            "thing": both(lambda la: finding_name(finding, la)),
            "scale": {Language.EN: _SCALE_EN.get(scale, info.name_en), Language.ZH: info.name_zh},
        },
        facts=chosen,
    )


_SCALE_EN = {Scale.SEVERITY: "its wording"}
