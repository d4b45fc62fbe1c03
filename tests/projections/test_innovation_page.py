"""The page of an innovation: what it went into or carries on, who holds it, what evidence stands."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from domain.evidence import AttachEvidence
from domain.profile import WriteProfile
from domain.running import HandOver
from tests.clocked import go_on
from tests.helpers import invoke

AT, LATER = "2023-06-06T05:00:00+00:00", "2023-06-07T05:00:00+00:00"
SECOND = "3303/innovation/000002"
HEAD, SECRETARY = "3303/person/000002", "3303/person/000003"


def page(home: Path, code: str) -> list[str]:
    """The lines of the page."""
    done = invoke("catalogue", "show", code, "--home", home)
    assert (done.status, done.err) == (0, "")
    return done.out.splitlines()


def line(home: Path, code: str, label: str) -> str:
    """What stands beside a label."""
    width = len("  Judul terdahulu  ")
    return next(one[width:] for one in page(home, code) if one.startswith(f"  {label} "))


def detail(home: Path, code: str) -> dict[str, Any]:
    found: dict[str, Any] = invoke("catalogue", "show", code, "--json", "--home", home).data
    return found


def test_a_merger_stands_under_the_head_of_both(life: Path) -> None:
    assert page(life, "3303-0003")[:2] == ["3303-0003  Pasar Daring", "  Melanjutkan 3303-0004 Pasar Tani"]
    assert page(life, "3303-0004")[:2] == [
        "3303-0004  Pasar Tani",
        "  Dilanjutkan dalam 3303-0003 Pasar Daring",
    ]
    assert page(life, "3303-0002")[1].startswith("  Unit ")
    third, fourth = detail(life, "3303-0003"), detail(life, "3303-0004")
    assert (third["merged_into"], [one["code"] for one in third["carries_on"]]) == (None, ["3303-0004"])
    assert fourth["merged_into"] == {"code": "3303-0003", "title": "Pasar Daring", "acronym": None}
    assert fourth["carries_on"] == []


def test_the_holders_are_those_after_the_hand_overs(own_life: Path) -> None:
    assert line(own_life, "3303-0002", "Pemegang") == "belum tercatat"
    assert line(own_life, "3303-0003", "Pemegang") == "Dinas Perdagangan"
    assert line(own_life, "3303-0004", "Pemegang") == "Kepala Dinas Perdagangan"
    how = {"region": "3303", "innovation": SECOND}
    go_on(
        own_life,
        AT,
        WriteProfile.of(innovators=[HEAD, SECRETARY], **how),
        HandOver.of(from_person=HEAD, handover_cause="transfer", **how),
    )
    assert line(own_life, "3303-0002", "Pemegang") == "Camat Bukateja"
    assert "    Inovator: Kepala Dinas Perdagangan; Camat Bukateja" in page(own_life, "3303-0002")
    assert detail(own_life, "3303-0002")["holders"] == ["Camat Bukateja"]


def test_evidence_that_gave_way_is_not_counted(own_life: Path) -> None:
    assert line(own_life, "3303-0002", "Bukti dukung") == "1"
    new = {"region": "3303", "innovation": SECOND, "kind": "photo"}
    go_on(own_life, AT, AttachEvidence.of(subject="Pasar baru", supersedes=7, **new))
    assert line(own_life, "3303-0002", "Bukti dukung") == "1"
    go_on(own_life, LATER, AttachEvidence.of(subject="Loket", **new))
    assert line(own_life, "3303-0002", "Bukti dukung") == "2"
    found = detail(own_life, "3303-0002")["evidence"]
    assert [(one["subject"], one["superseded"]) for one in found] == [
        ("Pasar", True),
        ("Pasar baru", False),
        ("Loket", False),
    ]
