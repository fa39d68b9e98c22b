"""Promises: every sentence that this project writes about a fact reads back, in both languages, as exactly that fact."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from spinemed.domain.assertion import Certainty, Laterality
from spinemed.domain.claims import claim_of
from spinemed.domain.findings import FINDINGS, Finding
from spinemed.domain.levels import Region
from spinemed.domain.names import Anatomy, AnatomyKind, from_levels
from spinemed.domain.quantities import QUANTITIES, Quantity
from spinemed.domain.records import Fact, TextSpan, variants_of
from spinemed.domain.scales import SCALES, Grade
from spinemed.domain.taxonomy import Language
from spinemed.generate.wording import stated
from spinemed.language.facts import find_facts
from spinemed.language.facts.attributes import UNSIDED
from spinemed.language.facts.grades import NONE_VALUES
from spinemed.verify.reading import claim_read

EVIDENCE = (TextSpan(source="s", start=0, end=1, quote="x"),)
PLACES: dict[AnatomyKind, tuple[Anatomy, ...]] = {
    "vertebra": (from_levels("vertebra", ["L3"]), from_levels("vertebra", ["C5"])),
    "segment": (from_levels("segment", ["L4-L5"]), from_levels("segment", ["C5-C6"])),
    "range": (from_levels("range", ["T10", "T11", "T12"]),),
    "root": (from_levels("root", ["L5"]), from_levels("root", ["C7"])),
    "region": (Region.LUMBAR, Region.THORACIC),
}
# Of one place by their name: a text that says another place of them is no text of a report.
FIXED = {
    Finding.SACROILIITIS: (Region.SACRAL,),
    Finding.SACRAL_FRACTURE: (Region.SACRAL,),
    Finding.DENS_FRACTURE: (from_levels("vertebra", ["C2"]),),
    Finding.ATLAS_FRACTURE: (from_levels("vertebra", ["C1"]),),
    Finding.HANGMAN_FRACTURE: (from_levels("vertebra", ["C2"]),),
    Finding.ATLANTOAXIAL_INSTABILITY: (from_levels("segment", ["C1-C2"]),),
    Finding.BASILAR_INVAGINATION: (Region.CRANIOVERTEBRAL,),
    Finding.CHIARI: (Region.CRANIOVERTEBRAL,),
}
# Read at their root only where the words name one; at a root these would be said of the segment.
NO_ROOT = frozenset({Finding.FORAMINAL_STENOSIS, Finding.SUBARTICULAR_STENOSIS, Finding.PROGRESSIVE_DEFICIT})
SURE = (Certainty.PRESENT, Certainty.ABSENT, Certainty.UNCERTAIN)
SIDES = (Laterality.LEFT, Laterality.RIGHT, Laterality.BILATERAL)


def fact_of(
    anatomy: Anatomy,
    finding: Finding,
    *,
    grade: Grade | None = None,
    side: Laterality = Laterality.NOT_STATED,
    certainty: Certainty = Certainty.PRESENT,
) -> Fact:
    return Fact(
        anatomy=anatomy,
        finding=finding,
        grade=grade,
        laterality=side,
        certainty=certainty,
        evidence=EVIDENCE,
        method="m",
        numbering="as_written",
        variants=variants_of(anatomy),
    )


def places(finding: Finding) -> Iterator[Anatomy]:
    if FINDINGS[finding].sign:
        yield Region.UNSTATED
    elif finding in FIXED:
        yield from FIXED[finding]
    else:
        for kind in sorted(FINDINGS[finding].anatomy):
            if kind != "root" or finding not in NO_ROOT:
                yield from PLACES[kind]


def facts_of(finding: Finding) -> Iterator[Fact]:
    # Signs in both legs are of both by their name.
    inherent = Laterality.BILATERAL if finding is Finding.BILATERAL_LEG_SIGNS else Laterality.NOT_STATED
    sides = () if finding in UNSIDED or FINDINGS[finding].sign else SIDES
    for anatomy in places(finding):
        for certainty in SURE:
            side = Laterality.NOT_STATED if certainty is Certainty.ABSENT else inherent
            yield fact_of(anatomy, finding, side=side, certainty=certainty)
            for side in sides:
                yield fact_of(anatomy, finding, side=side, certainty=certainty)
        for scale in FINDINGS[finding].scales:
            for value in SCALES[scale].values:
                # A value that means "none" denies its finding, so no one states the finding with it.
                if Grade(scale, value) not in NONE_VALUES:
                    yield fact_of(anatomy, finding, grade=Grade(scale, value))


# Of the whole column or of fixed bones: no level is said of them.
LEVELLESS = frozenset(
    {
        *(
            Quantity.PELVIC_INCIDENCE,
            Quantity.PELVIC_TILT,
            Quantity.SACRAL_SLOPE,
            Quantity.PI_LL_MISMATCH,
            Quantity.CORONAL_SHIFT,
        ),
        *(Quantity.T1_PELVIC_ANGLE, Quantity.SAGITTAL_VERTICAL_AXIS),
        *(Quantity.DENS_ABOVE_MCGREGOR, Quantity.CERVICOMEDULLARY_ANGLE),
    }
)
# The name itself says where (T1): without a place in the fact the place of the name is read.
NAMES_A_PLACE = frozenset({Quantity.T1_SLOPE})
# Measured between two bones, and of no other.
BETWEEN_TWO = frozenset({Quantity.ATLANTODENTAL_INTERVAL, Quantity.POSTERIOR_ATLANTODENTAL_INTERVAL})


def measured(quantity: Quantity, unit: str) -> Iterator[Fact]:
    kinds = () if quantity in LEVELLESS | NAMES_A_PLACE else ("vertebra", "segment", "range")
    found = [place for kind in kinds for place in PLACES[kind]]
    if quantity in BETWEEN_TWO:
        found = [from_levels("segment", ["C1-C2"])]
    if quantity in LEVELLESS:
        found.append(Region.UNSTATED)
    for anatomy in found:
        for certainty in (Certainty.PRESENT, Certainty.HISTORICAL):
            for value in (9.0, 12.5):
                yield Fact(
                    anatomy=anatomy,
                    quantity=quantity.value,
                    value=value,
                    unit=unit,
                    certainty=certainty,
                    evidence=EVIDENCE,
                    method="m",
                    numbering="as_written",
                    variants=variants_of(anatomy),
                )


def not_read_back(facts: Iterator[Fact], language: Language) -> list[str]:
    bad: list[str] = []
    for fact in facts:
        words = stated(fact, language)
        read = {claim_read(f) for f in find_facts(words, of_spine=True, asked=True)}
        wanted = claim_of(fact)
        if fact.finding is Finding.CHIARI:  # its name says the place, so no level is said of it
            wanted = replace(wanted, anatomy=Region.UNSTATED)
        if read != {wanted}:
            bad.append(f"{words!r} reads {[str(c) for c in read]}")
    return bad


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("finding", list(Finding))
def test_a_finding_reads_back(finding: Finding, language: Language) -> None:
    assert not_read_back(facts_of(finding), language) == []


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("quantity", list(Quantity))
def test_a_value_reads_back(quantity: Quantity, language: Language) -> None:
    for unit in QUANTITIES[quantity].units:
        assert not_read_back(measured(quantity, unit), language) == []


def test_a_side_is_said_though_the_name_holds_its_letters() -> None:
    side = fact_of(Region.LUMBAR, Finding.ENDPLATE_IRREGULARITY, side=Laterality.RIGHT)
    assert stated(side, Language.EN) == "right endplate irregularity in the lumbar spine"
    both = fact_of(Region.UNSTATED, Finding.BILATERAL_LEG_SIGNS, side=Laterality.BILATERAL)
    assert [stated(both, language) for language in Language] == ["bilateral leg signs", "双下肢体征"]


def test_a_chiari_malformation_not_seen_in_a_region_is_told_with_it() -> None:
    seen = fact_of(Region.CRANIOVERTEBRAL, Finding.CHIARI)
    unseen = fact_of(Region.CERVICAL, Finding.CHIARI, certainty=Certainty.ABSENT)
    assert [stated(seen, language) for language in Language] == ["Chiari malformation", "Chiari畸形"]
    assert [stated(unseen, language) for language in Language] == [
        "no Chiari malformation in the cervical spine",
        "颈椎未见Chiari畸形",
    ]
