"""eligibility show, list, index, advise, replay: may it enter, what is missing, what would it score."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from commands import eligibility_text as words
from commands.recording import checked_id, recording_options
from commands.shared import Answer, count, day, list_notes, listing, table, times, verb, views_of, write_list
from messages import gettext as _
from messages import verdicts as verdict_words

Json = dict[str, Any]


class Verbs(click.Group):
    """The verbs of this file, and `sheets`, which is imported when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted([*super().list_commands(ctx), "sheets"])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name != "sheets":
            return super().get_command(ctx, cmd_name)
        from commands.eligibility_sheets import sheets

        return sheets


@click.group("eligibility", cls=Verbs, help=_("May it enter, what is missing, what would it score."))
def eligibility() -> None:
    pass


def edition_options(function: Any) -> Any:
    """The options that name an award, a year and a group."""
    for option in (
        click.option("--group", metavar="GROUP", help=_("Group of the competition, such as umum.")),
        click.option("--year", type=int, required=True, help=_("Year of the competition.")),
        click.option("--award", required=True, metavar="AWARD", help=_("iga, kipp, pp38 or inagara.")),
    ):
        function = option(function)
    return function


def region_option(function: Any) -> Any:
    """The option that names another region of the workspace."""
    return click.option("--region", metavar="CODE", help=_("Only of this region."))(function)


@contextmanager
def opened(
    answer: Answer,
    home: str | None,
    *,
    award: str,
    year: int,
    group: str | None,
    as_of: str | None = None,
    known_at: str | None = None,
    region: str | None = None,
    stream: Callable[[Any], str] | None = None,
) -> Iterator[tuple[Any, Any, str | None]]:
    """Views, the edition in its region, and the stream of the innovation asked about."""
    from domain.streams import prefix, region_of
    from projections import rulebooks
    from projections.queries import eligibility as queries

    with views_of(answer, home, as_of, known_at) as views:
        asked = stream(views) if stream else None
        where = region_of(asked) if asked else prefix(region or views.workspace.region)
        held = rulebooks.find(views, where, award.casefold(), year, group)
        yield views, queries.edition(views, held.book, where), asked


def _stream(code: tuple[str, ...]) -> Callable[[Any], str]:
    def find(views: Any) -> str:
        from projections.queries import find as found

        return found.innovation_of(views, " ".join(code))

    return find


@eligibility.command("show", help=_("The verdict about one innovation, rule by rule."))
@click.argument("code", nargs=-1, required=True)
@edition_options
@click.option("--all", "everything", is_flag=True, help=_("Show the rules that are met too."))
@click.option("--aloud", is_flag=True, help=_("In sentences that can be read aloud."))
@click.option("--record", is_flag=True, help=_("Record the verdict, so that it can be computed again."))
@recording_options
@times
@verb("eligibility show")
def show(
    answer: Answer,
    home: str | None,
    *,
    code: tuple[str, ...],
    everything: bool,
    aloud: bool,
    record: bool,
    dry_run: bool,
    command_id: str | None,
    head_time: bool,
    **options: Any,
) -> None:
    from commands.eligibility_aloud import aloud as spoken
    from projections import verdicts
    from projections.names import Names

    with opened(answer, home, stream=_stream(code), **options) as (views, edition, stream):
        verdict = edition.verdict(stream)
        data = verdicts.plain(verdict)
        unit = Names(views).of(verdict.unit)
        action = verdicts.action(verdict, views)
        held = (edition.book.sha256, views.workspace)
    told = spoken(data, unit) if aloud else words.text(data, everything=everything)
    if not record:
        answer.result(data, lambda: told)
        return
    if not answer.as_json:
        click.echo(told)
    _record(answer, held, action, data, checked_id(command_id), dry_run=dry_run, head_time=head_time)


def _record(
    answer: Answer, held: tuple[str, Any], action: Any, data: Json, command_id: str, **options: bool
) -> None:
    from commands.acting import act
    from schemas import loader

    sha256, workspace = held

    def keep() -> None:
        # A later release may bring other rulebooks: the bytes that spoke stay with the ledger.
        if not workspace.evidence.has(sha256) and action.rulebook in loader.rulebook_ids():
            workspace.evidence.keep_bytes(loader.rulebook_bytes(action.rulebook))

    act(
        answer,
        workspace,
        lambda decision: decision.act(action),
        command_id=command_id,
        prepare=keep,
        data=data,
        **options,
    )


@eligibility.command("list", help=_("The verdicts of all innovations of a region as a table."))
@edition_options
@region_option
@click.option("--entered", is_flag=True, help=_("Only innovations with an entry."))
@listing
@times
@verb("eligibility list")
def list_(answer: Answer, home: str | None, *, xlsx: Path | None, entered: bool, **options: Any) -> None:
    from projections import verdicts
    from projections.names import Names

    with opened(answer, home, **options) as (views, edition, _none):
        names = Names(views)
        items = []
        for one in edition.verdicts(entered=entered):
            item = verdicts.plain(one)
            item["rules"] = {found["rule"]: found["outcome"] for found in item.pop("findings")}
            items.append({**item, "unit": names.of(one.unit)})
    data = {"items": items, "counts": _counts(items)}
    write_list(answer, xlsx, [_sheet(answer, items)] if xlsx else [])
    answer.result(data, lambda: _list_text(data))


