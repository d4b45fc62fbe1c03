"""Fields as histories name them, in Indonesian: those of events by their descriptions, and those of views."""

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


def place(field: str) -> tuple[str, str]:
    """The sheet and the column that record a field; what no other sheet has is written for its entry."""
    from domain.sheet_places import places, text_of_an_entry

    return places().get(field) or text_of_an_entry()
