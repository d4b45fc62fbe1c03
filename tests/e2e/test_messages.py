"""What verbs say when they refuse, word for word."""

from __future__ import annotations

import json
import shutil
import sqlite3
import zipfile
from pathlib import Path
from typing import Any

import pytest

from importers import template
from jejak_i18n import sentence
from ledger.errors import ClockBehindError
from tests.clocked import made, record
from tests.helpers import invoke
from tests.ledger.office import Clock, innovation, unit

NEW = ("--region", "33.03", "--operator", "Nama Contoh", "--post", "Analis")
OTHER_NAME = "  Pakai nama lain, atau ganti berkasnya: --force\n"
OTHER_FOLDER = "  Pakai folder baru, atau hapus yang ini.\n"
SEARCH = "  Carilah: jejak catalogue list --search KATA\n"
MEND_SETTINGS = "  Perbaiki berkas itu, atau pulihkan dari cadangan.\n"


def refused(*words: str | Path) -> tuple[int, str]:
    """Status and words of a verb that refuses: it says nothing else."""
    done = invoke(*words)
    assert done.out == ""
    return done.status, done.err


def test_files_and_folders_that_are_there_are_left_alone(life: Path, tmp_path: Path) -> None:
    file, book, folder = tmp_path / "ada.zip", tmp_path / "ada.xlsx", tmp_path / "penuh"
    folder.mkdir()
    for path in (file, book, folder / "isi"):
        path.write_bytes(b"isi")
    assert refused("backup", file, "--home", life) == (4, f"{file} sudah ada.\n{OTHER_NAME}")
    assert refused("export", file, "--home", life) == (4, f"{file} sudah ada.\n{OTHER_NAME}")
    assert refused("template", book) == (4, f"{book} sudah ada.\n{OTHER_NAME}")
    assert refused("demo", "--out", folder) == (4, f"{folder} tidak kosong.\n{OTHER_FOLDER}")
    assert refused("restore", file, folder) == (4, f"{folder} tidak kosong.\n{OTHER_FOLDER}")
    assert [path.read_bytes() for path in (file, book, folder / "isi")] == [b"isi"] * 3


def test_a_demo_without_workbooks(tmp_path: Path) -> None:
    (tmp_path / "kosong").mkdir()
    assert refused("demo", "--out", tmp_path / "baru", "--examples", tmp_path / "kosong") == (
        4,
        f"Tidak ada buku kerja di {tmp_path / 'kosong'}.\n"
        "  Sebut folder yang berisi buku kerja: --examples FOLDER\n",
    )


def test_what_is_not_recorded_is_not_found(life: Path, tmp_path: Path) -> None:
    at = ("--home", life)
    nothing = 'Inovasi atau ide "tiada" belum tercatat.\n'
    assert refused("history", "tiada", *at) == (2, nothing + SEARCH)
    no_innovation = "Ide 3303-I0004 tidak menjadi inovasi.\n"
    assert refused("catalogue", "show", "3303-I0004", *at) == (2, no_innovation + SEARCH)
    assert refused("lab", "show", "tiada", *at) == (
        2,
        'Lab "tiada" belum tercatat.\n  Lihat daftar lab: jejak lab list\n',
    )
    assert refused("dossier", "iga", "SIMPEL", "--year", "1999", "--out", tmp_path, *at) == (
        2,
        "Tidak ada aturan penilaian untuk IGA 1999.\n"
        "  Yang ada: iga-2023, iga-2024, iga-2025, iga-2026, iga-2027.\n",
    )
    status, said = refused("dossier", "iga", "SIMPEL", "--year", "2025", "--out", tmp_path, *at)
    assert (status, said.splitlines()[0]) == (2, "Formulir iga-2025 belum diketahui.")
    assert refused("correct", "999", "title", "x", "--reason", "x", "--yes", *at) == (
        4,
        "Tidak ada peristiwa 999.\n",
    )


