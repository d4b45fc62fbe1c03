"""Where the views of a workspace lie: in its folder, or in the database of its ledger."""

from __future__ import annotations

from ledger.database import extra
from ledger.store import is_url
from ledger.workspace import Workspace
from projections.files import FileShelf
from projections.generation import Shelf


def shelf_of(workspace: Workspace) -> Shelf:
    """The views lie where the ledger lies: those who share it share them."""
    place = workspace.place
    if not is_url(place):
        return FileShelf(workspace.views)
    with extra():
        from projections.postgres import PostgresShelf

        return PostgresShelf(str(place))
