"""What generated innovations record for competitions: supporting facts, entries, claims, verifications."""

from __future__ import annotations

from benchmarks.lives import Life
from benchmarks.telling import Telling
from domain import support as facts
from domain.claims import LevelClaimed, LevelVerified
from domain.evidence import Cited, EvidenceAttached
from domain.on_entry import EntryPrepared
from schemas.loader import packaged

INDICATORS = tuple(packaged().indicator_numbers.values())
YEAR = 2026


def support(t: Telling, life: Life) -> None:
    """A few of the facts that the rules read."""
    if not t.words.chance(0.6):
        return
    random = t.random.random
    year = YEAR - int(random() * 4)
    told = (
        facts.ExecutorsNamed(role="petugas", count=1 + int(random() * 40)),
        facts.BudgetLined(year=year, amount=str(1_000_000 * int(1 + random() * 90))),
        facts.PlanLined(year=year),
        facts.TrainingHeld(subject=t.words.phrase(), count=int(5 + random() * 40)),
        facts.PartnerJoined(subject=t.words.phrase()),
        facts.ProcedureSet(count=1 + int(random() * 8)),
        facts.BenefitCounted(basis="people", amount=str(int(1 + random() * 900))),
    )
    for body in told:
        if t.words.chance(0.5):
            t.tell(life.stream, body, t.day(200, 400))


def enter(t: Telling, life: Life) -> None:
    """An entry of half of them, with claims, some verified, and evidence for what is claimed."""
    if not t.words.chance(0.5):
        return
    stream = t.writer.found("entry")
    t.tell(stream, EntryPrepared(award="iga", year=YEAR, innovation=life.stream.id), 450)
    first = int(t.random.random() * 10)
    for indicator in INDICATORS[first : first + 4 + int(t.random.random() * 5)]:
        file = f"{t.random.getrandbits(256):064x}"
        proof = EvidenceAttached(
            kind=t.words.pick(("screenshot", "report", "sk", "photo")),
            subject=t.words.phrase(),
            iga=[indicator],
            file=file,
        )
        told = t.tell(life.stream, proof, t.day(425, 440))
        level = 1 + int(t.random.random() * 3)
        t.tell(stream, LevelClaimed(indicator=indicator, level=level), 451)
        if t.words.chance(0.4):
            cited = [Cited(told.version, None, file, None, None, told.occurred)]
            t.tell(stream, LevelVerified(indicator=indicator, verified=level, cites=cited), 452)
