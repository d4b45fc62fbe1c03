"""Which database a ledger lies in, and what is opened there. PostgreSQL is imported only when it is named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from domain.base import reason
from ledger import clock
from ledger.errors import EnvironmentFault, NoLedgerError
from ledger.growth import Growth, Polling
from ledger.section import Log
from ledger.sqlite import Datastore, SqliteLog
from ledger.store import Store, is_url
from ledger.vault import Vault, VaultFile

Place = Path | str
"""A ledger file, or the URL of a database on PostgreSQL."""
VAULT = "vault.db"


@contextmanager
def extra() -> Iterator[None]:
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


def open_store(place: Place) -> Store:
    """A read-only view of a ledger."""
    with extra():
        return Store(place)


def open_log(place: Place, now: clock.Clock = clock.now) -> Log:
    """The append section of a ledger."""
    if not is_url(place):
        return SqliteLog(Datastore(str(place)), now=now)
    with extra():
        from ledger import postgres

        return postgres.PostgresLog(postgres.Datastore(str(place)), now=now)


def open_growth(place: Place) -> Growth:
    """What waits for a ledger to grow."""
    if not is_url(place):
        return Polling()
    with extra():
        from ledger.postgres_growth import growth

        return growth(str(place))


def open_vault(place: Place) -> Vault:
    """The vault that goes with a ledger: a file beside it, or a schema of its database."""
    if not is_url(place):
        return VaultFile(Path(place).with_name(VAULT))
    with extra():
        from ledger.postgres_vault import PostgresVault

        return PostgresVault(str(place))


def make(place: Place) -> None:
    """Makes the tables of a ledger and its vault where they are missing, or brings them up to date."""
    log = open_log(place)
    log.create_table()
    log.close()
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
