"""projections rebuild, status and verify."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import click

from commands.shared import Answer, count, listing, table, verb, write_list
from messages import gettext as _

NUMBERS = ("version", "position", "lag", "rows")


@click.group("projections", help=_("The views: rebuild, status, verify."))
def projections() -> None:
    pass


@projections.command("rebuild", help=_("Fold all events into new views and switch to them."))
@verb("projections rebuild")
def rebuild(answer: Answer, home: str | None) -> None:
    from ledger.workspace import find
    from projections import engine

    workspace = find(home=home)
    store = workspace.store()
    done = engine.rebuild(store, workspace.views)
    data = {
        "position": done.position,
        "streams": done.streams,
        "events": done.events,
        "generation": done.path.name,
        "size": done.path.stat().st_size,
    }
    text = _(
        "Rebuilt: {events} events of {streams} streams (position {position}) in {seconds} seconds. {path}"
    )
    answer.result(
        data,
        lambda: text.format(
            events=count(done.events),
            streams=count(done.streams),
            position=count(done.position),
            seconds=answer.seconds(),
            path=done.path,
        ),
    )


@projections.command("status", help=_("How far the views are."))
@listing
@verb("projections status")
def status(answer: Answer, home: str | None, *, xlsx: Path | None) -> None:
    from ledger.workspace import find
    from projections import engine, generation

    workspace = find(home=home)
    store = workspace.store()
    head = store.head().position
    path = generation.current(workspace.views)
    data: dict[str, Any] = {"ledger_position": head, "generation": path.name if path else None, "views": []}
    if path:
        connection = open_file(path)
        data["usable"] = engine.usable(connection, store)
        data["size"] = path.stat().st_size
        data["views"] = [_view(connection, view, head) for view in _all_views()]
        connection.close()
    write_list(answer, xlsx, [_status_sheet(data)])
    answer.result(data, lambda: _status_text(data))


def open_file(path: Any) -> sqlite3.Connection:
    """A views file for reading, on read-only media too."""
    import os

    if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        return sqlite3.connect(path, isolation_level=None)
    return sqlite3.connect(f"{path.resolve().as_uri()}?immutable=1", uri=True, isolation_level=None)


def _all_views() -> Any:
    from projections.views import VIEWS

    return VIEWS


def _view(connection: sqlite3.Connection, view: Any, head: int) -> dict[str, Any]:
    from projections import generation

    state = generation.states(connection).get(view.NAME)
    rows = sum(connection.execute(f"SELECT count(*) FROM {one.name}").fetchone()[0] for one in view.TABLES)
    return {
        "view": view.NAME,
        "version": state.version if state else None,
        "position": state.position if state else None,
        "lag": head - state.position if state else None,
        "rows": rows,
    }


def _status_text(data: dict[str, Any]) -> str:
    if not data["views"]:
        return _("There are no views yet; the next reading command builds them.")
    rows = [[one["view"], *(_number(one[name]) for name in NUMBERS)] for one in data["views"]]
    return f"{_status_head(data)}\n{table(_status_headings(), rows, right=(1, 2, 3, 4))}"


def _number(value: int | None) -> str:
    return "–" if value is None else count(value)


def _status_head(data: dict[str, Any]) -> str:
    text = _("Ledger at position {position}; {generation}")
    return text.format(position=count(data["ledger_position"]), generation=data["generation"] or "–")


def _status_headings() -> list[str]:
    return [_("View"), _("Version"), _("Position"), _("Behind"), _("Rows")]


def _status_sheet(data: dict[str, Any]) -> Any:
    from exporters.lists import Listed

    rows = [[one["view"], *(one[name] for name in NUMBERS)] for one in data["views"]]
    return Listed(_("Views"), _("The views"), [_status_head(data)], _status_headings(), rows)


@projections.command("verify", help=_("Fold aside and compare the views row by row."))
@verb("projections verify")
def verify(answer: Answer, home: str | None) -> None:
    from ledger.workspace import find
    from projections import engine, generation

    workspace = find(home=home)
    store = workspace.store()
    path = generation.current(workspace.views)
    if path is None:
        answer.result({"position": None, "differences": []}, lambda: _("There are no views to compare."))
        return
    connection = open_file(path)
    position, found = engine.verify(store, connection)
    connection.close()
    differences = [{"view": d.view, "table": d.table, "side": d.side, "row": list(d.row)} for d in found]
    data = {"position": position, "differences": differences}
    answer.result(data, lambda: _verify_text(position, found), status=1 if found else 0)


def _verify_text(position: int, found: list[Any]) -> str:
    if not found:
        return _("The views are what the events say (position {position}).").format(position=count(position))
    lines = [f"  {one.view} {one.table} {one.side}: {one.row[0]}" for one in found[:20]]
    head = _("{count} rows differ at position {position}. Rebuild: jejak projections rebuild")
    return "\n".join([head.format(count=count(len(found)), position=count(position)), *lines])
