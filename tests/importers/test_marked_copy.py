"""`import --mark`: each wrong cell coloured and noted, all else as it was, and the copy can be mended."""

import io
import re
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment

from importers import template
from importers.marking.marked_copy import Mark, write
from importers.problems import Cell
from tests.helpers import Done, invoke

Rows = dict[str, list[dict[str, Any]]]
IDENTITY = {"Kode Wilayah": "33.03", "Lab": "uji-2022"}
LAB = {"Kunci": "uji-2022", "Nama": "Lab Uji", "Cara Pencatatan": "rekonstruksi"}
UNIT = {"Kunci": "U-1", "Jenis": "OPD", "Nama": "Dinas Uji", "Nama Singkat": "Dinuji"}
IDEA = {"Kunci": "IDE-1", "Judul": "Ide satu", "Jenis Usulan": "ide baru", "Unit": "Dinuji"}
COLOUR = "FFFFB3A7"
DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060"
    "0000000500010d0a2db40000000049454e44ae426082"
)
"""A picture of one point."""
NO_DATE = (
    'Jejak: tanggal "31 Februari 2022" tidak ada.\n'
    'Tulis tanggal yang benar, atau cukup "Februari 2022" bila harinya tidak diketahui.'
)


def wrong() -> Rows:
    return {
        "Lab": [LAB],
        "Unit": [UNIT],
        "Ide": [
            IDEA,
            {**IDEA, "Kunci": "IDE-2", "Tanggal": "31 Februari 2022"},
            {**IDEA, "Kunci": "IDE-3", "Judul": None, "Unit": "Dinujo"},
        ],
    }


@pytest.fixture
def failing(tmp_path: Path) -> Path:
    path = tmp_path / "lab.xlsx"
    template.write(path, rows=wrong(), identity=IDENTITY)
    return path


def take(home: Path, path: Path, *more: str | Path) -> Done:
    return invoke("import", path, "--home", home, *more)


def marked(path: Path) -> dict[str, str]:
    """Cells with the colour of a mark, with their notes."""
    return {
        f"{sheet.title}!{cell.coordinate}": cell.comment.text if cell.comment else ""
        for sheet in load_workbook(path).worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.fill.fgColor.rgb == COLOUR
    }


def test_each_wrong_cell_is_coloured_and_says_what_is_wrong(home: Path, failing: Path) -> None:
    before = failing.read_bytes()
    copy = failing.with_name("tanda.xlsx")
    done = take(home, failing, "--mark", copy)
    assert done.status == 3
    assert done.err.splitlines()[-1] == (
        f"Salinan bertanda ditulis: {copy} (3 sel). Perbaiki selnya di sana, lalu impor salinan itu."
    )
    assert marked(copy) == {
        "Ide!F3": NO_DATE,
        "Ide!B4": "Jejak: Judul kosong.\nIsi Judul.",
        "Ide!D4": 'Jejak: unit "Dinujo" belum terdaftar. Maksudnya "Dinuji"?\n'
        "Pilih dari daftar, atau tambahkan unitnya di lembar Unit.",
    }
    assert failing.read_bytes() == before


def test_the_copy_opens_with_a_list_whose_links_lead_to_the_cells(home: Path, failing: Path) -> None:
    copy = failing.with_name("tanda.xlsx")
    take(home, failing, "--mark", copy)
    book = load_workbook(copy)
    listed = book["Catatan Jejak"]
    assert (book.active.title, book.sheetnames[-1]) == ("Catatan Jejak", "Catatan Jejak")
    assert [sheet.title for sheet in book if sheet.sheet_view.tabSelected] == ["Catatan Jejak"]
    assert [[cell.value for cell in row[:2]] for row in listed.iter_rows()] == [
        ["Sel", "Yang salah"],
        ["Ide!F3", 'tanggal "31 Februari 2022" tidak ada.'],
        ["Ide!B4", "Judul kosong."],
        ["Ide!D4", 'unit "Dinujo" belum terdaftar. Maksudnya "Dinuji"?'],
    ]
    assert [listed.cell(at, 1).hyperlink.location for at in (2, 3, 4)] == ["'Ide'!F3", "'Ide'!B4", "'Ide'!D4"]
    assert {sheet.title for sheet in book if sheet.sheet_properties.tabColor} == {"Ide"}


