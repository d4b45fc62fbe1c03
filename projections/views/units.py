"""Units with their present, former and founding names."""

from __future__ import annotations

from typing import Any

from domain.base import Fact
from domain.streams import region_of
from domain.unit import UnitRenamed
from projections.base import Put, flag, table, text

NAME = "units"
VERSION = 1
KIND = "unit"

units = table(
    "units", text("region"), flag("stands"), text("kind"), text("name"), text("short"), text("former")
)
TABLES = (units,)


def fold(stream: str, founding: Fact[Any], facts: list[Fact[Any]], puts: tuple[Put, ...]) -> None:
    """One row per unit; `short` is the full name where there is no shorter; `former` joined by newlines."""
    body = founding.body
    name, short, former = body.name, body.short, []
    for fact in facts:
        if isinstance(fact.body, UnitRenamed):
            former += [name] if short is None else [name, short]
            name, short = fact.body.name, fact.body.short or short
    puts[0]((stream, region_of(stream), bool(facts), body.kind, name, short or name, "\n".join(former)))
