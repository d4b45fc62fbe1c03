"""The action plans of a lab with their grid of months, and the instrument of monitoring."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docx.oxml.ns import qn

from tests.e2e.lab_papers import BLUE, UNITS, drafted, launched, opened, recorded, rows, texts


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


STEP = {"Inovasi": "I1", "Versi": 1, "Kelompok": "pelaksanaan"}
PROGRESS = {"Inovasi": "I1", "Versi": 1, "Nomor": 1}
WATCHED: dict[str, list[dict[str, Any]]] = {
    "Rencana_Aksi": [
        {**STEP, "Kunci": "R1", "Nomor": 1, "Kegiatan": "Menata gerai"},
        {**STEP, "Kunci": "R2", "Nomor": 2, "Kegiatan": "Menyusun SOP"},
    ],
    "Kemajuan_Rencana": [
        {**PROGRESS, "Kunci": "K1", "Kemajuan": "berjalan", "Persen": 60, "Keluaran Nyata": "Separuh gerai",
         "Kendala": "Hujan", "Sebab": "kemampuan", "Catatan": "Tambah tenda", "Tanggal": "2 Mei 2024"},
        {**PROGRESS, "Kunci": "K2", "Kemajuan": "selesai", "Tanggal": "Juni 2024"},
    ],
    "Monitoring": [
        {"Kunci": "M1", "Inovasi": "I1", "Cara": "langsung", "Pemantau": "LAN", "Temuan": "Gerai buka",
         "Tindak Lanjut": "Tambah stok", "Langkah Diperiksa": "1", "Tanggal": "20 Mei 2024"},
        {"Kunci": "M2", "Inovasi": "I1", "Cara": "tidak langsung", "Temuan": "Buku terisi"},
    ],
}  # fmt: skip


def test_the_instrument_is_filled_with_what_was_recorded_of_each_step(home: Path, tmp_path: Path) -> None:
    recorded(home, tmp_path, "uji", Unit=UNITS, **WATCHED, **launched(["2 Maret 2024"]))
    drafted(home, tmp_path / "lab", "uji", "--only", "plan")
    made = opened(tmp_path / "lab", "uji-rencana-aksi-3303-0001")
    assert [row[0:2] + row[4:] for row in rows(made, 2)[1:]] == [
        [
            "1",
            "Menata gerai\nPelaksanaan",
            "berjalan, 60% (2 Mei 2024)\ndiperiksa, langsung (20 Mei 2024)\nselesai (Juni 2024)",
            "2 Mei 2024: Separuh gerai\n20 Mei 2024: Gerai buka (LAN)",
            "2 Mei 2024: Hujan; Sebab: kemampuan; Tambah tenda\n20 Mei 2024: Tambah stok",
        ],
        ["2", "Menyusun SOP\nPelaksanaan", "", "", ""],
    ]
    assert rows(made, 3)[1:] == [["belum tercatat", "Pemantauan, tidak langsung", "Buku terisi", ""]]


def test_what_is_recorded_of_another_version_stands_beside_the_rows(home: Path, tmp_path: Path) -> None:
    newer = {**STEP, "Versi": 2, "Kunci": "R3", "Nomor": 1, "Kegiatan": "Membuka gerai kedua"}
    plan = [*WATCHED["Rencana_Aksi"], newer]
    recorded(
        home, tmp_path, "uji", Unit=UNITS, **{**WATCHED, "Rencana_Aksi": plan}, **launched(["2 Maret 2024"])
    )
    drafted(home, tmp_path / "lab", "uji", "--only", "plan")
    made = opened(tmp_path / "lab", "uji-rencana-aksi-3303-0001")
    assert [row[0:2] + row[4:] for row in rows(made, 2)[1:]] == [
        ["1", "Membuka gerai kedua\nPelaksanaan", "", "", ""]
    ]
    # A look says which steps it checked, not of which version.
    assert [row[:2] for row in rows(made, 3)[1:]] == [
        ["2 Mei 2024", "Versi 1, langkah 1: Menata gerai – berjalan, 60%"],
        ["20 Mei 2024", "Pemantauan, langsung, langkah 1"],
        ["Juni 2024", "Versi 1, langkah 1: Menata gerai – selesai"],
        ["belum tercatat", "Pemantauan, tidak langsung"],
    ]


def test_without_anything_seen_the_instrument_is_blank_and_has_no_second_table(
    home: Path, tmp_path: Path
) -> None:
    recorded(
        home, tmp_path, "uji", Unit=UNITS, Rencana_Aksi=WATCHED["Rencana_Aksi"], **launched(["2 Maret 2024"])
    )
    drafted(home, tmp_path / "lab", "uji", "--only", "plan")
    made = opened(tmp_path / "lab", "uji-rencana-aksi-3303-0001")
    assert len(made.tables) == 3
    assert [row[4:] for row in rows(made, 2)[1:]] == [["", "", ""]] * 2
    assert "Pemantauan dan kemajuan lain yang tercatat" not in texts(made)
