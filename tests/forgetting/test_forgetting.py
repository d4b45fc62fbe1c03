"""Two persons forget a third: what is refused, what is destroyed, what goes on to hold."""

from __future__ import annotations

import re
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from jejak_i18n import formatting
from ledger.admin import forgetting
from ledger.workspace.workspace import open_at
from projections.maintenance import traces
from tests.forgetting.given import (
    CLERK,
    CONFIRM,
    CORRECT,
    EMAIL,
    FORGET,
    NAME,
    PERSON,
    SECOND,
    VALUES,
    WHO,
    done,
    everywhere,
    forgotten,
    in_database,
)
from tests.helpers import invoke

SHOWN = """\
Data pribadi yang disimpan terpisah: tidak ada
  peristiwa {first}: (data pribadi dihapus)
  peristiwa {second}: (data pribadi dihapus)

Dihapus pada {day}: (data pribadi dihapus)
  Diminta oleh: 3303-P0001
  Dikonfirmasi oleh: 3303-P0003
  Dasar: permohonan subjek data
  Retensi: JRA 800, 2 tahun
  Berita acara: BA 1/2026
"""


def test_one_person_alone_cannot_forget_another(lived: Path) -> None:
    done(lived, *FORGET)
    refused = done(lived, *FORGET, status=4)
    assert refused.err == "Penghapusan data orang ini sudah diminta.\n"
    refused = done(lived, "person", "confirm-forget", WHO, "--yes", status=4)
    assert refused.err == "Yang mengonfirmasi harus orang lain daripada yang meminta.\n"
    assert open_at(lived).vault.get(_profile(lived))["name"] == NAME
    said = done(lived, "person", "show", WHO).out
    assert "Penghapusan datanya sudah diminta; orang lain harus mengonfirmasi." in said


def test_nobody_confirms_what_nobody_asked(lived: Path) -> None:
    assert done(lived, *CONFIRM, status=4).err == "Belum ada yang meminta data orang ini dihapus.\n"


def test_what_was_not_looked_for_is_not_called_gone(own_life: Path) -> None:
    assert forgotten(own_life).out.startswith(
        "Dihapus: 3303-P0002, 0 versi. Tidak ada nilai tersimpan yang dapat dicari.\n"
    )


def test_a_request_is_taken_back_and_made_again(lived: Path) -> None:
    asked = done(lived, *FORGET, "--json").data["command_id"]
    done(lived, "void", asked, "--reason", "salah orang", "--yes")
    assert done(lived, *CONFIRM, status=4).err == "Belum ada yang meminta data orang ini dihapus.\n"
    forgotten(lived)


def test_a_dry_run_destroys_nothing_and_names_the_places(lived: Path) -> None:
    (lived / "catatan.txt").write_text(f"Hadir: {NAME.upper()}", encoding="utf-16")
    assert done(lived, *FORGET, "--dry-run", "--json").data["events"] == []
    done(lived, *FORGET)
    answer = done(lived, *CONFIRM, "--dry-run", "--json").data
    assert (answer["profiles"], answer["events"], answer["dry_run"]) == (1, [], True)
    assert answer["traces"] == [{"event": None, "file": "catatan.txt", "member": None}]
    assert open_at(lived).vault.get(_profile(lived))["name"] == NAME


