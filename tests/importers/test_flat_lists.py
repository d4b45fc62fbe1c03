"""A bureau's own list comes in with two commands: every shape of it, and nothing of it is lost."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import openpyxl

from tests.helpers import invoke, moved
from tests.importers import lists
from tests.importers.listed import cell, changed, imported, mapped, shown, simple, titles

FAR = (
    '<table:table-row><table:table-cell table:number-columns-repeated="16383"/><table:table-cell'
    ' office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>'
)
KINDS = (
    "OPD, Bagian Setda, Kecamatan, Kelurahan, Desa, Puskesmas, RSUD, BUMD, Sekolah, UPT, Sekretariat,"
    " Universitas, Masyarakat, Lainnya"
)


def test_sixty_innovations_come_in_with_two_commands(home: Path, tmp_path: Path) -> None:
    path = lists.sixty(tmp_path / "daftar.xlsx")
    found = mapped(home, path)
    assert found["sheets"] == [
        {
            "file": str(path),
            "sheet": "Daftar Inovasi",
            "headings": [4],
            "first": 5,
            "innovations": 60,
        }
    ]
    assert [one["field"] for one in found["columns"]] == [
        "Abaikan",
        "Judul",
        "Unit",
        "Tanggal",
        "Tahapan",
        "Bentuk Inovasi",
        "Urusan",
        "Waktu Uji Coba",
        "Waktu Penerapan",
        "Rancang Bangun",
        "Tujuan",
        "Manfaat",
        "Hasil",
        "Anggaran",
    ]
    assert (len(found["units"]), len(found["rows"]), found["unread"]) == (20, 5, [])
    assert imported(home, path)["new_by_sheet"] == {
        "Unit": 20,
        "Inovasi": 60,
        "Profil": 60,
        "Uji Coba": 48,
        "Penerapan": 55,
        "Keterangan": 30,
    }
    assert [code for code, _title, _unit in titles(home)] == [f"3303-{at:04d}" for at in range(1, 61)]
    assert titles(home)[4] == ("3303-0005", "Inovasi Nyata Layanan DLH 5", "DLH")
    assert shown(home, "3303-0010") == {
        "acronym": "INOVA10",
        "title": "Inovasi Nyata Layanan Kec. Karangkobar 10",
        "unit": "Kec. Karangkobar",
        "unit_kind": "kecamatan",
        "designed_on": "2023",
        "trialled_on": "2024-01",
        "implemented_on": "2025",
        "stage": "implemented",
        "form": "tata kelola pemerintahan daerah",
        "affair": "Fungsi lain",
        "design": "Dasar hukum: Perbup.\nMasalah: antre 10.",
        "aims": "Mempercepat layanan",
        "benefits": "Warga tidak antre",
        "results": "Dari 60 menit menjadi 20 menit",
        "budget": "APBD",
        "notes": {"Tahapan": "Uji Coba"},
    }


def test_the_same_list_again_changes_nothing_also_in_another_order(home: Path, tmp_path: Path) -> None:
    path = lists.sixty(tmp_path / "daftar.xlsx")
    mapped(home, path)
    first = imported(home, path)
    again = imported(home, path)
    assert (again["new"], again["same"], again["first"]) == (0, first["new"], None)
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    rows = [[one.value for one in row] for row in sheet.iter_rows(min_row=5)]
    for at, row in enumerate(reversed(rows), 5):
        for column, value in enumerate(row, 1):
            sheet.cell(at, column).value = value
    book.save(path)
    turned = imported(home, path)
    assert (turned["new"], turned["same"], turned["different"]) == (0, first["new"], 0)


def test_an_edited_cell_is_named_and_corrected_by_its_place_in_the_list(home: Path, tmp_path: Path) -> None:
    path = lists.sixty(tmp_path / "daftar.xlsx")
    mapped(home, path)
    imported(home, path)
    cell(path, "K6", "Mempercepat layanan warga")
    map_ = path.with_name("PETA.toml")
    done = invoke("import", path, "--map", map_, "--home", home)
    assert done.status == 4
    assert (
        '  Daftar Inovasi!K6  Tujuan tercatat "Mempercepat layanan", kini "Mempercepat layanan warga".\n'
        in done.err
    )
    assert done.err.startswith(
        "30 baris menyebut tahapan yang lebih awal daripada tanggalnya; yang dipakai tanggalnya, dan"
        " tahapannya disimpan sebagai keterangan.\n"
    )
    assert f'jejak import {path} --map {map_} --as-correction "ALASAN" --yes' in done.err
    assert imported(home, path, "--yes", "--as-correction", "kurang lengkap")["corrected"] == 1
    traced = invoke("trace", "3303-0002", "tujuan", "--home", home)
    assert "Daftar Inovasi!K6" in traced.out


def test_a_void_takes_the_whole_list_back(home: Path, tmp_path: Path) -> None:
    path = lists.grouped(tmp_path / "daftar.xlsx")
    cell(path, "B8", "BANK SAMPAH INDUK")
    mapped(home, path)
    done = imported(home, path)
    assert invoke("void", done["command_id"], "--reason", "salah berkas", "--yes", "--home", home).status == 0
    assert titles(home) == []


def test_headings_over_two_rows_with_merged_cells(home: Path, tmp_path: Path) -> None:
    path = lists.two_row_headings(tmp_path / "rekap.xlsx")
    found = mapped(home, path)
    assert [(one["heading"], one["field"]) for one in found["columns"]] == [
        ("Perangkat Daerah", "Unit"),
        ("No.", "Abaikan"),
        ("Identitas Inovasi / Nama Inovasi", "Judul"),
        ("Identitas Inovasi / Jenis", "Jenis Inovasi"),
        ("Identitas Inovasi / Bentuk", "Bentuk Inovasi"),
        ("Waktu / Uji Coba", "Waktu Uji Coba"),
        ("Waktu / Penerapan", "Waktu Penerapan"),
        ("Penilaian / Skor", "Keterangan"),
        ("Penilaian / Persen", "Keterangan"),
        ("Nama / Inisiator", "Abaikan"),
    ]
    assert found["without_list"] == ["Grafik"]
    # Names of persons stand neither in the map nor in the answer.
    assert "dr." not in path.with_name("PETA.toml").read_text(encoding="utf-8")
    done = invoke("import", path, "--map", path.with_name("PETA.toml"), "--home", home)
    assert done.status == 0, done.err
    assert done.err == (
        "REKAP 2025!6: nomor kolom.\n"
        'REKAP 2025!11: "JUMLAH" adalah jumlah, tidak dicatat.\n'
        "REKAP 2025!13–15: teks di luar daftar; tidak dicatat.\n"
        "1 tanggal belum tiba; itu rencana, dan disimpan sebagai keterangan.\n"
    )
    assert titles(home) == [
        ("3303-0001", "SEHATI", "Dinas Kesehatan"),
        ("3303-0002", "PELITA", "Dinas Kesehatan"),
        ("3303-0003", "LANSIA CERIA", "Dinas Kesehatan"),
        ("3303-0004", "DESA DIGITAL", "Kecamatan Bobotsari"),
    ]
    first = shown(home, "3303-0001")
    assert (first["trialled_on"], first["implemented_on"]) == ("2023-02", "2023-07/2023-09")
    assert first["notes"] == {"Penilaian / Skor": "87,5", "Penilaian / Persen": "25%"}
    assert shown(home, "3303-0004")["notes"] == {
        "Waktu / Penerapan": "Desember 2030",
        "Penilaian / Skor": "12",
        "Penilaian / Persen": "10%",
    }


def test_semicolons_in_the_letters_of_windows(home: Path, tmp_path: Path) -> None:
    path = lists.semicolons(tmp_path / "daftar.csv")
    found = mapped(home, path)
    assert found["units"] == [
        {"name": "Dinkes", "kind": None, "same_as": "Dinas Kesehatan"},
        {"name": "Dinas Kesehatan", "kind": "opd", "same_as": None},
        {"name": "Kelurahan Bobotsari", "kind": "kelurahan", "same_as": None},
    ]
    assert found["values"] == [
        {"heading": "Urusan", "value": "Perdagangn", "meant": ""},
        {"heading": "Tgl Penerapan", "value": "belum", "meant": ""},
    ]
    changed(path, '"Perdagangn" = ""', '"Perdagangn" = "Perdagangan"')
    imported(home, path)
    assert titles(home) == [
        ("3303-0001", "“SI CEPAT” – Cepat", "Dinkes"),
        ("3303-0002", "Café Baca", "Dinkes"),
        ("3303-0003", "Pasar Terang", "Kelurahan Bobotsari"),
    ]
    assert shown(home, "3303-0001")["aims"] == "Cepat;\ndan dekat"
    assert shown(home, "3303-0002")["notes"] == {"Tgl Uji Coba": "akhir 2022", "Tgl Penerapan": "belum"}
    assert shown(home, "3303-0003")["affair"] == "Perdagangan"
    assert shown(home, "3303-0001")["initiator"] == "perangkat daerah"
    assert "0812" not in json.dumps([shown(home, "3303-0001"), shown(home, "3303-0002")])


def test_a_sheet_for_each_unit(home: Path, tmp_path: Path) -> None:
    path = lists.a_sheet_a_unit(tmp_path / "per-opd.ods")
    found = mapped(home, path)
    assert [(one["sheet"], one["innovations"]) for one in found["sheets"]] == [
        ("Dinas Sosial", 2),
        ("Puskesmas Kemangkon", 1),
    ]
    imported(home, path)
    assert titles(home) == [
        ("3303-0001", "SAPA LANSIA", "Dinas Sosial"),
        ("3303-0002", "RUMAH SINGGAH", "Dinas Sosial"),
        ("3303-0003", "POSYANDU MALAM", "Puskesmas Kemangkon"),
    ]
    both = shown(home, "3303-0002")
    assert (both["stage"], both["benefits"]) == ("trial", "Tempat aman\nMakanan sehat")
    assert both["notes"] == {"Uraian": "Rumah\ndan dapur"}
    assert shown(home, "3303-0001")["stage"] == "implemented"
    assert shown(home, "3303-0003")["stage"] == "initiative"


def test_units_above_their_groups(home: Path, tmp_path: Path) -> None:
    path = lists.grouped(tmp_path / "kelompok.xlsx")
    mapped(home, path)
    done = invoke("import", path, "--map", path.with_name("PETA.toml"), "--home", home)
    assert done.status == 3
    assert (
        "  Sheet!B8  inovasi ini dari unit yang sama sudah ada di Sheet!B7.\n"
        "            Hapus salah satu dari kedua baris itu, atau bedakan keduanya.\n"
    ) in done.err
    cell(path, "B8", "BANK SAMPAH INDUK")
    done = invoke("import", path, "--map", path.with_name("PETA.toml"), "--home", home)
    assert done.status == 0
    assert done.err == (
        'Sheet!3: "Dinas Pendidikan" adalah judul kelompok.\n'
        'Sheet!5: "Kelurahan Wirasana" adalah judul kelompok.\n'
        "Sheet!6: judul kolom diulang.\n"
    )
    assert titles(home) == [
        ("3303-0001", "BACA PAGI", "Dinas Pendidikan"),
        ("3303-0002", "BANK SAMPAH", "Kelurahan Wirasana"),
        ("3303-0003", "BANK SAMPAH INDUK", "Kelurahan Wirasana"),
    ]


def test_one_map_for_the_files_of_several_units(home: Path, tmp_path: Path) -> None:
    heads = ("No", "Nama Inovasi", "Tahun")
    paths = []
    for name, title in (("Dinas Sosial", "SAPA"), ("BADAN KESBANGPOL", "RUKUN")):
        book = openpyxl.Workbook()
        sheet = book.active
        assert sheet is not None
        for row in ((f"DAFTAR INOVASI {name} TAHUN 2025",), heads, (1, title, 2025)):
            sheet.append(row)
        paths.append(tmp_path / f"{title}.xlsx")
        book.save(paths[-1])
    out = tmp_path / "PETA.toml"
    done = invoke("map", *paths, "--out", out, "--home", home)
    assert done.status == 0, done.err
    for path in paths:
        assert invoke("import", path, "--map", out, "--home", home).status == 0
    assert titles(home) == [
        ("3303-0001", "SAPA", "Dinas Sosial"),
        ("3303-0002", "RUKUN", "Badan Kesbangpol"),
    ]


def test_every_column_of_the_profile_of_2026_has_a_place(home: Path, tmp_path: Path) -> None:
    path = lists.export(tmp_path / "ekspor.csv")
    found = mapped(home, path)
    assert [one["heading"] for one in found["columns"] if one["field"] == "Abaikan"] == [
        "No",
        "Nama Inisiator",
    ]
    assert imported(home, path)["new_by_sheet"] == {
        "Unit": 1,
        "Inovasi": 1,
        "Profil": 1,
        "Uji Coba": 1,
        "Penerapan": 1,
        "Keterangan": 3,
        "Pendukung": 1,
    }
    assert shown(home, "3303-0001") == {
        "title": "SIAGA",
        "unit": "Dinas Kesehatan",
        "unit_kind": "opd",
        "stage": "implemented",
        "trialled_on": "2024-01-05",
        "implemented_on": "2024-03-01",
        "developed_on": "2025-02-01",
        "initiator": "perangkat daerah",
        "technology": "digital",
        "form": "pelayanan publik",
        "affair": "Kesehatan",
        "design": "R",
        "aims": "T",
        "benefits": "M",
        "results": "H",
        "budget": "0",
        "business_profile": "B",
        "classification": "inovasi perangkat daerah",
        "coordinates": "-7.38,109.36",
        "asta_cita": [4],
        "cluster": "Kesehatan",
        "notes": {
            "Dokumen HAKI": "haki.pdf",
            "Penghargaan": "TOP 45",
            "Skor": "98.5",
        },
    }


def test_a_unit_that_stands_once_counts_for_the_rows_below(home: Path, tmp_path: Path) -> None:
    path = simple(
        tmp_path / "turun.xlsx", ("SATU", "Dinas Pasar", 2024), ("DUA", None, None), ("TIGA", "DLH", 2025)
    )
    assert 'fill_down = ["OPD"]' in (mapped(home, path), path.with_name("PETA.toml").read_text("utf-8"))[1]
    imported(home, path)
    assert [unit for _code, _title, unit in titles(home)] == ["Dinas Pasar", "Dinas Pasar", "DLH"]


def test_a_dry_run_records_nothing(home: Path, tmp_path: Path) -> None:
    path = simple(tmp_path / "daftar.xlsx", ("SATU", "Dinas Pasar", 2024))
    mapped(home, path)
    planned = imported(home, path, "--dry-run")["planned"]
    assert planned == [
        {"cell": "Sheet!B2", "event": "unit.registered/1"},
        {"cell": "Sheet!A2", "event": "innovation.designed/1"},
    ]
    assert titles(home) == []


def test_a_list_on_postgres(home: Path, tmp_path: Path, postgres: str) -> None:
    shared = moved(home, postgres)
    path = lists.sixty(tmp_path / "daftar.xlsx")
    mapped(shared, path)
    assert imported(shared, path)["new"] == 273
    again = imported(shared, path)
    assert (again["new"], again["same"]) == (0, 273)


def test_a_cell_far_away_in_an_open_document_is_refused_by_name(home: Path, tmp_path: Path) -> None:
    path = lists.a_sheet_a_unit(tmp_path / "jauh.ods")
    with zipfile.ZipFile(path) as archive:
        said = archive.read("content.xml").decode()
    far = '<table:table-row table:number-rows-repeated="1000000"/>'
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", said.replace("</table:table>", f"{far}{FAR}</table:table>", 1))
    done = invoke("map", path, "--out", tmp_path / "PETA.toml", "--home", home)
    assert done.status == 3
    assert "  Dinas Sosial!XFD1000006  sel ini jauh di luar tabel" in done.err


def test_the_map_is_written_to_be_read(home: Path, tmp_path: Path) -> None:
    path = simple(tmp_path / "daftar.xlsx", ("SATU", "Dinas Pasar", 2024), ("DUA", "Sanggar", 2025))
    mapped(home, path)
    lines = path.with_name("PETA.toml").read_text(encoding="utf-8").split("\n")
    fields = next(at for at, line in enumerate(lines) if line.startswith("# Isian: "))
    after = next(at for at, line in enumerate(lines) if line.startswith("# Keterangan: "))
    assert (
        "\n".join(lines[:fields] + lines[after:])
        == """\
