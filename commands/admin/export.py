"""export: all events as JSONL, or events and views as tables."""

from __future__ import annotations

from pathlib import Path

import click
from msgspec import Struct

from commands.common.new_file import require_new
from commands.common.output import Answer, count, verb
from commands.common.written_value import REGION
from jejak_i18n import gettext as _

_FOLDER = click.Path(file_okay=False, path_type=Path)


class Exported(Struct, frozen=True):
    """The answer of `export`; `position` is also the number of events."""

    file: str
    position: int


@click.command(
    "export", help=_("Write all events of the ledger as lines of JSON, or all tables as CSV or Parquet.")
)
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path), required=False)
@click.option(
    "--csv", type=_FOLDER, metavar="FOLDER", help=_("Events and views as CSV, a file each, described.")
)
@click.option("--parquet", type=_FOLDER, metavar="FOLDER", help=_("The same as Parquet."))
@click.option(
    "--excel", is_flag=True, help=_("With --csv: with semicolons, as Excel in Indonesian opens it.")
)
@click.option(
    "--region", type=REGION, metavar="CODE", help=_("With --csv and --parquet: only of this region.")
)
@click.option("--force", is_flag=True, help=_("Replace the file if it is there."))
@verb("export")
def export(
    answer: Answer,
    home: str | None,
    *,
    file: Path | None,
    csv: Path | None,
    parquet: Path | None,
    excel: bool,
    region: str | None,
    force: bool,
) -> None:
    if sum(one is not None for one in (file, csv, parquet)) != 1:
        raise click.UsageError(_("Name one of these: a file, --csv DIR, or --parquet DIR."))
    if file is not None:
        if excel or region:
            raise click.UsageError(_("--excel and --region go with tables: --csv DIR."))
        _write_lines(answer, home, file, force=force)
        return
    if excel and csv is None:
        raise click.UsageError(_("--excel and --region go with tables: --csv DIR."))
    from commands.admin.export_tables import write_tables

    folder = csv or parquet
    assert folder is not None
    write_tables(answer, home, folder=folder, as_parquet=csv is None, sheet=excel, region=region)


def _write_lines(answer: Answer, home: str | None, file: Path, *, force: bool) -> None:
    from ledger.workspace.workspace import find
    from projections.maintenance.export import write

    require_new(file, force=force)
    position = write(find(home=home).store(), file)
    text = _("Written: {count} events (position 1–{count}) in {seconds} seconds. {file}")
    data = Exported(str(file), position)
    answer.result(data, lambda: text.format(count=count(position), seconds=answer.seconds(), file=file))
