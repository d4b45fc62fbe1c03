"""The map of a list: which column fills which field, what its values mean, and which units it names.

A person reads and mends it, so every mistake in it is named with its line.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from domain.base import Reason, reason
from domain.names import fold
from importers.flat_list.map_lines import lines
from importers.flat_list.places import MANY, TITLE, UNIT, Place, place_of, places
from importers.problems import Cell, CellError, ImportProblems, Problem
from importers.reading import cells
from importers.reading.nearest import nearest
from jejak_i18n import labels
from ledger.workspace.toml_text import faulty_line
from schemas.regions import region as official

ANY = "*"
"""The name of whatever sheet holds the columns."""
GROUP, SHEET, ABOVE = "group", "sheet", "title"
UNIT_SOURCES = (GROUP, SHEET, ABOVE)
TOP = (
    "region",
    "lab",
    "skip",
    "fill_down",
    "acronym_in_title",
    "sheet",
    "columns",
    "values",
    "units",
    "same",
)
OF_SHEET = ("name", "headings", "first", "unit", "unit_from")
OF_UNIT = ("kind", "name", "short", "same_as")


@dataclass(frozen=True)
class SheetPlan:
    """Where the list stands in a sheet; rows as Excel counts them."""

    name: str = ANY
    headings: tuple[int, ...] = ()
    first: int | None = None
    unit: str | None = None
    """The unit of all its rows."""
    unit_from: str | None = None
    """Where it stands when no column holds it: above each group, in the sheet's name, in the title."""


@dataclass(frozen=True)
class UnitPlan:
    """A unit that the list names and the ledger may not know, or another spelling of one."""

    name: str
    kind: str = ""
    short: str | None = None
    same_as: str | None = None


@dataclass
class Mapping:
    """What a map says; headings and spellings are looked up without regard to case and spaces."""

    path: Path
    region: str = ""
    lab: str | None = None
    skip: tuple[str, ...] = ()
    fill_down: tuple[str, ...] = ()
    acronym_in_title: bool = False
    """True where a title such as `SAPA (Satu Pelayanan)` holds its acronym."""
    sheets: list[SheetPlan] = field(default_factory=list)
    columns: dict[str, Place] = field(default_factory=dict)
    values: dict[str, dict[str, str]] = field(default_factory=dict)
    units: dict[str, UnitPlan] = field(default_factory=dict)
    same: dict[str, str] = field(default_factory=dict)
    """Titles to the codes of the recorded innovations that they are, or `new`."""
    lines: dict[tuple[str, str], int] = field(default_factory=dict)

    def place(self, heading: str) -> Place | None:
        """The field of a column."""
        wanted = fold(heading)
        return next((one for name, one in self.columns.items() if fold(name) == wanted), None)

    def heading_of(self, name: str) -> str | None:
        """The heading of the column that fills a field."""
        return next((heading for heading, one in self.columns.items() if one.name == name), None)

    def plan(self, sheet: str) -> SheetPlan | None:
        """Where the list stands in a sheet, by its name, or else in any sheet."""
        named = next((one for one in self.sheets if one.name == sheet), None)
        return named or next((one for one in self.sheets if one.name == ANY), None)

    def meant(self, heading: str, value: str) -> str | None:
        """What the map says that a value of a column means; None where it says nothing of it."""
        return self.values.get(fold(heading), {}).get(fold(value))

    def unit(self, text: str) -> str:
        """The name of the unit that a spelling means: itself, or that of the unit it is the same as."""
        plan = self.units.get(fold(text))
        if plan is None:
            return text
        if plan.same_as:
            other = self.units.get(fold(plan.same_as))
            return other.name if other else plan.same_as
        return plan.name

    def cell(self, section: str, key: str = "") -> Cell:
        """The line of a key of a section."""
        line = self.lines.get((section, key)) or self.lines.get((section, ""))
        return Cell(self.path.name, str(line) if line else "")


def read(path: Path) -> Mapping:
    """Reads a map. Raises ImportProblems with all that is wrong with it."""
    return parse(path, _text(path))


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        what = reason("the map {path} cannot be read.", path=str(path))
        remedy = reason("Check the name, or make the map again: jejak map LIST")
        raise ImportProblems([Problem(Cell(path.name, ""), what, remedy)]) from error
    except UnicodeDecodeError as error:
        what = reason("the map was not saved as UTF-8.")
        remedy = reason("Save it again with the encoding UTF-8.")
        raise ImportProblems([Problem(Cell(path.name, ""), what, remedy)]) from error


