"""What an entry says for itself in the form of its edition, laid over the detail of its innovation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import structs

from domain import entry as events
from domain.rules.entries import Entry
from projections.queries.detail_types import InnovationDetail, SourcedValue
from projections.queries.sourced_stream import SourcedStream
from projections.read_session import ReadSession


def laid_over(
    detail: InnovationDetail,
    session: ReadSession,
    entry: Entry | None,
    places: Mapping[str, Sequence[str]],
) -> InnovationDetail:
    """The detail with the sections, category and goals that the entry itself chose.

    `places` names the fields that each section of the form is filled from.
    """
    if entry is None:
        return detail
    written = _written(SourcedStream(session, entry.stream), places)
    return structs.replace(detail, fields=detail.fields | written)


def _written(own: SourcedStream, places: Mapping[str, Sequence[str]]) -> dict[str, SourcedValue]:
    """The fields that the entry says, the last word on each."""
    found: dict[str, SourcedValue] = {}
    for fact in own.facts:
        match fact.body:
            case events.SectionWritten(section=section, text=text):
                found |= {name: own.value(text, fact, "text") for name in places.get(section, ())}
            case events.AlignmentChosen(category=category, sdgs=sdgs):
                if category:
                    found["kipp_category"] = own.value(category, fact, "category")
                if sdgs:
                    found["sdgs"] = own.value([*sdgs], fact, "sdgs")
    return found
