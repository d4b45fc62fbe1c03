"""Which hand-written files an event costs: those in which it, or the action that says it, is named.

The rule. Counted is every Python file of the program (the rooms of `ROOMS`) whose code names the class of the
event, its stored type, or the class or stored type of one of its actions. Its actions are those whose own
fact it is; an event that is no action's own fact has those that decide it. An import alone names nothing.

Not counted are tests, tools, generated files and the catalogue of messages, which live elsewhere; `SHOWING`,
where a question or a list shows a fact that stands already; and `FORMER`, where a former version of an event
stands: that is another recipe (`CONTRIBUTING.md`, "To add something"). Corrections and voids mend every event
and are no fact of their own: the rule does not hold for them.

At most five files may be left (`AT_MOST`). What names an event beyond them stands in `BEYOND`, each file with
its reason; a file there that no longer names the event, or is not needed for the limit, is an error too.
"""

from __future__ import annotations

import ast
import importlib
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from domain import kinds
from domain.base import Action, Body, FactAction
from tools.event_beyond import BEYOND
from tools.event_traces import actions, events_of

ROOT = Path(__file__).parent.parent
ROOMS = ("domain", "jejak_i18n", "ledger", "projections", "importers", "exporters", "jejak", "commands")
SHOWING = ("projections/queries/", "commands/show/")
FORMER = ("domain/former.py", "ledger/codec.py")
AT_MOST = 5


def files_of(event: str) -> tuple[str, ...]:
    """The files that count for an event, by their paths."""
    named = _named_by_file()
    wanted = {event, *actions_of(event)}
    return tuple(file for file, names in named.items() if wanted & names)


@cache
def actions_of(event: str) -> tuple[str, ...]:
    """The stored types of the actions that say an event."""
    own = [
        name
        for name, kind in actions().items()
        if issubclass(kind, FactAction) and event == kind.fact_type().TYPE
    ]
    return tuple(own or [name for name in actions() if event in events_of(name)])


def faults() -> list[str]:
    """What breaks the rule, a sentence for each; nothing where it holds."""
    return [fault for event in kinds.TYPES if event not in _mending() for fault in _faults(event)]


def _mending() -> set[str]:
    """Corrections and voids: they mend every event and belong to no action of a sheet."""
    return {body.TYPE for body in kinds.CORRECTION_EVENTS}


def _faults(event: str) -> Iterator[str]:
    files, beyond = files_of(event), BEYOND.get(event, {})
    yield from (
        f"{event}: {file} stands in BEYOND, but does not name it" for file in beyond if file not in files
    )
    left = [file for file in files if file not in beyond]
    if len(left) > AT_MOST:
        yield f"{event} touches {len(left)} files by hand: {', '.join(left)}"
    if beyond and len(left) < AT_MOST:
        yield f"{event} needs fewer files in BEYOND: only {len(left)} others name it"


@cache
def _named_by_file() -> dict[str, set[str]]:
    paths = (path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py")))
    found = {path.relative_to(ROOT).as_posix(): path for path in paths}
    return {file: set(_names(path)) for file, path in found.items() if not file.startswith(SHOWING + FORMER)}


def _names(path: Path) -> Iterator[str]:
    """The stored types of the events and actions that a file's code names."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    module = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    known = dict(vars(importlib.import_module(module))) | dict(_imported_inside(tree))
    types = {*kinds.TYPES, *actions()}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in types:
            yield node.value
        elif isinstance(meant := _meant(known, node), type) and _is_present(meant):
            yield meant.TYPE


def _imported_inside(tree: ast.Module) -> Iterator[tuple[str, Any]]:
    """What functions and blocks for type checkers import from our own rooms."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] in ROOMS:
            for one in node.names:
                source = importlib.import_module(node.module)
                if not hasattr(source, one.name):
                    importlib.import_module(f"{node.module}.{one.name}")
                yield one.asname or one.name, getattr(source, one.name)


def _meant(known: Mapping[str, Any], node: ast.AST) -> Any:
    if isinstance(node, ast.Name):
        return known.get(node.id)
    if isinstance(node, ast.ClassDef):
        return known.get(node.name)
    if isinstance(node, ast.Attribute):
        return getattr(_meant(known, node.value), node.attr, None)
    return None


def _is_present(kind: type[Any]) -> bool:
    """True for an event or action of today; a former shape bears the type of the present one."""
    if issubclass(kind, Body):
        return kinds.TYPES.get(getattr(kind, "TYPE", "")) is kind
    return issubclass(kind, Action) and "TYPE" in vars(kind)


def main() -> int:
    """Prints how many files each event touches, most first, and what breaks the rule."""
    counted = sorted(((len(files_of(event)), event) for event in kinds.TYPES), reverse=True)
    for count, event in counted:
        print(f"{count}  {event}  {', '.join(files_of(event)) if count > AT_MOST else ''}".rstrip())
    found = faults()
    print("\n".join(found), file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
