"""What workbooks share: written whole or not at all, equal bytes for equal input, pages that print."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from decimal import Decimal
from math import ceil
from pathlib import Path
from typing import NamedTuple, TypeAlias

import xlsxwriter
from xlsxwriter import format as formats
from xlsxwriter import worksheet as worksheets

from schemas.cell_limit import CELL_LIMIT

Property = str | int | float | bool
"""A property of a format, as xlsxwriter takes it."""
Look = dict[str, Property]
"""Properties of a format, such as `{"bold": True}`."""

Cell = str | int | float | Decimal | None
"""What stands in a cell: a number as a number, nothing as an empty cell, all else as text."""
Page: TypeAlias = worksheets.Worksheet
Format: TypeAlias = formats.Format

FIXED = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
LINE_POINTS, MARGIN = 12.75, 2.25
TALLEST = 409
TITLE_POINTS = 22
"""Heights in points: one line of text, what a row adds to them, the highest row in Excel, a title."""
A3, A4 = 8, 9
PAPERS = {"A4": A4, "F4": 14}
"""Excel's number of a paper; it knows F4 as Folio, 8.5 by 13 inches."""
GREY = "#595959"
BASE: Look = {"font_name": "Arial", "font_size": 10, "valign": "top"}
LINE: Look = {"border": 1, "border_color": "#BFBFBF"}
LIST_HEAD: Look = {"bold": True, "bg_color": "#1F4E79", "font_color": "#FFFFFF", **LINE}
HEAD = {**LIST_HEAD, "text_wrap": True}
KINDS: dict[str, Look] = {
    "text": {"num_format": "@", "text_wrap": True, "align": "left", "indent": 1},
    "center": {"num_format": "@", "text_wrap": True, "align": "center"},
    "count": {"num_format": "#,##0", "align": "center"},
    "points": {"num_format": "#,##0.00", "align": "right", "indent": 1},
    "ordinal": {"align": "center"},
    "number": {"num_format": "#,##0"},
    "decimal": {},
}
BY_VALUE = "by_value"
"""The kind of a column whose cells are `number`, `decimal` or `text` by what each holds."""


class Column(NamedTuple):
    """A column of a table: heading, width in characters, and one of `KINDS` or `BY_VALUE`."""

    heading: str
    width: float
    kind: str = "text"


def wrapped_lines(text: str, width: float) -> int:
    """How many lines a text takes, broken between words, in a column of a width in characters."""
    room = max(4, int(width) - 1)
    return sum(max(1, len(textwrap.wrap(line, room))) for line in text.split("\n"))


def filled_lines(text: str, width: float) -> int:
    """How many lines a text takes when each is filled to the last character."""
    return sum(max(1, ceil(len(line) / width)) for line in text.split("\n"))


class TableStyle(NamedTuple):
    """How a table is laid out: its headings, the lines that a text takes, whether headings grow."""

    head: Mapping[str, Property] = HEAD
    lines: Callable[[str, float], int] = wrapped_lines
    tall_head: bool = True


REPORT = TableStyle()


class Workbook:
    """An open workbook that makes each format once."""

    def __init__(self, inner: xlsxwriter.Workbook) -> None:
        self.inner = inner
        self._looks: dict[tuple[tuple[str, Property], ...], Format] = {}

    def look(self, **properties: Property) -> Format:
        """The format of these properties on top of the common ones."""
        wanted = {**BASE, **properties}
        key = tuple(sorted(wanted.items()))
        if key not in self._looks:
            self._looks[key] = self.inner.add_format(wanted)
        return self._looks[key]

    def page(
        self, name: str, *, paper: int = A4, landscape: bool = True, narrow_margins: bool = True
    ) -> Page:
        """A new sheet, one page wide, with its name and page numbers at the foot."""
        page = self.inner.add_worksheet(name)
        page.set_paper(paper)
        if landscape:
            page.set_landscape()
        if narrow_margins:
            page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        page.fit_to_pages(1, 0)
        page.set_footer("&L&A&RHalaman &P dari &N")
        return page