def test_a_name_that_means_several(tmp_path: Path) -> None:
    clock, home = Clock(), tmp_path / "kembar"
    workspace = made(home, clock)
    record(workspace, clock, "2022-12-01T00:00:00+00:00", unit(), innovation(), innovation())
    assert refused("history", "simpel", "--home", home) == (
        2,
        '"simpel" dapat berarti beberapa: 3303-0001 SIMPEL; 3303-0002 SIMPEL.\n  Tulis kode yang dimaksud.\n',
    )


def test_a_correction_that_would_break_an_event(own_life: Path) -> None:
    assert refused("correct", "58", "recipient", "unit", "--reason", "x", "--yes", "--home", own_life) == (
        4,
        "  58  Penghargaan ini belum menyebut unitnya.\n"
        "Tidak ada yang dicatat.\n"
        "  Beri nilai yang berlaku, atau batalkan tindakannya.\n",
    )


def test_folders_that_are_unfit_for_a_workspace(life: Path, tmp_path: Path) -> None:
    assert refused("init", tmp_path / "a", *("--region", "99.99"), *NEW[2:]) == (
        5,
        "Tidak ada daerah dengan kode 99.99.\n"
        "  Pakai kode dari daftar resmi, misalnya 33.03 untuk Kabupaten Purbalingga.\n",
    )
    assert refused("init", life, *NEW) == (
        4,
        f"{life} sudah berisi ruang kerja.\n  Pakai sebagaimana adanya, atau sebut folder lain.\n",
    )
    shutil.copy(life / "ledger.db", tmp_path)
    assert refused("init", tmp_path, *NEW) == (
        4,
        f"{tmp_path} berisi rekam jejak tanpa pengaturannya.\n"
        "  Init sebelumnya terputus, atau jejak.toml hilang: pulihkan berkas itu, atau pakai folder lain.\n",
    )
    shared = tmp_path / "Dropbox" / "lab"
    assert refused("init", shared, *NEW) == (
        5,
        f"{shared} berada di folder yang disinkronkan, yang tidak dapat dipercaya SQLite.\n"
        "  Pakai folder di disk komputer ini sendiri; untuk rekam jejak bersama, gunakan PostgreSQL"
        " (lihat dokumentasi).\n",
    )
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ledger.db"]


def test_settings_that_cannot_be_used(tmp_path: Path) -> None:
    path = tmp_path / "jejak.toml"
    path.write_text("x = [", encoding="utf-8")
    unread = f"Pengaturan {path} tidak dapat dibaca pada baris 1: x = [\n"
    mend = '  Tulis baris seperti nama = "nilai", atau pulihkan berkasnya dari cadangan.\n'
    assert refused("lab", "list", "--home", tmp_path) == (5, unread + mend)
    path.write_text('region = "33.03"', encoding="utf-8")
    unfit = f"Pengaturan {path} tidak memuat time_zone yang sah.\n"
    assert refused("lab", "list", "--home", tmp_path) == (5, unfit + MEND_SETTINGS)


