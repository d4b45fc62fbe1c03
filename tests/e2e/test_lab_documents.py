"""The documents of a lab: their files, names, bytes, refusals, paper, and words that are hostile."""

from __future__ import annotations

import zipfile
from pathlib import Path

from docx import Document

from tests.e2e.lab_papers import (
    DOTS,
    LAST,
    drafted,
    margins,
    opened,
    recorded,
    rows,
    texts,
)
from tests.e2e.test_dossier_letters import picture, with_settings
from tests.e2e.test_no_program_words import of_document, slips
from tests.helpers import EXAMPLES, Done, invoke


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
    assert texts(agreement)[1] == "Perjanjian kinerja inovasi ini belum tercatat."


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
    assert texts(signed)[1] == "Komitmen maupun unit peserta lab ini belum tercatat."
    done = drafted(home, out, "CON", "--only", "plan")
    assert done.out == (
        "Tidak ditulis: rencana aksi: belum ada rencana aksi yang tercatat;"
        " sebut inovasinya untuk formulir kosong: --code.\n"
    )


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
        unit="Dinas\u202eiju\x01", innovation=None, long=False, deed="dalam", days=None, illustrative=False
    )
    paper = CertificatePaper(
        title="Sertifikat\u2066",
        region="Kabupaten Uji",
        lab="Lab\u202e",
        position="1",
        as_of=None,
        illustrative=False,
        notes=[],
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
