from __future__ import annotations

from pathlib import Path

from spinemed.domain.records import Document
from spinemed.errors import SourceError
from spinemed.read.units import Shelf


def read_pdf(path: Path, shelf: Shelf) -> Document:
    """PDF."""
    raise SourceError(f"{path.name}: not there yet")
