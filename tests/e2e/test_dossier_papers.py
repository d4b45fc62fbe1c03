"""What a region signs: the recapitulation of its innovations and the statement of integrity."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from domain.delivery import Implement, Try
from domain.design import DesignInnovation
from domain.on_entry import PrepareEntry
from domain.profile import WriteProfile
from domain.unit import RegisterUnit
from exporters.word import pdf
from ledger.workspace.workspace import open_at
from tests.e2e.test_dossier_letters import texts
from tests.e2e.test_pdf import CONVERTS, office
from tests.helpers import Done, invoke

RECAP, FORM = "rekapitulasi-inovasi-daerah", "form-integritas"
DAY = ("--as-of", "2027-03-01")
DOTS = "…………………………………"
HEADS = [
    "No", "Kode", "Nama Inovasi", "Perangkat Daerah/Unit", "Tahapan", "Bentuk", "Urusan Utama", "Inisiator",
    "Waktu Uji Coba", "Waktu Penerapan", "Waktu Pengembangan", "Kematangan diklaim dan terbukti",
    "Kematangan terverifikasi",
]  # fmt: skip
UNOFFICIAL = (
    "Naskah resmi form integritas belum diketahui: cocokkan naskah ini dengan yang ada di aplikasi resmi"
    " sebelum ditandatangani."
)
LIST = "Daftarnya: jejak eligibility list --award iga --year 2026 --not-entered"
OFFICE = "Badan Perencanaan Pembangunan, Penelitian, dan Pengembangan Daerah"


def written(home: Path, out: Path, *words: str) -> Done:
    done = invoke("dossier", "region", "iga", "--year", "2026", "--out", out, *words, "--home", home)
    assert done.status == 0, done.err
    return done


def grid(table: Any) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def nested(document: Any) -> tuple[list[list[str]], list[list[str]], list[str]]:
    """The sums by affair, those of the index, and the lines of the signature."""
    affairs, parts, sign = document.tables[1].rows[0].cells
    return grid(affairs.tables[0]), grid(parts.tables[0]), [one.text for one in sign.paragraphs]


def entered(
    home: Path, titles: Sequence[str], units: Sequence[str] = ("Dinas Uji",), year: int = 2026
) -> None:
    """Registers units, and enters an innovation of the first for each title: the first one bare."""
    found: dict[str, Any] = {"region": "3303"}

    def decide(decision: Any) -> None:
        for name in units:
            decision.act(RegisterUnit.of(**found, kind="opd", name=name))
        for at, title in enumerate(titles, 1):
            about = {**found, "innovation": f"3303/innovation/{at:06d}"}
            decision.act(DesignInnovation.of(**found, title=title, unit="3303/unit/000001"))
            decision.act(PrepareEntry.of(**about, award="iga", year=year))
            if at > 1:
                decision.act(Try.of(**about, occurred="2023-02"))
                decision.act(WriteProfile.of(**about, affair="Kesehatan", form="governance"))
            if at > 2:
                decision.act(Implement.of(**about, occurred="2024-06-01"))
        assert decision.refused == []

    open_at(home).command_handler().run("uji", decide)


def test_both_documents_of_a_region(demo: Path, tmp_path: Path) -> None:
    done = written(demo, tmp_path, *DAY)
    files = [tmp_path / f"iga-2026-3303-{name}.docx" for name in (RECAP, FORM)]
    assert sorted(tmp_path.iterdir()) == sorted(files)
    assert done.out.splitlines()[1:] == [
        *(f"  {file}" for file in files),
        "1 inovasi, dalam dua konsep. Salinan untuk ditandatangani: --final",
    ]
    assert done.err.splitlines() == [
        "343 inovasi Kabupaten Purbalingga tidak diikutkan dalam edisi ini:"
        f" 3303-0001, 3303-0002, 3303-0003, 3303-0004, 3303-0005, …. {LIST}",
        f"Jabatan penanda tangan diambil dari nama unit {OFFICE}; sesuaikan bila lain.",
        UNOFFICIAL,
    ]


def test_the_list_of_what_is_not_entered(demo: Path, tmp_path: Path) -> None:
    data = invoke(
        "dossier", "region", "iga", "--year", "2026", "--out", tmp_path, "--json", "--home", demo
    ).data
    words = ("eligibility", "list", "--award", "iga", "--year", "2026", "--json", "--home", demo)
    others = invoke(*words, "--not-entered").data["items"]
    assert [one["code"] for one in others] == data["not_entered"]
    both = [one["code"] for one in invoke(*words).data["items"]]
    assert sorted([*data["not_entered"], "3303-0169"]) == both


def test_a_copy_to_sign_says_what_is_still_open(demo: Path, tmp_path: Path) -> None:
    done = written(demo, tmp_path, *DAY, "--final")
    assert done.out.splitlines()[-1] == (
        "1 inovasi. Yang masih diisi dengan tangan sebelum keduanya ditandatangani: tempat dan tanggal, nama"
        " dan NIP penanda tangan."
    )


def test_the_recapitulation_of_the_demo(demo: Path, tmp_path: Path) -> None:
    written(demo, tmp_path, *DAY)
    document = Document(str(tmp_path / f"iga-2026-3303-{RECAP}.docx"))
    assert texts(document) == [
        "REKAPITULASI INOVASI DAERAH",
        "Innovative Government Award 2026 · Kabupaten Purbalingga",
        "Keadaan per 1 Maret 2027. Kematangan paling tinggi 111.",
    ]
    assert grid(document.tables[0]) == [
        HEADS,
        [
            "1", "3303-0169",
            "Sistem Pelayanan Retribusi, Kios, dan Los Pasar Rakyat (SIMPEL PASAR) (ilustrasi)",
            "Dinas Perindustrian dan Perdagangan", "Penerapan", "Pelayanan publik", "Perdagangan",
            "Perangkat Daerah (OPD)", "2 Feb 2023", "2 Mar 2023", "20 Mei 2024", "94", "24",
        ],
    ]  # fmt: skip
    affairs, parts, sign = nested(document)
    assert affairs == [
        ["Urusan", "Inovasi", "Dihitung"],
        ["Pendidikan", "0", "0"],
        ["Kesehatan", "0", "0"],
        ["Pekerjaan Umum dan Penataan Ruang", "0", "0"],
        ["Perumahan Rakyat dan Kawasan Permukiman", "0", "0"],
        ["Ketenteraman, Ketertiban Umum dan Pelindungan Masyarakat", "0", "0"],
        ["Sosial", "0", "0"],
    ]
    assert parts == [
        ["Bagian", "Nilai", "Maksimum"],
        ["Inovasi dalam rekapitulasi ini", "1", ""],
        ["Inovasi yang dihitung", "1", ""],
        ["Daerah (SPD)", "0", "63"],
        ["Rata-rata inovasi (SID), pembagi sedikitnya 12", "7,83", "111"],
        ["Jumlah inovasi", "0", "76"],
        ["Indeks", "3,13", "100"],
    ]
    assert document.tables[1].rows[0].cells[1].paragraphs[-1].text == (
        "Predikat: Kurang Inovatif (terkonfirmasi dari salinan). 0 dari 6 urusan pelayanan dasar terwakili;"
        " diminta 5. Perkiraan sendiri; kementerian yang menetapkan."
    )
    dotted = "………………………, ………………………"
    assert sign == [dotted, f"Kepala {OFFICE},", "", "", "", "", f"({DOTS})"]
    section = document.sections[0]
    assert section.header.paragraphs[0].text == "\tILUSTRASI"
    assert section.footer.paragraphs[0].text == "Konsep – bukan naskah resmi\tHalaman  dari "


def test_the_statement_of_integrity(demo: Path, tmp_path: Path) -> None:
    written(demo, tmp_path)
    document = Document(str(tmp_path / f"iga-2026-3303-{FORM}.docx"))
    assert texts(document) == [
        "FORM INTEGRITAS",
        "Innovative Government Award 2026 · Kabupaten Purbalingga",
        "Yang bertanda tangan di bawah ini:",
        "menyatakan tentang 1 (satu) inovasi yang diikutkan daerah dalam Innovative Government Award 2026:",
        "1.\tData dan dokumen yang dikirim benar dan dapat dipertanggungjawabkan.",
        "2.\tKami tidak melakukan korupsi, kolusi, dan nepotisme (KKN) dalam pengiriman, pengukuran, dan"
        " penilaian inovasi.",
        "3.\tPernyataan lain menurut naskah resmi: ………………………………………………",
        "Pernyataan ini dibuat dengan sebenarnya untuk melengkapi pengiriman inovasi dalam"
        " Innovative Government Award 2026.",
        "………………………, ………………………",
        f"Kepala {OFFICE},",
        f"({DOTS})",
    ]
    assert [grid(table) for table in document.tables] == [
        [
            ["Nama", DOTS],
            ["NIP", DOTS],
            ["Jabatan", f"Kepala {OFFICE}"],
            ["Perangkat daerah", OFFICE],
            ["Pemerintah daerah", "Kabupaten Purbalingga"],
        ],
        [["", "Meterai Rp\xa010.000", ""]],
    ]
    assert document.sections[0].footer.paragraphs[0].text == "Konsep – bukan naskah resmi\tHalaman  dari "


def test_the_copy_to_sign_of_another_region(demo: Path, tmp_path: Path) -> None:
    done = written(demo, tmp_path, *DAY, "--region", "33.73", "--final")
    assert done.out.splitlines()[-1] == (
        "1 inovasi. Yang masih diisi dengan tangan sebelum keduanya ditandatangani: tempat dan tanggal, nama"
        " dan NIP penanda tangan, jabatannya, perangkat daerahnya."
    )
    assert done.err.splitlines() == [
        "139 inovasi Kota Salatiga tidak diikutkan dalam edisi ini:"
        f" 3373-0001, 3373-0002, 3373-0003, 3373-0004, 3373-0005, …. {LIST} --region 33.73",
        "1 dari 1 inovasi belum dipastikan layak untuk edisi ini: 3373-0042.",
        "Jabatan penanda tangan belum tercatat: dibiarkan terbuka dalam kedua dokumen.",
        UNOFFICIAL,
    ]
    recap, form = (Document(str(tmp_path / f"iga-2026-3373-{name}-final.docx")) for name in (RECAP, FORM))
    assert grid(recap.tables[0])[1] == [
        "1", "3373-0042",
        "Satu Hari Administrasi Penduduk Antaran Rukun Tetangga Kelurahan Bugel (SAPA RT) (ilustrasi)",
        "Kelurahan Bugel", "Penerapan", "Pelayanan publik",
        "Administrasi Kependudukan dan Pencatatan Sipil", "ASN", "Jul 2019", "2 Sep 2019", "–", "24", "9",
    ]  # fmt: skip
    assert nested(recap)[2][1] == "Kepala ……………………………,"
    assert [recap.sections[0].footer.paragraphs[0].text, form.sections[0].footer.paragraphs[0].text] == [
        "\tHalaman  dari "
    ] * 2
    assert [text for text in texts(form) if text.startswith("3.")] == []
    assert ["Jabatan", "Kepala ……………………………"] in grid(form.tables[0])


def test_what_is_not_recorded(home: Path, tmp_path: Path) -> None:
    entered(home, ["Satu", "Dua", "Tiga", "Empat", "Lima", "Enam"], ["Badan Riset & Inovasi Daerah"])
    done = written(home, tmp_path)
    assert done.err.splitlines() == [
        "6 dari 6 inovasi belum dipastikan layak untuk edisi ini:"
        " 3303-0001, 3303-0002, 3303-0003, 3303-0004, 3303-0005, ….",
        "Belum tercatat, dengan jumlah inovasinya: Bentuk (1), Urusan utama (1), Inisiator (6)."
        " Isi lembar Profil.",
        "Jabatan penanda tangan diambil dari nama unit Badan Riset & Inovasi Daerah; sesuaikan bila lain.",
        UNOFFICIAL,
    ]
    written(home, tmp_path, "--final")
    unit, gap = "Badan Riset & Inovasi Daerah", "belum tercatat"
    for name, blank in ((RECAP, gap), (f"{RECAP}-final", "–")):
        document = Document(str(tmp_path / f"iga-2026-3303-{name}.docx"))
        rows = grid(document.tables[0])[1:]
        assert rows[0] == ["1", "3303-0001", "Satu", unit, "Inisiatif", *[blank] * 3, *["–"] * 3, "0", "0"]
        assert rows[1][4:11] == [
            "Uji Coba", "Tata kelola pemerintahan daerah", "Kesehatan", blank, "Feb 2023", "–", "–",
        ]  # fmt: skip
        assert rows[2][4:11] == [
            "Penerapan", "Tata kelola pemerintahan daerah", "Kesehatan", blank, "Feb 2023", "1 Jun 2024", "–",
        ]  # fmt: skip
        assert nested(document)[0][2] == ["Kesehatan", "5", "0"]
        assert document.sections[0].header.paragraphs[0].text == ""


def test_an_edition_whose_form_and_index_are_not_known(home: Path, tmp_path: Path) -> None:
    entered(home, ["Satu", "Dua", "Tiga"], year=2025)
    done = invoke("dossier", "region", "iga", "--year", "2025", "--out", tmp_path, "--home", home)
    assert done.status == 0, done.err
    document = Document(str(tmp_path / f"iga-2025-3303-{RECAP}.docx"))
    rows = grid(document.tables[0])[1:]
    assert [row[4:6] for row in rows] == [
        ["Inisiatif", "belum tercatat"],
        ["Uji coba", "Tata kelola pemerintahan daerah"],
        ["Penerapan", "Tata kelola pemerintahan daerah"],
    ]
    parts = document.tables[1].rows[0].cells[1]
    assert grid(parts.tables[0])[-1] == ["Indeks", "–", "100"]
    assert parts.paragraphs[-1].text.startswith(
        "0 dari 6 urusan pelayanan dasar terwakili; diminta 3."
        " Indeks belum dapat dihitung, karena belum diketahui: "
    )


def test_two_research_offices_leave_the_post_open(home: Path, tmp_path: Path) -> None:
    entered(home, ["Satu"], ["Badan Penelitian dan Pengembangan", "Badan Riset dan Inovasi Daerah"])
    assert (
        invoke(
            "dossier", "region", "iga", "--year", "2026", "--out", tmp_path, "--json", "--home", home
        ).data["post"]
        is None
    )


def test_a_hostile_title_stays_a_title(home: Path, tmp_path: Path) -> None:
    titles = ["<w:p>&amp; {{ 7*7 }} {% for %} =1+1", "{%tr endfor %}", "X" * 300]
    entered(home, titles)
    written(home, tmp_path)
    document = Document(str(tmp_path / f"iga-2026-3303-{RECAP}.docx"))
    assert [row[2] for row in grid(document.tables[0])[1:]] == titles


def test_equal_records_give_equal_bytes(demo: Path, tmp_path: Path) -> None:
    written(demo, tmp_path / "a", *DAY)
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / f"iga-2026-3303-{FORM}.docx").write_bytes(b"milik orang")
    written(demo, tmp_path / "b", *DAY, "--force")
    for name in (RECAP, FORM):
        first, second = (tmp_path / folder / f"iga-2026-3303-{name}.docx" for folder in ("a", "b"))
        assert first.read_bytes() == second.read_bytes()


def test_nothing_entered_is_refused_with_the_way_out(demo: Path, tmp_path: Path) -> None:
    out = tmp_path / "daerah"
    done = invoke("dossier", "region", "iga", "--year", "2025", "--out", out, "--home", demo)
    assert (done.status, done.out, out.exists()) == (2, "", False)
    assert done.err == (
        "Belum ada inovasi Kabupaten Purbalingga yang diikutkan dalam IGA 2025.\n"
        "  Isi lembar Klaim IGA, atau mulai ikutkan satu:"
        " jejak entry prepare KODE --award iga --year 2025\n"
    )


@pytest.mark.parametrize("name", [RECAP, FORM])
def test_a_file_that_is_there_stays(demo: Path, tmp_path: Path, name: str) -> None:
    path = tmp_path / f"iga-2026-3303-{name}.docx"
    path.write_bytes(b"milik orang")
    done = invoke("dossier", "region", "iga", "--year", "2026", "--out", tmp_path, "--home", demo)
    assert (done.status, done.out) == (4, "")
    assert done.err.splitlines()[0] == f"{path} sudah ada."
    assert [(one, one.read_bytes()) for one in tmp_path.iterdir()] == [(path, b"milik orang")]


def test_the_answer_for_programs(demo: Path, tmp_path: Path) -> None:
    data = invoke(
        "dossier", "region", "iga", "--year", "2026", "--out", tmp_path, *DAY, "--json", "--home", demo
    ).data
    assert {name: data[name] for name in ("region", "award", "year", "final", "post", "index")} == {
        "region": "33.03",
        "award": "iga",
        "year": 2026,
        "final": False,
        "post": f"Kepala {OFFICE}",
        "index": "3.13",
    }
    assert data["files"] == [
        {"id": "recapitulation", "label": "Rekapitulasi Inovasi Daerah", "pdf": None}
        | {"file": str(tmp_path / f"iga-2026-3303-{RECAP}.docx")},
        {"id": "integrity", "label": "Form Integritas", "pdf": None}
        | {"file": str(tmp_path / f"iga-2026-3303-{FORM}.docx")},
    ]
    (row,) = data["items"]
    assert row == {
        "code": "3303-0169",
        "title": "Sistem Pelayanan Retribusi, Kios, dan Los Pasar Rakyat",
        "acronym": "SIMPEL PASAR",
        "unit": "Dinas Perindustrian dan Perdagangan",
        "illustrative": True,
        "stage": "implemented",
        "form": "public_service",
        "affair": "Perdagangan",
        "initiator": "unit",
        "trialled_on": "2023-02-02",
        "implemented_on": "2023-03-02",
        "developed_on": "2024-05-20",
        "outcome": "met",
        "maturity": "94",
        "maturity_verified": "24",
        "maturity_most": "111",
    }


def test_pdf_files_beside_both_or_nothing(
    demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ("dossier", "region", "iga", "--year", "2026", "--pdf", "--json", "--home", demo, "--out")
    monkeypatch.setenv(pdf.OFFICE, str(tmp_path / "tidak-ada"))
    out = tmp_path / "d"
    assert (invoke(*words, out).status, out.exists()) == (5, False)
    monkeypatch.setenv(pdf.OFFICE, str(office(tmp_path, CONVERTS)))
    found = invoke(*words, out).data["files"]
    assert [Path(one["pdf"]).name for one in found] == [f"iga-2026-3303-{name}.pdf" for name in (RECAP, FORM)]
    assert sorted(str(one) for one in out.iterdir()) == sorted(
        one[kind] for one in found for kind in ("file", "pdf")
    )
    for path in out.glob("*.docx"):
        path.unlink()
    # A PDF of before is somebody's work, too.
    assert invoke(*words, out).status == 4
