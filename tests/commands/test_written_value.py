"""What is typed on the command line is read as a cell would be."""

import re

import click
import pytest

from commands.common.written_value import DAY, EXACT_DAY, argument, read_field, read_number
from domain.delivery import Trialled
from domain.profile import Measured
from domain.support import BudgetLined, ExecutorsNamed


def test_a_date_is_typed_as_people_write_it() -> None:
    assert DAY.convert("Senin, 15 Mei 2023", None, None) == "2023-05-15"
    assert DAY.convert("Mei 2023", None, None) == "2023-05"
    assert EXACT_DAY.convert("15 Mei 2023", None, None) == "2023-05-15"
    assert EXACT_DAY.convert("kemarin", None, None) == "kemarin"


def test_a_date_without_one_meaning_is_refused_with_what_to_write() -> None:
    remedy = (
        "Tulis tanggal seperti 15 Desember 2022, Desember 2022, atau 2022; kosongkan bila tidak diketahui."
    )
    with pytest.raises(click.UsageError, match=re.escape(f'"15 Mei" bukan tanggal. {remedy}')):
        DAY.convert("15 Mei", None, None)


@pytest.mark.parametrize(
    ("text", "whole", "value"),
    [
        ("8.17", False, "8.17"),
        ("8,17", False, "8.17"),
        ("1.000", True, "1000"),
        ("Rp 25.000.000,-", False, "25000000"),
    ],
)
def test_a_number_is_typed_as_people_write_it(text: str, value: str, *, whole: bool) -> None:
    assert read_number(text, whole=whole) == value


def test_a_number_with_two_meanings_is_asked_about() -> None:
    told = '"8.170" dapat berarti 8170 atau 8,17. Tulis yang dimaksud: "8170" atau "8,17".'
    with pytest.raises(click.UsageError, match=re.escape(told)):
        read_number("8.170")


def test_a_field_is_read_by_its_kind() -> None:
    assert read_field(Trialled, "occurred", "15 Mei 2023") == "2023-05-15"
    assert read_field(ExecutorsNamed, "count", "1.000") == "1000"
    assert read_field(BudgetLined, "amount", "Rp 25 juta") == "25000000"
    assert read_field(Measured, "after", "12,5") == "12.5"
    assert read_field(Trialled, "place", "1.000") == "1.000"
    assert read_field(Trialled, "unknown", "1.000") == "1.000"


def test_an_argument_with_spaces_stands_in_quotes() -> None:
    assert (argument("purbalingga-2022"), argument("Lab 2022")) == ("purbalingga-2022", '"Lab 2022"')
