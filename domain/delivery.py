"""An innovation goes to those whom it serves: tried, implemented, launched, displayed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

from domain import dates
from domain.base import AnyFact, Body, Reason, StreamState, World, reason
from domain.fields import DOCUMENT, LAB, PLACE, Field
from domain.on_innovation import OnInnovation


class Trialled(Body, frozen=True, kw_only=True):
    """A trial (uji coba) was held on the days of the fact."""

    TYPE: ClassVar[str] = "innovation.trialled"

    place: Annotated[str | None, PLACE] = None
    result: Annotated[str | None, Field("Hasil", "long", width=50)] = None


class Implemented(Body, frozen=True, kw_only=True):
    """Implementation (penerapan) began, with its legal base where there is one."""

    TYPE: ClassVar[str] = "innovation.implemented"

    legal_base: Annotated[str | None, DOCUMENT.but(label="Dasar Hukum")] = None
    note: Annotated[str | None, Field("Keterangan", width=44)] = None


class Launched(Body, frozen=True, kw_only=True):
    """The innovation was launched, alone or at a launching of a lab."""

    TYPE: ClassVar[str] = "innovation.launched"

    lab: Annotated[str | None, LAB] = None
    ceremony: Annotated[
        str | None, Field("Acara", "ceremony", help="Kunci dari lembar Acara.", example="ACR-01")
    ] = None


class Displayed(Body, frozen=True, kw_only=True):
    """The innovation was shown at an exhibition."""

    TYPE: ClassVar[str] = "innovation.displayed"

    lab: Annotated[str | None, LAB] = None
    ceremony: Annotated[
        str | None, Field("Acara", "ceremony", help="Kunci dari lembar Acara.", example="ACR-02")
    ] = None
    booth: Annotated[str | None, Field("Stan")] = None


EVENTS: tuple[type[Body], ...] = (
    Trialled,
    Implemented,
    Launched,
    Displayed,
)


LATEST: dict[type[Body], str] = {
    Trialled: "trialled",
    Implemented: "implemented",
    Launched: "launched",
    Displayed: "displayed",
}
"""What the summary of an innovation calls the last fact of each."""


def check_integrity(state: StreamState, fact: AnyFact, others: Mapping[str, StreamState]) -> Reason | None:
    """Why a fact of this file cannot stand, or None."""
    match fact.body:
        case Launched() if state.summary.launched:
            return reason("The innovation was already launched.")
        case Launched(lab=str(lab), ceremony=str(key)) | Displayed(lab=str(lab), ceremony=str(key)) if (
            key not in others[lab].ceremonies
        ):
            return reason("The lab held no ceremony {key}.", key=key)
        case Implemented() if state.summary.implemented:
            return reason("Implementation was already recorded.")
        case Trialled() if not state.summary.trialled and dates.certainly_before(
            state.summary.implemented_on, fact.occurred
        ):
            return reason(
                "The first trial ({occurred}) lies after the implementation ({implemented}).",
                occurred=dates.Day(fact.occurred),
                implemented=dates.Day(state.summary.implemented_on),
            )
    return None


class Try(OnInnovation[Trialled], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "innovation.try"


class Implement(OnInnovation[Implemented], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "innovation.implement"


class Launch(OnInnovation[Launched], frozen=True, kw_only=True):
    """A launch; in a live lab it needs an approved action plan and a signed agreement first."""

    TYPE: ClassVar[str] = "innovation.launch"

    def check(self, world: World) -> None:
        state = world.state(self.innovation)
        self.require(world, "plan_before_deliver", held=state and state.steps)
        self.require(world, "plan_approved_before_deliver", held=state and state.approved_plans)
        self.require(world, "agreement_before_launch", held=state and state.agreements)


class Display(OnInnovation[Displayed], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "innovation.display"
