"""person list and show: who is recorded, by post, and all that is held about one."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

import click

from commands.common.lazy_group import LazyGroup
from commands.common.list_spec import Column, Items, ListSpec, show_list
from commands.common.output import (
    Answer,
    count,
    day,
    reading_session,
    time_options,
    verb,
    xlsx_option,
)
from commands.common.read_trail import note_read
from commands.common.written_value import REGION
from commands.show.person_text import beside_text, kept_text
from domain.fields import described
from domain.kinds import TYPES
from jejak_i18n import gettext as _
from jejak_i18n import labels
from jejak_i18n import marked as n_
from projections.queries.mentions import Mention
from projections.queries.person_record import PersonRecord, PersonRow


def _note(row: PersonRow) -> str | None:
    said = (
        _("left the service") if row.left else "",
        _("personal data erased") if row.forgotten else "",
    )
    return "; ".join(filter(None, said)) or None


PEOPLE = ListSpec(
    row=PersonRow,
    name=n_("Persons"),
    title=n_("Persons, by post"),
    columns=(
        Column("code", n_("Code")),
        Column("post", n_("Post")),
        Column("unit", n_("Unit"), value=lambda row: row.unit or row.institution),
        Column("left", n_("Note"), value=_note),
        Column("left_on", n_("Left on"), "day", place="workbook"),
    ),
    empty=n_("No person is recorded."),
    sheet="Orang",
)


PLACES = {
    "list": "commands.show.person:list_",
    "show": "commands.show.person:show",
    "reads": "commands.show.person_reads:reads",
    "correct": "commands.record.person_correcting:correct",
    "forget": "commands.record.person_forgetting:forget",
    "confirm-forget": "commands.record.person_forgetting:confirm_forget",
}


@click.group(
    "person",
    cls=LazyGroup,
    places=PLACES,
    help=_("Persons by post: their posts over time, and all that is held about one."),
)
def person() -> None:
    pass


@click.command("list", help=_("List the persons, by post."))
@click.option("--region", type=REGION, metavar="CODE", help=_("Only of this region."))
@xlsx_option
@time_options
@verb("person list")
def list_(
    answer: Answer,
    home: str | None,
    *,
    region: str | None,
    xlsx: Path | None,
    as_of: str | None,
    known_at: str | None,
) -> None:
    from domain.streams import prefix
    from projections.queries import person_record

    with reading_session(answer, home, as_of, known_at, region=region) as session:
        found = person_record.list_people(session, region=prefix(region) if region else None)
    show_list(answer, PEOPLE, Items(found), xlsx)


@click.command("show", help=_("Show all that is held about one person, and what the person holds."))
@click.argument("who", metavar="PERSON...", nargs=-1, required=True)
@time_options
@verb("person show")
def show(
    answer: Answer, home: str | None, *, who: tuple[str, ...], as_of: str | None, known_at: str | None
) -> None:
    from projections.queries import person_record

    with reading_session(answer, home, as_of, known_at) as session:
        person = person_record.person_of(session, " ".join(who))
        found = person_record.person_record(session, person)
        zone = session.workspace.time_zone
    if found.vault_fields:
        note_read(answer, session.workspace, [person])
    answer.result(found, lambda: text(found, zone))


def text(found: PersonRecord, zone: str) -> str:
    """Posts over time, personal data kept, innovations held, and every event that names the person."""
    now = found.posts[-1]
    lines = [f"{found.code}  {now.post}"]
    if found.left:
        because = labels.label_of("handover_reason", found.left_because)
        left = (
            _("Left the service ({because}).")
            if found.left_on is None
            else _("Left the service on {day} ({because}).")
        )
        lines.append("  " + left.format(day=day(found.left_on), because=because))
    lines += ["", _("Posts")]
    for one in found.posts:
        where = one.unit or one.institution
        since = _("since {day}").format(day=day(one.since)) if one.since else _("since when is not recorded")
        lines.append("  " + ", ".join(part for part in (one.post, where, since) if part))
    lines += ["", *kept_text(found)]
    lines += ["", _("Holds")]
    lines += [f"  {one.code}  {one.title}" for one in found.holds] or ["  " + _("no innovation")]
    told = _mention_lines(found.mentions)
    lines += ["", _("Named in {count} events").format(count=count(len(told))), *told]
    for named in found.posts_named:
        text = _(
            'The post "{post}" also stands as words in {count} events (field {fields}); whether this person'
            " is meant is not recorded."
        )
        fields = ", ".join(named.fields)
        lines.append("  " + text.format(post=named.post, count=count(named.events), fields=fields))
    lines += ["", _("Recorded {count} events").format(count=count(found.recorded))]
    return "\n".join(lines + beside_text(found, zone))


def _mention_lines(mentions: list[Mention]) -> list[str]:
    """A line for each event, with the headings of the fields in which it names the person."""
    lines = []
    for _event, of_event in groupby(mentions, key=lambda one: one.event):
        told = list(of_event)
        headings = described(TYPES[told[0].type])
        fields = ", ".join(headings[one.field].label for one in told)
        text = _("{event}  {of}: {sentence} (named in field {fields})")
        of = told[0].of
        lines.append("  " + text.format(event=told[0].event, of=of, sentence=told[0].sentence, fields=fields))
    return lines
