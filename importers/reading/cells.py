"""Reading one cell by the kind of its column. Every reader gives the value, or raises CellError."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable
from decimal import Decimal
from typing import TypeVar

from domain.base import Reason, reason
from domain.fields import LARGEST
from domain.names import fold
from domain.sheets.sheet import Column
from importers.problems import CellError, bad, shown_value
from importers.reading.coordinates import coordinates
from importers.reading.nearest import nearest
from importers.reading.plain_text import OddCharacterError, Plain, one_line, plain, printable
from jejak_i18n import labels, written_dates, written_numbers
from schemas import affairs, regions

MANY_LINES = {"reason", "note", "text", "consent", "attendance"}
"""Fields of kind `text` whose lines are kept; in all others a line break is a space."""
_OF_ONE_LINE = ("text", "ref", "evidence", "ceremony", "link")


def text(value: object, column: Column) -> str:
    """Text as it was meant (`plain_text`), in a field of one line without line breaks; numbers as digits.

    Refuses characters that cannot be printed.
    """
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    said = written(str(value), column).text
    if column.kind in _OF_ONE_LINE and column.field not in MANY_LINES:
        return one_line(said)
    return said


def written(value: str, column: Column) -> Plain:
    """A cell's text as it was meant, and how it came about. Raises CellError for what cannot be printed."""
    try:
        # A file's name is the name that it has.
        return Plain(printable(value).strip()) if column.kind == "file" else plain(value)
    except OddCharacterError as error:
        raise _odd(error, column) from error


def _odd(error: OddCharacterError, column: Column) -> CellError:
    values = {
        "name": error.name,
        "code": error.code,
        "count": error.before,
        "words": "…" if column.personal else error.words,
    }
    if error.turns:
        return bad(
            "the text holds {name} ({code}) after {count} characters, with which it reads otherwise"
            ' than it is stored: "{words}".',
            "Delete the character; where it cannot be seen, type the words beside it again.",
            **values,
        )
    if not error.name:
        return bad(
            "the text holds a sign without a meaning of its own ({code}) after {count} characters:"
            ' "{words}".',
            "Type what the sign stands for, or delete it.",
            **values,
        )
    return bad(
        'the text holds {name} ({code}) after {count} characters, which cannot be printed: "{words}".',
        "Delete the character; where it cannot be seen, type the words beside it again.",
        **values,
    )


def items(value: object, column: Column) -> list[str]:
    """The parts of a list in one cell, separated by semicolons or line breaks, in order, once each."""
    parts = [part.strip() for part in re.split(r"[;\n]", text(value, column))]
    parts = [part.removeprefix("- ") for part in parts]
    return list(dict.fromkeys(part for part in parts if part))


def date(value: object, column: Column) -> str:
    try:
        return written_dates.read(value)
    except written_dates.UnreadDateError as error:
        shown = {**error.why.values, "value": shown_value(value, column)}
        raise CellError(Reason(error.why.text, shown), error.remedy) from error


def number(value: object, column: Column) -> int:
    found = int(_number(value, column, whole=True))
    if abs(found) > LARGEST:
        raise bad(
            '"{value}" is too large for a whole number here.',
            "Write a number of at most {most}.",
            value=shown_value(value, column),
            most=LARGEST,
        )
    return found


def decimal(value: object, column: Column) -> str:
    """A number as exact decimal text."""
    return plain_decimal(_number(value, column, whole=False))


def plain_decimal(value: Decimal) -> str:
    """A number without zeros behind its decimals; no digit is rounded, however many there are."""
    text = format(value, "f")
    return (text.rstrip("0").rstrip(".") or "0") if "." in text else text


