"""dossier issue and again: what was issued is an event, and can be written again to the last byte."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

from domain.entry import IssuedFile, IssueDossier
from domain.profile import Note
from exporters.dossier.assemble import build_dossier
from exporters.word.files import dossier_files
from exporters.word.render import own_template
from exporters.word.reproducible_zip import pack_zip, unpack_zip
from jejak_i18n.formatting import number
from ledger.workspace.workspace import open_at
from projections.read_session import open_session
from schemas import loader
from tests.helpers import Done, complete_proposal, invoke
from tests.properties import oracle

BASE = "kipp-2023-umum-3303-0169-final"
INNOVATION = "3303/innovation/000169"
NAMES = [f"{BASE}.json", f"{BASE}.docx"]
PASAR = ("SIMPEL PASAR", "--year", "2023")
RELEASE = version("jejak")


def sha256(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()


def issue(home: Path, out: Path, *words: str) -> Done:
    return invoke("dossier", "issue", "kipp", *PASAR, "--out", out, *words, "--home", home)


def again(home: Path, out: Path, *words: str) -> Done:
    return invoke("dossier", "again", *PASAR, "--out", out, *words, "--home", home)


def bytes_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def last(home: Path) -> Any:
    return list(oracle.events(home / "ledger.db"))[-1]


@pytest.fixture
def own_demo(own_demo: Path, tmp_path: Path) -> Path:
    """The demo with all files of the proposal."""
    complete_proposal(own_demo, tmp_path / "lampiran")
    return own_demo


@pytest.fixture
def issued(own_demo: Path, tmp_path: Path) -> Path:
    """The demo with an issued proposal in the folder `terbit`."""
    done = issue(own_demo, tmp_path / "terbit", "--command-id", "terbit")
    assert done.status == 0, done.err
    return own_demo


def test_the_event_holds_the_hashes_of_the_files(own_demo: Path, tmp_path: Path) -> None:
    out = tmp_path / "terbit"
    head = len(list(oracle.events(own_demo / "ledger.db")))
    done = issue(own_demo, out, "--json")
    assert done.status == 0, done.err
    files = [{"name": name, "sha256": sha256((out / name).read_bytes())} for name in NAMES]
    assert sorted(bytes_in(out)) == sorted(NAMES)
    assert {key: held for key, held in done.data.items() if key != "command_id"} == {
        "events": [head + 1, head + 2],
        "recorded_before": False,
        "dry_run": False,
        "code": "3303-0169",
        "award": "kipp",
        "year": 2023,
        "group": "umum",
        "folder": str(out),
        "files": files,
        "position": head,
    }
    recorded = last(own_demo)
    assert (recorded.type, recorded.body) == (
        "entry.dossier_issued",
        {
            "files": files,
            "position": head,
            "rulebook": "kipp-2023-umum",
            "sha256": sha256(loader.rulebook_bytes("kipp-2023-umum")),
            "template": sha256(own_template("kipp")),
            "release": RELEASE,
        },
    )
    assert json.loads((out / NAMES[0]).read_bytes())["position"] == head
    # Rulebook and template stay with the ledger.
    for kept in (recorded.body["sha256"], recorded.body["template"]):
        assert open_at(own_demo).evidence.has(kept)
    assert invoke("evidence", "check", "--home", own_demo).status == 0


def test_an_issue_is_the_final_copy(issued: Path, tmp_path: Path) -> None:
    words = ("dossier", "kipp", *PASAR, "--final", "--known-at", "2099-01-01", "--out", tmp_path / "final")
    assert invoke(*words, "--home", issued).status == 0
    assert sorted(bytes_in(tmp_path / "final")) == sorted(bytes_in(tmp_path / "terbit"))


def test_a_dossier_that_lacks_a_mandatory_part_is_not_issued(own_demo: Path, tmp_path: Path) -> None:
    before = (own_demo / "ledger.db").read_bytes()
    words = ("dossier", "issue", "iga", "SAPA RT", "--year", "2026", "--out", tmp_path / "terbit")
    done = invoke(*words, "--home", own_demo)
    assert (done.status, done.out) == (3, "")
    assert done.err.splitlines()[-1] == "3 bagian wajib formulir masih kurang. Tidak ada yang ditulis."
    assert not (tmp_path / "terbit").exists()
    assert (own_demo / "ledger.db").read_bytes() == before


def test_a_trial_writes_and_records_nothing(own_demo: Path, tmp_path: Path) -> None:
    before = (own_demo / "ledger.db").read_bytes()
    done = issue(own_demo, tmp_path / "terbit", "--dry-run")
    assert (done.status, done.out) == (0, "Akan dicatat 2 peristiwa. Belum ada yang dicatat.\n")
    assert not (tmp_path / "terbit").exists()
    assert (own_demo / "ledger.db").read_bytes() == before


def test_the_same_command_is_recorded_once(issued: Path, tmp_path: Path) -> None:
    before = (issued / "ledger.db").read_bytes()
    done = issue(issued, tmp_path / "lain", "--command-id", "terbit")
    told = "Tidak ada yang baru: perintah terbit sudah tercatat sebelumnya.\n"
    assert (done.status, done.out, done.err) == (0, told, "")
    assert not (tmp_path / "lain").exists()
    assert (issued / "ledger.db").read_bytes() == before


def test_where_the_ledger_refuses_no_file_stays(own_demo: Path, tmp_path: Path) -> None:
    ahead = open_at(own_demo).command_handler(now=lambda: datetime.now(UTC) + timedelta(hours=2))
    note = Note.of(region="3303", innovation=INNOVATION, heading="Skor", remark="87")

    def decide(decision: Any) -> None:
        decision.act(note)

    ahead.run("maju", decide)
    done = issue(own_demo, tmp_path / "terbit")
    assert done.status == 5
    assert "tertinggal lebih dari sepuluh menit dari catatan terakhir" in done.err
    assert not (tmp_path / "terbit").exists()
    assert last(own_demo).type == "innovation.noted"


def test_where_the_computer_refuses_a_file_nothing_is_recorded(own_demo: Path, tmp_path: Path) -> None:
    before = (own_demo / "ledger.db").read_bytes()
    (tmp_path / "terbit" / NAMES[1]).mkdir(parents=True)
    done = issue(own_demo, tmp_path / "terbit")
    assert (done.status, done.err.startswith("  Komputer menolak: ")) == (5, False)
    assert [path.name for path in (tmp_path / "terbit").iterdir()] == [NAMES[1]]
    assert (own_demo / "ledger.db").read_bytes() == before


def test_the_same_bytes_after_later_corrections(issued: Path, tmp_path: Path) -> None:
    made = json.loads((tmp_path / "terbit" / NAMES[0]).read_bytes())
    summary = next(part for part in made["sections"] if part["id"] == "summary")["values"][0]
    words = (str(summary["sources"][0]["event"]), summary["field"], "Ringkasan yang diralat.")
    done = invoke("correct", *words, "--reason", "salah salin", "--yes", "--home", issued)
    assert done.status == 0, done.err
    assert issue(issued, tmp_path / "kedua").status == 0
    second = last(issued)
    assert bytes_in(tmp_path / "kedua") != bytes_in(tmp_path / "terbit")
    first_event = made["position"] + 2
    done = again(issued, tmp_path / "lagi", "--event", str(first_event), "--json")
    assert (done.status, done.data) == (
        0,
        {
            "code": "3303-0169",
            "award": "kipp",
            "year": 2023,
            "group": "umum",
            "event": first_event,
            "position": made["position"],
            "files": [str(tmp_path / "lagi" / name) for name in NAMES],
            "differing": [],
        },
    )
    assert bytes_in(tmp_path / "lagi") == bytes_in(tmp_path / "terbit")
    # Without an event, the last issue.
    done = again(issued, tmp_path / "lagi")
    assert (done.status, done.out.splitlines()[0]) == (
        0,
        f"Sama dengan terbitan peristiwa {number(first_event + 2)}, dibaca pada posisi"
        f" {number(second.body['position'])},"
        " sampai bita terakhir:",
    )
    assert bytes_in(tmp_path / "lagi") == bytes_in(tmp_path / "kedua")


def test_the_history_and_the_list_tell_it(issued: Path) -> None:
    event = len(list(oracle.events(issued / "ledger.db")))
    told = invoke("history", "SIMPEL PASAR", "--home", issued, "--json").data["entries"]
    files = ", ".join(NAMES)
    assert [one["sentence"] for one in told if one["event"] == event] == [
        f"Dosir diterbitkan dari posisi {event - 2}, menurut kipp-2023-umum: {files}."
    ]
    items = invoke("entry", "list", "--award", "kipp", "--year", "2023", "--home", issued, "--json").data
    assert [(one["code"], one["issued"]) for one in items["items"]] == [
        ("3303-0169", event),
        ("3373-0042", None),
    ]


def test_it_is_submitted_returned_and_judged_as_an_entry(issued: Path) -> None:
    edition = ("--year", "2023", "--group", "umum", "--home", issued)
    for words in (
        ("move", "SIMPEL PASAR", "--to", "ministry"),
        ("move", "SIMPEL PASAR", "--to", "returned", "--note", "surat belum ditandatangani"),
        ("move", "SIMPEL PASAR", "--to", "ministry"),
        ("result", "SIMPEL PASAR", "--award", "kipp", "--result", "winner", "--tier", "TOP 45"),
    ):
        assert invoke("entry", *words, *edition).status == 0
    items = invoke("entry", "list", "--award", "kipp", "--year", "2023", "--home", issued, "--json").data
    (one,) = [one for one in items["items"] if one["code"] == "3303-0169"]
    assert (one["queue"], one["result"], one["issued"] is None) == ("ministry", "winner", False)


def test_what_was_never_issued_or_taken_back(issued: Path, tmp_path: Path) -> None:
    nothing = (
        "Belum ada dosir 3303-0169 yang diterbitkan untuk tahun {year}.\n  Terbitkan: jejak dossier issue\n"
    )
    done = invoke("dossier", "again", "SIMPEL PASAR", "--year", "2022", "--out", tmp_path, "--home", issued)
    assert (done.status, done.err) == (2, nothing.format(year=2022))
    done = invoke("void", "terbit", "--reason", "belum dikirim", "--yes", "--home", issued)
    assert done.status == 0, done.err
    done = again(issued, tmp_path / "lagi")
    assert (done.status, done.err) == (2, nothing.format(year=2023))


def record(home: Path, **changed: Any) -> None:
    """Records another issue of the last one's files, with other facts."""
    body = last(home).body
    said: dict[str, Any] = {
        **body,
        "files": [IssuedFile(one["name"], one["sha256"]) for one in body["files"]],
        "group": "umum",
        **changed,
    }
    action = IssueDossier.of(region="3303", innovation=INNOVATION, award="kipp", year=2023, **said)
    refused: list[Any] = []

    def decide(decision: Any) -> None:
        decision.act(action)
        refused.extend(decision.refused)

    open_at(home).command_handler().run(f"lagi-{len(changed)}", decide)
    assert refused == []


