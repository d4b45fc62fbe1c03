"""export: all events as JSONL."""

from __future__ import annotations

from pathlib import Path

import click
from msgspec import Struct

from commands.common.output import Answer, count, verb
from domain.base import reason
from jejak_i18n import gettext as _


class Exported(Struct, frozen=True):
    """The answer of `export`; `position` is also the number of events."""

    file: str
    position: int


@click.command("export", help=_("Write all events of the ledger as lines of JSON."))
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--force", is_flag=True, help=_("Replace the file if it is there."))
@verb("export")
def export(answer: Answer, home: str | None, *, file: Path, force: bool) -> None:
    from ledger.errors import ConflictError
    from ledger.workspace.workspace import find
    from projections.maintenance.export import write

    if file.exists() and not force:
        raise ConflictError(
            reason("{path} is already there.", path=str(file)),
            reason("Take another name, or replace it: --force"),
        )
    position = write(find(home=home).store(), file)
    text = _("Written: {count} events (position 1–{count}) in {seconds} seconds. {file}")
    data = Exported(str(file), position)
    answer.result(data, lambda: text.format(count=count(position), seconds=answer.seconds(), file=file))
