"""Where on Earth something is, as people copy it from a map: latitude, then longitude, in degrees.

Read are decimals with a point or a comma (`-7.3881, 109.3636`, `-7,3881; 109,3636`) and degrees, minutes and
seconds with their directions (`7°23'17" LS 109°21'49" BT`). Recorded is `latitude,longitude` with points.
"""

from __future__ import annotations

import re
from decimal import Decimal

from domain.sheets.sheet import Column
from importers.problems import bad, shown_value
from importers.reading.plain_text import one_line

PATTERN = r"-?(90(\.0+)?|[1-8]?[0-9](\.[0-9]+)?),-?(180(\.0+)?|(1[0-7][0-9]|[1-9]?[0-9])(\.[0-9]+)?)"
"""What is recorded, whole; schemas ask for the same."""
SOUTH_OR_WEST = ("ls", "s", "bb", "w")
_RECORDED = re.compile(PATTERN)
_NUMBER = r"[+-]?[0-9]+(?:[.,][0-9]+)?"
_PARTED = re.compile(rf"(?P<first>{_NUMBER})(?:\s*[;,]\s+|\s*;\s*|\s+)(?P<second>{_NUMBER})")
_TIGHT = re.compile(r"(?P<first>[+-]?[0-9]+(?:\.[0-9]+)?),(?P<second>[+-]?[0-9]+(?:\.[0-9]+)?)")
_ANGLE = (
    r"(?P<{0}d>[0-9]{{1,3}})\s*[°º]\s*(?:(?P<{0}m>[0-9]{{1,2}})\s*['’′]\s*)?"
    r"(?:(?P<{0}s>[0-9]{{1,2}}(?:[.,][0-9]+)?)\s*(?:[\"”″]|''|’’)\s*)?(?P<{0}w>{1})"
)
_ANGLES = re.compile(rf"{_ANGLE.format('a', 'ls|lu|s|n|u')}[\s,;]*{_ANGLE.format('b', 'bt|bb|e|w|t')}")
_PLACES = Decimal("0.000001")
"""A millionth of a degree is some ten centimetres; seconds are recorded no finer."""


def coordinates(value: object, column: Column) -> str:
    """A place as it is recorded. Raises CellError."""
    said = " ".join(one_line(str(value)).replace("\u2212", "-").split())
    found = _angles(said.casefold()) or _decimals(said)
    if found is None:
        raise bad(
            '"{value}" is no place on a map.',
            "Write latitude and longitude, as a map gives them: -7.3881, 109.3636.",
            value=shown_value(value, column),
        )
    if not _RECORDED.fullmatch(found):
        raise bad(
            '"{value}" lies beyond the map: latitude goes to 90 degrees, longitude to 180.',
            "Write the latitude first, then the longitude: -7.3881, 109.3636.",
            value=shown_value(value, column),
        )
    return found


def _decimals(said: str) -> str | None:
    match = _TIGHT.fullmatch(said) or _PARTED.fullmatch(said)
    if match is None:
        return None
    return ",".join(_plain(match[name].replace(",", ".")) for name in ("first", "second"))


def _plain(digits: str) -> str:
    """The number without a plus and without zeros in front."""
    minus = "-" if digits.startswith("-") else ""
    whole, point, rest = digits.lstrip("+-").partition(".")
    return f"{minus}{whole.lstrip('0') or '0'}{point}{rest}"


def _angles(said: str) -> str | None:
    match = _ANGLES.fullmatch(said)
    if match is None:
        return None
    return ",".join(_degrees(match, name) for name in ("a", "b"))


def _degrees(match: re.Match[str], name: str) -> str:
    degrees, minutes, seconds = (
        Decimal((match[f"{name}{part}"] or "0").replace(",", ".")) for part in ("d", "m", "s")
    )
    found = (degrees + minutes / 60 + seconds / 3600).quantize(_PLACES).normalize()
    sign = "-" if match[f"{name}w"] in SOUTH_OR_WEST and found else ""
    return f"{sign}{found:f}"
