"""Dates and numbers as Indonesian documents write them. Pure: no clock, no locale of the machine."""

import re
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Literal
from zoneinfo import ZoneInfo

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@cache
def _months(width: Literal["wide", "abbreviated"], tongue: str = "id") -> dict[int, str]:
    from babel.dates import get_month_names

    return {number: str(name) for number, name in get_month_names(width, locale=tongue).items()}


def _split(iso: str) -> tuple[int, ...]:
    match = _DATE.fullmatch(iso)
    if match is None:
        raise ValueError(f"not a date of the form 2018, 2016-05 or 2022-12-15: {iso!r}")
    parts = tuple(int(part) for part in match.groups() if part is not None)
    if len(parts) == 3:
        datetime(*parts)  # noqa: DTZ001 - only asks whether the day exists
    if len(parts) > 1 and not 1 <= parts[1] <= 12:
        raise ValueError(f"no such month: {iso!r}")
    return parts


def _words(parts: tuple[int, ...], months: dict[int, str]) -> str:
    year = str(parts[0]).zfill(4)
    if len(parts) == 1:
        return year
    month = months[parts[1]]
    return f"{month} {year}" if len(parts) == 2 else f"{parts[2]} {month} {year}"


def date(iso: str, tongue: str = "id") -> str:
    """A date as precise as it is: `14 November 2019`, `Mei 2016`, `2018`; or an interval of two.

    Takes ISO 8601 reduced dates, an interval as `from/to`. Raises ValueError for anything else. Documents
    are Indonesian; pages say in which language they name months.
    """
    return _date(iso, _months("wide", tongue))


def short_date(iso: str, tongue: str = "id") -> str:
    """As `date`, with short names of months: `14 Nov 2019`, `12–13 Okt 2022`."""
    return _date(iso, _months("abbreviated", tongue))


def _date(iso: str, months: dict[int, str]) -> str:
    start, slash, end = iso.partition("/")
    first = _split(start)
    return _interval(first, _split(end), months) if slash else _words(first, months)


def _interval(first: tuple[int, ...], last: tuple[int, ...], months: dict[int, str]) -> str:
    if first == last:
        return _words(first, months)
    if len(first) == len(last) == 1:
        return f"{_words(first, months)}–{_words(last, months)}"
    if len(first) == len(last) and first[0] == last[0]:
        return _within_year(first, last, months)
    return f"{_words(first, months)} – {_words(last, months)}"


def _within_year(first: tuple[int, ...], last: tuple[int, ...], months: dict[int, str]) -> str:
    if len(first) == 2:
        return f"{months[first[1]]}–{_words(last, months)}"
    if first[1] == last[1]:
        return f"{first[2]}–{_words(last, months)}"
    return f"{first[2]} {months[first[1]]} – {_words(last, months)}"


def moment(instant: str, time_zone: str) -> str:
    """The day of an ISO instant in a time zone, as `22 November 2026`.

    Raises ValueError and ZoneInfoNotFoundError.
    """
    local = datetime.fromisoformat(instant).astimezone(ZoneInfo(time_zone))
    return date(local.date().isoformat())


def minute(instant: str, time_zone: str) -> str:
    """The minute of an ISO instant in a time zone, as `22 November 2026 19.05 WIB`.

    Raises ValueError and ZoneInfoNotFoundError.
    """
    local = datetime.fromisoformat(instant).astimezone(ZoneInfo(time_zone))
    return f"{date(local.date().isoformat())} {local:%H.%M %Z}"


def day_or_instant(text: str) -> str:
    """A day in words, or an instant with its day in words and the clock as it was given."""
    day, clock = text[:10], text[11:]
    return date(day) + (f" {clock}" if clock else "")


def number(value: str | float | Decimal) -> str:
    """As `figure`, without zeros at the end of the decimals: `1.234,5`. Raises ValueError as it does."""
    text, (_group, point) = figure(value), _symbols()
    return text.rstrip("0").rstrip(point) if point in text else text


def figure(value: str | float | Decimal) -> str:
    """A number with `.` between thousands and `,` before decimals: `1.234,50`; none of its digits is lost.

    Raises ValueError when it is not a finite number, or one of more than a hundred digits.
    """
    try:
        exact = Decimal(str(value).strip())
    except InvalidOperation:
        raise ValueError(f"not a number: {value!r}") from None
    if not exact.is_finite() or abs(exact.adjusted()) > 100:
        raise ValueError(f"not a finite number of usual size: {value!r}")
    whole, _, decimals = f"{exact:,f}".partition(".")
    group, point = _symbols()
    return whole.replace(",", group) + (point + decimals if decimals else "")


def count(value: int) -> str:
    """A whole number with `.` between thousands: `1.234`."""
    # Every verb counts: this spares it babel, which takes longer to import than many a verb to answer.
    return f"{value:,}".replace(",", ".")


@cache
def _symbols() -> tuple[str, str]:
    # babel's own formatting rounds to 28 digits, so only its symbols are used.
    from babel.numbers import get_decimal_symbol, get_group_symbol

    return get_group_symbol("id"), get_decimal_symbol("id")


def series(parts: Sequence[str]) -> str:
    """A list in words: `a`, `a dan b`, `a, b, dan c`; empty for no parts."""
    from babel.lists import format_list

    return format_list(list(parts), locale="id") if parts else ""