@contextmanager
def book(path: Path, title: str) -> Iterator[Workbook]:
    """A workbook that takes its place when it is whole; text in it is never a formula."""
    part = path.with_name(f".{path.name}.part")
    part.open("wb").close()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    inner = xlsxwriter.Workbook(str(part), options)
    try:
        inner.set_properties({"title": title, "created": FIXED})
        yield Workbook(inner)
        inner.close()
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def set_widths(page: Page, widths: Sequence[float]) -> None:
    """Gives each column its width in characters."""
    for at, width in enumerate(widths):
        page.set_column(at, at, width)


def heading(made: Workbook, page: Page, title: str, notes: Sequence[str], widths: Sequence[float]) -> int:
    """The title and the notes under it, wrapped over all columns; returns the first row after a gap."""
    page.write_string(0, 0, title, made.look(bold=True, font_size=14))
    page.set_row(0, TITLE_POINTS)
    for at, note in enumerate(notes, 1):
        wide(made, page, at, note, widths, font_color=GREY)
    return len(notes) + 2


def wide(
    made: Workbook,
    page: Page,
    row: int,
    text: str,
    widths: Sequence[float],
    *,
    lines: Callable[[str, float], int] = wrapped_lines,
    **properties: Property,
) -> None:
    """A text over all columns, as high as it needs."""
    look = made.look(text_wrap=True, **properties)
    page.merge_range(row, 0, row, len(widths) - 1, "", look)
    page.write_string(row, 0, text, look)
    page.set_row(row, height([text], [sum(widths)], lines))


def table(
    made: Workbook,
    page: Page,
    row: int,
    columns: Sequence[Column],
    rows: Sequence[Sequence[Cell]],
    looks: Sequence[Mapping[str, Property]] = (),
    style: TableStyle = REPORT,
) -> int:
    """A table with its headings; `looks` are extra properties by row. Returns the row after its last."""
    widths = [one.width for one in columns]
    for at, column in enumerate(columns):
        page.write_string(row, at, column.heading, made.look(**style.head))
    if style.tall_head:
        page.set_row(row, height([one.heading for one in columns], widths, style.lines))
    for number, values in enumerate(rows):
        # Programs that print without opening the sheet do not grow rows by themselves.
        page.set_row(row + 1 + number, height(values, widths, style.lines))
        extra = looks[number] if looks else {}
        for at, (column, value) in enumerate(zip(columns, values, strict=True)):
            look = made.look(**LINE, **KINDS[_kind(column, value)], **extra)
            cell(page, row + 1 + number, at, value, look)
    return row + 1 + len(rows)


def _kind(column: Column, value: Cell) -> str:
    if column.kind != BY_VALUE:
        return column.kind
    if isinstance(value, Decimal):
        return "decimal"
    return "number" if isinstance(value, int | float) else "text"


def cell(page: Page, row: int, at: int, value: Cell, look: Format) -> None:
    """A number as a number, nothing as an empty cell, all else as text."""
    if value is None:
        page.write_blank(row, at, None, look)
    elif isinstance(value, int | float | Decimal):
        page.write_number(row, at, float(value) if isinstance(value, Decimal) else value, look)
    else:
        # Excel takes no more in a cell, and the library would leave a longer text out without a word.
        fitted = value if len(value) <= CELL_LIMIT else f"{value[: CELL_LIMIT - 1]}…"
        page.write_string(row, at, fitted, look)


def height(
    values: Sequence[Cell],
    widths: Sequence[float],
    lines: Callable[[str, float], int] = wrapped_lines,
) -> float:
    """Room for the cell with the most lines, as wrapped at the width of its column."""
    most = max(lines(str(value or ""), width) for value, width in zip(values, widths, strict=True))
    return min(TALLEST, most * LINE_POINTS + MARGIN)
