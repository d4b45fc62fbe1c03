"""The empty template leads: which sheets it holds, and where its links jump."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from domain.sheets.registry import SHEETS
from tests.helpers import invoke

START = ["Unit", "Dokumen", "Lab", "Tahap", "Peserta", "Ide"]
AROUND = ("Petunjuk", "Identitas", "Daftar")


def sheets(path: Path) -> list[str]:
    return [name for name in load_workbook(path).sheetnames if name not in AROUND]


def test_a_lab_begins_with_six_sheets(tmp_path: Path) -> None:
    path = tmp_path / "lab.xlsx"
    done = invoke("template", path, "--start", "--json")
    assert (done.status, done.data["sheets"]) == (0, START)
    assert sheets(path) == START
    guide = [row[1].value for row in load_workbook(path)["Petunjuk"].iter_rows() if row[1].value]
    assert guide[0].startswith("Buku kerja ini memuat enam lembar yang cukup untuk memulai sebuah lab")
    assert guide[-1].startswith(
        "Dibuat bila diperlukan, dengan jejak template BERKAS.xlsx --sheet NAMA: Misi, Orang, Pihak Dokumen,"
    )


def test_without_a_choice_it_is_what_a_lab_begins_with(tmp_path: Path) -> None:
    plain, start = tmp_path / "lab.xlsx", tmp_path / "mulai.xlsx"
    assert invoke("template", plain).status == 0
    assert invoke("template", start, "--start").status == 0
    assert sheets(plain) == START
    assert plain.read_bytes() == start.read_bytes()


def test_all_sheets_are_there_where_all_are_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "lab.xlsx"
    assert invoke("template", path, "--all").status == 0
    assert sheets(path) == [sheet.name for sheet in SHEETS]
    assert "Lembar lain" not in [row[0].value for row in load_workbook(path)["Petunjuk"].iter_rows()]


def test_other_sheets_come_by_name_in_their_usual_order(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "lab.xlsx"
    assert invoke("template", path, "--sheet", "peluncuran", "--sheet", "Uji  Coba").status == 0
    assert sheets(path) == ["Uji Coba", "Peluncuran"]
    book = load_workbook(path)
    # A list of units stands on a sheet that is not there: no cell may ask for it.
    assert all("Unit!" not in one.formula1 for sheet in book for one in sheet.data_validations.dataValidation)
    book["Identitas"]["B1"].value = "33.03"
    book.save(path)
    assert invoke("import", path, "--home", home).status == 0


@pytest.mark.parametrize("options", [("--all",), ("--start",), ("--sheet", "Bukti")])
def test_links_of_the_guide_lead_to_the_sheet_that_they_name(
    tmp_path: Path, options: tuple[str, ...]
) -> None:
    path = tmp_path / "lab.xlsx"
    invoke("template", path, *options)
    book = load_workbook(path)
    links = {
        cell.value: cell.hyperlink.location
        for row in book["Petunjuk"].iter_rows()
        for cell in row
        if cell.hyperlink
    }
    assert links == {name: f"'{name}'!A1" for name in ["Identitas", *sheets(path)]}
    for location in links.values():
        name, place = location.split("!")
        assert book[name.strip("'")][place].value


def test_a_sheet_that_is_not_there_is_told_with_the_nearest(tmp_path: Path) -> None:
    done = invoke("template", tmp_path / "lab.xlsx", "--sheet", "Peluncurn")
    assert done.status == 2
    assert 'Tidak ada lembar "Peluncurn". Maksudnya "Peluncuran"?' in done.err
    done = invoke("template", tmp_path / "lab.xlsx", "--sheet", "xyz")
    assert 'Tidak ada lembar "xyz". Lembar yang ada: Misi, Unit, Orang,' in done.err


@pytest.mark.parametrize(
    "options",
    [
        ("lab.xlsx", "--start", "--sheet", "Ide"),
        ("lab.xlsx", "--start", "--all"),
        ("lab.xlsx", "--all", "--by-unit", "folder"),
        ("lab.xlsx", "--start", "--for", "3303-1"),
        ("lab.xlsx", "--start", "--lab", "uji-2022"),
        ("a.xlsx", "b.xlsx"),
        ("lab.xlsx", "--for", "SIMPEL", "--for", "LAIN", "PASAR"),
        ("lab.xlsx", "SIMPEL", "PASAR"),
        ("lab.xlsx", "--by-unit", "folder"),
        ("--by-unit", "folder", "--unit", "Dinuji"),
        ("lab.xlsx", "--for", "3303-1", "--lab", "uji-2022"),
        (),
    ],
)
def test_what_does_not_go_together_is_refused(tmp_path: Path, options: tuple[str, ...]) -> None:
    assert invoke("template", *options, "--home", tmp_path).status == 2
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_stays(tmp_path: Path) -> None:
    path = tmp_path / "lab.xlsx"
    path.write_bytes(b"punya orang")
    done = invoke("template", path, "--start")
    assert (done.status, path.read_bytes()) == (4, b"punya orang")
    assert "Pakai nama lain, atau ganti berkasnya: --force" in done.err
    assert invoke("template", path, "--start", "--force").status == 0


IN_QUOTES = [
    (("SIMPEL", "PASAR"), "SIMPEL PASAR", 'isi.xlsx --for "SIMPEL PASAR"'),
    (("--for", "SIMPEL", "PASAR"), "PASAR", 'isi.xlsx --for "SIMPEL PASAR"'),
    (("a.xlsx", "SIMPEL", "PASAR"), "SIMPEL PASAR", 'a.xlsx --for "SIMPEL PASAR"'),
    (("--unit", "Dinas", "Uji"), "Uji", 'isi.xlsx --unit "Dinas Uji"'),
    (("--sheet", "Klaim", "IGA"), "IGA", 'isi.xlsx --sheet "Klaim IGA"'),
    (
        ("a.xlsx", "--for", "SATU", "--for", "SIMPEL", "PASAR"),
        "PASAR",
        'a.xlsx --for SATU --for "SIMPEL PASAR"',
    ),
]


@pytest.mark.parametrize(("options", "rest", "command"), IN_QUOTES)
def test_words_that_belong_to_no_option_are_told_with_the_whole_command(
    options: tuple[str, ...], rest: str, command: str
) -> None:
    done = invoke("template", *options)
    told = f"Error: {rest}: nama yang terdiri atas beberapa kata ditulis dalam tanda kutip."
    assert (done.status, done.err.splitlines()[-1]) == (2, f"{told} Ketiklah: jejak template {command}")


def test_a_name_of_several_words_needs_no_quotes_where_it_is_the_only_one(
    own_life: Path, tmp_path: Path
) -> None:
    path = tmp_path / "isi.xlsx"
    title = invoke("catalogue", "show", "3303-0001", "--json", "--home", own_life).data["fields"]["title"]
    words = title["value"].split()
    assert len(words) > 1
    for options in ((path, "--for", *words), ("--for", *words, path)):
        done = invoke("template", *options, "--force", "--json", "--home", own_life)
        assert (done.status, done.data["innovations"]) == (0, 1)
    assert load_workbook(path)["Profil"]["A2"].value == "PRF-3303-0001"
    assert invoke("template", tmp_path / "klaim.xlsx", "--sheet", "Klaim", "IGA").status == 0
    assert sheets(tmp_path / "klaim.xlsx") == ["Klaim IGA"]


def test_the_example_of_a_unit_belongs_to_no_other(tmp_path: Path) -> None:
    path = tmp_path / "lab.xlsx"
    assert invoke("template", path, "--start").status == 0
    heads, example = (
        [cell.value for cell in row] for row in load_workbook(path)["Unit"].iter_rows(max_row=2)
    )
    said = dict(zip(heads, example, strict=True))
    assert (said["Nama Singkat"], said["Induk"]) == ("Dinas Contoh", None)


def test_a_row_of_a_sheet_that_the_book_lacks_comes_first_in_another(home: Path, tmp_path: Path) -> None:
    path, more = tmp_path / "lab.xlsx", tmp_path / "isi.xlsx"
    assert invoke("template", path, "--start").status == 0
    book = load_workbook(path)
    book["Identitas"]["B1"], book["Identitas"]["B2"] = "33.03", "uji-2022"
    fill(book["Lab"], Kunci="uji-2022", Nama="Lab Uji", Cara_Pencatatan="rekonstruksi")
    fill(book["Unit"], Kunci="U-1", Jenis="OPD", Nama="Dinas Uji", Nama_Singkat="Dinuji")
    fill(book["Ide"], Kunci="I-1", Judul="Satu", Jenis_Usulan="ide baru", Unit="Dinuji", Pengusul="ORG-1")
    book.save(path)
    done = invoke("import", path, "--home", home)
    assert (done.status, "kunci ORG-1 tidak ada di lembar Orang.\n" in done.err) == (3, True)
    assert "untuk mendapatkannya: jejak template isi.xlsx --sheet Orang\n" in done.err
    assert invoke("template", more, "--sheet", "Orang").status == 0
    book = load_workbook(more)
    book["Identitas"]["B1"] = "33.03"
    fill(book["Orang"], Kunci="ORG-1", Nama="Budi Harto Santoso", Jabatan="Analis")
    book.save(more)
    assert invoke("import", more, "--home", home).status == 0
    assert invoke("import", path, "--home", home).status == 0


def fill(sheet: Worksheet, **values: str) -> None:
    """A row in the place of the example."""
    heads = [cell.value for cell in sheet[1]]
    sheet.delete_rows(2)
    sheet.append([values.get(str(head).replace(" ", "_")) for head in heads])


def test_the_guide_says_what_numbers_of_indicators_mean(tmp_path: Path) -> None:
    file = tmp_path / "klaim.xlsx"
    assert invoke("template", file, "--sheet", "Klaim IGA").status == 0
    guide = [row[:2] for row in load_workbook(file)["Petunjuk"].iter_rows(values_only=True)]
    assert ("16", "Regulasi Inovasi Daerah") in guide
    assert ("35", "Video inovasi daerah") in guide
    assert ("Indikator IGA", "Menurut iga-2026; parameternya: jejak rulebook show iga-2026") in guide
    assert invoke("template", file, "--start", "--force").status == 0
    assert "Indikator IGA" not in [row[0].value for row in load_workbook(file)["Petunjuk"].iter_rows()]
