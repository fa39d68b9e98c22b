"""The shape of a record: which columns it needs, and how a stored row turns back into it.

A shape is read from the model's JSON schema (serialisation mode), so that it covers whatever pydantic covers: enums,
constants, dates as text, nested records, unions tagged by a constant field. What has no fixed columns, or no stable order,
is refused when the shape is read, not when a row is written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, TypeAlias

from pydantic import BaseModel, JsonValue
from pydantic.errors import PydanticInvalidForJsonSchema, PydanticUserError

from spinemed.errors import RecordError

Row: TypeAlias = dict[str, JsonValue]
ScalarName: TypeAlias = Literal["string", "integer", "number", "boolean"]
Tag: TypeAlias = str | int

# A JSON schema is the one free-form dictionary here; it never leaves this module.
_Node: TypeAlias = dict[str, Any]
_Open: TypeAlias = frozenset[str]

_SCALARS: dict[str, ScalarName] = {"string": "string", "integer": "integer", "number": "number", "boolean": "boolean"}
_SCALAR_OF_CONSTANT: dict[type, ScalarName] = {str: "string", int: "integer", float: "number", bool: "boolean"}


@dataclass(frozen=True)
class Scalar:
    """One text, whole number, real number or truth value."""

    name: ScalarName


@dataclass(frozen=True)
class Items:
    """A list, every item of one shape."""

    item: Field


@dataclass(frozen=True)
class Struct:
    """Named fields, in declared order."""

    fields: Mapping[str, Field]


@dataclass(frozen=True)
class Variants:
    """One of several structs, told apart by a constant field; stored as one struct with the fields of all."""

    tag: str
    structs: Mapping[Tag, Struct]
    fields: Mapping[str, Field]


Shape: TypeAlias = Scalar | Items | Struct | Variants


@dataclass(frozen=True)
class Field:
    """A shape in its place: may it be null, and is it computed (stored for readers, dropped on reading back)."""

    shape: Shape
    nullable: bool = False
    computed: bool = False


@cache
def struct_of(model: type[BaseModel]) -> Struct:
    """The shape of a model.

    Raises:
        RecordError: a field has no fixed columns (free-form mapping, any type, a record inside itself, an untagged or
            conflicting union) or no stable order (a set).
    """
    try:
        schema = model.model_json_schema(mode="serialization", by_alias=True)
    except (PydanticInvalidForJsonSchema, PydanticUserError) as error:
        raise RecordError(f"{model.__name__} has a field that JSON cannot hold: {error}") from error
    definitions: dict[str, _Node] = schema.get("$defs", {})
    shape = _SchemaReader(model.__name__, definitions).field(schema, "").shape
    if not isinstance(shape, Struct):
        raise RecordError(f"{model.__name__} is no record with named fields")
    return shape


def decode(struct: Struct, row: Mapping[str, JsonValue]) -> Row:
    """The row without what only its columns brought: nulls of absent fields, other variants' fields, computed fields.

    A null stays where the record may hold one, so that a default never replaces it. Fields that the struct does not know
    stay unless null, so that the model judges them.
    """
    decoded: Row = {}
    for name, value in row.items():
        field = struct.fields.get(name)
        if field is None:
            if value is not None:
                decoded[name] = value
        elif not field.computed and (value is not None or field.nullable):
            decoded[name] = _decode_value(field.shape, value)
    return decoded


def _decode_value(shape: Shape, value: JsonValue) -> JsonValue:
    if isinstance(shape, Items) and isinstance(value, list):
        inner = shape.item.shape
        return value if isinstance(inner, Scalar) else [_decode_value(inner, item) for item in value]
    if isinstance(shape, Struct) and isinstance(value, dict):
        return decode(shape, value)
    if isinstance(shape, Variants) and isinstance(value, dict):
        tag = value.get(shape.tag)
        struct = shape.structs.get(tag) if isinstance(tag, str | int) else None
        # An unknown tag is left to the model, which names the ones it knows.
        return decode(struct, value) if struct else {name: inner for name, inner in value.items() if inner is not None}
    return value


class _SchemaReader:
    """Reads the shapes of one JSON schema; `at` is the dotted path for messages, `open_` the references being read."""

    def __init__(self, model: str, definitions: dict[str, _Node]) -> None:
        self._model = model
        self._definitions = definitions

    def field(self, node: _Node, at: str, open_: _Open = frozenset()) -> Field:
        options = list(self._options(node, at, open_))
        filled = [(option, inside) for option, inside in options if option.get("type") != "null"]
        nullable = len(filled) < len(options) or any(None in option.get("enum", ()) for option, _ in filled)
        if not filled:
            raise self._error(at, "can only be null: give it a type")
        shape = self._union(filled, at) if len(filled) > 1 else self._shape(*filled[0], at)
        return Field(shape, nullable, bool(node.get("readOnly", False)))

    def _options(self, node: _Node, at: str, open_: _Open) -> Iterator[tuple[_Node, _Open]]:
        """The node with references resolved and nested unions flattened, each with the references open inside it."""
        while "$ref" in node:
            name = str(node["$ref"]).rpartition("/")[2]
            if name in open_:
                raise self._error(at, f"holds {name} inside itself, which has no fixed columns: refer to it by id")
            node, open_ = self._definitions[name], open_ | {name}
        union: list[_Node] = node.get("anyOf") or node.get("oneOf") or []
        for option in union:
            yield from self._options(option, at, open_)
        if not union:
            yield node, open_

    def _shape(self, node: _Node, open_: _Open, at: str) -> Shape:
        if "const" in node or "enum" in node:
            return self._constant(_constants(node), at)
        kind = str(node.get("type"))
        if kind == "object":
            return self._struct(node, at, open_)
        if kind == "array":
            return self._items(node, at, open_)
        scalar = _SCALARS.get(kind)
        if scalar is None:
            raise self._error(at, "may hold anything: give it one type")
        return Scalar(scalar)

    def _constant(self, values: list[JsonValue], at: str) -> Scalar:
        names: set[ScalarName | None] = {_SCALAR_OF_CONSTANT.get(type(value)) for value in values if value is not None}
        name = names.pop() if len(names) == 1 else None
        if name is None:
            raise self._error(at, "mixes constants of several types: use one type")
        return Scalar(name)

    def _struct(self, node: _Node, at: str, open_: _Open) -> Struct:
        if node.get("additionalProperties") or not node.get("properties"):
            raise self._error(at, "has no fixed fields: declare a record, or a tuple of named values")
        properties: dict[str, _Node] = node["properties"]
        return Struct({name: self.field(inner, f"{at}.{name}", open_) for name, inner in properties.items()})

    def _items(self, node: _Node, at: str, open_: _Open) -> Items:
        if node.get("uniqueItems"):
            raise self._error(at, "is a set, whose order changes from process to process: declare a tuple and sort it")
        nodes: list[_Node] = node.get("prefixItems") or ([node["items"]] if "items" in node else [])
        fields = [self.field(inner, f"{at}[]", open_) for inner in nodes]
        if not fields or any(field.shape != fields[0].shape for field in fields):
            raise self._error(at, "is a list of anything or of several types: give its items one type, or declare a record")
        return Items(Field(fields[0].shape, any(field.nullable for field in fields)))

    def _union(self, options: list[tuple[_Node, _Open]], at: str) -> Shape:
        nodes = [node for node, _ in options]
        shapes = [self._shape(node, inside, at) for node, inside in options]
        structs = [shape for shape in shapes if isinstance(shape, Struct)]
        if len(structs) == len(shapes):
            return self._variants(nodes, structs, at)
        if any(shape != shapes[0] for shape in shapes):
            raise self._error(at, "is a union of several types: give it one type, or declare a record for each")
        return shapes[0]

    def _variants(self, nodes: list[_Node], structs: list[Struct], at: str) -> Variants:
        for tag in structs[0].fields:
            values = [self._tag_values(node, tag) for node in nodes]
            every = [value for some in values for value in some]
            if all(values) and len(set(every)) == len(every):
                by_value = {value: struct for some, struct in zip(values, structs, strict=True) for value in some}
                return Variants(tag, by_value, self._merged(structs, at))
        raise self._error(at, "is a union of records that no constant field tells apart: give each a Literal field of its own")

    def _tag_values(self, node: _Node, name: str) -> list[Tag]:
        inner: _Node = node.get("properties", {}).get(name, {})
        while "$ref" in inner:
            inner = self._definitions[str(inner["$ref"]).rpartition("/")[2]]
        return [value for value in _constants(inner) if isinstance(value, str | int)]

    def _merged(self, structs: list[Struct], at: str) -> dict[str, Field]:
        merged: dict[str, Field] = {}
        for name in dict.fromkeys(name for struct in structs for name in struct.fields):
            found = [struct.fields[name] for struct in structs if name in struct.fields]
            if any(field.shape != found[0].shape for field in found):
                raise self._error(f"{at}.{name}", "has one type in one variant and another in the next: rename one of them")
            nullable = len(found) < len(structs) or any(field.nullable for field in found)
            merged[name] = Field(found[0].shape, nullable)
        return merged

    def _error(self, at: str, why: str) -> RecordError:
        return RecordError(f"{self._model}{at} {why}")


def _constants(node: _Node) -> list[JsonValue]:
    return [node["const"]] if "const" in node else list(node.get("enum", []))
