"""Cells in which Excel holds something else than what was typed, or shows something else than it holds."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from openpyxl import Workbook

from tests.importers.remedies.case import Case, Mend, Way, edit, spoilt

DOCUMENT = {"Kunci": "D-7", "Jenis": "SK", "Perihal": "Penetapan"}


def typed_as_text(place: str, value: str) -> Mend:
    """Formats the cell as Text and types into it."""

    def changed(opened: Workbook) -> None:
        sheet, _, ref = place.rpartition("_")
        cell = opened[sheet][ref]
        cell.number_format = "@"
        cell.value = value

    return edit(changed)


def shown(place: str, value: Any, code: str) -> Any:
    """A cell in another format than the template gives it."""

    def changed(opened: Workbook) -> None:
        sheet, _, ref = place.rpartition("_")
        opened[sheet][ref].value = value
        opened[sheet][ref].number_format = code

    return changed


def year_shown(place: str, value: date) -> Mend:
    """Gives the cell a format with a year, and mends the year."""
    return edit(shown(place, value, "dd/mm/yyyy"))


CASES = [
    Case(
        "a date where text was typed",
        spoilt({"Dokumen": [DOCUMENT]}, shown("Dokumen_C2", date(2022, 12, 1), "mmm-yy")),
        "Dokumen!C2",
        (
            Way(
                "typed as text",
                typed_as_text("Dokumen_C2", "12/2022"),
                {"document.registered": {"number": "12/2022"}},
            ),
        ),
    ),
    Case(
        "an hour where text was typed",
        spoilt({"Dokumen": [DOCUMENT]}, shown("Dokumen_C2", time(12, 20, 22), "hh:mm AM/PM")),
        "Dokumen!C2",
        (
            Way(
                "typed as text",
                typed_as_text("Dokumen_C2", "12.20"),
                {"document.registered": {"number": "12.20"}},
            ),
        ),
    ),
    Case(
        "more digits than Excel keeps",
        spoilt({"Dokumen": [DOCUMENT]}, shown("Dokumen_C2", 1234567890123456789, "0")),
        "Dokumen!C2",
        (
            Way(
                "typed as text",
                typed_as_text("Dokumen_C2", "1234567890123456789"),
                {"document.registered": {"number": "1234567890123456789"}},
            ),
        ),
    ),
    Case(
        "a number that shows something else",
        spoilt({"Dokumen": [DOCUMENT]}, shown("Dokumen_C2", 19, "# ?/?")),
        "Dokumen!C2",
        (
            Way(
                "typed as text",
                typed_as_text("Dokumen_C2", "No. 019"),
                {"document.registered": {"number": "No. 019"}},
            ),
        ),
    ),
    Case(
        "a date without a year",
        spoilt({"Dokumen": [DOCUMENT]}, shown("Dokumen_D2", date(2026, 10, 5), "d-mmm")),
        "Dokumen!D2",
        (
            Way(
                "the year is shown and mended",
                year_shown("Dokumen_D2", date(2022, 10, 5)),
                {"document.registered": {"occurred": "2022-10-05"}},
            ),
        ),
    ),
]
