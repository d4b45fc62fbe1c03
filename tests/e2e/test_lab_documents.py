"""The documents of a lab: what stands in them, what stays open, their form, files and bytes."""

from __future__ import annotations

import re
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from importers import template
from tests.e2e.test_dossier_letters import picture, with_settings
from tests.e2e.test_no_program_words import of_document, slips
from tests.helpers import EXAMPLES, Done, invoke

DRAFT = "Konsep – bukan naskah resmi. Naskah resmi dokumen ini tidak diketahui; sesuaikan."
DOTS, SHORT = "…………………………………", "…………………"
LAST = "{} konsep, bukan naskah resmi: lengkapi bagian yang bertitik-titik, lalu mintakan tanda tangan."
BLUE = "8EA9C1"


def drafted(home: Path, out: Path, slug: str, *words: str) -> Done:
    done = invoke("lab", "documents", slug, "--out", out, *words, "--home", home)
    assert done.status == 0, done.err
    return done


def texts(document: Any) -> list[str]:
    return [one.text for one in document.paragraphs if one.text]


def rows(document: Any, at: int) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in document.tables[at].rows]


def margins(document: Any) -> tuple[str, str]:
    section = document.sections[0]
    return section.header.paragraphs[0].text, section.footer.paragraphs[0].text.partition("\t")[0]


@pytest.fixture(scope="module")
def purbalingga(filed_demo: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Done]:
    """All documents of the round of 2022, and what was said of them."""
    out = tmp_path_factory.mktemp("purbalingga")
    return out, drafted(filed_demo, out, "purbalingga-2022")


