"""What a list seems to be: its sheets and columns, the values that no list knows, and its units."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from domain.names import fold
from importers.flat_list import acronyms, words
from importers.flat_list.grid import Grid, shown_text
from importers.flat_list.mapping import ABOVE, GROUP, SHEET
from importers.flat_list.places import ACRONYM, KEY, LEFT_OUT, NOTED, TITLE, UNIT, Place, place_of, places
from importers.flat_list.table import Table, find
from importers.flat_list.unit_guess import Names, UnitGuess, unknown_units
from importers.problems import CellError
from importers.reading.nearest import nearest
from importers.reading.rulebook_cells import read as read_cell
from jejak_i18n import labels
from schemas import affairs
from schemas.loader import packaged

MOSTLY = 0.5
"""The share of values that a column must let read, when its heading says what it is."""
SURELY = 0.8
"""The same for a column whose heading says nothing."""
BY_VALUES = ("Tahapan", "Bentuk Inovasi", "Jenis Inovasi", "Inisiator", "Urusan")
"""Fields that their values tell, whatever stands above them."""
FEW = 20
"""So many values at most are listed in the map for a person to say what they mean."""
EXAMPLES = 3
INITIATOR = "Inisiator"
"""A field of five kinds of people; a column of that name without them holds the people themselves."""

PERSONAL, EMPTY, DOUBLE, RUNNING = "personal", "empty", "double", "running"
UNREAD = "unread"
"""Why a column has no field of its own; or why its field reads few of its values."""


@dataclass
class Seen:
    """One column over all sheets: its cells in order, those with something in them."""

    heading: str
    values: list[object] = field(default_factory=list)
    rows: int = 0
    blank: int = 0
    by_file: dict[Path, list[object]] = field(default_factory=dict)

    @property
    def tells_apart(self) -> bool:
        """True when no cell is empty and no text stands twice in one file."""
        said = [[fold(shown_text(one).strip().rstrip(".")) for one in each] for each in self.by_file.values()]
        return not self.blank and all(len(set(each)) == len(each) for each in said)

    @property
    def distinct(self) -> list[str]:
        """What its cells say, each text once (case and spaces ignored), in order."""
        found: dict[str, str] = {}
        for value in self.values:
            text = " ".join(shown_text(value).split())
            found.setdefault(fold(text), text)
        return list(found.values())


class ColumnGuess(NamedTuple):
    """A column with the field that it seems to fill, and why it has none of its own."""

    seen: Seen
    field: str
    why: str = ""
    named: str = ""
    """The field that its heading names, where its values are not understood as such."""

    @property
    def not_understood(self) -> list[str]:
        """Its values that the field which its heading names cannot read, each once."""
        place = places()[self.named]
        known = words.VALUES.get(place.name, {})
        values = {fold(shown_text(one)): one for one in self.seen.values}
        unread = {text for text, value in values.items() if text not in known and not _reads(place, value)}
        return [text for text in self.seen.distinct if fold(text) in unread]

    @property
    def examples(self) -> list[str]:
        """A few of its values; none of a column that may name persons."""
        return [] if self.why == PERSONAL else self.seen.distinct[:EXAMPLES]


class ValueGuess(NamedTuple):
    """A value that its field cannot read: what it seems to mean (empty: unknown), and what is near it."""

    heading: str
    value: str
    meant: str
    near: str = ""


class SheetGuess(NamedTuple):
    """A sheet with its list, and where the unit of its rows stands when no column holds it."""

    file: Path
    table: Table
    unit_from: str | None


@dataclass
class Guess:
    """All that was found in a list."""

    sheets: list[SheetGuess] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    columns: list[ColumnGuess] = field(default_factory=list)
    values: list[ValueGuess] = field(default_factory=list)
    units: list[UnitGuess] = field(default_factory=list)
    fill_down: list[str] = field(default_factory=list)
    gaps: str = ""
    """The heading of the units' column where cells are empty, and what they mean is open."""
    acronyms: list[str] = field(default_factory=list)
    """Titles that hold their acronym."""

    @property
    def acronym_in_title(self) -> bool:
        """True where most titles hold their acronym."""
        title = self.column(TITLE)
        return title is not None and len(self.acronyms) >= MOSTLY * len(title.seen.distinct) > 0

    def column(self, name: str) -> ColumnGuess | None:
        """The column of a field."""
        return next((one for one in self.columns if one.field == name), None)


