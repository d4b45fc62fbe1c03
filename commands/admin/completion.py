"""completion: lets a shell complete verbs, options and choices with the tab key."""

from __future__ import annotations

import os
import re
from typing import Any, ClassVar

import click
from click.shell_completion import CompletionItem, ShellComplete, add_completion_class, get_completion_class
from msgspec import Struct

from commands.common.output import Answer, verb
from commands.common.written_value import OneOf
from jejak_i18n import gettext as _

SHELLS = ("powershell", "bash", "zsh", "fish")
VARIABLE = "_JEJAK_COMPLETE"
"""What click looks for in the environment, made of the program's name."""
_POWERSHELL = r"""
Register-ArgumentCompleter -Native -CommandName %(prog_name)s -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $env:%(complete_var)s = 'powershell_complete'
    $env:_JEJAK_WORDS = ($commandAst.CommandElements | ForEach-Object { $_.ToString() }) -join "`n"
    $env:_JEJAK_WORD = $wordToComplete
    try {
        %(prog_name)s | ForEach-Object {
            $kind, $value, $help = $_ -split "`t", 3
            if (-not $help) { $help = $value }
            [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $help)
        }
    } finally {
        Remove-Item Env:%(complete_var)s, Env:_JEJAK_WORDS, Env:_JEJAK_WORD -ErrorAction SilentlyContinue
    }
}
"""


class PowerShellComplete(ShellComplete):
    """Completion for PowerShell, which click does not know: words and word come in the environment."""

    name: ClassVar[str] = "powershell"
    source_template: ClassVar[str] = _POWERSHELL

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the one that is being typed, and that word."""
        words = [_unquoted(word) for word in os.environ.get("_JEJAK_WORDS", "").split("\n")][1:]
        word = _unquoted(os.environ.get("_JEJAK_WORD", ""))
        return (words[:-1] if word and words and words[-1] == word else words), word

    def format_completion(self, item: CompletionItem) -> str:
        """Kind, value in quotes where it needs them, and help."""
        value = f"'{item.value}'" if re.search(r"\s", item.value) else item.value
        return f"{item.type}\t{value}\t{' '.join((item.help or '').split())}"


def _unquoted(word: str) -> str:
    return word[1:-1] if len(word) > 1 and word[0] == word[-1] and word[0] in "'\"" else word


def register() -> None:
    """Makes PowerShell known to click."""
    add_completion_class(PowerShellComplete)


class CompletionScript(Struct, frozen=True):
    """The answer of `completion`: the lines that the shell's profile takes."""

    shell: str
    script: str


@click.command("completion", help=_("Print what lets a shell complete verbs and options with the tab key."))
@click.argument("shell", type=OneOf(SHELLS))
@verb("completion")
def completion(answer: Answer, home: str | None, *, shell: str) -> None:
    register()
    made: Any = get_completion_class(shell)
    script = made(click.get_current_context().find_root().command, {}, "jejak", VARIABLE).source()
    answer.result(CompletionScript(shell, script), script.strip)
