"""What an option is where the call does not name it: what the environment says, else `jejak.toml`."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from jejak_i18n import gettext as _

NAMES = ("award", "by", "group", "jobs", "limit", "pdf", "region", "units", "year")
"""Options that may have a default for all verbs: nothing that agrees, replaces, or records more."""
OF_A_VERB = ("codes", "kind", "lab", "language", "lineage", "stage", "unit")
"""Options that may have one for one verb, besides those."""
APART = frozenset(("database grant", "dossier batch", "export", "init", "projections rebuild"))
"""Verbs to which an option means something else than to all others: only their own defaults count."""
WITHOUT = frozenset(("completion", "demo", "doctor", "init", "restore"))
"""Verbs that must do their work whatever settings lie about."""
Table = Mapping[str, Any]


class WrongDefaultError(click.ClickException):
    """The settings or the environment name a default that cannot be one."""

    exit_code = 5


def set_defaults(context: click.Context, verb: str, home: str | None) -> None:
    """Gives the call of a verb its defaults. Raises WrongDefaultError for one that cannot be taken."""
    if context.resilient_parsing or verb in WITHOUT:
        return
    found = dict(_of_environment(context, verb))
    for name, told in _of_settings(context, verb, home):
        found.setdefault(name, told)
    context.default_map = found


def _of_environment(context: click.Context, verb: str) -> Iterator[tuple[str, Any]]:
    for word, option in _options(context.command).items():
        name = f"JEJAK_{word.upper()}"
        if word in NAMES and verb not in APART and (value := os.environ.get(name)):
            yield str(option.name), _cast(context, option, value, name)


def _of_settings(context: click.Context, verb: str, home: str | None) -> Iterator[tuple[str, Any]]:
    from ledger.workspace import defaults

    held = defaults.found(home or (context.find_root().obj or {}).get("home"))
    if held is None:
        return
    path, table = held
    _refuse_unknown(context, path, table)
    own: Any = table
    for word in verb.split():
        own = own.get(word, {})
    options = _options(context.command)
    for word, value in {**(table if verb not in APART else {}), **own}.items():
        if word in options and not isinstance(value, dict):
            option = options[word]
            yield str(option.name), _cast(context, option, value, f"{path}, [defaults], {word}")


def _options(command: click.Command) -> dict[str, click.Option]:
    """The options of a verb that may have a default, by the word behind `--`."""
    return {
        one.opts[0].removeprefix("--"): one
        for one in command.params
        if isinstance(one, click.Option)
        and not one.multiple
        and one.opts[0].removeprefix("--") in (*NAMES, *OF_A_VERB)
    }


def _cast(context: click.Context, option: click.Option, value: Any, place: str) -> Any:
    """The value as the option takes it; a text of the environment may say `true`."""
    said = value if isinstance(value, bool) and option.is_flag else str(value)
    try:
        if isinstance(value, bool) != bool(option.is_flag) and not isinstance(value, str):
            raise click.UsageError(_("{value} cannot stand here.").format(value=str(value).casefold()))
        option.type_cast_value(context, said)
    except click.UsageError as error:
        raise WrongDefaultError(f"{place}: {error.message}") from error
    return said


def _refuse_unknown(context: click.Context, path: Path, table: Table) -> None:
    root = context.find_root()
    for name in _unknown(root, root.command, table, ""):
        told = _("{file}: [defaults] cannot hold {name}. It holds options ({all}) or those of a verb: {one}")
        said = told.format(file=path, name=name, all=", ".join(NAMES), one='history.units = "dahulu"')
        raise WrongDefaultError(said + _near(name))


def _near(name: str) -> str:
    from commands.common.written_value import alike

    near = None if name.rpartition(".")[2] in NAMES else alike(name, NAMES)
    return f". {_('Did you mean {near}?').format(near=near)}" if near else "."


def _unknown(context: click.Context, command: click.Command, table: Table, path: str) -> Iterator[str]:
    """The names of a table that are neither options nor verbs, each with its verb."""
    for name, value in table.items():
        below = command.get_command(context, name) if isinstance(command, click.Group) else None
        if isinstance(value, dict) and below is not None:
            yield from _unknown(context, below, value, f"{path}{name}.")
        elif isinstance(value, dict) or name not in (_options(command) if path else NAMES):
            yield f"{path}{name}"