def test_all_else_of_the_workbook_is_as_it_was(home: Path, failing: Path) -> None:
    copy = failing.with_name("tanda.xlsx")
    take(home, failing, "--mark", copy)
    old, new = load_workbook(failing), load_workbook(copy)
    assert new.sheetnames == [*old.sheetnames, "Catatan Jejak"]
    for sheet in old:
        there = new[sheet.title]
        assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
            [cell.value for cell in row] for row in there.iter_rows()
        ]
        assert there.data_validations.count == sheet.data_validations.count
        assert there.freeze_panes == sheet.freeze_panes
        assert there.sheet_state == sheet.sheet_state
    assert new["Ide"]["F1"].comment.text == old["Ide"]["F1"].comment.text
    assert new["Ide"]["B2"].font.name == "Arial"
    assert new["Ide"]["F3"].number_format == "@"


def test_pictures_stay(home: Path, tmp_path: Path) -> None:
    path, copy = tmp_path / "gambar.xlsx", tmp_path / "tanda.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("Ide")
    sheet.write_row(0, 0, ["Kunci", "Judul", "Jenis Usulan", "Unit"])
    sheet.insert_image(4, 4, "titik.png", {"image_data": io.BytesIO(DOT)})
    book.close()
    assert take(home, path, "--mark", copy).status == 3
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(copy) as new:
        assert new.testzip() is None
        for part in ("xl/media/image1.png", "xl/drawings/drawing1.xml"):
            assert new.read(part) == old.read(part)
    assert b"drawing r:id" in _part(copy, "xl/worksheets/sheet1.xml").encode()


def test_a_sheet_that_is_a_chart_is_left_alone(home: Path, tmp_path: Path) -> None:
    path, copy = tmp_path / "grafik.xlsx", tmp_path / "tanda.xlsx"
    book = xlsxwriter.Workbook(str(path))
    page = book.add_chartsheet("Catatan Grafik")
    book.add_worksheet("Ide").write_row(0, 0, ["Kunci", 1])
    chart = book.add_chart({"type": "bar"})
    chart.add_series({"values": "=Ide!$B$1:$B$1"})
    page.set_chart(chart)
    page.activate()
    book.close()
    assert write(path, copy, [Mark(Cell("grafik.xlsx", ""), "rusak")]) == 1
    assert marked(copy) == {"Ide!A1": "Jejak: rusak"}
    assert "tabSelected" not in _part(copy, "xl/chartsheets/sheet1.xml")


def test_a_mended_copy_is_imported(home: Path, failing: Path) -> None:
    copy = failing.with_name("tanda.xlsx")
    take(home, failing, "--mark", copy)
    book = load_workbook(copy)
    book["Ide"]["F3"], book["Ide"]["B4"], book["Ide"]["D4"] = "Februari 2022", "Ide tiga", "Dinuji"
    book.save(copy)
    done = take(home, copy, "--json")
    assert (done.status, done.data["new"]) == (0, 5), done.err


@pytest.mark.parametrize("saved", ["as it was written", "saved by another program"])
def test_what_was_mended_bears_no_mark_in_the_next_copy(home: Path, failing: Path, saved: str) -> None:
    copy, again = failing.with_name("tanda.xlsx"), failing.with_name("tanda-2.xlsx")
    take(home, failing, "--mark", copy)
    if saved == "saved by another program":
        book = load_workbook(copy)
        book["Ide"]["B4"] = "Ide tiga"
        book.save(copy)
    else:
        rows = wrong()
        rows["Ide"][2]["Judul"] = "Ide tiga"
        template.write(failing, rows=rows, identity=IDENTITY)
        marks = [Mark(Cell("Ide", "B4"), "lama"), Mark(Cell("Ide", "B1"), "lama")]
        copy.unlink()
        assert write(failing, copy, marks) == 2
    take(home, copy, "--mark", again)
    assert set(marked(again)) == {"Ide!F3", "Ide!D4"}
    book = load_workbook(again)
    assert book["Ide"]["B4"].comment is None
    assert [row[0].value for row in book["Catatan Jejak"].iter_rows(min_row=2)] == ["Ide!F3", "Ide!D4"]
    assert book.sheetnames.count("Catatan Jejak") == 1


