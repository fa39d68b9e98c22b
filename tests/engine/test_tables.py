"""Promises: a record comes back from Parquet as it was written, and a file that is no such Parquet is named, not quoted."""

from __future__ import annotations

from datetime import date
from enum import Enum
from pathlib import Path
from typing import Annotated, Any, Literal

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from engine_samples import PATIENT, Finding, Note, notes
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, Field, computed_field

from spinemed.engine import arrow_schema, read_records, read_rows, write_records
from spinemed.errors import RecordError, SourceError


class Side(Enum):
    LEFT = "left"
    RIGHT = "right"


class Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class TextSpan(Frozen):
    kind: Literal["text"] = "text"
    source: str
    start: int
    end: int | None = 7


class GradingRow(Frozen):
    kind: Literal["grading", "row"]
    source: str
    confidence: float = 1.0
    note: str | None = "unset"


class Extent(Frozen):
    low: float | None
    high: float | None = 3.5


class Fact(Frozen):
    """One of everything a record may hold."""

    schema_version: Literal[1] = 1
    id: str
    side: Side | None
    grade: int | None = 3
    scale: Literal["pfirrmann", "modic", None] = None
    seen: date
    valid: bool
    box_mm: tuple[float, float]
    rows: tuple[tuple[int, ...], ...]
    extent: Extent | None = None
    main: TextSpan | GradingRow
    evidence: tuple[Annotated[TextSpan | GradingRow, Field(discriminator="kind")], ...] = ()
    other: Annotated[TextSpan | GradingRow, Field(discriminator="kind")] | None = None
    remarks: list[str | None] = []

    @computed_field
    @property
    def code(self) -> str:
        return f"{self.id}/{self.grade}"


_finite = st.floats(allow_nan=False)
_whole = st.integers(-(2**63), 2**63 - 1)
_evidence = st.one_of(
    st.builds(TextSpan, source=st.text(), start=_whole, end=st.none() | _whole),
    st.builds(
        GradingRow, kind=st.sampled_from(["grading", "row"]), source=st.text(), confidence=_finite, note=st.none() | st.text()
    ),
)
_facts = st.builds(
    Fact,
    id=st.text(),
    side=st.none() | st.sampled_from(Side),
    grade=st.none() | _whole,
    scale=st.sampled_from(["pfirrmann", "modic", None]),
    seen=st.dates(),
    valid=st.booleans(),
    box_mm=st.tuples(_finite, _finite),
    rows=st.lists(st.lists(_whole, max_size=3).map(tuple), max_size=3).map(tuple),
    extent=st.none() | st.builds(Extent, low=st.none() | _finite, high=st.none() | _finite),
    main=_evidence,
    evidence=st.lists(_evidence, max_size=3).map(tuple),
    other=st.none() | _evidence,
    remarks=st.lists(st.none() | st.text(), max_size=3),
)


@given(facts=st.lists(_facts, max_size=4))
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_records_come_back_equal(facts: list[Fact], tmp_path: Path) -> None:
    path = tmp_path / "facts.parquet"
    assert write_records(path, facts, Fact) == len(facts)
    assert list(read_records(path, Fact)) == facts
    first = path.read_bytes()
    write_records(path, facts, Fact)
    assert path.read_bytes() == first


def test_a_tagged_union_is_one_struct_of_all_fields() -> None:
    main = arrow_schema(Fact).field("main")
    assert not main.nullable
    assert {field.name: (str(field.type), field.nullable) for field in main.type} == {
        "kind": ("string", False),
        "source": ("string", False),
        "start": ("int64", True),
        "end": ("int64", True),
        "confidence": ("double", True),
        "note": ("string", True),
    }


def test_only_what_may_be_null_is_nullable() -> None:
    nullable = {field.name for field in arrow_schema(Fact) if field.nullable}
    assert nullable == {"side", "grade", "scale", "extent", "other"}


def test_an_empty_file_holds_the_full_schema(tmp_path: Path) -> None:
    path = tmp_path / "none.parquet"
    assert write_records(path, [], Fact) == 0
    assert pq.read_schema(path) == arrow_schema(Fact)
    assert list(read_records(path, Fact)) == []


def test_more_records_than_fit_in_memory_at_once_stream_through(tmp_path: Path) -> None:
    path = tmp_path / "many.parquet"
    assert write_records(path, notes(2500), Note) == 2500
    assert pq.read_metadata(path).num_row_groups == 3
    reader = read_records(path, Note)
    assert next(reader).id == "n00000"
    assert [note.id for note in reader][-1] == "n02499"


