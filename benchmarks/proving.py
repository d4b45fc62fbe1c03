"""Checkpoints and proofs: what they add to appending, and how long one takes in a ledger of millions."""

from __future__ import annotations

import contextlib
import random
import sqlite3
from collections.abc import Iterator
from functools import partial
from hashlib import sha256
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.appending import Sample, sample
from benchmarks.measure import Line, millis, of_pairs, seconds
from domain.streams import prefix, stream_id
from ledger import merkle
from ledger.event_store import EventStore
from ledger.factory import create_tables, open_recorder
from ledger.ports.append import AppendRequest, Recorder
from ledger.proofs import signing
from ledger.proofs.files import inclusion_text, prove
from ledger.proofs.tree import LedgerTree
from ledger.workspace.workspace import Workspace

MOST = 10_000
"""Events of an append, where the ledger has enough of them."""
LIMIT = 0.05
"""Seconds that one proof may take."""
PROOFS = 20


def piece_of(events: int, runs: int) -> int:
    """How many events an append has."""
    return min(MOST, events // (runs + 2))


def appending(work: str, ledger: Path, folder: Path, piece: int, runs: int) -> Line:
    """Appends, each followed by a signed checkpoint, as an import does it, to the same without."""
    events = sample(ledger, piece * (runs + 1))
    pieces = [events[at : at + piece] for at in range(0, len(events), piece)]
    with _furnished(folder) as bare, _furnished(folder) as signed:
        pairs = [
            (seconds(partial(_append, bare, one)), seconds(partial(_append, signed, one, sign=True)))
            for one in pieces
        ]
    # The first append has nothing to continue.
    taken = of_pairs(pairs[1:])
    return Line(work, millis(taken.floor), millis(taken.ours), taken.slowness, 1.25, at_least=False)


@contextlib.contextmanager
def _furnished(folder: Path) -> Iterator[tuple[Workspace, Recorder]]:
    """A workspace with an empty ledger and a key."""
    with TemporaryDirectory(dir=folder, ignore_cleanup_errors=True) as name:
        home, region = Path(name), "33.03"
        ours = Workspace(home, region, stream_id(prefix(region), "person", 1), "Asia/Jakarta")
        create_tables(ours.place)
        (home / signing.KEY).write_text(f"{signing.new_key('jejak/33.03/bench')}\n", encoding="utf-8")
        with contextlib.closing(open_recorder(ours.place)) as recorder:
            yield ours, recorder


def _append(to: tuple[Workspace, Recorder], piece: Sample, *, sign: bool = False) -> None:
    workspace, recorder = to
    refs = [pair for _, pairs in piece for pair in pairs]
    recorder.insert_events([event for event, _ in piece], request=AppendRequest(refs=refs))
    if sign:
        with signing.tree_of(workspace) as tree:
            signing.sign_checkpoint(workspace, tree)


def one_proof(work: str, folder: Path, events: int) -> Line:
    """One proof of an event: the ledger opened, its tree read, the path made, written as a file."""
    path = folder / f"leaves-{events}" / "ledger.db"
    if not path.exists():
        path.parent.mkdir()
        _leaves(path, events)
        # The roots of blocks are kept beside the views: made once, then grown.
        with contextlib.closing(EventStore(path)) as store:
            LedgerTree(store, path.with_name(signing.BLOCKS))
    chance = random.Random(events)
    took = median(seconds(lambda: _proved(path, chance.randint(1, events))) for _ in range(PROOFS))
    return Line(work, millis(LIMIT), millis(took), took / LIMIT, 1.0, at_least=False)


def _proved(path: Path, position: int) -> None:
    with contextlib.closing(EventStore(path)) as store:
        proof = prove(LedgerTree(store, path.with_name(signing.BLOCKS)), position, "")
    assert proof is not None
    inclusion_text(proof)


def _leaves(path: Path, events: int) -> None:
    """A ledger of small events: a proof reads leaves, whatever they cover."""
    create_tables(path)
    frontier, size, at = b"", 0, "2020-01-01T00:00:00.000000Z"
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as base:
        for (name,) in base.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            base.execute(f"DROP TRIGGER {name}")
        base.execute("BEGIN")
        while size < events:
            count = min(100_000, events - size)
            made = [sha256(b"%d" % one).digest() for one in range(size, size + count)]
            stream = f"3303/innovation/{size // 100_000:06d}"
            rows = ((size + n, stream, n, "x/1", b"{}", at, leaf) for n, leaf in enumerate(made, 1))
            base.executemany("INSERT INTO stored_events VALUES (?,?,?,?,?,?,?)", rows)
            frontier, size = merkle.extend(frontier, size, made), size + count
        base.execute("UPDATE head SET position = ?, recorded_at = ?, frontier = ?", (size, at, frontier))
        base.execute("COMMIT")
