"""Lab: one round (jilid) of an innovation laboratory, with its stages, participants and ceremonies."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

import msgspec
from msgspec import Struct

from domain import dates, lab_course, lab_setting, streams
from domain.base import (
    Action,
    AnyFact,
    Body,
    Draft,
    FactAction,
    Reason,
    Refused,
    StreamState,
    World,
    reason,
)
from domain.drafts import draft
from domain.fields import (
    DATE,
    ILLUSTRATIVE,
    KEY_OF_PERSON,
    LAB,
    PLACE,
    REASON,
    UNIT,
    Field,
)

NAME = "lab"
LAST_DAY = DATE.but(label="Selesai")
STAGE = Field("Tahap", name="tahapan", terms="stage", example="drum up")
LOCAL_NAME = Field("Nama Setempat", width=28, example="Tahap I")
CEREMONY_KEY = Field("Kunci acara")
CEREMONY_NAME = Field("Nama", width=34, example="Peluncuran Inovasi Daerah")
MARKER = Field("Penanda", help="Misalnya gong atau sirene.")
LED_BY = Field("Dipimpin Oleh", ref="person", help=KEY_OF_PERSON)


class LabOpened(Body, frozen=True, kw_only=True):
    """A round was opened, live (orders of the process refuse) or reconstructed (they let pass)."""

    TYPE: ClassVar[str] = "lab.opened"
    FOUNDS: ClassVar[bool] = True

    slug: Annotated[str, Field("Kunci lab")]
    name: Annotated[str, Field("Nama", width=44, example="Laboratorium Inovasi Putaran I")]
    round: Annotated[
        int | None, Field("Putaran", help="Putaran atau jilid ke berapa.", example=1, least=1)
    ] = None
    mode: Annotated[
        str,
        Field(
            "Cara Pencatatan",
            name="cara",
            terms="lab_mode",
            help="langsung: dicatat selagi berjalan, urutan proses dijaga. rekonstruksi: dicatat kemudian.",
            example="langsung",
        ),
    ]
    theme: Annotated[str | None, Field("Tema", width=30)] = None
    target_kinds: Annotated[
        list[str], Field("Sasaran", terms="unit_kind", width=26, example="OPD; Kecamatan")
    ] = []
    facilitator: Annotated[str | None, Field("Unit LAN", width=34)] = None
    missions: Annotated[
        list[str], Field("Selaras Misi", "missions", help="Kunci dari lembar Misi.", width=20)
    ] = []
    """Missions that the round aligns to, such as `RPJMD 2017-2022 #9`."""
    illustrative: Annotated[bool, ILLUSTRATIVE] = False


class StageOpened(Body, frozen=True, kw_only=True):
    """A canonical stage (`terms.STAGES`) began, under the name that this lab gives it."""

    TYPE: ClassVar[str] = "lab.stage_opened"
    DATED_BY: ClassVar[str] = "opened_on"

    stage: Annotated[str, STAGE]
    local_name: Annotated[str | None, LOCAL_NAME] = None


class StageClosed(Body, frozen=True, kw_only=True):
    """A stage ended; its last day is the date of the fact."""

    TYPE: ClassVar[str] = "lab.stage_closed"
    DATED_BY: ClassVar[str] = "closed_on"

    stage: Annotated[str, STAGE]


class StageNotHeld(Body, frozen=True, kw_only=True):
    """A stage was not held, with the reason."""

    TYPE: ClassVar[str] = "lab.stage_not_held"

    stage: Annotated[str, STAGE]
    local_name: Annotated[str | None, LOCAL_NAME] = None
    reason: Annotated[str, REASON]


class UnitJoined(Body, frozen=True, kw_only=True):
    """A unit takes part in the round."""

    TYPE: ClassVar[str] = "lab.unit_joined"

    unit: Annotated[str, UNIT]


class LaunchingHeld(Body, frozen=True, kw_only=True):
    """A launching was held; the launched innovations say so in their own streams."""

    TYPE: ClassVar[str] = "lab.launching_held"

    key: Annotated[str, CEREMONY_KEY]
    name: Annotated[str, CEREMONY_NAME]
    place: Annotated[str | None, PLACE] = None
    marker: Annotated[str | None, MARKER] = None
    led_by: Annotated[str | None, LED_BY] = None


class DisplayHeld(Body, frozen=True, kw_only=True):
    """An exhibition was held."""

    TYPE: ClassVar[str] = "lab.display_held"

    key: Annotated[str, CEREMONY_KEY]
    name: Annotated[str, CEREMONY_NAME]
    place: Annotated[str | None, PLACE] = None
    marker: Annotated[str | None, MARKER] = None
    led_by: Annotated[str | None, LED_BY] = None


EVENTS: tuple[type[Body], ...] = (
    LabOpened,
    StageOpened,
    StageClosed,
    StageNotHeld,
    UnitJoined,
    LaunchingHeld,
    DisplayHeld,
    *lab_setting.EVENTS,
    *lab_course.EVENTS,
)


class State(Struct, frozen=True):
    slug: str
    live: bool
    stages: dict[str, str] = {}
    """Stage to `open`, `closed` or `not_held`."""
    units: frozenset[str] = frozenset()
    ceremonies: frozenset[str] = frozenset()
    """Their keys."""
    team: frozenset[tuple[str, str]] = frozenset()
    """Persons with their positions."""
    documents: frozenset[tuple[str, str]] = frozenset()
    """Documents with what they are to the lab."""
    set_aside: frozenset[str] = frozenset()
    """Rules of the process that the round does not keep."""
    paused: bool = False
    pauses: tuple[tuple[str | None, str | None], ...] = ()
    """Each with its first day and the day on which the round went on."""
    closed: bool = False
    closed_on: str | None = None


def evolve(state: State | None, fact: AnyFact) -> State | None:
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
    return lab_course.evolve(lab_setting.evolve(state, fact), fact) if state else state


def _stage(state: State | None, stage: str, now: str) -> State | None:
    return state and msgspec.structs.replace(state, stages={**state.stages, stage: now})


def check_integrity(state: State, fact: AnyFact, others: Mapping[str, StreamState]) -> Reason | None:
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
    return lab_setting.check_integrity(state, fact) or lab_course.check_integrity(state, fact)


def reservations(stream: str, fact: AnyFact) -> list[str]:
    match fact.body:
        case LabOpened(slug=slug):
            return [f"lab/{streams.region_of(stream)}/{slug}"]
    return []


class OpenLab(FactAction[LabOpened], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "lab.open"

    def decide(self, world: World) -> list[Draft]:
        return [draft(self, world.new(self.region, NAME), self.fact)]


class HoldStage(Action, frozen=True, kw_only=True):
    """A stage with its first and last day; or the record that it was not held, and why."""

    TYPE: ClassVar[str] = "lab.hold_stage"

    lab: Annotated[str, LAB]
    stage: Annotated[str, STAGE]
    local_name: Annotated[str | None, LOCAL_NAME] = None
    opened_on: Annotated[str | None, DATE.but(label="Mulai")] = None
    closed_on: Annotated[str | None, LAST_DAY] = None
    not_held: Annotated[bool, Field("Tidak Dilaksanakan", width=20)] = False
    reason: Annotated[str | None, REASON] = None

    def decide(self, world: World) -> list[Draft]:
        if self.not_held:
            skipped = StageNotHeld(stage=self.stage, local_name=self.local_name, reason=self.reason or "")
            return [draft(self, self.lab, skipped)]
        if dates.certainly_before(self.closed_on, self.opened_on):
            raise Refused(("closed_on", reason("The stage ends before it begins.")))
        opened = StageOpened(stage=self.stage, local_name=self.local_name)
        drafts = [draft(self, self.lab, opened)]
        if self.closed_on:
            closed = StageClosed(stage=self.stage)
            drafts.append(draft(self, self.lab, closed, first=False))
        return drafts


class CloseStage(Action, frozen=True, kw_only=True):
    """The last day of a stage, known after its first."""

    TYPE: ClassVar[str] = "lab.close_stage"

    lab: Annotated[str, LAB]
    stage: Annotated[str, STAGE]
    closed_on: Annotated[str, LAST_DAY]

    def decide(self, world: World) -> list[Draft]:
        closed = StageClosed(stage=self.stage)
        return [draft(self, self.lab, closed, first=False)]


class JoinLab(FactAction[UnitJoined], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "lab.join"

    lab: Annotated[str, LAB]

    def decide(self, world: World) -> list[Draft]:
        return [draft(self, self.lab, self.fact)]


class HoldCeremony(Action, frozen=True, kw_only=True):
    """A launching or an exhibition of the lab (`terms.EVENTS_HELD`)."""

    TYPE: ClassVar[str] = "lab.hold_ceremony"

    lab: Annotated[str, LAB]
    ceremony: Annotated[str, Field("Jenis", terms="ceremony", example="peluncuran")]
    key: Annotated[str, CEREMONY_KEY]
    """How launches and displays name it, unique in the lab."""
    name: Annotated[str, CEREMONY_NAME]
    place: Annotated[str | None, PLACE] = None
    marker: Annotated[str | None, MARKER] = None
    led_by: Annotated[str | None, LED_BY] = None

    def decide(self, world: World) -> list[Draft]:
        made = LaunchingHeld if self.ceremony == "launching" else DisplayHeld
        body = made(key=self.key, name=self.name, place=self.place, marker=self.marker, led_by=self.led_by)
        return [draft(self, self.lab, body, renamed={"@type": "ceremony"})]
