"""A verdict in one sentence, for terminals, documents and sheets alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from jejak_i18n import formatting, gettext, indonesian, language, marked

if TYPE_CHECKING:
    from domain.rules.verdict import Outcome

MARKS: dict[Outcome, str] = {"met": "✓", "not_met": "✗", "unknown": "?"}


class EditionParts(Protocol):
    """What names an edition of a competition."""

    @property
    def award(self) -> str: ...
    @property
    def year(self) -> int: ...
    @property
    def group(self) -> str | None: ...


class Judged(Protocol):
    """What a verdict says in sum: its outcome, and how many rules stand against it."""

    @property
    def outcome(self) -> str: ...
    @property
    def not_met(self) -> int: ...
    @property
    def unknown(self) -> int: ...
    @property
    def warnings(self) -> int: ...


class Scored(Protocol):
    """The maturity of a verdict, as decimal texts."""

    @property
    def maturity(self) -> str | None: ...
    @property
    def maturity_verified(self) -> str | None: ...
    @property
    def maturity_most(self) -> str | None: ...


def edition_name(edition: EditionParts) -> str:
    """`IGA 2026` or `KIPP 2023 (umum)`."""
    return f"{edition.award.upper()} {edition.year}" + (f" ({edition.group})" if edition.group else "")


def headline(verdict: Judged, tongue: str | None = None) -> str:
    """The outcome of a verdict, with how much stands against it, in the terminal's language or `tongue`."""
    sentence = _outcome_sentence(verdict, tongue)
    if verdict.warnings:
        text = _translated(marked("{count} unconfirmed rules need a look."), tongue)
        sentence += " " + text.format(count=verdict.warnings)
    return sentence


def _outcome_sentence(verdict: Judged, tongue: str | None) -> str:
    if verdict.outcome == "met":
        return _translated(marked("ELIGIBLE by every confirmed rule."), tongue)
    if verdict.outcome == "not_met":
        text = marked("NOT YET ELIGIBLE: {not_met} conditions are not met, {unknown} cannot be told yet.")
        return _translated(text, tongue).format(not_met=verdict.not_met, unknown=verdict.unknown)
    if verdict.unknown:
        text = marked("CANNOT BE TOLD YET: {unknown} conditions cannot be told.")
        return _translated(text, tongue).format(unknown=verdict.unknown)
    return _translated(marked("CANNOT BE TOLD: no condition of this edition is confirmed."), tongue)


def maturity(verdict: Scored, tongue: str | None = None) -> str | None:
    """The maturity as stated and proved, and as verified; None where the award has none."""
    if verdict.maturity is None:
        return None
    text = _translated(marked("Maturity {points} of {most}; verified {verified}."), tongue)
    return text.format(
        points=number(verdict.maturity, tongue),
        most=number(verdict.maturity_most, tongue),
        verified=number(verdict.maturity_verified, tongue),
    )


def number(value: str | None, tongue: str | None = None) -> str:
    """Points as people write them; a dash where they are not known."""
    if value is None:
        return "–"
    return formatting.number(value) if (tongue or language()) == "id" else value


def _translated(text: str, tongue: str | None) -> str:
    return indonesian(text) if tongue == "id" else gettext(text)
