"""Person: a post in a unit or institution. Name, number and addresses lie in the vault, never here."""

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
    StreamState,
    World,
)
from domain.drafts import draft
from domain.fields import (
    UNIT,
    Field,
)

NAME = "person"
PERSONAL = {
    "name": Field("Nama", width=28, example="Nama Contoh"),
    "civil_number": Field("NIP", width=24),
    "phone": Field("Telepon"),
    "email": Field("Surel", width=26),
}
"""Fields that only the vault holds (UU 27/2022 on personal data)."""


class PersonRegistered(Body, frozen=True, kw_only=True):
    """A person by post; `profile` is the key of the personal data in the vault."""

    TYPE: ClassVar[str] = "person.registered"
    FOUNDS: ClassVar[bool] = True

    profile: Annotated[str, Field("Data pribadi")]
    post: Annotated[str, Field("Jabatan", width=34, example="Kepala Dinas Contoh")]
    unit: Annotated[str | None, UNIT] = None
    institution: Annotated[
        str | None, Field("Instansi", help="Bila di luar pemerintah daerah ini.", width=28)
    ] = None


EVENTS = (PersonRegistered,)


class State(Struct, frozen=True):
    post: str
    unit: str | None


def evolve(state: State | None, fact: AnyFact) -> State | None:
    match fact.body:
        case PersonRegistered(post=post, unit=unit):
            return State(post, unit)
    return state


def check_integrity(state: State | None, fact: AnyFact, others: Mapping[str, StreamState]) -> Reason | None:
    return None


def reservations(stream: str, fact: AnyFact) -> list[str]:
    return []


class RegisterPerson(FactAction[PersonRegistered], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "person.register"

    def decide(self, world: World) -> list[Draft]:
        return [draft(self, world.new(self.region, NAME), self.fact)]
