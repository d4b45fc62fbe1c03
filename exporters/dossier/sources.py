"""The document's table of sources: for every filled item the events behind it, with date, cell and post."""

from collections.abc import Iterator

from exporters.dossier import formatting
from exporters.dossier.values import Json, numbered
from jejak_i18n import formatting as indonesian
from jejak_i18n import indonesian as _


def source_rows(dossier: Json) -> list[Json]:
    """One row per item and event, in the order of the document; items without a source have no row."""
    zone = dossier["time_zone"]
    return [_row(label, same, zone) for label, found in _labelled(dossier) for same in _by_event(found)]


def _by_event(found: list[Json]) -> list[list[Json]]:
    events: dict[int, list[Json]] = {}
    for source in found:
        events.setdefault(source["event"], []).append(source)
    return list(events.values())


def _row(label: str, same: list[Json], time_zone: str) -> Json:
    first = same[0]
    return {
        "label": label,
        "event": indonesian.number(first["event"]),
        "occurred": formatting.date(first["occurred"]) or _("unknown"),
        "place": formatting.place(same),
        "recorded": formatting.recorded(first["recorded_at"], time_zone),
        "post": first["actor_post"] or _("not recorded"),
    }


def _labelled(dossier: Json) -> Iterator[tuple[str, list[Json]]]:
    yield from _of_subject(dossier)
    for item in [*dossier["identity"], *dossier["sections"]]:
        found = [source for value in item["values"] for source in value["sources"]]
        yield numbered(item), found
        yield from _attached(item)
    yield from _of_evidence(dossier)


def _of_subject(dossier: Json) -> Iterator[tuple[str, list[Json]]]:
    subject = dossier["subject"]
    shown = {value["field"] for item in _items(dossier) for value in item["values"]}
    names = {"title": _("Title"), "acronym": _("Acronym"), "unit": _("Office or unit")}
    for field, name in names.items():
        if field not in shown:
            yield name, subject[field]["sources"]
    for former in subject["former_titles"]:
        yield _("Former title"), former["sources"]


def _items(dossier: Json) -> list[Json]:
    return [*dossier["identity"], *dossier["sections"]]


def _attached(item: Json) -> Iterator[tuple[str, list[Json]]]:
    attachment = item.get("attachment")
    if attachment is not None:
        label = _("Attachment of {part}").format(part=numbered(item))
        yield label, [source for entry in attachment["evidence"] for source in entry["sources"]]


def _of_evidence(dossier: Json) -> Iterator[tuple[str, list[Json]]]:
    for entry in dossier.get("measurements", []):
        yield _("Measurement: {indicator}").format(indicator=entry["indicator"]), entry["sources"]
    for row in dossier.get("indicators", []):
        label = _("Indicator {number}: evidence").format(number=row["number"])
        yield label, [source for entry in row["evidence"] for source in entry["sources"]]
    for letter in dossier.get("letters", []):
        yield letter["label"], [source for entry in letter["evidence"] for source in entry["sources"]]
