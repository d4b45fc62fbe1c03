"""How an innovation goes on: its trial, its running, who holds it, what it is worth, what it became."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

import msgspec

from domain.base import Action, AnyFact, Body, Draft, Reason, Refused, StreamState, World, reason
from domain.drafts import draft
from domain.fields import DOCUMENT, INNOVATION, KEY_OF_PERSON, NO_NAMES, NOTE, PLACE, REASON, Field
from domain.on_innovation import OnInnovation

COURSE = Field("Perkembangan", terms="trial_course", width=16, example="dilaporkan")
TRIAL_RESULT = Field("Hasil", "long", width=44)
STATUS = Field("Status", terms="running", width=20, example="berjalan")
MERGE_REASON = REASON.but(example="agar satu layanan saja")


class TrialReported(Body, frozen=True, kw_only=True):
    """A report on a trial while it runs."""

    TYPE: ClassVar[str] = "innovation.trial_reported"

    place: Annotated[str | None, PLACE] = None
    result: Annotated[str | None, TRIAL_RESULT] = None


class TrialEnded(Body, frozen=True, kw_only=True):
    """The trial ended, or was stopped (`stopped`) for a reason."""

    TYPE: ClassVar[str] = "innovation.trial_ended"

    stopped: Annotated[bool, Field("Dihentikan")] = False
    place: Annotated[str | None, PLACE] = None
    result: Annotated[str | None, TRIAL_RESULT] = None
    reason: Annotated[str | None, REASON] = None


def course_of_end(body: TrialEnded) -> str:
    """The course of a trial that its end tells (`terms.TRIAL_COURSES`)."""
    return "stopped" if body.stopped else "finished"


class StatusReported(Body, frozen=True, kw_only=True):
    """Somebody saw how the innovation runs: `running`, `faltering` or `idle` (`terms.RUNNING`)."""

    TYPE: ClassVar[str] = "innovation.status_reported"

    status: Annotated[str, STATUS]
    reason: Annotated[str | None, REASON] = None


class Stopped(Body, frozen=True, kw_only=True):
    """It was decided to stop the innovation."""

    TYPE: ClassVar[str] = "innovation.stopped"

    reason: Annotated[str, REASON]


class Resumed(Body, frozen=True, kw_only=True):
    """It was decided to go on with the innovation."""

    TYPE: ClassVar[str] = "innovation.resumed"

    reason: Annotated[str | None, REASON] = None


class HandedOver(Body, frozen=True, kw_only=True):
    """One holder gave way to another; without a receiver the unit holds the innovation."""

    TYPE: ClassVar[str] = "innovation.handed_over"

    from_person: Annotated[str, Field("Dari", ref="person", help=KEY_OF_PERSON, example="ORG-01")]
    to_person: Annotated[
        str | None,
        Field("Kepada", ref="person", help=f"{KEY_OF_PERSON} Kosong: unitnya yang memegang."),
    ] = None
    handover_cause: Annotated[
        str, Field("Sebab", name="sebab alih", terms="handover_reason", width=14, example="mutasi")
    ]
    note: Annotated[str | None, NOTE] = None


class InnovationEvaluated(Body, frozen=True, kw_only=True):
    """The innovation was evaluated: benefit, impact, sustainability, what is recommended."""

    TYPE: ClassVar[str] = "innovation.evaluated"

    evaluator: Annotated[str | None, Field("Penilai", help=NO_NAMES, width=30)] = None
    benefit: Annotated[
        str, Field("Manfaat", "long", name="manfaat menurut evaluasi", width=40, example="Antrean hilang")
    ]
    impact: Annotated[str | None, Field("Dampak", "long", width=40)] = None
    continuity: Annotated[str | None, Field("Keberlanjutan", "long", width=40)] = None
    recommendation: Annotated[str | None, Field("Rekomendasi", "long", width=40)] = None
    document: Annotated[str | None, DOCUMENT.but(label="Laporan", name="dokumen")] = None


class MergedInto(Body, frozen=True, kw_only=True):
    """The innovation goes on in another one."""

    TYPE: ClassVar[str] = "innovation.merged_into"
    FIXED: ClassVar[tuple[str, ...]] = ("into",)

    into: Annotated[str, INNOVATION.but(label="Menjadi", name="menjadi")]
    reason: Annotated[str, MERGE_REASON]


class TookIn(Body, frozen=True, kw_only=True):
    """The innovation carries on others that were merged into it."""

    TYPE: ClassVar[str] = "innovation.took_in"
    FIXED: ClassVar[tuple[str, ...]] = ("absorbed",)

    absorbed: Annotated[list[str], Field("Inovasi yang digabung", ref="innovation")]
    reason: Annotated[str, MERGE_REASON]


EVENTS: tuple[type[Body], ...] = (
    TrialReported,
    TrialEnded,
    StatusReported,
    Stopped,
    Resumed,
    HandedOver,
    InnovationEvaluated,
    MergedInto,
    TookIn,
)


def evolve(state: StreamState, fact: AnyFact) -> Any:
    """The innovation's state after a fact of this file."""
    match fact.body:
        case HandedOver(from_person=giver, to_person=receiver):
            left = state.holders - {giver}
            return msgspec.structs.replace(state, holders=left | {receiver} if receiver else left)
        case Stopped() | Resumed():
            return msgspec.structs.replace(state, stopped=isinstance(fact.body, Stopped))
        case MergedInto():
            return msgspec.structs.replace(state, merged=True)
    return state


