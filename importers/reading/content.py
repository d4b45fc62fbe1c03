"""What a workbook says in its cells, as one mark: whether a prefilled workbook came back as it went out."""

from __future__ import annotations

import hashlib


class Content:
    """Takes the cells of rows in any order; two workbooks with the same cells have the same mark."""

    def __init__(self) -> None:
        self._cells: list[str] = []

    def add(self, sheet: str, key: str, label: str, value: object) -> None:
        """One cell; an empty one says nothing. Numbers count as their text."""
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        text = " ".join(str(value).split())
        if text and value is not None:
            self._cells.append("\x1f".join((sheet, key, label, text)))

    @property
    def mark(self) -> str:
        """The mark: sixteen hexadecimal digits."""
        return hashlib.sha256("\x1e".join(sorted(self._cells)).encode()).hexdigest()[:16]
