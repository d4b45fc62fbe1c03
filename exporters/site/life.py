"""The life of an innovation for its page: the steps in order of recording, and its state by day."""

from __future__ import annotations

from collections.abc import Collection

from msgspec import Struct

from exporters.html.environment import day
from exporters.site import words
from exporters.site.scope import Scope
from jejak_i18n import gettext as _
from jejak_i18n import labels, sentence
from projections.read_session import ReadSession
from projections.timeline import replay as replays
from projections.timeline.change_text import ChangeText, change_texts, column_text
from projections.timeline.recorded_values import Detail
from projections.timeline.replay import Step
from projections.timeline.stream_names import StreamNames

LONGEST = 160
"""Letters of one value below a sentence; whole values stand among the fields."""


class LifeStep(Struct, frozen=True):
    """One event as the page tells it."""

    position: int
    day: str
    recorded_on: str
    sentence: str
    details: str
    told_by: str
    code: str
    voided: bool
    marked: bool
    own: bool
    """True for an event of the innovation itself, not of an idea or an entry."""
    changes: list[ChangeText]


class DayState(Struct, frozen=True):
    """What the columns that are another from this day on say then."""

    day: str
    values: dict[str, str]


class Life(Struct, frozen=True):
    """All steps, and the state by day. The script knows the labels of the columns (`script_words`)."""

    steps: list[LifeStep]
    days: list[DayState]


def life_of(
    session: ReadSession, stream: str, scope: Scope, names: StreamNames, hidden: Collection[int]
) -> Life:
    """The life with that of its ideas, agreements and entries, as far as the scope shows it.

    `hidden` are positions of events that are left out besides.
    """
    told = [
        one
        for one in replays.replay(session, stream, names=names)
        if scope.shows(one.entry) and one.entry.position not in hidden
    ]
    steps = [_step(one, stream, names, scope) for one in told]
    return Life(steps, _days(session, stream, names))


def _step(one: Step, stream: str, names: StreamNames, scope: Scope) -> LifeStep:
    entry = one.entry
    then = names.on(entry.occurred_now)
    who = [] if scope.public else [entry.actor]
    place = words.place(entry.sheet, entry.cell)
    details = [] if scope.public else entry.details
    return LifeStep(
        position=entry.position,
        day=day(entry.occurred_now) if entry.mark is None else "",
        recorded_on=entry.recorded_on,
        sentence=sentence(entry.sentence),
        details=" · ".join(_detail(one) for one in details),
        told_by=" · ".join(part for part in (place, *who) if part),
        code=_("entry") if entry.stream.split("/")[1] == "entry" else entry.code,
        voided=entry.voided,
        marked=entry.mark is not None,
        own=entry.stream == stream,
        changes=change_texts(one, then) if entry.stream == stream or not scope.public else [],
    )


def _detail(one: Detail) -> str:
    value = one.value if len(one.value) <= LONGEST else f"{one.value[: LONGEST - 1].rstrip()}…"
    return f"{labels.label_for_terminal('field', one.field)}: {value}"


def _days(session: ReadSession, stream: str, names: StreamNames) -> list[DayState]:
    """The states by day, each with what is another than the day before."""
    before: dict[str, str] = {}
    found = []
    for state in replays.states_by_day(session, stream):
        row = state.row
        texts = {
            name: column_text(name, value, row, names)
            for name, value in replays.columns_of(row).items()
            if value not in (None, "")
        }
        moved = {name: text for name, text in texts.items() if before.get(name) != text}
        moved |= {name: "–" for name in before if name not in texts}
        if moved:
            found.append(DayState(state.day, moved))
        before = texts
    return found
