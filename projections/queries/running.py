"""How many innovations are seen to run."""

from __future__ import annotations

from sqlalchemy import func, select

from projections.read_session import ReadSession
from projections.views.catalogue import innovations


def running_in(session: ReadSession, region: str) -> int | None:
    """The innovations of a region (`3303`) whose last word is that they run; None where nobody said any."""
    of_region = (
        select(func.count())
        .select_from(innovations)
        .where(innovations.c.stands, innovations.c.region == region)
    )
    said = session.connection.execute(of_region.where(innovations.c.course.is_not(None))).scalar_one()
    running = session.connection.execute(of_region.where(innovations.c.course == "running")).scalar_one()
    return int(running) if said else None