def _counts(items: list[Json]) -> dict[str, int]:
    return {name: sum(item["outcome"] == name for item in items) for name in ("met", "not_met", "unknown")}


def _headings() -> list[str]:
    return [
        _("Code"),
        _("Title"),
        _("Unit"),
        _("Verdict"),
        _("Not met"),
        _("Unknown"),
        _("Maturity"),
        _("Verified"),
    ]


def _rows(items: list[Json]) -> list[list[str]]:
    return [
        [
            item["code"],
            item["title"],
            item["unit"],
            words.outcome(item["outcome"]),
            str(item["not_met"]),
            str(item["unknown"]),
            verdict_words.number(item["maturity"]),
            verdict_words.number(item["maturity_verified"]),
        ]
        for item in items
    ]


def _sheet(answer: Answer, items: list[Json]) -> Any:
    from exporters.lists import Listed

    return Listed(_("Verdicts"), _("Eligibility"), list_notes(answer), _headings(), _rows(items))


def _list_text(data: Json) -> str:
    if not data["items"]:
        return _("No innovation is recorded. Record some with sheet Inovasi.")
    counts = data["counts"]
    told = _("{met} eligible, {not_met} not yet, {unknown} cannot be told.").format(
        met=count(counts["met"]), not_met=count(counts["not_met"]), unknown=count(counts["unknown"])
    )
    return f"{table(_headings(), _rows(data['items']), right=(4, 5, 6, 7))}\n{told}"


@eligibility.command("index", help=_("The index of a region: its own rows, its innovations, their number."))
@edition_options
@region_option
@times
@verb("eligibility index")
def index(answer: Answer, home: str | None, **options: Any) -> None:
    from projections.index import plain

    with opened(answer, home, **options) as (views, edition, _none):
        data = plain(edition, views.position)
    from commands.index_text import text

    answer.result(data, lambda: text(data))


@eligibility.command("advise", help=_("What brings the most points for the least work."))
@click.argument("award")
@click.option("--year", type=int, required=True, help=_("Year of the competition."))
@click.option("--group", metavar="GROUP", help=_("Group of the competition, such as umum."))
@region_option
@click.option(
    "--by", type=click.Choice(["item", "innovation", "unit", "region"]), default="item", help=_("Order by.")
)
@click.option("--limit", type=click.IntRange(1), default=30, show_default=True, help=_("At most so many."))
@listing
@times
@verb("eligibility advise")
def advise(
    answer: Answer, home: str | None, *, by: str, limit: int, xlsx: Path | None, **options: Any
) -> None:
    from projections.advice import plain

    with opened(answer, home, **options) as (views, edition, _none):
        data = plain(views, edition)
    from commands import advice_text

    write_list(answer, xlsx, advice_text.sheets(answer, data) if xlsx else [])
    answer.result(data, lambda: advice_text.text(data, by=by, limit=limit))


@eligibility.command("replay", help=_("Compute recorded verdicts again, and say what changed them."))
@click.argument("code", nargs=-1, required=True)
@click.option("--award", metavar="AWARD", help=_("Only of this award."))
@click.option("--year", type=int, help=_("Only of this year."))
@verb("eligibility replay")
def replay(
    answer: Answer, home: str | None, *, code: tuple[str, ...], award: str | None, year: int | None
) -> None:
    from projections import verdicts

    with views_of(answer, home) as views:
        stream = _stream(code)(views)
        found = verdicts.replay(views, stream, award, year)
        data = {"items": [_replayed(one) for one in found]}
    status = 0 if all(item["repeated"] for item in data["items"]) else 1
    answer.result(data, lambda: _replay_text(data), status=status)


def _replayed(one: Any) -> Json:
    body = one.recorded
    return {
        "event": one.position,
        "award": body.award,
        "year": body.year,
        "group": body.group,
        "rulebook": body.rulebook,
        "position": body.position,
        "day": body.day,
        "outcome": body.outcome,
        "repeated": one.repeated,
        "now": one.now.outcome,
        "moved": [
            {"rule": m.rule, "before": m.before, "after": m.after, "events": m.events, "sentence": m.sentence}
            for m in one.moved
        ],
        "rules": [{"path": c.path, "before": c.before, "after": c.after} for c in one.rules],
    }


def _replay_text(data: Json) -> str:
    if not data["items"]:
        return _("No verdict is recorded. Record one: jejak eligibility show CODE … --record")
    lines = []
    for item in data["items"]:
        told = _("{edition}, recorded at position {position} ({day}): {outcome}.")
        lines.append(
            told.format(
                edition=words.edition(item),
                position=count(item["position"]),
                day=day(item["day"]),
                outcome=words.outcome(item["outcome"]),
            )
        )
        same = _("Computed again: the same.") if item["repeated"] else _("Computed again: NOT the same.")
        lines += [f"  {same}", "  " + _("Now: {outcome}.").format(outcome=words.outcome(item["now"]))]
        lines += [_moved(one) for one in item["moved"]]
        lines += ["    " + _("rule {path}: {before} → {after}").format(**change) for change in item["rules"]]
    return "\n".join(lines)


def _moved(one: Json) -> str:
    numbers = ", ".join(map(str, one["events"])) or "–"
    told = words.say(one["sentence"]) if one["sentence"] else one["rule"]
    return "    " + _("{told} (events {numbers})").format(told=told, numbers=numbers)
