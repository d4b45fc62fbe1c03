"""Rows as a dry run tells them: with the values as they were understood."""

from __future__ import annotations

from typing import Any

from domain.sheets.registry import FOUNDING
from domain.sheets.sheet import Column
from importers.reading.book import Row
from importers.recording.report import Change, Importing, ToldRow
from importers.recording.shown import shown

TYPED = ("ceremony", "evidence", "file", "missions")
"""Kinds of cells that name a row of another sheet, or a file."""


def told_row(importing: Importing, row: Row, change: Change, values: dict[str, Any]) -> ToldRow:
    """A row as a dry run tells it; of personal data only that there is some."""
    told = {
        column.label: _told(importing, row, column, values[column.field])
        for column in row.sheet.columns
        if column.field in values
    }
    cell = row.cell() if change == "new" else row.cell(next(iter(values), None))
    # The key of a row of a list is made from it: it tells nobody anything.
    key = row.key if row.place is None else ""
    return ToldRow(cell, row.sheet.name, key, change, told)


def _told(importing: Importing, row: Row, column: Column, value: Any) -> str:
    """A value as it was understood; what names another row is told as it was typed."""
    if column.personal:
        return "…"
    if column.kind in TYPED or column.ref not in (None, "unit"):
        typed = row.values.get(column.field, value)
        parts = typed if isinstance(typed, list) else [typed]
        return "; ".join(_with_title(importing, column, str(part)) for part in parts)
    return shown(column, value, importing.resolver, importing.decision.unit_of_work)


def _with_title(importing: Importing, column: Column, key: str) -> str:
    """A key with the title of the row that it names, where that is in the file."""
    for sheet in FOUNDING.get(column.ref or "", ()):
        named = importing.resolver.by_key.get((sheet, key))
        if named and (title := named.values.get("title")):
            return str(title) if named.place is not None else f"{key} ({title})"
    return key
