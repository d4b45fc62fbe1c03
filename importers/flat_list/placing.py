"""Where the list of a sheet stands, as its map says or its headings show; and which columns both know."""

from __future__ import annotations

from collections.abc import Iterator

from domain.base import Reason, reason
from domain.names import fold
from importers.flat_list import table as tables
from importers.flat_list.grid import Grid, ref
from importers.flat_list.mapping import Mapping, SheetPlan
from importers.flat_list.places import (
    TITLE,
)
from importers.flat_list.table import Table
from importers.problems import Cell, Problem
from importers.reading.book import Book, Note


class Placing:
    """Finds the lists; what the map and the file do not say alike goes to the book's problems."""

    def __init__(self, book: Book, mapping: Mapping) -> None:
        self.book, self.map = book, mapping

    def lists(self, found: list[Grid]) -> list[tuple[Grid, SheetPlan, Table]]:
        """Each sheet that holds a list, with what the map says of it."""
        placed = [(grid, plan, table) for grid in found for plan, table in self._table(grid, len(found))]
        if not placed and not self.book.problems:
            self._not_there(Cell(self.book.path.name, ""))
        self._check_columns(placed)
        return placed

    def _table(self, grid: Grid, sheets: int) -> Iterator[tuple[SheetPlan, Table]]:
        """The list of a sheet with what the map says of it; a sheet without one is told."""
        if grid.name in self.map.skip or not any(grid.filled(row) for row in range(len(grid.rows))):
            return
        plan, title = self.map.plan(grid.name), self.map.heading_of(TITLE)
        if plan is None:
            what = reason('the map does not speak of sheet "{name}".', name=grid.name)
            remedy = reason(
                'Add it to the map: [[sheet]] name = "{name}", or near the top: skip = ["{name}"].',
                name=grid.name,
            )
            self._problem(Cell(grid.name, ""), what, remedy)
            return
        table = self._placed(grid, plan, title)
        if table is not None:
            yield plan, table
        elif sheets > 1 and plan.name != grid.name:
            what = reason('Sheet "{name}" holds no list and was not read.', name=grid.name)
            self.book.notes.append(Note(what))
        else:
            self._not_there(Cell(grid.name, ""))

    def _not_there(self, cell: Cell) -> None:
        what = reason("the headings of the map are not there.")
        self._problem(cell, what, reason("Mend the headings under [columns], or run jejak map again."))

    def _placed(self, grid: Grid, plan: SheetPlan, title: str | None) -> Table | None:
        """The list where the map says that it stands, unless its headings stand elsewhere in this file."""
        wanted = {fold(one) for one in self.map.columns}
        found = [tables.with_headings(grid, self.map.columns, title)]
        if plan.headings and plan.headings[-1] <= len(grid.rows):
            top, height = plan.headings[0] - 1, plan.headings[-1] - plan.headings[0] + 1
            first = None if plan.first is None else plan.first - 1
            found.insert(0, tables.table_at(grid, top, height, first, title))
        known = {
            id(one): len(wanted & {fold(column.heading) for column in one.columns}) for one in found if one
        }
        best = max((one for one in found if one), key=lambda one: known[id(one)], default=None)
        return best if best and known[id(best)] else None

    def _check_columns(self, placed: list[tuple[Grid, SheetPlan, Table]]) -> None:
        """Columns of the map that the list lacks, and columns of the list that the map lacks."""
        there = {fold(column.heading) for _, _, table in placed for column in table.columns}
        for heading in self.map.columns:
            if placed and fold(heading) not in there:
                what = reason('the list has no column "{heading}".', heading=heading)
                remedy = reason("Write the heading as it stands in the list, or delete the line.")
                self._problem(self.map.cell("columns", heading), what, remedy)
        told = set()
        for grid, _plan, table in placed:
            for column in table.columns:
                if self.map.place(column.heading) is None and fold(column.heading) not in told:
                    told.add(fold(column.heading))
                    what = reason('the map does not speak of the column "{heading}".', heading=column.heading)
                    remedy = reason('Add under [columns]: "{heading}" = "Keterangan"', heading=column.heading)
                    self._problem(Cell(grid.name, ref(table.headings[0], column.at)), what, remedy)

    def _problem(self, cell: Cell, what: Reason, remedy: Reason) -> None:
        self.book.problems.append(Problem(cell, what, remedy))
