"""From when to when a lab ran, by the days that are recorded of its stages and workshops."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from domain import dates
from projections.queries.lab_workshops import Workshop
from projections.queries.labs import Stage


def lab_days(stages: Sequence[Stage], workshops: Sequence[Workshop]) -> tuple[str | None, str | None]:
    """The first and the last recorded ISO date of the stages that were held; None where none is.

    A stage whose end nobody recorded counts with its workshop days, and without any with its opening alone.
    """
    days = [part for day in _recorded(stages, workshops) for part in day.split("/")]
    first = min(days, key=lambda day: dates.span(day).start, default=None)
    return first, max(days, key=lambda day: dates.span(day).end, default=None)


def _recorded(stages: Sequence[Stage], workshops: Sequence[Workshop]) -> Iterator[str]:
    held = [one for one in stages if one.held]
    for one in held:
        yield from filter(None, (one.begun, one.ended))
    closed = {one.stage for one in held} - {one.stage for one in held if not one.ended}
    yield from _days_of(one for one in workshops if one.stage not in closed)


def _days_of(workshops: Iterable[Workshop]) -> Iterator[str]:
    return (one.occurred for one in workshops if one.occurred)
