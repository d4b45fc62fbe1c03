"""What a book will ask of the ledger, asked in bulk before its rows are decided one by one.

It makes no difference but to the time: what was not foreseen here is asked when it is needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from domain import kinds, streams
from domain.on_entry import OnEntry, edition
from domain.sheets.directory import MISSION
from domain.sheets.evidence import EVIDENCE
from domain.sheets.idea import SPLIT
from domain.sheets.lab import CEREMONY
from domain.sheets.registry import FOUNDING
from domain.sheets.sheet import Column
from importers.reading.book import Book, Row
from ledger.ports.vault import Profile, Vault
from ledger.write.integrity import row_key
from ledger.write.unit_of_work import UnitOfWork

SHEETS = {"missions": MISSION.name, "ceremony": CEREMONY.name, "evidence": EVIDENCE.name}
"""Kind of column to the sheet whose keys it names."""


def prefetch(
    book: Book, unit_of_work: UnitOfWork, scope: str, rows: Iterable[Row], *, whole_region: bool
) -> None:
    """Reads all that the book names within a scope, of which some of its rows are.

    The keys of these rows and those that the book refers to, with the streams that hold them; for a whole
    region also the streams that it names by code, and all entries of the editions that it speaks of.
    """
    own = {(row.sheet.name, row.key) for row in rows if row.key and not row.faulty}
    keys = (row_key(scope, sheet, key) for sheet, key in own | set(_named(book)))
    found = {stream for stream, _ in unit_of_work.reserved(keys).values()}
    if whole_region:
        found |= set(_coded(book))
        for prefix in _editions(book, scope):
            found |= unit_of_work.stored.reserved_under(prefix)
    unit_of_work.fetch(found)


def prefetch_referred(unit_of_work: UnitOfWork, names: Iterable[str]) -> None:
    """Reads what the facts that stand in some streams refer to."""
    base = unit_of_work.base()
    unit_of_work.fetch({to for name in names for fact in base.facts(name) for to in kinds.refs(fact.body)})


def _asking(book: Book) -> Iterator[Row]:
    """The rows whose keys are looked up: those without errors of their own."""
    return (row for row in book.rows if row.key and not row.faulty)


def _named(book: Book) -> Iterator[tuple[str, str]]:
    """Pairs (sheet, key) of what the book refers to outside itself."""
    here = {(row.sheet.name, row.written_key) for row in book.rows}
    for column, text in _references(book):
        for place in _places(column, text):
            if place not in here:
                yield place


def _places(column: Column, text: str) -> Iterator[tuple[str, str]]:
    """The sheets on which a reference may stand, with its key there."""
    base, mark, _ = text.rpartition("#")
    if column.kind in SHEETS:
        yield SHEETS[column.kind], text
        return
    if column.ref == "idea" and mark:
        yield SPLIT.name, base
    for sheet in FOUNDING[column.ref or ""]:
        yield sheet, text


def _references(book: Book) -> Iterator[tuple[Column, str]]:
    for row in book.rows:
        for column in row.sheet.columns:
            value = row.values.get(column.field)
            if value and (column.ref or column.kind in SHEETS):
                for text in value if isinstance(value, list) else [value]:
                    yield column, text


def _coded(book: Book) -> Iterator[str]:
    """The streams that the book names by code."""
    for column, text in _references(book):
        if column.ref and (stream := streams.stream_of_code(text)):
            yield stream


def _editions(book: Book, region: str) -> set[str]:
    """What the keys of the entries begin with that the book speaks of."""
    return {
        edition(region, row.values.get("award") or row.sheet.action.AWARD, row.values["year"])
        for row in _asking(book)
        if issubclass(row.sheet.action, OnEntry) and "year" in row.values
    }


class People:
    """The personal data of the persons whose rows are known, read when the first of them is compared."""

    def __init__(self, vault: Vault, profiles: Iterable[str]) -> None:
        self.vault, self.profiles = vault, profiles
        self._read: dict[str, Profile] | None = None

    def profile(self, name: str) -> Profile:
        """What is kept of a profile; empty when it was forgotten."""
        if self._read is None:
            self._read = self.vault.some(self.profiles)
        if name not in self._read:
            self._read[name] = self.vault.get(name)
        return self._read[name]
