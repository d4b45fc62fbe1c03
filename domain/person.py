"""Person: a post in a unit or institution. Name, number and addresses lie in the vault, never here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

import msgspec
from msgspec import Struct

from domain import forgetting
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
    reason,
)
from domain.drafts import draft
from domain.fields import UNIT, Field
from domain.forgetting import EVENTS as FORGETTING

NAME = "person"
INSTITUTION = Field("Instansi", help="Bila di luar pemerintah daerah ini.", width=28)
NEW_POST = Field("Jabatan Baru", name="jabatan", width=34, example="Camat Contoh")
LEFT_BECAUSE = Field(
    "Keluar Karena",
    name="sebab keluar",
    terms="handover_reason",
    help="Isi bila orang ini tidak lagi bertugas di daerah ini.",
    width=16,
)
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
    institution: Annotated[str | None, INSTITUTION] = None


class PostChanged(Body, frozen=True, kw_only=True):
    """From its date on the person holds another post, here or elsewhere."""

    TYPE: ClassVar[str] = "person.post_changed"

    post: Annotated[str, NEW_POST]
    unit: Annotated[str | None, UNIT] = None
    institution: Annotated[str | None, INSTITUTION] = None


class PersonLeft(Body, frozen=True, kw_only=True):
    """The person left the service of the region (`terms.HANDOVER_REASONS`)."""

    TYPE: ClassVar[str] = "person.left"

    left_because: Annotated[str, LEFT_BECAUSE]


EVENTS = (PersonRegistered, PostChanged, PersonLeft, *FORGETTING)


class State(Struct, frozen=True):
    post: str
    unit: str | None
    profile: str
    left: bool = False
    requested_by: str | None = None
    """Who asked that the person's data be destroyed."""
    confirmed: bool = False
    forgotten: bool = False


def evolve(state: State | None, fact: AnyFact) -> State | None:
    match fact.body:
        case PersonRegistered(post=post, unit=unit, profile=profile):
            return State(post, unit, profile)
        case PostChanged(post=post, unit=unit) if state:
            return msgspec.structs.replace(state, post=post, unit=unit, left=False)
        case PersonLeft() if state:
            return msgspec.structs.replace(state, left=True)
    return forgetting.evolve(state, fact) if state else state


def check_integrity(state: State | None, fact: AnyFact, others: Mapping[str, StreamState]) -> Reason | None:
    match fact.body:
        case PersonLeft() if state and state.left:
            return reason("The person had already left.")
    return forgetting.check_integrity(state, fact) if state else None


def reservations(stream: str, fact: AnyFact) -> list[str]:
    return forgetting.reservations(stream, fact)


class RegisterPerson(FactAction[PersonRegistered], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "person.register"

    def decide(self, world: World) -> list[Draft]:
        return [draft(self, world.new(self.region, NAME), self.fact)]


class ChangePost(Action, frozen=True, kw_only=True):
    """A person takes another post, or leaves."""

    TYPE: ClassVar[str] = "person.change_post"

    person: Annotated[str, Field("Orang", ref="person", example="ORG-01")]
    post: Annotated[str | None, NEW_POST] = None
    unit: Annotated[str | None, UNIT] = None
    institution: Annotated[str | None, INSTITUTION] = None
    left_because: Annotated[str | None, LEFT_BECAUSE] = None

    def decide(self, world: World) -> list[Draft]:
        if bool(self.post) == bool(self.left_because):
            raise Refused(("post", reason("Say either the new post or why the person left.")))
        body: Body = PersonLeft(left_because=self.left_because or "")
        if self.post:
            body = PostChanged(post=self.post, unit=self.unit, institution=self.institution)
        return [draft(self, self.person, body, target="person")]
