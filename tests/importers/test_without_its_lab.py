"""A workbook that names no lab, but rows of one: told at once, since no later import could mend it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.helpers import Done, invoke


@pytest.fixture
def recorded(home: Path, tmp_path: Path) -> Path:
    """A workspace with a lab and one idea of it."""
    done = written(
        home,
        tmp_path / "lab.xlsx",
        "lab-uji",
        Unit=[("UNT-1", "OPD", "Dinas Uji", "Uji")],
        Lab=[("lab-uji", "Lab Uji", 1, "rekonstruksi", "12 Oktober 2022")],
        Ide=[("IDE-1", "Antrean Rapi", "ide baru", "Uji")],
    )
    assert done.status == 0, done.err
    return home


def written(home: Path, file: Path, lab: str | None, **sheets: list[tuple[Any, ...]]) -> Done:
    """Imports a workbook with these rows, their cells in the order of the columns."""
    words = [word for name in sheets for word in ("--sheet", name)]
    assert invoke("template", file, *words, "--force", "--home", home).status == 0
    book = load_workbook(file)
    for name, rows in sheets.items():
        book[name].delete_rows(2, book[name].max_row)
        for at, row in enumerate(rows, 2):
            for column, value in enumerate(row, 1):
                book[name].cell(at, column, value)
    for row in book["Identitas"].iter_rows():
        if row[0].value == "Lab":
            row[1].value = lab
    book.save(file)
    return invoke("import", file, "--home", home)


def test_a_key_of_a_lab_names_the_lab(recorded: Path, tmp_path: Path) -> None:
    file = tmp_path / "lanjut.xlsx"
    done = written(recorded, file, None, Inovasi=[("INO-1", "IDE-1", "Antrean Rapi", None, "Uji")])
    assert done.status == 3
    assert "kunci IDE-1 milik lab lab-uji, sedangkan buku kerja ini tidak menyebut lab." in done.err
    assert "Tulis lab-uji di samping Lab pada lembar Identitas." in done.err
    done = written(recorded, file, "lab-uji", Inovasi=[("INO-1", "IDE-1", "Antrean Rapi", None, "Uji")])
    assert done.status == 0, done.err


def test_an_innovation_does_not_leave_the_lab_of_its_idea_unsaid(recorded: Path, tmp_path: Path) -> None:
    file, row = tmp_path / "lanjut.xlsx", ("INO-1", "3303-I0001", "Antrean Rapi", None, "Uji")
    done = written(recorded, file, None, Inovasi=[row])
    assert done.status == 3
    assert "Inovasi!B2  ide ini milik lab lab-uji, sedangkan buku kerja ini tidak menyebut lab." in done.err
    assert (
        "Tulis lab-uji di samping Lab pada lembar Identitas."
        " Bila inovasinya lahir di luar lab: ya di kolom Tanpa Lab." in done.err
    )
    done = written(recorded, file, None, Inovasi=[(*row, None, "ya")])
    assert done.status == 0, done.err


def test_every_person_in_a_text_is_told_beside_other_errors(recorded: Path, tmp_path: Path) -> None:
    done = written(
        recorded,
        tmp_path / "orang.xlsx",
        None,
        Orang=[("ORG-1", "Budi Santosa Wijaya", None, "Kepala Dinas Uji")],
    )
    assert done.status == 0, done.err
    title = "Hubungi Budi Santosa Wijaya 081234567890"
    done = written(
        recorded, tmp_path / "ide.xlsx", "lab-uji", Ide=[("IDE-2", title, "ide baru", "Tidak Ada")]
    )
    assert [line.split()[0] for line in done.err.splitlines() if line.startswith("  Ide!")] == [
        "Ide!B2",
        "Ide!B2",
        "Ide!D2",
    ]


def test_a_stage_that_ends_before_it_begins_is_told_at_its_end(recorded: Path, tmp_path: Path) -> None:
    stage = ("THP-1", "design", None, "3 Maret 2023", "5 Februari 2023")
    done = written(recorded, tmp_path / "tahap.xlsx", "lab-uji", Tahap=[stage])
    assert done.status == 3
    assert "Tahap!E2  Tahap ini selesai sebelum dimulai." in done.err
