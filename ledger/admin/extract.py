"""An extract: the events of a ledger from a position on, with what proves that they continue what was before.

A file of lines of JSON. The first says whose ledger it is, between which positions, and the proof tree at
both ends: the frontier before the first event, from which whoever holds the earlier part can go on; the root
after the last; the signed checkpoint where the ledger has a key. Each other line is one event with the bytes
that its leaf covers.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

import msgspec
from msgspec import Struct

from domain.base import Reason, reason
from ledger import merkle
from ledger.codec import Row
from ledger.errors import LedgerError
from ledger.event_store import EventStore
from ledger.proofs import signing
from ledger.proofs.files import event_fields
from ledger.proofs.merkle_proofs import consistency
from ledger.proofs.tree import LedgerTree
from ledger.workspace.workspace import DATABASE_URL, Workspace, named_database, open_at

FORMAT = "jejak/ledger-extract@v1"
BATCH = 5000
_STREAM = re.compile(r"[0-9]{2}([0-9]{2})?/[a-z]+/[0-9]{6}")
LONGEST = 50_000_000
"""The most characters of a line: an event is far shorter."""


class ExtractError(LedgerError):
    """A file is no extract, or does not hold together."""

    status = 3


class Header(Struct, frozen=True, kw_only=True):
    """The first line. Hashes are written in hexadecimal digits."""

    format: str
    origin: str
    """The name of the ledger: its region and the first digits of its first leaf."""
    region: str
    first: int
    last: int
    frontier: str
    """The peaks of the proof tree before the first event, largest first; empty from the beginning."""
    root: str
    """The root after the last event."""
    since: str | None = None
    """The older checkpoint that was named, as it was given."""
    consistency: list[str] = []
    """The path of RFC 9162 from the tree before the first event to that after the last."""
    checkpoint: str | None = None
    """The signed checkpoint of the ledger after the last event."""


class Source(Protocol):
    """Where events come from to be merged."""

    header: Header

    def rows(self) -> Iterator[Row]:
        """The events in their order, each checked against the header by the end. Raises ExtractError."""


def frontier_at(tree: LedgerTree, size: int) -> bytes:
    """The peaks of the tree over the first `size` events, largest first."""
    found, at = [], 0
    for bit in reversed(range(size.bit_length())):
        if size >> bit & 1:
            found.append(tree.subtree(at, at + (1 << bit)))
            at += 1 << bit
    return b"".join(found)


def write(workspace: Workspace, path: Path, after: int, since: str | None = None) -> Header:
    """Writes what was recorded after a position, whole or not at all.

    Where there is a key a checkpoint is signed. Raises what signing raises.
    """
    part = path.with_name(f".{path.name}.part")
    with signing.tree_of(workspace) as tree:
        note = signing.sign_checkpoint(workspace, tree) if (workspace.home / signing.KEY).exists() else None
        header = _header(workspace, tree, after, since, note)
        try:
            with part.open("w", encoding="utf-8", newline="\n") as out:
                out.write(json.dumps(msgspec.to_builtins(header), ensure_ascii=False) + "\n")
                out.writelines(map(_line, _between(tree.store, header.first, header.last)))
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    return header


def _header(
    workspace: Workspace, tree: LedgerTree, after: int, since: str | None, note: str | None
) -> Header:
    path = consistency(tree, after, tree.size) if after else []
    return Header(
        format=FORMAT,
        origin=signing.origin_of(workspace, tree),
        region=workspace.region,
        first=after + 1,
        last=tree.size,
        frontier=frontier_at(tree, after).hex(),
        root=tree.root.hex(),
        since=since,
        consistency=[one.hex() for one in path],
        checkpoint=note,
    )


def _between(store: EventStore, first: int, last: int) -> Iterator[Row]:
    for start in range(first, last + 1, BATCH):
        yield from store.between(start, min(last, start + BATCH - 1))


def _line(row: Row) -> str:
    return json.dumps(event_fields(row, row.state.decode("utf-8")), ensure_ascii=False) + "\n"


class FolderSource:
    """The workspace of another region, read where it lies; its last kept checkpoint goes along."""

    def __init__(self, folder: Path) -> None:
        self.workspace = _own(folder)
        self.store = self.workspace.store()
        with signing.tree_of(self.workspace) as tree:
            self.header = _header(self.workspace, tree, 0, None, self._kept_note())

    def rows(self) -> Iterator[Row]:
        return checked(self.header, _between(self.store, 1, self.header.last))

    def _kept_note(self) -> str | None:
        """The newest checkpoint that the workspace keeps under its key; None where it signed none."""
        if not (self.workspace.home / signing.KEY).exists():
            return None
        last = signing.last_signed(self.workspace, signing.key_of(self.workspace.home / signing.KEY))
        if last is None:
            return None
        path = self.workspace.home / signing.FOLDER / f"{last.size:010d}.txt"
        return path.read_text(encoding="utf-8")


def _own(folder: Path) -> Workspace:
    """The workspace with the ledger of its own: the environment names that of the ledger merged into."""
    found = open_at(folder)
    if found.ledger_path.exists():
        return replace(found, database_url=None)
    if named_database():
        raise ExtractError(
            reason(
                "{path} keeps its ledger in a database, but {name} names another.",
                path=str(folder),
                name=DATABASE_URL,
            ),
            reason("Write an export there: jejak ledger export FILE"),
        )
    return found


def is_extract(path: Path) -> bool:
    """Whether a file begins as an extract does: with a line of JSON. False for one that cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(1) == b"{"
    except OSError:
        return False


