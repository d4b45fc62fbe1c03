"""Dates of editions that a region recorded."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import select

from domain import dates
from domain.streams import region_stream
from projections.read_session import ReadSession
from projections.views.regions import editions


def dates_of(session: ReadSession, region: str) -> list[dict[str, Any]]:
    """All dates recorded, the earliest first; what was announced last of a milestone of an edition wins."""
    query = select(editions).where(editions.c.stream == region_stream(region)).order_by(editions.c.place)
    latest = {}
    for row in session.connection.execute(query).mappings():
        latest[row["award"], row["year"], row["group"], row["milestone"]] = row
    found = [_edition_row(row) for row in latest.values()]
    return sorted(found, key=lambda one: (one["day"], one["edition"], one["milestone"]))


def _edition_row(row: Any) -> dict[str, Any]:
    group = f" ({row['group']})" if row["group"] else ""
    return {
        "edition": f"{row['award'].upper()} {row['year']}{group}",
        **{name: row[name] for name in ("award", "year", "group", "milestone", "day", "position")},
        "last": date.fromordinal(dates.span(row["day"]).end).isoformat(),
    }
