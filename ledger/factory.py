"""Which database a ledger lies in, and what is opened there. PostgreSQL is imported only when it is named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from domain.base import reason
from ledger import clock
from ledger.errors import EnvironmentFault, NoLedgerError
from ledger.event_store import EventStore, is_url
from ledger.ports.append import Recorder
from ledger.ports.subscription import PollingSubscription, Subscription
from ledger.ports.vault import Vault
from ledger.sqlite.recorder import Datastore, SqliteRecorder
from ledger.sqlite.vault import VaultFile

Place = Path | str
"""A ledger file, or the URL of a database on PostgreSQL."""
VAULT = "vault.db"


@contextmanager
def require_postgres_extra() -> Iterator[None]:
    """Says what is missing where Jejak was installed without PostgreSQL."""
    try:
        yield
    except ImportError as error:
        if (error.name or "").partition(".")[0] not in ("psycopg", "psycopg_pool"):
            raise
        raise EnvironmentFault(
            reason("This installation of Jejak cannot speak to PostgreSQL."),
            reason("Install it with: pip install --require-hashes -r requirements-postgres.lock"),
        ) from error


def open_store(place: Place) -> EventStore:
    """A read-only view of a ledger."""
    with require_postgres_extra():
        return EventStore(place)


def open_recorder(place: Place, now: clock.Clock = clock.now) -> Recorder:
    """The append section of a ledger."""
    if not is_url(place):
        return SqliteRecorder(Datastore(str(place)), now=now)
    with require_postgres_extra():
        from ledger.postgres import recorder

        return recorder.PostgresRecorder(recorder.Datastore(str(place)), now=now)


def open_subscription(place: Place) -> Subscription:
    """What waits for a ledger to grow."""
    if not is_url(place):
        return PollingSubscription()
    with require_postgres_extra():
        from ledger.postgres.subscription import subscribe

        return subscribe(str(place))


def open_vault(place: Place) -> Vault:
    """The vault that goes with a ledger: a file beside it, or a schema of its database."""
    if not is_url(place):
        return VaultFile(Path(place).with_name(VAULT))
    with require_postgres_extra():
        from ledger.postgres.vault import PostgresVault

        return PostgresVault(str(place))


def create_tables(place: Place) -> None:
    """Makes the tables of a ledger and its vault where they are missing, or brings them up to date."""
    recorder = open_recorder(place)
    recorder.create_table()
    recorder.close()
    open_vault(place).create()


def exists(place: Place) -> bool:
    """True when a ledger of this release lies there. Raises EnvironmentFault when nobody can say."""
    if not is_url(place):
        return Path(place).exists()
    try:
        open_store(place).close()
    except NoLedgerError:
        return False
    return True


def without_password(url: str) -> str:
    """A URL that may stand in a file: the password comes from ~/.pgpass or PGPASSWORD."""
    url = re.sub(r"^(\w+://[^:/@?]*):[^@/?]*@", r"\1@", url)
    return re.sub(r"([?&])password=[^&]*&?", r"\1", url).rstrip("?&")
