"""Two processes at once, and one that is killed in the middle of an append."""

import multiprocessing
from multiprocessing.process import BaseProcess
from pathlib import Path

from eventsourcing.persistence import StoredEvent

from domain.document import DocumentRegistered
from ledger.codec import CODEC, Stored
from ledger.ports.append import AppendRequest
from tests.ledger.office import OPERATOR, Office, unit
from tests.ledger.sides import Side, Sqlite

SPAWN = multiprocessing.get_context("spawn")
COMMANDS, LARGE = 12, 20_000


def write_units(side: Side, folder: Path, name: str, go: Path) -> None:
    """Registers units one command at a time as soon as the file `go` is there."""
    office = Office(side)
    (folder / f"{name}.ready").touch()
    while not go.exists():
        pass
    for number in range(COMMANDS):
        office.do(f"{name}-{number}", unit(f"{name} {number}"))
    office.close()


def write_much(side: Side, folder: Path) -> None:
    """Appends many events at once."""
    office = Office(side)
    body = DocumentRegistered(kind="news", subject="x" * 400)
    state = CODEC.encode(Stored(OPERATOR, "large/1", body))
    events = [
        StoredEvent(f"3303/document/{number:06d}", 1, "document.registered/1", state)
        for number in range(1, LARGE + 1)
    ]
    (folder / "appending").touch()
    office.recorder.insert_events(events, request=AppendRequest("large"))
    office.close()


def until(path: Path, process: BaseProcess, size: int = 0) -> None:
    """Waits until a file is there with more than `size` bytes, or the process has ended."""
    while process.exitcode is None and not (path.exists() and path.stat().st_size >= size):
        process.join(0.001)


def test_two_processes_write_everything_once_and_without_gaps(office: Office, tmp_path: Path) -> None:
    folder = tmp_path
    go = folder / "go"
    names = ("satu", "dua")
    writers = {
        name: SPAWN.Process(target=write_units, args=(office.side, folder, name, go)) for name in names
    }
    for process in writers.values():
        process.start()
    for name, process in writers.items():
        until(folder / f"{name}.ready", process)
    go.touch()
    for process in writers.values():
        process.join(60)
    assert [process.exitcode for process in writers.values()] == [0, 0]
    positions = [row[0] for row in office.query("SELECT rowid FROM stored_events ORDER BY rowid")]
    assert positions == list(range(1, 2 + 2 * COMMANDS + 1))
    commands = {row[0] for row in office.query("SELECT command_id FROM appends")}
    assert commands == {"init"} | {f"{name}-{number}" for name in names for number in range(COMMANDS)}
    streams = sorted(
        row[0] for row in office.query("SELECT originator_id FROM stored_events WHERE rowid > 2")
    )
    assert streams == [f"3303/unit/{number:06d}" for number in range(1, 2 * COMMANDS + 1)]
    assert office.findings() == []


def test_process_killed_in_the_middle_of_an_append_leaves_the_ledger_before_or_after(
    office: Office, tmp_path: Path
) -> None:
    process = SPAWN.Process(target=write_much, args=(office.side, tmp_path))
    process.start()
    until(tmp_path / "appending", process)
    if isinstance(office.side, Sqlite):
        until(tmp_path / "ledger.db-wal", process, size=1_000_000)
    else:
        process.join(0.2)
    process.kill()
    process.join()
    done = office.store.append_of("large") is not None
    expected = 2 + LARGE if done else 2
    assert office.query("SELECT count(*), max(rowid) FROM stored_events") == [(expected, expected)]
    assert office.store.head().position == expected
    assert office.findings() == []
    office.do("after", unit())
    assert office.store.head().position == expected + 1
    assert office.findings() == []
