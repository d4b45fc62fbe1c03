"""Pages and statistics of the catalogue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

import msgspec
from msgspec import Struct
from sqlalchemy import Row, Select, bindparam, case, false, func, select
from sqlalchemy.sql.elements import ColumnElement

from domain import streams, terms
from projections.queries.find import LONGEST, lab_of
from projections.queries.lab_counts import lab_day
from projections.queries.unit_naming import UnitNaming, UnitsOf, units_named, units_of_kind
from projections.read_session import ReadSession
from projections.views.catalogue import innovations
from projections.views.labs import labs
from projections.views.regions import regions
from projections.views.units import units

MOST = 500
"""Search words that are looked for at most."""
STAGES = ("initiative", "trial", "implemented")
_STAGE = case(
    (innovations.c.implemented, "implemented"), (innovations.c.trialled, "trial"), else_="initiative"
)

Expression = ColumnElement[Any]
"""A column or what is computed from columns; SQLAlchemy has no narrower type for several side by side."""
Query = Select[Any]
"""A SELECT of such columns: its rows are given their types where they become Structs."""


@dataclass(frozen=True)
class Filter:
    """Which innovations a list shows; None means all."""

    search: str | None = None
    lab: str | None = None
    unit: str | None = None
    kind: str | None = None
    stage: str | None = None
    launched: bool | None = None
    region: str | None = None
    units: UnitsOf = "now"
    """Whether units are named, and looked for, as they were on the day of each innovation, or as today."""


class CatalogueRow(Struct, frozen=True):
    """One innovation in a list; `stage` is `initiative`, `trial` or `implemented`."""

    region: str
    region_name: str | None
    code: str
    acronym: str | None
    title: str
    unit: str | None
    unit_kind: str | None
    lab: str | None
    stage: str
    launched: bool
    launched_on: str | None
    illustrative: bool


class CataloguePage(Struct, frozen=True):
    """One page of the catalogue, and how many innovations fit in all, perhaps of several regions."""

    total: int
    several_regions: bool
    items: list[CatalogueRow]


class UnitCount(Struct, frozen=True):
    """How many innovations a unit has; an empty `unit` stands for those without one."""

    unit: str
    kind: str
    count: int
    region: str


class Counts(Struct, frozen=True):
    """How many innovations fit, by kind of unit in the order of the closed list, and by unit.

    None where nothing of the kind is recorded: nobody said that there were none.
    """

    total: int | None
    by_kind: dict[str, int]
    by_unit: list[UnitCount]


class CatalogueStats(Struct, frozen=True):
    """How many innovations were designed, launched, implemented and displayed; of one lab, or of all.

    `regions` are those that were counted, by code; `day` is that of the lab, or the one asked about.
    """

    lab: str | None
    regions: dict[str, str | None]
    day: str | None
    illustrative: int
    """The examples among the designed."""
    designed: Counts
    launched: Counts
    implemented: Counts
    displayed: Counts


def _columns() -> tuple[Expression, ...]:
    """What a `CatalogueRow` is made of."""
    return (
        innovations.c.region,
        innovations.c.code,
        innovations.c.acronym,
        innovations.c.title,
        innovations.c.unit,
        units.c.short,
        units.c.kind,
        units.c.successor,
        labs.c.slug.label("lab"),
        _STAGE.label("stage"),
        innovations.c.launched,
        innovations.c.launched_on,
        innovations.c.illustrative,
        innovations.c.designed_on,
    )


def _joined(*columns: Expression) -> Query:
    return (
        select(*columns)
        .select_from(innovations)
        .outerjoin(units, units.c.stream == innovations.c.unit)
        .outerjoin(labs, labs.c.stream == innovations.c.lab)
    )


class _Units(NamedTuple):
    """The streams of the units that were asked for; None for those of any name, or each of its own kind."""

    named: tuple[str, ...] | None
    of_kind: tuple[str, ...] | None


def _units(session: ReadSession, wanted: Filter) -> _Units:
    named = units_named(session, wanted.unit, wanted.units) if wanted.unit else None
    of_kind = units_of_kind(session, wanted.kind, wanted.units) if wanted.kind else None
    return _Units(*(None if one is None else tuple(sorted(one)) for one in (named, of_kind)))


def _where(wanted: Filter, lab: str | None, asked: _Units) -> list[ColumnElement[bool]]:
    clauses: list[ColumnElement[bool]] = [innovations.c.stands]
    if wanted.search:
        words = dict.fromkeys(wanted.search.casefold().split())
        if len(words) > MOST or max(map(len, words), default=0) > LONGEST:
            # SQLite refuses to look for these, and no innovation has as many words in its names.
            return [false()]
        clauses += [
            innovations.c.search.contains(word, autoescape=True)
            | func.lower(innovations.c.code).contains(word, autoescape=True)
            for word in words
        ]
    if lab:
        clauses.append(innovations.c.lab == lab)
    if wanted.region:
        clauses.append(innovations.c.region == wanted.region)
    if asked.named is not None:
        clauses.append(innovations.c.unit.in_(asked.named))
    if asked.of_kind is not None:
        clauses.append(innovations.c.unit.in_(asked.of_kind))
    elif wanted.kind:
        clauses.append(units.c.kind == wanted.kind)
    if wanted.stage:
        clauses.append(_STAGE.in_([wanted.stage]))
    if wanted.launched is not None:
        clauses.append(innovations.c.launched == wanted.launched)
    return clauses


@lru_cache(maxsize=64)
def _statements(wanted: Filter, lab: str | None, asked: _Units) -> tuple[Query, Query, Query]:
    """Count, all items, one page of a filter; kept, for building them costs more than a page's rows."""
    clauses = _where(wanted, lab, asked)
    counting = _joined(func.count()) if wanted.kind else select(func.count()).select_from(innovations)
    whole = _joined(*_columns()).where(*clauses).order_by(innovations.c.stream).offset(bindparam("start"))
    return counting.where(*clauses), whole, whole.limit(bindparam("most"))


