"""The envelope of every `--json` answer: what was asked, how it ended, the data, the messages."""

from __future__ import annotations

import json
from typing import Generic, Literal, TypeVar

import msgspec
from msgspec import UNSET, Struct, UnsetType

Status = Literal["ok", "found", "usage", "input", "conflict", "environment"]
STATUS: dict[int, Status] = {0: "ok", 1: "found", 2: "usage", 3: "input", 4: "conflict", 5: "environment"}
"""Exit status to its name in the envelope."""
Level = Literal["info", "warning", "error"]
D = TypeVar("D")


class Message(Struct, frozen=True):
    """A sentence beside the data; a problem names its place and remedy too, null where there is none."""

    level: Level
    text: str
    where: str | UnsetType | None = UNSET
    remedy: str | UnsetType | None = UNSET


class ReadState(Struct, frozen=True):
    """Which state of the ledger an answer speaks of; `lag` is in events behind the ledger."""

    position: int
    lag: int
    as_of: str | None
    known_at: str | None


class Envelope(Struct, Generic[D], frozen=True, kw_only=True):
    """One answer. Fields of the state that was read are absent where a command reads no views."""

    jejak: Literal[1]
    """Version of this envelope."""
    command: str
    status: Status
    position: int | UnsetType | None = UNSET
    lag: int | UnsetType | None = UNSET
    as_of: str | UnsetType | None = UNSET
    known_at: str | UnsetType | None = UNSET
    data: D | None
    messages: list[Message]


def envelope_of(
    command: str, status: int, data: D | None, messages: list[Message], read: ReadState | None
) -> Envelope[D]:
    """The envelope of an answer, with the state of the ledger that it speaks of where it read one."""
    state = msgspec.structs.asdict(read) if read else {}
    return Envelope(jejak=1, command=command, status=STATUS[status], data=data, messages=messages, **state)


def envelope_text(envelope: Envelope[D]) -> str:
    """The envelope as people and programs read it: two spaces a level, no character escaped."""
    plain = msgspec.to_builtins(envelope, enc_hook=_plain_text)
    return json.dumps(plain, ensure_ascii=False, indent=2)


def _plain_text(value: object) -> str:
    """Names of tables come as a text of the database library's own. Raises NotImplementedError."""
    if isinstance(value, str):
        return str(value)
    raise NotImplementedError(type(value).__name__)
