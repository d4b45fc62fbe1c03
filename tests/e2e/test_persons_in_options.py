"""Texts typed behind options, and those of programs, are looked through like the cells of a workbook."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import jejak
from domain.base import Source
from importers import template
from ledger.codec import CODEC
from ledger.event_store import EventStore
from tests.helpers import Done, invoke

ROWS = {
    "Unit": [{"Kunci": "U-1", "Jenis": "OPD", "Nama": "Dinas Uji", "Nama Singkat": "Dinuji"}],
    "Orang": [{"Kunci": "ORG-1", "Nama": "Budi Uji Santoso", "Jabatan": "Kepala", "Unit": "U-1"}],
    "Inovasi": [{"Kunci": "INO-1", "Judul": "Warung", "Unit": "U-1", "Akronim": "WARUNG"}],
}
NAME = "oleh Budi Uji Santoso"
FOUND = "teks memuat nama yang terdaftar di lembar Orang, sesudah 5 huruf."
ALLOW = "Tulis jabatan atau unitnya. Bila memang harus tertulis di sini: --allow-text ALASAN"
WHY = "sudah diumumkan"
IGA = ("--year", "2026", "--indicator", "16")
KIPP = ("--year", "2023", "--group", "umum")


@pytest.fixture
def recorded(home: Path, tmp_path: Path) -> Path:
    path = tmp_path / "buku.xlsx"
    template.write(path, rows=ROWS, identity={"Kode Wilayah": "33.03"})
    assert invoke("import", path, "--home", home).status == 0
    assert invoke("entry", "claim", "WARUNG", *IGA, "--level", "2", "--home", home).status == 0
    return home


def last(home: Path) -> tuple[int, str, Any, Source | None]:
    """How many events there are; type, body and source of the last."""
    store = EventStore(home / "ledger.db")
    try:
        head = store.head().position
        row = store.at(head)
        assert row
        fact = CODEC.decode(row)
        return head, row.topic.partition("/")[0], fact.body, fact.source
    finally:
        store.close()


def sayings(folder: Path) -> dict[str, tuple[tuple[str, ...], str]]:
    """Calls that record a text, and the field of the event that it becomes."""
    text = folder / "teks.txt"
    text.write_text(NAME, encoding="utf-8")
    claim = ("entry", "claim", "WARUNG", *IGA, "--level", "1")
    verify = ("entry", "verify", "WARUNG", *IGA, "--level", "1")
    choose = ("entry", "choose", "WARUNG", *KIPP)
    result = ("entry", "result", "WARUNG", "--award", "kipp", *KIPP, "--result", "finalist")
    region = ("entry", "claim-region", "--year", "2026", "--row", "1", "--level", "1")
    day = ("calendar", "set", "--award", "iga", "--year", "2026", "--milestone", "closes")
    return {
        "claim": ((*claim, "--note", NAME), "note"),
        "claim-region": ((*region, "--note", NAME), "note"),
        "claim-region, verifier": ((*region, "--verified", "1", "--verifier", NAME), "verifier"),
        "verify": ((*verify, "--note", NAME), "note"),
        "verify, verifier": ((*verify, "--verifier", NAME), "verifier"),
        "choose, source": ((*choose, "--source", NAME), "source"),
        "choose, owner": ((*choose, "--source-owner", NAME), "source_owner"),
        "write": (
            ("entry", "write", "WARUNG", *KIPP, "--section", "significance", "--file", str(text)),
            "text",
        ),
        "move": (("entry", "move", "WARUNG", *KIPP, "--to", "ministry", "--note", NAME), "note"),
        "result": ((*result, "--note", NAME), "note"),
        "result, tier": ((*result, "--tier", NAME), "tier"),
        "calendar": ((*day, "--day", "2026-08-31", "--note", NAME), "note"),
    }


@pytest.mark.parametrize("name", sayings(Path("/tmp")))
def test_a_name_in_an_option_is_refused_or_marked(recorded: Path, tmp_path: Path, name: str) -> None:
    call, field = sayings(tmp_path)[name]
    before = last(recorded)[0]
    done = invoke(*call, "--home", recorded)
    assert (done.status, done.out) == (4, "")
    assert [line.strip() for line in done.err.splitlines()] == [f"{field}  {FOUND}", ALLOW]
    assert last(recorded)[0] == before
    done = invoke(*call, "--allow-text", WHY, "--home", recorded)
    assert done.status == 0, done.err
    _head, _kind, body, source = last(recorded)
    assert getattr(body, field) == NAME
    assert source == Source(cells={f"{field}@allowed": WHY})


def added(home: Path, file: Path, *options: str) -> Done:
    return invoke("evidence", "add", file, "--code", "WARUNG", *options, "--home", home)


def test_a_file_whose_name_is_a_persons_is_not_taken(recorded: Path, tmp_path: Path) -> None:
    path = tmp_path / "Surat Budi Uji Santoso.pdf"
    path.write_bytes(b"%PDF contoh")
    before = last(recorded)[0]
    done = added(recorded, path, "--kind", "sk")
    assert (done.status, done.err) == (
        3,
        f"  {path}  teks memuat nama yang terdaftar di lembar Orang, sesudah 0 huruf.\n"
        f"{' ' * (len(str(path)) + 4)}{ALLOW}\n"
        "1 kesalahan. Tidak ada yang dicatat.\n",
    )
    assert last(recorded)[0] == before
    assert added(recorded, path, "--kind", "sk", "--subject", "Surat kepala").status == 0
    _head, kind, body, source = last(recorded)
    assert (kind, body.subject, source) == ("innovation.evidence_attached", "Surat kepala", None)


def test_a_file_whose_name_may_stand_is_marked(recorded: Path, tmp_path: Path) -> None:
    path = tmp_path / "Surat Budi Uji Santoso.pdf"
    path.write_bytes(b"%PDF contoh")
    assert added(recorded, path, "--kind", "sk", "--allow-text", WHY).status == 0
    _head, _kind, body, source = last(recorded)
    assert body.subject == "Budi Uji Santoso"
    assert source == Source(cells={"subject@allowed": WHY})


@pytest.mark.parametrize(
    "call",
    [
        ("void", "tidak-ada", "--reason", NAME, "--yes"),
        ("correct", "1", "name", "Lain", "--reason", NAME, "--yes"),
        ("correct", "1", "name", "Lain", "--reason", "keliru", "--yes", "--allow-text", NAME),
        ("entry", "move", "WARUNG", *KIPP, "--to", "ministry", "--allow-text", NAME),
        ("import", "buku.xlsx", "--as-correction", NAME),
        ("import", "buku.xlsx", "--allow-text", NAME),
    ],
)
def test_a_reason_holds_no_registered_name(
    recorded: Path, tmp_path: Path, call: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before = last(recorded)[0]
    done = invoke(*call, "--home", recorded)
    assert (done.status, done.out) == (4, "")
    assert [line.strip() for line in done.err.splitlines()] == [FOUND, "Tulis jabatan atau unitnya."]
    assert last(recorded)[0] == before


def test_a_post_that_names_its_person_makes_no_workspace(tmp_path: Path) -> None:
    how = ("--region", "33.03", "--operator", "Budi Uji Santoso", "--post", NAME)
    done = invoke("init", tmp_path / "baru", *how)
    assert (done.status, done.out) == (4, "")
    assert [line.strip() for line in done.err.splitlines()] == [FOUND, "Tulis jabatan atau unitnya."]
    assert not (tmp_path / "baru").exists()
    with pytest.raises(jejak.Refused):
        jejak.create_workspace(tmp_path / "baru", region="33.03", operator="Budi Uji Santoso", post=NAME)
    assert not (tmp_path / "baru").exists()


def test_what_a_program_records_is_looked_through(recorded: Path) -> None:
    workspace = jejak.open_workspace(recorded)
    tried = jejak.innovation.Try.of(
        region="3303", innovation="3303/innovation/000001", occurred="2023", result=NAME
    )
    with pytest.raises(jejak.Refused) as caught:
        workspace.record(tried)
    assert [(field, jejak.sentence(why, "en")) for field, why in caught.value.reasons] == [
        ("result", "the text holds a name that is registered on sheet Orang, after 5 characters."),
        (None, "Write the post or the unit instead. If it must stand here: --allow-text REASON"),
    ]
    workspace.record(tried, allow_text=WHY)
    _head, kind, body, source = last(recorded)
    assert (kind, body.result, source) == (
        "innovation.trialled",
        NAME,
        Source(cells={"result@allowed": WHY}),
    )
    with pytest.raises(jejak.Refused):
        workspace.record(tried, allow_text=NAME)


def test_a_link_of_a_program_is_an_address(recorded: Path) -> None:
    workspace = jejak.open_workspace(recorded)
    given = {"region": "3303", "innovation": "3303/innovation/000001", "kind": "sk", "subject": "SK"}
    with pytest.raises(jejak.Refused) as caught:
        workspace.record(jejak.innovation.AttachEvidence.of(**given, link="contoh.go.id/sk"))
    assert [(field, jejak.sentence(why, "en")) for field, why in caught.value.reasons] == [
        ("link", '"contoh.go.id/sk" is no whole address of a page: https:// is missing in front.'),
        (None, "Write https:// in front of it, or copy the address from the browser."),
    ]
    workspace.record(jejak.innovation.AttachEvidence.of(**given, link="https://contoh.go.id/sk"))
    assert last(recorded)[2].link == "https://contoh.go.id/sk"
