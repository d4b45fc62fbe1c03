"""A group of the command line whose verbs are imported when they are called."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click

from commands.common.spoken_help import spoken


class LazyGroup(click.Group):
    """A group that knows its verbs by name; `places` gives the place of each, such as `module:command`."""

    def __init__(self, *arguments: Any, places: Mapping[str, str], **options: Any) -> None:
        """Keep the places beside what click keeps of a group."""
        super().__init__(*arguments, **options)
        self.places = places
        self.path = ""
        """How the group is called below the program: `dossier`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.places)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.places:
            return None
        module, _colon, attribute = self.places[cmd_name].partition(":")
        command: click.Command = getattr(import_module(module), attribute)
        path = f"{self.path} {cmd_name}".strip()
        if isinstance(command, LazyGroup):
            command.path = path
        return spoken(command, path)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        # click looks for near names among loaded verbs; ours are not loaded.
        try:
            return super().resolve_command(ctx, args)
        except click.exceptions.NoSuchCommand as error:
            name = error.command_name
            raise click.exceptions.NoSuchCommand(name, possibilities=self.places, ctx=ctx) from None
