"""Rows as Parquet, with what each column means in the file. Needs pyarrow, an extra of the installation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, Literal

Cell = str | int | bool | None
Kind = Literal["text", "number", "flag"]
GROUP = 50_000
"""Rows of a group."""


class NoParquetError(Exception):
    """The library that writes Parquet is not installed."""


def require_parquet() -> None:
    """Raises NoParquetError before anything is made."""
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError as error:
        raise NoParquetError from error


def write_parquet(
    path: Path,
    names: Sequence[str],
    kinds: Sequence[Kind],
    meanings: Sequence[str],
    rows: Iterable[Sequence[Cell]],
) -> int:
    """Writes a table; returns how many rows. Equal rows and the same pyarrow give equal bytes."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    types: dict[str, Any] = {"text": pa.string(), "number": pa.int64(), "flag": pa.bool_()}
    columns = [
        pa.field(name, types[kind], metadata={"meaning": meaning})
        for name, kind, meaning in zip(names, kinds, meanings, strict=True)
    ]
    schema, waiting, count = pa.schema(columns), iter(rows), 0
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        while group := list(islice(waiting, GROUP)):
            arrays = [
                pa.array(values, one.type)
                for values, one in zip(zip(*group, strict=True), columns, strict=True)
            ]
            writer.write_table(pa.Table.from_arrays(arrays, schema=schema))
            count += len(group)
    return count
