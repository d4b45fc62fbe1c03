"""The action plan: its steps, whom it touches, who approved it, how far it is, and who looked at it."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

import msgspec

from domain import dates
from domain.base import AnyFact, Body, Reason, StreamState, World, no_number, reason
from domain.fields import DATE, DOCUMENT, NO_NAMES, NOTE, PLACE, Field
from domain.on_innovation import OnInnovation

PLAN = Field("Versi", name="rencana", required=True, width=8, example=1, least=1)
STEP = Field("Nomor", width=8, example=1, least=1)
OBSTACLE = Field("Kendala", "long", width=36)
CAUSE = Field("Sebab", name="sebab kendala", terms="obstacle_cause", width=14)


class PlanStepSet(Body, frozen=True, kw_only=True):
    """One step of the action plan (rencana aksi), in a version of the plan."""

    TYPE: ClassVar[str] = "innovation.plan_step_set"
    VERSION: ClassVar[int] = 2

    plan: Annotated[int, PLAN] = 1
    number: Annotated[int, Field("Nomor", width=8, example=1, least=1)]
    phase: Annotated[str, Field("Kelompok", terms="plan_phase", example="persiapan")]
    activity: Annotated[str, Field("Kegiatan", width=44, example="Menyusun SOP")]
    executor: Annotated[str | None, Field("Pelaksana", help=NO_NAMES, width=28)] = None
    output: Annotated[str | None, Field("Keluaran", width=32)] = None
    method: Annotated[str | None, Field("Metode", width=24)] = None
    begins: Annotated[
        str | None,
        DATE.but(label="Mulai"),
    ] = None
    ends: Annotated[
        str | None,
        DATE.but(label="Selesai"),
    ] = None
    partners: Annotated[str | None, Field("Mitra", name="mitra pelaksana", help=NO_NAMES, width=24)] = None
    place: Annotated[str | None, PLACE] = None
    cost: Annotated[str | None, Field("Biaya", "decimal", help="Rupiah.", width=16, least=0)] = None
    fund_source: Annotated[str | None, Field("Sumber Dana", width=20)] = None
    target: Annotated[str | None, Field("Target", name="target langkah", width=28)] = None
    success_measure: Annotated[str | None, Field("Ukuran Berhasil", width=28)] = None


class StakeholderMapped(Body, frozen=True, kw_only=True):
    """One line of the map of those whom the plan touches, with how they are won."""

    TYPE: ClassVar[str] = "innovation.stakeholder_mapped"

    stakeholder: Annotated[
        str, Field("Pemangku Kepentingan", help=NO_NAMES, width=34, example="Paguyuban pedagang")
    ]
    interest: Annotated[str | None, Field("Kepentingan", "long", width=40)] = None
    strategy: Annotated[str | None, Field("Strategi Komunikasi", "long", width=40)] = None


class PlanValidated(Body, frozen=True, kw_only=True):
    """An expert of a field gave an opinion on a version of the plan."""

    TYPE: ClassVar[str] = "innovation.plan_validated"

    plan: Annotated[int, PLAN] = 1
    validator: Annotated[
        str, Field("Validator", help=NO_NAMES, width=34, example="Dosen administrasi publik")
    ]
    expertise: Annotated[str | None, Field("Bidang", name="bidang keahlian", width=24)] = None
    opinion: Annotated[str, Field("Pendapat", "long", width=44, example="Layak dilaksanakan")]


class PlanApproved(Body, frozen=True, kw_only=True):
    """The top leader approved a version of the plan (by post)."""

    TYPE: ClassVar[str] = "innovation.plan_approved"

    plan: Annotated[int, PLAN] = 1
    approved_by: Annotated[str, Field("Oleh", name="disetujui oleh", width=30, example="Bupati")]
    document: Annotated[str | None, DOCUMENT] = None


class MilestoneReported(Body, frozen=True, kw_only=True):
    """How far a step of the plan is (`terms.MILESTONE_STATUSES`); `percent` is 0 to 100."""

    TYPE: ClassVar[str] = "innovation.milestone_reported"

    plan: Annotated[int, PLAN] = 1
    number: Annotated[int, STEP]
    progress: Annotated[str, Field("Kemajuan", terms="milestone_status", example="selesai")]
    percent: Annotated[int | None, Field("Persen", width=8, least=0)] = None
    realised: Annotated[str | None, Field("Keluaran Nyata", "long", width=36)] = None
    obstacle: Annotated[str | None, OBSTACLE] = None
    cause: Annotated[str | None, CAUSE] = None
    note: Annotated[str | None, NOTE] = None


class Monitored(Body, frozen=True, kw_only=True):
    """Somebody looked how it goes, in the field or from afar (`terms.MONITORING_MODES`)."""

    TYPE: ClassVar[str] = "innovation.monitored"
    VERSION: ClassVar[int] = 2

    mode: Annotated[str, Field("Cara", terms="monitoring_mode", example="langsung")]
    monitor: Annotated[str | None, Field("Pemantau", help=NO_NAMES, width=30)] = None
    finding: Annotated[str, Field("Temuan", "long", width=50, example="Loket sudah berjalan")]
    follow_up: Annotated[str | None, Field("Tindak Lanjut", "long", width=40)] = None
    checked: Annotated[
        list[int],
        Field(
            "Langkah Diperiksa",
            "numbers",
            help="Nomor langkah rencana aksi, dipisahkan titik koma.",
            width=18,
        ),
    ] = []
    cause: Annotated[str | None, CAUSE] = None


EVENTS: tuple[type[Body], ...] = (
    PlanStepSet,
    StakeholderMapped,
    PlanValidated,
    PlanApproved,
    MilestoneReported,
    Monitored,
)


def evolve(state: StreamState, fact: AnyFact) -> Any:
    """The innovation's state after a fact of this file."""
    match fact.body:
        case PlanStepSet(plan=plan, number=number):
            return msgspec.structs.replace(state, steps=state.steps | {(plan, number)})
        case PlanApproved(plan=plan):
            return msgspec.structs.replace(state, approved_plans=state.approved_plans | {plan})
    return state


