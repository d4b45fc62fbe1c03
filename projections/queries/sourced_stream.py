"""The facts of one stream with the events, corrections and cells that say each value."""

from __future__ import annotations

from typing import cast

from domain.base import B, Body, SourcedFact
from ledger import reader
from ledger.workspace.workspace import zone_of
from projections.queries.detail_types import FieldValue, Provenance, SourcedValue
from projections.queries.posts import post_at
from projections.read_session import ReadSession


class SourcedStream:
    """The facts of one stream at the views' position and day, with the corrections that stand on them."""

    def __init__(self, session: ReadSession, stream: str) -> None:
        self.views, self.stream = session, stream
        rows = session.store.rows(stream, session.position)
        self.facts: list[SourcedFact[Body]] = reader.read(rows, day=session.day, zone=zone_of(stream)).facts
        self.corrections = reader.standing_corrections(rows)
        self._posts: dict[tuple[str, str | None], str | None] = {}

    def of(self, body: type[B]) -> list[SourcedFact[B]]:
        """The facts of one type of event, in the order of the law."""
        return [cast("SourcedFact[B]", fact) for fact in self.facts if isinstance(fact.body, body)]

    def source(self, fact: SourcedFact[B], field: str | None) -> Provenance:
        """Where one event says a field."""
        read_from = fact.source
        cells = read_from.places() if read_from else {}
        cell = cells.get(field or "") or _row_cell(cells)
        sheet, place = read_from.place(cell) if read_from else (None, None)
        return Provenance(
            event=fact.position,
            occurred=fact.occurred,
            recorded_at=fact.recorded_at,
            sheet=sheet,
            cell=place,
            file=read_from.file if read_from else None,
            actor=fact.actor,
            actor_post=self.post(fact.actor, fact.recorded_at[:10]),
            workbook=read_from.workbook if read_from else None,
        )

    def sources(self, fact: SourcedFact[B], *fields: str) -> list[Provenance]:
        """The event and the corrections of the named fields (all of the fact's, without a name)."""
        found = [self.source(fact, fields[0] if fields else None)]
        for (version, field), marks in self.corrections.items():
            if version == fact.version and (not fields or field in fields):
                found += [self.source(mark, field) for mark in marks]
        return found

    def value(self, value: FieldValue, fact: SourcedFact[B], field: str) -> SourcedValue:
        """A value with its provenance."""
        return SourcedValue(value=value, sources=self.sources(fact, field))

    def post(self, person: str, day: str | None = None) -> str | None:
        """The post that a person held on a day, or holds; names lie in the vault."""
        if (person, day) not in self._posts:
            held = post_at(self.views, person, day)
            self._posts[person, day] = held.post if held else None
        return self._posts[person, day]


def _row_cell(cells: dict[str, str]) -> str | None:
    """Any cell of the row, when the field itself has none."""
    return min(cells.values(), key=lambda ref: (len(ref), ref)) if cells else None
