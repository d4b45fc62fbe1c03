"""Rows that were recorded before: what the ledger holds for each of their cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from domain import entry, streams, support
from domain.base import AnySourcedFact, SourcedFact
from domain.corrections import FactCorrected
from domain.evidence import EvidenceAttached
from domain.sheets.evidence import EVIDENCE
from domain.sheets.sheet import Column, Sheet
from ledger.write.unit_of_work import UnitOfWork


class RecordedCell(NamedTuple):
    """What the ledger holds for one action field of a row; `field` is None when it cannot be corrected."""

    value: Any
    stream: str
    version: int
    field: str | None
    earlier: tuple[Any, ...] = ()
    given_as: str = ""
    """Of a file the name under which it was given, where that is known."""
    workbook: str | None = None
    """The name of the file that said it last, where that is known."""
    replaced: tuple[Any, ...] = ()
    """Of the earlier values those that a later fact replaced: they were true until then."""


class RecordedRows:
    """Finds the facts of known rows by their source; each stream is looked through once."""

    def __init__(self, unit_of_work: UnitOfWork) -> None:
        self.unit_of_work = unit_of_work
        self._index: dict[str, dict[tuple[str, str, str], list[AnySourcedFact]]] = {}
        self._corrections: dict[str, dict[tuple[int, str], list[SourcedFact[FactCorrected]]]] = {}

    def facts(self, stream: str, scope: str, sheet: str, key: str) -> list[AnySourcedFact]:
        """The standing facts of a row in the stream that holds its identity."""
        if stream not in self._index:
            index: dict[tuple[str, str, str], list[AnySourcedFact]] = {}
            for fact in self.unit_of_work.facts(stream):
                if (source := fact.source) and source.key:
                    place = (source.scope or "", source.sheet or "", source.key)
                    index.setdefault(place, []).append(fact)
            self._index[stream] = index
        found = self._index[stream].get((scope, sheet, key), [])
        event = None if found else place_of_event(sheet, key)
        if event and event[0] == stream:
            return [fact for fact in self.unit_of_work.facts(stream) if fact.version == event[1]]
        return found

    def held(self, sheet: Sheet, stream: str, scope: str, key: str) -> dict[str, RecordedCell]:
        """Action field to what is recorded for it: what the last fact says that leaves it not empty."""
        found: dict[str, RecordedCell] = {}
        for fact in self.facts(stream, scope, sheet.name, key):
            for name, held in self._of_fact(sheet, stream, fact):
                before = found.get(name)
                if before is None or empty(before.value):
                    found[name] = held
                elif not empty(held.value):
                    # What a later fact replaced is an earlier value, as what a correction replaced is.
                    found[name] = held._replace(
                        earlier=(*before.earlier, before.value, *held.earlier),
                        replaced=(*before.replaced, before.value),
                    )
        return found

    def _of_fact(self, sheet: Sheet, stream: str, fact: AnySourcedFact) -> Iterator[tuple[str, RecordedCell]]:
        body = fact.body
        names = {column.field for column in sheet.columns}
        if (target := sheet.target_field()) is not None:
            yield target, RecordedCell(stream, stream, fact.version, None)
        if streams.kind_of(stream) == entry.NAME:
            state = self.unit_of_work.state(stream)
            for name in sorted(names & {"award", "year", "group", "innovation"}):
                yield name, RecordedCell(getattr(state, name), stream, fact.version, None)
        if (kind := sheet.alias.get((body.TYPE, "@kind"))) is not None:
            yield kind, RecordedCell(support.kind_of(body), stream, fact.version, None)
        if (kind := sheet.alias.get((body.TYPE, "@type"))) is not None:
            chosen = sheet.types[body.TYPE]
            chosen = chosen(body) if callable(chosen) else chosen
            yield kind, RecordedCell(chosen, stream, fact.version, None)
        for field in ("occurred", *body.__struct_fields__):
            name = sheet.alias.get((body.TYPE, field), field)
            if name in names:
                value = fact.occurred if field == "occurred" else msgspec.to_builtins(getattr(body, field))
                fixed = field in body.FIXED
                marks = self._marks(stream).get((fact.version, field), [])
                last = marks[-1].source if marks else fact.source
                yield (
                    name,
                    RecordedCell(
                        value,
                        stream,
                        fact.version,
                        None if fixed else field,
                        tuple(mark.body.old for mark in marks),
                        body.given.name if field == "file" and body.given else "",
                        last.workbook if last else None,
                    ),
                )

    def _marks(self, stream: str) -> dict[tuple[int, str], list[SourcedFact[FactCorrected]]]:
        """The corrections in a stream by version and field, in the order of recording."""
        if stream not in self._corrections:
            found: dict[tuple[int, str], list[SourcedFact[FactCorrected]]] = {}
            for row in self.unit_of_work.rows(stream):
                if row.topic.startswith("fact.corrected/"):
                    mark = self.unit_of_work.codec.decode(row)
                    found.setdefault((mark.body.version, mark.body.field), []).append(mark)
            self._corrections[stream] = found
        return self._corrections[stream]


def key_of_event(stream: str, version: int) -> str:
    """The key of a piece of evidence that no sheet brought: `3303-0147#7`, its event in its innovation."""
    return f"{streams.code(stream)}#{version}"


def place_of_event(sheet: str, key: str) -> tuple[str, int] | None:
    """The stream and version that such a key names; None for another key."""
    code, mark, version = key.rpartition("#")
    if sheet != EVIDENCE.name or not mark or not re.fullmatch("[1-9][0-9]{0,8}", version):
        return None
    stream = streams.stream_of_code(code)
    return (stream, int(version)) if stream else None


def has_no_row(fact: AnySourcedFact) -> bool:
    """True for evidence that was recorded without a row of a sheet, such as by `jejak evidence add`."""
    return isinstance(fact.body, EvidenceAttached) and not (fact.source and fact.source.key)


def empty(value: Any) -> bool:
    """True for what an empty cell means."""
    return value is None or value in ("", [], False)


def unsaid(column: Column, value: Any) -> bool:
    """True for what an empty cell of the column means: nought is a figure where something must be said."""
    return empty(value) and not (column.required and type(value) is int)
