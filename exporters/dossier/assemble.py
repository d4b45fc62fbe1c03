"""A dossier put together: innovation, entry, rulebook and verdict of one edition, at one position."""

from __future__ import annotations

from typing import NamedTuple

from exporters.dossier.award_form import AnyForm, fields_of_sections, read_form
from exporters.dossier.build import build
from exporters.dossier.model import Dossier
from projections.eligibility.answers import VerdictAnswer
from projections.eligibility.edition import Edition, edition_of_innovation
from projections.eligibility.verdicts import verdict_answer
from projections.queries import entry_texts, find
from projections.queries.detail_types import InnovationDetail
from projections.queries.innovation_detail import innovation_detail
from projections.read_session import ReadSession

INDICATOR = "indicator."
"""How the names of the rules about indicators begin."""


class BuiltDossier(NamedTuple):
    """A dossier with the form that it fills, the verdict that it prints, and the innovation behind it."""

    dossier: Dossier
    form: AnyForm
    verdict: VerdictAnswer
    detail: InnovationDetail


class Builder:
    """Builds dossiers of one edition; the rules and the entries of a region are read once."""

    def __init__(
        self, session: ReadSession, award: str, year: int, group: str | None, pinned: str | None = None
    ) -> None:
        """`pinned` is the SHA-256 of the rulebook by which the dossier was handed out."""
        self.session, self.award, self.year, self.group = session, award, year, group
        self._pinned = pinned
        self._of_region: dict[str, tuple[AnyForm, Edition]] = {}

    def edition(self, stream: str) -> tuple[AnyForm, Edition]:
        """The form and the edition that speak in the region of a stream. Raises RulebookError."""
        region = stream.partition("/")[0]
        if region not in self._of_region:
            asked = self.award, self.year, self.group
            held, edition = edition_of_innovation(self.session, stream, *asked, self._pinned)
            form = read_form(held.form_bytes(), held.book.award, held.book.sha256)
            self._of_region[region] = form, edition
        return self._of_region[region]

    def build(self, stream: str) -> BuiltDossier:
        """The dossier of an innovation. Raises RulebookError and UnknownFormError."""
        form, edition = self.edition(stream)
        detail = innovation_detail(self.session, stream)
        own_entry = edition.entries.get(stream)
        detail = entry_texts.laid_over(detail, self.session, own_entry, fields_of_sections(form))
        verdict = verdict_answer(edition.verdict(stream))
        detail = entry_texts.with_levels(detail, self.session, _levels(verdict))
        return BuiltDossier(build(detail, form, verdict), form, verdict, detail)


def _levels(verdict: VerdictAnswer) -> dict[str, tuple[int, list[int]]]:
    """Indicator to its level in a verdict, with the positions of the facts behind it."""
    found = (one for one in verdict.findings if one.rule.startswith(INDICATOR) and one.level)
    return {one.rule.removeprefix(INDICATOR): (one.level or 0, one.facts) for one in found}


def build_dossier(
    session: ReadSession, code: str, award: str, year: int, group: str | None, pinned: str | None = None
) -> BuiltDossier:
    """The dossier of the innovation that a code, acronym or title means, for one edition.

    By the rulebook that speaks, or by an earlier revision that is pinned by its SHA-256.
    Raises NotFoundError, AmbiguousError, RulebookError and UnknownFormError.
    """
    return Builder(session, award, year, group, pinned).build(find.innovation_of(session, code))
