"""Person: a post in a unit or institution. Name, number and addresses lie in the vault, never here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from msgspec import Struct

from domain.base import Action, Body, Draft, Fact, Reason, World
from domain.drafts import draft

NAME = "person"
PERSONAL = ("name", "civil_number", "phone", "email")
"""Fields that only the vault holds (UU 27/2022 on personal data)."""


class PersonRegistered(Body, frozen=True, kw_only=True):
    """A person by post; `profile` is the key of the personal data in the vault."""

    TYPE: ClassVar[str] = "person.registered"
    FOUNDS: ClassVar[bool] = True
    REFS: ClassVar[tuple[str, ...]] = ("unit",)

    profile: str
    post: str
    unit: str | None = None
    institution: str | None = None


EVENTS = (PersonRegistered,)


class State(Struct, frozen=True):
    post: str
    unit: str | None


def evolve(state: State | None, fact: Fact[Any]) -> State | None:
    match fact.body:
        case PersonRegistered(post=post, unit=unit):
            return State(post, unit)
    return state


def check_integrity(state: State | None, fact: Fact[Any], others: Mapping[str, Any]) -> Reason | None:
    return None


def reservations(stream: str, fact: Fact[Any]) -> list[str]:
    return []


class RegisterPerson(Action, frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "person.register"
    REFERS: ClassVar[dict[str, str]] = {"unit": "unit"}

    profile: str
    post: str
    unit: str | None = None
    institution: str | None = None

    def decide(self, world: World) -> list[Draft]:
        body = PersonRegistered(
            profile=self.profile, post=self.post, unit=self.unit, institution=self.institution
        )
        return [draft(self, world.new(self.region, NAME), body)]
