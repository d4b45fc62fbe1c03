"""One decree determines 176 innovations: it is recorded once, named by each, and mended once for all."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from importers import template
from tests.e2e.lab_files import Rows, lab, numbered, recorded, said, shown, workspace
from tests.helpers import invoke

COUNT, REGION, SLUG = 176, "33.03", "purbalingga-2022"
WRONG, RIGHT = "188.4/CONTOH-67/2022", "188.4/CONTOH-76/2022"
SUBJECT = "Penetapan inovasi daerah"


@pytest.fixture(scope="module")
def determined(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = workspace(tmp_path_factory.mktemp("sk") / "ruang", REGION)
    unit = {"Kunci": "UNT-1", "Jenis": "OPD", "Nama": "Dinas Contoh", "Nama Singkat": "Dincontoh"}
    decree = {
        "Kunci": "DOK-1",
        "Jenis": "SK",
        "Nomor": WRONG,
        "Tanggal": "20 Desember 2022",
        "Perihal": SUBJECT,
    }
    found = (
        {"Judul": f"Inovasi {n}", "Unit": "Dincontoh", "Tanggal": "November 2022"}
        for n in range(1, COUNT + 1)
    )
    of_decree = (
        {"Inovasi": f"INO-{n:03d}", "Keputusan": "DOK-1", "Nomor Lampiran": n, "Tanggal": "20 Desember 2022"}
        for n in range(1, COUNT + 1)
    )
    rows: Rows = {
        "Unit": [unit],
        "Dokumen": [decree],
        "Inovasi": numbered("INO", found),
        "Penetapan Inovasi": numbered("PTP", of_decree),
    }
    recorded(home, REGION, SLUG, lab(SLUG, 2022) | rows)
    return home


@pytest.fixture
def own(determined: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(determined, tmp_path / "ruang"))


def codes() -> list[str]:
    return [f"3303-{n:04d}" for n in range(1, COUNT + 1)]


def events(home: Path, folder: Path) -> list[dict[str, object]]:
    out = folder / "peristiwa.jsonl"
    assert invoke("export", out, "--force", "--home", home).status == 0
    lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    return [line for line in lines if "type" in line]


def test_the_decree_is_recorded_once(determined: Path, tmp_path: Path) -> None:
    types = [str(one["type"]).partition("/")[0] for one in events(determined, tmp_path)]
    assert (types.count("document.registered"), types.count("innovation.determined")) == (1, COUNT)


def test_each_innovation_names_it_with_its_row(determined: Path) -> None:
    for row, code in enumerate(codes(), 1):
        (act,) = shown(determined, "catalogue", "show", code)["course"]
        assert act["type"] == "innovation.determined"
        assert act["sentence"] == f"Ditetapkan dengan SK {WRONG}, {SUBJECT}, nomor lampiran {row}."
    screen = said(determined, "catalogue", "show", "3303-0176")
    assert f"    20 Desember 2022: Ditetapkan dengan SK {WRONG}, {SUBJECT}, nomor lampiran 176.\n" in screen


def test_one_correction_mends_the_number_on_each(own: Path, tmp_path: Path) -> None:
    before = events(own, tmp_path)
    (registered,) = (one for one in before if str(one["type"]).startswith("document.registered"))
    words = ("correct", str(registered["position"]), "number", RIGHT, "--reason", "salah ketik", "--yes")
    assert invoke(*words, "--home", own).status == 0
    after = events(own, tmp_path)
    assert len(after) == len(before) + 1
    assert str(after[-1]["type"]).partition("/")[0] == "fact.corrected"
    for row, code in enumerate(codes(), 1):
        (act,) = shown(own, "catalogue", "show", code)["course"]
        assert act["sentence"] == f"Ditetapkan dengan SK {RIGHT}, {SUBJECT}, nomor lampiran {row}."
    replayed = said(own, "replay", "3303-0001")
    assert f"dasar penetapan: – → SK {RIGHT}, {SUBJECT}" in replayed
    assert WRONG not in replayed + said(own, "history", "3303-0001")


def test_the_day_of_the_decree_parts_before_and_after(determined: Path) -> None:
    assert shown(determined, "catalogue", "show", "3303-0001", "--as-of", "2022-12-19")["course"] == []
    assert len(shown(determined, "catalogue", "show", "3303-0001", "--as-of", "2022-12-20")["course"]) == 1


def test_a_decree_determines_an_innovation_once(own: Path, tmp_path: Path) -> None:
    again = {"Kunci": "PTP-999", "Inovasi": "INO-001", "Keputusan": "DOK-1"}
    path = tmp_path / "lagi.xlsx"
    identity = {"Kode Wilayah": REGION, "Lab": SLUG}
    template.write(path, rows={"Penetapan Inovasi": [again]}, identity=identity)
    done = invoke("import", path, "--home", own)
    assert done.status == 3
    assert "  Penetapan Inovasi!A2  Dokumen ini sudah menetapkan inovasi ini.\n" in done.err


def test_the_decree_names_all_that_it_determines(determined: Path, tmp_path: Path) -> None:
    lines = said(determined, "history", WRONG).splitlines()
    head = lines.index("Dirujuk 176 peristiwa, dari 176 inovasi:")
    assert lines[head + 1].split(maxsplit=3)[3].startswith("3303-0001 Inovasi 1: Ditetapkan dengan SK")
    assert sum("Inovasi " in line for line in lines[head + 1 :]) == 10
    assert lines[-1] == "  … dan 166 lagi (semuanya: --json atau --xlsx BERKAS)"
    assert [one["of"] for one in shown(determined, "history", WRONG)["named_by"]] == codes()
    out = tmp_path / "sk.xlsx"
    assert invoke("history", WRONG, "--xlsx", out, "--home", determined).status == 0
    rows = [row for row in load_workbook(out)["Dirujuk"].values if SUBJECT in str(row[5])]
    assert [row[3] for row in rows] == codes()


def test_the_list_of_documents_counts_what_names_each(determined: Path, tmp_path: Path) -> None:
    (row,) = shown(determined, "document", "list")["items"]
    assert row == {
        "region": REGION,
        "number": WRONG,
        "kind": "sk",
        "subject": SUBJECT,
        "issuer": None,
        "occurred": "2022-12-20",
        "parties": 0,
        "linked": COUNT,
        "innovations": COUNT,
        "link": None,
    }
    assert said(determined, "document", "list", "--search", "contoh-67 PENETAPAN").count(WRONG) == 1
    none = "Tidak ada dokumen yang cocok. Kurangi syaratnya: jejak document list\n"
    assert said(determined, "document", "list", "--search", "jembatan") == none
    out = tmp_path / "dokumen.xlsx"
    assert invoke("document", "list", "--xlsx", out, "--home", determined).status == 0
    assert (COUNT, COUNT) in [row[6:8] for row in load_workbook(out)["Dokumen"].values]


def test_a_part_of_a_number_leads_to_the_document(determined: Path) -> None:
    done = invoke("history", "CONTOH-67", "--home", determined)
    assert (done.status, done.err) == (
        2,
        'Tidak ada "CONTOH-67" yang tercatat.\n'
        f"  Bagian dari nomor atau nama: 33.03/{WRONG} {SUBJECT}. Tulis selengkapnya.\n",
    )
    assert invoke("history", f"33.03/{WRONG}", "--home", determined).status == 0


def test_codes_are_searched_and_an_empty_list_says_why(determined: Path) -> None:
    found = shown(determined, "catalogue", "list", "--search", "3303-017")["items"]
    assert [one["code"] for one in found] == [f"3303-017{n}" for n in range(7)]
    none = said(determined, "catalogue", "list", "--search", "jembatan")
    assert none == "Tidak ada inovasi yang cocok. Kurangi syaratnya: jejak catalogue list\n"


def test_an_innovation_is_shown_by_either_group(determined: Path) -> None:
    other = said(determined, "innovation", "show", "3303-0001")
    assert other == said(determined, "catalogue", "show", "3303-0001")
