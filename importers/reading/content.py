"""What a workbook says in its cells, as one mark: whether a prefilled workbook came back as it went out."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping


class Content:
    """Takes the cells of rows in any order; two workbooks with the same cells have the same mark."""

    def __init__(self) -> None:
        self._rows: list[str] = []

    def add(self, sheet: str, cells: Mapping[str, object]) -> None:
        """One row, by the headings of its columns; an empty cell says nothing, a number is its text."""
        said = {label: _text(value) for label, value in cells.items()}
        self._rows.append(
            "\x1f".join([sheet, *(f"{label}={text}" for label, text in sorted(said.items()) if text)])
        )

    @property
    def mark(self) -> str:
        """The mark: sixteen hexadecimal digits."""
        return hashlib.sha256("\x1e".join(sorted(self._rows)).encode()).hexdigest()[:16]


def _text(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else " ".join(str(value).split())
