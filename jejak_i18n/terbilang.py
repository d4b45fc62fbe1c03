"""Whole numbers in Indonesian words, as letters and receipts spell them beside the figures (*terbilang*)."""

from __future__ import annotations

HIGHEST = 10**15
"""The highest number that is spelled, a thousand trillion."""
_ONES = ("", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_POWERS = (
    (10**15, "kuadriliun"),
    (10**12, "triliun"),
    (10**9, "miliar"),
    (10**6, "juta"),
    (1000, "ribu"),
)


def terbilang(number: int) -> str:
    """A number from 0 to `HIGHEST` in words: 1.111 is `seribu seratus sebelas`. Raises ValueError beyond."""
    if not 0 <= number <= HIGHEST:
        raise ValueError(number)
    return " ".join(_words(number)) or "nol"


def rupiah(amount: int) -> str:
    """An amount in words with its currency: `dua belas juta lima ratus ribu rupiah`. Raises ValueError."""
    return f"{terbilang(amount)} rupiah"


def _words(number: int) -> list[str]:
    for value, name in _POWERS:
        if number >= value:
            many, rest = divmod(number, value)
            # Only a thousand has a word of its own for one: seribu, and satu juta.
            head = ["seribu"] if name == "ribu" and many == 1 else [*_words(many), name]
            return head + _words(rest)
    return _below_thousand(number)


def _below_thousand(number: int) -> list[str]:
    hundreds, rest = divmod(number, 100)
    head = ["seratus"] if hundreds == 1 else [_ONES[hundreds], "ratus"] if hundreds else []
    return head + _below_hundred(rest)


def _below_hundred(number: int) -> list[str]:
    tens, ones = divmod(number, 10)
    if number < 10:
        return [_ONES[number]] if number else []
    if tens == 1:
        return {0: ["sepuluh"], 1: ["sebelas"]}.get(ones, [_ONES[ones], "belas"])
    return [_ONES[tens], "puluh", *([_ONES[ones]] if ones else [])]
