"""A file or table -> Document | Study (figures unbound)."""

from spinemed.read.files import list_files
from spinemed.read.listing import list_captions, list_notes, list_spider, listed
from spinemed.read.materials import read_file, read_unit, store_picture
from spinemed.read.question_rows import FIELDS
from spinemed.read.questions import list_questions
from spinemed.read.sources import SourceKind, guess_kind, list_source
from spinemed.read.units import FileKind, Shelf, Unit
from spinemed.read.volumes import list_volumes

__all__ = [
    "FIELDS",
    "FileKind",
    "Shelf",
    "SourceKind",
    "Unit",
    "guess_kind",
    "list_captions",
    "list_files",
    "list_notes",
    "list_questions",
    "list_source",
    "list_spider",
    "list_volumes",
    "listed",
    "read_file",
    "read_unit",
    "store_picture",
]
