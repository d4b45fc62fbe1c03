"""Innovation: its life from design to evidence. What was done for a list stands here too."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import msgspec
from msgspec import Struct

from domain import dates, support, terms
from domain.base import Body, Fact, Reason, reason

NAME = "innovation"


class InnovationDesigned(Body, frozen=True, kw_only=True):
    """An innovation began, from an idea or without one, as the work of one unit."""

    TYPE: ClassVar[str] = "innovation.designed"
    FOUNDS: ClassVar[bool] = True
    REFS: ClassVar[tuple[str, ...]] = ("lab", "idea", "unit")
    FIXED: ClassVar[tuple[str, ...]] = ("idea",)

    lab: str | None = None
    idea: str | None = None
    title: str
    acronym: str | None = None
    unit: str
    illustrative: bool = False


class InnovationRenamed(Body, frozen=True, kw_only=True):
    """From its date on the innovation bears another title or acronym; the former stay searchable."""

    TYPE: ClassVar[str] = "innovation.renamed"

    title: str
    acronym: str | None = None
    reason: str


class ProfileWritten(Body, frozen=True, kw_only=True):
    """Fields of the profile, as the IGA report and the KIPP proposal ask for them."""

    TYPE: ClassVar[str] = "innovation.profile_written"
    CHOICES: ClassVar[dict[str, tuple[str, ...]]] = {
        "initiator": terms.INITIATORS,
        "technology": terms.TECHNOLOGIES,
        "form": terms.FORMS,
    }

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


class PlanStepSet(Body, frozen=True, kw_only=True):
    """One step of the action plan (rencana aksi), in a version of the plan."""

    TYPE: ClassVar[str] = "innovation.plan_step_set"
    CHOICES: ClassVar[dict[str, tuple[str, ...]]] = {"phase": terms.PLAN_PHASES}
    DATES: ClassVar[tuple[str, ...]] = ("begins", "ends")

    plan: int = 1
    number: int
    phase: str
    activity: str
    executor: str | None = None
    output: str | None = None
    method: str | None = None
    begins: str | None = None
    ends: str | None = None


class Trialled(Body, frozen=True, kw_only=True):
    """A trial (uji coba) was held on the days of the fact."""

    TYPE: ClassVar[str] = "innovation.trialled"

    place: str | None = None
    result: str | None = None


class Implemented(Body, frozen=True, kw_only=True):
    """Implementation (penerapan) began, with its legal base where there is one."""

    TYPE: ClassVar[str] = "innovation.implemented"
    REFS: ClassVar[tuple[str, ...]] = ("legal_base",)

    legal_base: str | None = None
    note: str | None = None


class Monitored(Body, frozen=True, kw_only=True):
    """Somebody looked how it goes, in the field or from afar (`terms.MONITORING_MODES`)."""

    TYPE: ClassVar[str] = "innovation.monitored"
    CHOICES: ClassVar[dict[str, tuple[str, ...]]] = {"mode": terms.MONITORING_MODES}

    mode: str
    monitor: str | None = None
    finding: str
    follow_up: str | None = None


class Measured(Body, frozen=True, kw_only=True):
    """One indicator before and after, as decimal texts; the date of the fact is that of the value after."""

    TYPE: ClassVar[str] = "innovation.measured"
    DATES: ClassVar[tuple[str, ...]] = ("before_on",)
    DATED_BY: ClassVar[str] = "after_on"

    indicator: str
    unit_of_measure: str
    before: str
    before_on: str | None = None
    after: str
    method: str | None = None
    origin: str | None = None


class Launched(Body, frozen=True, kw_only=True):
    """The innovation was launched, alone or at a launching of a lab."""

    TYPE: ClassVar[str] = "innovation.launched"
    REFS: ClassVar[tuple[str, ...]] = ("lab",)

    lab: str | None = None
    ceremony: str | None = None


class Displayed(Body, frozen=True, kw_only=True):
    """The innovation was shown at an exhibition."""

    TYPE: ClassVar[str] = "innovation.displayed"
    REFS: ClassVar[tuple[str, ...]] = ("lab",)

    lab: str | None = None
    ceremony: str | None = None
    booth: str | None = None


class AgreementCovered(Body, frozen=True, kw_only=True):
    """An agreement that covers this innovation was signed."""

    TYPE: ClassVar[str] = "innovation.agreement_signed"
    REFS: ClassVar[tuple[str, ...]] = ("agreement",)
    FIXED: ClassVar[tuple[str, ...]] = ("agreement",)

    agreement: str


class AwardReceived(Body, frozen=True, kw_only=True):
    """The innovation received an award."""

    TYPE: ClassVar[str] = "innovation.awarded"
    REFS: ClassVar[tuple[str, ...]] = ("award",)
    FIXED: ClassVar[tuple[str, ...]] = ("award",)

    award: str


class EvidenceAttached(Body, frozen=True, kw_only=True):
    """A piece of evidence: kind, number, subject, what it supports, the file by its SHA-256 or a link."""

    TYPE: ClassVar[str] = "innovation.evidence_attached"
    CHOICES: ClassVar[dict[str, tuple[str, ...]]] = {"kind": terms.EVIDENCE}

    kind: str
    number: str | None = None
    subject: str
    iga: list[str] = []
    kipp: list[str] = []
    file: str | None = None
    link: str | None = None
    page: str | None = None
    personal_data: bool = False


class EvidenceSuperseded(Body, frozen=True, kw_only=True):
    """An earlier piece of evidence, by its version in the stream, gave way to the one of the same action."""

    TYPE: ClassVar[str] = "innovation.evidence_superseded"

    old: int


class LinkChecked(Body, frozen=True, kw_only=True):
    """On its day somebody opened a link: it was alive or not."""

    TYPE: ClassVar[str] = "innovation.link_checked"

    link: str
    alive: bool = True


class VerdictRecorded(Body, frozen=True, kw_only=True):
    """What Jejak said about the innovation and an award: by which rulebook, at which position, of which day.

    `findings` names the outcome of every rule; `maturity` is a decimal text where the award has one.
    """

    TYPE: ClassVar[str] = "innovation.verdict_recorded"
    CHOICES: ClassVar[dict[str, tuple[str, ...]]] = {"outcome": terms.VERDICTS}

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


EVENTS: tuple[type[Body], ...] = (
    InnovationDesigned,
    InnovationRenamed,
    ProfileWritten,
    PlanStepSet,
    Trialled,
    Implemented,
    Monitored,
    Measured,
    Launched,
    Displayed,
    AgreementCovered,
    AwardReceived,
    EvidenceAttached,
    EvidenceSuperseded,
    LinkChecked,
    VerdictRecorded,
    *support.EVENTS,
)


class Cited(Struct, frozen=True, omit_defaults=True):
    """What a verification looked at: a piece of evidence by its version, or a document, as it then was."""

    evidence: int | None = None
    document: str | None = None
    file: str | None = None
    link: str | None = None
    number: str | None = None
    date: str | None = None


class State(Struct, frozen=True):
    lab: str | None
    idea: str | None
    unit: str
    launched: bool = False
    implemented: bool = False
    implemented_on: str | None = None
    trialled: bool = False
    steps: frozenset[tuple[int, int]] = frozenset()
    agreements: frozenset[str] = frozenset()
    evidence: dict[int, tuple[EvidenceAttached, str | None]] = {}
    """Evidence that is not superseded, by version, with its date."""

    def cited(self, indicator: str) -> list[Cited]:
        """The evidence that names an IGA indicator, as a verification cites it."""
        return [
            Cited(version, None, body.file, body.link, body.number, date)
            for version, (body, date) in sorted(self.evidence.items())
            if indicator in body.iga
        ]


def evolve(state: State | None, fact: Fact[Any]) -> State | None:
    body = fact.body
    if isinstance(body, InnovationDesigned):
        return State(body.lab, body.idea, body.unit)
    if state is None:
        return None
    match body:
        case PlanStepSet(plan=plan, number=number):
            return msgspec.structs.replace(state, steps=state.steps | {(plan, number)})
        case Trialled():
            return msgspec.structs.replace(state, trialled=True)
        case Implemented():
            return msgspec.structs.replace(state, implemented=True, implemented_on=fact.occurred)
        case Launched():
            return msgspec.structs.replace(state, launched=True)
        case AgreementCovered(agreement=agreement):
            return msgspec.structs.replace(state, agreements=state.agreements | {agreement})
        case EvidenceAttached():
            held = {**state.evidence, fact.version: (body, fact.occurred)}
            return msgspec.structs.replace(state, evidence=held)
        case EvidenceSuperseded(old=old):
            left = {version: held for version, held in state.evidence.items() if version != old}
            return msgspec.structs.replace(state, evidence=left)
    return state


def check_integrity(state: State, fact: Fact[Any], others: Mapping[str, Any]) -> Reason | None:
    match fact.body:
        case InnovationDesigned(idea=str(idea)) if others[idea].status != "designed":
            return reason("Its idea is not taken into design.")
        case Launched() if state.launched:
            return reason("The innovation was already launched.")
        case Launched(lab=str(lab), ceremony=str(key)) | Displayed(lab=str(lab), ceremony=str(key)) if (
            key not in others[lab].ceremonies
        ):
            return reason("The lab held no ceremony {key}.", key=key)
        case Implemented() if state.implemented:
            return reason("Implementation was already recorded.")
        case PlanStepSet(plan=plan, number=number) if (plan, number) in state.steps:
            return reason("Step {number} of plan {plan} is already recorded.", number=number, plan=plan)
        case PlanStepSet(begins=begins, ends=ends) if dates.certainly_before(ends, begins):
            return reason("The step ends ({ends}) before it begins ({begins}).", ends=ends, begins=begins)
        case Trialled() if not state.trialled and dates.certainly_before(state.implemented_on, fact.occurred):
            return reason("The first trial lies after the implementation.")
        case Measured(before_on=before) if dates.certainly_before(fact.occurred, before):
            return reason(
                "The value after ({after}) lies before the value before ({before}).",
                after=fact.occurred,
                before=before,
            )
        case EvidenceSuperseded(old=old) if old not in state.evidence:
            return reason("The evidence that it supersedes does not stand, or was superseded before.")
    return support.check_integrity(fact)


def reservations(stream: str, fact: Fact[Any]) -> list[str]:
    return []
