"""Verdicts as a clerk reads them: what is missing first, with how to mend it."""

from __future__ import annotations

from typing import Any

from commands.common.output import count, day
from jejak_i18n import gettext as _
from jejak_i18n import labels, language, verdicts
from jejak_i18n.verdicts import number

Json = dict[str, Any]


def edition(data: Json) -> str:
    """`IGA 2026` or `KIPP 2023 (umum)`."""
    return f"{data['award'].upper()} {data['year']}" + (f" ({data['group']})" if data["group"] else "")


def text(data: Json, *, everything: bool = False) -> str:
    """A whole verdict; without `everything` what is met is only counted."""
    lines = [
        f"{edition(data)} · {data['code']} {data['acronym'] or data['title']} · "
        + _("as of {day}").format(day=day(data["day"]))
    ]
    lines.append(f"  {verdicts.headline(data)}")
    if data["maturity"] is not None:
        lines.append(f"  {verdicts.maturity(data)}")
    lines.append("")
    findings = data["findings"]
    for heading, chosen in _parts(findings):
        if chosen:
            lines += [f"  {heading}"] if heading else []
            lines += [line for one in chosen for line in finding_lines(one)]
            lines.append("")
    for one in findings:
        if one["kind"] == "turn":
            lines += [f"  → {sentence_text(one['sentence'])}", ""]
    met = [one for one in findings if one["outcome"] == "met" and one["kind"] != "turn" and not _short(one)]
    lines += _met(met, everything)
    lines.append(f"  {rulebook(data)}")
    return "\n".join(lines)


def _parts(findings: list[Json]) -> list[tuple[str, list[Json]]]:
    """What is not met, in the order of weight: what decides, what warns, what only brings points."""
    unmet = [one for one in findings if one["outcome"] != "met"]
    warned = [one for one in unmet if not one["decides"]]
    mandatory = [one for one in warned if one["kind"] == "warning" and one["rule"].startswith("indicator.")]
    return [
        ("", [one for one in unmet if one["decides"]]),
        (
            _("Not confirmed, so it does not decide:"),
            [one for one in warned if one["kind"] == "gate"],
        ),
        (_("Mandatory; what a gap does is not confirmed:"), mandatory),
        (
            _("To be looked at:"),
            [one for one in warned if one["kind"] == "warning" and one not in mandatory],
        ),
        (_("Points not yet reached:"), [one for one in findings if _short(one) and one not in mandatory]),
    ]


def _short(one: Json) -> bool:
    """True for an indicator that lacks its level, or the evidence for the level stated."""
    if not one["rule"].startswith("indicator."):
        return False
    return one["outcome"] != "met" or one["gain"] not in (None, "0")


def _met(met: list[Json], everything: bool) -> list[str]:
    if not met:
        return []
    if everything:
        return [*(f"  ✓ {sentence_text(one['sentence'])}{_points(one)}" for one in met), ""]
    return ["  ✓ " + _("{count} other rules are met (all of them: --all)").format(count=count(len(met))), ""]


def sentence_text(sentence: dict[str, str]) -> str:
    """The sentence in the language of the terminal."""
    return sentence[language()]


def finding_lines(one: Json) -> list[str]:
    """One finding: mark, sentence, facts, remedy, points."""
    lines = [f"  {verdicts.MARKS[one['outcome']]} {sentence_text(one['sentence'])}{_points(one)}"]
    if one["certainty"] == "unconfirmed" and one["kind"] == "gate":
        lines[0] += " " + _("(unconfirmed rule)")
    if one["facts"]:
        numbers = ", ".join(map(str, one["facts"][:6])) + (" …" if len(one["facts"]) > 6 else "")
        lines.append("      " + _("Recorded: events {numbers}.").format(numbers=numbers))
    if one["remedy"]:
        lines.append("      " + _("Way out: {remedy}").format(remedy=sentence_text(one["remedy"])))
    return lines


def _points(one: Json) -> str:
    if one["points"] is None:
        return ""
    if one["gain"] not in (None, "0"):
        return " " + _("[{points} of {most} points; +{gain} with the evidence]").format(
            points=number(one["points"]), most=number(one["most"]), gain=number(one["gain"])
        )
    return " " + _("[{points} of {most} points]").format(
        points=number(one["points"]), most=number(one["most"])
    )


def rulebook(data: Json) -> str:
    """Which rules spoke, and what of them is not known."""
    return _("By rulebook {id} ({sha256}…), position {position}.").format(
        id=data["rulebook"]["id"], sha256=data["rulebook"]["sha256"][:12], position=count(data["position"])
    )


def outcome(code: str) -> str:
    """An outcome as a word."""
    return labels.label_in("verdict", code, language())
