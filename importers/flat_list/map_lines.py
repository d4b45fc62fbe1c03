"""On which lines of a map its sections and keys stand."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable


def lines(text: str) -> dict[tuple[str, str], int]:
    """(section, key) to its line; a section alone stands under the empty key."""
    found: dict[tuple[str, str], int] = {}
    section = ""
    for number, line in enumerate(text.split("\n"), 1):
        bare = line.strip()
        if bare.startswith("["):
            section = _section(bare)
            found.setdefault((section, ""), number)
        elif bare and not bare.startswith("#") and (key := _key(bare)) is not None:
            found.setdefault((section, key), number)
            found.setdefault((f"{section}.{key}", ""), number)
    return found


def _section(line: str) -> str:
    try:
        return ".".join(_path(tomllib.loads(line)))
    except tomllib.TOMLDecodeError:
        return line.strip("[] ")


def _path(said: object) -> Iterable[str]:
    while isinstance(said, dict) and said:
        key, inner = next(iter(said.items()))
        yield key
        said = inner


def _key(line: str) -> str | None:
    try:
        return next(iter(tomllib.loads(line)), None)
    except tomllib.TOMLDecodeError:
        match = re.match(r'"?([^"=]+?)"?\s*=', line)
        return match.group(1) if match else None
