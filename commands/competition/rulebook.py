"""rulebook list, show, diff, check and add: the rules of awards as data."""

from __future__ import annotations

import hashlib
import textwrap
from pathlib import Path
from typing import Any

import click
import msgspec
from msgspec import Struct

from commands.common.list_spec import Column, Items, ListSpec, screen_text, sheet, show_list
from commands.common.output import (
    Answer,
    count,
    list_notes,
    reading_session,
    time_options,
    verb,
    write_list,
    xlsx_option,
)
from commands.common.recording import recording_options, valid_command_id
from commands.common.run_command import run_command
from commands.competition import rulebook_text
from commands.competition.rulebook_text import rule_names, value_text
from domain.region import AddRulebook
from domain.rules.changes import difference
from domain.streams import prefix
from jejak_i18n import gettext as _
from jejak_i18n import marked as n_
from ledger.workspace.workspace import find
from projections.eligibility import rulebooks
from projections.eligibility.rulebooks import Held, Read


class RulebookRow(Struct, frozen=True):
    """One rulebook: which edition it is for, how much of it is known, where it comes from."""

    id: str
    award: str
    year: int
    group: str | None
    award_title: str
    status: str
    origin: str
    """`package` or `region`; `position` is the event that added it to the region."""
    position: int | None
    sha256: str
    revision: int
    """How often a rulebook of the package was corrected since its release, and one."""
    unknown: list[str]
    """Labels of what is not known."""


class RulebookAnswer(RulebookRow, frozen=True):
    """The answer of `rulebook show`: the row of the list, and the rulebook by `rulebook.schema.json`."""

    rulebook: dict[str, Any]


WIDE = 96
"""Characters of a line of a difference, without what stands before it."""


class RulebookChange(Struct, frozen=True):
    """One place at which two rulebooks differ; null on a side that lacks it."""

    path: str
    before: Any
    after: Any


class RulebookDifference(Struct, frozen=True):
    """The answer of `rulebook diff`."""

    before: str
    after: str
    changes: list[RulebookChange]


class RulebookCheck(Struct, frozen=True):
    """The answer of `rulebook check`; `over` is the rulebook that the file is laid over."""

    id: str
    over: str | None
    sha256: str


class RulebookKnown(Struct, frozen=True):
    """The answer of `rulebook add` where the same bytes are there already."""

    id: str
    recorded_before: bool


class RulebookRecorded(Struct, frozen=True):
    """What `rulebook add` answers beside what was recorded."""

    id: str
    sha256: str
    over: str | None


RULEBOOKS = ListSpec(
    row=RulebookRow,
    name=n_("Rulebooks"),
    title=n_("Rulebooks"),
    columns=(
        Column("id", n_("Rulebook")),
        Column("award_title", n_("Award")),
        Column("status", n_("Known"), "term", codes="rulebook_status"),
        Column("origin", n_("Origin"), "term", codes="rulebook_origin"),
        Column("unknown", n_("Not known"), "number", lambda row: len(row.unknown)),
    ),
)


def _changes(before: str, after: str) -> ListSpec[RulebookChange]:
    """The list of differences, its columns headed by the names of the two rulebooks."""
    return ListSpec(
        row=RulebookChange,
        name=n_("Differences"),
        title=n_("Rulebooks compared"),
        columns=(
            Column("path", n_("Place")),
            Column(
                "before",
                before,
                value=lambda row: value_text(row.before, row.path),
                literal=True,
            ),
            Column("after", after, value=lambda row: value_text(row.after, row.path), literal=True),
        ),
        empty=n_("The two rulebooks do not differ."),
    )


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
    with reading_session(answer, home, as_of, known_at) as session:
        found = rulebooks.list_of(session, prefix(session.workspace.region))
    show_list(answer, RULEBOOKS, Items([_rulebook_row(held) for held in found]), xlsx)


def _rulebook_row(held: Held) -> RulebookRow:
    book = held.book
    return RulebookRow(
        id=book.id,
        award=book.award,
        year=book.year,
        group=book.group,
        award_title=book.award_title,
        status=book.status,
        origin=held.origin,
        position=held.position,
        sha256=book.sha256,
        revision=book.revision,
        unknown=[gap.label for gap in book.unknown],
    )


