"""`jejak import DIR`: the good files recorded, the bad named, and who has not answered."""

import json
import random
import shutil
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from importers import template
from tests.helpers import EXAMPLES, Done, column, invoke
from tests.importers.completing import recorded_lab

IDENTITY = {"Kode Wilayah": "33.03", "Lab": "uji-2022"}
LAB = {"Kunci": "uji-2022", "Nama": "Lab Uji", "Cara Pencatatan": "rekonstruksi"}
UNIT = {"Kunci": "U-1", "Jenis": "OPD", "Nama": "Dinas Uji", "Nama Singkat": "Dinuji"}
IDEA = {"Kunci": "IDE-1", "Judul": "Ide satu", "Jenis Usulan": "ide baru", "Unit": "Dinuji"}


def take(home: Path, path: Path, *more: str | Path) -> Done:
    return invoke("import", path, "--home", home, *more)


@pytest.fixture
def folder(home: Path, tmp_path: Path) -> Path:
    """A folder with good and bad files; the lab is recorded."""
    path = tmp_path / "masuk"
    path.mkdir()
    template.write(path / "a-lab.xlsx", rows={"Lab": [LAB], "Unit": [UNIT]}, identity=IDENTITY)
    template.write(path / "b-ide.xlsx", rows={"Ide": [IDEA]}, identity=IDENTITY)
    bad = {**IDEA, "Kunci": "IDE-2", "Judul": "Lain", "Tanggal": "31 Februari 2022"}
    template.write(path / "c-salah.xlsx", rows={"Ide": [bad]}, identity=IDENTITY)
    template.write(
        path / "d-beda.xlsx", rows={"Ide": [{**IDEA, "Jenis Usulan": "replikasi"}]}, identity=IDENTITY
    )
    shutil.copy(path / "b-ide.xlsx", path / "e-lagi.xlsx")
    line = {"type": "unit.register", "region": "33.03", "key": "U-2", "kind": "opd", "name": "Dinas Baris"}
    (path / "f-baris.JSONL").write_text(json.dumps(line), encoding="utf-8")
    (path / "~$a-lab.xlsx").write_bytes(b"terkunci")
    (path / "catatan.txt").write_text("catatan", encoding="utf-8")
    (path / "lama").mkdir()
    template.write(path / "lama" / "z.xlsx", rows={"Unit": [{**UNIT, "Kunci": "U-9", "Nama": "Dinas Lama"}]})
    return path


def test_good_files_are_recorded_and_bad_ones_named(home: Path, folder: Path) -> None:
    done = take(home, folder)
    assert done.status == 4
    assert done.out.splitlines() == [
        "Dari 6 berkas, 3 dicatat.",
        "  1 tidak memuat hal baru.",
        "  1 mengandung kesalahan dan tidak dicatat: c-salah.xlsx",
        "  1 berbeda dari yang tercatat dan tidak dicatat: d-beda.xlsx",
        "Bila yang tercatat memang sejak semula tidak benar:"
        f' jejak import {folder / "d-beda.xlsx"} --as-correction "ALASAN" --yes',
    ]
    assert [line.partition(" Untuk membatalkan")[0] for line in done.err.splitlines()] == [
        "~$a-lab.xlsx tidak dibaca: tandanya ada buku kerja yang sedang terbuka di Excel; tutuplah dahulu.",
        "a-lab.xlsx: 2 baru, 0 sama, 0 berbeda.",
        "b-ide.xlsx: 1 baru, 0 sama, 0 berbeda.",
        "c-salah.xlsx tidak dicatat: 1 kesalahan, tidak ada yang berubah.",
        '  Ide!F2  tanggal "31 Februari 2022" tidak ada.',
        '          Tulis tanggal yang benar, atau cukup "Februari 2022" bila harinya tidak diketahui.',
        "d-beda.xlsx tidak dicatat: 1 sel berbeda dari yang tercatat, tidak ada yang berubah.",
        '  Ide!C2  Jenis Usulan tercatat "ide baru", kini "replikasi".',
        "e-lagi.xlsx: 0 baru, 1 sama, 0 berbeda.",
        "f-baris.JSONL: 1 baru, 0 sama, 0 berbeda.",
        "catatan.txt tidak dibaca: bukan buku kerja (.xlsx) dan bukan baris JSON (.jsonl).",
        "lama tidak dibaca: folder di dalam folder dilewati.",
    ]


