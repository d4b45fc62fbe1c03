"""Identity fields and sections of a form, filled from a portrait and measured against their limits."""

from collections.abc import Mapping
from typing import Any

from exporters.dossier.evidence import evidence_for, presence
from exporters.dossier.values import Form, Json, Portrait, value, word_count

# Items that no field of the portrait fills, and the state in which a dossier shows them.
_STATE_WITHOUT_FIELDS = {
    "region": "recorded",
    "group": "recorded",
    "outside": "outside",
    "maturity": "not_assessed",
}


def identity(portrait: Portrait, form: Form) -> list[Json]:
    """The identity fields of the form in its order, each with its values and state."""
    return [_item(portrait, spec) for spec in form["identity"]]


def sections(portrait: Portrait, form: Form) -> list[Json]:
    """The sections of the form in its order, each with values, words, limit and state."""
    return [_section(portrait, form, spec) for spec in form["sections"]]


def fields_of(spec: Mapping[str, Any]) -> list[str]:
    """The fields behind a part; a text that no profile has is written for the entry alone, under its id."""
    return list(spec["fields"]) or ([spec["id"]] if spec["kind"] == "text" else [])


def _item(portrait: Portrait, spec: Mapping[str, Any]) -> Json:
    values = [value(portrait, field, spec.get("options", ())) for field in fields_of(spec)]
    state = values[0]["state"] if values else _STATE_WITHOUT_FIELDS[spec["kind"]]
    return {
        "id": spec["id"],
        "label": spec["label"],
        "kind": spec["kind"],
        "values": values,
        "state": state,
        "required": spec["required"],
        "certainty": spec["certainty"],
    }


def _section(portrait: Portrait, form: Form, spec: Mapping[str, Any]) -> Json:
    made = {**_item(portrait, spec), "number": spec["number"], "limit": _limit(spec), "words": None}
    if spec["kind"] == "text" and made["state"] == "recorded":
        made["words"] = word_count(str(made["values"][0]["value"]))
        made["state"] = _length_state(made["words"], made["limit"])
    if form["award"] == "kipp":
        made |= _weighed(portrait, spec)
    return made


def _limit(spec: Mapping[str, Any]) -> Json | None:
    low, high = spec.get("min_words"), spec.get("max_words")
    rule = low or high
    if rule is None:
        return None
    return {
        "min": low["value"] if low else None,
        "max": high["value"] if high else None,
        "certainty": rule["certainty"],
    }


def _length_state(words: int, limit: Json | None) -> str:
    if limit and limit["min"] is not None and words < limit["min"]:
        return "too_short"
    if limit and limit["max"] is not None and words > limit["max"]:
        return "too_long"
    return "recorded"


def _weighed(portrait: Portrait, spec: Mapping[str, Any]) -> Json:
    attached = evidence_for(portrait, "kipp", spec["attachment"]["id"])
    attachment = {
        "label": spec["attachment"]["label"],
        "required": spec["attachment"]["required"],
        "state": presence(attached),
        "evidence": attached,
    }
    return {"weight": spec.get("weight"), "weight_with": spec.get("weight_with"), "attachment": attachment}
