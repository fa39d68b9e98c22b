"""OpenStax CNXML modules -> a document: sections, figures, lists, tables, exercises with their options and answers."""

from __future__ import annotations

import re
from collections.abc import Mapping

from spinemed.domain.records import Document
from spinemed.errors import SourceError
from spinemed.read.draft import Draft
from spinemed.read.files import sha256_id
from spinemed.read.licences import spdx, stated_or
from spinemed.read.markup import Dialect, Link, Lists, Page, Run, write_figure, write_table
from spinemed.read.units import Shelf
from spinemed.read.xml import Node, parse_xml

_LETTER = re.compile(r"\(?([A-Fa-f])[).]?")
LETTERS = "ABCDEF"
LEFT_OUT = frozenset({"media", "image", "label", "metadata", "iframe", "download", "object"})


def read_cnxml(data: bytes, name: str, shelf: Shelf) -> Document:
    """One module.

    Raises:
        SourceError: no safe XML, no CNXML module, no text, or no licence.
    """
    root = parse_xml(data, name)
    if root.name != "document" or root.first("content") is None:
        raise SourceError(f"{name}: no CNXML module: its root is not <document> with <content> in it")
    metadata = root.first("metadata")
    module = _words(metadata, "content-id") or root.attributes.get("id") or name
    page = Page(Draft(name), _dialect(_labels(root)))
    title = page.words(root.first("title")) or _words(metadata, "title")
    page.draft.add("heading", title)
    for part in ("abstract", "content", "glossary"):
        node = root.first(part) or (metadata and metadata.first(part))
        if node and part == "glossary":
            page.draft.add("heading", "Glossary", section=title)
            page.write(node, "Glossary")
        elif node:
            page.write(node, title or None)
    licence = metadata.first("license") if metadata else None
    source = shelf.source(
        sha256_id(data),
        "textbook",
        origin=module,
        text=page.draft.text,
        group=shelf.name,
        licence=stated_or(_licence(licence), shelf.licence, name),
    )
    return page.draft.document(source)


def _words(node: Node | None, *path: str) -> str:
    found = node.first(*path) if node else None
    return found.words() if found else ""


def _licence(node: Node | None) -> str | None:
    return spdx(node.attributes.get("url", "") + " " + node.words()) if node else None


def _labels(root: Node) -> Mapping[str, str]:
    """ "Figure 3" and "Table 1" by id, counted through the module as it is printed."""
    counts = {"figure": 0, "table": 0}
    labels: dict[str, str] = {}
    for node in root.within(*counts):
        counts[node.name] += 1
        labels[node.attributes.get("id", f"{node.name}-{counts[node.name]}")] = f"{node.name.capitalize()} {counts[node.name]}"
    return labels


def _dialect(labels: Mapping[str, str]) -> Dialect:
    def link(node: Node) -> Link | None:
        target = node.attributes.get("target-id") if node.name in ("link", "cnxn") else None
        if target is None or node.attributes.get("document"):
            return None
        return Link(None if node.words() else labels.get(target, ""), target)

    def label(node: Node) -> str:
        found = labels.get(node.attributes.get("id", ""))
        return f"{found}." if found else ""

    def figure(page: Page, node: Node, section: str | None) -> None:
        caption = _captioned(page, node)
        write_figure(page, target=node.attributes.get("id"), label=label(node), caption=caption, section=section)

    def table(page: Page, node: Node, section: str | None) -> None:
        caption = _captioned(page, node)
        write_table(page, node, label=label(node), caption=caption, section=section)

    return Dialect(
        elements={
            "section": _section,
            "note": _section,
            "example": _section,
            "injury": _section,
            "para": _paragraph,
            "quote": _paragraph,
            "title": _heading,
            "equation": _paragraph,
            "list": _LISTS.write,
            "figure": figure,
            "table": table,
            "exercise": _exercise,
            "definition": _definition,
        },
        left_out=LEFT_OUT,
        references=lambda node: node.name == "cite",
        link=link,
    )


def _captioned(page: Page, node: Node) -> Run:
    """Title and caption of a figure or table as one caption."""
    title, caption = page.run(node.first("title")), page.run(node.first("caption"))
    between = ". " if title.text and caption.text and title.text[-1] not in ".?!:" else " "
    return Run(between.join(text for text in (title.text, caption.text) if text), title.cites + caption.cites)


def _section(page: Page, node: Node, section: str | None) -> None:
    title = node.first("title")
    heading = page.words(title)
    if heading:
        page.draft.add("heading", heading, section=section)
    page.write(node.without(title), heading or section)


def _heading(page: Page, node: Node, section: str | None) -> None:
    page.block("heading", node, section)


def _paragraph(page: Page, node: Node, section: str | None) -> None:
    page.write(node, section)


_LISTS = Lists(("item",), lambda node: node.attributes.get("list-type") == "enumerated")


def _definition(page: Page, node: Node, section: str | None) -> None:
    term, meaning = page.run(node.first("term")), page.run(*node.named("meaning"))
    page.draft.add("paragraph", f"{term.text}: {meaning.text}", section=section, cites=meaning.cites)


def _exercise(page: Page, node: Node, section: str | None) -> None:
    """A problem as `question`, the items of a list in it as `option`, its solution as `answer`; a letter is shown in full."""
    problem = node.first("problem")
    if problem is None:
        return
    listed = list(problem.named("list"))
    items = [item for each in listed for item in each.named("item")]
    options = [page.run(item).text for item in items] if len(items) <= len(LETTERS) else []
    text, cites = page.run(problem.without(*(listed if options else ())))
    page.draft.add("question", text, section=section, cites=cites)
    for letter, option in zip(LETTERS, options, strict=False):
        page.draft.add("option", option, section=section, lead=f"{letter}. ")
    for solution in node.named("solution"):
        text, cites = page.run(solution)
        letter = _LETTER.fullmatch(text)
        at = LETTERS.index(letter[1].upper()) if letter else len(options)
        if at < len(options):
            page.draft.add("answer", options[at], section=section, lead=f"{LETTERS[at]}. ")
        else:
            page.draft.add("answer", text, section=section, cites=cites)
    commentary = node.first("commentary")
    if commentary:
        page.block("explanation", commentary, section)
