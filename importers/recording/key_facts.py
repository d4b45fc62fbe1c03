"""Which fact the key of a row names, and whether the row speaks of that fact."""

from __future__ import annotations

from typing import Any

from domain.sheets.directory import PERSON
from importers.reading.book import Row
from importers.recording import identity
from importers.recording.report import Importing
from importers.recording.resolve import Skip
from importers.recording.shown import shown


class KeyFacts:
    """Finds the recorded facts of rows by their keys."""

    def __init__(self, importing: Importing) -> None:
        self.on = importing

    def of(self, row: Row, values: dict[str, Any]) -> tuple[str, int] | None:
        """The fact that the row's key names. Raises Skip where the row speaks of another, which is told."""
        if held := self.on.resolver.known(row):
            if row.sheet is PERSON and self._other_person(values, *held):
                self.on.problems.append(identity.used_by_two_persons(row))
                raise Skip
            if other := self._other_fact(row, values, *held):
                column = row.sheet.column(other[0])
                assert column
                action = self.on.decision.standing(*held).action
                resolver, work = self.on.resolver, self.on.decision.unit_of_work
                recorded, now = (shown(column, value, resolver, work) for value in other[1:])
                self.on.problems.append(identity.used_twice(row, recorded, now, action))
                raise Skip
            return held
        # Recorded before the filler was named: the same fact, or one of another office with the same key.
        held = self.on.resolver.share(row)
        if held and self._is_other(row, values, *held):
            self.on.resolver.keep_apart(row)
            return None
        return held

    def _is_other(self, row: Row, values: dict[str, Any], stream: str, version: int) -> bool:
        if row.sheet is PERSON:
            return self._other_person(values, stream, version)
        if row.sheet.founds is None:
            scope = self.on.resolver.scope(row)
            held = self.on.recorded.held(row.sheet, stream, scope, row.key)
            return not identity.agrees(row, values, held)
        return self._other_fact(row, values, stream, version) is not None

    def _other_person(self, values: dict[str, Any], stream: str, version: int) -> bool:
        kept = self.on.people.profile(self.on.decision.standing(stream, version).body.profile).get("name")
        named = values.get("name")
        return bool(kept and named and not identity.similar(kept, named))

    def _other_fact(
        self, row: Row, values: dict[str, Any], stream: str, version: int
    ) -> tuple[str, Any, Any] | None:
        scope = self.on.resolver.scope(row)
        return identity.other_fact(row, values, self.on.recorded.held(row.sheet, stream, scope, row.key))
