"""Zip archives whose bytes depend on nothing but their contents."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Protocol

_STAMP = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_REGULAR_FILE_644 = 0o100644 << 16
_CHUNK = 1 << 20


class Streamed(Protocol):
    """A member too large for memory: its size in bytes, and how to read it."""

    @property
    def size(self) -> int: ...

    def open(self) -> IO[bytes]: ...


def pack_zip(contents: Mapping[str, bytes]) -> bytes:
    """A zip of the named contents: stored, sorted by name, fixed stamps and attributes on every system."""
    out = io.BytesIO()
    write_zip(out, contents)
    return out.getvalue()


def write_zip(out: IO[bytes], contents: Mapping[str, bytes | Streamed]) -> None:
    """The same, written to a stream that can seek; members that are streams are copied in pieces."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(contents):
            held = contents[name]
            if isinstance(held, bytes):
                archive.writestr(_entry(name), held)
            else:
                _copy(archive, _entry(name), held)


def _copy(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, held: Streamed) -> None:
    # Known beforehand: whether a member needs the fields of zip64 is written before its bytes.
    entry.file_size = held.size
    with held.open() as stream, archive.open(entry, "w") as target:
        shutil.copyfileobj(stream, target, _CHUNK)


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _STAMP)
    entry.create_system = _UNIX
    entry.external_attr = _REGULAR_FILE_644
    return entry


def as_written(path: Path) -> bool:
    """Whether a zip looks as this module writes it: other programs stamp and squeeze what they save."""
    try:
        with zipfile.ZipFile(path) as opened:
            entries = opened.infolist()
    except (OSError, zipfile.BadZipFile):
        return False
    return all(one.date_time == _STAMP and one.compress_type == zipfile.ZIP_STORED for one in entries)


def unpack_zip(archive: bytes) -> dict[str, bytes]:
    """The files of a zip by name. Raises zipfile.BadZipFile."""
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return {entry.filename: opened.read(entry) for entry in opened.infolist() if not entry.is_dir()}