# Peta daftar: kolom mana mengisi isian mana. Dibuat jejak map dari daftar.xlsx.
# Perbaiki yang keliru di kanan tanda sama dengan, simpan, lalu: jejak import daftar.xlsx --map PETA.toml
# Teks di belakang tanda # hanya untuk dibaca.

region = "33.03"  # Kabupaten Purbalingga
# lab = "slug-lab"  # Hapus tanda # di depan bila daftar ini milik sebuah lab.
# skip = ["NAMA"]  # Lembar tanpa daftar; tidak dibaca.

[[sheet]]
name = "*"  # Lembar mana pun yang memuat kolom-kolom ini; di sini: Sheet
headings = [1]  # Baris judul kolom.
first = 2  # Baris pertama daftar; 2 inovasi terlihat.

[columns]
# Keterangan: disimpan sebagai keterangan inovasi. Abaikan: tidak dicatat.
"Nama Inovasi" = "Judul"  # Misalnya: SATU | DUA
"OPD"          = "Unit"  # Misalnya: Dinas Pasar | Sanggar
"Tahun"        = "Tanggal"  # Misalnya: 2024 | 2025

[units]
# Unit yang belum tercatat; dicatat sekali, bersama daftar ini.
# Jenis: {kinds}
# Ejaan lain untuk unit yang sama: "Dinkes" = { same_as = "Dinas Kesehatan" }
"Dinas Pasar" = { kind = "OPD" }
"Sanggar"     = { kind = "Lainnya" }
""".replace("{kinds}", KINDS)
    )
