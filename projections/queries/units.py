"""The units of a region by every name that they bear or bore."""

from __future__ import annotations

from msgspec import Struct
from sqlalchemy import func, select
from sqlalchemy.sql.elements import ColumnElement

from projections.read_session import ReadSession
from projections.views.units import names, units


class UnitNames(Struct, frozen=True):
    """A unit that still works: its name and every other one by which it is known."""

    name: str
    others: tuple[str, ...]


def unit_names(session: ReadSession, region: str) -> list[UnitNames]:
    """The open units of a region (`3303`), by stream."""
    query = (
        select(units.c.name, units.c.short, units.c.former)
        .where(units.c.region == region, units.c.stands, units.c.open)
        .order_by(units.c.stream)
    )
    return [
        UnitNames(row.name, tuple(filter(None, (row.short, *(row.former or "").split("\n")))))
        for row in session.connection.execute(query)
    ]


def bears_or_bore(name: str) -> ColumnElement[bool]:
    """Whether a row of the units is one that bears a name or bore it once; case does not matter."""
    folded = name.casefold()
    query = select(names.c.stream)
    return units.c.stream.in_(
        query.where((func.lower(names.c.short) == folded) | (func.lower(names.c.name) == folded))
    )


RESEARCH = ("penelitian dan pengembangan", "riset dan inovasi")
"""What the name of the office in charge of research and development (litbang, BRIDA) holds."""


def research_office(session: ReadSession, region: str) -> str | None:
    """The name of the region's only open unit that bears research in its name; None for none or several."""
    query = select(units.c.name).where(units.c.region == region, units.c.stands, units.c.open)
    names = session.connection.execute(query.order_by(units.c.stream)).scalars()
    found = [one for one in names if any(word in _plain(one) for word in RESEARCH)]
    return found[0] if len(found) == 1 else None


def _plain(name: str) -> str:
    """A name without regard to case, spaces, commas and the sign for *dan*."""
    return " ".join(name.casefold().replace(",", " ").replace("&", " dan ").split())
