"""The table `[defaults]` of the settings: what options are where a call does not name them."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

TABLE = "defaults"
"""The table of `jejak.toml`; a name is an option, a table in it a verb."""
SETTINGS = "jejak.toml"


def read(settings: Mapping[str, Any]) -> dict[str, Any]:
    """The table as it is written, empty where there is none. Raises KeyError for what is no table."""
    table = settings.get(TABLE, {})
    if not isinstance(table, dict):
        raise KeyError(TABLE)
    return table


def found(home: str | None) -> tuple[Path, dict[str, Any]] | None:
    """The settings of a workspace, or of the one around the current folder, and their table.

    None where there is nothing to read: whoever opens the workspace says why.
    """
    here = Path.cwd()
    folders = (Path(home),) if home else (here, *here.parents)
    path = next((one / SETTINGS for one in folders if (one / SETTINGS).is_file()), None)
    if path is None:
        return None
    try:
        return path, read(tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal))
    except (OSError, ValueError, KeyError):
        return None


def lines(table: Mapping[str, Any]) -> Iterator[str]:
    """The table as the settings hold it; it ends them, for what follows a table belongs to it."""
    if table:
        yield f"\n[{TABLE}]\n"
        yield from _lines(table, "")


def _lines(table: Mapping[str, Any], before: str) -> Iterator[str]:
    for name, value in table.items():
        whole = f"{before}{name if name.replace('-', '').isalnum() else json.dumps(name)}"
        if isinstance(value, dict):
            yield from _lines(value, f"{whole}.")
        else:
            yield f"{whole} = {value if isinstance(value, Decimal) else json.dumps(value)}\n"
