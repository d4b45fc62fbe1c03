"""Fields as histories name them, in Indonesian: those of events by their descriptions, and those of views.

Where a field is filled in, too: the sheet and the column, for whoever tells how to mend a gap.
"""

from __future__ import annotations

from functools import cache

from domain.fields import DATE, described

_COLUMNS: dict[str, str] = {
    "occurred": DATE.history_name,
    "unit_kind": "jenis unit",
    "developed_on": "tanggal pengembangan",
}
"""What is called something though no event has a field of its name; views add theirs as they are defined."""


def describe_column(name: str, label: str) -> None:
    """Says what replays call a column of a view. Raises ValueError where it is called otherwise already."""
    if _COLUMNS.setdefault(name, label) != label:
        raise ValueError(name)


def names() -> dict[str, str]:
    """Every field of an event or column of a view, with what a history calls it."""
    return _together(len(_COLUMNS))


@cache
def _together(_columns: int) -> dict[str, str]:
    # Views only ever add columns, so that their number tells whether there are new ones.
    return _COLUMNS | _of_events()


def name_in(event: str, field: str) -> str:
    """What a history calls a field of one type of event; of another type it may be another fact."""
    return _own_names().get((event, field)) or names().get(field, field)


@cache
def _own_names() -> dict[tuple[str, str], str]:
    from domain.kinds import KINDS

    bodies = (body for module in KINDS.values() for body in module.EVENTS)
    return {
        (body.TYPE, name): field.history_name for body in bodies for name, field in described(body).items()
    }


@cache
def _of_events() -> dict[str, str]:
    from domain.kinds import KINDS

    bodies = (body for module in KINDS.values() for body in module.EVENTS)
    return {name: field.history_name for body in bodies for name, field in described(body).items()}


@cache
def places() -> dict[str, tuple[str, str]]:
    """Each field of an innovation that its own sheets record, with the sheet and the column."""
    from domain.sheets import innovation as sheets

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
    from domain.sheets.competition import SECTION

    return SECTION.name, SECTION.label("text")
