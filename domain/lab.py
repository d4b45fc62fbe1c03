"""Lab: one round (jilid) of an innovation laboratory, with its stages, participants and ceremonies."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import msgspec
from msgspec import Struct

from domain import streams, terms
from domain.base import Action, Body, Draft, Fact, Reason, World, reason
from domain.drafts import draft

NAME = "lab"


class LabOpened(Body, frozen=True, kw_only=True):
    """A round was opened, live (orders of the process refuse) or reconstructed (they let pass)."""

    TYPE: ClassVar[str] = "lab.opened"
    CHOICES: ClassVar[dict[str, tuple[str, ...]]] = {
        "mode": terms.LAB_MODES,
        "target_kinds": terms.UNIT_KINDS,
    }
    FOUNDS: ClassVar[bool] = True

    slug: str
    name: str
    round: int | None = None
    mode: str
    theme: str | None = None
    target_kinds: list[str] = []
    facilitator: str | None = None
    missions: list[str] = []
    """Missions that the round aligns to, such as `RPJMD 2017-2022 #9`."""
    illustrative: bool = False


class StageOpened(Body, frozen=True, kw_only=True):
    """A canonical stage (`terms.STAGES`) began, under the name that this lab gives it."""

    TYPE: ClassVar[str] = "lab.stage_opened"
    CHOICES: ClassVar[dict[str, tuple[str, ...]]] = {"stage": terms.STAGES}
    DATED_BY: ClassVar[str] = "opened_on"

    stage: str
    local_name: str | None = None


class StageClosed(Body, frozen=True, kw_only=True):
    """A stage ended; its last day is the date of the fact."""

    TYPE: ClassVar[str] = "lab.stage_closed"
    CHOICES: ClassVar[dict[str, tuple[str, ...]]] = {"stage": terms.STAGES}
    DATED_BY: ClassVar[str] = "closed_on"

    stage: str


class StageNotHeld(Body, frozen=True, kw_only=True):
    """A stage was not held, with the reason."""

    TYPE: ClassVar[str] = "lab.stage_not_held"
    CHOICES: ClassVar[dict[str, tuple[str, ...]]] = {"stage": terms.STAGES}

    stage: str
    local_name: str | None = None
    reason: str


class UnitJoined(Body, frozen=True, kw_only=True):
    """A unit takes part in the round."""

    TYPE: ClassVar[str] = "lab.unit_joined"
    REFS: ClassVar[tuple[str, ...]] = ("unit",)

    unit: str


class LaunchingHeld(Body, frozen=True, kw_only=True):
    """A launching was held; the launched innovations say so in their own streams."""

    TYPE: ClassVar[str] = "lab.launching_held"
    REFS: ClassVar[tuple[str, ...]] = ("led_by",)

    key: str
    name: str
    place: str | None = None
    marker: str | None = None
    led_by: str | None = None


class DisplayHeld(Body, frozen=True, kw_only=True):
    """An exhibition was held."""

    TYPE: ClassVar[str] = "lab.display_held"
    REFS: ClassVar[tuple[str, ...]] = ("led_by",)

    key: str
    name: str
    place: str | None = None
    marker: str | None = None
    led_by: str | None = None


EVENTS = (LabOpened, StageOpened, StageClosed, StageNotHeld, UnitJoined, LaunchingHeld, DisplayHeld)


class State(Struct, frozen=True):
    slug: str
    live: bool
    stages: dict[str, str] = {}
    """Stage to `open`, `closed` or `not_held`."""
    units: frozenset[str] = frozenset()
    ceremonies: frozenset[str] = frozenset()
    """Their keys."""


def evolve(state: State | None, fact: Fact[Any]) -> State | None:
    match fact.body:
        case LabOpened(slug=slug, mode=mode):
            return State(slug, mode == "live")
        case StageOpened(stage=stage):
            return _stage(state, stage, "open")
        case StageClosed(stage=stage):
            return _stage(state, stage, "closed")
        case StageNotHeld(stage=stage):
            return _stage(state, stage, "not_held")
        case UnitJoined(unit=unit) if state:
            return msgspec.structs.replace(state, units=state.units | {unit})
        case LaunchingHeld(key=key) | DisplayHeld(key=key) if state:
            return msgspec.structs.replace(state, ceremonies=state.ceremonies | {key})
    return state


def _stage(state: State | None, stage: str, now: str) -> State | None:
    return state and msgspec.structs.replace(state, stages={**state.stages, stage: now})


def check_integrity(state: State, fact: Fact[Any], others: Mapping[str, Any]) -> Reason | None:
    match fact.body:
        case StageOpened(stage=stage) if state.stages.get(stage) in ("open", "not_held"):
            return reason("Stage {stage} is already open, or recorded as not held.", stage=stage)
        case StageClosed(stage=stage) if state.stages.get(stage) != "open":
            return reason("Stage {stage} ends without having begun before.", stage=stage)
        case StageNotHeld(stage=stage) if stage in state.stages:
            return reason("Stage {stage} was held; it cannot be recorded as not held.", stage=stage)
        case UnitJoined(unit=unit) if unit in state.units:
            return reason("The unit already takes part in this lab.")
        case LaunchingHeld(key=key) | DisplayHeld(key=key) if key in state.ceremonies:
            return reason("A ceremony of this lab already has the key {key}.", key=key)
    return None


def reservations(stream: str, fact: Fact[Any]) -> list[str]:
    match fact.body:
        case LabOpened(slug=slug):
            return [f"lab/{streams.region_of(stream)}/{slug}"]
    return []


class OpenLab(Action, frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "lab.open"

    slug: str
    name: str
    round: int | None = None
    mode: str
    theme: str | None = None
    target_kinds: list[str] = []
    facilitator: str | None = None
    missions: list[str] = []
    illustrative: bool = False

    def decide(self, world: World) -> list[Draft]:
        values = {name: getattr(self, name) for name in LabOpened.__struct_fields__}
        return [draft(self, world.new(self.region, NAME), LabOpened(**values))]


class HoldStage(Action, frozen=True, kw_only=True):
    """A stage with its first and last day; or the record that it was not held, and why."""

    TYPE: ClassVar[str] = "lab.hold_stage"
    REFERS: ClassVar[dict[str, str]] = {"lab": "lab"}

    lab: str
    stage: str
    local_name: str | None = None
    opened_on: str | None = None
    closed_on: str | None = None
    not_held: bool = False
    reason: str | None = None

    def decide(self, world: World) -> list[Draft]:
        if self.not_held:
            skipped = StageNotHeld(stage=self.stage, local_name=self.local_name, reason=self.reason or "")
            return [draft(self, self.lab, skipped)]
        opened = StageOpened(stage=self.stage, local_name=self.local_name)
        drafts = [draft(self, self.lab, opened)]
        if self.closed_on:
            closed = StageClosed(stage=self.stage)
            drafts.append(draft(self, self.lab, closed, first=False))
        return drafts


class CloseStage(Action, frozen=True, kw_only=True):
    """The last day of a stage, known after its first."""

    TYPE: ClassVar[str] = "lab.close_stage"
    REFERS: ClassVar[dict[str, str]] = {"lab": "lab"}

    lab: str
    stage: str
    closed_on: str

    def decide(self, world: World) -> list[Draft]:
        closed = StageClosed(stage=self.stage)
        return [draft(self, self.lab, closed, first=False)]


class JoinLab(Action, frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "lab.join"
    REFERS: ClassVar[dict[str, str]] = {"lab": "lab", "unit": "unit"}

    lab: str
    unit: str

    def decide(self, world: World) -> list[Draft]:
        return [draft(self, self.lab, UnitJoined(unit=self.unit))]


class HoldCeremony(Action, frozen=True, kw_only=True):
    """A launching or an exhibition of the lab (`terms.EVENTS_HELD`)."""

    TYPE: ClassVar[str] = "lab.hold_ceremony"
    REFERS: ClassVar[dict[str, str]] = {"lab": "lab", "led_by": "person"}

    lab: str
    ceremony: str
    key: str
    """How launches and displays name it, unique in the lab."""
    name: str
    place: str | None = None
    marker: str | None = None
    led_by: str | None = None

    def decide(self, world: World) -> list[Draft]:
        made = LaunchingHeld if self.ceremony == "launching" else DisplayHeld
        body = made(key=self.key, name=self.name, place=self.place, marker=self.marker, led_by=self.led_by)
        return [draft(self, self.lab, body, renamed={"@type": "ceremony"})]
