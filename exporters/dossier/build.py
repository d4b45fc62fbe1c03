"""Builds the JSON dossier of one innovation for one award: every value with its provenance."""

import hashlib
import json
from typing import Any

from exporters.dossier.evidence import indicators, letters, measurements
from exporters.dossier.gaps import elsewhere, gaps
from exporters.dossier.provenance import provenance
from exporters.dossier.sections import identity, sections
from exporters.dossier.values import Form, Json, Portrait, from_value, value
from schemas.loader import check

SCHEMA_VERSION = 1


def build(portrait: Portrait, form: Form, verdict: Json | None = None) -> dict[str, Any]:
    """The dossier of a portrait on a form of `schemas.loader.form`, checked against its schema.

    What nobody recorded is null and `not_recorded`; nothing is made up. `verdict` is that of
    `projections.eligibility.verdicts.plain`; without it the dossier says that nothing was assessed.
    Raises schemas.loader.SchemaError when the portrait breaks its contract.
    """
    body = _body(portrait, form, verdict)
    dossier = {
        **_envelope(portrait, form, verdict),
        "missing": gaps(portrait, form, body),
        "elsewhere": elsewhere(body, assessed=verdict is not None),
        **body,
        "provenance": provenance(body),
    }
    check(f"dossier-{form['award']}", dossier)
    return dossier


def digest(dossier: Json) -> str:
    """SHA-256 of a dossier's canonical JSON (sorted keys, no spaces, ASCII): what its documents print."""
    canonical = json.dumps(dossier, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()


def _body(portrait: Portrait, form: Form, verdict: Json | None) -> Json:
    body = {
        "subject": _subject(portrait),
        "identity": identity(portrait, _with_categories(form)),
        "sections": sections(portrait, form),
    }
    return body | (_iga(portrait, form, verdict) if form["award"] == "iga" else _kipp(portrait, form))


def _iga(portrait: Portrait, form: Form, verdict: Json | None) -> Json:
    return {"indicators": indicators(portrait, form, verdict)}


def _kipp(portrait: Portrait, form: Form) -> Json:
    return {
        "letters": letters(portrait, form),
        "measurements": measurements(portrait),
        "measurement_section": (form.get("measurements") or {}).get("section"),
        "sdgs": {"count": form["sdgs"]["count"]},
    }


def _with_categories(form: Form) -> Json:
    # A category is a choice whose options are the form's categories under their own names.
    options = [{"id": entry["label"], "label": entry["label"]} for entry in form.get("categories", ())]
    items = [
        {**item, "options": options} if item["kind"] == "category" else item for item in form["identity"]
    ]
    return {**form, "identity": items}


def _subject(portrait: Portrait) -> Json:
    former = [from_value("former_titles", found) for found in portrait["former_titles"]]
    named = {field: value(portrait, field) for field in ("title", "acronym", "unit")}
    return {**named, "former_titles": former}


def _envelope(portrait: Portrait, form: Form, verdict: Json | None) -> Json:
    copied = ("code", "stream", "position", "spoken_day", "known_at", "as_of", "time_zone", "region", "lab")
    return {
        "schema": f"dossier-{form['award']}",
        "schema_version": SCHEMA_VERSION,
        "award": form["award"],
        "award_title": form["award_title"],
        "year": form["year"],
        "group": form["group"],
        "group_title": form.get("group_title"),
        "title": form["title"],
        **{key: portrait[key] for key in copied},
        "illustrative": _is_illustrative(portrait),
        "form": {key: form[key] for key in ("id", "sha256", "sources")},
        "layout": _layout(form),
        "word_count": form["word_count"],
        "verdict": verdict or {"outcome": "not_assessed"},
    }


def _is_illustrative(portrait: Portrait) -> bool:
    lab = portrait["lab"]
    return bool(portrait["illustrative"] or (lab is not None and lab["illustrative"]))


def _layout(form: Form) -> Json:
    certainty = form["layout_certainty"]
    note = form["layout_note"] if certainty == "unconfirmed" else None
    return {"year": form["layout_year"], "certainty": certainty, "note": note}
