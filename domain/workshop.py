"""Workshop: one day of work in a lab."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from msgspec import Struct

from domain import terms
from domain.base import Action, Body, Draft, Fact, Reason, World
from domain.drafts import draft

NAME = "workshop"


class WorkshopHeld(Body, frozen=True, kw_only=True):
    """A workshop day: stage, place, mode (`terms.WORKSHOP_MODES`), speakers, who attended."""

    TYPE: ClassVar[str] = "workshop.held"
    CHOICES: ClassVar[dict[str, tuple[str, ...]]] = {"stage": terms.STAGES, "mode": terms.WORKSHOP_MODES}
    FOUNDS: ClassVar[bool] = True
    REFS: ClassVar[tuple[str, ...]] = ("lab", "speakers")

    lab: str
    stage: str
    place: str | None = None
    mode: str | None = None
    speakers: list[str] = []
    attendance: str | None = None


EVENTS = (WorkshopHeld,)


class State(Struct, frozen=True):
    lab: str


def evolve(state: State | None, fact: Fact[Any]) -> State | None:
    match fact.body:
        case WorkshopHeld(lab=lab):
            return State(lab)
    return state


def check_integrity(state: State | None, fact: Fact[Any], others: Mapping[str, Any]) -> Reason | None:
    return None


def reservations(stream: str, fact: Fact[Any]) -> list[str]:
    return []


class HoldWorkshop(Action, frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "workshop.hold"
    REFERS: ClassVar[dict[str, str]] = {"lab": "lab", "speakers": "person"}

    lab: str
    stage: str
    place: str | None = None
    mode: str | None = None
    speakers: list[str] = []
    attendance: str | None = None

    def decide(self, world: World) -> list[Draft]:
        values = {name: getattr(self, name) for name in WorkshopHeld.__struct_fields__}
        return [draft(self, world.new(self.region, NAME), WorkshopHeld(**values))]
