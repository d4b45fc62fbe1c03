"""The workbooks of eligibility, cell by cell."""

from pathlib import Path
from typing import Any

import pytest
from msgspec import structs
from openpyxl import load_workbook

from exporters.excel import eligibility_workbook, gaps_workbook
from tests.exporters.assessments import assessment, finding, indicator, verdict

ABOUT = "IGA 2026 · Kabupaten Purbalingga (33.03) · Keadaan per 22 November 2026 · Posisi rekam jejak: 1.204"
ONE = "1 dari 3 inovasi adalah data ilustrasi, bertanda (ilustrasi)."
RED, PALE_RED = "FFFFC7CE", "FFC0504D"


def rows(sheet: Any, first: int = 1) -> list[tuple[Any, ...]]:
    return list(sheet.iter_rows(min_row=first, values_only=True))


@pytest.fixture
def book(tmp_path: Path) -> Any:
    eligibility_workbook.write(tmp_path / "a.xlsx", assessment())
    return load_workbook(tmp_path / "a.xlsx")


def test_the_matrix(book: Any) -> None:
    sheet = book["Matriks"]
    assert book.sheetnames == ["Matriks", "Peringkat", "Dasbor", "Syarat"]
    assert [row[0] for row in rows(sheet)[:3]] == ["Syarat yang terpenuhi, per inovasi", ABOUT, ONE]
    assert rows(sheet, 5)[0][1:] == (None,) * 4 + ("Jendela penerapan", "Surat", "35 Video")
    assert rows(sheet, 6) == [
        ("No.", "Kode", "Inovasi", "Unit", "Penilaian syarat", 1, 2, 3),
        (1, "3303-0001", "Inovasi 1", "Dinas A", "memenuhi syarat", "✓", None, 3),
        (2, "3303-0002", "DUA – Inovasi 2 (ilustrasi)", "Kantor B", "belum memenuhi syarat", "✗", "✗", 1),
        (3, "3303-0003", "Inovasi 3", "Dinas A", "belum dapat dipastikan", "?", None, "?"),
    ]


def test_the_legend_explains_every_sign(book: Any) -> None:
    assert book["Matriks"]["A5"].value.split("\n") == [
        "✓  syarat terpenuhi",
        "✗  syarat belum terpenuhi",
        "?  belum dapat dipastikan",
        "0–3  parameter yang terbukti",
        "Pudar dan miring  tidak menentukan: belum terkonfirmasi, atau hanya peringatan",
        "Kosong  syarat tidak berlaku baginya",
        "Nomor kolom sama dengan nomor pada lembar Syarat.",
    ]


def test_what_decides_is_coloured_and_what_does_not_is_pale(book: Any) -> None:
    deciding, pale, level = (book["Matriks"][place] for place in ("F8", "G8", "H7"))
    assert (deciding.fill.fgColor.rgb, deciding.font.b) == (RED, True)
    assert (pale.fill.fill_type, pale.font.i, pale.font.color.rgb) == (None, True, PALE_RED)
    assert level.fill.fgColor.rgb == "FFA9D08E"


def test_the_matrix_prints_on_one_page_width(book: Any) -> None:
    sheet = book["Matriks"]
    assert sheet.freeze_panes == "D7"
    assert sheet.print_title_rows == "$5:$6"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    # Without a number of its own a sheet is one page wide.
    assert sheet.sheet_properties.pageSetUpPr.fitToPage is True
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (None, 0)
    assert sheet["F5"].alignment.textRotation == 90


def test_many_rules_take_the_larger_paper(tmp_path: Path) -> None:
    findings = [finding(f"section.{at}", "met", label=f"Bagian {at} " + "x" * 60) for at in range(20)]
    eligibility_workbook.write(tmp_path / "a.xlsx", assessment([verdict(1, "met", findings)]))
    sheet = load_workbook(tmp_path / "a.xlsx")["Matriks"]
    assert sheet.page_setup.paperSize == 8
    assert sheet["F4"].value == "Bagian 0 " + "x" * 36 + "…"


