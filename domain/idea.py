"""Idea: proposed or made by a merge, until it is merged away, ended, or taken into design."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import msgspec
from msgspec import Struct

from domain import terms
from domain.base import Action, Body, Draft, Fact, Reason, Refused, World, reason
from domain.drafts import draft

NAME = "idea"


class IdeaProposed(Body, frozen=True, kw_only=True):
    """An idea as its form tells it (LAN's idea form); `proposal` is one of `terms.PROPOSALS`."""

    TYPE: ClassVar[str] = "idea.proposed"
    CHOICES: ClassVar[dict[str, tuple[str, ...]]] = {"proposal": terms.PROPOSALS}
    FOUNDS: ClassVar[bool] = True
    REFS: ClassVar[tuple[str, ...]] = ("lab", "units", "proposers")

    lab: str | None = None
    title: str
    proposal: str = "new"
    units: list[str] = []
    proposers: list[str] = []
    background: str | None = None
    description: str | None = None
    aims: str | None = None
    beneficiaries: str | None = None
    novelty: str | None = None
    replicates: str | None = None
    illustrative: bool = False


class IdeaMadeByMerge(Body, frozen=True, kw_only=True):
    """Several ideas became this new one; all their proposers stay credited."""

    TYPE: ClassVar[str] = "idea.made_by_merge"
    FOUNDS: ClassVar[bool] = True
    REFS: ClassVar[tuple[str, ...]] = ("lab", "sources", "units", "proposers")
    FIXED: ClassVar[tuple[str, ...]] = ("sources",)

    lab: str | None = None
    title: str
    sources: list[str]
    units: list[str] = []
    proposers: list[str] = []
    reason: str
    consent: str | None = None
    illustrative: bool = False


class IdeaMadeBySplit(Body, frozen=True, kw_only=True):
    """One part of an idea that was split; `place` counts the parts from 1."""

    TYPE: ClassVar[str] = "idea.made_by_split"
    FOUNDS: ClassVar[bool] = True
    REFS: ClassVar[tuple[str, ...]] = ("lab", "source", "units", "proposers")
    FIXED: ClassVar[tuple[str, ...]] = ("source", "place")

    lab: str | None = None
    title: str
    source: str
    place: int
    units: list[str] = []
    proposers: list[str] = []
    reason: str
    illustrative: bool = False


class IdeaSplit(Body, frozen=True, kw_only=True):
    """This idea lives on in several new ones."""

    TYPE: ClassVar[str] = "idea.split"
    REFS: ClassVar[tuple[str, ...]] = ("into",)
    FIXED: ClassVar[tuple[str, ...]] = ("into", "titles")

    into: list[str]
    titles: list[str]
    reason: str
    illustrative: bool = False


class IdeaMerged(Body, frozen=True, kw_only=True):
    """This idea lives on in another."""

    TYPE: ClassVar[str] = "idea.merged"
    REFS: ClassVar[tuple[str, ...]] = ("into",)
    FIXED: ClassVar[tuple[str, ...]] = ("into",)

    into: str
    reason: str


class IdeaWithdrawn(Body, frozen=True, kw_only=True):
    """Its own proposers took the idea back (`terms.END_REASONS`)."""

    TYPE: ClassVar[str] = "idea.withdrawn"
    CHOICES: ClassVar[dict[str, tuple[str, ...]]] = {"code": terms.END_REASONS}

    code: str
    reason: str | None = None
    decided_by: str | None = None


class IdeaNotContinued(Body, frozen=True, kw_only=True):
    """Selection left the idea out (`terms.END_REASONS`)."""

    TYPE: ClassVar[str] = "idea.not_continued"
    CHOICES: ClassVar[dict[str, tuple[str, ...]]] = {"code": terms.END_REASONS}

    code: str
    reason: str | None = None
    decided_by: str | None = None


class IdeaApproved(Body, frozen=True, kw_only=True):
    """The top leader approved the idea for design (by post)."""

    TYPE: ClassVar[str] = "idea.approved"
    REFS: ClassVar[tuple[str, ...]] = ("document",)

    approved_by: str
    document: str | None = None


class IdeaTakenIntoDesign(Body, frozen=True, kw_only=True):
    """The idea became an innovation."""

    TYPE: ClassVar[str] = "idea.taken_into_design"
    REFS: ClassVar[tuple[str, ...]] = ("innovation",)
    FIXED: ClassVar[tuple[str, ...]] = ("innovation",)

    innovation: str


EVENTS = (
    IdeaProposed,
    IdeaMadeByMerge,
    IdeaMadeBySplit,
    IdeaSplit,
    IdeaMerged,
    IdeaWithdrawn,
    IdeaNotContinued,
    IdeaApproved,
    IdeaTakenIntoDesign,
)


class State(Struct, frozen=True):
    lab: str | None
    units: tuple[str, ...]
    proposers: tuple[str, ...]
    status: str = "open"
    approved: bool = False
    went_to: str | None = None
    """The idea or innovation that this idea became."""


def evolve(state: State | None, fact: Fact[Any]) -> State | None:
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
            return msgspec.structs.replace(state, approved=True)
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


def check_integrity(state: State, fact: Fact[Any], others: Mapping[str, Any]) -> Reason | None:
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
    return None


def _broken_merge(body: IdeaMadeByMerge, sources: list[str], others: Mapping[str, Any]) -> Reason | None:
    if len(set(sources)) < 2 or len(set(sources)) != len(sources):
        return reason("A merge needs at least two different ideas.")
    if any(others[source].status != "merged" for source in sources):
        return reason("An idea of this merge is no longer merged into it.")
    return None


def reservations(stream: str, fact: Fact[Any]) -> list[str]:
    return []


class ProposeIdea(Action, frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "idea.propose"
    REFERS: ClassVar[dict[str, str]] = {"lab": "lab", "units": "unit", "proposers": "person"}

    lab: str | None = None
    title: str
    proposal: str = "new"
    units: list[str] = []
    proposers: list[str] = []
    background: str | None = None
    description: str | None = None
    aims: str | None = None
    beneficiaries: str | None = None
    novelty: str | None = None
    replicates: str | None = None
    illustrative: bool = False

    def decide(self, world: World) -> list[Draft]:
        values = {name: getattr(self, name) for name in IdeaProposed.__struct_fields__}
        return [draft(self, world.new(self.region, NAME), IdeaProposed(**values))]


class MergeIdeas(Action, frozen=True, kw_only=True):
    """n ideas become one new idea, with reason, consent and the credit of all proposers."""

    TYPE: ClassVar[str] = "idea.merge"
    REFERS: ClassVar[dict[str, str]] = {"lab": "lab", "sources": "idea"}

    lab: str | None = None
    sources: list[str]
    title: str
    reason: str
    consent: str | None = None
    illustrative: bool = False

    def decide(self, world: World) -> list[Draft]:
        states = [state for source in self.sources if (state := world.state(source))]
        made = IdeaMadeByMerge(
            lab=self.lab,
            title=self.title,
            sources=self.sources,
            units=list(dict.fromkeys(unit for s in states for unit in s.units)),
            proposers=list(dict.fromkeys(person for s in states for person in s.proposers)),
            reason=self.reason,
            consent=self.consent,
            illustrative=self.illustrative,
        )
        new = world.new(self.region, NAME)
        merged = IdeaMerged(into=new, reason=self.reason)
        return [
            draft(self, new, made),
            *(draft(self, source, merged, first=False, target="sources") for source in self.sources),
        ]


class SplitIdea(Action, frozen=True, kw_only=True):
    """One idea becomes several new ones, each with the credit of its proposers."""

    TYPE: ClassVar[str] = "idea.split"
    REFERS: ClassVar[dict[str, str]] = {"idea": "idea"}

    idea: str
    titles: list[str]
    reason: str
    illustrative: bool = False

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
    REFERS: ClassVar[dict[str, str]] = {"idea": "idea"}

    idea: str
    ending: str
    code: str
    reason: str | None = None
    decided_by: str | None = None

    def decide(self, world: World) -> list[Draft]:
        made = IdeaWithdrawn if self.ending == "withdrawn" else IdeaNotContinued
        body = made(code=self.code, reason=self.reason, decided_by=self.decided_by)
        return [draft(self, self.idea, body, target="idea", renamed={"@type": "ending"})]


class ApproveIdea(Action, frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "idea.approve"
    REFERS: ClassVar[dict[str, str]] = {"idea": "idea", "document": "document"}

    idea: str
    approved_by: str
    document: str | None = None

    def decide(self, world: World) -> list[Draft]:
        body = IdeaApproved(approved_by=self.approved_by, document=self.document)
        return [draft(self, self.idea, body, target="idea")]


def require_approval(world: World, idea: str) -> None:
    """In a live lab the top leader approves ideas before design (LAN RI, Direktori Inovasi).

    Raises Refused when the approval is missing.
    """
    state = world.state(idea)
    lab = world.state(state.lab) if state and state.lab else None
    if lab and lab.live and not state.approved:
        raise Refused(("idea", reason("The idea was not approved by the top leader before design.")))
