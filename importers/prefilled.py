"""`jejak template --for`: what is recorded, as rows of a workbook that its unit completes.

Every value goes out as the importer reads it back, so that a workbook that comes back as it went out holds
nothing new.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from domain import streams
from domain.base import AnySourcedFact
from domain.names import fold
from domain.sheets.evidence import EVIDENCE
from domain.sheets.innovation import INNOVATION, PROFILE
from domain.sheets.registry import COMPLETED, FOUNDING
from domain.sheets.sheet import Column, Sheet
from importers.reading.book import NOT_READ
from importers.recording.names import names_of_units
from importers.recording.recorded_rows import (
    RecordedCell,
    RecordedRows,
    has_no_row,
    key_of_event,
    unsaid,
)
from importers.recording.shown import plain
from jejak_i18n import written_dates
from ledger.event_store import EventStore
from ledger.write.unit_of_work import UnitOfWork
from schemas.cell_limit import CELL_LIMIT
from schemas.rulebook_set import RulebookSet

Cells = dict[str, Any]
"""Heading of a column to the value of its cell, a text or a number."""


class NoCellError(Exception):
    """A value that no cell could say so that it is read back."""


@dataclass
class Prefilled:
    """Rows by sheet; `left_out` counts those that no workbook could bring back."""

    rows: dict[str, list[Cells]] = field(default_factory=dict)
    left_out: int = 0


class Prefilling:
    """Makes rows of what is recorded of innovations, at the present end of a ledger."""

    def __init__(self, store: EventStore, rulebooks: RulebookSet) -> None:
        self.unit_of_work = UnitOfWork(store, store.head().position)
        self.recorded = RecordedRows(self.unit_of_work)
        self.rulebooks = rulebooks
        self._units: dict[str, dict[str, str]] = {}

    def rows(self, innovations: Sequence[str]) -> Prefilled:
        """The rows of all sheets that a unit completes, in the order of the innovations."""
        self.unit_of_work.fetch(innovations)
        made = Prefilled({sheet.name: [] for sheet in COMPLETED})
        for stream in innovations:
            for sheet, fact in self._row_facts(stream):
                try:
                    made.rows[sheet.name].append(self._row(sheet, stream, fact))
                except NoCellError:
                    made.left_out += 1
            if not any(sheet is PROFILE for sheet, _ in self._row_facts(stream)):
                made.rows[PROFILE.name].append(_empty_profile(stream) | self._beside(PROFILE, stream))
        return made

    def _row_facts(self, stream: str) -> Iterator[tuple[Sheet, AnySourcedFact]]:
        """The facts that hold the identity of a row, sheet by sheet."""
        by_name = {sheet.name: sheet for sheet in COMPLETED}
        for fact in self.unit_of_work.facts(stream):
            source = fact.source
            if source and source.first and source.key and source.sheet in by_name:
                yield by_name[source.sheet], fact
            elif has_no_row(fact):
                yield EVIDENCE, fact

    def _row(self, sheet: Sheet, stream: str, fact: AnySourcedFact) -> Cells:
        scope, key = _place(stream, fact)
        held = self.recorded.held(sheet, stream, scope, key)
        cells: Cells = {sheet.key_label: _written_key(scope, key)}
        cells |= self._beside(sheet, stream)
        for column in sheet.columns:
            was = held.get(column.field)
            if was and not column.scoping and not unsaid(column, was.value):
                cells[column.label] = self._cell(column, was)
        return cells

    def _beside(self, sheet: Sheet, stream: str) -> Cells:
        """What tells people which innovation a row is about; nobody reads it back."""
        if sheet is INNOVATION:
            return {f"{NOT_READ} Kode": streams.code(stream)}
        state = self.unit_of_work.state(stream)
        return {f"{NOT_READ} Judul": state.summary.title} if state and sheet.target_field() else {}

    def _cell(self, column: Column, was: RecordedCell) -> str | int | float:
        """A recorded value as its cell says it. Raises NoCellError."""
        value = was.value
        if column.kind == "evidence":
            return self._evidence(was.stream, value)
        if column.kind == "file" and was.given_as:
            return was.given_as
        if column.kind == "decimal":
            return _decimal(value)
        if column.kind == "number" and isinstance(value, int):
            return value
        parts = value if isinstance(value, list) else [value]
        text = "; ".join(self._text(column, one) for one in parts)
        if len(text) > CELL_LIMIT:
            raise NoCellError
        return text

    def _text(self, column: Column, value: Any) -> str:
        if column.ref:
            return self._reference(column.ref, value)
        if column.kind in ("indicator", "indicators"):
            return self.rulebooks.written_indicator(value)
        if column.kind == "region_row":
            return self.rulebooks.written_region_row(value)
        text = plain(column, value)
        if column.kind == "date" and not _reads_as(text, value):
            return str(value)
        return text

    def _reference(self, kind: str, stream: str) -> str:
        """A code, the name of a unit, or the key of the row that founded the stream."""
        if kind in ("innovation", "idea"):
            return streams.code(stream)
        if kind == "unit" and (name := self._unit_name(stream)):
            return name
        founding = next(iter(self.unit_of_work.facts(stream)), None)
        source = founding.source if founding else None
        if not source or not source.key or source.sheet not in FOUNDING[kind]:
            raise NoCellError
        return _written_key(source.scope or "", source.key)

    def _unit_name(self, stream: str) -> str | None:
        """The name of a unit that means it and no other."""
        region = streams.region_of(stream)
        if region not in self._units:
            self._units[region] = names_of_units(self.unit_of_work, region)
        state = self.unit_of_work.state(stream)
        for name in (state.short, state.name) if state else ():
            if name and self._units[region].get(fold(name)) == stream:
                return str(name)
        return None

    def _evidence(self, stream: str, version: int) -> str:
        for fact in self.unit_of_work.facts(stream):
            if fact.version == version:
                return _written_key(*_place(stream, fact))
        raise NoCellError


def _place(stream: str, fact: AnySourcedFact) -> tuple[str, str]:
    """The scope and key of the row that brought a fact, or of the one that stands for it."""
    if fact.source and fact.source.key:
        return fact.source.scope or "", fact.source.key
    return streams.region_of(stream), key_of_event(stream, fact.version)


def _written_key(scope: str, key: str) -> str:
    """A key that says within what it is unique: it means its row in a workbook of any lab."""
    return f"{scope}/{key}"


def _empty_profile(stream: str) -> Cells:
    """The row in which an innovation without a profile gets one; until it says something it is none."""
    code = streams.code(stream)
    return {PROFILE.key_label: f"PRF-{code}", PROFILE.label("innovation"): code}


def _decimal(value: str) -> str | float:
    """A number where the cell holds it exactly, else its digits with a comma."""
    number = float(value)
    if Decimal(repr(number)) == Decimal(value):
        return int(number) if number.is_integer() and abs(number) < 2**53 else number
    return value.replace(".", ",")


def _reads_as(text: str, value: str) -> bool:
    try:
        return written_dates.read(text) == value
    except written_dates.UnreadDateError:
        return False
