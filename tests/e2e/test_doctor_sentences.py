"""jejak doctor, sentence by sentence: what each check says, and the way out."""

import hashlib
import json
import os
import re
import shutil
import sqlite3
from collections import namedtuple
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path

import pytest

from commands.doctor import computer, record, surroundings
from commands.doctor.model import Check, Outcome, Subject
from commands.doctor.verb import looked
from exporters.word import pdf
from jejak_i18n import sentence
from ledger import clock
from ledger.workspace.workspace import open_at
from projections.storage.factory import generation_store_of
from schemas import loader
from tests.e2e.test_dossier_letters import picture
from tests.helpers import invoke

Usage = namedtuple("Usage", "total used free")


def said(outcome: Outcome) -> tuple[str, str, str]:
    """Status, sentence and remedy."""
    return outcome.status, sentence(outcome.what), sentence(outcome.remedy) if outcome.remedy else ""


@pytest.fixture
def subject(own_life: Path) -> Subject:
    """A workspace with a small lab."""
    return Subject(str(own_life))


def test_versions_of_the_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platform.python_version", lambda: "3.11.7")
    monkeypatch.setattr("platform.system", lambda: "Linux")
    monkeypatch.setattr(sqlite3, "sqlite_version", "3.40.1")
    told = "Jejak 0.1.0, Python 3.11.7, SQLite 3.40.1, Linux."
    assert said(computer.versions(Subject(None))) == ("ok", told, "")
    monkeypatch.setattr(sqlite3, "sqlite_version", "3.31.0")
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 31, 0))
    assert said(computer.versions(Subject(None))) == (
        "failed",
        "SQLite 3.31.0 terlalu tua untuk rekam jejak.",
        "Pasang Python yang lebih baru; SQLite yang lebih baru ikut di dalamnya.",
    )


def test_libraries_beside_their_lock(monkeypatch: pytest.MonkeyPatch) -> None:
    remedy = "Pasang lagi: pip install --require-hashes -r requirements.lock"
    real = metadata.version
    status, text, _none = said(computer.libraries(Subject(None)))
    locks = json.loads((Path(computer.__file__).parent / "locked.json").read_text())
    here = sum(computer._installed(name) is not None for name in locks)
    assert (status, text) == ("ok", f"{here} pustaka, masing-masing dalam versi yang dikunci.")
    monkeypatch.setattr(metadata, "version", lambda name: "8.0" if name == "click" else real(name))
    locked = locks["click"]["version"]
    assert said(computer.libraries(Subject(None))) == (
        "warning",
        f"Pustaka click versi 8.0; rilis ini dikunci dengan {locked}.",
        remedy,
    )

    def without(name: str) -> str:
        if name in ("click", "lxml", "psycopg"):
            raise metadata.PackageNotFoundError(name)
        return real(name)

    monkeypatch.setattr(metadata, "version", without)
    found = computer.libraries(Subject(None))
    assert said(found) == ("failed", "2 temuan, yang pertama: Pustaka click tidak ada.", remedy)
    # Without PostgreSQL nothing is missing: its library is an extra.
    assert [sentence(one) for one in found.details] == ["Pustaka click tidak ada.", "Pustaka lxml tidak ada."]


def test_fonts_and_office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(computer, "_font_folders", lambda: [tmp_path])
    assert said(computer.fonts(Subject(None))) == (
        "warning",
        "Arial maupun Liberation Sans tidak ditemukan: berkas PDF akan berganti baris di tempat lain.",
        "Pasang huruf Liberation Sans (paket fonts-liberation), atau Arial.",
    )
    (font := tmp_path / "Arial.TTF").touch()
    assert said(computer.fonts(Subject(None))) == ("ok", f"Huruf dokumen: {font}.", "")
    office = tmp_path / "soffice"
    office.touch(mode=0o755)
    monkeypatch.setenv(pdf.OFFICE, str(office))
    assert said(computer.office(Subject(None))) == ("ok", f"LibreOffice: {office}.", "")
    monkeypatch.setenv(pdf.OFFICE, str(tmp_path / "tidak-ada"))
    assert said(computer.office(Subject(None)))[:2] == (
        "warning",
        "PDF memerlukan LibreOffice, yang tidak ada di komputer ini.",
    )


