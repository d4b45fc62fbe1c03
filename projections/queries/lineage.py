"""The family tree of an innovation or idea, back to every idea in it, with all who are credited."""

from __future__ import annotations

import msgspec
from msgspec import Struct
from sqlalchemy import ColumnElement, FromClause, select

from domain import streams
from projections.read_session import ReadSession
from projections.views.catalogue import innovations
from projections.views.lineage import idea_credits, ideas, sources
from projections.views.people import people
from projections.views.units import units


class IdeaNode(Struct, frozen=True, tag_field="kind", tag="idea"):
    """An idea in a family tree, with the ideas that it was made from."""

    code: str
    title: str
    origin: str
    """`proposed`, `merge` or `split`."""
    occurred: str | None
    status: str
    illustrative: bool
    units: list[str]
    """Short names of the units credited."""
    proposers: list[str]
    """Posts of the persons credited."""
    made_from: list[IdeaNode] = msgspec.field(name="from")


class InnovationNode(Struct, frozen=True, tag_field="kind", tag="innovation"):
    """An innovation at the top of its family tree, with the idea that it was designed from."""

    code: str
    title: str
    acronym: str | None
    occurred: str | None
    """When it was designed."""
    launched_on: str | None
    illustrative: bool
    units: list[str | None]
    proposers: list[str]
    made_from: list[IdeaNode] = msgspec.field(name="from")


Node = InnovationNode | IdeaNode


def tree(session: ReadSession, stream: str) -> Node:
    """The family tree of an innovation or idea."""
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


def _innovation(session: ReadSession, stream: str) -> InnovationNode:
    query = (
        select(innovations, units.c.short)
        .outerjoin(units, units.c.stream == innovations.c.unit)
        .where(innovations.c.stream == stream)
    )
    row = session.connection.execute(query).mappings().one()
    return InnovationNode(
        code=row["code"],
        title=row["title"],
        acronym=row["acronym"],
        occurred=row["designed_on"],
        launched_on=row["launched_on"],
        illustrative=row["illustrative"],
        units=[row["short"]],
        proposers=[],
        made_from=[_idea(session, one) for one in _parents(session, stream)],
    )


def _idea(session: ReadSession, stream: str) -> IdeaNode:
    row = session.connection.execute(select(ideas).where(ideas.c.stream == stream)).mappings().one()
    return IdeaNode(
        code=row["code"],
        title=row["title"],
        origin=row["origin"],
        occurred=row["founded_on"],
        status=row["status"],
        illustrative=row["illustrative"],
        units=_credited(session, stream, units, units.c.short),
        proposers=_credited(session, stream, people, people.c.post),
        made_from=[_idea(session, one) for one in _parents(session, stream)],
    )


def _credited(session: ReadSession, stream: str, table: FromClause, name: ColumnElement[str]) -> list[str]:
    query = (
        select(name)
        .select_from(idea_credits)
        .join(table, table.c.stream == idea_credits.c.who)
        .where(idea_credits.c.stream == stream)
        .order_by(idea_credits.c.place)
    )
    return [row[0] for row in session.connection.execute(query)]
