"""A second reading of the law of time: slow, plain, and written from the text of the law alone.

It opens the ledger with nothing but sqlite3 and json, and shares no line with the reader that it checks.
Only the types of events and the folds of the views are the house's own.
"""

from __future__ import annotations

import calendar
import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import msgspec

from domain.base import Fact
from domain.kinds import TYPES
from projections.storage.sqlite import SqliteGeneration, building
from projections.views import VIEWS

HOURS = {"Asia/Jakarta": 7, "Asia/Makassar": 8, "Asia/Jayapura": 9}
MARKS = ("fact.voided", "fact.corrected")


@dataclass(frozen=True)
class Event:
    """One row of the ledger, opened."""

    position: int
    stream: str
    version: int
    type: str
    recorded_at: str
    action: str
    body: dict[str, Any]
    occurred: str | None


def events(ledger: Path) -> list[Event]:
    """Every event, by position."""
    connection = sqlite3.connect(ledger)
    try:
        rows = connection.execute(
            "SELECT rowid, originator_id, originator_version, topic, state, recorded_at"
            " FROM stored_events ORDER BY rowid"
        ).fetchall()
    finally:
        connection.close()
    found = []
    for position, stream, version, topic, state, recorded_at in rows:
        said = json.loads(state)
        name = topic.split("/")[0]
        beside = (said["action"], said["body"], said.get("occurred"))
        found.append(Event(position, stream, version, name, recorded_at, *beside))
    return found


def zone(time_zone: str) -> timezone:
    """Indonesia's zones have had fixed hours since 1988."""
    return timezone(timedelta(hours=HOURS[time_zone]))


def zones(found: list[Event]) -> dict[str, timezone]:
    """The zone of each region, as the ledger registered it."""
    return {
        event.stream.split("/")[0]: zone(event.body["time_zone"])
        for event in found
        if event.type == "region.registered"
    }


# Dates


def first_day(text: str) -> date:
    numbers = [int(part) for part in text.split("/")[0].split("-")]
    return date(*(numbers + [1, 1])[:3])


def last_day(text: str) -> date:
    numbers = [int(part) for part in text.split("/")[-1].split("-")]
    if len(numbers) == 1:
        numbers.append(12)
    if len(numbers) == 2:
        numbers.append(calendar.monthrange(*numbers)[1])
    return date(*numbers)


def certainly_earlier(one: Event, other: Event) -> bool:
    """One lies wholly before the other; an unknown date says nothing."""
    if one.occurred is None or other.occurred is None:
        return False
    return last_day(one.occurred) < first_day(other.occurred)


# The four steps


def known(found: list[Event], at: str | None, here: timezone) -> list[Event]:
    """Step 1: what was recorded at or before an instant, or before the end of a day here."""
    if at is None:
        return found
    if len(at) == 10:
        midnight = datetime.combine(date.fromisoformat(at), datetime.min.time(), here) + timedelta(days=1)
        return [event for event in found if datetime.fromisoformat(event.recorded_at) < midnight]
    instant = datetime.fromisoformat(at)
    instant = instant if instant.tzinfo else instant.replace(tzinfo=here)
    return [event for event in found if datetime.fromisoformat(event.recorded_at) <= instant]


def left(stream: list[Event]) -> list[Event]:
    """Step 2: voids from the newest to the oldest, then corrections in the order of their positions."""
    voids: list[str] = []

    def out(event: Event) -> bool:
        command = event.action[: event.action.rindex("/")]
        return event.action in voids or command in voids

    for event in reversed(stream):
        if event.type != "fact.voided" or out(event):
            continue
        voids.append(event.body["names"])
    corrections = [event for event in stream if event.type == "fact.corrected" and not out(event)]
    facts = []
    for event in stream:
        if event.type in MARKS or out(event):
            continue
        body, occurred = dict(event.body), event.occurred
        for correction in corrections:
            if correction.body["version"] != event.version:
                continue
            name, new = correction.body["field"], correction.body.get("new")
            if name == "occurred":
                occurred = new
            elif new is None:
                body.pop(name, None)
            else:
                body[name] = new
        facts.append(replace(event, body=body, occurred=occurred))
    return facts


def on_day(facts: list[Event], day: date, where: timezone) -> list[Event]:
    """Step 3: what had certainly happened by the end of the day."""

    def happened(event: Event) -> bool:
        if event.occurred is None:
            return datetime.fromisoformat(event.recorded_at).astimezone(where).date() <= day
        return last_day(event.occurred) <= day

    founding = facts[0]
    later = [event for event in facts[1:] if happened(event)]
    if later or founding.occurred is None or happened(founding):
        return [founding, *later]
    return []


def ordered(facts: list[Event]) -> list[Event]:
    """Step 4: each fact, in position order, before the first that is certainly later, else last."""
    placed = facts[:1]
    for event in facts[1:]:
        for place in range(1, len(placed)):
            if certainly_earlier(event, placed[place]):
                placed.insert(place, event)
                break
        else:
            placed.append(event)
    return placed


# The views


def fact(event: Event) -> Fact[Any]:
    """As folds take it."""
    body = msgspec.convert(event.body, TYPES[event.type])
    return Fact(event.action, body, event.occurred, event.position, event.version, event.recorded_at)


Stood = dict[str, tuple[Fact[Any], list[Fact[Any]]]]
"""Stream to its founding fact and the facts that stand, in the order of the law."""


def standing(found: list[Event], *, day: str | None, at: str | None, time_zone: str) -> Stood:
    """All streams as the law has them: what was known at `at` about `day`."""
    where = zones(found)
    streams: dict[str, list[Event]] = {}
    for event in known(found, at, zone(time_zone)):
        streams.setdefault(event.stream, []).append(event)
    stood = {}
    for name, stream in sorted(streams.items()):
        facts = left(stream)
        if facts:
            stand = on_day(facts, date.fromisoformat(day), where[name.split("/")[0]]) if day else facts
            stood[name] = fact(facts[0]), [fact(one) for one in ordered(stand)]
    return stood


@contextmanager
def generation_of(
    found: list[Event], *, day: str | None, at: str | None, time_zone: str
) -> Iterator[SqliteGeneration]:
    """The views as the law has them."""
    with building(None) as generation:
        for name, (founding, facts) in standing(found, day=day, at=at, time_zone=time_zone).items():
            _fold(generation, name, founding, facts)
    try:
        yield generation
    finally:
        generation.close()


def _fold(generation: SqliteGeneration, name: str, founding: Fact[Any], facts: list[Fact[Any]]) -> None:
    for view in VIEWS:
        if name.split("/")[1] != view.KIND:
            continue
        rows: list[list[tuple[Any, ...]]] = [[] for _ in view.TABLES]
        view.fold(name, founding, facts, tuple(one.append for one in rows))
        for table, made in zip(view.TABLES, rows, strict=True):
            generation.insert(table, made)