def test_forgotten_means_no_byte_and_what_was_signed_stays(lived: Path, tmp_path: Path) -> None:
    root = done(lived, "history", "3303-0004").out
    answer = forgotten(lived)
    assert answer.out.startswith(
        "Dihapus: 3303-P0002, 1 versi. Datanya sudah dicari dan tidak ada lagi di ruang kerja.\n"
    )
    out = tmp_path / "keluar"
    out.mkdir()
    done(lived, "export", out / "semua.jsonl")
    done(lived, "backup", out / "cadangan.zip")
    done(lived, "catalogue", "list", "--xlsx", out / "daftar.xlsx")
    done(lived, "projections", "rebuild")
    assert (everywhere(lived, out), in_database(lived)) == ([], [])
    assert done(lived, "history", "3303-0004").out == root
    assert done(lived, "ledger", "verify").status == 0
    assert done(lived, "projections", "verify").status == 0
    found = done(lived, "person", "show", WHO, "--json").data
    assert found["forgetting"] == {
        "requested_by": CLERK,
        "ground": "permohonan subjek data",
        "retention": "JRA 800, 2 tahun",
        "record": "BA 1/2026",
        "confirmed_by": SECOND,
        "forgotten": True,
        "forgotten_on": found["forgetting"]["forgotten_on"],
    }
    assert {one["state"] for one in found["versions"]} == {"destroyed"}
    day = formatting.date(found["forgetting"]["forgotten_on"])
    first, second = (one["event"] for one in found["versions"])
    assert SHOWN.format(day=day, first=first, second=second) in done(lived, "person", "show", WHO).out
    assert "data pribadi dihapus" in done(lived, "person", "list").out
    told = done(lived, "history", WHO).out
    assert "mengonfirmasi penghapusan data pribadi orang ini." in told
    assert "Data pribadi dihapus, 2 profil." in told


def test_a_proof_of_before_holds_after(lived: Path, tmp_path: Path) -> None:
    key = done(lived, "ledger", "key", "--json").data["verifier"]
    done(lived, "ledger", "prove", "7", "--out", tmp_path / "satu")
    done(lived, "ledger", "checkpoint", "--out", tmp_path / "lama.txt")
    forgotten(lived)
    done(lived, "ledger", "prove", "--since", tmp_path / "lama.txt", "--out", tmp_path / "tumbuh")
    for folder in ("satu", "tumbuh"):
        (path,) = (tmp_path / folder).iterdir()
        done(lived, "ledger", "verify-proof", path, "--key", key)


def test_what_was_destroyed_is_never_voided_nor_given_again(lived: Path) -> None:
    forgotten(lived)
    with closing(open_at(lived).store()) as store:
        actions = [store.at(store.head().position - back) for back in (1, 0)]
        commands = [append.command_id for append in store.all_appends()[-2:]]
    for command in commands:
        refused = done(lived, "void", str(command), "--reason", "keliru", "--yes", status=4)
        assert refused.err == f"Yang sudah dihapus tidak dapat dikembalikan: {command} tidak dibatalkan.\n"
    assert len(actions) == 2
    again = done(lived, "person", "correct", WHO, "--yes", "--name", NAME, "--reason", "kembali", status=4)
    assert "Data orang ini sudah dihapus: tidak boleh ada data pribadinya yang disimpan lagi." in again.err
    assert everywhere(lived) == []
    assert done(lived, *FORGET, status=4).err == "Penghapusan data orang ini sudah diminta.\n"
    assert done(lived, *CONFIRM, status=4).err == "Penghapusan data orang ini sudah dikonfirmasi.\n"


def test_places_that_cannot_be_erased_are_named(lived: Path) -> None:
    line = ("correct", "58", "remark", NAME, "--reason", "nama resmi", "--allow-text", "diumumkan", "--yes")
    position = _narrative(lived, *line)
    (lived / f"{NAME}.txt").write_text("kosong", encoding="utf-8")
    import openpyxl

    book = openpyxl.Workbook()
    book.active["A1"] = EMAIL
    book.save(lived / "daftar hadir.xlsx")
    done(lived, *FORGET)
    answer = done(lived, *CONFIRM, "--json", status=1)
    found = [(one["event"], one["file"]) for one in answer.data["traces"]]
    assert (position, None) in found
    assert (None, f"{NAME}.txt") in found
    assert (None, "daftar hadir.xlsx") in found
    texts = {one["text"] for one in answer.envelope["messages"]}
    assert "Data orang ini masih ada dalam teks yang sudah tercatat, yang tidak dapat dihapus." in texts
    assert "Data orang ini masih ada dalam berkas ini." in texts
    remedies = {one.get("remedy") for one in answer.envelope["messages"]}
    assert (
        "Musnahkan atau perbaiki berkas itu menurut tata cara kearsipan, bila tidak ada yang mengharuskannya"
        " disimpan." in remedies
    )


