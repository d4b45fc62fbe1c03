"""Levels of indicators: claimed by a unit or the region, verified by somebody who saw the evidence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any, ClassVar, Generic, Self

import msgspec

from domain.base import (
    AnyFact,
    B,
    Body,
    Draft,
    Reason,
    Refused,
    StreamState,
    World,
    no_number,
    reason,
)
from domain.drafts import draft
from domain.evidence import Cited
from domain.fields import DOCUMENT, INNOVATION, NO_NAMES, NOTE, Field
from domain.on_entry import OnEntry

INDICATORS = "Nomor indikator IGA: {first_indicator} sampai {last_indicator}."
LEVEL = Field(
    "Tingkat",
    "level",
    name="parameter klaim",
    help="Parameter yang diklaim: {levels}.",
    width=9,
    example=2,
)
REGION_LEVEL = LEVEL.but(help="Parameter: {levels}. Kosong bila dihitung dari Angka.")
VERIFIED = Field(
    "Terverifikasi",
    "level",
    name="parameter terverifikasi",
    help="Tingkat setelah bukti diperiksa: 0 sampai {highest_level}.",
    width=12,
)
VERIFIER = Field("Pemeriksa", help=NO_NAMES, width=28)
INDICATOR = Field("Indikator", "indicator", help=INDICATORS, width=10, example="{first_indicator}")


class LevelClaimed(Body, frozen=True, kw_only=True):
    """A unit or region claims a level (0 to 3) of an indicator.

    `basis` is the basis chosen where an indicator has several; `amount` the figure behind an SPD row, as
    a decimal text; `documents` what proves it where no innovation does.
    """

    TYPE: ClassVar[str] = "entry.level_claimed"

    indicator: Annotated[str, INDICATOR]
    level: Annotated[
        int,
        LEVEL,
    ]
    basis: Annotated[
        str | None,
        Field(
            "Dasar",
            name="dasar kemanfaatan",
            terms="benefit",
            help="Untuk kemanfaatan: satu dasar yang dipilih.",
            width=20,
        ),
    ] = None
    amount: Annotated[
        str | None,
        Field(
            "Angka",
            "decimal",
            name="nilai pendukung",
            help="Angka yang dibandingkan dengan pita, misalnya 8,17.",
            width=14,
        ),
    ] = None
    documents: Annotated[list[str], DOCUMENT.but(name="dokumen pendukung", width=26)] = []
    note: Annotated[str | None, NOTE] = None


class LevelVerified(Body, frozen=True, kw_only=True):
    """Somebody compared a claim with its evidence; `cites` holds what was looked at, as it then was."""

    TYPE: ClassVar[str] = "entry.level_verified"

    indicator: Annotated[str, INDICATOR]
    verified: Annotated[
        int,
        VERIFIED,
    ]
    cites: Annotated[list[Cited], Field("Bukti yang dikutip")] = []
    verifier: Annotated[str | None, VERIFIER] = None
    note: Annotated[str | None, NOTE] = None


EVENTS: tuple[type[Body], ...] = (LevelClaimed, LevelVerified)


def evolve(state: StreamState, fact: AnyFact) -> Any:
    """The entry's state after a fact of this file."""
    match fact.body:
        case LevelClaimed(indicator=indicator, documents=documents):
            return msgspec.structs.replace(state, claimed={**state.claimed, indicator: tuple(documents)})
    return state


def check_integrity(state: StreamState, fact: AnyFact) -> Reason | None:
    """Why a fact of this file cannot stand, or None."""
    match fact.body:
        case LevelClaimed(level=level) | LevelVerified(verified=level) if level < 0:
            return reason("Level {level} lies below 0.", level=level)
        case LevelVerified(indicator=indicator) if indicator not in state.claimed:
            return reason("The indicator {indicator} was not claimed before.", indicator=indicator)
        case LevelClaimed(amount=str(amount)):
            return no_number(amount)
    return None


