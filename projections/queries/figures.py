"""Published figures beside what is computed for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from msgspec import Struct
from sqlalchemy import ColumnElement, RowMapping, Select, func, select

from domain import streams
from projections.queries.find import lab_of
from projections.read_session import ReadSession
from projections.views.catalogue import innovations
from projections.views.labs import labs, participants
from projections.views.lineage import idea_credits, ideas
from projections.views.regions import figures, regions
from projections.views.units import units

Column = ColumnElement[Any]
"""A column of text; the tables of views do not tell SQLAlchemy the types of theirs."""
CountQuery = Select[int]
Counting = Callable[[str, str | None, str | None, list[str]], CountQuery]
"""Counts by the prefix of a region, a lab, a unit, kinds of unit."""


class PublishedFigure(Struct, frozen=True):
    """A figure as it was published, and what Jejak computes for it.

    It is of a lab, or of its whole region, and of one unit, units of some kinds, or all; or (`area`) of
    several regions, a province or the nation. None is computed for a figure without a measure, for regions
    whose records are not all here, and where nobody recorded anything of the kind: that is not 0.
    """

    region: str
    """The code of the region whose record holds it."""
    region_name: str | None
    lab: str | None
    lab_opened_on: str | None
    measure: str | None
    unit_kinds: list[str]
    unit: str | None
    label: str | None
    published: int
    computed: int | None
    publisher: str
    date: str | None
    event: int
    area: str
    regions: list[str]
    """Codes of the regions or the province, where the source names them."""
    regions_count: int | None

    @property
    def differs(self) -> bool:
        """True where the computed figure is another than the published one."""
        return self.computed not in (None, self.published)


def published_figures(
    session: ReadSession, *, lab: str | None = None, region: str | None = None
) -> list[PublishedFigure]:
    """Every published figure in order of region, lab and event; of one lab by its slug, of a region, or all.

    A region (`3303`) has those that its record holds, and those of others that name it.
    """
    columns = (labs.c.slug, labs.c.opened_on, units.c.short.label("unit_short"))
    query = select(figures, *columns).outerjoin(labs, labs.c.stream == figures.c.lab)
    query = query.outerjoin(units, units.c.stream == figures.c.unit).order_by(
        figures.c.stream, labs.c.slug.nulls_first(), figures.c.position
    )
    if lab:
        query = query.where(figures.c.lab == lab_of(session, lab))
    here = {
        row[0]: row[1] for row in session.connection.execute(select(regions.c.code, regions.c.name)).all()
    }
    rows = session.connection.execute(query).mappings().all()
    found = [_figure(session, row, here) for row in rows]
    if region is None:
        return found
    code = streams.region_code(f"{region}/")
    return [one for one in found if code == one.region or code in one.regions]


def _figure(session: ReadSession, row: RowMapping, here: dict[str, str]) -> PublishedFigure:
    kinds = [kind for kind in row["unit_kinds"].split(",") if kind]
    named = [code for code in (row["regions"] or "").split(",") if code]
    own = streams.region_code(row["stream"])
    return PublishedFigure(
        region=own,
        region_name=here.get(own),
        lab=row["slug"],
        lab_opened_on=row["opened_on"],
        measure=row["measure"],
        unit_kinds=kinds,
        unit=row["unit_short"],
        label=row["label"],
        published=row["value"],
        computed=_computed(session, row, kinds, _covered(row, own, named, here)),
        publisher=row["publisher"],
        date=row["occurred"],
        event=row["position"],
        area=row["area"],
        regions=named,
        regions_count=row["regions_count"],
    )


def _covered(row: RowMapping, own: str, named: list[str], here: dict[str, str]) -> list[str]:
    """The prefixes of the regions that a figure covers; none where their records are not all here."""
    if row["area"] == "region":
        return [streams.prefix(own)]
    # Of a province or the nation nobody knows here which regions the source counted.
    whole = row["area"] == "regions" and row["regions_count"] in (None, len(named))
    return [streams.prefix(code) for code in named] if whole and set(named) <= here.keys() else []


def _computed(session: ReadSession, row: RowMapping, kinds: list[str], covered: list[str]) -> int | None:
    if row["measure"] is None or not covered:
        return None
    found = [_computed_of(session, row, kinds, region) for region in covered]
    known = [one for one in found if one is not None]
    # Of regions of which one has no record, the sum is not known.
    return sum(known) if len(known) == len(found) else None


def _computed_of(session: ReadSession, row: RowMapping, kinds: list[str], region: str) -> int | None:
    measure = _MEASURES[row["measure"]]

    def count(query: CountQuery) -> int:
        return session.connection.execute(query).scalar_one()

    counted = count(measure.counted(region, row["lab"], row["unit"], kinds))
    if counted:
        return counted
    # A 0 is known only where something of the kind is recorded at all.
    return 0 if count(measure.recorded(region, row["lab"], row["unit"], kinds)) else None


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


def _born(*fits: ColumnElement[bool]) -> Counting:
    """Counts the innovations of a lab or a region that fit."""

    def counted(region: str, lab: str | None, unit: str | None, kinds: list[str]) -> CountQuery:
        return _designed(region, lab, unit, kinds).where(*fits)

    return counted


def _of_all(counting: Counting) -> Counting:
    """The same of all units of the lab or region."""

    def counted(region: str, lab: str | None, _unit: str | None, _kinds: list[str]) -> CountQuery:
        return counting(region, lab, None, [])

    return counted


class Measure(NamedTuple):
    """How a measure is computed, and what shows that somebody recorded anything of its kind."""

    counted: Counting
    recorded: Counting


def _whole(counting: Counting) -> Measure:
    """A measure that is known of every unit once it is recorded of one."""
    return Measure(counting, _of_all(counting))


_DISPLAYED = _born(innovations.c.displays > 0)
_IMPLEMENTED = _born(innovations.c.implemented)
_DETERMINED = _born(innovations.c.determined)
_MEASURES: dict[str, Measure] = {
    "ideas.proposed": _whole(_ideas_proposed),
    "innovations.designed": _whole(_designed),
    "innovations.launched": _whole(_launched),
    "units.participating": _whole(_participating),
    "innovations.displayed": Measure(_DISPLAYED, _DISPLAYED),
    "innovations.implemented": Measure(_IMPLEMENTED, _IMPLEMENTED),
    "innovations.determined": Measure(_DETERMINED, _DETERMINED),
    # The last word on how it goes counts; where there is none, nobody knows.
    "innovations.running": Measure(
        _born(innovations.c.course == "running"), _born(innovations.c.course.is_not(None))
    ),
}
