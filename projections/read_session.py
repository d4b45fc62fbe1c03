"""Opening the views for one answer: all its rows come from one position."""

from __future__ import annotations

import contextlib
import sqlite3
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sqlalchemy import Connection

from domain import dates, streams
from ledger import clock
from ledger.errors import EnvironmentFault
from ledger.event_store import EventStore
from ledger.workspace.workspace import Workspace, zone_of
from projections.runner import projector, rebuild
from projections.runner.projection_fault import ProjectionFault, parse_fault
from projections.runner.rows import Progress
from projections.storage.factory import generation_store_of
from projections.storage.generation import ATTEMPTS, Generation, GenerationStore, UnwritableError
from schemas.envelope import ReadState


@dataclass
class ReadSession:
    """The views for one answer: `position` that they speak of and how many events they lag behind."""

    connection: Connection
    store: EventStore
    workspace: Workspace
    position: int
    lag: int = 0
    as_of: str | None = None
    known_at: str | None = None
    generation: Generation | None = None

    @property
    def faults(self) -> list[ProjectionFault]:
        """Views that stopped at an event, and why."""
        states = self.generation.states().values() if self.generation else ()
        return [parse_fault(state.fault) for state in states if state.fault]

    @property
    def state(self) -> ReadState:
        """Which state of the ledger the answer speaks of, as its envelope says it."""
        return ReadState(self.position, self.lag, self.as_of, self.known_at)

    def close(self) -> None:
        """Ends the answer."""
        if "of_all_days" in self.__dict__:
            self.of_all_days.close()
        self.connection.close()
        if self.generation:
            self.generation.close()
        self.store.close()

    @cached_property
    def of_all_days(self) -> ReadSession:
        """The views without the day asked about, of the same knowledge: what is recorded of later days."""
        return open_session(self.workspace, known_at=self.known_at)

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


def open_session(
    workspace: Workspace,
    *,
    as_of: str | None = None,
    known_at: str | None = None,
    prefix: str = "",
    position: int | None = None,
    progress: Progress | None = None,
) -> ReadSession:
    """The views for reading, caught up where that is possible.

    `as_of` is an ISO day; `known_at` an ISO day (its end, in the workspace's time zone) or an instant.
    `position` says what was known more exactly than `known_at` can. With any of them, a private
    generation is folded in memory; `prefix` (`3303/`) narrows it to one region. `progress` is told how
    many events are folded where more are than those since the last answer.
    Raises DateError when one of them is neither.
    """
    store = workspace.store()
    if as_of or known_at or position is not None:
        return _past(workspace, store, as_of, known_at, prefix, position, progress)
    present = _present(store, generation_store_of(workspace), progress)
    connection = present.queries()
    # One read transaction for the whole answer, begun before the position is read. The connection comes
    # first: SQLAlchemy's first look at it ends what was begun.
    present.begin()
    position = present.reached()
    lag = store.head().position - position
    return ReadSession(connection, store, workspace, position, lag, generation=present)


def narrowed_to(region: str | None, code: str = "") -> str:
    """The prefix that folds one region alone, where a region (`33.03`) or a code names it; else empty."""
    coded = streams.stream_of_code(code) if code else None
    found = streams.prefix(region) if region else streams.region_of(coded) if coded else ""
    return f"{found}/" if found else ""


def _past(
    workspace: Workspace,
    store: EventStore,
    as_of: str | None,
    known_at: str | None,
    prefix: str,
    position: int | None,
    progress: Progress | None,
) -> ReadSession:
    day = _day(as_of).toordinal() if as_of else None
    known = store.head().position if position is None else position
    if known_at:
        known = store.position_at(instant(known_at, workspace))
    past = projector.private(store, known=known, day=day, zone_of=zone_of, prefix=prefix, progress=progress)
    return ReadSession(past.queries(), store, workspace, known, 0, as_of, known_at, past)


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


def _present(store: EventStore, generations: GenerationStore, progress: Progress | None) -> Generation:
    """Today's generation, caught up; a new one where none serves, in memory where none can be written."""
    for _attempt in range(ATTEMPTS):
        found = generations.today()
        if found and found.complete and projector.usable(found, store):
            # Locked by another, or read-only: the answer comes from the last complete position.
            with contextlib.suppress(UnwritableError, sqlite3.OperationalError):
                projector.catch_up(store, found)
            return found
        if found:
            found.close()
        if not generations.writable():
            break
        try:
            rebuild.rebuild(store, generations, progress=progress)
        except (sqlite3.OperationalError, OSError, EnvironmentFault):
            # No room on the disk: who only reads gets an answer all the same.
            break
    return projector.private(store, known=store.head().position, day=None, zone_of=None, progress=progress)
