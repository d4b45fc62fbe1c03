"""export --csv and --parquet: events and views as plain tables, with their data dictionary."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from commands.common.output import Answer, count, reading_session
from domain.base import reason
from jejak_i18n import gettext as _
from ledger.errors import ConflictError, EnvironmentFault

if TYPE_CHECKING:
    from projections.queries.data_tables import DataTable

DICTIONARY = "kamus-data"
HEADINGS = ("tabel", "isi satu baris", "kolom", "jenis", "arti", "satuan", "sumber")


class TableWritten(Struct, frozen=True):
    """One table of the export: its name, and how many rows it has."""

    name: str
    rows: int


class TablesExported(Struct, frozen=True):
    """The answer of `export --csv` and `--parquet`; `allowed` counts events with allowed personal data."""

    folder: str
    format: str
    position: int
    region: str | None
    tables: list[TableWritten]
    allowed: int


def write_tables(
    answer: Answer, home: str | None, *, folder: Path, as_parquet: bool, sheet: bool, region: str | None
) -> None:
    """Writes every table and the dictionary into a new folder, whole or not at all."""
    from domain.streams import prefix
    from projections.queries.data_tables import DataRows, dictionary

    if as_parquet:
        _require_parquet()
    tables = dictionary()
    with reading_session(answer, home) as session, _new_folder(folder) as aside:
        rows = DataRows(session, f"{prefix(region)}/" if region else "")
        written = [
            TableWritten(one.name, _write(aside, one, rows.of(one), as_parquet, sheet)) for one in tables
        ]
        _write_dictionary(aside, tables, sheet)
        position = session.position
    data = TablesExported(
        folder=str(folder),
        format="parquet" if as_parquet else "csv",
        position=position,
        region=region,
        tables=written,
        allowed=rows.allowed,
    )
    if data.allowed:
        text = _(
            "{count} events hold personal data that was allowed with a reason; their texts are in the tables."
        )
        answer.message(text.format(count=count(data.allowed)), level="warning")
    answer.result(data, lambda: _text(data, answer.seconds()))


def _text(data: TablesExported, seconds: str) -> str:
    text = _("Written: {tables} tables with {rows} rows (position {position}) in {seconds} seconds. {folder}")
    return text.format(
        tables=count(len(data.tables)),
        rows=count(sum(one.rows for one in data.tables)),
        position=count(data.position),
        seconds=seconds,
        folder=data.folder,
    )


def _require_parquet() -> None:
    from exporters.tables.parquet_file import NoParquetError, require_parquet

    try:
        require_parquet()
    except NoParquetError as error:
        raise EnvironmentFault(
            reason("This installation of Jejak cannot write Parquet."),
            reason(
                "Install it with: pip install --require-hashes -r requirements-parquet.lock; or take --csv"
            ),
        ) from error


@contextmanager
def _new_folder(folder: Path) -> Iterator[Path]:
    """A folder aside that becomes the one named at the end. Raises ConflictError for a full one."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ConflictError(
            reason("{path} is not empty.", path=str(folder)), reason("Take a new folder, or delete this one.")
        )
    parent = folder.resolve().parent
    parent.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix=".export-", dir=parent))
    try:
        yield aside
        aside.chmod(0o755)
        if folder.exists():
            folder.rmdir()
        aside.rename(folder)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _write(
    folder: Path,
    table: DataTable,
    rows: Iterator[tuple[str | int | bool | None, ...]],
    as_parquet: bool,
    sheet: bool,
) -> int:
    names = [one.column for one in table.columns]
    if not as_parquet:
        from exporters.tables.csv_file import write_csv

        return write_csv(folder / f"{table.name}.csv", names, rows, sheet=sheet)
    from exporters.tables.parquet_file import write_parquet

    kinds, meanings = [one.kind for one in table.columns], [one.meaning for one in table.columns]
    return write_parquet(folder / f"{table.name}.parquet", names, kinds, meanings, rows)


def _write_dictionary(folder: Path, tables: Sequence[DataTable], sheet: bool) -> None:
    from exporters.tables.csv_file import write_csv

    lines = [
        (table.name, table.about, one.column, one.type_name, one.meaning, one.unit, one.source)
        for table in tables
        for one in table.columns
    ]
    write_csv(folder / f"{DICTIONARY}.csv", HEADINGS, lines, sheet=sheet)
    parts = [
        "# Kamus data\n",
        "Satu berkas per tabel. Tanpa data pribadi dari brankas: orang disebut menurut id dan jabatannya.\n",
    ]
    for table in tables:
        parts.append(f"## {table.name}\n\nSatu baris: {table.about}.\n")
        parts.append("| Kolom | Jenis | Arti | Satuan | Sumber |\n|---|---|---|---|---|")
        parts += [
            "| "
            + " | ".join(_cell(one) for one in (c.column, c.type_name, c.meaning, c.unit, c.source))
            + " |"
            for c in table.columns
        ]
        parts.append("")
    (folder / f"{DICTIONARY}.md").write_text("\n".join(parts), encoding="utf-8", newline="\n")


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
