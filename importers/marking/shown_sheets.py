"""The sheets of a failing workbook as tables for a screen: the rows with wrong cells, and those around."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from xlsxwriter.utility import xl_col_to_name

from importers.problems import Cell, ImportProblems
from importers.reading.workbook import open_workbook, table_of
from jejak_i18n import formatting

AROUND = 1
"""Rows shown above and below one with a wrong cell."""
MOST = 60
"""Rows shown of one sheet; the marked copy has all."""
LONGEST = 80
"""Characters of a cell."""
WIDEST = 60
"""Columns shown of one sheet."""


class ShownCell(NamedTuple):
    """A cell: its place (`D17`), its text, and whether it is wrong."""

    ref: str
    text: str
    wrong: bool


class ShownRow(NamedTuple):
    """A row with its number; `after_gap` where rows before it are left out."""

    number: int
    cells: list[ShownCell]
    after_gap: bool


class ShownSheet(NamedTuple):
    """A sheet that has wrong cells; `more` counts the rows with wrong cells that are left out."""

    name: str
    columns: list[str]
    rows: list[ShownRow]
    more: int


def shown_sheets(path: Path, wrong: Collection[Cell]) -> list[ShownSheet]:
    """The sheets with wrong cells, in the order of the workbook; none of a file that cannot be read."""
    refs: dict[str, set[str]] = {}
    for cell in wrong:
        refs.setdefault(cell.sheet, set()).add(cell.ref)
    try:
        workbook, _facts = open_workbook(path)
        names = [name for name in workbook.sheet_names if name in refs]
        tables = {name: table_of(workbook, name, path) for name in names}
    except ImportProblems:
        return []
    return [one for name in names if (one := _sheet(name, tables[name], refs[name])) is not None]


def _sheet(name: str, table: list[list[object]], refs: Collection[str]) -> ShownSheet | None:
    numbers = sorted({_number(ref) for ref in refs if 0 < _number(ref) <= len(table)})
    if not numbers:
        return None
    kept = list(_kept(numbers[:MOST], len(table)))
    shown = _columns([table[number - 1] for number in kept[1:]], kept[1:], refs)
    rows = []
    for at, number in enumerate(kept):
        gap = at > 0 and kept[at - 1] != number - 1
        rows.append(ShownRow(number, _cells(table[number - 1], number, shown, refs), gap))
    return ShownSheet(name, [xl_col_to_name(at) for at in shown], rows, len(numbers[MOST:]))


def _columns(rows: list[list[object]], numbers: list[int], refs: Collection[str]) -> list[int]:
    """The columns that say something in these rows, or are wrong there."""

    def speaks(at: int) -> bool:
        if any(_text(row[at]) for row in rows if at < len(row)):
            return True
        return any(f"{xl_col_to_name(at)}{number}" in refs for number in numbers)

    width = max((len(row) for row in rows), default=0)
    return [at for at in range(width) if speaks(at)][:WIDEST]


def _kept(numbers: list[int], last: int) -> Iterator[int]:
    """The heading, the rows with wrong cells and those around them."""
    around = {one for number in numbers for one in range(number - AROUND, number + AROUND + 1)}
    yield 1
    yield from sorted(one for one in around if 1 < one <= last)


def _cells(row: list[object], number: int, shown: list[int], refs: Collection[str]) -> list[ShownCell]:
    found = []
    for at in shown:
        ref = f"{xl_col_to_name(at)}{number}"
        found.append(ShownCell(ref, _text(row[at]) if at < len(row) else "", ref in refs))
    return found


def _number(ref: str) -> int:
    return int("".join(filter(str.isdigit, ref)) or 0)


def _text(value: object) -> str:
    if isinstance(value, datetime | date):
        return formatting.date(value.isoformat()[:10])
    if isinstance(value, float):
        return formatting.figure(value)
    text = " ".join(str(value).split())
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
