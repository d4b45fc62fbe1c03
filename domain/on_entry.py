"""An entry begins, and an action that writes one event into its stream."""

from __future__ import annotations

from typing import Annotated, ClassVar, Generic

from domain.base import (
    Action,
    B,
    Body,
    Draft,
    FactAction,
    Refused,
    World,
    reason,
)
from domain.drafts import draft
from domain.fields import GROUP, INNOVATION, YEAR, Field

NAME = "entry"


class EntryPrepared(Body, frozen=True, kw_only=True):
    """An entry began; without an innovation it is the region's own (SPD of IGA)."""

    TYPE: ClassVar[str] = "entry.prepared"
    FOUNDS: ClassVar[bool] = True
    FIXED: ClassVar[tuple[str, ...]] = ("award", "year", "group", "innovation")

    award: Annotated[str, Field("Penghargaan")]
    year: Annotated[int, Field("Tahun")]
    group: Annotated[str | None, Field("Kelompok lomba")] = None
    innovation: Annotated[str | None, Field("Inovasi", ref="innovation")] = None


def key(region: str, award: str, year: int, group: str | None, innovation: str | None) -> str:
    """The reservation of an entry: one for each award, year, group and innovation (or region)."""
    return f"{edition(region, award, year)}{group or ''}/{innovation or ''}"


def edition(region: str, award: str, year: int) -> str:
    """What the reservations of all entries of one edition begin with."""
    return f"entry/{region}/{award}/{year}/"


class PrepareEntry(FactAction[EntryPrepared], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "entry.prepare"

    def decide(self, world: World) -> list[Draft]:
        return [draft(self, world.new(self.region, NAME), self.fact)]


class OnEntry(FactAction[B], Generic[B], frozen=True, kw_only=True):
    """An action that writes one event into the stream of an entry, which is prepared first when it is new."""

    AWARD: ClassVar[str] = ""

    award: Annotated[str, Field("Lomba", "award", name="penghargaan", width=10, example="KIPP")] = ""
    year: Annotated[int, YEAR]
    group: Annotated[str | None, GROUP.but(example="umum")] = None
    innovation: Annotated[str | None, INNOVATION.but(required=True)] = None

    def place(self) -> tuple[str, int, str | None, str | None]:
        """Award, year, group and innovation of the entry."""
        return self.award or self.AWARD, self.year, self.group or None, self.innovation

    def needs_first(self, world: World) -> Action | None:
        award, year, group, innovation = self.place()
        if world.held(key(self.region, *self.place())):
            return None
        prepared = EntryPrepared(award=award, year=year, group=group, innovation=innovation)
        return PrepareEntry(region=self.region, fact=prepared)

    def decide(self, world: World) -> list[Draft]:
        stream = world.held(key(self.region, *self.place()))
        if stream is None:
            raise Refused((None, reason("The entry is not prepared.")))
        return [draft(self, stream, self.body(world, stream), target="innovation")]

    def body(self, world: World, stream: str) -> Body:
        """The event that is recorded, by default as it was said."""
        return self.fact
