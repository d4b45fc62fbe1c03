"""Titles that hold their acronym: `SAPA RT (Satu Hari Administrasi Penduduk Antaran RT)`; units likewise."""

from __future__ import annotations

import re
from typing import NamedTuple

_BOTH = re.compile(r"\s*(?P<before>[^()]+?)\s*\(\s*(?P<inside>[^()]+?)\s*\)\s*", re.DOTALL)
_BEHIND = re.compile(r".*\S\s*\(\s*(?P<inside>[A-Z][A-Z0-9.\- ]*[A-Z0-9])\s*\)\s*", re.DOTALL)
"""A title with capitals in brackets behind it."""
FEWEST = 2
"""An acronym stands for so many words at least."""


class Named(NamedTuple):
    """An acronym and the title that it stands for."""

    acronym: str
    title: str


def split(text: str) -> Named | None:
    """The two parts of a title, where the one is beyond doubt the acronym of the other."""
    match = _BOTH.fullmatch(text)
    if match is None:
        return None
    before, inside = match["before"], match["inside"]
    for acronym, title in ((before, inside), (inside, before)):
        if _stands_for(acronym, title):
            return Named(" ".join(acronym.split()), " ".join(title.split()))
    return None


class Abbreviated(NamedTuple):
    """The name of a unit and its abbreviation."""

    name: str
    short: str


def of_unit(text: str) -> Abbreviated | None:
    """Name and abbreviation of a unit written as one: `Dinas Kesehatan (Dinkes)`, or the other way."""
    match = _BOTH.fullmatch(text)
    if match is None:
        return None
    before, inside = (" ".join(match[part].split()) for part in ("before", "inside"))
    for name, short in ((before, inside), (inside, before)):
        if _abbreviates(short, name):
            return Abbreviated(name, short)
    return None


def _abbreviates(short: str, name: str) -> bool:
    """True for one or two words with a capital whose letters stand in a name of more, in their order."""
    letters, said = (re.sub(r"[^a-z]", "", one.casefold()) for one in (short, name))
    words = name.split()
    if len(short.split()) >= len(words) or len(short.split()) > FEWEST or len(letters) < FEWEST:
        return False
    if not short[0].isupper() or short.casefold() in (one.casefold() for one in words):
        return False
    rest = iter(said)
    return said[:1] == letters[0] and len(letters) < len(said) and all(letter in rest for letter in letters)


def names_in(title: str) -> list[str]:
    """What a title is called by the acronym in its brackets: `OTAR` for `OBAT DIANTAR (OTAR)`."""
    if named := split(title):
        return list(named)
    match = _BEHIND.fullmatch(title)
    return [" ".join(match["inside"].split())] if match else []


def _stands_for(acronym: str, title: str) -> bool:
    """True for capitals whose letters stand in the title in their order, the first at its beginning."""
    letters = re.sub(r"[^A-Z]", "", acronym)
    said = re.sub(r"[^a-z]", "", title.casefold())
    if acronym != acronym.upper() or len(letters) < FEWEST or len(title.split()) < FEWEST:
        return False
    if title == title.upper() or len(said) <= len(letters) or said[0] != letters[0].casefold():
        return False
    rest = iter(said)
    return all(letter in rest for letter in letters.casefold())
