"""The map of a list: what is wrong with it is named by line, and with the list by cell."""

from __future__ import annotations

from pathlib import Path

import pytest

from importers.flat_list import mapping
from importers.problems import ImportProblems
from jejak_i18n import sentence
from tests.helpers import invoke
from tests.importers import lists
from tests.importers.lists import MAP

FIELDS = (
    "Tulis salah satu: Kunci, Tahapan, Abaikan, Keterangan, Judul, Akronim, Unit, Tanggal, Inisiator, Jenis"
    " Inovasi, Bentuk Inovasi, Urusan, Urusan Lain, Rancang Bangun, Tujuan, Manfaat, Hasil, Anggaran, Profil"
    " Bisnis, Ringkasan, Latar Belakang dan Tujuan, Kebaruan, Implementasi, Signifikansi, Replikasi"
    " Terlaksana, Potensi Replikasi, Sumber Daya, Strategi Keberlanjutan, Kategori KIPP, SDGs, Tautan Video,"
    " Klasifikasi, Koordinat, Tematik, Asta Cita, Klaster PKPN, Program PKPN, Keterangan Video, Sektor,"
    " Waktu Uji Coba, Tempat Uji Coba, Hasil Uji Coba, Waktu Penerapan, Keterangan Penerapan, Waktu"
    " Peluncuran, Waktu Pengembangan, Uraian Pengembangan."
)
KINDS = (
    "Tulis salah satu: OPD, Bagian Setda, Kecamatan, Kelurahan, Desa, Puskesmas, RSUD, BUMD, Sekolah,"
    " UPT, Sekretariat, Universitas, Masyarakat, Lainnya."
)
WRITE = "Tulis teks dalam tanda petik, atau hapus barisnya."
WRONG = [
    ('"Judul"', '"Judull"', 9, 'tidak ada isian "Judull". Maksudnya "Judul"?', FIELDS),
    ('"Urusan" = "Urusan"', '"Urusan" = "qqq"', 11, 'tidak ada isian "qqq".', FIELDS),
    (
        '"Waktu Penerapan"',
        '"Urusan"',
        12,
        '"Urusan" sudah diisi oleh kolom "Urusan".',
        'Ambil isian lain untuk salah satunya, misalnya "Keterangan".',
    ),
    (
        '"33.03"',
        '"99.99"',
        1,
        "tidak ada daerah dengan kode 99.99.",
        "Pakai kode dari daftar resmi, misalnya 33.03 untuk Kabupaten Purbalingga.",
    ),
    (
        'skip = ["Grafik"]',
        "skip = 3",
        2,
        '"skip" tidak berisi teks-teks.',
        'Tulis teks dalam tanda petik di antara kurung siku: ["Rekap", "Grafik"].',
    ),
    (
        'skip = ["Grafik"]',
        "lab = 3",
        2,
        '"lab" tidak berisi teks.',
        WRITE,
    ),
    (
        'skip = ["Grafik"]',
        "warna = 3",
        2,
        'peta tidak mengenal "warna" di sini.',
        "Tulis salah satu: region, lab, skip, fill_down, acronym_in_title, sheet, columns, values,"
        " units, same.",
    ),
    (
        "[[sheet]]",
        "[sheet]",
        4,
        '"sheet" bukan bagian tersendiri.',
        "Mulai setiap lembar dengan baris [[sheet]].",
    ),
    (
        "headings = [1]",
        "headings = [3, 1]",
        6,
        "baris daftar bukan angka yang berurutan.",
        "Tulis nomor baris seperti di Excel: headings = [4, 5] dan first = 6.",
    ),
    (
        "first = 2",
        'unit_from = "langit"',
        7,
        'peta tidak mengenal "langit" di sini.',
        "Tulis salah satu: group, sheet, title.",
    ),
    (
        '[same]\n"SATU" = "baru"',
        "same = 1",
        18,
        '"same" tidak menyebutkan unit apa itu.',
        'Tulis { kind = "OPD" }, atau untuk ejaan lain sebuah unit: { same_as = "Dinas Kesehatan" }.',
    ),
    (
        '[values."Urusan"]',
        '[values."Urusann"]',
        13,
        'peta tidak punya kolom "Urusann".',
        "Tulis judul kolom seperti di bawah [columns].",
    ),
    (
        '= "Administrasi Kependudukan dan Pencatatan Sipil"',
        '= "Adm"',
        14,
        '"Adm" tidak ada dalam daftar.',
        "Ambil nama dari daftar resmi urusan, atau kosongkan agar disimpan sebagai keterangan.",
    ),
    (
        '= "Administrasi Kependudukan dan Pencatatan Sipil"',
        "= 3",
        14,
        '"Adminduk" tidak berisi teks.',
        WRITE,
    ),
    ('kind = "OPD"', 'kind = "Dinas"', 16, '"Dinas" bukan jenis unit.', KINDS),
    ('short = "Dispas"', "short = 3", 16, '"Dinas Pasar" tidak berisi teks.', WRITE),
    ('= "baru"', "= 3", 19, '"SATU" tidak berisi teks.', WRITE),
    (
        '"Judul"',
        '"Abaikan"',
        8,
        "tidak ada kolom untuk judul inovasi.",
        'Tulis "Judul" di kanan judul kolom itu.',
    ),
    (
        '= "Unit"',
        '= "Abaikan"',
        8,
        "tidak ada kolom untuk unit inovasi.",
        'Tulis "Unit" di kanan judul kolom itu, atau di bawah [[sheet]]: unit = "NAMA".',
    ),
    (
        '{ kind = "OPD", short = "Dispas" }',
        '{ same_as = "Pasar" }',
        16,
        '"Pasar" sendiri hanya ejaan lain.',
        "Sebutkan unit yang dimaksud keduanya.",
    ),
    (
        "[same]\n",
        "[[same]]\n",
        18,
        '"same" bukan bagian tersendiri.',
        "Mulai bagian itu dengan baris [same].",
    ),
]


