"""What is told of rows of a lab in a workbook that names none."""

from __future__ import annotations

from domain.base import reason
from domain.sheets.sheet import NO_LAB
from importers.problems import Problem
from importers.reading.book import Row


def without_lab(row: Row) -> Problem:
    """A row that can only be of a lab."""
    what = reason("the row belongs to no lab.")
    return Problem(row.cell(), what, reason("Name the lab beside Lab on sheet Identitas."))


def outside_its_lab(row: Row, slug: str) -> Problem:
    """An innovation that would leave the lab of its idea; no later import could bring it back."""
    what = reason("the idea belongs to lab {lab}, and this workbook names no lab.", lab=slug)
    remedy = reason(
        "Write {lab} beside Lab on sheet Identitas. If the innovation is of no lab: ya under {column}.",
        lab=slug,
        column=NO_LAB.label,
    )
    return Problem(row.cell("idea"), what, remedy)
