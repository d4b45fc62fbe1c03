"""The statements by which a ledger on PostgreSQL is read."""

from __future__ import annotations

from ledger.ports.read_statements import ReadStatements

_COLUMNS = "notification_id, originator_id, originator_version, topic, state, recorded_at"
_HELD = "SELECT key, originator_id, originator_version FROM reservations WHERE key"

READ = ReadStatements(
    # Functions: the proof tree is one for all, also for who sees some regions alone.
    leaf="SELECT coalesce(leaf(%s), ''::bytea)",
    leaves="SELECT * FROM leaves(%s, %s)",
    at=f"SELECT {_COLUMNS} FROM stored_events WHERE notification_id = %s",
    rows=(
        f"SELECT {_COLUMNS} FROM stored_events WHERE originator_id = %s AND notification_id <= %s"
        " ORDER BY originator_version"
    ),
    # The plus keeps the index of positions out: without figures the server reads the whole table by it.
    rows_among=(
        f"SELECT {_COLUMNS} FROM stored_events WHERE +notification_id <= %s AND originator_id = ANY(%s)"
    ),
    all_rows=f"SELECT {_COLUMNS} FROM stored_events WHERE true",
    all_rows_with_leaf=f"SELECT {_COLUMNS}, leaf FROM stored_events WHERE true",
    from_stream=" AND originator_id >= %s",
    before_stream=" AND originator_id < %s",
    upto=" AND notification_id <= %s",
    next_stream=(
        "SELECT originator_id FROM stored_events WHERE originator_id >= %s ORDER BY originator_id LIMIT 1"
    ),
    all_events=f"SELECT {_COLUMNS}, leaf FROM stored_events ORDER BY notification_id",
    gaps=(
        "SELECT originator_id, max(notification_id) FROM stored_events GROUP BY originator_id"
        " HAVING min(originator_version) <> 1 OR max(originator_version) <> count(*) ORDER BY 1"
    ),
    places_among=(
        "SELECT originator_id, originator_version FROM stored_events WHERE notification_id = ANY(%s)"
    ),
    between=(
        f"SELECT {_COLUMNS} FROM stored_events WHERE notification_id BETWEEN %s AND %s"
        " ORDER BY notification_id"
    ),
    streams_between=(
        "SELECT DISTINCT originator_id FROM stored_events"
        " WHERE notification_id > %s AND notification_id <= %s ORDER BY 1"
    ),
    streams=(
        "SELECT originator_id FROM stored_events WHERE originator_version = 1"
        " AND originator_id >= %s AND originator_id < %s ORDER BY 1"
    ),
    last_stream=(
        "SELECT originator_id FROM stored_events WHERE originator_id >= %s AND originator_id < %s"
        " ORDER BY originator_id DESC LIMIT 1"
    ),
    append_of="SELECT first, last, recorded_at, command_id FROM appends WHERE command_id = %s",
    position_at="SELECT max(last) FROM appends WHERE recorded_at <= %s",
    recorded_at="SELECT recorded_at FROM appends WHERE first <= %s ORDER BY first DESC LIMIT 1",
    reservations_of=(
        "SELECT key, originator_id, originator_version FROM reservations WHERE originator_id >= %s"
    ),
    refs_of="SELECT target, originator_id FROM refs WHERE originator_id >= %s",
    reserved_among=f"{_HELD} = ANY(%s)",
    reserved_under=f"{_HELD} >= %s AND key < %s",
    referrers_among="SELECT originator_id FROM refs WHERE target = ANY(%s)",
    has_merged="SELECT 1 WHERE to_regclass('merged_from') IS NOT NULL",
)
