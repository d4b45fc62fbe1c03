"""A recorded verdict computed again: the same then, and what changed it since."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from domain.award import GiveAward
from domain.support import RecordSupport
from ledger.workspace.workspace import open_at
from schemas import loader
from tests.helpers import Done, invoke
from tests.properties import oracle

IGA = ("--award", "iga", "--year", "2026")
PASAR = ("SIMPEL", "PASAR")
STREAM = "3303/innovation/000169"


def run(home: Path, *words: str | Path) -> Done:
    done = invoke(*words, "--home", home)
    assert done.status == 0, done.err
    return done


@pytest.fixture
def recorded(own_demo: Path) -> Path:
    """The demo with a claim by command `klaim`, and then a recorded verdict."""
    run(
        own_demo,
        *words("entry claim SIMPEL PASAR --indicator 26 --level 3 --command-id klaim --year 2026"),
    )
    run(own_demo, "eligibility", "show", *PASAR, *IGA, "--record")
    return own_demo


def words(text: str) -> list[str]:
    """The words of a command line."""
    return text.split()


def replayed(home: Path) -> dict[str, Any]:
    items = run(home, "eligibility", "replay", *PASAR, "--json").data["items"]
    assert len(items) == 1
    found: dict[str, Any] = items[0]
    assert found["repeated"] is True
    return found


def event(home: Path, kind: str, **body: Any) -> oracle.Event:
    """The only event of the full innovation or its entry of a kind with these values."""
    found = [
        one
        for one in oracle.events(home / "ledger.db")
        if one.type == kind and body.items() <= one.body.items()
        if one.stream.startswith((STREAM, "3303/entry/"))
    ]
    assert len(found) == 1
    return found[0]


def head(home: Path) -> int:
    return oracle.events(home / "ledger.db")[-1].position


def test_the_same_as_long_as_nothing_happens(recorded: Path) -> None:
    found = replayed(recorded)
    assert (found["event"], found["position"], found["outcome"], found["now"]) == (3779, 3778, "met", "met")
    assert (found["moved"], found["rules"]) == ([], [])
    lines = run(recorded, "eligibility", "replay", *PASAR).out.splitlines()
    assert lines[0].startswith("IGA 2026, dicatat pada posisi 3.778 (")
    assert lines[1:] == ["  Dihitung lagi: sama.", "  Sekarang: memenuhi syarat."]


def test_the_same_from_views_built_anew(recorded: Path) -> None:
    before = replayed(recorded)
    run(recorded, "projections", "rebuild")
    assert replayed(recorded) == before
    evidence = open_at(recorded).evidence
    sha256 = loader.rulebook("iga-2026")["sha256"]
    assert evidence.path(sha256).read_bytes() == loader.rulebook_bytes("iga-2026")


def correct(kind: str, field: str, value: str, **body: Any) -> Callable[[Path], None]:
    def act(home: Path) -> None:
        position = str(event(home, kind, **body).position)
        run(home, "correct", position, field, value, "--reason", "salah", "--yes")

    return act


def void(kind: str, **body: Any) -> Callable[[Path], None]:
    def act(home: Path) -> None:
        run(home, "void", event(home, kind, **body).action, "--reason", "keliru", "--yes")

    return act


def verbs(*said: str) -> Callable[[Path], None]:
    def act(home: Path) -> None:
        run(home, *said)

    return act


def voided_and_back(home: Path) -> None:
    run(home, "void", "klaim", "--reason", "keliru", "--yes", "--command-id", "batal")
    run(home, "void", "batal", "--reason", "keliru juga", "--yes")


def superseded(home: Path) -> None:
    from domain.evidence import AttachEvidence

    old = event(home, "innovation.evidence_attached", number="CONTOH-17/PKS/2024")
    new = AttachEvidence.of(
        region="3303",
        innovation=STREAM,
        kind="cooperation_agreement",
        subject="Perpanjangan",
        iga=["regulation"],
        supersedes=old.version,
    )

    def decide(decision: Any) -> None:
        decision.act(new)

    open_at(home).command_handler().run("ganti", decide)


CHANGES: dict[str, tuple[Callable[[Path], None], str, tuple[str, str]]] = {
    "a new fact": (
        verbs(*words("entry claim SIMPEL PASAR --indicator 25 --level 0 --year 2026")),
        "indicator.dissemination",
        ("met", "not_met"),
    ),
    "a correction of a date": (
        correct("innovation.developed", "occurred", "2020"),
        "window",
        ("met", "not_met"),
    ),
    "a correction of a claim": (
        correct("entry.level_claimed", "level", "0", indicator="video"),
        "indicator.video",
        ("met", "not_met"),
    ),
    "a void in the innovation": (void("innovation.developed"), "window", ("met", "not_met")),
    "a void in the entry": (
        void("entry.level_claimed", indicator="video"),
        "indicator.video",
        ("met", "not_met"),
    ),
    "superseded evidence": (superseded, "indicator.actors", ("met", "not_met")),
}


@pytest.mark.parametrize(("change", "rule", "outcomes"), CHANGES.values(), ids=CHANGES)
def test_what_changed_a_verdict_is_named(
    recorded: Path, change: Callable[[Path], None], rule: str, outcomes: tuple[str, str]
) -> None:
    before = head(recorded)
    change(recorded)
    moved = {one["rule"]: one for one in replayed(recorded)["moved"]}
    assert (moved[rule]["before"], moved[rule]["after"]) == outcomes
    assert moved[rule]["events"]
    assert min(moved[rule]["events"]) > before
    told = run(recorded, "eligibility", "replay", *PASAR).out
    numbers = ", ".join(map(str, moved[rule]["events"]))
    assert f"    {moved[rule]['sentence']['id']} (peristiwa {numbers})" in told.splitlines()


def test_a_void_that_is_voided_moves_nothing(recorded: Path) -> None:
    voided_and_back(recorded)
    assert replayed(recorded)["moved"] == []


def test_a_withdrawn_entry_is_named(recorded: Path) -> None:
    run(
        recorded,
        *words("entry result SIMPEL PASAR --award iga --year 2026 --result withdrawn"),
    )
    moved = {one["rule"]: one for one in replayed(recorded)["moved"]}
    assert (moved["indicator.video"]["after"], moved["indicator.video"]["events"]) == (
        "not_met",
        [head(recorded)],
    )


def test_a_new_rulebook_is_named_by_its_places(recorded: Path, tmp_path: Path) -> None:
    path = tmp_path / "aturan.json"
    change = {"at": "window/from", "to": "2025-01-01"}
    path.write_text(json.dumps({"id": "iga-2026", "over": "iga-2026", "changes": [change]}))
    run(recorded, "rulebook", "add", path)
    found = replayed(recorded)
    assert found["rules"] == [{"path": "window/from", "before": "2024-01-01", "after": "2025-01-01"}]
    assert [(one["rule"], one["before"], one["after"], one["events"]) for one in found["moved"]] == [
        ("window", "met", "not_met", [])
    ]
    told = run(recorded, "eligibility", "replay", *PASAR).out.splitlines()
    assert told[-1] == "    aturan window/from: 2024-01-01 → 2025-01-01"


def test_an_award_of_an_earlier_innovation_in_another_region_is_repeated(own_demo: Path) -> None:
    other = "3373/innovation/000042"
    won = GiveAward.of(
        region="3373", title="KIPP", tier="TOP 45", edition="2019", recipient="innovation", innovation=other
    )
    heir = RecordSupport(
        region="3303", innovation=STREAM, kind="generation", subject="Generasi baru", earlier=other
    )

    def decide(decision: Any) -> None:
        decision.act(won)
        decision.act(heir)
        assert decision.refused == []

    open_at(own_demo).command_handler().run("waris", decide)
    run(
        own_demo,
        *words("eligibility show SIMPEL PASAR --award kipp --year 2021 --group umum --record"),
    )
    found = replayed(own_demo)
    assert (found["outcome"], found["moved"]) == ("not_met", [])


def test_verdicts_of_one_award_alone(recorded: Path) -> None:
    run(recorded, "eligibility", "show", *PASAR, *words("--award pp38 --year 2017 --record"))
    found = run(recorded, "eligibility", "replay", *PASAR, "--json").data["items"]
    assert [one["award"] for one in found] == ["pp38", "iga"]
    only = run(recorded, "eligibility", "replay", *PASAR, "--award", "iga", "--json").data["items"]
    assert [one["award"] for one in only] == ["iga"]
