"""Which units have innovations, and which: for the workbooks that each of them completes."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from sqlalchemy import select

from projections.read_session import ReadSession
from projections.views.catalogue import innovations
from projections.views.labs import labs
from projections.views.units import units


class UnitWork(Struct, frozen=True):
    """A unit and its innovations, by their streams."""

    stream: str
    region: str
    short: str
    name: str
    former: list[str]
    """Names that it bore before."""
    innovations: list[str]
    labs: list[str | None]
    """The slugs of the labs in which they were born, each once; None for those without a lab."""


def unit_work(session: ReadSession, *, region: str | None = None, lab: str | None = None) -> list[UnitWork]:
    """Units with innovations, of a region (`3303`) or a lab's stream, in the order of their names."""
    query = (
        select(innovations.c.stream, innovations.c.unit, labs.c.slug)
        .outerjoin(labs, labs.c.stream == innovations.c.lab)
        .where(innovations.c.stands)
        .order_by(innovations.c.stream)
    )
    if region:
        query = query.where(innovations.c.region == region)
    if lab:
        query = query.where(innovations.c.lab == lab)
    found: dict[str, list[tuple[str, str | None]]] = {}
    for stream, unit, slug in session.connection.execute(query):
        if unit:
            found.setdefault(unit, []).append((stream, slug))
    made = [_of(session, unit, work) for unit, work in found.items()]
    return sorted((one for one in made if one), key=lambda one: (one.region, one.short, one.stream))


def labs_of(session: ReadSession, wanted: Sequence[str]) -> list[str | None]:
    """The slugs of the labs in which innovations were born, each once; None for those without a lab."""
    found: dict[str | None, None] = {}
    for start in range(0, len(wanted), 500):
        query = (
            select(labs.c.slug)
            .select_from(innovations)
            .outerjoin(labs, labs.c.stream == innovations.c.lab)
            .where(innovations.c.stream.in_(wanted[start : start + 500]))
            .order_by(innovations.c.stream)
        )
        found |= dict.fromkeys(session.connection.execute(query).scalars())
    return list(found)


def units_without_work(session: ReadSession, region: str) -> list[str]:
    """The short names of the open units of a region that have no innovation."""
    having = select(innovations.c.unit).where(innovations.c.stands, innovations.c.unit.is_not(None))
    query = select(units.c.short).where(
        units.c.region == region, units.c.stands, units.c.open, units.c.stream.not_in(having)
    )
    return sorted(session.connection.execute(query).scalars())


def _of(session: ReadSession, unit: str, work: list[tuple[str, str | None]]) -> UnitWork | None:
    columns = (units.c.region, units.c.short, units.c.name, units.c.former)
    query = select(*columns).where(units.c.stream == unit)
    row = session.connection.execute(query).one_or_none()
    if row is None:
        return None
    slugs = list(dict.fromkeys(slug for _, slug in work))
    former = [name for name in row.former.split("\n") if name]
    streams = [stream for stream, _ in work]
    return UnitWork(unit, row.region, row.short, row.name, former, streams, slugs)
