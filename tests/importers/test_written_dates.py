"""Dates as people write them."""

from datetime import date, datetime

import pytest

from domain.dates import DateError
from importers.reading.written_dates import read


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("15 Desember 2022", "2022-12-15"),
        ("  15   desember 2022 ", "2022-12-15"),
        ("15 Des 2022", "2022-12-15"),
        ("15 Des. 2022", "2022-12-15"),
        ("Mei 2016", "2016-05"),
        ("Pebruari 2020", "2020-02"),
        ("1 Nopember 2020", "2020-11-01"),
        ("2018", "2018"),
        (2018, "2018"),
        (2018.0, "2018"),
        ("2022-12-15", "2022-12-15"),
        ("2022-12", "2022-12"),
        ("2022-10-12/2022-10-13", "2022-10-12/2022-10-13"),
        ("12-13 Oktober 2022", "2022-10-12/2022-10-13"),
        ("12–13 Oktober 2022", "2022-10-12/2022-10-13"),
        ("28 Agustus - 2 September 2022", "2022-08-28/2022-09-02"),
        ("28 Agustus s.d. 2 September 2022", "2022-08-28/2022-09-02"),
        ("30 Desember 2022 sampai 2 Januari 2023", "2022-12-30/2023-01-02"),
        ("15/12/2022", "2022-12-15"),
        ("5-1-2022", "2022-01-05"),
        (datetime(2022, 12, 15), "2022-12-15"),  # noqa: DTZ001 - Excel dates have no zone
        (date(2022, 12, 15), "2022-12-15"),
    ],
)
def test_a_written_date_keeps_its_precision(written: object, iso: str) -> None:
    assert read(written) == iso


@pytest.mark.parametrize(
    "written",
    [
        "31 Februari 2022",
        "2022-02-30",
        "32/1/2022",
        "1/13/2022",
        "besok",
        "13-12 Oktober 2022",
        44910,
        44910.5,
        18.5,
    ],
)
def test_what_is_no_date_is_refused(written: object) -> None:
    with pytest.raises(DateError):
        read(written)
