"""The life of an innovation or idea with its ancestors', of a lab, or of a person: what was said, by whom.

Nothing is left out: voided facts stay and say so, corrections show the old value and the new.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from msgspec import Struct
from sqlalchemy import select

from domain import dates, streams
from domain.agreement import AgreementAmended, AgreementEnded
from domain.base import ALLOWED, WRITTEN, Body, Reason, Source, SourcedFact, reason
from domain.corrections import FactCorrected, FactVoided, names_action
from domain.innovation import AgreementCovered
from domain.unit import UnitRegistered
from jejak_i18n import labels
from ledger import clock, reader
from ledger.codec import CODEC, Row
from ledger.workspace.workspace import zone_of
from projections.queries import entries as entries_
from projections.queries import lineage
from projections.queries.unit_naming import UnitsOf
from projections.read_session import ReadSession
from projections.timeline.event_text import describe
from projections.timeline.recorded_values import Detail, unsaid, value_text
from projections.timeline.stream_names import StreamNames
from projections.views.agreements import agreements
from projections.views.workshops import workshops

AFTER_SIGNING = (AgreementAmended, AgreementEnded)
"""What happens to an agreement later is told with each innovation that it covers."""
AnyFact = SourcedFact[Body]
VAULT_FIELD = "profile"
"""The field that names personal data in the vault: its values say nothing to people."""
Corrections = Mapping[tuple[int, str], Sequence[SourcedFact[FactCorrected]]]
"""The corrections that stand, by the version of the fact and the field that they correct."""


class Entry(Struct, frozen=True):
    """One event of a history."""

    position: int
    code: str
    type: str
    occurred: str | None
    """As it was recorded first."""
    occurred_now: str | None
    """As it stands, corrected."""
    corrected: bool
    recorded_at: str
    recorded_on: str
    """The day of recording in the time zone of the stream's region."""
    sentence: Reason
    actor: str
    sheet: str | None
    cell: str | None
    action: str
    mark: str | None
    """`correction`, `completion` or `void` for marks on other facts."""
    voided: bool
    day: int
    """For sorting: the first possible day, or that of recording."""
    stream: str
    remarks: list[Reason]
    """What is said of single fields beside the fact: how a date was written, why personal data may stand."""
    details: list[Detail]
    """What the event records beyond its sentence; a mark on another fact tells all of itself."""


def history(
    session: ReadSession, stream: str, units_of: UnitsOf | None = None, names: StreamNames | None = None
) -> list[Entry]:
    """All events of the life, in order of their days; of one day in order of recording.

    `units_of` says how units are named (`StreamNames`); who tells many lives gives the `names` of all.
    """
    names = names or StreamNames(session, units_of)
    entries = []
    for one in [stream, *_around(session, stream)]:
        told = of_stream(session, one, names)
        entries += _prepared_first(told) if streams.kind_of(one) == "entry" else told
    if streams.kind_of(stream) == "innovation":
        for one in _agreements_of(session, stream):
            entries += of_stream(session, one, names, only=AFTER_SIGNING)
        entries = [entry for entry in entries if not _repeats_another(entry)]
    return sorted(entries, key=lambda entry: (entry.day, entry.position))


def _around(session: ReadSession, stream: str) -> list[str]:
    """The streams whose events are told with those of a life: ancestors and entries, or a lab's own acts."""
    if streams.kind_of(stream) == "lab":
        days = select(workshops.c.stream).where(workshops.c.lab == stream).order_by(workshops.c.stream)
        signed = select(agreements.c.stream).where(
            agreements.c.lab == stream, agreements.c.kind == "commitment"
        )
        found = [session.connection.execute(query).scalars() for query in (days, signed)]
        return [one for part in found for one in part]
    if streams.kind_of(stream) == "person":
        return []
    return [*lineage.ancestors(session, stream), *entries_.of_innovation(session, stream)]


def _prepared_first(told: list[Entry]) -> list[Entry]:
    """An entry for a competition with its undated beginnings before its first dated event.

    Its preparation is seldom dated; by the day of recording it would stand behind its own result.
    """
    dated = [one for one in told if one.occurred_now]
    first = min(dated, key=lambda one: (one.day, one.position), default=None)
    if first is None:
        return told
    return [
        msgspec.structs.replace(one, day=min(one.day, first.day))
        if not one.occurred_now and one.mark is None and one.position < first.position
        else one
        for one in told
    ]


def _agreements_of(session: ReadSession, stream: str) -> list[str]:
    """The agreements that cover an innovation, also where that was taken back."""
    facts = map(CODEC.decode, session.store.rows(stream, session.position))
    covered = (fact.body.agreement for fact in facts if isinstance(fact.body, AgreementCovered))
    return list(dict.fromkeys(covered))


def _repeats_another(entry: Entry) -> bool:
    """An idea's end in a merge or in design is told by what it became."""
    return entry.type in ("idea.merged", "idea.split", "idea.taken_into_design") and not entry.voided


def of_stream(
    session: ReadSession, stream: str, names: StreamNames, *, only: tuple[type[Body], ...] | None = None
) -> list[Entry]:
    """All events of one stream in the order of recording, or those of some types; marks on them included."""
    if streams.kind_of(stream) == "unit":
        names = names.with_units_of_the_time()
    rows = session.store.rows(stream, session.position)
    voids = reader.standing_voids(
        [CODEC.decode(row) for row in rows if row.topic.startswith(reader.CORRECTION_TOPICS)]
    )
    facts = {fact.version: fact for fact in map(CODEC.decode, rows)}
    corrections = reader.standing_corrections(rows)
    wanted = {fact.version for fact in reader.read(rows, day=session.day, zone=zone_of(stream)).facts}
    entries = []
    for row in rows:
        fact = facts[row.version]
        out = reader.is_named(fact.action, voids)
        if session.day is not None and not _on_day(fact, wanted):
            continue
        if only is not None and not _is_about(fact, only, facts):
            continue
        entry = _entry(row, fact, stream, names, facts, out)
        entries.append(_as_it_stands(entry, row, stream, corrections))
    return entries


