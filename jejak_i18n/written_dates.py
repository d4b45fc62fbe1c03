"""Dates as people write them in Indonesia, read to ISO 8601 reduced form: what `formatting` prints, and more.

A date is read only where it has one meaning. What has none, or two, is refused with what to write instead;
whoever follows that remedy is understood.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import NamedTuple

from domain import dates
from domain.base import Reason, reason
from jejak_i18n import formatting

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("januari", "january", "jan"),
            ("februari", "february", "pebruari", "feb", "peb"),
            ("maret", "march", "mar", "mrt"),
            ("april", "apr"),
            ("mei", "may"),
            ("juni", "june", "jun"),
            ("juli", "july", "jul"),
            ("agustus", "august", "agust", "agst", "ags", "agu", "agt", "aug"),
            ("september", "sept", "sep"),
            ("oktober", "october", "okt", "oct"),
            ("november", "nopember", "nov", "nop"),
            ("desember", "december", "des", "dec"),
        ),
        1,
    )
    for name in names
}
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
CENTURY = 2000
"""Years of two digits are of this century: what is recorded here happened in it."""
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_WEEKDAYS = (
    r"(?:senin|selasa|rabu|kamis|jum.?at|sabtu|minggu|ahad"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
)
_BEFORE = re.compile(
    rf"(?:(?:pada|per|mulai|hari|tanggal|tgl\.?|bulan|bln\.?|{_WEEKDAYS})\s*,?\s+)+(?=[0-9a-z])"
)
_TIME = re.compile(
    r"(?:\s*,?\s*(?:pukul|jam|pkl\.?)\s*[0-9]{1,2}(?:[.:][0-9]{2}){0,2}(?:\s*wi(?:b|ta|t))?"
    r"|[t\s]+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?:z|\s*[+-][0-9]{2}:?[0-9]{2})?)\Z"
)
_YEAR_WORD = re.compile(r"(?:tahun|thn|th|ta|t\.a)\.?\s*(?=[0-9]{4}\b)")
_TO = r"\s*(?:-|\bs\s*[./]?\s*d\b\.?|\bsampai(?:\s+dengan)?\b|\bhingga\b|\bto\b)\s*"
_AND = r"\s*(?:\bdan\b|&|,|\bserta\b)\s*"
_SLASH = r"\s*/\s*"
"""Between months alone: between days or years it may stand for something else."""
_VAGUE = re.compile(r"(?:awal|pertengahan|tengah|akhir|penghujung)\s+(?=\S)")
_WEEK = re.compile(
    r"(?:pada\s+)?(?:minggu|pekan)\s+"
    r"(?:ke\s*-?\s*(?:[1-5]|iv|v|i{1,3})|pertama|kedua|ketiga|keempat|kelima|terakhir)\s+(?=\S)"
    r"|(?:1st|2nd|3rd|4th|5th|first|second|third|fourth|fifth|last)\s+week\s+of\s+(?=\S)"
)
"""A week of a month, which is no span of days that all agree on: the words stay beside the month."""
_ABOUT = re.compile(r"(?:±|~|\+/-|\bsekitar\b|\bkira-kira\b|\bkurang lebih\b|\bkl\b\.?)\s*")
_OPEN = re.compile(rf"(.*?){_TO}(?:sekarang|saat ini|kini|seterusnya|now)\Z")
_ONWARD = re.compile(r"(.*[^\s,])[\s,]+(?:dst|dan\s+seterusnya)\Z")
"""A first day after which something went on: the day is certain, how long it went on is not said."""
_UNTIL = re.compile(rf"{_TO}(?=\S)")
_PERIOD = re.compile(
    r"(triwulan|tw|kuartal|q|semester|smt|sem)\.?\s*(?:ke-?\s*)?(iv|iii|ii|i|[1-4])\s*,?\s*(?:tahun\s+)?([0-9]{4})\Z"
)


class Written(NamedTuple):
    """A date in reduced form, and the words that say more of it than the form can hold."""

    iso: str
    words: str = ""


class UnreadDateError(dates.DateError):
    """A text that is no date, or none with one meaning: `why` says what it is, `remedy` what to write."""

    def __init__(self, text: str, why: Reason, remedy: Reason) -> None:
        super().__init__(text)
        self.why, self.remedy = why, remedy


class _Part(NamedTuple):
    """One end of a date: what of it is written."""

    year: int | None
    month: int | None = None
    day: int | None = None


def read(value: object) -> str:
    """A cell's date in reduced form: Excel dates, years, ISO texts and Indonesian texts.

    Raises UnreadDateError.
    """
    return read_words(value).iso


def read_words(value: object) -> Written:
    """As `read`, with the words that a date cannot hold, such as `akhir 2021`. Raises UnreadDateError."""
    if isinstance(value, datetime):
        return Written(value.date().isoformat())
    if isinstance(value, date):
        return Written(value.isoformat())
    if isinstance(value, float | int) and not isinstance(value, bool):
        return Written(_year(value))
    return _text(str(value))


def _year(value: float) -> str:
    if float(value).is_integer() and 1900 <= value <= 2100:
        return str(int(value))
    raise _serial(f"{value:g}")


def _text(text: str) -> Written:
    plain = _plain(text)
    if iso := _iso(plain, text):
        return Written(iso)
    plain, aside = _without_aside(plain)
    if week := _WEEK.match(plain):
        plain, aside = plain[week.end() :], True
    bare = _bare(plain)
    if not bare:
        raise _no_date(text)
    if re.fullmatch(r"[0-9]{5,6}([.,]0+)?", bare):
        raise _serial(text)
    words = " ".join(text.split())
    if (onward := _ONWARD.match(bare)) and (first := _single(onward[1], text)) and first.day:
        return Written(_checked(_joined(first), text), words)
    if (about := _ABOUT.match(bare)) and (months := _months(_bare(bare[about.end() :]), text)):
        return Written(months, words)
    _refuse_unbounded(bare, text)
    if vague := _VAGUE.match(bare):
        return Written(_checked(_interval(bare[vague.end() :], text), text), words)
    return Written(_checked(_interval(bare, text), text), words if aside else "")


def _months(bare: str, text: str) -> str | None:
    """A month, or some, that somebody is not quite sure of; None for a day or year.

    *Sekitar 15 Oktober* may be the 12th and *sekitar 2015* another year; about a month its days are open
    in any case.
    """
    try:
        iso = _checked(_interval(bare, text), text)
    except dates.DateError:
        return None
    return iso if all(len(part) == len("2015-10") for part in iso.split("/")) else None


def _without_aside(plain: str) -> tuple[str, bool]:
    """Without what stands in brackets behind it, and whether something stood there."""
    found = re.match(r"(.*\S)\s*\([^()]*\)\Z", plain)
    return (found.group(1), True) if found else (plain, False)


def _plain(text: str) -> str:
    """In lower case, spaces and dashes of one kind."""
    text = re.sub(r"[\u2010-\u2015\u2212]", "-", text.casefold().replace("’", "'"))
    return " ".join(text.split())


def _iso(plain: str, text: str) -> str | None:
    """ISO 8601 in reduced form as it stands, its time of day left out."""
    bare = _TIME.sub("", plain) if re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[t ]", plain) else plain
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?(/[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)?", bare):
        return None
    return _checked(bare, text)


def _bare(plain: str) -> str:
    """Without what stands around a date: names of weekdays, `tanggal`, the hour, a full stop."""
    plain = _TIME.sub("", plain).strip(" ,;.")
    plain = _BEFORE.sub("", plain)
    return _YEAR_WORD.sub("", plain).strip()


def _refuse_unbounded(bare: str, text: str) -> None:
    if match := _OPEN.match(bare):
        start = _printed(match.group(1)) or "Mei 2021"
        raise UnreadDateError(
            text,
            reason('"{value}" has no end.', value=text),
            reason('Write when it began: "{meant}".', meant=start),
        )
    if match := _UNTIL.match(bare):
        end = _printed(bare[match.end() :]) or "Maret 2022"
        raise UnreadDateError(
            text,
            reason('"{value}" does not say when it began.', value=text),
            reason('Write both ends, or only the last day: "{meant}".', meant=end),
        )
    if match := _ONWARD.match(bare):
        start = _printed(match.group(1)) or "19 Mei 2025"
        raise UnreadDateError(
            text,
            reason('"{value}" has no end.', value=text),
            reason('Write when it began: "{meant}".', meant=start),
        )
    if (match := _ABOUT.match(bare)) and (day := _single(_bare(bare[match.end() :]), text)) and day.day:
        raise UnreadDateError(
            text,
            reason('"{value}" is no certain date.', value=text),
            reason('Write only the month: "{meant}".', meant=formatting.date(_joined(day)[:7])),
        )
    if _ABOUT.match(bare):
        raise UnreadDateError(
            text,
            reason('"{value}" is no certain date.', value=text),
            reason('Write between which years it was, such as "2018-2020", or leave the cell empty.'),
        )


def _printed(text: str) -> str | None:
    """A part of a text as Jejak prints it; None where it is no date."""
    try:
        return formatting.date(_checked(_interval(text.strip(), text), text))
    except dates.DateError:
        return None


def _interval(bare: str, text: str) -> str:
    """One date, or two with a word between them. The first takes from the last what it does not say."""
    if single := _single(bare, text):
        return _joined(single)
    if (match := _PERIOD.match(bare)) and (period := _period(match[1], match[2], match[3])):
        return period
    for between in (_TO, _AND, _SLASH):
        for cut in re.finditer(between, bare):
            if cut.start() > 0 and cut.end() < len(bare):
                last = _single(bare[cut.end() :], text)
                first = last and _first(bare[: cut.start()], last, text)
                if last and first and (between is not _SLASH or _are_named_months(bare, first, last)):
                    return _pair(first, last, text, days_apart=between is not _TO)
    raise _no_date(text)


def _are_named_months(bare: str, *parts: _Part) -> bool:
    return bare[0].isalpha() and all(part.month and not part.day for part in parts)


def _pair(first: _Part, last: _Part, text: str, *, days_apart: bool) -> str:
    start, end = _joined(first), _joined(last)
    begins, ends = (dates.span(_checked(one, text)) for one in (start, end))
    # What ends before it begins is told so by whoever checks the whole.
    if days_apart and ends.start - begins.end != 1 and not ends.before(begins):
        raise UnreadDateError(
            text,
            reason('"{value}" names two dates that do not follow each other.', value=text),
            reason(
                'Write the first of them, or from when to when it was: "{meant}".',
                meant=formatting.date(f"{start}/{end}"),
            ),
        )
    return start if start == end else f"{start}/{end}"


def _period(kind: str, number: str, year: str) -> str | None:
    months = 6 if kind.startswith("s") else 3
    first = (ROMAN[number] - 1) * months + 1
    if first > 12:
        return None
    return f"{year}-{first:02d}/{year}-{first + months - 1:02d}"


Reader = Callable[[re.Match[str], str], _Part]


def _single(bare: str, text: str) -> _Part | None:
    """One date alone; None where the text is none."""
    for pattern, make in _SINGLE:
        if match := pattern.fullmatch(bare):
            return make(match, text)
    return None


def _first(bare: str, last: _Part, text: str) -> _Part | None:
    """The first of two dates: a day or a month alone is of the month or year of the last."""
    if match := re.fullmatch(r"[0-9]{1,2}", bare):
        return _Part(last.year, last.month, int(match.group())) if last.day else None
    if match := re.fullmatch(rf"(?:([0-9]{{1,2}})\s*)?({_MONTH})\.?", bare):
        day = int(match.group(1)) if match.group(1) else None
        return _Part(last.year, MONTHS[match.group(2)], day)
    return _single(bare, text)


def _named(match: re.Match[str], text: str) -> _Part:
    day, month, year = match.groups()
    return _Part(_full_year(year), MONTHS[month], int(day) if day else None)


def _numbers(match: re.Match[str], text: str) -> _Part:
    day, month, year = int(match.group(1)), int(match.group(2)), _full_year(match.group(3))
    if month > 12 >= day:
        meant = formatting.date(_checked(_joined(_Part(year, day, month)), text))
        raise UnreadDateError(
            text,
            reason('"{value}" has no such month; the day stands first here.', value=text),
            reason('If the month was meant to stand first, write "{meant}".', meant=meant),
        )
    return _Part(year, month, day)


def _full_year(text: str) -> int:
    return int(text) + CENTURY if len(text) == 2 else int(text)


_SINGLE: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (re.compile(rf"(?:([0-9]{{1,2}})[\s./-]*)?({_MONTH})\.?[\s./-]*([0-9]{{4}}|[0-9]{{2}})"), _named),
    (re.compile(r"([0-9]{1,2})\s*[/.-]\s*([0-9]{1,2})\s*[/.-]\s*([0-9]{4}|[0-9]{2})"), _numbers),
    (
        re.compile(r"([0-9]{4})[/.-]([0-9]{1,2})[/.-]([0-9]{1,2})"),
        lambda match, _: _Part(*map(int, match.groups())),
    ),
    (re.compile(r"([0-9]{1,2})[/.-]([0-9]{4})"), lambda match, _: _Part(int(match[2]), int(match[1]))),
    (re.compile(r"([0-9]{4})[/.-]([0-9]{2})"), lambda match, _: _Part(int(match[1]), int(match[2]))),
    (re.compile(r"[0-9]{4}"), lambda match, _: _Part(int(match[0]))),
)


def _joined(part: _Part) -> str:
    months = "" if part.month is None else f"-{part.month:02d}"
    days = "" if part.day is None else f"-{part.day:02d}"
    return f"{part.year:04d}{months}{days}"


def _checked(iso: str, text: str) -> str:
    """The date itself. Raises UnreadDateError for a day that does not exist, or an end before its start."""
    try:
        dates.span(iso)
    except dates.DateError as error:
        first, _slash, last = iso.partition("/")
        if last and _exists(first) and _exists(last):
            raise UnreadDateError(
                text,
                reason('"{value}" ends before it begins.', value=text),
                reason('Write the earlier date first: "{meant}".', meant=formatting.date(f"{last}/{first}")),
            ) from error
        wrong = last if _exists(first) else first
        raise UnreadDateError(
            text,
            reason('the date "{value}" does not exist.', value=text),
            reason(
                'Write the right date, or only "{coarser}" when the day is not known.',
                coarser=_coarser(wrong),
            ),
        ) from error
    return iso


def _exists(iso: str) -> bool:
    try:
        dates.span(iso)
    except dates.DateError:
        return False
    return True


def _coarser(iso: str) -> str:
    """The month, or the year, of a day that does not exist, as it is printed and read."""
    return formatting.date(iso[:7] if _exists(iso[:7]) else iso[:4])


def _serial(text: str) -> UnreadDateError:
    return UnreadDateError(
        text,
        reason('the number "{value}" is no date.', value=text),
        reason("Format the cell as a date, or write it as text: 15 Desember 2022."),
    )


def _no_date(text: str) -> UnreadDateError:
    return UnreadDateError(
        text,
        reason('"{value}" is no date.', value=text),
        reason(
            "Write a date such as 15 Desember 2022, Desember 2022 or 2022; leave it out when it is not known."
        ),
    )
