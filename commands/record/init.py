"""init: where the work begins."""

from __future__ import annotations

from pathlib import Path

import click
from msgspec import Struct

from commands.common.output import Answer, verb
from jejak_i18n import gettext as _


class WorkspaceMade(Struct, frozen=True):
    """The answer of `init`."""

    home: str
    region: str
    command_id: str


@click.command("init", help=_("Make a workspace: a folder with a ledger for one region."))
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--region", metavar="CODE", help=_("Official code of the region, such as 33.03."))
@click.option("--operator", metavar="NAME", help=_("Name of the person who records; kept in the vault."))
@click.option("--post", metavar="POST", help=_("Post of that person."))
@click.option(
    "--command-id", metavar="COMMAND-ID", help=_("An id of your own for this call, without a slash.")
)
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
    from commands.common.written_value import read_text
    from importers.reading.personal_data import Names
    from importers.recording.action_texts import refuse
    from ledger.workspace import workspace

    region, operator, post = _asked(region, operator, post)
    post = read_text(post)
    refuse([post], Names([operator]))
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
