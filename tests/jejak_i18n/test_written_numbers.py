"""Numbers as Indonesians write them: read where they have one meaning, else asked about."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jejak_i18n import formatting, sentence
from jejak_i18n.written_numbers import UnreadNumberError, read

BOTH = {
    "12": "12",
    "003": "3",
    "+7": "7",
    "-5": "-5",
    "−5": "-5",
    "1.234.567": "1234567",
    "1,234,567": "1234567",
    "1 000 000": "1000000",
    "12.000,-": "12000",
    "1.000,00": "1000",
    "12.0": "12",
    "176.0": "176",
    "Rp 12.500": "12500",
    "Rp 25.000.000": "25000000",
    "Rp25.000.000,-": "25000000",
    "Rp. 1.500.000,00": "1500000",
    "Rp 1,5 M": "1500000000",
    "Rp 2 T": "2000000000000",
    "1,5 miliar": "1500000000",
    "1,5 milyar": "1500000000",
    "750 jt": "750000000",
    "25 juta": "25000000",
    "500 ribu": "500000",
    "35 %": "35",
    "35%": "35",
    "35 persen": "35",
}
DECIMAL = {
    "1.234,5": "1234.5",
    "8,17": "8.17",
    "12,500": "12.5",
    "0,5": "0.5",
    "0.5": "0.5",
    "0.125": "0.125",
    "1,234.5": "1234.5",
    "92,6%": "92.6",
}
WHOLE = {"1.000": "1000", "12.500": "12500", "12.000": "12000"}
UNIT = "Write a whole number without a unit."
REFUSED_WHOLE = {
    "8,17": ('"8,17" is no whole number.', UNIT),
    "1.5": ('"1.5" is no whole number.', UNIT),
    "0.125": ('"0.125" is no whole number.', UNIT),
    "1,500": ('"1,500" is no whole number.', UNIT),
    "025.000": ('"025.000" is no whole number.', UNIT),
    "250,000": (
        '"250,000" can be 250000 or 250.',
        'Write the one that is meant: "250000" or "250".',
    ),
    "dua": ('"dua" is no whole number.', UNIT),
    "1e5": ('"1e5" is no whole number.', UNIT),
    "-": ('"-" is no whole number.', UNIT),
    "": ('"" is no whole number.', UNIT),
    "30 orang": ('"30 orang" is no whole number.', 'Write the number alone, such as "30".'),
    "± 30": ('"± 30" is no exact number.', 'Write the number alone, such as "30".'),
    "> 30": ('"> 30" is no exact number.', 'Write the number alone, such as "30".'),
    "lebih dari 1.000": ('"lebih dari 1.000" is no exact number.', 'Write the number alone, such as "1000".'),
}
REFUSED_DECIMAL = {
    "12.500": (
        '"12.500" can be 12500 or 12,5.',
        'Write the one that is meant: "12500" or "12,5".',
    ),
    "1.000": ('"1.000" can be 1000 or 1.', 'Write the one that is meant: "1000" or "1".'),
    "1,000": ('"1,000" can be 1000 or 1.', 'Write the one that is meant: "1000" or "1".'),
    "1.5": ('"1.5" has a point where decimals have a comma.', 'If that is meant, write "1,5".'),
    "188.40": ('"188.40" has a point where decimals have a comma.', 'If that is meant, write "188,4".'),
    "1,5 M": (
        '"1,5 M" does not say what its letter stands for.',
        'If that is meant, write "1,5 miliar".',
    ),
    "45 menit": ('"45 menit" is no number.', 'Write the number alone, such as "45".'),
    "dua": ('"dua" is no number.', "Write a number such as 1.234,5."),
    "1.2.3": ('"1.2.3" is no number.', "Write a number such as 1.234,5."),
    "NaN": ('"NaN" is no number.', "Write a number such as 1.234,5."),
    "Infinity": ('"Infinity" is no number.', "Write a number such as 1.234,5."),
    "1" * 19: (
        f'"{"1" * 19}" has more than 18 digits.',
        "Write it shorter, or as text in another column.",
    ),
}


@pytest.mark.parametrize(("written", "value"), BOTH.items())
@pytest.mark.parametrize("whole", [True, False])
def test_a_number_is_read_as_it_is_meant(written: str, value: str, *, whole: bool) -> None:
    assert read(written, whole=whole) == Decimal(value)


@pytest.mark.parametrize(("written", "value"), DECIMAL.items())
def test_decimals_stand_behind_a_comma(written: str, value: str) -> None:
    assert read(written) == Decimal(value)


@pytest.mark.parametrize(("written", "value"), WHOLE.items())
def test_a_point_in_a_whole_number_stands_between_thousands(written: str, value: str) -> None:
    assert read(written, whole=True) == Decimal(value)


@pytest.mark.parametrize(
    ("written", "whole", "words"),
    [(text, True, words) for text, words in REFUSED_WHOLE.items()]
    + [(text, False, words) for text, words in REFUSED_DECIMAL.items()],
)
def test_what_has_no_one_meaning_is_asked_about(written: str, words: tuple[str, str], *, whole: bool) -> None:
    with pytest.raises(UnreadNumberError) as caught:
        read(written, whole=whole)
    assert (sentence(caught.value.why, "en"), sentence(caught.value.remedy, "en")) == words
    for said in sentence(caught.value.remedy, "id").split('"')[1::2]:
        assert read(said, whole=whole).is_finite()


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**11), max_value=10**11))
def test_what_jejak_prints_it_reads(value: Decimal) -> None:
    printed = formatting.number(value)
    if "," in printed or printed.count(".") != 1:
        assert read(printed) == value
    if value == value.to_integral_value():
        assert read(printed, whole=True) == value
