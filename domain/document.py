"""Document: a decree, regulation, agreement letter or report, entered once and linked to many."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

import msgspec
from msgspec import Struct

from domain import streams
from domain.base import (
    AnyFact,
    Body,
    Draft,
    FactAction,
    Reason,
    StreamState,
    World,
    reason,
)
from domain.drafts import draft
from domain.fields import DOCUMENT, Field
from domain.names import fold

NAME = "document"


class DocumentRegistered(Body, frozen=True, kw_only=True):
    """A document by kind (`terms.DOCUMENTS`), number and subject; its date is the fact's."""

    TYPE: ClassVar[str] = "document.registered"
    FOUNDS: ClassVar[bool] = True

    kind: Annotated[str, Field("Jenis", terms="document", example="SK")]
    number: Annotated[str | None, Field("Nomor", width=24, example="188.4/001 Tahun 2022")] = None
    subject: Annotated[str, Field("Perihal", width=50, example="Tim Laboratorium Inovasi")]
    issuer: Annotated[str | None, Field("Penerbit", width=28, example="Bupati")] = None
    link: Annotated[
        str | None, Field("Tautan", "link", help="Alamat halaman, diawali https://.", width=30)
    ] = None


class PartyRecorded(Body, frozen=True, kw_only=True):
    """Who signed the document, in which role and capacity, and for whom when only as a representative."""

    TYPE: ClassVar[str] = "document.party_recorded"

    person: Annotated[str, Field("Orang", ref="person", example="ORG-01")]
    role: Annotated[str, Field("Peran", terms="role", example="pihak pertama")]
    capacity: Annotated[str | None, Field("Kapasitas", terms="capacity", example="definitif")] = None
    representing: Annotated[str | None, Field("Mewakili", width=30)] = None


EVENTS = (DocumentRegistered, PartyRecorded)


class State(Struct, frozen=True):
    kind: str
    number: str | None = None
    dated: str | None = None
    parties: frozenset[tuple[str, str]] = frozenset()


def evolve(state: State | None, fact: AnyFact) -> State | None:
    match fact.body:
        case DocumentRegistered(kind=kind, number=number):
            return State(kind, number, fact.occurred)
        case PartyRecorded(person=person, role=role) if state:
            return msgspec.structs.replace(state, parties=state.parties | {(person, role)})
    return state


def check_integrity(state: State | None, fact: AnyFact, others: Mapping[str, StreamState]) -> Reason | None:
    match fact.body:
        case PartyRecorded(person=person, role=role) if state and (person, role) in state.parties:
            return reason("This person is already a party in this role.")
    return None


def reservations(stream: str, fact: AnyFact) -> list[str]:
    """A number is unique in its region among documents of its kind and year."""
    match fact.body:
        case DocumentRegistered(kind=kind, number=str(number)):
            year = (fact.occurred or "")[:4]
            name = fold(number)
            return [f"document/{streams.region_of(stream)}/{kind}/{year}/{name}"]
    return []


class RegisterDocument(FactAction[DocumentRegistered], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "document.register"

    def decide(self, world: World) -> list[Draft]:
        return [draft(self, world.new(self.region, NAME), self.fact)]


class RecordParty(FactAction[PartyRecorded], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "document.record_party"

    document: Annotated[str, DOCUMENT.but(example="DOK-01")]

    def decide(self, world: World) -> list[Draft]:
        # A party without a date of its own signed on the day of the document.
        state = world.state(self.document)
        when = self.occurred or (state and state.dated)
        return [draft(self, self.document, self.fact, occurred=when, target="document")]
