"""What people say about an innovation: the actions, and the orders of the process in a live lab."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

import msgspec

from domain import idea as ideas
from domain import innovation as events
from domain import support
from domain.base import (
    Action,
    Draft,
    FactAction,
    Refused,
    World,
    reason,
)
from domain.drafts import draft
from domain.fields import (
    DATE,
    INNOVATION,
    Field,
)
from domain.on_innovation import OnInnovation
from domain.plan import ApprovePlan as ApprovePlan
from domain.plan import MapStakeholder as MapStakeholder
from domain.plan import Monitor as Monitor
from domain.plan import ReportMilestone as ReportMilestone
from domain.plan import SetPlanStep as SetPlanStep
from domain.plan import ValidatePlan as ValidatePlan
from domain.recognition import Determine as Determine
from domain.recognition import Judge as Judge
from domain.recognition import Publish as Publish
from domain.recognition import Recommend as Recommend
from domain.recognition import RecordProperty as RecordProperty
from domain.running import EvaluateInnovation as EvaluateInnovation
from domain.running import FollowTrial as FollowTrial
from domain.running import HandOver as HandOver
from domain.running import MergeInnovations as MergeInnovations
from domain.running import ReportStatus as ReportStatus


class DesignInnovation(FactAction[events.InnovationDesigned], frozen=True, kw_only=True):
    """An innovation begins, from an idea (which is taken into design) or without one."""

    TYPE: ClassVar[str] = "innovation.design"

    def decide(self, world: World) -> list[Draft]:
        new = world.new(self.region, events.NAME)
        drafts = [draft(self, new, self.fact)]
        if idea := self.fact.idea:
            ideas.require_approval(world, idea, self.occurred)
            taken = ideas.IdeaTakenIntoDesign(innovation=new)
            drafts.append(draft(self, idea, taken, first=False, target="idea"))
        return drafts


class RenameInnovation(OnInnovation[events.InnovationRenamed], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "innovation.rename"


class WriteProfile(OnInnovation[events.ProfileWritten], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "innovation.write_profile"


class Try(OnInnovation[events.Trialled], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "innovation.try"


class Implement(OnInnovation[events.Implemented], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "innovation.implement"


class Note(OnInnovation[events.Noted], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "innovation.note"


class Measure(OnInnovation[events.Measured], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "innovation.measure"

    after_on: Annotated[str | None, DATE.but(label="Tanggal Sesudah")] = None


class Launch(OnInnovation[events.Launched], frozen=True, kw_only=True):
    """A launch; in a live lab it needs an approved action plan and a signed agreement first."""

    TYPE: ClassVar[str] = "innovation.launch"

    def check(self, world: World) -> None:
        state = world.state(self.innovation)
        self.require(world, "plan_before_deliver", held=state and state.steps)
        self.require(world, "plan_approved_before_deliver", held=state and state.approved_plans)
        self.require(world, "agreement_before_launch", held=state and state.agreements)


class Display(OnInnovation[events.Displayed], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "innovation.display"


class AttachEvidence(OnInnovation[events.EvidenceAttached], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "innovation.attach_evidence"

    supersedes: Annotated[
        int | None, Field("Menggantikan", "evidence", width=16, help="Kunci baris bukti yang digantikan.")
    ] = None
    """The version in the stream of the evidence that gives way to this one."""
    seen_on: Annotated[str | None, DATE.but(label="Tautan Dibuka")] = None
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
            if self.fact.link is None:
                raise Refused(("seen_on", reason("Only evidence with a link has a day on which it opened.")))
            drafts.append(link_checked(self, self.fact.link, self.seen_on))
        return drafts


def link_checked(action: Any, link: str, seen_on: str) -> Draft:
    """The event that a link was opened on a day, as a part of a larger action."""
    made = draft(action, action.innovation, events.LinkChecked(link=link), occurred=seen_on, first=False)
    return msgspec.structs.replace(made, fields={**made.fields, "occurred": "seen_on"})


class CheckLink(OnInnovation[events.LinkChecked], frozen=True, kw_only=True):
    """Somebody opened a link on the day of the action."""

    TYPE: ClassVar[str] = "innovation.check_link"


class OpenLink(Action, frozen=True, kw_only=True):
    """The link of a piece of evidence was opened on a day that its row says later."""

    TYPE: ClassVar[str] = "innovation.open_link"

    innovation: Annotated[str, INNOVATION]
    link: Annotated[str, events.LINK]
    seen_on: Annotated[str, DATE.but(label="Tautan Dibuka")]

    def decide(self, world: World) -> list[Draft]:
        return [link_checked(self, self.link, self.seen_on)]


class RecordVerdict(OnInnovation[events.VerdictRecorded], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "innovation.record_verdict"


class RecordSupport(Action, frozen=True, kw_only=True):
    """One row of sheet Pendukung: what it becomes is decided by its kind (`domain.support`)."""

    TYPE: ClassVar[str] = "innovation.record_support"

    innovation: Annotated[str, INNOVATION]
    kind: Annotated[str, Field("Jenis", terms="support", width=26, example="pelaksana")]
    subject: Annotated[str | None, support.SUBJECT] = None
    place: Annotated[str | None, support.OTHER_PARTY] = None
    role: Annotated[str | None, support.ROLE] = None
    count: Annotated[int | None, support.COUNT] = None
    received: Annotated[int | None, support.RECEIVED] = None
    year: Annotated[int | None, support.FACT_YEAR] = None
    amount: Annotated[str | None, support.AMOUNT] = None
    basis: Annotated[str | None, support.BASIS] = None
    begins: Annotated[str | None, DATE.but(label="Mulai")] = None
    ends: Annotated[str | None, DATE.but(label="Selesai")] = None
    tier: Annotated[str | None, support.SOURCE_TIER] = None
    edition: Annotated[str | None, support.SOURCE_EDITION] = None
    earlier: Annotated[str | None, support.EARLIER] = None

    def decide(self, world: World) -> list[Draft]:
        return support.drafts(self, self.innovation, self.kind)
