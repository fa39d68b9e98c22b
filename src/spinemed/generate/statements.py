"""Facts said in sentences: all at once, or place by place, each once, and the words of a passage that state them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spinemed.domain.claims import Claim, claim_of
from spinemed.domain.levels import Region
from spinemed.domain.names import Anatomy
from spinemed.domain.records import Fact
from spinemed.domain.roots import Root
from spinemed.domain.taxonomy import Language
from spinemed.generate.scopes import Scope
from spinemed.generate.wording import place_name, stated

JOIN = {Language.EN: "; ", Language.ZH: "；"}


def statements(facts: Sequence[Fact], language: Language, *, place: bool = True) -> str:
    """Facts as one sentence, each said once; what another one says more exactly is left out."""
    known = [claim_of(fact) for fact in facts]
    kept = [f for f, said in zip(facts, known, strict=True) if not any(_more(other, said) for other in known)]
    said = JOIN[language].join(dict.fromkeys(stated(fact, language, place=place) for fact in kept))
    return said[:1].upper() + said[1:]


def _more(other: Claim, claim: Claim) -> bool:
    """True where another claim of the same place says this one and its grade besides."""
    bare = replace(other, grade=None, zone=None)
    return other != claim and other.finding is claim.finding and bare == replace(claim, zone=None) and claim.grade is None


def quotes(scope: Scope, facts: Sequence[Fact]) -> list[str]:
    """The words that state the facts, each once; one that another one holds is left out."""
    found = list(dict.fromkeys(quote for fact in facts for quote in scope.quotes(fact)))
    return [q for q in found if not any(q != other and q in other for other in found)]


def by_level(facts: Sequence[Fact], language: Language) -> str:
    """One line for each place, in the order of the text: what is stated there; what has no place stands last."""
    places: dict[Anatomy, list[Fact]] = {}
    for fact in facts:
        places.setdefault(fact.anatomy, []).append(fact)
    order = [place for place in places if place is not Region.UNSTATED]
    order += [place for place in places if place is Region.UNSTATED]
    stop = {Language.EN: ".", Language.ZH: "。"}[language]
    other = {Language.EN: "Without a level", Language.ZH: "未注明节段"}[language]
    colon = {Language.EN: ": ", Language.ZH: "："}[language]
    return "\n".join(
        f"- {place_name(p, language) or other}{colon}{statements(places[p], language, place=isinstance(p, Region | Root))}{stop}"
        for p in order
    )
