"""Published figures beside what is computed for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import Struct
from sqlalchemy import ColumnElement, RowMapping, Select, func, select

from domain import streams
from projections.queries.find import lab_of
from projections.read_session import ReadSession
from projections.views.catalogue import innovations
from projections.views.labs import labs, participants
from projections.views.lineage import idea_credits, ideas
from projections.views.regions import figures
from projections.views.units import units

Column = ColumnElement[Any]
"""A column of text; the tables of views do not tell SQLAlchemy the types of theirs."""
CountQuery = Select[int]


class PublishedFigure(Struct, frozen=True):
    """A figure as it was published, and what Jejak computes for it; None where it has no measure.

    It is of a lab, or of its whole region, and of one unit, units of some kinds, or all.
    """

    region: str
    lab: str | None
    measure: str | None
    unit_kinds: list[str]
    unit: str | None
    label: str | None
    published: int
    computed: int | None
    publisher: str
    date: str | None
    event: int

    @property
    def differs(self) -> bool:
        """True where the computed figure is another than the published one."""
        return self.computed not in (None, self.published)


def published_figures(session: ReadSession, *, lab: str | None = None) -> list[PublishedFigure]:
    """Every published figure in order of region, lab and event; of one lab by its slug, or of all."""
    query = select(figures, labs.c.slug, units.c.short.label("unit_short")).outerjoin(
        labs, labs.c.stream == figures.c.lab
    )
    query = query.outerjoin(units, units.c.stream == figures.c.unit).order_by(
        figures.c.stream, labs.c.slug.nulls_first(), figures.c.position
    )
    if lab:
        query = query.where(figures.c.lab == lab_of(session, lab))
    return [_figure(session, row) for row in session.connection.execute(query).mappings().all()]


def _figure(session: ReadSession, row: RowMapping) -> PublishedFigure:
    kinds = [kind for kind in row["unit_kinds"].split(",") if kind]
    return PublishedFigure(
        region=streams.region_code(row["stream"]),
        lab=row["slug"],
        measure=row["measure"],
        unit_kinds=kinds,
        unit=row["unit_short"],
        label=row["label"],
        published=row["value"],
        computed=_computed(session, row, kinds),
        publisher=row["publisher"],
        date=row["occurred"],
        event=row["position"],
    )


def _computed(session: ReadSession, row: RowMapping, kinds: list[str]) -> int | None:
    if row["measure"] is None:
        return None
    query = _MEASURES[row["measure"]](streams.region_of(row["stream"]), row["lab"], row["unit"], kinds)
    return session.connection.execute(query).scalar_one()


def _of_units(column: Column, unit: str | None, kinds: list[str]) -> list[ColumnElement[bool]]:
    clauses = [column == unit] if unit else []
    if kinds:
        clauses.append(column.in_(select(units.c.stream).where(units.c.kind.in_(kinds))))
    return clauses


def _ideas_proposed(region: str, lab: str | None, unit: str | None, kinds: list[str]) -> CountQuery:
    query = select(func.count()).select_from(ideas).where(ideas.c.stands, ideas.c.origin == "proposed")
    query = query.where(ideas.c.lab == lab if lab else ideas.c.region == region)
    if unit or kinds:
        credited = select(idea_credits.c.stream).where(*_of_units(idea_credits.c.who, unit, kinds))
        query = query.where(ideas.c.stream.in_(credited))
    return query


def _designed(region: str, lab: str | None, unit: str | None, kinds: list[str]) -> CountQuery:
    query = select(func.count()).select_from(innovations).where(innovations.c.stands)
    query = query.where(innovations.c.lab == lab if lab else innovations.c.region == region)
    return query.where(*_of_units(innovations.c.unit, unit, kinds))


def _launched(region: str, lab: str | None, unit: str | None, kinds: list[str]) -> CountQuery:
    query = select(func.count()).select_from(innovations).where(innovations.c.stands, innovations.c.launched)
    query = query.where(innovations.c.launch_lab == lab if lab else innovations.c.region == region)
    return query.where(*_of_units(innovations.c.unit, unit, kinds))


def _participating(region: str, lab: str | None, unit: str | None, kinds: list[str]) -> CountQuery:
    query = select(func.count(participants.c.unit.distinct()))
    within = func.substr(participants.c.stream, 1, len(region) + 1) == f"{region}/"
    query = query.where(participants.c.stream == lab if lab else within)
    return query.where(*_of_units(participants.c.unit, unit, kinds))


_MEASURES: dict[str, Callable[[str, str | None, str | None, list[str]], CountQuery]] = {
    "ideas.proposed": _ideas_proposed,
    "innovations.designed": _designed,
    "innovations.launched": _launched,
    "units.participating": _participating,
}
