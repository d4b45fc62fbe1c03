"""A workbook read into rows of cells, with every structural error named."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from python_calamine import CalamineWorkbook
from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

from domain.base import reason
from domain.sheets.directory import PERSON
from domain.sheets.registry import BY_NAME
from domain.sheets.sheet import Column, Sheet
from importers.problems import Cell, CellError, ImportProblems, Problem, bad
from importers.reading.book import (
    CONTENT_LABEL,
    FILLER_LABEL,
    GUIDE,
    IDENTITY,
    LAB_LABEL,
    LISTS,
    NOT_READ,
    REGION_LABEL,
    Book,
    Doubt,
    Known,
    Note,
    Row,
    find_duplicates,
    of_region,
    packaged_of,
)
from importers.reading.boundary import check_file, reader_faults, refusal
from importers.reading.cell_formats import as_shown, text_shown
from importers.reading.cells import written
from importers.reading.nearest import nearest
from importers.reading.personal_data import holds_personal
from importers.reading.plain_text import one_line
from importers.reading.rulebook_cells import RowChoices
from importers.reading.sheet_facts import FORMULA, SheetFacts, sheet_facts
from jejak_i18n import written_dates

NOT_DATA = (IDENTITY, GUIDE, LISTS)
MAX_UNPACKED = 512 << 20


def read(path: Path, known: Known = packaged_of) -> Book:
    """Reads a workbook; `known` gives the rulebooks of its region.

    Raises ImportProblems when it is no workbook at all; else collects in `problems`.
    """
    workbook, facts = open_workbook(path)
    if not {IDENTITY, *BY_NAME} & set(workbook.sheet_names):
        raise no_workbook_of_ours(path)
    book = Book(path, hashlib.sha256(path.read_bytes()).hexdigest(), facts=facts, known=known)
    _identity(workbook, book)
    for name in workbook.sheet_names:
        if name in BY_NAME:
            _sheet(workbook, BY_NAME[name], book)
        elif name not in NOT_DATA and not name.startswith(NOT_READ):
            book.problems.append(_unknown_sheet(name))
    find_duplicates(book)
    book.note_web()
    return book


def no_workbook_of_ours(path: Path) -> ImportProblems:
    """The error of a file with none of our sheets: it may be a list, which wants a map."""
    return refusal(
        path,
        reason("the file has none of the sheets of a workbook of Jejak."),
        reason('If it is a list of innovations, begin with: jejak map "{path}"', path=str(path)),
    )


def open_workbook(path: Path) -> tuple[CalamineWorkbook, dict[str, SheetFacts]]:
    """The workbook of a file, and facts of its sheets beside their values.

    Raises ImportProblems for a file that is none, or too large.
    """
    check_file(path)
    with reader_faults(path):
        with zipfile.ZipFile(path) as archive:
            unpacked = sum(info.file_size for info in archive.infolist())
        if unpacked > MAX_UNPACKED:
            raise refusal(
                path,
                reason("the file unpacks to more than 512 MB."),
                reason("Take out pictures, or split the workbook."),
            )
        facts, stripped = sheet_facts(path)
        if far := next((Cell(name, one.far) for name, one in facts.items() if one.far), None):
            raise ImportProblems([far_cell_problem(far)])
        # A blank cell far off would fill the memory: the copy in memory is without it.
        return CalamineWorkbook.from_object(stripped or str(path)), facts


def table_of(workbook: CalamineWorkbook, name: str, path: Path) -> list[list[Any]]:
    """The values of a sheet from A1 on. Raises ImportProblems for a sheet that cannot be read."""
    with reader_faults(path, name):
        return workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)


def far_cell_problem(cell: Cell) -> Problem:
    """What is said of a cell far away from the table."""
    what = reason("the cell lies far away from the table; nothing of the workbook was read.")
    remedy = reason(
        "Delete the rows and columns behind the table, also where they look empty; save, import again."
    )
    return Problem(cell, what, remedy)


def _unknown_sheet(name: str) -> Problem:
    near = nearest(name, BY_NAME)
    if near:
        what = reason('the sheet "{name}" is not known. Did you mean "{near}"?', name=name, near=near)
    else:
        what = reason('the sheet "{name}" is not known.', name=name)
    remedy = reason('Rename it, delete it, or let its name begin with "Catatan".')
    return Problem(Cell(name, ""), what, remedy)


def _identity(workbook: CalamineWorkbook, book: Book) -> None:
    found: dict[str, tuple[str, str]] = {}
    if IDENTITY in workbook.sheet_names:
        rows = table_of(workbook, IDENTITY, book.path)
        for number, row in enumerate(rows, 1):
            if len(row) >= 2 and str(row[0]).strip():
                value = f"{row[1]:.2f}" if isinstance(row[1], float) else str(row[1]).strip()
                found[str(row[0]).strip()] = (value, f"B{number}")
    book.region, place = found.get(REGION_LABEL, ("", "B1"))
    book.lab = found.get(LAB_LABEL, ("", ""))[0] or None
    book.filler = found.get(FILLER_LABEL, ("", ""))[0]
    book.content_out = found.get(CONTENT_LABEL, ("", ""))[0] or None
    if not book.region:
        what = reason("the code of the region is missing.")
        remedy = reason("Write it beside Kode Wilayah on sheet Identitas, such as 33.03.")
        book.problems.append(Problem(Cell(IDENTITY, place), what, remedy))


def _sheet(workbook: CalamineWorkbook, sheet: Sheet, book: Book) -> None:
    table = table_of(workbook, sheet.name, book.path)
    if not table:
        return
    places = _header(sheet, table[0], book)
    facts = book.facts.get(sheet.name) or SheetFacts()
    _unmerge(table, facts)
    hidden = read = 0
    for number, row in enumerate(table[1:], 2):
        if any(str(value).strip() for value in row):
            _row(sheet, number, row, places, book)
            read += 1
            hidden += number in facts.hidden_rows
    if read and facts.hidden:
        book.note_hidden(sheet.name)
    elif hidden:
        what = reason("{count} hidden rows were read like the others.", count=hidden)
        book.notes.append(Note(what, Cell(sheet.name, "")))


def _unmerge(table: list[list[Any]], facts: SheetFacts) -> None:
    """What stands in merged cells counts for each of their rows, formats and errors included."""
    for top, bottom, column in facts.merged:
        first = xl_rowcol_to_cell(top, column)
        for row in range(top + 1, min(bottom + 1, len(table))):
            if column >= len(table[row]) or not any(str(value).strip() for value in table[row]):
                continue
            below = xl_rowcol_to_cell(row, column)
            table[row][column] = table[top][column]
            for said in (facts.formats, facts.errors):
                if first in said:
                    said[below] = said[first]


def _header(sheet: Sheet, row: Sequence[object], book: Book) -> dict[str, int]:
    """Label to column index; names unknown, double and missing columns."""
    known = [sheet.key_label, *(column.label for column in sheet.columns)]
    places: dict[str, int] = {}
    for index, value in enumerate(row):
        label = " ".join(str(value).split())
        cell = Cell(sheet.name, f"{xl_col_to_name(index)}1")
        if not label or (label.startswith(NOT_READ) and (label not in known or label in places)):
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
    near = nearest(label, known)
    if near:
        what = reason('the column "{label}" is not known. Did you mean "{near}"?', label=label, near=near)
    else:
        what = reason('the column "{label}" is not known.', label=label)
    return Problem(cell, what, reason('Rename it, delete it, or let its name begin with "Catatan".'))


def _row(sheet: Sheet, number: int, row: Sequence[object], places: dict[str, int], book: Book) -> None:
    read = _Reader(sheet, number, row, places, book)
    scope, key = read.key()
    if key == sheet.example_key:
        book.examples += 1
        return
    if book.content_out:
        book.content.add(
            sheet.name, {label: row[at] if at < len(row) else "" for label, at in places.items()}
        )
    values, cells = {}, {}
    for column in sheet.columns:
        index = places.get(column.label)
        if index is None:
            # The missing column is named once; without a required one no row can be read.
            read.faults += column.required
            continue
        cells[column.field] = f"{xl_col_to_name(index)}{number}"
        value = read.value(column, index)
        if value is not None:
            values[column.field] = value
    if not read.faulty and sheet.says_nothing(values):
        return
    if key and sheet is PERSON and holds_personal(key, values):
        read.refuse_key()
    if key and sheet.key_field:
        values[sheet.key_field] = key
        cells[sheet.key_field] = f"{xl_col_to_name(places[sheet.key_label])}{number}"
    book.rows.append(
        Row(
            sheet,
            number,
            key or "",
            values,
            cells,
            read.faulty,
            words=read.words,
            key_scope=scope,
            doubts=read.doubts,
            only_doubts=read.faults == len(read.doubts),
        )
    )


class _Reader:
    """Reads the cells of one row; errors go to the book."""

    def __init__(
        self, sheet: Sheet, number: int, row: Sequence[object], places: dict[str, int], book: Book
    ) -> None:
        self.sheet, self.number, self.row, self.places, self.book = sheet, number, row, places, book
        self.choices = RowChoices(lambda: book.rulebooks)
        self.faults = 0
        self.doubts: list[Doubt] = []
        self.words: dict[str, str] = {}

    @property
    def faulty(self) -> bool:
        """True where something of the row is wrong."""
        return self.faults > 0

    def key(self) -> tuple[str | None, str | None]:
        """The key, and before it the scope that it names (`3303/KEY`), if it does."""
        label = self.sheet.key_label
        index = self.places.get(label)
        value = self.value(Column(label, "", required=True), index) if index is not None else None
        scope, slash, key = (value or "").rpartition("/")
        if slash and key and of_region(scope, self.book.region):
            return scope, key
        if slash:
            self._problem(
                index or 0, bad("the key must not hold a slash.", "Take another key, such as IDE-001.")
            )
        return None, value

    def refuse_key(self) -> None:
        """A key stands in events and error reports: it must not say who the person is."""
        index = self.places[self.sheet.key_label]
        self._problem(index, bad("this key holds personal data.", "Take another key, such as ORG-01."))

    def value(self, column: Column, index: int) -> Any:
        place = f"{xl_col_to_name(index)}{self.number}"
        facts = self.book.facts.get(self.sheet.name) or SheetFacts()
        raw = self.row[index] if index < len(self.row) else ""
        shown_error = facts.errors.get(place)
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
            return self._empty(column, index)
        try:
            shown = _shown(raw, facts.formats.get(place), column)
            if isinstance(shown, str) and column.kind not in NUMBERS:
                said = written(shown, column)
                for note in said.notes:
                    self.book.from_web[note].append(Cell(self.sheet.name, place))
                shown = said.text
            if shown == "":
                return self._empty(column, index)
            value = self.choices.read(shown, column)
            if column.kind == "date" and (words := written_dates.read_words(shown).words):
                self.words[column.field] = one_line(written(words, column).text)
            return value
        except CellError as error:
            self.doubts.append(Doubt(column.field, raw, self._problem(index, error)))
            return None

    def _empty(self, column: Column, index: int) -> None:
        if column.required:
            label = column.label
            self._problem(index, bad("{label} is empty.", "Fill in {label}.", label=label))

    def _problem(self, index: int, error: CellError) -> Problem:
        self.faults += 1
        cell = Cell(self.sheet.name, f"{xl_col_to_name(index)}{self.number}")
        found = Problem(cell, error.what, error.remedy)
        self.book.problems.append(found)
        return found


NUMBERS = ("number", "decimal", "date")
"""Kinds of columns whose value is what a cell holds, in the unit that it shows."""


def _shown(raw: object, code: str | None, column: Column) -> object:
    """A cell as its format shows it. Raises CellError where that cannot be told."""
    return as_shown(raw, code) if column.kind in NUMBERS else text_shown(raw, code)
