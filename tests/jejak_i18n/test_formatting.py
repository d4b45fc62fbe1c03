"""Dates and numbers as Indonesian documents write them."""

from decimal import Decimal

import pytest

from jejak_i18n import formatting as indonesian


@pytest.mark.parametrize(
    ("iso", "written"),
    [
        ("2019-11-14", "14 November 2019"),
        ("2016-05", "Mei 2016"),
        ("2018", "2018"),
        ("2022-10-12/2022-10-13", "12–13 Oktober 2022"),
        ("2022-08-28/2022-09-02", "28 Agustus – 2 September 2022"),
        ("2022-12-30/2023-01-02", "30 Desember 2022 – 2 Januari 2023"),
        ("2022-10/2022-11", "Oktober–November 2022"),
        ("2022-12/2023-01", "Desember 2022 – Januari 2023"),
        ("2018/2020", "2018–2020"),
        ("2022-10/2022-11-05", "Oktober 2022 – 5 November 2022"),
        ("2022-10-12/2022-10-12", "12 Oktober 2022"),
        ("2024-02-29", "29 Februari 2024"),
    ],
)
def test_a_date_is_as_precise_as_its_source(iso: str, written: str) -> None:
    assert indonesian.date(iso) == written


@pytest.mark.parametrize(
    ("iso", "written"),
    [
        ("2019-11-14", "14 Nov 2019"),
        ("2016-05", "Mei 2016"),
        ("2018", "2018"),
        ("2022-08-28/2022-09-02", "28 Agu – 2 Sep 2022"),
        ("2022-12/2023-01", "Des 2022 – Jan 2023"),
        ("2022-10-12/2022-10-13", "12–13 Okt 2022"),
    ],
)
def test_a_short_date_has_short_names_of_months(iso: str, written: str) -> None:
    assert indonesian.short_date(iso) == written


@pytest.mark.parametrize(
    "text", ["", "2022-13", "2022-02-30", "31 Februari 2022", "2022-1-1", "2022/", "22-01"]
)
def test_what_is_not_a_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        indonesian.date(text)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("1234.5", "1.234,5"),
        (12_500_000, "12.500.000"),
        ("12.50", "12,5"),
        ("0.000123456", "0,000123456"),
        ("-3", "-3"),
        (Decimal("1E+3"), "1.000"),
        ("123456789012345678901234567890.123456789", "123.456.789.012.345.678.901.234.567.890,123456789"),
    ],
)
def test_a_number_keeps_all_its_digits(value: str | int | Decimal, written: str) -> None:
    assert indonesian.number(value) == written


@pytest.mark.parametrize("text", ["", "banyak", "1,5", "NaN", "Infinity", "1E+999999"])
def test_what_is_not_a_usual_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="number"):
        indonesian.number(text)


def test_an_instant_is_told_as_the_day_of_its_time_zone() -> None:
    assert indonesian.moment("2026-11-22T16:59:59.000000Z", "Asia/Jakarta") == "22 November 2026"
    assert indonesian.moment("2026-11-22T17:00:00.000000Z", "Asia/Jakarta") == "23 November 2026"
    assert indonesian.moment("2026-11-22T15:00:00.000000Z", "Asia/Jayapura") == "23 November 2026"


def test_a_minute_is_told_with_the_name_of_its_time_zone() -> None:
    told = [
        indonesian.minute("2026-11-22T16:59:59+00:00", zone)
        for zone in ("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura")
    ]
    assert told == ["22 November 2026 23.59 WIB", "23 November 2026 00.59 WITA", "23 November 2026 01.59 WIT"]


def test_a_series_is_joined_in_words() -> None:
    assert [indonesian.series(parts) for parts in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a dan b",
        "a, b, dan c",
    ]
