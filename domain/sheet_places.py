"""Where a field is filled in: the sheet and the column, for whoever tells how to mend a gap."""

from __future__ import annotations

from functools import cache

from domain.sheets import innovation as sheets
from domain.sheets.competition import SECTION


@cache
def places() -> dict[str, tuple[str, str]]:
    """Each field of an innovation that its own sheets record, with the sheet and the column."""
    profile = {name: (sheets.PROFILE.name, sheets.PROFILE.label(name)) for name in sheets.PROFILE_FIELDS}
    trial = (sheets.TRIAL.name, sheets.TRIAL.label("occurred"))
    return profile | {
        "title": (sheets.INNOVATION.name, sheets.INNOVATION.label("title")),
        "unit": (sheets.INNOVATION.name, sheets.INNOVATION.label("unit")),
        "stage": trial,
        "trialled_on": trial,
        "implemented_on": (sheets.IMPLEMENTATION.name, sheets.IMPLEMENTATION.label("occurred")),
    }


@cache
def text_of_an_entry() -> tuple[str, str]:
    """Where a text is written that only one entry has."""
    return SECTION.name, SECTION.label("text")
