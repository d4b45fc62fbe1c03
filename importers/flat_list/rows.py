"""A list and its map made into rows of the sheets, so that it is recorded as any workbook is."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from domain import dates
from domain.base import Reason, reason
from domain.names import fold
from domain.sheets.directory import UNIT as UNITS
from domain.sheets.evidence import SUPPORT
from domain.sheets.innovation import IMPLEMENTATION, INNOVATION, NOTE, PROFILE, TRIAL
from domain.sheets.innovation_course import LAUNCH
from domain.sheets.sheet import Sheet
from importers.flat_list import acronyms, told
from importers.flat_list import grid as grids
from importers.flat_list import table as tables
from importers.flat_list.grid import Grid, ref, shown_text
from importers.flat_list.guess import choices_of
from importers.flat_list.mapping import ABOVE, GROUP, SHEET, Mapping, SheetPlan, UnitPlan
from importers.flat_list.places import (
    ACRONYM,
    DEVELOPED,
    DEVELOPMENT,
    IMPLEMENTED,
    KEY,
    LEFT_OUT,
    NOTED,
    STAGE,
    TITLE,
    TRIALLED,
    UNIT,
    Place,
)
from importers.flat_list.placing import Placing
from importers.flat_list.record import Record, joined, mark
from importers.flat_list.table import Table
from importers.flat_list.words import NONE_AT_ALL
from importers.problems import Cell, CellError, Problem
from importers.reading import cells
from importers.reading.book import Book, Known, Row, find_duplicates, packaged_of
from importers.reading.rulebook_cells import RowChoices
from jejak_i18n import written_dates

SHEETS = (PROFILE, TRIAL, IMPLEMENTATION, LAUNCH, SUPPORT)
"""The sheets that a row of a list may fill, besides that of innovations."""


def reader(mapping: Mapping, today: date) -> Callable[[Path, Known], Book]:
    """What reads a list by a map; a date after `today` is a plan, and kept as a note."""

    def read(path: Path, known: Known = packaged_of) -> Book:
        sha256, found = grids.read(path)
        return _Reading(Book(path, sha256, known=known), mapping, today).read(found)

    return read


class _Reading:
    """Reads one list; what is wrong goes to the book."""

    def __init__(self, book: Book, mapping: Mapping, today: date) -> None:
        self.book, self.map, self.today = book, mapping, today
        self.choices = RowChoices(lambda: book.rulebooks)
        self.units: dict[str, tuple[UnitPlan, Cell]] = {}
        self.keys: dict[str, Cell] = {}
        self.no_unit: list[Cell] = []
        self.marks: dict[tuple[str, str], list[Cell]] = {}
        """Heading of amounts and mark for nothing to the cells that hold it."""
        self.planned = 0
        self.against_stage = 0

    def read(self, found: list[Grid]) -> Book:
        book = self.book
        book.region, book.lab = self.map.region, self.map.lab
        book.same = self.map.same
        book.spellings = {spelling: self.map.unit(plan.name) for spelling, plan in self.map.units.items()}
        book.lab_cell = self.map.cell("", "lab")
        book.lab_remedy = reason("Mend the line of the lab in the map, or delete it.")
        book.unit_remedy = reason("Add the unit to the map, under [units], or run jejak map again.")
        placed = Placing(book, self.map).lists(found)
        if not book.problems:
            for grid, plan, table in placed:
                self._sheet(grid, plan, table)
            self._unit_rows()
            self._name_filler()
            self.book.problems += told.without_unit(self.no_unit, self.map.heading_of(UNIT))
            self.book.notes += told.beside_the_dates(self.planned, self.against_stage)
            self.book.notes += told.marks_for_nothing(self.marks)
            find_duplicates(book)
        return book

    def _problem(self, cell: Cell, what: Reason, remedy: Reason) -> None:
        self.book.problems.append(Problem(cell, what, remedy))

    def _sheet(self, grid: Grid, plan: SheetPlan, table: Table) -> None:
        if grid.hidden:
            self.book.note_hidden(grid.name)
        above: dict[str, object] = {}
        for rows in table.records(self.map.heading_of(TITLE)):
            record = Record(table, rows)
            self._cells(record, above)
            self._without_column(record, plan)
            self._rows(record)
        self.book.notes += told.skipped(table)

    def _cells(self, record: Record, above: dict[str, object]) -> None:
        grid = record.table.grid
        for column in record.table.columns:
            place = self.map.place(column.heading)
            if place is None or place.name == LEFT_OUT:
                continue
            name, cell = place.name, ref(record.rows[0], column.at)
            record.cells[name] = cell
            try:
                raw = joined(grid, record.rows, column.at)
                if fold(column.heading) in self.map.fill_down:
                    raw = above[column.heading] = above.get(column.heading) if raw is None else raw
                if raw is None and place.column.least is not None:
                    raw = self._amount_of_nothing(grid, record, column, cell)
                if raw is not None:
                    self._cell(record, place, column.heading, raw, cell)
            except CellError as error:
                record.faulty = True
                self._problem(Cell(grid.name, cell), error.what, error.remedy)

    def _amount_of_nothing(self, grid: Grid, record: Record, column: tables.Column, cell: str) -> str | None:
        """What a cell of amounts says with a word for nothing; a mark without a meaning is told."""
        said = mark(grid, record.rows, column.at)
        if said is None or said.casefold() == NONE_AT_ALL or self.map.meant(column.heading, said) is not None:
            return said
        self.marks.setdefault((column.heading, said), []).append(Cell(grid.name, cell))
        return None

    def _cell(self, record: Record, place: Place, heading: str, raw: object, cell: str) -> None:
        """Reads one cell into the record. Raises CellError."""
        if place.name == NOTED:
            record.notes.append((heading, cells.text(shown_text(raw), place.column), cell))
            return
        text = shown_text(raw).strip()
        meant = self.map.meant(heading, text)
        if meant is not None and not meant.strip():
            record.notes.append((heading, text, cell))
            return
        if place.name in (KEY, UNIT):
            text = cells.text(meant or text, place.column)
            record.values[place.name] = self.map.unit(text) if place.name == UNIT else text
            return
        value = self._read(place, heading, raw if meant is None else meant, text)
        if place.column.kind == "date" and self._kept_as_note(record, heading, value, raw, cell):
            return
        record.values[place.name] = value

    def _read(self, place: Place, heading: str, raw: object, text: str) -> Any:
        try:
            return self.choices.read(raw, place.column)
        except CellError as error:
            if not place.asks:
                raise
            said = text if len(text) <= 60 else f"{text[:57]}…"
            remedy = reason(
                'Mend the cell, or say in the map what it means: under [values."{heading}"] write'
                ' "{value}" = "…" (empty between the quotes: it is kept as a note).',
                heading=heading,
                value=said,
            )
            choices = choices_of(place)
            if 0 < len(choices) <= cells.MANY:
                remedy = reason(
                    'Mend the cell, or say in the map what it means: under [values."{heading}"] write'
                    ' "{value}" = "…" (one of: {choices}; empty between the quotes: it is kept as a note).',
                    heading=heading,
                    value=said,
                    choices=", ".join(choices),
                )
            raise CellError(error.what, remedy) from error

    def _kept_as_note(self, record: Record, heading: str, iso: str, raw: object, cell: str) -> bool:
        """True for a date to come: it is a plan, no fact. Words that a date cannot hold are noted too."""
        if dates.span(iso).start > self.today.toordinal():
            self.planned += 1
            record.notes.append((heading, shown_text(raw), cell))
            return True
        said = "" if isinstance(raw, datetime | date) else written_dates_words(raw)
        if said:
            record.notes.append((heading, said, cell))
        return False

    def _without_column(self, record: Record, plan: SheetPlan) -> None:
        """The unit of a record without a cell of its own: of the sheet, its name, or the group."""
        if record.values.get(UNIT):
            return
        grid, row = record.table.grid, record.rows[0]
        said = {
            GROUP: lambda: record.table.groups.get(row),
            SHEET: grid.name.strip,
            ABOVE: record.table.unit_above,
        }
        name = plan.unit or (said[plan.unit_from]() if plan.unit_from else None)
        if name:
            record.values[UNIT] = self.map.unit(name)
            record.cells.setdefault(UNIT, f"A{row + 1}")

    def _rows(self, record: Record) -> None:
        """The rows of the sheets that one record makes."""
        values, grid = record.values, record.table.grid
        for name in (TITLE, UNIT):
            if values.get(name):
                continue
            if not record.faulty:
                where = Cell(grid.name, record.cells.get(name, f"A{record.rows[0] + 1}"))
                if name == UNIT:
                    self.no_unit.append(where)
                    return
                what = reason("{label} is empty.", label=name)
                self._problem(where, what, reason("Fill in {label}.", label=name))
            return
        self._against_stage(record)
        key = self._key(record)
        if key is None:
            return
        self._split_title(record)
        self._name_unit(record)
        own = {"title": TITLE, "acronym": ACRONYM, "unit": UNIT, "occurred": "Tanggal"}
        self._row(record, INNOVATION, key, {of: values.get(name) for of, name in own.items()}, own)
        for sheet in SHEETS:
            self._of_sheet(record, sheet, key)
        for heading, text, cell in record.notes:
            noted = {"innovation": key, "heading": heading, "remark": text}
            names = {"innovation": TITLE, "heading": NOTED, "remark": NOTED}
            record.cells[NOTED] = cell
            self._row(record, NOTE, f"{key} {_digest(fold(heading))[:8]}", noted, names)

    def _split_title(self, record: Record) -> None:
        """Takes the acronym out of the title, where the map says so; the key keeps to what the list says."""
        values = record.values
        named = acronyms.split(str(values[TITLE])) if self.map.acronym_in_title else None
        if named and not values.get(ACRONYM):
            values[ACRONYM], values[TITLE] = named
            record.cells[ACRONYM] = record.cells[TITLE]

    def _key(self, record: Record) -> str | None:
        """The list's own key of an innovation, or one made of title and unit; None where it stands twice."""
        values, grid = record.values, record.table.grid
        own = values.get(KEY)
        if own:
            key = re.sub(r"\s*/\s*", "-", str(own))
        else:
            key = f"daftar-{_digest(fold(values.get(TITLE) or ''), fold(values.get(UNIT) or ''))}"
        cell = Cell(grid.name, record.cells.get(KEY if own else TITLE, f"A{record.rows[0] + 1}"))
        if first := self.keys.get(key):
            what = reason("this innovation of the same unit already stands in {cell}.", cell=str(first))
            if own:
                what = reason("the number {key} already stands in {cell}.", key=own, cell=str(first))
            remedy = reason("Delete one of the two rows, or tell them apart.")
            if first.sheet != cell.sheet:
                remedy = reason(
                    "If one of the sheets repeats the others, write near the top of the map:"
                    ' skip = ["{name}"].',
                    name=first.sheet,
                )
            self._problem(cell, what, remedy)
            return None
        self.keys[key] = cell
        return key

    def _name_unit(self, record: Record) -> None:
        name = str(record.values.get(UNIT))
        plan = next((one for one in self.map.units.values() if one.name == name and not one.same_as), None)
        if plan and name not in self.units:
            self.units[name] = plan, Cell(record.table.grid.name, record.cells[UNIT])

    def _unit_rows(self) -> None:
        for number, (name, (plan, cell)) in enumerate(self.units.items()):
            values = {"kind": plan.kind, "name": plan.name, "short": plan.short}
            given = {name: value for name, value in values.items() if value}
            row = int(re.sub(r"[^0-9]", "", cell.ref))
            key = f"daftar-{_digest(fold(name))}"
            places = dict.fromkeys(values, cell.ref)
            self.book.rows.append(Row(UNITS, row, key, given, places, origin=cell.sheet, place=number))

    def _name_filler(self) -> None:
        """A list of one unit that numbers its own rows: another unit's list may bear the same numbers."""
        innovations = [row for row in self.book.rows if row.sheet is INNOVATION]
        units = {str(row.values["unit"]) for row in innovations}
        if len(units) == 1 and self.map.heading_of(KEY):
            self.book.filler = units.pop()

    def _of_sheet(self, record: Record, sheet: Sheet, key: str) -> None:
        """The row of a sheet other than that of innovations, where a cell fills it."""
        mapped = [one for one in self.map.columns.values() if one.sheet is sheet]
        names = {one.column.field: one.name for one in mapped}
        values: dict[str, Any] = {
            field: record.values[name] for field, name in names.items() if record.values.get(name) is not None
        }
        stage = record.values.get(STAGE)
        said_by_stage = (sheet is TRIAL and stage == "trial") or (
            sheet is IMPLEMENTATION and stage == "implemented"
        )
        if not values and not said_by_stage:
            return
        if sheet is SUPPORT:
            values["kind"] = "development"
            # The event needs words; without others those of the heading say what the date is of.
            values.setdefault("subject", self.map.heading_of(DEVELOPED) or DEVELOPED)
            names |= {"kind": names.get("occurred", DEVELOPMENT)}
            names.setdefault("subject", DEVELOPED)
        names["innovation"] = TITLE if values else STAGE
        if said_by_stage:
            names.setdefault("occurred", STAGE)
        self._row(record, sheet, key, {**values, "innovation": key}, names)

    def _row(
        self, record: Record, sheet: Sheet, key: str, values: dict[str, Any], names: dict[str, str]
    ) -> None:
        given = {name: value for name, value in values.items() if value is not None}
        places = {field: record.cells[name] for field, name in names.items() if name in record.cells}
        self.book.rows.append(
            Row(
                sheet,
                record.rows[0] + 1,
                key,
                given,
                places,
                record.faulty,
                origin=record.table.grid.name,
                place=len(self.book.rows),
            )
        )

    def _against_stage(self, record: Record) -> None:
        """A stage that the dates beside it contradict is kept as the list says it."""
        stage, values = record.values.get(STAGE), record.values
        later = {"initiative": (TRIALLED, IMPLEMENTED), "trial": (IMPLEMENTED,)}.get(stage or "", ())
        if any(values.get(name) for name in later):
            column = record.table.column(self.map.heading_of(STAGE) or "")
            if column:
                text = record.table.grid.text(record.rows[0], column.at)
                record.notes.append((column.heading, text, record.cells[STAGE]))
                self.against_stage += 1


def written_dates_words(raw: object) -> str:
    """The words of a date that it cannot hold; empty where it says all of them."""
    try:
        return written_dates.read_words(raw).words
    except written_dates.UnreadDateError:
        return ""


def _digest(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]
