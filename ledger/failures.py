"""What went wrong, in sentences: for the command line and for whatever else answers people."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from domain.base import Reason, Refused, reason
from domain.dates import DateError
from ledger.errors import LedgerError


class Said(NamedTuple):
    """One sentence of a failure, its place, and what to do."""

    what: Reason
    where: str | None = None
    remedy: Reason | None = None


class Failure(NamedTuple):
    """Why something was not done, and the exit status of it."""

    status: int
    said: list[Said]


def failure_of(error: Exception) -> Failure | None:
    """What people are told of an error; None for one that nobody foresaw."""
    if isinstance(error, LedgerError):
        return Failure(error.status, [Said(error.why, None, error.remedy)])
    if isinstance(error, Refused):
        return Failure(4, [Said(why, field) for field, why in error.reasons])
    if isinstance(error, DateError):
        what = reason('"{value}" is no day that exists.', value=str(error))
        remedy = reason("Write a day as 2022-12-14; --known-at and --until take 2022-12-14T10:00 too.")
        return Failure(2, [Said(what, None, remedy)])
    if isinstance(error, sqlite3.OperationalError) and "locked" in str(error):
        what = reason("Another program keeps a file of the workspace locked; nothing was recorded.")
        remedy = reason("Close the other program, then run the same command again.")
        return Failure(5, [Said(what, None, remedy)])
    if isinstance(error, OSError | sqlite3.Error):
        what = reason("The computer refuses: {detail}.", detail=str(error))
        remedy = reason("Check free disk space and the rights of the folder, then run the command again.")
        return Failure(5, [Said(what, None, remedy)])
    return None
