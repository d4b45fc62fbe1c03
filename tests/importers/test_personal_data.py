"""Numbers and addresses of persons are told from all other figures of an office; all here are invented."""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from importers.reading import workbook
from importers.reading.personal_data import Names, find, is_text
from jejak_i18n import sentence
from tests.helpers import EXAMPLES

NIP = "teks tampaknya memuat NIP, sesudah {} huruf."
NIK = "teks tampaknya memuat NIK, sesudah {} huruf."
MOBILE = "teks tampaknya memuat nomor ponsel, sesudah {} huruf."
MAIL = "teks tampaknya memuat alamat surel, sesudah {} huruf."
NAME = "teks memuat nama yang terdaftar di lembar Orang, sesudah {} huruf."
PERSONS = {
    "NIP 198501012010011005": NIP.format(4),
    "NIP. 19850101 201001 1 005.": NIP.format(5),
    "(NIP:19850101.201001.2.005)": NIP.format(5),
    "NIPPPK 198501012023211005": NIP.format(7),
    "3303011212850001": NIK.format(0),
    "NIK 330301 521285 0001, Bugel": NIK.format(4),
    "NIK: 3303-0112-1285-0001": NIK.format(5),
    "hubungi 081234567890": MOBILE.format(8),
    "WA 0812-3456-7890/0813-3456-7890": MOBILE.format(3),
    "(0812) 3456 7890": MOBILE.format(0),
    "+62 812 3456 7890": MOBILE.format(0),
    "6281234567890": MOBILE.format(0),
    "HP +62(0)812.3456.789": MOBILE.format(3),
    "lihat https://wa.me/6281234567890": MOBILE.format(20),
    "nama.contoh@gmail.com": MAIL.format(0),
    "surel: contoh@contoh.co.id.": MAIL.format(7),
}
NONE = (
    "188.4/123/2022",
    "Nomor 050/1234/Bappeda/2022 tanggal 12 Oktober 2022",
    "SK 800.1.11/0812/2023",
    "081/123/2022",
    "0812-2022",
    "Rp 25.000.000.000,00",
    "Rp3303011212850001",
    "anggaran 12.500.000; 176.000 jiwa",
    "1, 3, 8, 9, 10, 11, 16, 17",
    "2019 2020 2021 2022 2023 2024",
    "-7.388123, 109.363456",
    "-7,3881234567 dan 0,8123456789",
    "5.1.02.01.01.0024",
    "5 1 02 01 01 0024 2022",
    "1.02.02.2.02.0033",
    "https://www.youtube.com/watch?v=0812345678901",
    "https://drive.google.com/file/d/198501012010011005/view",
    "(0281) 891012",
    "telepon 0281-891012, faks (021) 34830333",
    "+62 281 891012",
    "call center 112 dan 1500-444",
    "3303",
    "33.03.01.2001",
    "1234567890123456",
    "9999991212850001",
    "123456789012345678",
    "198513012010011005",
    "a81234567890b",
    "6f1d081234567890ab",
    "pukul 08.15-09.30",
    "dinkominfo@purbalinggakab.go.id, bugel@bugel.desa.id",
    "@dinkes_contoh",
    "A @ B",
)


@pytest.mark.parametrize(("text", "right"), PERSONS.items())
def test_what_says_who_somebody_is_is_found(text: str, right: str) -> None:
    found = find(text)
    assert found
    assert sentence(found) == right


@pytest.mark.parametrize("text", NONE)
def test_other_figures_are_left_alone(text: str) -> None:
    assert find(text) is None


NAMES = Names(
    (
        "Dr. H. Budi Uji Santoso, S.Sos., M.Si",
        "SITI UMI A'YUN S.Pd.",
        "Indah",
        "Operator Bappeda",
        "Al Fi",
        None,
    )
)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Bapak Budi Uji Santoso memimpin", 6),
        ("dipimpin BUDI UJI\nSANTOSO.", 9),
        ("oleh siti umi a'yun", 5),
        ("Budi Uji", None),
        ("Budi Uji Santosohadi", None),
        ("pemandangan indah", None),
        ("operator bappeda", None),
        ("al fi", None),
    ],
)
def test_a_registered_name_is_found_whole(text: str, place: int | None) -> None:
    found = NAMES.find(text)
    assert (sentence(found) if found else None) == (None if place is None else NAME.format(place))


def test_no_text_of_the_examples_is_taken_for_a_person() -> None:
    looked, found = 0, []
    for path in sorted(Path(EXAMPLES).glob("*.xlsx")):
        book = workbook.read(path)
        names = Names(row.values.get("name") for row in book.rows if row.sheet.name == "Orang")
        for row in book.rows:
            for column in row.sheet.columns:
                value = row.values.get(column.field)
                if value and is_text(column):
                    for text in value if isinstance(value, list) else [value]:
                        looked += 1
                        found += (
                            [(path.name, row.cell(column.field))] if find(text) or names.find(text) else []
                        )
    assert found == []
    assert looked > 5000


@st.composite
def decree(draw: st.DrawFn) -> str:
    """A number as decrees, accounts and amounts are written."""
    parts = draw(st.lists(st.integers(0, 99_999).map(str), min_size=1, max_size=4))
    return (
        f"{draw(st.sampled_from(('Nomor ', 'Rp ', 'kode ', '')))}{draw(st.sampled_from('/.,')).join(parts)}"
    )


@given(decree())
@settings(max_examples=500, deadline=None, derandomize=True)
def test_no_decree_account_or_amount_is_taken_for_a_person(text: str) -> None:
    assert find(text) is None


def test_every_number_of_a_civil_servant_is_found() -> None:
    chance = random.Random(7)
    for _ in range(500):
        born = date(1955, 1, 1) + timedelta(days=chance.randrange(18_000))
        groups = [f"{born:%Y%m%d}", f"{chance.randint(1975, 2025)}{chance.randint(1, 12):02}"]
        groups += [chance.choice("12"), f"{chance.randint(1, 999):03}"]
        text = chance.choice(("", " ", ".", "-")).join(groups)
        found = find(f"a {text} b")
        assert found
        assert sentence(found) == NIP.format(2), text
