"""entry list, prepare, claim, verify, choose, write, move, result: what is sent to a competition."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar, Unpack

import click
from msgspec import Struct

from commands.common.list_spec import Column, Items, ListSpec, show_list
from commands.common.output import Answer, reading_session, time_options, verb, xlsx_option
from commands.common.recording import allow_text_option, recording_options, require_reason, valid_command_id
from commands.common.run_command import run_command
from commands.common.written_value import DAY, TEXT, Term, read_number, read_text
from commands.competition import choices
from commands.competition.entry_recording import EntryOptions, record_entry
from domain.claims import ClaimLevel, ClaimRegion, VerifyLevel
from domain.entry import AnnounceResult, ChooseAlignment, MoveQueue, WriteSection
from domain.on_entry import PrepareEntry
from domain.streams import prefix
from importers.recording.action_texts import ActionTexts
from jejak_i18n import gettext as _
from jejak_i18n import marked as n_
from projections.eligibility import rulebooks
from projections.queries.entries import EntryRow, entries_of

F = TypeVar("F", bound=Callable[..., object])
ENTRIES = ListSpec(
    row=EntryRow,
    name=n_("Entries"),
    title=n_("Entries"),
    columns=(
        Column("edition", n_("Edition")),
        Column("code", n_("Code")),
        Column("title", n_("Title")),
        Column("claims", n_("Claims"), "number"),
        Column("verified", n_("Verified"), "number"),
        Column("queue", n_("Queue"), "term", lambda row: row.queue or "unit", "queue"),
        Column("result", n_("Result"), "term", codes="result"),
        Column("issued", n_("Issued (event)"), "event"),
    ),
    empty=n_("No entry is recorded yet. Start with sheet Klaim IGA or Isian KIPP, or: jejak entry prepare."),
)


class RegionClaimRecorded(Struct, frozen=True):
    """What `entry claim-region` answers beside what was recorded."""

    row: str
    award: str
    year: int


@click.group("entry", help=_("What is sent to a competition: claims, texts, the queue, results."))
def entry() -> None:
    pass


def _edition(award: str) -> Callable[[F], F]:
    """The options of an entry; `award` is the default of the verb, or empty."""

    def wrap(function: F) -> F:
        for option in (
            recording_options,
            allow_text_option,
            click.option(
                "--occurred", type=DAY, metavar="DAY", help=_("When it happened, as exactly as known.")
            ),
            click.option("--group", metavar="GROUP", help=_("Group of the competition, such as umum.")),
            click.option("--year", type=int, required=True, help=_("Year of the competition.")),
            click.option(
                "--award",
                metavar="AWARD",
                default=award or None,
                required=not award,
                show_default=bool(award),
                help=_("iga, kipp, pp38 or inagara."),
            ),
        ):
            function = option(function)
        return function

    return wrap


DOCUMENTS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf")
"""How files of word processors begin: .docx and .odt, .doc, .rtf."""
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
    with reading_session(answer, home, as_of, known_at) as session:
        known = rulebooks.known_to(session, prefix(session.workspace.region))
        found = Items(entries_of(session, award and choices.award(known, award), year))
    show_list(answer, ENTRIES, found, xlsx)


@entry.command("prepare", help=_("Begin an entry of an innovation."))
@CODE
@_edition("")
@verb("entry prepare")
def prepare(
    answer: Answer, home: str | None, *, code: tuple[str, ...], **options: Unpack[EntryOptions]
) -> None:
    record_entry(answer, home, code, options, PrepareEntry)


@entry.command("claim", help=choices.claim_help())
@CODE
@click.option("--indicator", required=True, metavar="NUMBER", help=choices.indicator_help())
@click.option("--level", type=choices.LEVEL, required=True, help=choices.levels_help())
@click.option("--basis", type=Term("benefit"), help=_("The basis chosen for usefulness."))
@click.option("--note", type=TEXT, help=_("A remark."))
@_edition("iga")
@verb("entry claim")
def claim(
    answer: Answer,
    home: str | None,
    *,
    code: tuple[str, ...],
    indicator: str,
    level: int,
    basis: str | None,
    note: str | None,
    **options: Unpack[EntryOptions],
) -> None:
    fields = {"indicator": indicator, "level": level, "basis": basis, "note": note}
    record_entry(answer, home, code, options, ClaimLevel, **fields)


@entry.command("claim-region", help=_("Claim a level of a row of the region itself (SPD)."))
@click.option("--row", required=True, metavar="NUMBER", help=_("Number of the row, such as 2a."))
@click.option("--level", type=choices.LEVEL, help=choices.levels_help())
@click.option("--amount", metavar="FIGURE", help=_("The figure that the bands are held to, such as 8.17."))
@click.option("--verified", type=choices.LEVEL, help=_("The level after the documents were read."))
@click.option("--verifier", metavar="POST", type=TEXT, help=_("Post or unit, without names."))
@click.option("--note", type=TEXT, help=_("A remark."))
@_edition("iga")
@verb("entry claim-region")
def claim_region(
    answer: Answer,
    home: str | None,
    *,
    row: str,
    level: int | None,
    amount: str | None,
    verified: int | None,
    verifier: str | None,
    note: str | None,
    **options: Unpack[EntryOptions],
) -> None:
    year = options["year"]
    require_reason(options["allow_text"], "--allow-text")
    with reading_session(answer, home) as session:
        workspace = session.workspace
        known = rulebooks.known_to(session, prefix(workspace.region))
    award, group = choices.award(known, options["award"]), choices.group(known, options["group"])
    known = known.of(year)
    if row not in known.region_rows:
        raise click.UsageError(_("There is no row {number}.").format(number=row))
    indicator = known.region_rows[row]
    highest = known.of(year, indicator).highest
    choices.require("level", [level], highest)
    choices.require("verified", [verified], highest)
    texts = ActionTexts(workspace, options["allow_text"])
    texts.refuse(options["allow_text"])
    exact = read_number(amount) if amount else None
    action = ClaimRegion.of(
        region=prefix(workspace.region),
        occurred=options["occurred"],
        award=award,
        year=year,
        group=group,
        indicator=indicator,
        level=level,
        amount=exact,
        verified=verified,
        verifier=verifier,
        note=note,
    )
    run_command(
        answer,
        workspace,
        lambda decision: texts.act(decision, action),
        command_id=valid_command_id(options["command_id"]),
        dry_run=options["dry_run"],
        head_time=options["head_time"],
        data=RegionClaimRecorded(row, action.award, action.year),
    )


@entry.command("verify", help=_("Record that a claim was compared with its evidence."))
@CODE
@click.option("--indicator", required=True, metavar="NUMBER", help=choices.indicator_help())
@click.option("--level", "verified", type=choices.LEVEL, required=True, help=choices.levels_help())
@click.option("--verifier", metavar="POST", type=TEXT, help=_("Post or unit, without names."))
@click.option("--note", type=TEXT, help=_("A remark."))
@_edition("iga")
@verb("entry verify")
def verify(
    answer: Answer,
    home: str | None,
    *,
    code: tuple[str, ...],
    indicator: str,
    verified: int,
    verifier: str | None,
    note: str | None,
    **options: Unpack[EntryOptions],
) -> None:
    fields = {"indicator": indicator, "verified": verified, "verifier": verifier, "note": note}
    record_entry(answer, home, code, options, VerifyLevel, **fields)


@entry.command("choose", help=_("Record the choices of a KIPP form."))
@CODE
@click.option("--category", type=TEXT, help=_("A category of the edition."))
@click.option("--sdg", "sdgs", type=choices.SDG, multiple=True, help=_("An SDG; may be repeated."))
@click.option("--asta-cita", type=choices.ASTA_CITA, multiple=True, help=_("An Asta Cita; may be repeated."))
@click.option("--source", type=TEXT, help=_("Title of the innovation that it replicates."))
@click.option("--source-owner", type=TEXT, help=_("Whose innovation it replicates."))
@click.option("--source-tier", type=TEXT, help=_("Its award, such as TOP 99."))
@click.option("--source-edition", type=TEXT, help=_("The edition of that award."))
@_edition("kipp")
@verb("entry choose")
def choose(
    answer: Answer,
    home: str | None,
    *,
    code: tuple[str, ...],
    category: str | None,
    sdgs: tuple[int, ...],
    asta_cita: tuple[int, ...],
    source: str | None,
    source_owner: str | None,
    source_tier: str | None,
    source_edition: str | None,
    **options: Unpack[EntryOptions],
) -> None:
    record_entry(
        answer,
        home,
        code,
        options,
        ChooseAlignment,
        category=category,
        sdgs=list(sdgs),
        asta_cita=list(asta_cita),
        source=source,
        source_owner=source_owner,
        source_tier=source_tier,
        source_edition=source_edition,
    )


@entry.command("write", help=_("Write one section of an entry from a text file."))
@CODE
@click.option("--section", required=True, help=choices.sections_help("kipp", "iga"))
@click.option(
    "--file",
    type=click.Path(dir_okay=False, exists=True, path_type=Path),
    required=True,
    help=_("Plain text (.txt, UTF-8)."),
)
@_edition("kipp")
@verb("entry write")
def write(
    answer: Answer,
    home: str | None,
    *,
    code: tuple[str, ...],
    section: str,
    file: Path,
    **options: Unpack[EntryOptions],
) -> None:
    raw = file.read_bytes()
    if raw.startswith(DOCUMENTS):
        told = _(
            "{file} is a document of a word processor, not plain text: save it there as plain text (UTF-8,"
            " .txt), or fill in its cell on sheet Profil or Naskah."
        )
        raise click.UsageError(told.format(file=file))
    try:
        text = read_text(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise click.UsageError(_("{file} is no UTF-8 text.").format(file=file)) from error
    record_entry(answer, home, code, options, WriteSection, section=section, text=text)


@entry.command("move", help=_("Record with whom the entry now lies."))
@CODE
@click.option("--to", "stage", type=Term("queue"), required=True, help=_("The next desk."))
@click.option("--note", type=TEXT, help=_("A remark."))
@_edition("kipp")
@verb("entry move")
def move(
    answer: Answer,
    home: str | None,
    *,
    code: tuple[str, ...],
    stage: str,
    note: str | None,
    **options: Unpack[EntryOptions],
) -> None:
    record_entry(answer, home, code, options, MoveQueue, stage=stage, note=note)


@entry.command("result", help=_("Record what became of an entry."))
@CODE
@click.option("--result", type=Term("result"), required=True, help=_("The result."))
@click.option("--tier", type=TEXT, help=_("Such as TOP 45."))
@click.option("--note", type=TEXT, help=_("A remark."))
@_edition("")
@verb("entry result")
def result(
    answer: Answer,
    home: str | None,
    *,
    code: tuple[str, ...],
    result: str,
    tier: str | None,
    note: str | None,
    **options: Unpack[EntryOptions],
) -> None:
    record_entry(answer, home, code, options, AnnounceResult, result=result, tier=tier, note=note)
