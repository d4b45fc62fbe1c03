"""Award: a recognition of a region, unit, innovation or person. It needs no entry."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from msgspec import Struct

from domain import terms
from domain.base import Action, Body, Draft, Fact, Reason, Refused, World, reason
from domain.drafts import draft, filled
from domain.innovation import AwardReceived

NAME = "award"


class AwardGiven(Body, frozen=True, kw_only=True):
    """An award with its giver, tier (such as `TOP 35`) and edition, to one recipient (`terms.RECIPIENTS`)."""

    TYPE: ClassVar[str] = "award.given"
    CHOICES: ClassVar[dict[str, tuple[str, ...]]] = {"recipient": terms.RECIPIENTS}
    FOUNDS: ClassVar[bool] = True
    REFS: ClassVar[tuple[str, ...]] = ("innovation", "unit", "person", "document")
    FIXED: ClassVar[tuple[str, ...]] = ("innovation",)

    title: str
    giver: str | None = None
    tier: str | None = None
    edition: str | None = None
    recipient: str
    innovation: str | None = None
    unit: str | None = None
    person: str | None = None
    document: str | None = None


EVENTS = (AwardGiven,)


class State(Struct, frozen=True):
    recipient: str


def evolve(state: State | None, fact: Fact[Any]) -> State | None:
    match fact.body:
        case AwardGiven(recipient=recipient):
            return State(recipient)
    return state


def check_integrity(state: State | None, fact: Fact[Any], others: Mapping[str, Any]) -> Reason | None:
    match fact.body:
        case AwardGiven(recipient="innovation", innovation=None):
            return reason("The award does not name its innovation.")
        case AwardGiven(recipient="unit", unit=None):
            return reason("The award does not name its unit.")
        case AwardGiven(recipient="person", person=None):
            return reason("The award does not name its person.")
    return None


def reservations(stream: str, fact: Fact[Any]) -> list[str]:
    return []


class GiveAward(Action, frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "award.give"
    REFERS: ClassVar[dict[str, str]] = {
        "innovation": "innovation",
        "unit": "unit",
        "person": "person",
        "document": "document",
    }

    title: str
    giver: str | None = None
    tier: str | None = None
    edition: str | None = None
    recipient: str
    innovation: str | None = None
    unit: str | None = None
    person: str | None = None
    document: str | None = None

    def decide(self, world: World) -> list[Draft]:
        named = {name for name in ("innovation", "unit", "person") if getattr(self, name)}
        if extra := named - {self.recipient}:
            field = min(extra)
            raise Refused((field, reason("The award goes to another recipient than this one.")))
        new = world.new(self.region, NAME)
        drafts = [draft(self, new, filled(self, AwardGiven))]
        if self.innovation:
            received = AwardReceived(award=new)
            drafts.append(draft(self, self.innovation, received, first=False, target="innovation"))
        return drafts
