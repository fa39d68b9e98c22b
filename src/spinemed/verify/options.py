"""What each option of a multiple choice claims, and what the facts say to it.

The question and an option together make one or more claims: the option gives what the question leaves open (a level, a side, a
grade, a value, whether a thing is there), the question gives the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from spinemed.domain.assertion import Certainty, Laterality
from spinemed.domain.claims import Claim
from spinemed.domain.findings import FINDINGS
from spinemed.domain.scales import Grade, Scale
from spinemed.errors import GradeError
from spinemed.language.facts.grades import NONE_VALUES
from spinemed.verify.asking import Asked, findings_named
from spinemed.verify.reading import claims_in, is_placed, places_in
from spinemed.verify.words import (
    CERTAINTIES,
    SIDES,
    TOKEN,
    UNITS,
    VALUE,
    folded,
    region_in,
    scale_names,
    scales_named,
    without_scales,
)


def claimed(asked: Asked, text: str) -> tuple[Claim, ...]:
    """The claims that the question makes with this option; empty where they cannot be read."""
    own = claims_in(text) or findings_named(text)
    if own:
        merged = [_placed_by(_merged(asked, claim), asked) for claim in own]
        # "Which of these does the report rule out?" asks of each option that it is absent.
        return tuple(
            replace(c, certainty=Certainty.ABSENT) if asked.denied and c.certainty is Certainty.PRESENT else c for c in merged
        )
    for reader in (_by_place, _by_value, _by_grade, _by_side, _by_certainty):
        claims = reader(asked, text)
        if claims:
            return claims
    return ()


def _merged(asked: Asked, claim: Claim) -> Claim:
    """A subject of the question that the option repeats lends it what the option leaves out."""
    for subject in asked.subjects:
        if subject.subject == claim.subject:
            claim = replace(
                claim,
                grade=claim.grade or subject.grade,
                side=claim.side if claim.side is not Laterality.NOT_STATED else subject.side,
                anatomy=claim.anatomy if is_placed(claim) else subject.anatomy,
            )
    return claim if claim.side is not Laterality.NOT_STATED or asked.subjects else replace(claim, side=asked.side)


def _placed_by(claim: Claim, asked: Asked) -> Claim:
    if is_placed(claim) or len(asked.places) != 1:
        return claim
    finding = claim.finding
    if finding is not None and FINDINGS[finding].sign:
        return claim
    return replace(claim, anatomy=asked.places[0])


def _each(asked: Asked, change: Callable[[Claim], Claim | None]) -> tuple[Claim, ...]:
    changed = [change(_placed_by(subject, asked)) for subject in asked.subjects]
    return tuple(claim for claim in changed if claim is not None)


def _by_place(asked: Asked, text: str) -> tuple[Claim, ...]:
    places = places_in(text)
    if not places and (region := region_in(without_scales(text))):
        places = (region,)
    return tuple(replace(subject, anatomy=place) for subject in asked.subjects for place in places)


def _by_side(asked: Asked, text: str) -> tuple[Claim, ...]:
    if CERTAINTIES[2][1].search(text):
        return ()  # "left uncertain" names no side
    found = next((side for side, pattern in SIDES if pattern.search(text)), None)
    if found is not None and SIDES[2][1].search(text) and SIDES[3][1].search(text):
        found = Laterality.BILATERAL
    return _each(asked, lambda claim: replace(claim, side=found)) if found is not None else ()


def _by_certainty(asked: Asked, text: str) -> tuple[Claim, ...]:
    found = next((certainty for certainty, pattern in CERTAINTIES if pattern.search(text)), None)
    return _each(asked, lambda claim: replace(claim, certainty=found)) if found is not None else ()


def _by_value(asked: Asked, text: str) -> tuple[Claim, ...]:
    m = VALUE.search(text)
    if m is None or not any(subject.quantity for subject in asked.subjects):
        return ()
    value, unit = float(m[1]), UNITS[folded(m[2])]
    return _each(asked, lambda claim: replace(claim, value=value, unit=unit) if claim.quantity else None)


def _by_grade(asked: Asked, text: str) -> tuple[Claim, ...]:
    return _each(asked, lambda claim: _graded_as(claim, text, asked.scales))


def _graded_as(claim: Claim, text: str, asked: Sequence[Scale]) -> Claim | None:
    if claim.finding is None:
        return None
    scales = FINDINGS[claim.finding].scales
    named = [scale for scale in (*scales_named(text), *asked) if scale in scales]
    # A bare severity word is on nobody's scale; the RSNA's own grades are named as such.
    usual = sorted(scales, key=lambda scale: scale is Scale.RSNA_SEVERITY)
    for scale in named or (usual if claim.grade is None else (claim.grade.scale, *usual)):
        grade = _grade_in(text, scale)
        if grade is not None:
            none = grade in NONE_VALUES
            return replace(claim, grade=grade, certainty=Certainty.ABSENT if none else claim.certainty)
    return None


def _grade_in(text: str, scale: Scale) -> Grade | None:
    """The grade that a text gives on a scale: the text itself, or the one word of it that is a value ("B (Schizas)")."""
    pattern = next((p for s, p in scale_names() if s is scale), None)
    bare = pattern.sub(" ", text) if pattern else text
    for candidate in (text, bare, *TOKEN.findall(bare)):
        try:
            return Grade.parse(scale, candidate)
        except GradeError:
            continue
    return None
