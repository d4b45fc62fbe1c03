"""The sheets of a workbook, in the order in which their facts are recorded: what is referred to first."""

from __future__ import annotations

from domain.sheets import competition, directory, evidence, figures, idea, innovation, innovation_course, lab
from domain.sheets.sheet import Sheet

SHEETS: tuple[Sheet, ...] = tuple(
    found
    for module in (directory, lab, idea, innovation, innovation_course, evidence, competition, figures)
    for found in vars(module).values()
    if isinstance(found, Sheet)
)
"""Every sheet stands where its module defines it."""
BY_NAME = {sheet.name: sheet for sheet in SHEETS}
SHEET_OF = {sheet.action.TYPE: sheet.name for sheet in SHEETS}
"""Which sheet records an action."""
FOUNDING = {
    kind: tuple(sheet.name for sheet in SHEETS if sheet.founds == kind)
    for kind in {sheet.founds for sheet in SHEETS if sheet.founds}
}
"""Kind of stream to the sheets whose rows found it."""
START: tuple[Sheet, ...] = (
    directory.UNIT,
    directory.DOCUMENT,
    lab.LAB,
    lab.STAGE,
    lab.PARTICIPANT,
    idea.IDEA,
)
"""The sheets with which a lab begins: who takes part, the decree and the memorandum that call it, the round
itself, its stages, and what is proposed in it.

Persons come when somebody signs or leads, ceremonies and innovations when the ideas are chosen.
"""
COMPLETED: tuple[Sheet, ...] = (
    directory.PERSON,
    directory.DOCUMENT,
    innovation.INNOVATION,
    innovation.PROFILE,
    innovation.PLAN,
    innovation.TRIAL,
    innovation.IMPLEMENTATION,
    innovation.MEASUREMENT,
    evidence.EVIDENCE,
    evidence.SUPPORT,
)
"""The sheets that a unit completes: what only the unit itself knows of its innovations.

What the bureau records of them (monitoring, agreements, launches, competitions) is not asked of a unit.
"""
