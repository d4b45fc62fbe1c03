"""One innovation of a list, with what its cells say."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from importers.flat_list.grid import Grid, shown_text
from importers.flat_list.table import Table


@dataclass
class Record:
    """One innovation of the list: its rows, and what its cells say, by field of the map."""

    table: Table
    rows: list[int]
    values: dict[str, Any] = field(default_factory=dict)
    cells: dict[str, str] = field(default_factory=dict)
    notes: list[tuple[str, str, str]] = field(default_factory=list)
    """Heading, text and cell of what no field takes."""
    faulty: bool = False


def mark(grid: Grid, rows: list[int], column: int) -> str | None:
    """The first mark or word for nothing in the cells of a record."""
    return next((found for row in rows if (found := grid.mark(row, column))), None)


def joined(grid: Grid, rows: list[int], column: int) -> object:
    """What the cells of a record hold: one value, or different texts below each other."""
    found: list[object] = []
    for row in rows:
        value = grid.value(row, column)
        if value is not None and value not in found:
            found.append(value)
    if len(found) > 1:
        return "\n".join(shown_text(one).strip() for one in found)
    return found[0] if found else None
