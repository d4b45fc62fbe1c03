"""The workshop days of a lab with the units that came."""

from __future__ import annotations

from msgspec import Struct
from sqlalchemy import select

from projections.queries.unit_naming import UnitNaming, UnitsOf
from projections.read_session import ReadSession
from projections.views.workshops import attended, workshops


class Workshop(Struct, frozen=True):
    """One workshop day of a lab."""

    stage: str
    occurred: str | None
    place: str | None
    mode: str | None
    attendance: str | None
    headcount: int | None = None
    units: list[str] = []
    """The units that came."""


def workshops_of(session: ReadSession, lab: str, units_of: UnitsOf) -> list[Workshop]:
    """The workshop days by date; units that count as one are one, as `units_of` says."""
    query = select(workshops).where(workshops.c.lab == lab)
    query = query.order_by(workshops.c.occurred.nulls_first(), workshops.c.stream)
    came: dict[str, list[str]] = {}
    for row in session.connection.execute(select(attended).where(attended.c.lab == lab)):
        came.setdefault(row.stream, []).append(row.unit)
    naming = UnitNaming(session, units_of)
    naming.read({unit for units in came.values() for unit in units})
    names = [name for name in Workshop.__struct_fields__ if name != "units"]
    return [
        Workshop(
            **{name: row[name] for name in names},
            units=sorted({naming.of(unit, row["occurred"]).short for unit in came.get(row["stream"], [])}),
        )
        for row in session.connection.execute(query).mappings().all()
    ]
