"""Verdicts as a clerk reads them: what is missing first, with how to mend it."""

from __future__ import annotations

from typing import Any

from commands.shared import count, day
from messages import gettext as _
from messages import labels, language, written

Json = dict[str, Any]
MARKS = {"met": "✓", "not_met": "✗", "unknown": "?"}


def edition(data: Json) -> str:
    """`IGA 2026` or `KIPP 2023 (umum)`."""
    return f"{data['award'].upper()} {data['year']}" + (f" ({data['group']})" if data["group"] else "")


def text(data: Json, *, everything: bool = False) -> str:
    """A whole verdict; without `everything` what is met is only counted."""
    lines = [
        f"{edition(data)} · {data['code']} {data['acronym'] or data['title']} · "
        + _("as of {day}").format(day=day(data["day"]))
    ]
    lines.append(f"  {headline(data)}")
    if data["maturity"] is not None:
        lines.append(f"  {maturity(data)}")
    lines.append("")
    findings = data["findings"]
    open_ = [one for one in findings if one["decides"] and one["outcome"] != "met"]
    warned = [one for one in findings if _warns(one) and one["kind"] == "gate"]
    wanted = [one for one in findings if one["kind"] == "warning" and one["outcome"] != "met"]
    scored = [one for one in findings if one["kind"] == "score" and one["outcome"] != "met"]
    turns = [one for one in findings if one["kind"] == "turn"]
    for one in open_:
        lines += told(one)
    if warned:
        lines += ["", "  " + _("Not confirmed, so it does not decide:")]
        for one in warned:
            lines += told(one)
    if wanted:
        lines += ["", "  " + _("Mandatory; what a gap does is not confirmed:")]
        for one in wanted:
            lines += told(one)
    if scored:
        lines += ["", "  " + _("Points not yet reached:")]
        for one in scored:
            lines += told(one)
    for one in turns:
        lines += ["", f"  → {say(one['sentence'])}"]
    lines += _met([one for one in findings if one["outcome"] == "met" and one["kind"] != "turn"], everything)
    lines += ["", "  " + rulebook(data)]
    return "\n".join(lines)


def _warns(one: Json) -> bool:
    return not one["decides"] and one["outcome"] != "met"


def _met(met: list[Json], everything: bool) -> list[str]:
    if not met:
        return []
    if everything:
        return ["", *(f"  ✓ {say(one['sentence'])}{_points(one)}" for one in met)]
    return ["", "  ✓ " + _("{count} other rules are met (all of them: --all)").format(count=count(len(met)))]


def say(sentence: dict[str, str]) -> str:
    """The sentence in the language of the terminal."""
    return sentence[language()]


def headline(data: Json) -> str:
    """The outcome in one sentence, with how much stands against it."""
    if data["outcome"] == "met":
        told = _("ELIGIBLE by every confirmed rule.")
    elif data["outcome"] == "not_met":
        told = _("NOT YET ELIGIBLE: {not_met} conditions are not met, {unknown} cannot be told yet.").format(
            not_met=data["not_met"], unknown=data["unknown"]
        )
    elif data["unknown"]:
        told = _("CANNOT BE TOLD YET: {unknown} conditions cannot be told.").format(unknown=data["unknown"])
    else:
        told = _("CANNOT BE TOLD: no condition of this edition is confirmed.")
    if data["warnings"]:
        told += " " + _("{count} unconfirmed rules need a look.").format(count=data["warnings"])
    return told


def maturity(data: Json) -> str:
    """The maturity as claimed and proved, and as verified."""
    return _("Maturity {points} of {most}; verified {verified}.").format(
        points=number(data["maturity"]),
        most=number(data["maturity_most"]),
        verified=number(data["maturity_verified"]),
    )


def number(value: str | None) -> str:
    """Points as people write them."""
    return "–" if value is None else written.number(value) if language() == "id" else value


def told(one: Json) -> list[str]:
    """One finding: mark, sentence, facts, remedy, points."""
    lines = [f"  {MARKS[one['outcome']]} {say(one['sentence'])}{_points(one)}"]
    if one["certainty"] == "unconfirmed" and one["kind"] == "gate":
        lines[0] += " " + _("(unconfirmed rule)")
    if one["facts"]:
        numbers = ", ".join(map(str, one["facts"][:6])) + (" …" if len(one["facts"]) > 6 else "")
        lines.append("      " + _("Recorded: events {numbers}.").format(numbers=numbers))
    if one["remedy"]:
        lines.append("      " + _("Way out: {remedy}").format(remedy=say(one["remedy"])))
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
    return labels.spoken("verdict", code, language())
