"""What the references of a row mean: other rows by key, units by name, innovations and ideas by code."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from domain import streams
from domain.base import reason
from domain.names import fold
from domain.sheets.directory import MISSION, UNIT
from domain.sheets.evidence import EVIDENCE
from domain.sheets.idea import SPLIT
from domain.sheets.innovation import INNOVATION
from domain.sheets.lab import CEREMONY
from domain.sheets.registry import BY_NAME, FOUNDING
from domain.sheets.sheet import Column, Sheet
from importers.flat_list import acronyms
from importers.flat_list.words import long_form
from importers.problems import CellError, bad
from importers.reading.book import Book, Row
from importers.reading.nearest import nearest
from importers.recording import prefetch, recorded_rows
from importers.recording.names import meanings_of_units, names_held, names_of_row
from ledger.write.integrity import row_key
from ledger.write.unit_of_work import UnitOfWork
from projections.eligibility.other_sheets import sheet_options

FILLER_MARK = "@"
"""Stands in a scope between the lab or region and the name of who fills in."""
TOO_LONG = 10
"""No part of an idea has a number of so many digits."""


class Pending(Exception):  # noqa: N818 - not an error: try again after the row it names
    """The reference names a row of this file that has not been decided yet."""


class Skip(Exception):  # noqa: N818 - the other row's errors are enough
    """The reference names a row of this file that has errors of its own."""


class Resolver:
    """Resolves references within one book over one unit of work."""

    def __init__(self, book: Book, unit_of_work: UnitOfWork, region: str) -> None:
        self.book, self.unit_of_work, self.region = book, unit_of_work, region
        self.lab: str | None = None
        self.streams: dict[Row, str] = {}
        """Rows decided or known, with the stream that they founded."""
        self.parts: dict[Row, list[str]] = {}
        """Rows that split an idea, with the new ideas in order."""
        self.failed: set[Row] = set()
        self.by_key = {(row.sheet.name, row.written_key): row for row in book.rows if row.key}
        self.shared: set[Row] = set()
        """Rows of a named filler whose keys stand in the scope that all share."""
        self._units: dict[str, str] | None = None
        self._innovation_names: list[str] = []
        """Titles and acronyms as they are recorded, once they were asked for."""
        self._ahead: set[str] = set()
        self._referred = False

    def scope(self, row: Row) -> str:
        """The scope of a row's key: as the key says, or the lab or region, divided by who fills in."""
        if row.key_scope:
            return row.key_scope
        return self._base(row) if row in self.shared else self._own(self._base(row))

    def _base(self, row: Row) -> str:
        of_lab = row.sheet.scope == "lab" and not row.values.get("no_lab")
        return self.lab if of_lab and self.lab else self.region

    def _own(self, base: str) -> str:
        """What the filler's own keys are unique within."""
        return f"{base}{FILLER_MARK}{fold(self.book.filler).replace('/', '-')}" if self.book.filler else base

    def may_scope(self, row: Row, scope: str | None) -> bool:
        """True for a scope of the row's lab or region, whoever filled in."""
        return (scope or "").partition(FILLER_MARK)[0] == self._base(row)

    def known(self, row: Row) -> tuple[str, int] | None:
        """The stream and version that hold the row's identity in the ledger."""
        return self._held(self.scope(row), row.sheet.name, row.key)

    def share(self, row: Row) -> tuple[str, int] | None:
        """What the key of a filler's row names in the scope that all share, to which the row then belongs.

        None for a row that says its scope, or whose scope is shared by all as it is.
        """
        if row.key_scope or not self.book.filler or row in self.shared:
            return None
        held = self._held(self._base(row), row.sheet.name, row.key)
        if held:
            self.shared.add(row)
        return held

    def keep_apart(self, row: Row) -> None:
        """A filler's row that only happens to bear a key of the shared scope."""
        self.shared.discard(row)

    def reserved(self, sheet: str, key: str) -> tuple[str, int] | None:
        """The stream and version that a key of a sheet names.

        A key that says its scope means that; else the filler's own come first, then those of the lab,
        then of the region.
        """
        scope, slash, plain = key.rpartition("/")
        if slash:
            return self._held(scope, sheet, plain)
        bases = [self.lab] if BY_NAME[sheet].scope == "lab" and self.lab else []
        bases.append(self.region)
        for within in dict.fromkeys([*map(self._own, bases), *bases]):
            if held := self._held(within, sheet, key):
                return held
        return None

    def _held(self, scope: str, sheet: str, key: str) -> tuple[str, int] | None:
        if scope not in self._ahead:
            self._ahead.add(scope)
            rows = [
                row for row in self.book.rows if scope in (row.key_scope or self._base(row), self.scope(row))
            ]
            prefetch.prefetch(self.book, self.unit_of_work, scope, rows, whole_region=scope == self.region)
        name = row_key(scope, sheet, key)
        return self.unit_of_work.reserved([name]).get(name) or self._event(sheet, key)

    def _event(self, sheet: str, key: str) -> tuple[str, int] | None:
        """The evidence that a key names by its event, where no row of a sheet brought it."""
        place = recorded_rows.place_of_event(sheet, key)
        if place is None or streams.region_of(place[0]) != self.region:
            return None
        facts = self.unit_of_work.facts(place[0])
        named = any(one.version == place[1] and recorded_rows.has_no_row(one) for one in facts)
        return place if named else None

    def resolve(self, column: Column, value: Any) -> Any:
        """The value with its references resolved. Raises CellError, Pending or Skip."""
        if column.kind == "ref":
            return self.one(column.ref or "", value)
        if column.kind == "refs":
            return [self.one(column.ref or "", part) for part in value]
        if column.kind == "missions":
            return [self._mission(part) for part in value]
        if column.kind == "ceremony":
            return self._ceremony(value)
        if column.kind == "evidence":
            return self._evidence(value)
        return value

    def one(self, kind: str, text: str) -> str:
        """The stream that a key, name or code means."""
        base, mark, place = text.rpartition("#")
        if kind == "idea" and mark and place.isdecimal() and len(place) < TOO_LONG:
            return self._part(base, int(place), text)
        for sheet in FOUNDING[kind]:
            if row := self.by_key.get((sheet, text)):
                return self._of_row(row)
            if held := self.reserved(sheet, text):
                return held[0]
        found = self._by_name(kind, text)
        if found is None:
            raise self._unknown(kind, text)
        return found

    def _of_row(self, row: Row) -> str:
        if row in self.streams:
            return self.streams[row]
        if row.faulty or row in self.failed:
            raise Skip
        raise Pending

    def _part(self, key: str, place: int, text: str) -> str:
        """One of the ideas that a split made: `KUNCI#2`."""
        parts: list[str] = []
        if row := self.by_key.get((SPLIT.name, key)):
            self._of_row(row)
            parts = self.parts.get(row, [])
        elif held := self.reserved(SPLIT.name, key):
            body = next(f.body for f in self.unit_of_work.facts(held[0]) if f.version == held[1])
            parts = body.into
        if not 1 <= place <= len(parts):
            raise self._dangling(text, [SPLIT.name])
        return parts[place - 1]

    def _by_name(self, kind: str, text: str) -> str | None:
        if kind == "unit":
            return self.unit(text)
        coded = streams.stream_of_code(text)
        if coded and streams.kind_of(coded) == kind and self.unit_of_work.state(coded) is not None:
            return coded
        return self._innovation(text) if kind == "innovation" else None

    def unit(self, text: str) -> str | None:
        """A unit by its present or a former name, short or full; those of the file come first.

        Raises CellError for a name that several bear.
        """
        named = self._units_named(text)
        if not named and (both := acronyms.of_unit(text)):
            # A name and an abbreviation of two units mean neither.
            found = [one for one in map(self._units_named, both) if one]
            named = found[0] if found and all(one == found[0] for one in found) else {}
        if len(named) > 1:
            raise bad(
                'several units are called "{value}".',
                "Write the key of the one that is meant: {keys}.",
                value=text,
                keys=", ".join(sorted(named.values())),
            )
        return next(iter(named), None)

    def _units_named(self, text: str) -> dict[str, str]:
        """The units that a name means, each with its key."""
        wanted = fold(text)
        if rows := self._rows_of_units.get(wanted, []):
            return {self._of_row(row): row.written_key for row in rows}
        return {stream: self._key_of(stream) for stream in self._recorded_units.get(wanted, ())}

    def _innovation(self, text: str) -> str | None:
        """An innovation by its acronym or title; those of the file come first.

        Raises CellError for a name that several bear.
        """
        wanted = fold(text)
        named = {self._of_row(row): row.written_key for row in self._rows_of_innovations.get(wanted, [])}
        if not named:
            named = {stream: streams.code(stream) for stream in self._recorded_innovations.get(wanted, ())}
        if len(named) > 1:
            raise bad(
                'several innovations are called "{value}".',
                "Write the key or code of the one that is meant: {keys}.",
                value=text,
                keys=", ".join(sorted(named.values())),
            )
        return next(iter(named), None)

    @cached_property
    def _rows_of_units(self) -> dict[str, list[Row]]:
        return self._rows_by_name(UNIT)

    @cached_property
    def _rows_of_innovations(self) -> dict[str, list[Row]]:
        return self._rows_by_name(INNOVATION)

    def _rows_by_name(self, sheet: Sheet) -> dict[str, list[Row]]:
        """The rows of a sheet by the names in them; what a name holds in brackets stands behind names."""
        found: dict[str, list[Row]] = {}
        held: dict[str, list[Row]] = {}
        rows = [row for row in self.book.rows if row.sheet is sheet]
        for row in rows:
            for name in {fold(one) for one in names_of_row(row)}:
                found.setdefault(name, []).append(row)
            for name in {fold(one) for one in names_held(names_of_row(row), sheet)}:
                held.setdefault(name, []).append(row)
        return held | found

    @cached_property
    def _recorded_innovations(self) -> dict[str, set[str]]:
        """The region's recorded innovations by acronym and title, read when a reference is no key or code."""
        base = self.unit_of_work.base()
        recorded = self.unit_of_work.store.streams(f"{self.region}/innovation/")
        self.unit_of_work.fetch(recorded)
        found: dict[str, set[str]] = {}
        held: dict[str, set[str]] = {}
        for stream in recorded:
            if state := base.state(stream):
                names = list(filter(None, (state.summary.title, state.summary.acronym)))
                self._innovation_names += names
                for name in names:
                    found.setdefault(fold(name), set()).add(stream)
                for name in names_held(names, INNOVATION):
                    held.setdefault(fold(name), set()).add(stream)
        return held | found

    @cached_property
    def _recorded_units(self) -> dict[str, set[str]]:
        return meanings_of_units(self.unit_of_work.base(), self.region)

    def _key_of(self, stream: str) -> str:
        """The key under which a unit was registered, as a cell refers to it."""
        source = self.unit_of_work.base().facts(stream)[0].source
        if source is None or not source.key:
            return str(self.unit_of_work.state(stream).name)
        return source.key if source.scope == self.region else f"{source.scope}/{source.key}"

    def units(self) -> dict[str, str]:
        """All names of the region's units in the ledger, folded, to their streams."""
        if self._units is None:
            self._units = {name: max(named) for name, named in self._recorded_units.items()}
        return self._units

    def fetch_referred(self) -> None:
        """Reads ahead, once, all that the known rows refer to: to tell of a difference takes their names."""
        if not self._referred:
            self._referred = True
            prefetch.prefetch_referred(self.unit_of_work, self.streams.values())

    def _mission(self, key: str) -> str:
        row = self.by_key.get((MISSION.name, key))
        if row and not row.faulty:
            return f"{row.values['plan']} #{row.values['number']}"
        if row:
            raise Skip
        if held := self.reserved(MISSION.name, key):
            body = next(f.body for f in self.unit_of_work.facts(held[0]) if f.version == held[1])
            return f"{body.plan} #{body.number}"
        raise self._dangling(key, [MISSION.name])

    def _ceremony(self, key: str) -> str:
        if (CEREMONY.name, key) in self.by_key or self.reserved(CEREMONY.name, key):
            return key
        raise self._dangling(key, [CEREMONY.name])

    def _evidence(self, key: str) -> int:
        """The version in its stream of the evidence that a row of sheet Bukti recorded."""
        row = self.by_key.get((EVIDENCE.name, key))
        if row is None:
            if held := self.reserved(EVIDENCE.name, key):
                return held[1]
            raise self._dangling(key, [EVIDENCE.name])
        if place := self._event(EVIDENCE.name, row.key):
            return place[1]
        stream, scope = self._of_row(row), self.scope(row)
        for fact in self.unit_of_work.facts(stream):
            said = fact.source
            if said and (said.scope, said.sheet, said.key, said.first) == (
                scope,
                EVIDENCE.name,
                row.key,
                True,
            ):
                return fact.version
        raise Skip

    def _unknown(self, kind: str, text: str) -> CellError:
        if kind == "innovation":
            names = [name for row in self.book.rows if row.sheet is INNOVATION for name in names_of_row(row)]
            names += self._innovation_names
            names += names_held(names, INNOVATION)
            return self._dangling(text, FOUNDING[kind], nearest(text, names))
        if kind != "unit":
            return self._dangling(text, FOUNDING[kind])
        known = [name for row in self.book.rows if row.sheet is UNIT for name in names_of_row(row)]
        known += [
            state.short or state.name
            for state in map(self.unit_of_work.state, set(self.units().values()))
            if state
        ]
        # An abbreviation is no misspelling: Dinkes is Dinas Kesehatan.
        long = {long_form(name): name for name in known}
        near = long.get(long_form(text)) or nearest(text, known)
        if near:
            what = reason('unit "{value}" is not registered. Did you mean "{near}"?', value=text, near=near)
        else:
            what = reason('unit "{value}" is not registered.', value=text)
        return CellError(what, self.book.unit_remedy)

    def lab_of_idea(self, idea: str | None) -> str | None:
        """The slug of the lab that an idea belongs to."""
        # What is no stream was not resolved: its own error is told.
        state = self.unit_of_work.state(idea) if idea and idea.count("/") == 2 else None
        lab = self.unit_of_work.state(state.lab) if state and state.lab else None
        return lab.slug if lab else None

    def _in_a_lab(self, key: str, sheets: Sequence[str]) -> str | None:
        """The slug of the lab of the region in which a key of such a sheet is recorded."""
        if self.lab or not any(BY_NAME[sheet].scope == "lab" for sheet in sheets):
            return None
        for stream in self.unit_of_work.store.streams(f"{self.region}/lab/"):
            names = [row_key(stream, sheet, key) for sheet in sheets]
            if self.unit_of_work.reserved(names):
                return str(self.unit_of_work.state(stream).slug)
        return None

    def _dangling(self, key: str, sheets: Sequence[str], near: str | None = None) -> CellError:
        values = {"key": key, "sheets": " / ".join(sheets)}
        what = reason("the key {key} is not on sheet {sheets}.", **values)
        if near:
            what = reason(
                'the key {key} is not on sheet {sheets}. Did you mean "{near}"?', near=near, **values
            )
        remedy = reason("Check the key, or add its row on that sheet.")
        if lab := self._in_a_lab(key, sheets):
            what = reason("the key {key} is of lab {lab}, and this workbook names no lab.", key=key, lab=lab)
            remedy = reason("Write {lab} beside Lab on sheet Identitas.", lab=lab)
        elif self.book.facts and not any(sheet in self.book.facts for sheet in sheets):
            remedy = reason(
                "Check the key, or record its row first. This workbook lacks the sheet for it; to get one:"
                " jejak template isi.xlsx {options}",
                options=sheet_options(sheets),
            )
        return CellError(what, remedy)
