"""Verdicts of many innovations: their cases and entries joined with the edition and earlier awards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec
from sqlalchemy import select

from domain import streams
from domain.names import fold
from domain.rules import entries as folded_entries
from domain.rules.case import Case, Sourced
from domain.rules.context import Award, Context
from domain.rules.index import Index, Sent, index
from domain.rules.judging import judge
from domain.rules.rulebook import Rulebook
from domain.rules.verdict import NOT_MET, Verdict
from projections.eligibility import rulebooks
from projections.eligibility.rulebooks import Held
from projections.read_session import ReadSession
from projections.views.awards import awards
from projections.views.cases import cases
from projections.views.documents import documents
from projections.views.entries import entries
from projections.views.regions import editions

_case = msgspec.json.Decoder(Case).decode
_entry = msgspec.json.Decoder(folded_entries.Entry).decode
WITHDRAWN = "withdrawn"


@dataclass
class Edition:
    """One award, year and group in one region, as the views know it."""

    views: ReadSession
    book: Rulebook
    region: str
    """The region's prefix, such as `3303`."""
    context: Context
    entries: dict[str, folded_entries.Entry]
    """Innovation to its entry."""
    own: folded_entries.Entry | None
    """The entry of the region itself."""
    results: dict[str, list[Award]]
    """Innovation to what it reached in earlier editions."""
    withdrawn: set[str]
    """Innovations whose entry was withdrawn."""

    def verdict(self, stream: str) -> Verdict:
        """The verdict about one innovation. Raises KeyError when the views do not know it."""
        case = _case_of(self.views, stream)
        if case is None:
            raise KeyError(stream)
        return self._judge(case)

    def verdicts(self, *, entered: bool = False) -> list[Verdict]:
        """All verdicts of the region, by code; `entered` keeps those that have an entry."""
        return [self._judge(case) for case in self._cases() if not entered or case.stream in self.entries]

    def entered(self) -> list[tuple[Case, Verdict]]:
        """What has an entry that was not withdrawn, by code: each with its verdict."""
        return [(case, self._judge(case)) for case in self._cases() if case.stream in self.entries]

    def not_entered(self) -> list[str]:
        """The innovations of the region that have no such entry, by code."""
        query = select(cases.c.stream).where(cases.c.region == self.region, cases.c.stands)
        found = self.views.connection.execute(query.order_by(cases.c.stream)).scalars()
        return [stream for stream in found if stream not in self.entries]

    def _cases(self) -> Iterator[Case]:
        query = select(cases.c.facts).where(cases.c.region == self.region, cases.c.stands)
        for row in self.views.connection.execute(query.order_by(cases.c.stream)):
            yield _case(row[0])

    def _judge(self, case: Case) -> Verdict:
        _inherit(self.views, case, self.context, self.results)
        return judge(self.book, case, self.entries.get(case.stream), self.context)

    def affairs(self) -> dict[str, str | None]:
        """Innovation to its affair; None where none is recorded."""
        return {case.stream: _affair(case.chosen.get("affair"))[0] for case in self._cases()}

    def sent(self, verdicts: list[Verdict] | None = None) -> list[Sent]:
        """The innovations that the index counts: entered, and not shut out by a confirmed rule."""
        found = self.verdicts(entered=True) if verdicts is None else [one for one in verdicts if one.entered]
        affairs = {case.stream: case.chosen.get("affair") for case in self._cases()}
        return [
            Sent(one.stream, one.maturity, *_affair(affairs.get(one.stream)))
            for one in found
            if one.outcome != NOT_MET and one.maturity is not None
        ]

    def index(self, verdicts: list[Verdict] | None = None) -> Index:
        """The index of the region."""
        return index(self.book, self.own, self.sent(verdicts), self.context.region, self._papers())

    def _papers(self) -> dict[str, tuple[str | None, str | None]]:
        """Number and date of the documents that verifications of the region's rows cite."""
        verified = self.own.verified.values() if self.own else ()
        cites = [cite for verification in verified for cite in verification.cites]
        query = select(documents.c.stream, documents.c.number, documents.c.occurred).where(
            documents.c.stream.in_({cite.document for cite in cites if cite.document}), documents.c.stands
        )
        return {row[0]: (row[1], row[2]) for row in self.views.connection.execute(query)}


def _affair(sourced: Sourced | None) -> tuple[str | None, int | None]:
    return (str(sourced.value), sourced.at) if sourced else (None, None)


def edition_of_innovation(
    session: ReadSession, stream: str, award: str, year: int, group: str | None, pinned: str | None = None
) -> tuple[Held, Edition]:
    """The rulebook that speaks in an innovation's region, and its edition. Raises RulebookError.

    `pinned` is the SHA-256 of the rulebook by which something was handed out earlier.
    """
    region = streams.region_of(stream)
    held = rulebooks.find(session, region, award, year, group)
    if pinned is not None:
        held = rulebooks.as_pinned(held, pinned)
    return held, edition(session, held.book, region)


