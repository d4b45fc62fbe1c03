"""dossier template: our templates as files to change, and the check of one that was changed."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import TypedDict, Unpack

import click
from msgspec import Struct

from commands.common.new_file import require_new
from commands.common.output import Answer, count, verb
from commands.common.written_value import Named
from commands.competition.dossier_options import FORCE
from commands.competition.template_refusal import read_template, refuse
from domain.base import Reason, reason
from exporters.word.template_refused import Fault
from jejak_i18n import gettext as _

SUFFIX = ".docx"
TEMPLATES = ("iga", "kipp", "letter")
TEMPLATE_WORDS = {**{name: name for name in TEMPLATES}, "letter": _("letter")}


class TemplateWritten(Struct, frozen=True, kw_only=True):
    """The answer of `dossier template iga`, `kipp` and `letter`: the template, and its SHA-256."""

    file: str
    award: str
    sha256: str


class NameNotKnown(Struct, frozen=True, kw_only=True):
    """A name that a template uses and nothing gives; `known` are those beside it, `place` its paragraph."""

    name: str
    known: list[str]
    place: str


class TemplateFault(Struct, frozen=True, kw_only=True):
    """Why the sample could not be filled in, and in which paragraph."""

    fault: Fault
    place: str


class TemplateReport(Struct, frozen=True, kw_only=True):
    """The answer of `dossier template check`.

    `parts` counts the parts of the form that the sample fills; `left_out` are those that the template never
    prints, which is no fault. `marks_illustrations` is false where examples would not be marked as such.
    """

    file: str
    award: str
    fault: TemplateFault | None
    unknown: list[NameNotKnown]
    parts: int
    left_out: list[str]
    marks_illustrations: bool


class _Where(TypedDict):
    out: Path
    force: bool


@click.group("template", help=_("Templates of the documents: write ours to change it, check your own."))
def template() -> None:
    pass


_OUT = click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    metavar="FILE.docx",
    help=_("The template to write."),
)


@template.command("iga", help=_("Write the template of the Laporan Inovasi Daerah."))
@_OUT
@FORCE
@verb("dossier template iga")
def iga(answer: Answer, home: str | None, **where: Unpack[_Where]) -> None:
    _write(answer, "iga", **where)


@template.command("kipp", help=_("Write the template of the KIPP proposal."))
@_OUT
@FORCE
@verb("dossier template kipp")
def kipp(answer: Answer, home: str | None, **where: Unpack[_Where]) -> None:
    _write(answer, "kipp", **where)


@template.command("letter", help=_("Write the template of the letters."))
@_OUT
@FORCE
@verb("dossier template letter")
def letter(answer: Answer, home: str | None, **where: Unpack[_Where]) -> None:
    _write(answer, "letter", **where)


def _write(answer: Answer, award: str, *, out: Path, force: bool) -> None:
    import hashlib

    from exporters.word.files import write_files
    from exporters.word.render import own_template

    if out.suffix.casefold() != SUFFIX:
        raise click.UsageError(_("The file's name must end in .docx."))
    require_new(out, force=force)
    raw = own_template(award)
    write_files(out.parent, {out.name: raw})
    data = TemplateWritten(file=str(out), award=award, sha256=hashlib.sha256(raw).hexdigest())
    answer.result(data, lambda: _written(data))


def _written(data: TemplateWritten) -> str:
    check = f"jejak dossier template check {data.file} --award {data.award}"
    text = _("Template written: {file}\nChange it in Word, then check it: {command}")
    return text.format(file=data.file, command=check)


@template.command(
    "check", help=_("Try a template with a sample, and say what it does not know or leaves out.")
)
@click.argument("file", type=click.Path(dir_okay=False, exists=True, path_type=Path))
@click.option("--award", type=Named(TEMPLATE_WORDS), required=True, help=_("What it is a template of."))
@verb("dossier template check")
def check(answer: Answer, home: str | None, *, file: Path, award: str) -> None:
    from exporters.word import template_check
    from exporters.word.template_refused import TemplateRefusedError

    raw = read_template(answer, file)
    assert raw is not None
    try:
        found = template_check.check(raw, award)
    except TemplateRefusedError as error:
        refuse(answer, file, error)
        answer.fail(1)
    refused = found.refused
    fault = TemplateFault(fault=refused.fault, place=refused.place) if refused else None
    for name in found.unknown:
        answer.problem(
            reason("The name {name} does not exist.", name=name.name),
            where=name.place or None,
            remedy=_instead(name.name, name.known),
        )
    if refused is not None and (refused.fault != "name" or not found.unknown):
        refuse(answer, file, refused)
    data = TemplateReport(
        file=str(file),
        award=award,
        fault=fault,
        unknown=[NameNotKnown(name=one.name, known=one.known, place=one.place) for one in found.unknown],
        parts=found.parts,
        left_out=found.left_out,
        marks_illustrations=found.marks_illustrations,
    )
    if fault is None and not data.marks_illustrations:
        answer.message(
            _("It never prints the mark ILUSTRASI: an example would look like a record."), level="warning"
        )
    answer.result(data, lambda: _text(data, answer), status=1 if fault or data.unknown else 0)


def _instead(name: str, known: list[str]) -> Reason:
    like = difflib.get_close_matches(name.rpartition(".")[2], known, n=1)
    if like:
        return reason('Do you mean "{name}"?', name=like[0])
    if not known:
        return reason("What stands before the dot is a plain value: print it alone.")
    return reason("Names there are: {names}.", names=", ".join(known))


def _text(data: TemplateReport, answer: Answer) -> str:
    if data.fault or data.unknown:
        return _("{file} cannot be used yet.").format(file=data.file)
    text = _("{file} can be used: filled with a sample in {seconds} seconds.")
    lines = [text.format(file=data.file, seconds=answer.seconds())]
    if data.left_out:
        told = _("{count} of {parts} parts of the form are not printed:")
        lines.append(told.format(count=count(len(data.left_out)), parts=count(data.parts)))
        lines += [f"  {label}" for label in data.left_out]
    else:
        lines.append(_("All {parts} parts of the form are printed.").format(parts=count(data.parts)))
    return "\n".join(lines)
