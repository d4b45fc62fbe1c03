"""How often an import asks the database: never for each row, first, again, completed and corrected."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from importers import template
from importers.problems import ImportProblems
from importers.recording import import_file
from importers.recording.report import Report
from ledger.workspace.workspace import DATABASE_URL, create
from tests.counted import VAULT, Asked

Rows = dict[str, list[dict[str, Any]]]
Take = Callable[..., tuple[Report, int, int]]
LAB = {"Kunci": "uji-2022", "Nama": "Lab Uji", "Cara Pencatatan": "rekonstruksi"}
UNIT = {"Kunci": "U-1", "Jenis": "OPD", "Nama": "Dinas Uji", "Nama Singkat": "Dinuji"}


def first(many: int) -> Rows:
    """A lab in which every row refers to rows of its own."""
    numbers = range(1, many + 1)
    return {
        "Lab": [LAB],
        "Unit": [UNIT],
        "Orang": [{"Kunci": f"ORG-{n}", "Nama": f"Nama {n}", "Jabatan": f"Kepala {n}"} for n in numbers],
        "Dokumen": [
            {"Kunci": f"DOK-{n}", "Jenis": "SK", "Nomor": f"{n}/2022", "Perihal": "SK"} for n in numbers
        ],
        "Ide": [_idea(n, f"IDE-{kind}{n}") for kind in ("A", "B") for n in numbers],
        "Inovasi": [
            {"Kunci": f"INO-{n}", "Ide": f"IDE-A{n}", "Judul": f"Inovasi {n}", "Unit": "U-1"} for n in numbers
        ],
        "Bukti": [
            {"Kunci": f"BKT-{n}", "Inovasi": f"INO-{n}", "Jenis": "SK", "Perihal": "Bukti"} for n in numbers
        ],
        "Klaim IGA": [_claim(n, f"INO-{n}", 17) for n in numbers],
    }


def _idea(n: int, key: str) -> dict[str, Any]:
    of = {"Unit": "Dinuji", "Pengusul": f"ORG-{n}"}
    return {"Kunci": key, "Judul": f"Ide {key}", "Jenis Usulan": "ide baru", **of}


def _claim(n: int, innovation: str, indicator: int) -> dict[str, Any]:
    return {
        "Kunci": f"K-{indicator}-{n}",
        "Inovasi": innovation,
        "Tahun": 2026,
        "Indikator": indicator,
        "Tingkat": 2,
    }


def second(many: int) -> Rows:
    """A later workbook, about what the first recorded: named by key, name and code."""
    numbers = range(1, many + 1)
    return {
        "Akhir Ide": [
            {
                "Kunci": f"AI-{n}",
                "Ide": f"3303-I{many + n:04d}",
                "Keputusan": "ditarik",
                "Kode Alasan": "biaya",
                "Alasan": "mahal",
            }
            for n in numbers
        ],
        "Bukti": [
            {
                "Kunci": f"BKT-B{n}",
                "Inovasi": f"INO-{n}",
                "Jenis": "SK",
                "Perihal": "Baru",
                "Menggantikan": f"BKT-{n}",
            }
            for n in numbers
        ],
        "Klaim IGA": [_claim(n, f"3303-{n:04d}", 18) for n in numbers],
        "Penghargaan": [
            {
                "Kunci": f"AW-{n}",
                "Judul": f"Juara {n}",
                "Penerima": "inovasi",
                "Inovasi": f"INO-{n}",
                "Dokumen": f"DOK-{n}",
            }
            for n in numbers
        ],
    }


def changed(many: int) -> Rows:
    """The first workbook with other references, other text, and cells that were empty."""
    rows = first(many)
    for n, row in enumerate(rows["Ide"], 1):
        row |= {"Pengusul": f"ORG-{n % many + 1}", "Judul": f"{row['Judul']} baru"}
    for n, row in enumerate(rows["Orang"], 1):
        row |= {"NIP": f"19800101200501{n:04d}", "Jabatan": f"Kepala Dinas {n}"}
    for row in rows["Klaim IGA"]:
        row |= {"Terverifikasi": 1}
    for row in rows["Inovasi"]:
        row |= {"Tanggal": "2022-11"}
    return rows


@pytest.fixture(params=["sqlite", "postgres"])
def asked(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Asked]:
    """A new workspace on either database."""
    if request.param == "postgres":
        monkeypatch.setenv(DATABASE_URL, request.getfixturevalue("postgres"))
    workspace, _ = create(
        tmp_path / "ruang", region_code="33.03", name="Nama Contoh", post="Analis", command_id="init"
    )
    made = Asked(workspace)
    yield made
    made.close()


@pytest.fixture
def take(asked: Asked, tmp_path: Path) -> Take:
    """Imports rows; answers the report, and how many questions went to the ledger and to the vault."""

    def run(command: str, rows: Rows, **how: Any) -> tuple[Report, int, int]:
        path = tmp_path / f"{command}.xlsx"
        template.write(path, rows=rows, identity={"Kode Wilayah": "33.03", "Lab": "uji-2022"})
        asked.questions.clear()
        report = import_file.run(path, asked.workspace, asked.command_handler, command_id=command, **how)
        to_vault = asked.questions.count(VAULT)
        return report, len(asked.questions) - to_vault, to_vault

    return run


@pytest.mark.parametrize("many", [12, 24])
def test_twice_as_many_rows_ask_no_more_often(take: Take, many: int) -> None:
    report, *questions = take("pertama", first(many))
    assert (report.new.total(), questions) == (7 * many + 2, [19, 2])

    report, *questions = take("lagi", first(many))
    assert (report.same, questions) == (7 * many + 2, [17, 1])

    report, *questions = take("kedua", second(many))
    assert (report.new.total(), questions) == (4 * many, [15, 1])

    report, *questions = take("berubah", changed(many), correction="salah ketik")
    assert (report.corrected, report.completed, questions) == (5 * many, 3 * many, [23, 3])


def test_errors_of_every_row_ask_no_more_often(take: Take, asked: Asked) -> None:
    counts = []
    for many in (12, 24):
        rows = first(many)
        for row in rows["Ide"]:
            row |= {"Unit": "Dinas Lain", "Pengusul": f"LAIN-{row['Kunci']}"}
        with pytest.raises(ImportProblems) as caught:
            take(f"salah-{many}", rows)
        counts.append((len(caught.value.problems), len(asked.questions)))
    assert counts == [(48, 15), (96, 15)]
