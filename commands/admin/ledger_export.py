"""ledger export: events with their proof, whole or since a position, for another ledger or an auditor."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec import Struct

from commands.common.new_file import require_new
from commands.common.output import Answer, count, verb
from domain.base import reason
from jejak_i18n import gettext as _

if TYPE_CHECKING:
    from ledger.workspace.workspace import Workspace


class LedgerExported(Struct, frozen=True):
    """The answer of `ledger export`: positions, root of the proof tree after the last, and whether signed."""

    file: str
    origin: str
    first: int
    last: int
    events: int
    root: str
    signed: bool


@click.command("export", help=_("Write events with what proves them, to be merged or checked elsewhere."))
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--since",
    metavar="POSITION|FILE",
    help=_("Only what was recorded after a position, or after an older checkpoint (a file)."),
)
@click.option("--force", is_flag=True, help=_("Replace the file if it is there."))
@verb("ledger export")
def export(answer: Answer, home: str | None, *, file: Path, since: str | None, force: bool) -> None:
    from ledger.admin import extract
    from ledger.workspace.workspace import find

    require_new(file, force=force)
    workspace = find(home=home)
    after, note = _start(workspace, since) if since else (0, None)
    header = extract.write(workspace, file, after, note)
    data = LedgerExported(
        file=str(file),
        origin=header.origin,
        first=header.first,
        last=header.last,
        events=header.last - header.first + 1,
        root=header.root,
        signed=header.checkpoint is not None,
    )
    answer.result(data, lambda: _text(data))


def _start(workspace: Workspace, since: str) -> tuple[int, str | None]:
    """The position that was named, or that of the checkpoint, which must be of this ledger."""
    from commands.admin.proofs import ProofRefused, checkpoint_of, read
    from ledger.errors import EnvironmentFault
    from ledger.proofs import signing

    if since.isascii() and since.isdecimal() and len(since) < 19:
        with_head = int(since)
        head = workspace.store().head().position
        if with_head > head:
            raise EnvironmentFault(
                reason("There is no event {position}.", position=with_head),
                reason("The ledger holds {count} events.", count=head),
            )
        return with_head, None
    path = Path(since)
    note = read(path)
    old = checkpoint_of(path, note)
    with signing.tree_of(workspace) as tree:
        other = old.size > tree.size or tree.root_at(old.size) != old.root
    if other:
        raise ProofRefused(
            reason("{path} is no checkpoint of this ledger.", path=str(path)),
            reason("Either it is of another ledger, or this one was changed: jejak ledger verify"),
        )
    return old.size, note


def _text(data: LedgerExported) -> str:
    text = _("Written: {count} events of {origin} (position {first}–{last}), root {root}. {file}")
    if not data.events:
        text = _("Nothing was recorded since position {last} of {origin}, root {root}. {file}")
    said = text.format(
        count=count(data.events),
        origin=data.origin,
        first=count(data.first),
        last=count(data.last),
        root=data.root,
        file=data.file,
    )
    if data.signed:
        return said
    return said + "\n" + _("It is not signed: jejak ledger key makes the key for that.")
