"""Region: identity, missions of its planning documents, and figures published about it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from msgspec import Struct

from domain import streams, terms
from domain.base import Action, Body, Draft, Fact, Reason, World, reason
from domain.drafts import draft, filled

NAME = "region"


class RegionRegistered(Body, frozen=True, kw_only=True):
    """A regional government entered the ledger, by the official list of codes (Kepmendagri)."""

    TYPE: ClassVar[str] = "region.registered"
    FOUNDS: ClassVar[bool] = True

    code: str
    name: str
    kind: str
    time_zone: str


class MissionRecorded(Body, frozen=True, kw_only=True):
    """One mission of a planning document (RPJPD, RPJMD) that innovations align to."""

    TYPE: ClassVar[str] = "region.mission_recorded"

    plan: str
    number: int
    text: str | None = None


class FigurePublished(Body, frozen=True, kw_only=True):
    """A figure that somebody published. `measure` is one of `terms.MEASURES`, or None: not computed."""

    TYPE: ClassVar[str] = "figure.published"
    CHOICES: ClassVar[dict[str, tuple[str, ...]]] = {
        "measure": terms.MEASURES,
        "unit_kinds": terms.UNIT_KINDS,
    }
    REFS: ClassVar[tuple[str, ...]] = ("lab", "unit")

    measure: str | None = None
    lab: str | None = None
    unit_kinds: list[str] = []
    unit: str | None = None
    value: int
    label: str | None = None
    publisher: str


class EditionDated(Body, frozen=True, kw_only=True):
    """A date of an edition of a competition was announced: it opens, closes, or is extended to `day`."""

    TYPE: ClassVar[str] = "region.edition_dated"
    CHOICES: ClassVar[dict[str, tuple[str, ...]]] = {"milestone": terms.EDITION_DATES}
    DATES: ClassVar[tuple[str, ...]] = ("day",)

    award: str
    year: int
    group: str | None = None
    milestone: str
    day: str
    note: str | None = None


class RulebookAdded(Body, frozen=True, kw_only=True):
    """The region added a rulebook, or laid changes over one.

    `file` is the SHA-256 of the bytes that were given, `resolved` that of the rulebook they make.
    """

    TYPE: ClassVar[str] = "region.rulebook_added"

    book: str
    award: str
    year: int
    group: str | None = None
    file: str
    resolved: str
    over: str | None = None


EVENTS: tuple[type[Body], ...] = (
    RegionRegistered,
    MissionRecorded,
    FigurePublished,
    EditionDated,
    RulebookAdded,
)


class State(Struct, frozen=True):
    code: str
    missions: frozenset[tuple[str, int]] = frozenset()


def evolve(state: State | None, fact: Fact[Any]) -> State | None:
    match fact.body:
        case RegionRegistered(code=code):
            return State(code)
        case MissionRecorded(plan=plan, number=number) if state:
            return State(state.code, state.missions | {(plan, number)})
    return state


def check_integrity(state: State, fact: Fact[Any], others: Mapping[str, Any]) -> Reason | None:
    match fact.body:
        case MissionRecorded(plan=plan, number=number) if (plan, number) in state.missions:
            return reason("Mission {number} of {plan} is already recorded.", number=number, plan=plan)
        case FigurePublished(value=value) if value < 0:
            return reason("A published figure cannot be negative: {value}.", value=value)
    return None


def reservations(stream: str, fact: Fact[Any]) -> list[str]:
    return []


class ToRegion(Action, frozen=True, kw_only=True):
    """An action that the region's own stream tells as it stands."""

    EVENT: ClassVar[type[Body]]

    def decide(self, world: World) -> list[Draft]:
        return [draft(self, streams.region_stream(self.region), filled(self, self.EVENT))]


class RegisterRegion(ToRegion, frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "region.register"
    EVENT: ClassVar[type[Body]] = RegionRegistered

    code: str
    name: str
    kind: str
    time_zone: str


class RecordMission(ToRegion, frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "region.record_mission"
    EVENT: ClassVar[type[Body]] = MissionRecorded

    plan: str
    number: int
    text: str | None = None


class PublishFigure(ToRegion, frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "figure.publish"
    EVENT: ClassVar[type[Body]] = FigurePublished
    REFERS: ClassVar[dict[str, str]] = {"lab": "lab", "unit": "unit"}

    measure: str | None = None
    lab: str | None = None
    unit_kinds: list[str] = []
    unit: str | None = None
    value: int
    label: str | None = None
    publisher: str


class DateEdition(ToRegion, frozen=True, kw_only=True):
    """One row of sheet Jadwal."""

    TYPE: ClassVar[str] = "region.date_edition"
    EVENT: ClassVar[type[Body]] = EditionDated

    award: str
    year: int
    group: str | None = None
    milestone: str
    day: str
    note: str | None = None


class AddRulebook(ToRegion, frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "region.add_rulebook"
    EVENT: ClassVar[type[Body]] = RulebookAdded

    book: str
    award: str
    year: int
    group: str | None = None
    file: str
    resolved: str
    over: str | None = None
