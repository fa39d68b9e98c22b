"""How JATS is read: the XML of PubMed Central and most journals (NISO Z39.96, archiving and publishing)."""

from __future__ import annotations

from spinemed.read.markup import Dialect, Link, Lists, Page, Run, write_figure, write_table
from spinemed.read.xml import Node

TITLE = ("front", "article-meta", "title-group", "article-title")
LICENCE = ("front", "article-meta", "permissions", "license")
PARTS = (
    ("front", "article-meta", "abstract"),
    ("front", "article-meta", "trans-abstract"),
    ("body",),
    ("back", "app-group"),
    ("floats-group",),
)
"""What is read, in this order; the rest of front and back matter is about authors, funding and references."""


def _reference(node: Node) -> bool:
    kinds = ("bibr", "fn", "table-fn", "aff", "author-notes", "corresp", "contrib")
    return node.name == "xref" and node.attributes.get("ref-type") in kinds


def _link(node: Node) -> Link | None:
    return Link(None, node.attributes.get("rid", "").split(" ")[0]) if node.name == "xref" else None


def _sec(page: Page, node: Node, section: str | None) -> None:
    title, label = node.first("title"), node.first("label")
    heading = " ".join(text for text in (page.words(label), page.words(title)) if text)
    if not heading and node.name in ("abstract", "trans-abstract"):
        heading = "Abstract"
    if heading:
        page.draft.add("heading", heading, section=section)
    page.write(node.without(title, label), heading or section)


def _paragraph(page: Page, node: Node, section: str | None) -> None:
    page.write(node, section)


_LISTS = Lists(("list-item",), lambda node: node.attributes.get("list-type", "bullet") not in ("bullet", "simple", "none"))


def _definitions(page: Page, node: Node, section: str | None) -> None:
    for item in node.named("def-item"):
        term, meaning = page.run(item.first("term")), page.run(*item.named("def"))
        page.draft.add("paragraph", f"{term.text}: {meaning.text}", section=section, cites=meaning.cites)


def _captioned(page: Page, node: Node) -> tuple[str, Run]:
    return page.words(node.first("label")), page.run(node.first("caption"))


def _figure(page: Page, node: Node, section: str | None) -> None:
    label, caption = _captioned(page, node)
    write_figure(page, target=node.attributes.get("id"), label=label, caption=caption, section=section)


def _table(page: Page, node: Node, section: str | None) -> None:
    label, caption = _captioned(page, node)
    write_table(page, node, label=label, caption=caption, section=section)
    for foot in node.named("table-wrap-foot"):
        page.block("paragraph", foot, section)


DIALECT = Dialect(
    elements={
        "sec": _sec,
        "abstract": _sec,
        "app": _sec,
        "boxed-text": _sec,
        "ack": lambda page, node, section: None,
        "title": lambda page, node, section: page.block("heading", node, section),
        "p": _paragraph,
        "disp-formula": _paragraph,
        "list": _LISTS.write,
        "def-list": _definitions,
        "fig": _figure,
        "table-wrap": _table,
        "table": _table,
    },
    left_out=frozenset(
        {
            *("label", "graphic", "media", "inline-graphic", "tex-math", "object-id", "alt-text", "long-desc", "attrib"),
            *("fn", "fn-group", "ref-list", "supplementary-material", "contrib-group", "permissions", "email", "sec-meta"),
            *("index-term", "processing-meta", "related-article"),
        }
    ),
    references=_reference,
    link=_link,
)
