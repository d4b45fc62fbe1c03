"""The first rows of a list as Jejak understood them."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from domain.sheets.innovation import INNOVATION, NOTE
from importers.reading.book import Book, Row
from jejak_i18n import formatting, labels

ROWS = 5


class Understood(Struct, frozen=True):
    """One innovation of the list: its cell, and what was read, by the columns of the sheets."""

    cell: str
    title: str
    values: dict[str, str]


def preview(book: Book, rows: int = ROWS) -> list[Understood]:
    """The first innovations of a list with all that they would record."""
    by_key: dict[str, list[Row]] = {}
    for row in book.rows:
        key = str(row.values.get("innovation") or row.key)
        by_key.setdefault(key, []).append(row)
    found = [row for row in book.rows if row.sheet is INNOVATION][:rows]
    return [_understood(row, by_key[row.key]) for row in found]


def _understood(row: Row, all_rows: list[Row]) -> Understood:
    values: dict[str, str] = {}
    for one in all_rows:
        if one.sheet is NOTE:
            values[f"{NOTE.name} {one.values['heading']}"] = str(one.values["remark"])
            continue
        for column in one.sheet.columns:
            if column.field in one.values and column.field not in ("title", "innovation", "kind"):
                label = f"{one.sheet.name} {column.label}" if one.sheet is not INNOVATION else column.label
                values[label] = _shown(one.values[column.field], column.kind, column.group)
        if one.sheet.name in ("Uji Coba", "Penerapan") and "occurred" not in one.values:
            values[one.sheet.name] = "✓"
    return Understood(str(row.cell("title")), str(row.values.get("title") or ""), values)


def _shown(value: Any, kind: str, group: str | None) -> str:
    if isinstance(value, list):
        return "; ".join(_shown(one, kind, group) for one in value)
    if kind == "date":
        return formatting.date(str(value))
    if kind == "decimal":
        return formatting.figure(value)
    return labels.label_of(group, str(value)) if group else " ".join(str(value).split())
