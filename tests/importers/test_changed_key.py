"""A changed key in a workbook that was written for a unit: told, asked about on a terminal, or taken."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.helpers import at_a_terminal, invoke, row_of
from tests.importers.completing import innovations, prefilled, recorded_lab

TOLD = (
    '  Inovasi!A2  "Inovasi satu" sudah tercatat sebagai 3303-0001: dengan kunci INO-1b akan menjadi'
    " inovasi kedua.\n"
)
REMEDY = (
    "              Kembalikan kuncinya: 3303/lab/000001/INO-1. Bila memang inovasi lain: impor lagi"
    " dengan --yes.\n"
)
ERRORS = "unit.xlsx tidak dicatat: 1 kesalahan, tidak ada yang berubah.\n\n"
MEND = "\nPerbaiki, lalu impor lagi berkas yang sama.\n"


@pytest.fixture
def lab(home: Path, tmp_path: Path) -> Path:
    return recorded_lab(home, tmp_path)


@pytest.fixture
def changed(lab: Path, tmp_path: Path) -> Path:
    """The workbook of a unit in which somebody changed a key."""

    def fill(book: Any) -> None:
        sheet = book["Inovasi"]
        sheet.cell(row_of(sheet, "3303/lab/000001/INO-1"), 1).value = "INO-1b"

    return prefilled(lab, tmp_path / "unit.xlsx", "--unit", "Dinuji", fill=fill)


def test_it_is_told_before_it_becomes_a_second_innovation(lab: Path, changed: Path, tmp_path: Path) -> None:
    marked, before = tmp_path / "tanda.xlsx", (lab / "ledger.db").read_bytes()
    done = invoke("import", changed, "--mark", marked, "--home", lab)
    assert done.status == 3
    assert done.err.startswith(ERRORS + TOLD + REMEDY + MEND)
    assert (lab / "ledger.db").read_bytes() == before
    assert load_workbook(marked)["Inovasi"]["A2"].comment is not None
    done = invoke("import", changed, "--yes", "--home", lab, "--json")
    assert (done.status, done.data["new_by_sheet"]) == (0, {"Inovasi": 1})
    # Known now, it is asked about no more.
    done = invoke("import", changed, "--home", lab, "--json")
    assert (done.status, done.data["new"], done.data["different"]) == (0, 0, 0)


def test_who_says_yes_at_a_terminal_records_it(lab: Path, changed: Path) -> None:
    before = len(innovations(lab))
    done = at_a_terminal("ya", "import", changed, "--home", lab)
    assert done.status == 0, done.err
    assert done.err.startswith(TOLD)
    assert "Catat sebagai inovasi lain? [y/t]: " in done.out
    assert len(innovations(lab)) == before + 1


def test_who_says_no_at_a_terminal_records_nothing(lab: Path, changed: Path) -> None:
    before = (lab / "ledger.db").read_bytes()
    done = at_a_terminal("t", "import", changed, "--home", lab)
    assert (done.status, done.err) == (3, TOLD + ERRORS + TOLD + REMEDY + MEND)
    assert (lab / "ledger.db").read_bytes() == before


def test_a_dry_run_asks_nobody(lab: Path, changed: Path) -> None:
    done = at_a_terminal("ya", "import", changed, "--dry-run", "--home", lab)
    assert (done.status, done.out, done.err) == (3, "", ERRORS + TOLD + REMEDY + MEND)
