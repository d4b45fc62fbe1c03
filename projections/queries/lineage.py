"""The family tree of an innovation or idea, back to every idea in it, with all who are credited."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from domain import streams
from projections.read_session import ReadSession
from projections.views.catalogue import innovations
from projections.views.lineage import idea_credits, ideas, sources
from projections.views.people import people
from projections.views.units import units


def tree(session: ReadSession, stream: str) -> dict[str, Any]:
    """A node: `kind`, `code`, `title`, `occurred`, `units`, `proposers` (posts), and `from`, its sources."""
    return _innovation(session, stream) if streams.kind_of(stream) == "innovation" else _idea(session, stream)


def ancestors(session: ReadSession, stream: str) -> list[str]:
    """The streams of all ideas in an innovation or idea, nearest first, itself not included."""
    found: list[str] = []
    waiting = _parents(session, stream)
    while waiting:
        one = waiting.pop(0)
        if one not in found:
            found.append(one)
            waiting += _parents(session, one)
    return found


def _parents(session: ReadSession, stream: str) -> list[str]:
    if streams.kind_of(stream) == "innovation":
        query = select(innovations.c.idea).where(innovations.c.stream == stream)
    else:
        query = select(sources.c.source).where(sources.c.stream == stream).order_by(sources.c.place)
    return [row[0] for row in session.connection.execute(query) if row[0]]


def _innovation(session: ReadSession, stream: str) -> dict[str, Any]:
    query = (
        select(innovations, units.c.short)
        .outerjoin(units, units.c.stream == innovations.c.unit)
        .where(innovations.c.stream == stream)
    )
    row = session.connection.execute(query).mappings().one()
    return {
        "kind": "innovation",
        "code": row["code"],
        "title": row["title"],
        "acronym": row["acronym"],
        "occurred": row["designed_on"],
        "launched_on": row["launched_on"],
        "illustrative": row["illustrative"],
        "units": [row["short"]],
        "proposers": [],
        "from": [_idea(session, one) for one in _parents(session, stream)],
    }


def _idea(session: ReadSession, stream: str) -> dict[str, Any]:
    row = session.connection.execute(select(ideas).where(ideas.c.stream == stream)).mappings().one()
    return {
        "kind": "idea",
        "code": row["code"],
        "title": row["title"],
        "origin": row["origin"],
        "occurred": row["founded_on"],
        "status": row["status"],
        "illustrative": row["illustrative"],
        "units": _credited(session, stream, units, units.c.short),
        "proposers": _credited(session, stream, people, people.c.post),
        "from": [_idea(session, one) for one in _parents(session, stream)],
    }


def _credited(session: ReadSession, stream: str, table: Any, name: Any) -> list[str]:
    query = (
        select(name)
        .select_from(idea_credits)
        .join(table, table.c.stream == idea_credits.c.who)
        .where(idea_credits.c.stream == stream)
        .order_by(idea_credits.c.place)
    )
    return [row[0] for row in session.connection.execute(query)]
