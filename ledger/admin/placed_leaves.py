"""The leaves of a whole ledger in a file on the disk: written in the order of streams, joined by position."""

from __future__ import annotations

import contextlib
import mmap
import secrets
import struct
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from ledger import merkle

MARK = 8
"""Bytes that stand for the time and the command of an append."""
RECORD = merkle.SIZE + MARK
_FILE = "leaves"
_ZEROS = bytes(1 << 20)
_put_leaf = struct.Struct(f"{merkle.SIZE}s").pack_into


class Place(NamedTuple):
    """Where the leaves of `size` positions (at least one) lie, and the secret of this check."""

    folder: str
    size: int
    key: bytes


class PlacedLeaves:
    """For each position its leaf, and a mark of the time and command that its append must have.

    Processes share the file: memory does not grow with the ledger. A position that nobody wrote is zeros.
    """

    def __init__(self, place: Place) -> None:
        self.place = place
        with (Path(place.folder) / _FILE).open("r+b") as file:
            self._bytes = mmap.mmap(file.fileno(), place.size * RECORD)
        self.put: Callable[[int, bytes], None] = partial(_put_leaf, self._bytes)
        """Puts a leaf behind so many bytes: those of the positions before it."""
        self._held = memoryview(self._bytes)[place.size * merkle.SIZE : place.size * RECORD]
        self.marks = self._held.cast("Q")
        """The mark of each position, from the first on; to be written to."""

    def mark(self, recorded_at: str, command: str) -> int:
        """What stands for a time and a command, empty for none: nobody outside of this check foretells it."""
        said = f"{recorded_at}\0{command}".encode()
        return int.from_bytes(blake2b(said, key=self.place.key, digest_size=MARK).digest(), sys.byteorder)

    def forget_pages(self) -> None:
        """Gives the pages back to the system, which keeps the file: a large ledger fills no memory."""
        if hasattr(mmap, "MADV_DONTNEED"):
            self._bytes.madvise(mmap.MADV_DONTNEED)

    def marked(self, first: int, last: int, mark: int) -> bool:
        """Whether all positions from one to another bear that mark."""
        return self.marks[first - 1 : last].tobytes() == mark.to_bytes(MARK, sys.byteorder) * (
            last - first + 1
        )

    def peaks(self, first: int, last: int) -> bytes:
        """The frontier over the leaves from one position to another, as of a tree that begins there."""
        return merkle.frontier_of(self._bytes[(first - 1) * merkle.SIZE : last * merkle.SIZE])

    def close(self) -> None:
        self.marks.release()
        self._held.release()
        self._bytes.close()


@contextlib.contextmanager
def placed_leaves(size: int) -> Iterator[PlacedLeaves]:
    """A file for the leaves of so many positions, gone afterwards.

    Raises OSError where the disk has no room for 40 bytes for each position.
    """
    with tempfile.TemporaryDirectory(prefix="jejak-") as folder:
        with (Path(folder) / _FILE).open("wb") as file:
            # Written out, not only made so long: else a full disk would end the process in the middle.
            wanted = size * RECORD
            for at in range(0, wanted, len(_ZEROS)):
                file.write(_ZEROS[: wanted - at])
        with contextlib.closing(PlacedLeaves(Place(folder, size, secrets.token_bytes(16)))) as leaves:
            yield leaves