@pytest.fixture(scope="module")
def salatiga(filed_demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("salatiga")
    drafted(filed_demo, out, "salatiga-2019")
    return out


def opened(folder: Path, name: str) -> Any:
    return Document(str(folder / f"{name}.docx"))


def test_every_file_is_named_and_told_to_be_a_draft(purbalingga: tuple[Path, Done]) -> None:
    out, done = purbalingga
    codes = ("3303-0169", "3303-0170", "3303-0171")
    names = [
        *(f"perjanjian-kinerja-{code}" for code in codes),
        "komitmen",
        "daftar-peluncuran",
        *(f"rencana-aksi-{code}" for code in codes),
        "sertifikat",
        "laporan",
    ]
    files = [f"purbalingga-2022-{name}.docx" for name in names]
    assert done.out.splitlines()[1:] == [*(f"  {out / name}" for name in files), LAST.format(10)]
    assert sorted(path.name for path in out.iterdir()) == sorted(files)
    for name in files:
        assert slips(of_document(out / name)) == []
        header, footer = margins(Document(str(out / name)))
        assert footer == "Konsep – bukan naskah resmi · Posisi rekam jejak 3.777"
        assert header.endswith("\tILUSTRASI") or name == "purbalingga-2022-komitmen.docx"


def test_an_agreement_has_its_parties_by_post_and_its_targets(purbalingga: tuple[Path, Done]) -> None:
    made = opened(purbalingga[0], "purbalingga-2022-perjanjian-kinerja-3303-0170")
    assert texts(made) == [
        DRAFT,
        "PERJANJIAN KINERJA INOVASI",
        "Nomor: 000.8/CONTOH-02/2022",
        "Pada tanggal 15 Desember 2022, bertempat di Purbalingga Expo, yang bertanda tangan di bawah ini:",
        "bersepakat tentang kinerja inovasi berikut,"
        " dari Pendampingan Laboratorium Inovasi Kabupaten Purbalingga 2022:",
        "Target menurut rencana aksi",
        "Ukuran keberhasilan",
        "Para pihak sepakat agar inovasi tersebut dilaksanakan menurut rencana aksinya, dipantau,"
        " dan dilaporkan kemajuannya.",
        f"Pembagian tugas para pihak: {DOTS}{DOTS}",
        f"Ketentuan lain: {DOTS}{DOTS}",
        "Para pihak menurut Perjanjian Kinerja Inovasi Dinperindag (15 Desember 2022);"
        " sesuaikan bila sudah berganti.",
    ]
    assert rows(made, 0) == [
        ["Pihak pertama", f"Nama: {DOTS}\nJabatan: Bupati Purbalingga"],
        [
            "Pihak kedua",
            f"Nama: {DOTS}\nJabatan: Kepala Dinperindag\nUnit: Dinas Perindustrian dan Perdagangan",
        ],
    ]
    assert rows(made, 1) == [
        ["Judul inovasi", "Tera Ulang Timbangan Keliling Pasar Desa (TERA KELILING)"],
        ["Kode inovasi", "3303-0170"],
        ["Perangkat daerah / unit", "Dinas Perindustrian dan Perdagangan"],
        ["Pemerintah daerah", "Kabupaten Purbalingga"],
        ["Rencana aksi", "versi 1"],
    ]
    assert rows(made, 2)[1] == [
        "1",
        "Menyusun jadwal tera ulang pasar desa\nPersiapan",
        "Jadwal tahunan",
        "Desember 2022 – Januari 2023",
    ]
    assert [row[0].split("\n")[:2] for row in rows(made, 4)] == [
        ["Pihak pertama", "Bupati Purbalingga,"],
        ["Saksi", "Kepala Pusat,"],
    ]


def test_an_agreement_shows_what_was_measured_last(purbalingga: tuple[Path, Done]) -> None:
    made = opened(purbalingga[0], "purbalingga-2022-perjanjian-kinerja-3303-0169")
    assert [row[0] for row in rows(made, 3)] == [
        "Indikator",
        "Waktu pengurusan izin kios dan los",
        "Realisasi retribusi enam pasar sasaran terhadap target",
        "Pedagang yang membayar retribusi secara nontunai",
        "Nilai kepuasan pedagang",
    ]
    assert rows(made, 3)[2][1:4] == ["persen", "78,4", SHORT]
    assert rows(made, 3)[2][4].startswith("96,1\n")


def test_capacity_and_representation_as_they_were_recorded(
    purbalingga: tuple[Path, Done], salatiga: Path
) -> None:
    signed = opened(purbalingga[0], "purbalingga-2022-komitmen")
    assert rows(signed, 0) == [
        ["No", "Jabatan", "Unit", "Tanda tangan"],
        ["1", "Bupati Purbalingga", SHORT, ""],
        ["2", "Sekretaris Daerah", "Sekretariat Daerah", ""],
        [
            "3",
            "a.n. Dispendukcapil, Sekretaris Dispendukcapil",
            "Dinas Kependudukan dan Pencatatan Sipil",
            "",
        ],
        ["4", "Camat Kutasari", "Kecamatan Kutasari", ""],
        ["5", "Direktur PD Owabong", "Perusahaan Daerah Owabong", ""],
    ]
    assert texts(signed)[1:] == [
        "KOMITMEN INOVASI KABUPATEN PURBALINGGA",
        "Kami yang bertanda tangan di bawah ini berkomitmen mengembangkan inovasi di lingkungan"
        " Pemerintah Kabupaten Purbalingga melalui Pendampingan Laboratorium Inovasi Kabupaten"
        " Purbalingga 2022.",
        "Butir komitmen:",
        f"1. {DOTS}{DOTS}",
        f"2. {DOTS}{DOTS}",
        "Purbalingga Expo, 15 Desember 2022",
        "Penanda tangan menurut Komitmen Inovasi Kabupaten Purbalingga (15 Desember 2022);"
        " sesuaikan bila sudah berganti.",
    ]
    agreed = opened(salatiga, "salatiga-2019-perjanjian-kinerja-3373-0042")
    assert rows(agreed, 0)[0][1].split("\n")[1:] == [
        "Jabatan: Sekretaris Daerah",
        "Unit: Sekretariat Daerah",
        "Mewakili: Pemerintah Kota Salatiga",
    ]
    assert rows(agreed, 4)[1][0].startswith("Saksi\nPlt. Kepala Pusat,")


def test_a_commitment_that_nobody_recorded_is_for_all_participants(salatiga: Path) -> None:
    made = opened(salatiga, "salatiga-2019-komitmen")
    found = rows(made, 0)
    assert (len(found), found[1], found[2]) == (
        142,
        ["1", SHORT, "Kota Salatiga", ""],
        ["2", SHORT, "Kelurahan Blotongan", ""],
    )
    assert texts(made)[-1] == "Komitmen lab ini belum tercatat; baris tabel menurut unit pesertanya."
    assert made.tables[0].rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None


def test_the_list_is_an_annex_to_the_decree_that_is_named(demo: Path, salatiga: Path, tmp_path: Path) -> None:
    opened_lines = texts(opened(salatiga, "salatiga-2019-daftar-peluncuran"))
    assert opened_lines[1:6] == [
        "LAMPIRAN",
        f"KEPUTUSAN {SHORT}",
        f"NOMOR: {SHORT}",
        f"TANGGAL: {SHORT}",
        f"TENTANG: {SHORT}",
    ]
    assert opened_lines[-1] == "Keputusannya tidak disebut, sehingga barisnya bertitik-titik."
    only = ("--only", "launching", "--decree", "065/contoh-04/2019")
    drafted(demo, tmp_path, "salatiga-2019", *only)
    made = opened(tmp_path, "salatiga-2019-daftar-peluncuran")
    assert texts(made)[1:9] == [
        "LAMPIRAN",
        "KEPUTUSAN WALI KOTA SALATIGA",
        "NOMOR: 065/CONTOH-04/2019",
        "TANGGAL: 11 November 2019",
        "TENTANG: Keputusan Wali Kota tentang Penetapan Inovasi Kelurahan dan Sekolah (contoh)",
        "DAFTAR INOVASI YANG DILUNCURKAN",
        "Laboratorium Inovasi INAGARA Kota Salatiga 2019",
        "Peluncuran: Deliver Launching Lab INAGARA 2019, 14 November 2019",
    ]
    assert rows(made, 0)[2] == [
        "2",
        "Satu Hari Administrasi Penduduk Antaran Rukun Tetangga Kelurahan Bugel (SAPA RT)\n"
        "3373-0042 · ilustrasi",
        "Kelurahan Bugel",
        "Kelurahan",
        "14 November 2019",
    ]


def test_the_signature_of_the_list_stays_with_its_last_rows(salatiga: Path) -> None:
    made = opened(salatiga, "salatiga-2019-daftar-peluncuran")
    (listed,) = made.tables
    assert [row.cells[0].text for row in listed.rows[:-1]] == ["No", *map(str, range(1, 139))]
    end = listed.rows[-1]
    assert end._tr.find(f".//{qn('w:cantSplit')}") is not None
    (inner,) = end.cells[0].tables
    assert [row.cells[0].text for row in inner.rows] == ["139", "140"]
    assert end.cells[0].text.split() == [f"{DOTS},", f"({DOTS})"]


def test_a_plan_shades_the_months_of_each_step(salatiga: Path) -> None:
    made = opened(salatiga, "salatiga-2019-rencana-aksi-3373-0042")
    section = made.sections[0]
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (29.7, 21.0)
    months = [*map(str, range(6, 13)), *map(str, range(1, 13))]
    assert (
        rows(made, 1)[0]
        == ["No", "Kegiatan", "Pelaksana", "Keluaran", "Metode"] + ["2019"] * 7 + ["2020"] * 12
    )
    assert rows(made, 1)[1][5:] == months
    shaded = [
        [
            at
            for at, cell in enumerate(row._tr.tc_lst[5:])
            if cell.tcPr.find(qn("w:shd")).get(qn("w:fill")) == BLUE
        ]
        for row in made.tables[1].rows[2:]
    ]
    assert shaded == [[0], [0], [0], [1], [*range(3, 19)], [*range(3, 19)], [*range(4, 19)], [17, 18]]
    assert rows(made, 2)[:2] == [
        ["No", "Kegiatan", "Keluaran", "Rencana waktu", "Keadaan", "Hasil dan bukti"]
        + ["Kendala, sebab, tindak lanjut"],
        [
            "1",
            "Menyusun lembar periksa sebelas jenis surat\nPersiapan",
            "Lembar periksa",
            "24 Juni 2019 – 26 Juni 2019",
        ]
        + [""] * 3,
    ]


def test_a_certificate_names_unit_and_innovation_and_no_person(salatiga: Path) -> None:
    made = opened(salatiga, "salatiga-2019-sertifikat")
    lines = texts(made)
    assert lines.count("SERTIFIKAT") == 140
    at = lines.index("Kelurahan Bugel")
    assert lines[at - 3 : at + 8] == [
        "SERTIFIKAT",
        f"Nomor: {DOTS}",
        "diberikan kepada",
        "Kelurahan Bugel",
        "atas inovasi",
        "Satu Hari Administrasi Penduduk Antaran Rukun Tetangga Kelurahan Bugel (SAPA RT)",
        "yang diluncurkan dalam Laboratorium Inovasi INAGARA Kota Salatiga 2019,"
        " 13 Maret 2019 – 14 November 2019",
        "ilustrasi",
        f"{SHORT}, {SHORT}",
        f"{DOTS},",
        f"({DOTS})",
    ]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not on the path")
def test_a_certificate_fills_its_page_and_no_second_one() -> None:
    from exporters.word.lab.model import CertificatePage, CertificatePaper
    from exporters.word.pdf import pdf_files
    from exporters.word.render import render_lab

    title = "Sistem Pelayanan Terpadu "
    pages = [
        CertificatePage(
            unit="Dinas Perumahan Rakyat, Kawasan Permukiman, Pertanahan, dan Lingkungan Hidup Kabupaten Uji",
            innovation=(title * times).strip() or None,
            long=times > 4,
            deed="yang diluncurkan dalam",
            illustrative=True,
        )
        for times in (0, 4, 5, 20)
    ]
    about = {"title": "Sertifikat", "region": "Kabupaten Uji", "lab": "Lab Uji", "days": "1 Mei 2022"}
    paper = CertificatePaper(**about, position="1", as_of=None, illustrative=True, notes=[], pages=pages)
    raw = pdf_files({"a.docx": render_lab("lab-certificate", paper)})["a.pdf"]
    assert len(re.findall(rb"/Type ?/Page\b", raw)) == 4


def test_a_report_says_what_is_unknown_and_draws_the_funnel(salatiga: Path) -> None:
    made = opened(salatiga, "salatiga-2019-laporan")
    assert rows(made, 1)[1] == ["Drum up", "Drum Up dan Diagnose", "13 Maret 2019", "15 Maret 2019", ""]
    assert rows(made, 2) == [["Jenis unit", "Unit peserta"], ["Kelurahan", "23"], ["Sekolah", "117"]]
    assert rows(made, 3)[1] == ["13 Maret 2019", "Drum up", *["belum tercatat"] * 3]
    assert rows(made, 4)[1:] == [
        ["Hasil penggabungan", "60", "Hasil pemecahan", "0"],
        ["Digabung ke ide lain", "150", "Dipecah", "0"],
        ["Ditarik", "45", "Tidak dilanjutkan", "90"],
        ["Masih terbuka", "0", "Inovasi tanpa ide", "0"],
    ]
    by_unit = rows(made, 5)
    assert by_unit[:2] == [
        ["Unit", "Ide diusulkan", "Inovasi dirancang", "Diluncurkan"],
        ["Kelurahan Blotongan", "3", "1", "1"],
    ]
    assert len(by_unit) == 141
    assert [sum(int(row[at]) for row in by_unit[1:]) for at in (1, 2, 3)] == [365, 140, 140]
    assert rows(made, 6)[:2] == [
        ["DRUM UP", "DIAGNOSE", "DESAIN", "DELIVER: LAUNCHING", "DELIVER: MONITORING", "DISPLAY"]
        + ["HASIL AKHIR"],
        [
            "140\nunit peserta",
            "365\nide diusulkan",
            "140\ninovasi dirancang",
            "140\ninovasi diluncurkan",
            "47\ninovasi dipantau",
            "belum tercatat\ninovasi dipamerkan",
            "belum diketahui\nangka LAN sendiri",
        ],
    ]
    assert texts(made)[-1] == "Di antaranya ilustrasi: 425 ide, 140 inovasi."
    with zipfile.ZipFile(salatiga / "salatiga-2019-laporan.docx") as archive:
        body = archive.read("word/document.xml").decode()
    assert re.findall(r'descr="([^"]*)"', body) == [
        "Ide diusulkan: 365; Ide yang dirancang: 140; Inovasi dirancang: 140; Diluncurkan: 140;"
        " Dipantau: 47; Dipamerkan: belum tercatat"
    ]


def test_a_stage_that_was_not_held_is_not_told_as_unknown(demo: Path, tmp_path: Path) -> None:
    drafted(demo, tmp_path, "purbalingga-2016", "--only", "Laporan")
    made = opened(tmp_path, "purbalingga-2016-laporan")
    (columns,) = [at for at in range(len(made.tables)) if rows(made, at)[0][0] == "DRUM UP"]
    assert rows(made, columns)[1][5] == "tidak dilaksanakan\ninovasi dipamerkan"
    assert next(row[4] for row in rows(made, 1) if row[0] == "Display").startswith("tidak dilaksanakan: ")


def test_names_never_stand_in_a_document(purbalingga: tuple[Path, Done], salatiga: Path) -> None:
    from openpyxl import load_workbook

    words = set()
    for case in ("purbalingga-2022", "salatiga-2019"):
        sheet = load_workbook(EXAMPLES / f"{case}.xlsx", read_only=True)["Orang"]
        found = list(sheet.iter_rows(values_only=True))
        at = [found[0].index(label) for label in ("Nama", "NIP", "Telepon", "Surel")]
        words |= {str(row[one]) for row in found[1:] for one in at if row[one]}
    assert len(words) > 20
    bodies = []
    for folder in (purbalingga[0], salatiga):
        for path in folder.iterdir():
            with zipfile.ZipFile(path) as archive:
                bodies += [archive.read(name).decode() for name in archive.namelist()]
    assert [word for word in words if any(word in body for body in bodies)] == []


def test_a_second_run_gives_the_same_bytes_and_replaces_nothing_unasked(
    demo: Path, purbalingga: tuple[Path, Done], tmp_path: Path
) -> None:
    out = purbalingga[0]
    drafted(demo, tmp_path, "purbalingga-2022")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        path.name: path.read_bytes() for path in out.iterdir()
    }
    report = tmp_path / "purbalingga-2022-laporan.docx"
    report.write_bytes(b"milik orang")
    (tmp_path / "purbalingga-2022-komitmen.docx").unlink()
    words = ("--only", "komitmen", "--only", "report")
    done = invoke("lab", "documents", "purbalingga-2022", "--out", tmp_path, *words, "--home", demo)
    assert (done.status, done.err) == (
        4,
        f"{report} sudah ada.\n  Pakai nama lain, atau ganti berkasnya: --force\n",
    )
    assert not (tmp_path / "purbalingga-2022-komitmen.docx").exists()
    drafted(demo, tmp_path, "purbalingga-2022", *words, "--force")
    assert report.read_bytes() == (out / report.name).read_bytes()
    assert not list(tmp_path.glob(".*"))


