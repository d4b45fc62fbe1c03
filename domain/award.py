"""Award: a recognition of a region, unit, innovation or person. It needs no entry."""

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
    Refused,
    StreamState,
    World,
    no_reservations,
    reason,
)
from domain.drafts import draft
from domain.fields import (
    DOCUMENT,
    KEY_OF_PERSON,
    UNIT,
    Field,
)
from domain.innovation import AwardReceived

NAME = "award"


class AwardGiven(Body, frozen=True, kw_only=True):
    """An award with its giver, tier (such as `TOP 35`) and edition, to one recipient (`terms.RECIPIENTS`)."""

    TYPE: ClassVar[str] = "award.given"
    FOUNDS: ClassVar[bool] = True
    FIXED: ClassVar[tuple[str, ...]] = ("innovation",)

    title: Annotated[str, Field("Judul", width=44, example="Top Inovasi Pelayanan Publik")]
    giver: Annotated[str | None, Field("Pemberi", width=26, example="KemenPANRB")] = None
    tier: Annotated[str | None, Field("Tingkat", width=14, example="TOP 45")] = None
    edition: Annotated[str | None, Field("Edisi", width=12, example="2023")] = None
    recipient: Annotated[str, Field("Penerima", terms="recipient", example="inovasi")]
    innovation: Annotated[str | None, Field("Inovasi", ref="innovation", width=16, example="INO-001")] = None
    unit: Annotated[str | None, UNIT.but(example=None)] = None
    person: Annotated[str | None, Field("Orang", ref="person", help=KEY_OF_PERSON)] = None
    document: Annotated[str | None, DOCUMENT] = None


EVENTS = (AwardGiven,)


class State(Struct, frozen=True):
    recipient: str


def evolve(state: State | None, fact: AnyFact) -> State | None:
    match fact.body:
        case AwardGiven(recipient=recipient):
            return State(recipient)
    return state


def check_integrity(state: State | None, fact: AnyFact, others: Mapping[str, StreamState]) -> Reason | None:
    match fact.body:
        case AwardGiven(recipient="innovation", innovation=None):
            return reason("The award does not name its innovation.")
        case AwardGiven(recipient="unit", unit=None):
            return reason("The award does not name its unit.")
        case AwardGiven(recipient="person", person=None):
            return reason("The award does not name its person.")
    return None


reservations = no_reservations


class GiveAward(FactAction[AwardGiven], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "award.give"

    def decide(self, world: World) -> list[Draft]:
        named = {name for name in ("innovation", "unit", "person") if getattr(self.fact, name)}
        if extra := named - {self.fact.recipient}:
            field = min(extra)
            raise Refused((field, reason("The award goes to another recipient than this one.")))
        new = world.new(self.region, NAME)
        drafts = [draft(self, new, self.fact)]
        if innovation := self.fact.innovation:
            received = AwardReceived(award=new)
            drafts.append(draft(self, innovation, received, first=False, target="innovation"))
        return drafts
