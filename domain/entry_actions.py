"""What people say about an entry. The entry itself is prepared by the first of these actions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any, ClassVar, Generic, Self

import msgspec

from domain import entry as events
from domain.base import (
    Action,
    B,
    Body,
    Draft,
    FactAction,
    Refused,
    StreamState,
    World,
    reason,
)
from domain.drafts import draft
from domain.evidence import Cited
from domain.fields import (
    GROUP,
    INNOVATION,
    YEAR,
    Field,
)


class PrepareEntry(FactAction[events.EntryPrepared], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "entry.prepare"

    def decide(self, world: World) -> list[Draft]:
        return [draft(self, world.new(self.region, events.NAME), self.fact)]


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
        if world.held(events.key(self.region, *self.place())):
            return None
        prepared = events.EntryPrepared(award=award, year=year, group=group, innovation=innovation)
        return PrepareEntry(region=self.region, fact=prepared)

    def decide(self, world: World) -> list[Draft]:
        stream = world.held(events.key(self.region, *self.place()))
        if stream is None:
            raise Refused((None, reason("The entry is not prepared.")))
        return [draft(self, stream, self.body(world, stream), target="innovation")]

    def body(self, world: World, stream: str) -> Body:
        """The event that is recorded, by default as it was said."""
        return self.fact


class ClaimLevel(OnEntry[events.LevelClaimed], frozen=True, kw_only=True):
    """One row of sheet Klaim IGA."""

    TYPE: ClassVar[str] = "entry.claim_level"
    AWARD: ClassVar[str] = "iga"
    COMPUTED: ClassVar[frozenset[str]] = frozenset({"amount", "documents"})

    innovation: Annotated[str, INNOVATION]
    verified: Annotated[int | None, events.VERIFIED] = None
    verifier: Annotated[str | None, events.VERIFIER] = None

    def decide(self, world: World) -> list[Draft]:
        drafts = super().decide(world)
        if self.verified is None:
            return drafts
        said = events.LevelVerified(
            indicator=self.fact.indicator, verified=self.verified, verifier=self.verifier
        )
        made = citing_evidence(said, world, self.innovation)
        return [*drafts, draft(self, drafts[0].stream, made, first=False, target="innovation")]


def citing_evidence(said: events.LevelVerified, world: World, innovation: str) -> events.LevelVerified:
    """The verification with the evidence of its indicator cited as it now is."""
    state: StreamState = world.state(innovation)
    cites = state.cited(said.indicator) if state else []
    return msgspec.structs.replace(said, cites=cites)


class VerifyLevel(OnEntry[events.LevelVerified], frozen=True, kw_only=True):
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


class ClaimRegion(OnRegion[events.LevelClaimed], frozen=True, kw_only=True):
    """One row of sheet SPD: a level, or the figure that its bands turn into one."""

    TYPE: ClassVar[str] = "entry.claim_region"
    COMPUTED: ClassVar[frozenset[str]] = frozenset({"basis"})
    DESCRIBED: ClassVar[dict[str, Field]] = {
        "indicator": Field(
            "Baris", "region_row", width=8, example="2a", help="Nomor baris SPD, misalnya 2a.", required=True
        )
    }

    level: Annotated[int | None, events.REGION_LEVEL] = None
    verified: Annotated[int | None, events.VERIFIED.but(help="Tingkat setelah dokumen diperiksa.")] = None
    verifier: Annotated[str | None, events.VERIFIER] = None

    @classmethod
    def of(cls, **values: Any) -> Self:
        own = {name: values.pop(name) for name in cls.__struct_fields__ if name in values}
        return cls(**own, fact=events.LevelClaimed(**values, level=own.get("level") or 0))

    def decide(self, world: World) -> list[Draft]:
        if self.level is None and self.fact.amount is None:
            raise Refused(("level", reason("A row of SPD needs its level or its figure.")))
        drafts = super().decide(world)
        if self.verified is None:
            return drafts
        made = events.LevelVerified(
            indicator=self.fact.indicator,
            verified=self.verified,
            cites=cited(world, self.fact.documents),
            verifier=self.verifier,
        )
        return [*drafts, _of_region(draft(self, drafts[0].stream, made, first=False))]


class VerifyRegion(OnRegion[events.LevelVerified], frozen=True, kw_only=True):
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


class ChooseAlignment(OnEntry[events.AlignmentChosen], frozen=True, kw_only=True):
    """One row of sheet Isian KIPP."""

    TYPE: ClassVar[str] = "entry.choose_alignment"
    AWARD: ClassVar[str] = "kipp"

    innovation: Annotated[str, INNOVATION]


class WriteSection(OnEntry[events.SectionWritten], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "entry.write_section"
    AWARD: ClassVar[str] = "kipp"

    innovation: Annotated[str, INNOVATION]


class MoveQueue(OnEntry[events.QueueMoved], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "entry.move_queue"
    AWARD: ClassVar[str] = "kipp"

    innovation: Annotated[str, INNOVATION]


class AnnounceResult(OnEntry[events.ResultAnnounced], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "entry.announce_result"

    award: Annotated[str, Field("Lomba", "award", name="penghargaan", width=10, example="KIPP")]
    group: Annotated[str | None, GROUP] = None


class IssueDossier(OnEntry[events.DossierIssued], frozen=True, kw_only=True):
    """The final copy of a dossier was written; only who wrote it can say so."""

    TYPE: ClassVar[str] = "entry.issue_dossier"
