"""What is told of a text that is no TOML: the line, in place of the parser's own words."""

from __future__ import annotations

import re
import tomllib
from typing import NamedTuple

LONGEST = 60
"""Characters of a line that are told."""


class FaultyLine(NamedTuple):
    """A line of a text, counted from 1, and what stands there, cut where it is long."""

    number: int
    text: str


def faulty_line(text: str, error: tomllib.TOMLDecodeError) -> FaultyLine:
    """The line at which reading ended: the last one with words where that is the end of the text."""
    lines = text.split("\n")
    found = re.search(r"at line ([0-9]+)", str(error))
    number = int(found[1]) if found else len(lines)
    while number > 1 and not lines[number - 1].strip():
        number -= 1
    said = " ".join(lines[number - 1].split())
    return FaultyLine(number, said if len(said) <= LONGEST else f"{said[: LONGEST - 1]}…")
