"""The fields that a column of a list can fill: each by the name that the map writes, with its sheet.

They are those of the sheets of a workbook, so a field that the profile gets later has its place here at once.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import NamedTuple

from domain.names import fold
from domain.sheets.evidence import SUPPORT
from domain.sheets.innovation import IMPLEMENTATION, INNOVATION, PROFILE, PROFILE_FIELDS, TRIAL
from domain.sheets.innovation_course import LAUNCH
from domain.sheets.sheet import Column, Sheet

TITLE, UNIT, KEY, LEFT_OUT, NOTED, STAGE = "Judul", "Unit", "Kunci", "Abaikan", "Keterangan", "Tahapan"
TRIALLED, IMPLEMENTED = "Waktu Uji Coba", "Waktu Penerapan"
ACRONYM = "Akronim"
DEVELOPED, DEVELOPMENT = "Waktu Pengembangan", "Uraian Pengembangan"
PERSONS = [column.field for column in PROFILE.columns if column.ref == "person"]
"""Fields that a list cannot fill: it holds names of persons, not their keys."""
MANY = (LEFT_OUT, NOTED)
"""What any number of columns may be."""


class Place(NamedTuple):
    """Where the cells of a column go: a sheet and one of its columns; without a sheet for what is special."""

    name: str
    sheet: Sheet | None
    column: Column

    @property
    def asks(self) -> bool:
        """True when not every text can be read: a date, a number, or one of a closed list."""
        return self.column.kind not in ("text", "long", "ref", "list")


@cache
def places() -> dict[str, Place]:
    """Every field by its name."""
    found = {
        KEY: Place(KEY, None, Column(KEY, "key")),
        STAGE: Place(STAGE, None, Column(STAGE, "stage", "term", group="maturity")),
        LEFT_OUT: Place(LEFT_OUT, None, Column(LEFT_OUT, "")),
        NOTED: Place(NOTED, None, Column(NOTED, "remark", "long")),
    }
    for name, sheet, field in (
        (TITLE, INNOVATION, "title"),
        (ACRONYM, INNOVATION, "acronym"),
        (UNIT, INNOVATION, "unit"),
        ("Tanggal", INNOVATION, "occurred"),
        *((PROFILE.label(field), PROFILE, field) for field in PROFILE_FIELDS if field not in PERSONS),
        (TRIALLED, TRIAL, "occurred"),
        ("Tempat Uji Coba", TRIAL, "place"),
        ("Hasil Uji Coba", TRIAL, "result"),
        (IMPLEMENTED, IMPLEMENTATION, "occurred"),
        ("Keterangan Penerapan", IMPLEMENTATION, "note"),
        ("Waktu Peluncuran", LAUNCH, "occurred"),
        (DEVELOPED, SUPPORT, "occurred"),
        (DEVELOPMENT, SUPPORT, "subject"),
    ):
        column = sheet.column(field)
        assert column is not None
        found[name] = Place(name, sheet, replace(column, required=False))
    return found


def place_of(name: str) -> Place | None:
    """The field of a name as a person types it; case and spaces do not matter."""
    wanted = fold(name)
    return next((one for one in places().values() if one.name.casefold() == wanted), None)
