"""Catch up, rebuild, verify and as-of: four uses of one law (`ledger.reader`)."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import msgspec

from domain.base import Fact
from domain.streams import kind_of
from ledger import reader
from ledger.codec import CODEC, Codec, Row
from ledger.errors import UndecodableError
from ledger.store import Store
from projections import generation
from projections.views import VIEWS

BATCH = 2000
ZoneOf = Callable[[str], ZoneInfo]
RawRow = tuple[int, str, int, str, bytes, str]


class Folder:
    """Folds streams into the tables of a generation, in batches."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        *,
        views: Iterable[ModuleType] = VIEWS,
        day: int | None = None,
        zone_of: ZoneOf | None = None,
        codec: Codec = CODEC,
    ) -> None:
        self.connection, self.day, self.zone_of, self.codec = connection, day, zone_of, codec
        self.streams = self.events = 0
        self._batches: list[tuple[str, list[tuple[Any, ...]]]] = []
        self._folds: dict[str, list[tuple[ModuleType, tuple[Any, ...]]]] = {}
        for view in views:
            puts = []
            for table in view.TABLES:
                batch: list[tuple[Any, ...]] = []
                self._batches.append((generation.insert_statement(table), batch))
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
            view.fold(stream, founding, facts, puts)
        if not self.streams % 64:
            self.flush()

    def _life(self, stream: str, rows: Sequence[RawRow]) -> tuple[Fact[Any] | None, list[Fact[Any]]]:
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

    def _lean(self, rows: Sequence[RawRow]) -> list[Fact[Any]] | None:
        """The facts straight from their bytes; None when marks or old versions need the long way."""
        decoders = self.codec.lean
        facts = []
        for position, _, version, topic, state, at in rows:
            decode = decoders.get(topic)
            if decode is None:
                return None
            try:
                fact = decode(state)
            except msgspec.MsgspecError as error:
                raise UndecodableError(position, topic, str(error)) from error
            fact.position = position
            fact.version = version
            fact.recorded_at = at
            facts.append(fact)
        return facts

    def _zone(self, stream: str) -> ZoneInfo | None:
        return self.zone_of(stream) if self.zone_of and self.day is not None else None

    def flush(self, *, force: bool = False) -> None:
        """Writes full batches, or all of them."""
        for statement, batch in self._batches:
            if batch and (force or len(batch) >= BATCH):
                self.connection.executemany(statement, batch)
                batch.clear()


class Rebuilt(NamedTuple):
    """A finished rebuild."""

    path: Path
    position: int
    streams: int
    events: int


def leaf_at(store: Store, position: int) -> bytes:
    """The proof leaf of the event at a position: tells whose ledger a view was folded from."""
    return store.leaf(position)


def rebuild(store: Store, folder: Path) -> Rebuilt:
    """Folds everything into a new generation and switches to it; readers see the old one until then."""
    path = generation.new_path(folder)
    position = store.head().position
    with generation.building(path) as connection:
        folding = Folder(connection)
        folding.fold_all(store.all_rows(known=position))
        generation.set_state(connection, VIEWS, position, leaf_at(store, position))
    generation.switch(folder, path)
    return Rebuilt(path, position, folding.streams, folding.events)


def private(
    store: Store, *, known: int, day: int | None, zone_of: ZoneOf | None, prefix: str = ""
) -> sqlite3.Connection:
    """A generation in memory: what was known at a position, about a day where one is given."""
    with generation.building(None) as connection:
        Folder(connection, day=day, zone_of=zone_of).fold_all(store.all_rows(known=known, prefix=prefix))
        generation.set_state(connection, VIEWS, known, leaf_at(store, known))
    return connection


def usable(connection: sqlite3.Connection, store: Store) -> bool:
    """True when every view has today's version and was folded from this ledger."""
    try:
        known = generation.states(connection)
    except sqlite3.DatabaseError:
        return False
    wanted = {view.NAME: view.VERSION for view in VIEWS}
    if {name: state.version for name, state in known.items()} != wanted:
        return False
    return all(state.leaf == leaf_at(store, state.position) for state in known.values())


def catch_up(store: Store, connection: sqlite3.Connection) -> int:
    """Folds the streams touched since each view's position again; one transaction. Returns the position.

    Raises sqlite3.OperationalError when another process holds the lock.
    """
    head = store.head().position
    if min(state.position for state in generation.states(connection).values()) == head:
        return head
    connection.execute("BEGIN IMMEDIATE")
    try:
        since = min(state.position for state in generation.states(connection).values())
        head = store.head().position
        folding = Folder(connection)
        for stream in store.streams_between(since, head):
            generation.delete_rows(connection, generation.views_of(kind_of(stream)), stream)
            folding.fold(stream, list(store.rows(stream, head)))
        folding.flush(force=True)
        generation.set_state(connection, VIEWS, head, leaf_at(store, head))
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    return head


class Difference(NamedTuple):
    """A row that stands only on one side of a comparison."""

    view: str
    table: str
    side: str
    row: tuple[Any, ...]


def verify(store: Store, connection: sqlite3.Connection) -> tuple[int, list[Difference]]:
    """Folds aside at the view's position and compares row by row. Returns the position and differences."""
    connection.execute("BEGIN")
    try:
        position = min(state.position for state in generation.states(connection).values())
        fresh = private(store, known=position, day=None, zone_of=None)
        found = [
            Difference(view.NAME, table.name, side, row)
            for view in VIEWS
            for table in view.TABLES
            for side, row in _differences(connection, fresh, table)
        ]
        fresh.close()
    finally:
        connection.execute("ROLLBACK")
    return position, found


def _differences(
    stored: sqlite3.Connection, fresh: sqlite3.Connection, table: Any
) -> list[tuple[str, tuple[Any, ...]]]:
    left, right = generation.rows_of(stored, table), generation.rows_of(fresh, table)
    if left == right:
        return []
    only_left, only_right = set(left) - set(right), set(right) - set(left)
    return [("stored", row) for row in sorted(only_left, key=repr)] + [
        ("folded", row) for row in sorted(only_right, key=repr)
    ]
