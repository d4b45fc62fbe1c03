"""Rows of a list whose innovation may be recorded already under another key: its title was mended, say.

The key of such a row is made of title and unit, so a mended title would make a second innovation. What looks
like one that is recorded is asked about; the map holds the answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rapidfuzz import fuzz

from domain import streams
from domain.base import reason
from domain.names import fold
from domain.sheets.innovation import INNOVATION
from importers.problems import CellError, Problem, Question
from importers.reading.book import Book, Row
from importers.recording.resolve import Pending, Resolver, Skip
from ledger.write.unit_of_work import UnitOfWork

LIKE = 90
"""How alike two titles are that are asked about, of 100."""
NEW = ("baru", "new")
"""What the map says of an innovation that is none of those recorded."""


class Recorded(NamedTuple):
    """What tells a recorded innovation: title, acronym, and the stream of its unit."""

    title: str
    acronym: str
    unit: str


def settle(book: Book, resolver: Resolver, unit_of_work: UnitOfWork) -> list[Problem]:
    """Gives rows the keys of the innovations that the map says they are; what must be asked is a problem."""
    rows = [row for row in book.rows if row.sheet is INNOVATION and row.place is not None and not row.faulty]
    found = {row: held for row in rows if (held := _held(resolver, unit_of_work, row))}
    unknown = [row for row in rows if row not in found]
    if not unknown:
        return []
    taken = {stream for stream, _version in found.values()}
    problems: list[Problem] = []
    recorded = dict(_recorded(resolver, unit_of_work))
    for row in unknown:
        said = book.same.get(fold(str(row.values["title"])))
        if said and fold(said) in NEW:
            continue
        if said:
            problems += _adopt(book, resolver, unit_of_work, row, said)
        else:
            left = {stream: one for stream, one in recorded.items() if stream not in taken}
            problems += _asked(book, resolver, unit_of_work, row, left)
    resolver.by_key = {(row.sheet.name, row.written_key): row for row in book.rows if row.key}
    return problems


def second_of_a_title(rows: Iterable[Row], resolver: Resolver, unit_of_work: UnitOfWork) -> list[Problem]:
    """New rows of a workbook written for a unit that bear a recorded title: their keys were changed, say."""
    founding = [row for row in rows if row.sheet is INNOVATION and not resolver.known(row)]
    new = {fold(str(row.values["title"])): row for row in founding}
    problems: list[Problem] = []
    for stream, one in _recorded(resolver, unit_of_work) if new else ():
        row = new.get(fold(one.title))
        if row is None:
            continue
        source = unit_of_work.base().facts(stream)[0].source
        what = reason(
            '"{title}" is recorded as {code}: under the key {key} it would become a second innovation.',
            title=one.title,
            code=streams.code(stream),
            key=row.key,
        )
        remedy = reason("If it is another innovation: import again with --yes.")
        if source and source.key:
            remedy = reason(
                "Put back the key {key}. If it is another innovation: import again with --yes.",
                key=f"{source.scope}/{source.key}",
            )
        problems.append(Question(row.cell(), what, remedy))
    return problems


def _held(resolver: Resolver, unit_of_work: UnitOfWork, row: Row) -> tuple[str, int] | None:
    """What the row's key names: among the keys of its unit's list, or else among those that all share."""
    if held := resolver.known(row):
        return held
    held = resolver.reserved(row.sheet.name, row.written_key)
    state = unit_of_work.base().state(held[0]) if held else None
    return held if state and _is_like(str(row.values["title"]), state.summary.title) else None


def _recorded(resolver: Resolver, unit_of_work: UnitOfWork) -> Iterator[tuple[str, Recorded]]:
    """Every innovation of the region."""
    base = unit_of_work.base()
    found = unit_of_work.store.streams(f"{resolver.region}/innovation/")
    unit_of_work.fetch(found)
    for stream in found:
        state = base.state(stream)
        if state:
            yield stream, Recorded(state.summary.title, state.summary.acronym or "", state.unit)


def _asked(
    book: Book, resolver: Resolver, unit_of_work: UnitOfWork, row: Row, recorded: dict[str, Recorded]
) -> Iterator[Problem]:
    title, unit = str(row.values["title"]), _unit(resolver, row)
    own = {one for one in {one.unit for one in recorded.values()} if _is_of(book, resolver, one, unit, row)}
    acronym = fold(str(row.values.get("acronym") or ""))
    for stream, (other, its_acronym, its_unit) in recorded.items():
        alike = _is_like(title, other) or (acronym and acronym == fold(its_acronym))
        if its_unit in own and alike:
            what = reason(
                'this is much like {code} "{title}", which is recorded of the same unit.',
                code=streams.code(stream),
                title=other,
            )
            remedy = reason(
                'Say in the map which it is, under [same]: "{title}" = "{code}" for that one,'
                ' "{title}" = "new" for another.',
                title=title,
                code=streams.code(stream),
            )
            if _key_of_list(resolver, unit_of_work, row, stream) is None:
                remedy = reason(
                    "If it is that one, leave it out of the list and complete it with jejak template"
                    ' FILE.xlsx --for {code}. If it is another: "{title}" = "new" in the map, under [same].',
                    title=title,
                    code=streams.code(stream),
                )
            yield Problem(row.cell("title"), what, remedy)
            return


def _unit(resolver: Resolver, row: Row) -> str | None:
    """The unit of a row where the ledger knows it."""
    try:
        return resolver.unit(str(row.values["unit"]))
    except (CellError, Pending, Skip):
        return resolver.units().get(fold(str(row.values["unit"])))


def _is_like(one: str, other: str) -> bool:
    """True for titles that differ in a letter or two, or by words that one of them has more.

    Other numbers make another innovation.
    """
    first, second = fold(one), fold(other)
    if re.findall(r"[0-9]+", first) != re.findall(r"[0-9]+", second):
        return False
    fewer, more = sorted((set(first.split()), set(second.split())), key=len)
    return fuzz.ratio(first, second) >= LIKE or (len(fewer) > 1 and fewer <= more)


def _is_of(book: Book, resolver: Resolver, recorded: str, unit: str | None, row: Row) -> bool:
    """True when the recorded unit is that of the row, also where the map now calls it another spelling."""
    if recorded == unit:
        return True
    state = resolver.unit_of_work.base().state(recorded)
    names = [name for name in (state.name, state.short) if name] if state else []
    wanted = fold(str(row.values["unit"]))
    return any(fold(book.spellings.get(fold(name), "")) == wanted for name in names)


def _key_of_list(
    resolver: Resolver, unit_of_work: UnitOfWork, row: Row, stream: str
) -> tuple[str | None, str] | None:
    """Scope and key of a recorded innovation that a row may take; None where it has none for a list."""
    source = unit_of_work.base().facts(stream)[0].source
    if not source or source.sheet != INNOVATION.name or not resolver.may_scope(row, source.scope):
        return None
    return source.scope, source.key or ""


def _adopt(
    book: Book, resolver: Resolver, unit_of_work: UnitOfWork, row: Row, said: str
) -> Iterator[Problem]:
    """Gives the rows of an innovation the key under which it was recorded."""
    stream = streams.stream_of_code(said)
    facts = unit_of_work.base().facts(stream) if stream else []
    if not facts:
        what = reason("there is no innovation with the code {code}.", code=said)
        yield Problem(row.cell("title"), what, reason("Mend its line in the map, under [same]."))
        return
    held = _key_of_list(resolver, unit_of_work, row, str(stream))
    if held is None:
        what = reason("{code} does not come from a list of this region or lab.", code=said)
        remedy = reason(
            "Leave it out of the list; complete it with jejak template FILE.xlsx --for {code}, and mend it"
            " with jejak correct.",
            code=said,
        )
        yield Problem(row.cell("title"), what, remedy)
        return
    old, (where, key) = row.key, held
    scope = where if where != resolver.scope(row) else None
    if any(
        (other.sheet, other.key, other.key_scope) == (INNOVATION, key, scope)
        for other in book.rows
        if other is not row
    ):
        what = reason("another row of the list is {code} already.", code=said)
        yield Problem(row.cell("title"), what, reason("Mend its line in the map, under [same]."))
        return
    about = [one for one in book.rows if one.values.get("innovation") == old]
    for one in about:
        one.key, one.key_scope = key + one.key.removeprefix(old), scope
    row.key, row.key_scope = key, scope
    for one in about:
        one.values["innovation"] = row.written_key
