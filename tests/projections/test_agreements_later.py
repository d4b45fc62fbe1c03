"""What happens to an agreement after it was signed is told with each innovation that it covers."""

from __future__ import annotations

from pathlib import Path

from domain.agreement import ChangeAgreement, SignAgreement
from tests.clocked import go_on
from tests.helpers import invoke
from tests.ledger.office import INNOVATION

AT, LATER = "2023-06-06T05:00:00+00:00", "2023-06-07T05:00:00+00:00"
NEW = "3303/agreement/000002"


def told(home: Path, code: str) -> list[str]:
    """The lines of a history about agreements."""
    found = invoke("history", code, "--json", "--home", home)
    return [one["sentence"] for one in found.data["entries"] if "erjanjian" in one["sentence"]]


def line(home: Path, code: str, *words: str) -> str:
    """What the page of an innovation says of its agreements."""
    page = invoke("catalogue", "show", code, "--home", home, *words).out
    return next(line[16:].strip() for line in page.splitlines() if line.startswith("  Perjanjian "))


def test_amendments_and_the_end_are_told(own_life: Path) -> None:
    how = {"region": "3303", "agreement": NEW}
    go_on(
        own_life,
        AT,
        SignAgreement.of(
            region="3303",
            kind="performance",
            title="Kesepakatan Pasar",
            innovations=[INNOVATION, "3303/innovation/000002"],
            occurred="2023-01-02",
        ),
        ChangeAgreement.of(change="amended", occurred="2023-02-03", reason="dua pasar ditambah.", **how),
        ChangeAgreement.of(change="amended", occurred="2023-03", reason="satu pasar ditambah", **how),
    )
    signed = "Dicakup perjanjian yang ditandatangani: Kesepakatan Pasar."
    amended = ["Perjanjian diadendum: dua pasar ditambah.", "Perjanjian diadendum: satu pasar ditambah."]
    first = "Dicakup perjanjian yang ditandatangani: Perjanjian Kinerja Inovasi."
    undated = ["Perjanjian diadendum: target naik.", "Perjanjian diakhiri: selesai."]
    assert told(own_life, "3303-0001") == [first, signed, *amended, *undated]
    assert told(own_life, "3303-0002") == [signed, *amended]
    assert line(own_life, "3303-0001") == (
        "Perjanjian Kinerja Inovasi, diadendum, diakhiri;"
        " Kesepakatan Pasar, diadendum 2 kali, terakhir Maret 2023"
    )
    go_on(own_life, LATER, ChangeAgreement.of(change="ended", occurred="2023-05-04", reason="tuntas", **how))
    assert line(own_life, "3303-0002") == (
        "Kesepakatan Pasar, diadendum 2 kali, terakhir Maret 2023, diakhiri 4 Mei 2023"
    )
    assert line(own_life, "3303-0002", "--as-of", "2023-02-28") == (
        "Kesepakatan Pasar, diadendum 3 Februari 2023"
    )


def test_marks_on_them_are_told_and_marks_on_other_facts_are_not(own_life: Path) -> None:
    positions = {one["type"]: one["event"] for one in events(own_life)}
    signed, amended = positions["innovation.agreement_signed"] - 1, positions["agreement.amended"]
    for position, field, value in (
        (signed, "title", "Perjanjian Pasar"),
        (amended, "reason", "target turun"),
    ):
        words = ("correct", str(position), field, value, "--reason", "salah ketik", "--yes")
        assert invoke(*words, "--home", own_life).status == 0
    ended = action(own_life, "agreement.ended")
    assert invoke("void", ended, "--reason", "masih berlaku", "--yes", "--home", own_life).status == 0
    assert told(own_life, "3303-0001") == [
        "Dicakup perjanjian yang ditandatangani: Perjanjian Pasar.",
        "Perjanjian diadendum: target naik.",
        "Perjanjian diakhiri: selesai.",
    ]
    marks = [one["sentence"] for one in events(own_life) if one["mark"]]
    assert marks == [
        f'RALAT: alasan pada peristiwa {amended} bukan "target naik.", melainkan "target turun"'
        " (salah ketik).",
        f"PEMBATALAN: {ended} (masih berlaku).",
    ]
    assert line(own_life, "3303-0001") == "Perjanjian Pasar, diadendum"


def events(home: Path) -> list[dict[str, object]]:
    """The events of the history of the first innovation."""
    found: list[dict[str, object]] = invoke("history", "3303-0001", "--json", "--home", home).data["entries"]
    return found


def action(home: Path, kind: str) -> str:
    """The id of the action that recorded an event."""
    return next(str(one["action"]) for one in events(home) if one["type"] == kind)
