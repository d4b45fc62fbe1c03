"""A list as a workbook in official form: title, notes, frozen header, filters, widths, A4 landscape."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from xlsxwriter.utility import xl_col_to_name

from exporters.excel.workbook import (
    BY_VALUE,
    GREY,
    LIST_HEAD,
    Cell,
    Column,
    Page,
    TableStyle,
    Workbook,
    book,
    filled_lines,
    set_widths,
    table,
    wide,
)

NUMBER_WIDTH, WIDEST = 5, 60
"""Widths in characters: of the column that numbers the rows, and the widest of all."""
HEAD_ROW = 4
STYLE = TableStyle(LIST_HEAD, filled_lines, tall_head=False)
WRAPPED = TableStyle(LIST_HEAD, tall_head=False)
"""Of a list with widths of its own, whose texts wrap between words."""


class ListSheet(NamedTuple):
    """One sheet: a title, notes under it, headings and rows. Numbers stay numbers, all else is text.

    `widths` are those of the headings in characters; without them a column is as wide as its longest line.
    """

    name: str
    title: str
    notes: Sequence[str]
    headings: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    widths: Sequence[float] | None = None


def write(path: Path, sheets: Sequence[ListSheet]) -> None:
    """Writes the workbook whole or not at all; equal lists give equal bytes. Text is never a formula."""
    with book(path, sheets[0].title) as made:
        for sheet in sheets:
            _write_sheet(made, made.page(sheet.name[:31], narrow_margins=False), sheet)


def _write_sheet(made: Workbook, page: Page, sheet: ListSheet) -> None:
    columns = _columns(sheet)
    widths = [column.width for column in columns]
    page.write_string(0, 0, sheet.title, made.look(bold=True, font_size=14))
    for at, note in enumerate(sheet.notes[: HEAD_ROW - 2], 1):
        # Over the whole table: what runs beyond it is not printed.
        wide(made, page, at, note, widths, lines=filled_lines, font_color=GREY)
    rows = [(number, *map(_filled, row)) for number, row in enumerate(sheet.rows, 1)]
    style = WRAPPED if sheet.widths else STYLE
    last = max(HEAD_ROW, table(made, page, HEAD_ROW - 1, columns, rows, style=style) - 1)
    page.autofilter(HEAD_ROW - 1, 0, last, len(sheet.headings))
    page.freeze_panes(HEAD_ROW, 1)
    set_widths(page, widths)
    page.repeat_rows(HEAD_ROW - 1)
    page.print_area(f"A1:{xl_col_to_name(len(sheet.headings))}{last + 1}")


def _filled(value: Cell) -> Cell:
    """A list has no empty cells: filters would take them for another kind of value."""
    return "" if value is None else value


def _columns(sheet: ListSheet) -> list[Column]:
    columns = [Column("No.", NUMBER_WIDTH, "ordinal")]
    if sheet.widths:
        widths = zip(sheet.headings, sheet.widths, strict=True)
        return [*columns, *(Column(heading, width, BY_VALUE) for heading, width in widths)]
    for at, heading in enumerate(sheet.headings):
        lines = (line for row in sheet.rows for line in str(row[at] or "").split("\n"))
        longest = max(map(len, lines), default=0)
        columns.append(Column(heading, min(WIDEST, max(len(heading), longest) + 4), BY_VALUE))
    return columns
