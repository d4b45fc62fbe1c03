"""Idea: proposed or made by a merge, until it is merged away, ended, or taken into design."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

import msgspec
from msgspec import Struct

from domain import idea_form, idea_review, process_rules
from domain.base import (
    Action,
    AnyFact,
    Body,
    Draft,
    FactAction,
    Reason,
    StreamState,
    World,
    no_reservations,
    reason,
)
from domain.dates import Day, certainly_before
from domain.drafts import draft
from domain.fields import (
    DOCUMENT,
    ILLUSTRATIVE,
    KEY_OF_PERSON,
    LAB,
    REASON,
    Field,
)
from domain.idea_form import IDEA

NAME = "idea"
NEW_TITLES = Field(
    "Judul Baru",
    help="Sedikitnya dua judul, dipisahkan titik koma. Ide barunya dirujuk KUNCI#1, KUNCI#2, dst.",
    width=50,
    example="Antrean daring; Antrean lewat telepon",
)
SPLIT_REASON = Field("Alasan", width=40, example="dua layanan yang berbeda")
END_CODE = Field("Kode Alasan", name="kode", terms="end_reason", width=22, example="biaya")
DECIDED_BY = Field(
    "Oleh", name="diputuskan oleh", help="Jabatan yang memutuskan, tanpa nama orang.", width=30
)
PROPOSING_UNITS = Field("Unit pengusul", ref="unit")
PROPOSERS = Field("Pengusul", ref="person")
MERGE_REASON = Field("Alasan", width=40, example="agar pelaksanaannya lebih fokus")
INTO = Field("Menjadi", ref="idea")


class IdeaProposed(Body, frozen=True, kw_only=True):
    """An idea as its form tells it (LAN's idea form); `proposal` is one of `terms.PROPOSALS`."""

    TYPE: ClassVar[str] = "idea.proposed"
    VERSION: ClassVar[int] = 2
    FOUNDS: ClassVar[bool] = True

    lab: Annotated[str | None, LAB] = None
    title: Annotated[str, Field("Judul", width=50, example="Antrean tanpa antre di loket")]
    proposal: Annotated[str, Field("Jenis Usulan", terms="proposal", required=True, example="ide baru")] = (
        "new"
    )
    units: Annotated[
        list[str],
        Field("Unit", name="unit pengusul", ref="unit", required=True, width=26, example="Dinas Contoh"),
    ] = []
    proposers: Annotated[
        list[str], Field("Pengusul", ref="person", help="Kunci dari lembar Orang; boleh beberapa.")
    ] = []
    background: Annotated[str | None, idea_form.BACKGROUND] = None
    description: Annotated[str | None, idea_form.DESCRIPTION] = None
    aims: Annotated[str | None, idea_form.AIMS] = None
    beneficiaries: Annotated[str | None, idea_form.BENEFICIARIES] = None
    novelty: Annotated[str | None, idea_form.NOVELTY] = None
    replicates: Annotated[
        str | None, Field("Asal Replikasi", help="Daerah atau inovasi yang ditiru.", width=30)
    ] = None
    illustrative: Annotated[bool, ILLUSTRATIVE] = False
    chosen: Annotated[str | None, idea_form.CHOSEN] = None
    targets: Annotated[str | None, idea_form.TARGETS] = None
    stakeholders: Annotated[str | None, idea_form.STAKEHOLDERS] = None
    resources: Annotated[str | None, idea_form.RESOURCES] = None
    schedule: Annotated[str | None, idea_form.SCHEDULE] = None
    contact: Annotated[str | None, Field("Narahubung", ref="person", help=KEY_OF_PERSON, width=20)] = None


class IdeaMadeByMerge(Body, frozen=True, kw_only=True):
    """Several ideas became this new one; all their proposers stay credited."""

    TYPE: ClassVar[str] = "idea.made_by_merge"
    FOUNDS: ClassVar[bool] = True
    FIXED: ClassVar[tuple[str, ...]] = ("sources",)

    lab: Annotated[str | None, LAB] = None
    title: Annotated[str, Field("Judul Baru", name="judul", width=50, example="Layanan tanpa antre")]
    sources: Annotated[list[str], Field("Ide Sumber", ref="idea", width=30, example="IDE-001; IDE-002")]
    units: Annotated[list[str], PROPOSING_UNITS] = []
    proposers: Annotated[list[str], PROPOSERS] = []
    reason: Annotated[str, MERGE_REASON]
    consent: Annotated[str | None, Field("Persetujuan Pengusul", width=36)] = None
    illustrative: Annotated[bool, ILLUSTRATIVE] = False


class IdeaMadeBySplit(Body, frozen=True, kw_only=True):
    """One part of an idea that was split; `place` counts the parts from 1."""

    TYPE: ClassVar[str] = "idea.made_by_split"
    FOUNDS: ClassVar[bool] = True
    FIXED: ClassVar[tuple[str, ...]] = ("source", "place")

    lab: Annotated[str | None, LAB] = None
    title: Annotated[str, Field("Judul")]
    source: Annotated[str, Field("Ide yang dipecah", ref="idea")]
    place: Annotated[int, Field("Tempat")]
    units: Annotated[list[str], PROPOSING_UNITS] = []
    proposers: Annotated[list[str], PROPOSERS] = []
    reason: Annotated[str, Field("Alasan")]
    illustrative: Annotated[bool, Field("Tanda ilustrasi")] = False


class IdeaSplit(Body, frozen=True, kw_only=True):
    """This idea lives on in several new ones."""

    TYPE: ClassVar[str] = "idea.split"
    FIXED: ClassVar[tuple[str, ...]] = ("into", "titles")

    into: Annotated[list[str], INTO]
    titles: Annotated[
        list[str],
        NEW_TITLES,
    ]
    reason: Annotated[str, SPLIT_REASON]
    illustrative: Annotated[bool, ILLUSTRATIVE] = False


class IdeaMerged(Body, frozen=True, kw_only=True):
    """This idea lives on in another."""

    TYPE: ClassVar[str] = "idea.merged"
    FIXED: ClassVar[tuple[str, ...]] = ("into",)

    into: Annotated[str, INTO]
    reason: Annotated[str, MERGE_REASON]


class IdeaWithdrawn(Body, frozen=True, kw_only=True):
    """Its own proposers took the idea back (`terms.END_REASONS`)."""

    TYPE: ClassVar[str] = "idea.withdrawn"

    code: Annotated[str, END_CODE]
    reason: Annotated[str | None, REASON] = None
    decided_by: Annotated[
        str | None,
        DECIDED_BY,
    ] = None


class IdeaNotContinued(Body, frozen=True, kw_only=True):
    """Selection left the idea out (`terms.END_REASONS`)."""

    TYPE: ClassVar[str] = "idea.not_continued"

    code: Annotated[str, END_CODE]
    reason: Annotated[str | None, REASON] = None
    decided_by: Annotated[
        str | None,
        DECIDED_BY,
    ] = None


class IdeaApproved(Body, frozen=True, kw_only=True):
    """The top leader approved the idea for design (by post)."""

    TYPE: ClassVar[str] = "idea.approved"

    approved_by: Annotated[str, Field("Oleh", name="disetujui oleh", width=30, example="Bupati")]
    document: Annotated[str | None, DOCUMENT] = None


class IdeaTakenIntoDesign(Body, frozen=True, kw_only=True):
    """The idea became an innovation."""

    TYPE: ClassVar[str] = "idea.taken_into_design"
    FIXED: ClassVar[tuple[str, ...]] = ("innovation",)

    innovation: Annotated[str, Field("Inovasi", ref="innovation")]


EVENTS: tuple[type[Body], ...] = (
    IdeaProposed,
    IdeaMadeByMerge,
    IdeaMadeBySplit,
    IdeaSplit,
    IdeaMerged,
    IdeaWithdrawn,
    IdeaNotContinued,
    IdeaApproved,
    IdeaTakenIntoDesign,
    *idea_review.EVENTS,
)


class State(Struct, frozen=True):
    lab: str | None
    units: tuple[str, ...]
    proposers: tuple[str, ...]
    status: str = "open"
    approved: bool = False
    approved_on: str | None = None
    """The day of the first approval."""
    went_to: str | None = None
    """The idea or innovation that this idea became."""


def evolve(state: State | None, fact: AnyFact) -> State | None:
    body = fact.body
    match body:
        case IdeaProposed() | IdeaMadeByMerge() | IdeaMadeBySplit():
            return State(body.lab, tuple(body.units), tuple(body.proposers))
        case IdeaMerged(into=into):
            return _become(state, "merged", into)
        case IdeaSplit():
            return _become(state, "split", None)
        case IdeaWithdrawn():
            return _become(state, "withdrawn", None)
        case IdeaNotContinued():
            return _become(state, "not_continued", None)
        case IdeaTakenIntoDesign(innovation=innovation):
            return _become(state, "designed", innovation)
        case IdeaApproved() if state:
            first = state.approved_on if state.approved else fact.occurred
            return msgspec.structs.replace(state, approved=True, approved_on=first)
    return state


def _become(state: State | None, status: str, went_to: str | None) -> State | None:
    return state and msgspec.structs.replace(state, status=status, went_to=went_to)


_ENDED = {
    "merged": reason("The idea was merged into another before."),
    "split": reason("The idea was split before."),
    "withdrawn": reason("The idea was withdrawn before."),
    "not_continued": reason("The idea was left out before."),
    "designed": reason("The idea was taken into design before."),
}


def check_integrity(state: State, fact: AnyFact, others: Mapping[str, StreamState]) -> Reason | None:
    match fact.body:
        case IdeaMadeByMerge(sources=sources):
            return _broken_merge(fact.body, sources, others)
        case IdeaMadeBySplit(source=source) if others[source].status != "split":
            return reason("The idea that it came from is no longer split.")
        case IdeaSplit(into=into) if len(into) < 2:
            return reason("A split needs at least two new ideas.")
        case IdeaSplit() | IdeaMerged() | IdeaWithdrawn() | IdeaNotContinued() | IdeaTakenIntoDesign():
            return None if state.status == "open" else _ENDED[state.status]
        case IdeaApproved() if state.status in ("merged", "split", "withdrawn", "not_continued"):
            return _ENDED[state.status]
        case idea_review.IdeaRevised() if state.status in ("withdrawn", "not_continued"):
            return _ENDED[state.status]
    return None


def _broken_merge(
    body: IdeaMadeByMerge, sources: list[str], others: Mapping[str, StreamState]
) -> Reason | None:
    if len(set(sources)) < 2 or len(set(sources)) != len(sources):
        return reason("A merge needs at least two different ideas.")
    if any(others[source].status != "merged" for source in sources):
        return reason("An idea of this merge is no longer merged into it.")
    return None


reservations = no_reservations


class ProposeIdea(FactAction[IdeaProposed], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "idea.propose"

    def decide(self, world: World) -> list[Draft]:
        return [draft(self, world.new(self.region, NAME), self.fact)]


class MergeIdeas(FactAction[IdeaMadeByMerge], frozen=True, kw_only=True):
    """n ideas become one new idea, with reason, consent and the credit of all proposers."""

    TYPE: ClassVar[str] = "idea.merge"
    COMPUTED: ClassVar[frozenset[str]] = frozenset({"units", "proposers"})

    def decide(self, world: World) -> list[Draft]:
        sources = self.fact.sources
        states = [state for source in sources if (state := world.state(source))]
        made = msgspec.structs.replace(
            self.fact,
            units=list(dict.fromkeys(unit for s in states for unit in s.units)),
            proposers=list(dict.fromkeys(person for s in states for person in s.proposers)),
        )
        new = world.new(self.region, NAME)
        merged = IdeaMerged(into=new, reason=self.fact.reason)
        return [
            draft(self, new, made),
            *(draft(self, source, merged, first=False, target="sources") for source in sources),
        ]


class SplitIdea(Action, frozen=True, kw_only=True):
    """One idea becomes several new ones, each with the credit of its proposers."""

    TYPE: ClassVar[str] = "idea.split"

    idea: Annotated[str, Field("Ide Asal", ref="idea", width=20, example="IDE-003")]
    titles: Annotated[list[str], NEW_TITLES]
    reason: Annotated[str, SPLIT_REASON]
    illustrative: Annotated[bool, ILLUSTRATIVE] = False

    def decide(self, world: World) -> list[Draft]:
        state = world.state(self.idea)
        new = [world.new(self.region, NAME) for _ in self.titles]
        split = IdeaSplit(into=new, titles=self.titles, reason=self.reason, illustrative=self.illustrative)
        return [
            draft(self, self.idea, split, target="idea"),
            *(self._part(state, *part) for part in enumerate(zip(new, self.titles, strict=True), 1)),
        ]

    def _part(self, state: State | None, place: int, part: tuple[str, str]) -> Draft:
        stream, title = part
        made = IdeaMadeBySplit(
            lab=state.lab if state else None,
            title=title,
            source=self.idea,
            place=place,
            units=list(state.units) if state else [],
            proposers=list(state.proposers) if state else [],
            reason=self.reason,
            illustrative=self.illustrative,
        )
        return draft(self, stream, made, first=False, renamed={"title": "titles"})


class EndIdea(Action, frozen=True, kw_only=True):
    """An idea is withdrawn by its proposers or not continued by selection (`terms.ENDINGS`)."""

    TYPE: ClassVar[str] = "idea.end"

    idea: Annotated[str, IDEA]
    ending: Annotated[str, Field("Keputusan", terms="ending", width=20, example="ditarik")]
    code: Annotated[str, END_CODE]
    reason: Annotated[str | None, REASON] = None
    decided_by: Annotated[str | None, DECIDED_BY] = None

    def decide(self, world: World) -> list[Draft]:
        made = IdeaWithdrawn if self.ending == "withdrawn" else IdeaNotContinued
        body = made(code=self.code, reason=self.reason, decided_by=self.decided_by)
        return [draft(self, self.idea, body, target="idea", renamed={"@type": "ending"})]


class ApproveIdea(FactAction[IdeaApproved], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "idea.approve"

    idea: Annotated[str, IDEA]

    def decide(self, world: World) -> list[Draft]:
        return [draft(self, self.idea, self.fact, target="idea")]


def require_approval(world: World, idea: str, designed_on: str | None = None) -> None:
    """In a live lab the top leader approves ideas before design (LAN RI, Direktori Inovasi).

    Raises Refused when the approval is missing, or dated after the design.
    """
    state = world.state(idea)
    if not state:
        return
    field, late = "idea", None
    if designed_on and state.approved_on and certainly_before(designed_on, state.approved_on):
        approved, designed = Day(state.approved_on), Day(designed_on)
        late = reason(
            "The idea was approved on {approved}, after its design on {designed}.",
            approved=approved,
            designed=designed,
        )
        field = "occurred"
    held = state.approved and late is None
    process_rules.require(world, state.lab, "approval_before_design", held=held, field=field, late=late)