def page(session: ReadSession, wanted: Filter, *, limit: int | None = None, offset: int = 0) -> CataloguePage:
    """The innovations that fit, in order of their codes: `limit` of them after the first `offset`."""
    lab = lab_of(session, wanted.lab) if wanted.lab else None
    counting, whole, part = _statements(wanted, lab, _units(session, wanted))
    total = session.connection.execute(counting).scalar_one()
    if limit is None:
        rows = session.connection.execute(whole, {"start": offset}).all()
    else:
        rows = session.connection.execute(part, {"start": offset, "most": limit}).all()
    called = _region_names(session)
    several = len(called) > 1 and not (wanted.region or lab)
    return CataloguePage(total, several, _page_rows(session, rows, called, wanted.units))


def _page_rows(
    session: ReadSession, rows: Sequence[Row[Any]], called: dict[str, str], units_of: UnitsOf
) -> list[CatalogueRow]:
    naming = UnitNaming(session, units_of)
    found = []
    naming.read({row.unit for row in rows if row.unit and (units_of == "then" or row.successor)})
    for row in rows:
        short, kind = row.short, row.kind
        if row.unit and (units_of == "then" or row.successor):
            # The list tells when an innovation was launched; where it was not, it was designed.
            named = naming.of(row.unit, row.launched_on or row.designed_on)
            short, kind = named.short, named.kind
        place = streams.region_code(row.region)
        found.append(
            CatalogueRow(
                region=place,
                region_name=called.get(place),
                code=row.code,
                acronym=row.acronym,
                title=row.title,
                unit=short,
                unit_kind=kind,
                lab=row.lab,
                stage=row.stage,
                launched=row.launched,
                launched_on=row.launched_on,
                illustrative=row.illustrative,
            )
        )
    return found


def _region_names(session: ReadSession) -> dict[str, str]:
    query = select(regions.c.code, regions.c.name)
    return {row[0]: row[1] for row in session.connection.execute(query)}