def guess(files: list[tuple[Path, list[Grid]]], known: Names) -> Guess:
    """What the sheets of some files seem to be; `known` are the units of the ledger."""
    made = Guess()
    found = [(path, grid, find(grid)) for path, grids in files for grid in grids]
    tables = [(path, table) for path, _grid, table in found if table is not None]
    made.skipped = [grid.name for _path, grid, table in found if table is None and _holds(grid)]
    if not tables:
        return made
    made.columns = _columns(tables)
    made.values = list(_values(made.columns))
    unit = made.column(UNIT)
    made.sheets = [_sheet(path, table, unit) for path, table in tables]
    grouped = all(one.unit_from == GROUP for one in made.sheets)
    if unit and unit.seen.blank and not grouped:
        if all(_goes_on(table, unit.seen.heading) for _path, table in tables):
            made.fill_down = [unit.seen.heading]
        else:
            made.gaps = unit.seen.heading
    title = made.column(TITLE)
    if title and not made.column(ACRONYM):
        made.acronyms = [text for text in title.seen.distinct if acronyms.split(text)]
    made.units = unknown_units(_spellings(made, unit), known)
    return made


def _goes_on(table: Table, heading: str) -> bool:
    """True where an empty cell can only mean the unit above: the first is written, and none twice in a row.

    Where each row writes its own unit, an empty cell is a gap that somebody must fill.
    """
    column = table.column(heading)
    said = [table.grid.peek(row, column.at) for row in table.rows] if column else []
    texts = [None if one is None else fold(shown_text(one)) for one in said]
    if not texts or None not in texts:
        return True
    twice = any(one is not None and one == other for one, other in pairwise(texts))
    return texts[0] is not None and not twice and texts.count(None) * 3 >= len(texts)


def _holds(grid: Grid) -> bool:
    return any(grid.filled(row) for row in range(len(grid.rows)))


def _columns(tables: list[tuple[Path, Table]]) -> list[ColumnGuess]:
    """Each column with its field; a heading that names its field exactly goes before the others."""
    seen = _seen(tables)
    order = sorted(seen, key=lambda one: place_of(one.heading) is None)
    taken: dict[str, ColumnGuess] = {}
    made: dict[str, ColumnGuess] = {}
    for one in order:
        chosen = _by_heading(one, taken)
        if chosen.field not in (LEFT_OUT, NOTED):
            taken[chosen.field] = chosen
        made[one.heading] = chosen
    for one in seen:
        if made[one.heading].field == NOTED and made[one.heading].why in ("", UNREAD):
            name = _by_values(one, taken)
            if name:
                made[one.heading] = taken[name] = ColumnGuess(one, name)
    for one in seen:
        if name := _late(made[one.heading], taken):
            why, named = made[one.heading].why, made[one.heading].named
            made[one.heading] = taken[name] = ColumnGuess(one, name, why if named else "", named)
    return [made[one.heading] for one in seen]


def _late(one: ColumnGuess, taken: dict[str, ColumnGuess]) -> str | None:
    """The field of a column that no other fills: a list of choices, or the initiator where kinds are said."""
    if one.why == PERSONAL and INITIATOR not in taken and "inisiator" in fold(one.seen.heading):
        # Names of persons are none of the kinds.
        return INITIATOR if one.seen.values and _fit(places()[INITIATOR], one.seen) == 1 else None
    if one.why == UNREAD and one.named not in taken and choices_of(places()[one.named]):
        return one.named if len(one.seen.distinct) <= FEW else None
    return None


def _seen(tables: list[tuple[Path, Table]]) -> list[Seen]:
    found: dict[str, Seen] = {}
    for path, table in tables:
        for column in table.columns:
            seen = found.setdefault(fold(column.heading), Seen(column.heading))
            for row in table.rows:
                value = table.grid.peek(row, column.at)
                seen.rows += 1
                if value is None:
                    seen.blank += 1
                else:
                    seen.values.append(value)
                    seen.by_file.setdefault(path, []).append(value)
    return list(found.values())


