"""dossier iga and kipp: the documents of a competition."""

from __future__ import annotations

from pathlib import Path
from typing import TypedDict, Unpack

import click
from msgspec import Struct, field

from commands.common.new_file import require_untouched
from commands.common.output import Answer, Verb, count, reading_session, time_options, verb
from commands.common.pdf_option import PDF, require_office, with_pdf
from commands.competition.dossier_again import again
from commands.competition.dossier_batch import batch
from commands.competition.dossier_diff import diff
from commands.competition.dossier_final import require_complete
from commands.competition.dossier_issue import issue
from commands.competition.dossier_letters import letters
from commands.competition.dossier_options import dossier_options
from commands.competition.dossier_package import pack
from commands.competition.dossier_papers import papers
from commands.competition.dossier_portal import portal
from commands.competition.dossier_region import spd
from commands.competition.dossier_template import template
from commands.competition.dossier_verify import verify
from commands.competition.template_refusal import TEMPLATE, filling, read_template
from exporters.dossier.assemble import build_dossier
from exporters.dossier.model import Dossier
from jejak_i18n import gettext as _
from jejak_i18n import verdicts
from projections.eligibility.answers import VerdictAnswer
from projections.read_session import ReadSession


class GapBrief(Struct, frozen=True, kw_only=True):
    """A gap of the dossier in brief."""

    id: str
    label: str
    what: str


class DossierAnswer(Struct, frozen=True, kw_only=True):
    """The files of a dossier, its gaps, and the verdict."""

    code: str
    files: list[str]
    gaps: list[GapBrief] = field(name="missing")
    verdict: VerdictAnswer


class DossierOptions(TypedDict):
    """Which innovation and edition a dossier is of, and where its files go."""

    code: tuple[str, ...]
    year: int
    group: str | None
    out: Path
    final: bool
    template: Path | None
    pdf: bool
    force: bool
    as_of: str | None
    known_at: str | None


@click.group("dossier", help=_("Documents for the competitions."))
def dossier() -> None:
    pass


dossier.add_command(again)
dossier.add_command(batch)
dossier.add_command(diff)
dossier.add_command(letters)
dossier.add_command(issue)
dossier.add_command(pack)
dossier.add_command(papers)
dossier.add_command(portal)
dossier.add_command(spd)
dossier.add_command(template)
dossier.add_command(verify)


def _options(function: Verb) -> Verb:
    function = time_options(function)
    for option in (
        click.option(
            "--final",
            is_flag=True,
            help=_("The copy to submit: refused while mandatory parts of the form are missing."),
        ),
        click.option("--force", is_flag=True, help=_("Replace a document that was changed by hand.")),
        PDF,
        TEMPLATE,
        dossier_options(awards=None),
    ):
        function = option(function)
    return function


@dossier.command("iga", help=_("Write the Laporan Inovasi Daerah of an innovation (Word and JSON)."))
@_options
@verb("dossier iga")
def iga(answer: Answer, home: str | None, **options: Unpack[DossierOptions]) -> None:
    _answer(answer, home, "iga", **options)


@dossier.command("kipp", help=_("Write the KIPP proposal of an innovation (Word and JSON)."))
@_options
@verb("dossier kipp")
def kipp(answer: Answer, home: str | None, **options: Unpack[DossierOptions]) -> None:
    _answer(answer, home, "kipp", **options)


def _answer(answer: Answer, home: str | None, award: str, **options: Unpack[DossierOptions]) -> None:
    code, as_of, known_at = options["code"], options["as_of"], options["known_at"]
    file, final = options["template"], options["final"]
    template = read_template(answer, file)
    if options["pdf"]:
        require_office()
    with reading_session(answer, home, as_of, known_at, code=code) as session:
        made, _form, verdict, _detail = build_dossier(
            session, " ".join(code), award, options["year"], options["group"]
        )
        if final:
            require_complete(answer, made)
        with filling(answer, file):
            written = _write(
                made,
                verdict,
                options["out"],
                final=final,
                template=template,
                pdf=options["pdf"],
                force=options["force"],
            )
    answer.result(written, lambda: _text(written, answer, final=final))


def write(
    session: ReadSession, code: str, award: str, year: int, group: str | None, out: Path
) -> DossierAnswer:
    """Writes both files of a draft, whole or not at all, and says what is missing in it.

    Raises NotFoundError, RulebookError and UnknownFormError.
    """
    made, _form, verdict, _detail = build_dossier(session, code, award, year, group)
    return _write(made, verdict, out, final=False)


def _write(
    made: Dossier,
    verdict: VerdictAnswer,
    out: Path,
    *,
    final: bool,
    template: bytes | None = None,
    pdf: bool = False,
    force: bool = False,
) -> DossierAnswer:
    from exporters.word.files import dossier_files, write_files

    made_of = dossier_files(made, final=final, template=template)
    for name in made_of:
        if name.endswith(".docx"):
            require_untouched(out / name, force=force)
    files = write_files(out, with_pdf(made_of) if pdf else made_of)
    gaps = [GapBrief(id=one.id, label=one.label, what=one.what) for one in made.gaps]
    return DossierAnswer(code=made.code, files=files, gaps=gaps, verdict=verdict)


def _text(written: DossierAnswer, answer: Answer, *, final: bool) -> str:
    lines = [_("Written in {seconds} seconds:").format(seconds=answer.seconds())]
    lines += [f"  {path}" for path in written.files]
    lines.append(verdicts.headline(written.verdict))
    if final:
        lines.append(_("Final copy. To record that it is issued: jejak dossier issue"))
    elif written.gaps:
        text = _("Still missing: {count} (page one of the document lists them)")
        lines.append(text.format(count=count(len(written.gaps))))
    else:
        lines.append(_("Nothing that Jejak records is missing."))
    return "\n".join(lines)