@dataclass(frozen=True)
class _Counting:
    """Counts innovations by the units that they are of on the day that each count tells of."""

    session: ReadSession
    naming: UnitNaming

    def by(self, clauses: list[ColumnElement[bool]], day: Expression = innovations.c.designed_on) -> Counts:
        """How many innovations fit all clauses, by kind of unit and by unit."""
        grouped: list[Expression] = [innovations.c.region, innovations.c.unit]
        if self.naming.units_of == "then":
            grouped.append(day)
        query = (
            select(*grouped, func.count())
            .where(innovations.c.stands, *clauses)
            .group_by(*grouped)
            .order_by(*grouped)
        )
        rows = self.session.connection.execute(query).all()
        self.naming.read({row[1] for row in rows if row[1]})
        counted: dict[tuple[str, str, str, str], int] = {}
        for region, unit, *on, count in rows:
            named = self.naming.of(unit, on[0] if on else None) if unit else None
            key = (named.stream, named.short, named.kind) if named else ("", "", "other")
            counted[region, *key] = counted.get((region, *key), 0) + count
        place = {kind: at for at, kind in enumerate(terms.UNIT_KINDS)}
        by_kind: dict[str, int] = {}
        for (_region, _stream, _short, kind), count in counted.items():
            by_kind[kind] = by_kind.get(kind, 0) + count
        found = [
            UnitCount(short, kind, count, streams.region_code(region))
            for (region, _stream, short, kind), count in counted.items()
        ]
        found.sort(key=lambda one: (-one.count, place[one.kind], one.unit, one.region))
        return Counts(
            sum(by_kind.values()) or None,
            dict(sorted(by_kind.items(), key=lambda one: place[one[0]])),
            found,
        )


MEASURES = ("designed", "launched", "implemented", "displayed")


def stats(
    session: ReadSession, *, lab: str | None = None, region: str | None = None, units_of: UnitsOf = "now"
) -> CatalogueStats:
    """Designed, launched, implemented and displayed innovations, by kind of unit and by unit."""
    found = _stats(session, lab, region, units_of)
    if session.as_of is None or all(getattr(found, name).total for name in MEASURES):
        return found
    whole = session.of_all_days
    later = _stats(whole, lab, region, units_of)
    # Nothing was launched on the eve of a launching: that is known, since its day is.
    known = {
        name: msgspec.structs.replace(getattr(found, name), total=0)
        for name in MEASURES
        if getattr(found, name).total is None and getattr(later, name).total
    }
    return msgspec.structs.replace(found, **known)


def _stats(session: ReadSession, lab: str | None, region: str | None, units_of: UnitsOf) -> CatalogueStats:
    stream = lab_of(session, lab) if lab else None
    born = [innovations.c.lab == stream] if stream else []
    at_lab = [innovations.c.launch_lab == stream] if stream else []
    within = [innovations.c.region == region] if region else []
    counting, called = _Counting(session, UnitNaming(session, units_of)), _region_names(session)
    launched_on = func.coalesce(innovations.c.launched_on, innovations.c.designed_on)
    counts = {
        "designed": counting.by([*born, *within]),
        "launched": counting.by([innovations.c.launched, *at_lab, *within], launched_on),
        "implemented": counting.by(
            [innovations.c.implemented, *born, *within],
            func.coalesce(innovations.c.implemented_on, innovations.c.designed_on),
        ),
        # The day of a display does not stand in the catalogue; it is shown after its launching.
        "displayed": counting.by([innovations.c.displays > 0, *born, *within], launched_on),
    }
    codes = sorted({one.region for found in counts.values() for one in found.by_unit})
    return CatalogueStats(
        lab=lab,
        regions={code: called.get(code) for code in codes},
        day=(lab_day(session, stream) if stream else None) or session.as_of,
        illustrative=counting.by([innovations.c.illustrative, *born, *within]).total or 0,
        **counts,
    )