def test_named_innovations_get_their_own_documents_and_an_empty_plan(demo: Path, tmp_path: Path) -> None:
    done = drafted(demo, tmp_path, "kebumen-2016", "--code", "Siperi", "--as-of", "2016-12-31", "--json")
    assert [(one["document"], one["code"], Path(one["file"]).name) for one in done.data["files"]] == [
        ("agreement", "3305-0002", "kebumen-2016-perjanjian-kinerja-3305-0002.docx"),
        ("launching", None, "kebumen-2016-daftar-peluncuran.docx"),
        ("plan", "3305-0002", "kebumen-2016-rencana-aksi-3305-0002.docx"),
        ("certificate", None, "kebumen-2016-sertifikat.docx"),
    ]
    assert done.data["omitted"] == []
    plan = opened(tmp_path, "kebumen-2016-rencana-aksi-3305-0002")
    assert rows(plan, 1)[0][5:] == ["Tahun …………"] * 12
    assert rows(plan, 1)[1][5:7] == ["Jan", "Feb"]
    assert [row[0] for row in rows(plan, 1)[2:]] == [str(number) for number in range(1, 9)]
    assert "Belum ada langkah rencana aksi yang tercatat untuk inovasi ini." in texts(plan)
    assert margins(plan) == (
        "Rencana Aksi Inovasi · Kabupaten Kebumen",
        "Konsep – bukan naskah resmi · Posisi rekam jejak 3.777 · keadaan per 31 Desember 2016",
    )
    agreement = opened(tmp_path, "kebumen-2016-perjanjian-kinerja-3305-0002")
    assert rows(agreement, 0)[0] == ["Pihak pertama", f"Nama: {DOTS}\nJabatan: {DOTS}"]
    assert texts(agreement)[-1] == "Perjanjian kinerja inovasi ini belum tercatat."


