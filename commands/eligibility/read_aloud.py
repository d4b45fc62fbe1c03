"""A verdict in sentences that can be read aloud: what holds, what is missing, whose turn it is."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from commands.common.output import day
from commands.eligibility.text import edition, sentence_text
from jejak_i18n import formatting, verdicts
from jejak_i18n import gettext as _

Json = dict[str, Any]
MOST = 3
"""How many of the indicators with the most points to reach are named."""


def read_aloud(data: Json, unit: str, *, dated: bool = True) -> str:
    """Four short paragraphs; `dated` says of which day they speak."""
    name = f"{data['acronym'] or data['title']} ({data['code']})"
    text = _("{edition}: {name} of {unit}, as of {day}.") if dated else _("{edition}: {name} of {unit}.")
    first = text.format(edition=edition(data), name=name, unit=unit, day=day(data["day"]))
    parts = [f"{first} {verdicts.headline(data)}", _holds(data), _gaps(data), _turn(data, unit)]
    return "\n\n".join(part for part in parts if part)


def _decisive(data: Json) -> list[Json]:
    return [one for one in data["findings"] if one["decides"]]


def _indicators(data: Json) -> list[Json]:
    return [one for one in data["findings"] if one["rule"].startswith("indicator.")]


def _holds(data: Json) -> str:
    told = _grouped([one for one in _decisive(data) if one["outcome"] == "met"])
    rows = _indicators(data)
    if rows:
        proved = sum(1 for one in rows if one["outcome"] == "met")
        text = _("{proved} of {all} indicators are proved; {maturity}")
        mature = verdicts.maturity(data) or ""
        told.append(text.format(proved=proved, all=len(rows), maturity=mature[:1].lower() + mature[1:]))
    return _("What holds: {told}").format(told=" ".join(told)) if told else _("Nothing holds yet.")


def _gaps(data: Json) -> str:
    told = _grouped([one for one in _decisive(data) if one["outcome"] != "met"])
    warned = [
        one
        for one in data["findings"]
        if one["kind"] == "gate" and not one["decides"] and one["outcome"] != "met"
    ]
    if warned:
        told.append(_("By rules that are not confirmed: {told}").format(told=" ".join(_grouped(warned))))
    told += _points(data)
    return _("What is missing: {told}").format(told=" ".join(told)) if told else _("Nothing is missing.")


def _grouped(found: list[Json]) -> list[str]:
    """Sentences that differ in their subject alone become one, with its remedy where all share it."""
    groups: dict[str, list[Json]] = {}
    for one in found:
        groups.setdefault(_predicate(one), []).append(one)
    return [_one(predicate, same) for predicate, same in groups.items()]


def _predicate(one: Json) -> str:
    """What a sentence says of its subject; the whole sentence where it begins otherwise."""
    told = sentence_text(one["sentence"])
    begin = f"{one['label']}: "
    return told[len(begin) :] if one["label"] and told.startswith(begin) else told


def _one(predicate: str, same: list[Json]) -> str:
    told = sentence_text(same[0]["sentence"])
    if len(same) > 1:
        told = f"{formatting.series([one['label'] for one in same])}: {predicate}"
    remedies = {sentence_text(one["remedy"]) for one in same if one["remedy"]}
    return f"{told} {remedies.pop()}" if len(remedies) == 1 else told


def _points(data: Json) -> list[str]:
    """The indicators at which most points can still be reached."""
    rows = [one for one in _indicators(data) if one["upto"] and Decimal(one["upto"])]
    rows.sort(key=lambda one: (-Decimal(one["upto"]), one["rule"]))
    if not rows:
        return []
    left = sum((Decimal(one["upto"]) for one in rows), Decimal(0))
    named = "; ".join(f"{one['label']} ({verdicts.number(one['upto'])})" for one in rows[:MOST])
    text = _("{points} points can still be reached, the most of them at: {named}.")
    return [text.format(points=verdicts.number(format(left, "f")), named=named)]


def _turn(data: Json, unit: str) -> str:
    turn = next((one for one in data["findings"] if one["kind"] == "turn"), None)
    if turn is not None and data["entered"]:
        return sentence_text(turn["sentence"])
    if not data["entered"]:
        return _("It is the turn of {unit}: the innovation is not entered yet.").format(unit=unit)
    return _("It is the turn of {unit}: to complete what is missing and to have it verified.").format(
        unit=unit
    )