def test_the_event_must_be_named_where_several_editions_were_issued(issued: Path, tmp_path: Path) -> None:
    event = len(list(oracle.events(issued / "ledger.db")))
    record(issued, group="khusus")
    said = (
        f"Error: Sebut peristiwa penerbitannya: --event N. Yang terbit: {event} KIPP 2023 (umum);"
        f" {event + 2} KIPP 2023 (khusus)"
    )
    for words in ((), ("--event", "3")):
        done = again(issued, tmp_path / "lagi", *words)
        assert (done.status, done.err.splitlines()[-1]) == (2, said)
    assert again(issued, tmp_path / "lagi", "--event", str(event)).status == 0


@pytest.mark.parametrize(
    ("changed", "cause"),
    [
        (
            {"release": "0.0.1"},
            f"Diterbitkan dengan Jejak 0.0.1; ini Jejak {RELEASE}. Pasang Jejak 0.0.1, lalu coba lagi.",
        ),
        (
            {"sha256": "0" * 64},
            "Aturan penilaian kipp-2023-umum waktu itu berbeda dengan yang sekarang.",
        ),
        ({}, "Periksa rekam jejaknya: jejak ledger verify"),
    ],
    ids=["another release", "another rulebook", "unknown"],
)
def test_a_file_that_would_differ_is_named_and_not_written(
    issued: Path, tmp_path: Path, changed: dict[str, str], cause: str
) -> None:
    (one, other) = last(issued).body["files"]
    files = [IssuedFile(one["name"], one["sha256"]), IssuedFile(other["name"], "f" * 64)]
    record(issued, files=files, **changed)
    done = again(issued, tmp_path / "lagi")
    assert (done.status, done.err) == (
        1,
        f"{NAMES[1]} tidak akan sama dengan yang diterbitkan; tidak ditulis.\n  {cause}\n",
    )
    assert list(bytes_in(tmp_path / "lagi")) == [NAMES[0]]


