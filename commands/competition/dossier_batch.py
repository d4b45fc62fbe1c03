"""dossier batch: the dossiers of many innovations, each with its evidence files, and a list of them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from contextlib import closing
from functools import partial
from importlib.metadata import version
from pathlib import Path

import click
from msgspec import Struct

from commands.common.output import Answer, count, day, reading_session, time_options, verb
from commands.common.pdf_option import PDF, require_office, telling
from commands.common.progress import Bar
from commands.common.written_value import Between
from commands.competition.dossier_options import GROUP, OUT_FOLDER, YEAR, award_argument
from commands.competition.template_refusal import TEMPLATE, filling, read_template, refusal
from commands.eligibility.options import region_option
from domain.base import reason
from domain.names import fold
from domain.streams import code as code_of
from domain.streams import prefix
from exporters.batch.model import BatchItem, BatchRun
from exporters.batch.progress_file import ProgressFile
from exporters.batch.writing import FolderTakenError
from exporters.dossier.assemble import Builder
from exporters.excel import batch_workbook
from jejak_i18n import gettext as _
from jejak_i18n import sentence
from ledger.errors import LedgerError
from projections.queries import find
from projections.queries.unit_work import unit_work
from projections.read_session import ReadSession


class BatchAnswer(Struct, frozen=True, kw_only=True):
    """What `dossier batch` wrote: the list, and every innovation with its state and gaps."""

    contents: str
    written: int
    kept: int
    refused: int
    failed: int
    items: list[BatchItem]


class NothingWantedError(LedgerError):
    """No innovation is meant."""

    status = 2


@click.command(
    "batch", help=_("Write the dossiers of many innovations with their evidence files, and a list of them.")
)
@award_argument()
@click.argument("code", nargs=-1)
@YEAR
@GROUP
@region_option
@click.option("--unit", metavar="NAME", help=_("Only those of this unit."))
@click.option("--all", "everything", is_flag=True, help=_("Also those that were not entered."))
@click.option(
    "--final", is_flag=True, help=_("Copies to submit; those that lack mandatory parts are left out.")
)
@click.option("--jobs", type=Between(1, 32), default=1, help=_("How many processes write."))
@TEMPLATE
@PDF
@OUT_FOLDER
@time_options
@verb("dossier batch")
def batch(
    answer: Answer,
    home: str | None,
    *,
    award: str,
    code: tuple[str, ...],
    year: int,
    group: str | None,
    region: str | None,
    unit: str | None,
    everything: bool,
    final: bool,
    jobs: int,
    template: Path | None,
    pdf: bool,
    out: Path,
    as_of: str | None,
    known_at: str | None,
) -> None:
    from exporters.batch.run import Batch, Wanted
    from exporters.package.sources import from_files

    if code and (unit or everything):
        raise click.UsageError(_("Name innovations, or choose them with --unit or --all."))
    if pdf:
        require_office()
    own = _tried(answer, award, template)
    with reading_session(answer, home, as_of, known_at, region=region) as session:
        area = prefix(region) if region else prefix(session.workspace.region)
        builder = Builder(session, award, year, group)
        streams = _named(session, code) if code else _chosen(session, builder, area, unit, everything)
        if not streams:
            raise NothingWantedError(
                reason("No innovation was entered for this edition."),
                reason("Name them, or take those that were not entered too: --all"),
            )
        form, _edition = builder.edition(streams[0])
        run = BatchRun(
            release=version("jejak"),
            form=form.id,
            sha256=form.sha256,
            position=session.position,
            day=session.spoken_day,
            as_of=session.as_of,
            known_at=session.known_at,
            final=final,
            template=hashlib.sha256(own).hexdigest() if own is not None else None,
        )
        evidence = session.workspace.evidence
        file = ProgressFile.opened(out, run)
        work = Batch(builder, file, from_files(evidence.path), evidence.path, partial(_told, template), own)
        with closing(Bar(len(streams))) as bar:
            items = work.run([Wanted(one, code_of(one)) for one in streams], jobs, bar)
        contents = out / batch_workbook.NAME
        title = f"{form.award_title} {year}" + (f" · {group}" if group else "")
        note = _("Position {position} of the ledger; {day}.").format(
            position=count(session.position), day=day(session.spoken_day)
        )
        batch_workbook.write(contents, title, note, items)
    if pdf:
        items = _with_pdf(file, items)
    states = [one.state for one in items]
    data = BatchAnswer(
        contents=str(contents),
        written=states.count("written"),
        kept=states.count("kept"),
        refused=states.count("refused"),
        failed=states.count("failed"),
        items=items,
    )
    incomplete = data.refused or data.failed or any(one.missing_evidence for one in items)
    answer.result(data, lambda: _text(data, answer), status=1 if incomplete else 0)


def _tried(answer: Answer, award: str, template: Path | None) -> bytes | None:
    """The bytes of a template of one's own. Ends with status 3 for one that a sample does not fill."""
    from exporters.word.template_check import check

    own = read_template(answer, template)
    if own is None:
        return None
    with filling(answer, template):
        if refused := check(own, award).refused:
            # Rather once, and now, than once for each innovation.
            raise refused
    return own


