"""Dates of editions that a region recorded."""

from __future__ import annotations

from datetime import date

from msgspec import Struct
from sqlalchemy import RowMapping, select

from domain import dates
from domain.streams import region_stream
from projections.read_session import ReadSession
from projections.views.regions import editions


class EditionDate(Struct, frozen=True):
    """One milestone of an edition, as it was announced last."""

    edition: str
    """`IGA 2026`, or `KIPP 2023 (umum)`."""
    award: str
    year: int
    group: str | None
    milestone: str
    day: str
    """ISO date in reduced form; `last` is its last possible day."""
    position: int
    """The event that announced it."""
    last: str
    days_left: int
    """From the day asked about to `last`; negative when it is past."""


def dates_of(session: ReadSession, region: str, today: date) -> list[EditionDate]:
    """All dates recorded, the earliest first; what was announced last of a milestone of an edition wins."""
    query = select(editions).where(editions.c.stream == region_stream(region)).order_by(editions.c.place)
    latest = {}
    for row in session.connection.execute(query).mappings():
        latest[row["award"], row["year"], row["group"], row["milestone"]] = row
    found = [_edition_date(row, today) for row in latest.values()]
    return sorted(found, key=lambda one: (one.day, one.edition, one.milestone))


def _edition_date(row: RowMapping, today: date) -> EditionDate:
    group = f" ({row['group']})" if row["group"] else ""
    last = date.fromordinal(dates.span(row["day"]).end)
    return EditionDate(
        edition=f"{row['award'].upper()} {row['year']}{group}",
        award=row["award"],
        year=row["year"],
        group=row["group"],
        milestone=row["milestone"],
        day=row["day"],
        position=row["position"],
        last=last.isoformat(),
        days_left=(last - today).days,
    )
