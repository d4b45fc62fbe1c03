"""eligibility sheets: an edition as workbooks, and what is still lacking for each unit to be mailed."""

from __future__ import annotations

from pathlib import Path
from typing import Unpack

import click
from msgspec import Struct

from commands.common.output import Answer, count, time_options, verb
from commands.eligibility.options import RegionOptions, edition_options, region_edition, region_option
from exporters.excel.written_file import WrittenFile
from jejak_i18n import gettext as _
from projections.eligibility.assessment import Assessment, TitledRulebook, assessment


class SheetsAnswer(Struct, frozen=True, kw_only=True):
    """The workbooks that were written, and those of an earlier run that were left as they were (`older`)."""

    rulebook: TitledRulebook
    region: str
    day: str
    innovations: int
    files: list[WrittenFile]
    older: list[str]


@click.command("sheets", help=_("Write the verdicts and what each unit still lacks as workbooks."))
@edition_options
@region_option
@click.option("--entered", is_flag=True, help=_("Only innovations with an entry."))
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help=_("Folder for the files."),
)
@time_options
@verb("eligibility sheets")
def sheets(
    answer: Answer, home: str | None, *, entered: bool, out: Path, **options: Unpack[RegionOptions]
) -> None:
    with region_edition(answer, home, **options) as (session, edition):
        assessed = assessment(session, edition, entered=entered)
    files = _write(out, assessed)
    found = SheetsAnswer(
        rulebook=assessed.edition.rulebook,
        region=assessed.region.code,
        day=assessed.day,
        innovations=len(assessed.verdicts),
        files=files,
        older=_older(out, files),
    )
    answer.result(found, lambda: _text(found, out, answer))


def _write(out: Path, assessed: Assessment) -> list[WrittenFile]:
    from exporters.excel import eligibility_workbook, gaps_workbook

    out.mkdir(parents=True, exist_ok=True)
    path = out / f"penilaian-{assessed.edition.rulebook.id}.xlsx"
    eligibility_workbook.write(path, assessed)
    first = WrittenFile(path=str(path), kind="assessment", unit=None, rows=len(assessed.verdicts))
    return [first, *gaps_workbook.write_all(out, assessed)]


def _older(out: Path, files: list[WrittenFile]) -> list[str]:
    """Files of an earlier run that this one did not write: a unit that lacks nothing any more."""
    from exporters.excel.gaps_workbook import NAME

    written = {one.path for one in files}
    return [str(path) for path in sorted(out.glob(f"{NAME}*.xlsx")) if str(path) not in written]


def _text(found: SheetsAnswer, out: Path, answer: Answer) -> str:
    lines = [f"  {one.path}" for one in found.files if one.kind != "unit"]
    lines += [f"  {_unit_text(one)}" for one in found.files if one.kind == "unit"]
    if len(found.files) == 1:
        lines.append(_("Nothing is lacking, so no unit gets a file."))
    if found.older:
        lines.append(_("Not of this run, left as they were:"))
        lines += [f"  {path}" for path in found.older]
    sums = _("{count} files written in {seconds} seconds: {folder}")
    return "\n".join(
        [*lines, sums.format(count=count(len(found.files)), seconds=answer.seconds(), folder=out)]
    )


def _unit_text(one: WrittenFile) -> str:
    text = _("{unit}: {count} things, {path}")
    return text.format(unit=one.unit, count=count(one.rows), path=Path(one.path).name)
