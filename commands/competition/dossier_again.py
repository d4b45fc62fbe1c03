"""dossier again: what was issued, written again to the last byte."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import click
from msgspec import Struct

from commands.common.output import Answer, count, reading_session, verb
from commands.common.progress import Bar
from commands.competition.dossier_options import CODE, OUT_FOLDER, YEAR
from commands.competition.dossier_package import release
from domain.base import Reason, reason
from domain.rules.entries import Issue
from domain.streams import code as code_of
from domain.streams import region_of
from jejak_i18n import gettext as _
from jejak_i18n import verdicts
from ledger.errors import ConflictError
from projections.queries import find
from projections.queries.entries import IssuedDossier, issued_of
from projections.read_session import ReadSession


class DossierAgain(Struct, frozen=True, kw_only=True):
    """The answer of `dossier again`: the files that are as they were issued, and those that are not.

    `event` is the issue, `position` the one that its files were read at.
    """

    code: str
    award: str
    year: int
    group: str | None
    event: int
    position: int
    files: list[str]
    differing: list[str]


@click.command("again", help=_("Write a dossier again as it was issued, to the byte."))
@CODE
@YEAR
@click.option(
    "--event", type=int, metavar="EVENT", help=_("The event that issued it; by default the last one.")
)
@OUT_FOLDER
@verb("dossier again")
def again(
    answer: Answer, home: str | None, *, code: tuple[str, ...], year: int, event: int | None, out: Path
) -> None:
    from commands.competition.issued_again import make_again
    from exporters.word.files import write_files

    with reading_session(answer, home, code=code) as session:
        stream, workspace = find.innovation_of(session, " ".join(code)), session.workspace
        _require_own(session, stream)
        chosen = _chosen(issued_of(session, stream, year), code_of(stream), year, event)
    with closing(Bar(None)) as bar:
        made, same, differing = make_again(workspace, stream, chosen, bar)
    for name in differing:
        answer.problem(
            reason("{file} would not be as it was issued; it was not written.", file=name),
            remedy=cause(chosen.issue, made.form.sha256),
        )
    data = DossierAgain(
        code=made.dossier.code,
        award=chosen.award,
        year=year,
        group=chosen.group,
        event=chosen.issue.at,
        position=chosen.issue.position,
        files=write_files(out, same) if same else [],
        differing=differing,
    )
    answer.result(data, lambda: _text(data), status=1 if differing else 0)


def _require_own(session: ReadSession, stream: str) -> None:
    """Raises ConflictError for a merged region, whose issues name positions of its own ledger."""
    origin = session.store.merged_regions().get(region_of(stream))
    if origin:
        raise ConflictError(
            reason(
                "{code} was merged from {origin}: what it issued is made again there.",
                code=code_of(stream),
                origin=origin,
            ),
            reason("Run the same command in the workspace of that region."),
        )


def _chosen(issued: Sequence[IssuedDossier], code: str, year: int, event: int | None) -> IssuedDossier:
    """The issue that is meant. Raises NotFoundError, and click.UsageError where an event must say it."""
    if not issued:
        raise find.NotFoundError(
            reason("No dossier of {code} was issued for {year}.", code=code, year=str(year)),
            reason("Issue it: jejak dossier issue"),
        )
    listed = "; ".join(f"{one.issue.at} {verdicts.edition_name(one)}" for one in issued)
    found = [one for one in issued if event in (None, one.issue.at)]
    if not found or len({(one.award, one.group) for one in found}) > 1:
        text = _("Name the event that issued it: --event N. Issued: {listed}")
        raise click.UsageError(text.format(listed=listed))
    return found[-1]


def cause(issue: Issue, rulebook: str) -> Reason:
    """Why files differ, as far as the issue says, and what to do."""
    if issue.release != release():
        return reason(
            "It was issued with Jejak {then}; this is Jejak {here}. Install Jejak {then}, then try again.",
            then=issue.release,
            here=release(),
        )
    if issue.sha256 != rulebook:
        return reason("The rulebook {id} was another one then.", id=issue.rulebook)
    return reason("Check the record: jejak ledger verify")


def _text(data: DossierAgain) -> str:
    text = _("As issued by event {event}, read at position {position}, to the last byte:")
    head = text.format(event=count(data.event), position=count(data.position))
    return "\n".join([head, *(f"  {path}" for path in data.files)]) if data.files else ""
