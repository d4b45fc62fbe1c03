"""What all verbs about one entry share: their options, and recording an action of its edition."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypedDict

import click
from msgspec import Struct

from commands.common.output import Answer, reading_session
from commands.common.recording import valid_command_id
from commands.common.run_command import run_command
from domain.base import Action
from domain.streams import code as code_of
from domain.streams import region_of
from jejak_i18n import gettext as _
from projections.eligibility.rulebooks import parts_of
from projections.queries import find
from projections.read_session import ReadSession


class EntryOptions(TypedDict):
    """The options of every verb about one entry: its edition, the day, and how it is recorded."""

    award: str
    year: int
    group: str | None
    occurred: str | None
    dry_run: bool
    command_id: str | None
    head_time: bool


class EntryRecorded(Struct, frozen=True):
    """What a verb about an entry answers beside what was recorded."""

    code: str
    award: str
    year: int
    group: str | None


def record_entry(
    answer: Answer,
    home: str | None,
    code: tuple[str, ...],
    options: EntryOptions,
    make: Callable[..., Action],
    **fields: object,
) -> None:
    """Records the action that `make` makes of the innovation of a code, its edition and the fields."""
    award, year, group = options["award"].casefold(), options["year"], options["group"]
    command_id = valid_command_id(options["command_id"])
    with reading_session(answer, home) as session:
        stream = find.innovation_of(session, " ".join(code))
        region = region_of(stream)
        _require_known(session, region, award, fields.get("indicator"), fields.get("section"))
        workspace = session.workspace
    edition = {"award": award, "year": year, "group": group}
    action = make(region=region, innovation=stream, occurred=options["occurred"], **edition, **fields)
    run_command(
        answer,
        workspace,
        lambda decision: decision.act(action),
        command_id=command_id,
        dry_run=options["dry_run"],
        head_time=options["head_time"],
        data=EntryRecorded(code_of(stream), award, year, group),
    )


def _require_known(session: ReadSession, region: str, award: str, indicator: object, section: object) -> None:
    """Raises click.UsageError for an award, indicator or section that no rulebook of the region has."""
    parts = parts_of(session, region, award)
    if parts is None:
        raise click.UsageError(_("There is no rulebook of the award {award}.").format(award=award))
    if indicator is not None and indicator not in parts:
        raise click.UsageError(_("There is no indicator {number}.").format(number=indicator))
    if section is not None and section not in parts:
        raise click.UsageError(_("There is no section {section}.").format(section=section))
