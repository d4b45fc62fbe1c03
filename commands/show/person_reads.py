"""person reads: who was shown whose personal data."""

from __future__ import annotations

from pathlib import Path

import click
from msgspec.structs import replace

from commands.common.list_spec import Column, Items, ListSpec, show_list
from commands.common.output import Answer, reading_session, verb, xlsx_option
from jejak_i18n import gettext as _
from jejak_i18n import marked as n_
from jejak_i18n.formatting import minute
from projections.queries.person_holdings import ReadOfPersons

READS = ListSpec(
    row=ReadOfPersons,
    name=n_("Reads"),
    title=n_("Who was shown personal data"),
    columns=(
        Column("at", n_("When")),
        Column("by", n_("By")),
        Column("command", n_("Command")),
        Column("persons", n_("Persons"), value=lambda row: ", ".join(row.persons)),
    ),
    empty=n_("No command has shown personal data since the read trail is kept."),
)


@click.command("reads", help=_("List who was shown personal data, when, and with which command."))
@click.argument("who", metavar="[PERSON]...", nargs=-1)
@xlsx_option
@verb("person reads")
def reads(answer: Answer, home: str | None, *, who: tuple[str, ...], xlsx: Path | None) -> None:
    from projections.queries import person_holdings, person_record

    with reading_session(answer, home, None, None) as session:
        person = person_record.person_of(session, " ".join(who)) if who else None
        found = person_holdings.reads(session, person)
        zone = session.workspace.time_zone
    when, *others = READS.columns
    said = replace(when, value=lambda row: minute(row.at, zone))
    show_list(answer, replace(READS, columns=(said, *others)), Items(found), xlsx)
