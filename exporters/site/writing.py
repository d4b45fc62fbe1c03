"""Puts a site in its folder: whole or not at all, and never over something else."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from exporters.folder_in_place import put_in_place
from exporters.site.build import Page

MARK = "jejak-site.json"
"""The file by which a folder is known as a site, which a new one may replace."""


class NotASiteError(Exception):
    """The folder holds something else; nothing was written."""


class Written(Struct, frozen=True):
    """How many files a site has, and their bytes."""

    files: int
    size: int


def write_site(folder: Path, pages: Iterable[Page], position: int) -> Written:
    """Writes all pages beside the folder, then puts them in its place.

    Raises NotASiteError where the folder holds files that no site of ours wrote.
    """
    if not replaceable(folder):
        raise NotASiteError(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        written = _write(made, pages, position)
        made.chmod(0o755)
        put_in_place(made, folder)
    finally:
        shutil.rmtree(made, ignore_errors=True)
    return written


def replaceable(folder: Path) -> bool:
    """Whether a site may stand there: the folder is new, empty, or a site."""
    if not folder.exists():
        return True
    return folder.is_dir() and ((folder / MARK).is_file() or not any(folder.iterdir()))


def _write(made: Path, pages: Iterable[Page], position: int) -> Written:
    files = size = 0
    for name, held in pages:
        path = made / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(held)
        files, size = files + 1, size + len(held)
    mark = json.dumps({"files": files, "position": position}) + "\n"
    (made / MARK).write_text(mark, encoding="utf-8", newline="\n")
    return Written(files, size)
