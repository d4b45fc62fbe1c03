"""What people say about an innovation: the actions, and the orders of the process in a live lab."""

from __future__ import annotations

from typing import Any, ClassVar

import msgspec

from domain import idea as ideas
from domain import innovation as events
from domain import support
from domain.base import Action, Body, Draft, Refused, World, reason
from domain.drafts import draft, filled


class OnInnovation(Action, frozen=True, kw_only=True):
    """An action that writes one event into the stream of one innovation."""

    EVENT: ClassVar[type[Body]]
    REFERS: ClassVar[dict[str, str]] = {"innovation": "innovation"}

    innovation: str

    def decide(self, world: World) -> list[Draft]:
        self.check(world)
        return [draft(self, self.innovation, filled(self, self.EVENT), target="innovation")]

    def check(self, world: World) -> None:
        """Raises Refused when an order of the process forbids the action in a live lab."""

    def live(self, world: World) -> Any:
        """The innovation's state when its lab is live, else None."""
        state = world.state(self.innovation)
        lab = world.state(state.lab) if state and state.lab else None
        return state if lab and lab.live else None


class DesignInnovation(Action, frozen=True, kw_only=True):
    """An innovation begins, from an idea (which is taken into design) or without one."""

    TYPE: ClassVar[str] = "innovation.design"
    REFERS: ClassVar[dict[str, str]] = {"lab": "lab", "idea": "idea", "unit": "unit"}

    lab: str | None = None
    idea: str | None = None
    title: str
    acronym: str | None = None
    unit: str
    illustrative: bool = False

    def decide(self, world: World) -> list[Draft]:
        new = world.new(self.region, events.NAME)
        drafts = [draft(self, new, filled(self, events.InnovationDesigned))]
        if self.idea:
            ideas.require_approval(world, self.idea)
            taken = ideas.IdeaTakenIntoDesign(innovation=new)
            drafts.append(draft(self, self.idea, taken, first=False, target="idea"))
        return drafts


