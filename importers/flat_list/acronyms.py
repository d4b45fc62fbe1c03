"""Titles that hold their acronym: `SAPA RT (Satu Hari Administrasi Penduduk Antaran RT)`."""

from __future__ import annotations

import re
from typing import NamedTuple

_BOTH = re.compile(r"\s*(?P<before>[^()]+?)\s*\(\s*(?P<inside>[^()]+?)\s*\)\s*", re.DOTALL)
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