def test_differences_are_marked_too(home: Path, failing: Path) -> None:
    rows: Rows = {"Lab": [LAB], "Unit": [UNIT], "Ide": [IDEA]}
    template.write(failing, rows=rows, identity=IDENTITY)
    assert take(home, failing).status == 0
    template.write(failing, rows={**rows, "Ide": [{**IDEA, "Jenis Usulan": "replikasi"}]}, identity=IDENTITY)
    copy = failing.with_name("tanda.xlsx")
    assert take(home, failing, "--mark", copy).status == 4
    assert marked(copy) == {
        "Ide!C2": 'Jejak: Jenis Usulan tercatat "ide baru", kini "replikasi".\n'
        "Kembalikan ke nilai yang tercatat, atau minta ralat bila nilai itu tidak pernah benar."
    }


def test_what_has_no_cell_stands_at_the_first_of_its_sheet(home: Path, failing: Path) -> None:
    book = Workbook()
    book.remove(book.active)
    for name, rows in {
        "Identitas": [["Kode Wilayah", "33.03"]],
        "Unit": [["Kunci", "Jenis", "Nama"], ["U-1", "OPD", "Dinas Uji"]],
        "Ide": [["Kunci", "Judul"], ["IDE-1", "Satu"]],
        "Entah": [["a"]],
    }.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book["Ide"]["A1"].comment = Comment("punya orang", "Orang")
    book.save(failing)
    copy = failing.with_name("tanda.xlsx")
    assert take(home, failing, "--mark", copy).status == 3
    notes = marked(copy)
    assert set(notes) == {"Ide!A1", "Entah!A1"}
    assert notes["Ide!A1"].startswith('Jejak: kolom "Jenis Usulan" tidak ada.')
    assert notes["Ide!A1"].endswith("punya orang")
    assert write(failing, failing.with_name("lain.xlsx"), [Mark(Cell("lab.xlsx", ""), "rusak")]) == 1
    assert marked(failing.with_name("lain.xlsx")) == {"Identitas!A1": "Jejak: rusak"}


def test_a_marked_copy_never_replaces_a_file(home: Path, failing: Path) -> None:
    done = take(home, failing, "--mark", failing)
    assert (done.status, done.err) == (
        4,
        f"{failing} sudah ada.\n  Pakai nama lain, atau hapus berkasnya: yang diganti hanya salinan bertanda"
        " yang belum diperbaiki isinya.\n",
    )


def test_a_copy_that_nobody_mended_is_written_anew(home: Path, failing: Path) -> None:
    copy = failing.with_name("tanda.xlsx")
    take(home, failing, "--mark", copy)
    rows = wrong()
    rows["Ide"][2]["Judul"] = "Ide tiga"
    template.write(failing, rows=rows, identity=IDENTITY)
    assert take(home, failing, "--mark", copy).status == 3
    assert set(marked(copy)) == {"Ide!F3", "Ide!D4"}
    assert [one.name for one in failing.parent.glob("*.part")] == []
    # It never replaces the file that it is made from.
    assert take(home, copy, "--mark", copy).status == 4
    for others in (b"lain", b""):
        copy.write_bytes(others)
        assert take(home, failing, "--mark", copy).status == 4
        assert copy.read_bytes() == others


def test_only_workbooks_have_cells_to_mark(home: Path, failing: Path, tmp_path: Path) -> None:
    lines = tmp_path / "tindakan.jsonl"
    lines.write_text("{}\n", encoding="utf-8")
    done = take(home, lines, "--mark", tmp_path / "tanda.xlsx")
    assert done.status == 2
    assert "--mark mewarnai sel sebuah buku kerja (.xlsx); berkas ini tidak punya sel." in done.err
    assert take(home, failing, "--mark", tmp_path / "tanda.txt").status == 2


