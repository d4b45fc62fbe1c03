"""The appendix of a dossier: every event that any of its values rests on, numbered."""

from collections.abc import Iterator
from typing import Any

from exporters.dossier.values import Json


def provenance(body: object) -> list[Json]:
    """Events behind all values of `body`, by position, numbered from 1, each with the cells it came from."""
    events: dict[int, Json] = {}
    for source in _sources_in(body):
        event = events.setdefault(source["event"], _entry(source))
        place = {key: source[key] for key in ("sheet", "cell", "file")}
        if any(place.values()) and place not in event["places"]:
            event["places"].append(place)
    ordered = (events[position] for position in sorted(events))
    return [{"number": number, **event} for number, event in enumerate(ordered, start=1)]


def _entry(source: Json) -> Json:
    kept = {key: source[key] for key in ("event", "occurred", "recorded_at", "actor", "actor_post")}
    return {**kept, "places": []}


def _sources_in(node: Any) -> Iterator[Json]:
    if isinstance(node, dict):
        for key, child in node.items():
            yield from child if key == "sources" else _sources_in(child)
    elif isinstance(node, list):
        for child in node:
            yield from _sources_in(child)
