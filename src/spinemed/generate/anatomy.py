"""Exiting or traversing: what a lumbar root is to a segment, where a passage names both (docs/reference/clinical.md, Roots)."""

from __future__ import annotations

from collections.abc import Iterator

from spinemed.domain.levels import Region, Segment
from spinemed.domain.records import Fact
from spinemed.domain.roots import Root, exiting_root, traversing_root
from spinemed.domain.taxonomy import Axis
from spinemed.errors import LevelError
from spinemed.generate.asked import question_of
from spinemed.generate.question import Choice, Question, both
from spinemed.generate.scopes import Scope
from spinemed.generate.stems import ROLE_OPTIONS
from spinemed.generate.wording import place_name


def root_questions(scope: Scope) -> Iterator[Question]:
    """One question for each pair of a root and a lumbar segment that facts of the passage name."""
    roots = {root: f for f in scope.facts if isinstance(root := f.anatomy, Root)}
    segments = {segment: f for f in scope.facts if isinstance(segment := f.anatomy, Segment)}
    for root, of_root in roots.items():
        for segment, of_segment in segments.items():
            role = _role(root, segment)
            if role is not None:
                yield _question(scope, of_root, of_segment, role)


def _role(root: Root, segment: Segment) -> str | None:
    if segment.region is not Region.LUMBAR or segment.variants:
        return None
    try:
        leaves, passes = exiting_root(segment), traversing_root(segment)
    except LevelError:
        return None
    return "exiting" if root is leaves else "traversing" if root is passes else None


def _question(scope: Scope, of_root: Fact, of_segment: Fact, role: str) -> Question:
    words = {
        "root": both(lambda la: place_name(of_root.anatomy, la)),
        "place": both(lambda la: place_name(of_segment.anatomy, la)),
    }
    return question_of(
        scope,
        "root_role",
        axes=(Axis.ANATOMY_AND_KNOWLEDGE, Axis.LEVEL_IDENTIFICATION),
        about=(of_root, of_segment),
        words=words,
        options=[Choice(ROLE_OPTIONS[name], None if name == role else of_root.id) for name in ROLE_OPTIONS],
    )
