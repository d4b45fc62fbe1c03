"""The appendix of a dossier: every event that any of its values rests on, numbered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from exporters.dossier.model import Dossier, EvidenceItem, IgaDossier, NumberedEvent, Place
from projections.queries.detail_types import Provenance


def provenance(dossier: Dossier) -> list[NumberedEvent]:
    """Events behind all values, by position, numbered from 1, each with the cells it came from."""
    events: dict[int, Provenance] = {}
    places: dict[int, list[Place]] = {}
    for source in _sources(dossier):
        events.setdefault(source.event, source)
        found = places.setdefault(source.event, [])
        place = Place(sheet=source.sheet, cell=source.cell, file=source.file, workbook=source.workbook)
        if (place.sheet or place.cell or place.file) and place not in found:
            found.append(place)
    return [
        _numbered(number, events[position], places[position])
        for number, position in enumerate(sorted(events), start=1)
    ]


def _numbered(number: int, source: Provenance, places: list[Place]) -> NumberedEvent:
    return NumberedEvent(
        number=number,
        event=source.event,
        occurred=source.occurred,
        recorded_at=source.recorded_at,
        actor=source.actor,
        actor_post=source.actor_post,
        places=places,
    )


def _sources(dossier: Dossier) -> Iterator[Provenance]:
    """What every value rests on, in the order in which a dossier holds its values."""
    subject = dossier.subject
    values = [subject.title, subject.acronym, subject.unit, *subject.former_titles]
    values += [value for item in dossier.identity for value in item.values]
    yield from (source for value in values for source in value.sources)
    yield from _sources_of_parts(dossier)


def _sources_of_parts(dossier: Dossier) -> Iterator[Provenance]:
    if isinstance(dossier, IgaDossier):
        for section in dossier.sections:
            yield from (source for value in section.values for source in value.sources)
        for indicator in dossier.indicators:
            yield from indicator.parameter.sources
            yield from _sources_of_evidence(indicator.evidence)
        return
    for aspect in dossier.sections:
        yield from (source for value in aspect.values for source in value.sources)
        yield from _sources_of_evidence(aspect.attachment.evidence)
    for letter in dossier.letters:
        yield from _sources_of_evidence(letter.evidence)
    for measured in dossier.measurements:
        yield from measured.sources


def _sources_of_evidence(evidence: Iterable[EvidenceItem]) -> Iterator[Provenance]:
    return (source for one in evidence for source in one.sources)