def tampered(home: Path, *statements: str) -> None:
    """Changes a ledger behind its guards, and lets its views be built anew."""
    with sqlite3.connect(home / "ledger.db") as connection:
        query = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        for (name,) in connection.execute(query).fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)
    connection.close()
    shutil.rmtree(home / "views")
    (home / "views").mkdir()


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        (
            "DELETE FROM head",
            "Rekam jejak kehilangan baris kepalanya.\n  Jalankan: jejak ledger verify\n",
        ),
        (
            "UPDATE stored_events SET topic = 'unit.closed/9' WHERE rowid = 115",
            "Peristiwa 115 (unit.closed/9) dibuat oleh Jejak yang lebih baru.\n"
            "  Perbarui Jejak di komputer ini, lalu coba lagi.\n",
        ),
        (
            "UPDATE stored_events SET state = x'7b7d' WHERE rowid = 115",
            "Peristiwa 115 (person.left/1) tidak dapat dibaca: Object missing required field `action`.\n"
            "  Jalankan: jejak ledger verify\n",
        ),
    ],
)
def test_a_ledger_that_cannot_be_read(own_life: Path, statement: str, said: str) -> None:
    tampered(own_life, statement)
    assert refused("lab", "list", "--home", own_life) == (5, said)


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        (
            "DELETE FROM head",
            [
                (None, "Rekam jejak kehilangan baris kepalanya."),
                (None, "Kepala menyebut posisi 0, peristiwa terakhir 115."),
                (None, "Waktu pada kepala bukan waktu peristiwa terakhir."),
                (None, "Daun-daun tidak sampai pada kepala pohon bukti."),
                (None, "Daftar pencatatan berakhir pada 115, kepala pada 0."),
            ],
        ),
        (
            "UPDATE stored_events SET recorded_at = '2023-06-01T00:00:00.000000Z' WHERE rowid = 115",
            [
                (115, "Peristiwa ini tidak cocok dengan daunnya dalam pohon bukti."),
                (115, "Waktu pencatatan mundur."),
                (None, "Waktu pada kepala bukan waktu peristiwa terakhir."),
                (115, "Yang berbeda adalah kolom recorded_at peristiwa ini."),
                (115, "Pencatatan peristiwa ini memuat waktu yang lain."),
            ],
        ),
        (
            "UPDATE stored_events SET originator_version = 9 WHERE rowid = 115",
            [
                (115, "Peristiwa ini tidak cocok dengan daunnya dalam pohon bukti."),
                (115, "Yang berbeda adalah kolom originator_version peristiwa ini."),
                (115, "Aliran 3303/person/000003 berlubang pada nomor versinya."),
            ],
        ),
    ],
)
def test_what_verify_finds(own_life: Path, statement: str, found: list[tuple[int | None, str]]) -> None:
    tampered(own_life, statement)
    done = invoke("ledger", "verify", "--json", "--home", own_life)
    assert done.status == 1
    assert [(one["position"], one["finding"]) for one in done.data["findings"]] == found


def test_an_emptied_ledger_is_far_from_clean(own_life: Path) -> None:
    tables = ("stored_events", "appends", "reservations", "refs")
    emptied = [f"DELETE FROM {table}" for table in tables]
    tampered(own_life, *emptied, "UPDATE head SET position = 0, recorded_at = '', frontier = x''")
    done = invoke("ledger", "verify", "--home", own_life)
    assert (done.status, done.err) == (1, "Rekam jejak kosong, padahal init mencatat dua peristiwa.\n")


def test_a_ledger_that_cannot_be_written(own_life: Path) -> None:
    with sqlite3.connect(own_life / "ledger.db") as connection:
        body = "BEGIN INSERT INTO tiada VALUES (1); END"
        connection.execute(f"CREATE TRIGGER gagal BEFORE INSERT ON appends {body}")
    connection.close()
    assert refused("correct", "40", "place", "Kota", "--reason", "x", "--yes", "--home", own_life) == (
        5,
        "Rekam jejak tidak dapat ditulisi: no such table: main.tiada. Tidak ada yang dicatat.\n"
        "  Periksa sisa ruang disk dan hak atas folder, lalu jalankan lagi perintah yang sama.\n",
    )


def test_a_file_that_the_computer_refuses(life: Path, tmp_path: Path) -> None:
    file = tmp_path / "tiada" / "daftar.xlsx"
    part = file.with_name(".daftar.xlsx.part")
    assert refused("lab", "list", "--xlsx", file, "--home", life) == (
        5,
        f"Komputer menolak: [Errno 2] No such file or directory: '{part}'.\n"
        "  Periksa sisa ruang disk dan hak atas folder, lalu jalankan lagi perintahnya.\n",
    )


