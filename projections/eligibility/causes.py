"""Which later events changed what a finding rests on, though the finding does not name them."""

from __future__ import annotations

from collections.abc import Iterable

from domain.corrections import FactCorrected, FactVoided, names_action
from domain.evidence import EvidenceSuperseded
from domain.innovation import AwardReceived
from ledger import reader
from ledger.codec import CODEC, Row
from projections.read_session import ReadSession

SUPERSEDED = "innovation.evidence_superseded/"
RESULT = "entry.result_announced/"
AWARDED = "innovation.awarded/"


def causes_after(session: ReadSession, positions: Iterable[int], since: int) -> list[int]:
    """Corrections, voids, superseded evidence and results after `since` that touch these events."""
    wanted = set(positions)
    rows = [row for row in map(session.store.at, sorted(wanted)) if row is not None]
    found = set()
    for stream in {row.stream for row in rows}:
        found |= _touching(session.store.rows(stream, session.position), wanted, since)
    for award in _awards(rows):
        own = session.store.rows(award, session.position)
        found |= _touching(own, {one.position for one in own}, since)
    return sorted(found)


def _awards(rows: Iterable[Row]) -> list[str]:
    """The streams of the awards that any of the rows says were received."""
    bodies = [CODEC.decode(row).body for row in rows if row.topic.startswith(AWARDED)]
    return [body.award for body in bodies if isinstance(body, AwardReceived)]


def _touching(rows: list[Row], wanted: set[int], since: int) -> set[int]:
    return {row.position for row in rows if row.position > since and _targets(rows, row) & wanted}


def _targets(rows: list[Row], row: Row) -> set[int]:
    """The positions in the stream that an event changes, or lets stand again."""
    if row.topic.startswith(RESULT):
        return {one.position for one in rows}
    if not row.topic.startswith((*reader.CORRECTION_TOPICS, SUPERSEDED)):
        return set()
    match CODEC.decode(row).body:
        case FactVoided(names=names):
            hit = [one for one in rows if one.position < row.position and _named(names, one)]
            return {one.position for one in hit}.union(*(_targets(rows, one) for one in hit))
        case FactCorrected(version=version) | EvidenceSuperseded(old=version):
            return {one.position for one in rows if one.version == version}
    return set()


def _named(names: str, row: Row) -> bool:
    return names_action(names, CODEC.raw(row)["action"])
