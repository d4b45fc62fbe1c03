"""Workshop days, and which units came."""

from __future__ import annotations

from domain.base import AnyFact
from projections.views.base import Put, number, table, text

NAME = "workshops"
VERSION = 2
KIND = "workshop"

workshops = table(
    "workshops",
    text("lab"),
    text("stage"),
    text("occurred"),
    text("place"),
    text("mode"),
    text("speakers"),
    text("attendance"),
    number("headcount"),
    about="satu hari lokakarya",
)
attended = table(
    "workshop_units", text("lab"), text("unit"), key=("unit",), about="satu unit yang hadir pada lokakarya"
)
TABLES = (workshops, attended)


def fold(stream: str, founding: AnyFact, facts: list[AnyFact], puts: tuple[Put, ...]) -> None:
    """One row per workshop day and per unit that came; speakers are person ids joined by commas."""
    if facts:
        body = founding.body
        row = (body.lab, body.stage, founding.occurred, body.place, body.mode, ",".join(body.speakers))
        puts[0]((stream, *row, body.attendance, body.headcount))
        for unit in dict.fromkeys(body.present):
            puts[1]((stream, body.lab, unit))
