"""site: the history as a folder of pages that open by double-click."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec import Struct

from commands.common.output import Answer, count, reading_session, time_options, verb
from commands.common.written_value import REGION, OneOf
from domain.base import reason
from domain.streams import prefix
from jejak_i18n import gettext as _
from ledger.errors import ConflictError, LedgerError

if TYPE_CHECKING:
    from exporters.site.scope import Scope
    from projections.read_session import ReadSession

TONGUES = ("id", "en")


class SiteAnswer(Struct, frozen=True):
    """The answer of `site`: the page to open first, and what was written, in bytes."""

    start: str
    files: int
    size: int
    position: int


class NothingToShowError(LedgerError):
    """No innovation is in what was asked for."""

    status = 2


@click.command("site", help=_("Write the history as pages that open by double-click, without a network."))
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), metavar="FOLDER")
@click.argument("code", nargs=-1)
@click.option("--region", type=REGION, metavar="CODE", help=_("Only of this region."))
@click.option("--lab", metavar="SLUG", help=_("Only of this lab."))
@click.option(
    "--public",
    is_flag=True,
    help=_("For everybody: without persons, drafts, claims, verdicts, and evidence with personal data."),
)
@click.option(
    "--language", "tongue", type=OneOf(TONGUES), default="id", show_default=True, help=_("id or en.")
)
@time_options
@verb("site")
def site(
    answer: Answer,
    home: str | None,
    *,
    folder: Path,
    code: tuple[str, ...],
    region: str | None,
    lab: str | None,
    public: bool,
    tongue: str,
    as_of: str | None,
    known_at: str | None,
) -> None:
    from exporters.site.build import pages
    from exporters.site.writing import replaceable, write_site

    if sum((bool(code), region is not None, lab is not None)) > 1:
        raise click.UsageError(_("Name a region, a lab or innovations, not several of them."))
    if not replaceable(folder):
        raise ConflictError(
            reason("{path} holds files that are no site of Jejak.", path=str(folder)),
            reason("Take a new folder, or delete this one."),
        )
    with reading_session(answer, home, as_of, known_at, region=region) as session:
        scope = _scope(session, code, region, lab, public=public)
        written = write_site(folder, pages(session, scope, tongue), session.position)
        found = SiteAnswer(str(folder / "index.html"), written.files, written.size, session.position)
    answer.result(found, lambda: _text(answer, found))


def _scope(
    session: ReadSession, code: tuple[str, ...], region: str | None, lab: str | None, *, public: bool
) -> Scope:
    """What was asked for. Raises NothingToShowError where no innovation is in it."""
    from exporters.site.scope import Scope
    from projections.queries import find
    from projections.queries.catalogue import Filter, page

    where = prefix(region) if region else None
    streams = tuple(find.innovation_of(session, one) for one in _codes(session, code)) if code else None
    if streams is None and not page(session, Filter(region=where, lab=lab), limit=1).total:
        raise NothingToShowError(
            reason("No innovation is recorded for what you asked."),
            reason("See which there are: jejak catalogue list"),
        )
    return Scope(region=where, lab=lab, innovations=streams, public=public)


def _codes(session: ReadSession, code: tuple[str, ...]) -> tuple[str, ...]:
    """One name of several words, or several codes."""
    from domain.streams import stream_of_code

    return code if all(stream_of_code(one) for one in code) else (" ".join(code),)


def _text(answer: Answer, found: SiteAnswer) -> str:
    return _("{files} pages and files, {size} MB, in {seconds} s. Open: {start}").format(
        files=count(found.files),
        size=f"{found.size / 1_000_000:.1f}".replace(".", ","),
        seconds=answer.seconds(),
        start=found.start,
    )