def test_the_template_of_the_issue_is_taken_where_it_is_kept(issued: Path, tmp_path: Path) -> None:
    evidence = open_at(issued).evidence
    # One that cannot be rendered gives way to today's, and the hashes decide.
    record(issued, template=evidence.keep_bytes(b"bukan templat"))
    assert again(issued, tmp_path / "lagi").status == 0
    assert bytes_in(tmp_path / "lagi") == bytes_in(tmp_path / "terbit")
    parts = unpack_zip(own_template("kipp"))
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"Isi proposal", b"Isi usulan")
    record(issued, template=evidence.keep_bytes(pack_zip(parts)), group="umum")
    assert again(issued, tmp_path / "lain").status == 1
    assert list(bytes_in(tmp_path / "lain")) == [NAMES[0]]


def test_the_innovation_shows_its_entries_and_how_far_they_are(issued: Path) -> None:
    event = len(list(oracle.events(issued / "ledger.db")))
    edition = ("--year", "2023", "--group", "umum", "--home", issued)
    assert invoke("entry", "move", "SIMPEL PASAR", "--to", "ministry", *edition).status == 0
    words = ("--award", "kipp", "--result", "finalist")
    assert invoke("entry", "result", "SIMPEL PASAR", *words, *edition).status == 0
    lines = invoke("catalogue", "show", "SIMPEL PASAR", "--home", issued).out.splitlines()
    at = lines.index("  Usulan")
    assert lines[at + 1 : at + 3] == [
        "    IGA 2026: unit",
        f"    KIPP 2023 (umum): kementerian, finalis, dosir terbit (peristiwa {event})",
    ]
    data = invoke("catalogue", "show", "SIMPEL PASAR", "--home", issued, "--json").data
    assert [one["issued"] for one in data["entries"] if one["year"] == 2023] == [event]


def test_what_was_issued_by_an_earlier_revision_is_written_again_by_it(issued: Path, tmp_path: Path) -> None:
    first, *_later, newest = loader.revisions("kipp-2023-umum")
    session = open_session(open_at(issued), position=last(issued).body["position"])
    made = build_dossier(session, "SIMPEL PASAR", "kipp", 2023, "umum", pinned=sha256(first)).dossier
    session.close()
    files = dossier_files(made, final=True)
    assert (made.form.sha256, first == newest) == (sha256(first), False)
    record(
        issued,
        files=[IssuedFile(name, sha256(raw)) for name, raw in files.items()],
        sha256=sha256(first),
    )
    assert again(issued, tmp_path / "lagi").status == 0
    assert bytes_in(tmp_path / "lagi") == files
    assert bytes_in(tmp_path / "lagi")[NAMES[0]] != bytes_in(tmp_path / "terbit")[NAMES[0]]
