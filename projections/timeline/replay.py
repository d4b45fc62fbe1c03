"""Replay: a life step by step in the order of recording, and what each step changed in the catalogue row."""

from __future__ import annotations

from datetime import date

import msgspec
from msgspec import Struct

from domain import dates, streams
from ledger import clock, reader
from ledger.codec import Row
from ledger.workspace.workspace import zone_of
from projections.queries.unit_naming import UnitsOf
from projections.read_session import ReadSession, instant
from projections.timeline.history import Entry, history
from projections.timeline.stream_names import StreamNames
from projections.views import catalogue, labs, lineage, people

ColumnValue = str | int | bool | None
"""What a view holds in one column of one row."""


class Step(Struct, frozen=True):
    """One event, the columns that it changed (name to before and after), and the whole row after it."""

    entry: Entry
    changes: dict[str, tuple[ColumnValue, ColumnValue]]
    row: dict[str, ColumnValue]


_VIEWS = {
    "innovation": (catalogue, catalogue.innovations),
    "idea": (lineage, lineage.ideas),
    "lab": (labs, labs.labs),
    "person": (people, people.people),
}
_DULL = ("stream", "region", "stands", "code", "search", "profile")


def replay(
    session: ReadSession,
    stream: str,
    *,
    until: str | None = None,
    units_of: UnitsOf | None = None,
    names: StreamNames | None = None,
) -> list[Step]:
    """The steps up to a position, an ISO day of recording (its end in the workspace's zone), or an instant.

    Raises DateError when `until` is none of them.
    """
    entries = sorted(history(session, stream, units_of, names), key=lambda entry: entry.position)
    if until is not None:
        last = _last(session, until)
        entries = [entry for entry in entries if entry.position <= last]
    rows = {
        one: session.store.rows(one, session.position) for one in dict.fromkeys(e.stream for e in entries)
    }
    known: dict[tuple[str, int], dict[str, ColumnValue]] = {}
    return [_step(rows[entry.stream], entry, known) for entry in entries]


def _last(session: ReadSession, until: str) -> int:
    if until.isdecimal() and len(until) < 19:
        return int(until)
    return session.store.position_at(instant(until, session.workspace))


def _step(rows: list[Row], entry: Entry, known: dict[tuple[str, int], dict[str, ColumnValue]]) -> Step:
    """`known` holds the rows after so many events of a stream: what is after one is before the next."""

    def row_after(count: int) -> dict[str, ColumnValue]:
        if (entry.stream, count) not in known:
            known[entry.stream, count] = _row(rows[:count])
        return known[entry.stream, count]

    # By version, which is the order of positions within a stream.
    before = row_after(sum(row.position < entry.position for row in rows))
    after = row_after(sum(row.position <= entry.position for row in rows))
    names = [name for name in after or before if name not in _DULL]
    changed = [name for name in names if before.get(name) != after.get(name)]
    # What a column tells need not be told beside it.
    told = [one for one in entry.details if one.field not in changed]
    entry = msgspec.structs.replace(entry, details=told)
    return Step(entry, {name: (before.get(name), after.get(name)) for name in changed}, after)


class StateOfDay(Struct, frozen=True):
    """The catalogue row as of an ISO day, and until the next one."""

    day: str
    row: dict[str, ColumnValue]


def states_by_day(session: ReadSession, stream: str) -> list[StateOfDay]:
    """How the row stood on each day on which a fact came to count, by day: what is known now about then."""
    rows, zone = session.store.rows(stream, session.position), zone_of(stream)
    days = set()
    for fact in reader.read(rows).facts:
        span = dates.maybe(fact.occurred)
        days.add(span.end if span else clock.day_in(fact.recorded_at, zone).toordinal())
    found: list[StateOfDay] = []
    for day in sorted(days):
        row = _row(rows, day)
        if not found or found[-1].row != row:
            found.append(StateOfDay(date.fromordinal(day).isoformat(), row))
    return found


def columns_told(kind: str) -> list[str]:
    """The columns by which a replay tells a stream of this kind; none for kinds without a row."""
    if kind not in _VIEWS:
        return []
    return [column.name for column in _VIEWS[kind][1].columns if column.name not in _DULL]


def columns_of(row: dict[str, ColumnValue]) -> dict[str, ColumnValue]:
    """The columns of a row that tell something to people."""
    return {name: value for name, value in row.items() if name not in _DULL}


def _row(rows: list[Row], day: int | None = None) -> dict[str, ColumnValue]:
    """The catalogue row that a prefix of a stream folds to, of all days or as of one.

    Empty where nothing stands, and for entries.
    """
    known = rows and streams.kind_of(rows[0].stream) in _VIEWS
    life = reader.read(rows, day=day, zone=zone_of(rows[0].stream)) if known else None
    if life is None or life.founding is None:
        return {}
    view, table = _VIEWS[streams.kind_of(rows[0].stream)]
    found: list[tuple[ColumnValue, ...]] = []
    puts = (found.append, *(_ignore for _ in view.TABLES[1:]))
    view.fold(rows[0].stream, life.founding, list(life.facts), puts)
    names = (column.name for column in table.columns)
    return dict(zip(names, found[0], strict=True)) if found else {}


def _ignore(_row: tuple[ColumnValue, ...]) -> None:
    return None
