"""Evidence, letters, indicators and measurements of a dossier, each with its provenance."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from exporters.dossier.values import Form, Json, Portrait, sources
from jejak_i18n import formatting

_TEXT_KEYS = ("kind", "number", "date", "subject", "file", "link", "page")
_MEASURE_KEYS = ("indicator", "unit", "before", "before_on", "after", "after_on", "method", "source")


def evidence_for(portrait: Portrait, award: Literal["iga", "kipp"], target: str) -> list[Json]:
    """Evidence that names the indicator, section or letter `target` of an award, in the portrait's order."""
    return [_evidence(entry) for entry in portrait["evidence"] if target in entry[award]]


def _evidence(entry: Mapping[str, Any]) -> Json:
    kept = {key: entry.get(key) for key in _TEXT_KEYS}
    return {**kept, "personal_data": bool(entry["personal_data"]), "sources": sources(entry["sources"])}


def presence(found: Sequence[Json]) -> str:
    """`recorded` when there is any evidence, else `not_recorded`."""
    return "recorded" if found else "not_recorded"


def indicators(portrait: Portrait, form: Form, verdict: Json | None = None) -> list[Json]:
    """The indicators of an innovation (SID) with their evidence, and the level that the verdict gives."""
    found = {one["rule"]: one for one in verdict["findings"]} if verdict else {}
    return [_indicator(portrait, spec, found.get(f"indicator.{spec['id']}")) for spec in form["indicators"]]


def _indicator(portrait: Portrait, spec: Mapping[str, Any], judged: Json | None) -> Json:
    found = evidence_for(portrait, "iga", spec["id"])
    kept = {key: spec[key] for key in ("number", "row", "id", "name", "weight", "mandatory", "certainty")}
    return {**kept, "parameter": _parameter(spec, judged), "evidence": found, "state": presence(found)}


def _parameter(spec: Mapping[str, Any], judged: Json | None) -> Json:
    level = judged["level"] if judged else None
    if judged is None or not level:
        return {"value": None, "state": "not_recorded", "sources": []}
    levels = spec["levels"]
    counted = f"{judged['basis']}: {formatting.number(judged['value'])}" if judged["basis"] else f"P{level}"
    label = levels[f"p{level}"] if levels else counted
    return {
        "value": level,
        "label": label,
        "state": "recorded",
        "verified": judged["verified"],
        "sources": [],
    }


def letters(portrait: Portrait, form: Form) -> list[Json]:
    """The statement letters that the form asks for, and what is attached for each."""
    return [_letter(portrait, spec) for spec in form.get("letters", ())]


def _letter(portrait: Portrait, spec: Mapping[str, Any]) -> Json:
    found = evidence_for(portrait, "kipp", spec["id"])
    kept = {key: spec[key] for key in ("id", "label", "required", "certainty")}
    return {**kept, "state": presence(found), "evidence": found}


def measurements(portrait: Portrait) -> list[Json]:
    """Indicators measured before and after; figures as plain decimal text, null where not recorded."""
    return [_measurement(entry) for entry in portrait["measurements"]]


def _measurement(entry: Mapping[str, Any]) -> Json:
    kept = {key: _text(entry.get(key)) for key in _MEASURE_KEYS}
    return {**kept, "sources": sources(entry["sources"])}


def _text(raw: object) -> str | None:
    return None if raw is None or not str(raw).strip() else str(raw)
