"""Reading cells whose choices stand in rulebooks: indicators, levels, rows of a region, sections, goals.

Each reader takes the rulebooks that speak where the row is recorded.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from domain.sheets.sheet import Column
from importers.problems import bad, shown_value
from importers.reading import cells
from importers.reading.cells import items, number, one_of, text
from jejak_i18n import labels
from schemas.rulebook_set import RulebookSet


def read(value: object, column: Column, rulebooks: RulebookSet) -> Any:
    """The value of a cell by the kind of its column. Raises CellError."""
    if (of_rulebooks := READERS.get(column.kind)) is not None:
        return of_rulebooks(value, column, rulebooks)
    return cells.not_below(cells.READERS[column.kind](value, column), column)


def indicators(value: object, column: Column, rulebooks: RulebookSet) -> list[str]:
    """IGA indicators by their national numbers, as stable ids."""
    # Numbers hold no commas: "16, 17" can only mean two.
    numbers = (one.strip() for part in items(value, column) for one in part.split(","))
    return [_indicator(one, rulebooks) for one in dict.fromkeys(numbers) if one]


def _indicator(part: str, rulebooks: RulebookSet) -> str:
    found = rulebooks.indicator(part)
    if len(found) > 1:
        raise bad(
            'the number "{value}" means one indicator in one edition, and another in the next.',
            "Write the id of the one that is meant: {ids}.",
            value=part,
            ids=", ".join(found),
        )
    if not found:
        low, high = rulebooks.indicator_range
        raise bad(
            '"{value}" is no number of an IGA indicator.',
            "Write numbers from {low} to {high}, separated by semicolons.",
            value=part,
            low=low,
            high=high,
        )
    return found[0]


def indicator(value: object, column: Column, rulebooks: RulebookSet) -> str:
    """One IGA indicator by its national number, as its stable id."""
    found = indicators(value, column, rulebooks)
    if len(found) != 1:
        raise bad(
            '"{value}" is not one indicator.',
            "Write one number in each row.",
            value=shown_value(value, column),
        )
    return found[0]


def level(value: object, column: Column, rulebooks: RulebookSet) -> int:
    """A level from 0 (none) to the highest of the row that is meant."""
    found = number(value, column)
    if not 0 <= found <= rulebooks.highest:
        *some, last = range(rulebooks.highest + 1)
        raise bad(
            '"{value}" is no level.',
            "Write {levels}, or {last}.",
            value=shown_value(value, column),
            levels=", ".join(map(str, some)),
            last=last,
        )
    return found


def region_row(value: object, column: Column, rulebooks: RulebookSet) -> str:
    """A row of SPD by its number, as its stable id."""
    return one_of(value, column, rulebooks.region_rows)


def award(value: object, column: Column, rulebooks: RulebookSet) -> str:
    return one_of(value, column, {name.upper(): name for name in rulebooks.awards})


def competition_group(value: object, column: Column, rulebooks: RulebookSet) -> str:
    return one_of(value, column, {name: name for name in rulebooks.groups})


def section(value: object, column: Column, rulebooks: RulebookSet) -> str:
    """A section or letter of a proposal, by the label of the sheet or of a form."""
    named = {name: code for code, name in labels.LABELS["kipp_section"].items()}
    return one_of(value, column, rulebooks.kipp_labels | named)


def section_list(value: object, column: Column, rulebooks: RulebookSet) -> list[str]:
    return [section(part, column, rulebooks) for part in items(value, column)]


def goals(value: object, column: Column, rulebooks: RulebookSet) -> list[int]:
    """Numbers of Asta Cita."""
    return _numbered(value, column, rulebooks.asta_cita, "Asta Cita")


def sdgs(value: object, column: Column, rulebooks: RulebookSet) -> list[int]:
    return _numbered(value, column, rulebooks.sdgs, "SDGs")


def _numbered(value: object, column: Column, most: int, name: str) -> list[int]:
    found = []
    for part in re.split(r"[;,\n]", text(value, column)):
        if not part.strip():
            continue
        # "Asta Cita ke-7", and "7." as a numbered list has it.
        pattern = rf"(?:{re.escape(name)}\s*)?(?:ke\s*-?\s*)?([0-9]{{1,3}})\.?"
        said = re.fullmatch(pattern, part.strip(), re.IGNORECASE)
        if not said or not 1 <= int(said[1]) <= most:
            raise bad(
                '"{value}" is no number of {name}.',
                "Write numbers from 1 to {most}, separated by semicolons.",
                value=part.strip(),
                name=name,
                most=most,
            )
        found.append(int(said[1]))
    return sorted(set(found))


READERS: dict[str, Callable[[object, Column, RulebookSet], object]] = {
    "indicators": indicators,
    "indicator": indicator,
    "level": level,
    "region_row": region_row,
    "award": award,
    "competition_group": competition_group,
    "section": section,
    "sections": section_list,
    "goals": goals,
    "sdgs": sdgs,
}


class RowChoices:
    """What the cells of one row may choose from: its year and indicator, once read, say which is meant.

    The rulebooks are asked for only by a cell that chooses from them.
    """

    def __init__(self, rulebooks: Callable[[], RulebookSet]) -> None:
        self._all = rulebooks
        self._year: int | None = None
        self._part: str | None = None

    @property
    def rulebooks(self) -> RulebookSet:
        """The rulebooks as the edition and the indicator read so far see them."""
        return self._all().of(self._year, self._part)

    def read(self, value: object, column: Column) -> Any:
        """The value of a cell. Raises CellError."""
        if column.kind in READERS:
            found = READERS[column.kind](value, column, self.rulebooks)
        else:
            found = cells.not_below(cells.READERS[column.kind](value, column), column)
        self.take(found, column)
        return found

    def take(self, value: object, column: Column) -> None:
        """Narrows the choice by a value; columns stand in the order year, indicator, level."""
        if column.field == "year" and isinstance(value, int):
            self._year = value
        elif column.kind in ("indicator", "region_row") and isinstance(value, str):
            self._part = value
