"""dossier region: what a region signs for an edition, the recapitulation and the statement of integrity."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click
from msgspec import Struct

from commands.common.new_file import require_new
from commands.common.output import Answer, count, time_options, verb
from commands.common.pdf_option import PDF, pdf_beside, require_office, with_pdf
from commands.competition.dossier_options import OUT_FOLDER, region_dossier_options
from commands.eligibility.options import RegionYearOptions, region_edition
from domain.base import reason
from domain.streams import code as code_of
from domain.streams import region_code
from exporters.dossier.award_form import IgaForm, read_form
from jejak.stationery import stationery_of
from jejak_i18n import gettext as _
from jejak_i18n.verdicts import edition_name
from projections.eligibility import rulebooks
from projections.eligibility.assessment import affair_counts
from projections.eligibility.edition import Edition
from projections.eligibility.entered import EnteredInnovation, entered_innovations
from projections.eligibility.index import index_answer
from projections.queries.find import NotFoundError
from projections.queries.units import research_office
from projections.read_session import ReadSession
from projections.views.regions import region_name

if TYPE_CHECKING:
    from exporters.word.region_papers import Entered

SUFFIX = ".docx"


class PaperFile(Struct, frozen=True, kw_only=True):
    """A document that was written; `pdf` is the same as PDF, where it was asked for."""

    id: str
    label: str
    file: str
    pdf: str | None


class RegionPapers(Struct, frozen=True, kw_only=True):
    """The answer of `dossier region`: the documents, the post that is to sign them, the rows of the first.

    `post` is None where no unit, or more than one, bears research and development in its name; `index` is
    None where the rulebook does not know what it takes; `not_entered` are the codes of the others.
    """

    region: str
    award: str
    year: int
    final: bool
    post: str | None
    files: list[PaperFile]
    items: list[EnteredInnovation]
    not_entered: list[str]
    index: str | None


@click.command(
    "region", help=_("Write the region's recapitulation for signature and the statement of integrity (Word).")
)
@region_dossier_options(OUT_FOLDER)
@click.option("--final", is_flag=True, help=_("The copy to sign: without what belongs to a draft."))
@PDF
@time_options
@verb("dossier region")
def papers(
    answer: Answer,
    home: str | None,
    *,
    out: Path,
    force: bool,
    final: bool,
    pdf: bool,
    **options: Unpack[RegionYearOptions],
) -> None:
    if pdf:
        require_office()
    award, year = options["award"], options["year"]
    with region_edition(answer, home, group=None, **options) as (session, edition):
        made = _entered(session, edition)
        stationery = stationery_of(session.workspace, edition.region, made.region)
    from exporters.excel.safe_names import slug
    from exporters.word.files import FINAL, write_files
    from exporters.word.region_papers import (
        INTEGRITY,
        RECAPITULATION,
        integrity,
        left_open,
        post_of,
        recapitulation,
    )
    from exporters.word.render import render_integrity, render_recapitulation

    first, second = recapitulation(made, final=final), integrity(made, final=final)
    head, ending = f"{award}-{year}-{edition.region}", f"{FINAL if final else ''}{SUFFIX}"
    paths = [out / f"{head}-{slug(one.title)}{ending}" for one in (first, second)]
    files = [
        PaperFile(id=id_, label=one.title, file=str(path), pdf=pdf_beside(path) if pdf else None)
        for id_, one, path in zip((RECAPITULATION, INTEGRITY), (first, second), paths, strict=True)
    ]
    for written in (Path(name) for one in files for name in (one.file, one.pdf) if name):
        require_new(written, force=force)
    contents = (render_recapitulation(first, stationery), render_integrity(second, stationery))
    documents = {path.name: content for path, content in zip(paths, contents, strict=True)}
    write_files(out, with_pdf(documents) if pdf else documents)
    _notes(answer, made, options["region"])
    data = RegionPapers(
        region=made.index.region,
        award=award,
        year=year,
        final=final,
        post=post_of(made.office),
        files=files,
        items=made.items,
        not_entered=made.not_entered,
        index=made.index.index,
    )
    answer.result(data, lambda: _text(data, answer, left_open(made.office)))


def _entered(session: ReadSession, edition: Edition) -> Entered:
    """What both documents are made of. Raises NotFoundError where nothing is entered."""
    from exporters.word.region_papers import Entered

    judged, code = edition.entered(), region_code(edition.region)
    name = region_name(session.connection, code) or code
    book = edition.book
    if not judged:
        raise NotFoundError(
            reason(
                "No innovation of {region} is entered for {edition}.", region=name, edition=edition_name(book)
            ),
            reason(
                "Fill in sheet Klaim IGA, or begin an entry: jejak entry prepare CODE --award {award} --year"
                " {year}",
                award=book.award,
                year=str(book.year),
            ),
        )
    return Entered(
        form=_form(session, edition),
        award_title=book.award_title,
        region=name,
        day=edition.context.day,
        items=entered_innovations(edition, judged),
        affairs=affair_counts(edition, [verdict for _case, verdict in judged]),
        index=index_answer(edition, session.position),
        office=research_office(session, edition.region),
        not_entered=[code_of(stream) for stream in edition.not_entered()],
    )


def _form(session: ReadSession, edition: Edition) -> IgaForm | None:
    """The form of the edition; None where its rulebook knows none."""
    book = edition.book
    if not book.sections:
        return None
    held = rulebooks.find(session, edition.region, book.award, book.year, book.group)
    form = read_form(held.form_bytes(), book.award, book.sha256)
    assert isinstance(form, IgaForm)
    return form


def _notes(answer: Answer, made: Entered, region: str | None) -> None:
    """What is to be known of the documents and must not stand in them."""
    from exporters.word.region_papers import lacking

    if made.not_entered:
        text = _(
            "{count} innovations of {region} are not entered for this edition: {codes}. The list: {command}"
        )
        command = f"jejak eligibility list --award {made.index.award} --year {made.index.year} --not-entered"
        told = text.format(
            count=count(len(made.not_entered)),
            region=made.region,
            codes=_codes(made.not_entered),
            command=f"{command} --region {region}" if region else command,
        )
        answer.message(told)
    unfit = [one.code for one in made.items if one.outcome != "met"]
    if unfit:
        text = _("{count} of {all} innovations are not known to be fit for this edition: {codes}.")
        told = text.format(count=count(len(unfit)), all=count(len(made.items)), codes=_codes(unfit))
        answer.message(told, level="warning")
    gaps = Counter(label for one in made.items for label in lacking(one))
    if gaps:
        listed = ", ".join(f"{label} ({count(number)})" for label, number in gaps.items())
        text = _("Not recorded, by number of innovations: {gaps}. Fill in sheet Profil.")
        answer.message(text.format(gaps=listed), level="warning")
    if made.office:
        text = _("The post that signs is taken from the name of the unit {unit}; change it if it is another.")
        answer.message(text.format(unit=made.office))
    else:
        answer.message(_("Which post signs is not recorded: it is left open in both documents."))
    answer.message(
        _(
            "The official text of the statement of integrity is not known: compare ours with that of the"
            " application before it is signed."
        ),
        level="warning",
    )


def _codes(codes: list[str]) -> str:
    """The first codes, and a sign that there are more."""
    shown = ", ".join(codes[:5])
    return f"{shown}, …" if len(codes) > 5 else shown


def _text(data: RegionPapers, answer: Answer, open_: list[str]) -> str:
    lines = [_("Written in {seconds} seconds:").format(seconds=answer.seconds())]
    lines += [f"  {file}" for one in data.files for file in (one.file, one.pdf) if file]
    if data.final:
        told = _("{count} innovations. To be filled in by hand before both are signed: {blanks}.")
    else:
        told = _("{count} innovations, in two drafts. The copy to sign: --final")
    blanks = ", ".join(_(msgid) for msgid in open_)
    return "\n".join([*lines, told.format(count=count(len(data.items)), blanks=blanks)])
