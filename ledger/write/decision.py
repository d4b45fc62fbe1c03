"""One command while it is decided: actions, corrections and voids over a unit of work."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
from eventsourcing.persistence import StoredEvent

from domain import dates
from domain.base import Action, AnySourcedFact, Body, Draft, Reason, Refused, Source, reason
from domain.corrections import FactCorrected, FactVoided, names_action
from domain.fields import LARGEST
from domain.fields import dates as dates_of
from ledger import clock
from ledger.codec import Row, Stored, topic_of
from ledger.ports.append import AppendRequest
from ledger.write import integrity
from ledger.write.unit_of_work import UnitOfWork

CONTROL = re.compile(rb"(?<!\\)(?:\\\\)*\\(?:u00[01][0-9a-f]|[bfr])")
"""A control character in JSON bytes; an escaped backslash before letters is none."""
MakeSource = Callable[[Draft], Source | None]


class Decision:
    """What one command is about to record. Nothing is written here.

    `refused` collects (action number, action field or None, reason), so that a file shows all its errors.
    """

    def __init__(
        self,
        unit_of_work: UnitOfWork,
        *,
        actor: str,
        command_id: str,
        now: str,
        zone_of: Callable[[str], ZoneInfo],
    ) -> None:
        self.unit_of_work, self.actor, self.command_id, self.now = unit_of_work, actor, command_id, now
        self.zone_of = zone_of
        self.refused: list[tuple[int, str | None, Reason]] = []
        self.owners: dict[int, int] = {}
        """Pending position to the number of the action that made it."""
        self.number = 0
        """How many actions were decided; the number of the last."""

    def act(self, action: Action, make_source: MakeSource = lambda _: None) -> int:
        """Decides one action and lays its events on the unit of work; returns the action's number."""
        if (first := action.needs_first(self.unit_of_work)) is not None:
            self.act(first, lambda draft: _second(make_source(draft)))
        self.number += 1
        try:
            drafts = action.decide(self.unit_of_work)
            for draft in drafts:
                self._check_date(draft)
            for draft in drafts:
                self._add(draft.stream, draft.occurred, draft.body, make_source(draft))
        except Refused as refused:
            self.refused += [(self.number, field, why) for field, why in refused.reasons]
        return self.number

    def _check_date(self, draft: Draft) -> None:
        field = draft.fields.get("occurred", "occurred")
        for name in dates_of(type(draft.body)):
            _known_date(draft.fields.get(name, name), getattr(draft.body, name))
        _known_date(field, draft.occurred)
        if draft.occurred is None:
            return
        today = clock.day_in(self.now, self.zone_of(draft.stream))
        if dates.span(draft.occurred).start > today.toordinal():
            raise Refused(
                (field, reason("The date {date} lies in the future.", date=dates.Day(draft.occurred)))
            )

    def _add(self, stream: str, occurred: str | None, body: Body, source: Source | None) -> Row:
        action_id = f"{self.command_id}/{self.number}"
        stored = Stored(self.actor, action_id, body, occurred, source)
        row = self.unit_of_work.add(stream, topic_of(body), self._encoded(stored), self.now)
        self.owners[row.position] = self.number
        return row

    def _encoded(self, stored: Stored) -> bytes:
        """The bytes of an event. Raises Refused for surrogates and control characters but tab and newline."""
        try:
            state = self.unit_of_work.codec.encode(stored)
        except UnicodeEncodeError:
            state = b"\\u0000"
        if CONTROL.search(state):
            why = reason("The text holds a control character, which cannot be recorded.")
            raise Refused((None, why))
        return state

    def correct(
        self,
        stream: str,
        version: int,
        field: str,
        new: Any,
        why: str,
        *,
        completes: bool = False,
        source: Source | None = None,
    ) -> None:
        """Corrects one field of one standing fact, in all events that its action wrote it into.

        Raises Refused when the fact does not stand, the field is unknown or fixed, the value does not
        fit, or nothing would change.
        """
        self.number += 1
        fact = self.standing(stream, version)
        old = value_of(fact, field)
        value = fitting(fact, field, new, self.zone_of(stream))
        if value == old:
            raise Refused((field, reason("The value is already so.")))
        # One act may have written the value into several streams: to correct one alone would part them.
        for where, twin in self.twins(stream, fact, field):
            mark = FactCorrected(
                version=twin.version,
                field=field,
                type_version=twin.body.VERSION,
                old=old,
                new=value,
                reason=why,
                completes=completes,
            )
            self._add(where, None, mark, source)

    def standing(self, stream: str, version: int) -> AnySourcedFact:
        """The fact at a version of a stream. Raises Refused when it does not stand."""
        for fact in self.unit_of_work.facts(stream):
            if fact.version == version:
                return fact
        raise Refused((None, reason("That event is voided, is a mark, or does not exist.")))

    def twins(self, stream: str, fact: AnySourcedFact, field: str) -> list[tuple[str, AnySourcedFact]]:
        """The events of the same action that hold the same value in the same field."""
        written = self.unit_of_work.stored.written(fact.action)
        if written is None:
            return [(stream, fact)]
        wanted = value_of(fact, field)
        return [
            (name, other)
            for name in written
            for other in self.unit_of_work.facts(name)
            if other.action == fact.action
            and has_field(other, field)
            and (field != "occurred" or other.body.DATED_BY == fact.body.DATED_BY)
            and value_of(other, field) == wanted
        ]

    def void(self, names: str, why: str) -> None:
        """Takes out an action or a whole command.

        Raises Refused when there is none of that id, when it is already out, when `init` recorded it,
        or when it says that something was destroyed.
        """
        self.number += 1
        rows = self._rows_named(names)
        for stream in sorted({row.stream for row in rows}):
            self._add(stream, None, FactVoided(names=names, reason=why), None)

    def _rows_named(self, names: str) -> list[Row]:
        store, codec = self.unit_of_work.store, self.unit_of_work.codec
        # A whole command, or else an action of the command before the last slash.
        append = store.append_of(names) or store.append_of(names.rpartition("/")[0])
        rows = store.between(append.first, append.last) if append else []
        rows = [row for row in rows if names_action(names, codec.raw(row)["action"])]
        if not rows and store.merged():
            why = reason(
                "There is no action or command {id} of this ledger; what was merged is voided in its own.",
                id=names,
            )
            raise Refused((None, why))
        if not rows or not append:
            raise Refused((None, reason("There is no action or command {id}.", id=names)))
        # It holds the region and the operator, to whom everything else refers.
        if append == store.first_append():
            raise Refused((None, reason("What init recorded cannot be voided.")))
        self.unit_of_work.fetch(row.stream for row in rows)
        if any(self._is_final(row) for row in rows):
            raise Refused(
                (None, reason("What was destroyed cannot be undone: {id} is not voided.", id=names))
            )
        if all(self._is_out(row, names) for row in rows):
            raise Refused((None, reason("{id} is already voided.", id=names)))
        return rows

    def _is_final(self, row: Row) -> bool:
        body = self.unit_of_work.codec.types.get(row.topic.partition("/")[0])
        return body is not None and body.FINAL

    def _is_out(self, row: Row, names: str) -> bool:
        from ledger.reader import CORRECTION_TOPICS, standing_voids

        marks = [
            self.unit_of_work.codec.decode(r)
            for r in self.unit_of_work.rows(row.stream)
            if r.topic.startswith(CORRECTION_TOPICS)
        ]
        action = self.unit_of_work.codec.raw(row)["action"]
        return any(names_action(name, action) for name in standing_voids(marks))

    def stored(self) -> list[StoredEvent]:
        """The events to append."""
        return [StoredEvent(r.stream, r.version, r.topic, r.state) for r in self.unit_of_work.pending]

    def append_request(self, *, head_time: bool = False) -> AppendRequest:
        """What the append writes beside them."""
        wanted = integrity.changed_keys(self.unit_of_work)
        return AppendRequest(
            command_id=self.command_id,
            reserve=wanted.reserve,
            release=wanted.release,
            refs=sorted(self.unit_of_work.pending_refs()),
            decided_at=self.unit_of_work.position,
            read=self.unit_of_work.read_streams(),
            touched=frozenset(self.unit_of_work.touched()),
            head_time=head_time,
        )


