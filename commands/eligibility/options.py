"""What verbs about one edition of a competition share: its options, and opening it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypedDict, TypeVar

import click

from commands.common.output import Answer, reading_session
from commands.common.written_value import REGION
from commands.competition import choices
from domain.streams import prefix, region_of
from jejak_i18n import gettext as _
from projections.eligibility import rulebooks
from projections.eligibility.edition import Edition, edition
from projections.queries import find
from projections.read_session import ReadSession

F = TypeVar("F", bound=Callable[..., object])


class YearOptions(TypedDict):
    """The award and its year, and the time."""

    award: str
    year: int
    as_of: str | None
    known_at: str | None


class EditionOptions(YearOptions):
    """The edition asked about, of one group."""

    group: str | None


class RegionOptions(EditionOptions):
    """The same in one region; None is the workspace's own."""

    region: str | None


class RegionYearOptions(YearOptions):
    """The edition of an award without groups, in one region."""

    region: str | None


def edition_options(function: F) -> F:
    """The options that name an award, a year and a group."""
    for option in (
        click.option("--group", metavar="GROUP", help=_("Group of the competition, such as umum.")),
        click.option("--year", type=int, required=True, help=_("Year of the competition.")),
        click.option("--award", required=True, metavar="AWARD", help=_("iga, kipp, pp38 or inagara.")),
    ):
        function = option(function)
    return function


def region_option(function: F) -> F:
    """The option that names another region of the workspace."""
    return click.option("--region", type=REGION, metavar="CODE", help=_("Only of this region."))(function)


@contextmanager
def region_edition(
    answer: Answer,
    home: str | None,
    *,
    award: str,
    year: int,
    group: str | None,
    region: str | None,
    as_of: str | None,
    known_at: str | None,
) -> Iterator[tuple[ReadSession, Edition]]:
    """Views, and the edition in a region."""
    with reading_session(answer, home, as_of, known_at, region=region) as session:
        where = prefix(region or session.workspace.region)
        known = rulebooks.known_to(session, where)
        award, group = choices.award(known, award), choices.group(known, group)
        held = rulebooks.find(session, where, award, year, group)
        yield session, edition(session, held.book, where)


@contextmanager
def innovation_edition(
    answer: Answer,
    home: str | None,
    *,
    code: tuple[str, ...],
    award: str,
    year: int,
    group: str | None,
    as_of: str | None,
    known_at: str | None,
) -> Iterator[tuple[ReadSession, Edition, str]]:
    """Views, the edition in the region of an innovation, and the innovation's stream."""
    with reading_session(answer, home, as_of, known_at, code=code) as session:
        stream = find.innovation_of(session, " ".join(code))
        where = region_of(stream)
        known = rulebooks.known_to(session, where)
        award, group = choices.award(known, award), choices.group(known, group)
        held = rulebooks.find(session, where, award, year, group)
        yield session, edition(session, held.book, where), stream
