"""What decisions about an innovation need: its state, and the integrity of its facts."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from msgspec import Struct

from domain import dates, support
from domain.base import AnyFact, Reason, StreamState, reason
from domain.innovation import (
    EVENTS,
    NAME,
    AgreementCovered,
    Cited,
    Displayed,
    EvidenceAttached,
    EvidenceSuperseded,
    Implemented,
    InnovationDesigned,
    Launched,
    Measured,
    PlanStepSet,
    Trialled,
)
from domain.innovation_summary import SUMMARISED, Summary, advanced

__all__ = ["EVENTS", "NAME", "State", "check_integrity", "evolve", "reservations"]


class State(Struct, frozen=True):
    lab: str | None
    idea: str | None
    unit: str
    summary: Summary[AnyFact]
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


def evolve(state: State | None, fact: AnyFact) -> State | None:
    body = fact.body
    if isinstance(body, InnovationDesigned):
        return State(body.lab, body.idea, body.unit, Summary(fact))
    if state is None:
        return None
    match body:
        case PlanStepSet(plan=plan, number=number):
            return msgspec.structs.replace(state, steps=state.steps | {(plan, number)})
        case AgreementCovered(agreement=agreement):
            return msgspec.structs.replace(state, agreements=state.agreements | {agreement})
        case EvidenceAttached():
            held = {**state.evidence, fact.version: (body, fact.occurred)}
            return msgspec.structs.replace(state, evidence=held)
        case EvidenceSuperseded(old=old):
            left = {version: held for version, held in state.evidence.items() if version != old}
            return msgspec.structs.replace(state, evidence=left)
        case _ if type(body) in SUMMARISED:
            return msgspec.structs.replace(state, summary=advanced(state.summary, fact))
    return state


def check_integrity(state: State, fact: AnyFact, others: Mapping[str, StreamState]) -> Reason | None:
    match fact.body:
        case InnovationDesigned(idea=str(idea)) if others[idea].status != "designed":
            return reason("Its idea is not taken into design.")
        case Launched() if state.summary.launched:
            return reason("The innovation was already launched.")
        case Launched(lab=str(lab), ceremony=str(key)) | Displayed(lab=str(lab), ceremony=str(key)) if (
            key not in others[lab].ceremonies
        ):
            return reason("The lab held no ceremony {key}.", key=key)
        case Implemented() if state.summary.implemented:
            return reason("Implementation was already recorded.")
        case PlanStepSet(plan=plan, number=number) if (plan, number) in state.steps:
            return reason("Step {number} of plan {plan} is already recorded.", number=number, plan=plan)
        case PlanStepSet(begins=begins, ends=ends) if dates.certainly_before(ends, begins):
            return reason(
                "The step ends ({ends}) before it begins ({begins}).",
                ends=dates.Day(ends),
                begins=dates.Day(begins),
            )
        case Trialled() if not state.summary.trialled and dates.certainly_before(
            state.summary.implemented_on, fact.occurred
        ):
            return reason(
                "The first trial ({occurred}) lies after the implementation ({implemented}).",
                occurred=dates.Day(fact.occurred),
                implemented=dates.Day(state.summary.implemented_on),
            )
        case Measured(before_on=before) if dates.certainly_before(fact.occurred, before):
            return reason(
                "The value after ({after_on}) lies before the value before ({before_on}).",
                after_on=dates.Day(fact.occurred),
                before_on=dates.Day(before),
            )
        case EvidenceSuperseded(old=old) if old not in state.evidence:
            return reason("The evidence that it supersedes does not stand, or was superseded before.")
    return support.check_integrity(fact)


def reservations(stream: str, fact: AnyFact) -> list[str]:
    return []
