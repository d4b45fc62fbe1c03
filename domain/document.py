"""Document: a decree, regulation, agreement letter or report, entered once and linked to many."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from msgspec import Struct

from domain import streams, terms
from domain.base import Action, Body, Draft, Fact, Reason, World
from domain.drafts import draft

NAME = "document"


class DocumentRegistered(Body, frozen=True, kw_only=True):
    """A document by kind (`terms.DOCUMENTS`), number and subject; its date is the fact's."""

    TYPE: ClassVar[str] = "document.registered"
    CHOICES: ClassVar[dict[str, tuple[str, ...]]] = {"kind": terms.DOCUMENTS}
    FOUNDS: ClassVar[bool] = True

    kind: str
    number: str | None = None
    subject: str
    issuer: str | None = None
    link: str | None = None


EVENTS = (DocumentRegistered,)


class State(Struct, frozen=True):
    kind: str
    number: str | None = None
    dated: str | None = None


def evolve(state: State | None, fact: Fact[Any]) -> State | None:
    match fact.body:
        case DocumentRegistered(kind=kind, number=number):
            return State(kind, number, fact.occurred)
    return state


def check_integrity(state: State | None, fact: Fact[Any], others: Mapping[str, Any]) -> Reason | None:
    return None


def reservations(stream: str, fact: Fact[Any]) -> list[str]:
    """A number is unique in its region among documents of its kind and year."""
    match fact.body:
        case DocumentRegistered(kind=kind, number=str(number)):
            year = (fact.occurred or "")[:4]
            name = " ".join(number.casefold().split())
            return [f"document/{streams.region_of(stream)}/{kind}/{year}/{name}"]
    return []


class RegisterDocument(Action, frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "document.register"

    kind: str
    number: str | None = None
    subject: str
    issuer: str | None = None
    link: str | None = None

    def decide(self, world: World) -> list[Draft]:
        body = DocumentRegistered(
            kind=self.kind, number=self.number, subject=self.subject, issuer=self.issuer, link=self.link
        )
        return [draft(self, world.new(self.region, NAME), body)]
