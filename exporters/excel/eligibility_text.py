"""Words of the workbooks of eligibility: always Indonesian, as the forms are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from jejak_i18n import formatting, labels
from jejak_i18n import indonesian as _
from jejak_i18n import marked as n_

Json = dict[str, Any]
MARKS = {"met": "✓", "not_met": "✗", "unknown": "?"}
NAMED = {
    "window": n_("Window of implementation"),
    "age": n_("Age of the innovation"),
    "history": n_("Earlier awards"),
    "history.required": n_("Earlier award that is asked for"),
    "replication_source": n_("Source of the replication"),
    "quota": n_("Quota of the region"),
    "duplicates": n_("Equal titles"),
    "category": n_("Category"),
    "video": n_("Video"),
    "measurements": n_("Measurements before and after"),
}
"""Names of rules that bear no label of the form."""


def edition(data: Json) -> str:
    """`IGA 2026` or `KIPP 2023 (umum)`."""
    return f"{data['award'].upper()} {data['year']}" + (f" ({data['group']})" if data["group"] else "")


def about(data: Json) -> str:
    """Which edition, region, day and position a sheet speaks of."""
    parts = [
        edition(data["edition"]),
        f"{data['region']['name']} ({data['region']['code']})",
        _("State as of {day}").format(day=formatting.date(data["day"])),
        _("Position of the ledger: {position}").format(position=formatting.number(data["position"])),
    ]
    if data["known_at"]:
        parts.append(_("As known at {moment}").format(moment=_moment(data["known_at"])))
    return " · ".join(parts)


def _moment(text: str) -> str:
    """A day, or an instant as it was given, with the day in words."""
    day, clock = text[:10], text[11:]
    return formatting.date(day) + (f" {clock}" if clock else "")


def illustrations(verdicts: list[Json]) -> list[str]:
    """How many innovations are illustrative; nothing where none is."""
    count = sum(one["illustrative"] for one in verdicts)
    if not count:
        return []
    told = _("{count} of {all} innovations are illustrative, marked (ilustrasi).")
    return [told.format(count=formatting.number(count), all=formatting.number(len(verdicts)))]


def named(verdict: Json) -> str:
    """What people call an innovation, marked where it is illustrative."""
    name = verdict["title"] if not verdict["acronym"] else f"{verdict['acronym']} – {verdict['title']}"
    return f"{name} (ilustrasi)" if verdict["illustrative"] else str(name)


def rule(finding: Json) -> str:
    """The name of a rule: its label on the form, else a name of ours, else its id."""
    if finding["label"]:
        return str(finding["label"])
    msgid = NAMED.get(finding["rule"])
    return _(msgid) if msgid else str(finding["rule"])


def outcome(code: str) -> str:
    """An outcome as a word."""
    return labels.label_of("verdict", code)


def certainty(finding: Json) -> str:
    """How certain a rule is, and what hangs on it."""
    if finding["decides"]:
        weight = _("decides")
    elif finding["kind"] == "score":
        weight = _("brings points")
    else:
        weight = _("does not decide")
    return f"{labels.label_of('certainty', finding['certainty'])}; {weight}"


def finding_text(finding: Json) -> str:
    """The sentence of a finding without the name of its rule, which stands beside it."""
    text = str(finding["sentence"]["id"]).removeprefix(f"{finding['label']}: ")
    return text[:1].upper() + text[1:]


def points(value: str | None) -> float | None:
    """Points as a number of a sheet."""
    return None if value is None else float(value)


def sources(finding: Json, data: Json) -> str:
    """The ids of the sources; the rulebook itself where a rule names none."""
    return ", ".join(finding["sources"] or [data["edition"]["rulebook"]["id"]])


def legend(ids: Iterable[str], data: Json) -> list[tuple[str, str]]:
    """What the ids of sources mean, each once, in the order of the ids."""
    known: Mapping[str, str] = data["sources"]
    return [(one, known.get(one, one)) for one in sorted(set(ids))]
