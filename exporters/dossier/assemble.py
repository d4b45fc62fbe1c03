"""A dossier put together: innovation, entry, rulebook and verdict of one edition, at one position."""

from __future__ import annotations

from typing import NamedTuple

from exporters.dossier.award_form import AnyForm, fields_of_sections, read_form
from exporters.dossier.build import build
from exporters.dossier.model import Dossier
from projections.eligibility.answers import VerdictAnswer
from projections.eligibility.edition import edition_of_innovation
from projections.eligibility.verdicts import verdict_answer
from projections.queries import entry_texts, find
from projections.queries.detail_types import InnovationDetail
from projections.queries.innovation_detail import innovation_detail
from projections.read_session import ReadSession


class BuiltDossier(NamedTuple):
    """A dossier with the form that it fills, the verdict that it prints, and the innovation behind it."""

    dossier: Dossier
    form: AnyForm
    verdict: VerdictAnswer
    detail: InnovationDetail


def build_dossier(session: ReadSession, code: str, award: str, year: int, group: str | None) -> BuiltDossier:
    """The dossier of the innovation that a code, acronym or title means, for one edition.

    Raises NotFoundError, AmbiguousError, RulebookError and UnknownFormError.
    """
    stream = find.innovation_of(session, code)
    held, edition = edition_of_innovation(session, stream, award, year, group)
    form = read_form(held.form_bytes(), held.book.award, held.book.sha256)
    detail = innovation_detail(session, stream)
    own_entry = edition.entries.get(stream)
    detail = entry_texts.laid_over(detail, session, own_entry, fields_of_sections(form))
    verdict = verdict_answer(edition.verdict(stream))
    return BuiltDossier(build(detail, form, verdict), form, verdict, detail)
