"""Reading one cell by the kind of its column. Every reader gives the value, or raises CellError."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from rapidfuzz import process

from domain.base import Reason, reason
from domain.sheets.sheet import Column
from importers.problems import CellError, bad, shown_value
from jejak_i18n import labels, written_dates, written_numbers
from schemas import affairs, loader
from schemas.loader import indicator_numbers

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


def text(value: Any, column: Column) -> str:
    """Text without surrounding spaces; whole numbers as digits. Refuses control characters."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    plain = str(value).replace("\r\n", "\n").replace("\r", "\n").strip()
    if _CONTROL.search(plain):
        raise bad(
            "The text holds a character that cannot be printed.",
            "Type the text again, or paste it as plain text.",
        )
    return plain


def items(value: Any, column: Column) -> list[str]:
    """The parts of a list in one cell, separated by semicolons or line breaks, in order, once each."""
    parts = [part.strip() for part in re.split(r"[;\n]", text(value, column))]
    return list(dict.fromkeys(part for part in parts if part))


def date(value: Any, column: Column) -> str:
    try:
        return written_dates.read(value)
    except written_dates.UnreadDateError as error:
        shown = {**error.why.values, "value": shown_value(value, column)}
        raise CellError(Reason(error.why.text, shown), error.remedy) from error


def number(value: Any, column: Column) -> int:
    return int(_number(value, column, whole=True))


def decimal(value: Any, column: Column) -> str:
    """A number as exact decimal text."""
    return format(_number(value, column, whole=False).normalize(), "f")


def _number(value: Any, column: Column, *, whole: bool) -> Decimal:
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


def flag(value: Any, column: Column) -> bool:
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
"""Choices that a sentence names; a longer list stands in the cell."""


def one_of(value: Any, column: Column, choices: dict[str, str]) -> str:
    """The code of a label (case and spaces ignored); `choices` is label to code."""
    said = " ".join(text(value, column).casefold().split())
    folded = {_fold(name): code for name, code in choices.items()}
    if _fold(said) in folded:
        return folded[_fold(said)]
    near = process.extractOne(said, list(choices), score_cutoff=70)
    if near:
        raise bad(
            '"{value}" is not on the list. Did you mean "{near}"?',
            "Choose from the drop-down list of the cell.",
            value=shown_value(value, column),
            near=near[0],
        )
    if len(choices) > MANY:
        raise bad(
            '"{value}" is not on the list.',
            "Choose from the drop-down list of the cell.",
            value=shown_value(value, column),
        )
    raise bad(
        '"{value}" is not on the list.',
        "Choose one of: {choices}.",
        value=shown_value(value, column),
        choices=", ".join(choices),
    )


def _fold(name: str) -> str:
    return " ".join(name.casefold().replace("&", " dan ").split())


def term(value: Any, column: Column) -> str:
    return one_of(value, column, {name: code for code, name in labels.LABELS[column.group or ""].items()})


def terms(value: Any, column: Column) -> list[str]:
    return [term(part, column) for part in items(value, column)]


def measure(value: Any, column: Column) -> str | None:
    """A measure, or None for a figure that Jejak does not compute."""
    choices = {name: code for code, name in labels.LABELS["measure"].items()} | {"tidak dihitung": ""}
    return one_of(value, column, choices) or None


def affair(value: Any, column: Column) -> str:
    return one_of(value, column, {name: name for name in affairs.names()})


def affair_list(value: Any, column: Column) -> list[str]:
    # Several official names hold commas, so only semicolons and line breaks part a list.
    return [affair(part, column) for part in items(value, column)]


def indicators(value: Any, column: Column) -> list[str]:
    """IGA indicators by their national numbers, as stable ids."""
    known = indicator_numbers()
    found = []
    for part in items(value, column):
        if not re.fullmatch(r"[0-9]{1,4}", part) or int(part) not in known:
            raise bad(
                '"{value}" is no number of an IGA indicator.',
                "Write numbers from {low} to {high}, separated by semicolons.",
                value=part,
                low=min(known),
                high=max(known),
            )
        found.append(known[int(part)])
    return found


def indicator(value: Any, column: Column) -> str:
    """One IGA indicator by its national number, as its stable id."""
    found = indicators(value, column)
    if len(found) != 1:
        raise bad(
            '"{value}" is not one indicator.',
            "Write one number in each row.",
            value=shown_value(value, column),
        )
    return found[0]


def level(value: Any, column: Column) -> int:
    """A level from 0 (none) to 3 (P3)."""
    found = number(value, column)
    if found not in range(4):
        raise bad('"{value}" is no level.', "Write 0, 1, 2, or 3.", value=shown_value(value, column))
    return found


def region_row(value: Any, column: Column) -> str:
    """A row of SPD by its number, as its stable id."""
    return one_of(value, column, loader.region_rows())


def award(value: Any, column: Column) -> str:
    return one_of(value, column, {name.upper(): name for name in loader.awards()})


def competition_group(value: Any, column: Column) -> str:
    return one_of(value, column, {name: name for name in loader.groups()})


def section(value: Any, column: Column) -> str:
    """A section or letter of a proposal, by the label of the sheet or of a form."""
    named = {name: code for code, name in labels.LABELS["kipp_section"].items()}
    return one_of(value, column, loader.kipp_labels() | named)


def section_list(value: Any, column: Column) -> list[str]:
    return [section(part, column) for part in items(value, column)]


def goals(value: Any, column: Column) -> list[int]:
    """Numbers of Asta Cita."""
    return _numbered(value, column, loader.goals("asta_cita"), "Asta Cita")


def sdgs(value: Any, column: Column) -> list[int]:
    return _numbered(value, column, loader.goals("sdgs"), "SDGs")


def _numbered(value: Any, column: Column, most: int, name: str) -> list[int]:
    found = []
    for part in re.split(r"[;,\n]", text(value, column)):
        if not part.strip():
            continue
        if not re.fullmatch(r"[0-9]{1,3}", part.strip()) or not 1 <= int(part) <= most:
            raise bad(
                '"{value}" is no number of {name}.',
                "Write numbers from 1 to {most}, separated by semicolons.",
                value=part.strip(),
                name=name,
                most=most,
            )
        found.append(int(part))
    return sorted(set(found))


READERS: dict[str, Callable[[Any, Column], Any]] = {
    "text": text,
    "long": text,
    "date": date,
    "number": number,
    "decimal": decimal,
    "flag": flag,
    "term": term,
    "terms": terms,
    "measure": measure,
    "affair": affair,
    "affairs": affair_list,
    "indicators": indicators,
    "indicator": indicator,
    "level": level,
    "region_row": region_row,
    "award": award,
    "competition_group": competition_group,
    "section": section,
    "sections": section_list,
    "goals": goals,
    "evidence": text,
    "sdgs": sdgs,
    "ref": text,
    "refs": items,
    "list": items,
    "missions": items,
    "ceremony": text,
    "file": text,
}
