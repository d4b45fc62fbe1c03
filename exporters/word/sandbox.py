"""Templates of strangers are read in a process of their own, which ends after a time and a size.

The process gets nothing but the template and what fills it: no workspace, no environment of its caller.
Its memory is bounded where the system can do that (not on Windows), its time everywhere.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence

import msgspec
from msgspec import Struct

from exporters.word.template_refused import Fault, TemplateRefusedError

SECONDS = 30
"""How long a template may take, in seconds."""
MEMORY = 1 << 30
"""How much memory the process may take, in bytes."""
_KEPT = ("PATH", "SYSTEMROOT", "SYSTEMDRIVE", "TEMP", "TMP", "LANG", "LC_ALL")
_OUT_OF_TIME = -24
"""What a process ends with that used up its time of the processor (SIGXCPU)."""


class UnknownName(Struct, frozen=True):
    """A name that a template uses and nothing gives, the names that there are beside it, and its place."""

    name: str
    known: list[str]
    place: str


class Job(Struct, frozen=True):
    """What the process does: fill a template with each context, and find `names` of `award` (or of none)."""

    template: bytes
    contexts: Sequence[Mapping[str, object]]
    award: str | None
    seconds: int
    memory: int


class Refusal(Struct, frozen=True):
    """A TemplateRefusedError between processes."""

    fault: Fault
    detail: str
    place: str


class Reply(Struct, frozen=True):
    """The documents by context, each or why there is none; the unknown names where they were asked for."""

    documents: list[bytes | Refusal]
    unknown: list[UnknownName]


def filled_apart(template: bytes, context: Mapping[str, object]) -> bytes:
    """The .docx of a stranger's template. Raises TemplateRefusedError."""
    document = reply_to(template, [context]).documents[0]
    if isinstance(document, Refusal):
        raise TemplateRefusedError(document.fault, document.detail, document.place)
    return document


def reply_to(template: bytes, contexts: Sequence[Mapping[str, object]], award: str | None = None) -> Reply:
    """What the process answers. Raises TemplateRefusedError where it had to be stopped."""
    job = msgspec.msgpack.encode(Job(template, contexts, award, SECONDS, MEMORY))
    # -P: a module in the folder where somebody happens to stand is none of ours.
    command = [sys.executable, "-P", "-m", "exporters.word.worker"]
    environment = {name: os.environ[name] for name in _KEPT if name in os.environ}
    environment["PYTHONPATH"] = os.pathsep.join(path for path in sys.path if path)
    try:
        done = subprocess.run(
            command, input=job, capture_output=True, timeout=SECONDS, env=environment, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise TemplateRefusedError("time", str(SECONDS)) from error
    if done.returncode == _OUT_OF_TIME:
        raise TemplateRefusedError("time", str(SECONDS))
    try:
        return msgspec.msgpack.decode(done.stdout, type=Reply)
    except msgspec.DecodeError as error:
        memory = b"MemoryError" in done.stderr
        raise TemplateRefusedError("memory" if memory else "stopped", str(done.returncode)) from error
