"""Pages and statistics of the catalogue."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from msgspec import Struct
from sqlalchemy import Select, bindparam, case, false, func, select
from sqlalchemy.sql.elements import ColumnElement

from domain import terms
from projections.queries.find import LONGEST, lab_of
from projections.queries.units import bears_or_bore
from projections.read_session import ReadSession
from projections.views.catalogue import innovations
from projections.views.labs import labs
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


class CatalogueRow(Struct, frozen=True):
    """One innovation in a list; `stage` is `initiative`, `trial` or `implemented`."""

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
    """One page of the catalogue, and how many innovations fit in all."""

    total: int
    items: list[CatalogueRow]


class UnitCount(Struct, frozen=True):
    """How many innovations a unit has; an empty `unit` stands for those without one."""

    unit: str
    kind: str
    count: int


class Counts(Struct, frozen=True):
    """How many innovations fit, by kind of unit in the order of the closed list, and by unit."""

    total: int
    by_kind: dict[str, int]
    by_unit: list[UnitCount]


class CatalogueStats(Struct, frozen=True):
    """How many innovations were designed, launched, implemented and displayed; of one lab, or of all."""

    lab: str | None
    illustrative: int
    """The examples among the designed."""
    designed: Counts
    launched: Counts
    implemented: Counts
    displayed: Counts


def _columns() -> tuple[Expression, ...]:
    """The columns of a `CatalogueRow`, in the order of its fields."""
    return (
        innovations.c.code,
        innovations.c.acronym,
        innovations.c.title,
        units.c.short.label("unit"),
        units.c.kind.label("unit_kind"),
        labs.c.slug.label("lab"),
        _STAGE.label("stage"),
        innovations.c.launched,
        innovations.c.launched_on,
        innovations.c.illustrative,
    )


def _joined(*columns: Expression) -> Query:
    return (
        select(*columns)
        .select_from(innovations)
        .outerjoin(units, units.c.stream == innovations.c.unit)
        .outerjoin(labs, labs.c.stream == innovations.c.lab)
    )


def _where(wanted: Filter, lab: str | None) -> list[ColumnElement[bool]]:
    clauses: list[ColumnElement[bool]] = [innovations.c.stands]
    if wanted.search:
        words = dict.fromkeys(wanted.search.casefold().split())
        if len(words) > MOST or max(map(len, words), default=0) > LONGEST:
            # SQLite refuses to look for these, and no innovation has as many words in its names.
            return [false()]
        clauses += [innovations.c.search.contains(word, autoescape=True) for word in words]
    if lab:
        clauses.append(innovations.c.lab == lab)
    if wanted.region:
        clauses.append(innovations.c.region == wanted.region)
    if wanted.unit:
        clauses.append(bears_or_bore(wanted.unit))
    if wanted.kind:
        clauses.append(units.c.kind == wanted.kind)
    if wanted.stage:
        clauses.append(_STAGE.in_([wanted.stage]))
    if wanted.launched is not None:
        clauses.append(innovations.c.launched == wanted.launched)
    return clauses


@lru_cache(maxsize=64)
def _statements(wanted: Filter, lab: str | None) -> tuple[Query, Query, Query]:
    """Count, all items, one page of a filter; kept, for building them costs more than a page's rows."""
    clauses = _where(wanted, lab)
    joins_unit = wanted.unit or wanted.kind
    counting = _joined(func.count()) if joins_unit else select(func.count()).select_from(innovations)
    whole = _joined(*_columns()).where(*clauses).order_by(innovations.c.stream).offset(bindparam("start"))
    return counting.where(*clauses), whole, whole.limit(bindparam("most"))


def page(session: ReadSession, wanted: Filter, *, limit: int | None = None, offset: int = 0) -> CataloguePage:
    """The innovations that fit, in order of their codes: `limit` of them after the first `offset`."""
    counting, whole, part = _statements(wanted, lab_of(session, wanted.lab) if wanted.lab else None)
    total = session.connection.execute(counting).scalar_one()
    if limit is None:
        rows = session.connection.execute(whole, {"start": offset})
    else:
        rows = session.connection.execute(part, {"start": offset, "most": limit})
    return CataloguePage(total, [CatalogueRow(*tuple(row)) for row in rows])


def count_by(session: ReadSession, clauses: list[ColumnElement[bool]]) -> Counts:
    """How many innovations fit all clauses, by kind of unit and by unit."""
    query = (
        select(units.c.short, units.c.kind, func.count())
        .select_from(innovations)
        .outerjoin(units, units.c.stream == innovations.c.unit)
        .where(innovations.c.stands, *clauses)
        .group_by(innovations.c.unit, units.c.short, units.c.kind)
    )
    found = [
        (short or "", kind or "other", count) for short, kind, count in session.connection.execute(query)
    ]
    place = {kind: at for at, kind in enumerate(terms.UNIT_KINDS)}
    by_kind: dict[str, int] = {}
    for _, kind, count in found:
        by_kind[kind] = by_kind.get(kind, 0) + count
    found.sort(key=lambda one: (-one[2], place[one[1]], one[0]))
    return Counts(
        sum(by_kind.values()),
        dict(sorted(by_kind.items(), key=lambda one: place[one[0]])),
        [UnitCount(*one) for one in found],
    )


def stats(session: ReadSession, *, lab: str | None = None, region: str | None = None) -> CatalogueStats:
    """Designed, launched, implemented and displayed innovations, by kind of unit and by unit."""
    stream = lab_of(session, lab) if lab else None
    born = [innovations.c.lab == stream] if stream else []
    at_lab = [innovations.c.launch_lab == stream] if stream else []
    within = [innovations.c.region == region] if region else []
    return CatalogueStats(
        lab=lab,
        illustrative=count_by(session, [innovations.c.illustrative, *born, *within]).total,
        designed=count_by(session, [*born, *within]),
        launched=count_by(session, [innovations.c.launched, *at_lab, *within]),
        implemented=count_by(session, [innovations.c.implemented, *born, *within]),
        displayed=count_by(session, [innovations.c.displays > 0, *born, *within]),
    )
