"""Promise: a fact or item that contradicts anatomy, its own evidence or itself cannot be made, and its id tells what it says."""

from __future__ import annotations

import json
from itertools import product
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from spinemed.domain.assertion import Certainty, Laterality, Numbering
from spinemed.domain.findings import Finding
from spinemed.domain.levels import Segment, Variant, Vertebra
from spinemed.domain.names import Anatomy
from spinemed.domain.procedures import Procedure
from spinemed.domain.records import (
    Block,
    Candidate,
    ClinicianDecision,
    Document,
    Example,
    Fact,
    Item,
    Message,
    Option,
    Source,
    TextSpan,
    Trace,
    variants_of,
)
from spinemed.domain.roots import Root, Zone
from spinemed.domain.scales import Grade, Scale
from spinemed.domain.taxonomy import Language, Modality, Task
from strategies import A_SOURCE, A_SPAN, a_fact, an_item, documents, facts, filled, items, text_spans, traces

PATIENT = "Zhu Wenqi 7734"
L4_L5 = Segment(Vertebra.L4, Vertebra.L5)
OPTIONS = (Option(letter="A", text="L4-L5"), Option(letter="B", text="L5-S1"))

slow = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


# Ids


@given(facts() | items())
@slow
def test_the_same_content_has_the_same_id(record: Fact | Item):
    content = json.loads(record.to_json())
    del content["id"]
    again = type(record).from_json(json.dumps(dict(reversed(content.items()))))
    assert again == record
    assert again.id == record.id
    assert record.id.startswith(f"{type(record).__name__.lower()}-")


@given(st.lists(facts(), min_size=2, max_size=2) | st.lists(items(), min_size=2, max_size=2))
@slow
def test_two_records_share_an_id_only_if_they_say_the_same(pair: list[Fact] | list[Item]):
    first, second = pair
    assert (first.id == second.id) == (first.to_json() == second.to_json())


FACT_CHANGES: list[dict[str, Any]] = [
    {"anatomy": Segment(Vertebra.L5, Vertebra.S1)},
    {"finding": Finding.DISC_BULGE},
    {"finding": Finding.DISC_DEGENERATION, "grade": Grade(Scale.PFIRRMANN, "III")},
    {"finding": Finding.DISC_DEGENERATION, "grade": Grade(Scale.PFIRRMANN, "IV")},
    {"quantity": "cobb_angle", "value": 12.0, "unit": "degrees"},
    {"quantity": "cobb_angle", "value": 12.5, "unit": "degrees"},
    {"quantity": "cobb_angle", "value": 12.5, "unit": "degrees", "interval": (10.0, 15.0)},
    {"laterality": Laterality.LEFT},
    {"laterality": Laterality.RIGHT},
    {"zone": Zone.FORAMINAL},
    {"certainty": Certainty.ABSENT},
    {"certainty": Certainty.NOT_ASSESSED},
    {"procedure": Procedure.LAMINECTOMY},
    {"evidence": (ClinicianDecision(review="review-1"),)},
    {"evidence": (A_SPAN, ClinicianDecision(review="review-1"))},
    {"evidence": (TextSpan(source="sha256:00", start=4, end=9, quote="L4-L5"),)},
    {"method": "another"},
    {"numbering": Numbering.ASSUMED},
    {"variants": (Variant.LSTV,)},
]
ITEM_CHANGES: list[dict[str, Any]] = [
    {"task": Task.CONSULTATION},
    {"language": Language.ZH},
    {"modality": Modality.MRI},
    {"axes": ()},
    {"levels": ("L4-L5",)},
    {"numbering": Numbering.ASSUMED},
    {"messages": (Message(role="user", content="Which disc?"), Message(role="assistant", content="L5-S1"))},
    {"task": Task.MCQ, "options": OPTIONS, "key": "A"},
    {"task": Task.MCQ, "options": OPTIONS, "key": "B"},
    {"facts": (a_fact(),)},
    {"facts": (a_fact(certainty=Certainty.ABSENT),)},
    {"context": (A_SPAN,)},
    {"sources": (A_SOURCE.model_copy(update={"licence": "MIT"}),)},
    {"pair": "pair-1"},
]


