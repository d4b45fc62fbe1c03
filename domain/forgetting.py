"""A person's data destroyed: asked for by one person, confirmed by another, then done.

UU 27/2022 (personal data) and UU 43/2009 (archives: basis, retention period, official record). The data
lie in the vault; these events say that they were destroyed there, by whom and why.
"""

from __future__ import annotations

from typing import Annotated, ClassVar

from domain.base import Action, B, Body, Draft, FactAction, World
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
