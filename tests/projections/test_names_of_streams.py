"""Refusals, histories and lists say what people call a stream, never its id."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from openpyxl import load_workbook

from domain.claims import ClaimLevel
from domain.entry import AnnounceResult, ChooseAlignment, MoveQueue
from ledger.workspace.workspace import open_at
from projections.read_session import open_session
from projections.timeline.stream_names import StreamNames
from tests.clocked import go_on
from tests.helpers import invoke
from tests.ledger.office import INNOVATION

AT = "2023-06-06T05:00:00+00:00"
IGA = {"region": "3303", "innovation": INNOVATION, "award": "iga", "year": 2026}


@pytest.fixture
def entered(own_life: Path) -> Path:
    """The small lab with an entry whose first events have no date."""
    go_on(
        own_life,
        AT,
        ClaimLevel.of(indicator="regulation", level=1, **IGA),
        MoveQueue.of(stage="ministry", occurred="2023-05-20", **IGA),
        AnnounceResult.of(result="winner", occurred="2023-05-30", **IGA),
        ClaimLevel.of(indicator="personnel", level=1, **IGA),
    )
    return own_life


def test_every_kind_of_stream_has_a_name(entered: Path) -> None:
    with closing(open_session(open_at(entered))) as session:
        names = StreamNames(session)
        told = {
            kind: names.of(f"3303/{kind}/000001")
            for kind in (
                *("region", "unit", "person", "document", "lab", "workshop", "idea", "innovation"),
                *("agreement", "award", "entry"),
            )
        }
        assert told == {
            "region": "Kabupaten Purbalingga",
            "unit": "Dindag",
            "person": "Analis",
            "document": "Tim Laboratorium Inovasi",
            "lab": "Lab Purbalingga 2022",
            "workshop": "diagnose, 2 November 2022",
            "idea": "3303-I0001",
            "innovation": "3303-0001",
            "agreement": "Perjanjian Kinerja Inovasi",
            "award": "Top Inovasi",
            "entry": "IGA 2026, 3303-0001",
        }


def test_what_was_voided_keeps_its_name(own_life: Path) -> None:
    entries = invoke("history", "SIMPEL", "--json", "--home", own_life).data["entries"]
    given = next(one for one in entries if one["type"] == "innovation.awarded")
    assert invoke("void", given["action"], "--reason", "keliru", "--yes", "--home", own_life).status == 0
    history = invoke("history", "SIMPEL", "--home", own_life).out
    assert "  (dibatalkan) Menerima penghargaan: Top Inovasi.\n" in history


def test_a_refusal_names_entries_awards_and_agreements(entered: Path) -> None:
    entries = invoke("history", "SIMPEL", "--json", "--home", entered).data["entries"]
    designed = next(one for one in entries if one["type"] == "innovation.designed")
    done = invoke("void", designed["action"], "--reason", "keliru", "--yes", "--home", entered)
    assert done.status == 4
    assert "3303/" not in done.err
    assert "IGA 2026, 3303-0001: Usulan 3303-0001 untuk IGA 2026 disiapkan. " in done.err
    words = ("--with-dependants", "--dry-run", "--reason", "keliru")
    shown = invoke("void", designed["action"], *words, "--home", entered)
    assert shown.status == 0
    assert "3303/" not in shown.out + shown.err
    assert "IGA 2026, 3303-0001, 30 Mei 2023: Hasil: pemenang." in shown.out + shown.err


def test_undated_beginnings_stand_before_the_first_dated_event(entered: Path) -> None:
    found = invoke("history", "SIMPEL", "--json", "--home", entered).data["entries"]
    told = [(one["occurred"], one["sentence"]) for one in found if "/entry/" in one["code"]]
    assert told == [
        (None, "Usulan 3303-0001 untuk IGA 2026 disiapkan."),
        (None, "Parameter 1 untuk indikator 16 diklaim."),
        ("2023-05-20", "Usulan kini berada di: kementerian."),
        ("2023-05-30", "Hasil: pemenang."),
        (None, "Parameter 1 untuk indikator 17 diklaim."),
    ]
    sentences = [one["sentence"] for one in found]
    launched = sentences.index("Diluncurkan pada Purbalingga Expo, bersama 1 inovasi lain.")
    assert sentences.index(told[0][1]) > launched
    assert found[-1]["occurred"] is None


def test_an_entry_without_any_date_stands_by_its_recording(own_life: Path) -> None:
    go_on(own_life, AT, ChooseAlignment.of(category="Pasar", **IGA))
    found = invoke("history", "SIMPEL", "--json", "--home", own_life).data["entries"]
    assert [one["sentence"] for one in found][-2:] == [
        "Usulan 3303-0001 untuk IGA 2026 disiapkan.",
        "Pilihan formulir tercatat: Pasar.",
    ]


@pytest.mark.parametrize("verb", ["history", "replay"])
def test_the_workbook_calls_an_entry_an_entry(entered: Path, tmp_path: Path, verb: str) -> None:
    path = tmp_path / "riwayat.xlsx"
    assert invoke(verb, "SIMPEL", "--xlsx", path, "--home", entered).status == 0
    values = [str(cell.value) for sheet in load_workbook(path) for row in sheet for cell in row]
    assert [one for one in values if "/0000" in one] == []
    assert values.count("usulan") == 5
