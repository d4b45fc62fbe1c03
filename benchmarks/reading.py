"""A page of the catalogue as the command line asks for it, against the same SQL through the bare driver."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import String, event

from benchmarks.measure import Line, Work, millis, paired
from domain import streams
from ledger.workspace.workspace import Workspace
from projections.queries.catalogue import Filter, page
from projections.read_session import ReadSession, open_session
from projections.storage.factory import generation_store_of
from projections.storage.generation import Generation
from projections.views.catalogue import innovations
from projections.views.labs import labs
from projections.views.units import units
from schemas.regions import regions

LIMIT = 50
CALLS = 3
"""Pages of one measured run."""
Statement = tuple[str, Any]


def workspace(home: Path, region: str, url: str | None = None) -> Workspace:
    """A folder with a `ledger.db`, or a database with a ledger, as the command line would find it."""
    operator = streams.stream_id(streams.prefix(region), "person", 1)
    return Workspace(home, region, operator, "Asia/Jakarta", database_url=url)


@contextlib.contextmanager
def multiplied(ours: Workspace, times: int) -> Iterator[ReadSession]:
    """The views of a ledger, its innovations, units and labs laid into so many regions.

    The copies differ in their region alone and have no events behind them: only lists are asked here, and
    they read nothing else.
    """
    open_session(ours).close()
    today = generation_store_of(ours).today()
    assert today is not None
    with contextlib.closing(today), today.writing():
        _multiply(today, streams.prefix(ours.region), times - 1)
    with contextlib.closing(open_session(ours)) as views:
        yield views


def _multiply(generation: Generation, prefix: str, copies: int) -> None:
    others = [streams.prefix(code) for code in sorted(regions()) if len(streams.prefix(code)) == len(prefix)]
    for other in [one for one in others if one != prefix][:copies]:
        for table in (innovations, units, labs):
            columns = ",".join(_moved(column, prefix, other) for column in table.columns)
            # A region of its own that was copied before is no source of further copies.
            where = f"stream >= '{prefix}/' AND stream < '{prefix}0'"
            generation.execute(f"INSERT INTO {table.name} SELECT {columns} FROM {table.name} WHERE {where}")


def _moved(column: Any, prefix: str, other: str) -> str:
    """A column, with the region exchanged in ids and codes."""
    name, width = column.name, len(prefix)
    if not isinstance(column.type, String):
        return str(name)
    named = f"{name} = '{prefix}' OR substr({name}, 1, {width + 1}) IN ('{prefix}/', '{prefix}-')"
    return f"CASE WHEN {named} THEN '{other}' || substr({name}, {width + 1}) ELSE {name} END"


def first_page(work: str, session: ReadSession, runs: int, *, search: str | None = None) -> Line:
    """The first page of all innovations, or of those that a word finds, with their total."""
    assert session.generation is not None
    wanted = Filter(search=search)
    plainly = _plainly(session.generation.connection, _statements(session, wanted))
    taken = paired(plainly, _ours(session, wanted), runs)
    floor, ours = millis(taken.floor / CALLS), millis(taken.ours / CALLS)
    return Line(work, floor, ours, taken.slowness, 1.5, at_least=False)


def _statements(session: ReadSession, wanted: Filter) -> list[Statement]:
    """The statements of one page with their values, as the driver gets them."""
    heard: list[Statement] = []

    def hear(_connection: Any, _cursor: Any, statement: str, values: Any, *_: Any) -> None:
        heard.append((statement, values))

    event.listen(session.connection.engine, "before_cursor_execute", hear)
    page(session, wanted, limit=LIMIT)
    event.remove(session.connection.engine, "before_cursor_execute", hear)
    return heard


def _plainly(raw: Any, statements: list[Statement]) -> Work:
    def read() -> None:
        for _ in range(CALLS):
            for statement, values in statements:
                raw.execute(statement, values).fetchall()

    return read


def _ours(session: ReadSession, wanted: Filter) -> Work:
    def read() -> None:
        for _ in range(CALLS):
            page(session, wanted, limit=LIMIT)

    return read
