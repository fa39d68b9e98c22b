"""Units: the rows and files a source is made of, listed before any of them is opened.

Listing is cheap and runs in one process; what a unit holds is read by `read_unit`, in the workers, where a broken one concerns
only itself. A source that cannot be listed becomes one unit that carries its fault, so that it is rejected like any other.
"""

from __future__ import annotations

from spinemed.domain.assertion import Numbering
from spinemed.domain.records import Grading, Part, Record, Source
from spinemed.domain.taxonomy import Modality


class VolumeFiles(Part):
    """An image and its mask, paths of this machine; `mask_name` is what records call the mask."""

    image: str
    image_stamp: str | None = None
    mask: str
    mask_stamp: str | None = None
    mask_name: str
    codec: str
    modality: Modality
    numbering: Numbering | None = None


class Unit(Record):
    """One caption, note, graded picture or volume, before it is read.

    `picture` is a path of this machine, `picture_stamp` its size and time of change, so that a changed file is read again;
    `fault` says why the unit cannot be read, in words for the closing table.
    """

    id: str
    source: Source | None = None
    text: str | None = None
    picture: str | None = None
    picture_stamp: str | None = None
    volume: VolumeFiles | None = None
    sequence: str | None = None
    subject: str | None = None
    sex: str | None = None
    gradings: tuple[Grading, ...] = ()
    grading_source: str | None = None
    fault: str | None = None
