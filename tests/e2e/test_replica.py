"""A workspace on a read replica: it reads ledger and views, says how far they are, and refuses to write."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests.helpers import Done, invoke, moved
from tests.postgres import address, database
from tools.server import own

PATIENCE = 60.0
ONLY_READ = (
    "Basis data ini hanya dapat dibaca: ia replika, atau diatur demikian.\n"
    "  Sebutkan server utama, di JEJAK_DATABASE_URL atau jejak.toml, untuk mencatat atau membangun ulang.\n"
)
CLAIM = ("entry", "claim", "3303-0001", "--year", "2026", "--indicator", "16", "--level", "2")


@pytest.fixture
def places(own_life: Path) -> Iterator[tuple[Path, str, str]]:
    """A workspace, the address of its database, and that of the same database on a standby."""
    with own() as server, database(server.url) as primary:
        home = moved(own_life, primary)
        assert invoke("catalogue", "list", "--home", home).status == 0
        with server.replica() as standby:
            name = psycopg.conninfo.conninfo_to_dict(primary)["dbname"]
            yield home, primary, address(standby, dbname=str(name))


def replayed(primary: str, standby: str) -> None:
    """Waits until the standby has all that stands on its server."""
    with psycopg.connect(primary, autocommit=True) as connection:
        row = connection.execute("SELECT pg_current_wal_lsn()").fetchone()
    until = time.monotonic() + PATIENCE
    with psycopg.connect(standby, autocommit=True) as connection:
        while connection.execute("SELECT pg_last_wal_replay_lsn() >= %s::pg_lsn", row).fetchone() != (True,):
            assert time.monotonic() < until
            time.sleep(0.02)


def test_a_replica_reads_what_its_server_has_and_writes_nothing(
    places: tuple[Path, str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    home, primary, standby = places

    def ask(*words: str) -> Done:
        return invoke(*words, "--home", home)

    first = ask("catalogue", "list", "--json")
    replayed(primary, standby)
    monkeypatch.setenv("JEJAK_DATABASE_URL", standby)
    assert ask("catalogue", "list", "--json").envelope == first.envelope
    assert ask("ledger", "verify").status == 0
    assert ask("projections", "verify").status == 0
    past = ask("catalogue", "list", "--as-of", "2022-10-12")

    monkeypatch.delenv("JEJAK_DATABASE_URL")
    assert ask("catalogue", "list", "--as-of", "2022-10-12").out == past.out
    done = ask(*CLAIM)
    assert done.status == 0, done.err
    replayed(primary, standby)

    monkeypatch.setenv("JEJAK_DATABASE_URL", standby)
    behind = ask("catalogue", "list", "--json")
    head = first.envelope["position"]
    assert behind.data == first.data
    assert behind.envelope["position"] == head
    assert behind.envelope["lag"] > 0
    assert len(behind.envelope["messages"]) == 1
    for words in (CLAIM, ("projections", "rebuild")):
        refused = ask(*words)
        assert refused.status == 5
        assert refused.err.endswith(ONLY_READ)

    monkeypatch.delenv("JEJAK_DATABASE_URL")
    assert ask("projections", "rebuild").status == 0
    replayed(primary, standby)
    monkeypatch.setenv("JEJAK_DATABASE_URL", standby)
    assert ask("catalogue", "list", "--json").envelope["lag"] == 0
    assert ask("projections", "status", "--json").data["usable"] is True
