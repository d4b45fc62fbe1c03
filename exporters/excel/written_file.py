"""What a verb says of the workbooks that it wrote."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct


class WrittenFile(Struct, frozen=True, kw_only=True):
    """A workbook at its place: of the whole assessment, of what all units lack, or of what one unit lacks.

    `unit` is the name of that one unit; `rows` how many innovations or gaps it lists.
    """

    path: str
    kind: Literal["assessment", "lacking", "unit"]
    unit: str | None
    rows: int
