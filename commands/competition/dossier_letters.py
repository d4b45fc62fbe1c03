"""dossier letters: drafts of the letters that go with a proposal."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec import Struct

from commands.common.output import Answer, count, day, reading_session, time_options, verb
from commands.common.pdf_option import PDF, pdf_beside, require_office, with_pdf
from commands.competition.dossier_options import dossier_options
from commands.competition.template_refusal import TEMPLATE, filling, read_template
from domain.streams import region_of
from exporters.dossier.assemble import build_dossier
from exporters.dossier.model import KippDossier
from jejak.stationery import stationery_of
from jejak_i18n import gettext as _
from jejak_i18n import verdicts
from projections.eligibility.answers import VerdictAnswer

if TYPE_CHECKING:
    from exporters.word.letters import LetterDraft, Signatory

AWARDS = ("kipp",)


class LetterFile(Struct, frozen=True, kw_only=True):
    """A letter that was drafted; `required` by the edition, which the cover letter is not known to be.

    `pdf` is the same as PDF, where it was asked for.
    """

    id: str
    label: str
    required: bool
    file: str
    pdf: str | None


class LettersAnswer(Struct, frozen=True, kw_only=True):
    """The drafts, and the post that is to sign them; null where no agreement records it."""

    code: str
    post: str | None
    letters: list[LetterFile]


@click.command("letters", help=_("Draft the statement letters and the cover letter of a proposal (Word)."))
@dossier_options(awards=AWARDS)
@TEMPLATE
@PDF
@time_options
@verb("dossier letters")
def letters(
    answer: Answer,
    home: str | None,
    *,
    award: str,
    code: tuple[str, ...],
    year: int,
    group: str | None,
    out: Path,
    template: Path | None,
    pdf: bool,
    as_of: str | None,
    known_at: str | None,
) -> None:
    own = read_template(answer, template)
    if pdf:
        require_office()
    with reading_session(answer, home, as_of, known_at, code=code) as session:
        made, form, verdict, detail = build_dossier(session, " ".join(code), award, year, group)
        stationery = stationery_of(session.workspace, region_of(made.stream), made.region.name)
    from exporters.excel.safe_names import FileNames
    from exporters.word.files import write_files
    from exporters.word.letters import letter_drafts, not_drafted, signatory
    from exporters.word.render import render_letter

    assert isinstance(made, KippDossier)
    names, drafts = FileNames(), letter_drafts(made, detail, form)
    named = {names.of(f"{form.id}-{made.code}-", one.label, ".docx"): one for one in drafts}
    with filling(answer, template):
        documents = {name: render_letter(one.context, own, stationery) for name, one in named.items()}
    write_files(out, with_pdf(documents) if pdf else documents)
    signer = signatory(detail)
    _notes(answer, verdict, drafts, signer)
    for one in not_drafted(made, form):
        answer.message(f"{one.label}: {one.not_drafted}")
    data = LettersAnswer(
        code=made.code,
        post=signer.post if signer else None,
        letters=[
            LetterFile(
                id=one.id,
                label=one.label,
                required=one.required,
                file=str(out / name),
                pdf=pdf_beside(out / name) if pdf else None,
            )
            for name, one in named.items()
        ],
    )
    answer.result(data, lambda: _text(data, answer))


def _notes(
    answer: Answer, verdict: VerdictAnswer, drafts: Sequence[LetterDraft], signer: Signatory | None
) -> None:
    """What is to be known of the letters and must not stand in them."""
    from exporters.word.letters import COVER, OPEN

    if verdict.outcome != "met":
        text = _("The innovation is not known to be fit for this edition. {verdict}")
        answer.message(text.format(verdict=verdicts.headline(verdict)), level="warning")
    unsure = [one for one in drafts if one.asked == "unconfirmed"]
    if any(one.id == COVER for one in unsure):
        answer.message(_("Whether a cover letter is asked for with each proposal is not confirmed."))
    labels = ", ".join(one.label for one in unsure if one.id != COVER)
    if labels:
        answer.message(_("Whether these are asked for is not confirmed: {letters}.").format(letters=labels))
    open_ = [one.label for letter in drafts for one in letter.context.enclosures if one.state == OPEN]
    if open_:
        text = _("Not recorded, and left open in the cover letter: {enclosures}.")
        answer.message(text.format(enclosures=", ".join(open_)))
    if signer is not None:
        text = _("The post is that of {agreement} ({day}); change it if another holds it now.")
        told = text.format(agreement=signer.agreement.title, day=day(signer.agreement.occurred))
        answer.message(told)


def _text(data: LettersAnswer, answer: Answer) -> str:
    lines = [_("Written in {seconds} seconds:").format(seconds=answer.seconds())]
    lines += [f"  {file}" for one in data.letters for file in (one.file, one.pdf) if file]
    told = _("{count} drafts, not official texts: complete what is dotted, and have them signed.")
    lines.append(told.format(count=count(len(data.letters))))
    if len(data.letters) == 1:
        lines.append(_("The rulebook of this edition asks for no statement letter."))
    return "\n".join(lines)
