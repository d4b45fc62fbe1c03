"""What people say about an innovation: the actions, and the orders of the process in a live lab."""

from __future__ import annotations

from typing import Any, ClassVar

from domain import idea as ideas
from domain import innovation as events
from domain.base import Action, Body, Draft, Refused, World, reason
from domain.drafts import draft


class OnInnovation(Action, frozen=True, kw_only=True):
    """An action that writes one event into the stream of one innovation."""

    EVENT: ClassVar[type[Body]]
    REFERS: ClassVar[dict[str, str]] = {"innovation": "innovation"}

    innovation: str

    def decide(self, world: World) -> list[Draft]:
        self.check(world)
        names = self.EVENT.__struct_fields__
        body = self.EVENT(**{name: getattr(self, name) for name in names})
        return [draft(self, self.innovation, body, target="innovation")]

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
        values = {name: getattr(self, name) for name in events.InnovationDesigned.__struct_fields__}
        drafts = [draft(self, new, events.InnovationDesigned(**values))]
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
