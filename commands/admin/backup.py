"""backup and restore."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec import Struct

from commands.common.output import Answer, count, verb
from domain.base import reason
from jejak_i18n import gettext as _

if TYPE_CHECKING:
    from ledger.workspace.workspace import Workspace
    from projections.maintenance.backup import BackupCheck


class BackupWritten(Struct, frozen=True):
    """The answer of `backup`; `size` is in bytes, `root` is that of the proof tree.

    `findings` counts the evidence files that the record names and that are missing or altered, and what
    the trial found where the backup was `tried`.
    """

    file: str
    position: int
    root: str
    files: int
    size: int
    findings: int
    tried: bool
    keys: str
    """The key file, without which no name of this backup can be read; keep it apart from the backup."""


class BackupReport(Struct, frozen=True):
    """The answer of `restore --check`; what was found stands in the messages."""

    position: int
    root: str
    files: int
    findings: int


class Restored(Struct, frozen=True):
    """The answer of `restore`."""

    home: str
    position: int
    root: str
    unread: int
    """How many profiles the keys did not open: their names cannot be read."""


KEYS = click.option(
    "--keys",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help=_("The key file of the names; default: jejak-keys.db beside the backup."),
)


@click.command("backup", help=_("Copy the whole workspace into one file, while it is in use."))
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--force", is_flag=True, help=_("Replace the file if it is there."))
@click.option("--check", is_flag=True, help=_("Then try it: restore it aside, verify, compare every view."))
@KEYS
@verb("backup")
def backup(
    answer: Answer, home: str | None, *, file: Path, force: bool, check: bool, keys: Path | None
) -> None:
    from ledger.errors import ConflictError
    from ledger.workspace.workspace import find
    from projections.maintenance import backup as backups
    from projections.maintenance import key_file

    if file.exists() and not force:
        raise ConflictError(
            reason("{path} is already there.", path=str(file)),
            reason("Take another name, or replace it: --force"),
        )
    workspace = find(home=home)
    keys = keys or file.with_name(key_file.NAME)
    manifest, findings = backups.backup(workspace, file, keys)
    if workspace.letterhead and manifest.letterhead is None:
        text = _("The letterhead {path} is not in the backup: it is not there, or not in the workspace.")
        answer.message(text.format(path=workspace.letterhead_path), level="warning")
    for why in findings:
        answer.problem(why, remedy=FILE_REMEDY)
    _note(workspace, "backup", file, manifest.position, len(findings))
    if check:
        tried = backups.check(file)
        for why in tried.findings:
            if why not in findings:
                answer.problem(why)
        _note(workspace, "restore", file, manifest.position, len(tried.findings))
        findings = [*findings, *(why for why in tried.findings if why not in findings)]
    data = BackupWritten(
        file=str(file),
        position=manifest.position,
        root=manifest.root,
        files=len(manifest.files),
        size=file.stat().st_size,
        findings=len(findings),
        tried=check,
        keys=str(keys),
    )
    answer.result(data, lambda: _written_text(data, answer.seconds()), status=1 if findings else 0)


def _note(workspace: Workspace, what: str, file: Path, position: int, findings: int) -> None:
    """Remembers for `jejak doctor` that a backup was made, or tried."""
    from ledger import clock
    from ledger.workspace import upkeep

    kept = upkeep.Kept(clock.stamp(clock.now()), str(file.resolve()), position, findings)
    upkeep.note(workspace.home, **{what: kept})


FILE_REMEDY = reason("Put it back from an older backup; jejak evidence check tells where it belongs.")


def _written_text(data: BackupWritten, seconds: str) -> str:
    text = _("Backup written in {seconds} seconds: {file}, {files} files, position {position}, root {root}.")
    if data.findings:
        text = _(
            "Backup written in {seconds} seconds, but {findings} evidence files are missing or altered:"
            " {file}, {files} files, position {position}, root {root}."
        )
    written = text.format(
        findings=count(data.findings),
        seconds=seconds,
        file=data.file,
        files=count(data.files),
        position=count(data.position),
        root=data.root,
    )
    apart = _(
        "Keys of the names: {keys}. Keep this file apart from the backup, and only the newest one:"
        " it opens the names in older backups too, but for those of persons who were forgotten since."
    )
    lines = [written, apart.format(keys=data.keys)]
    if not data.tried:
        lines.append(_("Try it: jejak restore --check {file}").format(file=data.file))
    elif not data.findings:
        lines.append(_("Tried: restored aside, proof tree and every view compared."))
    return "\n".join(lines)


@click.command("restore", help=_("Make a workspace from a backup, or check a backup."))
@click.argument("file", type=click.Path(dir_okay=False, exists=True, path_type=Path))
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), required=False)
@click.option("--check", is_flag=True, help=_("Restore aside, verify the proof tree, compare every view."))
@KEYS
@verb("restore")
def restore(
    answer: Answer, home: str | None, *, file: Path, folder: Path | None, check: bool, keys: Path | None
) -> None:
    from projections.maintenance import backup as backups
    from projections.maintenance import key_file

    if check:
        _check(answer, home, file)
        return
    if folder is None:
        raise click.UsageError(_("Name the folder for the workspace, or --check."))
    beside = file.with_name(key_file.NAME)
    made, manifest, unread = backups.restore(file, folder, keys or (beside if beside.is_file() else None))
    if unread:
        what = reason("The names of {count} profiles cannot be read: no key opens them.", count=unread)
        remedy = reason("Where they were not forgotten, restore again with the newest key file: --keys FILE")
        answer.problem(what, remedy=remedy, level="warning")
    text = _("Workspace restored in {home} at position {position}.")
    done = Restored(str(made.home), manifest.position, manifest.root, unread)
    answer.result(done, lambda: text.format(home=made.home, position=count(manifest.position)))


def _note_trial(home: str | None, file: Path, found: BackupCheck) -> None:
    """Remembers the trial in the workspace that we stand in, where the backup is of its ledger."""
    from ledger.errors import LedgerError
    from ledger.past_root import root_at
    from ledger.workspace.workspace import find

    # A backup is tried anywhere: no workspace, or one that cannot be read, is no fault here.
    with contextlib.suppress(LedgerError, OSError, sqlite3.Error):
        workspace = find(home=home)
        with contextlib.closing(workspace.store()) as store:
            same = found.position <= store.head().position and root_at(store, found.position) == found.root
        if same:
            _note(workspace, "restore", file, found.position, len(found.findings))


def _check(answer: Answer, home: str | None, file: Path) -> None:
    from projections.maintenance import backup as backups

    found = backups.check(file)
    _note_trial(home, file, found)
    for why in found.findings:
        answer.problem(why)
    data = BackupReport(found.position, found.root, found.files, len(found.findings))
    text = (
        _("{count} findings in the backup at position {position}.")
        if found.findings
        else _("The backup is whole: {files} files, position {position}, root {root}.")
    )
    answer.result(
        data,
        lambda: text.format(
            count=count(data.findings),
            files=count(data.files),
            position=count(data.position),
            root=data.root,
        ),
        status=1 if found.findings else 0,
    )
