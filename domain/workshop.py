"""Workshop: one day of work in a lab."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

from msgspec import Struct

from domain.base import (
    AnyFact,
    Body,
    Draft,
    FactAction,
    Reason,
    StreamState,
    World,
    no_reservations,
)
from domain.drafts import draft
from domain.fields import (
    KEY_OF_PERSON,
    LAB,
    PLACE,
    Field,
)

NAME = "workshop"


class WorkshopHeld(Body, frozen=True, kw_only=True):
    """A workshop day: stage, place, mode (`terms.WORKSHOP_MODES`), speakers, who attended."""

    TYPE: ClassVar[str] = "workshop.held"
    VERSION: ClassVar[int] = 2
    FOUNDS: ClassVar[bool] = True

    lab: Annotated[str, LAB]
    stage: Annotated[str, Field("Tahap", name="tahapan", terms="stage", example="diagnose")]
    place: Annotated[str | None, PLACE] = None
    mode: Annotated[str | None, Field("Cara", terms="workshop_mode")] = None
    speakers: Annotated[list[str], Field("Narasumber", ref="person", help=KEY_OF_PERSON, width=24)] = []
    attendance: Annotated[
        str | None, Field("Kehadiran", help="Siapa yang hadir, tanpa nama orang.", width=44)
    ] = None
    present: Annotated[
        list[str],
        Field("Unit Hadir", ref="unit", help="Unit yang hadir, dipisahkan titik koma.", width=30),
    ] = []
    headcount: Annotated[int | None, Field("Jumlah Hadir", help="Berapa orang.", width=12, least=0)] = None


EVENTS = (WorkshopHeld,)


class State(Struct, frozen=True):
    lab: str


def evolve(state: State | None, fact: AnyFact) -> State | None:
    match fact.body:
        case WorkshopHeld(lab=lab):
            return State(lab)
    return state


def check_integrity(state: State | None, fact: AnyFact, others: Mapping[str, StreamState]) -> Reason | None:
    return None


reservations = no_reservations


class HoldWorkshop(FactAction[WorkshopHeld], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "workshop.hold"

    def decide(self, world: World) -> list[Draft]:
        return [draft(self, world.new(self.region, NAME), self.fact)]
