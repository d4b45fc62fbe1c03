"""Workshop days."""

from __future__ import annotations

from domain.base import AnyFact
from projections.views.base import Put, table, text

NAME = "workshops"
VERSION = 1
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
)
TABLES = (workshops,)


def fold(stream: str, founding: AnyFact, facts: list[AnyFact], puts: tuple[Put, ...]) -> None:
    """One row per workshop day; speakers are person ids joined by commas."""
    if facts:
        body = founding.body
        row = (body.lab, body.stage, founding.occurred, body.place, body.mode, ",".join(body.speakers))
        puts[0]((stream, *row, body.attendance))
