"""Values of a portrait with their provenance, as a dossier keeps them."""

from collections.abc import Iterable, Mapping
from typing import Any

Portrait = Mapping[str, Any]
Form = Mapping[str, Any]
Json = dict[str, Any]

_SOURCE_KEYS = ("event", "occurred", "recorded_at", "sheet", "cell", "file", "actor", "actor_post")


def is_filled(raw: object) -> bool:
    """Whether a recorded value says anything: not null, not blank text, not an empty list."""
    if isinstance(raw, str):
        return bool(raw.strip())
    return raw is not None and raw != []


def word_count(text: str) -> int:
    """Words of a text, split on white space (how the official applications count is not confirmed)."""
    return len(text.split())


def sources(raw: Iterable[Mapping[str, Any]] | None) -> list[Json]:
    """Provenance of a value with exactly the keys of the dossier's schema."""
    return [{key: source.get(key) for key in _SOURCE_KEYS} for source in raw or ()]


def value(portrait: Portrait, field: str, options: Iterable[Mapping[str, str]] = ()) -> Json:
    """A field of the portrait; null, `not_recorded` and without sources when nobody recorded it.

    `label` is the official wording of a choice, when the form has one for the value.
    """
    return from_value(field, portrait["fields"].get(field), options)


def from_value(
    field: str, found: Mapping[str, Any] | None, options: Iterable[Mapping[str, str]] = ()
) -> Json:
    """The same for a Value that is already at hand, such as a former title."""
    raw = found["value"] if found is not None else None
    if found is None or not is_filled(raw):
        return {"field": field, "value": None, "label": None, "state": "not_recorded", "sources": []}
    return {
        "field": field,
        "value": raw,
        "label": _label(raw, options),
        "state": "recorded",
        "sources": sources(found.get("sources")),
    }


def _label(raw: object, options: Iterable[Mapping[str, str]]) -> str | None:
    wanted = str(raw).strip().casefold()
    return next((option["label"] for option in options if option["id"].casefold() == wanted), None)


def numbered(item: Mapping[str, Any]) -> str:
    """The label of an item with its number in the form; number 0 is not printed."""
    name = item.get("label") or item["name"]
    number = item.get("number")
    return f"{number} {name}" if number and number != "0" else str(name)
