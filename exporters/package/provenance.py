"""The provenance of a dossier as plain JSON: each value, the events that say it, and where they were read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from msgspec import Struct

from exporters.dossier.model import Aspect, Dossier, EvidenceItem, IgaDossier, Item, ItemValue, Place
from exporters.dossier.values import numbered
from jejak_i18n import indonesian as _
from projections.queries.detail_types import FieldValue, Provenance


class TracedEvent(Struct, frozen=True, kw_only=True):
    """An event that says a value: when it happened, when and by whom it was recorded, from which cells."""

    event: int
    occurred: str | None
    recorded_at: str
    actor: str | None
    actor_post: str | None
    places: list[Place]


class TracedValue(Struct, frozen=True, kw_only=True):
    """A value at its place in the JSON dossier (RFC 6901), with the events that say it."""

    pointer: str
    label: str
    field: str
    value: FieldValue | int
    events: list[TracedEvent]


class ProvenanceFile(Struct, frozen=True, kw_only=True):
    """The file `provenance.json`; `dossier` is the JSON dossier that the pointers lead into."""

    schema: Literal["package-provenance"] = "package-provenance"
    schema_version: Literal[1] = 1
    dossier: str
    values: list[TracedValue]


def traced_values(dossier: Dossier) -> list[TracedValue]:
    """Every value that rests on an event, in the order of the dossier."""
    return [one for one in _all(dossier) if one.events]


def cited(values: Iterable[TracedValue]) -> list[int]:
    """The positions of all events that say a value, each once, in order."""
    return sorted({one.event for value in values for one in value.events})


def _all(dossier: Dossier) -> Iterator[TracedValue]:
    subject = dossier.subject
    named = {"title": subject.title, "acronym": subject.acronym, "unit": subject.unit}
    labels = {"title": _("Title"), "acronym": _("Acronym"), "unit": _("Office or unit")}
    for name, value in named.items():
        yield _value(f"/subject/{name}", labels[name], value)
    for at, value in enumerate(subject.former_titles):
        yield _value(f"/subject/former_titles/{at}", _("Former title"), value)
    yield from _items("/identity", dossier.identity)
    yield from _items("/sections", dossier.sections)
    yield from _of_report(dossier) if isinstance(dossier, IgaDossier) else _of_proposal(dossier)


def _items(pointer: str, items: Sequence[Item]) -> Iterator[TracedValue]:
    for at, item in enumerate(items):
        label = numbered(item.label, getattr(item, "number", None))
        for place, value in enumerate(item.values):
            yield _value(f"{pointer}/{at}/values/{place}", label, value)
        if isinstance(item, Aspect):
            found, label = item.attachment.evidence, _("Attachment of {part}").format(part=label)
            yield from _evidence(f"{pointer}/{at}/attachment/evidence", label, found)


def _of_report(dossier: Dossier) -> Iterator[TracedValue]:
    for at, row in enumerate(dossier.indicators if isinstance(dossier, IgaDossier) else ()):
        label, parameter = _("Indicator {number}: parameter").format(number=row.number), row.parameter
        yield _traced(f"/indicators/{at}/parameter", label, "parameter", parameter.value, parameter.sources)
        label = _("Indicator {number}: evidence").format(number=row.number)
        yield from _evidence(f"/indicators/{at}/evidence", label, row.evidence)


def _of_proposal(dossier: Dossier) -> Iterator[TracedValue]:
    if isinstance(dossier, IgaDossier):
        return
    for at, one in enumerate(dossier.measurements):
        label = _("Measurement: {indicator}").format(indicator=one.indicator)
        found = [one.before, one.after]
        yield _traced(
            f"/measurements/{at}", label, "measurement", [str(it) for it in found if it], one.sources
        )
    for at, letter in enumerate(dossier.letters):
        yield from _evidence(f"/letters/{at}/evidence", letter.label, letter.evidence)


def _evidence(pointer: str, label: str, found: Iterable[EvidenceItem]) -> Iterator[TracedValue]:
    for at, item in enumerate(found):
        yield _traced(f"{pointer}/{at}", label, "evidence", item.file or item.link, item.sources)


def _value(pointer: str, label: str, value: ItemValue) -> TracedValue:
    return _traced(pointer, label, value.field, value.value, value.sources)


def _traced(
    pointer: str, label: str, field: str, value: FieldValue | int, sources: Sequence[Provenance]
) -> TracedValue:
    events: dict[int, list[Provenance]] = {}
    for source in sources:
        events.setdefault(source.event, []).append(source)
    found = [_event(same) for same in events.values()]
    return TracedValue(pointer=pointer, label=label, field=field, value=value, events=found)


def _event(same: list[Provenance]) -> TracedEvent:
    first = same[0]
    places = [Place(sheet=one.sheet, cell=one.cell, file=one.file, workbook=one.workbook) for one in same]
    return TracedEvent(
        event=first.event,
        occurred=first.occurred,
        recorded_at=first.recorded_at,
        actor=first.actor,
        actor_post=first.actor_post,
        places=[
            place
            for at, place in enumerate(places)
            if place not in places[:at] and place != Place(sheet=None, cell=None, file=None)
        ],
    )
