"""What rulebooks offer on the command line: the ranges that helps name, and the check of what was given.

Helps name the ranges of the packaged rulebooks; a value is held to those that speak in the region.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import click

from commands.common.written_value import Between, alike
from jejak_i18n import gettext as _
from schemas.loader import packaged
from schemas.rulebook_set import RulebookSet


class RulebookRange(Between):
    """Shows the range of the packaged rulebooks, and takes what lies above it until `require` asks."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """A whole number that is not below the range."""
        found = click.INT.convert(value, param, ctx)
        return super().convert(value, param, ctx) if found < (self.min or 0) else found


LEVEL = RulebookRange(0, packaged().highest)
SDG = RulebookRange(1, packaged().sdgs)
ASTA_CITA = RulebookRange(1, packaged().asta_cita)


def levels_help() -> str:
    """All levels, such as `0, 1, 2 or 3.`"""
    *some, last = range(packaged().highest + 1)
    return _("{levels} or {last}.").format(levels=", ".join(map(str, some)), last=last)


def indicator_help() -> str:
    """First and last number, such as `Number (16 to 35) or id.`"""
    low, high = packaged().indicator_range
    return _("Number ({low} to {high}) or id.").format(low=low, high=high)


def sections_help(award: str, other: str) -> str:
    """The ids of all sections of an award, and those of the few texts of another."""
    text = _("The id of a section: {ids}; with --award {other}: {others}.")
    ids, others = packaged().sections(award), packaged().texts(other)
    return text.format(ids=", ".join(ids), other=other, others=", ".join(others))


def claim_help() -> str:
    """What claiming does, with the range of levels."""
    text = _("Claim a level (0 to {highest}) of an indicator or criterion.")
    return text.format(highest=packaged().highest)


def indicator(known: RulebookSet, text: str) -> str:
    """The id of an IGA indicator by its number. Raises click.UsageError."""
    found = known.indicator(text)
    if not found:
        raise click.UsageError(_("There is no indicator {number}.").format(number=text))
    if len(found) > 1:
        told = _("The number {number} means one indicator in one edition, and another in the next: {ids}.")
        raise click.UsageError(told.format(number=text, ids=", ".join(found)))
    return found[0]


def award(known: RulebookSet, text: str) -> str:
    """The award that is meant, case and spaces ignored. Raises click.UsageError for one without rulebooks."""
    code = text.strip().casefold()
    if code not in known.awards:
        told = _("There is no rulebook of the award {award}; there are rulebooks of: {awards}.")
        told = told.format(award=text, awards=", ".join(known.awards))
        raise click.UsageError(_with_near(told, text, known.awards))
    return code


def group(known: RulebookSet, text: str | None) -> str | None:
    """The group that is meant. Raises click.UsageError for one that no rulebook names."""
    code = text.strip().casefold() if text else None
    if code and code not in known.groups:
        told = _("There is no group {group}; there are: {groups}.")
        told = told.format(group=text, groups=", ".join(known.groups))
        raise click.UsageError(_with_near(told, code, known.groups))
    return code


def _with_near(told: str, text: str, choices: Iterable[str]) -> str:
    near = alike(text, choices)
    return f"{told} {_('Did you mean {near}?').format(near=near)}" if near else told


def require(option: str, values: Iterable[int | None], highest: int) -> None:
    """Raises click.BadParameter for a value of an option that lies above the highest that there is."""
    ctx = click.get_current_context()
    for param in ctx.command.params:
        if param.name == option and isinstance(param.type, RulebookRange):
            range_ = Between(param.type.min, highest)
            for value in values:
                if value is not None:
                    range_.convert(value, param, ctx)
