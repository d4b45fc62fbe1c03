"""Names of files and sheets that every system takes, made from names that people gave."""

from __future__ import annotations

import re
import unicodedata

SLUG_LIMIT = 60
SHEET_LIMIT = 31
RESERVED_FILES = {"con", "prn", "aux", "nul"} | {f"{name}{n}" for name in ("com", "lpt") for n in range(10)}
RESERVED_SHEETS = {"history"}
"""Names that Windows keeps for devices, and Excel for its own sheet."""


class FileNames:
    """File names of one folder; no two are equal, whatever the case of their letters."""

    def __init__(self, taken: tuple[str, ...] = ()) -> None:
        self._taken = {name.casefold() for name in taken}

    def of(self, prefix: str, text: str, suffix: str) -> str:
        """`prefix` + slug of the text + `suffix`, with a number where that is taken."""
        base = f"{prefix}{slug(text)}"
        name, number = f"{base}{suffix}", 1
        while name in self._taken:
            number += 1
            name = f"{base}-{number}{suffix}"
        self._taken.add(name)
        return name


def slug(text: str) -> str:
    """Small letters, digits and hyphens; `unit` where nothing is left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    made = re.sub(r"[^a-z0-9]+", "-", plain)[:SLUG_LIMIT].strip("-") or "unit"
    return f"{made}-unit" if made in RESERVED_FILES else made


class SheetNames:
    """Names of the sheets of one book, as Excel takes them."""

    def __init__(self) -> None:
        self._taken = set(RESERVED_SHEETS)

    def of(self, text: str) -> str:
        """The text without what Excel refuses, cut to its limit, with a number where that is taken."""
        plain = "".join(" " if unicodedata.category(sign)[0] == "C" else sign for sign in text)
        clean = " ".join(re.sub(r"[\[\]:*?/\\]", " ", plain).split()).strip("' ") or "Unit"
        name, number = _cut(clean, SHEET_LIMIT), 1
        while name.casefold() in self._taken:
            number += 1
            mark = f" ({number})"
            name = _cut(clean, SHEET_LIMIT - len(mark)) + mark
        self._taken.add(name.casefold())
        return name


def _cut(text: str, limit: int) -> str:
    """So many UTF-16 units at most: that is how Excel counts."""
    while len(text.encode("utf-16-le")) // 2 > limit:
        text = text[:-1]
    return text.rstrip("' ")
