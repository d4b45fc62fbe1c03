"""A folder that is written aside and then put in its place: whole or not at all."""

from __future__ import annotations

import shutil
from pathlib import Path


def put_in_place(part: Path, folder: Path) -> None:
    """Puts a new folder in the place of the former one, which comes back where that fails.

    Raises OSError then, as where a word processor on Windows holds a file of it open.
    """
    if not folder.exists():
        part.replace(folder)
        return
    former = folder.with_name(f".{folder.name}.former")
    shutil.rmtree(former, ignore_errors=True)
    folder.replace(former)
    try:
        part.replace(folder)
    except OSError:
        former.replace(folder)
        raise
    shutil.rmtree(former, ignore_errors=True)
