"""Checks of the workspace's folder: settings, place, rights, disk, time zone, backups."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import closing
from decimal import Decimal
from pathlib import Path

from commands.doctor.model import Outcome, Subject, failed, ok, several, warning
from domain.base import Reason, reason
from domain.dates import Day
from ledger import clock
from ledger.errors import ClockBehindError, LedgerError, NoWorkspaceError
from ledger.ports.append import MAX_CLOCK_LAG
from ledger.workspace import upkeep
from ledger.workspace.workspace import SETTINGS, Workspace, require_fit
from schemas.regions import region

MEGABYTE = 1_000_000
RIGHTS = reason("Give yourself the rights to read and write, or ask who owns the folder.")
BACK_UP = reason("Make one: jejak backup FILE.zip --check")


def settings(subject: Subject) -> Outcome:
    """The settings can be read, and name a region of the official list."""
    workspace = subject.opened()
    if region(workspace.region) is None:
        return failed(
            reason("There is no region with the code {code}.", code=workspace.region),
            reason("Mend the file, or restore it from a backup."),
        )
    return ok(reason("Workspace {path}, region {region}.", path=str(workspace.home), region=workspace.region))


def place(subject: Subject) -> Outcome:
    """The folder is neither on a network drive nor synchronised, where a file holds the ledger."""
    workspace = subject.workspace
    if workspace.database_url:
        return ok(reason("The ledger lies in a database; the folder may lie anywhere."))
    try:
        require_fit(workspace.home)
    except NoWorkspaceError as error:
        return failed(error.why, error.remedy)
    return ok(reason("The folder lies on this computer's own disk, and no known service synchronises it."))


def rights(subject: Subject) -> Outcome:
    """Files and folders can be read and written, and the key by its owner alone."""
    workspace = subject.workspace
    findings = list(_unusable(workspace))
    if findings:
        return several(findings, RIGHTS)
    shown = list(_shown_to_others(workspace))
    if shown:
        return several(shown, reason("Take the rights from others: chmod 600 FILE"), "warning")
    return ok(reason("Files and folders can be read and written."))


def _unusable(workspace: Workspace) -> Iterator[Reason]:
    home = workspace.home
    for folder in (home, *(() if workspace.database_url else (workspace.views,)), home / "evidence"):
        if folder.is_dir() and not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
            yield reason("The folder {path} cannot be written.", path=str(folder))
    names = (SETTINGS, "jejak.key") if workspace.database_url else (SETTINGS, "ledger.db", "vault.db")
    for path in (home / name for name in names):
        if path.exists() and not os.access(path, os.R_OK | os.W_OK):
            yield reason("The file {path} cannot be read and written.", path=str(path))
    # Asked for, since the file may be missing as well.
    try:
        workspace.vault.get("")
    except LedgerError as error:
        yield error.why


def _shown_to_others(workspace: Workspace) -> Iterator[Reason]:
    path = workspace.home / "jejak.key"
    # On Windows these bits say nothing about other people.
    if os.name == "posix" and path.exists() and path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        yield reason("Others on this computer may read the key {path}.", path=str(path))


def disk(subject: Subject) -> Outcome:
    """Room for one more backup and one rebuild of the views: what lies in the folder, once more."""
    home = subject.workspace.home
    free, taken = shutil.disk_usage(home).free, _bytes_below(home)
    what = {"free": _megabytes(free), "taken": _megabytes(taken)}
    if free < taken:
        return warning(
            reason("Only {free} MB are free, less than the {taken} MB that the workspace takes.", **what),
            reason("Make room: a backup and a rebuild of the views need as much again."),
        )
    return ok(reason("{free} MB are free; the workspace takes {taken} MB.", **what))


def _bytes_below(folder: Path) -> int:
    total = 0
    for path, _folders, names in os.walk(folder):
        for name in names:
            # A file may go away while it is counted.
            try:
                total += os.lstat(Path(path, name)).st_size
            except OSError:
                continue
    return total


def _megabytes(size: int) -> Decimal:
    return Decimal(-(-size // MEGABYTE))


def time_zone(subject: Subject) -> Outcome:
    """The time zone of the settings is that of the region."""
    workspace = subject.opened()
    official = region(workspace.region)
    if official is not None and official["time_zone"] != workspace.time_zone:
        return warning(
            reason(
                "The settings say time zone {zone}, the official list says {official} for {region}.",
                zone=workspace.time_zone,
                official=official["time_zone"],
                region=workspace.region,
            ),
            reason("Mend time_zone in {settings}.", settings=SETTINGS),
        )
    return ok(reason("Time zone {zone}, that of the region.", zone=workspace.time_zone))


def clock_now(subject: Subject) -> Outcome:
    """The clock is not behind the last record; that it is ahead, no ledger can tell."""
    with closing(subject.workspace.store()) as store:
        head = store.head()
    now = clock.now()
    if clock.moment(head.recorded_at) - now > MAX_CLOCK_LAG:
        error = ClockBehindError(clock.stamp(now), head.recorded_at)
        return failed(error.why, error.remedy)
    if clock.stamp(now) < head.recorded_at:
        return warning(
            reason("The clock is behind the last record, by less than ten minutes."),
            reason("Let this computer set its clock by the network."),
        )
    return ok(reason("The clock is not behind the last record."))


def backup(subject: Subject) -> Outcome:
    """The last backup, and how much was recorded since."""
    workspace = subject.workspace
    last = upkeep.read(workspace.home).backup
    if last is None:
        return warning(reason("No backup of this workspace is known here."), BACK_UP)
    with closing(workspace.store()) as store:
        since = store.head().position - last.position
    told = {"file": last.file, "day": _day(last, workspace)}
    if last.findings:
        return warning(
            reason("The last backup, of {day}, lacks evidence files: {file}.", **told),
            reason("See which: jejak evidence check"),
        )
    if since > 0:
        return warning(
            reason(
                "{count} events were recorded since the last backup, of {day}.", count=Decimal(since), **told
            ),
            BACK_UP,
        )
    return ok(reason("The last backup, of {day}, holds every event: {file}.", **told))


def restore(subject: Subject) -> Outcome:
    """Whether the last backup was ever restored on trial."""
    workspace = subject.workspace
    known = upkeep.read(workspace.home)
    if known.restore is None:
        return warning(
            reason("No backup of this workspace was tried here."),
            reason("Try one: jejak restore --check FILE.zip"),
        )
    told = {"file": known.restore.file, "day": _day(known.restore, workspace)}
    if known.restore.findings:
        return failed(reason("The backup tried last, on {day}, is not whole: {file}.", **told), BACK_UP)
    if known.backup and known.restore.position < known.backup.position:
        return warning(
            reason("The last backup was not tried; an older one was, on {day}.", **told),
            reason("Try it: jejak restore --check {file}", file=known.backup.file),
        )
    return ok(reason("A backup was restored on trial on {day}, and it is whole: {file}.", **told))


def _day(kept: upkeep.Kept, workspace: Workspace) -> Day:
    return Day(clock.day_in(kept.at, workspace.zone).isoformat())