def test_whatever_a_fact_says_otherwise_gives_another_id():
    ids = [a_fact().id, *(a_fact(**change).id for change in FACT_CHANGES)]
    assert len(set(ids)) == len(ids)
    assert set().union(*FACT_CHANGES) == set(Fact.model_fields) - {"id", "schema_version"}


def test_whatever_an_item_says_otherwise_gives_another_id():
    ids = [an_item().id, *(an_item(**change).id for change in ITEM_CHANGES)]
    assert len(set(ids)) == len(ids)


def test_the_order_in_which_flags_were_found_does_not_matter():
    one = a_fact(variants=(Variant.L6, Variant.LSTV))
    other = a_fact(variants=[Variant.LSTV, Variant.L6, Variant.LSTV])
    assert one == other
    assert one.id == other.id
    assert one.variants == (Variant.LSTV, Variant.L6)


@given(items(), st.lists(traces, min_size=1, max_size=2))
@settings(slow, max_examples=10)
def test_who_made_an_item_does_not_matter(given_item: Item, made: list[Trace]):
    assert Candidate(item=given_item, traces=()).item.id == Candidate(item=given_item, traces=tuple(made)).item.id
    assert Example(item=given_item, traces=tuple(made), split="test", weight=0.5).item.id == given_item.id
    # Nothing of a trace stands in an item: two engines that write the same item write one item.
    assert set(Item.model_fields).isdisjoint(set(Trace.model_fields) - {"schema_version"})


def test_an_id_that_was_given_is_kept():
    assert (a_fact(id="given-1").id, an_item(id="given-2").id) == ("given-1", "given-2")


# What a fact may say


def test_a_fact_needs_evidence():
    with pytest.raises(ValidationError, match=r"evidence\n.*at least 1 item"):
        a_fact(evidence=())


@pytest.mark.parametrize(
    ("finding", "grade"),
    [
        (Finding.DISC_DEGENERATION, Grade(Scale.PFIRRMANN, "V")),
        (Finding.MODIC_CHANGE, Grade(Scale.MODIC, "II")),
        (Finding.CANAL_STENOSIS, Grade(Scale.SCHIZAS, "A4")),
        (Finding.SPONDYLOLISTHESIS, Grade(Scale.MEYERDING, "I")),
    ],
)
def test_a_grade_on_a_scale_of_the_finding_is_taken(finding: Finding, grade: Grade):
    said = a_fact(finding=finding, grade=grade)
    assert said.claim == (finding, L4_L5, Laterality.NOT_STATED, str(grade), Certainty.PRESENT)


@pytest.mark.parametrize(
    ("finding", "grade", "rule"),
    [
        (None, Grade(Scale.PFIRRMANN, "V"), "a grade needs the finding it grades"),
        (Finding.CANAL_STENOSIS, Grade(Scale.PFIRRMANN, "V"), "does not grade"),
        (Finding.CANAL_STENOSIS, Grade(Scale.LEE_FORAMINAL, "1"), "does not grade"),
        (Finding.DISC_SEQUESTRATION, Grade(Scale.SEVERITY, "mild"), "does not grade"),
    ],
)
def test_a_grade_of_something_else_is_refused(finding: Finding | None, grade: Grade, rule: str):
    with pytest.raises(ValidationError, match=rule):
        a_fact(finding=finding, grade=grade)


