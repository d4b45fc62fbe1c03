"""Rounds side by side: what each lab of a region counts, with the codes behind every number."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, select

from domain import streams
from projections.queries.labs import figure_rows
from projections.read_session import ReadSession
from projections.views.catalogue import innovations
from projections.views.labs import labs, participants
from projections.views.lineage import ideas
from projections.views.units import units

LAN_COLUMNS = {
    "DRUMP_UP": "units",
    "DIAGNOSE": "ideas_proposed",
    "DESAIN": "innovations_designed",
    "DELIVER_LAUNCHING": "launched",
    "DELIVER_MONITORING": "monitored",
    "DISPLAY": "displayed",
}
"""LAN's columns of its lab table, filled with counts of ours. What LAN's own integers mean is unconfirmed."""


def compare_labs(session: ReadSession, region: str) -> dict[str, Any]:
    """The labs of a region in order of their rounds: counts, the codes behind them, and LAN's columns."""
    query = select(labs).where(labs.c.stands, labs.c.region == region)
    rows = (
        session.connection.execute(query.order_by(labs.c.opened_on.nulls_first(), labs.c.stream))
        .mappings()
        .all()
    )
    rows = sorted(rows, key=lambda row: (row["round"] or 0, row["opened_on"] or "", row["stream"]))
    found = [_lab(session, row) for row in rows]
    return {
        "region": streams.region_code(region),
        "labs": found,
        "lan_note": "counts of Jejak, not LAN's scores",
    }


def _lab(session: ReadSession, row: Any) -> dict[str, Any]:
    lab = row["stream"]
    codes = {
        "units": _all(
            session,
            select(units.c.short)
            .join(participants, participants.c.unit == units.c.stream)
            .where(participants.c.stream == lab)
            .order_by(units.c.short, units.c.stream),
        ),
        "ideas_proposed": _all(session, _ideas(lab).where(ideas.c.origin == "proposed")),
        "made_by_merge": _all(session, _ideas(lab).where(ideas.c.origin == "merge")),
        "made_by_split": _all(session, _ideas(lab).where(ideas.c.origin == "split")),
        "innovations_designed": _all(session, _innovations().where(innovations.c.lab == lab)),
        "launched": _all(
            session, _innovations().where(innovations.c.launched, innovations.c.launch_lab == lab)
        ),
        "monitored": _all(
            session, _innovations().where(innovations.c.lab == lab, innovations.c.monitorings > 0)
        ),
        "displayed": _all(
            session, _innovations().where(innovations.c.lab == lab, innovations.c.displays > 0)
        ),
        "implemented": _all(
            session, _innovations().where(innovations.c.lab == lab, innovations.c.implemented)
        ),
    }
    counts = {name: len(found) for name, found in codes.items()}
    return {
        "slug": row["slug"],
        "name": row["name"],
        "round": row["round"],
        "opened_on": row["opened_on"],
        "illustrative": bool(row["illustrative"]),
        "counts": counts,
        "lan": {name: counts[ours] for name, ours in LAN_COLUMNS.items()} | {"HASIL_AKHIR": None},
        "published": [
            {name: one[name] for name in ("measure", "unit_kinds", "unit", "label", "published", "computed")}
            for one in figure_rows(session, lab=f"{streams.region_code(row['region'])}/{row['slug']}")
        ],
        "codes": codes,
    }


def _ideas(lab: str) -> Select[Any]:
    return select(ideas.c.code).where(ideas.c.stands, ideas.c.lab == lab).order_by(ideas.c.stream)


def _innovations() -> Select[Any]:
    return select(innovations.c.code).where(innovations.c.stands).order_by(innovations.c.stream)


def _all(session: ReadSession, query: Select[Any]) -> list[str]:
    return [str(row[0]) for row in session.connection.execute(query)]