def check_integrity(state: StreamState, fact: AnyFact) -> Reason | None:
    """Why a fact of this file cannot stand, or None."""
    match fact.body:
        case PlanStepSet(plan=plan, number=number) if (plan, number) in state.steps:
            return reason("Step {number} of plan {plan} is already recorded.", number=number, plan=plan)
        case PlanStepSet(begins=begins, ends=ends) if dates.certainly_before(ends, begins):
            return reason(
                "The step ends ({ends}) before it begins ({begins}).",
                ends=dates.Day(ends),
                begins=dates.Day(begins),
            )
        case PlanStepSet(cost=str(cost)):
            return no_number(cost)
        case PlanApproved(plan=plan) | PlanValidated(plan=plan) if plan not in {of for of, _ in state.steps}:
            return reason("The innovation has no plan {plan}.", plan=plan)
        case MilestoneReported(plan=plan, number=number) if (plan, number) not in state.steps:
            return reason("Plan {plan} has no step {number}.", plan=plan, number=number)
        case MilestoneReported(percent=int(percent)) if not 0 <= percent <= 100:
            return reason("Progress lies between 0 and 100 per cent: {value}.", value=percent)
        case Monitored(checked=checked) if missing := set(checked) - {number for _, number in state.steps}:
            return reason("The action plan has no step {number}.", number=min(missing))
    return None


class SetPlanStep(OnInnovation[PlanStepSet], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "innovation.set_plan_step"


class MapStakeholder(OnInnovation[StakeholderMapped], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "innovation.map_stakeholder"


class ValidatePlan(OnInnovation[PlanValidated], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "innovation.validate_plan"


class ApprovePlan(OnInnovation[PlanApproved], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "innovation.approve_plan"


class ReportMilestone(OnInnovation[MilestoneReported], frozen=True, kw_only=True):
    """How far a step is; in a live lab the plan is approved first."""

    TYPE: ClassVar[str] = "innovation.report_milestone"

    def check(self, world: World) -> None:
        state = world.state(self.innovation)
        approved = state and self.fact.plan in state.approved_plans
        self.require(world, "plan_approved_before_deliver", held=approved)


class Monitor(OnInnovation[Monitored], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "innovation.monitor"

    def check(self, world: World) -> None:
        state = world.state(self.innovation)
        self.require(world, "plan_before_deliver", held=state and state.steps)
