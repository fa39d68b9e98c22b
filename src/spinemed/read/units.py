"""Units: the rows and files a source is made of, listed before any of them is opened.

Listing is cheap and runs in one process; what a unit holds is read by `read_unit`, in the workers, where a broken one concerns
only itself. A source that cannot be listed becomes one unit that carries its fault, so that it is rejected like any other.
"""

from __future__ import annotations

from typing import Literal

from spinemed.domain.assertion import Numbering
from spinemed.domain.records import Document, Grading, Part, Record, Source
from spinemed.domain.taxonomy import Language, Modality
from spinemed.language.detect import detect_language
from spinemed.read.licences import stated_or

FileKind = Literal["text", "article", "cnxml", "pdf", "case"]
"""Files that hold one document each."""


class Shelf(Record):
    """What the build file says of a whole source; `licence`, `language` and `group` where it does."""

    name: str
    title: str
    licence: str | None = None
    language: Language | None = None
    group: str | None = None
    credit: str | None = None
    local_only: bool = False
    synthetic: bool = False

    def source(
        self,
        id: str,
        kind: str,
        *,
        origin: str,
        text: str,
        group: str | None = None,
        licence: str | None = None,
        language: Language | None = None,
    ) -> Source:
        """The source of one document. What its file says of licence comes before the build file, of language after it.

        Raises:
            SourceError: neither the file nor the build file states a licence.
        """
        stated = stated_or(licence, self.licence, self.name)
        return Source(
            id=id,
            kind=kind,
            title=self.title,
            licence=stated,
            origin=origin,
            group=self.group or group,
            credit=self.credit,
            language=self.language or language or detect_language(text),
            local_only=self.local_only,
            synthetic=self.synthetic,
        )


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
    """One caption, note, question, file or graded picture, before it is read.

    Rows carry their `document`, or a `source` and a `text`. A file of `file_kind` is named by `file`, and a picture by `picture`:
    paths of this machine, with size and time of change beside them, so that a changed file is read again. `fault` says why the
    unit cannot be read, in words for the closing table.
    """

    id: str
    source: Source | None = None
    text: str | None = None
    document: Document | None = None
    file: str | None = None
    file_kind: FileKind | None = None
    file_stamp: str | None = None
    shelf: Shelf | None = None
    picture: str | None = None
    picture_stamp: str | None = None
    volume: VolumeFiles | None = None
    sequence: str | None = None
    subject: str | None = None
    sex: str | None = None
    gradings: tuple[Grading, ...] = ()
    grading_source: str | None = None
    fault: str | None = None
