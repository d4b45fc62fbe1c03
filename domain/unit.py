"""Unit: an office, health centre, school or company of a region."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from msgspec import Struct

from domain import terms
from domain.base import Action, Body, Draft, Fact, Reason, World
from domain.drafts import draft

NAME = "unit"


class UnitRegistered(Body, frozen=True, kw_only=True):
    """A unit is known, with its kind (`terms.UNIT_KINDS`), full name and the short name in daily use."""

    TYPE: ClassVar[str] = "unit.registered"
    CHOICES: ClassVar[dict[str, tuple[str, ...]]] = {"kind": terms.UNIT_KINDS}
    FOUNDS: ClassVar[bool] = True
    REFS: ClassVar[tuple[str, ...]] = ("parent",)

    kind: str
    name: str
    short: str | None = None
    parent: str | None = None


class UnitRenamed(Body, frozen=True, kw_only=True):
    """From its date on the unit bears another name; the former one stays searchable."""

    TYPE: ClassVar[str] = "unit.renamed"

    name: str
    short: str | None = None
    reason: str | None = None


EVENTS = (UnitRegistered, UnitRenamed)


class State(Struct, frozen=True):
    kind: str
    name: str
    short: str | None
    former: tuple[str, ...] = ()


def evolve(state: State | None, fact: Fact[Any]) -> State | None:
    match fact.body:
        case UnitRegistered(kind=kind, name=name, short=short):
            return State(kind, name, short)
        case UnitRenamed(name=name, short=short) if state:
            former = tuple(n for n in (state.name, state.short) if n)
            return State(state.kind, name, short or state.short, state.former + former)
    return state


def broken(state: State | None, fact: Fact[Any], others: Mapping[str, Any]) -> Reason | None:
    return None


def reservations(stream: str, fact: Fact[Any]) -> list[str]:
    return []


class RegisterUnit(Action, frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "unit.register"
    REFERS: ClassVar[dict[str, str]] = {"parent": "unit"}

    kind: str
    name: str
    short: str | None = None
    parent: str | None = None

    def decide(self, world: World) -> list[Draft]:
        body = UnitRegistered(kind=self.kind, name=self.name, short=self.short, parent=self.parent)
        return [draft(self, world.new(self.region, NAME), body)]


class RenameUnit(Action, frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "unit.rename"
    REFERS: ClassVar[dict[str, str]] = {"unit": "unit"}

    unit: str
    name: str
    short: str | None = None
    reason: str | None = None

    def decide(self, world: World) -> list[Draft]:
        body = UnitRenamed(name=self.name, short=self.short, reason=self.reason)
        return [draft(self, self.unit, body, target="unit")]