def edition(session: ReadSession, book: Rulebook, region: str) -> Edition:
    """Everything that verdicts of one rulebook in one region need, read once."""
    context = Context(region=streams.region_stream(region), position=session.position, day=session.spoken_day)
    held: dict[str, folded_entries.Entry] = {}
    own, withdrawn = None, set[str]()
    query = select(entries).where(
        entries.c.region == region, entries.c.award == book.award, entries.c.year == book.year
    )
    for row in session.connection.execute(query.order_by(entries.c.stream)).mappings():
        if row["result"] == WITHDRAWN:
            if row["innovation"] and row["group"] == book.group:
                withdrawn.add(row["innovation"])
            continue
        entry = _entry(row["facts"])
        if entry.innovation is None:
            own = entry
            continue
        if row["group"] == book.group:
            held[entry.innovation] = entry
            context.entries.append(entry.founded)
        _title(session, entry, context)
    _dates(session, book, region, context)
    results = _results(session, book, region) if book.history else {}
    return Edition(session, book, region, context, held, own, results, withdrawn)


def _title(session: ReadSession, entry: folded_entries.Entry, context: Context) -> None:
    case = _case_of(session, entry.innovation)
    if case is not None:
        named = context.titles.setdefault(fold(str(case.title.value)), [])
        named += [(case.stream, case.title.at), (case.stream, entry.founded)]


def _dates(session: ReadSession, book: Rulebook, region: str, context: Context) -> None:
    """Opening and closing, as announced last; an extension replaces the closing.

    A date without a group is of all groups.
    """
    query = (
        select(editions)
        .where(
            editions.c.stream == streams.region_stream(region),
            editions.c.award == book.award,
            editions.c.year == book.year,
        )
        .order_by(editions.c.place)
    )
    closing: dict[str, Sourced] = {}
    for row in session.connection.execute(query).mappings():
        if row["group"] not in (None, book.group):
            continue
        sourced = Sourced(row["position"], row["day"])
        if row["milestone"] == "opens":
            context.opening = sourced
        else:
            closing[row["milestone"]] = sourced
    context.closing = closing.get("extended") or closing.get("closes")


def _inherit(session: ReadSession, case: Case, context: Context, results: dict[str, list[Award]]) -> None:
    """Awards and earlier results of the innovation and of the generations before it."""
    if not case.awarded and not case.earlier and case.stream not in results:
        return
    found: list[Award] = []
    waiting: list[tuple[Case, tuple[int, ...]]] = [(case, ())]
    seen = {case.stream}
    while waiting:
        one, via = waiting.pop()
        found += [award for sourced in one.awarded for award in _award(session, sourced, via)]
        found += [msgspec.structs.replace(award, via=via) for award in results.get(one.stream, [])]
        for sourced in one.earlier:
            before = None if sourced.value in seen else _case_of(session, sourced.value)
            seen.add(sourced.value)
            if before is not None:
                waiting.append((before, (*via, sourced.at)))
    context.awards[case.stream] = _distinct(found)


def _distinct(found: list[Award]) -> list[Award]:
    """Each once: an award may stand as such and as the result of an entry."""
    kept: dict[tuple[str, str], Award] = {}
    for one in found:
        edition = fold(one.edition) or f"event {one.at}"
        kept.setdefault((fold(one.tier), edition), one)
    return list(kept.values())


def _results(session: ReadSession, book: Rulebook, region: str) -> dict[str, list[Award]]:
    """What entries reached in editions before this one: finalists and winners with their tier."""
    query = select(entries.c.facts, entries.c.year, entries.c.innovation).where(
        entries.c.region == region,
        entries.c.award == book.award,
        entries.c.year < book.year,
        entries.c.result.in_(("finalist", "winner")),
    )
    found: dict[str, list[Award]] = {}
    for facts, year, stream in session.connection.execute(query.order_by(entries.c.stream)):
        result = _entry(facts).result
        if result is not None and result.value[1]:
            tier = result.value[1]
            found.setdefault(stream, []).append(Award(result.at, tier, tier, str(year)))
    return found


def _case_of(session: ReadSession, stream: str | None) -> Case | None:
    row = session.connection.execute(select(cases.c.facts).where(cases.c.stream == stream)).scalar()
    return _case(row) if row is not None else None


def _award(session: ReadSession, sourced: Sourced, via: tuple[int, ...]) -> list[Award]:
    found = session.connection.execute(select(awards).where(awards.c.stream == sourced.value))
    row = found.mappings().one_or_none()
    return [Award(sourced.at, row["title"], row["tier"], row["edition"], via)] if row else []
