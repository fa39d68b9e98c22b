"""Document | Study -> facts and class: what a text states, gradings of a picture's discs, levels of marked vertebrae."""

from __future__ import annotations

from collections.abc import Iterator

from spinemed.domain.assertion import Certainty, Numbering
from spinemed.domain.codecs import decode_ivd_label
from spinemed.domain.findings import Finding
from spinemed.domain.levels import Segment
from spinemed.domain.records import Document, Fact, FactSheet, Grading, GradingRow, Material, Study, variants_of
from spinemed.domain.scales import Grade, Scale
from spinemed.domain.taxonomy import SubCondition, Subfield
from spinemed.engine import Rejected
from spinemed.errors import CodecError, GradeError, SourceError
from spinemed.extract.classify import Classified, classify_document
from spinemed.extract.masks import mask_facts
from spinemed.extract.texts import text_facts

GRADED = Classified(Subfield.SPINE, SubCondition.DISC_AND_ENDPLATE)
MARKED = Classified(Subfield.SPINE)


def extract_facts(material: Material) -> Iterator[FactSheet | Rejected]:
    """The facts of one document or study; a grading row that cannot be read is rejected alone.

    Raises:
        SourceError: the discs of a study are counted so that no level follows.
    """
    content = material.content
    if isinstance(content, Document):
        stated = tuple(text_facts(content))
        yield _sheet(material, stated, classify_document(content, stated))
        return
    if content.masks:
        yield _sheet(material, tuple(mask_facts(content)), MARKED)
        return
    facts: list[Fact] = []
    _check_count(content)
    _check_gradings(content)
    for grading in content.gradings:
        try:
            facts += _grading_facts(content, grading)
        except (GradeError, CodecError, SourceError) as error:
            yield Rejected(
                what=f"{material.id}:row-{grading.row}", reason=f"row {grading.row} of {content.grading_source}: {error}"
            )
    yield _sheet(material, tuple(facts), GRADED)


def _sheet(material: Material, facts: tuple[Fact, ...], found: Classified) -> FactSheet:
    return FactSheet(
        id=material.id,
        content=material.content,
        facts=facts,
        subfield=found.subfield,
        sub_condition=found.sub_condition,
    )


def _check_count(study: Study) -> None:
    """Discs must be counted 1, 2, 3 from the lowest without a gap, a double or a disc 0: else no count names a level."""
    places = sorted(grading.place for grading in study.gradings)
    if 0 in places:
        raise SourceError(
            f"{study.source.origin}: a disc 0 lies below disc 1, so no level follows from counting; no item is made"
        )
    if places != list(range(1, len(places) + 1)):
        raise SourceError(
            f"{study.source.origin}: discs are numbered {places}, not 1 to {len(places)}: no level follows from counting"
        )


def _check_gradings(study: Study) -> None:
    """Pfirrmann I and II mean normal disc height (Pfirrmann et al. 2001): with narrowing, rows may have been exchanged."""
    for grading in study.gradings:
        cells = {cell.column: cell.value for cell in grading.cells}
        if cells["Pfirrman grade"] in ("1", "2") and cells["Disc narrowing"] == "1":
            raise SourceError(
                f"{study.source.origin}: disc {grading.place} is graded Pfirrmann {cells['Pfirrman grade']}, of normal height, "
                "and narrowed: the gradings contradict each other; no item is made"
            )


def _grading_facts(study: Study, grading: Grading) -> list[Fact]:
    level = decode_ivd_label(grading.place).level
    if not isinstance(level, Segment):
        raise SourceError(f"disc {grading.place} has no level")
    cells = {cell.column: cell.value for cell in grading.cells}
    pfirrmann = Grade.parse(Scale.PFIRRMANN, cells["Pfirrman grade"])
    narrowed = {"0": Certainty.ABSENT, "1": Certainty.PRESENT}.get(cells["Disc narrowing"])
    if narrowed is None:
        raise GradeError("'Disc narrowing' is neither 0 nor 1")
    # Pfirrmann I is the healthy disc: graded, and degeneration absent.
    degenerated = Certainty.ABSENT if pfirrmann.rank == 0 else Certainty.PRESENT
    return [
        _fact(study, grading, level, Finding.DISC_DEGENERATION, degenerated, "Pfirrman grade", pfirrmann),
        _fact(study, grading, level, Finding.DISC_NARROWING, narrowed, "Disc narrowing"),
    ]


def _fact(
    study: Study,
    grading: Grading,
    level: Segment,
    finding: Finding,
    certainty: Certainty,
    column: str,
    grade: Grade | None = None,
) -> Fact:
    return Fact(
        anatomy=level,
        finding=finding,
        grade=grade,
        certainty=certainty,
        evidence=(GradingRow(source=study.id, row=grading.row, columns=("IVD label", column)),),
        method="spider_gradings",
        numbering=Numbering.ASSUMED,
        variants=variants_of(level),
    )