def test_settings_and_time_zone(subject: Subject) -> None:
    assert subject.folder is not None
    home = subject.folder
    region = open_at(home).region
    assert said(surroundings.settings(subject)) == ("ok", f"Ruang kerja {home}, daerah {region}.", "")
    zone = open_at(home).time_zone
    assert said(surroundings.time_zone(subject)) == ("ok", f"Zona waktu {zone}, sesuai daerahnya.", "")
    file = home / "jejak.toml"
    text = file.read_text()
    file.write_text(text.replace(zone, "Asia/Jayapura"))
    assert said(surroundings.time_zone(subject)) == (
        "warning",
        f"Setelan menyebut zona waktu Asia/Jayapura, daftar resmi menyebut {zone} untuk {region}.",
        "Perbaiki time_zone di jejak.toml.",
    )
    file.write_text(text.replace(region, "99.99"))
    assert said(surroundings.settings(subject))[:2] == ("failed", "Tidak ada daerah dengan kode 99.99.")


def test_place_disk_and_rights(subject: Subject, monkeypatch: pytest.MonkeyPatch) -> None:
    assert said(surroundings.place(subject)) == (
        "ok",
        "Folder berada di disk komputer ini sendiri, dan tidak disinkronkan layanan yang dikenal.",
        "",
    )
    monkeypatch.setattr(surroundings, "_bytes_below", lambda _folder: 5_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: Usage(9, 9, 9_000_000_000))
    assert said(surroundings.disk(subject)) == ("ok", "9.000 MB kosong; ruang kerja memakai 5 MB.", "")
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: Usage(9, 9, 2_000_000))
    assert said(surroundings.disk(subject)) == (
        "warning",
        "Hanya 2 MB yang kosong, kurang dari 5 MB yang dipakai ruang kerja.",
        "Kosongkan sebagian: cadangan dan pembangunan ulang tampilan memerlukan sebanyak itu lagi.",
    )
    assert said(surroundings.rights(subject)) == ("ok", "Berkas dan folder dapat dibaca dan ditulis.", "")
    # Whoever runs the tests as root may do everything: the question itself is answered with no.
    closed = ("evidence", "ledger.db")
    real = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path).name not in closed and real(path, mode))
    found = surroundings.rights(subject)
    assert [sentence(one) for one in found.details] == [
        f"Folder {subject.folder}/evidence tidak dapat ditulis.",
        f"Berkas {subject.folder}/ledger.db tidak dapat dibaca dan ditulis.",
    ]
    assert said(found)[2] == "Beri diri Anda hak membaca dan menulis, atau tanyakan kepada pemilik folder."


def test_a_key_that_others_may_read(subject: Subject) -> None:
    assert subject.folder is not None
    assert invoke("ledger", "key", "--home", subject.folder).status == 0
    assert said(record.proofs(subject)) == (
        "warning",
        "Kunci belum menandatangani satu titik periksa pun.",
        "Tanda tangani satu: jejak ledger checkpoint",
    )
    (key := subject.folder / "jejak.key").chmod(0o640)
    assert said(surroundings.rights(subject)) == (
        "warning",
        f"Orang lain di komputer ini boleh membaca kunci {key}.",
        "Cabut hak orang lain: chmod 600 BERKAS",
    )
    assert invoke("ledger", "checkpoint", "--home", subject.folder).status == 0
    size = subject.workspace.store().head().position
    assert said(record.proofs(subject)) == (
        "ok",
        f"Rekam jejak melanjutkan titik periksa {size} peristiwa.",
        "",
    )
    key.unlink()
    assert said(record.proofs(subject)) == (
        "warning",
        "Belum ada kunci: orang luar tidak dapat memeriksa rekam jejak ini.",
        "Buatlah: jejak ledger key",
    )


def test_the_clock_beside_the_last_record(subject: Subject, monkeypatch: pytest.MonkeyPatch) -> None:
    assert said(surroundings.clock_now(subject)) == ("ok", "Jam tidak tertinggal dari catatan terakhir.", "")
    head = clock.moment(subject.workspace.store().head().recorded_at)
    monkeypatch.setattr(clock, "now", lambda: head.replace(year=head.year - 1))
    assert said(surroundings.clock_now(subject))[2] == (
        "Betulkan jam komputer; atau catat dengan waktu catatan terakhir: --head-time"
    )
    monkeypatch.setattr(clock, "now", lambda: datetime.fromtimestamp(head.timestamp() - 60, UTC))
    assert said(surroundings.clock_now(subject)) == (
        "warning",
        "Jam tertinggal dari catatan terakhir, kurang dari sepuluh menit.",
        "Biarkan komputer ini menyetel jamnya dari jaringan.",
    )


