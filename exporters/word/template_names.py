"""Names that a template uses and that nothing gives, found in its text without running it."""

from __future__ import annotations

from collections.abc import Iterator
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from jinja2 import nodes
from jinja2.exceptions import TemplateError
from msgspec import Struct

from exporters.word.environment import TemplateEnvironment
from exporters.word.rendering import opened, place_of
from exporters.word.sandbox import UnknownName
from exporters.word.strict_docx import lines_of
from exporters.word.template_kinds import context_type

Shape = Any
"""The type of what an expression gives; None where it cannot be known."""
_OF_JINJA = {"loop", "self", "caller", "varargs", "kwargs", "true", "false", "none"}
_SAME = {"list", "sort", "reverse", "unique", "select", "reject", "selectattr", "rejectattr", "default", "d"}
_ONE_OF = {"first", "last", "min", "max"}


def unknown_names(template: bytes, award: str) -> list[UnknownName]:
    """Each once, in the order of the document; nothing of a part that cannot be read as a template."""
    found: dict[tuple[str, str], UnknownName] = {}
    environment = TemplateEnvironment()
    for source in _sources(template):
        try:
            tree = environment.parse(source)
        except TemplateError:
            # Filling it says so, with its place.
            continue
        reading = _Reading(source, {*environment.globals})
        reading.body(tree.body, dict(get_type_hints(context_type(award))))
        for one in reading.found:
            found.setdefault((one.name, one.place), one)
    return list(found.values())


def _sources(template: bytes) -> Iterator[str]:
    """The text of every part that docxtpl fills, with a paragraph on each line."""
    document = opened(template)
    yield lines_of(document.patch_xml(document.get_xml()))
    for uri in (document.HEADER_URI, document.FOOTER_URI):
        for _key, part in document.get_headers_footers(uri):
            yield lines_of(document.patch_xml(document.get_part_xml(part)))


class _Reading:
    """One part: the scopes of its names, and what was not found in them."""

    def __init__(self, source: str, given: set[str]) -> None:
        self.source, self.given = source, given | _OF_JINJA
        self.found: list[UnknownName] = []

    def body(self, statements: list[nodes.Node], scope: dict[str, Shape]) -> None:
        for one in statements:
            self.read(one, scope)

    def read(self, node: nodes.Node, scope: dict[str, Shape]) -> None:
        """Reads a node; a statement may add names to the scope."""
        if isinstance(node, nodes.For):
            self._loop(node, scope)
        elif isinstance(node, nodes.Assign):
            _bind(node.target, self.shape(node.node, scope), scope)
        elif isinstance(node, nodes.AssignBlock):
            self.body(node.body, dict(scope))
            _bind(node.target, None, scope)
        elif isinstance(node, nodes.With):
            inner = dict(scope)
            for target, value in zip(node.targets, node.values, strict=True):
                _bind(target, self.shape(value, scope), inner)
            self.body(node.body, inner)
        elif isinstance(node, nodes.Macro | nodes.CallBlock):
            self._callable(node, scope)
        elif isinstance(node, nodes.Expr):
            self.shape(node, scope)
        else:
            for child in node.iter_child_nodes():
                self.read(child, scope)

    def _loop(self, node: nodes.For, scope: dict[str, Shape]) -> None:
        inner = dict(scope)
        _bind(node.target, _element(self.shape(node.iter, scope)), inner)
        if node.test is not None:
            self.shape(node.test, inner)
        self.body(node.body, inner)
        self.body(node.else_, dict(scope))

    def _callable(self, node: nodes.Macro | nodes.CallBlock, scope: dict[str, Shape]) -> None:
        if isinstance(node, nodes.Macro):
            scope[node.name] = None
        else:
            self.shape(node.call, scope)
        for value in node.defaults:
            self.shape(value, scope)
        self.body(node.body, {**scope, **{one.name: None for one in node.args}})

    def shape(self, node: nodes.Node, scope: dict[str, Shape]) -> Shape:
        """The type of an expression, after all names in it were looked up."""
        if isinstance(node, nodes.Name):
            if node.name not in scope and node.name not in self.given:
                self._tell(node, node.name, list(scope))
            return scope.get(node.name)
        if isinstance(node, nodes.Getattr):
            return self._field(node, node.attr, self.shape(node.node, scope))
        if isinstance(node, nodes.Getitem):
            held = self.shape(node.node, scope)
            if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
                return self._field(node, node.arg.value, held)
            self.shape(node.arg, scope)
            return held if isinstance(node.arg, nodes.Slice) else _element(held)
        if isinstance(node, nodes.Filter) and node.node is not None:
            held = self.shape(node.node, scope)
            for child in (*node.args, *node.kwargs):
                self.shape(child, scope)
            return held if node.name in _SAME else _element(held) if node.name in _ONE_OF else None
        for child in node.iter_child_nodes():
            self.shape(child, scope)
        return None

    def _field(self, node: nodes.Getattr | nodes.Getitem, name: str, held: Shape) -> Shape:
        """The type of a field of what an expression gives."""
        plain = _plain(held)
        if plain is None:
            return None
        of_struct = isinstance(plain, type) and issubclass(plain, Struct)
        known = get_type_hints(plain) if of_struct else {}
        if name not in known:
            self._tell(node, _spelled(node), list(known))
        return known.get(name)

    def _tell(self, node: nodes.Node, name: str, known: list[str]) -> None:
        self.found.append(UnknownName(name, sorted(known), place_of(self.source, node.lineno)))


def _bind(target: nodes.Node, shape: Shape, scope: dict[str, Shape]) -> None:
    if isinstance(target, nodes.Name):
        scope[target.name] = shape
    else:
        scope.update({one.name: None for one in target.find_all(nodes.Name)})


def _plain(shape: Shape) -> Shape:
    """A type without its None."""
    if isinstance(shape, UnionType):
        rest = [one for one in get_args(shape) if one is not type(None)]
        return rest[0] if len(rest) == 1 else None
    return shape


def _element(shape: Shape) -> Shape:
    plain = _plain(shape)
    origin: Shape = get_origin(plain)
    return get_args(plain)[0] if origin is list else None


def _spelled(node: nodes.Node) -> str:
    """An expression as it was written, as far as it is names and fields."""
    if isinstance(node, nodes.Getattr):
        return f"{_spelled(node.node)}.{node.attr}"
    if isinstance(node, nodes.Getitem):
        key = f".{node.arg.value}" if isinstance(node.arg, nodes.Const) else ""
        return f"{_spelled(node.node)}{key if not key[1:].isdigit() else f'[{key[1:]}]'}"
    return node.name if isinstance(node, nodes.Name) else "…"
