"""Of a large workbook exactly the cells with planted errors are named in one run, and noted in its copy."""

from pathlib import Path

from openpyxl import load_workbook

from importers.marking.list_sheet import NAME
from tests.helpers import invoke
from torture.planted import FAULTS, plant


def test_the_cells_with_errors_of_forty_kinds_are_named_and_noted(home: Path, tmp_path: Path) -> None:
    path, marked = tmp_path / "buku.xlsx", tmp_path / "tanda.xlsx"
    planted = plant(path, rows=1_000, errors=80, seed=3)
    assert (len(set(FAULTS)), len(planted)) == (40, 80)
    before = (home / "ledger.db").read_bytes()
    done = invoke("import", path, "--mark", marked, "--json", "--home", home)
    assert done.status == 3
    assert {one["where"] for one in done.envelope["messages"] if one.get("where")} == planted
    assert (home / "ledger.db").read_bytes() == before
    book = load_workbook(marked)
    noted = {
        f"{sheet.title}!{cell.coordinate}"
        for sheet in book
        if sheet.title != NAME
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment
    }
    assert noted == planted


def test_the_same_rows_without_errors_are_recorded(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "buku.xlsx"
    assert plant(path, rows=1_000, errors=0, seed=3) == set()
    done = invoke("import", path, "--home", home)
    assert (done.status, done.err) == (0, "")
    assert " 1.000 baru, 0 sama, 0 berbeda." in done.out
