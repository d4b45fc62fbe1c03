"""What a check is, what it is given and what it answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Literal, NamedTuple

from domain.base import Reason, reason
from ledger.errors import NoWorkspaceError
from ledger.workspace.workspace import LEDGER, SETTINGS, Workspace, find, open_at

Status = Literal["ok", "warning", "failed"]


class Outcome(NamedTuple):
    """What a check found: one sentence, the remedy, and all findings where there are several."""

    status: Status
    what: Reason
    remedy: Reason | None = None
    details: Sequence[Reason] = ()


def ok(what: Reason) -> Outcome:
    """Nothing to mend."""
    return Outcome("ok", what)


def warning(what: Reason, remedy: Reason | None = None) -> Outcome:
    """Work goes on, but something should be seen to."""
    return Outcome("warning", what, remedy)


def failed(what: Reason, remedy: Reason | None = None) -> Outcome:
    """Something that has to be mended."""
    return Outcome("failed", what, remedy)


def several(findings: Sequence[Reason], remedy: Reason, status: Status = "failed") -> Outcome:
    """Findings of which the first is told in words, and all of them beside it."""
    first = findings[0]
    if len(findings) == 1:
        return Outcome(status, first, remedy, findings)
    # The first finding is a sentence of its own, with values of its own.
    what = reason("{count} findings, the first: {first}", count=Decimal(len(findings)), first=first)
    return Outcome(status, what, remedy, findings)


@dataclass(frozen=True)
class Subject:
    """What is looked at: the folder named, or the one found; and what the call asks for."""

    named: str | None
    full: bool = False
    templates: Sequence[tuple[str, Path]] = ()

    @cached_property
    def folder(self) -> Path | None:
        """The folder of the workspace, sound or not; None where there is none."""
        if self.named:
            return Path(self.named).resolve() if Path(self.named).is_dir() else None
        here = Path.cwd().resolve()
        marks = (SETTINGS, LEDGER)
        return next(
            (one for one in (here, *here.parents) if any((one / mark).is_file() for mark in marks)), None
        )

    def opened(self) -> Workspace:
        """The workspace. Raises NoWorkspaceError where it cannot be opened."""
        return open_at(self.folder) if self.folder else find(home=self.named)

    @cached_property
    def workspace(self) -> Workspace:
        """The workspace; where its settings cannot be read, what lies in its folder.

        Raises NoWorkspaceError where there is no folder.
        """
        try:
            return self.opened()
        except NoWorkspaceError:
            if self.folder is None:
                raise
            return Workspace(self.folder, "", "", "UTC")


class Check(NamedTuple):
    """One check: its name in `--json`, its label (a msgid), and whether it needs a workspace's folder."""

    name: str
    label: str
    look: Callable[[Subject], Outcome]
    of_workspace: bool = True
