"""What a dossier still lacks, each with how to mend it; and what only the official application takes."""

from collections.abc import Iterator, Mapping
from typing import Any

from exporters.dossier import remedies
from exporters.dossier.values import Form, Json, Portrait, numbered
from jejak_i18n import indonesian as _
from jejak_i18n.formatting import number


def gaps(portrait: Portrait, form: Form, body: Mapping[str, Any]) -> list[Json]:
    """Every gap in the order of the form. An unconfirmed rule is listed too, with its certainty."""
    gaps = [*_of_items("identity", body["identity"]), *_of_items("section", body["sections"])]
    gaps += _of_lengths(body["sections"])
    gaps += _of_indicators(body.get("indicators", []))
    if form["award"] == "kipp":
        gaps += [*_of_category(form, body), *_of_measurements(form, body)]
        gaps += [*_of_attachments(body["sections"]), *_of_letters(body["letters"])]
    return [*gaps, *_of_records(portrait)]


def elsewhere(body: Mapping[str, Any], *, assessed: bool) -> list[Json]:
    """Items that are filled in the official application only; no record in Jejak can mend them.

    The chosen parameters are among them as long as no verdict says the levels.
    """
    listed = [
        {"part": "identity", "id": item["id"], "label": item["label"]}
        for item in body["identity"]
        if item["state"] == "outside"
    ]
    rows = body.get("indicators")
    if rows and not assessed:
        label = _("the chosen parameter of the {count} indicators").format(count=len(rows))
        listed.append({"part": "indicator", "id": "parameter", "label": label})
    return listed


def _gap(part: str, spec: Mapping[str, Any], what: str, mend: str, certainty: str) -> Json:
    return {
        "part": part,
        "id": spec["id"],
        "label": numbered(spec),
        "what": what,
        "mend": mend,
        "sheet": None,
        "column": None,
        "certainty": certainty,
    }


def _placed(part: str, spec: Mapping[str, Any], what: str, certainty: str, *, empty: bool) -> Json:
    sheet, column = remedies.place(spec["values"][0]["field"])
    mend = remedies.fill(sheet, [column]) if empty else remedies.revise(sheet, column)
    return _gap(part, spec, what, mend, certainty) | {"sheet": sheet, "column": column}


def _of_items(part: str, items: list[Json]) -> Iterator[Json]:
    for item in items:
        if item["state"] == "not_recorded" and item["required"]["value"]:
            yield _placed(part, item, _("not recorded"), item["required"]["certainty"], empty=True)


def _of_lengths(sections: list[Json]) -> Iterator[Json]:
    for section in sections:
        if section["state"] in ("too_short", "too_long"):
            yield _placed("section", section, _length(section), section["limit"]["certainty"], empty=False)


def _length(section: Json) -> str:
    words, limit = section["words"], section["limit"]
    if section["state"] == "too_short":
        return _("{words} words; at least {limit} are asked for ({short} short)").format(
            words=number(words), limit=number(limit["min"]), short=number(limit["min"] - words)
        )
    return _("{words} words; at most {limit} are allowed ({over} too many)").format(
        words=number(words), limit=number(limit["max"]), over=number(words - limit["max"])
    )


def _of_indicators(rows: list[Json]) -> Iterator[Json]:
    mandatory, other = _("no evidence; this indicator is mandatory"), _("no evidence")
    for row in rows:
        if row["state"] == "not_recorded":
            what = mandatory if row["mandatory"]["value"] else other
            yield _gap("indicator", row, what, remedies.attach_indicator(), row["mandatory"]["certainty"])


def _of_category(form: Form, body: Mapping[str, Any]) -> Iterator[Json]:
    labels = [category["label"] for category in form["categories"]]
    for item in body["identity"]:
        if item["kind"] == "category" and item["state"] == "recorded" and item["values"][0]["label"] is None:
            what = _('"{value}" is not one of the {count} categories of this form').format(
                value=item["values"][0]["value"], count=len(labels)
            )
            yield _placed("identity", item, what, item["certainty"], empty=False)


def _of_measurements(form: Form, body: Mapping[str, Any]) -> Iterator[Json]:
    rule = form.get("measurements")
    if rule is None:
        return
    section = next(entry for entry in body["sections"] if entry["id"] == rule["section"])
    whole = [m for m in body["measurements"] if m["before"] is not None and m["after"] is not None]
    if not whole and rule["required"]["value"]:
        what = _("no indicator is measured both before and after")
        yield _gap("measurement", section, what, remedies.measure(), rule["required"]["certainty"])


def _of_attachments(sections: list[Json]) -> Iterator[Json]:
    for section in sections:
        attachment = section["attachment"]
        if attachment["state"] == "not_recorded" and attachment["required"]["value"]:
            certainty = attachment["required"]["certainty"]
            yield _gap("attachment", section, _("no attachment"), remedies.attach_kipp(), certainty)


def _of_letters(letters: list[Json]) -> Iterator[Json]:
    for letter in letters:
        if letter["state"] == "not_recorded" and letter["required"]["value"]:
            certainty = letter["required"]["certainty"]
            yield _gap("letter", letter, _("letter not attached"), remedies.attach_kipp(), certainty)


def _of_records(portrait: Portrait) -> Iterator[Json]:
    for step in portrait.get("missing_records", []):
        spec = {"id": step, "label": record_name(step)}
        yield _gap("record", spec, _("no record"), remedies.record_step(), "confirmed")


def record_name(step: str) -> str:
    """The name of a lab step in the language of the documents; the id itself when it has no name."""
    names = {
        "approval": _("approval of the idea"),
        "design": _("design"),
        "plan": _("action plan"),
        "trial": _("trial"),
        "launch": _("launch"),
        "implementation": _("implementation"),
        "agreement": _("innovation performance agreement"),
        "commitment": _("commitment"),
        "monitoring": _("monitoring"),
        "measurement": _("measurement"),
        "display": _("display"),
        "evaluation": _("evaluation"),
    }
    return names.get(step, step)
