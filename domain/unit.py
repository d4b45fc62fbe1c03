"""Unit: an office, health centre, school or company of a region."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import msgspec
from msgspec import Struct

from domain import terms
from domain.base import Action, Body, Draft, Fact, Reason, Refused, World, reason
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
    VERSION: ClassVar[int] = 2
    REFS: ClassVar[tuple[str, ...]] = ("legal_base",)

    name: str
    short: str | None = None
    reason: str | None = None
    legal_base: str | None = None


class UnitMerged(Body, frozen=True, kw_only=True):
    """The unit ended in another, which carries on its work (a new organisation of offices)."""

    TYPE: ClassVar[str] = "unit.merged"
    REFS: ClassVar[tuple[str, ...]] = ("into", "legal_base")
    FIXED: ClassVar[tuple[str, ...]] = ("into",)

    into: str
    legal_base: str | None = None


class UnitSucceeded(Body, frozen=True, kw_only=True):
    """The unit carries on the work of one that ended."""

    TYPE: ClassVar[str] = "unit.succeeded"
    REFS: ClassVar[tuple[str, ...]] = ("predecessor", "legal_base")
    FIXED: ClassVar[tuple[str, ...]] = ("predecessor",)

    predecessor: str
    legal_base: str | None = None


class UnitClosed(Body, frozen=True, kw_only=True):
    """The unit ended without a successor."""

    TYPE: ClassVar[str] = "unit.closed"
    REFS: ClassVar[tuple[str, ...]] = ("legal_base",)

    legal_base: str | None = None


EVENTS = (UnitRegistered, UnitRenamed, UnitMerged, UnitSucceeded, UnitClosed)


class State(Struct, frozen=True):
    kind: str
    name: str
    short: str | None
    former: tuple[str, ...] = ()
    open: bool = True


def evolve(state: State | None, fact: Fact[Any]) -> State | None:
    match fact.body:
        case UnitRegistered(kind=kind, name=name, short=short):
            return State(kind, name, short)
        case UnitRenamed(name=name, short=short) if state:
            former = tuple(n for n in (state.name, state.short) if n)
            return State(state.kind, name, short or state.short, state.former + former, state.open)
        case UnitMerged() | UnitClosed() if state:
            return msgspec.structs.replace(state, open=False)
    return state


def check_integrity(state: State, fact: Fact[Any], others: Mapping[str, Any]) -> Reason | None:
    match fact.body:
        case UnitRenamed() | UnitMerged() | UnitClosed() if not state.open:
            return reason("The unit had already ended.")
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


class ChangeUnit(Action, frozen=True, kw_only=True):
    """A new organisation of offices: renamed, merged into another, or closed (`terms.UNIT_CHANGES`)."""

    TYPE: ClassVar[str] = "unit.change"
    REFERS: ClassVar[dict[str, str]] = {"unit": "unit", "successor": "unit", "legal_base": "document"}

    unit: str
    change: str
    name: str | None = None
    short: str | None = None
    successor: str | None = None
    legal_base: str | None = None

    def decide(self, world: World) -> list[Draft]:
        if self.change == "renamed":
            if not self.name:
                raise Refused(("name", reason("A renamed unit needs its new name.")))
            renamed = UnitRenamed(name=self.name, short=self.short, legal_base=self.legal_base)
            return [draft(self, self.unit, renamed, target="unit")]
        if self.change == "closed":
            return [draft(self, self.unit, UnitClosed(legal_base=self.legal_base), target="unit")]
        if not self.successor or self.successor == self.unit:
            raise Refused(("successor", reason("A merged unit needs another unit as its successor.")))
        merged = UnitMerged(into=self.successor, legal_base=self.legal_base)
        taken = UnitSucceeded(predecessor=self.unit, legal_base=self.legal_base)
        return [
            draft(self, self.unit, merged, target="unit", renamed={"into": "successor"}),
            draft(self, self.successor, taken, first=False, target="successor"),
        ]