def _number(value: object, column: Column, *, whole: bool) -> Decimal:
    """The number of a cell: as it is stored, or as its text says it."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        # The shortest decimal that is this very float: what the sheet holds, without the noise of its bits.
        value = format(Decimal(repr(value)), "f").replace(".", ",")
    try:
        return written_numbers.read(str(value), whole=whole)
    except written_numbers.UnreadNumberError as error:
        shown = {**error.why.values, "value": shown_value(value, column)}
        remedy = error.remedy if not column.personal else reason("Write a whole number without a unit.")
        raise CellError(Reason(error.why.text, shown), remedy) from error


_MINUS_BEFORE_RP = re.compile(r"^\s*[-\u2212\u2013]\s*rp\.?\s*", re.IGNORECASE)
PAGE = r"[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#;,]+\.[^\s/?#;,.]{2,}([/?#]\S*)?"
"""The whole address of a page; schemas ask for the same."""
_PAGE = re.compile(PAGE)
T = TypeVar("T")


def not_below(found: T, column: Column) -> T:
    """A value that was read, unless it is a number below what its meaning allows. Raises CellError."""
    said = _said(str(found)) if column.least is not None and found is not None else None
    if said is not None and column.least is not None and said < column.least:
        raise bad(
            '{label} cannot be less than {least}: "{value}".',
            "Write it without a minus sign, or leave the cell empty.",
            label=column.label,
            least=column.least,
            value=shown_value(found, column),
        )
    return found


def _said(text: str) -> Decimal | None:
    """The number that a text is, if only roughly; None for words."""
    for whole in (True, False):
        with contextlib.suppress(written_numbers.UnreadNumberError):
            return written_numbers.read(_MINUS_BEFORE_RP.sub("-", text), whole=whole)
    return None


def flag(value: object, column: Column) -> bool:
    said = text(value, column).casefold()
    if said in ("ya", "y", "true", "1", "x", "✓"):
        return True
    if said in ("tidak", "t", "false", "0", "-"):
        return False
    raise bad(
        '"{value}" is neither yes nor no.',
        "Write ya, or leave the cell empty.",
        value=shown_value(value, column),
    )


MANY = 12
"""Choices that a sentence names; a longer list stands in the cell, where it has one."""
DROP_DOWN = ("term", "affair", "measure", "flag")
"""Kinds of columns whose cells offer their choices: one of a list that no rulebook changes."""
LISTED_BESIDE = {"affairs": "Urusan"}
"""Kinds of columns with long lists but without drop-downs, to the column of their sheet that has one."""


def one_of(value: object, column: Column, choices: dict[str, str]) -> str:
    """The code of a label (case and spaces ignored); `choices` is label to code."""
    said = fold(text(value, column))
    folded = {_fold(name): code for name, code in choices.items()}
    if _fold(said) in folded:
        return folded[_fold(said)]
    shown = shown_value(value, column)
    near = nearest(said, choices)
    if near:
        remedy = (
            reason("Choose from the drop-down list of the cell.")
            if column.kind in DROP_DOWN
            else reason('Write "{near}" if that is meant.', near=near)
        )
        what = reason('"{value}" is not on the list. Did you mean "{near}"?', value=shown, near=near)
        raise CellError(what, remedy)
    if len(choices) > MANY and column.kind in DROP_DOWN:
        raise bad('"{value}" is not on the list.', "Choose from the drop-down list of the cell.", value=shown)
    if beside := LISTED_BESIDE.get(column.kind):
        raise bad(
            '"{value}" is not on the list.',
            "Take the name from the drop-down list of column {label}.",
            value=shown,
            label=beside,
        )
    raise bad(
        '"{value}" is not on the list.',
        "Choose one of: {choices}.",
        value=shown,
        choices=", ".join(choices),
    )


def _fold(name: str) -> str:
    return " ".join(name.casefold().replace("&", " dan ").split())


def term(value: object, column: Column) -> str:
    group = column.group or ""
    if meant := labels.code_of(group, text(value, column)):
        return meant
    return one_of(value, column, {name: code for code, name in labels.LABELS[group].items()})


def terms(value: object, column: Column) -> list[str]:
    return [_of_list(part, column, term) for part in items(value, column)]


def _of_list(part: str, column: Column, read: Callable[[object, Column], str]) -> str:
    """One value of a list; says so where commas part several, which only semicolons and line breaks do."""
    try:
        return read(part, column)
    except CellError:
        several = [one.strip() for one in part.split(",") if one.strip()]
        try:
            labelled = len(several) > 1 and [read(one, column) for one in several]
        except CellError:
            labelled = False
        if not labelled:
            raise
        raise bad(
            '"{value}" holds several values.',
            "Part them with semicolons: {parts}.",
            value=shown_value(part, column),
            parts="; ".join(several),
        ) from None


def measure(value: object, column: Column) -> str | None:
    """A measure, or None for a figure that Jejak does not compute."""
    choices = {name: code for code, name in labels.LABELS["measure"].items()} | {"tidak dihitung": ""}
    return one_of(value, column, choices) or None


def affair(value: object, column: Column) -> str:
    return one_of(value, column, {name: name for name in affairs.names()})


def affair_list(value: object, column: Column) -> list[str]:
    # Several official names hold commas, so only semicolons and line breaks part a list.
    return [_of_list(part, column, affair) for part in items(value, column)]


def region_codes(value: object, column: Column) -> list[str]:
    """Codes of regional governments of the official list, written as there: `33.03`."""
    return list(dict.fromkeys(_region_code(part, column) for part in items(value, column)))


def _region_code(part: str, column: Column) -> str:
    found = regions.region(part) if re.fullmatch(r"[0-9][0-9., -]*", part) else None
    if found is None:
        raise bad(
            '"{value}" is no code of a regional government.',
            "Write codes of the official list, such as 33.03 for a regency or 33 for a province;"
            " part several with semicolons.",
            value=shown_value(part, column),
        )
    return found["code"]


def link(value: object, column: Column) -> str:
    """The address of a page, with its scheme."""
    said = text(value, column)
    if _PAGE.fullmatch(said):
        return said
    if _PAGE.fullmatch(f"https://{said}"):
        raise bad(
            '"{value}" is no whole address of a page: https:// is missing in front.',
            "Write https:// in front of it, or copy the address from the browser.",
            value=shown_value(said, column),
        )
    raise bad(
        '"{value}" is no address of a page.',
        "Copy the address from the browser; it begins with https://. Only one stands in a cell.",
        value=shown_value(said, column),
    )


def numbers(value: object, column: Column) -> list[int]:
    """Whole numbers, separated by semicolons, commas or line breaks, in order, once each."""
    parts = (part.strip() for part in re.split(r"[;,\n]", text(value, column)))
    return list(dict.fromkeys(number(part, column) for part in parts if part))


READERS: dict[str, Callable[[object, Column], object]] = {
    "text": text,
    "long": text,
    "date": date,
    "number": number,
    "numbers": numbers,
    "decimal": decimal,
    "flag": flag,
    "term": term,
    "terms": terms,
    "measure": measure,
    "affair": affair,
    "affairs": affair_list,
    "evidence": text,
    "ref": text,
    "refs": items,
    "list": items,
    "missions": items,
    "region_codes": region_codes,
    "ceremony": text,
    "file": text,
    "link": link,
    "coordinates": coordinates,
}
