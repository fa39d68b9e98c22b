"""What questions of a passage share: how one is put together, and how facts of a passage bear on each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spinemed.domain.assertion import Certainty
from spinemed.domain.claims import claim_of, same_subject, within
from spinemed.domain.findings import Finding
from spinemed.domain.levels import Region
from spinemed.domain.names import Anatomy
from spinemed.domain.records import Fact
from spinemed.domain.roots import Root
from spinemed.domain.taxonomy import Axis, Language
from spinemed.generate.question import Choice, Question, levels_named
from spinemed.generate.scopes import Scope
from spinemed.generate.stems import BETWEEN, FACT_REPLIES

HELD = (Certainty.PRESENT, Certainty.UNCERTAIN)
SURE = (Certainty.PRESENT, Certainty.ABSENT)
Words = Mapping[Language, str]


def question_of(
    scope: Scope,
    kind: str,
    *,
    axes: tuple[Axis, ...],
    about: Sequence[Fact],
    words: Mapping[str, Words],
    options: Sequence[Choice] = (),
    facts: Sequence[Fact] = (),
) -> Question:
    """A question of a passage: the passage shown, the words filled in, the rationale a quote of what states its first fact."""
    what = {language: scope.what(language) for language in Language}
    return Question(
        kind=kind,
        axes=axes,
        about=tuple(about),
        facts=tuple(dict.fromkeys((*about, *facts))),
        levels=levels_named(about),
        options=tuple(options),
        words={language: {"what": what[language]} | {k: v[language] for k, v in words.items()} for language in Language},
        rationale={language: quoted(what[language], scope.quotes(about[0]), language) for language in Language},
        context=(scope.passage,),
        shown={language: scope.shown(language) for language in Language},
    )


def quoted(what: str, quotes: Sequence[str], language: Language) -> str:
    """A reply that is nothing but a quotation."""
    return FACT_REPLIES["quoted"][language].format(what=what, quote=BETWEEN[language].join(quotes))


def related(a: Fact, b: Fact) -> bool:
    """True where one fact is about what the other one is about, or about a kind of it."""
    one, other = claim_of(a), claim_of(b)
    return same_subject(one, other) or same_subject(other, one)


def is_placed_fact(fact: Fact) -> bool:
    """True for a fact whose place can be asked for: no region, and no neurological level, which names no bone and no root."""
    return is_level(fact.anatomy) and not (isinstance(fact.anatomy, Root) and fact.finding is Finding.CORD_INJURY)


def is_level(anatomy: Anatomy) -> bool:
    """True for all but regions, which no question asks for as a level."""
    return not isinstance(anatomy, Region)


def overlap(a: Anatomy, b: Anatomy) -> bool:
    """True where one place lies in the other."""
    return within(a, b) or within(b, a)
