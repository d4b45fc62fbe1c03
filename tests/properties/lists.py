"""The rows of a generation, and the house's queries over any connection that holds one."""

from __future__ import annotations

import sqlite3
from typing import Any

from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

from ledger.store import Store
from projections import generation
from projections.open import Views
from projections.views import VIEWS

Tables = dict[str, list[tuple[Any, ...]]]


def tables(raw: sqlite3.Connection) -> Tables:
    """Every row of every view."""
    return {table.name: generation.rows_of(raw, table) for view in VIEWS for table in view.TABLES}


def over(raw: sqlite3.Connection, store: Store, workspace: Any = None) -> Views:
    """The views as queries take them, on these rows."""
    made = create_engine("sqlite://", creator=lambda: raw, poolclass=StaticPool)
    return Views(made.connect(), store, workspace, store.head().position)
