"""JSON of files from outside: as strict as the standard, with the whole numbers of JSON Schema."""

from __future__ import annotations

import json
from typing import Any

EXACT = 2**53
"""Up to here a float holds every whole number."""


class DoubleKeyError(ValueError):
    """A field stands twice in one object: which of them is meant, nobody could say."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def loads(text: str | bytes) -> Any:
    """The value of a text of JSON; `176.0` is a whole number to JSON Schema (6.1.1), so it is one here.

    Raises DoubleKeyError, json.JSONDecodeError (NaN and Infinity too), UnicodeDecodeError, and ValueError or
    RecursionError for numbers too long or values too deep to be read.
    """
    return json.loads(text, parse_float=number, parse_constant=_no_constant, object_pairs_hook=_object)


def number(literal: str) -> int | float:
    """A number with a point or an exponent."""
    value = float(literal)
    return int(value) if value.is_integer() and abs(value) <= EXACT else value


def _no_constant(name: str) -> None:
    raise json.JSONDecodeError(f"{name} is no JSON", name, 0)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise DoubleKeyError(key)
        found[key] = value
    return found
