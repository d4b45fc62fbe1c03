"""The workspace of a trial: its ledger is a file or a database; its verbs are processes of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from ledger.event_store import EventStore
from ledger.factory import open_store
from ledger.workspace.workspace import DATABASE_URL, LEDGER, Workspace, open_at
from tools.called import Called

ROOT = Path(__file__).parent.parent


class Site(NamedTuple):
    """A workspace, and the address of its ledger where that is a database."""

    home: Path
    url: str | None = None

    def make(self) -> None:
        """Makes the workspace. Raises RuntimeError with what was said when that fails."""
        words = ("--region", "33.03", "--operator", "Operator Contoh", "--post", "Analis")
        made = self.call("init", str(self.home), *words, at_home=False)
        if made.status:
            raise RuntimeError(made.err)

    def workspace(self) -> Workspace:
        """The workspace, for use in this process."""
        return replace(open_at(self.home), database_url=self.url)

    def store(self) -> EventStore:
        """The ledger, for reading."""
        return open_store(self.url or self.home / LEDGER)

    def call(self, *words: str, at_home: bool = True, python: Sequence[str] = ()) -> Called:
        """Runs a verb to its end; `python` are words for the interpreter in the place of the program."""
        command = [sys.executable, *(python or ["cli.py"]), *words, *self._named(at_home)]
        done = subprocess.run(
            command, cwd=ROOT, env=self._environment(), capture_output=True, text=True, check=False
        )
        return Called(done.returncode, done.stdout, done.stderr)

    def start(self, said: Path, *words: str, module: str = "") -> subprocess.Popen[bytes]:
        """Starts a verb, or a module with the home as its first word; what it says goes into a file."""
        program = ["-m", module, str(self.home)] if module else ["cli.py"]
        command = [sys.executable, *program, *words, *self._named(not module)]
        with said.open("wb") as out:
            return subprocess.Popen(command, cwd=ROOT, env=self._environment(), stdout=out, stderr=out)

    def _named(self, wanted: bool) -> list[str]:
        return ["--home", str(self.home)] if wanted else []

    def _environment(self) -> dict[str, str]:
        """This process's own, with the words of a trial in English and the database named, or none."""
        kept = {name: value for name, value in os.environ.items() if name not in (DATABASE_URL, "JEJAK_HOME")}
        named = {DATABASE_URL: self.url} if self.url else {}
        return {**kept, **named, "JEJAK_LANG": "en"}
