"""Labs with their stages, participants and ceremonies."""

from __future__ import annotations

from typing import Any

from domain import lab as events
from domain.base import AnyFact
from domain.streams import region_of
from projections.views.base import Put, flag, number, table, text

NAME = "labs"
VERSION = 1
KIND = "lab"

labs = table(
    "labs",
    text("region"),
    flag("stands"),
    text("slug"),
    text("name"),
    number("round"),
    text("mode"),
    text("theme"),
    text("target_kinds"),
    text("facilitator"),
    text("missions"),
    flag("illustrative"),
    text("opened_on"),
)
stages = table(
    "lab_stages",
    text("stage"),
    text("local_name"),
    text("opened_on"),
    text("closed_on"),
    flag("held"),
    text("reason"),
    key=("stage",),
)
participants = table("lab_units", text("unit"), key=("unit",))
ceremonies = table(
    "lab_ceremonies",
    number("position"),
    text("kind"),
    text("key"),
    text("name"),
    text("place"),
    text("marker"),
    text("led_by"),
    text("occurred"),
    key=("position",),
)
TABLES = (labs, stages, participants, ceremonies)


def fold(stream: str, founding: AnyFact, facts: list[AnyFact], puts: tuple[Put, ...]) -> None:
    """One row per lab, per stage that was opened or left out, per participant and ceremony."""
    put_lab, put_stage, put_unit, put_ceremony = puts
    body = founding.body
    put_lab(
        (stream, region_of(stream), bool(facts), body.slug, body.name, body.round, body.mode, body.theme)
        + (",".join(body.target_kinds), body.facilitator, "\n".join(body.missions), body.illustrative)
        + (founding.occurred,)
    )
    held: dict[str, tuple[Any, ...]] = {}
    for fact in facts:
        body = fact.body
        match body:
            case events.StageOpened(stage=stage):
                first = held.get(stage)
                begun = first[2] if first else fact.occurred
                held[stage] = (stage, body.local_name, begun, None, True, None)
            case events.StageClosed(stage=stage):
                begun = held.get(stage, (stage, None, None))
                held[stage] = (*begun[:3], fact.occurred, True, None)
            case events.StageNotHeld(stage=stage):
                held[stage] = (stage, body.local_name, None, None, False, body.reason)
            case events.UnitJoined(unit=unit):
                put_unit((stream, unit))
            case events.LaunchingHeld() | events.DisplayHeld():
                kind = "launching" if isinstance(body, events.LaunchingHeld) else "display"
                row = (kind, body.key, body.name, body.place, body.marker, body.led_by, fact.occurred)
                put_ceremony((stream, fact.position, *row))
    for row in held.values():
        put_stage((stream, *row))
