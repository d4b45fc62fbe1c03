"""Which files an import of a folder, or of several files, reads, and what it passes over."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import click
from msgspec import Struct

from importers.reading.boundary import LOCK_PREFIXES
from jejak_i18n import gettext as _

WORKBOOKS = (".xlsx", ".jsonl")
LISTS = (".xlsx", ".ods", ".csv", ".tsv", ".txt")
"""What is read by a map."""


class PassedOver(Struct, frozen=True):
    """What lies in the folder and is not read."""

    name: str
    why: Literal["lock", "folder", "kind"]


def is_folder(path: Path) -> bool:
    """True for a folder; a name that the system cannot take is none."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def one_file(files: Sequence[Path]) -> Path | None:
    """The file where just one is named; None for a folder or several files.

    Raises click.UsageError for a folder beside others.
    """
    if len(files) == 1:
        return None if is_folder(files[0]) else files[0]
    if any(map(is_folder, files)):
        raise click.UsageError(_("Name one folder, or files: not a folder beside others."))
    return None


def sources(named: Sequence[Path], map_: Path | None) -> tuple[list[Path], list[PassedOver]]:
    """The files to import and what is passed over: of a folder in the order of their names."""
    if not is_folder(named[0]):
        return list(dict.fromkeys(named)), []
    kinds = LISTS if map_ else WORKBOOKS
    found, passed_over = [], []
    for path in sorted(named[0].iterdir(), key=lambda one: (one.name.casefold(), one.name)):
        if map_ and path.resolve() == map_.resolve():
            continue
        if path.is_dir():
            passed_over.append(PassedOver(path.name, "folder"))
        elif path.name.startswith(LOCK_PREFIXES):
            passed_over.append(PassedOver(path.name, "lock"))
        elif path.suffix.casefold() not in kinds:
            passed_over.append(PassedOver(path.name, "kind"))
        else:
            found.append(path)
    return found, passed_over


def passed_over_text(one: PassedOver, *, lists: bool) -> str:
    """Why something in the folder was not read; `lists` where a map says how files are read."""
    kind = (
        _("{name} was not read: it is no list (.xlsx, .ods, .csv).")
        if lists
        else _("{name} was not read: it is neither a workbook (.xlsx) nor lines of JSON (.jsonl).")
    )
    text = {
        "lock": _("{name} was not read: it shows that a workbook is open in Excel; close it first."),
        "folder": _("{name} was not read: folders in the folder are left out."),
        "kind": kind,
    }[one.why]
    return text.format(name=one.name)
