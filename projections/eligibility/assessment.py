"""All that an edition says of a region as data: verdicts, index, spread over affairs."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct, structs

from domain.rules.rulebook import Rulebook
from domain.rules.verdict import Verdict
from domain.streams import region_code
from projections.eligibility.answers import IndexAnswer, VerdictAnswer
from projections.eligibility.edition import Edition
from projections.eligibility.index import index_answer
from projections.eligibility.verdicts import verdict_answer
from projections.queries.detail_types import Region
from projections.read_session import ReadSession
from projections.timeline.stream_names import StreamNames
from schemas.loader import packaged
from schemas.regions import regions


class TitledRulebook(Struct, frozen=True, kw_only=True):
    """A rulebook by its id, title and the SHA-256 of its bytes."""

    id: str
    title: str
    sha256: str


class EditionHead(Struct, frozen=True, kw_only=True):
    """One award, year and group, with the rulebook that speaks."""

    award: str
    year: int
    group: str | None
    rulebook: TitledRulebook
    highest_level: int
    """The highest level that an indicator of the edition can reach."""


class UnitVerdict(VerdictAnswer, frozen=True, kw_only=True):
    """A verdict whose `unit` is the unit's short name, and `unit_id` the id of its stream."""

    unit_id: str


class AffairCount(Struct, frozen=True, kw_only=True):
    """An affair that must be represented: how many innovations serve it, and how many of them count."""

    affair: str
    recorded: int
    counted: int


class Assessment(Struct, frozen=True, kw_only=True):
    """What the workbooks of an edition are made from."""

    edition: EditionHead
    region: Region
    day: str
    position: int
    as_of: str | None
    known_at: str | None
    entered: bool
    """True when only innovations with an entry were assessed."""
    sources: dict[str, str]
    """Id of every source of the rulebook, and of the rulebook itself, to its title."""
    verdicts: list[UnitVerdict]
    index: IndexAnswer
    affairs: list[AffairCount]
    unknown: list[str]
    """What is not known about the rules of the edition."""


def assessment(session: ReadSession, edition: Edition, *, entered: bool = False) -> Assessment:
    """The assessment of a region; `entered` keeps innovations with an entry."""
    names = StreamNames(session)
    verdicts = edition.verdicts(entered=entered)
    return Assessment(
        edition=_head(edition.book),
        region=_region(region_code(edition.region)),
        day=edition.context.day,
        position=session.position,
        as_of=session.as_of,
        known_at=session.known_at,
        entered=entered,
        sources={one.id: one.title for one in edition.book.sources} | {edition.book.id: edition.book.title},
        verdicts=[_unit_verdict(one, names.of(one.unit)) for one in verdicts],
        index=index_answer(edition, session.position),
        affairs=affair_counts(edition, verdicts),
        unknown=[gap.label for gap in edition.book.unknown],
    )


def _head(book: Rulebook) -> EditionHead:
    rulebook = TitledRulebook(id=book.id, title=book.title, sha256=book.sha256)
    # The legend of the matrix names the levels also where the edition has none.
    highest = book.most_levels or packaged().highest
    return EditionHead(
        award=book.award, year=book.year, group=book.group, rulebook=rulebook, highest_level=highest
    )


def _region(code: str) -> Region:
    known = regions().get(code)
    return Region(code=code, name=known["name"] if known else code)


def _unit_verdict(verdict: Verdict, unit: str) -> UnitVerdict:
    fields = structs.asdict(verdict_answer(verdict)) | {"unit": unit}
    return UnitVerdict(**fields, unit_id=verdict.unit)


def affair_counts(edition: Edition, verdicts: list[Verdict]) -> list[AffairCount]:
    """The affairs that must be represented, with how many innovations serve each, and how many count."""
    if edition.book.spread is None:
        return []
    held = edition.affairs()
    recorded = Counter(held.get(one.stream) for one in verdicts)
    counted = Counter(one.affair for one in edition.sent(verdicts))
    return [
        AffairCount(affair=affair, recorded=recorded[affair], counted=counted[affair])
        for affair in edition.book.spread.affairs
    ]
