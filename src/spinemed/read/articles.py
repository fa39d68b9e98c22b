"""Articles in XML -> a document: JATS or BioMed Central's own `art`, told apart by the root of the file.

Authors, their addresses and notes, acknowledgements, funding and references are left out. A number in brackets that pointed to a
reference goes with its brackets, so that "L4 [5]" does not become "L4 5".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from spinemed.domain.records import Document
from spinemed.domain.taxonomy import Language
from spinemed.errors import SourceError
from spinemed.read import bmc, jats
from spinemed.read.draft import Draft
from spinemed.read.files import sha256_id
from spinemed.read.licences import spdx, stated_or
from spinemed.read.markup import Dialect, Page
from spinemed.read.units import Shelf
from spinemed.read.xml import Node, parse_xml


class _Form(NamedTuple):
    """What tells one form of article from the other."""

    dialect: Dialect
    title: tuple[str, ...]
    licence: tuple[str, ...]
    parts: tuple[tuple[str, ...], ...]


FORMS = {
    "article": _Form(jats.DIALECT, jats.TITLE, jats.LICENCE, jats.PARTS),
    "art": _Form(bmc.DIALECT, bmc.TITLE, bmc.LICENCE, bmc.PARTS),
}


def read_article(data: bytes, name: str, shelf: Shelf) -> Document:
    """One article.

    Raises:
        SourceError: no safe XML, no article, no text, or no licence.
    """
    root = parse_xml(data, name)
    if root.name == "pmc-articleset":  # what PubMed Central's server wraps an article in
        root = root.first("article") or root
    form = FORMS.get(root.name)
    if form is None:
        raise SourceError(f"{name}: no article: the root is neither JATS's <article> nor BioMed Central's <art>")
    page = Page(Draft(name), form.dialect)
    title = page.words(root.first(*form.title))
    page.draft.add("heading", title)
    for part in form.parts:
        for node in _all(root, part):
            page.element(node, title or None)
    pmc, doi = _ids(root)
    source = shelf.source(
        sha256_id(data),
        "article",
        origin=doi or pmc or name,
        text=page.draft.text,
        group=pmc or (doi.lower() if doi else name),
        licence=stated_or(_licence(root.first(*form.licence)), shelf.licence, name),
        language=_language(root),
    )
    return page.draft.document(source)


def _all(node: Node, path: Sequence[str]) -> list[Node]:
    """Every element at a path of names."""
    found = [node]
    for name in path:
        found = [child for each in found for child in each.named(name)]
    return found


def _licence(node: Node | None) -> str | None:
    """The licence by its links, in the order of the file, else in its own words."""
    if node is None:
        return None
    links = [node.attributes.get("href", ""), *(link.attributes.get("href", "") for link in node.within("ext-link", "uri"))]
    refs = [ref.words() for ref in node.within("license_ref", "url")]
    return spdx(" ".join([*links, *refs]).strip() + " " + node.words())


def _ids(root: Node) -> tuple[str | None, str | None]:
    """PMC id and DOI of the article itself, not of what it cites."""
    ids = {
        node.attributes.get("pub-id-type") or node.attributes.get("idtype", ""): node.words()
        for path in (("front", "article-meta", "article-id"), ("fm", "bibl", "xrefbib", "pubidlist", "pubid"))
        for node in _all(root, path)
    }
    pmc = ids.get("pmcid") or ids.get("pmc")
    return (f"PMC{pmc.removeprefix('PMC')}" if pmc else None), ids.get("doi") or None


def _language(root: Node) -> Language | None:
    written = root.attributes.get("lang", "").lower()[:2]
    return Language(written) if written in list(Language) else None
