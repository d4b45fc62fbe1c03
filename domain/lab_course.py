"""What happens to a lab on its way: paused and resumed, evaluated, a rule set aside, closed."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

import msgspec

from domain.base import Action, AnyFact, Body, Draft, Reason, Refused, StreamState, World, reason
from domain.drafts import draft
from domain.fields import DATE, DOCUMENT, LAB, NO_NAMES, REASON, Field
from domain.lab_setting import OnLab

PAUSE_REASON = REASON.but(help="Mengapa dijeda; kosong bila tidak diketahui.", example="anggaran dialihkan")
EARLY = "Bila ditutup sebelum semua tahap; kosong bila tidak diketahui."
RESUMED_ON = DATE.but(label="Dilanjutkan")


class LabPaused(Body, frozen=True, kw_only=True):
    """The round stopped for a while, with its reason where it is known."""

    TYPE: ClassVar[str] = "lab.paused"
    DATED_BY: ClassVar[str] = "paused_on"

    reason: Annotated[str | None, PAUSE_REASON] = None
    document: Annotated[str | None, DOCUMENT] = None


class LabResumed(Body, frozen=True, kw_only=True):
    """The round went on."""

    TYPE: ClassVar[str] = "lab.resumed"
    DATED_BY: ClassVar[str] = "resumed_on"


class ProgrammeEvaluated(Body, frozen=True, kw_only=True):
    """The programme was evaluated: what each stage gave, its impact, the report."""

    TYPE: ClassVar[str] = "lab.programme_evaluated"

    period: Annotated[str | None, Field("Periode", width=16)] = None
    evaluator: Annotated[str | None, Field("Penilai", help=NO_NAMES, width=34)] = None
    stage_output: Annotated[str, Field("Keluaran Tahap", "long", width=50, example="176 inovasi diluncurkan")]
    impact: Annotated[str | None, Field("Dampak", "long", width=44)] = None
    follow_up: Annotated[str | None, Field("Tindak Lanjut", "long", width=40)] = None
    document: Annotated[str | None, DOCUMENT.but(label="Laporan", name="dokumen")] = None


class RuleSetAside(Body, frozen=True, kw_only=True):
    """The round does not keep a rule of the process (`domain.process_rules`): by a decree or for a reason."""

    TYPE: ClassVar[str] = "lab.rule_set_aside"

    rule: Annotated[
        str, Field("Aturan Proses", terms="process_rule", width=44, example="persetujuan ide sebelum design")
    ]
    document: Annotated[str | None, DOCUMENT.but(label="Dasar", name="dokumen")] = None
    reason: Annotated[str | None, REASON] = None


class LabClosed(Body, frozen=True, kw_only=True):
    """The round ended, also short of its stages; why, where that is known."""

    TYPE: ClassVar[str] = "lab.closed"

    reason: Annotated[str | None, REASON.but(help=EARLY)] = None
    document: Annotated[str | None, DOCUMENT] = None


EVENTS: tuple[type[Body], ...] = (LabPaused, LabResumed, ProgrammeEvaluated, RuleSetAside, LabClosed)


def evolve(state: StreamState, fact: AnyFact) -> Any:
    """The lab's state after a fact of this file."""
    change = msgspec.structs.replace
    match fact.body:
        case RuleSetAside(rule=rule):
            return change(state, set_aside=state.set_aside | {rule})
        case LabPaused():
            return change(state, paused=True, pauses=(*state.pauses, (fact.occurred, None)))
        case LabResumed():
            begun = state.pauses[-1][0] if state.pauses else None
            return change(state, paused=False, pauses=(*state.pauses[:-1], (begun, fact.occurred)))
        case LabClosed():
            return change(state, closed=True, closed_on=fact.occurred)
    return state


def check_integrity(state: StreamState, fact: AnyFact) -> Reason | None:
    """Why a fact of this file cannot stand, or None."""
    match fact.body:
        case RuleSetAside(rule=rule) if rule in state.set_aside:
            return reason("The round already set this rule aside.")
        case LabPaused() if state.paused:
            return reason("The lab is already paused.")
        case LabResumed() if not state.paused:
            return reason("The lab goes on without having paused before.")
        case LabClosed() if state.closed:
            return reason("The lab is already closed.")
    return None


class CloseLab(OnLab[LabClosed], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "lab.close"


class PauseLab(Action, frozen=True, kw_only=True):
    """A pause with its first day, and the day on which the round went on where that is known."""

    TYPE: ClassVar[str] = "lab.pause"

    lab: Annotated[str, LAB]
    paused_on: Annotated[str | None, DATE.but(label="Dijeda")] = None
    resumed_on: Annotated[str | None, RESUMED_ON] = None
    reason: Annotated[str | None, PAUSE_REASON] = None
    document: Annotated[str | None, DOCUMENT] = None

    def decide(self, world: World) -> list[Draft]:
        paused = LabPaused(reason=self.reason, document=self.document)
        drafts = [draft(self, self.lab, paused)]
        if self.resumed_on:
            drafts.append(draft(self, self.lab, LabResumed(), first=False))
        return drafts


class ResumeLab(Action, frozen=True, kw_only=True):
    """The day on which the round went on, known after its pause."""

    TYPE: ClassVar[str] = "lab.resume"

    lab: Annotated[str, LAB]
    resumed_on: Annotated[str, RESUMED_ON]

    def decide(self, world: World) -> list[Draft]:
        return [draft(self, self.lab, LabResumed(), first=False)]


class EvaluateProgramme(OnLab[ProgrammeEvaluated], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "lab.evaluate_programme"


class SetRuleAside(OnLab[RuleSetAside], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "lab.set_rule_aside"

    def decide(self, world: World) -> list[Draft]:
        if not self.fact.document and not self.fact.reason:
            why = reason("A rule of the process is set aside by a document or for a reason: name one.")
            raise Refused(("reason", why))
        return super().decide(world)
