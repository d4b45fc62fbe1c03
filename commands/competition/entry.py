"""entry list, prepare, claim, verify, choose, write, move, result: what is sent to a competition."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from commands.common.output import (
    Answer,
    list_notes,
    reading_session,
    table,
    time_options,
    verb,
    write_list,
    xlsx_option,
)
from commands.common.run_command import run_command
from commands.competition import choices
from commands.record.correct_void import checked_id, recording_options
from domain import terms
from jejak_i18n import gettext as _
from jejak_i18n import labels, language
from schemas.rulebook_set import RulebookSet


@click.group("entry", help=_("What is sent to a competition: claims, texts, the queue, results."))
def entry() -> None:
    pass


def _edition(award: str) -> Callable[[Any], Any]:
    """The options of an entry; `award` is the default of the verb, or empty."""

    def wrap(function: Any) -> Any:
        shown: dict[str, Any] = {"default": award, "show_default": True} if award else {"required": True}
        for option in (
            recording_options,
            click.option("--occurred", metavar="DAY", help=_("When it happened, as exactly as known.")),
            click.option("--group", metavar="GROUP", help=_("Group of the competition, such as umum.")),
            click.option("--year", type=int, required=True, help=_("Year of the competition.")),
            click.option("--award", metavar="AWARD", help=_("iga, kipp, pp38 or inagara."), **shown),
        ):
            function = option(function)
        return function

    return wrap


CODE = click.argument("code", nargs=-1, required=True)


@entry.command("list", help=_("List the entries of the region."))
@click.option("--award", metavar="AWARD", help=_("Only of this award."))
@click.option("--year", type=int, help=_("Only of this year."))
@xlsx_option
@time_options
@verb("entry list")
def list_(
    answer: Answer,
    home: str | None,
    *,
    award: str | None,
    year: int | None,
    as_of: str | None,
    known_at: str | None,
    xlsx: Path | None,
) -> None:
    from projections.queries.entries import entries_of

    with reading_session(answer, home, as_of, known_at) as session:
        items = entries_of(session, award, year)
    headings = [_("Edition"), _("Code"), _("Title"), _("Claims"), _("Verified"), _("Queue"), _("Result")]
    rows = [
        [
            one["edition"],
            one["code"],
            one["title"],
            one["claims"],
            one["verified"],
            labels.label_in("queue", one["queue"] or "unit", language()),
            labels.label_in("result", one["result"], language()) if one["result"] else "–",
        ]
        for one in items
    ]
    if xlsx is not None:
        from exporters.excel.list_workbook import ListSheet

        write_list(answer, xlsx, [ListSheet(_("Entries"), _("Entries"), list_notes(answer), headings, rows)])
    empty = _("No entry is recorded yet. Start with sheet Klaim IGA or Isian KIPP, or: jejak entry prepare.")
    answer.result({"items": items}, lambda: table(headings, rows, right=(3, 4)) if rows else empty)


def _act(answer: Answer, home: str | None, kind: str, code: tuple[str, ...], options: dict[str, Any]) -> None:
    """Records one action of `domain.entry_actions` about the innovation of a code."""
    from domain import entry_actions
    from domain.streams import code as code_of
    from domain.streams import region_of
    from projections.eligibility import rulebooks
    from projections.queries import find

    recording = {name: options.pop(name) for name in ("dry_run", "head_time")}
    command_id = checked_id(options.pop("command_id"))
    with reading_session(answer, home) as session:
        stream = find.innovation_of(session, " ".join(code))
        options["award"] = options["award"].casefold()
        known = rulebooks.known_to(session, region_of(stream)).of(options["year"])
        _require_known(known, options)
        workspace = session.workspace
    action = getattr(entry_actions, kind).of(region=region_of(stream), innovation=stream, **options)
    edition = {name: options[name] for name in ("award", "year", "group")}
    run_command(
        answer,
        workspace,
        lambda decision: decision.act(action),
        command_id=command_id,
        data={"code": code_of(stream), **edition},
        **recording,
    )


def _require_known(known: RulebookSet, options: dict[str, Any]) -> None:
    """Raises click.UsageError for an award, indicator, level or section that no rulebook has.

    An indicator given by its number becomes its id.
    """
    section = options.get("section")
    if "indicator" in options and (options["indicator"].isdigit() or known.indicator(options["indicator"])):
        options["indicator"] = choices.indicator(known, options["indicator"])
    parts = known.parts(options["award"])
    if parts is None:
        raise click.UsageError(_("There is no rulebook of the award {award}.").format(award=options["award"]))
    if "indicator" in options:
        if options["indicator"] not in parts:
            raise click.UsageError(_("There is no indicator {number}.").format(number=options["indicator"]))
        for level in options.keys() & {"level", "verified"}:
            highest = known.of(options["year"], options["indicator"]).highest
            choices.require(level, [options[level]], highest)
    choices.require("sdgs", options.get("sdgs", ()), known.sdgs)
    choices.require("asta_cita", options.get("asta_cita", ()), known.asta_cita)
    if section is not None and section not in parts:
        raise click.UsageError(_("There is no section {section}.").format(section=section))


@entry.command("prepare", help=_("Begin an entry of an innovation."))
@CODE
@_edition("")
@verb("entry prepare")
def prepare(answer: Answer, home: str | None, *, code: tuple[str, ...], **options: Any) -> None:
    _act(answer, home, "PrepareEntry", code, options)


@entry.command("claim", help=choices.claim_help())
@CODE
@click.option("--indicator", required=True, metavar="NUMBER", help=choices.indicator_help())
@click.option("--level", type=choices.LEVEL, required=True, help=choices.levels_help())
@click.option("--basis", type=click.Choice(terms.BENEFITS), help=_("The basis chosen for usefulness."))
@click.option("--note", help=_("A remark."))
@_edition("iga")
@verb("entry claim")
def claim(answer: Answer, home: str | None, *, code: tuple[str, ...], **options: Any) -> None:
    _act(answer, home, "ClaimLevel", code, options)


@entry.command("claim-region", help=_("Claim a level of a row of the region itself (SPD)."))
@click.option("--row", required=True, metavar="NUMBER", help=_("Number of the row, such as 2a."))
@click.option("--level", type=choices.LEVEL, help=choices.levels_help())
@click.option("--amount", metavar="FIGURE", help=_("The figure that the bands are held to, such as 8.17."))
@click.option("--verified", type=choices.LEVEL, help=_("The level after the documents were read."))
@click.option("--verifier", metavar="POST", help=_("Post or unit, without names."))
@click.option("--note", help=_("A remark."))
@_edition("iga")
@verb("entry claim-region")
def claim_region(
    answer: Answer,
    home: str | None,
    *,
    row: str,
    amount: str | None,
    award: str,
    dry_run: bool,
    command_id: str | None,
    head_time: bool,
    **options: Any,
) -> None:
    from domain.entry_actions import ClaimRegion
    from domain.sheets.sheet import Column
    from domain.streams import prefix
    from importers.problems import CellError
    from importers.reading.cells import decimal
    from jejak_i18n import sentence
    from projections.eligibility import rulebooks

    with reading_session(answer, home) as session:
        workspace = session.workspace
        known = rulebooks.known_to(session, prefix(workspace.region)).of(options["year"])
    if row not in known.region_rows:
        raise click.UsageError(_("There is no row {number}.").format(number=row))
    indicator = known.region_rows[row]
    for level in ("level", "verified"):
        choices.require(level, [options[level]], known.of(options["year"], indicator).highest)
    try:
        exact = decimal(amount, Column("--amount", "amount")) if amount else None
    except CellError as error:
        raise click.UsageError(sentence(error.what)) from error
    action = ClaimRegion.of(
        region=prefix(workspace.region),
        award=award.casefold(),
        indicator=indicator,
        amount=exact,
        **options,
    )
    run_command(
        answer,
        workspace,
        lambda decision: decision.act(action),
        command_id=checked_id(command_id),
        dry_run=dry_run,
        head_time=head_time,
        data={"row": row, "award": action.award, "year": action.year},
    )


@entry.command("verify", help=_("Record that a claim was compared with its evidence."))
@CODE
@click.option("--indicator", required=True, metavar="NUMBER", help=choices.indicator_help())
@click.option("--level", "verified", type=choices.LEVEL, required=True, help=choices.levels_help())
@click.option("--verifier", metavar="POST", help=_("Post or unit, without names."))
@click.option("--note", help=_("A remark."))
@_edition("iga")
@verb("entry verify")
def verify(answer: Answer, home: str | None, *, code: tuple[str, ...], **options: Any) -> None:
    _act(answer, home, "VerifyLevel", code, options)


@entry.command("choose", help=_("Record the choices of a KIPP form."))
@CODE
@click.option("--category", help=_("A category of the edition."))
@click.option(
    "--sdg",
    "sdgs",
    type=choices.SDG,
    multiple=True,
    help=_("An SDG; may be repeated."),
)
@click.option(
    "--asta-cita",
    type=choices.ASTA_CITA,
    multiple=True,
    help=_("An Asta Cita; may be repeated."),
)
@click.option("--source", help=_("Title of the innovation that it replicates."))
@click.option("--source-owner", help=_("Whose innovation it replicates."))
@click.option("--source-tier", help=_("Its award, such as TOP 99."))
@click.option("--source-edition", help=_("The edition of that award."))
@_edition("kipp")
@verb("entry choose")
def choose(answer: Answer, home: str | None, *, code: tuple[str, ...], **options: Any) -> None:
    lists = {name: list(options[name]) for name in ("sdgs", "asta_cita")}
    _act(answer, home, "ChooseAlignment", code, {**options, **lists})


@entry.command("write", help=_("Write one section of an entry from a text file."))
@CODE
@click.option("--section", required=True, help=_("The id of a section, see: jejak rulebook show."))
@click.option(
    "--file",
    type=click.Path(dir_okay=False, exists=True, path_type=Path),
    required=True,
    help=_("UTF-8 text."),
)
@_edition("kipp")
@verb("entry write")
def write(answer: Answer, home: str | None, *, code: tuple[str, ...], file: Path, **options: Any) -> None:
    try:
        text = file.read_text(encoding="utf-8-sig").strip()
    except UnicodeDecodeError as error:
        raise click.UsageError(_("{file} is no UTF-8 text.").format(file=file)) from error
    _act(answer, home, "WriteSection", code, {**options, "text": text})


@entry.command("move", help=_("Record with whom the entry now lies."))
@CODE
@click.option("--to", "stage", type=click.Choice(terms.QUEUE), required=True, help=_("The next desk."))
@click.option("--note", help=_("A remark."))
@_edition("kipp")
@verb("entry move")
def move(answer: Answer, home: str | None, *, code: tuple[str, ...], **options: Any) -> None:
    _act(answer, home, "MoveQueue", code, options)


@entry.command("result", help=_("Record what became of an entry."))
@CODE
@click.option("--result", type=click.Choice(terms.RESULTS), required=True, help=_("The result."))
@click.option("--tier", help=_("Such as TOP 45."))
@click.option("--note", help=_("A remark."))
@_edition("")
@verb("entry result")
def result(answer: Answer, home: str | None, *, code: tuple[str, ...], **options: Any) -> None:
    _act(answer, home, "AnnounceResult", code, options)
