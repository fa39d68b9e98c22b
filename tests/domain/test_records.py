"""Promise: a record comes back as it was written, now and after an update; a broken one is refused without quoting a patient."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

import spinemed.domain.records as records
from spinemed.domain.assertion import Certainty, Laterality, Numbering
from spinemed.domain.levels import Range, Region, Segment, Vertebra
from spinemed.domain.names import Anatomy
from spinemed.domain.records import ClinicianDecision, Evidence, Fact, GradingRow, Item, MaskEvidence, Part, Record, variants_of
from spinemed.domain.roots import Root
from spinemed.engine import read_records, write_records
from spinemed.errors import RecordError
from strategies import A_SPAN, ALL_SEGMENTS, RECORDS, a_fact, ranges

ARCHIVE = Path(__file__).parent / "data" / "records_v1"
PATIENT = "Zhu Wenqi 7734"
EVIDENCE: tuple[Evidence, ...] = (
    A_SPAN,
    MaskEvidence(study="1.2.3", mask="m.nii.gz", labels=(23, 24, 123), measurement="disc_height_mm"),
    MaskEvidence(study="1.2.3", mask="m.nii.gz", labels=()),
    GradingRow(source="sha256:11", row=0, columns=("IVD label", "Modic")),
    GradingRow(source="sha256:11", row=7),
    ClinicianDecision(review="review-1"),
)

# The least that each record takes: the fields it requires and no other.
_SOURCE = {"id": "sha256:00", "kind": "article", "title": "", "licence": "CC0-1.0", "origin": ""}
_FACT = {
    "anatomy": {"kind": "vertebra", "levels": ["L4"]},
    "certainty": "not_assessed",
    "evidence": [{"kind": "clinician_decision", "review": ""}],
    "method": "",
    "numbering": "undetermined",
}
_ITEM = {
    "task": "open_qa",
    "language": "zh",
    "modality": "text",
    "axes": [],
    "numbering": "as_written",
    "messages": [{"role": "user", "content": "?"}, {"role": "assistant", "content": "!"}],
    "sources": [_SOURCE],
}
_DOCUMENT = {"kind": "document", "source": _SOURCE, "text": ""}
BARE: dict[str, dict[str, Any]] = {
    "Source": _SOURCE,
    "Document": {"source": _SOURCE, "text": ""},
    "Passage": {"id": "", "document": "", "spans": []},
    "Study": {"id": "", "source": _SOURCE, "subject": ""},
    "Case": {"id": "", "subject": ""},
    "Material": {"id": "", "content": _DOCUMENT},
    "Fact": _FACT,
    "FactSheet": {"id": "", "content": _DOCUMENT},
    "Item": _ITEM,
    "Trace": {"item": "", "stage": "draft", "engine": ""},
    "Check": {"name": "", "verdict": "pass", "reason": ""},
    "Candidate": {"item": _ITEM, "traces": []},
    "Call": {"key": "", "stage": "", "model": "", "request_hash": "", "reply": ""},
    "Review": {"id": "", "item": "", "reviewer": "", "decision": "reject"},
    "Rating": {"item": "", "model": "", "reviewer": "", "scores": []},
    "Example": {"item": _ITEM, "split": "test"},
    "Prediction": {"item": "", "model": "", "text": ""},
    "Score": {"item": "", "model": "", "metric": "", "value": 0.0},
}

each = pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)
slow = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])


def archived(model: type[Record]) -> str:
    return (ARCHIVE / f"{model.__name__}.json").read_text(encoding="utf-8")


def full(model: type[Record]) -> dict[str, Any]:
    """The archived record as plain JSON: every optional field is filled."""
    return json.loads(archived(model))


def read(model: type[Record], content: object) -> Record:
    return model.from_json(json.dumps(content))


def refusal(model: type[Record], content: object) -> str:
    with pytest.raises(RecordError) as refused:
        read(model, content)
    assert refused.value.__cause__ is None
    assert refused.value.__suppress_context__
    return str(refused.value)


def through_parquet(path: Path, some: list[Record], model: type[Record]) -> list[Record]:
    assert write_records(path, some, model) == len(some)
    return list(read_records(path, model))


# Every record is covered here


def test_every_record_has_examples_of_each_kind():
    public = {
        value for name in records.__all__ if isinstance(value := getattr(records, name), type) and issubclass(value, Record)
    }
    assert set(RECORDS) == public - {Record}
    assert {model.__name__ for model in RECORDS} == set(BARE) == {path.stem for path in ARCHIVE.iterdir()}


# Round trips


@each
@given(data=st.data())
@slow
def test_a_record_comes_back_from_json(model: type[Record], data: st.DataObject):
    record = data.draw(RECORDS[model])
    line = record.to_json()
    assert "\n" not in line
    assert model.from_json(line) == record
    assert model.from_json(line.encode()).to_json() == line


@each
@given(data=st.data())
@settings(slow, max_examples=8)
def test_records_come_back_from_parquet(model: type[Record], data: st.DataObject, tmp_path: Path):
    some = data.draw(st.lists(RECORDS[model], max_size=4))
    again = through_parquet(tmp_path / "records.parquet", some, model)
    assert again == some
    assert [record.to_json() for record in again] == [record.to_json() for record in some]


@each
def test_the_least_and_the_fullest_record_come_back(model: type[Record], tmp_path: Path):
    both = [read(model, BARE[model.__name__]), read(model, full(model))]
    assert [model.from_json(record.to_json()) for record in both] == both
    assert through_parquet(tmp_path / "records.parquet", both, model) == both


@each
def test_the_least_record_holds_what_is_required_and_no_more(model: type[Record]):
    bare = BARE[model.__name__]
    assert set(bare) == {name for name, field in model.model_fields.items() if field.is_required()}
    for name in bare:
        assert f"{model.__name__}: {name}: Field required" in refusal(model, {k: v for k, v in bare.items() if k != name})


@each
@given(data=st.data())
@settings(slow, max_examples=10)
def test_a_null_may_be_left_out(model: type[Record], data: st.DataObject):
    record = data.draw(RECORDS[model])
    assert model.from_json(record.model_dump_json(exclude_none=True)) == record


ANATOMIES: tuple[Anatomy, ...] = (
    *Vertebra,
    *ALL_SEGMENTS,
    *Root,
    *Region,
    Range(Vertebra.C0, Vertebra.CO),
    Range(Vertebra.L4, Vertebra.L5),
    Range(Vertebra.T12, Vertebra.S1, frozenset({Vertebra.T13, Vertebra.L6})),
    Range(Vertebra.L5, Vertebra.L6),
)


def test_every_anatomy_with_every_kind_of_evidence_comes_back(tmp_path: Path):
    said = [
        a_fact(anatomy=anatomy, evidence=EVIDENCE[turn:] + EVIDENCE[:turn], variants=variants_of(anatomy))
        for anatomy, turn in product(ANATOMIES, range(len(EVIDENCE)))
    ]
    assert [Fact.from_json(one.to_json()) for one in said] == said
    again = through_parquet(tmp_path / "facts.parquet", said, Fact)
    assert again == said
    # L4 the bone and L4 the root are equal in writing, never in meaning.
    assert [type(one.anatomy) for one in again] == [type(one.anatomy) for one in said]


@pytest.mark.parametrize(
    ("anatomy", "written"),
    [
        (Vertebra.L4, {"kind": "vertebra", "levels": ["L4"]}),
        (Root.L4, {"kind": "root", "levels": ["L4"]}),
        (Segment(Vertebra.L4, Vertebra.L5), {"kind": "segment", "levels": ["L4-L5"]}),
        (Range(Vertebra.L4, Vertebra.S1), {"kind": "range", "levels": ["L4", "L5", "S1"]}),
        (Region.LUMBAR, {"kind": "region", "levels": ["lumbar"]}),
    ],
)
def test_an_anatomy_is_written_as_kind_and_levels(anatomy: Anatomy, written: dict[str, object]):
    assert json.loads(a_fact(anatomy=anatomy).to_json())["anatomy"] == written


@pytest.mark.parametrize("certainty", Certainty)
@pytest.mark.parametrize("numbering", Numbering)
def test_what_is_unknown_stays_unknown(certainty: Certainty, numbering: Numbering, tmp_path: Path):
    said = a_fact(certainty=certainty, numbering=numbering)
    assert Fact.from_json(said.to_json()) == said
    (again,) = through_parquet(tmp_path / "facts.parquet", [said], Fact)
    assert isinstance(again, Fact)
    assert (again.certainty, again.numbering) == (certainty, numbering)
    assert again.grade is again.value is again.zone is None
    assert again.laterality is Laterality.NOT_STATED


@given(ranges())
def test_a_range_keeps_the_variant_bones_inside(anatomy: Range):
    again = Fact.from_json(a_fact(anatomy=anatomy).to_json()).anatomy
    assert isinstance(again, Range)
    assert again.vertebrae == anatomy.vertebrae


def test_an_interval_may_be_open_and_comes_back(tmp_path: Path):
    said = a_fact(quantity="slip_percent", value=30.0, unit="%", interval=(25.0, float("inf")))
    assert Fact.from_json(said.to_json()) == said
    assert through_parquet(tmp_path / "facts.parquet", [said], Fact) == [said]


@each
def test_a_record_travels_between_processes(model: type[Record]):
    record = read(model, full(model))
    assert pickle.loads(pickle.dumps(record)) == record


# Released formats stay readable


@each
def test_a_record_of_format_1_stays_readable(model: type[Record]):
    line = archived(model)
    assert line.endswith("}\n")
    assert line.count("\n") == 1
    record = model.from_json(line)
    # Nothing of the old line is lost or read as something else; a later release may write more.
    assert_holds(json.loads(record.to_json()), json.loads(line))


def assert_holds(whole: Any, part: Any) -> None:
    if isinstance(part, dict):
        for name, value in part.items():
            assert_holds(whole[name], value)
    elif isinstance(part, list):
        assert len(whole) == len(part)
        for one, other in zip(whole, part, strict=True):
            assert_holds(one, other)
    else:
        assert (whole, type(whole)) == (part, type(part))


@pytest.mark.parametrize("model", [Fact, Item])
def test_an_id_of_format_1_is_still_the_hash_of_its_content(model: type[Fact | Item]):
    known = full(model)
    again = read(model, {name: value for name, value in known.items() if name != "id"})
    assert isinstance(again, Fact | Item)
    assert again.id == known["id"]


# Frozen, closed, versioned


@each
def test_a_record_is_frozen(model: type[Record]):
    record = read(model, full(model))
    for part in (record, *parts_of(record)):
        for name in type(part).model_fields:
            with pytest.raises(ValidationError, match="frozen"):
                setattr(part, name, getattr(part, name))
    assert isinstance(hash(record), int)


def parts_of(value: object) -> Iterator[Part]:
    inner = [getattr(value, name) for name in type(value).model_fields] if isinstance(value, Part) else value
    for one in inner if isinstance(inner, list | tuple) else ():
        if isinstance(one, Part):
            yield one
        yield from parts_of(one)


@each
def test_an_unknown_field_is_refused_by_name(model: type[Record]):
    message = refusal(model, full(model) | {"patient_name": PATIENT})
    assert message == f"{model.__name__}: patient_name: unknown name: check its spelling, or leave it out"


@each
def test_an_unknown_field_deep_inside_is_refused_by_its_place(model: type[Record]):
    for path in paths(full(model)):
        content = full(model)
        holder = at(content, path)
        if isinstance(holder, dict):
            holder["patient_name"] = PATIENT
            message = refusal(model, content)
            assert "patient_name: unknown name: check its spelling, or leave it out" in message
            assert str(path[0]) in message
            assert PATIENT not in message


@each
def test_a_record_says_its_version(model: type[Record]):
    assert full(model)["schema_version"] == 1
    assert read(model, BARE[model.__name__]).schema_version == 1
    for wrong in (0, 2, "1", None, PATIENT):
        message = refusal(model, full(model) | {"schema_version": wrong})
        assert message == f"{model.__name__}: schema_version: Input should be 1"


def test_a_record_inside_says_its_version_too():
    content = full(Item)
    content["facts"][0]["schema_version"] = 2
    assert refusal(Item, content) == "Item: facts.0.schema_version: Input should be 1"


# A refusal names field and rule, never the value


def paths(value: Any, here: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Every place of a JSON value."""
    if here:
        yield here
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, one in inner:
        yield from paths(one, (*here, name))


