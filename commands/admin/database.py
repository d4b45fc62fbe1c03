"""database check, migrate and grant: the shared ledger on PostgreSQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from msgspec import Struct

from commands.common.output import Answer, count, verb
from commands.common.written_value import OneOf
from domain.base import reason
from jejak_i18n import gettext as _
from jejak_i18n import sentence

if TYPE_CHECKING:
    from ledger.admin.postgres_roles import DatabaseCheck

STANDINGS = ("writer", "reader")


class DatabaseReport(Struct, frozen=True):
    """The answer of `database check`; `findings` are sentences in the language of the terminal."""

    place: str
    server: str
    role: str
    standing: str
    layout: int
    position: int
    closed_by: str | None
    findings: list[str]


class Migrated(Struct, frozen=True):
    """The answer of `database migrate`; `made` is true where there were no tables before."""

    place: str
    made: bool


class Granted(Struct, frozen=True):
    """The answer of `database grant`."""

    role: str
    standing: str


@click.group("database", help=_("The shared ledger on PostgreSQL: check, tables, rights."))
def database() -> None:
    pass


@database.command("check", help=_("Say what stands in the database and what your role may do there."))
@verb("database check")
def check(answer: Answer, home: str | None) -> None:
    from ledger.factory import require_postgres_extra

    url = _url(home)
    with require_postgres_extra():
        from ledger.admin import postgres_roles

    found = postgres_roles.check(url)
    for why in found.findings:
        answer.problem(why)
    data = DatabaseReport(*found[:-1], [sentence(why) for why in found.findings])
    answer.result(data, lambda: _check_text(found), status=1 if found.findings else 0)


def _check_text(found: DatabaseCheck) -> str:
    lines = [
        _("{place}: PostgreSQL {server}, layout {layout}, position {position}").format(
            place=found.place, server=found.server, layout=found.layout, position=count(found.position)
        ),
        _("You are {role}, with the rights of: {standing}").format(
            role=found.role, standing=_role_of(found.standing)
        ),
    ]
    if found.closed_by:
        lines.append(_("Closed to writing: it went on as {place}").format(place=found.closed_by))
    lines.append(
        _("{count} findings.").format(count=len(found.findings)) if found.findings else _("No findings.")
    )
    return "\n".join(lines)


def _role_of(name: str) -> str:
    return {
        "owner": _("owner"),
        "writer": _("writer"),
        "reader": _("reader"),
        "none": _("none: the owner gives them with jejak database grant"),
    }[name]


@database.command("migrate", help=_("Make the tables and guards, or bring them to this release."))
@verb("database migrate")
def migrate(answer: Answer, home: str | None) -> None:
    from ledger.admin.copying import display_name
    from ledger.factory import create_tables, exists

    url = _url(home)
    before = exists(url)
    create_tables(url)
    text = _("The tables of {place} are up to date.") if before else _("Tables and guards made in {place}.")
    place = display_name(url)
    answer.result(Migrated(place, not before), lambda: text.format(place=place))


@database.command(
    "grant",
    help=_("Give a role of the server the rights of a writer or a reader, and take all others from it."),
)
@click.argument("standing", type=OneOf(STANDINGS))
@click.argument("role", metavar="ROLE")
@verb("database grant")
def grant(answer: Answer, home: str | None, *, standing: str, role: str) -> None:
    from ledger.factory import open_store, require_postgres_extra

    url = _url(home)
    open_store(url).close()
    with require_postgres_extra():
        from ledger.admin import postgres_roles

    postgres_roles.grant(url, standing, role)
    text = _("{role} now has the rights of: {standing}").format(role=role, standing=_role_of(standing))
    answer.result(Granted(role, standing), lambda: text)


def _url(home: str | None) -> str:
    """The database of the environment, or of the workspace. Raises ConflictError where there is none."""
    from ledger.errors import ConflictError
    from ledger.workspace.workspace import find, named_database

    url = named_database() or find(home=home).database_url
    if url is None:
        raise ConflictError(
            reason("This workspace keeps its ledger in a file, not on PostgreSQL."),
            reason("Name the database: JEJAK_DATABASE_URL=postgresql://user@host/database"),
        )
    return url
