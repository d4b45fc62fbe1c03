"""Verdicts at the edges of time: the same day, midnight in Purbalingga, a bare year, a later correction."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from domain.claims import ClaimLevel
from domain.delivery import Implement
from domain.design import DesignInnovation
from domain.evidence import AttachEvidence
from domain.rules.verdict import Finding, Verdict
from domain.support import RecordSupport
from domain.unit import RegisterUnit
from ledger.workspace.workspace import Workspace
from projections.eligibility import edition, rulebooks
from projections.read_session import open_session
from tests.clocked import made, record
from tests.ledger.office import INNOVATION, UNIT, Clock
from tests.properties import oracle
from tests.properties.judged import judged
from tests.properties.test_verdict_oracle import told

OF: dict[str, Any] = {"region": "3303", "innovation": INNOVATION}
BOOK = rulebooks.packaged("iga-2026").book


def executors(count: int) -> RecordSupport:
    return RecordSupport(**OF, kind="executors", role="petugas", count=count)


def decree(number: str) -> AttachEvidence:
    return AttachEvidence.of(
        **OF, kind="sk", number=number, subject="Tim", iga=["executors"], file="ab", occurred="2025-01-20"
    )


@pytest.fixture(scope="module")
def told_late(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """An innovation of 2022 that was recorded in June 2026."""
    clock = Clock()
    workspace = made(tmp_path_factory.mktemp("tepi") / "ruang", clock)
    unit = RegisterUnit.of(region="3303", kind="opd", name="Dinas", occurred="2017")
    design = DesignInnovation.of(region="3303", title="SIMPEL", unit=UNIT, occurred="2022-11")
    began = Implement.of(**OF, occurred="2023-12-31")
    record(workspace, clock, "2026-06-01T02:00:00+00:00", unit, design, began, decree("1"))
    record(workspace, clock, "2026-06-01T16:59:59+00:00", executors(4))
    record(workspace, clock, "2026-06-01T17:00:00+00:00", executors(30))
    claim = ClaimLevel.of(**OF, year=2026, indicator="executors", level=3, verified=3, occurred="2026-06-02")
    record(workspace, clock, "2026-06-02T02:00:00+00:00", claim)
    wider = RecordSupport(**OF, kind="development", subject="Enam pasar", occurred="2024")
    record(workspace, clock, "2026-06-03T02:00:00+00:00", wider)
    corrected(workspace, clock, "2026-06-10T02:00:00+00:00", "implemented", "occurred", "2024-01-01")
    corrected(workspace, clock, "2026-06-12T02:00:00+00:00", "evidence_attached", "number", "2")
    clock.move(days=1)
    workspace.command_handler(now=clock).run("batal", lambda d: d.void("2026-06-12T02:00:00+00:00", "keliru"))
    return workspace


def corrected(workspace: Workspace, clock: Clock, at: str, kind: str, field: str, new: str) -> None:
    record(workspace, clock, at)
    found = [one for one in oracle.events(workspace.ledger_path) if one.type == f"innovation.{kind}"]
    command_handler = workspace.command_handler(now=clock)
    command_handler.run(
        at, lambda decision: decision.correct(INNOVATION, found[0].version, field, new, "salah ketik")
    )


def verdict(workspace: Workspace, day: str | None, at: str | None) -> Verdict | None:
    """The verdict, after it was found to be that of the second reading; None where nothing stands."""
    views = open_session(workspace, as_of=day, known_at=at)
    shown = edition.edition(views, BOOK, "3303").verdicts()
    views.close()
    events = oracle.events(workspace.ledger_path)
    lawful = judged(events, BOOK, "3303", day=day, at=at, zone="Asia/Jakarta")
    assert [told(one) for one in shown] == [told(one) for one in lawful.verdicts]
    return shown[0] if shown else None


def finding(workspace: Workspace, rule: str, day: str | None, at: str | None = None) -> Finding | None:
    found = verdict(workspace, day, at)
    return found.finding(rule) if found else None


def events_of(workspace: Workspace, one: Finding | None) -> list[str]:
    """The events that a finding rests on, as type and date."""
    events = {event.position: event for event in oracle.events(workspace.ledger_path)}
    return [f"{events[at].type} {events[at].occurred}" for at in one.facts] if one else []


BEGAN, WIDER = "innovation.implemented 2023-12-31", "innovation.developed 2024"
WINDOW: dict[str, tuple[str | None, str | None, str, list[str]]] = {
    "the day before the corrected one": ("2023-12-31", None, "not_met", []),
    "the corrected day itself": ("2024-01-01", None, "met", [BEGAN]),
    "now": (None, None, "met", [BEGAN]),
    "before the correction was known": ("2023-12-31", "2026-06-09", "not_met", [BEGAN]),
    "the last instant before the correction": (
        "2024-01-01",
        "2026-06-10T01:59:59.999999+00:00",
        "not_met",
        [BEGAN],
    ),
    "the instant of the correction": ("2024-01-01", "2026-06-10T02:00:00+00:00", "met", [BEGAN]),
    "the same instant by the local clock": ("2024-01-01", "2026-06-10T09:00:00", "met", [BEGAN]),
    "the last day but one of a bare year": ("2024-12-30", "2026-06-09", "not_met", [BEGAN]),
    "the last day of a bare year": ("2024-12-31", "2026-06-09", "met", [BEGAN, WIDER]),
    "the evening before the bare year was recorded": ("2024-12-31", "2026-06-02", "not_met", [BEGAN]),
}


@pytest.mark.parametrize(("day", "at", "outcome", "facts"), WINDOW.values(), ids=WINDOW)
def test_the_window(told_late: Workspace, day: str, at: str, outcome: str, facts: list[str]) -> None:
    one = finding(told_late, "window", day, at)
    assert one is not None
    assert (one.outcome, events_of(told_late, one)) == (outcome, facts)
    assert (one.absent is None) == bool(facts)


@pytest.mark.parametrize(
    ("day", "at", "people"),
    [
        ("2026-05-31", None, None),
        ("2026-06-01", None, 4),
        ("2026-06-02", None, 34),
        (None, "2026-06-01", 4),
        (None, "2026-06-01T23:59:58.999999", None),
        (None, "2026-06-01T23:59:59", 4),
        (None, "2026-06-02T00:00:00", 34),
        (None, "2026-06-01T17:00:00+00:00", 34),
        ("2026-06-01", "2026-06-02", 4),
    ],
)
def test_a_fact_without_a_date_counts_from_its_day_in_purbalingga(
    told_late: Workspace, day: str | None, at: str | None, people: int | None
) -> None:
    one = finding(told_late, "indicator.personnel", day, at)
    assert one is not None
    assert one.value == people


@pytest.mark.parametrize(
    ("day", "at", "verified", "fallen"),
    [
        ("2026-06-01", None, None, False),
        ("2026-06-02", None, 3, False),
        (None, "2026-06-11", 3, False),
        (None, "2026-06-12", None, True),
        ("2026-06-02", "2026-06-12", None, True),
        (None, "2026-06-13", 3, False),
    ],
)
def test_a_verification_falls_with_a_correction_and_rises_when_that_is_voided(
    told_late: Workspace, day: str | None, at: str | None, verified: int | None, fallen: bool
) -> None:
    found = verdict(told_late, day, at)
    assert found is not None
    row = found.finding("indicator.executors")
    assert row is not None
    assert (row.verified, found.finding("verification.executors") is not None) == (verified, fallen)


def test_an_entry_that_was_begun_on_no_day_counts_whenever_it_is_known(told_late: Workspace) -> None:
    asked = [("2026-06-01", None), ("2026-06-02", None), (None, "2026-06-01"), (None, "2026-06-02")]
    found = [verdict(told_late, day, at) for day, at in asked]
    assert [one.entered for one in found if one] == [True, True, False, True]


def test_nothing_is_judged_before_the_innovation_was(told_late: Workspace) -> None:
    assert verdict(told_late, "2022-11-29", None) is None
    assert verdict(told_late, "2022-11-30", None) is not None
    assert verdict(told_late, None, "2026-05-31") is None


def test_no_workspace_is_written_to_by_looking_back(told_late: Workspace) -> None:
    before = Path(told_late.ledger_path).read_bytes()
    assert verdict(told_late, "2024-01-01", "2026-06-10") is not None
    assert Path(told_late.ledger_path).read_bytes() == before