def test_the_conditions_in_full(book: Any) -> None:
    assert rows(book["Syarat"], 4) == [
        ("No.", "Syarat", "Kepastian dan pengaruh", "Sumber aturan"),
        (1, "Jendela penerapan", "terkonfirmasi; menentukan", "S2"),
        (2, "Surat", "belum terkonfirmasi; tidak menentukan", "S2"),
        (3, "35 Video", "terkonfirmasi; menambah nilai", "S1, S2"),
        (None,) * 4,
        ("Sumber aturan", None, None, None),
        ("S1: Surat pertama", None, None, None),
        ("S2: Surat kedua", None, None, None),
        ("uji-2026: Aturan uji", None, None, None),
    ]


def test_the_ranking(book: Any) -> None:
    assert rows(book["Peringkat"], 6)[1:] == [
        (1, "3303-0001", "Inovasi 1", "Dinas A", "memenuhi syarat", 0, 7.5, 0, 0),
        (2, "3303-0002", "DUA – Inovasi 2 (ilustrasi)", "Kantor B", "belum memenuhi syarat", 0, 2.5, 2.5, 5),
        (3, "3303-0003", "Inovasi 3", "Dinas A", "belum dapat dipastikan", 0, 0, 0, 7.5),
    ]


def test_verified_goes_before_claimed_and_equals_share_a_rank(tmp_path: Path) -> None:
    figures = (("9", "0"), ("3", "6"), ("3", "6"), ("9", "3"))
    verdicts = [
        verdict(at, "met", [], maturity=maturity, maturity_verified=verified)
        for at, (maturity, verified) in enumerate(figures, 1)
    ]
    eligibility_workbook.write(tmp_path / "a.xlsx", assessment(verdicts))
    found = rows(load_workbook(tmp_path / "a.xlsx")["Peringkat"], 6)
    assert [(row[0], row[1]) for row in found] == [
        (1, "3303-0002"),
        (1, "3303-0003"),
        (3, "3303-0004"),
        (4, "3303-0001"),
    ]


def test_the_dashboard(book: Any) -> None:
    blank = (None,) * 5
    assert rows(book["Dasbor"]) == [
        ("Dasbor daerah", None, None, None, None),
        (f"{ABOUT} · Semua inovasi daerah", None, None, None, None),
        (ONE, None, None, None, None),
        blank,
        ("Penilaian syarat", None, None, None, None),
        ("Penilaian syarat", "Inovasi", None, None, None),
        ("memenuhi syarat", 1, None, None, None),
        ("belum memenuhi syarat", 1, None, None, None),
        ("belum dapat dipastikan", 1, None, None, None),
        ("Semua", 3, None, None, None),
        blank,
        ("Yang belum diketahui tentang edisi ini: tidak ada.", None, None, None, None),
        ("Perkiraan sendiri; kementerian yang menetapkan.", None, None, None, None),
        blank,
        ("Menurut unit", None, None, None, None),
        ("Unit", "memenuhi syarat", "belum memenuhi syarat", "belum dapat dipastikan", None),
        ("Dinas A", 1, 0, 1, None),
        ("Kantor B", 0, 1, 0, None),
    ]


