"""A workbook read into rows of cells, with every structural error named."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from python_calamine import CalamineWorkbook
from rapidfuzz import process
from xlsxwriter.utility import xl_col_to_name

from domain.base import Reason, reason
from domain.sheets.lab import PERSON
from domain.sheets.registry import BY_NAME
from domain.sheets.sheet import Column, Sheet
from importers.problems import Cell, CellError, ImportProblems, Problem, bad
from importers.reading.cell_formats import as_shown, cell_formats
from importers.reading.error_cells import FORMULA, error_cells, far_cell
from importers.reading.personal_data import holds_personal
from importers.reading.rulebook_cells import RowChoices
from schemas.loader import packaged
from schemas.rulebook_set import RulebookSet

IDENTITY = "Identitas"
GUIDE = "Petunjuk"
LISTS = "Daftar"
REGION_LABEL, LAB_LABEL = "Kode Wilayah", "Lab"
NOT_DATA = (IDENTITY, GUIDE, LISTS)
LAB_CELL = Cell(IDENTITY, "B2")
LAB_REMEDY = reason("Add its row on sheet Lab, or mend the name beside Lab on sheet Identitas.")
UNIT_REMEDY = reason("Choose from the list, or add the unit on sheet Unit.")
MAX_BYTES = 64 << 20
MAX_UNPACKED = 512 << 20


@dataclass
class Row:
    """One row of a sheet: its key, its values by action field, and the cell of each."""

    sheet: Sheet
    number: int
    key: str
    values: dict[str, Any]
    cells: dict[str, str]
    faulty: bool = False
    line: int | None = None
    """The line of a JSONL file, where the row comes from one."""
    origin: str | None = None
    """The sheet of a flat list, where the row comes from one; its cells stand there."""
    place: int | None = None
    """Where the row stands among the rows of a flat list, whose order counts."""

    def cell(self, name: str | None = None) -> Cell:
        """The cell of an action field, or of the row's key."""
        if self.line is not None:
            return Cell(f"#{self.line}", name or "key")
        first = f"A{self.number}"
        if self.origin:
            return Cell(self.origin, self.cells.get(name or "") or next(iter(self.cells.values()), first))
        return Cell(self.sheet.name, self.cells.get(name or "", first))

    def source_cell(self, ref: str) -> str:
        """A cell as the source of an event names it: that of a flat list with its sheet."""
        return f"{self.origin}!{ref}" if self.origin else ref

    def __hash__(self) -> int:
        return id(self)


Known = Callable[[str], RulebookSet]


def packaged_of(_region: str) -> RulebookSet:
    """The rulebooks of the package, which speak in every region."""
    return packaged()


