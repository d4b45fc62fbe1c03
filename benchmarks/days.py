"""Days of generated facts, written as precisely as sources write them: mostly to the day, not always."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

FIRST = date(2010, 1, 1)
LATEST_START = 4_300
"""Rounds start within so many days after FIRST; a round and its lives take less than 800."""
_TEXTS = tuple((FIRST + timedelta(days=day)).isoformat() for day in range(LATEST_START + 800))


def exact(day: int) -> str:
    """The day, counted from FIRST, in ISO form."""
    return _TEXTS[day]


def written(random: Random, day: int) -> str | None:
    """The day as a source gives it: exact in nine of ten facts, else a span, a month, a year or unknown."""
    draw = random.random()
    text = _TEXTS[day]
    if draw < 0.9:
        return text
    if draw < 0.92:
        return f"{text}/{_TEXTS[day + 1]}"
    if draw < 0.95:
        return text[:7]
    return text[:4] if draw < 0.975 else None