@rulebook.command("show", help=_("Show one rulebook: weights, limits, sources, and what is not known."))
@click.argument("name", metavar="RULEBOOK")
@time_options
@verb("rulebook show")
def show(answer: Answer, home: str | None, *, name: str, as_of: str | None, known_at: str | None) -> None:
    with reading_session(answer, home, as_of, known_at) as session:
        held = rulebooks.by_name(session, prefix(session.workspace.region), name)
    row = msgspec.structs.asdict(_rulebook_row(held))
    answer.result(RulebookAnswer(**row, rulebook=held.plain), lambda: rulebook_text.text(held.book))


@rulebook.command("diff", help=_("Show where two rulebooks differ."))
@click.argument("before", metavar="BEFORE")
@click.argument("after", metavar="AFTER")
@xlsx_option
@verb("rulebook diff")
def diff(answer: Answer, home: str | None, *, before: str, after: str, xlsx: Path | None) -> None:
    with reading_session(answer, home) as session:
        region = prefix(session.workspace.region)
        left, right = (rulebooks.by_name(session, region, name) for name in (before, after))
    changes = [RulebookChange(*one) for one in difference(left.plain, right.plain)]
    spec = _changes(before, after)
    if xlsx is not None:
        write_list(answer, xlsx, [sheet(spec, changes, list_notes(answer))])
    named = rule_names(left.plain) | rule_names(right.plain)
    answer.result(RulebookDifference(before, after, changes), lambda: _difference_text(spec, changes, named))


def _difference_text(
    spec: ListSpec[RulebookChange], changes: list[RulebookChange], named: dict[str, str]
) -> str:
    """Each place with both values below each other: side by side no screen is wide enough."""
    if not changes:
        return screen_text(spec, changes)
    _place, *sides = spec.columns
    wide = max(len(one.label) for one in sides)
    lines = []
    for change in changes:
        name = named.get("/".join(change.path.split("/")[:2]))
        lines.append(f"{change.path}  ({name})" if name else change.path)
        for side in sides:
            told = textwrap.wrap(side.text(change), WIDE - wide) or [""]
            lines += [f"    {side.label if not at else '':<{wide}}  {line}" for at, line in enumerate(told)]
    return "\n".join([*lines, _("{count} places differ.").format(count=count(len(changes)))])


@rulebook.command("check", help=_("Check a rulebook file without recording anything."))
@click.argument("file", type=click.Path(dir_okay=False, exists=True, path_type=Path))
@verb("rulebook check")
def check(answer: Answer, home: str | None, *, file: Path) -> None:
    read = _read(answer, home, file)
    data = RulebookCheck(read.book.id, read.over, read.book.sha256)
    answer.result(data, lambda: _("{file} holds: rulebook {id}.").format(file=file.name, id=read.book.id))


def _read(answer: Answer, home: str | None, file: Path) -> Read:
    with reading_session(answer, home) as session:
        region = prefix(session.workspace.region)
        try:
            return rulebooks.read_file(file, lambda name: rulebooks.by_name(session, region, name))
        except rulebooks.RulebookFaults as faults:
            for place, what in faults.faults:
                answer.problem(what, where=f"{file.name} {place}".strip())
            text = _("{file}: {count} errors. Nothing was recorded.")
            answer.message(text.format(file=file.name, count=len(faults.faults)))
            answer.fail(3)


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
    read = _read(answer, home, file)
    workspace = find(home=home)
    book = read.book
    if book.sha256 in _known_hashes(answer, home):
        answer.result(
            RulebookKnown(book.id, recorded_before=True),
            lambda: _("Nothing new: rulebook {id} with these bytes is there.").format(id=book.id),
        )
        return
    action = _action(prefix(workspace.region), read)

    def keep() -> None:
        for raw in (read.given, read.resolved):
            workspace.evidence.keep_bytes(raw)

    run_command(
        answer,
        workspace,
        lambda decision: decision.act(action),
        command_id=valid_command_id(command_id),
        dry_run=dry_run,
        head_time=head_time,
        prepare=keep,
        data=RulebookRecorded(book.id, book.sha256, read.over),
    )


def _action(region: str, read: Read) -> AddRulebook:
    book = read.book
    return AddRulebook.of(
        region=region,
        book=book.id,
        award=book.award,
        year=book.year,
        group=book.group,
        file=hashlib.sha256(read.given).hexdigest(),
        resolved=book.sha256,
        over=read.over,
    )


def _known_hashes(answer: Answer, home: str | None) -> set[str]:
    with reading_session(answer, home) as session:
        return {held.book.sha256 for held in rulebooks.list_of(session, prefix(session.workspace.region))}