def test_each_file_is_a_command_of_its_own(home: Path, folder: Path) -> None:
    data = take(home, folder, "--json").data
    files = {one["file"]: one for one in data["files"]}
    assert {name: one["ending"] for name, one in files.items()} == {
        "a-lab.xlsx": "recorded",
        "b-ide.xlsx": "recorded",
        "c-salah.xlsx": "errors",
        "d-beda.xlsx": "differences",
        "e-lagi.xlsx": "nothing_new",
        "f-baris.JSONL": "recorded",
    }
    assert [one["cell"] for one in files["c-salah.xlsx"]["problems"]] == ["Ide!F2"]
    assert [(one["name"], one["why"]) for one in data["passed_over"]] == [
        ("catatan.txt", "kind"),
        ("lama", "folder"),
        ("~$a-lab.xlsx", "lock"),
    ]
    undone = invoke("void", files["b-ide.xlsx"]["command_id"], "--reason", "coba", "--yes", "--home", home)
    assert undone.status == 0, undone.err
    assert take(home, folder / "b-ide.xlsx", "--json").data["new"] == 1


def test_a_dry_run_of_a_folder_records_nothing(home: Path, folder: Path) -> None:
    before = (home / "ledger.db").read_bytes()
    done = take(home, folder / "lama", "--dry-run")
    assert done.status == 3
    assert done.out.splitlines()[0] == "Dari 1 berkas, 0 akan dicatat; belum ada yang dicatat."
    assert (home / "ledger.db").read_bytes() == before


def test_marked_copies_of_the_bad_go_into_a_folder(home: Path, folder: Path, tmp_path: Path) -> None:
    marked = tmp_path / "tanda"
    assert take(home, folder, "--mark", marked).status == 4
    assert sorted(path.name for path in marked.iterdir()) == ["c-salah.xlsx", "d-beda.xlsx"]
    # What nobody mended yet is written anew.
    assert take(home, folder, "--mark", marked).status == 4
    book = load_workbook(marked / "c-salah.xlsx")
    book["Ide"]["F2"] = "Februari 2022"
    book.save(marked / "c-salah.xlsx")
    begun = (marked / "c-salah.xlsx").read_bytes()
    done = take(home, folder, "--mark", marked)
    assert (done.status, "c-salah.xlsx sudah ada." in done.err) == (4, True)
    assert (marked / "c-salah.xlsx").read_bytes() == begun


def test_a_folder_without_files_and_a_command_id_are_refused(home: Path, tmp_path: Path) -> None:
    empty = tmp_path / "kosong"
    empty.mkdir()
    done = take(home, empty)
    assert (done.status, done.err) == (
        4,
        f"Tidak ada berkas yang dapat diimpor di {empty}.\n"
        "  Letakkan buku kerja (.xlsx) langsung di folder itu, bukan di folder di dalamnya.\n",
    )
    done = take(home, empty, "--command-id", "satu")
    assert done.status == 2
    assert "--command-id menandai satu berkas, bukan folder" in done.err


