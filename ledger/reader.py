"""The law of the fold: which facts of a stream stand, with which values, in which order.

Decisions, current views, views of the past and rebuilds all read through here.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import NamedTuple, TypeVar
from zoneinfo import ZoneInfo

from domain import dates
from domain.base import AnyFact, AnySourcedFact
from domain.corrections import FactCorrected, FactVoided, names_action
from ledger import clock
from ledger.codec import CODEC, Codec, Row
from ledger.errors import NewerEventError

F = TypeVar("F", bound=AnyFact)
CORRECTION_TOPICS = ("fact.voided/", "fact.corrected/")


class Life(NamedTuple):
    """The facts of one stream that stand, in order; `founding` also when it does not stand at the day."""

    founding: AnySourcedFact | None
    facts: list[AnySourcedFact]


def read(
    rows: Sequence[Row],
    *,
    codec: Codec = CODEC,
    day: int | None = None,
    zone: ZoneInfo | None = None,
    without: frozenset[int] = frozenset(),
) -> Life:
    """The life that the rows of one stream tell, in position order up to the position known.

    `day` (an ordinal) asks what stood on that day; `zone` is the time zone of the stream's region, used
    for unknown dates. `without` leaves out versions, as if they were voided.
    """
    facts = standing(rows, codec)
    if without:
        facts = [fact for fact in facts if fact.version not in without]
    founding = facts[0] if facts else None
    if day is not None:
        facts = on_day(facts, day, zone)
    return Life(founding, in_order(facts))


def standing(rows: Sequence[Row], codec: Codec = CODEC) -> list[AnySourcedFact]:
    """Step 2: the facts without those voided, with their corrected values, in position order."""
    # Nearly no stream has a mark: to look for one costs less than to gather them.
    if any(row.topic.startswith(CORRECTION_TOPICS) for row in rows):
        return _marked(rows, codec)
    return [codec.decode(row) for row in rows]


def _marked(rows: Sequence[Row], codec: Codec) -> list[AnySourcedFact]:
    marks = [codec.decode(row) for row in rows if row.topic.startswith(CORRECTION_TOPICS)]
    voids = standing_voids(marks)
    corrections: dict[int, list[AnySourcedFact]] = {}
    for mark in marks:
        if isinstance(mark.body, FactCorrected) and not is_named(mark.action, voids):
            corrections.setdefault(mark.body.version, []).append(mark)
    facts = []
    for row in rows:
        if row.topic.startswith(CORRECTION_TOPICS):
            continue
        fact = _corrected(row, corrections[row.version], codec) if row.version in corrections else None
        fact = fact or codec.decode(row)
        if not is_named(fact.action, voids):
            facts.append(fact)
    return facts


def standing_voids(marks: Iterable[AnySourcedFact]) -> list[str]:
    """The names that standing voids hold, resolved from the newest to the oldest."""
    names: list[str] = []
    # From the newest: a void counts while no newer one that stands names it.
    for mark in sorted(marks, key=lambda mark: -mark.position):
        if isinstance(mark.body, FactVoided) and not is_named(mark.action, names):
            names.append(mark.body.names)
    return names


def standing_corrections(
    rows: Sequence[Row], codec: Codec = CODEC
) -> dict[tuple[int, str], list[AnySourcedFact]]:
    """(version, field) to the marks that correct it and stand, oldest first."""
    marks = [codec.decode(row) for row in rows if row.topic.startswith(CORRECTION_TOPICS)]
    voids = standing_voids(marks)
    found: dict[tuple[int, str], list[AnySourcedFact]] = {}
    for mark in marks:
        if isinstance(mark.body, FactCorrected) and not is_named(mark.action, voids):
            found.setdefault((mark.body.version, mark.body.field), []).append(mark)
    return found


def is_named(action: str, names: Iterable[str]) -> bool:
    """True when one of the names is the action or its command."""
    return any(names_action(name, action) for name in names)


def _corrected(row: Row, corrections: Sequence[AnySourcedFact], codec: Codec) -> AnySourcedFact:
    # What cannot be read as it is stored is no event that a correction could mend.
    codec.decode(row)
    raw = codec.raw(row)
    name, version = codec.version_of(row)
    for correction in corrections:
        mark = correction.body
        if mark.type_version > codec.types[name].VERSION:
            raise NewerEventError(correction.position, f"{name}/{mark.type_version}")
        # A correction names a field of its own version of the type, which may be older than today's.
        raw["body"] = codec.upcast(row, name, raw["body"], version, mark.type_version)
        version = mark.type_version
        if mark.field == "occurred":
            raw["occurred"] = mark.new
        elif mark.new is None:
            # Absent, so that it takes its default as in an event that never had it.
            raw["body"] = {key: value for key, value in raw["body"].items() if key != mark.field}
        else:
            raw["body"] = {**raw["body"], mark.field: mark.new}
    return codec.typed(row, raw, (name, version))


def on_day(facts: list[F], day: int, zone: ZoneInfo | None) -> list[F]:
    """Step 3: the facts whose last possible day is not after `day` (an ordinal).

    An unknown date counts as the day of recording in `zone`. The founding fact stands when any later
    fact does, or when its own date is unknown.
    """
    if not facts:
        return facts
    founding, later = facts[0], [fact for fact in facts[1:] if _last_day(fact, zone) <= day]
    if later or founding.occurred is None or _last_day(founding, zone) <= day:
        return [founding, *later]
    return []


def _last_day(fact: AnyFact, zone: ZoneInfo | None) -> int:
    if fact.occurred is not None:
        return dates.span(fact.occurred).end
    return clock.day_in(fact.recorded_at, zone or ZoneInfo("UTC")).toordinal()


def in_order(facts: list[F]) -> list[F]:
    """Step 4: recorded order, except that a certainly earlier fact comes before a later one.

    Each fact stands before the first that is certainly later, else last. The founding fact stays first;
    a fact of unknown date never changes places.
    """
    rest = iter(facts)
    placed = list(islice(rest, 1))
    # The latest first day of all that stands up to each place: it never falls, so bisection finds the
    # first fact that is certainly later. A fact put in between changes nothing after it.
    latest, top = [0], 0
    for fact in rest:
        if fact.occurred is not None:
            start, end = dates.span(fact.occurred)
            if end < top:
                place = bisect_right(latest, end)
                placed.insert(place, fact)
                latest.insert(place, max(start, latest[place - 1]))
                continue
            if start > top:
                top = start
        placed.append(fact)
        latest.append(top)
    return placed
