"""Corrections and voids of generated facts: only such as the ledger itself would record."""

from __future__ import annotations

from typing import Any

from benchmarks.lives import Life
from benchmarks.telling import Telling
from benchmarks.writer import Told
from domain.corrections import FactCorrected, FactVoided
from domain.evidence import EvidenceAttached
from domain.plan import Monitored
from domain.profile import Measured, ProfileWritten

CORRECTED, VOIDED, RETURNED = 0.025, 0.015, 0.2
"""Shares: of innovations with a correction, with a void, and of voids that are voided again."""


class Mended:
    """How many corrections and voids were told."""

    def __init__(self) -> None:
        self.corrections = self.voids = 0


def mend(t: Telling, life: Life, done: Mended) -> None:
    """Corrects or voids a fact of a few innovations."""
    draw = t.random.random()
    if draw < CORRECTED:
        _correct(t, t.words.pick(life.mendable))
        done.corrections += 1
    elif draw < CORRECTED + VOIDED:
        done.voids += _void(t, t.words.pick(life.mendable))


def _correct(t: Telling, told: Told) -> None:
    field, old, new = _change(t, told)
    body = FactCorrected(
        version=told.version, field=field, type_version=1, old=old, new=new, reason=t.words.sentence()
    )
    t.writer.begin()
    t.writer.put(told.stream, body)


def _change(t: Telling, told: Told) -> tuple[str, Any, Any]:
    match told.body:
        case Monitored(finding=old):
            return "finding", old, t.words.sentence() + " Diralat."
        case Measured(after=old):
            return "after", old, f"{old}.5"
        case ProfileWritten(summary=old):
            return "summary", old, t.words.sentence() + " Diralat."
        case EvidenceAttached(subject=old) if t.words.chance(0.5):
            return "subject", old, f"{old} (ralat)"
    return "occurred", told.occurred, None if told.occurred == t.date(305) else t.date(305)


def _void(t: Telling, told: Told) -> int:
    void = _take_out(t, told.action, told)
    t.writer.let_go(told)
    if not t.words.chance(RETURNED):
        return 1
    _take_out(t, void.action, told)
    t.writer.hold(told)
    return 2


def _take_out(t: Telling, action: str, told: Told) -> Told:
    t.writer.begin()
    return t.writer.put(told.stream, FactVoided(names=action, reason=t.words.sentence()))