def _second(source: Source | None) -> Source | None:
    """The source of an event that does not hold the identity of its row."""
    return msgspec.structs.replace(source, first=False) if source else None


def has_field(fact: AnySourcedFact, field: str) -> bool:
    """True when the fact has this field (`occurred` is one of every fact)."""
    return field == "occurred" or field in fact.body.__struct_fields__


def value_of(fact: AnySourcedFact, field: str) -> Any:
    """The value of a field of a fact as plain JSON values. Raises Refused when it has no such field."""
    if not has_field(fact, field):
        known = ", ".join(["occurred", *fact.body.__struct_fields__])
        raise Refused(
            (field, reason("There is no field {field}; there are: {known}.", field=field, known=known))
        )
    return fact.occurred if field == "occurred" else msgspec.to_builtins(getattr(fact.body, field))


def fitting(fact: AnySourcedFact, field: str, new: Any, zone: ZoneInfo) -> Any:
    """The new value in the type of its field. Raises Refused when it does not fit."""
    if field in fact.body.FIXED:
        why = reason(
            "The field {field} decides whose event this is: void the action and record it again.", field=field
        )
        raise Refused((field, why))
    if field == "occurred":
        return _fitting_date(fact, new, zone)
    body: Body = fact.body
    if field in dates_of(type(body)):
        new = new or None
        _known_date(field, new)
    wanted = {f.name: f.type for f in msgspec.structs.fields(fact.body)}[field]
    try:
        found = msgspec.to_builtins(msgspec.convert(new, wanted, strict=False))
    except msgspec.ValidationError as error:
        raise Refused((field, reason("The value does not fit: {detail}.", detail=str(error)))) from error
    if isinstance(found, int) and abs(found) > LARGEST:
        raise Refused((field, reason("The number {number} is too large.", number=str(found))))
    return found


def _fitting_date(fact: AnySourcedFact, new: Any, zone: ZoneInfo) -> str | None:
    if new in (None, ""):
        return None
    _known_date("occurred", str(new))
    if dates.span(str(new)).start > clock.day_in(fact.recorded_at, zone).toordinal():
        why = reason(
            "The date {date} lies after the day on which the fact was recorded.", date=dates.Day(new)
        )
        raise Refused(("occurred", why))
    return str(new)


def _known_date(field: str, text: str | None) -> None:
    try:
        dates.maybe(text)
    except dates.DateError as error:
        raise Refused((field, reason("The date {date} does not exist.", date=str(text)))) from error
