"""The document's table of sources: for every filled item the events behind it, with date, cell and post."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from exporters.dossier import formatting
from exporters.dossier.model import Aspect, Dossier, EvidenceItem, IgaDossier, Item, KippDossier, Section
from exporters.dossier.values import numbered
from jejak_i18n import formatting as indonesian
from jejak_i18n import indonesian as _
from projections.queries.detail_types import Provenance

Labelled = tuple[str, list[Provenance]]
"""The name of an item, and what it rests on."""


class SourceRow(Struct, frozen=True, kw_only=True):
    """One item and one event behind it, in words."""

    label: str
    event: str
    occurred: str
    place: str
    recorded: str
    post: str


def source_rows(dossier: Dossier) -> list[SourceRow]:
    """One row per item and event, in the order of the document; items without a source have no row."""
    zone = dossier.time_zone
    return [_row(label, same, zone) for label, found in _labelled(dossier) for same in _by_event(found)]


def _by_event(found: list[Provenance]) -> list[list[Provenance]]:
    events: dict[int, list[Provenance]] = {}
    for source in found:
        events.setdefault(source.event, []).append(source)
    return list(events.values())


def _row(label: str, same: list[Provenance], time_zone: str) -> SourceRow:
    first = same[0]
    return SourceRow(
        label=label,
        event=indonesian.number(first.event),
        occurred=formatting.date(first.occurred) or _("unknown"),
        place=formatting.place_in_workbook(same),
        recorded=formatting.recorded(first.recorded_at, time_zone),
        post=first.actor_post or _("not recorded"),
    )


def _labelled(dossier: Dossier) -> Iterator[Labelled]:
    yield from _of_subject(dossier)
    for item in dossier.identity:
        yield item.label, _of_values(item)
    for section in dossier.sections:
        yield from _of_section(section)
    yield from _of_report(dossier) if isinstance(dossier, IgaDossier) else _of_proposal(dossier)


def _of_subject(dossier: Dossier) -> Iterator[Labelled]:
    subject = dossier.subject
    shown = {value.field for item in [*dossier.identity, *dossier.sections] for value in item.values}
    named = {"title": subject.title, "acronym": subject.acronym, "unit": subject.unit}
    names = {"title": _("Title"), "acronym": _("Acronym"), "unit": _("Office or unit")}
    for field, value in named.items():
        if field not in shown:
            yield names[field], value.sources
    for former in subject.former_titles:
        yield _("Former title"), former.sources


def _of_section(section: Section) -> Iterator[Labelled]:
    label = numbered(section.label, section.number)
    yield label, _of_values(section)
    if isinstance(section, Aspect):
        yield _("Attachment of {part}").format(part=label), _of_evidence(section.attachment.evidence)


def _of_report(dossier: IgaDossier) -> Iterator[Labelled]:
    for row in dossier.indicators:
        yield _("Indicator {number}: parameter").format(number=row.number), row.parameter.sources
        yield _("Indicator {number}: evidence").format(number=row.number), _of_evidence(row.evidence)


def _of_proposal(dossier: KippDossier) -> Iterator[Labelled]:
    for one in dossier.measurements:
        yield _("Measurement: {indicator}").format(indicator=one.indicator), one.sources
    for letter in dossier.letters:
        yield letter.label, _of_evidence(letter.evidence)


def _of_values(item: Item) -> list[Provenance]:
    return [source for value in item.values for source in value.sources]


def _of_evidence(evidence: Iterable[EvidenceItem]) -> list[Provenance]:
    return [source for one in evidence for source in one.sources]
