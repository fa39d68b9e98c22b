"""A file or table -> Document | Study (figures unbound)."""

from spinemed.read.listing import list_captions, list_notes, list_spider, listed
from spinemed.read.materials import read_unit, store_picture
from spinemed.read.units import Unit
from spinemed.read.volumes import list_volumes

__all__ = ["Unit", "list_captions", "list_notes", "list_spider", "list_volumes", "listed", "read_unit", "store_picture"]