@pytest.mark.parametrize(
    "finding", [Finding.DISC_DEGENERATION, Finding.DISC_BULGE, Finding.DISC_HERNIATION, Finding.SPONDYLODISCITIS]
)
def test_a_disc_finding_lies_at_a_disc(finding: Finding):
    for joint in (Segment(Vertebra.C0, Vertebra.C1), Segment(Vertebra.C1, Vertebra.C2), Segment(Vertebra.S2, Vertebra.S3)):
        with pytest.raises(ValidationError, match=f"{finding.value} needs a disc, and {joint} has none"):
            a_fact(finding=finding, anatomy=joint)
    for disc in (Segment(Vertebra.C2, Vertebra.C3), Segment(Vertebra.L5, Vertebra.S1), Segment(Vertebra.L5, Vertebra.L6)):
        assert a_fact(finding=finding, anatomy=disc, variants=variants_of(disc)).anatomy == disc


def test_a_disc_between_s1_and_s2_exists_where_the_source_says_so():
    rudimentary = Segment(Vertebra.S1, Vertebra.S2)
    assert a_fact(finding=Finding.DISC_NARROWING, anatomy=rudimentary, variants=variants_of(rudimentary)).anatomy == rudimentary
    for variants in ((), (Variant.LSTV,)):
        with pytest.raises(ValidationError, match="needs a disc, and S1-S2 has none"):
            a_fact(finding=Finding.DISC_NARROWING, anatomy=rudimentary, variants=variants)


@pytest.mark.parametrize(
    ("finding", "anatomy", "kind"),
    [
        (Finding.DISC_BULGE, Vertebra.L4, "vertebra"),
        (Finding.DISC_BULGE, Root.L4, "root"),
        (Finding.COMPRESSION_FRACTURE, L4_L5, "segment"),
        (Finding.COMPRESSION_FRACTURE, Root.L4, "root"),
        (Finding.SCOLIOSIS, Vertebra.T8, "vertebra"),
        (Finding.SACROILIITIS, Vertebra.S1, "vertebra"),
    ],
)
def test_a_finding_lies_where_it_can(finding: Finding, anatomy: Anatomy, kind: str):
    with pytest.raises(ValidationError, match=f"{finding.value} cannot lie in a {kind}: allowed are"):
        a_fact(finding=finding, anatomy=anatomy)


@pytest.mark.parametrize("given_parts", list(product([False, True], repeat=3)))
def test_a_measurement_is_complete(given_parts: tuple[bool, bool, bool]):
    values = {"quantity": "slip_percent", "value": 30.0, "unit": "%"}
    said = {name: value for (name, value), there in zip(values.items(), given_parts, strict=True) if there}
    if len(said) in (0, 3):
        assert a_fact(**said).claim[3] == ("30.0 %" if said else None)
    else:
        with pytest.raises(ValidationError, match="a measurement has quantity, value and unit together"):
            a_fact(**said)


def test_a_measurement_is_a_number():
    for value in (float("nan"), float("inf")):
        with pytest.raises(ValidationError, match=r"value\n.*finite number"):
            a_fact(quantity="slip_percent", value=value, unit="%")


@pytest.mark.parametrize("interval", [(7.0, 5.0), (float("nan"), 7.0)])
def test_an_interval_runs_from_low_to_high(interval: tuple[float, float]):
    with pytest.raises(ValidationError, match="an interval belongs to a value and runs from low to high"):
        a_fact(quantity="disc_height_mm", value=6.0, unit="mm", interval=interval)
    with pytest.raises(ValidationError, match="an interval belongs to a value"):
        a_fact(interval=(5.0, 7.0))


# What an item may be


@pytest.mark.parametrize(
    ("task", "options", "key", "rule"),
    [
        (Task.MCQ, OPTIONS, "C", "the key C is not among the 2 options"),
        (Task.MCQ, OPTIONS, None, "a multiple choice item has options and a key, others have neither"),
        (Task.MCQ, (), "A", "a multiple choice item has options and a key"),
        (Task.MCQ, (), None, "a multiple choice item has options and a key"),
        (Task.OPEN_QA, OPTIONS, "A", "others have neither"),
        (Task.OPEN_QA, OPTIONS, None, "others have neither"),
        (Task.REPORT, (), "A", "others have neither"),
        (Task.CONSULTATION, OPTIONS, "B", "others have neither"),
    ],
)
def test_only_a_multiple_choice_has_options_and_the_key_is_one(task: Task, options: tuple[Option, ...], key: Any, rule: str):
    with pytest.raises(ValidationError, match=rule):
        an_item(task=task, options=options, key=key)


