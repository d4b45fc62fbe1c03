"""Fresh pairs of logs on either database: the library's own and ours, with the same durability."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from eventsourcing.persistence import ApplicationRecorder
from eventsourcing.sqlite import SQLiteApplicationRecorder

from ledger.ports.append import Recorder
from ledger.sqlite import recorder
from tools.server import database


class Pair(NamedTuple):
    """Two empty logs; `calls` is how many events the library takes in one call without getting stuck."""

    library: ApplicationRecorder
    ours: Recorder
    calls: int


Pairs = Callable[[], contextlib.AbstractContextManager[Pair]]
"""Makes a pair for as long as a block runs."""
LIBRARY_CALL = 500
"""On PostgreSQL a large call of the library can wait for ever, as its pipeline fills both buffers."""


def files(folder: Path) -> Pairs:
    """Pairs of SQLite files in a folder."""

    @contextlib.contextmanager
    def pair() -> Iterator[Pair]:
        with (
            TemporaryDirectory(dir=folder, ignore_cleanup_errors=True) as name,
            contextlib.ExitStack() as stack,
        ):
            stores = [recorder.Datastore(str(Path(name) / f"{one}.db")) for one in ("library", "ours")]
            for store in stores:
                stack.callback(store.close)
            library, ours = SQLiteApplicationRecorder(stores[0]), recorder.SqliteRecorder(stores[1])
            library.create_table()
            ours.create_table()
            yield Pair(library, ours, 10**9)

    return pair


def databases(server: str) -> Pairs:
    """Pairs of databases on a server."""

    @contextlib.contextmanager
    def pair() -> Iterator[Pair]:
        with database(server) as one, database(server) as other, contextlib.ExitStack() as stack:
            library, ours = _library(one), _ours(other)
            stack.callback(library.datastore.close)
            stack.callback(ours.close)
            yield Pair(library, ours, LIBRARY_CALL)

    return pair


def _library(url: str) -> Any:
    """The library's recorder as its documentation sets it up, with text ids as ours."""
    from eventsourcing.postgres import PostgresApplicationRecorder, PostgresDatastore
    from psycopg.conninfo import conninfo_to_dict

    parts = {name: str(value) for name, value in conninfo_to_dict(url).items() if value}
    dbname, host, port = parts["dbname"], parts.get("host", ""), parts.get("port", "")
    user, password = parts.get("user", ""), parts.get("password", "")
    store = PostgresDatastore(dbname, host, port, user, password, originator_id_type="text", pool_size=1)
    recorder = PostgresApplicationRecorder(store)
    recorder.create_table()
    return recorder


def _ours(url: str) -> Recorder:
    from ledger.postgres.recorder import Datastore, PostgresRecorder

    recorder = PostgresRecorder(Datastore(url))
    recorder.create_table()
    return recorder
