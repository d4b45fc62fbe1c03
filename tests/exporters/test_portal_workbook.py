"""Texts that no cell can hold as they are: said, never dropped without a word."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from msgspec import convert
from openpyxl import load_workbook

from exporters.dossier.build import build
from exporters.dossier.portal_rows import portal_rows
from exporters.excel import portal_workbook
from projections.queries.detail_types import InnovationDetail
from tests.exporters import portraits

REPLACED = "\ufffd"


def written(portrait: dict[str, Any], path: Path, award: str, year: int, group: str | None) -> list[Any]:
    detail = convert(portrait, InnovationDetail)
    dossier = build(detail, portraits.form(award, year, group))
    rows = portal_rows(dossier, detail, str)
    portal_workbook.write(path, dossier, rows)
    sheet = load_workbook(path)["Portal"]
    cells = [list(one) for one in sheet.iter_rows(min_row=5, max_row=4 + len(rows), values_only=True)]
    assert [row[2] for row in cells] == [one.label for one in rows]
    return cells


def test_control_characters_are_replaced_and_said(tmp_path: Path) -> None:
    cells = written(portraits.hostile(), tmp_path / "a.xlsx", "kipp", 2023, "umum")
    found = {row[2]: (row[3], row[8]) for row in cells}
    text, told = found["Judul Proposal"]
    fields = portraits.hostile()["fields"]
    printed = f"{fields['title']['value']} ({fields['acronym']['value']})"
    # The texts of the portrait as the Word documents print them.
    assert text == printed.translate(dict.fromkeys((7, 12, 0, 0xFFFE), REPLACED))
    count = sum(letter in "\a\f\0\ufffe" for letter in printed)
    turns = sum(letter in "\u202e\u200f\u202c" for letter in printed)
    assert told.splitlines() == [
        "tercatat",
        f"{count} karakter kendali yang tidak dapat dimuat sel diganti {REPLACED}.",
        f"{turns} karakter di dalamnya membalik arah tulisan; layar tidak menampakkannya.",
    ]


def test_a_long_text_is_left_to_the_word_document(tmp_path: Path) -> None:
    cells = written(portraits.hostile(), tmp_path / "a.xlsx", "kipp", 2023, "umum")
    (row,) = [one for one in cells if one[2] == "Signifikansi"]
    words = len(portraits.hostile()["fields"]["significance"]["value"].split())
    assert (row[3], row[4]) == (None, words)
    assert "yang dapat dimuat satu sel: salin dari dokumen Word." in row[8]


def test_line_breaks_of_any_kind_stay_line_breaks(tmp_path: Path) -> None:
    portrait = portraits.complete()
    portrait["fields"]["summary"] = portraits.value("satu\r\ndua\rtiga\n\nempat", 811)
    cells = written(portrait, tmp_path / "a.xlsx", "kipp", 2023, "umum")
    (row,) = [one for one in cells if one[2] == "Ringkasan"]
    assert row[3:6] == ["satu\ndua\ntiga\n\nempat", 4, 20]
