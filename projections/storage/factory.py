"""Where the views of a workspace lie: in its folder, or in the database of its ledger."""

from __future__ import annotations

from ledger.event_store import is_url
from ledger.factory import require_postgres_extra
from ledger.workspace.workspace import Workspace
from projections.storage.generation import GenerationStore
from projections.storage.sqlite import SqliteGenerationStore


def generation_store_of(workspace: Workspace) -> GenerationStore:
    """The views lie where the ledger lies: those who share it share them."""
    place = workspace.place
    if not is_url(place):
        return SqliteGenerationStore(workspace.views)
    with require_postgres_extra():
        from projections.storage.postgres import PostgresGenerationStore

        return PostgresGenerationStore(str(place))
