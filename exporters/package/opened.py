"""A package that somebody handed in: opened with limits, for whatever bytes it holds."""

from __future__ import annotations

import errno
import re
import stat
import zipfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO, Literal, NamedTuple

from exporters.package import bag
from exporters.package.model import Source
from exporters.package.sources import measured
from schemas.file_types import HEAD

MOST_MEMBERS = 10_000
MOST_RATIO = 100
"""How many times its own size a package may unpack to: ours are stored, and texts shrink to a tenth."""
LARGEST_TEXT = 64 << 20
"""Bytes of a member that is read into memory."""
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1
_MARKS = (*bag.TAGS, bag.CONTENTS)
FaultKind = Literal["damaged", "unsafe", "double", "locked", "many", "large", "stranger"]


class PackageRefusedError(Exception):
    """A file that cannot be read as a package; `member` names what is wrong in it, where one member is."""

    def __init__(self, kind: FaultKind, member: str = "") -> None:
        super().__init__(f"{kind} {member}".strip())
        self.kind = kind
        self.member = member


class UnreadableError(Exception):
    """One member does not unpack; the others may."""


class Held(NamedTuple):
    """A member as it is found: its size and SHA-256."""

    size: int
    sha256: str


class OpenedPackage:
    """The members of a package by their paths below its one folder; others by their whole names."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        self.name = _folder([entry.filename for entry in entries])
        base = f"{self.name}/"
        self.entries = {_below(entry.filename, base): entry for entry in entries}
        self._held: dict[str, Held] = {}

    def __contains__(self, path: str) -> bool:
        return path in self.entries

    def paths(self) -> list[str]:
        """All paths, sorted."""
        return sorted(self.entries)

    def held(self, path: str) -> Held:
        """Size and hash of a member, read once in pieces. Raises UnreadableError."""
        if path not in self._held:
            with self.open(path) as stream:
                held = Held(*measured(stream))
            if held.size != self.entries[path].file_size:
                raise UnreadableError(path)
            self._held[path] = held
        return self._held[path]

    def read(self, path: str) -> bytes:
        """The bytes of a small member. Raises UnreadableError, also for one that is too large for memory."""
        if self.entries[path].file_size > LARGEST_TEXT:
            raise UnreadableError(path)
        with self.open(path) as stream:
            return stream.read()

    @contextmanager
    def open(self, path: str) -> Iterator[IO[bytes]]:
        """A member as a stream. Raises UnreadableError for whatever the library throws at a damaged one."""
        try:
            with self._archive.open(self.entries[path]) as stream:
                yield stream
        except Exception as error:
            if _is_of_the_computer(error):
                raise
            raise UnreadableError(path) from error

    def source(self, path: str) -> Source:
        """A member that can be copied on. Raises UnreadableError."""
        held = self.held(path)
        with self.open(path) as stream:
            head = stream.read(HEAD)
        return Source(held.sha256, held.size, head, lambda: self._archive.open(self.entries[path]))


@contextmanager
def opened(file: Path) -> Iterator[OpenedPackage]:
    """Opens a package. Raises PackageRefusedError, and OSError when the file cannot be read."""
    try:
        archive = zipfile.ZipFile(file)
    except Exception as error:
        if _is_of_the_computer(error):
            raise
        raise PackageRefusedError("damaged") from error
    with archive:
        _refuse(archive.infolist(), file.stat().st_size)
        yield OpenedPackage(archive)


def _is_of_the_computer(error: Exception) -> bool:
    """Whether a disk or a right failed; a place that lies outside the file (EINVAL) is damage of the file."""
    return isinstance(error, OSError) and error.errno not in (None, errno.EINVAL)


def _refuse(entries: list[zipfile.ZipInfo], size: int) -> None:
    if len(entries) > MOST_MEMBERS:
        raise PackageRefusedError("many")
    if sum(entry.file_size for entry in entries) > MOST_RATIO * size:
        raise PackageRefusedError("large")
    for entry in entries:
        if _is_unsafe(entry):
            raise PackageRefusedError("unsafe", printable(entry.orig_filename))
        if entry.flag_bits & _ENCRYPTED or entry.compress_type not in _METHODS:
            raise PackageRefusedError("locked", printable(entry.filename))
    for name, times in Counter(entry.filename for entry in entries).items():
        if times > 1:
            raise PackageRefusedError("double", printable(name))


def _is_unsafe(entry: zipfile.ZipInfo) -> bool:
    """A name that leads out of the folder into which it is unpacked, or a link."""
    name = entry.orig_filename
    parts = name.removesuffix("/").split("/")
    leads_out = any(part in ("", ".", "..") for part in parts) or PurePosixPath(name).is_absolute()
    return (
        leads_out
        or bool(re.search(r"[\x00-\x1f\x7f-\x9f\\:]", name))
        or stat.S_ISLNK(entry.external_attr >> 16)
    )


def printable(text: str) -> str:
    """A text of a stranger as a terminal may print it: without what would steer it."""
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text)


def _folder(names: list[str]) -> str:
    """The folder that holds most of what marks a package. Raises PackageRefusedError where none does."""
    found = Counter(
        name.partition("/")[0] for name in names if name.partition("/")[2] in _MARKS and "/" in name
    )
    # Two of five, so that one that was renamed or taken out can still be named.
    if not found or found.most_common(1)[0][1] < 2:
        raise PackageRefusedError("stranger")
    return found.most_common(1)[0][0]


def _below(name: str, base: str) -> str:
    return name.removeprefix(base) if name.startswith(base) else f"../{name}"
