"""The map that a list seems to ask for: guessed from its cells, with the units that are recorded."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from domain.names import fold
from domain.sheets.registry import BY_NAME
from domain.streams import prefix
from importers.flat_list.grid import Grid
from importers.flat_list.guess import Guess, guess
from importers.flat_list.map_text import map_text
from importers.reading.book import IDENTITY
from projections.queries.units import unit_names
from projections.read_session import ReadSession
from schemas.regions import region as official


class Draft(NamedTuple):
    """What was found in the files, and the text of the map that says so."""

    found: Guess
    text: str


def is_own(grids: Iterable[Grid]) -> bool:
    """Whether the sheets are those of a workbook of ours, which needs no map."""
    names = {grid.name for grid in grids}
    return IDENTITY in names and bool(names & BY_NAME.keys())


def draft(session: ReadSession, files: list[tuple[Path, list[Grid]]], region: str, out: Path) -> Draft | None:
    """The map of lists of a region (`33.03`), to be written to `out`; None where no sheet holds a list."""
    units = unit_names(session, prefix(region))
    known = {fold(name): one.name for one in units for name in (*one.others, one.name)}
    found = guess(files, known)
    if not found.sheets:
        return None
    named = official(region)
    return Draft(found, map_text(found, region, named["name"] if named else "", out))
