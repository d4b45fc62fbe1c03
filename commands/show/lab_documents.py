"""lab documents: the papers of a lab as Word drafts, made from the record."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from pathlib import Path

import click
from msgspec import Struct

from commands.common.new_file import require_new
from commands.common.output import Answer, count, reading_session, time_options, verb
from commands.common.pdf_option import PDF, pdf_beside, require_office, with_pdf
from commands.common.progress import Bar
from commands.common.written_value import Named
from domain.streams import region_of
from exporters.word.lab.names import FILES, NAMES
from jejak.stationery import stationery_of
from jejak_i18n import gettext as _

FEW = 12
"""Up to so many files are named one by one."""


class LabFile(Struct, frozen=True, kw_only=True):
    """A document that was written; `code` is that of the innovation which it is of, if it is of one.

    `pdf` is the same as PDF, where it was asked for.
    """

    document: str
    code: str | None
    file: str
    pdf: str | None


class LabOmitted(Struct, frozen=True, kw_only=True):
    """A document that was not written, since nothing of what stands in it is recorded."""

    document: str
    reason: str


class LabDocumentsAnswer(Struct, frozen=True, kw_only=True):
    """The answer of `lab documents`: what was written, and what was left out and why."""

    lab: str
    files: list[LabFile]
    omitted: list[LabOmitted]


@click.command("documents", help=_("Draft the documents of a lab from the record (Word)."))
@click.argument("slug")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help=_("Folder for the files."),
)
@click.option(
    "--only",
    "wanted",
    type=Named(FILES),
    multiple=True,
    help=_("Only this document; repeatable."),
)
@click.option(
    "--code",
    "codes",
    metavar="CODE",
    multiple=True,
    help=_("Only for this innovation; repeatable. Documents of the whole lab are then left out."),
)
@click.option(
    "--decree", metavar="NUMBER", help=_("The recorded decree to which the list of launches is an annex.")
)
@click.option("--force", is_flag=True, help=_("Replace files that are there."))
@PDF
@time_options
@verb("lab documents")
def documents(
    answer: Answer,
    home: str | None,
    *,
    slug: str,
    out: Path,
    wanted: tuple[str, ...],
    codes: tuple[str, ...],
    decree: str | None,
    force: bool,
    pdf: bool,
    as_of: str | None,
    known_at: str | None,
) -> None:
    from exporters.word.files import write_files
    from exporters.word.lab.drafts import OF_INNOVATIONS, lab_drafts
    from exporters.word.lab.rendering import render_drafts
    from projections.queries.find import lab_of
    from projections.queries.lab_documents import lab_record

    if pdf:
        require_office()
    with reading_session(answer, home, as_of, known_at) as session:
        record = lab_record(session, slug, codes=codes, decree=decree)
        stationery = stationery_of(session.workspace, region_of(lab_of(session, slug)), record.region)
    chosen = wanted or (OF_INNOVATIONS if codes else tuple(NAMES))
    drafts, omitted = lab_drafts(record, chosen, narrowed=bool(codes))
    files = [
        LabFile(
            document=one.document,
            code=one.code,
            file=str(out / one.file),
            pdf=pdf_beside(out / one.file) if pdf else None,
        )
        for one in drafts
    ]
    for written in (Path(name) for one in files for name in (one.file, one.pdf) if name):
        require_new(written, force=force)
    with closing(Bar(len(drafts))) as bar:
        documents = render_drafts(drafts, stationery, bar)
    write_files(out, with_pdf(documents) if pdf else documents)
    data = LabDocumentsAnswer(
        lab=slug,
        files=files,
        omitted=[LabOmitted(document=name, reason=_(msgid)) for name, msgid in omitted],
    )
    answer.result(data, lambda: _text(data, out, answer))


def _text(data: LabDocumentsAnswer, out: Path, answer: Answer) -> str:
    lines = []
    if data.files:
        lines = [_("Written in {seconds} seconds:").format(seconds=answer.seconds()), *_lines(data, out)]
    for one in data.omitted:
        told = _("Not written: {document}: {reason}.")
        lines.append(told.format(document=_named(one.document), reason=one.reason))
    told = _("{count} drafts, not official texts: complete what is dotted, and have them signed.")
    return "\n".join([*lines, told.format(count=count(len(data.files)))] if data.files else lines)


def _named(document: str) -> str:
    msgid = NAMES[document]
    return _(msgid)


def _lines(data: LabDocumentsAnswer, out: Path) -> list[str]:
    """Each file; where there are many of a kind, how many and where."""
    counted, lines = Counter(one.document for one in data.files), []
    for document, number in counted.items():
        if number <= FEW:
            found = [one for one in data.files if one.document == document]
            lines += [f"  {file}" for one in found for file in (one.file, one.pdf) if file]
        else:
            text = _("{document}: {count} files in {folder}")
            named = text.format(document=_named(document), count=count(number), folder=out)
            lines.append(f"  {named}")
    return lines
