"""replay --compare: everything that was ever shown, made again from the events and compared."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from msgspec import Struct

from commands.common.output import Answer, count, reading_session
from commands.common.progress import Bar
from domain.base import Reason, reason
from domain.streams import code as code_of
from domain.streams import region_of
from jejak_i18n import gettext as _

if TYPE_CHECKING:
    from ledger.workspace.workspace import Workspace
    from projections.queries.entries import IssuedDossier

Cell = str | int | float | bool | None
PRINTED = 20
"""How many differing rows become messages; all of them stand in `--json`."""


class UnlikeRow(Struct, frozen=True):
    """A row that stands only in the views (`stored`), or only in what the events fold to (`folded`)."""

    view: str
    table: str
    side: str
    row: list[Cell]


class UnlikeDossier(Struct, frozen=True):
    """An issued dossier that would not be the same to the byte: the event that issued it, the files."""

    code: str
    award: str
    year: int
    group: str | None
    event: int
    files: list[str]


class ReplayComparison(Struct, frozen=True):
    """The answer of `replay --compare`: what was made again, and what of it differs."""

    position: int
    views: int
    rows: int
    dossiers: int
    files: int
    differing_rows: list[UnlikeRow]
    differing_dossiers: list[UnlikeDossier]


def compare(answer: Answer, home: str | None) -> None:
    """Folds the views aside and makes the issued dossiers again; status 1 where anything differs."""
    from projections.queries.entries import all_issued

    # Opening brings the views up to the ledger's position, so that all of them are compared.
    with reading_session(answer, home) as session:
        # A dossier of a merged region names positions of its own ledger: it is made again there.
        merged = session.store.merged_regions().keys()
        workspace = session.workspace
        issued = [one for one in all_issued(session) if region_of(one[0]) not in merged]
    views, rows, position, unlike_rows = _views(workspace)
    for row in unlike_rows[:PRINTED]:
        answer.problem(
            reason(
                "The view {view} differs in table {table}: {row}.",
                view=row.view,
                table=row.table,
                row=_told(row),
            ),
            remedy=reason("Rebuild: jejak projections rebuild"),
        )
    unlike = [found for stream, one in issued if (found := _dossier(answer, workspace, stream, one))]
    data = ReplayComparison(
        position=position,
        views=views,
        rows=rows,
        dossiers=len(issued),
        files=sum(len(one.issue.files) for _stream, one in issued),
        differing_rows=unlike_rows,
        differing_dossiers=unlike,
    )
    answer.result(data, lambda: _text(data), status=1 if unlike_rows or unlike else 0)


def _views(workspace: Workspace) -> tuple[int, int, int, list[UnlikeRow]]:
    """How many views and rows there are, at which position, and the rows that differ."""
    from projections.runner import projector
    from projections.storage.factory import generation_store_of
    from projections.storage.generation import tables
    from projections.views import VIEWS

    today = generation_store_of(workspace).today()
    if today is None:
        return 0, 0, 0, []
    with closing(workspace.store()) as store, closing(today), closing(Bar(store.head().position)) as bar:
        position, found = projector.verify(store, today, bar)
        rows = sum(today.count(table) for table in tables())
    unlike = [UnlikeRow(one.view, one.table, one.side, list(one.row)) for one in found]
    return len(VIEWS), rows, position, unlike


def _told(row: UnlikeRow) -> str:
    return f"{row.side} {row.row[0]}"


def _dossier(
    answer: Answer, workspace: Workspace, stream: str, issued: IssuedDossier
) -> UnlikeDossier | None:
    """An issued dossier that differs, after saying why; None where every byte is the same."""
    from commands.competition.dossier_again import cause
    from commands.competition.issued_again import make_again
    from ledger.errors import LedgerError

    code, event = code_of(stream), issued.issue.at
    try:
        with closing(Bar(None)) as bar:
            made = make_again(workspace, stream, issued, bar)
        differing, remedy = made.differing, cause(issued.issue, made.built.form.sha256)
    except LedgerError as error:
        answer.problem(error.why, where=code, remedy=error.remedy)
        differing = [one.name for one in issued.issue.files]
    else:
        for name in differing:
            _say(answer, code, name, event, remedy)
    if not differing:
        return None
    return UnlikeDossier(code, issued.award, issued.year, issued.group, event, differing)


def _say(answer: Answer, code: str, name: str, event: int, remedy: Reason) -> None:
    what = reason(
        "{file}, issued by event {event}, would not be the same to the byte.", file=name, event=event
    )
    answer.problem(what, where=code, remedy=remedy)


def _text(data: ReplayComparison) -> str:
    figures = {
        "views": count(data.views),
        "rows": count(data.rows),
        "dossiers": count(data.dossiers),
        "files": count(data.files),
        "position": count(data.position),
    }
    if data.differing_rows or data.differing_dossiers:
        text = _(
            "Compared at position {position}: of {rows} rows in {views} views {bad_rows} differ,"
            " of {dossiers} issued dossiers {bad_dossiers}."
        )
        bad = {
            "bad_rows": count(len(data.differing_rows)),
            "bad_dossiers": count(len(data.differing_dossiers)),
        }
        return text.format(**figures, **bad)
    text = _(
        "The same to the byte at position {position}: {rows} rows in {views} views,"
        " {files} files of {dossiers} issued dossiers."
    )
    return text.format(**figures)
