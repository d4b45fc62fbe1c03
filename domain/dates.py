"""Dates as precise as their source: ISO 8601 reduced form (EDTF level 0), and the days they can mean."""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})\Z")
_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})\Z")
_YEAR = re.compile(r"([0-9]{4})\Z")


class Day(str):
    """A date in reduced form inside a sentence: it is told as people write dates."""

    __slots__ = ()


class Instant(str):
    """An instant of UTC (`2022-12-14T03:00:00Z`) inside a sentence: it is told to the minute."""

    __slots__ = ()


class Span(NamedTuple):
    """An interval of days, both ends included, as proleptic ordinals (`date.toordinal`)."""

    start: int
    end: int

    def before(self, other: Span) -> bool:
        """True when this interval lies wholly before the other."""
        return self.end < other.start

    def within(self, other: Span) -> bool:
        """True when this interval lies wholly inside the other."""
        return other.start <= self.start and self.end <= other.end

    def touches(self, other: Span) -> bool:
        """True when the two share a day."""
        return self.start <= other.end and other.start <= self.end


class DateError(ValueError):
    """The text is no date in ISO 8601 reduced form; the text itself is the argument."""


@lru_cache(maxsize=65536)
def span(text: str) -> Span:
    """The days that `2018`, `2016-05`, `2022-12-15` or `2022-10-12/2022-10-13` can mean.

    Raises DateError for any other text, for days that do not exist and for an end before its start.
    """
    first, slash, last = text.partition("/")
    start = _single(first)
    if not slash:
        return start
    end = _single(last)
    if end.end < start.start:
        raise DateError(text)
    return Span(start.start, end.end)


def _single(text: str) -> Span:
    try:
        if match := _DAY.match(text):
            day = date(*map(int, match.groups())).toordinal()
            return Span(day, day)
        if match := _MONTH.match(text):
            year, month = map(int, match.groups())
            days = calendar.monthrange(year, month)[1]
            return Span(date(year, month, 1).toordinal(), date(year, month, days).toordinal())
        if match := _YEAR.match(text):
            year = int(match.group(1))
            return Span(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal())
    except (ValueError, calendar.IllegalMonthError) as error:
        raise DateError(text) from error
    raise DateError(text)


def maybe(text: str | None) -> Span | None:
    """The span of a date that may be unknown (None)."""
    return None if text is None else span(text)


def certainly_before(first: str | None, second: str | None) -> bool:
    """True when both dates are known and the first lies wholly before the second."""
    return first is not None and second is not None and span(first).before(span(second))


def years_later(day: date, years: int) -> date:
    """The same day some years later; 29 February becomes 1 March where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)
