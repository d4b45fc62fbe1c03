"""What all verbs about one entry share: their options, and recording an action of its edition."""

from __future__ import annotations

from typing import Any, TypedDict

import click
from msgspec import Struct

from commands.common.output import Answer, reading_session
from commands.common.recording import require_reason, valid_command_id
from commands.common.run_command import run_command
from commands.competition import choices
from domain.base import Action
from domain.streams import code as code_of
from domain.streams import region_of
from importers.recording.action_texts import ActionTexts
from jejak_i18n import gettext as _
from projections.eligibility import rulebooks
from projections.queries import find
from schemas.rulebook_set import RulebookSet


class EntryOptions(TypedDict):
    """The options of every verb about one entry: its edition, the day, and how it is recorded."""

    award: str
    year: int
    group: str | None
    occurred: str | None
    allow_text: str | None
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
    kind: type[Action],
    **fields: Any,
) -> None:
    """Records an action of this kind about the innovation of a code, with its edition and the fields."""
    year = options["year"]
    command_id, allowed = valid_command_id(options["command_id"]), options["allow_text"]
    require_reason(allowed, "--allow-text")
    with reading_session(answer, home) as session:
        stream = find.innovation_of(session, " ".join(code))
        region = region_of(stream)
        known = rulebooks.known_to(session, region)
        award, group = choices.award(known, options["award"]), choices.group(known, options["group"])
        fields = _known(known.of(year), award, year, fields)
        workspace = session.workspace
    texts = ActionTexts(workspace, allowed)
    texts.refuse(allowed)
    edition = {"award": award, "year": year, "group": group}
    action = kind.of(region=region, innovation=stream, occurred=options["occurred"], **edition, **fields)
    run_command(
        answer,
        workspace,
        lambda decision: texts.act(decision, action),
        command_id=command_id,
        dry_run=options["dry_run"],
        head_time=options["head_time"],
        data=EntryRecorded(code_of(stream), award, year, group),
    )


def _known(known: RulebookSet, award: str, year: int, fields: dict[str, Any]) -> dict[str, Any]:
    """The fields with the id of an indicator for its number.

    Raises click.UsageError for an award, indicator, level, goal or section that no rulebook has.
    """
    indicator, section = fields.get("indicator"), fields.get("section")
    if indicator and (indicator.isdigit() or known.indicator(indicator)):
        indicator = choices.indicator(known, indicator)
        fields = {**fields, "indicator": indicator}
    parts = known.parts(award)
    if parts is None:
        text = _("There is no rulebook of the award {award}; there are rulebooks of: {awards}.")
        raise click.UsageError(text.format(award=award, awards=", ".join(known.awards)))
    if indicator is not None:
        if indicator not in parts:
            raise click.UsageError(_("There is no indicator {number}.").format(number=indicator))
        for level in fields.keys() & {"level", "verified"}:
            choices.require(level, [fields[level]], known.of(year, indicator).highest)
    choices.require("sdgs", fields.get("sdgs", ()), known.sdgs)
    choices.require("asta_cita", fields.get("asta_cita", ()), known.asta_cita)
    if section is not None and section not in parts:
        raise click.UsageError(_no_section(known, award, year, section))
    return fields


def _no_section(known: RulebookSet, award: str, year: int, section: str) -> str:
    listed = "; ".join(f"{id_} ({label})" for id_, label in known.sections(award, year).items())
    others = [one for one in known.awards if section in known.sections(one)]
    if others:
        text = _("The section {section} is one of {awards}, not of {award}: add --award {other}.")
        return text.format(section=section, awards=", ".join(others), award=award, other=others[0])
    if not listed:
        return _("There is no section {section}.").format(section=section)
    text = _("There is no section {section}; there are: {listed}.")
    return text.format(section=section, listed=listed)
