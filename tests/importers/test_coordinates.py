"""Places on a map as people copy them: one reader, one form that is recorded."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis.strategies import decimals

from domain.sheets.sheet import Column
from importers.problems import CellError
from importers.reading.coordinates import PATTERN, coordinates

COLUMN = Column("Koordinat", "coordinates", "coordinates")
READ = {
    "-7.3881, 109.3636": "-7.3881,109.3636",
    "-7.3881,109.3636": "-7.3881,109.3636",
    "-7,3881; 109,3636": "-7.3881,109.3636",
    "-7,3881 109,3636": "-7.3881,109.3636",
    "\u22127.3881, 109.3636": "-7.3881,109.3636",
    "+05.50, 095.3": "5.50,95.3",
    "7°23'17\" LS 109°21'49\" BT": "-7.388056,109.363611",
    "7º 23’ 17,5” S, 109º 21’ 49” E": "-7.388194,109.363611",
    "5°33' LU 95° BT": "5.55,95",
    "0° LS, 0° BT": "0,0",
    "7.3912 LS 109.3655 BT": "-7.3912,109.3655",
    "7,3912° LS, 109,3655° BT": "-7.3912,109.3655",
    "7,3912 LS; 109,3655 BT": "-7.3912,109.3655",
    "-7°23'18\", 109°21'47\"": "-7.388333,109.363056",
    "-0°30' 117°9'": "-0.5,117.15",
    "7.3912 S, 109.3655 E": "-7.3912,109.3655",
    "7.3912S 109.3655E": "-7.3912,109.3655",
    "0 LS 109.3655 BT": "0,109.3655",
    "3,5 LU 98,6 BT": "3.5,98.6",
    "Lat -7.3912 Long 109.3655": "-7.3912,109.3655",
    "lat: -7,3912, long: 109,3655": "-7.3912,109.3655",
    "Latitude = -7.3912; Longitude = 109.3655": "-7.3912,109.3655",
    "https://www.google.com/maps/@-7.3912,109.3655,17z": "-7.3912,109.3655",
    "https://www.google.co.id/maps/place/Pasar/@-7.3,109.3,17z/data=!3m1!4b1!8m2!3d-7.3912!4d109.3655": (
        "-7.3912,109.3655"
    ),
    "https://maps.google.com/?q=-7.3912,109.3655": "-7.3912,109.3655",
    "https://maps.google.com/maps?z=15&q=-7.3912%2C109.3655": "-7.3912,109.3655",
    "https://www.google.com/maps/search/?api=1&query=-7.3912,109.3655": "-7.3912,109.3655",
}
REFUSED = (
    "di pasar",
    "-7.3881",
    "-7,3881,109,3636",
    "109.3636, -7.3881",
    "91, 0",
    "0, 181",
    "1e3, 2",
    "",
    "https://maps.app.goo.gl/abc",
    "https://www.google.com/maps/place/Pasar",
    "https://contoh.go.id/?q=-7.3912,109.3655",
    "-7.3912 LS 109.3655 BT",
    "109.3655 BT 7.3912 LS",
    "95 LS 109 BT",
    "Lat -7.39.12 Long 109.3655",
)


@pytest.mark.parametrize(("said", "recorded"), READ.items())
def test_places_are_read_as_a_map_shows_them(said: str, recorded: str) -> None:
    assert coordinates(said, COLUMN) == recorded
    assert re.fullmatch(PATTERN, recorded)


@pytest.mark.parametrize("said", REFUSED)
def test_what_is_no_place_is_refused(said: str) -> None:
    with pytest.raises(CellError):
        coordinates(said, COLUMN)


@given(
    decimals(-90, 90, places=6, allow_nan=False),
    decimals(-180, 180, places=6, allow_nan=False),
)
def test_what_is_recorded_is_read_again(latitude: object, longitude: object) -> None:
    recorded = coordinates(f"{latitude:f}, {longitude:f}", COLUMN)
    assert coordinates(recorded, COLUMN) == recorded
    assert re.fullmatch(PATTERN, recorded)