@dataclass
class Book:
    """A workbook: whose it is, its rows, and what is wrong with it so far."""

    path: Path
    sha256: str
    region: str = ""
    lab: str | None = None
    rows: list[Row] = field(default_factory=list)
    error_cells: dict[str, dict[str, str]] = field(default_factory=dict)
    cell_formats: dict[str, dict[str, str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    examples: int = 0
    notices: list[Reason] = field(default_factory=list)
    """What was not taken for a row, and what else whoever imports should know."""
    same: dict[str, str] = field(default_factory=dict)
    """Titles of a list, folded, to the codes of the recorded innovations that they are."""
    spellings: dict[str, str] = field(default_factory=dict)
    """Names of units, folded, to the names that the map of a list gives them."""
    lab_cell: Cell = LAB_CELL
    lab_remedy: Reason = LAB_REMEDY
    unit_remedy: Reason = UNIT_REMEDY
    known: Known = packaged_of
    """The rulebooks that speak in a region (`33.03`)."""

    @cached_property
    def rulebooks(self) -> RulebookSet:
        """The rulebooks that speak in its region; asked for by the first cell that chooses from them."""
        return self.known(self.region)


def read(path: Path, known: Known = packaged_of) -> Book:
    """Reads a workbook; `known` gives the rulebooks of its region.

    Raises ImportProblems when it is no workbook at all; else collects in `problems`.
    """
    workbook = open_workbook(path)
    book = Book(path, hashlib.sha256(path.read_bytes()).hexdigest(), known=known)
    book.error_cells, book.cell_formats = error_cells(path), cell_formats(path)
    _identity(workbook, book)
    for name in workbook.sheet_names:
        if name in BY_NAME:
            _sheet(workbook, BY_NAME[name], book)
        elif name not in NOT_DATA and not name.startswith("Catatan"):
            book.problems.append(_unknown_sheet(name))
    find_duplicates(book)
    return book


def _refuse(path: Path, what: Reason, remedy: Reason) -> ImportProblems:
    return ImportProblems([Problem(Cell(path.name, ""), what, remedy)])


def open_workbook(path: Path) -> CalamineWorkbook:
    """The workbook of a file. Raises ImportProblems for one that is none, or too large."""
    remedy = reason("Open the file in Excel and save it as Excel Workbook (.xlsx).")
    if not path.is_file():
        raise _refuse(path, reason("the file does not exist."), reason("Check the name and the folder."))
    if path.stat().st_size > MAX_BYTES:
        raise _refuse(
            path,
            reason("the file is larger than 64 MB."),
            reason("Take out pictures, or split the workbook."),
        )
    try:
        with zipfile.ZipFile(path) as archive:
            unpacked = sum(info.file_size for info in archive.infolist())
    except (zipfile.BadZipFile, OSError):
        raise _refuse(
            path, reason("the file is no Excel workbook, is damaged, or has a password."), remedy
        ) from None
    if unpacked > MAX_UNPACKED:
        raise _refuse(
            path,
            reason("the file unpacks to more than 512 MB."),
            reason("Take out pictures, or split the workbook."),
        )
    try:
        far = far_cell(path)
        workbook = None if far else CalamineWorkbook.from_path(str(path))
    except Exception:  # calamine raises its own, undocumented kinds for damaged files
        raise _refuse(
            path, reason("the file is no Excel workbook, is damaged, or has a password."), remedy
        ) from None
    if workbook is None:
        raise ImportProblems([far_cell_problem(Cell(*far or ("", "")))])
    return workbook


def far_cell_problem(cell: Cell) -> Problem:
    """What is said of a cell far away from the table."""
    what = reason("the cell lies far away from the table; nothing of the workbook was read.")
    remedy = reason(
        "Delete the rows and columns behind the table, also where they look empty; save, import again."
    )
    return Problem(cell, what, remedy)


def _unknown_sheet(name: str) -> Problem:
    near = process.extractOne(name, list(BY_NAME), score_cutoff=70)
    if near:
        what = reason('the sheet "{name}" is not known. Did you mean "{near}"?', name=name, near=near[0])
    else:
        what = reason('the sheet "{name}" is not known.', name=name)
    remedy = reason('Rename it, delete it, or let its name begin with "Catatan".')
    return Problem(Cell(name, ""), what, remedy)


def _identity(workbook: CalamineWorkbook, book: Book) -> None:
    found: dict[str, tuple[str, str]] = {}
    if IDENTITY in workbook.sheet_names:
        rows = workbook.get_sheet_by_name(IDENTITY).to_python(skip_empty_area=False)
        for number, row in enumerate(rows, 1):
            if len(row) >= 2 and str(row[0]).strip():
                value = f"{row[1]:.2f}" if isinstance(row[1], float) else str(row[1]).strip()
                found[str(row[0]).strip()] = (value, f"B{number}")
    book.region, place = found.get(REGION_LABEL, ("", "B1"))
    book.lab = found.get(LAB_LABEL, ("", ""))[0] or None
    if not book.region:
        what = reason("the code of the region is missing.")
        remedy = reason("Write it beside Kode Wilayah on sheet Identitas, such as 33.03.")
        book.problems.append(Problem(Cell(IDENTITY, place), what, remedy))


def _sheet(workbook: CalamineWorkbook, sheet: Sheet, book: Book) -> None:
    table = workbook.get_sheet_by_name(sheet.name).to_python(skip_empty_area=False)
    if not table:
        return
    places = _header(sheet, table[0], book)
    for number, row in enumerate(table[1:], 2):
        if any(str(value).strip() for value in row):
            _row(sheet, number, row, places, book)


def _header(sheet: Sheet, row: Sequence[object], book: Book) -> dict[str, int]:
    """Label to column index; names unknown, double and missing columns."""
    known = [sheet.key_label, *(column.label for column in sheet.columns)]
    places: dict[str, int] = {}
    for index, value in enumerate(row):
        label = " ".join(str(value).split())
        cell = Cell(sheet.name, f"{xl_col_to_name(index)}1")
        if not label or label.startswith("Catatan"):
            continue
        if label not in known:
            book.problems.append(_unknown_column(cell, label, known))
        elif label in places:
            what, remedy = (
                reason('the column "{label}" stands twice.', label=label),
                reason("Delete one of them."),
            )
            book.problems.append(Problem(cell, what, remedy))
        else:
            places[label] = index
    needed = [sheet.key_label, *(column.label for column in sheet.columns if column.required)]
    for label in needed:
        if label not in places:
            what = reason('the column "{label}" is missing.', label=label)
            remedy = reason("Add it to the first row, spelled exactly so.")
            book.problems.append(Problem(Cell(sheet.name, "1:1"), what, remedy))
    return places


def _unknown_column(cell: Cell, label: str, known: list[str]) -> Problem:
    near = process.extractOne(label, known, score_cutoff=70)
    if near:
        what = reason('the column "{label}" is not known. Did you mean "{near}"?', label=label, near=near[0])
    else:
        what = reason('the column "{label}" is not known.', label=label)
    return Problem(cell, what, reason('Rename it, delete it, or let its name begin with "Catatan".'))


def _row(sheet: Sheet, number: int, row: Sequence[object], places: dict[str, int], book: Book) -> None:
    read = _Reader(sheet, number, row, places, book)
    key = read.key()
    if key == sheet.example_key:
        book.examples += 1
        return
    values, cells = {}, {}
    for column in sheet.columns:
        index = places.get(column.label)
        if index is None:
            # The missing column is named once; without a required one no row can be read.
            read.faulty |= column.required
            continue
        cells[column.field] = f"{xl_col_to_name(index)}{number}"
        value = read.value(column, index)
        if value is not None:
            values[column.field] = value
    if key and sheet is PERSON and holds_personal(key, values):
        read.refuse_key()
    if key and sheet.key_field:
        values[sheet.key_field] = key
        cells[sheet.key_field] = f"{xl_col_to_name(places[sheet.key_label])}{number}"
    book.rows.append(Row(sheet, number, key or "", values, cells, read.faulty))


class _Reader:
    """Reads the cells of one row; errors go to the book."""

    def __init__(
        self, sheet: Sheet, number: int, row: Sequence[object], places: dict[str, int], book: Book
    ) -> None:
        self.sheet, self.number, self.row, self.places, self.book = sheet, number, row, places, book
        self.choices = RowChoices(lambda: book.rulebooks)
        self.faulty = False

    def key(self) -> str | None:
        label = self.sheet.key_label
        index = self.places.get(label)
        value = self.value(Column(label, "", required=True), index) if index is not None else None
        if value and "/" in value:
            self._problem(
                index or 0, bad("the key must not hold a slash.", "Take another key, such as IDE-001.")
            )
        return value

    def refuse_key(self) -> None:
        """A key stands in events and error reports: it must not say who the person is."""
        index = self.places[self.sheet.key_label]
        self._problem(index, bad("this key holds personal data.", "Take another key, such as ORG-01."))

    def value(self, column: Column, index: int) -> Any:
        place = f"{xl_col_to_name(index)}{self.number}"
        shown = self.book.cell_formats.get(self.sheet.name, {}).get(place)
        raw = self.row[index] if index < len(self.row) else ""
        if not isinstance(raw, date) or column.kind in ("date", "number"):
            raw = as_shown(raw, shown)
        shown_error = self.book.error_cells.get(self.sheet.name, {}).get(place)
        if shown_error == FORMULA:
            self._problem(
                index,
                bad(
                    "the formula in this cell was never calculated.",
                    "Open the file in Excel, save it, then import again.",
                ),
            )
            return None
        if shown_error:
            self._problem(
                index,
                bad(
                    'the cell shows the error "{value}".',
                    "Mend the formula, or type the value.",
                    value=shown_error,
                ),
            )
            return None
        if raw is None or (isinstance(raw, str) and not raw.strip()):
            if column.required:
                label = column.label
                self._problem(index, bad("{label} is empty.", "Fill in {label}.", label=label))
            return None
        try:
            return self.choices.read(raw, column)
        except CellError as error:
            self._problem(index, error)
            return None

    def _problem(self, index: int, error: CellError) -> None:
        self.faulty = True
        cell = Cell(self.sheet.name, f"{xl_col_to_name(index)}{self.number}")
        self.book.problems.append(Problem(cell, error.what, error.remedy))


def find_duplicates(book: Book) -> None:
    """Names keys that stand twice in a sheet."""
    seen: dict[tuple[str, str], Row] = {}
    for row in book.rows:
        if not row.key:
            continue
        place = (row.sheet.name, row.key)
        if first := seen.get(place):
            what = reason("the key {key} already stands in row {row}.", key=row.key, row=first.number)
            book.problems.append(Problem(row.cell(), what, reason("Give each row a key of its own.")))
            row.faulty = True
        else:
            seen[place] = row