def test_what_is_no_workbook_gets_no_copy(home: Path, failing: Path) -> None:
    failing.write_bytes(b"bukan workbook")
    copy = failing.with_name("tanda.xlsx")
    done = take(home, failing, "--mark", copy)
    assert done.status == 3
    assert (
        "Salinan bertanda tidak ditulis: lab.xlsx bukan buku kerja yang dapat disalin.\n"
        "  Buka berkasnya di Excel dan simpan sebagai Excel Workbook (.xlsx).\n"
    ) in done.err
    assert not copy.exists()


def test_a_good_workbook_gets_no_copy(home: Path, failing: Path) -> None:
    template.write(failing, rows={"Lab": [LAB]}, identity=IDENTITY)
    copy = failing.with_name("tanda.xlsx")
    done = take(home, failing, "--mark", copy)
    assert (done.status, done.err) == (0, f"Tidak ada yang perlu ditandai: {copy} tidak ditulis.\n")
    assert not copy.exists()


def test_cells_that_are_not_there_are_made(tmp_path: Path) -> None:
    path, copy = tmp_path / "buku.xlsx", tmp_path / "tanda.xlsx"
    book = Workbook()
    book.active.title = "Ide"
    book.active["B2"], book.active["D2"], book.active["B9"] = "dua", "empat", "sembilan"
    book.active.column_dimensions["C"].width = 30
    book.save(path)
    places = ("A1", "A2", "C2", "E2", "B5", "B9", "C9", "Z20")
    write(path, copy, [Mark(Cell("Ide", place), "salah") for place in places])
    assert {name.partition("!")[2] for name in marked(copy)} == set(places)
    there = load_workbook(copy)["Ide"]
    assert (there["B2"].value, there["D2"].value, there["B9"].value) == ("dua", "empat", "sembilan")
    rows = re.findall(r'<row r="(\d+)"', _part(copy, "xl/worksheets/sheet1.xml"))
    assert rows == ["1", "2", "5", "9", "20"]


def _part(path: Path, name: str) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read(name).decode()


def test_a_note_says_nothing_that_a_workbook_cannot_hold(tmp_path: Path) -> None:
    path, copy = tmp_path / "buku.xlsx", tmp_path / "tanda.xlsx"
    template.write(path, rows={"Ide": [IDEA]})
    write(path, copy, [Mark(Cell("Ide", "B2"), "a\x00b<&>\ud800" + "x" * 40_000)])
    text = marked(copy)["Ide!B2"]
    assert text.startswith("Jejak: a\ufffdb<&>\ufffdxxx")
    assert len(text) == 32_000


def test_a_thousand_notes_of_a_large_workbook_take_little_memory(tmp_path: Path) -> None:
    path, copy = tmp_path / "besar.xlsx", tmp_path / "tanda.xlsx"
    rows = [{**IDEA, "Kunci": f"IDE-{n}", "Latar Belakang": f"Latar belakang {n}"} for n in range(20_000)]
    template.write(path, rows={"Ide": rows})
    marks = [Mark(Cell("Ide", f"B{20 * n + 2}"), f"salah {n}") for n in range(1_000)]
    tracemalloc.start()
    assert write(path, copy, marks) == 1_000
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 60 << 20
    with zipfile.ZipFile(copy) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if "comments" in name}
        boxes = [archive.read(name) for name in archive.namelist() if name.endswith(".vml")]
    assert sum(data.count(b">Jejak: salah ") for data in parts.values()) == 1_000
    ids = [number for data in boxes for number in re.findall(rb'id="_x0000_s(\d+)"', data)]
    assert max(sum(box.count(b'ObjectType="Note"') for box in [data]) for data in boxes) >= 1_000
    assert len(ids) >= 1_000


def test_a_founding_case_with_errors_is_marked(home: Path, workbook: Callable[..., Path]) -> None:
    def edit(book: Any) -> None:
        book["Ide"]["D3"], book["Unit"]["C5"], book["Peluncuran"]["B9"] = "Dinas Entah", None, "INO-999"

    path = workbook("salatiga-2019", edit)
    copy = path.with_name("tanda.xlsx")
    assert take(home, path, "--mark", copy).status == 3
    assert set(marked(copy)) == {"Unit!C5", "Ide!D3", "Peluncuran!B9"}
