"""What people call a stream by the event that founded it: where no view knows it, or not any more."""

from __future__ import annotations

from domain import streams
from domain.base import AnyFact
from domain.on_entry import EntryPrepared
from domain.workshop import WorkshopHeld
from jejak_i18n import formatting, labels

NAMES = ("short", "name", "subject", "title", "post")
"""Fields of founding events that name what they found, the shortest name first."""


def edition(award: str, year: int, group: str | None) -> str:
    """`IGA 2026`, or `KIPP 2023 (umum)`."""
    return f"{award.upper()} {year}" + (f" ({group})" if group else "")


def founding_name(fact: AnyFact) -> str | None:
    """A name, subject, title or post; of an entry its edition with the innovation; None for another event."""
    body = fact.body
    if isinstance(body, EntryPrepared):
        whose = f", {streams.code(body.innovation)}" if body.innovation else ""
        return edition(body.award, body.year, body.group) + whose
    if isinstance(body, WorkshopHeld):
        stage = labels.label_of("stage", body.stage)
        return f"{stage}, {formatting.date(fact.occurred)}" if fact.occurred else stage
    found = (getattr(body, name, None) for name in NAMES)
    return next((str(name) for name in found if name), None)