def parse(path: Path, text: str) -> Mapping:
    """The map in a text. Raises ImportProblems with all that is wrong with it."""
    try:
        said = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = faulty_line(text, error)
        what = reason("the line cannot be read: {line}", line=line.text)
        remedy = reason('Write a line as "HEADING" = "FIELD", each heading once, all of it in quotes.')
        cell = Cell(path.name, str(line.number))
        raise ImportProblems([Problem(cell, what, remedy)]) from error
    except (ValueError, RecursionError) as error:
        # Python refuses to read numbers of thousands of digits, and values thousands of levels deep.
        what = reason("the file holds a number too long, or is nested too deeply.")
        remedy = reason('Write a line as "HEADING" = "FIELD", each heading once, all of it in quotes.')
        raise ImportProblems([Problem(Cell(path.name, ""), what, remedy)]) from error
    return _Reader(path, text, said).read()


class _Reader:
    """Takes a map apart; what is wrong is collected."""

    def __init__(self, path: Path, text: str, said: dict[str, Any]) -> None:
        self.said = said
        self.problems: list[Problem] = []
        self.map = Mapping(path, lines=lines(text))

    def read(self) -> Mapping:
        """The map. Raises ImportProblems."""
        self._known("", self.said, TOP)
        self._top()
        self._sheets()
        self._columns()
        self._values()
        self._units()
        self._same()
        if self.problems:
            raise ImportProblems(self.problems)
        return self.map

    def _bad(self, section: str, key: str, what: Reason, remedy: Reason) -> None:
        self.problems.append(Problem(self.map.cell(section, key), what, remedy))

    def _known(self, section: str, said: Iterable[str], known: tuple[str, ...]) -> None:
        for key in said:
            if key not in known:
                what = reason('the map knows no "{key}" here.', key=key)
                self._bad(section, key, what, reason("Write one of: {known}.", known=", ".join(known)))

    def _text(self, section: str, key: str, value: object) -> str | None:
        if value is None or (isinstance(value, str) and value.strip()):
            return value.strip() if value else None
        self._no_text(section, key)
        return None

    def _no_text(self, section: str, key: str) -> None:
        what = reason('"{key}" does not hold a text.', key=key)
        self._bad(section, key, what, reason("Write a text in quotes, or delete the line."))

    def _texts(self, section: str, key: str, value: object) -> tuple[str, ...]:
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            return tuple(value)
        self._bad(
            section,
            key,
            reason('"{key}" does not hold texts.', key=key),
            reason('Write texts in quotes between brackets: ["Rekap", "Grafik"].'),
        )
        return ()

    def _top(self) -> None:
        said, made = self.said, self.map
        made.region = self._text("", "region", said.get("region")) or ""
        if official(made.region) is None:
            what = reason("there is no region with the code {code}.", code=made.region or "–")
            remedy = reason("Take the code of the official list, such as 33.03 for Kabupaten Purbalingga.")
            self._bad("", "region", what, remedy)
        made.lab = self._text("", "lab", said.get("lab"))
        made.skip = self._texts("", "skip", said.get("skip", []))
        made.fill_down = tuple(map(fold, self._texts("", "fill_down", said.get("fill_down", []))))

        split = said.get("acronym_in_title", False)
        if isinstance(split, bool):
            made.acronym_in_title = split
        else:
            what = reason('"{key}" is neither true nor false.', key="acronym_in_title")
            self._bad("", "acronym_in_title", what, reason("Write true or false, without quotes."))

    def _sheets(self) -> None:
        found = self.said.get("sheet", [{}])
        if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
            self._bad(
                "sheet",
                "",
                reason('"sheet" is no part of its own.'),
                reason("Begin each sheet with a line [[sheet]]."),
            )
            return
        for one in found:
            self._known("sheet", one, OF_SHEET)
            self._sheet(one)

    def _sheet(self, said: dict[str, Any]) -> None:
        rows, first = said.get("headings", []), said.get("first")
        numbers = [*rows, *([] if first is None else [first])] if isinstance(rows, list) else [None]
        if not all(type(one) is int and one > 0 for one in numbers) or rows != sorted(set(rows)):
            self._bad(
                "sheet",
                "headings",
                reason("the rows of a list are not numbers in order."),
                reason("Write the rows as Excel counts them: headings = [4, 5] and first = 6."),
            )
            return
        source = self._text("sheet", "unit_from", said.get("unit_from"))
        if source not in (None, *UNIT_SOURCES):
            what = reason('the map knows no "{key}" here.', key=source)
            self._bad(
                "sheet", "unit_from", what, reason("Write one of: {known}.", known=", ".join(UNIT_SOURCES))
            )
        self.map.sheets.append(
            SheetPlan(
                self._text("sheet", "name", said.get("name")) or ANY,
                tuple(rows),
                first,
                self._text("sheet", "unit", said.get("unit")),
                source,
            )
        )

    def _table(self, name: str) -> dict[str, Any]:
        found = self.said.get(name, {})
        if isinstance(found, dict):
            return found
        place = (name, "") if (name, "") in self.map.lines else ("", name)
        what = reason('"{key}" is no part of its own.', key=name)
        self._bad(*place, what, reason("Begin it with a line [{key}].", key=name))
        return {}

    def _columns(self) -> None:
        taken: dict[str, str] = {}
        before = len(self.problems)
        for heading, said in self._table("columns").items():
            place = place_of(said) if isinstance(said, str) else None
            if place is None:
                self._unknown_field(heading, said)
                continue
            if place.name in taken and place.name not in MANY:
                what = reason(
                    '"{field}" is filled by "{first}" already.', field=place.name, first=taken[place.name]
                )
                remedy = reason('Take another field for one of them, such as "Keterangan".')
                self._bad("columns", heading, what, remedy)
                continue
            taken[place.name] = heading
            self.map.columns[heading] = place
        if len(self.problems) > before:
            # The column that is missing may be one of those.
            return
        if TITLE not in taken:
            what = reason("no column is the title of the innovation.")
            self._bad("columns", "", what, reason('Write "Judul" behind the heading of that column.'))
        has_unit = UNIT in taken or all(one.unit or one.unit_from for one in self.map.sheets)
        if not has_unit:
            what = reason("no column is the unit of the innovation.")
            remedy = reason(
                'Write "Unit" behind the heading of that column, or under [[sheet]]: unit = "NAME".'
            )
            self._bad("columns", "", what, remedy)

    def _unknown_field(self, heading: str, said: object) -> None:
        near = nearest(str(said), places())
        if near:
            what = reason('there is no field "{field}". Did you mean "{near}"?', field=str(said), near=near)
        else:
            what = reason('there is no field "{field}".', field=str(said))
        self._bad("columns", heading, what, reason("Write one of: {known}.", known=", ".join(places())))

    def _values(self) -> None:
        for heading, said in self._table("values").items():
            section = f"values.{heading}"
            place = self.map.place(heading)
            if place is None or not isinstance(said, dict):
                if heading in self._table("columns"):
                    continue
                what = reason('the map has no column "{heading}".', heading=heading)
                self._bad(section, "", what, reason("Write the heading as it stands under [columns]."))
                continue
            self.map.values[fold(heading)] = {
                fold(value): meant
                for value, meant in said.items()
                if self._meant(section, value, meant, place)
            }

    def _meant(self, section: str, value: str, meant: object, place: Place) -> bool:
        if not isinstance(meant, str):
            self._no_text(section, value)
            return False
        read: Callable[..., object] | None = cells.READERS.get(place.column.kind)
        if not meant.strip() or not place.asks or read is None:
            return True
        try:
            read(meant, place.column)
        except CellError as error:
            remedy = error.remedy if place.column.kind == "date" else _choices(place)
            self._bad(section, value, error.what, remedy)
            return False
        return True

    def _units(self) -> None:
        said = self._table("units")
        for spelling, one in said.items():
            if isinstance(one, dict):
                self._known(f"units.{spelling}", one, OF_UNIT)
                self._unit(spelling, one)
            else:
                what = reason('"{key}" does not say what the unit is.', key=spelling)
                self._bad("units", spelling, what, _unit_remedy())
        for plan in self.map.units.values():
            other = self.map.units.get(fold(plan.same_as)) if plan.same_as else None
            if other and other.same_as:
                what = reason('"{name}" is itself only another spelling.', name=plan.same_as)
                self._bad("units", plan.name, what, reason("Name the unit that both are."))

    def _same(self) -> None:
        for title, said in self._table("same").items():
            if isinstance(said, str) and said.strip():
                self.map.same[fold(title)] = said.strip()
            else:
                self._no_text("same", title)

    def _unit(self, spelling: str, said: dict[str, Any]) -> None:
        if not all(isinstance(value, str) for value in said.values()):
            self._no_text("units", spelling)
            return
        same = str(said.get("same_as") or "").strip() or None
        kind = labels.code_of("unit_kind", str(said.get("kind") or ""))
        if kind is None and same is None:
            what = reason('"{kind}" is no kind of unit.', kind=str(said.get("kind") or "–"))
            known = ", ".join(labels.LABELS["unit_kind"].values())
            self._bad("units", spelling, what, reason("Write one of: {known}.", known=known))
            return
        name = str(said.get("name") or spelling).strip()
        short = str(said.get("short") or "").strip() or None
        self.map.units[fold(spelling)] = UnitPlan(name, kind or "", short, same)


def _unit_remedy() -> Reason:
    return reason(
        "Write {kind}, or for another spelling of a unit: {same}.",
        kind='{ kind = "OPD" }',
        same='{ same_as = "Dinas Kesehatan" }',
    )


def _choices(place: Place) -> Reason:
    if place.column.kind in ("affair", "affairs"):
        return reason("Take a name of the official list of affairs, or leave it empty to keep a note.")
    known = ", ".join(labels.LABELS.get(place.column.group or "", {}).values())
    return reason("Write one of: {known}.", known=known)
