"""The options that the verbs about one dossier share, each declared once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from commands.common.output import Verb
from commands.common.written_value import OneOf
from commands.eligibility.options import region_option
from jejak_i18n import gettext as _

Option = Callable[[Verb], Verb]
AWARDS = ("iga", "kipp")
"""The awards that there are documents for."""
REGION_AWARDS = ("iga",)
"""The awards for which a region sends rows and signs papers of its own."""

CODE = click.argument("code", nargs=-1, required=True)
YEAR = click.option("--year", type=int, required=True, help=_("Year of the competition."))
GROUP = click.option("--group", metavar="GROUP", help=_("Group of the competition, such as umum."))
OUT_FOLDER = click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help=_("Folder for the files."),
)
FORCE = click.option("--force", is_flag=True, help=_("Replace the file if it is there."))


def award_argument(awards: tuple[str, ...] = AWARDS) -> Option:
    """The argument that names one of these awards."""
    return click.argument("award", type=OneOf(awards))


def out_workbook(suffix: str) -> Option:
    """The option that names a workbook to write, a file that ends with `suffix`."""
    return click.option(
        "--out",
        type=click.Path(dir_okay=False, path_type=Path),
        required=True,
        metavar=f"FILE{suffix}",
        help=_("The workbook to write."),
    )


def region_dossier_options(out: Option) -> Option:
    """Award, year and region of what a region sends or signs itself, and where it goes."""

    def wrap(function: Verb) -> Verb:
        for option in (FORCE, out, region_option, YEAR, award_argument(REGION_AWARDS)):
            function = option(function)
        return function

    return wrap


def dossier_options(out: Option = OUT_FOLDER, awards: tuple[str, ...] | None = AWARDS) -> Option:
    """Award (none where the verb itself names it), code, year and group of a dossier, and where it goes."""

    def wrap(function: Verb) -> Verb:
        named = (award_argument(awards),) if awards else ()
        for option in (out, GROUP, YEAR, CODE, *named):
            function = option(function)
        return function

    return wrap
