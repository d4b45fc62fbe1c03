"""A list as a workbook in official form: title, notes, frozen header, filters, widths, A4 landscape."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from math import ceil
from pathlib import Path
from typing import Any, NamedTuple

from xlsxwriter.utility import xl_col_to_name

from exporters.excel.workbook import LINE_POINTS, MARGIN, TALLEST, book, cell

WIDEST = 60
HEAD_ROW = 4


class ListSheet(NamedTuple):
    """One sheet: a title, notes under it, headings and rows. Numbers stay numbers, all else is text."""

    name: str
    title: str
    notes: Sequence[str]
    headings: Sequence[str]
    rows: Sequence[Sequence[Any]]


def write(path: Path, sheets: Sequence[ListSheet]) -> None:
    """Writes the workbook whole or not at all; equal lists give equal bytes. Text is never a formula."""
    with book(path, sheets[0].title) as made:
        formats = _formats(made.inner)
        for sheet in sheets:
            _sheet(made.inner.add_worksheet(sheet.name[:31]), sheet, formats)


def _formats(inner: Any) -> dict[str, Any]:
    base = {"font_name": "Arial", "font_size": 10, "valign": "top"}
    line = {**base, "border": 1, "border_color": "#BFBFBF"}
    return {
        "title": inner.add_format({**base, "bold": True, "font_size": 14}),
        "note": inner.add_format({**base, "font_color": "#595959", "text_wrap": True}),
        "head": inner.add_format({**line, "bold": True, "bg_color": "#1F4E79", "font_color": "#FFFFFF"}),
        "text": inner.add_format(
            {**line, "num_format": "@", "text_wrap": True, "align": "left", "indent": 1}
        ),
        "count": inner.add_format({**line, "align": "center"}),
        "number": inner.add_format({**line, "num_format": "#,##0"}),
        "points": inner.add_format(line),
    }


def _sheet(page: Any, sheet: ListSheet, formats: dict[str, Any]) -> None:
    page.write_string(0, 0, sheet.title, formats["title"])
    widths = _widths(sheet)
    for at, note in enumerate(sheet.notes[: HEAD_ROW - 2], 1):
        # Over the whole table: what runs beyond it is not printed.
        page.merge_range(at, 0, at, len(sheet.headings), "", formats["note"])
        page.write_string(at, 0, note, formats["note"])
        page.set_row(at, _height([note], [sum(widths)]))
    for at, heading in enumerate(("No.", *sheet.headings)):
        page.write_string(HEAD_ROW - 1, at, heading, formats["head"])
    for number, row in enumerate(sheet.rows, 1):
        # Programs that print without opening the sheet do not grow rows by themselves.
        page.set_row(HEAD_ROW - 1 + number, _height(row, widths[1:]))
        page.write_number(HEAD_ROW - 1 + number, 0, number, formats["count"])
        for at, value in enumerate(row, 1):
            _cell(page, HEAD_ROW - 1 + number, at, value, formats)
    last = max(HEAD_ROW, HEAD_ROW - 1 + len(sheet.rows))
    page.autofilter(HEAD_ROW - 1, 0, last, len(sheet.headings))
    page.freeze_panes(HEAD_ROW, 1)
    for at, width in enumerate(widths):
        page.set_column(at, at, width)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(HEAD_ROW - 1)
    page.print_area(f"A1:{xl_col_to_name(len(sheet.headings))}{last + 1}")
    page.set_footer("&L&A&RHalaman &P dari &N")


def _cell(page: Any, row: int, at: int, value: Any, formats: dict[str, Any]) -> None:
    if isinstance(value, Decimal):
        cell(page, row, at, float(value), formats["points"])
    elif isinstance(value, int | float) and not isinstance(value, bool):
        cell(page, row, at, value, formats["number"])
    else:
        cell(page, row, at, "" if value is None else str(value), formats["text"])


def _height(row: Sequence[Any], widths: Sequence[float]) -> float:
    """Room for the cell with the most lines, as wrapped at the width of its column."""
    lines = max(
        sum(max(1, ceil(len(line) / width)) for line in str(value or "").split("\n"))
        for value, width in zip(row, widths, strict=True)
    )
    return min(TALLEST, lines * LINE_POINTS + MARGIN)


def _widths(sheet: ListSheet) -> list[float]:
    columns = [("No.", 5)]
    for at, heading in enumerate(sheet.headings):
        lines = (line for row in sheet.rows for line in str(row[at] or "").split("\n"))
        longest = max(map(len, lines), default=0)
        columns.append((heading, min(WIDEST, max(len(heading) + 4, longest + 4))))
    return [width for _heading, width in columns]
