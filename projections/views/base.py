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


COMMON = {
    "stream": "aliran peristiwa yang menjadi asal baris ini",
    "region": "daerah, dengan empat angka kodenya",
    "stands": "ya bila fakta pendirinya berlaku; tidak bila dibatalkan",
    "code": "kode yang dipakai orang",
    "facts": "semua yang dibaca aturan lomba, sebagai JSON",
}
"""What columns say that stand in many tables and are no field of an event."""


def table(name: str, *columns: Column[Any], key: tuple[str, ...] = (), about: str = "") -> Table:
    """A table of a view; `key` are the columns that, with `stream`, are unique; `about` what a row is."""
    stream = Column("stream", String, primary_key=True, info={"meaning": COMMON["stream"]})
    for column in columns:
        column.primary_key = column.name in key
    # Rows come in order of their stream: clustered by it they need no second tree.
    return Table(name, metadata, stream, *columns, sqlite_with_rowid=False, info={"about": about})


def text(name: str, label: str = "", *, index: bool | None = None, meaning: str = "") -> Column[str]:
    """A column of text; `label` is what replays call it, where no event has a field of its name.

    `meaning` is what the data dictionary says of it, where its name says something else elsewhere.
    """
    return Column(_labelled(name, label), String, index=index, info=_info(name, meaning))


def number(name: str, label: str = "", *, meaning: str = "") -> Column[int]:
    """A column of whole numbers."""
    return Column(_labelled(name, label), Integer, info=_info(name, meaning))


def flag(name: str, label: str = "", *, meaning: str = "") -> Column[bool]:
    """A column of yes or no."""
    return Column(_labelled(name, label), Boolean, info=_info(name, meaning))


def _info(name: str, meaning: str) -> dict[str, str]:
    return {"meaning": meaning or COMMON.get(name, "")}


def _labelled(name: str, label: str) -> str:
    if label:
        fields.describe_column(name, label)
    return name
