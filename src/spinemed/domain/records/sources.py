"""Sources and what is read from them: documents with blocks and figures, passages, studies and cases."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, FiniteFloat, NonNegativeInt, PositiveFloat, PositiveInt, model_validator

from spinemed.domain.assertion import Numbering
from spinemed.domain.records.base import Part, Record, added
from spinemed.domain.records.evidence import TextSpan
from spinemed.domain.taxonomy import Language, Modality

Box = tuple[float, float, float, float]
"""x0, y0, x1, y1 in PDF points, origin at the bottom left of the page."""

BlockKind = Literal["heading", "paragraph", "list", "table", "caption", "question", "option", "answer", "explanation"]


class Source(Record):
    """Where content came from and what may be done with it.

    `id` is `sha256:` of the bytes or a study UID; `licence` an SPDX id or the licence's text; `origin` a DOI, PMCID, dataset or
    case id. `group` names what must stay on one side of a split: a patient, an article, a book (None: the origin does).
    `local_only` keeps it from public exports and remote models; `synthetic` marks invented content.
    """

    id: str = Field(min_length=1)
    kind: str
    title: str
    licence: str = Field(min_length=1)
    origin: str
    group: str | None = added(None)
    credit: str | None = None
    language: Language | None = None
    retrieved: str | None = None
    local_only: bool = False
    synthetic: bool = False


class Block(Part):
    """One piece of a document in reading order, as a span of its canonical text.

    `section` is what the block stands under: the heading, or a case's "history", "examination", "imaging_report", "plan",
    "operation_note". `option`, `answer` and `explanation` belong to the `question` before them.
    """

    id: str
    kind: BlockKind
    section: str | None = added(None)
    start: NonNegativeInt
    end: NonNegativeInt
    page: PositiveInt | None = None
    box: Box | None = None
    method: Literal["native", "ocr"] = "native"
    confidence: float | None = Field(default=None, ge=0, le=1)


class Picture(Part):
    """A picture file, addressed by its content; `path` is relative to the folder that holds the record."""

    path: str
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    width_px: PositiveInt
    height_px: PositiveInt


class Figure(Part):
    """A picture of a document with what binds it to its caption and mentions."""

    id: str
    picture: Picture | None = None
    page: PositiveInt | None = None
    box: Box | None = None
    label: str | None = None
    caption: TextSpan | None = None
    panels: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    section: str | None = None
    confidence: float | None = Field(default=None, ge=0, le=1)
    method: str | None = None


class Document(Record):
    """A read document: `text` is canonical, and every span of the project points into it.

    `pages_without_text` are pages, by number, that hold none: pictures and scans that nobody has read yet.
    """

    kind: Literal["document"] = "document"
    source: Source
    text: str
    blocks: tuple[Block, ...] = ()
    figures: tuple[Figure, ...] = ()
    pages_without_text: tuple[PositiveInt, ...] = added(())

    @model_validator(mode="after")
    def _spans_fit(self) -> Self:
        for place, block in enumerate(self.blocks):
            if not block.start < block.end <= len(self.text):
                span = f"{block.start} to {block.end}"
                raise ValueError(f"blocks.{place} spans {span} in a text of {len(self.text)} characters")
        return self

    def span(self, start: int, end: int) -> TextSpan:
        """The span of this document from `start` to `end`."""
        return TextSpan(source=self.source.id, start=start, end=end, quote=self.text[start:end])


class Passage(Record):
    """A bounded stretch of one document for generation."""

    id: str
    document: str
    spans: tuple[TextSpan, ...]
    figures: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()


class Mark(Part):
    """A letter drawn into a picture over one structure: `label` is its number in the mask, `box` x0, y0, x1, y1 in pixels."""

    letter: str = Field(pattern=r"^[A-Z]$")
    label: int
    box: Box


class Image(Part):
    """A volume or a single picture of a study. `spacing_mm` follows the array's axes; `orientation` is a code such as LPS."""

    picture: Picture
    modality: Modality
    sequence: str | None = None
    plane: Literal["sagittal", "coronal", "axial", "projection"] | None = None
    spacing_mm: tuple[PositiveFloat, ...] | None = None
    orientation: str | None = None
    marks: tuple[Mark, ...] = ()


class MaskLabel(Part):
    """One label of a mask: how many voxels it has, and where their middle lies (LPS, millimetres).

    `at_edge` says that the scan ends there, in front, behind, above or below.
    """

    label: int
    voxels: PositiveInt
    centre_mm: tuple[FiniteFloat, FiniteFloat, FiniteFloat]
    at_edge: bool = False


class Mask(Part):
    """A label volume and the codec that reads its numbers.

    `labels` are its vertebrae and sacrum. `numbering` is how its source says the levels were counted, where it does.
    """

    path: str
    codec: str
    labels: tuple[MaskLabel, ...] = added(())
    numbering: Numbering | None = added(None)


class Cell(Part):
    """One cell of a table, as written."""

    column: str
    value: str


class Grading(Part):
    """One row of a grading table about one disc or vertebra, as the table wrote it.

    `place` counts as the table does (SPIDER: 1 is the lowest disc); `cells` hold what it wrote.
    """

    row: NonNegativeInt
    place: int
    cells: tuple[Cell, ...]


class Study(Record):
    """The pictures, masks and gradings of one examination of one de-identified subject."""

    kind: Literal["study"] = "study"
    id: str
    source: Source
    subject: str
    images: tuple[Image, ...] = ()
    masks: tuple[Mask, ...] = ()
    gradings: tuple[Grading, ...] = ()
    grading_source: str | None = None
    report: str | None = None
    sex: Literal["F", "M", "O"] | None = None
    age_band: str | None = None


class Case(Record):
    """Everything known of one subject."""

    id: str
    subject: str
    studies: tuple[Study, ...] = ()
    notes: tuple[Document, ...] = ()


class Material(Record):
    """What a reader makes of one unit of a source: a document or a study."""

    id: str
    content: Document | Study = Field(discriminator="kind")