def test_a_named_innovation_without_an_agreement_gets_one_beside_a_signed_one(
    demo: Path, tmp_path: Path
) -> None:
    words = ("--only", "agreement", "--code", "3303-0169", "--code", "3303-0172")
    done = drafted(demo, tmp_path, "purbalingga-2022", *words, "--json")
    assert [one["code"] for one in done.data["files"]] == ["3303-0169", "3303-0172"]
    made = opened(tmp_path, "purbalingga-2022-perjanjian-kinerja-3303-0172")
    assert texts(made)[2] == f"Nomor: {DOTS}"


def test_many_files_of_a_kind_are_counted(demo: Path, tmp_path: Path) -> None:
    words = ("--only", "perjanjian-kinerja", "--only", "rencana-aksi")
    done = drafted(demo, tmp_path, "kebumen-2016", *words)
    assert done.out.splitlines()[1:] == [
        f"  perjanjian kinerja inovasi: 114 berkas di {tmp_path}",
        "Tidak ditulis: rencana aksi: belum ada rencana aksi yang tercatat;"
        " sebut inovasinya untuk formulir kosong: --code.",
        LAST.format(114),
    ]


def test_what_is_refused(demo: Path, tmp_path: Path) -> None:
    def refused(*words: str) -> tuple[int, str]:
        done = invoke("lab", "documents", *words, "--out", tmp_path / "lab", "--home", demo)
        return done.status, done.err

    assert refused("tiada") == (
        2,
        'Lab "tiada" belum tercatat.\n  Lihat daftar lab: jejak lab list\n',
    )
    assert refused("salatiga-2019", "--code", "SIMPEL PASAR") == (
        4,
        "Inovasi 3303-0169 bukan dari lab salatiga-2019.\n"
        "  Lihat inovasi lab itu: jejak catalogue list --lab salatiga-2019\n",
    )
    assert refused("salatiga-2019", "--decree", "188.4/CONTOH-04/2023") == (
        2,
        "Belum ada keputusan bernomor 188.4/CONTOH-04/2023 yang tercatat.\n"
        "  Catat di lembar Dokumen lalu impor, atau biarkan bertitik-titik: tanpa --decree.\n",
    )
    status, told = refused("salatiga-2019", "--only", "surat")
    assert (status, told.splitlines()[-1]) == (
        2,
        'Error: "surat" tidak dapat ditulis di sini. Tulis salah satu: perjanjian-kinerja, komitmen,'
        " daftar-peluncuran, rencana-aksi, sertifikat, laporan.",
    )
    assert not (tmp_path / "lab").exists()


