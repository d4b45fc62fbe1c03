"""A person's data destroyed: asked for by one person, confirmed by another, then done.

UU 27/2022 (personal data) and UU 43/2009 (archives: basis, retention period, official record). The data
lie in the vault; these events say that they were destroyed there, by whom and why.
"""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

import msgspec

from domain.base import Action, AnyFact, B, Body, Draft, FactAction, Reason, StreamState, World, reason
from domain.drafts import draft
from domain.fields import Field


class ForgetRequested(Body, frozen=True, kw_only=True):
    """Somebody asked that a person's data be destroyed, and on which basis; nothing is destroyed yet."""

    TYPE: ClassVar[str] = "person.forget_requested"
    FIXED: ClassVar[tuple[str, ...]] = ("requested_by",)

    requested_by: Annotated[str, Field("Diminta Oleh", ref="person")]
    ground: Annotated[str, Field("Dasar Penghapusan", width=40)]
    retention: Annotated[str, Field("Retensi", help="Kode dan jangka waktu menurut JRA daerah.", width=28)]
    record: Annotated[str, Field("Berita Acara", width=28)]


class ForgetConfirmed(Body, frozen=True, kw_only=True):
    """A second person confirmed: from here on the data are being destroyed, and nobody takes it back."""

    TYPE: ClassVar[str] = "person.forget_confirmed"
    FIXED: ClassVar[tuple[str, ...]] = ("confirmed_by",)
    FINAL: ClassVar[bool] = True

    confirmed_by: Annotated[str, Field("Dikonfirmasi Oleh", ref="person")]


class PersonForgotten(Body, frozen=True, kw_only=True):
    """The keys and rows of these profiles, all that the person ever had, no longer stand in the vault."""

    TYPE: ClassVar[str] = "person.forgotten"
    FIXED: ClassVar[tuple[str, ...]] = ("profiles",)
    FINAL: ClassVar[bool] = True

    profiles: Annotated[list[str], Field("Profil yang dihapus")]


EVENTS = (ForgetRequested, ForgetConfirmed, PersonForgotten)
CONFIRMED_KEY, FORGOTTEN_KEY = "person-forgetting/", "person-forgotten/"
"""What the reservations begin with that tell, without a fold, whose data are still to be destroyed."""


def evolve(state: StreamState, fact: AnyFact) -> Any:
    """The person's state after a fact of this file."""
    match fact.body:
        case ForgetRequested(requested_by=asking):
            return msgspec.structs.replace(state, requested_by=asking)
        case ForgetConfirmed():
            return msgspec.structs.replace(state, confirmed=True)
        case PersonForgotten():
            return msgspec.structs.replace(state, forgotten=True)
    return state


def check_integrity(state: StreamState, fact: AnyFact) -> Reason | None:
    """Why a fact of this file cannot stand, or None."""
    match fact.body:
        case ForgetRequested() if state.requested_by:
            return reason("It was already asked that this person be forgotten.")
        case ForgetConfirmed(confirmed_by=confirming):
            return _unconfirmable(state, confirming)
        case PersonForgotten(profiles=profiles):
            return _unfinished(state, profiles)
    return None


def _unconfirmable(state: StreamState, confirming: str) -> Reason | None:
    if state.requested_by is None:
        return reason("Nobody asked that this person be forgotten.")
    if state.confirmed:
        return reason("It was already confirmed that this person be forgotten.")
    if state.requested_by == confirming:
        return reason("The person who confirms must be another than the one who asked.")
    return None


def _unfinished(state: StreamState, profiles: list[str]) -> Reason | None:
    if not state.confirmed:
        return reason("Nobody confirmed that this person be forgotten.")
    if state.forgotten:
        return reason("This person is already forgotten.")
    if state.profile not in profiles:
        return reason("This person was forgotten: no personal data may be kept of the person again.")
    return None


def reservations(stream: str, fact: AnyFact) -> list[str]:
    """A forgetting that was confirmed and one that was done, so that what is left to do is found at once."""
    match fact.body:
        case ForgetConfirmed():
            return [f"{CONFIRMED_KEY}{stream}/{fact.version}"]
        case PersonForgotten():
            return [f"{FORGOTTEN_KEY}{stream}/{fact.version}"]
    return []


class _OnPerson(FactAction[B], frozen=True, kw_only=True):
    """An action that says one fact about a person."""

    person: Annotated[str, Field("Orang", ref="person", example="ORG-01")]

    def decide(self, world: World) -> list[Draft]:
        return [draft(self, self.person, self.fact, target="person")]


class RequestForgetting(_OnPerson[ForgetRequested], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "person.request_forgetting"


class ConfirmForgetting(_OnPerson[ForgetConfirmed], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "person.confirm_forgetting"


class FinishForgetting(_OnPerson[PersonForgotten], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "person.finish_forgetting"


ACTIONS: tuple[type[Action], ...] = (RequestForgetting, ConfirmForgetting, FinishForgetting)
