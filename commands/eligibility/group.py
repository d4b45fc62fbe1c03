"""eligibility: may it enter, what is missing, what would it score. Each verb is imported when called."""

from __future__ import annotations

from importlib import import_module

import click

from jejak_i18n import gettext as _

PLACES = {
    "advise": "commands.eligibility.region:advise",
    "index": "commands.eligibility.region:index",
    "list": "commands.eligibility.list:list_",
    "replay": "commands.eligibility.replay:replay",
    "sheets": "commands.eligibility.sheets:sheets",
    "show": "commands.eligibility.show:show",
}


class Verbs(click.Group):
    """The verbs of this group by their places."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(PLACES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in PLACES:
            return None
        module, _colon, attribute = PLACES[cmd_name].partition(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command


@click.group("eligibility", cls=Verbs, help=_("May it enter, what is missing, what would it score."))
def eligibility() -> None:
    pass
