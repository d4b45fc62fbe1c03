"""What the code says of an event: who makes it, what refuses it, its sentences, its columns of views."""

from __future__ import annotations

import ast
import inspect
import re
import sys
import textwrap
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec

import domain.sheets
from domain import kinds
from domain.base import Action, Body, Fact, FactAction
from jejak_i18n import indonesian
from projections.timeline import event_text  # noqa: F401 - registers every sentence
from projections.timeline.text_registry import EVENT_TEXT
from projections.views import VIEWS
from tools.reference import sample

ROOT = Path(__file__).parent.parent
SUPPORT = "innovation.record_support"
BEFORE = {
    "lab.resumed": ("lab.paused",),
    "lab.stage_closed": ("lab.stage_opened",),
    "innovation.resumed": ("innovation.stopped",),
}
"""Events that change a view only after others."""


@cache
def events_of(action: str) -> tuple[str, ...]:
    """The events that an action makes: its own fact, and those that its decision names."""
    kind = actions()[action]
    if action == SUPPORT:
        return tuple(sorted(supporting()))
    found = [kind.fact_type().TYPE] if issubclass(kind, FactAction) else []
    module = sys.modules[kind.__module__]
    for node in ast.walk(ast.parse(textwrap.dedent(inspect.getsource(kind)))):
        body = _named(module, node)
        if body is not None and body.TYPE not in found:
            found.append(body.TYPE)
    return tuple(found)


def _named(module: ModuleType, node: ast.AST) -> type[Body] | None:
    """The event body that a name or attribute in a module's source means."""
    value: Any = None
    if isinstance(node, ast.Name):
        value = getattr(module, node.id, None)
    elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        value = getattr(getattr(module, node.value.id, None), node.attr, None)
    is_body = isinstance(value, type) and issubclass(value, Body) and hasattr(value, "TYPE")
    return value if is_body else None


def kind_of(event: str) -> str:
    """The kind of stream that an event stands in."""
    return next(name for name, module in kinds.KINDS.items() if kinds.TYPES[event] in module.EVENTS)


@cache
def actions() -> dict[str, Any]:
    def of(base: type[Any]) -> Iterator[type[Any]]:
        yield base
        for one in base.__subclasses__():
            yield from of(one)

    assert domain.sheets
    return {one.TYPE: one for one in of(Action) if "TYPE" in vars(one)}


@cache
def _integrity() -> dict[str, tuple[str, ...]]:
    """What `check_integrity` says of each event, by the `case` that names it."""
    found: dict[str, list[str]] = {}
    for path in sorted((ROOT / "domain").glob("*.py")):
        module = sys.modules.get(f"domain.{path.stem}")
        if module is None:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name == "check_integrity":
                for case in (one for one in ast.walk(node) if isinstance(one, ast.match_case)):
                    for event in _matched(module, case.pattern):
                        found.setdefault(event, []).extend(_reasons(case))
    return {event: tuple(dict.fromkeys(texts)) for event, texts in found.items()}


def _matched(module: ModuleType, pattern: ast.pattern) -> Iterator[str]:
    for node in ast.walk(pattern):
        if isinstance(node, ast.MatchClass) and (body := _named(module, node.cls)):
            yield body.TYPE


def _reasons(case: ast.match_case) -> Iterator[str]:
    for node in ast.walk(case):
        is_call = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "reason"
        if is_call and isinstance(node.args[0], ast.Constant):
            yield indonesian(str(node.args[0].value))


def integrity(event: str) -> tuple[str, ...]:
    """The sentences by which an event is refused in every lab."""
    return _integrity().get(event, ())


@cache
def sentences(event: str) -> tuple[str, ...]:
    """The sentences that tell an event, with their places."""
    source = inspect.getsource(EVENT_TEXT[kinds.TYPES[event]])
    texts = []
    for node in ast.walk(ast.parse(textwrap.dedent(source))):
        is_call = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        if is_call and node.func.id == "reason" and isinstance(node.args[0], ast.Constant):
            texts.append(indonesian(str(node.args[0].value)))
    return tuple(texts) or _by_helper(event)


def _by_helper(event: str) -> tuple[str, ...]:
    """Where a function of the same file makes the sentence."""
    function = EVENT_TEXT[kinds.TYPES[event]]
    module = inspect.getmodule(function)
    texts: list[str] = []
    for node in ast.walk(ast.parse(textwrap.dedent(inspect.getsource(function)))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            helper = getattr(module, node.func.id, None)
            if inspect.isfunction(helper):
                for part in ast.walk(ast.parse(textwrap.dedent(inspect.getsource(helper)))):
                    if isinstance(part, ast.Constant) and isinstance(part.value, str):
                        texts += [said] if (said := indonesian(part.value)) != part.value else []
    return tuple(texts)


@cache
def view_columns(event: str) -> tuple[str, ...]:
    """The columns that an event changes: `table.column`, or the table of which it makes a row."""
    body = kinds.TYPES[event]
    kind = kind_of(event)
    founder = body if body.FOUNDS else next(one for one in kinds.KINDS[kind].EVENTS if one.FOUNDS)
    stream = f"3303/{kind}/000001"
    before = [_fact(founder, 1)]
    before += [_fact(kinds.TYPES[name], 2) for name in BEFORE.get(event, ())]
    after = before if body.FOUNDS else [*before, _fact(body, 9)]
    found = []
    for view in VIEWS:
        if kind != view.KIND:
            continue
        was = _rows(view, stream, before) if not body.FOUNDS else [[] for _ in view.TABLES]
        now = _rows(view, stream, after)
        for table, old, new in zip(view.TABLES, was, now, strict=True):
            names = [column.name for column in table.columns]
            if len(old) == len(new) == 1:
                changed = [name for name, a, b in zip(names, old[0], new[0], strict=True) if a != b]
                found += [f"`{table.name}.{name}`" for name in changed]
            elif old != new:
                found.append(f"`{table.name}`")
    return tuple(found)


def _rows(view: ModuleType, stream: str, facts: list[Fact[Any]]) -> list[list[tuple[Any, ...]]]:
    made: list[list[tuple[Any, ...]]] = [[] for _ in view.TABLES]
    view.fold(stream, facts[0], facts, tuple(one.append for one in made))
    return made


def _fact(body: type[Body], position: int) -> Fact[Any]:
    values = sample(body)
    while True:
        try:
            said = msgspec.convert(values, body)
            break
        except msgspec.ValidationError as error:
            # A sample of a nested value is no value: leave the field out.
            del values[re.split(r"[.\[`]", str(error).rpartition("$.")[2])[0]]
    return Fact("c/1", said, f"2022-12-{position:02d}", position, position, "2022-12-31T00:00:00.000000Z")


def supporting() -> set[str]:
    from domain import support

    return {body.TYPE for body in support.EVENTS}
