"""Cells that nobody could type today, but that say what is recorded: unchanged, they never count as wrong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from domain.sheets.lab import LAB
from domain.sheets.sheet import Column
from importers.problems import Problem
from importers.reading.book import Book, Doubt, Row
from importers.recording.recorded_rows import RecordedCell, RecordedRows
from importers.recording.resolve import Resolver
from importers.recording.shown import plain


def problems_left(book: Book, resolver: Resolver, recorded: RecordedRows) -> list[Problem]:
    """The errors of the book without those of unchanged cells, whose rows then hold the recorded values."""
    lab = resolver.lab
    resolver.lab = lab or _lab_of_file(book, resolver)
    try:
        said = {
            id(one.problem) for row in book.rows if row.doubts for one in _unchanged(row, resolver, recorded)
        }
    finally:
        resolver.lab = lab
    return [one for one in book.problems if id(one) not in said]


def _lab_of_file(book: Book, resolver: Resolver) -> str | None:
    """The lab whose row stands in the file, if it is recorded already."""
    row = resolver.by_key.get((LAB.name, book.lab or ""))
    held = resolver.known(row) if row else None
    return held[0] if held else None


def _unchanged(row: Row, resolver: Resolver, recorded: RecordedRows) -> Iterator[Doubt]:
    known = resolver.known(row) if row.key else None
    held = recorded.held(row.sheet, known[0], resolver.scope(row), row.key) if known else {}
    found = [one for one in row.doubts if _says(row.sheet.column(one.field), held.get(one.field), one.value)]
    for one in found:
        row.values[one.field] = held[one.field].value
    row.faulty = not row.only_doubts or len(found) < len(row.doubts)
    yield from found


def _says(column: Column | None, was: RecordedCell | None, value: Any) -> bool:
    if column is None or was is None:
        return False
    parts = was.value if isinstance(was.value, list) else [was.value]
    return bool(was.value == value) or _line(value) == _line("; ".join(plain(column, one) for one in parts))


def _line(text: object) -> str:
    return " ".join(str(text).split())