def _by_heading(seen: Seen, taken: dict[str, ColumnGuess]) -> ColumnGuess:
    if words.is_personal(seen.heading) and not _are_units(seen):
        return ColumnGuess(seen, LEFT_OUT, PERSONAL)
    named = place_of(seen.heading) or place_of(seen.heading.split(" / ")[-1])
    candidates = [named.name] if named else []
    candidates += words.fields_of(seen.heading)
    why = unread = ""
    for name in dict.fromkeys(candidates):
        if name in (LEFT_OUT, KEY):
            return _number(seen, taken)
        if name in taken:
            why = DOUBLE
        elif not seen.values or _fit(places()[name], seen) >= MOSTLY:
            return ColumnGuess(seen, name)
        elif name == INITIATOR and not _are_units(seen):
            return ColumnGuess(seen, LEFT_OUT, PERSONAL)
        else:
            unread = unread or name
    if unread and not why:
        return ColumnGuess(seen, NOTED, UNREAD, unread)
    return ColumnGuess(seen, NOTED, why)


def _number(seen: Seen, taken: dict[str, ColumnGuess]) -> ColumnGuess:
    """The list's own number: a key where it tells every row apart and does not only count them."""
    said = [shown_text(one).strip().rstrip(".") for one in seen.values]
    counted = all(re.fullmatch(r"[0-9]{1,4}", one) for one in said)
    if counted:
        return ColumnGuess(seen, LEFT_OUT, RUNNING)
    if KEY not in taken and seen.tells_apart:
        return ColumnGuess(seen, KEY)
    return ColumnGuess(seen, NOTED)


def _by_values(seen: Seen, taken: dict[str, ColumnGuess]) -> str | None:
    """The field that the values of a column tell; None where they could be anything."""
    if not seen.values or not all(isinstance(one, str) for one in seen.values):
        return None
    for name in BY_VALUES:
        if name not in taken and _fit(places()[name], seen) >= SURELY:
            return name
    return UNIT if UNIT not in taken and _are_units(seen) else None


def _are_units(seen: Seen) -> bool:
    said = seen.distinct
    return bool(said) and sum(words.unit_kind(one) is not None for one in said) >= SURELY * len(said)


def _fit(place: Place, seen: Seen) -> float:
    """The share of its distinct values that a field can read, or a word list knows."""
    if not place.asks or not seen.values:
        return 1.0
    known = words.VALUES.get(place.name, {})
    values = {fold(shown_text(one)): one for one in seen.values}
    read = sum(fold(text) in known or _reads(place, value) for text, value in values.items())
    return read / len(values)


def _reads(place: Place, value: object) -> bool:
    try:
        read_cell(value, place.column, packaged())
    except CellError:
        return False
    return True


def _values(columns: list[ColumnGuess]) -> Iterator[ValueGuess]:
    """The values that their fields cannot read, each once."""
    for one in columns:
        place = places()[one.field]
        if not place.asks or one.field in (KEY, LEFT_OUT):
            continue
        unread: dict[str, str] = {}
        for value in one.seen.values:
            if not _reads(place, value):
                text = " ".join(shown_text(value).split())
                unread.setdefault(fold(text), text)
        for folded, text in unread.items():
            meant = words.VALUES.get(place.name, {}).get(folded, "")
            yield ValueGuess(
                one.seen.heading, text, meant, "" if meant else nearest(text, choices_of(place)) or ""
            )


def choices_of(place: Place) -> list[str]:
    """The labels that a field takes; none for dates and numbers."""
    if place.column.kind in ("affair", "affairs"):
        return list(affairs.names())
    return list(labels.LABELS.get(place.column.group or "", {}).values())


def _sheet(path: Path, table: Table, unit: ColumnGuess | None) -> SheetGuess:
    groups = set(table.groups.values()) - {""}
    if unit and (not groups or not unit.seen.blank):
        return SheetGuess(path, table, None)
    if groups:
        return SheetGuess(path, table, GROUP)
    if words.unit_kind(table.grid.name) and not words.GENERIC_SHEET.fullmatch(table.grid.name.casefold()):
        return SheetGuess(path, table, SHEET)
    return SheetGuess(path, table, ABOVE if not unit and table.unit_above() else None)


def _spellings(made: Guess, unit: ColumnGuess | None) -> list[str]:
    """Every unit that the list names, each spelling once, in order."""
    found: list[str] = []
    for one in made.sheets:
        if one.unit_from == ABOVE:
            found.append(one.table.unit_above() or "")
        elif one.unit_from == SHEET:
            found.append(one.table.grid.name.strip())
        elif one.unit_from == GROUP:
            found += [text for text in one.table.groups.values() if text]
    if unit:
        found += unit.seen.distinct
    return list({fold(text): text for text in reversed(found)}.values())[::-1]