def test_backups_and_trials(subject: Subject, tmp_path: Path) -> None:
    home = subject.folder
    assert home is not None
    assert said(surroundings.backup(subject)) == (
        "warning",
        "Belum ada cadangan ruang kerja ini yang diketahui di sini.",
        "Buatlah: jejak backup BERKAS.zip --check",
    )
    assert said(surroundings.restore(subject)) == (
        "warning",
        "Belum ada cadangan ruang kerja ini yang dicoba dipulihkan di sini.",
        "Ujilah: jejak restore --check BERKAS.zip",
    )
    made = {"at": "2026-11-22T03:00:00.000000Z", "file": "c.zip", "position": 100, "findings": 0}
    head = subject.workspace.store().head().position

    def remember(backup: dict[str, object], restore: dict[str, object]) -> list[tuple[str, str, str]]:
        text = json.dumps({"backup": {**made, **backup}, "restore": {**made, **restore}})
        (home / "upkeep.json").write_text(text, encoding="utf-8")
        return [said(surroundings.backup(subject)), said(surroundings.restore(subject))]

    assert remember({"position": head}, {"position": head}) == [
        ("ok", "Cadangan terakhir, 22 November 2026, memuat semua peristiwa: c.zip.", ""),
        ("ok", "Cadangan dicoba dipulihkan pada 22 November 2026, dan utuh: c.zip.", ""),
    ]
    assert remember({"position": head - 2}, {"position": 7}) == [
        (
            "warning",
            "2 peristiwa dicatat sejak cadangan terakhir, 22 November 2026.",
            "Buatlah: jejak backup BERKAS.zip --check",
        ),
        (
            "warning",
            "Cadangan terakhir belum dicoba dipulihkan; yang lebih lama sudah, pada 22 November 2026.",
            "Ujilah: jejak restore --check c.zip",
        ),
    ]
    assert remember({"findings": 1}, {"findings": 1}) == [
        (
            "warning",
            "Cadangan terakhir, 22 November 2026, kekurangan berkas bukti: c.zip.",
            "Lihat yang mana: jejak evidence check",
        ),
        (
            "failed",
            "Cadangan yang terakhir dicoba, pada 22 November 2026, tidak utuh: c.zip.",
            "Buatlah: jejak backup BERKAS.zip --check",
        ),
    ]


def test_ledger_guards_and_views(subject: Subject) -> None:
    home = subject.folder
    assert home is not None
    assert invoke("catalogue", "list", "--home", home).status == 0
    position = subject.workspace.store().head().position
    assert said(record.ledger(subject)) == ("ok", f"Rekam jejak terbuka: {position} peristiwa.", "")
    assert said(record.guards(subject)) == ("ok", "Penjaga basis data lengkap dan tidak berubah.", "")
    assert said(record.views(subject)) == ("ok", f"12 tampilan, semua pada posisi {position}.", "")
    with sqlite3.connect(home / "ledger.db") as connection:
        connection.execute("DROP TRIGGER head_delete")
    assert said(record.guards(subject)) == (
        "failed",
        "Penjaga head_delete tidak ada.",
        "Jalankan: jejak ledger verify; lalu tanyakan siapa yang mengubah berkasnya, dan pulihkan cadangan.",
    )
    generation = generation_store_of(subject.workspace).today()
    assert generation is not None
    with generation.writing():
        generation.execute(f"UPDATE view_state SET position = {position - 3}")
    assert said(record.views(subject))[1] == "Belum ada tampilan dari rilis ini."
    with generation.writing():
        leaf = subject.workspace.store().leaf(position - 3)
        generation.execute("UPDATE view_state SET leaf = ?", (leaf,))
    assert said(record.views(subject)) == (
        "warning",
        "Tampilan tertinggal 3 peristiwa dari rekam jejak.",
        "Perintah baca berikutnya mengejarnya, bila boleh menulis.",
    )
    fault = {
        "view": "units",
        "stream": "s",
        "position": 9,
        "topic": "t",
        "field": None,
        "detail": "d",
        "tried": 9,
    }
    with generation.writing():
        generation.execute("UPDATE view_state SET fault = ? WHERE name = 'units'", (json.dumps(fault),))
    assert said(record.views(subject)) == (
        "failed",
        "Tampilan units berhenti pada peristiwa 9.",
        "Lihat sebabnya: jejak projections status",
    )
    generation.close()
    shutil.rmtree(home / "views")
    assert said(record.views(subject)) == (
        "warning",
        "Belum ada tampilan dari rilis ini.",
        "Perintah baca berikutnya membangunnya; atau sekarang juga: jejak projections rebuild",
    )


