"""Checks of the computer: versions, libraries, fonts, LibreOffice."""

from __future__ import annotations

import json
import os
import platform
import sqlite3
import sys
from collections.abc import Iterator
from decimal import Decimal
from importlib import metadata
from importlib.resources import files
from pathlib import Path
from typing import Any

from commands.doctor.model import Outcome, Subject, ok, several, warning
from domain.base import reason

OLDEST_SQLITE = (3, 35, 0)
"""The first SQLite that knows RETURNING, with which every append begins."""
INSTALL = reason("Install again: pip install --require-hashes -r requirements.lock")
FONT_FILES = ("arial.ttf", "liberationsans-regular.ttf", "liberationsans-regular.otf")
"""The files of the font of our documents, and of the one that stands in for it with the same widths."""


def versions(_subject: Subject) -> Outcome:
    """Jejak, Python and SQLite."""
    from cli import VERSION

    what = reason(
        "Jejak {jejak}, Python {python}, SQLite {sqlite}, {system}.",
        jejak=VERSION,
        python=platform.python_version(),
        sqlite=sqlite3.sqlite_version,
        system=platform.system(),
    )
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        old = reason("SQLite {sqlite} is too old for a ledger.", sqlite=sqlite3.sqlite_version)
        return Outcome("failed", old, reason("Install a newer Python, which brings a newer SQLite."))
    return ok(what)


def libraries(_subject: Subject) -> Outcome:
    """The libraries against the versions that this release was locked and tried with."""
    locked: dict[str, dict[str, Any]] = json.loads(
        files("commands.doctor").joinpath("locked.json").read_bytes()
    )
    missing, other, same = [], [], 0
    for name, one in locked.items():
        found = _installed(name)
        if found is None:
            missing += [reason("The library {name} is missing.", name=name)] if one["needed"] else []
        elif found != one["version"]:
            other.append(
                reason(
                    "The library {name} is {found}; this release was locked with {locked}.",
                    name=name,
                    found=found,
                    locked=str(one["version"]),
                )
            )
        else:
            same += 1
    if missing:
        return several([*missing, *other], INSTALL)
    if other:
        return several(other, INSTALL, "warning")
    return ok(reason("{count} libraries, each in the locked version.", count=Decimal(same)))


def _installed(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def fonts(_subject: Subject) -> Outcome:
    """Whether the font of the documents is here: it decides what a PDF looks like."""
    found = next((path for path in _font_files() if path.name.casefold() in FONT_FILES), None)
    if found is None:
        return warning(
            reason("Neither Arial nor Liberation Sans was found: PDF files will have other line breaks."),
            reason("Install the font Liberation Sans (package fonts-liberation), or Arial."),
        )
    return ok(reason("Font of the documents: {path}.", path=str(found)))


def _font_files() -> Iterator[Path]:
    for folder in _font_folders():
        # A folder that may not be read holds no font that could be used.
        for path, _folders, names in os.walk(folder):
            yield from (Path(path, name) for name in sorted(names))


def _font_folders() -> list[Path]:
    home = Path.home()
    if sys.platform == "win32":
        return [
            Path(os.environ.get("WINDIR", r"C:\Windows"), "Fonts"),
            home / "AppData/Local/Microsoft/Windows/Fonts",
        ]
    if sys.platform == "darwin":
        return [Path("/Library/Fonts"), Path("/System/Library/Fonts"), home / "Library/Fonts"]
    return [
        Path("/usr/share/fonts"),
        Path("/usr/local/share/fonts"),
        home / ".local/share/fonts",
        home / ".fonts",
    ]


def office(_subject: Subject) -> Outcome:
    """LibreOffice, which only PDF files need."""
    from commands.common.pdf_option import require_office
    from exporters.word.pdf import find_office
    from ledger.errors import EnvironmentFault

    try:
        require_office()
    except EnvironmentFault as error:
        return warning(error.why, error.remedy)
    return ok(reason("LibreOffice: {path}.", path=find_office()))
