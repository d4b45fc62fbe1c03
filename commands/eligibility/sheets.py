"""eligibility sheets: an edition as workbooks, and what is still lacking for each unit to be mailed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from commands.common.output import Answer, count, time_options, verb
from commands.eligibility.options import edition_options, opened, region_option
from jejak_i18n import gettext as _

Json = dict[str, Any]


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
def sheets(answer: Answer, home: str | None, *, entered: bool, out: Path, **options: Any) -> None:
    from projections.eligibility.assessment import plain

    with opened(answer, home, **options) as (session, edition, _none):
        found = plain(session, edition, entered=entered)
    files = _written(out, found)
    old = _others(out, files)
    data = {
        "rulebook": found["edition"]["rulebook"],
        "region": found["region"]["code"],
        "day": found["day"],
        "innovations": len(found["verdicts"]),
        "files": files,
        "older": old,
    }
    answer.result(data, lambda: _text(data, out, answer))


def _written(out: Path, found: Json) -> list[Json]:
    from exporters.excel import eligibility_workbook, gaps_workbook

    out.mkdir(parents=True, exist_ok=True)
    path = out / f"penilaian-{found['edition']['rulebook']['id']}.xlsx"
    eligibility_workbook.write(path, found)
    first = {"path": str(path), "kind": "assessment", "unit": None, "rows": len(found["verdicts"])}
    return [first, *gaps_workbook.write_all(out, found)]


def _others(out: Path, files: list[Json]) -> list[str]:
    """Files of an earlier run that this one did not write: a unit that lacks nothing any more."""
    from exporters.excel.gaps_workbook import NAME

    written = {one["path"] for one in files}
    return [str(path) for path in sorted(out.glob(f"{NAME}*.xlsx")) if str(path) not in written]


def _text(data: Json, out: Path, answer: Answer) -> str:
    lines = [f"  {one['path']}" for one in data["files"] if one["kind"] != "unit"]
    lines += [
        "  "
        + _("{unit}: {count} things, {path}").format(unit=one["unit"], count=count(one["rows"]), path=path)
        for one in data["files"]
        if one["kind"] == "unit"
        for path in [Path(one["path"]).name]
    ]
    if len(data["files"]) == 1:
        lines.append(_("Nothing is lacking, so no unit gets a file."))
    if data["older"]:
        lines.append(_("Not of this run, left as they were:"))
        lines += [f"  {path}" for path in data["older"]]
    told = _("{count} files written in {seconds} seconds: {folder}")
    return "\n".join(
        [*lines, told.format(count=count(len(data["files"])), seconds=answer.seconds(), folder=out)]
    )
