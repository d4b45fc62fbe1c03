"""Unit: an office, health centre, school or company of a region."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

import msgspec
from msgspec import Struct

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
    no_reservations,
    reason,
)
from domain.drafts import draft
from domain.fields import (
    DOCUMENT,
    LEGAL_BASE,
    UNIT,
    Field,
)

NAME = "unit"
NEW_NAME = Field("Nama Baru", name="nama", width=40, example="Dinas Contoh dan Teladan")
NEW_SHORT = Field("Nama Singkat Baru", name="nama singkat", width=24)


class UnitRegistered(Body, frozen=True, kw_only=True):
    """A unit is known, with its kind (`terms.UNIT_KINDS`), full name and the short name in daily use."""

    TYPE: ClassVar[str] = "unit.registered"
    FOUNDS: ClassVar[bool] = True

    kind: Annotated[str, Field("Jenis", terms="unit_kind", example="OPD")]
    name: Annotated[str, Field("Nama", width=44, example="Dinas Contoh Kabupaten")]
    short: Annotated[str | None, Field("Nama Singkat", width=24, example="Dinas Contoh")] = None
    parent: Annotated[str | None, UNIT.but(label="Induk", example=None)] = None


class UnitRenamed(Body, frozen=True, kw_only=True):
    """From its date on the unit bears another name; the former one stays searchable."""

    TYPE: ClassVar[str] = "unit.renamed"
    VERSION: ClassVar[int] = 2

    name: Annotated[str, NEW_NAME]
    short: Annotated[str | None, NEW_SHORT] = None
    reason: Annotated[str | None, Field("Alasan")] = None
    legal_base: Annotated[str | None, DOCUMENT.but(label="Dasar Hukum")] = None


class UnitMerged(Body, frozen=True, kw_only=True):
    """The unit ended in another, which carries on its work (a new organisation of offices)."""

    TYPE: ClassVar[str] = "unit.merged"
    FIXED: ClassVar[tuple[str, ...]] = ("into",)

    into: Annotated[str, UNIT.but(label="Penerus", name="menjadi")]
    legal_base: Annotated[str | None, DOCUMENT.but(label="Dasar Hukum")] = None


class UnitSucceeded(Body, frozen=True, kw_only=True):
    """The unit carries on the work of one that ended."""

    TYPE: ClassVar[str] = "unit.succeeded"
    FIXED: ClassVar[tuple[str, ...]] = ("predecessor",)

    predecessor: Annotated[str, Field("Unit pendahulu", ref="unit")]
    legal_base: Annotated[str | None, Field("Dasar hukum", ref="document")] = None


class UnitClosed(Body, frozen=True, kw_only=True):
    """The unit ended without a successor."""

    TYPE: ClassVar[str] = "unit.closed"

    legal_base: Annotated[str | None, DOCUMENT.but(label="Dasar Hukum")] = None


EVENTS = (UnitRegistered, UnitRenamed, UnitMerged, UnitSucceeded, UnitClosed)


class State(Struct, frozen=True):
    kind: str
    name: str
    short: str | None
    former: tuple[str, ...] = ()
    open: bool = True


def evolve(state: State | None, fact: AnyFact) -> State | None:
    match fact.body:
        case UnitRegistered(kind=kind, name=name, short=short):
            return State(kind, name, short)
        case UnitRenamed(name=name, short=short) if state:
            former = tuple(n for n in (state.name, state.short) if n)
            return State(state.kind, name, short or state.short, state.former + former, state.open)
        case UnitMerged() | UnitClosed() if state:
            return msgspec.structs.replace(state, open=False)
    return state


def check_integrity(state: State, fact: AnyFact, others: Mapping[str, StreamState]) -> Reason | None:
    match fact.body:
        case UnitRenamed() | UnitMerged() | UnitClosed() if not state.open:
            return reason("The unit had already ended.")
    return None


reservations = no_reservations


class RegisterUnit(FactAction[UnitRegistered], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "unit.register"

    def decide(self, world: World) -> list[Draft]:
        return [draft(self, world.new(self.region, NAME), self.fact)]


class ChangeUnit(Action, frozen=True, kw_only=True):
    """A new organisation of offices: renamed, merged into another, or closed (`terms.UNIT_CHANGES`)."""

    TYPE: ClassVar[str] = "unit.change"

    unit: Annotated[str, UNIT]
    change: Annotated[str, Field("Perubahan", terms="unit_change", example="ganti nama")]
    name: Annotated[str | None, NEW_NAME] = None
    short: Annotated[str | None, NEW_SHORT] = None
    successor: Annotated[str | None, UNIT.but(label="Penerus")] = None
    legal_base: Annotated[str | None, LEGAL_BASE] = None

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
