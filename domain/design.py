"""How an innovation begins, from an idea or without one, and what it is called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

from domain import idea as ideas
from domain.base import AnyFact, Body, Draft, FactAction, Reason, StreamState, World, reason
from domain.drafts import draft
from domain.fields import ILLUSTRATIVE, LAB, UNIT, Field
from domain.on_innovation import NAME, OnInnovation


class InnovationDesigned(Body, frozen=True, kw_only=True):
    """An innovation began, from an idea or without one, as the work of one unit."""

    TYPE: ClassVar[str] = "innovation.designed"
    FOUNDS: ClassVar[bool] = True
    FIXED: ClassVar[tuple[str, ...]] = ("idea",)

    lab: Annotated[str | None, LAB] = None
    idea: Annotated[
        str | None,
        Field(
            "Ide",
            name="ide asal",
            ref="idea",
            help="Kunci ide asalnya dari lembar Ide atau Penggabungan; kosong bila tanpa ide.",
            example="IDE-001",
        ),
    ] = None
    title: Annotated[str, Field("Judul", width=50, example="Layanan Tanpa Antre")]
    acronym: Annotated[str | None, Field("Akronim", width=20, example="LATARE")] = None
    unit: Annotated[str, UNIT]
    illustrative: Annotated[bool, ILLUSTRATIVE] = False


class InnovationRenamed(Body, frozen=True, kw_only=True):
    """From its date on the innovation bears another title or acronym; the former stay searchable."""

    TYPE: ClassVar[str] = "innovation.renamed"

    title: Annotated[str, Field("Judul Baru", name="judul", width=50, example="Layanan Tanpa Antre Daring")]
    acronym: Annotated[str | None, Field("Akronim Baru", name="akronim")] = None
    reason: Annotated[str, Field("Alasan", width=40, example="cakupannya diperluas")]


EVENTS: tuple[type[Body], ...] = (
    InnovationDesigned,
    InnovationRenamed,
)


def check_integrity(state: StreamState, fact: AnyFact, others: Mapping[str, StreamState]) -> Reason | None:
    """Why a fact of this file cannot stand, or None."""
    match fact.body:
        case InnovationDesigned(idea=str(idea)) if others[idea].status != "designed":
            return reason("Its idea is not taken into design.")
    return None


class DesignInnovation(FactAction[InnovationDesigned], frozen=True, kw_only=True):
    """An innovation begins, from an idea (which is taken into design) or without one."""

    TYPE: ClassVar[str] = "innovation.design"

    def decide(self, world: World) -> list[Draft]:
        new = world.new(self.region, NAME)
        drafts = [draft(self, new, self.fact)]
        if idea := self.fact.idea:
            ideas.require_approval(world, idea, self.occurred)
            taken = ideas.IdeaTakenIntoDesign(innovation=new)
            drafts.append(draft(self, idea, taken, first=False, target="idea"))
        return drafts


class RenameInnovation(OnInnovation[InnovationRenamed], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "innovation.rename"
