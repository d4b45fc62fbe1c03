"""The names by which rows and recorded units are meant."""

from __future__ import annotations

from collections.abc import Iterable

from domain.names import fold
from domain.sheets.directory import UNIT
from domain.sheets.sheet import Sheet
from importers.flat_list import acronyms
from importers.reading.book import Row
from ledger.write.unit_of_work import UnitOfWork


def names_of_units(unit_of_work: UnitOfWork, region: str) -> dict[str, str]:
    """The names of a region's open units that mean one of them, folded, to their streams."""
    meanings = meanings_of_units(unit_of_work, region)
    return {name: next(iter(named)) for name, named in meanings.items() if len(named) == 1}


def meanings_of_units(unit_of_work: UnitOfWork, region: str) -> dict[str, set[str]]:
    """All names of a region's open units, folded, to the streams that they mean.

    A former name means a unit only where no other bears it today; so does what a name holds in brackets.
    """
    present: dict[str, set[str]] = {}
    former: dict[str, set[str]] = {}
    held: dict[str, set[str]] = {}
    found = unit_of_work.store.streams(f"{region}/unit/")
    unit_of_work.fetch(found)
    for stream in found:
        state = unit_of_work.state(stream)
        if state and state.open:
            for names, known in (((state.name, state.short), present), (state.former, former)):
                for name in filter(None, names):
                    known.setdefault(fold(name), set()).add(stream)
            for name in names_held(filter(None, (state.name, state.short)), UNIT):
                held.setdefault(fold(name), set()).add(stream)
    return held | former | present


def names_of_row(row: Row) -> list[str]:
    fields = ("name", "short") if row.sheet is UNIT else ("title", "acronym")
    return [str(row.values[name]) for name in fields if row.values.get(name)]


def names_held(names: Iterable[str], sheet: Sheet) -> list[str]:
    """The names that names hold: `Dinas Kesehatan (Dinkes)` is both of its parts."""
    if sheet is UNIT:
        return [part for name in names for part in acronyms.of_unit(name) or ()]
    return [part for name in names for part in acronyms.names_in(name)]
