"""A fault that nobody foresaw: a report for programmers in a file, and a sentence for people."""

from __future__ import annotations

import platform
import sys
import tempfile
import traceback
from importlib import metadata
from pathlib import Path

import click

from domain.base import reason
from jejak_i18n import gettext as _
from jejak_i18n import sentence
from schemas.envelope import Message, envelope_of, envelope_text

ROOT = Path(__file__).parent.parent.parent
STATUS = 5


def report(error: Exception) -> int:
    """Writes the report and says where it lies; returns the exit status."""
    path = written(error)
    what = reason("This is a fault of Jejak itself: {kind}.", kind=type(error).__name__)
    remedy = (
        reason("Send this file to the programmer; it holds no data of yours: {path}", path=str(path))
        if path
        else reason("Tell the programmer what you were doing; no report could be written.")
    )
    command = " ".join(word for word in sys.argv[1:3] if not word.startswith("-"))
    if "--json" in sys.argv:
        message = Message("error", sentence(what), None, sentence(remedy))
        click.echo(envelope_text(envelope_of(command, STATUS, None, [message], None)))
    else:
        click.echo(sentence(what), err=True)
        click.echo(f"  {sentence(remedy)}", err=True)
        click.echo(
            _("What was recorded before is untouched; a command records whole or not at all."), err=True
        )
    return STATUS


def text_of(error: BaseException) -> str:
    """Kinds of errors and places in the code, without messages and values: they may hold personal data."""
    lines = [f"Jejak {_version()}, Python {platform.python_version()}, {platform.platform()}"]
    seen: BaseException | None = error
    while seen is not None:
        lines.append(f"{type(seen).__module__}.{type(seen).__qualname__}")
        frames = traceback.extract_tb(seen.__traceback__)
        lines += [f"  {_shortened(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
        seen = seen.__cause__ or seen.__context__
    return "\n".join(lines) + "\n"


def _version() -> str:
    try:
        return metadata.version("jejak")
    except metadata.PackageNotFoundError:
        return "?"


def _shortened(filename: str) -> str:
    """A file of ours from the root on, of others from its package on: folders name people."""
    path = Path(filename)
    if path.is_relative_to(ROOT) and "site-packages" not in path.parts:
        return path.relative_to(ROOT).as_posix()
    return "/".join(path.parts[-2:])


def written(error: Exception) -> Path | None:
    """Writes the report into a file of its own; None where no file can be written."""
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="jejak-laporan-", suffix=".txt", delete=False, encoding="utf-8"
        ) as file:
            file.write(text_of(error))
    except OSError:
        return None
    return Path(file.name)
