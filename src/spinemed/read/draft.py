"""A document as it is written: block after block into one canonical text, and figures bound by the ids of the file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from spinemed.domain.records import Block, BlockKind, Box, Document, Figure, Source
from spinemed.errors import SourceError

SEPARATOR = "\n\n"
_BLANKS = re.compile(r"[^\S\n]+")
_HAN = r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]"
_BREAK_IN_HAN = re.compile(rf"(?<={_HAN})\s+(?={_HAN})")


def one_line(text: str) -> str:
    """White space as single spaces; between two Chinese characters a line break was no space."""
    if "\n" in text:
        text = re.sub(rf"(?<={_HAN})[^\S\n]*\n\s*(?={_HAN})", "", text)
    return " ".join(text.split())


def tidy_lines(text: str) -> str:
    """Lines kept, the blanks in them made single, empty ones left out."""
    lines = (_BLANKS.sub(" ", line).strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line)


@dataclass
class _DraftFigure:
    target: str
    label: str | None
    caption: str | None
    section: str | None


class Draft:
    """Blocks and figures of a file or row, `name`, that is being read; an empty line lies between two blocks."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._text: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._citing: dict[str, list[str]] = {}
        self._figures: list[_DraftFigure] = []

    def add(
        self,
        kind: BlockKind,
        text: str,
        *,
        section: str | None = None,
        lead: str = "",
        cites: Iterable[str] = (),
        page: int | None = None,
        box: Box | None = None,
    ) -> str | None:
        """Write one block and return its id; blank text writes nothing.

        Args:
            kind: what the block is.
            text: its text, written as it is.
            section: what it stands under.
            lead: text before the block and outside of its span: a label, the letter of an option.
            cites: ids, as the file has them, of figures and tables that the block names.
            page: page number from 1.
            box: where on the page, in PDF points.
        """
        if not text.strip():
            return None
        before = (SEPARATOR if self._text else "") + lead
        start = self._length + len(before)
        self._text += [before, text]
        self._length = start + len(text)
        block = Block(id=f"b{len(self._blocks)}", kind=kind, section=section, start=start, end=self._length, page=page, box=box)
        self._blocks.append(block)
        for target in cites:
            self._citing.setdefault(target, []).append(block.id)
        return block.id

    def figure(self, target: str, *, label: str | None, caption: str | None, section: str | None) -> None:
        """Note a figure: the file's id of it, its label ("Figure 2") and the block that is its caption."""
        self._figures.append(_DraftFigure(target, label or None, caption, section))

    @property
    def text(self) -> str:
        """The canonical text so far."""
        return "".join(self._text)

    def document(self, source: Source) -> Document:
        """The finished document.

        Raises:
            SourceError: nothing was written.
        """
        if not self._blocks:
            raise SourceError(f"{self._name}: holds no text")
        bare = Document(source=source, text=self.text, blocks=tuple(self._blocks))
        return bare.model_copy(update={"figures": tuple(self._finished(bare))})

    def _finished(self, document: Document) -> Iterable[Figure]:
        spans = {block.id: (block.start, block.end) for block in self._blocks}
        for place, figure in enumerate(self._figures):
            mentions = dict.fromkeys(self._citing.get(figure.target, ()))
            mentions.pop(figure.caption or "", None)
            yield Figure(
                id=f"f{place}",
                label=figure.label,
                caption=document.span(*spans[figure.caption]) if figure.caption else None,
                mentions=tuple(mentions),
                section=figure.section,
                method="markup",
            )
