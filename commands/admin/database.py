"""database check, migrate and grant: the shared ledger on PostgreSQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from msgspec import Struct

from commands.common.output import Answer, count, verb
from commands.common.written_value import OneOf
from domain.base import reason
from domain.streams import code, person_of_code, prefix, region_code
from jejak_i18n import gettext as _
from jejak_i18n import sentence
from ledger.postgres.rights import OWNER, STANDINGS

if TYPE_CHECKING:
    from ledger.admin.database_check import DatabaseCheck


_BIND = reason("Bind it: jejak database grant writer ROLE --person CODE")


class DatabaseReport(Struct, frozen=True):
    """The answer of `database check`; `findings` are sentences in the language of the terminal.

    `person` is whom the role records as, `regions` the codes of those that it is limited to; neither where
    the owner bound it to none. `warnings` change no exit status.
    """

    place: str
    server: str
    role: str
    standing: str
    person: str | None
    regions: list[str]
    layout: int
    position: int
    closed_by: str | None
    warnings: list[str]
    findings: list[str]


class Migrated(Struct, frozen=True):
    """The answer of `database migrate`; `made` is true where there were no tables before."""

    place: str
    made: bool


class Granted(Struct, frozen=True):
    """The answer of `database grant`; `person` and `regions` as in `database check`."""

    role: str
    standing: str
    person: str | None
    regions: list[str]


@click.group("database", help=_("The shared ledger on PostgreSQL: check, tables, rights."))
def database() -> None:
    pass


@database.command("check", help=_("Say what stands in the database and what your role may do there."))
@verb("database check")
def check(answer: Answer, home: str | None) -> None:
    from ledger.factory import require_postgres_extra

    url = _url(home)
    with require_postgres_extra():
        from ledger.admin import database_check

    found = database_check.check(url)
    for why in found.findings:
        answer.problem(why)
    for why in found.warnings:
        answer.problem(why, level="warning", remedy=_BIND)
    data = DatabaseReport(
        **found._asdict()
        | {
            "regions": [region_code(one) for one in found.regions],
            "warnings": [sentence(why) for why in found.warnings],
            "findings": [sentence(why) for why in found.findings],
        }
    )
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
    lines += _bindings(found.person, [region_code(one) for one in found.regions])
    if found.closed_by:
        lines.append(_("Closed to writing: it went on as {place}").format(place=found.closed_by))
    lines.append(
        _("{count} findings.").format(count=len(found.findings)) if found.findings else _("No findings.")
    )
    return "\n".join(lines)


def _bindings(person: str | None, regions: list[str]) -> list[str]:
    lines = []
    if person:
        lines.append(_("Records as {person} and nobody else.").format(person=code(person)))
    if regions:
        lines.append(_("Sees and writes only the regions: {regions}").format(regions=", ".join(regions)))
    return lines


def _role_of(name: str) -> str:
    return {
        "owner": _("owner"),
        "writer": _("writer"),
        "reader": _("reader"),
        "verifier": _("verifier"),
        "auditor": _("auditor"),
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
    help=_(
        "Give a role of the server the rights of its standing, and take all others from it."
        " The standing owner hands the ledger over to the role."
    ),
)
@click.argument("standing", type=OneOf((*STANDINGS, OWNER)))
@click.argument("role", metavar="ROLE")
@click.option("--person", metavar="CODE", help=_("Whom the role records as, such as 3303-P0002."))
@click.option(
    "--region",
    "regions",
    multiple=True,
    metavar="CODE",
    help=_("The role sees and writes only this region; may be repeated."),
)
@verb("database grant")
def grant(
    answer: Answer,
    home: str | None,
    *,
    standing: str,
    role: str,
    person: str | None,
    regions: tuple[str, ...],
) -> None:
    from ledger.factory import open_store, require_postgres_extra

    url = _url(home)
    who, where = _person(person), [_region(one) for one in regions]
    open_store(url).close()
    with require_postgres_extra():
        from ledger.admin import postgres_roles

    postgres_roles.grant(url, standing, role, person=who, regions=map(prefix, where))
    text = _("{role} now has the rights of: {standing}").format(role=role, standing=_role_of(standing))
    data = Granted(role, standing, who, where)
    answer.result(data, lambda: "\n".join([text, *_bindings(who, where)]))


def _person(text: str | None) -> str | None:
    """The stream of a person's code. Raises click.UsageError for what is none."""
    if text is None:
        return None
    found = person_of_code(text)
    if found is None:
        raise click.UsageError(
            _("{text} is no code of a person; codes look like 3303-P0002.").format(text=text)
        )
    return found


def _region(text: str) -> str:
    """The code of a region on the official list. Raises click.UsageError for another."""
    from schemas.regions import region

    found = region(text)
    if found is None:
        raise click.UsageError(_("There is no region with the code {code}.").format(code=text))
    return str(found["code"])


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
