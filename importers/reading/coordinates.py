"""Where on Earth something is, as people copy it from a map: latitude, then longitude, in degrees.

Read are decimals with a point or a comma (`-7.3881, 109.3636`, `-7,3881; 109,3636`), also with directions
(`7,3881 LS 109,3636 BT`) or names (`Lat -7.3881 Long 109.3636`); degrees, minutes and seconds with their
directions or signs (`7°23'17" LS 109°21'49" BT`, `-7°23'17", 109°21'49"`); and the links of Google Maps that
hold the numbers. Recorded is `latitude,longitude` with points.
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
_NAMED = re.compile(
    r"(?:lat(?:itude)?|lintang)\s*[:=]?\s*(?P<first>[+-]?[0-9.,]*[0-9])\s*[;,]?\s*"
    r"(?:long?|lng|longitude|bujur)\s*[:=]?\s*(?P<second>[+-]?[0-9.,]*[0-9])"
)
_MINUTES = (
    r"(?:(?P<{0}m>[0-9]{{1,2}})\s*['’′]\s*)?"
    r"(?:(?P<{0}s>[0-9]{{1,2}}(?:[.,][0-9]+)?)\s*(?:[\"”″]|''|’’)\s*)?"
)
_ANGLE = rf"(?P<{{0}}g>)(?P<{{0}}d>[0-9]{{{{1,3}}}})\s*[°º]\s*{_MINUTES}(?P<{{0}}w>{{1}})"
_SIGNED = rf"(?P<{{0}}g>[+-]?)(?P<{{0}}d>[0-9]{{{{1,3}}}})\s*[°º]\s*{_MINUTES}(?P<{{0}}w>)"
_SOUTHERN, _EASTERN = "ls|lu|s|n|u", "bt|bb|e|w|t"
_ANGLES = (
    re.compile(rf"{_ANGLE.format('a', _SOUTHERN)}[\s,;]*{_ANGLE.format('b', _EASTERN)}"),
    re.compile(rf"{_SIGNED.format('a')}\s*[\s,;]\s*{_SIGNED.format('b')}"),
)
_UNSIGNED = r"(?P<{0}>[0-9]{{1,3}}(?:[.,][0-9]+)?)\s*[°º]?\s*(?P<{0}_to>{1})"
_DIRECTED = re.compile(
    rf"{_UNSIGNED.format('first', _SOUTHERN)}\s*[,;]?\s*{_UNSIGNED.format('second', _EASTERN)}"
)
_LINK = re.compile(r"https?://(?:www\.)?(?:maps\.google|google)\.[a-z.]+/\S*", re.IGNORECASE)
_POINT = r"(?P<first>[+-]?[0-9]+\.[0-9]+)(?:,|%2c)(?:\+|%20)?(?P<second>[+-]?[0-9]+\.[0-9]+)"
_OF_LINK = (
    re.compile(r"!3d(?P<first>-?[0-9]+\.[0-9]+)!4d(?P<second>-?[0-9]+\.[0-9]+)"),
    re.compile(rf"[?&](?:q|query|ll|destination)=(?:loc:)?{_POINT}", re.IGNORECASE),
    re.compile(rf"/@{_POINT}"),
)
"""Where a link holds a place, the place itself before the middle of the map that it shows."""
_PLACES = Decimal("0.000001")
"""A millionth of a degree is some ten centimetres; seconds are recorded no finer."""


def coordinates(value: object, column: Column) -> str:
    """A place as it is recorded. Raises CellError."""
    said = " ".join(one_line(str(value)).replace("\u2212", "-").split())
    found = _of_link(said) or _directed(said.casefold()) or _angles(said.casefold()) or _decimals(said)
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
    named = _NAMED.fullmatch(said.casefold())
    if named and not all(re.fullmatch(_NUMBER, named[name]) for name in ("first", "second")):
        return None
    match = _TIGHT.fullmatch(said) or _PARTED.fullmatch(said) or named
    return _pair(match) if match else None


def _pair(match: re.Match[str]) -> str:
    return ",".join(_plain(match[name].replace(",", ".")) for name in ("first", "second"))


def _of_link(said: str) -> str | None:
    """The place in a link of Google Maps; None for one that does not hold its numbers."""
    if not _LINK.fullmatch(said):
        return None
    found = (pattern.search(said) for pattern in _OF_LINK)
    return next((_pair(match) for match in found if match), None)


def _directed(said: str) -> str | None:
    """Decimals that say their direction in words."""
    match = _DIRECTED.fullmatch(said)
    if match is None:
        return None
    parts = []
    for name in ("first", "second"):
        plain = _plain(match[name].replace(",", "."))
        south = match[f"{name}_to"] in SOUTH_OR_WEST and Decimal(plain)
        parts.append(f"-{plain}" if south else plain)
    return ",".join(parts)


def _plain(digits: str) -> str:
    """The number without a plus and without zeros in front."""
    minus = "-" if digits.startswith("-") else ""
    whole, point, rest = digits.lstrip("+-").partition(".")
    return f"{minus}{whole.lstrip('0') or '0'}{point}{rest}"


def _angles(said: str) -> str | None:
    match = next(filter(None, (pattern.fullmatch(said) for pattern in _ANGLES)), None)
    if match is None:
        return None
    return ",".join(_degrees(match, name) for name in ("a", "b"))


def _degrees(match: re.Match[str], name: str) -> str:
    degrees, minutes, seconds = (
        Decimal((match[f"{name}{part}"] or "0").replace(",", ".")) for part in ("d", "m", "s")
    )
    found = (degrees + minutes / 60 + seconds / 3600).quantize(_PLACES).normalize()
    below = match[f"{name}g"] == "-" or match[f"{name}w"] in SOUTH_OR_WEST
    sign = "-" if below and found else ""
    return f"{sign}{found:f}"
