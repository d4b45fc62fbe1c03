"""A verdict in one sentence, for terminals, documents and sheets alike."""

from __future__ import annotations

from typing import Any

from jejak_i18n import formatting, gettext, indonesian, language, marked

MARKS = {"met": "✓", "not_met": "✗", "unknown": "?"}


def headline(data: dict[str, Any], tongue: str | None = None) -> str:
    """The outcome of a plain verdict, with how much stands against it."""
    if data["outcome"] == "met":
        told = _translated(marked("ELIGIBLE by every confirmed rule."), tongue)
    elif data["outcome"] == "not_met":
        text = marked("NOT YET ELIGIBLE: {not_met} conditions are not met, {unknown} cannot be told yet.")
        told = _translated(text, tongue).format(not_met=data["not_met"], unknown=data["unknown"])
    elif data["unknown"]:
        text = marked("CANNOT BE TOLD YET: {unknown} conditions cannot be told.")
        told = _translated(text, tongue).format(unknown=data["unknown"])
    else:
        told = _translated(marked("CANNOT BE TOLD: no condition of this edition is confirmed."), tongue)
    if data["warnings"]:
        text = marked("{count} unconfirmed rules need a look.")
        told += " " + _translated(text, tongue).format(count=data["warnings"])
    return told


def maturity(data: dict[str, Any], tongue: str | None = None) -> str | None:
    """The maturity as stated and proved, and as verified; None where the award has none."""
    if data["maturity"] is None:
        return None
    text = _translated(marked("Maturity {points} of {most}; verified {verified}."), tongue)
    return text.format(
        points=number(data["maturity"], tongue),
        most=number(data["maturity_most"], tongue),
        verified=number(data["maturity_verified"], tongue),
    )


def number(value: str | None, tongue: str | None = None) -> str:
    """Points as people write them; a dash where they are not known."""
    if value is None:
        return "–"
    return formatting.number(value) if (tongue or language()) == "id" else value


def _translated(text: str, tongue: str | None) -> str:
    return indonesian(text) if tongue == "id" else gettext(text)