def test_evidence(subject: Subject) -> None:
    full = Subject(subject.named, full=True)
    assert subject.folder is not None
    files = sum(1 for one in (subject.folder / "evidence").rglob("*") if one.is_file())
    assert said(record.evidence(subject)) == ("ok", f"{files} berkas bukti, semua ada; isinya: --full", "")
    assert said(record.evidence(full)) == ("ok", f"{files} berkas bukti, semua ada dan tidak berubah.", "")
    (subject.folder / "evidence" / "catatan.txt").write_text("x")
    assert said(record.evidence(full)) == (
        "warning",
        "1 berkas di folder evidence tidak dinamai peristiwa mana pun.",
        "Lihat yang mana: jejak evidence check",
    )


def test_rulebooks_and_templates(subject: Subject, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert said(record.rulebooks(subject)) == (
        "ok",
        f"{len(loader.rulebook_ids())} aturan penilaian seperti saat dirilis, 0 milik daerah sendiri.",
        "",
    )
    assert said(record.templates(subject)) == (
        "ok", "11 templat bawaan dan 0 templat sendiri dapat dipakai.", ""
    )  # fmt: skip
    assert subject.folder is not None
    settings = subject.folder / "jejak.toml"
    settings.write_text(settings.read_text() + 'letterhead = "kop.png"\n')
    assert looked(Check("templates", "", record.templates), Subject(subject.named)).status == "failed"
    picture(subject.folder / "kop.png")
    assert said(record.templates(Subject(subject.named)))[1] == (
        "11 templat bawaan, 0 templat sendiri, dan kop surat dapat dipakai."
    )
    own = tmp_path / "sendiri.docx"
    own.write_bytes(b"PK")
    assert said(record.templates(Subject(subject.named, templates=[("iga", own)]))) == (
        "failed",
        "sendiri.docx rusak: bagian-bagiannya tidak dapat dibaca.",
        "Lihat rinciannya: jejak dossier template check BERKAS.docx --award LOMBA",
    )


def test_files_of_the_program_that_changed(
    subject: Subject, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = tmp_path / "schemas"
    (folder / "rulebooks").mkdir(parents=True)
    released = {"iga-2026.json": hashlib.sha256(b"dahulu").hexdigest(), "iga-2025.json": "00"}
    (folder / "rulebooks" / "released.json").write_text(json.dumps(released))
    (folder / "rulebooks" / "iga-2026.json").write_bytes(b"dahulu")
    monkeypatch.setattr(loader, "files", lambda _name: folder)
    assert said(record.rulebooks(subject)) == (
        "failed",
        "Aturan penilaian iga-2025.json yang sudah dirilis berubah.",
        "Pasang Jejak lagi: sebuah berkas program berubah.",
    )
    (tmp_path / "iga.docx").write_bytes(b"rusak")
    monkeypatch.setattr(record, "files", lambda _name: tmp_path)
    assert said(record.templates(subject))[:2] == ("failed", "Templat bawaan iga.docx rusak.")


def test_a_check_that_breaks_is_a_finding(subject: Subject) -> None:
    def breaks(_subject: Subject) -> Outcome:
        raise RuntimeError("isi rahasia")

    assert said(looked(Check("uji", "", breaks), subject)) == (
        "failed",
        "Pemeriksaan ini tidak dapat dilakukan (RuntimeError).",
        "Perbaiki dahulu yang disebut pemeriksaan lain; bila tetap, beri tahu pemrogram.",
    )


def test_a_shared_ledger_may_lie_beside_any_folder(on_postgres: Path) -> None:
    subject = Subject(str(on_postgres))
    assert said(surroundings.place(subject)) == (
        "ok", "Rekam jejak berada di basis data; foldernya boleh di mana saja.", ""
    )  # fmt: skip
    guards = said(record.guards(subject))
    # The server of the tests keeps nothing when the power is cut.
    assert guards[2] in (
        "", "Pemilik basis data memperbaikinya: jejak database migrate, lalu jejak ledger verify"
    )  # fmt: skip
    status, text, _none = said(record.ledger(subject))
    assert status == "ok"
    assert re.fullmatch(r"Rekam jejak terbuka di PostgreSQL [0-9.]+: [0-9]+ peristiwa; peran Anda \w+.", text)
