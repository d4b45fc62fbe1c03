"""Connections that note what they ask of the database, and workspaces whose desk asks through them."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from ledger.database import open_log
from ledger.desk import Desk
from ledger.postgres_reading import PostgresReads
from ledger.postgres_vault import PostgresVault
from ledger.reads import is_url
from ledger.sqlite_reading import SqliteReads
from ledger.store import Store
from ledger.vault import VaultFile
from ledger.workspace import Workspace, zone_of

VAULT = "the vault"
Values = tuple[Any, ...]


class Asked:
    """A desk whose questions are counted: those of deciding, and those to the vault."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.questions: list[str] = []
        self.store = counting(Store(workspace.place), self.questions)
        workspace.__dict__["vault"] = _vault(workspace, self.questions)
        self.desk = Desk(open_log(workspace.place), self.store, workspace.operator, zone_of)

    def close(self) -> None:
        self.store.close()
        self.desk.log.close()


def counting(store: Store, questions: list[str]) -> Store:
    """The same store on a connection that notes what it is asked."""

    class OfSqlite(SqliteReads):
        def all(self, sql: str, values: Values = ()) -> list[tuple[Any, ...]]:
            questions.append(sql)
            return super().all(sql, values)

    class OfPostgres(PostgresReads):
        def all(self, sql: str, values: Values = ()) -> list[tuple[Any, ...]]:
            questions.append(sql)
            return super().all(sql, values)

    store.close()
    place = store.place
    store.reads = OfPostgres(str(place)) if is_url(place) else OfSqlite(Path(place))
    return store


def _vault(workspace: Workspace, questions: list[str]) -> VaultFile | PostgresVault:
    class OfFile(VaultFile):
        def _open(self) -> Any:
            questions.append(VAULT)
            return super()._open()

    class OfPostgres(PostgresVault):
        def _open(self) -> AbstractContextManager[Any]:
            questions.append(VAULT)
            return super()._open()

    made = workspace.vault
    return OfFile(made.path) if isinstance(made, VaultFile) else OfPostgres(str(workspace.place))