def recorded(home: Path, folder: Path, lab: str, **sheets: list[dict[str, Any]]) -> None:
    rows_of: dict[str, list[dict[str, Any]]] = {
        "Lab": [{"Kunci": lab, "Nama": "Lab Uji", "Cara Pencatatan": "rekonstruksi"}],
        **{name.replace("_", " "): found for name, found in sheets.items()},
    }
    path = folder / "uji.xlsx"
    template.write(path, rows=rows_of, identity={"Kode Wilayah": "33.03", "Lab": lab})
    done = invoke("import", path, "--home", home)
    assert done.status == 0, done.err


def test_an_empty_lab_has_a_commitment_and_a_report_alone(home: Path, tmp_path: Path) -> None:
    recorded(home, tmp_path, "CON")
    out = tmp_path / "lab"
    done = drafted(home, out, "CON")
    assert done.out.splitlines()[1:] == [
        f"  {out / 'con-unit-komitmen.docx'}",
        f"  {out / 'con-unit-laporan.docx'}",
        "Tidak ditulis: perjanjian kinerja inovasi: belum ada inovasi lab ini yang tercatat.",
        "Tidak ditulis: daftar inovasi yang diluncurkan:"
        " belum ada inovasi lab ini yang tercatat diluncurkan.",
        "Tidak ditulis: rencana aksi: belum ada rencana aksi yang tercatat;"
        " sebut inovasinya untuk formulir kosong: --code.",
        "Tidak ditulis: sertifikat: inovasi maupun unit peserta lab ini belum tercatat.",
        LAST.format(2),
    ]
    report = opened(out, "con-unit-laporan")
    assert not [
        cell for at in range(len(report.tables)) for row in rows(report, at) for cell in row if cell == "0"
    ]
    assert "Belum ada tahap yang tercatat." in texts(report)
    signed = opened(out, "con-unit-komitmen")
    assert texts(signed)[-1] == "Komitmen maupun unit peserta lab ini belum tercatat."
    done = drafted(home, out, "CON", "--only", "plan")
    assert done.out == (
        "Tidak ditulis: rencana aksi: belum ada rencana aksi yang tercatat;"
        " sebut inovasinya untuk formulir kosong: --code.\n"
    )


