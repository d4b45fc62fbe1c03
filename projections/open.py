"""Opening the views for one answer: all its rows come from one position."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import StaticPool

from domain import dates
from ledger import clock
from ledger.store import Store, has_wal
from ledger.workspace import Workspace, zone_of
from projections import engine, generation, rebuilding
from projections.poison import Poisoned, read

WAIT_SECONDS = 1.0
ATTEMPTS = 5
"""How often a generation may be replaced by others while it is being opened."""


@dataclass
class Views:
    """The views for one answer: `position` that they speak of and how many events they lag behind."""

    connection: Connection
    store: Store
    workspace: Workspace
    position: int
    lag: int = 0
    as_of: str | None = None
    known_at: str | None = None
    raw: sqlite3.Connection | None = None

    @property
    def faults(self) -> list[Poisoned]:
        """Views that stopped at an event, and why."""
        states = generation.states(self.raw).values() if self.raw else ()
        return [read(state.fault) for state in states if state.fault]

    def close(self) -> None:
        """Ends the answer."""
        self.connection.close()
        if self.raw:
            self.raw.close()
        self.store.close()

    @property
    def day(self) -> int | None:
        """The day asked about, as an ordinal; None without `--as-of`."""
        return date.fromisoformat(self.as_of).toordinal() if self.as_of else None

    @property
    def spoken_day(self) -> str:
        """The day that a document speaks of: asked for, or that of the last record. Never the clock's."""
        if self.as_of:
            return self.as_of
        at = self.store.recorded_at(self.position)
        return clock.day_in(at, self.workspace.zone).isoformat() if at else "0001-01-01"


def open_views(
    workspace: Workspace,
    *,
    as_of: str | None = None,
    known_at: str | None = None,
    prefix: str = "",
    position: int | None = None,
) -> Views:
    """The views for reading, caught up where that is possible.

    `as_of` is an ISO day; `known_at` an ISO day (its end, in the workspace's time zone) or an instant.
    `position` says what was known more exactly than `known_at` can. With any of them, a private
    generation is folded in memory; `prefix` (`3303/`) narrows it to one region.
    Raises DateError when one of them is neither.
    """
    store = workspace.store()
    if as_of or known_at or position is not None:
        return _past(workspace, store, as_of, known_at, prefix, position)
    raw = _present(store, workspace.views)
    connection = _wrap(raw)
    # One read transaction for the whole answer, begun before the position is read. Wrapping comes first:
    # SQLAlchemy's first look at a connection ends what was begun on it.
    raw.execute("BEGIN")
    position = generation.reached(raw)
    lag = store.head().position - position
    return Views(connection, store, workspace, position, lag, raw=raw)


def _past(
    workspace: Workspace,
    store: Store,
    as_of: str | None,
    known_at: str | None,
    prefix: str,
    position: int | None,
) -> Views:
    day = _day(as_of).toordinal() if as_of else None
    known = store.head().position if position is None else position
    if known_at:
        known = store.position_at(instant(known_at, workspace))
    raw = engine.private(store, known=known, day=day, zone_of=zone_of, prefix=prefix)
    return Views(_wrap(raw), store, workspace, known, 0, as_of, known_at, raw)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise dates.DateError(text) from error


def instant(text: str, workspace: Workspace) -> str:
    """The stamp of an instant, or of the end of an ISO day in the workspace's time zone.

    An instant without an offset is one of that time zone. Raises DateError for any other text.
    """
    try:
        if len(text) == len("2022-12-14"):
            return clock.end_of_day(_day(text), workspace.zone)
        moment = clock.moment(text)
        return clock.stamp(moment if moment.tzinfo else moment.replace(tzinfo=workspace.zone))
    except (ValueError, OverflowError) as error:
        raise dates.DateError(text) from error


def _present(store: Store, folder: Path) -> sqlite3.Connection:
    """Today's generation, caught up; a new one where none serves, in memory where none can be written."""
    for _attempt in range(ATTEMPTS):
        path = generation.current(folder)
        writable = path is not None and os.access(path, os.W_OK) and os.access(folder, os.W_OK)
        # Without rights to write, rows that only stand in the write-ahead file could not be read.
        if path and (writable or not has_wal(path)):
            raw = _opened(path, writable=writable)
            # The file goes before its write-ahead file: while it is there, both were read.
            there = path.is_file()
            if raw and there and engine.usable(raw, store):
                # Locked by another, or read-only: the answer comes from the last complete position.
                with contextlib.suppress(sqlite3.OperationalError):
                    engine.catch_up(store, raw)
                return raw
            if raw:
                raw.close()
            if not there:
                continue
        if not os.access(folder if folder.exists() else folder.parent, os.W_OK):
            break
        try:
            rebuilding.rebuild(store, folder)
        except (sqlite3.OperationalError, OSError):
            # No room on the disk: who only reads gets an answer all the same.
            break
    return engine.private(store, known=store.head().position, day=None, zone_of=None)


def _opened(path: Path, *, writable: bool) -> sqlite3.Connection | None:
    """The views file, or None when it is gone or no database any more: views may be thrown away."""
    raw = None
    try:
        raw = _connect(path, writable=writable)
        raw.execute("SELECT count(*) FROM view_state").fetchone()
    except sqlite3.OperationalError:
        return raw
    except sqlite3.DatabaseError:
        return None
    return raw


def _connect(path: Path, *, writable: bool) -> sqlite3.Connection:
    uri = f"{path.as_uri()}?{'mode=rw' if writable else 'immutable=1'}"
    raw = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=WAIT_SECONDS, check_same_thread=False)
    raw.execute("PRAGMA synchronous=NORMAL")
    return raw


def _wrap(raw: sqlite3.Connection) -> Connection:
    engine_ = create_engine("sqlite://", creator=lambda: raw, poolclass=StaticPool, hide_parameters=True)
    return engine_.connect()
