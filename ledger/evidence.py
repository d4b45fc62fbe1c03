"""Evidence files by SHA-256: stored once, never overwritten."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path

CHUNK = 1 << 20


def digest(path: Path) -> str:
    """The SHA-256 of a file, read in pieces of 1 MiB."""
    hasher = hashlib.sha256()
    with path.open("rb") as stream:
        while piece := stream.read(CHUNK):
            hasher.update(piece)
    return hasher.hexdigest()


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

    def keep(self, source: Path) -> str:
        """Copies a file in, once, and returns its SHA-256; a crash leaves no half-written file."""
        self.folder.mkdir(parents=True, exist_ok=True)
        hasher = hashlib.sha256()
        handle, name = tempfile.mkstemp(dir=self.folder, prefix=".incoming-")
        try:
            with os.fdopen(handle, "wb") as out, source.open("rb") as stream:
                while piece := stream.read(CHUNK):
                    hasher.update(piece)
                    out.write(piece)
                out.flush()
                os.fsync(out.fileno())
            return self._settle(Path(name), hasher.hexdigest())
        finally:
            Path(name).unlink(missing_ok=True)

    def keep_bytes(self, raw: bytes) -> str:
        """Keeps a small file that is already in memory, once, and returns its SHA-256."""
        self.folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=self.folder, prefix=".incoming-")
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(raw)
                out.flush()
                os.fsync(out.fileno())
            return self._settle(Path(name), hashlib.sha256(raw).hexdigest())
        finally:
            Path(name).unlink(missing_ok=True)

    def _settle(self, incoming: Path, sha256: str) -> str:
        target = self.path(sha256)
        if not target.is_file():
            target.parent.mkdir(exist_ok=True)
            incoming.replace(target)
        return sha256