def at(value: Any, path: tuple[str | int, ...]) -> Any:
    for name in path:
        value = value[name]
    return value


WRONG: tuple[Any, ...] = (
    PATIENT,
    [PATIENT],
    {"name": PATIENT},
    {"kind": PATIENT},
    {"kind": "vertebra", "levels": [PATIENT]},
    7,
    None,
)


@each
def test_a_refusal_names_the_field_and_never_quotes_the_value(model: type[Record]):
    refused = 0
    for path, wrong in product(list(paths(full(model))), WRONG):
        content = full(model)
        at(content, path[:-1])[path[-1]] = wrong
        message = refusal_or_none(model, content)
        if message is not None:
            refused += 1
            assert message.startswith(f"{model.__name__}: ")
            assert str(path[0]) in message, (path, wrong, message)
            assert "Zhu" not in message, (path, wrong, message)
            assert "7734" not in message
    assert refused > len(model.model_fields)


def refusal_or_none(model: type[Record], content: object) -> str | None:
    """The refusal, or None where the content is a record all the same (a patient's name is a text like any other)."""
    try:
        read(model, content)
    except RecordError:
        return refusal(model, content)
    return None


@each
def test_a_constructor_never_quotes_the_value(model: type[Record]):
    for name, wrong in product(model.model_fields, ({"name": PATIENT}, [[PATIENT]])):
        with pytest.raises(ValidationError) as refused:
            model(**read(model, full(model)).model_dump() | {name: wrong})
        assert name in str(refused.value)
        assert PATIENT not in str(refused.value)


