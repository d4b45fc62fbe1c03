"""Labs with their stages, participants and ceremonies."""

from __future__ import annotations

from dataclasses import dataclass

from domain import lab as events
from domain.base import AnyFact
from domain.streams import region_of
from projections.views.base import Put, flag, number, table, text

NAME = "labs"
VERSION = 2
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
    number("run", "kali ke"),
    text("local_name"),
    text("opened_on"),
    text("closed_on"),
    flag("held"),
    text("reason"),
    key=("stage", "run"),
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


@dataclass
class Run:
    """One run of a stage: from an opening to its end; after a pause comes another."""

    local_name: str | None = None
    begun: str | None = None
    ended: str | None = None
    held: bool = True
    reason: str | None = None
    closed: bool = False


def fold(stream: str, founding: AnyFact, facts: list[AnyFact], puts: tuple[Put, ...]) -> None:
    """One row per lab, per run of a stage or stage left out, per participant and ceremony."""
    put_lab, put_stage, put_unit, put_ceremony = puts
    body = founding.body
    put_lab(
        (stream, region_of(stream), bool(facts), body.slug, body.name, body.round, body.mode, body.theme)
        + (",".join(body.target_kinds), body.facilitator, "\n".join(body.missions), body.illustrative)
        + (founding.occurred,)
    )
    runs: dict[str, list[Run]] = {}
    for fact in facts:
        body = fact.body
        match body:
            case events.StageOpened(stage=stage):
                run = _running(runs.setdefault(stage, []))
                run.local_name = body.local_name
                run.begun = run.begun or fact.occurred
            case events.StageClosed(stage=stage):
                of_stage = runs.setdefault(stage, [])
                # A second word on the end mends the first; it begins no further run.
                run = of_stage[-1] if of_stage and of_stage[-1].held else _running(of_stage)
                run.ended, run.closed = fact.occurred, True
            case events.StageNotHeld(stage=stage):
                runs[stage] = [Run(local_name=body.local_name, held=False, reason=body.reason)]
            case events.UnitJoined(unit=unit):
                put_unit((stream, unit))
            case events.LaunchingHeld() | events.DisplayHeld():
                kind = "launching" if isinstance(body, events.LaunchingHeld) else "display"
                row = (kind, body.key, body.name, body.place, body.marker, body.led_by, fact.occurred)
                put_ceremony((stream, fact.position, *row))
    for stage, of_stage in runs.items():
        for number_of, run in enumerate(of_stage, 1):
            days = (run.begun, run.ended, run.held, run.reason)
            put_stage((stream, stage, number_of, run.local_name, *days))


def _running(of_stage: list[Run]) -> Run:
    """The run of a stage that goes on; a new one where the stage is closed, was left out or never was."""
    if not of_stage or of_stage[-1].closed:
        of_stage.append(Run())
    elif not of_stage[-1].held:
        of_stage[-1] = Run()
    return of_stage[-1]
