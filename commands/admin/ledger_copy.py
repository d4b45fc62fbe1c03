"""ledger copy: from a file to a database, or back."""

from __future__ import annotations

from pathlib import Path

import click
from msgspec import Struct

from commands.common.output import Answer, count
from domain.base import reason
from jejak_i18n import gettext as _


class LedgerCopied(Struct, frozen=True):
    """The answer of `ledger copy`; `damaged` are the hashes of evidence files that were not copied."""

    events: int
    appends: int
    root: str
    profiles: int
    files: int
    damaged: list[str]
    copied_before: bool


def copy_ledger(answer: Answer, home: str | None, source: str, target: str) -> None:
    """Copies a ledger with all that belongs to it, and says what to do next."""
    from ledger.admin import copying

    if source == target:
        raise click.UsageError(_("Both are the same place."))
    _settle(home, source, target)
    done = copying.copy(_place(source), _place(target))
    files, missing = _evidence(home, source, target)
    data = LedgerCopied(
        events=done.events,
        appends=done.appends,
        root=done.root,
        profiles=done.profiles,
        files=files,
        damaged=missing,
        copied_before=done.before,
    )
    for name in missing:
        answer.problem(
            reason("The evidence file {hash} is damaged and was not copied.", hash=name),
            remedy=reason("Take it from a backup, then run: jejak evidence check"),
        )
    answer.result(data, lambda: _copy_text(data, target), status=1 if missing else 0)


def _copy_text(data: LedgerCopied, target: str) -> str:
    lines = [
        _(
            "Copied: {events} events in {appends} appends, {profiles} profiles, {files} evidence files."
        ).format(
            events=count(data.events),
            appends=count(data.appends),
            profiles=count(data.profiles),
            files=count(data.files),
        ),
        _("Root {root}, the same on both sides. The old ledger is closed to writing.").format(root=data.root),
    ]
    if _is_url(target):
        from ledger.factory import without_password

        line = f'database_url = "{without_password(target)}"'
        lines.append(_("Next: write into jejak.toml of every workspace: {line}").format(line=line))
    else:
        lines.append(
            _("Next: take database_url out of jejak.toml, and record in {folder}").format(folder=target)
        )
    return "\n".join(lines)


def _is_url(place: str) -> bool:
    from ledger.event_store import is_url

    return is_url(place)


def _place(text: str) -> str | Path:
    """A database, or the ledger file of the folder that is named."""
    from ledger.workspace.workspace import LEDGER

    return text if _is_url(text) else Path(text).resolve() / LEDGER


def _settle(home: str | None, source: str, target: str) -> None:
    """Makes the folder of a workspace for a ledger that comes from a database; the settings go along."""
    from dataclasses import replace

    from ledger.workspace import workspace

    if _is_url(target):
        return
    folder = Path(target).resolve()
    if (folder / workspace.SETTINGS).exists():
        return
    model = workspace.find(home=home) if _is_url(source) else workspace.open_at(Path(source))
    workspace.require_fit(folder)
    for name in ("", "views", "evidence"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    workspace.write_settings(replace(model, home=folder, database_url=None))


def _evidence(home: str | None, source: str, target: str) -> tuple[int, list[str]]:
    """Copies the evidence files by hash where both sides have a folder; how many, and which are damaged."""
    from ledger.workspace.evidence_store import EvidenceStore

    old, new = (_folder(home, one) for one in (source, target))
    if old is None or new is None or old == new:
        return 0, []
    kept, damaged = 0, []
    here, there = EvidenceStore(old / "evidence"), EvidenceStore(new / "evidence")
    for name in here.names():
        if there.has(name):
            continue
        if there.take(here, name):
            kept += 1
        else:
            damaged.append(name)
    return kept, damaged


def _folder(home: str | None, place: str) -> Path | None:
    """The workspace whose evidence goes with a side: the folder itself, or the one that we work in."""
    from ledger.errors import NoWorkspaceError
    from ledger.workspace.workspace import find

    if not _is_url(place):
        return Path(place).resolve()
    try:
        return find(home=home).home
    except NoWorkspaceError:
        return None