@pytest.mark.parametrize(("said", "instead", "line", "what", "remedy"), WRONG)
def test_a_wrong_line_is_named(said: str, instead: str, line: int, what: str, remedy: str) -> None:
    assert said in MAP
    with pytest.raises(ImportProblems) as found:
        mapping.parse(Path("PETA.toml"), MAP.replace(said, instead, 1))
    first = found.value.problems[0]
    assert (str(first.cell), sentence(first.what), sentence(first.remedy)) == (
        f"PETA.toml:{line}",
        what,
        remedy,
    )


def test_all_that_is_wrong_with_a_map_is_named_at_once(home: Path, tmp_path: Path) -> None:
    map_ = tmp_path / "PETA.toml"
    map_.write_text(
        MAP.replace('"Urusan" = "Urusan"', '"Urusan" = "qqq"').replace('kind = "OPD"', 'kind = "X"'),
        encoding="utf-8",
    )
    done = invoke("import", lists.sixty(tmp_path / "daftar.xlsx"), "--map", map_, "--home", home)
    assert done.status == 3
    assert "daftar.xlsx tidak dicatat: 2 kesalahan, tidak ada yang berubah." in done.err
    assert "  PETA.toml:11  " in done.err
    assert "  PETA.toml:16  " in done.err


@pytest.mark.parametrize(
    ("text", "where", "what"),
    [
        (
            'region = "33.03"\n"No" = "A"\n"No" = "B"\n',
            "PETA.toml:3",
            'baris tidak dapat dibaca: "No" = "B"',
        ),
        ("Judul = Nama\n", "PETA.toml:1", "baris tidak dapat dibaca: Judul = Nama"),
    ],
)
def test_a_map_that_is_no_toml_names_its_line(text: str, where: str, what: str) -> None:
    with pytest.raises(ImportProblems) as found:
        mapping.parse(Path("PETA.toml"), text)
    (problem,) = found.value.problems
    assert (str(problem.cell), sentence(problem.what)) == (where, what)
    assert sentence(problem.remedy) == (
        'Tulis baris seperti "JUDUL KOLOM" = "ISIAN", setiap judul kolom sekali, semuanya dalam tanda petik.'
    )


def test_a_map_that_is_not_there(home: Path, tmp_path: Path) -> None:
    path = lists.sixty(tmp_path / "daftar.xlsx")
    gone = tmp_path / "tiada.toml"
    done = invoke("import", path, "--map", gone, "--home", home)
    assert done.status == 3
    assert f"peta {gone} tidak dapat dibaca." in done.err
    assert "Periksa namanya, atau buat lagi petanya: jejak map DAFTAR" in done.err


@pytest.mark.parametrize("value", ["9" * 5_000, "[" * 5_000 + "]" * 5_000], ids=["long", "deep"])
def test_a_value_that_cannot_be_read_is_told_in_words(value: str) -> None:
    with pytest.raises(ImportProblems) as found:
        mapping.parse(Path("PETA.toml"), MAP.replace("skip =", f"panjang = {value}\nskip =", 1))
    (one,) = found.value.problems
    assert (
        sentence(one.what) == "berkasnya memuat bilangan yang terlalu panjang, atau bersarang terlalu dalam."
    )
