"""Which later events changed what a finding rests on, though the finding does not name them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from domain.corrections import names_action
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
    for row in rows:
        if row.topic.startswith(AWARDED):
            own = session.store.rows(_body(row)["award"], session.position)
            found |= _touching(own, {one.position for one in own}, since)
    return sorted(found)


def _body(row: Row) -> dict[str, Any]:
    body: dict[str, Any] = CODEC.raw(row)["body"]
    return body


def _touching(rows: list[Row], wanted: set[int], since: int) -> set[int]:
    return {row.position for row in rows if row.position > since and _targets(rows, row) & wanted}


def _targets(rows: list[Row], row: Row) -> set[int]:
    """The positions in the stream that an event changes, or lets stand again."""
    if row.topic.startswith(RESULT):
        return {one.position for one in rows}
    if not row.topic.startswith((*reader.CORRECTION_TOPICS, SUPERSEDED)):
        return set()
    body = _body(row)
    if "names" not in body:
        version = body.get("version", body.get("old"))
        return {one.position for one in rows if one.version == version}
    hit = [one for one in rows if one.position < row.position and _named(body["names"], one)]
    return {one.position for one in hit}.union(*(_targets(rows, one) for one in hit))


def _named(names: str, row: Row) -> bool:
    return names_action(names, CODEC.raw(row)["action"])
