"""What Jejak reads is what another program shows: a table of formats as LibreOffice Calc prints each.

`shown_by_libreoffice.csv` holds, of each format and value, what LibreOffice 7.4 wrote when it turned a
workbook of these cells into HTML, with the locales en-US and id-ID.
"""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import xlsxwriter

from domain import dates
from importers.problems import CellError
from importers.reading.cell_formats import as_shown, text_shown
from jejak_i18n import written_dates, written_numbers
from ledger.codec import CODEC
from ledger.event_store import EventStore
from tests.helpers import invoke


class Shown(NamedTuple):
    """One cell: its format, its value, and what it shows in English and in Indonesian."""

    code: str
    value: Any
    english: str
    indonesian: str


def _all() -> list[Shown]:
    path = Path(__file__).with_name("shown_by_libreoffice.csv")
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream))[1:]
    return [Shown(code, _value(value), _plain(en), _plain(local)) for code, value, en, local in rows]


def _value(text: str) -> Any:
    return datetime.fromisoformat(text) if "T" in text else float(text)


def _plain(text: str) -> str:
    return " ".join(text.split())


ALL = _all()
NUMBERS = [one for one in ALL if isinstance(one.value, float)]
DATES = [one for one in ALL if isinstance(one.value, date)]
AMERICAN = ("m/d/yyyy", "m/d/yy")
"""Here the month stands first: the day that Excel holds counts."""


def _text(one: Shown) -> str | None:
    try:
        return _plain(str(text_shown(one.value, one.code)))
    except CellError:
        return None


def test_a_number_in_a_text_column_is_as_shown_or_refused() -> None:
    said = {(one.code, one.value): _text(one) for one in NUMBERS}
    other = [
        (one, text)
        for one in NUMBERS
        if (text := said[one.code, one.value]) is not None and text not in (one.english, one.indonesian)
    ]
    assert other == []
    read = {code for (code, _), text in said.items() if text is not None}
    # A scale, a fraction, an exponent and a condition hide what the cell holds.
    assert {one.code for one in NUMBERS} - read == {
        "0.00E+00",
        "##0.0E+0",
        "# ?/?",
        "# ??/??",
        "#,##0,",
        '0.0,,"juta"',
        "#.##",
        "0.###",
        '[>=1000000]0.0,,"jt";0',
        '"?"',
    }


def test_a_number_in_a_number_column_is_what_is_stored_in_the_unit_shown() -> None:
    for one in NUMBERS:
        read = as_shown(one.value, one.code)
        if one.code in ("0%", "0.00%"):
            assert isinstance(read, str)
            assert written_numbers.read(read) == Decimal(repr(one.value)) * 100
        else:
            assert read == one.value


def test_a_date_is_the_one_shown_or_refused() -> None:
    refused = set()
    for one in DATES:
        try:
            read = as_shown(one.value, one.code)
        except CellError:
            refused.add(one.code)
            continue
        mine = written_dates.read(read if isinstance(read, str) else read.date())  # type: ignore[attr-defined]
        if one.code in ("General", *AMERICAN):
            assert mine == one.value.date().isoformat()
        else:
            assert mine == written_dates.read(one.indonesian.replace("TW K", "TW ")), one
    assert refused == {"d-mmm", "d mmmm", "mmmm", "dddd", "h:mm", "[h]:mm", "q"}


@pytest.mark.parametrize("code", ["d-mmm", "d mmmm"])
def test_what_shows_no_year_is_no_date_of_its_own(code: str) -> None:
    for one in DATES:
        if one.code == code:
            with pytest.raises(dates.DateError):
                written_dates.read(one.indonesian)


def test_the_texts_are_recorded_as_shown(home: Path, tmp_path: Path) -> None:
    readable = [(one, text) for one in NUMBERS if (text := _text(one))]
    path = tmp_path / "buku.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Identitas").write_row(0, 0, ["Kode Wilayah", "33.03"])
        sheet = book.add_worksheet("Dokumen")
        sheet.write_row(0, 0, ["Kunci", "Jenis", "Nomor", "Perihal"])
        for row, (one, _text_shown) in enumerate(readable, 1):
            sheet.write_row(row, 0, [f"D-{row}", "SK"])
            sheet.write(row, 3, one.value, book.add_format({"num_format": one.code}))
    done = invoke("import", path, "--home", home)
    assert done.status == 0, done.err
    store = EventStore(home / "ledger.db")
    subjects = [
        body.subject
        for row in filter(None, map(store.at, range(1, len(readable) + 5)))
        if hasattr(body := CODEC.decode(row).body, "subject")
    ]
    assert Counter(_plain(str(one)) for one in subjects) == Counter(text for _one, text in readable)
