"""What a question asks about: the subjects, places and side that it fixes, before any option is looked at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from spinemed.domain.assertion import Certainty, Laterality, Numbering
from spinemed.domain.claims import Claim
from spinemed.domain.findings import Finding, findings_with
from spinemed.domain.levels import Region, Segment, Vertebra
from spinemed.domain.names import Anatomy
from spinemed.domain.records import Item
from spinemed.domain.scales import Scale
from spinemed.language.procedures import procedures_named
from spinemed.verify.reading import claims_in, places_in
from spinemed.verify.words import (
    CERTAINTIES,
    LOST_HEIGHT,
    PRESSED_ROOT,
    finding_names,
    folded,
    full_quantity_names,
    quantity_names,
    scale_names,
    scales_named,
    side_in,
)

LOWEST_DISC = Segment(Vertebra.L5, Vertebra.S1)
"""Where an assumed count of discs starts."""


@dataclass(frozen=True)
class Asked:
    """What a question fixes: claims it names a subject for, places, side, whether it asks what is absent, and by which scales."""

    subjects: tuple[Claim, ...]
    places: tuple[Anatomy, ...]
    side: Laterality
    denied: bool = False
    scales: tuple[Scale, ...] = ()


def read_stem(stem: str) -> Asked:
    """What the question is about; a scale, a quantity or a procedure named without a value is a subject too."""
    return Asked(subjects_in(stem), places_in(stem), side_in(stem), _DENIED.search(stem) is not None, scales_named(stem))


_DENIED = re.compile(
    r"\b(?:rul(?:e|es|ed) out|exclud\w+|absent|deni(?:ed|es)|not (?:described|present|seen|found|reported)|free of)\b|"
    r"排除|否认|未见|不存在|没有",
    re.I,
)


def subjects_in(text: str) -> tuple[Claim, ...]:
    """Claims of a text; without any, the findings it names, the finding of a scale, the quantity, or the procedures."""
    measured = tuple(Claim(quantity=q) for q, pattern in full_quantity_names() if pattern.search(text))
    if measured and not LOST_HEIGHT.search(text):
        return measured[:1]  # "canal encroachment" asks for a number, not whether the canal is narrow
    lost = LOST_HEIGHT.search(text) and not any(c.finding is Finding.DISC_NARROWING for c in claims_in(text))
    found = findings_named(text) if lost else claims_in(text) or findings_named(text)
    if found:
        return found
    scaled = tuple(
        Claim(finding=finding) for scale, pattern in scale_names() if pattern.search(text) for finding in _graded(scale)
    )
    measured = tuple(Claim(quantity=quantity) for quantity, pattern in quantity_names() if pattern.search(text))
    return scaled or measured[:1] or tuple(Claim(procedure=procedure) for procedure in procedures_named(text))


def findings_named(text: str) -> tuple[Claim, ...]:
    """Findings by name alone, the longest names first: what a question asks about without saying that it is so."""
    found: dict[int, Claim] = {}
    taken = 0
    if LOST_HEIGHT.search(text):
        return (Claim(finding=Finding.DISC_NARROWING),)
    if PRESSED_ROOT.search(text):
        return (Claim(finding=Finding.NERVE_ROOT_COMPRESSION, side=side_in(text)),)
    for m in finding_names()[0].finditer(text):
        if m.start() >= taken:
            finding = finding_names()[1][folded(m[0])]
            found[m.start()] = Claim(finding=finding, side=side_in(text))
            taken = m.end()
    return tuple(found.values())


def _measured(item: Item, stem: str, subjects: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """What a fact measures, where the question asks for it in other words ("kyphotic angle", "Cobb angle on bending films")."""
    of_facts = {fact.quantity for fact in item.facts} - {None}
    if any(subject.quantity in of_facts for subject in subjects):
        return subjects
    return tuple(Claim(quantity=q) for q, pattern in quantity_names() if q in of_facts and pattern.search(stem)) or subjects


def _in_its_time(subjects: tuple[Claim, ...], item: Item, stem: str) -> tuple[Claim, ...]:
    """ "Which disc was graded IV?" asks for no earlier grade, unless a fact or a word of the question is of the past."""
    past = any(fact.certainty is Certainty.HISTORICAL for fact in item.facts) or CERTAINTIES[1][1].search(stem)
    if past:
        return subjects
    return tuple(replace(s, certainty=Certainty.PRESENT) if s.certainty is Certainty.HISTORICAL else s for s in subjects)


def _graded(scale: Scale) -> Sequence[Finding]:
    return findings_with(scale)[:1] if scale is not Scale.SEVERITY else ()


def asked_of(item: Item, stem: str) -> Asked:
    """What the question of an item is about, apart from what every question of its sort names."""
    asked = read_stem(stem)
    if item.numbering is Numbering.ASSUMED:
        # The disc that an assumed count starts from, and the sacrum below it, are named by every such question.
        places = tuple(place for place in asked.places if place != LOWEST_DISC) if len(asked.places) > 1 else asked.places
        subjects = [replace(s, anatomy=Region.UNSTATED) if isinstance(s.anatomy, Region) else s for s in asked.subjects]
        asked = replace(asked, places=places, subjects=tuple(dict.fromkeys(subjects)))
    asked = replace(asked, subjects=_in_its_time(_measured(item, stem, asked.subjects), item, stem))
    done = {fact.procedure for fact in item.facts if fact.procedure is not None}
    if len(asked.subjects) > 1 and any(subject.procedure in done for subject in asked.subjects):
        # One procedure may be told in the words of several ("ACDF, a discectomy with fusion").
        asked = replace(asked, subjects=tuple(subject for subject in asked.subjects if subject.procedure in done))
    return asked
