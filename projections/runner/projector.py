"""Catch up, rebuild, verify and as-of: four uses of one law (`ledger.reader`)."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import Table

from domain.base import AnyFact
from domain.streams import kind_of
from ledger import reader
from ledger.codec import CODEC, UNREADABLE, Codec, Row
from ledger.event_store import EventStore
from projections.runner.projection_fault import ProjectionError, ProjectionFault, locate, parse_fault
from projections.runner.rows import Progress, RawRow, rows_for
from projections.storage.generation import Generation, Values, ViewState
from projections.storage.sqlite import SqliteGeneration, SqliteGenerationStore, building
from projections.views import VIEWS

BATCH = 2000
ZoneOf = Callable[[str], ZoneInfo]
T = TypeVar("T")


class Projector:
    """Folds streams into the tables of a generation, in batches."""

    def __init__(
        self,
        generation: Generation,
        *,
        views: Iterable[ModuleType] = VIEWS,
        day: int | None = None,
        zone_of: ZoneOf | None = None,
        codec: Codec = CODEC,
    ) -> None:
        self.generation, self.day, self.zone_of, self.codec = generation, day, zone_of, codec
        self.streams = self.events = 0
        self._batches: list[tuple[Table, list[Values]]] = []
        self._folds: dict[str, list[tuple[ModuleType, tuple[Any, ...]]]] = {}
        for view in views:
            puts = []
            for table in view.TABLES:
                batch: list[Values] = []
                self._batches.append((table, batch))
                puts.append(batch.append)
            self._folds.setdefault(view.KIND, []).append((view, tuple(puts)))

    def fold_all(self, rows: Iterable[RawRow]) -> None:
        """Folds rows that come in stream order."""
        for stream, group in groupby(rows, itemgetter(1)):
            self.fold(stream, list(group))
        self.flush(force=True)

    def fold(self, stream: str, rows: Sequence[RawRow]) -> None:
        """Folds the rows of one stream into every view of its kind."""
        folds = self._folds.get(kind_of(stream))
        self.streams += 1
        self.events += len(rows)
        if not folds:
            return
        founding, facts = self._life(stream, rows)
        if founding is None:
            return
        for view, puts in folds:
            try:
                view.fold(stream, founding, facts, puts)
            except Exception as error:
                raise ProjectionError(locate(view, stream, founding, facts, error)) from error
        # To look at every batch after each stream would take longer than it saves.
        if not self.streams % 64:
            self.flush()

    def _life(self, stream: str, rows: Sequence[RawRow]) -> tuple[AnyFact | None, list[AnyFact]]:
        facts = self._lean(rows)
        if facts is None:
            life = reader.read(
                [Row(*row) for row in rows], codec=self.codec, day=self.day, zone=self._zone(stream)
            )
            return life.founding, list(life.facts)
        founding = facts[0]
        if self.day is not None:
            facts = reader.on_day(facts, self.day, self._zone(stream))
        return founding, reader.in_order(facts)

    def _lean(self, rows: Sequence[RawRow]) -> list[AnyFact] | None:
        """The facts straight from their bytes; None when anything but today's bytes needs the long way."""
        decoders = self.codec.lean
        facts = []
        for position, _, version, topic, state, at in rows:
            decode = decoders.get(topic)
            if decode is None:
                return None
            try:
                fact = decode(state)
            except UNREADABLE:
                # The long way reads more, and names the event that cannot be read.
                return None
            # These stand in columns of their own, not in the bytes.
            fact.position = position
            fact.version = version
            fact.recorded_at = at
            facts.append(fact)
        return facts

    def _zone(self, stream: str) -> ZoneInfo | None:
        return self.zone_of(stream) if self.zone_of and self.day is not None else None

    def flush(self, *, force: bool = False) -> None:
        """Writes full batches, or all of them."""
        for table, batch in self._batches:
            if batch and (force or len(batch) >= BATCH):
                self.generation.insert(table, batch)
                batch.clear()


def leaf_at(store: EventStore, position: int) -> bytes:
    """The proof leaf of the event at a position: tells whose ledger a view was folded from."""
    return store.leaf(position)


def private(
    store: EventStore,
    *,
    known: int,
    day: int | None,
    zone_of: ZoneOf | None,
    prefix: str = "",
    progress: Progress | None = None,
) -> SqliteGeneration:
    """A generation in memory: what was known at a position, about a day where one is given."""

    def build(views: Sequence[ModuleType], faults: Sequence[ProjectionFault]) -> SqliteGeneration:
        with building(None) as generation:
            folding = Projector(generation, views=views, day=day, zone_of=zone_of)
            folding.fold_all(rows_for(views, store, known, prefix, progress))
            generation.set_state(views, known, leaf_at(store, known))
            set_faults(generation, faults, known)
        return generation

    return without_faulty(build)