def test_a_file_that_another_program_holds_is_named(
    home: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As root every file can be read: what Windows says of a workbook open in Excel is put in its place."""
    opened = Path.read_bytes

    def held(path: Path) -> bytes:
        if path.name == "b-ide.xlsx":
            raise PermissionError(13, "held")
        return opened(path)

    monkeypatch.setattr(Path, "read_bytes", held)
    done = take(home, folder)
    assert (
        "  b-ide.xlsx  berkasnya tidak dapat dibuka: sedang dipakai program lain.\n"
        "              Tutup berkasnya di Excel, lalu impor lagi.\n"
    ) in done.err
    assert "a-lab.xlsx: 2 baru, 0 sama, 0 berbeda." in done.err


TEXTS = ("Tujuan", "Manfaat", "Hasil", "Ringkasan", "Kebaruan")


class Unit:
    """One unit's workbook, filled by a script."""

    def __init__(self, path: Path, chance: random.Random) -> None:
        self.path, self.chance = path, chance

    def fill(self, *, wrong: bool = False, changed: bool = False) -> int:
        """Fills cells of its profile and adds a trial; gives how many rows are new."""
        book = load_workbook(self.path)
        profile, trials, innovations = book["Profil"], book["Uji Coba"], book["Inovasi"]
        known = "/" in str(profile["A2"].value)
        for label in self.chance.sample(TEXTS, 3):
            cell = profile.cell(2, column(profile, label))
            cell.value = cell.value or f"{label} dari {self.path.stem}"
        profile.cell(2, column(profile, "SDGs")).value = (
            profile.cell(2, column(profile, "SDGs")).value or "8; 11"
        )
        number = trials.max_row + 1
        day = "31 Februari 2020" if wrong else "Juli 2019"
        for label, value in {"Kunci": "UC-1", "Inovasi": innovations_code(book), "Tanggal": day}.items():
            trials.cell(number, column(trials, label)).value = value
        if changed:
            cell = innovations.cell(2, column(innovations, "Tanggal"))
            cell.value = "Mei 2019"
        book.save(self.path)
        return 1 if known else 2


def innovations_code(book: Any) -> str:
    return str(book["Profil"].cell(2, column(book["Profil"], "Inovasi")).value)


@pytest.fixture
def salatiga(tmp_path: Path) -> Path:
    """A workspace of Kota Salatiga with the lab of 2019."""
    home = tmp_path / "salatiga"
    words = ("--region", "33.73", "--operator", "Nama Operator Contoh", "--post", "Analis")
    assert invoke("init", home, *words).status == 0
    assert take(home, EXAMPLES / "salatiga-2019.xlsx").status == 0
    return home


def test_the_workbooks_of_140_units_come_home_by_one_command(salatiga: Path, tmp_path: Path) -> None:
    out, back, marked = tmp_path / "keluar", tmp_path / "kembali", tmp_path / "tanda"
    assert invoke("template", "--by-unit", out, "--lab", "salatiga-2019", "--home", salatiga).status == 0
    names = sorted(path.name for path in out.iterdir())
    assert len(names) == 140
    back.mkdir()
    chance = random.Random(140)
    chance.shuffle(names)
    unchanged, missing, wrong, changed = names[:6], names[6:9], names[9:17], names[17:20]
    new = 0
    # A file that comes twice bears another name, as a mail program gives it.
    for name in names:
        if name in missing:
            continue
        shutil.copy(out / name, back / name)
        if name not in unchanged:
            rows = Unit(back / name, chance).fill(wrong=name in wrong, changed=name in changed)
            new += rows if name not in wrong and name not in changed else 0
    twice = chance.sample(names[20:], 12)
    for name in twice:
        shutil.copy(back / name, back / f"Salinan {name}")

    done = take(salatiga, back, "--mark", marked, "--json")
    assert done.status == 4
    files = done.data["files"]
    endings = {ending: {one["file"] for one in files if one["ending"] == ending} for ending in ENDINGS}
    assert endings["errors"] == set(wrong)
    assert endings["differences"] == set(changed)
    assert len(endings["nothing_new"]) == len(unchanged) + len(twice)
    assert len(endings["recorded"]) == 140 - 6 - 3 - 8 - 3
    assert sum(one["new"] for one in files) == new
    assert {one["file"] for one in done.data["unanswered"] if one["file"]} == set(unchanged)
    assert len([one for one in done.data["unanswered"] if one["file"] is None]) == len(missing)
    assert sorted(path.name for path in marked.iterdir()) == sorted(wrong + changed)

    # The same folder again: what is recorded stays, and the same units have not answered.
    again = take(salatiga, back, "--json").data
    assert sum(one["new"] + one["completed"] for one in again["files"]) == 0
    assert again["unanswered"] == done.data["unanswered"]

    # Marked copies are mended and come home in turn.
    for name in wrong:
        book = load_workbook(marked / name)
        page = book["Uji Coba"]
        page.cell(page.max_row, column(page, "Tanggal")).value = "Juli 2019"
        book.save(marked / name)
    for name in changed:
        (marked / name).unlink()
    mended = take(salatiga, marked, "--json")
    assert (mended.status, {one["ending"] for one in mended.data["files"]}) == (0, {"recorded"})

    # All of it goes out once more and comes back as it went.
    whole = tmp_path / "semua.xlsx"
    assert invoke("template", whole, "--lab", "salatiga-2019", "--home", salatiga).status == 0
    done = take(salatiga, whole, "--json")
    assert (done.status, done.data["new"], done.data["completed"], done.data["different"]) == (0, 0, 0, 0)
    verified = invoke("ledger", "verify", "--home", salatiga)
    assert verified.status == 0


ENDINGS = ("recorded", "nothing_new", "errors", "differences")


def test_who_has_not_answered_is_told(salatiga: Path, tmp_path: Path) -> None:
    out = tmp_path / "keluar"
    assert invoke("template", "--by-unit", out, "--lab", "salatiga-2019", "--home", salatiga).status == 0
    chance = random.Random(1)
    kept = sorted(out.iterdir())
    for path in kept[2:]:
        path.unlink()
    Unit(kept[0], chance).fill()
    lines = take(salatiga, out).out.splitlines()
    assert lines[:4] == [
        "Dari 2 berkas, 1 dicatat.",
        "  1 tidak memuat hal baru.",
        "139 unit tanpa jawaban dalam folder ini:",
        "  Kel. Bugel: kel-bugel.xlsx kembali tanpa perubahan",
    ]
    assert lines[4].endswith(": berkasnya tidak ada di sini")
    assert len(lines) == 3 + 139


def test_marked_copies_find_the_evidence_files_of_the_workbooks(home: Path, tmp_path: Path) -> None:
    masuk, marked = tmp_path / "masuk", tmp_path / "perbaikan"
    (masuk / "bukti").mkdir(parents=True)
    (masuk / "lama").mkdir()
    (masuk / "bukti" / "sk.pdf").write_bytes(b"%PDF contoh")
    innovation = {"Kunci": "INO-1", "Judul": "Satu", "Unit": "U-1", "Tanggal": "31 Februari 2022"}
    proof = {"Kunci": "B-1", "Inovasi": "INO-1", "Jenis": "SK", "Perihal": "Surat", "Berkas": "bukti/sk.pdf"}
    rows: dict[str, Any] = {"Lab": [LAB], "Unit": [UNIT], "Inovasi": [innovation], "Bukti": [proof]}
    template.write(masuk / "a.xlsx", rows=rows, identity=IDENTITY)
    done = take(home, masuk, "--mark", marked)
    copy = marked / "a.xlsx"
    assert done.err.splitlines()[-2:] == [
        f"Salinan bertanda ditulis: {copy} (1 sel). Perbaiki selnya di sana,"
        f" lalu: jejak import {copy} --files {masuk}",
        "lama tidak dibaca: folder di dalam folder dilewati.",
    ]
    assert "bukti tidak dibaca" not in done.err
    one = take(home, masuk / "a.xlsx", "--mark", tmp_path / "satu.xlsx")
    assert one.err.splitlines()[-1].endswith(f"jejak import {tmp_path / 'satu.xlsx'} --files {masuk}")
    # Beside the workbook the copy needs no other folder.
    beside = take(home, masuk / "a.xlsx", "--mark", masuk / "b.xlsx")
    assert beside.err.splitlines()[-1].endswith("lalu impor salinan itu.")
    book = load_workbook(copy)
    book["Inovasi"][
        next(cell.coordinate for cell in book["Inovasi"][2] if cell.value == "31 Februari 2022")
    ] = "Februari 2022"
    book.save(copy)
    assert 'berkas "bukti/sk.pdf" tidak ada di sana.' in take(home, copy).err
    assert take(home, marked, "--dry-run", "--files", masuk).status == 0
    done = take(home, copy, "--files", masuk)
    assert (done.status, done.err) == (0, "")


def test_a_file_beside_the_workbooks_that_a_cell_names_was_read(home: Path, tmp_path: Path) -> None:
    masuk = tmp_path / "masuk"
    masuk.mkdir()
    for name in ("sk.pdf", "lain.pdf"):
        (masuk / name).write_bytes(b"%PDF contoh " + name.encode())
    innovation = {"Kunci": "INO-1", "Judul": "Satu", "Unit": "U-1", "Tanggal": "2022"}
    proof = {"Kunci": "B-1", "Inovasi": "INO-1", "Jenis": "SK", "Perihal": "Surat", "Berkas": "sk.pdf"}
    rows: dict[str, Any] = {"Lab": [LAB], "Unit": [UNIT], "Inovasi": [innovation], "Bukti": [proof]}
    template.write(masuk / "a.xlsx", rows=rows, identity=IDENTITY)
    done = take(home, masuk)
    assert [line for line in done.err.splitlines() if "tidak dibaca" in line] == [
        "lain.pdf tidak dibaca: bukan buku kerja (.xlsx) dan bukan baris JSON (.jsonl)."
    ]
    assert [one["name"] for one in take(home, masuk, "--json").data["passed_over"]] == ["lain.pdf"]


def test_a_workbook_older_than_the_record_is_told_once(home: Path, tmp_path: Path) -> None:
    lab, out = recorded_lab(home, tmp_path), tmp_path / "keluar"

    def profile(aims: str) -> str:
        path = tmp_path / "profil.xlsx"
        row = {"Kunci": "P-9", "Inovasi": "INO-2", "Tanggal": "2023", "Tujuan": aims}
        template.write(path, rows={"Profil": [row]}, identity=IDENTITY)
        return str(take(lab, path, "--json").data["command_id"])

    first = profile("Lama.")
    assert invoke("template", "--by-unit", out, "--lab", "uji-2022", "--home", lab).status == 0
    assert invoke("void", first, "--reason", "salah unit", "--yes", "--home", lab).status == 0
    profile("Baru.")
    done = take(lab, out)
    assert done.status == 4
    assert done.out.splitlines() == [
        "Dari 3 berkas, 0 dicatat.",
        "  2 tidak memuat hal baru.",
        "  1 berbeda dari yang tercatat dan tidak dicatat: dincon-toh.xlsx",
        "3 unit tanpa jawaban dalam folder ini:",
        "  CON: con-unit.xlsx kembali tanpa perubahan",
        "  Dincon/toh: dincon-toh.xlsx masih seperti waktu ditulis, sedangkan rekam jejaknya sudah berubah."
        ' Yang baru: jejak template BERKAS --unit "Dincon/toh"',
        "  Dinuji: dinuji.xlsx kembali tanpa perubahan",
    ]
