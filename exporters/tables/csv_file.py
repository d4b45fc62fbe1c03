"""Rows as CSV: RFC 4180 in UTF-8, or as a spreadsheet with Indonesian settings opens it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

Cell = str | int | bool | None
_QUOTED = re.compile(r'[",;\r\n]')
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(path: Path, names: Sequence[str], rows: Iterable[Sequence[Cell]], *, sheet: bool) -> int:
    """Writes a table with its heading; returns how many rows.

    Nothing is recorded where a cell is empty; an empty text stands in quotes. With `sheet` the bytes begin
    with a mark of UTF-8, semicolons part the columns, and a text that a spreadsheet would compute has an
    apostrophe before it. Equal rows give equal bytes.
    """
    mark, between = ("\ufeff", ";") if sheet else ("", ",")
    count = 0
    with path.open("w", encoding="utf-8", newline="") as out:
        out.write(mark + between.join(names) + "\r\n")
        for row in rows:
            out.write(between.join(_text(cell, sheet) for cell in row) + "\r\n")
            count += 1
    return count


def _text(cell: Cell, sheet: bool) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, int):
        return str(cell)
    if sheet and cell.startswith(_FORMULA):
        cell = f"'{cell}"
    return '"' + cell.replace('"', '""') + '"' if not cell or _QUOTED.search(cell) else cell