class ClaimLevel(OnEntry[LevelClaimed], frozen=True, kw_only=True):
    """One row of sheet Klaim IGA."""

    TYPE: ClassVar[str] = "entry.claim_level"
    AWARD: ClassVar[str] = "iga"
    COMPUTED: ClassVar[frozenset[str]] = frozenset({"amount", "documents"})

    innovation: Annotated[str, INNOVATION]
    verified: Annotated[int | None, VERIFIED] = None
    verifier: Annotated[str | None, VERIFIER] = None

    def decide(self, world: World) -> list[Draft]:
        drafts = super().decide(world)
        if self.verified is None:
            return drafts
        said = LevelVerified(indicator=self.fact.indicator, verified=self.verified, verifier=self.verifier)
        made = citing_evidence(said, world, self.innovation)
        return [*drafts, draft(self, drafts[0].stream, made, first=False, target="innovation")]


def citing_evidence(said: LevelVerified, world: World, innovation: str) -> LevelVerified:
    """The verification with the evidence of its indicator cited as it now is."""
    state: StreamState = world.state(innovation)
    cites = state.cited(said.indicator) if state else []
    return msgspec.structs.replace(said, cites=cites)


class VerifyLevel(OnEntry[LevelVerified], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "entry.verify_level"
    AWARD: ClassVar[str] = "iga"
    COMPUTED: ClassVar[frozenset[str]] = frozenset({"cites"})

    innovation: Annotated[str, INNOVATION]

    def body(self, world: World, stream: str) -> Body:
        return citing_evidence(self.fact, world, self.innovation)


class OnRegion(OnEntry[B], Generic[B], frozen=True, kw_only=True):
    """An action on the region's own entry (SPD of IGA)."""

    AWARD: ClassVar[str] = "iga"

    def decide(self, world: World) -> list[Draft]:
        return [_of_region(one) for one in super().decide(world)]


def _of_region(one: Draft) -> Draft:
    """The draft without the field that names an innovation: there is none."""
    fields = {name: behind for name, behind in one.fields.items() if name != "@stream"}
    return Draft(one.stream, one.occurred, one.body, fields, one.founds_row)


class ClaimRegion(OnRegion[LevelClaimed], frozen=True, kw_only=True):
    """One row of sheet SPD: a level, or the figure that its bands turn into one."""

    TYPE: ClassVar[str] = "entry.claim_region"
    COMPUTED: ClassVar[frozenset[str]] = frozenset({"basis"})
    DESCRIBED: ClassVar[dict[str, Field]] = {
        "indicator": Field(
            "Baris", "region_row", width=8, example="2a", help="Nomor baris SPD, misalnya 2a.", required=True
        )
    }

    level: Annotated[int | None, REGION_LEVEL] = None
    verified: Annotated[int | None, VERIFIED.but(help="Tingkat setelah dokumen diperiksa.")] = None
    verifier: Annotated[str | None, VERIFIER] = None

    @classmethod
    def of(cls, **values: Any) -> Self:
        own = {name: values.pop(name) for name in cls.__struct_fields__ if name in values}
        return cls(**own, fact=LevelClaimed(**values, level=own.get("level") or 0))

    def decide(self, world: World) -> list[Draft]:
        if self.level is None and self.fact.amount is None:
            raise Refused(("level", reason("A row of SPD needs its level or its figure.")))
        drafts = super().decide(world)
        if self.verified is None:
            return drafts
        made = LevelVerified(
            indicator=self.fact.indicator,
            verified=self.verified,
            cites=cited(world, self.fact.documents),
            verifier=self.verifier,
        )
        return [*drafts, _of_region(draft(self, drafts[0].stream, made, first=False))]


class VerifyRegion(OnRegion[LevelVerified], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "entry.verify_region"
    COMPUTED: ClassVar[frozenset[str]] = frozenset({"cites"})

    def body(self, world: World, stream: str) -> Body:
        documents = world.state(stream).claimed.get(self.fact.indicator, ())
        return msgspec.structs.replace(self.fact, cites=cited(world, documents))


def cited(world: World, documents: Iterable[str]) -> list[Cited]:
    """The documents as a verification cites them: number and date as they now are."""
    states = {name: world.state(name) for name in documents}
    return [
        Cited(None, name, None, None, state.number, state.dated) for name, state in states.items() if state
    ]
