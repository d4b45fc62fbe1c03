"""What rows break among themselves, told at the rows that made it."""

from __future__ import annotations

from decimal import Decimal

from domain import kinds
from domain.base import Reason, reason
from domain.dates import Day
from domain.sheets.innovation import INNOVATION
from importers.problems import Cell, CellError, Problem, in_order, shown_text
from importers.reading.book import Row
from importers.recording.report import Importing
from importers.recording.resolve import Pending, Skip
from ledger.write import integrity
from ledger.write.called import called
from ledger.write.command_handler import IntegrityViolations

DEPENDED_ON = ("idea", "innovation", "agreement")
"""Kinds of streams whose facts may make those of other rows hold."""


def broken_beside(importing: Importing) -> list[Problem]:
    """What the rows without errors break among themselves, so that all errors come in one run.

    What a row with errors may be about is left out: once that row is mended, it may well hold.
    """
    about = _spoken_of(importing)
    if about is None:
        return []
    unit_of_work = importing.decision.unit_of_work
    broken = [
        one
        for one in integrity.new_violations(unit_of_work)
        if importing.decision.owners.get(one.fact.position) in importing.rows
        and not about & {one.stream, *kinds.refs(one.fact.body)}
    ]
    return explain(importing, IntegrityViolations(broken, importing.decision))


def _spoken_of(importing: Importing) -> set[str] | None:
    """The streams that rows with errors are about; None where that cannot be told of one of them."""
    found: set[str] = set()
    wrong = {problem.cell for problem in importing.book.problems}
    for row in importing.book.rows:
        if row in importing.resolver.streams and not row.faulty:
            continue
        for column in row.sheet.columns:
            if column.ref not in DEPENDED_ON:
                continue
            if column.field not in row.values:
                if row.cell(column.field) in wrong:
                    return None
                continue
            try:
                value = importing.resolver.resolve(column, row.values[column.field])
            except (CellError, Pending):
                return None
            except Skip:
                # The row named has errors of its own: nothing stands yet that others could break.
                continue
            found |= set(value if isinstance(value, list) else [value])
    return found


def _of_row(importing: Importing, row: Row, why: Reason) -> Problem:
    """A broken fact at the cells that its reason speaks of; a row of a list also by its title."""
    places = [
        row.cell(name)
        for name, value in why.values.items()
        if isinstance(value, Day | Decimal) and name in row.cells and name in row.values
    ]
    what = why
    if len(places) > 1:
        what = reason("{why} The other cell: {cell}.", why=what, cell=str(places[1]))
    if row.place is None:
        return Problem([*places, row.cell()][0], what, reason("Mend the row, then import again."))
    innovation = importing.resolver.by_key.get((INNOVATION.name, str(row.values.get("innovation"))), row)
    if title := innovation.values.get("title"):
        what = reason('"{title}": {why}', title=shown_text(str(title)), why=what)
    remedy = reason("Mend the row, then import again; if all rows say so, look at the columns in the map.")
    return Problem([*places, row.cell()][0], what, remedy)


def explain(importing: Importing, problems: IntegrityViolations) -> list[Problem]:
    """Broken facts as problems of the rows that made them."""
    found = []
    for one in problems.violations:
        owner = problems.decision.owners.get(one.fact.position)
        row = importing.rows.get(owner) if owner else None
        if row:
            found.append(_of_row(importing, row, one.why))
        else:
            what = reason(
                "event {position} of {code} would no longer hold: {why}",
                position=one.fact.position,
                code=called(problems.decision.unit_of_work, one.stream),
                why=one.why,
            )
            found.append(
                Problem(Cell(importing.book.path.name, ""), what, reason("Mend the file, then import again."))
            )
    return in_order(found)
