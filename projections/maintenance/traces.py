"""Where the bytes of values still stand: in the events of a ledger and in the files of a folder.

Zipped files (workbooks, documents, packages) are looked through inside. What is drawn, compressed in
another way (most PDFs) or written otherwise than it was kept is not found.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

from msgspec import Struct

from ledger.event_store import EventStore

CHUNK = 1 << 20
SHORTEST = 4
"""Values with fewer characters are not looked for: they stand everywhere."""
LARGEST = 1 << 30
"""So many bytes of a member of a zip are looked through: a bomb must end."""
CIVIL_NUMBER = re.compile(r"(\d{8})(\d{6})(\d)(\d{3})\Z")


class Trace(Struct, frozen=True):
    """A place where a value stands: an event by its position, or a file and the member of a zip in it."""

    event: int | None = None
    file: str | None = None
    member: str | None = None


class Wanted:
    """Values as bytes in the ways that files hold them; large and small Latin letters are one."""

    def __init__(self, values: Iterable[str | None]) -> None:
        spellings = {one for value in values if value for one in _spellings(value)}
        words = [one for one in sorted(spellings) if len(one) >= SHORTEST]
        codes = ("utf-8", "utf-16-le", "utf-16-be")
        self.patterns = [word.encode(code).lower() for word in words for code in codes]
        self.names = [word.casefold() for word in words]
        self.overlap = max(map(len, self.patterns), default=1) - 1

    def __bool__(self) -> bool:
        return bool(self.patterns)

    def within(self, data: bytes) -> bool:
        """True where one of the values stands in the bytes."""
        low = data.lower()
        return any(pattern in low for pattern in self.patterns)

    def stands_in(self, stream: IO[bytes], most: int | None = None) -> bool:
        """True where one of the values stands in a stream, of which at most so many bytes are read."""
        tail, read = b"", 0
        while (most is None or read < most) and (piece := stream.read(CHUNK)):
            read += len(piece)
            if self.within(tail + piece):
                return True
            tail = piece[-self.overlap :] if self.overlap else b""
        return False


def _spellings(value: str) -> set[str]:
    """A value as it was kept, and numbers also without spaces or as they are often grouped."""
    found = {value.strip()}
    digits = re.sub(r"[\s.-]", "", value)
    if digits.lstrip("+").isdigit():
        found.add(digits)
        if match := CIVIL_NUMBER.match(digits):
            found.add(" ".join(match.groups()))
        if digits.startswith("0"):
            found.add("+62" + digits[1:])
        if digits.startswith("+62"):
            found.add("0" + digits[3:])
    return found


def in_events(store: EventStore, wanted: Wanted) -> list[Trace]:
    """The events whose bytes hold one of the values, by position."""
    found = sorted(row[0] for row in store.all_rows() if wanted.within(row[4])) if wanted else []
    return [Trace(event=position) for position in found]


def in_files(folder: Path, wanted: Wanted) -> list[Trace]:
    """The files below a folder that hold one of the values, in their bytes or in their names."""
    if not wanted:
        return []
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return [trace for path in files for trace in _in_file(path, path.relative_to(folder).as_posix(), wanted)]


def _in_file(path: Path, name: str, wanted: Wanted) -> Iterator[Trace]:
    try:
        with path.open("rb") as stream:
            if any(one in name.casefold() for one in wanted.names) or wanted.stands_in(stream):
                yield Trace(file=name)
                return
        if zipfile.is_zipfile(path):
            yield from _in_zip(path, name, wanted)
    except OSError:
        # It went away meanwhile, or is not for this account to read.
        return


def _in_zip(path: Path, name: str, wanted: Wanted) -> Iterator[Trace]:
    try:
        with zipfile.ZipFile(path) as archive:
            for info in archive.infolist():
                with archive.open(info) as member:
                    if wanted.stands_in(member, LARGEST):
                        yield Trace(file=name, member=info.filename)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, ValueError, EOFError):
        return