def test_a_file_of_an_older_version_gets_the_defaults_of_fields_it_lacks(tmp_path: Path) -> None:
    path = tmp_path / "old.parquet"
    pq.write_table(pa.table({"id": ["a"], "text": ["L4"]}), path)
    assert list(read_records(path, Note)) == [Note(id="a", text="L4")]


def test_rows_come_as_stored(tmp_path: Path) -> None:
    path = tmp_path / "rows.parquet"
    write_records(path, [Finding(id="a", words=("L4",), length=None)], Finding)
    assert list(read_rows(path)) == [{"schema_version": 1, "id": "a", "words": ["L4"], "length": None}]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"gone\.parquet: no such file"):
        list(read_rows(tmp_path / "gone.parquet"))


def test_a_file_that_is_no_parquet_is_named(tmp_path: Path) -> None:
    path = tmp_path / "letter.parquet"
    path.write_text(f"Dear {PATIENT}")
    with pytest.raises(SourceError, match=r"letter\.parquet: no whole Parquet"):
        list(read_records(path, Note))


@pytest.mark.parametrize("keep", [0.0, 0.5, 0.99])
def test_a_file_that_ends_early_is_named(tmp_path: Path, keep: float) -> None:
    path = tmp_path / "cut.parquet"
    write_records(path, notes(500), Note)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * keep)])
    with pytest.raises(SourceError, match=r"cut\.parquet"):
        list(read_records(path, Note))


def test_a_file_with_a_damaged_middle_is_named(tmp_path: Path) -> None:
    path = tmp_path / "bad.parquet"
    write_records(path, notes(500), Note)
    whole = bytearray(path.read_bytes())
    whole[40:400] = b"\xff" * 360
    path.write_bytes(whole)
    with pytest.raises(SourceError, match=r"bad\.parquet"):
        list(read_records(path, Note))


def test_another_record_is_refused_by_field_and_never_quoted(tmp_path: Path) -> None:
    path = tmp_path / "foreign.parquet"
    pq.write_table(pa.table({"id": ["a"], "text": ["L4"], "patient": [PATIENT]}), path)
    with pytest.raises(SourceError, match=r"foreign\.parquet, row 0: no Note: patient \(extra_forbidden\)") as caught:
        list(read_records(path, Note))
    assert PATIENT not in str(caught.value)


@pytest.mark.parametrize(
    "bad",
    [
        Finding.model_construct(id=PATIENT, words=(), length=2**70),
        Finding.model_construct(id="\ud800" + PATIENT, words=(), length=1),
        Finding.model_construct(id=PATIENT, words=(), length=PATIENT),
        Finding.model_construct(schema_version=2, id=PATIENT, words=(), length=1),
        Note(id=PATIENT, text=""),
    ],
)
def test_a_value_that_fits_no_column_is_refused_and_never_quoted(tmp_path: Path, bad: Finding) -> None:
    with pytest.raises(RecordError) as caught:
        write_records(tmp_path / "x.parquet", [bad], Finding)
    assert "Jane" not in str(caught.value)
    assert caught.value.__suppress_context__ or caught.value.__context__ is None
    assert list(tmp_path.iterdir()) == []


class Loose(BaseModel):
    id: str
    values: dict[str, int]


class Unordered(BaseModel):
    flags: frozenset[str]


class Anything(BaseModel):
    value: Any


class Mixed(BaseModel):
    value: int | str


class Tree(BaseModel):
    children: tuple[Tree, ...] = ()


class Bone(BaseModel):
    name: str


class Disc(BaseModel):
    name: str


class Untagged(BaseModel):
    where: Bone | Disc


class Whole(BaseModel):
    kind: Literal["whole"]
    value: int


class Worded(BaseModel):
    kind: Literal["worded"]
    value: str


class Conflicting(BaseModel):
    values: tuple[Whole | Worded, ...]


class Empty(BaseModel):
    pass


@pytest.mark.parametrize(
    ("model", "message"),
    [
        (Loose, r"Loose\.values has no fixed fields"),
        (Unordered, r"Unordered\.flags is a set"),
        (Anything, r"Anything\.value may hold anything"),
        (Mixed, r"Mixed\.value is a union of several types"),
        (Tree, r"Tree\.children\[\] holds Tree inside itself"),
        (Untagged, r"Untagged\.where is a union of records that no constant field tells apart"),
        (Conflicting, r"Conflicting\.values\[\]\.value has one type in one variant and another in the next"),
        (Empty, r"Empty has no fixed fields"),
    ],
)
def test_a_record_without_fixed_ordered_columns_is_refused_with_the_remedy(model: type[BaseModel], message: str) -> None:
    with pytest.raises(RecordError, match=message):
        arrow_schema(model)
