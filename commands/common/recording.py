"""What all verbs that record share: their options, the reason and the id of a command."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TypeVar

import click

from commands.common.output import Answer
from commands.common.written_value import ALLOW_HELP, FREE_TEXT
from jejak_i18n import gettext as _
from ledger import clock

F = TypeVar("F", bound=Callable[..., object])
NOT_AGREED = 4
"""The status of every verb that asks first, where nobody agrees and nothing is recorded."""


def recording_options(function: F) -> F:
    """The options of every verb that records."""
    for option in (
        click.option(
            "--head-time",
            is_flag=True,
            help=_("Record with the last record's time when the clock is behind."),
        ),
        click.option(
            "--command-id", metavar="COMMAND-ID", help=_("An id of your own for this call, without a slash.")
        ),
        click.option("--dry-run", is_flag=True, help=_("Show what would be recorded; record nothing.")),
    ):
        function = option(function)
    return function


allow_text_option = click.option("--allow-text", metavar="REASON", type=FREE_TEXT, help=ALLOW_HELP)
"""The option of every verb whose texts may hold personal data with a reason."""


def require_reason(text: str | None, option: str) -> str | None:
    """The reason given. Raises click.UsageError for an empty one: nothing is undone without a reason."""
    if text is not None and not text.strip():
        raise click.UsageError(_("{option} is missing.").format(option=option))
    return text


def can_ask(answer: Answer) -> bool:
    """True where somebody sits at a terminal."""
    return not answer.as_json and sys.stdin.isatty()


def agreed(answer: Answer, question: str) -> bool:
    """Asks on a terminal; False where nobody can answer."""
    if not can_ask(answer):
        return False
    # click's own question knows the English words alone.
    said = click.prompt(f"{question} [{_('y/n')}]", default="", show_default=False)
    return str(said).strip().casefold() in ("y", "ya", "yes")


def require_agreed(answer: Answer, question: str, *, dry_run: bool) -> None:
    """Asks before something is recorded; ends with status 4 where nobody agrees. A dry run asks nothing."""
    if not dry_run and not agreed(answer, question):
        tell_unrecorded(answer)
        answer.fail(NOT_AGREED)


def tell_unrecorded(answer: Answer) -> None:
    """Says that nobody agreed, and how to record."""
    answer.message(_("Nothing was recorded. To record: the same command with --yes."))


def valid_command_id(command_id: str | None) -> str:
    """The command id given, or a fresh one. Raises click.UsageError for one with a slash."""
    if command_id is None:
        return clock.new_command_id()
    if not command_id.strip() or "/" in command_id:
        raise click.UsageError(_("A command id is a text without a slash."))
    return command_id
