"""Dates as people write them in Indonesia, to ISO 8601 reduced form."""

from __future__ import annotations

import re
from datetime import date, datetime

from domain import dates

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("januari", "jan"),
            ("februari", "feb", "pebruari"),
            ("maret", "mar"),
            ("april", "apr"),
            ("mei",),
            ("juni", "jun"),
            ("juli", "jul"),
            ("agustus", "agu", "agt", "ags"),
            ("september", "sep", "sept"),
            ("oktober", "okt"),
            ("november", "nov", "nopember"),
            ("desember", "des"),
        ),
        1,
    )
    for name in names
}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_WORDS = re.compile(rf"(?:(\d{{1,2}})\s+)?({_MONTH})\.?\s+(\d{{4}})\Z")
_RANGE = re.compile(
    rf"(\d{{1,2}})(?:\s+({_MONTH})\.?)?(?:\s+(\d{{4}}))?\s*(?:-|–|—|s\.?d\.?|sampai)\s*"
    rf"(\d{{1,2}})\s+({_MONTH})\.?\s+(\d{{4}})\Z"
)
_NUMBERS = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\Z")


def read(value: object) -> str:
    """A cell's date in reduced form: Excel dates, years, ISO texts and Indonesian texts.

    Raises DateError when the text is no date or the day does not exist.
    """
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float | int) and not isinstance(value, bool):
        return _year(value)
    return _text(str(value))


def _year(value: float) -> str:
    if float(value).is_integer() and 1900 <= value <= 2100:
        return str(int(value))
    raise dates.DateError(str(value))


def _text(text: str) -> str:
    plain = " ".join(text.casefold().split())
    found = _words(plain) or _range(plain) or _numbers(plain) or text.strip()
    dates.span(found)
    return found


def _words(text: str) -> str | None:
    if match := _WORDS.match(text):
        day, month, year = match.groups()
        start = f"{year}-{MONTHS[month]:02d}"
        return f"{start}-{int(day):02d}" if day else start
    return None


def _range(text: str) -> str | None:
    if match := _RANGE.match(text):
        day1, month1, year1, day2, month2, year2 = match.groups()
        first = f"{year1 or year2}-{MONTHS[month1 or month2]:02d}-{int(day1):02d}"
        return f"{first}/{year2}-{MONTHS[month2]:02d}-{int(day2):02d}"
    return None


def _numbers(text: str) -> str | None:
    if match := _NUMBERS.match(text):
        day, month, year = match.groups()
        return f"{year}-{int(month):02d}-{int(day):02d}"
    return None
