"""The grid of months of a plan: its columns, and which of them each step fills."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from exporters.word.lab.model import MonthColumn, StepRow, YearColumn
from exporters.word.lab.words import span_of
from jejak_i18n import formatting as indonesian
from jejak_i18n import indonesian as _
from jejak_i18n import labels
from jejak_i18n.formatting import figure
from jejak_i18n.terbilang import HIGHEST, rupiah
from projections.queries.lab_record import DatedStep

FILL, CLEAR = "8EA9C1", "FFFFFF"
MOST_COLUMNS, MOST_YEARS = 36, 10
"""Columns of months, quarters and half-years; and of years, whose names are longer."""
NAMED_COLUMNS = 12
"""Up to so many columns bear the names of months; more bear their numbers."""
YEAR = 12
_QUARTERS = {3: ("I", "II", "III", "IV"), 6: ("I", "II")}
"""Quarters and half-years of a year, as plans number them."""


class Grid(NamedTuple):
    """The columns of a grid: the first month (counted from year 0) and the months that each spans."""

    first: int
    months: int
    columns: int

    def fills(self, step: DatedStep) -> list[str]:
        """The fill of each column for one step; all clear where its time is unknown."""
        spans = [(self.first + at * self.months) for at in range(self.columns)]
        if step.months is None:
            return [CLEAR] * self.columns
        first, last = step.months
        return [FILL if at <= last and at + self.months > first else CLEAR for at in spans]


def grid_of(steps: Sequence[DatedStep]) -> Grid:
    """The columns that hold all steps: months, or longer periods where there would be too many.

    Without any known time the twelve months of a year, which stays open.
    """
    known = [step.months for step in steps if step.months]
    if not known:
        return Grid(0, 1, YEAR)
    first, last = min(one[0] for one in known), max(one[1] for one in known)
    for months in _periods():
        # Quarters begin with their year; spans of years begin with the plan's first.
        whole = min(months, YEAR)
        start = first // whole * whole
        columns = (last - start) // months + 1
        if columns <= (MOST_COLUMNS if months < YEAR else MOST_YEARS):
            return Grid(start, months, columns)
    raise AssertionError("periods grow without end")


def _periods() -> Iterator[int]:
    """Lengths of a column in months: a month, a quarter, half a year, then whole years."""
    yield from (1, 3, 6)
    years = 1
    while True:
        yield years * YEAR
        years += 1


def year_columns(grid: Grid, *, known: bool, narrow: int) -> list[YearColumn]:
    """The upper line of the head: each year over its columns, or one open line.

    A year over fewer columns than `narrow` bears its last two digits.
    """
    if not known:
        return [YearColumn(label=_("Year {year}").format(year="…………"), columns=grid.columns)]
    if grid.months >= YEAR:
        return [YearColumn(label=_("Year"), columns=grid.columns)]
    years = [(grid.first + at * grid.months) // YEAR for at in range(grid.columns)]
    spans = {year: years.count(year) for year in years}
    return [
        YearColumn(label=str(year) if columns >= narrow else f"’{year % 100:02d}", columns=columns)
        for year, columns in spans.items()
    ]


def month_columns(grid: Grid) -> list[MonthColumn]:
    """The lower line of the head."""
    starts = [grid.first + at * grid.months for at in range(grid.columns)]
    return [MonthColumn(label=_label(grid, start)) for start in starts]


def _label(grid: Grid, start: int) -> str:
    year, month = divmod(start, YEAR)
    if grid.months == 1:
        named = grid.columns <= NAMED_COLUMNS
        return indonesian.short_date(f"2000-{month + 1:02d}").split()[0] if named else str(month + 1)
    if grid.months < YEAR:
        return _QUARTERS[grid.months][month // grid.months]
    return str(year) if grid.months == YEAR else f"{year}–{year + grid.months // YEAR - 1}"


def step_row(step: DatedStep, grid: Grid) -> StepRow:
    """A step in words with its fills."""
    return StepRow(
        number=step.number,
        phase=labels.label_of("plan_phase", step.phase).capitalize(),
        activity=step.activity,
        executor=step.executor,
        output=step.output,
        method=step.method,
        place=step.place,
        cost=_cost(step),
        target=step.target,
        time=span_of(step.start, step.end),
        more=_more(step),
        cells=grid.fills(step),
    )


def _more(step: DatedStep) -> str | None:
    """What else is recorded of a step, in one line."""
    parts = (
        (_("Partners"), step.partners),
        (_("Place"), step.place),
        (_("Cost"), _cost(step)),
        (_("Target"), step.target),
        (_("Measure of success"), step.success_measure),
    )
    return "; ".join(f"{name}: {value}" for name, value in parts if value) or None


def _cost(step: DatedStep) -> str | None:
    if not step.cost:
        return None
    cost = _("Rp{amount}").format(amount=figure(step.cost))
    return f"{cost} ({step.fund_source})" if step.fund_source else cost


def total_cost(steps: Sequence[DatedStep]) -> str | None:
    """The recorded costs together, in figures and, where they are whole rupiah, in words."""
    known = [Decimal(step.cost) for step in steps if step.cost]
    if not known:
        return None
    total = sum(known)
    said = _("Rp{amount}").format(amount=figure(total))
    if total == int(total) and 0 <= total <= HIGHEST:
        said = f"{said} ({rupiah(int(total))})"
    if len(known) < len(steps):
        return _("{cost}, of {known} of {all} steps").format(cost=said, known=len(known), all=len(steps))
    return said
