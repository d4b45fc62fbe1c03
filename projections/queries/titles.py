"""What innovations are called: the acronym where there is one, else the title."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select

from projections.read_session import ReadSession
from projections.views.catalogue import innovations


def titles(session: ReadSession, streams: Collection[str]) -> dict[str, str]:
    """Stream to name, of those that stand."""
    query = select(innovations.c.stream, innovations.c.acronym, innovations.c.title)
    found = session.connection.execute(query.where(innovations.c.stream.in_(list(streams))))
    return {row.stream: f"{row.acronym}: {row.title}" if row.acronym else str(row.title) for row in found}