def check_integrity(state: StreamState, fact: AnyFact, others: Mapping[str, StreamState]) -> Reason | None:
    """Why a fact of this file cannot stand, or None."""
    match fact.body:
        case HandedOver(from_person=giver, to_person=receiver) if giver == receiver:
            return reason("A hand-over needs two different persons.")
        case HandedOver(from_person=giver) if state.holders and giver not in state.holders:
            return reason("This person does not hold the innovation.")
        case InnovationEvaluated() if not state.summary.launched and not state.summary.implemented:
            return reason("The innovation was neither launched nor implemented before.")
        case Stopped() if state.stopped:
            return reason("The innovation is already stopped.")
        case Resumed() if not state.stopped:
            return reason("The innovation goes on without having been stopped before.")
        case MergedInto() if state.merged:
            return reason("The innovation was merged into another before.")
        case TookIn(absorbed=sources) if any(not others[source].merged for source in sources):
            return reason("An innovation of this merge is no longer merged into it.")
    return None


class FollowTrial(Action, frozen=True, kw_only=True):
    """A trial is reported on, ends, or is stopped (`terms.TRIAL_COURSES`)."""

    TYPE: ClassVar[str] = "innovation.follow_trial"

    innovation: Annotated[str, INNOVATION]
    course: Annotated[str, COURSE]
    place: Annotated[str | None, PLACE] = None
    result: Annotated[str | None, TRIAL_RESULT] = None
    reason: Annotated[str | None, REASON] = None

    def decide(self, world: World) -> list[Draft]:
        body: Body
        if self.course == "reported":
            body = TrialReported(place=self.place, result=self.result)
        else:
            stopped = self.course == "stopped"
            if stopped and not self.reason:
                raise Refused(("reason", reason("A trial that was stopped needs a reason.")))
            body = TrialEnded(stopped=stopped, place=self.place, result=self.result, reason=self.reason)
        renamed = {"@type": "course", "stopped": "course"}
        return [draft(self, self.innovation, body, target="innovation", renamed=renamed)]


class ReportStatus(Action, frozen=True, kw_only=True):
    """How an innovation runs was seen, or it was decided to stop it or to go on (`terms.RUNNING`)."""

    TYPE: ClassVar[str] = "innovation.report_status"

    innovation: Annotated[str, INNOVATION]
    status: Annotated[str, STATUS]
    reason: Annotated[str | None, REASON] = None

    def decide(self, world: World) -> list[Draft]:
        if self.status in ("idle", "stopped") and not self.reason:
            raise Refused(("reason", reason("An innovation that does not go on needs a reason.")))
        body: Body = StatusReported(status=self.status, reason=self.reason)
        if self.status == "stopped":
            body = Stopped(reason=self.reason or "")
        elif self.status == "resumed":
            body = Resumed(reason=self.reason)
        return [draft(self, self.innovation, body, target="innovation", renamed={"@type": "status"})]


class HandOver(OnInnovation[HandedOver], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "innovation.hand_over"


class EvaluateInnovation(OnInnovation[InnovationEvaluated], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "innovation.evaluate"


class MergeInnovations(Action, frozen=True, kw_only=True):
    """Innovations go on as one: those that end, and the one that carries them on."""

    TYPE: ClassVar[str] = "innovation.merge"

    sources: Annotated[
        list[str],
        Field(
            "Inovasi yang Digabung",
            ref="innovation",
            help="Dipisahkan titik koma.",
            width=30,
            example="INO-002",
        ),
    ]
    into: Annotated[str, INNOVATION.but(label="Menjadi", name="menjadi", help="Inovasi penerusnya.")]
    reason: Annotated[str, MERGE_REASON]

    def decide(self, world: World) -> list[Draft]:
        if self.into in self.sources:
            raise Refused(("into", reason("An innovation cannot be merged into itself.")))
        merged = MergedInto(into=self.into, reason=self.reason)
        taken = TookIn(absorbed=self.sources, reason=self.reason)
        return [
            draft(self, self.into, taken, target="into", renamed={"absorbed": "sources"}),
            *(draft(self, one, merged, first=False, target="sources") for one in self.sources),
        ]
