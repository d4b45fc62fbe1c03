"""Where files from outside are met: what is no readable file, and what a reading library throws."""

from __future__ import annotations

import contextlib
import stat
from collections.abc import Iterator
from pathlib import Path

from domain.base import Reason, reason
from importers.problems import Cell, ImportProblems, Problem

MAX_BYTES = 64 << 20
OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files begin that Excel wrote before 2007, and those that it encrypts."""
LOCK_PREFIXES = ("~$", ".~lock.")
"""How the names of the small files begin that Excel and LibreOffice lay beside an open workbook."""


def refusal(path: Path, what: Reason, remedy: Reason) -> ImportProblems:
    """The error of a whole file."""
    return ImportProblems([Problem(Cell(path.name, ""), what, remedy)])


def check_file(path: Path) -> None:
    """Raises ImportProblems unless there is a regular file of at most MAX_BYTES that can be opened."""
    try:
        found = path.stat()
    except FileNotFoundError:
        raise refusal(
            path, reason("the file does not exist."), reason("Check the name and the folder.")
        ) from None
    except (OSError, ValueError):
        # A name too long for the system, or with a character that no name may have.
        raise refusal(
            path, reason("no file can have this name."), reason("Check the name and the folder.")
        ) from None
    if lock := next((one for one in LOCK_PREFIXES if path.name.startswith(one)), None):
        raise refusal(
            path,
            reason("this is the mark that Excel lays beside an open workbook, not the workbook."),
            reason("Close the workbook in Excel, then name the file without {prefix}.", prefix=lock),
        )
    if not stat.S_ISREG(found.st_mode):
        raise refusal(
            path,
            reason("this is a folder or a device, not a file."),
            reason("Name the file itself."),
        )
    if found.st_size > MAX_BYTES:
        raise refusal(
            path,
            reason("the file is larger than 64 MB."),
            reason("Take out pictures, or split the workbook."),
        )
    if not found.st_size:
        raise refusal(path, reason("the file is empty."), reason("Save it again, or take another copy."))
    try:
        with path.open("rb") as stream:
            first = stream.read(len(OLD_EXCEL))
    except OSError as error:
        raise refusal(
            path,
            reason("the file cannot be opened: {detail}.", detail=error.strerror or str(error)),
            reason("Close it in other programs, and check the rights of the file."),
        ) from None
    if first == OLD_EXCEL:
        raise refusal(
            path,
            reason("this is an old Excel workbook (.xls), or one with a password."),
            reason("Open the file in Excel and save it as Excel Workbook (.xlsx), without a password."),
        )


@contextlib.contextmanager
def reader_faults(path: Path, sheet: str = "") -> Iterator[None]:
    """Turns whatever a reading library throws into an error of the file, or of one of its sheets.

    Such libraries have undocumented kinds of errors for damaged files; some are no Exception at all.
    """
    try:
        yield
    except (ImportProblems, KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except MemoryError:
        raise refusal(
            path,
            reason("the file needs more memory than there is."),
            reason("Take out pictures, or split the workbook."),
        ) from None
    except BaseException as error:
        what = reason("the file is no Excel workbook, is damaged, or has a password.")
        remedy = reason("Open the file in Excel and save it as Excel Workbook (.xlsx), without a password.")
        if sheet:
            what = reason("the sheet cannot be read: it is damaged, or of a kind that Jejak does not know.")
            remedy = reason("Open the file in Excel and save it as Excel Workbook (.xlsx).")
        raise ImportProblems([Problem(Cell(sheet or path.name, ""), what, remedy)]) from error
