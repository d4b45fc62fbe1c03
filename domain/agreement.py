"""Agreement: a performance agreement of innovations, or the commitment of a lab."""

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
    StreamState,
    World,
    no_reservations,
    reason,
)
from domain.drafts import draft
from domain.fields import (
    DOCUMENT,
    ILLUSTRATIVE,
    LAB,
    REASON,
    Field,
)
from domain.innovation import AgreementCovered

NAME = "agreement"
AMENDMENT = Field("Nomor Adendum", name="nomor", width=22)
NEW_PLAN = Field("Versi Rencana", name="rencana", least=1)


class AgreementSigned(Body, frozen=True, kw_only=True):
    """An agreement (`terms.AGREEMENTS`) was signed on paper, a board or electronically (`terms.MEDIA`)."""

    TYPE: ClassVar[str] = "agreement.signed"
    FOUNDS: ClassVar[bool] = True
    FIXED: ClassVar[tuple[str, ...]] = ("innovations",)

    kind: Annotated[str, Field("Jenis", terms="agreement", width=28, example="komitmen")]
    lab: Annotated[str | None, LAB] = None
    number: Annotated[str | None, Field("Nomor", width=22)] = None
    title: Annotated[str, Field("Judul", width=50, example="Komitmen Pengembangan Inovasi Daerah")]
    place: Annotated[str | None, Field("Tempat", width=28)] = None
    medium: Annotated[str | None, Field("Media", terms="medium")] = None
    innovations: Annotated[
        list[str],
        Field(
            "Inovasi", name="inovasi yang dicakup", ref="innovation", help="Inovasi yang dicakup.", width=30
        ),
    ] = []
    plan: Annotated[int | None, Field("Versi Rencana", name="rencana")] = None
    illustrative: Annotated[bool, ILLUSTRATIVE] = False


class SignatureRecorded(Body, frozen=True, kw_only=True):
    """Who signed, in which role and capacity, and for whom when only as a representative."""

    TYPE: ClassVar[str] = "agreement.signature_recorded"

    person: Annotated[str, Field("Orang", ref="person", example="ORG-01")]
    role: Annotated[str, Field("Peran", terms="role", example="pihak pertama")]
    capacity: Annotated[str | None, Field("Kapasitas", terms="capacity", example="definitif")] = None
    representing: Annotated[
        str | None, Field("Mewakili", help="Isi bila menandatangani hanya sebagai perwakilan.", width=30)
    ] = None


class AgreementAmended(Body, frozen=True, kw_only=True):
    """The parties changed the agreement: what, and which version of the plan it covers from then on."""

    TYPE: ClassVar[str] = "agreement.amended"

    number: Annotated[str | None, AMENDMENT] = None
    plan: Annotated[int | None, NEW_PLAN] = None
    reason: Annotated[str, REASON]
    document: Annotated[str | None, DOCUMENT] = None


class AgreementEnded(Body, frozen=True, kw_only=True):
    """The agreement ended before or at its time."""

    TYPE: ClassVar[str] = "agreement.ended"

    reason: Annotated[str, REASON]
    document: Annotated[str | None, DOCUMENT] = None


EVENTS = (AgreementSigned, SignatureRecorded, AgreementAmended, AgreementEnded)


class State(Struct, frozen=True):
    lab: str | None
    signed_on: str | None
    ended: bool = False
    signatures: frozenset[tuple[str, str]] = frozenset()


def evolve(state: State | None, fact: AnyFact) -> State | None:
    match fact.body:
        case AgreementSigned(lab=lab):
            return State(lab, fact.occurred)
        case SignatureRecorded(person=person, role=role) if state:
            return msgspec.structs.replace(state, signatures=state.signatures | {(person, role)})
        case AgreementEnded() if state:
            return msgspec.structs.replace(state, ended=True)
    return state


def check_integrity(state: State, fact: AnyFact, others: Mapping[str, StreamState]) -> Reason | None:
    match fact.body:
        case SignatureRecorded(person=person, role=role) if (person, role) in state.signatures:
            return reason("This person already signed in this role.")
        case AgreementAmended() | AgreementEnded() if state.ended:
            return reason("The agreement had already ended.")
    return None


reservations = no_reservations


class SignAgreement(FactAction[AgreementSigned], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "agreement.sign"

    def decide(self, world: World) -> list[Draft]:
        new = world.new(self.region, NAME)
        covered = AgreementCovered(agreement=new)
        return [
            draft(self, new, self.fact),
            *(draft(self, one, covered, first=False, target="innovations") for one in self.fact.innovations),
        ]


class RecordSignature(FactAction[SignatureRecorded], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "agreement.record_signature"

    agreement: Annotated[str, Field("Perjanjian", ref="agreement", example="PKI-001")]

    def decide(self, world: World) -> list[Draft]:
        # A signature without a date of its own was given when the agreement was signed.
        state = world.state(self.agreement)
        when = self.occurred or (state and state.signed_on)
        return [draft(self, self.agreement, self.fact, occurred=when, target="agreement")]


class ChangeAgreement(Action, frozen=True, kw_only=True):
    """An agreement is amended or ends (`terms.AGREEMENT_CHANGES`)."""

    TYPE: ClassVar[str] = "agreement.change"

    agreement: Annotated[str, Field("Perjanjian", ref="agreement", example="PKI-001")]
    change: Annotated[str, Field("Perubahan", terms="agreement_change", example="diadendum")]
    number: Annotated[str | None, AMENDMENT] = None
    plan: Annotated[int | None, NEW_PLAN] = None
    reason: Annotated[str, REASON.but(example="target disesuaikan")]
    document: Annotated[str | None, DOCUMENT] = None

    def decide(self, world: World) -> list[Draft]:
        body: Body = AgreementEnded(reason=self.reason, document=self.document)
        if self.change == "amended":
            body = AgreementAmended(
                number=self.number, plan=self.plan, reason=self.reason, document=self.document
            )
        return [draft(self, self.agreement, body, target="agreement", renamed={"@type": "change"})]
