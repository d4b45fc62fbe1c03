"""A list of an office that was dropped: how its columns are understood, as a map that the clerk can mend."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from importers.flat_list import grid, mapping, rows
from importers.flat_list.draft import draft, is_own
from importers.flat_list.map_lines import lines
from importers.flat_list.map_text import quoted
from importers.flat_list.places import places
from importers.problems import ImportProblems
from importers.recording.import_file import BookReader
from ledger.workspace.workspace import Workspace
from projections.read_session import open_session

MAP = Path("PETA.toml")
"""What messages call the map of a dropped list."""
LISTS = (".ods", ".csv", ".tsv", ".txt")
"""Files that can be nothing but lists; a workbook may be one, too."""
COLUMNS = "columns"
_VALUE = re.compile(r'=(\s*)"(?:[^"\\]|\\.)*"')


class ListColumn(NamedTuple):
    """A column by its heading, the field that it fills, and what the map says of its cells."""

    heading: str
    field: str
    note: str


def drafted(workspace: Workspace, file: Path) -> str | None:
    """The map that a file seems to ask for; None for a workbook of ours, and for what holds no list."""
    if file.suffix.casefold() not in (".xlsx", *LISTS):
        return None
    try:
        grids = grid.read(file)[1]
    except ImportProblems:
        # What cannot be read at all is told by the import.
        return None
    if is_own(grids):
        return None
    with closing(open_session(workspace)) as session:
        made = draft(session, [(file, grids)], workspace.region, MAP)
    return made.text if made else None


def reader_of(workspace: Workspace, text: str) -> BookReader:
    """What reads the list by the map. Raises ImportProblems for a map that is wrong."""
    return rows.reader(mapping.parse(MAP, text), workspace.today())


def fields() -> list[str]:
    """Every field that a column can fill."""
    return list(places())


def columns_of(text: str) -> list[ListColumn]:
    """The columns of a map in order; none of a text that is no map."""
    try:
        held = tomllib.loads(text).get(COLUMNS, {})
    except (tomllib.TOMLDecodeError, ValueError, RecursionError):
        return []
    if not isinstance(held, dict):
        return []
    at, split = lines(text), text.split("\n")
    found = []
    for heading, field in held.items():
        line = split[at[COLUMNS, heading] - 1] if (COLUMNS, heading) in at else ""
        found.append(ListColumn(heading, str(field), line.partition("  # ")[2].strip()))
    return found


def with_fields(text: str, chosen: Mapping[str, str]) -> str:
    """The map with other fields for some of its columns; all else stays as it is written."""
    at, split = lines(text), text.split("\n")
    for heading, field in chosen.items():
        number = at.get((COLUMNS, heading))
        if number is None or field not in places():
            continue
        split[number - 1] = _replaced(split[number - 1], heading, field)
    return "\n".join(split)


def _replaced(line: str, heading: str, field: str) -> str:
    """The line of a column with another field behind its equals sign."""
    key = quoted(heading)
    start = len(key) if line.startswith(key) else 0
    return line[:start] + _VALUE.sub(lambda found: f"={found[1]}{quoted(field)}", line[start:], count=1)
