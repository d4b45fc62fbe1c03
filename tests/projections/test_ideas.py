"""The list of ideas: who proposed them, and what became of them."""

from __future__ import annotations

import json
from pathlib import Path

from openpyxl import load_workbook

from tests.helpers import invoke


def codes(home: Path, *words: str) -> list[str]:
    done = invoke("catalogue", "ideas", *words, "--json", "--home", home)
    assert done.status == 0, done.err
    return [one["code"].rpartition("-")[2] for one in done.data["items"]]


def test_every_idea_tells_its_proposers_and_its_end(life: Path) -> None:
    told = invoke("catalogue", "ideas", "--home", life).out.splitlines()
    assert told[0].split() == ["Kode", "Judul", "Pengusul", "Asal", "Status", "Kelanjutan", "Tanggal"]
    assert [" ".join(line.split()) for line in told[2:]] == [
        "3303-I0001 Retribusi Nontunai Dindag diusulkan digabung 3303-I0006 12 Oktober 2022",
        "3303-I0002 Izin Kios Dindag diusulkan digabung 3303-I0006 13 Oktober 2022",
        "3303-I0003 Denah Pasar Dindag diusulkan dipecah Oktober 2022",
        "3303-I0004 Pasar Malam Dindag diusulkan ditarik Oktober 2022",
        "3303-I0005 Pasar Apung Dindag diusulkan tidak dilanjutkan Oktober 2022",
        "3303-I0006 Retribusi dan Izin Pasar Dindag penggabungan dirancang menjadi inovasi 3303-0001"
        " 23 November 2022",
        "3303-I0007 Denah Kios Dindag pemecahan terbuka –",
        "3303-I0008 Denah Los Dindag pemecahan terbuka –",
    ]


def test_under_the_names_of_the_time_units_stand_apart(life: Path) -> None:
    found = invoke("catalogue", "ideas", "--units", "dahulu", "--json", "--home", life).data["items"]
    then = {one["code"]: one["proposers"] for one in found}
    assert then["3303-I0006"] == ["Dindag", "Dinin"]


def test_conditions_narrow_the_list(life: Path) -> None:
    assert codes(life, "--status", "open") == ["I0007", "I0008"]
    assert codes(life, "--search", "denah LOS") == ["I0008"]
    assert codes(life, "--search", "i0004") == ["I0004"]
    assert codes(life, "--unit", "Dinin", "--status", "merged", "--units", "dahulu") == ["I0002"]
    assert codes(life, "--lab", "purbalingga-2022", "--region", "33.03") == codes(life)
    assert codes(life, "--as-of", "2022-10-12") == ["I0001", "I0007", "I0008"]
    done = invoke("catalogue", "ideas", "--search", "tidak ada", "--home", life)
    assert done.out == ("Tidak ada ide yang cocok. Cari dengan lebih sedikit syarat: jejak catalogue ideas\n")
    assert invoke("catalogue", "ideas", "--lab", "lain", "--home", life).status == 2


def test_the_workbook_holds_what_the_screen_leaves_out(life: Path, tmp_path: Path) -> None:
    file = tmp_path / "ide.xlsx"
    assert invoke("catalogue", "ideas", "--xlsx", file, "--home", life).status == 0
    (sheet,) = load_workbook(file).worksheets
    assert sheet.title == "Ide"
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[3] == (
        ("No.", "Kode", "Judul", "Pengusul", "Asal", "Jenis", "Status", "Kelanjutan", "Tanggal")
        + ("Berakhir", "Disetujui", "Keterangan")
    )
    assert rows[9] == (
        (6, "3303-I0006", "Retribusi dan Izin Pasar", "Dindag", "penggabungan", "")
        + ("dirancang menjadi inovasi", "3303-0001", "23 November 2022", "23 November 2022")
        + ("disetujui", "")
    )


def test_a_catalogue_that_holds_ideas_alone_says_so(home: Path) -> None:
    assert invoke("catalogue", "ideas", "--home", home).out == (
        "Belum ada ide yang tercatat.\n"
        "  Isi lembar Ide buku kerja (jejak template BERKAS.xlsx), lalu: jejak import BERKAS.xlsx\n"
    )
    lines: list[dict[str, object]] = [
        {"type": "unit.register", "region": "33.03", "key": "U-1", "kind": "opd", "name": "Dinas Uji"},
        {"type": "idea.propose", "region": "33.03", "key": "I-1", "title": "Antrean Rapi", "proposal": "new"}
        | {"units": ["Dinas Uji"]},
    ]
    file = home.parent / "ide.jsonl"
    file.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    done = invoke("import", file, "--home", home)
    assert done.status == 0, done.err
    assert invoke("catalogue", "list", "--home", home).out == (
        "Belum ada inovasi yang tercatat, tetapi sudah ada ide: jejak catalogue ideas\n"
    )
    assert codes(home) == ["I0001"]
