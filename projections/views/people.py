"""People by post. Names lie in the vault and are never copied into a view."""

from __future__ import annotations

from domain.base import AnyFact
from projections.views.base import Put, flag, table, text

NAME = "people"
VERSION = 1
KIND = "person"

people = table("people", flag("stands"), text("post"), text("unit"), text("institution"), text("profile"))
TABLES = (people,)


def fold(stream: str, founding: AnyFact, facts: list[AnyFact], puts: tuple[Put, ...]) -> None:
    """One row per person."""
    body = founding.body
    puts[0]((stream, bool(facts), body.post, body.unit, body.institution, body.profile))
