"""What decisions about an innovation need: its state, and the integrity of its facts."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from msgspec import Struct

from domain import dates, plan, recognition, running, support
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
    ProfileWritten,
    Trialled,
)
from domain.innovation_summary import SUMMARISED, Summary, advanced

PARTS = (plan, running, recognition)
"""Files that hold events of an innovation with what follows from them."""
__all__ = ["EVENTS", "NAME", "State", "check_integrity", "evolve", "reservations"]


class State(Struct, frozen=True):
    lab: str | None
    idea: str | None
    unit: str
    summary: Summary[AnyFact]
    steps: frozenset[tuple[int, int]] = frozenset()
    agreements: frozenset[str] = frozenset()
    approved_plans: frozenset[int] = frozenset()
    holders: frozenset[str] = frozenset()
    """Persons who hold it, as far as the record says so; the unit holds it in any case."""
    stopped: bool = False
    merged: bool = False
    determined: frozenset[str] = frozenset()
    """The documents that determine it."""
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
        case AgreementCovered(agreement=agreement):
            return msgspec.structs.replace(state, agreements=state.agreements | {agreement})
        case ProfileWritten(innovators=innovators) if innovators:
            return msgspec.structs.replace(state, holders=frozenset(innovators))
        case EvidenceAttached():
            held = {**state.evidence, fact.version: (body, fact.occurred)}
            return msgspec.structs.replace(state, evidence=held)
        case EvidenceSuperseded(old=old):
            left = {version: held for version, held in state.evidence.items() if version != old}
            return msgspec.structs.replace(state, evidence=left)
        case _ if type(body) in SUMMARISED:
            return msgspec.structs.replace(state, summary=advanced(state.summary, fact))
    for part in PARTS:
        state = part.evolve(state, body)
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
    body = fact.body
    return (
        plan.check_integrity(state, body)
        or running.check_integrity(state, body, others)
        or recognition.check_integrity(state, body, others)
        or support.check_integrity(fact)
    )


def reservations(stream: str, fact: AnyFact) -> list[str]:
    return []