def test_a_key_among_the_options_is_taken():
    assert an_item(task=Task.MCQ, options=OPTIONS, key="B").key == "B"


def test_an_item_has_question_answer_and_a_licensed_source():
    with pytest.raises(ValidationError, match=r"messages\n.*at least 2 items"):
        an_item(messages=(Message(role="user", content="Which disc?"),))
    with pytest.raises(ValidationError, match=r"sources\n.*at least 1 item"):
        an_item(sources=())
    with pytest.raises(ValidationError, match=r"licence\n.*at least 1 character"):
        Source(id="sha256:00", kind="article", title="", licence="", origin="")


# Spans


@given(text_spans(), st.integers(-3, 3).filter(bool))
def test_a_span_is_as_long_as_its_quote(span: TextSpan, off: int):
    assert span.end - span.start == len(span.quote)
    with pytest.raises(
        ValidationError, match=rf"a span from \d+ to \d+ cannot hold a quote of {len(span.quote)} characters|greater"
    ):
        TextSpan(source=span.source, start=span.start, end=span.end + off, quote=span.quote)


@pytest.mark.parametrize(("start", "end", "quote"), [(3, 3, ""), (8, 3, "L4-L5"), (-5, 0, "L4-L5")])
def test_an_empty_upside_down_or_negative_span_is_refused(start: int, end: int, quote: str):
    with pytest.raises(ValidationError):
        TextSpan(source="sha256:00", start=start, end=end, quote=quote)


@given(filled, st.data())
def test_a_document_gives_spans_of_its_text(text: str, data: st.DataObject):
    document = Document(source=A_SOURCE, text=text)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    inner = document.span(start, end)
    assert inner.quote == text[start:end]
    assert inner.source == document.source.id
    assert document.span(0, len(text)).holds(inner)


def test_offsets_count_code_points():
    document = Document(source=A_SOURCE, text="𝄞 腰4/5")
    assert document.span(2, 6).quote == "腰4/5"
    assert Document.from_json(document.to_json()).span(2, 6).quote == "腰4/5"


@pytest.mark.parametrize(
    "other",
    [
        TextSpan(source="sha256:01", start=3, end=5, quote="L4"),
        TextSpan(source="sha256:00", start=2, end=4, quote="L4"),
        TextSpan(source="sha256:00", start=6, end=9, quote="L5."),
        TextSpan(source="sha256:00", start=3, end=5, quote="L5"),
    ],
)
def test_a_span_holds_only_what_stands_inside_it(other: TextSpan):
    assert A_SPAN.holds(TextSpan(source="sha256:00", start=3, end=5, quote="L4"))
    assert A_SPAN.holds(A_SPAN)
    assert not A_SPAN.holds(other)


@given(documents())
@slow
def test_the_blocks_of_a_document_lie_in_its_text(document: Document):
    for block in document.blocks:
        assert document.span(block.start, block.end).quote


@pytest.mark.parametrize(("start", "end"), [(0, 6), (5, 5), (3, 2), (5, 6), (0, 0)])
def test_a_block_outside_the_text_is_refused(start: int, end: int):
    blocks = (Block(id="fine", kind="paragraph", start=0, end=5), Block(id=PATIENT, kind="paragraph", start=start, end=end))
    with pytest.raises(ValidationError, match=rf"blocks\.1 spans {start} to {end} in a text of 5 characters") as refused:
        Document(source=A_SOURCE, text="L4-L5", blocks=blocks)
    assert "Zhu" not in str(refused.value)