def _with_pdf(file: ProgressFile, items: list[BatchItem]) -> list[BatchItem]:
    from exporters.batch.printing import print_documents

    with telling(), closing(Bar(len(items))) as bar:
        return print_documents(file, items, bar)


def _told(template: Path | None, fault: Exception) -> str:
    """Why one innovation failed, in words."""
    from exporters.word.render import TemplateRefusedError

    if isinstance(fault, FolderTakenError):
        return _taken(fault)
    if isinstance(fault, LedgerError):
        return sentence(fault.why)
    if isinstance(fault, OSError):
        return sentence(reason("The computer refuses: {detail}.", detail=str(fault)))
    if isinstance(fault, TemplateRefusedError) and template is not None:
        return sentence(refusal(template.name, fault).what)
    from commands.common.fault_report import written

    what = sentence(reason("This is a fault of Jejak itself: {kind}.", kind=type(fault).__name__))
    path = written(fault)
    remedy = reason("Send this file to the programmer; it holds no data of yours: {path}", path=str(path))
    return f"{what} {sentence(remedy)}" if path else what


def _taken(fault: FolderTakenError) -> str:
    """What in a folder is not as Jejak left it."""
    told = []
    if fault.changed:
        told.append(_("changed since it was written: {names}").format(names=", ".join(fault.changed)))
    if fault.added:
        told.append(_("not written by Jejak: {names}").format(names=", ".join(fault.added)))
    if not told:
        return _("{folder} is a file, not a folder; move it away").format(folder=fault.folder)
    text = _("the folder {folder} was left as it is ({reasons}); move it away")
    return text.format(folder=fault.folder, reasons="; ".join(told))


def _named(session: ReadSession, codes: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(find.innovation_of(session, one) for one in codes))


def _chosen(
    session: ReadSession, builder: Builder, area: str, unit: str | None, everything: bool
) -> list[str]:
    """The innovations of a region, or of one of its units; those that were entered, or all."""
    work = unit_work(session, region=area)
    if unit is not None:
        known = {fold(name): one for one in work for name in (one.short, one.name)}
        if fold(unit) not in known:
            raise NothingWantedError(
                reason('No unit "{name}" has an innovation.', name=unit),
                reason("Look at the units with innovations: jejak catalogue stats"),
            )
        work = [known[fold(unit)]]
    found = sorted(stream for one in work for stream in one.innovations)
    if everything or not found:
        return found
    _form, edition = builder.edition(found[0])
    return [one for one in found if one in edition.entries]


def _text(data: BatchAnswer, answer: Answer) -> str:
    text = _(
        "Done in {seconds} seconds: {written} written, {kept} as they were, {refused} not written since"
        " mandatory parts are missing, {failed} failed. The list: {contents}"
    )
    lines = [
        text.format(
            seconds=answer.seconds(),
            written=count(data.written),
            kept=count(data.kept),
            refused=count(data.refused),
            failed=count(data.failed),
            contents=data.contents,
        )
    ]
    if printed := sum(one.pdf is not None for one in data.items):
        lines.append(_("{count} of them as PDF, too.").format(count=count(printed)))
    if unfinished := sum(bool(one.files and one.gaps) for one in data.items):
        told = _("{count} of these still lack parts of the form: sheet {sheet} of the list names them.")
        lines.append(told.format(count=count(unfinished), sheet=batch_workbook.gaps_sheet()))
    for one in data.items:
        if one.why:
            lines.append(f"  {one.code}  {one.title or '–'}: {one.why}")
        lacking = _("  {code}  evidence file missing or altered: {name}")
        lines += [lacking.format(code=one.code, name=name) for name in one.missing_evidence]
    return "\n".join(lines)
