"""All that an edition says of a region as plain data: verdicts, index, spread over affairs."""

from __future__ import annotations

from collections import Counter
from typing import Any

from domain.rules.verdict import Verdict
from domain.streams import region_code
from projections.eligibility import index
from projections.eligibility.edition import Edition
from projections.eligibility.verdicts import plain as plain_verdict
from projections.read_session import ReadSession
from projections.timeline.stream_names import StreamNames
from schemas.loader import packaged
from schemas.regions import regions

Json = dict[str, Any]


def plain(session: ReadSession, edition: Edition, *, entered: bool = False) -> Json:
    """What the workbooks of an edition are made from; `entered` keeps innovations with an entry."""
    book, names = edition.book, StreamNames(session)
    verdicts = edition.verdicts(entered=entered)
    code = region_code(edition.region)
    known = regions().get(code)
    return {
        "edition": {
            "award": book.award,
            "year": book.year,
            "group": book.group,
            "rulebook": {"id": book.id, "title": book.title, "sha256": book.sha256},
            # The legend of the matrix names the levels also where the edition has none.
            "highest_level": book.most_levels or packaged().highest,
        },
        "region": {"code": code, "name": known["name"] if known else code},
        "day": edition.context.day,
        "position": session.position,
        "as_of": session.as_of,
        "known_at": session.known_at,
        "entered": entered,
        "sources": {one.id: one.title for one in book.sources} | {book.id: book.title},
        "verdicts": [
            {**plain_verdict(one), "unit": names.of(one.unit), "unit_id": one.unit} for one in verdicts
        ],
        "index": index.plain(edition, session.position),
        "affairs": _affairs(edition, verdicts),
        "unknown": [gap.label for gap in book.unknown],
    }


def _affairs(edition: Edition, verdicts: list[Verdict]) -> list[Json]:
    """The affairs that must be represented, with how many innovations serve each, and how many count."""
    if edition.book.spread is None:
        return []
    held = edition.affairs()
    recorded = Counter(held.get(one.stream) for one in verdicts)
    counted = Counter(one.affair for one in edition.sent(verdicts))
    return [
        {"affair": affair, "recorded": recorded[affair], "counted": counted[affair]}
        for affair in edition.book.spread.affairs
    ]
