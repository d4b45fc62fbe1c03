"""What a count of a lab means: how many were recorded, or that nothing is known of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

import msgspec
from msgspec import Struct
from sqlalchemy import select

from domain import dates
from projections.read_session import ReadSession
from projections.views.labs import labs, stages

S = TypeVar("S", bound=Struct)


class LabKnowledge(Struct, frozen=True):
    """Why a count of 0 is a fact: the lab is recorded as it happens, or the stage was not held."""

    live: bool
    not_held: frozenset[str]

    def known(self, count: int, stage: str | None = None, *, beside: int = 0) -> int | None:
        """The count; None for a 0 that nobody recorded. `beside` counts what shows that somebody did."""
        return count if count or beside or self.live or stage in self.not_held else None


def knowledge_of(session: ReadSession, lab: str) -> LabKnowledge:
    """How the lab of a stream is recorded."""
    mode = session.connection.execute(select(labs.c.mode).where(labs.c.stream == lab)).scalar()
    held: dict[str, bool] = {}
    query = select(stages.c.stage, stages.c.held).where(stages.c.stream == lab)
    for stage, was_held in session.connection.execute(query):
        held[stage] = held.get(stage, False) or bool(was_held)
    return LabKnowledge(mode == "live", frozenset(stage for stage, was_held in held.items() if not was_held))


def as_known_later(found: S, later: S, names: Iterable[str]) -> S:
    """The answer about a day, with 0 in the place of None where the whole record, `later`, holds something.

    Nothing was launched on the eve of a launching: that is known, since its day is.
    """
    unknown = [name for name in names if getattr(found, name) is None]
    return msgspec.structs.replace(found, **{name: 0 for name in unknown if getattr(later, name) is not None})


def lab_day(session: ReadSession, lab: str) -> str | None:
    """The ISO date that a lab is of: its opening, else the first date of its stages."""
    opened = session.connection.execute(select(labs.c.opened_on).where(labs.c.stream == lab)).scalar()
    if opened:
        return str(opened)
    query = select(stages.c.opened_on, stages.c.closed_on).where(stages.c.stream == lab)
    found = [row[0] or row[1] for row in session.connection.execute(query) if row[0] or row[1]]
    return min(found, key=lambda day: (dates.span(day).start, day), default=None)
