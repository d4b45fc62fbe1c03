"""The sheets of a workbook, in the order in which their facts are recorded: what is referred to first."""

from __future__ import annotations

from domain.sheets import competition, figures, innovation, lab
from domain.sheets.sheet import Sheet

SHEETS: tuple[Sheet, ...] = tuple(
    found
    for module in (lab, innovation, competition, figures)
    for found in vars(module).values()
    if isinstance(found, Sheet)
)
"""Every sheet stands where its module defines it."""
BY_NAME = {sheet.name: sheet for sheet in SHEETS}
FOUNDING = {
    kind: tuple(sheet.name for sheet in SHEETS if sheet.founds == kind)
    for kind in {sheet.founds for sheet in SHEETS if sheet.founds}
}
"""Kind of stream to the sheets whose rows found it."""
