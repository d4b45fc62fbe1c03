"""The same events in another database, without closing the ledger that they come from."""

from __future__ import annotations

import contextlib
from pathlib import Path

from ledger.copying import pour
from ledger.database import Place, make, open_log
from ledger.store import Store


def copied(ledger: Path, target: Place) -> None:
    """Fills an empty place with every row of a ledger: same positions, bytes and head."""
    make(target)
    log = open_log(target)
    with contextlib.closing(Store(ledger)) as store, log.hand() as hand:
        pour(store, hand)
    log.close()