UNITS = [
    {"Kunci": f"U{at}", "Jenis": "OPD", "Nama": f"Dinas {at}", "Nama Singkat": f"D{at}"} for at in (1, 2, 3)
]


def launched(days: list[str | None]) -> dict[str, list[dict[str, Any]]]:
    """Innovations of unit 1, launched on these days without a ceremony."""
    keys = [f"I{at}" for at in range(1, len(days) + 1)]
    return {
        "Inovasi": [
            {"Kunci": key, "Judul": f"Inovasi {key}", "Unit": "U1", "Tanggal": "1 Januari 2024"}
            for key in keys
        ],
        "Peluncuran": [
            {"Kunci": f"P{key}", "Inovasi": key, "Tanggal": day} for key, day in zip(keys, days, strict=True)
        ],
    }


def test_launchings_without_a_ceremony_and_what_each_unit_brought(home: Path, tmp_path: Path) -> None:
    recorded(
        home,
        tmp_path,
        "uji",
        Unit=UNITS,
        Peserta=[{"Kunci": "P1", "Unit": "U1"}, {"Kunci": "P2", "Unit": "U2"}],
        Ide=[
            {"Kunci": "A1", "Judul": "Ide satu", "Jenis Usulan": "ide baru", "Unit": "U1; U3"},
            {"Kunci": "A2", "Judul": "Ide dua", "Jenis Usulan": "ide baru", "Unit": "U1"},
        ],
        **launched(["2 Maret 2024", "2 Maret 2024", "5 Mei 2024", None]),
    )
    out = tmp_path / "lab"
    drafted(home, out, "uji", "--only", "report")
    made = opened(out, "uji-laporan")
    lines = texts(made)
    assert "Peluncuran dan pameran belum tercatat." not in lines
    assert (
        "Diluncurkan tanpa acara yang tercatat: 4 inovasi"
        " (2 Maret 2024: 2; 5 Mei 2024: 1; tanggal belum tercatat: 1)" in lines
    )
    (by_unit,) = [rows(made, at) for at in range(len(made.tables)) if rows(made, at)[0][0] == "Unit"]
    assert by_unit[1:] == [
        ["Dinas 1", "2", "4", "4"],
        ["Dinas 2", "0", "0", "0"],
        ["Dinas 3", "1", "0", "0"],
    ]
    assert "Ide beberapa unit terhitung pada setiap pengusulnya." in lines