class RenameInnovation(OnInnovation, frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "innovation.rename"
    EVENT: ClassVar[type[Body]] = events.InnovationRenamed

    title: str
    acronym: str | None = None
    reason: str


class WriteProfile(OnInnovation, frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "innovation.write_profile"
    EVENT: ClassVar[type[Body]] = events.ProfileWritten

    initiator: str | None = None
    technology: str | None = None
    form: str | None = None
    affair: str | None = None
    other_affairs: list[str] = []
    design: str | None = None
    aims: str | None = None
    benefits: str | None = None
    results: str | None = None
    budget: str | None = None
    business_profile: str | None = None
    summary: str | None = None
    background: str | None = None
    novelty: str | None = None
    implementation: str | None = None
    significance: str | None = None
    replication_done: str | None = None
    replication_potential: str | None = None
    resources: str | None = None
    sustainability: str | None = None
    kipp_category: str | None = None
    sdgs: list[int] = []
    video_link: str | None = None


class SetPlanStep(OnInnovation, frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "innovation.set_plan_step"
    EVENT: ClassVar[type[Body]] = events.PlanStepSet

    plan: int = 1
    number: int
    phase: str
    activity: str
    executor: str | None = None
    output: str | None = None
    method: str | None = None
    begins: str | None = None
    ends: str | None = None


class Try(OnInnovation, frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "innovation.try"
    EVENT: ClassVar[type[Body]] = events.Trialled

    place: str | None = None
    result: str | None = None


class Implement(OnInnovation, frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "innovation.implement"
    EVENT: ClassVar[type[Body]] = events.Implemented
    REFERS: ClassVar[dict[str, str]] = {"innovation": "innovation", "legal_base": "document"}

    legal_base: str | None = None
    note: str | None = None


class Monitor(OnInnovation, frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "innovation.monitor"
    EVENT: ClassVar[type[Body]] = events.Monitored

    mode: str
    monitor: str | None = None
    finding: str
    follow_up: str | None = None

    def check(self, world: World) -> None:
        state = self.live(world)
        if state and not state.steps:
            raise Refused(("innovation", reason("The innovation has no action plan yet.")))


class Measure(OnInnovation, frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "innovation.measure"
    EVENT: ClassVar[type[Body]] = events.Measured

    indicator: str
    unit_of_measure: str
    before: str
    before_on: str | None = None
    after: str
    after_on: str | None = None
    method: str | None = None
    origin: str | None = None


class Launch(OnInnovation, frozen=True, kw_only=True):
    """A launch; in a live lab it needs an action plan and a signed agreement first."""

    TYPE: ClassVar[str] = "innovation.launch"
    EVENT: ClassVar[type[Body]] = events.Launched
    REFERS: ClassVar[dict[str, str]] = {"innovation": "innovation", "lab": "lab"}

    lab: str | None = None
    ceremony: str | None = None

    def check(self, world: World) -> None:
        state = self.live(world)
        if state and not state.steps:
            raise Refused(("innovation", reason("The innovation has no action plan yet.")))
        if state and not state.agreements:
            raise Refused(("innovation", reason("No agreement of the innovation was signed before.")))


class Display(OnInnovation, frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "innovation.display"
    EVENT: ClassVar[type[Body]] = events.Displayed
    REFERS: ClassVar[dict[str, str]] = {"innovation": "innovation", "lab": "lab"}

    lab: str | None = None
    ceremony: str | None = None
    booth: str | None = None


class AttachEvidence(OnInnovation, frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "innovation.attach_evidence"
    EVENT: ClassVar[type[Body]] = events.EvidenceAttached

    kind: str
    number: str | None = None
    subject: str
    iga: list[str] = []
    kipp: list[str] = []
    file: str | None = None
    link: str | None = None
    page: str | None = None
    personal_data: bool = False
    supersedes: int | None = None
    """The version in the stream of the evidence that gives way to this one."""
    seen_on: str | None = None
    """The day on which the link was last opened, when it was alive."""

    def decide(self, world: World) -> list[Draft]:
        drafts = super().decide(world)
        if self.supersedes is not None:
            gone = events.EvidenceSuperseded(old=self.supersedes)
            renamed = {"old": "supersedes"}
            drafts.append(
                draft(self, self.innovation, gone, first=False, target="innovation", renamed=renamed)
            )
        if self.seen_on is not None:
            if self.link is None:
                raise Refused(("seen_on", reason("Only evidence with a link has a day on which it opened.")))
            drafts.append(link_checked(self, self.link, self.seen_on))
        return drafts


def link_checked(action: Any, link: str, seen_on: str) -> Draft:
    """The event that a link was opened on a day, as a part of a larger action."""
    made = draft(action, action.innovation, events.LinkChecked(link=link), occurred=seen_on, first=False)
    return msgspec.structs.replace(made, fields={**made.fields, "occurred": "seen_on"})


class CheckLink(OnInnovation, frozen=True, kw_only=True):
    """Somebody opened a link on the day of the action."""

    TYPE: ClassVar[str] = "innovation.check_link"
    EVENT: ClassVar[type[Body]] = events.LinkChecked

    link: str
    alive: bool = True


class RecordVerdict(OnInnovation, frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "innovation.record_verdict"
    EVENT: ClassVar[type[Body]] = events.VerdictRecorded

    award: str
    year: int
    group: str | None = None
    rulebook: str
    sha256: str
    position: int
    day: str
    as_of: str | None = None
    outcome: str
    findings: dict[str, str]
    maturity: str | None = None


class RecordSupport(Action, frozen=True, kw_only=True):
    """One row of sheet Pendukung: what it becomes is decided by its kind (`domain.support`)."""

    TYPE: ClassVar[str] = "innovation.record_support"
    REFERS: ClassVar[dict[str, str]] = {"innovation": "innovation", "earlier": "innovation"}

    innovation: str
    kind: str
    subject: str | None = None
    place: str | None = None
    role: str | None = None
    count: int | None = None
    received: int | None = None
    year: int | None = None
    amount: str | None = None
    basis: str | None = None
    begins: str | None = None
    ends: str | None = None
    tier: str | None = None
    edition: str | None = None
    earlier: str | None = None

    def decide(self, world: World) -> list[Draft]:
        return support.drafts(self, self.innovation, self.kind)
