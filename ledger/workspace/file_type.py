"""What a file is by its first bytes, whatever its name says."""

from __future__ import annotations

import zipfile
from pathlib import Path

from domain.innovation import KeptFile
from ledger.workspace.evidence_store import digest

UNKNOWN = "application/octet-stream"
_BEGINNINGS = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
)
_OFFICE = {
    "word/": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xl/": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ppt/": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}


def kept_file(path: Path, sha256: str | None = None) -> KeptFile:
    """How a file was given: hash, name, type and size. Raises OSError."""
    return KeptFile(sha256 or digest(path), path.name, media_type(path), path.stat().st_size)


def media_type(path: Path) -> str:
    """The media type of a file; UNKNOWN where its first bytes are of none that forms ask for."""
    with path.open("rb") as stream:
        head = stream.read(16)
    for beginning, name in _BEGINNINGS:
        if head.startswith(beginning):
            return name
    if head[4:8] == b"ftyp":
        # ISO base media: the brand of QuickTime is its own, all others are MP4 to a form.
        return "video/quicktime" if head[8:10] == b"qt" else "video/mp4"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    return _packed(path) if head.startswith(b"PK\x03\x04") else UNKNOWN


def _packed(path: Path) -> str:
    """An Office document by the folder in its package, else a plain zip."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, OSError, NotImplementedError, ValueError):
        return UNKNOWN
    found = (kind for folder, kind in _OFFICE.items() if any(name.startswith(folder) for name in names))
    return next(found, "application/zip")
