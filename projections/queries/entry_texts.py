"""What an entry says for itself in the form of its edition, laid over the detail of its innovation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import structs

from domain import entry as events
from domain.base import AnySourcedFact
from domain.claims import LevelClaimed, LevelVerified
from domain.rules.entries import Entry
from projections.queries.detail_types import InnovationDetail, SourcedValue
from projections.queries.sourced_stream import SourcedStream
from projections.read_session import ReadSession

CHOSEN = {
    "category": "kipp_category",
    "sdgs": "sdgs",
    "asta_cita": "asta_cita",
    "source": "replicated_from",
    "source_owner": "replicated_owner",
    "source_tier": "replicated_tier",
    "source_edition": "replicated_edition",
}
"""What an entry chooses: the field of its event, and the field of the detail that holds it."""


def laid_over(
    detail: InnovationDetail,
    session: ReadSession,
    entry: Entry | None,
    places: Mapping[str, Sequence[str]],
) -> InnovationDetail:
    """The detail with the sections, category, goals and source that the entry itself chose.

    `places` names the fields that each section of the form is filled from.
    """
    if entry is None:
        return detail
    written = _written(SourcedStream(session, entry.stream), places)
    return structs.replace(detail, fields=detail.fields | written)


def level_field(indicator: str) -> str:
    """The field of the detail that holds the level of an indicator and what it rests on."""
    return f"indicator.{indicator}"


def with_levels(
    detail: InnovationDetail, session: ReadSession, levels: Mapping[str, tuple[int, Sequence[int]]]
) -> InnovationDetail:
    """The detail with levels that nobody claimed; each with the positions of the facts that give it."""
    unclaimed = {name: one for name, one in levels.items() if level_field(name) not in detail.fields}
    if not unclaimed:
        return detail
    own = SourcedStream(session, detail.stream)
    facts = {fact.position: fact for fact in own.facts}
    given = {
        level_field(name): SourcedValue(
            value=str(level),
            sources=[source for at in positions if at in facts for source in own.sources(facts[at])],
        )
        for name, (level, positions) in unclaimed.items()
    }
    return structs.replace(detail, fields=detail.fields | given)


def _level(
    own: SourcedStream, found: SourcedValue | None, level: int, fact: AnySourcedFact, field: str
) -> SourcedValue:
    """A claim anew, or its verification besides."""
    sources = own.sources(fact, field)
    if field == "level" or found is None:
        return SourcedValue(value=str(level), sources=sources)
    return structs.replace(found, sources=[*found.sources, *sources])


def _written(own: SourcedStream, places: Mapping[str, Sequence[str]]) -> dict[str, SourcedValue]:
    """The fields that the entry says, the last word on each."""
    found: dict[str, SourcedValue] = {}
    for fact in own.facts:
        match fact.body:
            case events.SectionWritten(section=section, text=text):
                found |= {name: own.value(text, fact, "text") for name in places.get(section, ())}
            case LevelClaimed(indicator=indicator, level=level):
                name = level_field(indicator)
                found[name] = _level(own, None, level, fact, "level")
            case LevelVerified(indicator=indicator, verified=level):
                name = level_field(indicator)
                found[name] = _level(own, found.get(name), level, fact, "verified")
            case events.AlignmentChosen() as chosen:
                for field, name in CHOSEN.items():
                    value = getattr(chosen, field)
                    if value:
                        found[name] = own.value([*value] if isinstance(value, list) else value, fact, field)
    return found
