"""What an import may say beside its result: twins by title, and rows that a later file no longer has."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sqlalchemy import select

from domain import streams
from domain.base import AnySourcedFact
from domain.names import fold
from importers.problems import Cell
from importers.reading.book import Book, Row
from importers.recording.resolve import Resolver
from ledger.workspace.workspace import Workspace
from ledger.write.called import called
from ledger.write.integrity import row_key
from ledger.write.unit_of_work import UnitOfWork
from projections.storage.factory import generation_store_of
from projections.views.catalogue import innovations

LOOKED_AT = 2_000
"""So many rows of other files at most are looked through for one sheet."""


class Twin(NamedTuple):
    """A new innovation whose title another bears that was recorded before."""

    cell: Cell
    title: str
    code: str


class Vanished(NamedTuple):
    """A row of an earlier state of this file that it no longer has; it stays recorded."""

    sheet: str
    key: str
    code: str
    action: str
    """What `jejak void` takes to void it."""
    title: str = ""
    """What it founded, by name."""


def twins(workspace: Workspace, region: str, new: Iterable[tuple[Cell, str, str]]) -> list[Twin]:
    """Of new innovations (cell, title, stream) those with a title that the region's views hold already."""
    wanted = list(new)
    today = generation_store_of(workspace).today() if wanted else None
    if today is None:
        return []
    with contextlib.closing(today), today.queries() as connection:
        titles = select(innovations.c.title, innovations.c.stream).where(
            innovations.c.stream.startswith(f"{region}/", autoescape=True)
        )
        recorded = {fold(title): stream for title, stream in connection.execute(titles) if title}
    return [
        Twin(cell, title, streams.code(recorded[fold(title)]))
        for cell, title, stream in wanted
        if recorded.get(fold(title), stream) != stream
    ]


def vanished(book: Book, resolver: Resolver, unit_of_work: UnitOfWork) -> list[Vanished]:
    """Rows that came from the files of this book's known rows and that it no longer has.

    A file counts as an earlier state of the book where the book holds at least half of its rows of a sheet.
    """
    places: dict[tuple[str, str], list[Row]] = {}
    for row in book.rows:
        if row.key and row in resolver.streams:
            places.setdefault((resolver.scope(row), row.sheet.name), []).append(row)
    found: list[Vanished] = []
    for (scope, sheet), rows in places.items():
        known = [held for row in rows if (held := resolver.known(row))]
        if known:
            found += _vanished(unit_of_work, scope, sheet, {row.key for row in rows}, known)
    founded = {one.code for one in found if one.title}
    # With what they are about, the rows about it have gone too.
    return [one for one in found if one.title or one.code not in founded]


def _vanished(
    unit_of_work: UnitOfWork, scope: str, sheet: str, keys: set[str], known: list[tuple[str, int]]
) -> Iterator[Vanished]:
    prefix = row_key(scope, sheet, "")
    held = unit_of_work.store.reserved_under(prefix)
    gone = {key.removeprefix(prefix): place for key, place in held.items()}
    gone = {key: place for key, place in gone.items() if key not in keys}
    if not 0 < len(gone) <= LOOKED_AT:
        return
    unit_of_work.fetch({stream for stream, _ in gone.values()})
    still = Counter(_file(_fact(unit_of_work, *place)) for place in known)
    lacking = {key: _fact(unit_of_work, *place) for key, place in gone.items()}
    away = Counter(map(_file, lacking.values()))
    for key, fact in sorted(lacking.items()):
        file = _file(fact)
        if fact and file and still[file] >= away[file]:
            title = _title(unit_of_work, gone[key][0]) if gone[key][1] == 1 else ""
            yield Vanished(sheet, key, called(unit_of_work, gone[key][0]), fact.action, title)


def _title(unit_of_work: UnitOfWork, stream: str) -> str:
    state = unit_of_work.state(stream)
    summary = getattr(state, "summary", None)
    names = (getattr(summary, "title", None), *(getattr(state, name, None) for name in ("title", "name")))
    return next((str(name) for name in names if name), "")


def _fact(unit_of_work: UnitOfWork, stream: str, version: int) -> AnySourcedFact | None:
    return next((one for one in unit_of_work.facts(stream) if one.version == version), None)


def _file(fact: AnySourcedFact | None) -> str | None:
    return fact.source.file if fact and fact.source else None
