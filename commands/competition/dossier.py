"""dossier iga and kipp: the documents of a competition."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from commands.common.output import Answer, count, reading_session, time_options, verb
from domain.base import reason
from jejak_i18n import gettext as _
from jejak_i18n import verdicts


@click.group("dossier", help=_("Documents for the competitions."))
def dossier() -> None:
    pass


def _options(function: Any) -> Any:
    function = time_options(function)
    function = click.option(
        "--out",
        type=click.Path(file_okay=False, path_type=Path),
        required=True,
        help=_("Folder for the files."),
    )(function)
    function = click.option("--group", metavar="GROUP", help=_("Group of the competition, such as umum."))(
        function
    )
    function = click.option("--year", type=int, required=True, help=_("Year of the competition."))(function)
    return click.argument("code", nargs=-1, required=True)(function)


@dossier.command("iga", help=_("Write the Laporan Inovasi Daerah of an innovation (Word and JSON)."))
@_options
@verb("dossier iga")
def iga(answer: Answer, home: str | None, **options: Any) -> None:
    _write(answer, home, "iga", **options)


@dossier.command("kipp", help=_("Write the KIPP proposal of an innovation (Word and JSON)."))
@_options
@verb("dossier kipp")
def kipp(answer: Answer, home: str | None, **options: Any) -> None:
    _write(answer, home, "kipp", **options)


def _write(
    answer: Answer,
    home: str | None,
    award: str,
    *,
    code: tuple[str, ...],
    year: int,
    group: str | None,
    out: Path,
    as_of: str | None,
    known_at: str | None,
) -> None:
    with reading_session(answer, home, as_of, known_at, code=code) as session:
        data = write(session, " ".join(code), award, year, group, out)
    answer.result(data, lambda: _text(data, answer))


def _form(held: Any) -> dict[str, Any]:
    """The rulebook as a form. Raises LedgerError (status 2) when its form is not known."""
    from ledger.errors import LedgerError
    from schemas import loader

    form = {**held.plain, "sha256": held.book.sha256}
    if "sections" in form:
        return form
    error = LedgerError(
        reason("The form of {book} is not known.", book=held.book.id),
        reason("There are: {forms}.", forms=", ".join(loader.form_ids())),
    )
    error.status = 2
    raise error


def write(session: Any, code: str, award: str, year: int, group: str | None, out: Path) -> dict[str, Any]:
    """Writes both files of a dossier, whole or not at all, and says what is missing in it."""
    from domain.streams import region_of
    from exporters.dossier.build import build
    from exporters.word import render
    from projections.eligibility import edition, rulebooks, verdicts
    from projections.queries import entry_texts, find, innovation_detail

    stream = find.innovation_of(session, code)
    held = rulebooks.find(session, region_of(stream), award, year, group)
    form = _form(held)
    found = edition.edition(session, held.book, region_of(stream))
    drawn = entry_texts.laid_over(
        innovation_detail.innovation_detail(session, stream), session, found.entries.get(stream), form
    )
    verdict = verdicts.plain(found.verdict(stream))
    made = build(drawn, form, verdict)
    name = f"{form['id']}-{made['code']}"
    out.mkdir(parents=True, exist_ok=True)
    text = json.dumps(made, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    files = {out / f"{name}.json": text.encode("utf-8"), out / f"{name}.docx": render.render(made)}
    for path, content in files.items():
        part = path.with_name(f".{path.name}.part")
        part.write_bytes(content)
        part.replace(path)
    missing = [{"id": one["id"], "label": one["label"], "what": one["what"]} for one in made["missing"]]
    return {
        "code": made["code"],
        "files": [str(path) for path in files],
        "missing": missing,
        "verdict": verdict,
    }


def _text(data: dict[str, Any], answer: Answer) -> str:
    lines = [_("Written in {seconds} seconds:").format(seconds=answer.seconds())]
    lines += [f"  {path}" for path in data["files"]]
    lines.append(verdicts.headline(data["verdict"]))
    if data["missing"]:
        lines.append(
            _("Still missing: {count} (page one of the document lists them)").format(
                count=count(len(data["missing"]))
            )
        )
    else:
        lines.append(_("Nothing that Jejak records is missing."))
    return "\n".join(lines)
