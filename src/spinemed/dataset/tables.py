"""The Parquet files of a dataset: one a split, items as columns, and the pictures themselves, so that `datasets` shows them."""

# pyarrow ships neither stubs nor a py.typed marker: its members are unknown to the type checker, in this module only.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportUnknownParameterType=false

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

import pyarrow as pa
import pyarrow.parquet as pq

from spinemed.dataset.split import Split
from spinemed.domain.records import Item
from spinemed.engine import arrow_schema, read_rows
from spinemed.engine.tables import from_row, to_row
from spinemed.errors import RecordError, SourceError

IMAGES = "images"
_IMAGE = pa.struct([pa.field("bytes", pa.binary()), pa.field("path", pa.string())])
# What `datasets` writes itself for a list of pictures: with it the column decodes, without it the bytes stay bytes.
_FEATURES = {"info": {"features": {IMAGES: {"feature": {"_type": "Image"}, "_type": "List"}}}}
_ROWS_IN_GROUP = 100  # as `datasets` has it for pictures: a reader holds one group
_BYTES_IN_GROUP = 32 * 2**20
# Pictures up to this much of a row group are stored once in it, however many items show them.
_DICTIONARY_BYTES = 64 * 2**20


def table_path(folder: Path, split: Split) -> Path:
    """Where the items of a split lie, by the naming that `datasets` knows."""
    return folder / "data" / f"{split}-00000-of-00001.parquet"


def read_items(path: Path) -> Iterator[Item]:
    """Items of a table in order, without the pictures' bytes.

    Raises:
        SourceError: the file is missing, broken, or holds something else.
    """
    for number, row in enumerate(read_rows(path, columns=arrow_schema(Item).names)):
        try:
            yield from_row(row, Item)
        except RecordError as error:
            raise SourceError(f"{path.name}, row {number}: {error}") from None


class ItemTable:
    """A table that grows item by item; at most 100 rows and 32 MiB of pictures are held.

    Args:
        path: the file.
        picture: gives the bytes of a picture by its sha256.
    """

    def __init__(self, path: Path, picture: Callable[[str], bytes]) -> None:
        schema = arrow_schema(Item).append(pa.field(IMAGES, pa.list_(_IMAGE)))
        self._schema = schema.with_metadata({"huggingface": json.dumps(_FEATURES)})
        self._picture = picture
        self._rows: list[dict[str, object]] = []
        self._bytes = 0
        self._writer = pq.ParquetWriter(
            path,
            self._schema,
            compression="zstd",
            dictionary_pagesize_limit=_DICTIONARY_BYTES,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if kind is None:
            self._flush()
        self._writer.close()

    def add(self, item: Item) -> None:
        """The next row.

        Raises:
            RecordError: the item holds a value that no column takes.
        """
        images = [{"bytes": self._picture(picture.sha256), "path": picture.path} for picture in item.pictures]
        self._rows.append({**to_row(item, Item), IMAGES: images})
        self._bytes += sum(len(image["bytes"]) for image in images)
        if len(self._rows) == _ROWS_IN_GROUP or self._bytes >= _BYTES_IN_GROUP:
            self._flush()

    def _flush(self) -> None:
        if self._rows:
            self._writer.write_table(pa.Table.from_pylist(self._rows, schema=self._schema), row_group_size=_ROWS_IN_GROUP)
        self._rows, self._bytes = [], 0
