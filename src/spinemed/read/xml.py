"""XML files read safely into plain nodes: no entities of their own, no network, no DTD, bounded size and depth."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from lxml import etree

from spinemed.errors import SourceError
from spinemed.read.draft import one_line

DEEPEST = 200
"""Elements inside one another. Articles nest some twenty deep; libxml2 itself stops at 256."""

_TOO_MUCH = (etree.ErrorTypes.ERR_ENTITY_LOOP, etree.ErrorTypes.ERR_RESOURCE_LIMIT)

_Element: TypeAlias = etree._Element  # pyright: ignore[reportPrivateUsage] - lxml has no public name for its element


@dataclass
class Node:
    """An element: its name and attributes without their namespaces, and what it holds, texts and elements in order."""

    name: str
    attributes: Mapping[str, str] = field(default_factory=dict[str, str])
    content: list[Node | str] = field(default_factory=list["Node | str"])

    @property
    def children(self) -> Iterator[Node]:
        """The elements in it."""
        return (part for part in self.content if isinstance(part, Node))

    def named(self, *names: str) -> Iterator[Node]:
        """The elements of these names in it."""
        return (child for child in self.children if child.name in names)

    def first(self, *path: str) -> Node | None:
        """The first element at a path of names, or None."""
        if not path:
            return self
        found = (child.first(*path[1:]) for child in self.named(path[0]))
        return next((node for node in found if node is not None), None)

    def within(self, *names: str) -> Iterator[Node]:
        """Elements of these names at any depth, in order."""
        for child in self.children:
            if child.name in names:
                yield child
            yield from child.within(*names)

    def without(self, *parts: Node | None) -> Node:
        """The same element without some of the elements in it."""
        gone = {id(part) for part in parts if part is not None}
        return Node(self.name, self.attributes, [part for part in self.content if id(part) not in gone])

    def words(self) -> str:
        """All text in it, on one line."""
        return one_line(self.text())

    def text(self) -> str:
        """All text in it, as it stands."""
        return "".join(self._texts())

    def _texts(self) -> Iterator[str]:
        for part in self.content:
            if isinstance(part, str):
                yield part
            else:
                yield from part._texts()


def parse_xml(data: bytes, name: str) -> Node:
    """The root of an XML file.

    Raises:
        SourceError: no well-formed XML, entities declared or unknown, or nested too deep.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=False,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if error.code in _TOO_MUCH:
            raise SourceError(f"{name}: its entities or elements grow beyond measure; it is not read") from None
        # Its own message may repeat the text of the file.
        raise SourceError(f"{name}: broken or cut short: no well-formed XML at line {error.lineno}") from None
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and any(True for _ in dtd.iterentities()):
        raise SourceError(f"{name}: declares entities of its own, which are not read; write their text instead")
    return _copied(root, name)


def _copied(root: _Element, name: str) -> Node:
    """The tree as nodes, without recursion, so that depth is ours to bound."""
    top = _node(root)
    open_nodes = [(iter(root), top)]
    while open_nodes:
        children, node = open_nodes[-1]
        child = next(children, None)
        if child is None:
            open_nodes.pop()
            continue
        if isinstance(child.tag, str):
            if len(open_nodes) >= DEEPEST:
                raise SourceError(f"{name}: elements lie more than {DEEPEST} deep in one another")
            below = _node(child)
            node.content.append(below)
            open_nodes.append((iter(child), below))
        else:
            node.content.append(_entity(child, name))
        if child.tail:
            node.content.append(child.tail)
    return top


def _node(element: _Element) -> Node:
    attributes = {_local(str(key)): str(value) for key, value in element.attrib.items()}
    return Node(_local(str(element.tag)), attributes, [element.text] if element.text else [])


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def _entity(reference: _Element, name: str) -> str:
    """The character of an entity that every DTD of articles knows (&nbsp;, &alpha;)."""
    written = reference.text or ""
    character = html.unescape(written)
    if character == written:
        raise SourceError(f"{name}: an entity that no standard names; write its text instead")
    return character