@each
@pytest.mark.parametrize("line", ["", "{", f'{{"id": "{PATIENT}"', f'"{PATIENT}"', "[]", "null", "7", f"{PATIENT}\n"])
def test_what_is_no_json_object_is_refused(model: type[Record], line: str):
    for written in (line, line.encode(), b"\xff" + line.encode()):
        with pytest.raises(RecordError, match=f"^{model.__name__}: record: ") as refused:
            model.from_json(written)
        assert "Zhu" not in str(refused.value)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            {"anatomy": {"kind": "vertebra", "levels": ["L9"]}},
            "anatomy: Value error, 1 levels are not canonical names of a vertebra",
        ),
        ({"anatomy": {"kind": "vertebra", "levels": ["C8"]}}, "anatomy: Value error, 1 levels are not canonical"),
        ({"anatomy": {"kind": "segment", "levels": ["L5-L4"]}}, "anatomy: Value error, L5-L4 is no motion segment"),
        ({"anatomy": {"kind": "bone", "levels": ["L4"]}}, "anatomy.kind: Input should be 'vertebra', 'segment', 'range'"),
        (
            {"evidence": [{"kind": "rumour"}]},
            "evidence.0: 'kind' should be 'text_span', 'mask', 'grading_row', 'clinician_decision'",
        ),
        ({"certainty": "maybe"}, "certainty: Input should be 'present', 'absent'"),
        ({"grade": {"scale": "pfirrmann", "value": "VI"}}, "grade: Value error, no grade of this scale"),
        ({"value": "high"}, "value: Input should be a valid number"),
    ],
)
def test_a_refusal_says_the_rule(change: dict[str, Any], message: str):
    assert refusal(Fact, _FACT | change).startswith(f"Fact: {message}")
