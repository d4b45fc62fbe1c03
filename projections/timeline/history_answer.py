"""A history as data: what `jejak history --json` and the read interface answer."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from jejak_i18n import sentence
from projections.queries.mentions import Mention
from projections.timeline.history import Entry
from projections.timeline.recorded_values import Detail


class EventAnswer(Struct, frozen=True):
    """One event of a history in an answer; its sentence in the language of the terminal."""

    event: int
    code: str
    type: str
    occurred: str | None
    """As it was recorded first; `occurred_now` as it stands, corrected."""
    occurred_now: str | None
    corrected: bool
    recorded_at: str
    recorded_on: str
    sentence: str
    actor: str
    sheet: str | None
    cell: str | None
    action: str
    mark: str | None
    voided: bool
    remarks: list[str]
    details: list[Detail]
    """What was recorded beyond the sentence, values whole and as people read them."""


class HistoryAnswer(Struct, frozen=True):
    """The answer of `history`."""

    code: str | None
    entries: list[EventAnswer]
    named_by: list[Mention] = []
    """The events of other streams that name a document."""


def history_answer(entries: Sequence[Entry], named: Sequence[Mention] = ()) -> HistoryAnswer:
    """A whole history; it bears the code of its first event. `named` are what names a document."""
    told = [event_answer(one) for one in entries]
    return HistoryAnswer(entries[0].code if entries else None, told, list(named))


def event_answer(one: Entry) -> EventAnswer:
    """One event of a history as data."""
    return EventAnswer(
        event=one.position,
        code=one.code,
        type=one.type,
        occurred=one.occurred,
        occurred_now=one.occurred_now,
        corrected=one.corrected,
        recorded_at=one.recorded_at,
        recorded_on=one.recorded_on,
        sentence=sentence(one.sentence),
        actor=one.actor,
        sheet=one.sheet,
        cell=one.cell,
        action=one.action,
        mark=one.mark,
        voided=one.voided,
        remarks=[sentence(remark) for remark in one.remarks],
        details=one.details,
    )
