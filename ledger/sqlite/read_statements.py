"""The statements by which a ledger file is read."""

from __future__ import annotations

from ledger.ports.read_statements import ReadStatements

_COLUMNS = "rowid, originator_id, originator_version, topic, state, recorded_at"
_HELD = "SELECT key, originator_id, originator_version FROM reservations WHERE key"

READ = ReadStatements(
    leaf="SELECT leaf FROM stored_events WHERE rowid = ?",
    leaves="SELECT leaf FROM stored_events WHERE rowid BETWEEN ? AND ? ORDER BY rowid",
    at=f"SELECT {_COLUMNS} FROM stored_events WHERE rowid = ?",
    rows=(
        f"SELECT {_COLUMNS} FROM stored_events WHERE originator_id = ? AND rowid <= ?"
        " ORDER BY originator_version"
    ),
    # The plus keeps the index of positions out: there are few streams and many positions.
    rows_among=f"SELECT {_COLUMNS} FROM stored_events WHERE +rowid <= ? AND originator_id IN ({{}})",
    all_rows=f"SELECT {_COLUMNS} FROM stored_events WHERE true",
    all_rows_with_leaf=f"SELECT {_COLUMNS}, leaf FROM stored_events WHERE true",
    from_stream=" AND originator_id >= ?",
    before_stream=" AND originator_id < ?",
    upto=" AND rowid <= ?",
    next_stream=(
        "SELECT originator_id FROM stored_events WHERE originator_id >= ? ORDER BY originator_id LIMIT 1"
    ),
    all_events=f"SELECT {_COLUMNS}, leaf FROM stored_events ORDER BY rowid",
    gaps=(
        "SELECT originator_id, max(rowid) FROM stored_events GROUP BY originator_id"
        " HAVING min(originator_version) <> 1 OR max(originator_version) <> count(*) ORDER BY 1"
    ),
    places_among="SELECT originator_id, originator_version FROM stored_events WHERE rowid IN ({})",
    between=f"SELECT {_COLUMNS} FROM stored_events WHERE rowid BETWEEN ? AND ? ORDER BY rowid",
    streams_between=(
        "SELECT DISTINCT originator_id FROM stored_events WHERE rowid > ? AND rowid <= ? ORDER BY 1"
    ),
    streams=(
        "SELECT originator_id FROM stored_events WHERE originator_version = 1"
        " AND originator_id >= ? AND originator_id < ? ORDER BY 1"
    ),
    last_stream=(
        "SELECT originator_id FROM stored_events WHERE originator_id >= ? AND originator_id < ?"
        " ORDER BY originator_id DESC LIMIT 1"
    ),
    append_of="SELECT first, last, recorded_at, command_id FROM appends WHERE command_id = ?",
    position_at="SELECT max(last) FROM appends WHERE recorded_at <= ?",
    recorded_at="SELECT recorded_at FROM appends WHERE first <= ? ORDER BY first DESC LIMIT 1",
    reservations_of=(
        "SELECT key, originator_id, originator_version FROM reservations WHERE originator_id >= ?"
    ),
    refs_of="SELECT target, originator_id FROM refs WHERE originator_id >= ?",
    reserved_among=f"{_HELD} IN ({{}})",
    reserved_under=f"{_HELD} >= ? AND key < ?",
    referrers_among="SELECT originator_id FROM refs WHERE target IN ({})",
    has_merged="SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'merged_from'",
)
