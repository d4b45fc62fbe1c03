"""Labs that are recorded as live though what they did lies in the past."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from domain import dates
from domain.base import reason
from domain.sheets.lab import LAB
from importers.reading.book import Note, Row

LONG_AGO = 31
"""A lab that was opened more than so many days ago is hardly recorded while it goes on."""
REMEDY = reason(
    "Record first what is missing. A lab that is typed in later from its documents is a reconstruction:"
    " it is marked so, and its orders of the process let pass. Write rekonstruksi under {column} on sheet"
    " {sheet} (a lab that is recorded already: with --as-correction).",
    column=LAB.label("mode"),
    sheet=LAB.name,
)


def opened_in_the_past(row: Row, today: date) -> Iterator[Note]:
    """Says of a new live lab with an old date what a reconstruction is."""
    opened = row.values.get("occurred")
    if row.sheet is not LAB or row.values.get("mode") != "live" or not opened:
        return
    if dates.span(opened).end < today.toordinal() - LONG_AGO:
        what = reason(
            "The lab is recorded as it goes on (langsung), but was opened {opened}. If it is typed in later"
            " from its documents, it is a reconstruction: write rekonstruksi under {column}.",
            opened=dates.Day(opened),
            column=LAB.label("mode"),
        )
        yield Note(what, row.cell("mode"))
