"""A file attached a second time to the same innovation, for the same of its rows: noted, never refused."""

from __future__ import annotations

from domain.base import reason
from domain.evidence import EvidenceAttached, EvidenceSuperseded
from domain.sheets.evidence import EVIDENCE
from domain.streams import code
from importers.reading.book import Note, Row
from ledger.codec import Row as Event
from ledger.write.unit_of_work import UnitOfWork


def attached_before(row: Row, event: Event, work: UnitOfWork) -> list[Note]:
    """A note where a row of sheet Bukti, recorded as this event, attaches what an earlier record attached."""
    if row.sheet is not EVIDENCE or "file" not in row.values:
        return []
    facts = work.facts(event.stream)
    own = next((fact.body for fact in facts if fact.version == event.version), None)
    if not isinstance(own, EvidenceAttached):
        return []
    gone = {fact.body.old for fact in facts if isinstance(fact.body, EvidenceSuperseded)}
    proved = {*own.iga, *own.kipp}
    earlier = [
        fact.position
        for fact in facts
        if isinstance(fact.body, EvidenceAttached)
        and fact.version < event.version
        and fact.version not in gone
        and fact.body.file == own.file
        and (proved & {*fact.body.iga, *fact.body.kipp} or not proved)
    ]
    if not earlier:
        return []
    what = reason(
        "this file is attached to {code} already (event {events}).",
        code=code(event.stream),
        events=", ".join(map(str, earlier)),
    )
    return [Note(what, row.cell("file"))]
