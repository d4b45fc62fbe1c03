"""Evidence files by SHA-256: stored once, never overwritten."""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import tempfile
import time
from pathlib import Path
from typing import IO

from domain.evidence import KeptFile
from schemas import file_types

CHUNK = 1 << 20
INCOMING = ".incoming-"
"""How names of unfinished copies begin."""
STALE_SECONDS = 3600


def digest(path: Path) -> str:
    """The SHA-256 of a file, read in pieces of 1 MiB."""
    hasher = hashlib.sha256()
    with path.open("rb") as stream:
        while piece := stream.read(CHUNK):
            hasher.update(piece)
    return hasher.hexdigest()


def kept_file(path: Path) -> KeptFile:
    """How a file was given: its hash, name, type and size. Raises OSError."""
    with path.open("rb") as stream:
        head = stream.read(file_types.HEAD)
    return KeptFile(digest(path), path.name, file_types.media_type(head), path.stat().st_size)


class EvidenceStore:
    """The folder `evidence/`: each file under the first two digits of its hash."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, sha256: str) -> Path:
        """Where a file of this hash lies."""
        return self.folder / sha256[:2] / sha256

    def has(self, sha256: str) -> bool:
        """True when the file is there."""
        return self.path(sha256).is_file()

    def names(self) -> list[str]:
        """The hashes of all files, sorted."""
        return sorted(path.name for path in self.folder.glob("[0-9a-f][0-9a-f]/*") if path.is_file())

    def take(self, other: EvidenceStore, sha256: str) -> bool:
        """Copies a file of another folder; False, and nothing kept, when its bytes are not its hash's."""
        if digest(other.path(sha256)) != sha256:
            return False
        return self.keep(other.path(sha256)) == sha256

    def keep(self, source: Path) -> str:
        """Copies a file in, once, and returns its SHA-256; a crash leaves no file under a hash."""
        with source.open("rb") as stream:
            return self._keep(stream)

    def keep_bytes(self, raw: bytes) -> str:
        """Keeps a small file that is already in memory, once, and returns its SHA-256."""
        return self._keep(io.BytesIO(raw))

    def _keep(self, stream: IO[bytes]) -> str:
        self.folder.mkdir(parents=True, exist_ok=True)
        self._sweep()
        hasher = hashlib.sha256()
        # In the same folder: only there is a rename one step, which a crash cannot halve.
        handle, name = tempfile.mkstemp(dir=self.folder, prefix=INCOMING)
        try:
            with os.fdopen(handle, "wb") as out:
                while piece := stream.read(CHUNK):
                    hasher.update(piece)
                    out.write(piece)
                out.flush()
                os.fsync(out.fileno())
            return self._settle(Path(name), hasher.hexdigest())
        finally:
            Path(name).unlink(missing_ok=True)

    def _sweep(self) -> None:
        """Deletes what copies that were killed left behind; a copy that still grows is young."""
        for path in self.folder.glob(f"{INCOMING}*"):
            # Another process may have swept it, or Windows may hold it open.
            with contextlib.suppress(OSError):
                if time.time() - path.stat().st_mtime > STALE_SECONDS:
                    path.unlink()

    def _settle(self, incoming: Path, sha256: str) -> str:
        target = self.path(sha256)
        # A file of this name has these bytes, whoever put it there.
        if not target.is_file():
            target.parent.mkdir(exist_ok=True)
            incoming.replace(target)
            _durable(target.parent)
        return sha256


def _durable(folder: Path) -> None:
    """Makes the names in a folder survive a power failure; Windows does so by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
