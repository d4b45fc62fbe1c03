"""Lists, documents and workbooks of a region call its kinds of unit as the region does."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook

import jejak
from importers import template
from tests.helpers import column, invoke

KINDS = [("opd", "Dinas Pertanian"), ("kecamatan", "Wilayah Timur"), ("kecamatan", "Wilayah Barat")]


def lab_of(home: Path, region: str, opened_on: str) -> Path:
    """A workspace of the region with a lab of three units, each with an innovation that was launched."""
    jejak.create_workspace(home, region=region, operator="Petugas", post="Analis")
    workspace = jejak.open_workspace(home)
    own = workspace.region
    units = [
        workspace.record(jejak.unit.RegisterUnit.of(region=own, kind=kind, name=name)).founded[0]
        for kind, name in KINDS
    ]
    opened = jejak.lab.OpenLab.of(
        region=own, slug="uji", name="Lab Uji", mode="reconstructed", occurred=opened_on
    )
    lab = workspace.record(opened).founded[0]
    for unit in units:
        workspace.record(jejak.lab.JoinLab.of(region=own, lab=lab, unit=unit))
        made = jejak.innovation.DesignInnovation.of(
            region=own, lab=lab, title="Uji", unit=unit, occurred=opened_on
        )
        innovation = workspace.record(made).founded[0]
        workspace.record(
            jejak.innovation.Launch.of(region=own, innovation=innovation, lab=lab, occurred=opened_on)
        )
    workspace.record(
        jejak.region.PublishFigure.of(
            region=own,
            measure="innovations.launched",
            lab=lab,
            unit_kinds=["opd", "kecamatan"],
            value=3,
            publisher="Berita",
        )
    )
    return home


def said(document: Any) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]


@pytest.mark.parametrize(
    ("region", "opened_on", "opd", "kecamatan"),
    [
        ("95.01", "2022-10-27", "OPD", "Distrik"),
        ("11.01", "2022-10-27", "SKPK", "Kecamatan"),
        ("33.05", "2016-06-10", "SKPD", "Kecamatan"),
        ("33.05", "2017", "OPD", "Kecamatan"),
    ],
)
def test_documents_and_lists_of_a_lab(
    region: str, opened_on: str, opd: str, kecamatan: str, tmp_path: Path
) -> None:
    home = lab_of(tmp_path / "ruang", region, opened_on)
    out = tmp_path / "dokumen"
    assert invoke("lab", "documents", "uji", "--out", out, "--home", home).status == 0
    report = said(Document(str(out / "uji-laporan.docx")))
    assert [row for row in report if row[0] in (opd, kecamatan)] == [[opd, "1"], [kecamatan, "2"]]
    counted_as = f"inovasi diluncurkan ({opd} + {kecamatan})"
    assert [row for row in report if row[0] == counted_as] == [[counted_as, "3", "3", "Berita"]]
    launched = said(Document(str(out / "uji-daftar-peluncuran.docx")))
    assert sorted({cell for row in launched for cell in row} & {"OPD", "SKPD", "SKPK"}) == [opd]
    shown = invoke("lab", "show", "uji", "--home", home).out
    assert f"1 {opd}, 2 {kecamatan}" in shown
    assert f"inovasi diluncurkan  {opd} + {kecamatan}" in shown
    counted = invoke("catalogue", "stats", "--lab", "uji", "--home", home).out.splitlines()
    assert [line.split() for line in counted[4:6]] == [
        [opd, "1", "1", "–", "–"],
        [kecamatan, "2", "2", "–", "–"],
    ]


def test_a_list_about_a_past_day_uses_the_words_of_that_day(tmp_path: Path) -> None:
    home = lab_of(tmp_path / "ruang", "33.05", "2015-06-10")
    for words, label in (
        (("--as-of", "2016-12-31"), "SKPD"),
        (("--as-of", "2017-01-01"), "OPD"),
        ((), "OPD"),
    ):
        counted = invoke("catalogue", "stats", *words, "--home", home).out.splitlines()
        assert counted[4].split() == [label, "1", "1", "–", "–"]


@pytest.mark.parametrize(
    ("code", "opd", "kecamatan"),
    [
        ("94.01", "OPD", "Distrik"),
        ("11", "SKPK", "Kecamatan"),
        ("33.03", "OPD", "Kecamatan"),
        ("", "OPD", "Kecamatan"),
    ],
)
def test_a_workbook_of_a_region_offers_its_words(code: str, opd: str, kecamatan: str, tmp_path: Path) -> None:
    path = tmp_path / "templat.xlsx"
    template.write(path, identity={"Kode Wilayah": code} if code else None)
    book = load_workbook(path)
    offered = {cell.value for row in book["Daftar"].iter_rows() for cell in row}
    assert {opd, kecamatan} <= offered
    assert offered & {"OPD", "SKPK", "Kecamatan", "Distrik"} == {opd, kecamatan}
    sheet = book["Unit"]
    assert sheet.cell(2, column(sheet, "Jenis")).value == opd
    sheet = book["Lab"]
    assert sheet.cell(2, column(sheet, "Sasaran")).value == f"{opd}; {kecamatan}"


def test_every_word_is_read_in_a_workbook(home: Path, tmp_path: Path) -> None:
    words = ["Distrik", "SKPK", "UPTD", "perguruan tinggi", "masyarakat umum", "sekretariat daerah", "SKPD"]
    rows = {
        "Unit": [
            {"Kunci": f"U-{at}", "Jenis": word, "Nama": f"Unit {at}", "Nama Singkat": f"U{at}"}
            for at, word in enumerate(words)
        ]
    }
    path = tmp_path / "unit.xlsx"
    template.write(path, rows=rows, identity={"Kode Wilayah": "33.03"})
    done = invoke("import", path, "--home", home)
    assert done.status == 0, done.err
    out = tmp_path / "semua.jsonl"
    assert invoke("export", out, "--home", home).status == 0
    events = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    found = [one["body"]["kind"] for one in events if one["type"] == "unit.registered"]
    assert found == ["kecamatan", "opd", "upt", "universitas", "public", "sekretariat", "opd"]


def test_the_kind_of_a_unit_is_traced_in_the_words_of_its_region(tmp_path: Path) -> None:
    for region, opened_on, label in (("95.01", "2022", "Distrik"), ("33.05", "2022", "Kecamatan")):
        home = lab_of(tmp_path / region, region, opened_on)
        own = region.replace(".", "")
        said = invoke("trace", f"{own}-0002", "jenis unit", "--home", home).out
        assert said.splitlines()[0] == f"{own}-0002  jenis unit: {label}"
    home = lab_of(tmp_path / "lama", "33.05", "2016")
    assert invoke("trace", "3305-0001", "jenis unit", "--home", home).out.startswith(
        "3305-0001  jenis unit: SKPD\n"
    )
