"""Values as the sheet writes them: labels, ya, dates in words, names of units, codes."""

from __future__ import annotations

import contextlib
from typing import Any

from domain.sheets.sheet import Column
from importers.recording.resolve import Resolver
from jejak_i18n import formatting, labels
from ledger.write.called import called
from ledger.write.unit_of_work import UnitOfWork

Value = Any
"""What a cell was read as, or what the ledger holds for it."""


def shown(column: Column, value: Value, resolver: Resolver, unit_of_work: UnitOfWork) -> str:
    """A value for a person; streams by the name that people know."""
    if isinstance(value, list):
        return "; ".join(shown(column, one, resolver, unit_of_work) for one in value)
    if column.ref and isinstance(value, str):
        return _named(value, resolver, unit_of_work)
    if column.kind in ("indicator", "indicators") and isinstance(value, str):
        return resolver.book.rulebooks.written_indicator(value)
    if column.kind == "region_row" and isinstance(value, str):
        return resolver.book.rulebooks.written_region_row(value)
    if column.kind == "decimal" and value is not None:
        with contextlib.suppress(ValueError):
            return formatting.figure(value)
    return plain(column, value)


def plain(column: Column, value: Value) -> str:
    """A value that names no stream, as its cell may say it."""
    if isinstance(value, bool) or column.kind == "flag":
        return "ya" if value else ""
    if column.kind == "section" and isinstance(value, str):
        return labels.section(value)
    if column.group and isinstance(value, str):
        return labels.label_of(column.group, value)
    if column.kind == "date" and isinstance(value, str):
        with contextlib.suppress(ValueError):
            return formatting.date(value)
    return "" if value is None else str(value)


def _named(stream: str, resolver: Resolver, unit_of_work: UnitOfWork) -> str:
    resolver.fetch_referred()
    state = unit_of_work.state(stream)
    for name in ("short", "name", "slug", "post"):
        if found := getattr(state, name, None):
            return str(found)
    return called(unit_of_work, stream)
