"""The sheets of a list as tables of cells: what each cell shows, and which cells are merged.

Takes .xlsx and .ods, and .csv with any usual separator, in UTF-8 or as Excel for Windows writes it.
"""

from __future__ import annotations

import csv
import hashlib
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from io import StringIO
from pathlib import Path

from xlsxwriter.utility import xl_col_to_name

from domain.base import reason
from importers.flat_list import open_document
from importers.flat_list.open_document import Span, Told
from importers.flat_list.words import is_empty
from importers.problems import Cell, CellError, ImportProblems, Problem, bad
from importers.reading import workbook
from importers.reading.boundary import check_file, reader_faults, refusal
from importers.reading.cell_formats import as_shown
from importers.reading.sheet_facts import FORMULA, SheetFacts

SEPARATORS = ";,\t|"


@dataclass
class Grid:
    """One sheet; rows and columns are counted from 0."""

    name: str
    rows: list[list[object]]
    spans: list[Span] = field(default_factory=list)
    formats: dict[str, str] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)
    hidden: bool = False

    @property
    def width(self) -> int:
        """The number of columns."""
        return max(map(len, self.rows), default=0)

    def value(self, row: int, column: int) -> object:
        """What a cell holds, as its format shows it; None for an empty one.

        Raises CellError for a cell that shows an error.
        """
        place = ref(row, column)
        shown = self.errors.get(place)
        if shown == FORMULA:
            raise bad(
                "the formula in this cell was never calculated.",
                "Open the file in Excel, save it, then import again.",
            )
        if shown:
            raise bad(
                'the cell shows the error "{value}".', "Mend the formula, or type the value.", value=shown
            )
        return self._shown(row, column)

    def peek(self, row: int, column: int) -> object:
        """As `value`, for who only looks for a table: an error is like an empty cell."""
        try:
            return self._shown(row, column)
        except CellError:
            return None

    def _shown(self, row: int, column: int) -> object:
        if not 0 <= row < len(self.rows) or not 0 <= column < len(self.rows[row]):
            return None
        raw = self.rows[row][column]
        if isinstance(raw, time | timedelta):
            raw = str(raw)
        if is_empty(raw):
            return None
        shown = as_shown(raw, self.formats.get(ref(row, column)))
        return _month(shown) if isinstance(raw, date) and isinstance(shown, str) else shown

    def mark(self, row: int, column: int) -> str | None:
        """The mark or word for nothing in a cell; None where there is a value, or nothing at all."""
        raw = self.rows[row][column] if column < len(self.rows[row]) else None
        return raw.strip() or None if isinstance(raw, str) and is_empty(raw) else None

    def text(self, row: int, column: int) -> str:
        """What a cell says, as one line; empty for an empty one."""
        return " ".join(shown_text(self.peek(row, column)).split())

    def filled(self, row: int) -> list[int]:
        """The columns of a row that hold something."""
        return [column for column in range(len(self.rows[row])) if self.peek(row, column) is not None]

    def span_at(self, row: int, column: int) -> Span | None:
        """The merged cells that a cell belongs to."""
        for one in self.spans:
            if one.top <= row <= one.bottom and one.left <= column <= one.right:
                return one
        return None


def ref(row: int, column: int) -> str:
    """The place of a cell as Excel names it."""
    return f"{xl_col_to_name(column)}{row + 1}"


def _month(iso: str) -> str:
    from jejak_i18n import formatting

    return formatting.date(iso)


def shown_text(value: object) -> str:
    """A value as an Indonesian reads it in the cell."""
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        from jejak_i18n import formatting

        return formatting.date((value.date() if isinstance(value, datetime) else value).isoformat())
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value).replace(".", ",")
    return str(value)


def read(path: Path) -> tuple[str, list[Grid]]:
    """The SHA-256 of a file, and its sheets. Raises ImportProblems for a file that is no list at all."""
    if path.suffix.casefold() in (".csv", ".tsv", ".txt"):
        data = _bytes(path)
        return hashlib.sha256(data).hexdigest(), [Grid(path.stem, _csv(path, data))]
    document = open_document.told(path) if path.suffix.casefold() == ".ods" else {}
    for name, told in document.items():
        if told.far:
            raise ImportProblems([workbook.far_cell_problem(Cell(name, told.far))])
    book, known = workbook.open_workbook(path)
    grids = []
    for sheet in book.sheets_metadata:
        if str(sheet.typ) == "SheetTypeEnum.WorkSheet":
            with reader_faults(path, sheet.name):
                table = book.get_sheet_by_name(sheet.name)
                merged = table.merged_cell_ranges or ()
                values: list[list[object]] = [[*row] for row in table.to_python(skip_empty_area=False)]
            facts = known.get(sheet.name) or SheetFacts()
            told = document.get(sheet.name) or Told(
                [Span(*first, *last) for first, last in merged], facts.formats
            )
            grid = Grid(
                sheet.name,
                values,
                told.spans,
                told.formats,
                facts.errors,
                str(sheet.visible) != "SheetVisibleEnum.Visible",
            )
            _fill(grid)
            grids.append(grid)
    return hashlib.sha256(path.read_bytes()).hexdigest(), grids


def _fill(grid: Grid) -> None:
    """Merged cells that lie below each other all hold what the first of them holds."""
    for span in grid.spans:
        if span.top >= len(grid.rows) or span.left >= len(grid.rows[span.top]):
            continue
        value = grid.rows[span.top][span.left]
        origin = ref(span.top, span.left)
        for row in range(span.top + 1, min(span.bottom + 1, len(grid.rows))):
            grid.rows[row] += [""] * (span.left + 1 - len(grid.rows[row]))
            grid.rows[row][span.left] = value
            for told in (grid.formats, grid.errors):
                if origin in told:
                    told[ref(row, span.left)] = told[origin]


def _bytes(path: Path) -> bytes:
    check_file(path)
    return path.read_bytes()


def _csv(path: Path, data: bytes) -> list[list[object]]:
    text = _decoded(path, data)
    try:
        tables = [list(csv.reader(StringIO(text, newline=""), delimiter=one)) for one in SEPARATORS]
    except csv.Error as error:
        raise refusal(
            path,
            reason("the file cannot be read as CSV: {detail}.", detail=str(error)),
            reason("Open the file in Excel and save it as Excel Workbook (.xlsx)."),
        ) from error
    return [[*row] for row in max(tables, key=_regular)]


def _regular(table: list[list[str]]) -> tuple[int, int]:
    """How many rows have as many cells as most others, of more than one; and how many cells that is."""
    widths = [len(row) for row in table if len(row) > 1]
    common = max(set(widths), key=widths.count, default=0)
    return widths.count(common), common


def _decoded(path: Path, data: bytes) -> str:
    kinds = ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1252")
    for kind in kinds:
        try:
            return data.decode(kind)
        except UnicodeDecodeError:
            continue
    raise refusal(
        path,
        reason("the letters of the file are neither UTF-8 nor those of Windows."),
        reason('Save it in Excel as "CSV UTF-8", or as Excel Workbook (.xlsx).'),
    )


def cell_problem(grid: Grid, row: int, column: int, error: CellError) -> Problem:
    """What is wrong with a cell, with its place."""
    return Problem(Cell(grid.name, ref(row, column)), error.what, error.remedy)
