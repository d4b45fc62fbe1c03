"""Workbooks that were dropped: each in a folder of its own, until it is recorded or thrown away."""

from __future__ import annotations

import shutil
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from importers.reading.boundary import MAX_BYTES
from ledger import clock

if TYPE_CHECKING:
    from service.desk import Done, Preview

LARGEST = MAX_BYTES
"""Bytes of all files that are dropped at once: no workbook may be larger."""
KEPT_SECONDS = 3600.0
"""So long a dropped file waits for its clerk."""
DONE = 50
"""How many recordings the desk still tells of."""
WORKBOOKS = (".xlsx", ".jsonl")


class Options(NamedTuple):
    """How a workbook is to be recorded: the options of `jejak import` that a clerk may need."""

    correction: str | None = None
    update: bool = False
    second: bool = False
    allow_text: str | None = None


@dataclass
class Upload:
    """A dropped workbook. Its id is that of the command which records it: so it is recorded once."""

    id: str
    folder: Path
    file: Path
    options: Options = field(default_factory=Options)
    map: str | None = None
    """The map by which a list is read; None for a workbook of ours."""
    came: float = field(default_factory=time.monotonic)
    lock: threading.Lock = field(default_factory=threading.Lock)
    seen: Preview | None = None
    done: Done | None = None


class Uploads:
    """The dropped files of one server, in a folder that only its user can read."""

    def __init__(self) -> None:
        self._root = Path(tempfile.mkdtemp(prefix="jejak-"))
        self._lock = threading.Lock()
        self._held: dict[str, Upload] = {}

    def new_folder(self) -> tuple[str, Path]:
        """An id and an empty folder for files that are coming."""
        id_ = clock.new_command_id()
        folder = self._root / id_
        folder.mkdir(mode=0o700)
        return id_, folder

    def keep(self, id_: str, folder: Path, file: Path) -> Upload:
        """Holds a workbook that has come whole."""
        made = Upload(id_, folder, file)
        with self._lock:
            self._held[id_] = made
        return made

    def get(self, id_: str) -> Upload | None:
        """A workbook by its id, or what became of it; None where nobody knows it."""
        return self._held.get(id_)

    def finished(self) -> list[Upload]:
        """What was recorded here, newest first."""
        return [one for one in reversed(list(self._held.values())) if one.done][:DONE]

    def waiting(self) -> list[Upload]:
        """What was dropped and not recorded yet."""
        return [one for one in list(self._held.values()) if not one.done]

    def drop(self, upload: Upload) -> None:
        """Throws a workbook away."""
        with self._lock:
            self._held.pop(upload.id, None)
        remove(upload.folder)

    def rest(self) -> None:
        """Throws away what waited too long, and forgets the oldest recordings."""
        now = time.monotonic()
        for one in self.waiting():
            if now - one.came > KEPT_SECONDS:
                self.drop(one)
        done = [one for one in list(self._held.values()) if one.done]
        for one in done[:-DONE]:
            self.drop(one)

    def close(self) -> None:
        """Throws everything away."""
        remove(self._root)


def remove(folder: Path) -> None:
    """Removes a folder with all that is in it."""
    shutil.rmtree(folder, ignore_errors=True)
