"""The index of a region as people read it."""

from __future__ import annotations

from typing import Any

from commands.common.output import count, day, table
from commands.eligibility import text as words
from jejak_i18n import gettext as _
from jejak_i18n import verdicts as verdict_words


def text(data: dict[str, Any]) -> str:
    """Rows of the region, then the parts of the index, then what is not known."""
    lines = [
        f"{words.edition(data)} · {data['region']} · " + _("as of {day}").format(day=day(data["day"])),
        "",
    ]
    rows = [
        [
            one["label"],
            verdict_words.number(one["points"]),
            verdict_words.number(one["most"]),
            words.sentence_text(one["sentence"]),
        ]
        for one in data["rows"]
    ]
    if rows:
        lines += [table([_("Row"), _("Points"), _("Most"), _("What is recorded")], rows, right=(1, 2)), ""]
    lines += [f"  {label}: {value}" for label, value in _parts(data)]
    if data["spread"]:
        lines.append(f"  {words.sentence_text(data['spread']['sentence'])}")
        if data["spread"]["remedy"]:
            lines.append(f"      {words.sentence_text(data['spread']['remedy'])}")
    if data["index"] is None:
        lines.append(
            "  " + _("The index cannot be computed: {gaps}.").format(gaps="; ".join(data["unknown"]))
        )
    lines += ["", "  " + _("An own estimate; the ministry decides.")]
    return "\n".join(lines)


def _parts(data: dict[str, Any]) -> list[tuple[str, str]]:
    of = _("{points} of {most}")
    divisor = "–" if data["divisor"] is None else count(data["divisor"])
    found = [
        (
            _("Region (SPD)"),
            of.format(points=verdict_words.number(data["spd"]), most=verdict_words.number(data["spd_most"])),
        ),
        (_("Innovations that count"), count(data["count"])),
        (
            _("Mean of innovations (SID), divisor at least {divisor}").format(divisor=divisor),
            of.format(
                points=verdict_words.number(data["mean"]), most=verdict_words.number(data["mean_most"])
            ),
        ),
        (
            _("Number of innovations"),
            of.format(
                points=verdict_words.number(data["number"]), most=verdict_words.number(data["number_most"])
            ),
        ),
    ]
    if data["index"] is not None:
        found.append((_("Index"), f"{verdict_words.number(data['index'])} ({data['predicate'] or '–'})"))
    return found
