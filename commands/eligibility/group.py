"""eligibility: may it enter, what is missing, what would it score. Each verb is imported when called."""

from __future__ import annotations

import click

from commands.common.lazy_group import LazyGroup
from jejak_i18n import gettext as _

PLACES = {
    "advise": "commands.eligibility.region:advise",
    "index": "commands.eligibility.region:index",
    "list": "commands.eligibility.list:list_",
    "replay": "commands.eligibility.replay:replay",
    "sheets": "commands.eligibility.sheets:sheets",
    "show": "commands.eligibility.show:show",
}


@click.group(
    "eligibility", cls=LazyGroup, places=PLACES, help=_("May it enter, what is missing, what would it score.")
)
def eligibility() -> None:
    pass
