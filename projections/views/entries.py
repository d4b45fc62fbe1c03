"""Entries of competitions: of innovations, and of regions themselves (SPD)."""

from __future__ import annotations

import msgspec

from domain.base import AnyFact
from domain.rules import entries as entries_
from domain.streams import region_of
from projections.views.base import Put, number, table, text

NAME = "entries"
VERSION = 1
KIND = "entry"

entries = table(
    "entries",
    text("region", index=True),
    text("award"),
    number("year"),
    text("group"),
    text("innovation", index=True),
    text("queue", meaning="keadaan usulan dalam antrean"),
    text("result"),
    text("facts"),
    about="usulan satu inovasi, atau SPD daerah, ke satu edisi lomba",
)
TABLES = (entries,)
_encode = msgspec.json.Encoder().encode


def fold(stream: str, founding: AnyFact, facts: list[AnyFact], puts: tuple[Put, ...]) -> None:
    """One row per entry that stands; `facts` is its `domain.rules.entries.Entry` as JSON."""
    if not facts:
        return
    made = entries_.fold(stream, founding, facts)
    queue = str(made.queue.value) if made.queue else None
    result = str(made.result.value[0]) if made.result else None
    row = (stream, region_of(stream), made.award, made.year, made.group, made.innovation, queue, result)
    puts[0]((*row, _encode(made).decode()))
