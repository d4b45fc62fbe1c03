"""Innovation: its stream out of the files of its life, and what agreements, awards and rules say of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

import msgspec
from msgspec import Struct

from domain import delivery, design, evidence, plan, profile, recognition, running, support
from domain.base import AnyFact, Body, Reason, StreamState, no_reservations
from domain.evidence import Cited, Standing
from domain.fields import Field
from domain.innovation_summary import SUMMARISED, Summary, advanced
from domain.on_innovation import NAME, OnInnovation

__all__ = ["EVENTS", "NAME", "State", "check_integrity", "evolve", "reservations"]


class AgreementCovered(Body, frozen=True, kw_only=True):
    """An agreement that covers this innovation was signed."""

    TYPE: ClassVar[str] = "innovation.agreement_signed"
    FIXED: ClassVar[tuple[str, ...]] = ("agreement",)

    agreement: Annotated[str, Field("Perjanjian", ref="agreement")]


class AwardReceived(Body, frozen=True, kw_only=True):
    """The innovation received an award."""

    TYPE: ClassVar[str] = "innovation.awarded"
    FIXED: ClassVar[tuple[str, ...]] = ("award",)

    award: Annotated[str, Field("Penghargaan", ref="award")]


class VerdictRecorded(Body, frozen=True, kw_only=True):
    """What Jejak said about the innovation and an award: by which rulebook, at which position, of which day.

    `findings` names the outcome of every rule; `maturity` is a decimal text where the award has one.
    """

    TYPE: ClassVar[str] = "innovation.verdict_recorded"

    award: Annotated[str, Field("Penghargaan")]
    year: Annotated[int, Field("Tahun")]
    group: Annotated[str | None, Field("Kelompok lomba")] = None
    rulebook: Annotated[str, Field("Aturan penilaian")]
    sha256: Annotated[str, Field("Sidik aturan", "file")]
    position: Annotated[int, Field("Posisi")]
    day: Annotated[str, Field("Hari")]
    as_of: Annotated[str | None, Field("Keadaan per tanggal")] = None
    outcome: Annotated[str, Field("Penilaian syarat", terms="verdict")]
    findings: Annotated[dict[str, str], Field("Hasil setiap aturan")]
    maturity: Annotated[str | None, Field("Kematangan")] = None


EVENTS: tuple[type[Body], ...] = (
    *design.EVENTS,
    *profile.EVENTS,
    *delivery.EVENTS,
    AgreementCovered,
    AwardReceived,
    *evidence.EVENTS,
    VerdictRecorded,
    *support.EVENTS,
    *plan.EVENTS,
    *running.EVENTS,
    *recognition.EVENTS,
)


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
    evidence: Standing = {}

    def cited(self, indicator: str) -> list[Cited]:
        """The evidence that names an IGA indicator, as a verification cites it."""
        return [
            Cited(version, None, body.file, body.link, body.number, date)
            for version, (body, date) in sorted(self.evidence.items())
            if indicator in body.iga
        ]


def evolve(state: State | None, fact: AnyFact) -> State | None:
    body = fact.body
    if body.FOUNDS:
        return State(body.lab, body.idea, body.unit, Summary(fact))
    if state is None:
        return None
    if type(body) in SUMMARISED:
        return msgspec.structs.replace(state, summary=advanced(state.summary, fact))
    if isinstance(body, AgreementCovered):
        return msgspec.structs.replace(state, agreements=state.agreements | {body.agreement})
    for part in (profile, evidence, plan, running, recognition):
        state = part.evolve(state, fact)
    return state


def check_integrity(state: State, fact: AnyFact, others: Mapping[str, StreamState]) -> Reason | None:
    return (
        design.check_integrity(state, fact, others)
        or profile.check_integrity(state, fact, others)
        or delivery.check_integrity(state, fact, others)
        or evidence.check_integrity(state, fact, others)
        or plan.check_integrity(state, fact)
        or running.check_integrity(state, fact, others)
        or recognition.check_integrity(state, fact, others)
        or support.check_integrity(fact)
    )


reservations = no_reservations


class RecordVerdict(OnInnovation[VerdictRecorded], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "innovation.record_verdict"
