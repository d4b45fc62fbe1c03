"""What an entry says for itself in the form of its edition, laid over the portrait of its innovation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from domain import entry as events
from domain.rules.entries import Entry
from projections.queries.innovation_detail import Stream
from projections.read_session import ReadSession

Json = dict[str, Any]


def laid_over(portrait: Json, session: ReadSession, entry: Entry | None, form: Mapping[str, Any]) -> Json:
    """The portrait with the sections, category and goals that the entry itself chose."""
    if entry is None:
        return portrait
    own = Stream(session, entry.stream)
    fields = dict(portrait["fields"])
    places = {part["id"]: part["fields"] or [part["id"]] for part in form["sections"]}
    for fact in own.facts:
        match fact.body:
            case events.SectionWritten(section=section, text=text):
                for name in places.get(section, []):
                    fields[name] = own.value(text, fact, "text")
            case events.AlignmentChosen(category=category, sdgs=sdgs):
                if category:
                    fields["kipp_category"] = own.value(category, fact, "category")
                if sdgs:
                    fields["sdgs"] = own.value(sdgs, fact, "sdgs")
    return {**portrait, "fields": fields}
