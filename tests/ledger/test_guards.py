"""Guards: what plain sqlite3 is refused, so that no accident changes an event."""

import sqlite3
from collections.abc import Iterator

import pytest

from tests.ledger.office import OPERATOR, Office, unit

AT = "'2022-10-12T05:00:00.000000Z'"
EVENT = f"'unit.registered/1', x'7b7d', {AT}, zeroblob(32)"
NEXT_EVENT, ONCE = "an event stands at its next position, once", "an append follows the last one, once"


@pytest.fixture
def plain(file_office: Office) -> Iterator[sqlite3.Connection]:
    """A connection of the standard library on a ledger of three events in two appends."""
    file_office.do("c", unit())
    connection = sqlite3.connect(file_office.path, isolation_level=None)
    yield connection
    connection.close()


def contents(plain: sqlite3.Connection) -> list[list[tuple[object, ...]]]:
    tables = ("stored_events", "appends", "head")
    return [plain.execute(f"SELECT * FROM {name} ORDER BY 1").fetchall() for name in tables]


@pytest.mark.parametrize(
    ("statement", "why"),
    [
        ("UPDATE stored_events SET topic = 'x'", "events are never changed"),
        ("UPDATE stored_events SET state = state WHERE rowid = 1", "events are never changed"),
        ("UPDATE OR REPLACE stored_events SET rowid = 2 WHERE rowid = 1", "events are never changed"),
        ("DELETE FROM stored_events", "events are never deleted"),
        ("DELETE FROM stored_events WHERE rowid = 3", "events are never deleted"),
        (f"INSERT INTO stored_events VALUES (4, '{OPERATOR}', 1, {EVENT})", NEXT_EVENT),
        (f"INSERT OR REPLACE INTO stored_events VALUES (4, '{OPERATOR}', 1, {EVENT})", NEXT_EVENT),
        (f"INSERT OR REPLACE INTO stored_events VALUES (2, '{OPERATOR}', 1, {EVENT})", NEXT_EVENT),
        (f"REPLACE INTO stored_events VALUES (3, '3303/x/000001', 1, {EVENT})", NEXT_EVENT),
        (f"INSERT INTO stored_events VALUES (3, '3303/x/000001', 1, {EVENT})", NEXT_EVENT),
        (f"INSERT INTO stored_events VALUES (5, '3303/x/000001', 1, {EVENT})", NEXT_EVENT),
        (f"INSERT INTO stored_events VALUES (0, '3303/x/000001', 1, {EVENT})", NEXT_EVENT),
        (f"INSERT INTO stored_events VALUES (NULL, '3303/x/000001', 1, {EVENT})", NEXT_EVENT),
        (f"INSERT INTO stored_events VALUES (4, '3303/x/000001', 1, {EVENT})", NEXT_EVENT),
        (f"INSERT OR IGNORE INTO stored_events VALUES (4, '3303/x/000001', 1, {EVENT})", NEXT_EVENT),
        ("UPDATE appends SET command_id = 'x' WHERE first = 3", "appends are never changed"),
        ("DELETE FROM appends", "appends are never deleted"),
        (f"INSERT INTO appends VALUES (4, 4, {AT}, 'c')", ONCE),
        (f"INSERT OR REPLACE INTO appends VALUES (4, 4, {AT}, 'c')", ONCE),
        (f"INSERT OR REPLACE INTO appends VALUES (3, 3, {AT}, 'x')", ONCE),
        (f"INSERT INTO appends VALUES (3, 3, {AT}, 'x')", ONCE),
        (f"INSERT INTO appends VALUES (5, 5, {AT}, 'x')", ONCE),
        (f"INSERT INTO appends VALUES (4, 3, {AT}, 'x')", ONCE),
        (f"INSERT INTO appends VALUES (4, 4, {AT}, 'x')", ONCE),
        (f"INSERT INTO head VALUES (2, 9, {AT}, x'')", "there is one head"),
        (f"INSERT OR REPLACE INTO head VALUES (1, 9, {AT}, x'')", "there is one head"),
        ("UPDATE head SET position = position - 1", "the head never falls"),
        ("UPDATE head SET position = 0", "the head never falls"),
        ("UPDATE head SET one = 2", "the head never falls"),
        ("DELETE FROM head", "the head stays"),
    ],
)
def test_guard_refuses_the_statement_and_nothing_changes(
    plain: sqlite3.Connection, statement: str, why: str
) -> None:
    before = contents(plain)
    with pytest.raises(sqlite3.IntegrityError) as caught:
        plain.execute(statement)
    assert str(caught.value) == f"jejak: {why}"
    assert contents(plain) == before


@pytest.mark.parametrize("version", [1, 2])
def test_guard_refuses_a_version_that_is_there_even_when_the_head_was_moved(
    plain: sqlite3.Connection, version: int
) -> None:
    """With room at the head, the next position passes; only the version decides."""
    plain.execute("UPDATE head SET position = 4")
    statement = f"INSERT OR REPLACE INTO stored_events VALUES (4, '{OPERATOR}', {version}, {EVENT})"
    if version == 2:
        plain.execute(statement)
        assert plain.execute("SELECT count(*) FROM stored_events").fetchone() == (4,)
    else:
        with pytest.raises(sqlite3.IntegrityError, match="an event stands at its next position, once"):
            plain.execute(statement)
        assert plain.execute("SELECT count(*) FROM stored_events").fetchone() == (3,)


def test_guards_are_there_again_after_the_tables_are_made_again(file_office: Office) -> None:
    """Making tables on an existing ledger changes nothing and restores a trigger that somebody dropped."""
    before = file_office.query("SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name")
    connection = sqlite3.connect(file_office.path)
    connection.execute("DROP TRIGGER events_update")
    connection.commit()
    connection.close()
    file_office.recorder.create_table()
    assert file_office.query("SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name") == before
    assert [name for (name,) in before] == [
        "appends_delete",
        "appends_insert",
        "appends_update",
        "events_delete",
        "events_insert",
        "events_update",
        "head_delete",
        "head_insert",
        "head_update",
    ]
    assert file_office.store.head().position == 2


def test_store_connection_cannot_write(file_office: Office) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        file_office.store.connection.execute("UPDATE head SET position = position + 1")


def test_recorder_commits_durably(file_office: Office) -> None:
    """WAL with synchronous=FULL (2): an acknowledged append outlives a power cut."""
    with file_office.datastore.get_connection(commit=True) as connection:
        raw = connection._sqlite_conn
        assert raw.execute("PRAGMA synchronous").fetchone()[0] == 2
        assert raw.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
