"""What people say about an entry. The entry itself is prepared by the first of these actions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from domain import entry as events
from domain.base import Action, Body, Draft, Refused, World, reason
from domain.drafts import draft, filled
from domain.innovation import Cited


class PrepareEntry(Action, frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "entry.prepare"
    REFERS: ClassVar[dict[str, str]] = {"innovation": "innovation"}

    award: str
    year: int
    group: str | None = None
    innovation: str | None = None

    def decide(self, world: World) -> list[Draft]:
        return [draft(self, world.new(self.region, events.NAME), filled(self, events.EntryPrepared))]


class OnEntry(Action, frozen=True, kw_only=True):
    """An action that writes one event into the stream of an entry, which is prepared first when it is new."""

    EVENT: ClassVar[type[Body]]
    AWARD: ClassVar[str] = ""
    REFERS: ClassVar[dict[str, str]] = {"innovation": "innovation"}

    award: str = ""
    year: int
    group: str | None = None
    innovation: str | None = None

    def place(self) -> tuple[str, int, str | None, str | None]:
        """Award, year, group and innovation of the entry."""
        return self.award or self.AWARD, self.year, self.group or None, self.innovation

    def needs_first(self, world: World) -> Action | None:
        award, year, group, innovation = self.place()
        if world.held(events.key(self.region, *self.place())):
            return None
        return PrepareEntry(region=self.region, award=award, year=year, group=group, innovation=innovation)

    def decide(self, world: World) -> list[Draft]:
        stream = world.held(events.key(self.region, *self.place()))
        if stream is None:
            raise Refused((None, reason("The entry is not prepared.")))
        return [draft(self, stream, self.body(world, stream), target="innovation")]

    def body(self, world: World, stream: str) -> Body:
        """The event, by default its fields from those of the action."""
        return filled(self, self.EVENT)


class ClaimLevel(OnEntry, frozen=True, kw_only=True):
    """One row of sheet Klaim IGA."""

    TYPE: ClassVar[str] = "entry.claim_level"
    EVENT: ClassVar[type[Body]] = events.LevelClaimed
    AWARD: ClassVar[str] = "iga"

    innovation: str
    indicator: str
    level: int
    basis: str | None = None
    note: str | None = None
    verified: int | None = None
    verifier: str | None = None

    def body(self, world: World, stream: str) -> Body:
        return events.LevelClaimed(
            indicator=self.indicator, level=self.level, basis=self.basis, note=self.note
        )

    def decide(self, world: World) -> list[Draft]:
        drafts = super().decide(world)
        if self.verified is None:
            return drafts
        made = verification(self, world, self.indicator, self.verified, self.verifier)
        return [*drafts, draft(self, drafts[0].stream, made, first=False, target="innovation")]


def verification(
    action: OnEntry,
    world: World,
    indicator: str,
    verified: int,
    verifier: str | None,
    note: str | None = None,
) -> events.LevelVerified:
    """A verification that cites the evidence of the indicator as it now is."""
    state: Any = world.state(action.innovation) if action.innovation else None
    cites = state.cited(indicator) if state else []
    return events.LevelVerified(
        indicator=indicator, verified=verified, cites=cites, verifier=verifier, note=note
    )


class VerifyLevel(OnEntry, frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "entry.verify_level"
    EVENT: ClassVar[type[Body]] = events.LevelVerified
    AWARD: ClassVar[str] = "iga"

    innovation: str
    indicator: str
    verified: int
    verifier: str | None = None
    note: str | None = None

    def body(self, world: World, stream: str) -> Body:
        return verification(self, world, self.indicator, self.verified, self.verifier, self.note)


class OnRegion(OnEntry, frozen=True, kw_only=True):
    """An action on the region's own entry (SPD of IGA)."""

    AWARD: ClassVar[str] = "iga"

    def decide(self, world: World) -> list[Draft]:
        return [_of_region(one) for one in super().decide(world)]


def _of_region(one: Draft) -> Draft:
    """The draft without the field that names an innovation: there is none."""
    fields = {name: behind for name, behind in one.fields.items() if name != "@stream"}
    return Draft(one.stream, one.occurred, one.body, fields, one.founds_row)


class ClaimRegion(OnRegion, frozen=True, kw_only=True):
    """One row of sheet SPD."""

    TYPE: ClassVar[str] = "entry.claim_region"
    EVENT: ClassVar[type[Body]] = events.LevelClaimed
    REFERS: ClassVar[dict[str, str]] = {"documents": "document"}

    indicator: str
    level: int | None = None
    amount: str | None = None
    documents: list[str] = []
    note: str | None = None
    verified: int | None = None
    verifier: str | None = None

    def body(self, world: World, stream: str) -> Body:
        return events.LevelClaimed(
            indicator=self.indicator,
            level=0 if self.level is None else self.level,
            amount=self.amount,
            documents=self.documents,
            note=self.note,
        )

    def decide(self, world: World) -> list[Draft]:
        if self.level is None and self.amount is None:
            raise Refused(("level", reason("A row of SPD needs its level or its figure.")))
        drafts = super().decide(world)
        if self.verified is None:
            return drafts
        cites = cited(world, self.documents)
        made = events.LevelVerified(
            indicator=self.indicator, verified=self.verified, cites=cites, verifier=self.verifier
        )
        return [*drafts, _of_region(draft(self, drafts[0].stream, made, first=False))]


class VerifyRegion(OnRegion, frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "entry.verify_region"
    EVENT: ClassVar[type[Body]] = events.LevelVerified
    REFERS: ClassVar[dict[str, str]] = {}

    indicator: str
    verified: int
    verifier: str | None = None
    note: str | None = None

    def body(self, world: World, stream: str) -> Body:
        documents = world.state(stream).claimed.get(self.indicator, ())
        return events.LevelVerified(
            indicator=self.indicator,
            verified=self.verified,
            cites=cited(world, documents),
            verifier=self.verifier,
            note=self.note,
        )


def cited(world: World, documents: Iterable[str]) -> list[Cited]:
    """The documents as a verification cites them: number and date as they now are."""
    states = {name: world.state(name) for name in documents}
    return [
        Cited(None, name, None, None, state.number, state.dated) for name, state in states.items() if state
    ]


class ChooseAlignment(OnEntry, frozen=True, kw_only=True):
    """One row of sheet Isian KIPP."""

    TYPE: ClassVar[str] = "entry.choose_alignment"
    EVENT: ClassVar[type[Body]] = events.AlignmentChosen
    AWARD: ClassVar[str] = "kipp"

    innovation: str
    category: str | None = None
    sdgs: list[int] = []
    asta_cita: list[int] = []
    source: str | None = None
    source_owner: str | None = None
    source_tier: str | None = None
    source_edition: str | None = None


class WriteSection(OnEntry, frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "entry.write_section"
    EVENT: ClassVar[type[Body]] = events.SectionWritten
    AWARD: ClassVar[str] = "kipp"

    innovation: str
    section: str
    text: str


class MoveQueue(OnEntry, frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "entry.move_queue"
    EVENT: ClassVar[type[Body]] = events.QueueMoved
    AWARD: ClassVar[str] = "kipp"

    innovation: str
    stage: str
    note: str | None = None


class AnnounceResult(OnEntry, frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "entry.announce_result"
    EVENT: ClassVar[type[Body]] = events.ResultAnnounced

    award: str
    result: str
    tier: str | None = None
    note: str | None = None
