"""evidence add, list, check, seen: files by their SHA-256, links by the day on which they last opened."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from commands.common.output import (
    Answer,
    count,
    day,
    list_notes,
    reading_session,
    table,
    time_options,
    verb,
    write_list,
    xlsx_option,
)
from commands.common.run_command import run_command
from commands.record.correct_void import checked_id, recording_options
from domain import terms
from domain.base import reason
from jejak_i18n import gettext as _
from jejak_i18n import labels, language, sentence

Json = dict[str, Any]


@click.group("evidence", help=_("Evidence files: add, list, check."))
def evidence() -> None:
    pass


@evidence.command("add", help=_("Keep files, or a folder with a subfolder for each code, and record them."))
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--code", metavar="CODE", help=_("The innovation, for single files."))
@click.option("--kind", type=click.Choice(terms.EVIDENCE), help=_("Kind of evidence."))
@click.option(
    "--indicator", "indicators", multiple=True, metavar="NUMBER", help=_("IGA indicator; may be repeated.")
)
@click.option(
    "--part", "parts", multiple=True, metavar="ID", help=_("Section or letter of KIPP; may be repeated.")
)
@click.option("--number", help=_("Number of the document."))
@click.option("--date", "occurred", metavar="DAY", help=_("Date of the document, as exactly as known."))
@click.option("--subject", help=_("What it is about; else the file's name."))
@click.option("--page", help=_("The page that matters."))
@click.option("--personal", "personal_data", is_flag=True, help=_("It holds personal data."))
@click.option("--supersedes", type=int, metavar="EVENT", help=_("The event of the evidence that gives way."))
@click.option("--yes", is_flag=True, help=_("Record a folder without asking."))
@recording_options
@verb("evidence add")
def add(
    answer: Answer,
    home: str | None,
    *,
    files: tuple[Path, ...],
    code: str | None,
    yes: bool,
    dry_run: bool,
    command_id: str | None,
    head_time: bool,
    **given: Any,
) -> None:
    from commands.competition import evidence_plan as adding

    with reading_session(answer, home) as session:
        plan = adding.planned(session, files, code, given)
        workspace = session.workspace
    faults = [item for item in plan if item.fault]
    if plan and not answer.as_json:
        click.echo(_preview(plan))
    if faults:
        _refuse(answer, faults)
    fresh = [item for item in plan if item.fresh]
    data = {"items": [item.plain() for item in plan], "new": len(fresh)}
    if not dry_run and not yes and any(path.is_dir() for path in files) and fresh and not _agreed(answer):
        told = _("Nothing was recorded. To record: the same command with --yes.")
        answer.result({**data, "events": []}, lambda: told)
        return
    if not dry_run and (back := adding.put_back(workspace, plan)):
        answer.say(_("{count} missing files put back.").format(count=back))
    if not fresh:
        answer.result({**data, "events": []}, lambda: _nothing(plan))
        return
    run_command(
        answer,
        workspace,
        lambda decision: [decision.act(item.action) for item in fresh],
        command_id=checked_id(command_id),
        dry_run=dry_run,
        head_time=head_time,
        prepare=lambda: adding.keep(workspace, fresh),
        data=data,
    )


def _refuse(answer: Answer, faults: list[Any]) -> None:
    for item in faults:
        answer.problem(item.fault, where=str(item.path), remedy=item.remedy)
    answer.say(_("{count} errors. Nothing was recorded.").format(count=len(faults)))
    answer.fail(3)


def _nothing(plan: list[Any]) -> str:
    if not plan:
        return _("The folder holds no file. It needs a subfolder for each code, with the files in it.")
    return _("Nothing new: every file is attached already.")


def _agreed(answer: Answer) -> bool:
    if answer.as_json or not sys.stdin.isatty():
        return False
    return click.confirm(_("Record these files?"))


def _preview(plan: list[Any]) -> str:
    headings = [_("Code"), _("Indicator"), _("Kind"), _("Date"), _("Subject"), _("File")]
    rows = [
        [
            item.code or "–",
            item.numbers(),
            labels.label_in("evidence", item.kind, language()),
            day(item.date),
            item.subject,
            item.shown(),
        ]
        for item in plan
    ]
    return table(headings, rows)


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
    from domain.streams import prefix
    from projections.eligibility import rulebooks
    from projections.maintenance.evidence_check import listed
    from projections.queries import find

    with reading_session(answer, home, as_of, known_at) as session:
        stream = find.innovation_of(session, " ".join(code)) if code else None
        items = listed(session, stream)
        numbers = rulebooks.indicator_numbers(session, prefix(session.workspace.region))
    headings = [
        _("Code"),
        _("Event"),
        _("Kind"),
        _("Number"),
        _("Date"),
        _("Subject"),
        _("Supports"),
        _("Where"),
    ]
    rows = [_row(item, numbers) for item in items]
    if xlsx is not None:
        from exporters.excel.list_workbook import ListSheet

        # In a workbook the event is a number, which can be sorted.
        cells = [[row[0], item["event"], *row[2:]] for row, item in zip(rows, items, strict=True)]
        write_list(
            answer, xlsx, [ListSheet(_("Evidence"), _("Evidence"), list_notes(answer), headings, cells)]
        )
    empty = _("No evidence is recorded yet. Record it on sheet Bukti, or: jejak evidence add.")
    answer.result({"items": items}, lambda: table(headings, rows, right=(1,)) if rows else empty)


def _row(item: Json, numbers: Mapping[str, str]) -> list[str]:
    supports = [numbers.get(one, one) for one in item["iga"]] + [labels.section(one) for one in item["kipp"]]
    return [
        item["code"],
        str(item["event"]),
        labels.label_in("evidence", item["kind"], language()),
        item["number"] or "–",
        day(item["date"]),
        item["subject"],
        ", ".join(supports),
        _where(item),
    ]


def _where(item: Json) -> str:
    if item["file"]:
        there = "" if item["there"] else f" {_('(file missing)')}"
        return f"{item['file'][:12]}…{there}"
    if item["link"] is None:
        return "–"
    if item["alive"] is None:
        return f"{item['link']} {_('(never opened)')}"
    link_seen = _("(opened {day})") if item["alive"] else _("(did not open {day})")
    return f"{item['link']} {link_seen.format(day=day(item['seen_on']))}"


@evidence.command("check", help=_("Compare the evidence files with the ledger: missing, altered, orphaned."))
@verb("evidence check")
def check(answer: Answer, home: str | None) -> None:
    from ledger.workspace.workspace import find
    from projections.maintenance.evidence_check import check as compare

    found = compare(find(home=home))
    data = {"files": found.files, "faults": [one._asdict() for one in found.faults]}
    answer.result(data, lambda: _checked(found), status=1 if found.faults else 0)


def _checked(found: Any) -> str:
    lines = [_fault(one) for one in found.faults]
    if not lines:
        return _("{count} files, all as recorded.").format(count=count(found.files))
    told = _("{count} files, {faults} faults.").format(count=count(found.files), faults=len(lines))
    return "\n".join([*lines, told])


def _fault(one: Any) -> str:
    events = ", ".join(map(str, one.events))
    what = {
        "missing": reason(
            "Missing: {path} (events {events}). Restore it from a backup.", path=one.path, events=events
        ),
        "altered": reason(
            "Altered: {path} (events {events}). Restore it from a backup.", path=one.path, events=events
        ),
        "orphaned": reason(
            "Orphaned: {path}. No event names it; keep it elsewhere or delete it.", path=one.path
        ),
    }
    return sentence(what[one.kind])


@evidence.command("seen", help=_("Record that a link opened on a day, or did not."))
@click.argument("code")
@click.argument("link")
@click.option("--on", "occurred", metavar="DAY", help=_("The day; else today."))
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
    from commands.competition.evidence_plan import known_link
    from domain.innovation_actions import CheckLink
    from domain.streams import region_of
    from projections.queries import find

    with reading_session(answer, home) as session:
        stream = find.innovation_of(session, code)
        known_link(session, stream, link)
        workspace = session.workspace
    when = occurred or workspace.today().isoformat()
    action = CheckLink.of(
        region=region_of(stream), innovation=stream, occurred=when, link=link, alive=not dead
    )
    run_command(
        answer,
        workspace,
        lambda decision: decision.act(action),
        command_id=checked_id(command_id),
        dry_run=dry_run,
        head_time=head_time,
        data={"link": link, "alive": not dead, "day": when},
    )