PERSON = {"Kunci": "ORG-1", "Nama": "Nama Contoh", "Jabatan": "Kepala Pasar"}


def imported(home: Path, path: Path) -> tuple[int, str]:
    """Imports one person, whose name goes to the vault."""
    template.write(path, rows={"Orang": [PERSON]}, identity={"Kode Wilayah": "33.03", "Lab": ""})
    return refused("import", path, "--home", home)


def test_a_vault_that_another_program_keeps_locked(own_life: Path, tmp_path: Path) -> None:
    other = sqlite3.connect(own_life / "vault.db", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    said = imported(own_life, tmp_path / "orang.xlsx")
    other.close()
    assert said == (
        5,
        "Program lain mengunci sebuah berkas ruang kerja; tidak ada yang dicatat.\n"
        "  Tutup program lain itu, lalu jalankan lagi perintah yang sama.\n",
    )


def test_a_vault_that_is_missing(own_life: Path, tmp_path: Path) -> None:
    vault = own_life / "vault.db"
    vault.unlink()
    said = f"Brankas {vault} hilang.\n  Pulihkan dari cadangan: jejak restore BERKAS FOLDER\n"
    assert imported(own_life, tmp_path / "orang.xlsx") == (5, said)
    assert refused("backup", tmp_path / "cadangan.zip", "--home", own_life) == (5, said)
    assert not vault.exists()
    assert not (tmp_path / "cadangan.zip").exists()


def test_a_clock_that_is_behind(tmp_path: Path) -> None:
    clock = Clock()
    workspace = made(tmp_path / "mundur", clock)
    with pytest.raises(ClockBehindError) as caught:
        record(workspace, clock, "2022-10-12T04:00:00+00:00", unit())
    assert caught.value.remedy is not None
    assert (sentence(caught.value.why), sentence(caught.value.remedy)) == (
        "Jam komputer ini (12 Oktober 2022 04.00 UTC) tertinggal lebih dari sepuluh menit dari catatan"
        " terakhir (12 Oktober 2022 05.00 UTC).",
        "Betulkan jam komputer; atau catat dengan waktu catatan terakhir: --head-time",
    )


def changed(source: Path, target: Path, **manifest: Any) -> Path:
    """A copy of a backup with another manifest."""
    with zipfile.ZipFile(source) as archive, zipfile.ZipFile(target, "w") as copy:
        for info in archive.infolist():
            data = archive.read(info)
            if info.filename == "manifest.json":
                data = json.dumps({**json.loads(data), **manifest}).encode()
            copy.writestr(info, data)
    return target


def test_backups_that_are_not_what_they_say(life: Path, tmp_path: Path) -> None:
    file = tmp_path / "cadangan.zip"
    assert invoke("backup", file, "--home", life).status == 0
    done = invoke("restore", "--check", changed(file, tmp_path / "posisi.zip", position=63))
    assert (done.status, done.err) == (
        1,
        "Posisi atau akar cadangan ini bukan milik rekam jejak di dalamnya.\n",
    )
    done = invoke("restore", "--check", changed(file, tmp_path / "lain.zip", views={"innovations": "00"}))
    assert (done.status, done.err) == (
        1,
        "Tampilan innovations menghasilkan baris yang lain daripada saat dicadangkan.\n",
    )
    other = "  Pakai salinan cadangan yang lain.\n"
    with zipfile.ZipFile(file) as archive:
        files = json.loads(archive.read("manifest.json"))["files"]
    wrong = changed(file, tmp_path / "isi.zip", files={**files, "jejak.toml": "00"})
    assert refused("restore", "--check", wrong) == (3, f"jejak.toml di dalam cadangan rusak.\n{other}")
    wrong.write_bytes(b"bukan")
    assert refused("restore", wrong, tmp_path / "baru") == (
        3,
        f"isi.zip bukan cadangan Jejak, atau rusak.\n{other}",
    )
