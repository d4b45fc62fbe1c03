"""Time and ids, made in one place so that everything else is given them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

Clock = Callable[[], datetime]


def now() -> datetime:
    """The computer's clock, in UTC."""
    return datetime.now(UTC)


def stamp(moment: datetime) -> str:
    """An instant as stored: UTC, microseconds, fixed width, so that texts sort like times."""
    # Not strftime: its %Y does not fill up years before 1000.
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def moment(text: str) -> datetime:
    """The instant of a stored stamp."""
    return datetime.fromisoformat(text)


def day_in(text: str, zone: ZoneInfo) -> date:
    """The calendar day of a stored stamp in a time zone."""
    return moment(text).astimezone(zone).date()


def end_of_day(day: date, zone: ZoneInfo) -> str:
    """The stamp of the last microsecond of a day in a time zone."""
    return stamp(datetime.combine(day, time.max, zone))


def new_command_id() -> str:
    """A fresh id for one call: a UUIDv7, so that ids sort by the time of the call."""
    from uuid_utils import uuid7

    return str(uuid7())
