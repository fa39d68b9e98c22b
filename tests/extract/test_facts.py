"""Promises: a fact points at the exact words or the row it comes from, and no level is claimed where discs cannot be counted."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Sequence
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable

import pytest

from corpus import CAPTIONS, NOTES
from spinemed.domain.assertion import Certainty, Numbering
from spinemed.domain.findings import Finding
from spinemed.domain.levels import Variant
from spinemed.domain.names import kind_of, levels_of
from spinemed.domain.records import (
    Block,
    Cell,
    Document,
    Fact,
    FactSheet,
    Grading,
    GradingRow,
    Item,
    Material,
    Source,
    Study,
    TextSpan,
)
from spinemed.domain.scales import Grade, Scale
from spinemed.engine import Rejected
from spinemed.errors import SourceError
from spinemed.extract import extract_facts
from spinemed.language.levels import find_mentions
from spinemed.pipelines import read_config
from spinemed.pipelines.build import units
from spinemed.read import read_unit

SOURCE = Source(id="s1", kind="caption", title="A shelf", licence="MIT", origin="patient 5")


def facts_of_text(text: str) -> tuple[Fact, ...]:
    document = Document(source=SOURCE, text=text, blocks=(Block(id="b0", kind="caption", start=0, end=len(text)),))
    (sheet,) = extract_facts(Material(id="m1", content=document))
    assert isinstance(sheet, FactSheet)
    assert (sheet.id, sheet.content) == ("m1", document)
    return sheet.facts


def mentioned(text: str) -> list[Fact]:
    """The levels a text names, without what it says of them."""
    return [fact for fact in facts_of_text(text) if fact.method == "level_mention"]


def outcomes(*rows: tuple[int, str, str]) -> tuple[FactSheet, list[Rejected]]:
    """The sheet and the rejected rows of a study with these discs: place, Pfirrmann grade, narrowing."""
    gradings = tuple(
        Grading(
            row=40 + k,
            place=place,
            cells=(Cell(column="Disc narrowing", value=narrow), Cell(column="Pfirrman grade", value=grade)),
        )
        for k, (place, grade, narrow) in enumerate(rows)
    )
    study = Study(id="st1", source=SOURCE, subject="5", gradings=gradings, grading_source="table.csv")
    found = list(extract_facts(Material(id="m1", content=study)))
    (sheet,) = [one for one in found if isinstance(one, FactSheet)]
    return sheet, [one for one in found if isinstance(one, Rejected)]


@pytest.mark.parametrize("text", [*(row[3] for row in CAPTIONS), *(note["text"] for note in NOTES)])
def test_every_mention_is_a_fact_at_its_exact_place(text: str) -> None:
    facts = mentioned(text)
    expected = [(m.start, m.end, a) for m in find_mentions(text) for a in m.anatomy]
    assert [(s.start, s.end, f.anatomy) for f in facts for s in f.evidence if isinstance(s, TextSpan)] == expected
    for fact in facts:
        (span,) = fact.evidence
        assert isinstance(span, TextSpan)
        assert (span.source, span.quote) == ("s1", text[span.start : span.end])
        assert (fact.finding, fact.certainty, fact.numbering) == (None, Certainty.PRESENT, Numbering.AS_WRITTEN)


def test_spans_count_characters_and_not_bytes() -> None:
    (fact,) = mentioned("🦴𝔅 患者，é: 腰4/5椎间盘突出")
    (span,) = fact.evidence
    assert isinstance(span, TextSpan)
    assert (kind_of(fact.anatomy), levels_of(fact.anatomy), span.start) == ("segment", ("L4-L5",), 9)
    assert span.quote.startswith("腰4/5")


def test_each_root_of_a_pair_is_a_fact_with_the_words_of_the_pair() -> None:
    facts = mentioned("The C5 and C6 nerve roots, and the L4-L5 nerve roots, are free.")
    assert {levels_of(fact.anatomy) for fact in facts} == {("C5",), ("C6",), ("L4",), ("L5",)}
    assert len({fact.id for fact in facts}) == 4
    assert facts[2].evidence == facts[3].evidence


def test_variants_carry_their_flag_and_impossible_levels_make_no_fact() -> None:
    (fact,) = mentioned("A compression fracture of the L6 vertebra was seen.")
    assert fact.variants == (Variant.L6,)
    assert mentioned("A compression fracture of the L9 vertebra, T2 signal high.") == []


def read_texts(build_file: Traversable) -> dict[str, str]:
    """The texts of all other documents, as the readers made them: markup, columns and pages have no text of their own."""
    with as_file(build_file) as path:
        listed = [unit for unit in units(read_config(path)) if unit.file or unit.document]
        documents = [read_unit(unit, store=path.parent).content for unit in listed]
    return {document.source.id: document.text for document in documents if isinstance(document, Document)}


def test_the_quotes_of_all_facts_of_the_demo_stand_in_the_files_it_was_built_from(demo_items: tuple[Item, ...]) -> None:
    examples = files("spinemed") / "examples"
    captions = csv.DictReader(io.StringIO((examples / "roco" / "captions.csv").read_text(encoding="utf-8"), newline=""))
    notes = (examples / "notes" / "obi_laminectomy.jsonl").read_text(encoding="utf-8")
    texts = [row["caption"] for row in captions] + [json.loads(line)["text"] for line in notes.split("\n") if line]
    by_id = {"sha256:" + hashlib.sha256(text.encode()).hexdigest(): text for text in texts}
    by_id |= read_texts(examples / "demo.toml")
    spans = {e for item in demo_items for f in item.facts for e in f.evidence if isinstance(e, TextSpan)}
    spans |= {context for item in demo_items for context in item.context}
    assert len(spans) > 200
    assert [span for span in spans if by_id[span.source][span.start : span.end] != span.quote] == []


def test_discs_are_counted_up_from_the_lowest_as_an_assumption() -> None:
    sheet, rejected = outcomes((1, "3", "0"), (2, "5", "1"), (3, "1", "0"), (4, "2", "0"), (5, "4", "1"), (6, "1", "0"))
    assert rejected == []
    assert {fact.numbering for fact in sheet.facts} == {Numbering.ASSUMED}
    graded = [fact for fact in sheet.facts if fact.finding is Finding.DISC_DEGENERATION]
    assert [str(fact.anatomy) for fact in graded] == ["L5-S1", "L4-L5", "L3-L4", "L2-L3", "L1-L2", "T12-L1"]
    assert [fact.grade for fact in graded] == [Grade(Scale.PFIRRMANN, value) for value in ("III", "V", "I", "II", "IV", "I")]
    narrowed = [fact for fact in sheet.facts if fact.finding is Finding.DISC_NARROWING]
    assert [fact.certainty.value for fact in narrowed] == ["absent", "present", "absent", "absent", "present", "absent"]
    assert graded[1].evidence == (GradingRow(source="st1", row=41, columns=("IVD label", "Pfirrman grade")),)
    assert narrowed[1].evidence == (GradingRow(source="st1", row=41, columns=("IVD label", "Disc narrowing")),)


@pytest.mark.parametrize("grade", ["1", "2", "3", "4", "5"])
def test_grade_one_is_a_disc_without_degeneration_and_every_other_grade_one_with(grade: str) -> None:
    sheet, _ = outcomes((1, grade, "0"))
    assert sheet.facts[0].grade == Grade.parse(Scale.PFIRRMANN, grade)
    assert sheet.facts[0].certainty is (Certainty.ABSENT if grade == "1" else Certainty.PRESENT)


@pytest.mark.parametrize(
    ("grade", "narrow", "reason"),
    [
        ("6", "0", "row 41 of table.csv: '6' is no grade on the scale Pfirrmann: give one of I, II, III, IV, V"),
        ("0", "0", "row 41 of table.csv: '0' is no grade on the scale Pfirrmann: give one of I, II, III, IV, V"),
        ("x", "0", "row 41 of table.csv: 'x' is no grade on the scale Pfirrmann: give one of I, II, III, IV, V"),
        ("", "0", "row 41 of table.csv: '' is no grade on the scale Pfirrmann: give one of I, II, III, IV, V"),
        ("3", "2", "row 41 of table.csv: 'Disc narrowing' is neither 0 nor 1"),
        ("3", "", "row 41 of table.csv: 'Disc narrowing' is neither 0 nor 1"),
        (
            "Zebulon Quincey, born on the first of May",
            "0",
            "row 41 of table.csv: a text of 41 characters is no grade on the scale Pfirrmann: give one of I, II, III, IV, V",
        ),
    ],
)
def test_a_row_that_cannot_be_read_is_set_aside_alone(grade: str, narrow: str, reason: str) -> None:
    sheet, rejected = outcomes((1, "3", "0"), (2, grade, narrow), (3, "2", "0"))
    assert [(one.what, one.reason) for one in rejected] == [("m1:row-41", reason)]
    assert [str(fact.anatomy) for fact in sheet.facts] == ["L5-S1", "L5-S1", "L3-L4", "L3-L4"]


@pytest.mark.parametrize(
    ("places", "reason"),
    [
        ((0, 1, 2, 3), "patient 5: a disc 0 lies below disc 1, so no level follows from counting; no item is made"),
        ((1, 2, 4), "patient 5: discs are numbered [1, 2, 4], not 1 to 3: no level follows from counting"),
        ((2, 3, 4), "patient 5: discs are numbered [2, 3, 4], not 1 to 3: no level follows from counting"),
        ((1, 2, 2, 3), "patient 5: discs are numbered [1, 2, 2, 3], not 1 to 4: no level follows from counting"),
    ],
)
def test_no_level_follows_from_a_count_in_doubt(places: Sequence[int], reason: str) -> None:
    with pytest.raises(SourceError) as refusal:
        outcomes(*((place, "3", "0") for place in places))
    assert str(refusal.value) == reason


def test_a_disc_above_the_highest_of_the_spine_is_set_aside() -> None:
    sheet, rejected = outcomes(*((place, "2", "0") for place in range(1, 25)))
    assert len(sheet.facts) == 46
    assert str(sheet.facts[-1].anatomy) == "C2-C3"
    assert [one.reason.partition(":")[0] for one in rejected] == ["row 63 of table.csv"]
