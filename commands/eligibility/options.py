"""What verbs about one edition of a competition share: its options, and opening it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from commands.common.output import Answer, reading_session
from jejak_i18n import gettext as _


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
    code: tuple[str, ...] = (),
) -> Iterator[tuple[Any, Any, str | None]]:
    """Views, the edition in its region, and the stream of the innovation asked about."""
    from domain.streams import prefix, region_of
    from projections.eligibility import edition as queries
    from projections.eligibility import rulebooks

    with reading_session(answer, home, as_of, known_at, region=region, code=code) as session:
        asked = stream_of(session, code) if code else None
        where = region_of(asked) if asked else prefix(region or session.workspace.region)
        held = rulebooks.find(session, where, award.casefold(), year, group)
        yield session, queries.edition(session, held.book, where), asked


def stream_of(session: Any, code: tuple[str, ...]) -> str:
    """The innovation that a text on the command line means."""
    from projections.queries import find

    return find.innovation_of(session, " ".join(code))
