"""A file that is already there is somebody's work: it is replaced only on demand."""

from __future__ import annotations

from pathlib import Path

from domain.base import reason
from ledger.errors import ConflictError


def require_untouched(path: Path, *, force: bool) -> None:
    """Raises ConflictError where a document is there that somebody worked in; our own is replaced."""
    from exporters.word.reproducible_zip import as_written

    if path.exists() and not force and not as_written(path):
        raise ConflictError(
            reason("{path} was changed since Jejak wrote it.", path=str(path)),
            reason("Write to another folder with --out, or replace it: --force"),
        )


def require_new(path: Path, *, force: bool) -> None:
    """Raises ConflictError where a file is there and was not named to be replaced."""
    if path.exists() and not force:
        raise ConflictError(
            reason("{path} is already there.", path=str(path)),
            reason("Take another name, or replace it: --force"),
        )
