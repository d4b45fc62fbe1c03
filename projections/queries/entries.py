"""Entries as a list."""

from __future__ import annotations

from typing import NamedTuple

import msgspec
from msgspec import Struct
from sqlalchemy import RowMapping, select

from domain.rules.entries import Entry, Issue
from domain.streams import code, region_code
from jejak_i18n.founding_names import edition
from projections.read_session import ReadSession
from projections.views.catalogue import innovations
from projections.views.entries import entries
from projections.views.regions import region_name

_decode = msgspec.json.Decoder(Entry).decode


class EntryRow(Struct, frozen=True):
    """One entry and how far it is; `code` and `title` are the region's where it enters itself."""

    edition: str
    """`IGA 2026`, or `KIPP 2023 (umum)`."""
    award: str
    year: int
    group: str | None
    queue: str | None
    """With whom it lies; with the unit where nothing is recorded."""
    result: str | None
    code: str
    title: str
    claims: int
    verified: int
    issued: int | None
    """The event of the last dossier issued."""


def entries_of(
    session: ReadSession, award: str | None = None, year: int | None = None, innovation: str | None = None
) -> list[EntryRow]:
    """Every entry, or those of one innovation, with how far it is.

    They stand by award, year, group and code, the region's own first.
    """
    query = select(entries, innovations.c.title).outerjoin(
        innovations, innovations.c.stream == entries.c.innovation
    )
    if award:
        query = query.where(entries.c.award == award.casefold())
    if year:
        query = query.where(entries.c.year == year)
    if innovation:
        query = query.where(entries.c.innovation == innovation)
    order = (
        entries.c.award,
        entries.c.year,
        entries.c.group.nulls_first(),
        entries.c.innovation.nulls_first(),
        entries.c.stream,
    )
    return [_entry_row(session, row) for row in session.connection.execute(query.order_by(*order)).mappings()]


def _entry_row(session: ReadSession, row: RowMapping) -> EntryRow:
    made = _decode(row["facts"])
    region = region_code(row["region"])
    return EntryRow(
        edition=edition(row["award"], row["year"], row["group"]),
        award=row["award"],
        year=row["year"],
        group=row["group"],
        queue=row["queue"],
        result=row["result"],
        code=code(row["innovation"]) if row["innovation"] else region,
        title=row["title"] or region_name(session.connection, region) or region,
        claims=len(made.claims),
        verified=len(made.verified),
        issued=made.issues[-1].at if made.issues else None,
    )


class IssuedDossier(NamedTuple):
    """A dossier of an innovation that was issued, and the edition that it was issued for."""

    award: str
    year: int
    group: str | None
    issue: Issue


def issued_of(session: ReadSession, stream: str, year: int) -> list[IssuedDossier]:
    """The dossiers of an innovation that were issued for the editions of a year, in order of recording."""
    query = select(entries.c.facts).where(entries.c.innovation == stream, entries.c.year == year)
    found = [_decode(facts) for facts in session.connection.execute(query).scalars()]
    issued = [IssuedDossier(one.award, one.year, one.group, issue) for one in found for issue in one.issues]
    return sorted(issued, key=lambda one: one.issue.at)


def all_issued(session: ReadSession, prefix: str = "") -> list[tuple[str, IssuedDossier]]:
    """Every dossier that was issued, with the innovation it is of, in order of recording.

    `prefix` (`3303/`) narrows it to one region.
    """
    query = select(entries.c.innovation, entries.c.facts).where(entries.c.innovation.is_not(None))
    found = [
        (stream, IssuedDossier(one.award, one.year, one.group, issue))
        for stream, facts in session.connection.execute(query)
        if stream.startswith(prefix)
        for one in (_decode(facts),)
        for issue in one.issues
    ]
    return sorted(found, key=lambda one: one[1].issue.at)


def of_innovation(session: ReadSession, stream: str) -> list[str]:
    """The streams of the entries of an innovation, in the order of their numbers."""
    query = select(entries.c.stream).where(entries.c.innovation == stream).order_by(entries.c.stream)
    return [row[0] for row in session.connection.execute(query)]
