"""Files of a source: found, looked at, and their bytes, with every fault said in one line."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from spinemed.errors import SourceError
from spinemed.read.units import FileKind, Shelf, Unit

LARGEST_TABLE_BYTES = 1_000_000_000
LARGEST_DOCUMENT_BYTES = 64_000_000
LARGEST_PDF_BYTES = 512_000_000
SUFFIXES: dict[FileKind, tuple[str, ...]] = {
    "text": (".txt", ".md", ".markdown"),
    "article": (".xml", ".nxml"),
    "cnxml": (".cnxml",),
    "pdf": (".pdf",),
    "case": (".json",),
}
"""Endings of the files that a folder is searched for."""


def list_files(path: Path, kind: FileKind, shelf: Shelf) -> Iterator[Unit]:
    """One unit a file: `path` itself, or every file under it with an ending of its kind.

    Raises:
        SourceError: there is no such file, or no such file in the folder.
    """
    for file in find_files(path, SUFFIXES[kind]):
        key = file.name if file == path else file.relative_to(path).as_posix()
        if any("\ud800" <= character <= "\udfff" for character in str(file)):
            yield Unit(id=f"{shelf.name}:{key!a}", fault=f"{file.name!a}: the file name is not UTF-8; rename it")
        else:
            yield Unit(id=f"{shelf.name}:{key}", file=str(file), file_kind=kind, file_stamp=stamp(file), shelf=shelf)


def find_files(path: Path, suffixes: Sequence[str]) -> list[Path]:
    """The file itself, whatever its ending, or the files of a folder and its subfolders; linked folders are not entered.

    Raises:
        SourceError: nothing is there.
    """
    try:
        if not path.is_dir():
            path.stat()
            return [path]
    except OSError as error:
        raise SourceError(_unreadable(path, error)) from None
    found = [Path(folder, name) for folder, _, names in os.walk(path) for name in names if name.lower().endswith(tuple(suffixes))]
    if not found:
        raise SourceError(f"{path.name}: no file ending in {' or '.join(suffixes)} in this folder")
    return sorted(found)


def stamp(path: Path) -> str | None:
    """Size and time of change; None for what cannot be looked at, which reading then says in its own words."""
    try:
        status = path.stat()
    except OSError:
        return None
    return f"{status.st_size}-{status.st_mtime_ns}"


def read_bytes(path: Path, largest: int = LARGEST_DOCUMENT_BYTES) -> bytes:
    """The bytes of a regular file.

    Raises:
        SourceError: no such file, a folder or device, unreadable, empty, or larger than `largest`.
    """
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise SourceError(f"{path.name}: a folder, where a file should be")
        if not stat.S_ISREG(status.st_mode):
            raise SourceError(f"{path.name}: no regular file")
        if status.st_size > largest:
            raise SourceError(f"{path.name}: larger than {largest // 1_000_000:,} MB; split it")
        data = path.read_bytes()
    except OSError as error:
        raise SourceError(_unreadable(path, error)) from None
    if not data.strip():
        raise SourceError(f"{path.name}: the file is empty")
    return data


def _unreadable(path: Path, error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return f"{path.name}: no such file; check the path in the build file"
    return f"{path.name}: cannot be read ({error.strerror})"


def read_text(path: Path, largest: int = LARGEST_DOCUMENT_BYTES) -> str:
    """The text of a UTF-8 file; a byte order mark is left out.

    Raises:
        SourceError: as `read_bytes`, or no UTF-8.
    """
    return decode(read_bytes(path, largest), path.name)


def decode(data: bytes, name: str) -> str:
    """UTF-8 bytes as text.

    Raises:
        SourceError: no UTF-8.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceError(f"{name}: not UTF-8 at byte {error.start}; convert it, for example with iconv") from None


def sha256_id(data: bytes) -> str:
    """The id of a source by its bytes."""
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def is_unicode(text: str) -> bool:
    """False where a JSON escape left half a surrogate pair, which no UTF-8 file can hold."""
    return not any("\ud800" <= character <= "\udfff" for character in text)
