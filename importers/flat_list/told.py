"""What is said of a list that was read: rows that are no innovations, plans, stages, and units left out."""

from __future__ import annotations

from domain.base import reason
from importers.flat_list import table as tables
from importers.flat_list.places import UNIT
from importers.flat_list.table import Skipped, Table
from importers.flat_list.words import NONE_AT_ALL
from importers.problems import Cell, Problem
from importers.reading.book import Note

GAPS = 3
"""So many rows without a unit are told at once."""
NAMED = 12
"""So many of their cells are named."""


def skipped(table: Table) -> list[Note]:
    """The rows of a table that were not recorded."""
    notes = []
    for why, first, last, text in _together(table.skipped):
        place = f"{table.grid.name}!{first + 1}" + (f"–{last + 1}" if last > first else "")
        said = {
            tables.TOTAL: reason(
                '{place}: "{text}" is a total and was not recorded.', place=place, text=text
            ),
            tables.HEADING: reason("{place}: the headings once more.", place=place),
            tables.NUMBERS: reason("{place}: the numbers of the columns.", place=place),
            tables.GROUP: reason('{place}: "{text}" is the heading of a group.', place=place, text=text),
            # What stands below a list is often a name with its number: it is not repeated.
            tables.OUTSIDE: reason("{place}: text outside of the list; it was not recorded.", place=place),
        }
        notes.append(Note(said[why]))
    return notes


def _together(found: list[Skipped]) -> list[tuple[str, int, int, str]]:
    """Why, first row, last row and text of what was skipped; text outside of the list in one piece."""
    told: list[tuple[str, int, int, str]] = []
    for one in found:
        if told and one.why == tables.OUTSIDE and told[-1][0] == one.why:
            told[-1] = (one.why, told[-1][1], one.row, "")
        else:
            told.append((one.why, one.row, one.row, one.text))
    return told


def beside_the_dates(planned: int, against_stage: int) -> list[Note]:
    """How many dates are plans, and how many stages the dates contradict."""
    notes = []
    if planned:
        what = reason("{count} dates lie in the future; they are plans, and kept as notes.", count=planned)
        notes.append(Note(what))
    if against_stage:
        what = reason(
            "{count} rows say an earlier stage than their dates; the dates count, and the stage is kept"
            " as a note.",
            count=against_stage,
        )
        notes.append(Note(what))
    return notes


def marks_for_nothing(found: dict[tuple[str, str], list[Cell]]) -> list[Note]:
    """Amounts that are a mark for nothing: whether it means no money, only the office knows."""
    return [
        Note(
            reason(
                'the column "{heading}" holds "{mark}" in {count} cells ({cells}); nothing was recorded of'
                " them, since unknown is not zero. Where it means none, write in the map, under"
                ' [values."{heading}"]: "{mark}" = "{none}"',
                heading=heading,
                mark=mark,
                count=len(cells),
                cells=", ".join(map(str, cells[:NAMED])) + (", …" if len(cells) > NAMED else ""),
                none=NONE_AT_ALL,
            )
        )
        for (heading, mark), cells in found.items()
    ]


def without_unit(cells: list[Cell], heading: str | None) -> list[Problem]:
    """Rows without a unit: each, or all at once where the column seems to go on from the cell above."""
    if heading is None or len(cells) < GAPS:
        what, remedy = reason("{label} is empty.", label=UNIT), reason("Fill in {label}.", label=UNIT)
        return [Problem(cell, what, remedy) for cell in cells]
    names = ", ".join(map(str, cells[:NAMED])) + (", …" if len(cells) > NAMED else "")
    what = reason(
        'the column "{heading}" is empty in {count} rows, as if the unit above went on: {cells}.',
        heading=heading,
        count=len(cells),
        cells=names,
    )
    remedy = reason(
        'If it does, write near the top of the map: fill_down = ["{heading}"]. Else fill in each cell.',
        heading=heading,
    )
    return [Problem(cells[0], what, remedy)]
