"""The rows of a generation, and the house's queries over it."""

from __future__ import annotations

from contextlib import closing
from typing import Any

from ledger.store import Store
from projections.generation import Generation, Shelf
from projections.open import Views
from projections.views import VIEWS

Tables = dict[str, list[tuple[Any, ...]]]


def tables(generation: Generation) -> Tables:
    """Every row of every view."""
    return {table.name: generation.rows(table) for view in VIEWS for table in view.TABLES}


def all_rows(shelf: Shelf) -> Tables:
    """Every row of today's generation."""
    found = shelf.today()
    assert found is not None
    with closing(found):
        return tables(found)


def over(generation: Generation, store: Store, workspace: Any = None) -> Views:
    """The views as queries take them, on these rows."""
    return Views(generation.queries(), store, workspace, store.head().position)
