"""Records as Parquet: schema from the model, files that are whole or absent, the same bytes for the same records."""

# pyarrow ships neither stubs nor a py.typed marker: its members are unknown to the type checker, in this module only.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportUnknownParameterType=false

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TypeVar, cast

import pyarrow as pa
import pyarrow.parquet as pq
from pydantic import BaseModel, ValidationError
from pydantic_core import PydanticSerializationError

from spinemed.engine.atomic import whole_file
from spinemed.engine.shapes import Field, Items, Row, Scalar, Shape, decode, struct_of
from spinemed.errors import RecordError, SourceError

Record = TypeVar("Record", bound=BaseModel)

_ROWS_IN_GROUP = 1000
_ROWS_IN_BATCH = 256
_ARROW_SCALARS = {"string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_()}
# What pyarrow raises for a file that is no Parquet, ends early or decodes to nonsense.
_BROKEN_FILE = (pa.ArrowException, OSError, ValueError)
# What it raises for a value no column takes: a whole number beyond 64 bits, a lone surrogate, another type.
_UNFIT_VALUE = (pa.ArrowException, OverflowError, ValueError, TypeError)


def arrow_schema(model: type[BaseModel]) -> pa.Schema:
    """The Arrow schema of a record: a column a field, nested records as structs, tagged unions as one merged struct.

    Raises:
        RecordError: a field has no fixed columns or no stable order.
    """
    return pa.schema(_arrow_fields(struct_of(model).fields))


def write_records(path: Path, records: Iterable[Record], model: type[Record]) -> int:
    """Writes records as one Parquet file and returns their number; an empty file holds the full schema.

    Raises:
        RecordError: a record is no `model`, or holds a value that no column takes.
    """
    return write_rows(path, (to_row(record, model) for record in records), model)


def write_rows(path: Path, rows: Iterable[Row], model: type[BaseModel]) -> int:
    """`write_records` for rows made by `to_row`; at most 1000 of them are held at once.

    Raises:
        RecordError: a row holds a value that no column takes.
    """
    schema = arrow_schema(model)
    remaining = iter(rows)
    written = 0
    with whole_file(path) as temporary, pq.ParquetWriter(temporary, schema, compression="zstd") as writer:
        while group := list(islice(remaining, _ROWS_IN_GROUP)):
            try:
                table = pa.Table.from_pylist(group, schema=schema)
            except _UNFIT_VALUE as error:
                # Neither Arrow's message nor its chain goes on: they quote the value.
                raise RecordError(
                    f"{path.name}: rows from {written} hold a value that no column takes ({_kind(error)})"
                ) from None
            writer.write_table(table, row_group_size=_ROWS_IN_GROUP)
            written += len(group)
    return written


def read_records(path: Path, model: type[Record]) -> Iterator[Record]:
    """Records of a Parquet file in order, a batch held at a time.

    Raises:
        SourceError: the file is missing, broken, or holds another kind of record.
    """
    for number, row in enumerate(read_rows(path)):
        try:
            yield from_row(row, model)
        except RecordError as error:
            raise SourceError(f"{path.name}, row {number}: {error}") from None


def read_rows(path: Path, *, columns: Sequence[str] | None = None) -> Iterator[Row]:
    """Rows of a Parquet file as stored, nulls included, a batch held at a time.

    Args:
        path: the file.
        columns: the columns wanted, None for all; one that the file lacks is left away.

    Raises:
        SourceError: the file is missing or broken.
    """
    try:
        with pq.ParquetFile(path) as file:
            for batch in file.iter_batches(batch_size=_ROWS_IN_BATCH, columns=columns, use_threads=False):
                yield from cast("list[Row]", batch.to_pylist())
    except _BROKEN_FILE as error:
        raise _broken(path, error) from None


def count_rows(path: Path) -> int:
    """Number of rows by the footer alone, which a file that ends early does not have.

    Raises:
        SourceError: the file is missing or broken.
    """
    try:
        with pq.ParquetFile(path) as file:
            return int(file.metadata.num_rows)
    except _BROKEN_FILE as error:
        raise _broken(path, error) from None


def to_row(record: BaseModel, model: type[BaseModel]) -> Row:
    """The row that stores a record, proven to fit the columns of `model` and to read back.

    Raises:
        RecordError: it is no valid `model` (after `model_copy` or `model_construct`, which check nothing), or holds a value
            that no column takes. The message does not quote it.
    """
    if not isinstance(record, model):
        raise RecordError(f"expected a {model.__name__}, got a {type(record).__name__}")
    try:
        # No warnings, which would quote the value: what the dump lets pass is found out by reading it back.
        row = cast("Row", record.model_dump(mode="json", by_alias=True, warnings="none"))
        from_row(row, model)
        pa.array([row], type=_arrow_struct(model))
    except RecordError:
        raise
    except (PydanticSerializationError, *_UNFIT_VALUE) as error:
        raise RecordError(f"a {model.__name__} holds a value that no column takes ({_kind(error)})") from None
    return row


def from_row(row: Mapping[str, object], model: type[Record]) -> Record:
    """The record that a stored row holds.

    Raises:
        RecordError: the row is no `model`. The message names the field, never its value.
    """
    try:
        # Through JSON, because strict models take lists as tuples and text as enums and dates from JSON only.
        text = json.dumps(decode(struct_of(model), cast("Row", row)))
        return model.model_validate_json(text)
    except ValidationError as error:
        first = error.errors(include_input=False, include_context=False, include_url=False)[0]
        field = ".".join(str(part) for part in first["loc"]) or "the whole"
        raise RecordError(f"no {model.__name__}: {field} ({first['type']})") from None
    except (TypeError, ValueError) as error:
        raise RecordError(f"no {model.__name__}: holds a value that JSON cannot ({_kind(error)})") from None


@cache
def _arrow_struct(model: type[BaseModel]) -> pa.DataType:
    return pa.struct(_arrow_fields(struct_of(model).fields))


def _arrow_fields(fields: Mapping[str, Field]) -> list[pa.Field]:
    return [_arrow_field(name, field) for name, field in fields.items()]


def _arrow_field(name: str, field: Field) -> pa.Field:
    return pa.field(name, _arrow_type(field.shape), nullable=field.nullable)


def _arrow_type(shape: Shape) -> pa.DataType:
    if isinstance(shape, Scalar):
        return _ARROW_SCALARS[shape.name]
    if isinstance(shape, Items):
        # "element" is Parquet's own name for it, so that a file read back has the schema it was written with.
        return pa.list_(_arrow_field("element", shape.item))
    return pa.struct(_arrow_fields(shape.fields))


def _broken(path: Path, error: Exception) -> SourceError:
    if isinstance(error, FileNotFoundError):
        return SourceError(f"{path.name}: no such file")
    if isinstance(error, OSError) and error.errno is not None:
        return SourceError(f"{path.name}: cannot be read ({_kind(error)}): check its permissions")
    return SourceError(f"{path.name}: no whole Parquet file ({_kind(error)}): delete it or write it again")


def _kind(error: Exception) -> str:
    return type(error).__name__
