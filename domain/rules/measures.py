"""Measures that a rulebook may hold bands or years to: what recorded facts of a case come to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from domain import dates
from domain.names import fold
from domain.rules.case import Case, Dated
from domain.rules.indicators import Band, Derive
from domain.rules.totals import rounded


class Measured(NamedTuple):
    """What a measure came to.

    `level` is None when the facts do not decide; `value` what was counted, `facts` the events counted.
    """

    level: int | None
    value: Decimal | None
    facts: list[int]
    basis: str | None = None


NOTHING = Measured(None, None, [])
Measure = Callable[[Case, Derive, int, str | None], Measured]


def measure(case: Case, derive: Derive, year: int, basis: str | None) -> Measured:
    """The level that recorded facts decide. `year` is that of the competition, `basis` the one claimed."""
    return _MEASURES[derive.measure](case, derive, year, basis)


def years_ago(name: str, year: int) -> int:
    """`T-2` of 2026 is 2024."""
    return year - int(name[2:])


# Every innovation asks for the same few windows.
@lru_cache
def years_between(window: tuple[str, str], year: int) -> dates.Span:
    """The days from the first of one year to the last of another, such as `T-2` to `T-0`."""
    first, last = (years_ago(name, year) for name in window)
    return dates.Span(date(first, 1, 1).toordinal(), date(last, 12, 31).toordinal())


@lru_cache
def _years_of(pattern: tuple[str, ...], year: int) -> frozenset[int]:
    return frozenset(years_ago(name, year) for name in pattern)


def level_of(bands: Sequence[Band], value: Decimal) -> int | None:
    """The highest level whose band holds the value; None when none does."""
    return next((level for level in range(len(bands), 0, -1) if bands[level - 1].holds(value)), None)


def _banded(derive: Derive, value: int, facts: list[int]) -> Measured:
    if not facts:
        return NOTHING
    counted = Decimal(value)
    return Measured(level_of(derive.bands, counted) or 0, counted, facts)


def within(items: Iterable[Dated], derive: Derive, year: int) -> list[Dated]:
    """Those of the items that certainly lie in the years of the rule; all where it names none."""
    if derive.window is None:
        return list(items)
    whole = years_between(derive.window, year)
    return [item for item in items if item.date is not None and dates.span(item.date).within(whole)]


def _people(case: Case, derive: Derive, year: int, basis: str | None) -> Measured:
    if not case.executors:
        return NOTHING
    return _banded(derive, sum(item.value for item in case.executors), [item.at for item in case.executors])


def _counted(items: Callable[[Case], list[Dated]], count: Callable[[list[Dated]], int]) -> Measure:
    """A measure that counts the items of one kind in the years of the rule."""

    def measured(case: Case, derive: Derive, year: int, basis: str | None) -> Measured:
        if not items(case):
            return NOTHING
        found = within(items(case), derive, year)
        return _banded(derive, count(found), [item.at for item in found])

    return measured


def _actors(case: Case, derive: Derive, year: int, basis: str | None) -> Measured:
    if not case.partners:
        return NOTHING
    # The executing unit itself is one of the actors (rule of the guideline).
    return _banded(derive, 1 + _distinct(case.partners), [item.at for item in case.partners])


def _procedure(case: Case, derive: Derive, year: int, basis: str | None) -> Measured:
    if case.procedure is None:
        return NOTHING
    return _banded(derive, case.procedure.value, [case.procedure.at])


def _distinct(items: Iterable[Dated]) -> int:
    return len({fold(item.value) for item in items})


def _places(items: Iterable[Dated]) -> int:
    return len({fold(item.value[0]) for item in items})


def _budget(case: Case, derive: Derive, year: int, basis: str | None) -> Measured:
    return _years(case.budget, derive, year)


def _plan(case: Case, derive: Derive, year: int, basis: str | None) -> Measured:
    return _years(case.plan, derive, year)


def _years(items: list[Dated], derive: Derive, year: int) -> Measured:
    # Years that no level asks for decide nothing, and are no facts of the finding.
    named = {name for patterns in derive.patterns for pattern in patterns for name in pattern}
    held = {item.value for item in items} & _years_of(tuple(sorted(named)), year)
    if not held:
        return NOTHING
    for level in range(len(derive.patterns), 0, -1):
        for pattern in derive.patterns[level - 1]:
            wanted = _years_of(pattern, year)
            if wanted <= held:
                facts = [item.at for item in items if item.value in wanted]
                return Measured(level, Decimal(len(wanted)), facts)
    return Measured(0, Decimal(0), [item.at for item in items if item.value in held])


def _creation(case: Case, derive: Derive, year: int, basis: str | None) -> Measured:
    """Months from the first day of the first stage to the last of the last, begun months counted whole.

    Undecided when the dates are so coarse that two levels are possible.
    """
    if not case.stages:
        return NOTHING
    facts = [item.at for item in case.stages]
    begins = [dates.span(item.value[0]) for item in case.stages]
    ends = [dates.span(item.value[1]) for item in case.stages]
    first = (min(span.start for span in begins), min(span.end for span in begins))
    last = (max(span.start for span in ends), max(span.end for span in ends))
    # A coarse date may be any of its days: the true length lies between these two.
    longest, shortest = _months(first[0], last[1]), _months(first[1], last[0])
    levels = {level_of(derive.bands, Decimal(max(1, months))) or 0 for months in (shortest, longest)}
    if len(levels) > 1:
        return Measured(None, None, facts)
    return Measured(levels.pop(), Decimal(longest), facts)


def _months(first: int, last: int) -> int:
    start, end = date.fromordinal(first), date.fromordinal(last)
    whole = (end.year - start.year) * 12 + end.month - start.month
    return whole + 1 if end.day >= start.day else whole


def _benefit(case: Case, derive: Derive, year: int, basis: str | None) -> Measured:
    """On the basis claimed, else on the one with the highest level; beyond an upper end: undecided.

    The amount is rounded half up to the decimals of the bands, so that none falls between two of them.
    """
    best = NOTHING
    for rule in derive.bases:
        if basis is not None and rule.id != basis:
            continue
        for item in case.benefits:
            if item.value[0] != rule.id:
                continue
            amount = rounded(Decimal(item.value[1]), _decimals(rule.bands))
            level = level_of(rule.bands, amount)
            top = max((band.high for band in rule.bands if band.high is not None), default=None)
            if level is None and not (rule.bands[-1].high is not None and top is not None and amount > top):
                level = 0
            found = Measured(level, Decimal(item.value[1]), [item.at], rule.id)
            if best is NOTHING or _better(found, best):
                best = found
    return best


def _decimals(bands: Sequence[Band]) -> int:
    ends = [end for band in bands for end in (band.low, band.high) if end is not None]
    return max((-int(end.as_tuple().exponent) for end in ends), default=0)


def _better(one: Measured, other: Measured) -> bool:
    return _rank(one) > _rank(other)


def _rank(found: Measured) -> tuple[int, bool]:
    """By level; what is undecided goes before what reaches none."""
    return found.level or 0, found.level is None


_MEASURES: dict[str, Measure] = {
    "people": _people,
    "budget_years": _budget,
    "trainings": _counted(lambda case: case.trainings, len),
    "plan_years": _plan,
    "actors": _actors,
    "network_units": _counted(lambda case: case.network, _distinct),
    "sop_days": _procedure,
    "replications": _counted(lambda case: case.replicated_out, len),
    "replicating_regions": _counted(lambda case: case.replicated_out, _places),
    "creation_months": _creation,
    "benefit": _benefit,
}
