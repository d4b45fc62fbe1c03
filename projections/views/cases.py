"""What the rules of competitions read: the case of every innovation, and every entry."""

from __future__ import annotations

import msgspec

from domain.base import AnyFact
from domain.rules import case as cases_
from domain.streams import code, region_of
from projections.views.base import Put, flag, table, text

NAME = "cases"
VERSION = 2
KIND = "innovation"

cases = table(
    "cases",
    text("region", index=True),
    flag("stands"),
    text("code"),
    text("unit"),
    text("facts"),
    about="inovasi, seperti yang dibaca aturan lomba",
)
TABLES = (cases,)
_encode = msgspec.json.Encoder().encode


def fold(stream: str, founding: AnyFact, facts: list[AnyFact], puts: tuple[Put, ...]) -> None:
    """One row per innovation; `facts` is its `domain.rules.case.Case` as JSON."""
    made = cases_.fold(stream, founding, facts)
    held = _encode(made).decode()
    puts[0]((stream, region_of(stream), bool(facts), code(stream), made.unit, held))
