"""What the helps of columns say of rulebooks, worked out of those of the package."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from domain.sheets.sheet import Column
from schemas.loader import packaged


@cache
def ranges() -> dict[str, str]:
    """The names that stand in braces in helps and examples, with what the rulebooks say."""
    books = packaged()
    first, last = books.indicator_range
    return {
        "first_indicator": first,
        "last_indicator": last,
        "highest_level": str(books.highest),
        "levels": f"{', '.join(map(str, range(books.highest)))}, atau {books.highest}",
        "sdgs": str(books.sdgs),
        "asta_cita": str(books.asta_cita),
    }


def filled_in(column: Column) -> Column:
    """The column with its help and example as the rulebooks have them.

    An example that is a number stands as one: as a cell holds it.
    """
    example = column.example
    if isinstance(example, str) and "{" in example:
        text = example.format(**ranges())
        example = int(text) if text.isdecimal() else text
    return replace(column, help=column.help.format(**ranges()), example=example)