def test_what_lies_beyond_reach_is_said(lived: Path) -> None:
    said = forgotten(lived).err
    if open_at(lived).database_url:
        assert (
            "Server mungkin masih menyimpan baris dan kunci yang dihapus di luar tabelnya: dalam WAL dan"
            " arsip WAL, di replika sampai menyusul, serta dalam cadangan dasar dan dump. Pengelolanya"
            " membiarkannya kedaluwarsa." in said
        )
        return
    assert (
        "Salinan yang dibuat sebelumnya (cadangan, rekaman disk, folder tersinkron) masih memuat data"
        " tersegel, dan berkas kunci lama masih membukanya." in said
    )
    assert "Bagian disk yang sudah dilepas tetapi belum ditimpa berada di luar jangkauan Jejak." in said


def test_a_forged_reservation_destroys_nothing(own_life: Path) -> None:
    profile = _profile(own_life)
    with closing(sqlite3.connect(own_life / "ledger.db")) as ledger, ledger:
        row = ("person-forgetting/3303/person/000001/9", "3303/person/000001", 1)
        ledger.execute("INSERT INTO reservations VALUES (?,?,?)", row)
    assert forgetting.settle(open_at(own_life)) == []
    assert open_at(own_life).vault.all()
    assert profile


def test_who_acts_must_be_recorded(lived: Path) -> None:
    refused = invoke(*FORGET, "--actor", "3303-P0099", "--home", lived)
    assert (refused.status, refused.err.splitlines()[0]) == (2, 'Tidak ada orang "3303-P0099" yang tercatat.')


@pytest.mark.parametrize("value", VALUES)
def test_numbers_are_looked_for_however_they_are_grouped(tmp_path: Path, value: str) -> None:
    (tmp_path / "a.bin").write_bytes(b"x" * traces.CHUNK + value.encode("utf-16-le"))
    wanted = traces.Wanted([NAME, "198001012005012001", "0812 3456 7890", EMAIL, "Abu", None])
    assert traces.in_files(tmp_path, wanted) == [traces.Trace(file="a.bin")]


def _profile(home: Path) -> str:
    with closing(open_at(home).store()) as store:
        return forgetting.profiles_of(store.rows(PERSON))[-1]


def _narrative(home: Path, *line: str) -> int:
    """Lets the name stand in a recorded text; the position of the event."""
    with closing(open_at(home).store()) as store:
        for row in store.all_rows():
            if row[3].startswith("innovation.monitored/"):
                position = row[0]
    done(home, "correct", str(position), "finding", *line[3:])
    with closing(open_at(home).store()) as store:
        return store.head().position


def test_documents_of_a_lab_tell_the_same_posts_before_and_after(own_life: Path, tmp_path: Path) -> None:
    done(own_life, *CORRECT)
    before, after = tmp_path / "sebelum", tmp_path / "sesudah"
    done(own_life, "lab", "documents", "purbalingga-2022", "--out", before)
    forgotten(own_life)
    done(own_life, "lab", "documents", "purbalingga-2022", "--out", after)
    told = _texts(before)
    assert "Kepala Dinas Perdagangan" in "\n".join(told.values())
    assert _texts(after) == told
    assert everywhere(before, after) == []


def _texts(folder: Path) -> dict[str, str]:
    """The words of the Word files of a folder, but for the lines that name position and day."""
    found = {}
    for path in sorted(folder.rglob("*.docx")):
        with zipfile.ZipFile(path) as archive:
            text = re.sub(r"<[^>]+>", "\n", archive.read("word/document.xml").decode())
        lines = (line for line in text.splitlines() if "osisi" not in line)
        found[path.name] = "\n".join(lines)
    return found


def test_who_was_forgotten_confirms_nothing(lived: Path) -> None:
    forgotten(lived)
    done(lived, "person", "forget", SECOND, *FORGET[3:])
    words = ("person", "confirm-forget", SECOND, "--actor", WHO, "--yes")
    assert done(lived, *words, status=4).err == (
        f"Data {WHO} sudah dihapus: yang tidak dikenal tidak dapat mengonfirmasi.\n"
        "  Sebutkan orang lain yang bekerja di sini: --actor KODE\n"
    )


def test_destroying_is_asked_about_first(lived: Path) -> None:
    done(lived, *FORGET)
    done(lived, *CONFIRM[:-1], status=4)
    assert open_at(lived).vault.all()
    done(lived, *CONFIRM)
