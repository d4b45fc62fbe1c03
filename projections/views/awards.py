"""Awards: what, by whom, to whom."""

from __future__ import annotations

from domain.base import AnyFact
from domain.streams import region_of
from projections.views.base import Put, table, text

NAME = "awards"
VERSION = 1
KIND = "award"

awards = table(
    "awards",
    text("region"),
    text("title"),
    text("giver"),
    text("tier"),
    text("edition"),
    text("recipient"),
    text("innovation"),
    text("unit"),
    text("person"),
    text("document"),
    text("occurred"),
    about="penghargaan",
)
TABLES = (awards,)


def fold(stream: str, founding: AnyFact, facts: list[AnyFact], puts: tuple[Put, ...]) -> None:
    """One row per award that stands."""
    if facts:
        body = founding.body
        row = (body.title, body.giver, body.tier, body.edition, body.recipient, body.innovation)
        puts[0]((stream, region_of(stream), *row, body.unit, body.person, body.document, founding.occurred))
