"""Agreement: a performance agreement of innovations, or the commitment of a lab."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import msgspec
from msgspec import Struct

from domain import terms
from domain.base import Action, Body, Draft, Fact, Reason, World, reason
from domain.drafts import draft
from domain.innovation import AgreementCovered

NAME = "agreement"


class AgreementSigned(Body, frozen=True, kw_only=True):
    """An agreement (`terms.AGREEMENTS`) was signed on paper, a board or electronically (`terms.MEDIA`)."""

    TYPE: ClassVar[str] = "agreement.signed"
    CHOICES: ClassVar[dict[str, tuple[str, ...]]] = {"kind": terms.AGREEMENTS, "medium": terms.MEDIA}
    FOUNDS: ClassVar[bool] = True
    REFS: ClassVar[tuple[str, ...]] = ("lab", "innovations")
    FIXED: ClassVar[tuple[str, ...]] = ("innovations",)

    kind: str
    lab: str | None = None
    number: str | None = None
    title: str
    place: str | None = None
    medium: str | None = None
    innovations: list[str] = []
    plan: int | None = None
    illustrative: bool = False


class SignatureRecorded(Body, frozen=True, kw_only=True):
    """Who signed, in which role and capacity, and for whom when only as a representative."""

    TYPE: ClassVar[str] = "agreement.signature_recorded"
    CHOICES: ClassVar[dict[str, tuple[str, ...]]] = {"role": terms.ROLES, "capacity": terms.CAPACITIES}
    REFS: ClassVar[tuple[str, ...]] = ("person",)

    person: str
    role: str
    capacity: str | None = None
    representing: str | None = None


EVENTS = (AgreementSigned, SignatureRecorded)


class State(Struct, frozen=True):
    lab: str | None
    signed_on: str | None
    signatures: frozenset[tuple[str, str]] = frozenset()


def evolve(state: State | None, fact: Fact[Any]) -> State | None:
    match fact.body:
        case AgreementSigned(lab=lab):
            return State(lab, fact.occurred)
        case SignatureRecorded(person=person, role=role) if state:
            return msgspec.structs.replace(state, signatures=state.signatures | {(person, role)})
    return state


def check_integrity(state: State, fact: Fact[Any], others: Mapping[str, Any]) -> Reason | None:
    match fact.body:
        case SignatureRecorded(person=person, role=role) if (person, role) in state.signatures:
            return reason("This person already signed in this role.")
    return None


def reservations(stream: str, fact: Fact[Any]) -> list[str]:
    return []


class SignAgreement(Action, frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "agreement.sign"
    REFERS: ClassVar[dict[str, str]] = {"lab": "lab", "innovations": "innovation"}

    kind: str
    lab: str | None = None
    number: str | None = None
    title: str
    place: str | None = None
    medium: str | None = None
    innovations: list[str] = []
    plan: int | None = None
    illustrative: bool = False

    def decide(self, world: World) -> list[Draft]:
        new = world.new(self.region, NAME)
        values = {name: getattr(self, name) for name in AgreementSigned.__struct_fields__}
        covered = AgreementCovered(agreement=new)
        return [
            draft(self, new, AgreementSigned(**values)),
            *(draft(self, one, covered, first=False, target="innovations") for one in self.innovations),
        ]


class RecordSignature(Action, frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "agreement.record_signature"
    REFERS: ClassVar[dict[str, str]] = {"agreement": "agreement", "person": "person"}

    agreement: str
    person: str
    role: str
    capacity: str | None = None
    representing: str | None = None

    def decide(self, world: World) -> list[Draft]:
        names = SignatureRecorded.__struct_fields__
        body = SignatureRecorded(**{name: getattr(self, name) for name in names})
        # A signature without a date of its own was given when the agreement was signed.
        state = world.state(self.agreement)
        when = self.occurred or (state and state.signed_on)
        return [draft(self, self.agreement, body, occurred=when, target="agreement")]
