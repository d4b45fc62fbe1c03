"""The statements by which a ledger is read: each database has a file of its own with the same names."""

from __future__ import annotations

from dataclasses import dataclass

_APPENDS = "SELECT first, last, recorded_at, command_id FROM appends"


@dataclass(frozen=True, kw_only=True)
class ReadStatements:
    """Statements of one database; those with a text here are the same in both.

    Of many values at a time (`…_among`) every connection takes as many as its database can.
    """

    leaf: str
    """The leaf at a position."""
    leaves: str
    """The leaves from a position to another, by position."""
    at: str
    """The row at a position."""
    rows: str
    """The rows of a stream up to a position, by version."""
    rows_among: str
    """The rows up to a position of many streams."""
    all_rows: str
    """Every row; the four clauses narrow it, and `in_stream_order` ends it."""
    all_rows_with_leaf: str
    """The same with the leaf of each row."""
    from_stream: str
    before_stream: str
    upto: str
    in_stream_order: str = " ORDER BY originator_id, originator_version"
    next_stream: str
    """The first stream from a name on."""
    all_events: str
    """Every row with its leaf, by position."""
    gaps: str
    """The streams whose versions do not run from one up without a gap, with their last position."""
    places_among: str
    """Stream and version of many positions."""
    between: str
    """The rows from a position to another."""
    streams_between: str
    """The streams with rows after a position up to another."""
    streams: str
    """The streams of a range."""
    last_stream: str
    """The last stream of a range."""
    append_of: str
    """The append of a command."""
    position_at: str
    """The last position recorded at or before a stamp."""
    recorded_at: str
    """When a position was recorded."""
    reserved_among: str
    """Those of many keys that are held."""
    reserved_under: str
    """The keys of a range that are held."""
    referrers_among: str
    """The streams that refer to any of many."""
    reservations_of: str
    """The reservations that the streams from a name on hold; `before_stream` narrows it."""
    refs_of: str
    """The references of the streams from a name on; `before_stream` narrows it."""
    has_merged: str
    """A row where anything was ever merged into the ledger."""
    merged: str = (
        "SELECT first, last, recorded_at, origin, origin_first, origin_last, frontier, root, regions,"
        " checkpoint, verifier FROM merged_from ORDER BY first"
    )
    head: str = "SELECT position, recorded_at, frontier FROM head"
    all_appends: str = f"{_APPENDS} ORDER BY first"
    first_append: str = f"{_APPENDS} ORDER BY first LIMIT 1"
    all_reservations: str = "SELECT key, originator_id, originator_version FROM reservations ORDER BY 1"
    all_refs: str = "SELECT target, originator_id FROM refs ORDER BY 1, 2"
