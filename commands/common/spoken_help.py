"""What a help calls the words that are to be typed: `BERKAS` where click would write FILE."""

from __future__ import annotations

import copy
import re

import click

from commands.common.examples import epilog
from jejak_i18n import gettext as _
from jejak_i18n import language
from jejak_i18n import marked as n_

WORDS = frozenset(
    (
        n_("[OPTIONS]"),
        n_("COMMAND [ARGS]..."),
        n_("[COMMAND] [ARGS]..."),
        *(n_("TEXT"), n_("INTEGER RANGE"), n_("INTEGER"), n_("DIRECTORY"), n_("FILES"), n_("FILE")),
        *(n_("FOLDER"), n_("MAP"), n_("LINK"), n_("DAY"), n_("POSITION"), n_("EVENT"), n_("FIELD")),
        *(
            n_("VALUE"),
            n_("CODE"),
            n_("NAME"),
            n_("NUMBER"),
            n_("FIGURE"),
            n_("POST"),
            n_("WORDS"),
            n_("POINTS"),
        ),
        *(n_("KIND"), n_("GROUP"), n_("AWARD"), n_("RULEBOOK"), n_("REASON"), n_("ROLE"), n_("FROM")),
        *(n_("TO"), n_("SLUG"), n_("PERSON"), n_("INSTANT"), n_("COMMAND-ID"), n_("SECTION"), n_("KEY")),
        *(n_("BEFORE"), n_("AFTER"), n_("CHECKPOINT")),
    )
)
_PIECE = re.compile(
    "|".join(rf"(?<![A-Z]){re.escape(word)}(?![A-Z])" for word in sorted(WORDS, key=len)[::-1])
)


def spoken(command: click.Command, path: str = "") -> click.Command:
    """The command, and what is under it, with these words in the language of the person at the terminal.

    `path` is how it is called (`lab show`): its examples end its help.
    """
    command.epilog = epilog(path) or command.epilog
    if isinstance(command, click.Group):
        for name, one in command.commands.items():
            spoken(one, f"{path} {name}".strip())
    if language() != "en":
        _speak(command)
    return command


def _speak(command: click.Command) -> None:
    context = click.Context(command)
    command.options_metavar = _translated(command.options_metavar or "")
    for parameter in command.params:
        flag = isinstance(parameter, click.Option) and (parameter.is_flag or parameter.count)
        if not flag and not isinstance(parameter.type, click.Choice):
            parameter.metavar = _translated(parameter.make_metavar(context))
        if isinstance(parameter.type, click.types.IntParamType):
            # What click calls it where a value is none: "x" bukan bilangan bulat yang sah.
            parameter.type = copy.copy(parameter.type)
            parameter.type.name = _("whole number")
    if isinstance(command, click.Group):
        command.subcommand_metavar = _translated(command.subcommand_metavar)


def _translated(metavar: str) -> str:
    return _PIECE.sub(lambda found: _word(found.group()), metavar)


def _word(text: str) -> str:
    return _(text)
