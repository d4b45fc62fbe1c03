"""A dossier put together: innovation, entry, rulebook and verdict of one edition, at one position."""

from __future__ import annotations

from typing import NamedTuple

from domain.base import reason
from domain.streams import region_of
from exporters.dossier.award_form import AnyForm, fields_of_sections, read_form
from exporters.dossier.build import build
from exporters.dossier.model import Dossier
from ledger.errors import LedgerError
from projections.eligibility import edition, rulebooks
from projections.eligibility.answers import VerdictAnswer
from projections.eligibility.rulebooks import Held
from projections.eligibility.verdicts import verdict_answer
from projections.queries import entry_texts, find
from projections.queries.innovation_detail import innovation_detail
from projections.read_session import ReadSession
from schemas import loader


class UnknownFormError(LedgerError):
    """The rulebook says nothing of the form."""

    status = 2


class BuiltDossier(NamedTuple):
    """A dossier with the form that it fills and the verdict that it prints."""

    dossier: Dossier
    form: AnyForm
    verdict: VerdictAnswer


def build_dossier(session: ReadSession, code: str, award: str, year: int, group: str | None) -> BuiltDossier:
    """The dossier of the innovation that a code, acronym or title means, for one edition.

    Raises NotFoundError, AmbiguousError, RulebookError and UnknownFormError.
    """
    stream = find.innovation_of(session, code)
    held = rulebooks.find(session, region_of(stream), award, year, group)
    form = _form(held)
    found = edition.edition(session, held.book, region_of(stream))
    detail = innovation_detail(session, stream)
    own_entry = found.entries.get(stream)
    detail = entry_texts.laid_over(detail, session, own_entry, fields_of_sections(form))
    verdict = verdict_answer(found.verdict(stream))
    return BuiltDossier(build(detail, form, verdict), form, verdict)


def _form(held: Held) -> AnyForm:
    """The rulebook as a form. Raises UnknownFormError when its form is not known."""
    if held.book.sections:
        return read_form(held.raw, held.book.award, held.book.sha256)
    raise UnknownFormError(
        reason("The form of {book} is not known.", book=held.book.id),
        reason("There are: {forms}.", forms=", ".join(loader.form_ids())),
    )
