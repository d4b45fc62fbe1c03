"""Which innovations are of a lab, and what units were called when they were designed or signed for."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import ColumnElement, or_, select

from domain import dates
from projections.read_session import ReadSession
from projections.views.catalogue import innovations
from projections.views.units import names

NameAt = Callable[[str | None, str | None], str | None]
"""The name that a unit (its stream) bore on an ISO date; the present one where the date is unknown."""


def of_lab(lab: str) -> tuple[ColumnElement[bool], ...]:
    return innovations.c.stands, or_(innovations.c.lab == lab, innovations.c.launch_lab == lab)


def unit_names(session: ReadSession, region: str) -> NameAt:
    """How the units of a region were called at any time."""
    borne: dict[str, list[tuple[str, str | None]]] = {}
    query = select(names.c.stream, names.c.name, names.c.since).where(names.c.stream.like(f"{region}/%"))
    for stream, name, since in session.connection.execute(query.order_by(names.c.stream, names.c.place)):
        borne.setdefault(stream, []).append((name, since))

    def name_at(unit: str | None, day: str | None) -> str | None:
        found = None
        for name, since in borne.get(unit or "", []):
            found = found if dates.certainly_before(day, since) else name
        return found

    return name_at