def test_many_days_of_launchings_are_told_as_a_span(home: Path, tmp_path: Path) -> None:
    days = [f"{at} Maret 2024" for at in range(1, 8)]
    recorded(home, tmp_path, "uji", Unit=UNITS, **launched([*days, None]))
    out = tmp_path / "lab"
    drafted(home, out, "uji", "--only", "report")
    assert (
        "Diluncurkan tanpa acara yang tercatat: 8 inovasi"
        " (1 Maret 2024 sampai 7 Maret 2024, pada 7 hari; tanggal belum tercatat: 1)"
    ) in texts(opened(out, "uji-laporan"))


def test_agreements_without_signers_say_so_and_list_their_innovations(home: Path, tmp_path: Path) -> None:
    shared = {"Tanggal": "4 Maret 2024", "Media": "naskah", "Inovasi": "I1; I2"}
    recorded(
        home,
        tmp_path,
        "uji",
        Unit=UNITS,
        Perjanjian=[
            {"Kunci": "K1", "Jenis": "komitmen", "Judul": "Komitmen Uji", **shared},
            {"Kunci": "K2", "Jenis": "perjanjian kinerja inovasi", "Judul": "Perjanjian Uji", **shared},
        ],
        **launched(["2 Maret 2024", "2 Maret 2024"]),
    )
    out = tmp_path / "lab"
    drafted(home, out, "uji", "--only", "commitment", "--only", "agreement")
    signed = opened(out, "uji-komitmen")
    assert "Inovasi yang tercakup:" in texts(signed)
    assert rows(signed, 0) == [
        ["No", "Inovasi", "Unit"],
        ["1", "Inovasi I1", "Dinas 1"],
        ["2", "Inovasi I2", "Dinas 1"],
    ]
    assert texts(signed)[-1] == (
        "Penanda tangan Komitmen Uji (4 Maret 2024) belum tercatat; barisnya bertitik-titik."
    )
    agreed = opened(out, "uji-perjanjian-kinerja-3303-0001")
    assert texts(agreed)[-1] == (
        "Para pihak Perjanjian Uji (4 Maret 2024) belum tercatat; barisnya bertitik-titik."
    )
    assert rows(agreed, 0)[1] == ["Pihak kedua", f"Nama: {DOTS}\nJabatan: {DOTS}"]


