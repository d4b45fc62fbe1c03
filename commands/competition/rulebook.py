"""rulebook list, show, diff, check and add: the rules of awards as data."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import click

from commands.common.output import (
    Answer,
    count,
    list_notes,
    reading_session,
    table,
    time_options,
    verb,
    write_list,
    xlsx_option,
)
from commands.record.correct_void import checked_id, recording_options
from jejak_i18n import gettext as _
from jejak_i18n import labels, language


@click.group("rulebook", help=_("The rules of awards by year, each with its certainty."))
def rulebook() -> None:
    pass


@rulebook.command("list", help=_("List the rulebooks that there are."))
@xlsx_option
@time_options
@verb("rulebook list")
def list_(
    answer: Answer, home: str | None, *, as_of: str | None, known_at: str | None, xlsx: Path | None
) -> None:
    from domain.streams import prefix
    from projections.eligibility import rulebooks

    with reading_session(answer, home, as_of, known_at) as session:
        found = rulebooks.list_of(session, prefix(session.workspace.region))
    data = {"items": [_rulebook_row(held) for held in found]}
    headings = [_("Rulebook"), _("Award"), _("Known"), _("Origin"), _("Not known")]
    rows = [
        [
            item["id"],
            item["award_title"],
            labels.label_in("rulebook_status", item["status"], language()),
            labels.label_in("rulebook_origin", item["origin"], language()),
            len(item["unknown"]),
        ]
        for item in data["items"]
    ]
    if xlsx is not None:
        from exporters.excel.list_workbook import ListSheet

        write_list(
            answer, xlsx, [ListSheet(_("Rulebooks"), _("Rulebooks"), list_notes(answer), headings, rows)]
        )
    answer.result(data, lambda: table(headings, rows, right=(4,)))


def _rulebook_row(held: Any) -> dict[str, Any]:
    book = held.book
    return {
        "id": book.id,
        "award": book.award,
        "year": book.year,
        "group": book.group,
        "award_title": book.award_title,
        "status": book.status,
        "origin": held.origin,
        "position": held.position,
        "sha256": book.sha256,
        "unknown": [gap.label for gap in book.unknown],
    }


@rulebook.command("show", help=_("Show one rulebook: weights, limits, sources, and what is not known."))
@click.argument("name", metavar="RULEBOOK")
@time_options
@verb("rulebook show")
def show(answer: Answer, home: str | None, *, name: str, as_of: str | None, known_at: str | None) -> None:
    from domain.streams import prefix
    from projections.eligibility import rulebooks

    with reading_session(answer, home, as_of, known_at) as session:
        held = rulebooks.by_name(session, prefix(session.workspace.region), name)
    from commands.competition.rulebook_text import text

    answer.result({**_rulebook_row(held), "rulebook": held.plain}, lambda: text(held))


@rulebook.command("diff", help=_("Show where two rulebooks differ."))
@click.argument("before", metavar="A")
@click.argument("after", metavar="B")
@xlsx_option
@verb("rulebook diff")
def diff(answer: Answer, home: str | None, *, before: str, after: str, xlsx: Path | None) -> None:
    from domain.rules.changes import difference
    from domain.streams import prefix
    from projections.eligibility import rulebooks

    with reading_session(answer, home) as session:
        region = prefix(session.workspace.region)
        left, right = (rulebooks.by_name(session, region, name) for name in (before, after))
    found = difference(left.plain, right.plain)
    data = {
        "before": before,
        "after": after,
        "changes": [{"path": one.path, "before": one.before, "after": one.after} for one in found],
    }
    headings = [_("Place"), before, after]
    rows = [[one.path, _value(one.before), _value(one.after)] for one in found]
    if xlsx is not None:
        from exporters.excel.list_workbook import ListSheet

        title = _("Rulebooks compared")
        write_list(answer, xlsx, [ListSheet(_("Differences"), title, list_notes(answer), headings, rows)])
    if not found:
        answer.result(data, lambda: _("The two rulebooks do not differ."))
        return
    told = _("{count} places differ.").format(count=count(len(found)))
    answer.result(data, lambda: f"{table(headings, rows)}\n{told}")


def _value(value: Any) -> str:
    if value is None:
        return "–"
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)


@rulebook.command("check", help=_("Check a rulebook file without recording anything."))
@click.argument("file", type=click.Path(dir_okay=False, exists=True, path_type=Path))
@verb("rulebook check")
def check(answer: Answer, home: str | None, *, file: Path) -> None:
    read = _read(answer, home, file)
    data = {"id": read.book.id, "over": read.over, "sha256": read.book.sha256}
    answer.result(data, lambda: _("{file} holds: rulebook {id}.").format(file=file.name, id=read.book.id))


def _read(answer: Answer, home: str | None, file: Path) -> Any:
    from domain.streams import prefix
    from projections.eligibility import rulebooks

    with reading_session(answer, home) as session:
        region = prefix(session.workspace.region)
        try:
            return rulebooks.read_file(file, lambda name: rulebooks.by_name(session, region, name))
        except rulebooks.RulebookFaults as faults:
            for place, what in faults.faults:
                answer.problem(what, where=f"{file.name} {place}".strip())
            text = _("{file}: {count} errors. Nothing was recorded.")
            answer.say(text.format(file=file.name, count=len(faults.faults)))
            answer.fail(3)
            return None


@rulebook.command("add", help=_("Add a rulebook, or changes laid over one, for this region."))
@click.argument("file", type=click.Path(dir_okay=False, exists=True, path_type=Path))
@recording_options
@verb("rulebook add")
def add(
    answer: Answer,
    home: str | None,
    *,
    file: Path,
    dry_run: bool,
    command_id: str | None,
    head_time: bool,
) -> None:
    from commands.common.run_command import run_command
    from domain.region import AddRulebook
    from domain.streams import prefix
    from ledger.workspace.workspace import find

    read = _read(answer, home, file)
    workspace = find(home=home)
    book = read.book
    if book.sha256 in _known_names(answer, home):
        answer.result(
            {"id": book.id, "recorded_before": True},
            lambda: _("Nothing new: rulebook {id} with these bytes is there.").format(id=book.id),
        )
        return
    action = AddRulebook.of(
        region=prefix(workspace.region),
        book=book.id,
        award=book.award,
        year=book.year,
        group=book.group,
        file=hashlib.sha256(read.given).hexdigest(),
        resolved=book.sha256,
        over=read.over,
    )

    def keep() -> None:
        for raw in (read.given, read.resolved):
            workspace.evidence.keep_bytes(raw)

    data = {"id": book.id, "sha256": book.sha256, "over": read.over}
    run_command(
        answer,
        workspace,
        lambda decision: decision.act(action),
        command_id=checked_id(command_id),
        dry_run=dry_run,
        head_time=head_time,
        prepare=keep,
        data=data,
    )


def _known_names(answer: Answer, home: str | None) -> set[str]:
    from domain.streams import prefix
    from projections.eligibility import rulebooks

    with reading_session(answer, home) as session:
        return {held.book.sha256 for held in rulebooks.list_of(session, prefix(session.workspace.region))}
