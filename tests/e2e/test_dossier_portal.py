"""The workbook to copy from into the official application: its fields, texts, gaps and bytes."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from importers import template
from schemas import loader
from tests.helpers import Done, invoke

HEADS = [
    "Bagian", "No.", "Isian di aplikasi", "Yang disalin", "Kata", "Karakter", "Batas",
    "Berkas yang diunggah", "Keadaan", "Sudah disalin",
]  # fmt: skip
HEAD_ROW = 4
IGA_PROFILE = [
    "Nama Pemda", "Nama Inovasi", "Tahapan Inovasi", "Inisiator Inovasi Daerah", "Nama Inisiator",
    "Klasifikasi Inovasi", "Koordinat", "Jenis Inovasi", "Bentuk Inovasi Daerah", "Tematik (Asta Cita)",
    "Klaster & program/subklaster PKPN", "Urusan utama", "Urusan lain yang beririsan", "Waktu Uji Coba",
    "Waktu Penerapan", "Sudah ada pengembangan? Waktu Pengembangan terbaru",
    "Rancang Bangun (dan pokok perubahan)", "Tujuan Inovasi Daerah", "Manfaat Yang Diperoleh",
    "Hasil Inovasi", "Anggaran (jika diperlukan)", "Profil Bisnis (jika ada)", "Dokumen HAKI",
    "Penghargaan", "Nomor Registrasi", "Dibuat Oleh",
]  # fmt: skip
KIPP_2023 = [
    "Judul Proposal", "Tanggal dimulai implementasi", "Kelompok", "Pernah menjadi finalis 99?", "Kategori",
    "SDGs", "Link YouTube", "Surat Pernyataan Implementasi",
    "Surat Pernyataan Identitas Perorangan atau Tim", "Surat Pernyataan Kesediaan Replikasi",
    "Inovasi berupa aplikasi? (formulir SPBE)", "Formulir SPBE", "Ringkasan", "Latar Belakang dan Tujuan",
    "Kebaruan/Nilai Tambah", "Implementasi Inovasi", "Signifikansi",
    "Adaptabilitas: sudah/belum direplikasi", "Adaptabilitas: potensi replikasi", "Sumber Daya",
    "Strategi Keberlanjutan",
]  # fmt: skip
KIPP_2025 = [
    "Judul Inovasi", "Nama Instansi", "Nama Organisasi Penyelenggara Pelayanan", "Tipe Instansi",
    "Waktu mulai implementasi", "Surat Pernyataan Implementasi", "Identitas Inovator",
    "Surat pernyataan identitas inovator", "Kelompok", "Kategori Inovasi", "Target SDGs",
    "Target Asta Cita", "Jenis Inovasi", "Sektor", "Link Video", "Keterangan Video", "Lokasi Inovasi",
    "Surat kesediaan replikasi", "Latar Belakang", "Tujuan", "Cara Kerja / Cara Implementasi",
    "Keunggulan Ide/Gagasan", "Indikator Monev / Mekanisme Evaluasi", "Dampak Inovasi",
    "Difusi dan Replikasi", "Sumber Daya", "Strategi Keberlanjutan",
]  # fmt: skip
VIDEO_2025 = (
    "paling lama 5 menit · resolusi sedikitnya 720p · bahasa: Bahasa Indonesia; ucapan berbahasa daerah atau"
    " asing diberi teks terjemahan · isi: gagasan, penerapan, dampak, dan testimoni penerima manfaat;"
    " teks dan grafik boleh, hak cipta dihormati; tanpa promosi dagang atau merek · tempat: penyimpanan awan"
    " yang terbuka, atau YouTube (terkonfirmasi)"
)
OUTSIDE = "isi di aplikasi"
HOSTILE = "=1+1\n+cmd|' /C calc'!A0\n@SUM(A1)\n-2 _x0041_ <b>&amp;"


def portal(home: Path, out: Path, award: str, *words: str) -> Done:
    return invoke("dossier", "portal", award, *words, "--out", out, "--home", home)


def sheet_of(path: Path) -> Any:
    return load_workbook(path)["Portal"]


def rows_of(path: Path) -> list[dict[str, Any]]:
    sheet = sheet_of(path)
    values = sheet.iter_rows(min_row=HEAD_ROW + 1, max_row=sheet.auto_filter.ref and _last(sheet))
    return [dict(zip(HEADS, (cell.value for cell in row), strict=True)) for row in values]


def _last(sheet: Any) -> int:
    return int(sheet.auto_filter.ref.split(":")[1].strip("ABCDEFGHIJ"))


def dossier_of(home: Path, out: Path, award: str, *words: str) -> Any:
    done = invoke("dossier", award, *words, "--out", out, "--home", home)
    assert done.status == 0, done.err
    (made,) = out.glob("*.json")
    return json.loads(made.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("award", "words", "labels"),
    [
        (
            "iga",
            ("SIMPEL PASAR", "--year", "2026"),
            [*IGA_PROFILE, *(one["name"] for one in loader.form("iga", 2026)["indicators"])],
        ),
        ("kipp", ("SIMPEL PASAR", "--year", "2023", "--group", "umum"), KIPP_2023),
        ("kipp", ("SIMPEL PASAR", "--year", "2025", "--group", "umum"), KIPP_2025),
    ],
)
def test_the_fields_stand_in_the_order_of_the_application(
    demo: Path, tmp_path: Path, award: str, words: tuple[str, ...], labels: list[str]
) -> None:
    path = tmp_path / "portal.xlsx"
    assert portal(demo, path, award, *words).status == 0
    assert [row["Isian di aplikasi"] for row in rows_of(path)] == labels
    sheet = sheet_of(path)
    assert [cell.value for cell in sheet[HEAD_ROW]] == HEADS
    assert sheet.freeze_panes == "D5"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.print_title_rows == f"${HEAD_ROW}:${HEAD_ROW}"
    (tick,) = sheet.data_validations.dataValidation
    assert (tick.type, tick.formula1) == ("list", '"ya,belum"')
    assert str(tick.sqref) == f"J{HEAD_ROW + 1}:J{HEAD_ROW + len(labels)}"


def test_a_field_of_a_later_year_is_not_asked_for_earlier(demo: Path, tmp_path: Path) -> None:
    path = tmp_path / "portal.xlsx"
    assert portal(demo, path, "iga", "SIMPEL PASAR", "--year", "2023").status == 0
    labels = [row["Isian di aplikasi"] for row in rows_of(path)]
    later = ("Klasifikasi Inovasi", "Koordinat", "Dokumen HAKI", "Klaster & program/subklaster PKPN")
    assert [one for one in later if one in labels] == []
    assert "Nama Inisiator" in labels


@pytest.mark.parametrize(
    ("award", "words"),
    [
        ("iga", ("SIMPEL PASAR", "--year", "2026")),
        ("kipp", ("SIMPEL PASAR", "--year", "2023", "--group", "umum")),
    ],
)
def test_what_is_copied_is_what_the_dossier_says(
    demo: Path, tmp_path: Path, award: str, words: tuple[str, ...]
) -> None:
    path = tmp_path / "portal.xlsx"
    assert portal(demo, path, award, *words).status == 0
    rows = rows_of(path)
    dossier = dossier_of(demo, tmp_path / "dok", award, *words)
    shown = {(row["Bagian"], row["No."]): row["Yang disalin"] for row in rows}
    for section in dossier["sections"]:
        value = section["values"][0]["value"] if section["values"] else None
        if section["kind"] != "text":
            continue
        if award == "kipp":
            assert shown["Isi", section["number"]] == value
        else:
            assert value in shown.values()
    copied = list(shown.values())
    subject = dossier["subject"]
    assert f"{subject['title']['value']} ({subject['acronym']['value']})" in copied
    for row in dossier.get("indicators", []):
        assert shown["Indikator", str(row["number"])] == row["parameter"].get("label")
    for row in rows:
        text = row["Yang disalin"]
        assert row["Kata"] == (None if text is None else len(text.split()))
        assert row["Karakter"] == (None if text is None else len(text))


def test_values_of_the_profile_of_iga(demo: Path, tmp_path: Path) -> None:
    path = tmp_path / "portal.xlsx"
    assert portal(demo, path, "iga", "SIMPEL PASAR", "--year", "2026").status == 0
    rows = {row["Isian di aplikasi"]: row for row in rows_of(path)}
    told = {label: (row["Yang disalin"], row["Keadaan"]) for label, row in rows.items()}
    assert told["Nama Pemda"] == ("Kabupaten Purbalingga", "tercatat")
    assert told["Tahapan Inovasi"] == ("Penerapan", "tercatat")
    assert told["Urusan utama"] == ("Perdagangan", "tercatat")
    assert told["Urusan lain yang beririsan"] == ("Keuangan; Komunikasi dan Informatika", "tercatat")
    assert told["Waktu Penerapan"] == ("2 Maret 2023", "tercatat")
    assert told["Sudah ada pengembangan? Waktu Pengembangan terbaru"] == ("20 Mei 2024", "tercatat")
    outside = [label for label, (_text, state) in told.items() if state == OUTSIDE]
    assert outside == ["Nomor Registrasi"]
    assert told["Nama Inisiator"] == ("Pramuwijaya Ilustra, NIP 19780909 200209 1 009", "tercatat")
    assert told["Klasifikasi Inovasi"] == ("inovasi perangkat daerah", "tercatat")
    assert told["Koordinat"] == ("-7.3885,109.3632", "tercatat")
    assert told["Tematik (Asta Cita)"] == ("3", "tercatat")
    assert told["Klaster & program/subklaster PKPN"] == (
        "Ekonomi Kerakyatan dan Desa; Contoh subklaster",
        "tercatat",
    )
    assert told["Dokumen HAKI"] == told["Penghargaan"] == (None, "belum tercatat")
    budget = rows["Anggaran (jika diperlukan)"]["Berkas yang diunggah"]
    assert [one.rpartition(" (")[2] for one in budget.split("\n")] == ["Bukti!B4, Bukti!I2)", "Bukti!B4)"]
    design = rows["Rancang Bangun (dan pokok perubahan)"]
    assert design["Batas"] == "sedikitnya 300 kata (terkonfirmasi dari salinan)"
    assert "\n\n" in design["Yang disalin"]
    files = rows["Regulasi Inovasi Daerah"]["Berkas yang diunggah"].split("\n")
    assert files[1].startswith("Perkada Nomor CONTOH-12/2025")
    assert "berkas 01-peraturan-bupati.pdf" in files[1]
    assert files[1].endswith("(Bukti!B2)")


def test_files_are_named_as_the_package_writes_them(demo: Path, tmp_path: Path) -> None:
    words = ("iga", "SIMPEL PASAR", "--year", "2026", "--home", demo)
    found = invoke("dossier", "portal", *words, "--out", tmp_path / "a.xlsx", "--json").data["rows"]
    files = [file for row in found for file in row["files"]]
    told = {one[1] for file in files if (one := re.search(r", dalam paket: (\S+) \(", file))}
    done = invoke("dossier", "pack", *words, "--out", tmp_path)
    assert done.status == 0, done.err
    (package,) = tmp_path.glob("*.zip")
    with zipfile.ZipFile(package) as archive:
        packed = {name.rpartition("/")[2] for name in archive.namelist() if "/data/evidence/" in name}
    assert len(packed) > 10
    assert told == packed
    assert all("berkas " in file for file in files if "dalam paket" in file)


@pytest.mark.parametrize("edition", [("iga", "2026", ()), ("kipp", "2025", ("--group", "umum"))])
def test_gaps_are_those_of_page_one(
    demo: Path, tmp_path: Path, edition: tuple[str, str, tuple[str, ...]]
) -> None:
    award, year, group = edition
    path = tmp_path / "portal.xlsx"
    words = ("3303-0001", "--year", year, *group)
    assert portal(demo, path, award, *words).status == 0
    dossier = dossier_of(demo, tmp_path / "dok", award, *words)
    gaps = [one for one in dossier["missing"] if one["part"] != "record"]
    mark = {"unconfirmed": " (menurut aturan yang belum terkonfirmasi)"}
    wanted = [f"{one['what']}{mark.get(one['certainty'], '')}\n{one['mend']}" for one in gaps]
    states = "\n".join(row["Keadaan"] for row in rows_of(path))
    assert len(wanted) > 5
    for one in set(wanted):
        assert states.count(one) >= wanted.count(one)
    limits = {row["Batas"] for row in rows_of(path)} - {None}
    if year == "2025":
        assert limits & {VIDEO_2025} == {VIDEO_2025}
        assert all(one.endswith(" kata (belum terkonfirmasi)") for one in limits - {VIDEO_2025})


def recorded(home: Path, folder: Path, design: str) -> None:
    rows: dict[str, list[dict[str, Any]]] = {
        "Unit": [{"Kunci": "U1", "Jenis": "OPD", "Nama": "Dinas Uji", "Nama Singkat": "Dinuji"}],
        "Inovasi": [{"Kunci": "I1", "Judul": "Judul Uji", "Unit": "U1", "Tanggal": "1 Januari 2024"}],
        "Profil": [{"Kunci": "F1", "Inovasi": "I1", "Rancang Bangun": design}],
    }
    path = folder / "uji.xlsx"
    template.write(path, rows=rows, identity={"Kode Wilayah": "33.03"})
    done = invoke("import", path, "--home", home)
    assert done.status == 0, done.err


def test_formulas_stay_text(home: Path, tmp_path: Path) -> None:
    recorded(home, tmp_path, HOSTILE)
    path = tmp_path / "portal.xlsx"
    assert portal(home, path, "iga", "3303-0001", "--year", "2026").status == 0
    cells = [row[3] for row in sheet_of(path).iter_rows(min_row=HEAD_ROW + 1)]
    (cell,) = [one for one in cells if str(one.value).startswith("=1+1")]
    assert (cell.data_type, cell.number_format) == ("s", "@")
    assert cell.value.replace("_x005F_", "_") == HOSTILE


def test_a_text_too_long_for_a_cell_is_said_and_not_cut(home: Path, tmp_path: Path) -> None:
    action = {"type": "innovation.write_profile", "region": "33.03", "key": "F2", "innovation": "3303-0001"}
    recorded(home, tmp_path, "kata")
    lines = tmp_path / "panjang.jsonl"
    text = " ".join(["kata"] * 6_554)
    lines.write_text(json.dumps({**action, "results": text}), encoding="utf-8")
    done = invoke("import", lines, "--home", home)
    assert done.status == 0, done.err
    path = tmp_path / "portal.xlsx"
    assert portal(home, path, "iga", "3303-0001", "--year", "2026").status == 0
    (row,) = [one for one in rows_of(path) if one["Isian di aplikasi"] == "Hasil Inovasi"]
    assert (row["Yang disalin"], row["Kata"], row["Karakter"]) == (None, 6_554, 32_769)
    assert row["Keadaan"].splitlines() == [
        "tercatat",
        "Teks ini 32.769 karakter, lebih dari 32.767 yang dapat dimuat satu sel: salin dari dokumen Word.",
    ]


def test_a_text_that_a_cell_cannot_show_whole_is_copied_whole(home: Path, tmp_path: Path) -> None:
    text = " ".join(["kata"] * 2_000)
    recorded(home, tmp_path, text)
    path = tmp_path / "portal.xlsx"
    assert portal(home, path, "iga", "3303-0001", "--year", "2026").status == 0
    (row,) = [one for one in rows_of(path) if one["Yang disalin"] == text]
    assert row["Keadaan"].splitlines()[-1] == (
        "Sel ini hanya menampilkan awal teks; yang tersalin tetap seluruhnya."
    )


@pytest.mark.parametrize(("count", "cut"), [(200, False), (450, True)])
def test_a_long_text_keeps_the_usual_letters(home: Path, tmp_path: Path, count: int, cut: bool) -> None:
    text = " ".join(["katakata"] * count)
    recorded(home, tmp_path, text)
    path = tmp_path / "portal.xlsx"
    assert portal(home, path, "iga", "3303-0001", "--year", "2026").status == 0
    sheet = sheet_of(path)
    (cell,) = [row[3] for row in sheet.iter_rows(min_row=HEAD_ROW + 1) if row[3].value == text]
    filled = [one for row in sheet.iter_rows(min_row=HEAD_ROW + 1) for one in row if one.value is not None]
    assert {one.font.sz for one in filled} == {10}
    height = sheet.row_dimensions[cell.row].height
    assert (height > 408, "hanya menampilkan awal teks" in sheet.cell(cell.row, 9).value) == (cut, cut)


def test_equal_dossiers_give_equal_bytes(demo: Path, tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("a.xlsx", "b.xlsx")]
    for path in files:
        assert portal(demo, path, "kipp", "SIMPEL PASAR", "--year", "2023", "--group", "umum").status == 0
    assert files[0].read_bytes() == files[1].read_bytes()


def test_the_answer_tells_the_rows(demo: Path, tmp_path: Path) -> None:
    path = tmp_path / "portal.xlsx"
    words = ("iga", "SIMPEL PASAR", "--year", "2026", "--out", str(path), "--home", str(demo))
    done = invoke("dossier", "portal", *words)
    assert done.out.endswith(
        f"detik: {path}, 46 isian: 42 tercatat, 1 masih kurang, 2 belum tercatat, 1 diisi di aplikasi.\n"
    )
    ticked = path.read_bytes()
    again = invoke("dossier", "portal", *words)
    assert (again.status, path.read_bytes()) == (4, ticked)
    assert "Pakai nama lain, atau ganti berkasnya: --force" in again.err
    data = invoke("dossier", "portal", *words, "--force", "--json").data
    assert (data["file"], data["code"], len(data["rows"])) == (str(path), "3303-0169", 46)
    wrong = invoke("dossier", "portal", *words[:4], "--out", tmp_path / "portal.pdf", "--home", demo)
    assert wrong.status == 2


def test_persons_stand_by_name_here_and_by_post_in_documents(demo: Path, tmp_path: Path) -> None:
    words = ("SIMPEL PASAR", "--year", "2025", "--group", "umum")
    path = tmp_path / "portal.xlsx"
    assert portal(demo, path, "kipp", *words).status == 0
    rows = {row["Isian di aplikasi"]: row["Yang disalin"] for row in rows_of(path)}
    names = rows["Identitas Inovator"].split("; ")
    assert len(names) == 4
    assert all(", NIP " in one for one in names)
    dossier = dossier_of(demo, tmp_path / "dok", "kipp", *words)
    items = {one["id"]: one for one in dossier["identity"]}
    labels = [label for label in KIPP_2025[:16] if not label.lower().startswith("surat")]
    labels.insert(labels.index("Link Video") + 1, "Ketentuan video")
    assert [one["label"] for one in dossier["identity"]] == [*labels, "Lokasi Inovasi"]
    assert items["innovators"]["values"][0]["value"] == [
        "Kepala Bidang Pasar",
        "Analis Perdagangan Bidang Pasar",
        "Pengelola Retribusi Pasar",
        "Pranata Komputer",
    ]
    assert items["institution"]["values"][0]["value"] == "Pemerintah Kabupaten Purbalingga"
    assert items["institution_kind"]["values"][0]["value"] == "Pemerintah Kabupaten"
    said = "".join(one.read_text(encoding="utf-8") for one in (tmp_path / "dok").glob("*.json"))
    assert not [one for one in names if one.partition(",")[0] in said]
