"""Entry: what a region sends to one edition of a competition, for one innovation or for itself (SPD)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import msgspec
from msgspec import Struct

from domain import streams, terms
from domain.base import Body, Fact, Reason, no_number, reason
from domain.innovation import Cited

NAME = "entry"


class EntryPrepared(Body, frozen=True, kw_only=True):
    """An entry began; without an innovation it is the region's own (SPD of IGA)."""

    TYPE: ClassVar[str] = "entry.prepared"
    FOUNDS: ClassVar[bool] = True
    REFS: ClassVar[tuple[str, ...]] = ("innovation",)
    FIXED: ClassVar[tuple[str, ...]] = ("award", "year", "group", "innovation")

    award: str
    year: int
    group: str | None = None
    innovation: str | None = None


class LevelClaimed(Body, frozen=True, kw_only=True):
    """A unit or region claims a level (0 to 3) of an indicator.

    `basis` is the basis chosen where an indicator has several; `amount` the figure behind an SPD row, as
    a decimal text; `documents` what proves it where no innovation does.
    """

    TYPE: ClassVar[str] = "entry.level_claimed"
    REFS: ClassVar[tuple[str, ...]] = ("documents",)

    indicator: str
    level: int
    basis: str | None = None
    amount: str | None = None
    documents: list[str] = []
    note: str | None = None


class LevelVerified(Body, frozen=True, kw_only=True):
    """Somebody compared a claim with its evidence; `cites` holds what was looked at, as it then was."""

    TYPE: ClassVar[str] = "entry.level_verified"

    indicator: str
    verified: int
    cites: list[Cited] = []
    verifier: str | None = None
    note: str | None = None


class AlignmentChosen(Body, frozen=True, kw_only=True):
    """What the form of the edition asks to choose: category, SDGs, Asta Cita, the source of a replication."""

    TYPE: ClassVar[str] = "entry.alignment_chosen"

    category: str | None = None
    sdgs: list[int] = []
    asta_cita: list[int] = []
    source: str | None = None
    source_owner: str | None = None
    source_tier: str | None = None
    source_edition: str | None = None


class SectionWritten(Body, frozen=True, kw_only=True):
    """The text of one section of the form, for this entry alone."""

    TYPE: ClassVar[str] = "entry.section_written"

    section: str
    text: str


class QueueMoved(Body, frozen=True, kw_only=True):
    """The entry went to the next desk (`terms.QUEUE`), or back to the unit."""

    TYPE: ClassVar[str] = "entry.queue_moved"
    CHOICES: ClassVar[dict[str, tuple[str, ...]]] = {"stage": terms.QUEUE}

    stage: str
    note: str | None = None


class ResultAnnounced(Body, frozen=True, kw_only=True):
    """What became of the entry (`terms.RESULTS`), with the tier where there is one."""

    TYPE: ClassVar[str] = "entry.result_announced"
    CHOICES: ClassVar[dict[str, tuple[str, ...]]] = {"result": terms.RESULTS}

    result: str
    tier: str | None = None
    note: str | None = None


EVENTS: tuple[type[Body], ...] = (
    EntryPrepared,
    LevelClaimed,
    LevelVerified,
    AlignmentChosen,
    SectionWritten,
    QueueMoved,
    ResultAnnounced,
)


class State(Struct, frozen=True):
    award: str
    year: int
    group: str | None
    innovation: str | None
    claimed: dict[str, tuple[str, ...]] = {}
    """Indicators claimed, with the documents that the last claim named."""


def evolve(state: State | None, fact: Fact[Any]) -> State | None:
    match fact.body:
        case EntryPrepared(award=award, year=year, group=group, innovation=innovation):
            return State(award, year, group, innovation)
        case LevelClaimed(indicator=indicator, documents=documents) if state:
            return msgspec.structs.replace(state, claimed={**state.claimed, indicator: tuple(documents)})
    return state


def check_integrity(state: State, fact: Fact[Any], others: Mapping[str, Any]) -> Reason | None:
    match fact.body:
        case LevelClaimed(level=level) | LevelVerified(verified=level) if level < 0:
            return reason("Level {level} lies below 0.", level=level)
        case LevelVerified(indicator=indicator) if indicator not in state.claimed:
            return reason("The indicator {indicator} was not claimed before.", indicator=indicator)
        case LevelClaimed(amount=str(amount)):
            return no_number(amount)
    return None


def key(region: str, award: str, year: int, group: str | None, innovation: str | None) -> str:
    """The reservation of an entry: one for each award, year, group and innovation (or region)."""
    return f"{edition(region, award, year)}{group or ''}/{innovation or ''}"


def edition(region: str, award: str, year: int) -> str:
    """What the reservations of all entries of one edition begin with."""
    return f"entry/{region}/{award}/{year}/"


def reservations(stream: str, fact: Fact[Any]) -> list[str]:
    match fact.body:
        case EntryPrepared(award=award, year=year, group=group, innovation=innovation):
            return [key(streams.region_of(stream), award, year, group, innovation)]
    return []