class FileSource:
    """An extract in a file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with path.open("rb") as lines:
            try:
                self.header = msgspec.json.decode(lines.readline(LONGEST), type=Header)
                well = self.header.format == FORMAT and 1 <= self.header.first <= self.header.last + 1
                sizes = len(bytes.fromhex(self.header.root)), len(bytes.fromhex(self.header.frontier))
            except (msgspec.MsgspecError, UnicodeError, ValueError, RecursionError) as error:
                raise self._no_extract() from error
        peaks = (self.header.first - 1).bit_count()
        if not well or sizes != (merkle.SIZE, merkle.SIZE * peaks):
            raise self._no_extract()

    def rows(self) -> Iterator[Row]:
        return checked(self.header, self._read(), self.path.name)

    def _read(self) -> Iterator[Row]:
        with self.path.open("rb") as lines:
            lines.readline(LONGEST)
            for number, line in enumerate(lines, 2):
                try:
                    yield _row(msgspec.json.decode(line))
                except (msgspec.MsgspecError, UnicodeError, KeyError, TypeError, RecursionError) as error:
                    raise ExtractError(
                        reason("Line {line} of {file} holds no event.", line=number, file=self.path.name),
                        AGAIN,
                    ) from error

    def _no_extract(self) -> ExtractError:
        return ExtractError(
            reason("{file} is no export that can be merged.", file=self.path.name),
            reason("Take what jejak ledger export wrote, or the folder of a workspace."),
        )


AGAIN = reason("Ask for the file again; if it is the same, what it speaks of was changed.")


def _row(event: Any) -> Row:
    row = Row(
        event["position"],
        event["stream"],
        event["version"],
        event["type"],
        event["state"].encode("utf-8"),
        event["recorded_at"],
    )
    kinds = (int, str, int, str, bytes, str)
    if any(type(value) is not kind for value, kind in zip(row, kinds, strict=True)):
        raise TypeError(event)
    if not _STREAM.fullmatch(row.stream):
        raise TypeError(row.stream)
    return row


def leaf_of(row: Row) -> bytes:
    """The leaf of an event under its own position."""
    return merkle.leaf_hash(row.stream, row.version, row.topic, row.position, row.recorded_at, row.state)


def checked(header: Header, rows: Iterator[Row], name: str = "") -> Iterator[Row]:
    """The rows, which must follow each other and lead from the frontier to the root of the header.

    Raises ExtractError; only who takes the last row knows that all of them hold.
    """
    frontier, position = bytes.fromhex(header.frontier), header.first - 1
    for row in rows:
        if row.position != position + 1:
            raise _broken(name, reason("event {position} is missing", position=position + 1))
        leaf = leaf_of(row)
        if row.position == 1 and header.origin.rpartition("/")[2] != leaf.hex()[:16]:
            raise _broken(name, reason("its first event is not that of {origin}", origin=header.origin))
        frontier, position = merkle.extend(frontier, position, [leaf]), position + 1
        yield row
    if position != header.last:
        raise _broken(name, reason("event {position} is missing", position=position + 1))
    if merkle.root(frontier).hex() != header.root:
        raise _broken(name, reason("the events do not lead to the root"))


def _broken(name: str, why: Reason) -> ExtractError:
    return ExtractError(reason("{file} does not hold together: {why}.", file=name or "–", why=why), AGAIN)
