"""A page of the catalogue as the command line asks for it, against the same SQL through sqlite3."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import Line, Work, millis, paired
from domain import streams
from ledger.workspace import Workspace
from projections import generation
from projections.open import Views, open_views
from projections.queries.catalogue import Filter, page
from projections.views.catalogue import innovations
from projections.views.labs import labs
from projections.views.units import units
from schemas.regions import regions

LIMIT = 50
CALLS = 3
"""Pages of one measured run."""


def workspace(home: Path, region: str) -> Workspace:
    """A folder with a `ledger.db`, as the command line would find it."""
    operator = streams.stream_id(streams.prefix(region), "person", 1)
    return Workspace(home, region, operator, "Asia/Jakarta")


@contextlib.contextmanager
def multiplied(home: Path, region: str, times: int) -> Iterator[Views]:
    """The views of a ledger, its innovations, units and labs laid into so many regions.

    The copies differ in their region alone and have no events behind them: only lists are asked here, and
    they read nothing else.
    """
    ours = workspace(home, region)
    open_views(ours).close()
    path = generation.current(ours.views)
    assert path is not None
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        _multiply(connection, streams.prefix(region), times - 1)
    views = open_views(ours)
    try:
        yield views
    finally:
        views.close()


def _multiply(connection: sqlite3.Connection, prefix: str, copies: int) -> None:
    others = [streams.prefix(code) for code in sorted(regions()) if len(streams.prefix(code)) == len(prefix)]
    connection.execute("BEGIN")
    for other in [one for one in others if one != prefix][:copies]:
        for table in (innovations, units, labs):
            columns = ",".join(_moved(column.name, prefix, other) for column in table.columns)
            # A region of its own that was copied before is no source of further copies.
            where = f"stream >= '{prefix}/' AND stream < '{prefix}0'"
            connection.execute(f"INSERT INTO {table.name} SELECT {columns} FROM {table.name} WHERE {where}")
    connection.execute("COMMIT")


def _moved(column: str, prefix: str, other: str) -> str:
    """A column, with the region exchanged in ids and codes."""
    width = len(prefix)
    named = f"{column} = '{prefix}' OR {column} GLOB '{prefix}[/-]*'"
    return f"CASE WHEN {named} THEN '{other}' || substr({column}, {width + 1}) ELSE {column} END"


def first_page(work: str, views: Views, runs: int, *, search: str | None = None) -> Line:
    """The first page of all innovations, or of those that a word finds, with their total."""
    raw, wanted = views.raw, Filter(search=search)
    assert raw is not None
    statements = _statements(views, raw, wanted)
    taken = paired(_plainly(raw, statements), _ours(views, wanted), runs)
    floor, ours = millis(taken.floor / CALLS), millis(taken.ours / CALLS)
    return Line(work, floor, ours, taken.slowness, 1.5, at_least=False)


def _statements(views: Views, raw: sqlite3.Connection, wanted: Filter) -> list[str]:
    """The statements of one page, with their values in place."""
    heard: list[str] = []
    raw.set_trace_callback(heard.append)
    page(views, wanted, limit=LIMIT)
    raw.set_trace_callback(None)
    return [text for text in heard if text.lstrip().upper().startswith("SELECT")]


def _plainly(raw: sqlite3.Connection, statements: list[str]) -> Work:
    def read() -> None:
        for _ in range(CALLS):
            for statement in statements:
                raw.execute(statement).fetchall()

    return read


def _ours(views: Views, wanted: Filter) -> Work:
    def read() -> None:
        for _ in range(CALLS):
            page(views, wanted, limit=LIMIT)

    return read
