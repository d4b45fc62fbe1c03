"""The rows of a generation, and the house's queries over it."""

from __future__ import annotations

from contextlib import closing
from typing import Any

from ledger.event_store import EventStore
from projections.read_session import ReadSession
from projections.storage.generation import Generation, GenerationStore
from projections.views import VIEWS

Tables = dict[str, list[tuple[Any, ...]]]


def tables(generation: Generation) -> Tables:
    """Every row of every view."""
    return {table.name: generation.rows(table) for view in VIEWS for table in view.TABLES}


def all_rows(generations: GenerationStore) -> Tables:
    """Every row of today's generation."""
    found = generations.today()
    assert found is not None
    with closing(found):
        return tables(found)


def over(
    generation: Generation,
    store: EventStore,
    workspace: Any = None,
    *,
    as_of: str | None = None,
    known_at: str | None = None,
) -> ReadSession:
    """The views as queries take them, on these rows."""
    position = store.head().position
    return ReadSession(generation.queries(), store, workspace, position, as_of=as_of, known_at=known_at)
