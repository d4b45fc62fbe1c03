"""The 38 affairs of government that forms ask for, by group."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files


@cache
def affairs() -> dict[str, list[str]]:
    """Group to the official names, in order."""
    text = files("schemas").joinpath("affairs.json").read_text(encoding="utf-8")
    groups: dict[str, list[str]] = json.loads(text)["affairs"]
    return groups


@cache
def names() -> tuple[str, ...]:
    """All names in order."""
    return tuple(name for group in affairs().values() for name in group)
