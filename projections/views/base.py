"""What all views share: one catalogue of tables, and the shape of a fold."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import Boolean, Column, Integer, MetaData, String, Table

from jejak_i18n import fields

metadata = MetaData()
"""All tables of a generation. Every table begins with `stream`, the stream that its rows are folded from."""

Put = Callable[[tuple[Any, ...]], None]
"""Takes one row of one table, all columns in order."""


def table(name: str, *columns: Column[Any], key: tuple[str, ...] = ()) -> Table:
    """A table of a view; `key` are the columns that, with `stream`, are unique."""
    stream = Column("stream", String, primary_key=True)
    for column in columns:
        column.primary_key = column.name in key
    # Rows come in order of their stream: clustered by it they need no second tree.
    return Table(name, metadata, stream, *columns, sqlite_with_rowid=False)


def text(name: str, label: str = "", *, index: bool | None = None) -> Column[str]:
    """A column of text; `label` is what replays call it, where no event has a field of its name."""
    return Column(_labelled(name, label), String, index=index)


def number(name: str, label: str = "") -> Column[int]:
    """A column of whole numbers."""
    return Column(_labelled(name, label), Integer)


def flag(name: str, label: str = "") -> Column[bool]:
    """A column of yes or no."""
    return Column(_labelled(name, label), Boolean)


def _labelled(name: str, label: str) -> str:
    if label:
        fields.describe_column(name, label)
    return name
