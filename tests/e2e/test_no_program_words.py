"""No document, sheet or screen of any edition shows what only a program writes: None, null, [], {}."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from python_calamine import CalamineWorkbook

from schemas import loader
from tests.helpers import invoke

PROGRAM_WORDS = re.compile(r"\b(?:None|none|null|nan|NaN|Traceback|undefined)\b|\[\]|\{\}")
BOOKS = [loader.rulebook(name) for name in loader.rulebook_ids()]
FORMS = [(book["award"], book["year"], book.get("group")) for book in BOOKS if book.get("sections")]
LISTED = [("kipp", 2021, "replikasi")]
"""Editions whose lists are looked through: they judge all innovations, which takes its time."""
CODES = ("3303-0169", "3303-0001")
"""One with a whole profile, and one of which little is recorded."""


def options(award: str, year: int, group: str | None) -> list[str]:
    return ["--award", award, "--year", str(year), *(["--group", group] if group else [])]


def of_document(path: Path) -> Iterator[str]:
    document = Document(str(path))
    parts = [document, *(part for section in document.sections for part in (section.header, section.footer))]
    for part in parts:
        yield from (one.text for one in part.paragraphs)
        yield from (cell.text for table in part.tables for row in table.rows for cell in row.cells)


def of_workbook(path: Path) -> Iterator[str]:
    book = CalamineWorkbook.from_path(str(path))
    for name in book.sheet_names:
        yield name
        yield from (str(value) for row in book.get_sheet_by_name(name).iter_rows() for value in row)


def slips(texts: Iterator[str]) -> list[str]:
    return sorted({text for text in texts if PROGRAM_WORDS.search(text)})


def choose(home: Path, year: int, group: str | None, *more: str) -> None:
    kind = ["--group", group] if group else []
    done = invoke("entry", "choose", "3303-0169", "--year", str(year), *kind, *more, "--home", home)
    assert done.status == 0, done.err


@pytest.mark.parametrize(("award", "year", "group"), FORMS)
def test_documents_and_screens_of_an_edition(
    demo: Path, tmp_path: Path, award: str, year: int, group: str | None
) -> None:
    edition = options(award, year, group)
    for code in CODES:
        done = invoke("dossier", award, code, *edition[2:], "--out", tmp_path / code, "--home", demo)
        assert (done.status, slips(iter([done.out, done.err]))) == (0, [])
        (made,) = (tmp_path / code).glob("*.docx")
        assert slips(of_document(made)) == []
    shown = invoke("eligibility", "show", code, *edition, "--home", demo)
    assert slips(iter([shown.out, shown.err])) == []


@pytest.mark.parametrize(("award", "year", "group"), FORMS)
def test_what_is_copied_and_signed_for_an_edition(
    demo: Path, tmp_path: Path, award: str, year: int, group: str | None
) -> None:
    words = [*options(award, year, group)[2:], "--home", str(demo)]
    for code in CODES:
        path = tmp_path / f"{code}.xlsx"
        done = invoke("dossier", "portal", award, code, *words, "--out", path)
        assert (done.status, slips(iter([done.out, done.err]))) == (0, [])
        assert slips(of_workbook(path)) == []
        if award == "kipp":
            done = invoke("dossier", "letters", award, code, *words, "--out", tmp_path / code)
            assert (done.status, slips(iter([done.out, done.err]))) == (0, [])
            for letter in (tmp_path / code).glob("*.docx"):
                assert slips(of_document(letter)) == []


@pytest.mark.parametrize(("award", "year", "group"), LISTED)
def test_sheets_of_an_edition(demo: Path, tmp_path: Path, award: str, year: int, group: str | None) -> None:
    edition = [*options(award, year, group), "--home", str(demo)]
    done = invoke("eligibility", "sheets", *edition, "--out", tmp_path / "lembar")
    assert (done.status, slips(iter([done.out, done.err]))) == (0, [])
    for path in (tmp_path / "lembar").glob("*.xlsx"):
        assert slips(of_workbook(path)) == []
    listed = invoke("eligibility", "list", *edition, "--xlsx", tmp_path / "daftar.xlsx")
    assert slips(iter([listed.out, listed.err])) == []
    assert slips(of_workbook(tmp_path / "daftar.xlsx")) == []


def test_lists_and_lives(demo: Path, tmp_path: Path) -> None:
    screens = (
        ["rulebook", "list"], ["calendar", "list"], ["entry", "list"], ["catalogue", "list"],
        ["catalogue", "stats"], ["lab", "list"], ["lab", "show", "salatiga-2019"],
        ["evidence", "list"], ["projections", "status"],
        *(["history", code] for code in CODES), *(["replay", code] for code in CODES),
        *(["catalogue", "show", code] for code in CODES),
        *(["rulebook", "show", name] for name in loader.rulebook_ids()),
    )  # fmt: skip
    for words in screens:
        done = invoke(*words, "--home", demo)
        assert (words, done.status) == (words, 0)
        assert slips(iter([done.out, done.err])) == []
    for words in (["catalogue", "list"], ["entry", "list"], ["rulebook", "list"], ["lab", "list"]):
        path = tmp_path / f"{words[0]}.xlsx"
        assert invoke(*words, "--xlsx", path, "--home", demo).status == 0
        assert slips(of_workbook(path)) == []
    assert invoke("template", tmp_path / "templat.xlsx", "--all").status == 0
    assert slips(of_workbook(tmp_path / "templat.xlsx")) == []


def test_what_an_entry_chose_stands_in_its_document(own_demo: Path, tmp_path: Path) -> None:
    source = (
        "--source", "Antar Obat", "--source-owner", "Kabupaten Contoh", "--source-tier", "TOP 99",
        "--source-edition", "2019",
    )  # fmt: skip
    choose(own_demo, 2025, "replikasi", "--asta-cita", "4", "--asta-cita", "6", *source)
    out = ["--out", tmp_path, "--home", own_demo]
    assert invoke("dossier", "kipp", "3303-0169", "--year", "2025", "--group", "replikasi", *out).status == 0
    (made,) = tmp_path.glob("*.docx")
    rows = [[cell.text for cell in row.cells] for table in Document(str(made)).tables for row in table.rows]
    assert ["Target Asta Cita", "4 dan 6"] in rows
    assert ["Sumber replikasi", "Antar Obat; Kabupaten Contoh; TOP 99; 2019"] in rows


def test_a_source_that_nobody_chose_is_not_recorded(demo: Path, tmp_path: Path) -> None:
    out = ["--out", tmp_path, "--home", demo]
    assert invoke("dossier", "kipp", "3303-0169", "--year", "2021", "--group", "replikasi", *out).status == 0
    (made,) = tmp_path.glob("*.docx")
    rows = [[cell.text for cell in row.cells] for table in Document(str(made)).tables for row in table.rows]
    assert ["Sumber replikasi", "belum tercatat"] in rows
