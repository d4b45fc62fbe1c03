"""What people type for a unit, document, agreement, award or region: the name or number it is known by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import ColumnElement, select

from domain import streams
from domain.names import fold
from projections.read_session import ReadSession
from projections.views.agreements import agreements
from projections.views.awards import awards
from projections.views.documents import documents
from projections.views.regions import regions
from projections.views.units import units

_OF_A_REGION = re.compile(r"([0-9]{2}(?:\.[0-9]{2})?)/(.+)", re.DOTALL)

LEAST = 3
"""Fewer letters are part of too many names."""


class Other(NamedTuple):
    """A stream with what to type for it where several are meant, such as `33.07/KKP`."""

    stream: str
    code: str
    title: str


def others(session: ReadSession, text: str) -> list[Other]:
    """Every unit, document, agreement, award and region of that name or number, by stream.

    `33.07/NAME` asks for those of one region.
    """
    found = _named(session, text)
    if not found and (parts := _OF_A_REGION.fullmatch(text)):
        found = [one for one in _named(session, parts[2]) if streams.region_code(one.stream) == parts[1]]
    return sorted(found)


def like(session: ReadSession, text: str) -> list[Other]:
    """Those of whose name or number the text is a part, by stream; none for fewer than LEAST letters."""
    wanted = fold(text)
    if len(wanted) < LEAST:
        return []
    return sorted(one for one, known in _known(session) if any(wanted in fold(name) for name in known))


def _named(session: ReadSession, text: str) -> list[Other]:
    wanted = fold(text)
    return [one for one, known in _known(session) if wanted and wanted in map(fold, known)]


def _known(session: ReadSession) -> Iterator[tuple[Other, list[str]]]:
    def rows(*columns: ColumnElement[str]) -> Iterator[tuple[str, ...]]:
        for row in session.connection.execute(select(*columns)):
            yield tuple(str(value or "") for value in row)

    for stream, short, name, former in rows(units.c.stream, units.c.short, units.c.name, units.c.former):
        yield _other(stream, short, name), [short, name, *former.split("\n")]
    for table, number, title in (
        (documents, documents.c.number, documents.c.subject),
        (agreements, agreements.c.number, agreements.c.title),
    ):
        for stream, numbered, titled in rows(table.c.stream, number, title):
            yield _other(stream, numbered, titled), [numbered, titled]
    for stream, titled in rows(awards.c.stream, awards.c.title):
        yield _other(stream, "", titled), [titled]
    for stream, coded, name in rows(regions.c.stream, regions.c.code, regions.c.name):
        yield _other(stream, coded, name), [coded, name]


def _other(stream: str, code: str, title: str) -> Other:
    known = code or title
    return Other(stream, f"{streams.region_code(stream)}/{known}", "" if known == title else title)
