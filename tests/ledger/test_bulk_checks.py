"""The fast check of a whole ledger: it believes what is whole, in blocks and by several processes."""

from __future__ import annotations

import contextlib
import sqlite3
import tempfile
from pathlib import Path

import pytest

from benchmarks.copies import copied
from benchmarks.generator import generate
from ledger.admin import bulk_checks
from ledger.admin.verify import verify
from ledger.event_store import EventStore
from tests.ledger.office import DOCUMENT, IDEA, UNIT, Office, document, idea, unit

EVENTS = 3_000
DIFFERS = "What differs is the column {column} of this event."


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with voids and corrections."""
    made = generate(tmp_path_factory.mktemp("bulk") / "ledger.db", events=EVENTS, seed=3)
    assert made.corrections
    assert made.voids
    return made.path


def whole(place: Path | str, jobs: int = 1) -> bool:
    with contextlib.closing(EventStore(place)) as store, store.snapshot():
        return bulk_checks.whole(store, store.head(), jobs=jobs)


@pytest.mark.parametrize("block", [1, 256, 1024, 4096])
def test_blocks_of_any_size_are_joined(generated: Path, block: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk_checks, "BLOCK", block)
    assert whole(generated)


@pytest.mark.parametrize("ranges", [1, 2, 3, 17, 5_000])
def test_ranges_of_any_number_are_joined(
    generated: Path, ranges: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk_checks, "_ranges", lambda position, jobs: ranges)
    assert whole(generated)


def test_a_disk_without_room_leaves_it_to_the_slow_check(
    generated: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    assert not whole(generated)
    with contextlib.closing(EventStore(generated)) as store:
        assert verify(store).findings == []


def test_a_ledger_without_events_is_no_whole_one(generated: Path, tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    path.write_bytes(generated.read_bytes())
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        for table in ("stored_events", "appends"):
            connection.execute(f"DELETE FROM {table}")
        connection.execute("UPDATE head SET position = 0, frontier = x''")
    assert not whole(path)
    with contextlib.closing(EventStore(path)) as store:
        assert [why.text for _, why in verify(store).findings][-1].startswith("No event refers from")


def test_two_processes_check_the_same(
    generated: Path, postgres: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk_checks, "LEAST", 200)
    copied(generated, postgres)
    assert [whole(place, jobs) for place in (generated, postgres) for jobs in (1, 2)] == [True] * 4


def test_what_is_wrong_is_named_by_any_number_of_processes(generated: Path, tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    path.write_bytes(generated.read_bytes())
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("DROP TRIGGER events_update")
        connection.execute("UPDATE stored_events SET recorded_at = '2' || substr(recorded_at, 2) || 'x'")
    with contextlib.closing(EventStore(path)) as store:
        one, two = verify(store), verify(store, jobs=2)
    assert one.findings
    assert one == two


def test_corrected_and_voided_facts_are_no_doubt(office: Office) -> None:
    office.do("c", unit(), unit("Lain"), document("1"), idea(units=[UNIT]))
    office.correct("d", IDEA, 1, "units", ["3303/unit/000002"])
    office.void("e", "c/3")
    assert office.findings() == []
    assert whole(office.side.place)
    office.side.execute(f"INSERT INTO refs VALUES ('{DOCUMENT}', '{IDEA}')")
    assert not whole(office.side.place)


def test_foretold_hashes_are_not_relied_on(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONHASHSEED", "0")
    assert not whole(office.side.place)
    assert office.findings() == []


@pytest.mark.parametrize(
    ("column", "value", "named"),
    [
        ("state", lambda old: old.replace(b"Pasar", b"Pasir"), "state"),
        ("topic", lambda _: "idea.revised/1", "topic"),
        ("recorded_at", lambda _: "2021-01-01T00:00:00.000000Z", "recorded_at"),
        ("originator_id", lambda old: old[:-1] + "9", "originator_id"),
        ("originator_version", lambda _: 77, "originator_version"),
        ("rowid", lambda _: 99, "position"),
        ("leaf", lambda old: old[:-1] + bytes((old[-1] ^ 1,)), "leaf"),
        ("leaf", lambda _: b"", "leaf"),
        ("state", lambda _: b"{}", None),
    ],
)
def test_the_changed_column_is_named(office: Office, column: str, value: object, named: str | None) -> None:
    office.do("c", unit(), idea(units=[UNIT]))
    office.side.drop_guards()
    ((old,),) = office.side.execute(f"SELECT {column} FROM stored_events WHERE originator_id = ?", (IDEA,))[1]
    new = value(old)  # type: ignore[operator]
    assert office.side.execute(f"UPDATE stored_events SET {column} = ? WHERE originator_id = ?", (new, IDEA))
    with contextlib.closing(office.side.store()) as store:
        found = [why for _, why in verify(store).findings if why.text == DIFFERS]
    assert [why.values for why in found] == ([{"column": named}] if named else [])
