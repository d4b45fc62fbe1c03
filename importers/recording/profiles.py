"""The profiles of persons: of those whose rows are known, and of all who are registered."""

from __future__ import annotations

from collections.abc import Iterator

from domain.person import PersonRegistered
from domain.sheets.directory import PERSON
from importers.reading.book import Book
from importers.recording.resolve import Resolver
from ledger.write.decision import Decision
from ledger.write.unit_of_work import UnitOfWork


def of_rows(book: Book, resolver: Resolver, decision: Decision) -> Iterator[str]:
    """The profiles of the persons whose rows are known."""
    for row in book.rows:
        if row.sheet is PERSON and not row.faulty and (held := resolver.known(row)):
            yield decision.standing(*held).body.profile


def registered(work: UnitOfWork, region: str) -> Iterator[str]:
    """The profiles of all persons of the region."""
    found = work.store.streams(f"{region}/{PERSON.founds}/")
    work.fetch(found)
    for stream in found:
        for fact in work.base().facts(stream):
            if isinstance(fact.body, PersonRegistered):
                yield fact.body.profile
