"""Zip archives whose bytes depend on nothing but their contents."""

import io
import zipfile
from collections.abc import Mapping

_STAMP = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_REGULAR_FILE_644 = 0o100644 << 16


def pack_zip(contents: Mapping[str, bytes]) -> bytes:
    """A zip of the named contents: stored, sorted by name, fixed stamps and attributes on every system."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(contents):
            archive.writestr(_entry(name), contents[name])
    return out.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _STAMP)
    entry.create_system = _UNIX
    entry.external_attr = _REGULAR_FILE_644
    return entry


def unpack_zip(archive: bytes) -> dict[str, bytes]:
    """The files of a zip by name. Raises zipfile.BadZipFile."""
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return {entry.filename: opened.read(entry) for entry in opened.infolist() if not entry.is_dir()}