HOSTILE = '<w:p>&amp; {{ 7*7 }} {% for %} {_ _} =1+1 "x" 🙂'


def test_hostile_words_stand_as_text(home: Path, tmp_path: Path) -> None:
    long = "W" * 900
    recorded(
        home,
        tmp_path,
        "uji",
        Unit=[{"Kunci": "U1", "Jenis": "OPD", "Nama": HOSTILE, "Nama Singkat": "U"}],
        Peserta=[{"Kunci": "P1", "Unit": "U1"}],
        Inovasi=[
            {"Kunci": "I1", "Judul": HOSTILE, "Unit": "U1", "Tanggal": "1 Januari 2024"},
            {"Kunci": "I2", "Judul": long, "Unit": "U1", "Tanggal": "1 Januari 2024"},
        ],
        Rencana_Aksi=[
            {"Kunci": "R1", "Inovasi": "I1", "Versi": 1, "Nomor": 1, "Kelompok": "persiapan",
             "Kegiatan": HOSTILE, "Keluaran": HOSTILE, "Mulai": "2024", "Selesai": "2024"},
            {"Kunci": "R2", "Inovasi": "I1", "Versi": 1, "Nomor": 2, "Kelompok": "evaluasi",
             "Kegiatan": "Menilai"},
        ],
    )  # fmt: skip
    out = tmp_path / "lab"
    drafted(home, out, "uji", "--code", "3303-1", "--code", "3303-2")
    plan = opened(out, "uji-rencana-aksi-3303-0001")
    assert rows(plan, 0)[0] == ["Judul inovasi", HOSTILE]
    assert rows(plan, 1)[2][1] == f"{HOSTILE}\nPersiapan"
    assert "Langkah yang waktunya belum tercatat tidak mengisi bulan: 1." in texts(plan)
    lines = texts(opened(out, "uji-sertifikat"))
    assert lines.count(HOSTILE) == 3
    assert long in lines
    agreement = opened(out, "uji-perjanjian-kinerja-3303-0002")
    assert rows(agreement, 1)[0] == ["Judul inovasi", long]


def test_marks_that_turn_text_are_shown() -> None:
    from io import BytesIO

    from exporters.word.lab.model import CertificatePage, CertificatePaper
    from exporters.word.render import render_lab

    page = CertificatePage(
        unit="Dinas\u202eiju\x01", innovation=None, long=False, deed="dalam", illustrative=False
    )
    paper = CertificatePaper(
        title="Sertifikat\u2066",
        region="Kabupaten Uji",
        lab="Lab\u202e",
        position="1",
        as_of=None,
        illustrative=False,
        notes=[],
        days=None,
        pages=[page],
    )
    made = Document(BytesIO(render_lab("lab-certificate", paper)))
    assert texts(made)[3:5] == ["Dinas⟨U+202E⟩iju\ufffd", "dalam Lab⟨U+202E⟩"]
    assert made.core_properties.title == "Sertifikat⟨U+2066⟩"


def test_what_a_lab_signs_bears_the_letterhead_of_the_region(own_demo: Path, tmp_path: Path) -> None:
    picture(own_demo / "kop.png")
    with_settings(own_demo, 'paper = "F4"', 'letterhead = "kop.png"')
    done = invoke(
        "lab",
        "documents",
        "purbalingga-2022",
        "--out",
        tmp_path,
        "--code",
        "SIMPEL PASAR",
        "--home",
        own_demo,
    )
    assert done.status == 0, done.err
    found = {}
    for path in sorted(tmp_path.glob("*.docx")):
        made = Document(str(path))
        kind = path.stem.removeprefix("purbalingga-2022-").removesuffix("-3303-0169")
        found[kind] = (round(made.sections[0].page_height.mm), len(made.inline_shapes))
    assert found == {
        "perjanjian-kinerja": (330, 1),
        "daftar-peluncuran": (330, 0),
        "rencana-aksi": (210, 0),
        "sertifikat": (210, 0),
    }
