"""evidence check names every difference; a killed or changed copy never leaves an event without its file."""

import hashlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from commands.competition.evidence_plan import EvidenceError, keep, planned
from ledger.workspace.workspace import open_at
from projections.read_session import open_session
from tests.helpers import ROOT, Done, invoke
from torture.large import grown

NAMES = {data: hashlib.sha256(data).hexdigest() for data in (b"satu", b"dua", b"asing")}
MIB = 1 << 20


@pytest.fixture
def kept(own_life: Path, tmp_path: Path) -> Path:
    """A workspace with two evidence files: events 116 and 117."""
    for number, data in enumerate((b"satu", b"dua"), 1):
        path = tmp_path / f"{number}.pdf"
        path.write_bytes(data)
        assert invoke("evidence", "add", path, "--code", "SIMPEL", "--home", own_life).status == 0
    return own_life


def place(home: Path, data: bytes) -> Path:
    return home / "evidence" / NAMES[data][:2] / NAMES[data]


def check(home: Path) -> Done:
    return invoke("evidence", "check", "--home", home)


def test_clean(kept: Path) -> None:
    done = check(kept)
    assert (done.status, done.out) == (0, "2 berkas, semuanya sesuai catatan.\n")


def test_a_flipped_byte(kept: Path) -> None:
    path = place(kept, b"satu")
    path.write_bytes(b"satv")
    done = check(kept)
    assert (done.status, done.out.splitlines()) == (
        1,
        [f"Berubah: {path} (peristiwa 116). Pulihkan dari cadangan.", "2 berkas, 1 kesalahan."],
    )


def test_a_deleted_file(kept: Path) -> None:
    path = place(kept, b"dua")
    path.unlink()
    done = check(kept)
    assert (done.status, done.out.splitlines()) == (
        1,
        [f"Hilang: {path} (peristiwa 117). Pulihkan dari cadangan.", "1 berkas, 1 kesalahan."],
    )
    assert "(berkas tidak ada)" in invoke("evidence", "list", "SIMPEL", "--home", kept).out


def test_stray_files(kept: Path) -> None:
    named = place(kept, b"asing")
    named.parent.mkdir(exist_ok=True)
    named.write_bytes(b"asing")
    misplaced = kept / "evidence" / NAMES[b"satu"]
    misplaced.write_bytes(b"satu")
    done = check(kept)
    told = (
        "Tak bertuan: {}. Tidak pernah disebut peristiwa mana pun; biarkan di sana, "
        "atau simpan di tempat lain."
    )
    assert done.status == 1
    assert sorted(done.out.splitlines()[:-1]) == sorted(told.format(path) for path in (named, misplaced))
    assert done.out.splitlines()[-1] == "4 berkas, 2 kesalahan."


def test_a_file_replaced_by_another(kept: Path) -> None:
    place(kept, b"satu").write_bytes(b"dua")
    place(kept, b"dua").unlink()
    data = invoke("evidence", "check", "--json", "--home", kept).data
    assert [(one["kind"], one["sha256"], one["events"]) for one in data["faults"]] == [
        ("missing", NAMES[b"dua"], [117]),
        ("altered", NAMES[b"satu"], [116]),
    ]


def test_a_superseded_file_still_belongs_to_the_ledger(kept: Path, tmp_path: Path) -> None:
    path = tmp_path / "3.pdf"
    path.write_bytes(b"tiga")
    words = ("--code", "SIMPEL", "--supersedes", "116", "--home", kept)
    assert invoke("evidence", "add", path, *words).status == 0
    assert check(kept).out == "3 berkas, semuanya sesuai catatan.\n"
    place(kept, b"satu").unlink()
    assert check(kept).status == 1


def test_the_file_of_a_correction_belongs_to_the_ledger_and_so_does_the_one_it_replaces(kept: Path) -> None:
    named = place(kept, b"asing")
    named.parent.mkdir(exist_ok=True)
    named.write_bytes(b"asing")
    words = ("116", "file", NAMES[b"asing"], "--reason", "berkas tertukar", "--yes", "--home", kept)
    assert invoke("correct", *words).status == 0
    assert check(kept).out == "3 berkas, semuanya sesuai catatan.\n"
    named.unlink()
    place(kept, b"satu").unlink()
    faults = invoke("evidence", "check", "--json", "--home", kept).data["faults"]
    assert sorted((one["kind"], one["sha256"], one["events"]) for one in faults) == sorted(
        [("missing", NAMES[b"asing"], [118]), ("missing", NAMES[b"satu"], [116])]
    )


def test_a_file_that_changes_while_it_is_read_is_not_recorded(own_life: Path, tmp_path: Path) -> None:
    path = tmp_path / "laporan.pdf"
    path.write_bytes(b"sebelum")
    given = dict.fromkeys(("kind", "number", "occurred", "subject", "page", "supersedes"))
    given |= {"indicators": (), "parts": (), "personal_data": False}
    workspace = open_at(own_life)
    views = open_session(workspace)
    plan = planned(views, (path,), "SIMPEL", given)
    views.close()
    path.write_bytes(b"sesudah")
    with pytest.raises(EvidenceError) as found:
        keep(workspace, plan)
    told = f"{path} changed while it was being read; nothing was recorded."
    assert str(found.value) == told
    assert found.value.remedy is not None
    assert found.value.remedy.text == "Run the same command again when nobody writes to the file."


def test_a_killed_add_leaves_no_half_written_file_and_no_event_without_its_file(
    own_life: Path, tmp_path: Path
) -> None:
    large = tmp_path / "besar.mp4"
    with large.open("wb") as out:
        out.truncate(96 * MIB)
    words = ("evidence", "add", str(large), "--code", "SIMPEL", "--home", str(own_life))
    unfinished = 0
    for step in range(6):
        process = subprocess.Popen(
            [sys.executable, str(ROOT / "cli.py"), *words], stdout=subprocess.DEVNULL, cwd=ROOT
        )
        time.sleep(0.5 + 0.12 * step)
        process.send_signal(signal.SIGKILL)
        process.wait()
        found = invoke("evidence", "check", "--json", "--home", own_life).data
        # A file may be there before its event; an event never without its file.
        assert {one["kind"] for one in found["faults"]} <= {"orphaned"}
        unfinished += len(list((own_life / "evidence").glob(".incoming-*")))
    for path in (own_life / "evidence").glob(".incoming-*"):
        os.utime(path, (0, 0))
    done = invoke(*words, "--json")
    assert (done.status, done.data["items"][0]["sha256"]) == (0, hashlib.sha256(bytes(96 * MIB)).hexdigest())
    assert check(own_life).out == "1 berkas, semuanya sesuai catatan.\n"
    if done.data["new"]:
        assert list((own_life / "evidence").glob(".incoming-*")) == []


def test_a_large_file_passes_in_constant_memory(own_life: Path, tmp_path: Path) -> None:
    assert grown(own_life, tmp_path, size=115 * MIB) < 32 * MIB
