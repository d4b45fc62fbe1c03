"""init and template: where the work begins."""

from __future__ import annotations

from pathlib import Path

import click
from msgspec import Struct

from commands.common.output import Answer, verb
from domain.base import reason
from jejak_i18n import gettext as _


class WorkspaceMade(Struct, frozen=True):
    """The answer of `init`."""

    home: str
    region: str
    command_id: str


class TemplateWritten(Struct, frozen=True):
    """The answer of `template`."""

    file: str


@click.command("init", help=_("Make a workspace: a folder with a ledger for one region."))
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--region", metavar="CODE", help=_("Official code of the region, such as 33.03."))
@click.option("--operator", metavar="NAME", help=_("Name of the person who records; kept in the vault."))
@click.option("--post", metavar="TEXT", help=_("Post of that person."))
@click.option("--command-id", metavar="ID", help=_("An id of your own for this call, without a slash."))
@verb("init")
def init(
    answer: Answer,
    home: str | None,
    *,
    folder: Path,
    region: str | None,
    operator: str | None,
    post: str | None,
    command_id: str | None,
) -> None:
    from commands.common.recording import valid_command_id
    from ledger.workspace import workspace

    region, operator, post = _asked(region, operator, post)
    made, outcome = workspace.create(
        folder, region_code=region, name=operator, post=post, command_id=valid_command_id(command_id)
    )
    data = WorkspaceMade(str(made.home), made.region, outcome.command_id)
    text = _("Workspace made in {home} for region {region}.").format(home=made.home, region=made.region)
    following = _("Next: jejak template {file}").format(file="lab.xlsx")
    listed = _("With a list of innovations at hand: jejak map LIST.xlsx")
    answer.result(data, lambda: f"{text}\n{following}\n{listed}")


def _asked(region: str | None, operator: str | None, post: str | None) -> tuple[str, str, str]:
    """What is missing is asked for on a terminal. Raises click.UsageError elsewhere."""
    import sys

    asked = []
    for name, value, question in (
        ("--region", region, _("Code of the region")),
        ("--operator", operator, _("Your name")),
        ("--post", post, _("Your post")),
    ):
        if value is None and not sys.stdin.isatty():
            raise click.UsageError(_("{option} is missing.").format(option=name))
        asked.append(value or click.prompt(question))
    return asked[0], asked[1], asked[2]


@click.command("template", help=_("Write an empty workbook to fill in."))
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--force", is_flag=True, help=_("Replace the file if it is there."))
@verb("template")
def template(answer: Answer, home: str | None, *, file: Path, force: bool) -> None:
    from importers import template as writer
    from ledger.errors import ConflictError

    if file.suffix.casefold() != ".xlsx":
        raise click.UsageError(_("The file's name must end in .xlsx."))
    if file.exists() and not force:
        raise ConflictError(
            reason("{path} is already there.", path=str(file)),
            reason("Take another name, or replace it: --force"),
        )
    writer.write(file)
    text = _("Template written: {file}. Fill it in, then: jejak import {file} --dry-run").format(file=file)
    answer.result(TemplateWritten(str(file)), lambda: text)
