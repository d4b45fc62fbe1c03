"""evidence add, list, check, seen: files by their SHA-256, links by the day on which they last opened."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Unpack

import click
from msgspec import Struct

from commands.common.list_spec import Column, Items, ListSpec, screen_text, show_list
from commands.common.output import Answer, count, day, reading_session, time_options, verb, xlsx_option
from commands.common.recording import (
    NOT_AGREED,
    agreed,
    allow_text_option,
    recording_options,
    require_reason,
    tell_unrecorded,
    valid_command_id,
)
from commands.common.run_command import run_command
from commands.common.written_value import DAY, TEXT, Term, listed
from commands.competition import evidence_dates, evidence_notes, evidence_plan, evidence_take
from commands.competition.evidence_plan import EvidenceOptions, Planned, PlannedItem
from commands.competition.evidence_take import EvidenceTaken
from domain.base import reason
from domain.evidence import CheckLink
from domain.streams import prefix, region_of
from importers.recording.action_texts import ActionTexts
from jejak_i18n import gettext as _
from jejak_i18n import labels, sentence
from jejak_i18n import marked as n_
from projections.eligibility import rulebooks
from projections.maintenance.evidence_check import EvidenceCheck, EvidenceFault
from projections.queries import find
from projections.queries.evidence import EvidenceRow, evidence_of


def _supports_text(row: EvidenceRow, numbers: Mapping[str, str]) -> str:
    """The indicators by their numbers, the sections and letters by their labels."""
    return ", ".join([*(numbers.get(one, one) for one in row.iga), *map(labels.section, row.kipp)])


def _where_text(row: EvidenceRow) -> str:
    """Where the file lies or the link leads, and whether it was found there."""
    if row.file:
        there = "" if row.there else f" {_('(file missing)')}"
        return f"{row.name or f'{row.file[:12]}…'}{there}"
    if row.link is None:
        return "–"
    if row.alive is None:
        return f"{row.link} {_('(never opened)')}"
    opened = _("(opened {day})") if row.alive else _("(did not open {day})")
    return f"{row.link} {opened.format(day=day(row.seen_on))}"


def evidence_list(numbers: Mapping[str, str]) -> ListSpec[EvidenceRow]:
    """The list of evidence; `numbers` gives an indicator's number, as the region's rulebooks have it."""
    return ListSpec(
        row=EvidenceRow,
        name=n_("Evidence"),
        title=n_("Evidence"),
        columns=(
            Column("code", n_("Code")),
            Column("event", n_("Event"), "event"),
            Column("kind", n_("Kind"), "term", codes="evidence"),
            Column("number", n_("Number"), value=lambda row: row.number or "–"),
            Column("date", n_("Date"), "day"),
            Column("subject", n_("Subject"), value=lambda row: row.subject or "–"),
            Column("supports", n_("Supports"), value=lambda row: _supports_text(row, numbers)),
            Column("where", n_("Where"), value=_where_text),
        ),
        empty=n_("No evidence is recorded yet. Record it on sheet Bukti, or: jejak evidence add."),
    )


PREVIEW = ListSpec(
    row=Planned,
    name=n_("Evidence"),
    title=n_("Evidence"),
    columns=(
        Column("code", n_("Code"), value=lambda item: item.code or "–"),
        Column("indicators", n_("Indicator"), value=lambda item: item.numbers()),
        Column("kind", n_("Kind"), "term", codes="evidence"),
        Column("date", n_("Date"), "day"),
        Column("subject", n_("Subject"), value=lambda item: item.subject or "–"),
        Column("path", n_("File"), value=lambda item: item.file_text()),
    ),
)


KIND = Term("evidence")


class EvidencePlan(Struct, frozen=True):
    """What `evidence add` answers: every file, and how many of them are new."""

    items: list[PlannedItem]
    new: int


class EvidenceUnrecorded(EvidencePlan, frozen=True):
    """What `evidence add` answers where nothing was recorded."""

    events: list[int]


class LinkRecorded(Struct, frozen=True):
    """What `evidence seen` answers beside what was recorded."""

    link: str
    alive: bool
    day: str


@click.group("evidence", help=_("Evidence files: add, list, check."))
def evidence() -> None:
    pass


@evidence.command("add", help=_("Keep files, or a folder with a subfolder for each code, and record them."))
@click.argument("files", nargs=-1, required=True, type=evidence_plan.EVIDENCE, metavar="FILE...")
@click.option("--code", metavar="CODE", help=_("The innovation, for single files."))
@click.option("--kind", type=KIND, help=listed(_("Kind of evidence."), KIND))
@click.option(
    "--indicator", "indicators", multiple=True, metavar="NUMBER", help=_("IGA indicator; may be repeated.")
)
@click.option(
    "--part", "parts", multiple=True, metavar="SECTION", help=_("Section or letter of KIPP; may be repeated.")
)
@click.option("--number", type=TEXT, help=_("Number of the document."))
@click.option(
    "--date", "occurred", type=DAY, metavar="DAY", help=_("Date of the document, as exactly as known.")
)
@click.option("--subject", type=TEXT, help=_("What it is about; else what the file's name says."))
@click.option("--page", type=TEXT, help=_("The page that matters."))
@click.option("--personal", "personal_data", is_flag=True, help=_("It holds personal data."))
@click.option("--supersedes", type=int, metavar="EVENT", help=_("The event of the evidence that gives way."))
@click.option("--yes", is_flag=True, help=_("Record a folder without asking."))
@allow_text_option
@recording_options
@verb("evidence add")
def add(
    answer: Answer,
    home: str | None,
    *,
    files: tuple[Path, ...],
    code: str | None,
    yes: bool,
    allow_text: str | None,
    dry_run: bool,
    command_id: str | None,
    head_time: bool,
    **given: Unpack[EvidenceOptions],
) -> None:
    require_reason(allow_text, "--allow-text")
    with reading_session(answer, home) as session:
        plan = evidence_plan.planned(session, files, code, given)
        undated = evidence_dates.undated(session, plan)
        workspace = session.workspace
    texts = ActionTexts(workspace, allow_text)
    texts.refuse(allow_text)
    plan = evidence_plan.looked_through(plan, texts)
    if plan and not answer.as_json:
        click.echo(screen_text(PREVIEW, plan))
    _require_no_fault(answer, plan)
    evidence_notes.tell(answer, plan, undated)
    fresh = [item for item in plan if item.fresh]
    data = EvidencePlan([item.plain() for item in plan], len(fresh))
    unrecorded = EvidenceUnrecorded(data.items, data.new, [])
    if (
        not dry_run
        and not yes
        and any(path.is_dir() for path in files)
        and fresh
        and not agreed(answer, _("Record these files?"))
    ):
        tell_unrecorded(answer)
        answer.result(unrecorded, status=NOT_AGREED)
        return
    if not dry_run and (back := evidence_plan.put_back(workspace, plan)):
        answer.message(_("{count} missing files put back.").format(count=back))
    if not fresh:
        answer.result(unrecorded, lambda: _nothing_new_text(plan))
        return
    run_command(
        answer,
        workspace,
        lambda decision: [texts.act(decision, item.action) for item in fresh if item.action],
        command_id=valid_command_id(command_id),
        dry_run=dry_run,
        head_time=head_time,
        prepare=lambda: evidence_plan.keep(workspace, fresh),
        data=data,
    )


def _require_no_fault(answer: Answer, plan: list[Planned]) -> None:
    """Ends with status 3 where a file cannot be taken, and says why of each."""
    faults = [(item, item.fault) for item in plan if item.fault]
    if not faults:
        return
    for item, fault in faults:
        answer.problem(fault, where=str(item.path), remedy=item.remedy)
    answer.message(_("{count} errors. Nothing was recorded.").format(count=len(faults)))
    answer.fail(3)


def _nothing_new_text(plan: list[Planned]) -> str:
    if not plan:
        return _("The folder holds no file. It needs a subfolder for each code, with the files in it.")
    return _("Nothing new: every file is attached already.")


@evidence.command("list", help=_("List the evidence of an innovation, or of all."))
@click.argument("code", nargs=-1)
@xlsx_option
@time_options
@verb("evidence list")
def list_(
    answer: Answer,
    home: str | None,
    *,
    code: tuple[str, ...],
    as_of: str | None,
    known_at: str | None,
    xlsx: Path | None,
) -> None:
    with reading_session(answer, home, as_of, known_at) as session:
        stream = find.innovation_of(session, " ".join(code)) if code else None
        found = Items(evidence_of(session, stream))
        numbers = rulebooks.indicator_numbers(session, prefix(session.workspace.region))
    show_list(answer, evidence_list(numbers), found, xlsx)


@evidence.command("take", help=_("Write the evidence files of an innovation out, under their given names."))
@click.argument("code", nargs=-1, required=True)
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help=_("Folder for the files."),
)
@time_options
@verb("evidence take")
def take(
    answer: Answer,
    home: str | None,
    *,
    code: tuple[str, ...],
    out: Path,
    as_of: str | None,
    known_at: str | None,
) -> None:
    with reading_session(answer, home, as_of, known_at, code=code) as session:
        stream = find.innovation_of(session, " ".join(code))
        taken = evidence_take.take(session.workspace.evidence, evidence_of(session, stream), out)
    for one in taken.missing:
        answer.problem(
            reason("the file of this evidence is missing or altered."),
            where=one.name or one.file,
            remedy=reason("Look at jejak evidence check; restore it from a backup."),
        )
    answer.result(taken, lambda: _taken_text(taken, answer), status=1 if taken.missing else 0)


def _taken_text(taken: EvidenceTaken, answer: Answer) -> str:
    text = _("{count} files written in {seconds} seconds: {folder}")
    lines = [text.format(count=count(len(taken.files)), seconds=answer.seconds(), folder=taken.folder)]
    return "\n".join([*lines, *(f"  {one.path}  {one.subject}".rstrip() for one in taken.files)])


@evidence.command("check", help=_("Compare the evidence files with the ledger: missing, altered, orphaned."))
@verb("evidence check")
def check(answer: Answer, home: str | None) -> None:
    from ledger.workspace.workspace import find
    from projections.maintenance.evidence_check import check as compare

    found = compare(find(home=home))
    answer.result(found, lambda: _check_text(found), status=1 if found.faults else 0)


def _check_text(found: EvidenceCheck) -> str:
    lines = [_fault_text(one) for one in found.faults]
    if not lines:
        return _("{count} files, all as recorded.").format(count=count(found.files))
    counts = _("{count} files, {faults} faults.").format(count=count(found.files), faults=len(lines))
    return "\n".join([*lines, counts])


def _fault_text(one: EvidenceFault) -> str:
    events = ", ".join(map(str, one.events))
    what = {
        "missing": reason(
            "Missing: {path} (events {events}). Restore it from a backup.", path=one.path, events=events
        ),
        "altered": reason(
            "Altered: {path} (events {events}). Restore it from a backup.", path=one.path, events=events
        ),
        "orphaned": reason(
            "Orphaned: {path}. No event ever named it; leave it there, or keep it elsewhere.", path=one.path
        ),
    }
    return sentence(what[one.kind])


@evidence.command("seen", help=_("Record that a link opened on a day, or did not."))
@click.argument("code")
@click.argument("link")
@click.option("--on", "occurred", type=DAY, metavar="DAY", help=_("The day; else today."))
@click.option("--dead", is_flag=True, help=_("It did not open."))
@recording_options
@verb("evidence seen")
def link_seen(
    answer: Answer,
    home: str | None,
    *,
    code: str,
    link: str,
    occurred: str | None,
    dead: bool,
    dry_run: bool,
    command_id: str | None,
    head_time: bool,
) -> None:
    with reading_session(answer, home) as session:
        stream = find.innovation_of(session, code)
        evidence_plan.require_link(session, stream, link)
        workspace = session.workspace
    when = occurred or workspace.today().isoformat()
    action = CheckLink.of(
        region=region_of(stream), innovation=stream, occurred=when, link=link, alive=not dead
    )
    run_command(
        answer,
        workspace,
        lambda decision: decision.act(action),
        command_id=valid_command_id(command_id),
        dry_run=dry_run,
        head_time=head_time,
        data=LinkRecorded(link, not dead, when),
    )