def test_what_a_unit_lacks(tmp_path: Path) -> None:
    written = list(gaps_workbook.write_all(tmp_path, assessment()))
    assert [(Path(one.path).name, one.kind, one.unit, one.rows) for one in written] == [
        ("yang-masih-kurang.xlsx", "lacking", None, 5),
        ("yang-masih-kurang-dinas-a.xlsx", "unit", "Dinas A", 2),
        ("yang-masih-kurang-kantor-b.xlsx", "unit", "Kantor B", 3),
    ]
    assert load_workbook(tmp_path / "yang-masih-kurang.xlsx").sheetnames == ["Dinas A", "Kantor B"]
    sheet = load_workbook(tmp_path / "yang-masih-kurang-kantor-b.xlsx")["Kantor B"]
    name = "DUA – Inovasi 2 (ilustrasi)"
    certain = "terkonfirmasi; menambah nilai"
    assert [row[0] for row in rows(sheet)[:6]] == [
        "Yang masih kurang: Kantor B",
        ABOUT,
        "3 hal pada 1 inovasi; 1 di antaranya menentukan (berwarna).",
        "Aturan yang belum terkonfirmasi tidak menentukan hasil; kolom Kepastian menunjukkan yang mana.",
        "Nilai adalah tambahan bila bukti untuk parameter yang dinyatakan dilengkapi; bila belum ada"
        " parameter yang dinyatakan, nilai itu yang paling banyak.",
        "Inovasi bertanda (ilustrasi) adalah data ilustrasi.",
    ]
    assert rows(sheet, 8)[:4] == [
        ("No.", "Kode", "Inovasi", "Syarat", "Apa yang kurang", "Jalan keluar", "Nilai yang bisa diraih")
        + ("Sumber aturan", "Kepastian"),
        (1, "3303-0002", name, "35 Video", "Belum tercatat.", "–", 2.5, "S1,\nS2", certain),
        (2, "3303-0002", name, "Jendela penerapan", "Di luar jendela.", "Isi lembarnya.", None)
        + ("uji-2026", "terkonfirmasi; menentukan"),
        (3, "3303-0002", name, "Surat", "Belum tercatat.", "Isi lembarnya.", None)
        + ("S2", "belum terkonfirmasi; tidak menentukan"),
    ]
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("A9", "$8:$8")


def test_a_unit_that_lacks_nothing_gets_no_file(tmp_path: Path) -> None:
    whole = verdict(1, "met", [finding("window", "met"), indicator(3, 3)])
    assert list(gaps_workbook.write_all(tmp_path, assessment([whole]))) == []
    assert list(tmp_path.iterdir()) == []


def test_names_of_units_that_no_system_takes(tmp_path: Path) -> None:
    names = ("CON", "con", "Dinas/A", "dinas:a", "'History", "history", "x" * 200, "x" * 201, "🙂" * 40)
    names += ("..", "=1+1", "Dinas\nB & C <d>", "\x07bel")
    lacks = [finding("window", "not_met")]
    verdicts = [
        verdict(at, "not_met", lacks, unit=name, unit_id=f"3303/unit/{at:06d}")
        for at, name in enumerate(names, 1)
    ]
    written = list(gaps_workbook.write_all(tmp_path, assessment(verdicts)))
    files = {one.unit: Path(one.path).name.removeprefix("yang-masih-kurang-") for one in written[1:]}
    assert files == {
        "CON": "con-unit.xlsx",
        "con": "con-unit-2.xlsx",
        "Dinas/A": "dinas-a.xlsx",
        "dinas:a": "dinas-a-2.xlsx",
        "'History": "history.xlsx",
        "history": "history-2.xlsx",
        "x" * 200: "x" * 60 + ".xlsx",
        "x" * 201: "x" * 60 + "-2.xlsx",
        "🙂" * 40: "unit-2.xlsx",
        "..": "unit.xlsx",
        "=1+1": "1-1.xlsx",
        "Dinas\nB & C <d>": "dinas-b-c-d.xlsx",
        "\x07bel": "bel.xlsx",
    }
    sheets = load_workbook(tmp_path / "yang-masih-kurang.xlsx").sheetnames
    assert sorted(sheets) == sorted(
        ["CON", "con (2)", "Dinas A", "dinas a (2)", "History (2)", "history (3)", "x" * 31]
        + ["x" * 27 + " (2)", "🙂" * 15, "..", "=1+1", "Dinas B & C <d>", "bel"]
    )


def test_equal_data_gives_equal_bytes_and_leaves_nothing_half_written(tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("a", "b")]
    for folder in folders:
        folder.mkdir()
        eligibility_workbook.write(folder / "penilaian.xlsx", assessment())
        list(gaps_workbook.write_all(folder, assessment()))
    first, second = ({path.name: path.read_bytes() for path in folder.iterdir()} for folder in folders)
    assert first == second
    assert len(first) == 4


def test_a_book_that_cannot_be_made_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    eligibility_workbook.write(path, assessment())
    before = path.read_bytes()
    broken = structs.replace(assessment(), unknown=None)
    with pytest.raises(TypeError):
        eligibility_workbook.write(path, broken)
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["a.xlsx"]
