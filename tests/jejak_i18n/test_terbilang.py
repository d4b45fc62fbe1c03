"""Numbers in words: the forms that differ, and an inverse that was written without the function."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jejak_i18n.terbilang import HIGHEST, rupiah, terbilang

DIGITS = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]
SCALES = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12, "kuadriliun": 10**15}


def read(words: str) -> int:
    """The number that a reader hears: from left to right, with nothing of a grammar for what is well said."""
    total = group = held = 0
    for word in words.split():
        if word in DIGITS:
            held = DIGITS.index(word)
        elif word == "sepuluh":
            group, held = group + 10, 0
        elif word == "sebelas":
            group, held = group + 11, 0
        elif word == "belas":
            group, held = group + 10 + held, 0
        elif word == "puluh":
            group, held = group + 10 * held, 0
        elif word == "seratus":
            group, held = group + 100, 0
        elif word == "ratus":
            group, held = group + 100 * held, 0
        elif word == "seribu":
            total, group, held = total + 1000, 0, 0
        else:
            total, group, held = total + (group + held) * SCALES[word], 0, 0
    return total + group + held


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nol"),
        (1, "satu"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (12, "dua belas"),
        (19, "sembilan belas"),
        (20, "dua puluh"),
        (21, "dua puluh satu"),
        (100, "seratus"),
        (111, "seratus sebelas"),
        (200, "dua ratus"),
        (1000, "seribu"),
        (1001, "seribu satu"),
        (1100, "seribu seratus"),
        (2000, "dua ribu"),
        (10_000, "sepuluh ribu"),
        (11_000, "sebelas ribu"),
        (100_000, "seratus ribu"),
        (101_000, "seratus satu ribu"),
        (1_000_000, "satu juta"),
        (1_001_000, "satu juta seribu"),
        (12_500_000, "dua belas juta lima ratus ribu"),
        (1_000_000_000, "satu miliar"),
        (1_000_000_000_000, "satu triliun"),
        (10**15, "satu kuadriliun"),
        (
            999_999_999_999_999,
            "sembilan ratus sembilan puluh sembilan triliun sembilan ratus sembilan puluh sembilan miliar "
            "sembilan ratus sembilan puluh sembilan juta sembilan ratus sembilan puluh sembilan ribu "
            "sembilan ratus sembilan puluh sembilan",
        ),
    ],
)
def test_the_forms(number: int, words: str) -> None:
    assert terbilang(number) == words


@given(st.integers(0, HIGHEST))
def test_what_is_said_is_heard_again(number: int) -> None:
    assert read(terbilang(number)) == number


@given(st.integers(0, 10**6))
def test_no_number_sounds_like_its_neighbour(number: int) -> None:
    assert terbilang(number) != terbilang(number + 1)


def test_every_number_below_ten_thousand() -> None:
    assert [read(terbilang(number)) for number in range(10_000)] == list(range(10_000))


@given(st.integers(0, HIGHEST))
def test_the_short_words_for_one_are_used(number: int) -> None:
    words = f" {terbilang(number)} "
    assert "satu ratus" not in words
    assert "satu puluh" not in words
    assert "satu belas" not in words
    if number % 10**6 // 1000 == 1:
        assert " seribu" in words


@pytest.mark.parametrize("number", [-1, HIGHEST + 1])
def test_beyond_the_bounds(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        terbilang(number)


def test_an_amount_ends_with_its_currency() -> None:
    assert rupiah(12_500_000) == "dua belas juta lima ratus ribu rupiah"
