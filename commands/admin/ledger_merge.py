"""ledger merge: the events of regional ledgers into a provincial or national one, with their proofs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec import Struct

from commands.common.output import Answer, count, verb
from domain.base import reason
from jejak_i18n import gettext as _

if TYPE_CHECKING:
    from ledger.admin.extract import FileSource, FolderSource
    from ledger.admin.merging import Merged
    from ledger.proofs.signed_note import VerifierKey
    from ledger.workspace.workspace import Workspace


class MergedPart(Struct, frozen=True):
    """What one file or folder gave: positions there and here, 0 where nothing was new; its regions."""

    source: str
    origin: str
    regions: list[str]
    events: int
    origin_first: int
    origin_last: int
    first: int
    last: int
    root: str
    signed_by: str | None
    profiles: int
    files: int


class LedgerMerged(Struct, frozen=True):
    """The answer of `ledger merge`."""

    dry_run: bool
    parts: list[MergedPart]


@click.command(
    "merge",
    help=_(
        "Take the events of other ledgers into this one, read-only and with their proofs: FILE is what"
        " ledger export wrote, or the folder of a workspace. Merged again, only what is new is taken."
    ),
)
@click.argument(
    "sources", metavar="FILE...", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path)
)
@click.option(
    "--key", "keys", metavar="KEY", multiple=True, help=_("A public key that must have signed; it is kept.")
)
@click.option("--with-persons", is_flag=True, help=_("From a folder: names and numbers of persons, too."))
@click.option("--with-evidence", is_flag=True, help=_("From a folder: the evidence files, too."))
@click.option("--dry-run", is_flag=True, help=_("Check everything and record nothing."))
@verb("ledger merge")
def merge(
    answer: Answer,
    home: str | None,
    *,
    sources: tuple[Path, ...],
    keys: tuple[str, ...],
    with_persons: bool,
    with_evidence: bool,
    dry_run: bool,
) -> None:
    from ledger.admin.extract import FileSource, FolderSource
    from ledger.workspace.workspace import find

    known = _keys(keys)
    workspace = find(home=home)
    opened = [FolderSource(one) if one.is_dir() else FileSource(one) for one in sources]
    if (with_persons or with_evidence) and not all(isinstance(one, FolderSource) for one in opened):
        raise click.UsageError(_("Persons and evidence files come from the folder of a workspace only."))
    named = {one.header.origin for one in opened}
    for key in known:
        if key.name not in named:
            text = _("No ledger here has the name of the key {name}: it is not the key of what is merged.")
            raise click.UsageError(text.format(name=key.name))
    parts = []
    for path, source in zip(sources, opened, strict=True):
        done = _merge(workspace, source, known, dry_run=dry_run)
        profiles = files = 0
        if isinstance(source, FolderSource) and not dry_run:
            profiles = _persons(workspace, source, done) if with_persons else 0
            files = _evidence(answer, workspace, source, everything=with_evidence)
        parts.append(_part(path, done, profiles, files))
    data = LedgerMerged(dry_run, parts)
    answer.result(data, lambda: "\n".join(_text(one, dry_run=dry_run) for one in parts))


def _keys(lines: tuple[str, ...]) -> list[VerifierKey]:
    from ledger.proofs.signed_note import NoteError, read_verifier_key

    try:
        return [read_verifier_key(one) for one in lines]
    except NoteError as error:
        raise click.UsageError(_("A public key is one line: name+digits+letters.")) from error


def _merge(
    workspace: Workspace, source: FileSource | FolderSource, keys: list[VerifierKey], *, dry_run: bool
) -> Merged:
    from ledger import clock
    from ledger.admin import merging

    command = f"merge-{clock.new_command_id()}"
    return merging.merge(workspace.place, source, command_id=command, keys=keys, dry_run=dry_run)


def _persons(workspace: Workspace, source: FolderSource, done: Merged) -> int:
    """Copies the personal data that the vault here lacks; how many profiles."""
    there, here = source.workspace.vault.all(), workspace.vault.all()
    new = {profile: values for profile, values in there.items() if profile not in here}
    workspace.vault.keep(new)
    return len(new)


def _evidence(answer: Answer, workspace: Workspace, source: FolderSource, *, everything: bool) -> int:
    """Copies evidence files, or those of added rulebooks alone, without which verdicts cannot be read."""
    from projections.eligibility import known_rulebooks

    store, there = source.store, source.workspace.evidence
    added = [one for prefix in store.regions() for one in known_rulebooks.added(store, prefix[:-1])]
    copied = 0
    for name in there.names() if everything else added:
        if workspace.evidence.has(name) or not there.has(name):
            continue
        if workspace.evidence.take(there, name):
            copied += 1
        else:
            answer.problem(
                reason("The evidence file {hash} is damaged and was not copied.", hash=name), level="warning"
            )
    return copied


def _part(path: Path, done: Merged, profiles: int, files: int) -> MergedPart:
    return MergedPart(
        source=str(path),
        origin=done.origin,
        regions=done.regions,
        events=done.last - done.first + 1 if done.first else 0,
        origin_first=done.origin_first,
        origin_last=done.origin_last,
        first=done.first,
        last=done.last,
        root=done.root,
        signed_by=done.signed_by,
        profiles=profiles,
        files=files,
    )


def _text(part: MergedPart, *, dry_run: bool) -> str:
    figures = {
        "source": part.source,
        "origin": part.origin,
        "events": count(part.events),
        "there": f"{count(part.origin_first)}–{count(part.origin_last)}",
        "here": f"{count(part.first)}–{count(part.last)}",
        "root": part.root,
    }
    if not part.events:
        text = _("{source}: nothing new of {origin}; what was merged before is the same (root {root}).")
    elif dry_run:
        text = _("{source}: would take {events} events of {origin} ({there}), root {root}.")
    else:
        text = _("{source}: {events} events of {origin} ({there} there, {here} here), root {root}.")
    said = text.format(**figures)
    if part.signed_by:
        return said + " " + _("Signed by: {names}.").format(names=part.signed_by)
    return said + " " + _("No signature was checked: name the public key with --key.")
