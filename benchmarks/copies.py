"""The same events in another database, without closing the ledger that they come from."""

from __future__ import annotations

import contextlib
from pathlib import Path

from ledger.admin.copying import append_batch
from ledger.event_store import EventStore
from ledger.factory import Place, create_tables, open_recorder


def copied(ledger: Path, target: Place) -> None:
    """Fills an empty place with every row of a ledger: same positions, bytes and head."""
    create_tables(target)
    recorder = open_recorder(target)
    with contextlib.closing(EventStore(ledger)) as store, recorder.append_statements() as statements:
        append_batch(store, statements)
    recorder.close()