def without_faulty(
    work: Callable[[Sequence[ModuleType], Sequence[ProjectionFault]], T], views: Sequence[ModuleType] = VIEWS
) -> T:
    """Does the work with all views, and again without each that cannot take an event.

    `work` gets the views that it shall fold, and what stopped the others.
    """
    faults: list[ProjectionFault] = []
    left = list(views)
    while True:
        try:
            return work(left, faults)
        except ProjectionError as error:
            faults.append(error.fault)
            left = [view for view in left if error.fault.view != view.NAME]


def set_faults(generation: Generation, faults: Sequence[ProjectionFault], tried: int) -> None:
    """Records what stopped views, and at which position of the ledger they were tried."""
    by_name = {view.NAME: view for view in VIEWS}
    for fault in faults:
        generation.set_fault(by_name[fault.view], fault._replace(tried=tried).text())


def usable(generation: Generation, store: EventStore) -> bool:
    """True when every view has today's version and was folded from this ledger."""
    try:
        known = generation.states()
    except sqlite3.DatabaseError:
        return False
    wanted = {view.NAME: view.VERSION for view in VIEWS}
    if {name: state.version for name, state in known.items()} != wanted:
        return False
    # A position would fit any ledger; the leaf there fits this one alone.
    return all(state.leaf == leaf_at(store, state.position) for state in known.values())


def catch_up(store: EventStore, generation: Generation) -> int:
    """Folds the streams touched since each view's position again; one transaction. Returns the position.

    A view that cannot take an event stays where it was, with the reason beside it, and is tried again when
    the ledger has grown. Raises UnwritableError when another process holds the lock, or this one may only
    read.
    """
    if not _behind(generation.states().values(), store.head().position):
        return generation.reached()
    return without_faulty(lambda views, faults: _caught_up(store, generation, views, faults))


def _behind(states: Iterable[ViewState], head: int) -> bool:
    return any(state.position < head and _is_due(state, head) for state in states)


def _is_due(state: ViewState, head: int) -> bool:
    """A view that stopped is tried again once the ledger has grown: the event may be corrected by now."""
    return state.fault is None or parse_fault(state.fault).tried < head


def _caught_up(
    store: EventStore, generation: Generation, views: Sequence[ModuleType], faults: Sequence[ProjectionFault]
) -> int:
    with generation.writing():
        head = store.head().position
        # Asked again under the lock: another process may have caught up meanwhile.
        states = generation.states()
        due = [view for view in views if _is_due(states[view.NAME], head)]
        # A view that stopped lies behind the others: each is folded on from where it stands.
        for since in sorted({states[view.NAME].position for view in due}):
            together = [view for view in due if states[view.NAME].position == since]
            _fold_touched(store, generation, together, since, head)
        generation.set_state(due, head, leaf_at(store, head))
        set_faults(generation, faults, head)
    return generation.reached()


def _fold_touched(
    store: EventStore, generation: Generation, views: Sequence[ModuleType], since: int, head: int
) -> None:
    folding = Projector(generation, views=views)
    touched = store.streams_between(since, head)
    for view in views:
        streams = [stream for stream in touched if kind_of(stream) == view.KIND]
        for table in view.TABLES if streams else ():
            generation.delete(table, streams)
    for stream in touched:
        # Not beyond the head that was read under the lock: what came later waits for the next time.
        folding.fold(stream, store.rows(stream, head))
    folding.flush(force=True)


class Difference(NamedTuple):
    """A row that stands only on one side of a comparison."""

    view: str
    table: str
    side: str
    row: Values


def verify(
    store: EventStore, generation: Generation, progress: Progress | None = None
) -> tuple[int, list[Difference]]:
    """Folds aside at the views' position and compares row by row. Returns the position and differences.

    The rows folded aside lie in a file of its own, and both sides are read in order of their keys: memory
    does not grow with the ledger.
    """
    with generation.snapshot(), tempfile.TemporaryDirectory(prefix="jejak-") as folder:
        position = generation.reached()
        stopped = {state.name for state in generation.states().values() if state.fault}
        views = [view for view in VIEWS if view.NAME not in stopped]
        aside = SqliteGenerationStore(Path(folder))
        with aside.part("aside", 0) as fresh:
            Projector(fresh, views=views).fold_all(rows_for(views, store, position, progress=progress))
        with aside.folded("aside", 0) as fresh:
            found = [
                Difference(view.NAME, table.name, side, row)
                for view in views
                for table in view.TABLES
                for side, row in _differences(generation, fresh, table)
            ]
    return position, found


def _differences(stored: Generation, fresh: Generation, table: Table) -> Iterator[tuple[str, Values]]:
    """Rows that stand on one side alone, in the order of their keys."""
    left, right = stored.by_key(table), fresh.by_key(table)
    one, other = next(left, None), next(right, None)
    while one is not None or other is not None:
        if one == other:
            one, other = next(left, None), next(right, None)
        # Of two rows with the same key the stored one is told first, then the folded one.
        elif other is None or (one is not None and one[0] <= other[0]):
            assert one is not None
            yield "stored", one[1]
            one = next(left, None)
        else:
            yield "folded", other[1]
            other = next(right, None)
