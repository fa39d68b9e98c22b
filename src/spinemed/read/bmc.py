"""How BioMed Central's own XML is read (root `art`, article.dtd), as its journals gave it away until 2015."""

from __future__ import annotations

from spinemed.read.markup import Dialect, Link, Lists, Page, Run, write_figure, write_table
from spinemed.read.xml import Node

TITLE = ("fm", "bibl", "title")
LICENCE = ("fm", "cpyrt")
PARTS = (("fm", "abs"), ("bdy",))
"""What is read, in this order; the rest of front and back matter is about authors, funding and references."""

_TARGETS = {"figr": "fid", "tblr": "tid", "secr": "sid", "supplr": "sid"}


def _link(node: Node) -> Link | None:
    return Link(None, node.attributes.get(_TARGETS[node.name])) if node.name in _TARGETS else None


def _sec(page: Page, node: Node, section: str | None) -> None:
    title = node.first("st")
    heading = page.words(title)
    if heading:
        page.draft.add("heading", heading, section=section)
    page.write(node.without(title), heading or section)


def _paragraph(page: Page, node: Node, section: str | None) -> None:
    page.write(node, section)


_PLAIN = ("bullet", "none", "unordered", "indent")
_LISTS = Lists(("li", "item"), lambda node: node.attributes.get("type", "bullet") not in _PLAIN)


def _captioned(page: Page, node: Node) -> tuple[str, Run]:
    """Label ("Table 1") and the caption with the text below it."""
    return page.words(node.first("title")), page.run(node.first("caption"), node.first("text"))


def _figure(page: Page, node: Node, section: str | None) -> None:
    label, caption = _captioned(page, node)
    write_figure(page, target=node.attributes.get("id"), label=label, caption=caption, section=section)


def _table(page: Page, node: Node, section: str | None) -> None:
    label, caption = _captioned(page, node)
    write_table(page, node, label=label, caption=caption, section=section)
    for foot in node.within("tfoot", "tblfn"):
        page.block("paragraph", foot, section)


DIALECT = Dialect(
    elements={
        "sec": _sec,
        "abs": _sec,
        "p": _paragraph,
        "st": lambda page, node, section: page.block("heading", node, section),
        "list": _LISTS.write,
        "fig": _figure,
        "tbl": _table,
        "table": _table,
        "display-formula": _paragraph,
    },
    left_out=frozenset({"graphic", "file", "suppl", "supplmat", "bibl", "email", "note"}),
    references=lambda node: node.name in ("abbrgrp", "abbr"),
    link=_link,
)
