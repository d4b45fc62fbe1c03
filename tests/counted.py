"""Connections that note what they ask of the database, and workspaces whose desk asks through them."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from ledger.event_store import EventStore
from ledger.factory import open_recorder
from ledger.ports.reading import is_url
from ledger.postgres.reading import PostgresReadConnection
from ledger.postgres.vault import PostgresVault
from ledger.sqlite.reading import SqliteReadConnection
from ledger.sqlite.vault import VaultFile
from ledger.workspace.workspace import Workspace, zone_of
from ledger.write.command_handler import CommandHandler

VAULT = "the vault"
Values = tuple[Any, ...]


class Asked:
    """A desk whose questions are counted: those of deciding, and those to the vault."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.questions: list[str] = []
        self.store = counting(EventStore(workspace.place), self.questions)
        workspace.__dict__["vault"] = _vault(workspace, self.questions)
        self.command_handler = CommandHandler(
            open_recorder(workspace.place), self.store, workspace.operator, zone_of
        )

    def close(self) -> None:
        self.store.close()
        self.command_handler.recorder.close()


def counting(store: EventStore, questions: list[str]) -> EventStore:
    """The same store on a connection that notes what it is asked."""

    class OfSqlite(SqliteReadConnection):
        def all(self, sql: str, values: Values = ()) -> list[tuple[Any, ...]]:
            questions.append(sql)
            return super().all(sql, values)

    class OfPostgres(PostgresReadConnection):
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
