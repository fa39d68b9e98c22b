"""Files that are whole or absent: written beside their place, flushed to the disk, then renamed onto it."""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

TEMPORARY_SUFFIX = ".tmp"


@contextmanager
def whole_file(path: Path) -> Generator[Path]:
    """A temporary path in the folder of `path`; becomes `path` when the block ends well, and nothing otherwise."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}{TEMPORARY_SUFFIX}")
    try:
        yield temporary
        _flush(temporary)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    # Without this a power cut could keep a later rename and lose this one: the order of commits is what resume rests on.
    _flush(path.parent)


def _flush(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
