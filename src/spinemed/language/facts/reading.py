"""One sentence while it is read: its words, its levels and regions, and the findings and values found so far."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from spinemed.domain.assertion import Laterality
from spinemed.domain.findings import FINDINGS, Finding
from spinemed.domain.levels import Region
from spinemed.domain.quantities import Quantity
from spinemed.domain.roots import Zone
from spinemed.domain.scales import Grade
from spinemed.language.facts.context import Context
from spinemed.language.facts.measures import Measure, own_names
from spinemed.language.facts.places import Place, gather, is_no_place
from spinemed.language.facts.rules import Rule, Tongue
from spinemed.language.facts.stretches import Joints
from spinemed.language.levels import Mention


@dataclass(slots=True)
class Term:
    """A finding or a measured value where the words state it, with what is attached to it.

    Args:
        tail: end of the noun that it shares with others of a list ("canal and left foraminal stenosis").
        bare: a grade without words of the finding it states.
        denied: the words around deny it, so that it takes no grade.
        grades: place, value, and whether the scale was named.
    """

    start: int
    end: int
    finding: Finding | None = None
    rule: Rule | None = None
    measure: Measure | None = None
    quantity: Quantity | None = None
    bare: bool = False
    grades: list[tuple[int, Grade, bool]] = field(default_factory=list[tuple[int, Grade, bool]])
    severities: list[tuple[int, str | None]] = field(default_factory=list[tuple[int, str | None]])
    sides: list[tuple[int, Laterality]] = field(default_factory=list[tuple[int, Laterality]])
    zones: list[Zone] = field(default_factory=list[Zone])
    denied: bool = False
    tail: int = -1
    low: int = -1
    high: int = -1

    def __post_init__(self) -> None:
        self.tail = max(self.tail, self.end)
        self.low, self.high = self.start, self.tail

    @classmethod
    def of_grade(cls, start: int, end: int, finding: Finding, grade: Grade | None) -> Term:
        """A grade that states a finding by itself."""
        return cls(start, end, finding, bare=True, grades=[(start, grade, True)] if grade else [])

    @property
    def states(self) -> Grade | None:
        """The grade of a bare one."""
        return self.grades[0][1] if self.bare and self.grades else None

    @property
    def sign(self) -> bool:
        """True for a sign of history or examination, which has no level."""
        return self.finding is not None and FINDINGS[self.finding].sign

    def touch(self, start: int, end: int) -> None:
        """Widen the span of the fact."""
        self.low, self.high = min(self.low, start), max(self.high, end)


class Reading:
    """A sentence of one language; offsets inside it, `offset` is its place in the text."""

    def __init__(self, text: str, offset: int, tongue: Tongue, mentions: Sequence[Mention], context: Context) -> None:
        self.text, self.offset, self.tongue, self.context = text, offset, tongue, context
        self.low = text.lower()
        self.mentions = mentions
        self.joints = Joints(text, tongue.breaks)
        self.places: list[Place] = [place for place in gather(text, mentions) if not is_no_place(text, place)]
        self.terms: list[Term] = []
        self.graded: list[tuple[int, int]] = []

    def regions(self, start: int, end: int) -> list[tuple[int, int, Region]]:
        """Regions named in a stretch, in reading order."""
        found: list[tuple[int, int, Region]] = []
        for pattern, region in self.tongue.regions:
            for m in pattern.finditer(self.text, start, end):
                # "颈髓延髓角" is the name of an angle, not a place.
                taken = [(a, b) for a, b, _ in (*found, *own_names(self.text))]
                if free(taken, m.start(), m.end()):
                    found.append((m.start(), m.end(), region))
        return sorted(found)

    def titled(self, start: int, end: int) -> bool:
        """True where a region is that of a picture: "MRI lumbar spine", "CT of the cervical spine", "sagittal view of ..."."""
        left = self.text[max(0, start - 70) : start]
        last: re.Match[str] | None = None
        for m in self.tongue.title.finditer(left):
            last = m
        close = last is not None and _SAME_TITLE.fullmatch(left, last.end()) is not None
        return close or _PICTURE.match(self.text, end) is not None

    def apart(self, a: int, b: int) -> int:
        """The strongest joint between two places, in whichever order."""
        return self.joints.between(min(a, b), max(a, b))


_SAME_TITLE = re.compile(r"(?!.*(?:[.;]|\s-\s|\b(?:show|reveal|demonstrat|with|illustrat|note|confirm)\w*))[\s/,()\w-]*", re.I)
_PICTURE = re.compile(
    r"[\s\w/]{0,12}?(?:MRI|MR\b|CT\b|x-?ray|radiograph|magnetic|平片|正侧位|增强|CT|MRI|X线|片)",
    re.I,
)


def free(taken: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """True where a stretch overlaps none that is taken."""
    return not any(a < end and start < b for a, b in taken)
