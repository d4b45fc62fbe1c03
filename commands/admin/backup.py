"""backup and restore."""

from __future__ import annotations

from pathlib import Path

import click

from commands.common.output import Answer, count, verb
from domain.base import reason
from jejak_i18n import gettext as _


@click.command("backup", help=_("Copy the whole workspace into one file, while it is in use."))
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--force", is_flag=True, help=_("Replace the file if it is there."))
@verb("backup")
def backup(answer: Answer, home: str | None, *, file: Path, force: bool) -> None:
    from ledger.errors import ConflictError
    from ledger.workspace.workspace import find
    from projections.maintenance import backup as backups

    if file.exists() and not force:
        raise ConflictError(
            reason("{path} is already there.", path=str(file)),
            reason("Take another name, or replace it: --force"),
        )
    manifest = backups.backup(find(home=home), file)
    data = {
        "file": str(file),
        "position": manifest["position"],
        "root": manifest["root"],
        "files": len(manifest["files"]),
        "size": file.stat().st_size,
    }
    text = _("Backup written in {seconds} seconds: {file}, {files} files, position {position}, root {root}.")
    hint = _("Try it: jejak restore --check {file}").format(file=file)
    answer.result(
        data,
        lambda: (
            text.format(
                seconds=answer.seconds(),
                file=file,
                files=count(data["files"]),
                position=count(data["position"]),
                root=data["root"],
            )
            + f"\n{hint}"
        ),
    )


@click.command("restore", help=_("Make a workspace from a backup, or check a backup."))
@click.argument("file", type=click.Path(dir_okay=False, exists=True, path_type=Path))
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), required=False)
@click.option("--check", is_flag=True, help=_("Restore aside, verify the proof tree, compare every view."))
@verb("restore")
def restore(answer: Answer, home: str | None, *, file: Path, folder: Path | None, check: bool) -> None:
    from projections.maintenance import backup as backups

    if check:
        found = backups.check(file)
        for why in found.findings:
            answer.problem(why)
        data = {
            "position": found.position,
            "root": found.root,
            "files": found.files,
            "findings": len(found.findings),
        }
        text = (
            _("{count} findings in the backup at position {position}.")
            if found.findings
            else _("The backup is whole: {files} files, position {position}, root {root}.")
        )
        answer.result(
            data,
            lambda: text.format(
                count=count(len(found.findings)),
                files=count(found.files),
                position=count(found.position),
                root=found.root,
            ),
            status=1 if found.findings else 0,
        )
        return
    if folder is None:
        raise click.UsageError(_("Name the folder for the workspace, or --check."))
    made, manifest = backups.restore(file, folder)
    text = _("Workspace restored in {home} at position {position}.")
    done = {"home": str(made.home), "position": manifest["position"], "root": manifest["root"]}
    answer.result(done, lambda: text.format(home=made.home, position=count(manifest["position"])))