def _is_about(fact: AnyFact, only: tuple[type[Body], ...], facts: dict[int, AnyFact]) -> bool:
    """Whether a fact is of one of the types, or a mark on such a fact."""
    body = fact.body
    if isinstance(body, FactCorrected):
        return _is_about(facts[body.version], only, facts)
    if isinstance(body, FactVoided):
        named = (one for one in facts.values() if one is not fact and names_action(body.names, one.action))
        return any(_is_about(one, only, facts) for one in named)
    return isinstance(body, only)


def _on_day(fact: AnyFact, wanted: set[int]) -> bool:
    target = fact.body.version if isinstance(fact.body, FactCorrected) else fact.version
    return target in wanted


def _as_it_stands(entry: Entry, row: Row, stream: str, corrections: Corrections) -> Entry:
    """The entry with its corrected date, and the day that it is sorted by."""
    marks = corrections.get((row.version, "occurred"))
    occurred = marks[-1].body.new if marks else entry.occurred
    span = dates.maybe(occurred)
    day = span.start if span else clock.day_in(row.recorded_at, zone_of(stream)).toordinal()
    corrected = any(version == row.version for version, _field in corrections)
    return msgspec.structs.replace(entry, occurred_now=occurred, corrected=corrected, day=day)


def _entry(
    row: Row,
    fact: AnyFact,
    stream: str,
    names: StreamNames,
    facts: dict[int, AnyFact],
    voided: bool,
) -> Entry:
    sheet, cell = _place(fact)
    sentence, mark = _sentence(fact, stream, names, facts)
    return Entry(
        position=row.position,
        code=_called(fact, stream, names),
        type=fact.body.TYPE,
        occurred=fact.occurred,
        occurred_now=fact.occurred,
        corrected=False,
        recorded_at=row.recorded_at,
        recorded_on=clock.day_in(row.recorded_at, zone_of(stream)).isoformat(),
        sentence=sentence,
        actor=names.of(fact.actor),
        sheet=sheet,
        cell=cell,
        action=fact.action,
        mark=mark,
        voided=voided,
        day=0,
        stream=stream,
        remarks=_remarks(fact.body.TYPE, fact.source),
        details=[] if mark else unsaid(fact.body, sentence, names, stream),
    )


def _called(fact: AnyFact, stream: str, names: StreamNames) -> str:
    """Whose event it is; a unit by the name that it bore then, at its registration by its first."""
    if isinstance(fact.body, UnitRegistered):
        return fact.body.short or fact.body.name
    return names.on(fact.occurred if streams.kind_of(stream) == "unit" else None).called(stream)


def _remarks(event: str, source: Source | None) -> list[Reason]:
    if source is None:
        return []
    written = [
        reason(
            'Written as "{words}" ({field}).',
            field=labels.field_for_terminal(event, field),
            words=words,
        )
        for field, words in source.remarks(WRITTEN).items()
    ]
    return written + [
        reason(
            "Personal data in the text is allowed ({field}): {reason}.",
            field=labels.field_for_terminal(event, field),
            reason=why,
        )
        for field, why in source.remarks(ALLOWED).items()
    ]


def _place(fact: AnyFact) -> tuple[str | None, str | None]:
    """The sheet with the first cell of the row; the very cell for a mark on one field, or for a list."""
    if fact.source is None:
        return None, None
    cells = fact.source.places()
    sheet, ref = fact.source.place(next(iter(cells.values()), None))
    if ref is None or isinstance(fact.body, FactCorrected) or sheet != fact.source.sheet:
        return sheet, ref
    return sheet, "A" + "".join(c for c in ref if c.isdigit())


def _of_the_vault(body: FactCorrected, values: dict[str, Any]) -> tuple[Reason, str]:
    """That personal data were corrected or completed; what they are and were lies in the vault alone."""
    if body.completes:
        return reason("COMPLETED: {field} of event {event}, kept in the vault alone.", **values), "completion"
    text = reason("CORRECTED: {field} of event {event}, kept in the vault alone ({reason}).", **values)
    return text, "correction"


def _sentence(
    fact: AnyFact, stream: str, names: StreamNames, facts: dict[int, AnyFact]
) -> tuple[Reason, str | None]:
    body = fact.body
    if isinstance(body, FactVoided):
        return reason("VOIDED: {id} ({reason}).", id=body.names, reason=body.reason), "void"
    if isinstance(body, FactCorrected):
        target = facts[body.version]
        values = {
            "field": labels.field_for_terminal(target.body.TYPE, body.field),
            "event": target.position,
            "old": value_text(target.body, body.field, body.old, names, stream),
            "new": value_text(target.body, body.field, body.new, names, stream),
            "reason": body.reason,
        }
        if body.field == VAULT_FIELD:
            return _of_the_vault(body, values)
        if body.completes:
            return reason('COMPLETED: {field} of event {event} is "{new}".', **values), "completion"
        text = reason('CORRECTED: {field} of event {event} is not "{old}" but "{new}" ({reason}).', **values)
        return text, "correction"
    return describe(fact, stream, names), None
