"""What JATS, BioMed Central's XML and CNXML have in common: running text with links in it, lists, tables, formulas."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from spinemed.domain.records import BlockKind
from spinemed.read.draft import Draft, one_line
from spinemed.read.xml import Node

Handler: TypeAlias = "Callable[[Page, Node, str | None], None]"

_CUT = "\ue000"  # stands where a reference to the literature was; a private character that no source of ours means
_CUTS = re.compile(rf"\s*[\[(]\s*{_CUT}(?:[\s,;–—-]*{_CUT})*\s*[\])]|\s*{_CUT}(?:[\s,;–—-]*{_CUT})*")
_APART = frozenset({"item", "list-item", "li", "tr", "td", "th", "row", "entry", "r", "c", "def-item", "break", "newline"})
_RAISED = str.maketrans("0123456789+-−abcdefghijklmnoprstuvwxyz", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ")
_LONE_BLANK = re.compile(r" (?=[.,;:)\]](?!\w))")  # pretty-printed XML leaves blanks between an element and the full stop


class Link(NamedTuple):
    """What a link shows (None: its own words) and which figure, table or section of the file it points to."""

    shown: str | None
    target: str | None


class Run(NamedTuple):
    """A stretch of text on one line, and the ids it cites."""

    text: str
    cites: tuple[str, ...]


@dataclass(frozen=True)
class Dialect:
    """How one kind of XML is read.

    `elements` writes the element of a name to the page, with the section it stands in; `left_out` are elements whose text is no
    part of the document; `references` point to the literature and go with their brackets; `link` reads other links.
    """

    elements: Mapping[str, Handler]
    left_out: frozenset[str]
    references: Callable[[Node], bool]
    link: Callable[[Node], Link | None]


@dataclass(frozen=True)
class Page:
    """Where a file is written to, and how."""

    draft: Draft
    dialect: Dialect

    def write(self, node: Node, section: str | None) -> None:
        """Write all that is in an element: blocks by their handlers, loose text as paragraphs, strangers by what they hold."""
        for part in self.runs(node):
            if isinstance(part, Run):
                self.draft.add("paragraph", part.text, section=section, cites=part.cites)
            else:
                self.element(part, section)

    def element(self, node: Node, section: str | None) -> None:
        """Write one element: by its handler, or what is in it."""
        handler = self.dialect.elements.get(node.name)
        if handler:
            handler(self, node, section)
        else:
            self.write(node, section)

    def runs(self, node: Node) -> Iterator[Run | Node]:
        """The text of an element, broken where a block stands in it; the block itself comes between."""
        texts: list[str] = []
        cites: list[str] = []
        for part in self._parts(node):
            if isinstance(part, str):
                texts.append(part)
            elif isinstance(part, Link):
                cites.append(part.target or "")
            else:
                yield from self._run(texts, cites)
                texts, cites = [], []
                yield part
        yield from self._run(texts, cites)

    @staticmethod
    def _run(texts: list[str], cites: list[str]) -> Iterator[Run]:
        text = _LONE_BLANK.sub("", one_line(_CUTS.sub("", one_line("".join(texts)))))
        if text:
            yield Run(text, tuple(cites))

    def _parts(self, node: Node) -> Iterator[str | Link | Node]:
        for part in node.content:
            if isinstance(part, str) or part.name in self.dialect.elements:
                yield part
            elif self.dialect.references(part):
                yield _CUT
            elif part.name not in self.dialect.left_out:
                apart = part.name in _APART
                yield " " * apart
                yield from self._inline(part)
                yield " " * apart

    def _inline(self, node: Node) -> Iterator[str | Link | Node]:
        if node.name == "math":
            yield math_text(node)
            return
        if node.name == "sup":
            yield _raised(self.words(node))
            return
        link = self.dialect.link(node)
        if link is None:
            yield from self._parts(node)
            return
        if link.target:
            yield link
        if link.shown is not None:
            yield link.shown
        else:
            yield from self._parts(node)

    def words(self, *nodes: Node | None) -> str:
        """All the text of some elements on one line, blocks in them included."""
        return self.run(*nodes).text

    def run(self, *nodes: Node | None) -> Run:
        """As `words`, with what it cites."""
        texts: list[str] = []
        cites: list[str] = []
        for node in nodes:
            for part in self.runs(node) if node else ():
                text, found = part if isinstance(part, Run) else self.run(part)
                texts.append(text)
                cites += found
        return Run(" ".join(text for text in texts if text), tuple(cites))

    def block(self, kind: BlockKind, node: Node, section: str | None) -> None:
        """Write the whole of an element as one block."""
        text, cites = self.run(node)
        self.draft.add(kind, text, section=section, cites=cites)


def write_table(page: Page, table: Node, *, label: str, caption: Run, section: str | None) -> None:
    """A table: its caption as a block of its own, then its cells, one line a row, apart by a bar."""
    page.draft.add("caption", caption.text, section=section, lead=f"{label} " if label else "", cites=caption.cites)
    cites: list[str] = []
    lines: list[str] = []
    for row in table.within("tr", "row", "r"):
        cells = [page.run(cell) for cell in row.named("td", "th", "entry", "c")]
        cites += (cite for cell in cells for cite in cell.cites)
        lines.append(" | ".join(cell.text for cell in cells))
    page.draft.add("table", "\n".join(line for line in lines if line.strip(" |")), section=section, cites=cites)


@dataclass(frozen=True)
class Lists:
    """How a dialect writes lists: the names of their items, and which lists are numbered."""

    items: tuple[str, ...]
    numbered: Callable[[Node], bool]

    def write(self, page: Page, node: Node, section: str | None) -> None:
        """Write a list as one block: a line an item, with a number or a bullet; a list inside is indented."""
        cites: list[str] = []
        lines = list(self._lines(page, node, cites, 0))
        page.draft.add("list", "\n".join(lines), section=section, cites=cites)

    def _lines(self, page: Page, node: Node, cites: list[str], depth: int) -> Iterator[str]:
        numbered = self.numbered(node)
        for number, child in enumerate(node.named(*self.items), 1):
            nested = list(child.named(node.name))
            text, found = page.run(child.without(*nested))
            cites += found
            if text:
                yield "  " * depth + (f"{number}. " if numbered else "• ") + text
            for below in nested:
                yield from self._lines(page, below, cites, depth + 1)


def write_figure(page: Page, *, target: str | None, label: str, caption: Run, section: str | None) -> None:
    """A figure: its caption as a block behind its label, and the figure bound to it."""
    block = page.draft.add("caption", caption.text, section=section, lead=f"{label} " if label else "", cites=caption.cites)
    page.draft.figure(target or "", label=label.rstrip(".: "), caption=block, section=section)


def _raised(text: str) -> str:
    """A superscript that cannot be read as part of what it follows: 10⁵, a footnote's L4ᵃ; words, as in 4th, stay."""
    return text.translate(_RAISED) if len(text) == 1 or not any(c.isalpha() for c in text) else text


def math_text(node: Node) -> str:
    """A formula of MathML in one line: (a+b)/c, x^2."""
    parts = [math_text(part) if isinstance(part, Node) else part.strip() for part in node.content]
    parts = [part for part in parts if part]
    match node.name, parts:
        case (("annotation" | "annotation-xml"), _):
            return ""
        case "mfrac", [top, bottom]:
            return f"{_grouped(top)}/{_grouped(bottom)}"
        case (("msup" | "mover"), [base, above]):
            return f"{base}^{_grouped(above)}"
        case "msqrt", _:
            return f"√{_grouped(''.join(parts))}"
        case "mroot", [base, _]:
            return f"√{_grouped(base)}"
        case "mtr", _:
            return " ".join(parts)
        case _:
            return "".join(f" {part} " if node.name != "mo" and part in "=<>≤≥≈±×" else part for part in parts)


def _grouped(text: str) -> str:
    return text if len(text) == 1 or text.isalnum() else f"({text})"
